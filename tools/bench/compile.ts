import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { readPolicy } from '../../scripts/policy/kubernetes/policy';
import type { RawObject, Snapshot } from '../../scripts/policy/kubernetes/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { translate } from '../../scripts/policy/translate';
import type { Translation } from '../../scripts/policy/translation';
import { generateCluster } from './cluster';

/** One generated cluster, parsed and folded. */
export interface BenchCluster {
  readonly objects: readonly RawObject[];
  readonly snapshot: Snapshot;
  /** Entries of all policies together. */
  readonly entries: number;
}

/** The settings of the generated clusters: the defaults, but for a capacity that the largest one fits in. */
export const BENCH_PROFILE: ClusterProfile = {
  ...localProfile('bench', 'bench'),
  inspection: 'server-only',
  capacity: { rules: 1_000_000, groups: 1_000_000, members: 1_000_000 },
};

export function benchCluster(policies: number): BenchCluster {
  const objects = generateCluster(policies);
  const { snapshot } = buildSnapshot(objects, BENCH_PROFILE.cluster);
  const entries = snapshot.policies.reduce((sum, raw) => sum + (readPolicy(raw).policy?.entries.length ?? 0), 0);
  return { objects, snapshot, entries };
}

/** Translates a cluster that has a rulebase; anything found that is an error would be a mistake of the generator. */
export function translateCluster(snapshot: Snapshot): Translation {
  return translate({ snapshot, profile: BENCH_PROFILE, services: [], lastGood: [] });
}
