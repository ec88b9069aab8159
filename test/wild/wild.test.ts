import { prove } from '../../scripts/policy/prove/prove';
import type { ProofInput } from '../../scripts/policy/prove/types';
import { connectionsBetween } from '../../scripts/policy/prove/verdict/ask';
import { buildModel, type ProofModel } from '../../scripts/policy/prove/verdict/model';
import type { Port } from '../../scripts/policy/prove/read/ports';
import { judgePolicies, judgeRules } from '../../scripts/policy/prove/verdict/reasons';
import { proofInput } from '../property/pipeline';
import { runCase, wildCases } from './cases';
import { type Outcome, OUTCOMES } from './outcomes';

/** What was reported about other implementations must come out right here, with the default profile. */

const cases = wildCases();
if (cases.length === 0) console.log('the cases from the wild were not found: they are not checked');

/** `SOURCE > DESTINATION tcp/80` */
function verdictsOf(model: ProofModel, text: string): string[] {
  const [source, , destination, port] = text.split(' ');
  const [protocol, number] = port.split('/');
  const where: Port = { protocol: protocol === 'udp' ? 'UDP' : 'TCP', port: Number(number) };
  const connections = connectionsBetween(model, source, destination, where);
  if (connections.length === 0) return ['no such ends'];
  return connections.flatMap((connection) => [
    `policies ${judgePolicies(model, connection).verdict}`,
    `rules ${judgeRules(model, connection).verdict}`,
  ]);
}

/** The connections that do not come out as they must. */
function wrongIn(judged: ProofInput, { allows = [], denies = [] }: Outcome): string[] {
  const model = buildModel(judged, []);
  const wrong = (texts: readonly string[], verdict: string): string[] =>
    texts.flatMap((text) => {
      const found = [...new Set(verdictsOf(model, text))];
      const right = [`policies ${verdict}`, `rules ${verdict}`];
      return JSON.stringify(found) === JSON.stringify(right) ? [] : [`${text}: ${found.join(', ')}`];
    });
  return [...wrong(allows, 'allow'), ...wrong(denies, 'deny')];
}

function titleOf({ case: name, inspection }: Outcome): string {
  return [name, inspection].filter(Boolean).join(' ');
}

(cases.length > 0 ? describe : describe.skip)('cases from the wild', () => {
  it('have an outcome each, and no others have', () => {
    expect([...new Set(OUTCOMES.map((outcome) => outcome.case))]).toEqual(cases.map(({ name }) => name));
  });

  it.each(OUTCOMES.map((outcome) => [titleOf(outcome), outcome] as const))('%s', (_title, outcome) => {
    const one = cases.find(({ name }) => name === outcome.case);
    if (one === undefined) throw new Error(`There is no case ${outcome.case}.`);
    const { inspection } = outcome;
    const run = runCase(one, inspection === undefined ? {} : { inspection });
    expect([...new Set(run.diagnostics.map(({ code }) => code))].sort()).toEqual(outcome.codes ?? []);
    const judged = proofInput(run.input, run.compiled);
    expect(judged === undefined ? 'none' : prove(judged).verdict).toBe(outcome.verdict ?? 'equal');
    if (judged !== undefined) expect(wrongIn(judged, outcome)).toEqual([]);
  });
});
