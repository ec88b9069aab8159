import { isError } from '../../scripts/policy/diagnostics/diagnostic';
import { corpusCases } from '../../tools/session/corpus';
import { compileCluster, proofOf } from '../property/pipeline';
import { liveLike } from './livelike';

/**
 * How many sets of policies of public projects compile whole on a cluster as people have them, with the default profile
 * but for the pod network. Whole: no policy is left out or replaced, and the proof says equal.
 */

const cases = corpusCases().filter(({ cluster }) => (cluster.policies ?? []).length > 0);
if (cases.length === 0) console.log('corpus not found: live-like clusters are not checked');

const refusals = new Map<string, string[]>();
let whole = 0;

(cases.length > 0 ? describe : describe.skip)('on a live cluster, by default', () => {
  afterAll(() => {
    const lines = [...refusals]
      .sort()
      .map(([code, names]) => `  ${code}: ${names.length}: ${names.slice(0, 12).join(', ')}`);
    console.log(
      [`sets that compile whole, default profile, live-like: ${whole} of ${cases.length}`, ...lines].join('\n'),
    );
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (name, { cluster }) => {
    const input = liveLike(cluster);
    const compiled = compileCluster(input);
    const codes = new Set(compiled.diagnostics.filter(isError).map(({ code }) => code));
    codes.delete('cluster-wide-policy');
    for (const code of codes) refusals.set(code, [...(refusals.get(code) ?? []), name]);
    if (compiled.translation.rulebase === undefined) return;
    // Where all policies are left out, there is nothing to prove.
    expect(['equal', 'nothing']).toContain(proofOf(input, compiled)?.verdict);
    if (codes.size === 0) whole++;
  });

  // The last of the describe: it counts what the cases above found. What is left needs SCTP.
  it('at least 96 of 100 compile whole', () => {
    expect(whole / cases.length).toBeGreaterThanOrEqual(0.96);
  });
});
