import { prove } from '../../scripts/policy/prove/prove';
import type { Proof } from '../../scripts/policy/prove/types';
import type { BenchKind } from './cluster';
import { benchCluster, profileFor, rulebaseOf, translateCluster } from './compile';

/** Compiles a generated cluster and proves its rulebase. */
export function proveBench(policies: number, kind: BenchKind = 'plain'): Proof {
  const { objects, snapshot } = benchCluster(policies, kind);
  const profile = profileFor(kind);
  const rulebase = rulebaseOf(translateCluster(snapshot, profile));
  return prove({ objects, profile, services: [], rulebase, leftOut: [], replaced: [] });
}
