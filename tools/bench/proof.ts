import { prove } from '../../scripts/policy/prove/prove';
import type { Proof } from '../../scripts/policy/prove/types';
import type { BenchServices } from './cluster';
import { benchCluster, profileFor, rulebaseOf, translateCluster } from './compile';

/** Compiles a generated cluster and proves its rulebase. */
export function proveBench(policies: number, services: BenchServices = 'without-services'): Proof {
  const { objects, snapshot } = benchCluster(policies, services);
  const profile = profileFor(services);
  const rulebase = rulebaseOf(translateCluster(snapshot, profile));
  return prove({ objects, profile, services: [], rulebase, leftOut: [], replaced: [] });
}
