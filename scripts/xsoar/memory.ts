import type { ApplyProgress } from '../panorama/applytypes';
import type { CommitProgress } from '../panorama/commit';
import type { PushProgress } from '../panorama/push';
import type { SavedRun } from '../panorama/resume';
import type { RawObject } from '../policy/kubernetes/types';
import type { Host } from './host';
import { clearStored, readStored, writeStored, type StoredKind } from './store';

/** What the runs of a cluster tell each other, typed; `store.ts` keeps it. Times are milliseconds since 1970. */

/** An apply that is not over. */
export interface RunRecord {
  readonly hash: string;
  /** The incident that it belongs to; '' for a run by hand. */
  readonly incident: string;
  readonly updated: number;
  readonly saved: SavedRun & { readonly progress: ApplyProgress };
}

/** The last plan that was shown, and what its proof said. */
export interface PlanRecord {
  readonly hash: string;
  /** Of everything that the proof looked at. */
  readonly proofKey: string;
  readonly verdict: 'equal' | 'different' | 'refused';
}

/** What the last apply wrote into the candidate configuration. */
export interface AppliedRecord {
  readonly hash: string;
  readonly incident: string;
  readonly time: number;
  /** The versions of the policies that the rules come from; the last good ones when they are live. */
  readonly policies: readonly RawObject[];
}

/** The commit that is under way, or the last one. */
export interface CommitRecord {
  readonly progress?: CommitProgress;
  /** When the last commit ended; 0 for never. */
  readonly committed: number;
  /** Firewalls that had not the running policy before the commit: a push takes somebody else's changes to them. */
  readonly outOfSync: readonly string[];
  /** Something was committed since the last push: the firewalls are out of sync because of it. */
  readonly unpushed: boolean;
  /** Firewalls that the last push did not reach. */
  readonly lagging: readonly string[];
}

export interface PushRecord {
  readonly progress: PushProgress;
}

/** When the verification began. */
export interface VerifyRecord {
  readonly since: number;
}

interface Records {
  readonly run: RunRecord;
  readonly plan: PlanRecord;
  readonly applied: AppliedRecord;
  readonly commit: CommitRecord;
  readonly push: PushRecord;
  readonly verify: VerifyRecord;
}

/** undefined: nothing is remembered. */
export function recall<Kind extends keyof Records>(
  host: Host,
  cluster: string,
  kind: Kind & StoredKind,
): Records[Kind] | undefined {
  return readStored(host, cluster, kind) as Records[Kind] | undefined;
}

export function remember<Kind extends keyof Records>(
  host: Host,
  cluster: string,
  kind: Kind & StoredKind,
  record: Records[Kind],
): void {
  writeStored(host, cluster, kind, record);
}

export function forget(host: Host, cluster: string, kind: keyof Records): void {
  clearStored(host, cluster, kind);
}

/** The versions of policies that went live last; empty before the first commit. */
export function readLastGood(host: Host, cluster: string): readonly RawObject[] {
  const stored = readStored(host, cluster, 'last-good') as { readonly policies?: readonly RawObject[] } | undefined;
  return stored === undefined || stored.policies === undefined ? [] : stored.policies;
}

/**
 * The rules that the last apply wrote are committed: the policies that they come from are the ones to fall back to from
 * here on.
 */
export function rememberCommitted(host: Host, cluster: string): void {
  const applied = recall(host, cluster, 'applied');
  if (applied === undefined) return;
  writeStored(host, cluster, 'last-good', { policies: applied.policies });
  forget(host, cluster, 'applied');
}

/** What is known of a cluster since its last apply. */
export interface KnownCluster {
  /** UID of the namespace `kube-system`; '' where nobody knows it. */
  readonly uid: string;
  /** `foreignHash` of the plan that was carried out last. */
  readonly foreignHash: string;
}

/** undefined: nothing was applied yet. */
export function readKnownCluster(host: Host, cluster: string): KnownCluster | undefined {
  return readStored(host, cluster, 'identity') as KnownCluster | undefined;
}

/** Pins the name of the cluster to its UID; a known one stays. */
export function rememberCluster(host: Host, cluster: string, uid: string, foreignHash: string): void {
  const known = readKnownCluster(host, cluster);
  const pinned = known !== undefined && known.uid !== '' ? known.uid : uid;
  if (known !== undefined && known.uid === pinned && known.foreignHash === foreignHash) return;
  writeStored(host, cluster, 'identity', { uid: pinned, foreignHash: foreignHash });
}
