import { prove } from '../../scripts/policy/prove/prove';
import type { Proof } from '../../scripts/policy/prove/types';
import { BENCH_PROFILE, benchCluster, rulebaseOf, translateCluster } from './compile';

/** Compiles a generated cluster and proves its rulebase. */
export function proveBench(policies: number): Proof {
  const { objects, snapshot } = benchCluster(policies);
  const rulebase = rulebaseOf(translateCluster(snapshot));
  return prove({ objects, profile: BENCH_PROFILE, services: [], rulebase, leftOut: [], replaced: [] });
}
