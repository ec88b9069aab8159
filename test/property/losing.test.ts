import { isRight } from '../../scripts/policy/prove/prove';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { proofText } from './failure';
import { CASES, expectRight, SEED } from './judged';
import { later } from './later';
import { type ClusterInput, compileCluster, proofOf } from './pipeline';

/** Live policies in clusters that change later: whatever becomes of their rules, nothing opens. */

const counts = { closed: 0, held: 0, waiting: 0, proved: 0, all: 0 };

/** The cluster as it goes on: what was compiled without a finding is live, and everything but policies may change. */
function goingOn(input: ClusterInput, seed: number): ClusterInput {
  const { translation } = compileCluster(input);
  const refused = new Set(translation.refusals.map(({ policy }) => `${policy.namespace}/${policy.name}`));
  const policies = input.objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const lastGood = translation.rulebase ? policies.filter((policy) => !refused.has(nameOf(policy))) : [];
  return { ...input, objects: later(later(input.objects, seed), seed + 1), lastGood };
}

function nameOf({ metadata }: RawObject): string {
  const { namespace = 'default', name } = metadata as { readonly namespace?: string; readonly name: string };
  return `${namespace}/${name}`;
}

/** What is wrong with the rules of a cluster that goes on; undefined: nothing. */
function fault(input: ClusterInput): string | undefined {
  const compiled = compileCluster(input);
  const { rulebase, refusals, questions } = compiled.translation;
  const live = new Set(input.lastGood.map(nameOf));
  counts.all++;
  for (const { policy, instead } of refusals) {
    if (instead === 'closed') counts.closed++;
    if (instead === 'held') counts.held++;
    const name = `${policy.namespace}/${policy.name}`;
    if (rulebase && instead === 'nothing' && live.has(name)) return `${name} was live, and is left out.`;
  }
  if (rulebase) {
    const proof = proofOf(input, compiled);
    counts.proved++;
    return proof && !isRight(proof.verdict) ? proofText(proof, compiled.translation) : undefined;
  }
  if (questions.length === 0) return undefined;
  counts.waiting++;
  const decided = questions.map(({ policy }) => policy);
  const closings = [...(input.closings ?? []), ...decided];
  if (closings.length > live.size) return `Asked again about ${decided.map(({ name }) => name).join()}.`;
  return fault({ ...input, closings });
}

it(`is right in ${CASES} random clusters (CNSERIES_SEED=${SEED}), and no live policy is left out`, () => {
  expectRight((input, seed) => fault(goingOn(input, seed)));
  console.log(`CNSERIES_SEED=${SEED}: ${JSON.stringify(counts)}`);
  expect(counts.proved / counts.all).toBeGreaterThan(0.9);
});

it('and in none once everything that is asked is closed', () => {
  expectRight((input, seed) => {
    const going = goingOn(input, seed);
    const { questions } = compileCluster(going).translation;
    return questions.length === 0 ? undefined : fault({ ...going, closings: questions.map(({ policy }) => policy) });
  });
  expect(counts.closed).toBeGreaterThan(CASES / 100);
  expect(counts.held).toBeGreaterThan(CASES / 200);
});
