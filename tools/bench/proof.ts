import { prove } from '../../scripts/policy/prove/prove';
import type { Proof } from '../../scripts/policy/prove/types';
import type { BenchKind } from './cluster';
import { benchCluster, profileFor, rulebaseOf, translateCluster } from './compile';
import { timed } from './measure';

/** Compiles a generated cluster and proves its rulebase; `prove` is the milliseconds of CPU that the proof took. */
export function proveBench(
  policies: number,
  kind: BenchKind = 'plain',
): { readonly result: Proof; readonly prove: number } {
  const { objects, snapshot } = benchCluster(policies, kind);
  const profile = profileFor(kind);
  const rulebase = rulebaseOf(translateCluster(snapshot, profile));
  const { result, milliseconds } = timed(() =>
    prove({ objects, profile, services: [], rulebase, leftOut: [], replaced: [] }),
  );
  return { result, prove: milliseconds };
}
