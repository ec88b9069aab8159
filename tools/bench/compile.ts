import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { RawObject, Snapshot } from '../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { translate } from '../../scripts/policy/translate/translate';
import type { Translation } from '../../scripts/policy/translate/translation';
import { generateCluster, type BenchKind } from './cluster';
import { medianTime, type Measured } from './measure';

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

/** With Services, the default inspection, with which their addresses need rules too. */
export function profileFor(kind: BenchKind): ClusterProfile {
  return kind === 'plain' ? BENCH_PROFILE : { ...BENCH_PROFILE, inspection: 'both-ends' };
}

/** Generates a cluster with that many policies and reads it, so that a measurement starts behind the reading. */
export function benchCluster(policies: number, kind: BenchKind = 'plain'): BenchCluster {
  const objects = generateCluster(policies, kind);
  const { snapshot } = buildSnapshot(objects, BENCH_PROFILE.cluster);
  const entries = snapshot.policies.reduce((sum, { reading }) => sum + (reading.spec?.entries.length ?? 0), 0);
  return { objects, snapshot, entries };
}

/** What one size measured. */
export interface CompileRow {
  readonly policies: number;
  readonly entries: number;
  readonly rules: number;
  readonly groups: number;
  /** Term intersections: the measure of the work that no machine changes. */
  readonly intersections: number;
  readonly milliseconds: number;
  /** The same cluster in the style `compact`. */
  readonly compact: { readonly rules: number; readonly milliseconds: number };
}

/**
 * Translates a cluster of one size several times, in both styles; the time is the median in milliseconds of CPU.
 *
 * @throws Error if the generated cluster is not clean
 */
export function measureCompile(policies: number, runs: number, kind: BenchKind = 'plain'): CompileRow {
  const cluster = benchCluster(policies, kind);
  const profile = profileFor(kind);
  const { milliseconds, result } = medianTime(runs, () => translateCluster(cluster.snapshot, profile));
  const rulebase = rulebaseOf(result);
  const compact = medianTime(runs, () => translateCluster(cluster.snapshot, { ...profile, style: 'compact' }));
  return {
    policies: cluster.snapshot.policies.length,
    entries: cluster.entries,
    rules: rulebase.rules.length,
    groups: rulebase.addressGroups.length,
    intersections: result.intersections,
    milliseconds,
    compact: { rules: rulebaseOf(compact.result).rules.length, milliseconds: compact.milliseconds },
  };
}

/**
 * The steady state of a cluster: every policy has a last good version, alike and read from elsewhere, and the objects
 * come in anew. Reading them belongs to it.
 */
export function measureSteadyState(policies: number, runs: number): Measured<Translation> {
  const { objects, snapshot } = benchCluster(policies);
  const lastGood = snapshot.policies.map(({ raw }) => structuredClone(raw));
  return medianTime(runs, () =>
    translate({
      snapshot: buildSnapshot(objects, BENCH_PROFILE.cluster, lastGood).snapshot,
      profile: BENCH_PROFILE,
      services: [],
      lastGood,
    }),
  );
}

/** Translates without last good versions, as a cluster is that was never committed. */
export function translateCluster(snapshot: Snapshot, profile: ClusterProfile = BENCH_PROFILE): Translation {
  return translate({ snapshot, profile, services: [], lastGood: [] });
}

/**
 * The rulebase of a translation without findings.
 *
 * @throws Error if there is any: the numbers of a generated cluster that is not clean would be worthless
 */
export function rulebaseOf(translation: Translation): Rulebase {
  const [first] = translation.diagnostics;
  if (!translation.rulebase || first) throw new Error(`The generated cluster is not clean: ${first?.code ?? ''}`);
  return translation.rulebase;
}
