import type { ApplyProgress, StepNotice } from '../panorama/apply/types';
import type { CommitProgress } from '../panorama/commit/commit';
import type { PushProgress } from '../panorama/commit/push';
import type { SavedRun } from '../panorama/apply/resume';
import type { Place } from '../panorama/prepare/oldblock';
import type { Mark } from '../panorama/state/mark';
import type { Surroundings } from '../panorama/state/surroundings';
import type { NamedReference } from '../panorama/prepare/references';
import type { Reference } from '../policy/attributes/references';
import type { KnownPlan, Plan } from '../policy/plan/types';
import { areSameVersions } from '../policy/kubernetes/lastgood';
import { isSameData } from '../policy/text/same';
import type { PolicyId, RawObject } from '../policy/kubernetes/types';
import type { Proof, Verdict } from '../policy/prove/types';
import type { Host } from '../xsoar/host';
import type { WatchedChange } from './incident';
import { hasKey } from '../policy/text/canonical';
import { clearStored, damagedDocument, readStored, writeStored, type StoredKind } from './store';

/** What the runs of a cluster tell each other, typed; `store.ts` keeps it. Times are milliseconds since 1970. */

/** What stands around the device group in Panorama, as far as runs have read it. */
export interface AroundRecord {
  readonly started: number;
  /** Of when that began. */
  readonly mark: Mark;
  readonly surroundings: Surroundings;
  /** When it was read for the next plan; 0 since that took it. */
  readonly handed?: number;
}

/** How the last plan would be carried out, as long as nothing moves in Panorama. */
export interface PreparedRecord {
  readonly hash: string;
  /** Of before the reading that the plan was made from. */
  readonly mark: Mark;
  readonly approvals: Plan['approvals'];
  readonly saved: RunRecord['saved'] & object;
}

/** An apply that is not over: from before it takes the lock, so that it is known of one that is cut off. */
export interface RunRecord {
  readonly hash: string;
  /** The incident that it belongs to; '' for a run by hand. */
  readonly incident: string;
  /** The one that takes it back. */
  readonly takenBy?: string;
  readonly updated: number;
  /** Whose configuration lock it may hold. */
  readonly deviceGroup: string;
  /** Names that Panorama did not have when it began; absent where an earlier version of this pack wrote it. */
  readonly missing?: readonly Reference[];
  /** Absent before it has the lock: nothing is written. */
  readonly saved?: SavedRun & { readonly progress: ApplyProgress };
}

/** What the apply that is not over was about to do last. It is much shorter than the run, and written before each step. */
export interface StepRecord extends StepNotice {
  /** Of the run's plan. */
  readonly hash: string;
}

/** The last plan that was shown, and what its proof said. */
export interface PlanRecord {
  readonly hash: string;
  /** Of everything that the proof looked at. */
  readonly proofKey: string;
  readonly verdict: Verdict;
  /** Absent where it did not go well, and where an earlier version of this pack wrote it. */
  readonly proof?: Proof;
  /** What it does, in a line, for commits and pushes. */
  readonly summary?: string;
  /** Names that Panorama did not have; absent, like what follows, where an earlier version of this pack wrote it. */
  readonly missing?: readonly Reference[];
  /** Of the snapshot that it was made from; '' where objects were handed over. */
  readonly snapshotId?: string;
  /** Policies (`namespace/name`) of which it keeps what is approved although they changed: they are refused. */
  readonly kept?: readonly string[];
  /** Rules that are closed by hand, by all their names. */
  readonly closed?: readonly string[];
}

/** What the last apply wrote into the candidate configuration. */
export interface AppliedRecord {
  readonly hash: string;
  readonly incident: string;
  readonly time: number;
  /** The versions of the policies that the rules come from; the last good ones when they are live. */
  readonly policies: readonly RawObject[];
  /** The plan in a line, and who approved it. */
  readonly summary?: string;
}

/** The commit that is under way, or the last one. */
export interface CommitRecord {
  readonly progress?: CommitProgress;
  /** With `progress`: when that was noted. */
  readonly updated?: number;
  /** With `progress`: `appliedMark` when it began. A later apply is not in it. */
  readonly of?: string;
  /** Who committed last: the incident sees its rules through to the firewalls. '' for nobody. */
  readonly incident?: string;
  /** When the last commit ended; 0 for never. */
  readonly committed: number;
  /** The number of its job: what others commit behind it goes to the firewalls with our push. */
  readonly job?: string;
  /** What was applied before it (`AppliedRecord.summary`): the push says so, too. */
  readonly summary?: string;
  /** Firewalls that had not the running policy before the commit: a push takes somebody else's changes to them. */
  readonly outOfSync: readonly string[];
  /** Something was committed since the last push: the firewalls are out of sync because of it. */
  readonly unpushed: boolean;
  /** Firewalls that the last push did not reach, by serial number. */
  readonly lagging: readonly string[];
  /** Firewalls that the last push reached: they have our rules, whatever others committed since. */
  readonly reached?: readonly string[];
  /** The number of that push's last job: what is pushed later may have taken them away again. */
  readonly pushed?: string;
}

/** A push that is under way. */
export interface PushRecord {
  /** `CommitRecord.committed` when it began. A later commit is not in it. */
  readonly commit?: number;
  readonly progress: PushProgress;
}

/** When the verification of an incident began. */
export interface VerifyRecord {
  readonly incident?: string;
  readonly since: number;
  /** Where one slice was too short: the firewalls that had everything, by serial number. */
  readonly settled?: readonly string[];
}

/**
 * What the incidents were about that an incident took the place of: their authors are told by that one from then on.
 */
export interface CarriedRecord {
  readonly incident: string;
  readonly changes: readonly WatchedChange[];
}

/** Live policies that lost their exact rules by what others did. */
export interface ClosingsRecord {
  /** Those that the last plan asked about. */
  readonly asked: readonly PolicyId[];
  /** Those that somebody decided to close. */
  readonly closed: readonly DecidedPolicy[];
  /** Those that somebody decided to leave as they are. */
  readonly left: readonly DecidedPolicy[];
}

/** What people decided about a cluster as a whole. */
export interface HoldRecord {
  /** Absent: the cluster is not held. */
  readonly hold?: {
    readonly by: string;
    /** ISO 8601. */
    readonly time: string;
    readonly reason: string;
    /** ISO 8601; '' for no end. */
    readonly until: string;
  };
  /** Rules closed by hand that may open again. */
  readonly lifted: readonly { readonly rule: string; readonly by: string; readonly time: string }[];
}

/** Versions of policies that somebody rejected. */
export interface RejectionsRecord {
  readonly held: readonly HeldVersion[];
}

/** A policy that somebody decided about. */
export interface DecidedPolicy extends PolicyId {
  readonly by: string;
  /** ISO 8601. */
  readonly time: string;
}

/** A version of a policy that somebody rejected: as long as the policy says this, its last approved version holds. */
export interface HeldVersion extends DecidedPolicy {
  /** `versionHash` of it; '' for a deletion. */
  readonly version: string;
  /** The version that was approved last; absent for a policy that never was. */
  readonly approved?: RawObject;
  readonly reason: string;
}

/**
 * The last plan that found nothing to change, and what it rests on (`standing.ts`). Beside it, to be compared with, stand
 * what Panorama held and the list of last good versions.
 */
export interface StandingRecord {
  /** All else that the plan rests on, as one text. */
  readonly inputs: string;
  /** Of the lists that hold what is compared. */
  readonly mark: string;
  readonly plan: PlanRecord;
  /** All the names that the preflight looks for, and what it could not look up. */
  readonly references: readonly NamedReference[];
  readonly unverified: readonly string[];
  /** The context data, but for what each run finds out. */
  readonly data: object;
  /** For people, with what it says of the proof when it is shown again. */
  readonly text: string;
  /** Of all this. */
  readonly seal: string;
}

interface Records {
  readonly hold: HoldRecord;
  readonly closings: ClosingsRecord;
  readonly rejections: RejectionsRecord;
  readonly standing: StandingRecord;
  readonly place: Place;
  readonly carried: CarriedRecord;
  readonly around: AroundRecord;
  readonly prepared: PreparedRecord;
  readonly run: RunRecord;
  readonly step: StepRecord;
  readonly plan: PlanRecord;
  readonly applied: AppliedRecord;
  readonly commit: CommitRecord;
  readonly push: PushRecord;
  readonly verify: VerifyRecord;
}

/** What each document has at least; one that lacks it was edited by hand. */
const FIELDS: { readonly [kind in Exclude<StoredKind, 'rules'>]: readonly string[] } = {
  around: ['started', 'mark', 'surroundings'],
  prepared: ['hash', 'mark', 'approvals', 'saved'],
  step: ['hash', 'operations', 'isChecked'],
  run: ['hash', 'incident', 'updated', 'deviceGroup'],
  plan: ['hash', 'proofKey', 'verdict'],
  approval: ['hash', 'decision', 'by'],
  applied: ['hash', 'policies'],
  'last-good': ['policies'],
  commit: ['committed', 'outOfSync', 'unpushed', 'lagging'],
  push: ['progress'],
  verify: ['since'],
  identity: ['uid'],
  carried: ['incident', 'changes'],
  closings: ['asked', 'closed', 'left'],
  place: ['deviceGroup', 'rulebase'],
  hold: ['lifted'],
  rejections: ['held'],
  standing: ['inputs', 'mark', 'plan', 'references', 'unverified', 'data', 'text', 'seal'],
};

function readWhole(host: Host, cluster: string, kind: Exclude<StoredKind, 'rules'>): object | undefined {
  const value = readStored(host, cluster, kind);
  if (value === undefined) return undefined;
  const isWhole = typeof value === 'object' && value !== null && FIELDS[kind].every((field) => hasKey(value, field));
  const isSound =
    isWhole && (kind !== 'closings' || isClosings(value)) && (kind !== 'rejections' || isRejections(value));
  if (!isSound) throw damagedDocument(cluster, kind);
  return value;
}

/** Lists of policies; what is decided is looked up in them. */
function isClosings(value: object): boolean {
  const { asked, closed, left } = value as { readonly [field: string]: unknown };
  return [asked, closed, left].every((list) => Array.isArray(list) && (list as unknown[]).every(isPolicyId));
}

function isRejections(value: object): boolean {
  const { held } = value as { readonly held: unknown };
  return Array.isArray(held) && (held as unknown[]).every(isPolicyId);
}

function isPolicyId(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { namespace, name, uid } = value as { readonly [field: string]: unknown };
  return [namespace, name, uid].every((text) => typeof text === 'string');
}

/**
 * undefined: nothing is remembered.
 *
 * @throws a user error if it is damaged
 */
export function recall<Kind extends keyof Records>(
  host: Host,
  cluster: string,
  kind: Kind & StoredKind,
): Records[Kind] | undefined {
  return readWhole(host, cluster, kind) as Records[Kind] | undefined;
}

/** Keeps a record of a cluster for later runs, in place of the last one of its kind. */
export function remember<Kind extends keyof Records>(
  host: Host,
  cluster: string,
  kind: Kind & StoredKind,
  record: Records[Kind],
): void {
  writeStored(host, cluster, kind, record);
}

/** Drops a record; later runs find none. */
export function forget(host: Host, cluster: string, kind: keyof Records): void {
  clearStored(host, cluster, kind);
}

/** The versions of policies that went live last; empty before the first commit. */
export function readLastGood(host: Host, cluster: string): readonly RawObject[] {
  const stored = readWhole(host, cluster, 'last-good') as { readonly policies: readonly RawObject[] } | undefined;
  return stored === undefined ? [] : stored.policies;
}

/**
 * The rules that the last apply wrote are committed: the policies that they come from are the ones to fall back to from
 * here on.
 */
export function rememberCommitted(host: Host, cluster: string): void {
  if (recall(host, cluster, 'applied') === undefined) return;
  rememberFoundCommitted(host, cluster);
  forget(host, cluster, 'applied');
}

/**
 * The same where somebody committed them in Panorama: as long as nobody knows of the push, the apply is not seen
 * through.
 */
export function rememberFoundCommitted(host: Host, cluster: string): void {
  const applied = recall(host, cluster, 'applied');
  if (applied !== undefined) writeStored(host, cluster, 'last-good', { policies: applied.policies });
}

/**
 * The versions that are live without an apply: Panorama holds their rules already. A policy that was created anew has
 * another UID, and would have no version to come back to.
 */
export function rememberLive(host: Host, cluster: string, versions: readonly RawObject[]): void {
  if (areSameVersions(versions, readLastGood(host, cluster))) return;
  writeStored(host, cluster, 'last-good', { policies: versions });
}

/** Tells the last apply that is not known to be committed from every other; '' where there is none. */
export function appliedMark(host: Host, cluster: string): string {
  const applied = recall(host, cluster, 'applied');
  return applied === undefined ? '' : applied.hash + ' ' + String(applied.time);
}

/** The changes that an incident carries for others. Only Events hang on them: a damaged list stops nothing. */
export function carriedBy(host: Host, cluster: string, incident: string): readonly WatchedChange[] {
  try {
    const record = recall(host, cluster, 'carried');
    return record !== undefined && record.incident === incident ? record.changes : [];
  } catch {
    return [];
  }
}

/** What is known of a cluster since its last apply. */
export interface KnownCluster {
  /** UID of the namespace `kube-system`; '' where nobody knows it. */
  readonly uid: string;
  /** Of the plan that was carried out last. */
  readonly foreignHash: string;
  /** Of the same; absent where an earlier version of this pack wrote it. */
  readonly leftOut?: readonly string[];
  /** Names that Panorama did not have then; absent likewise. */
  readonly missing?: readonly Reference[];
}

/** What a record says of names that Panorama does not have; none where nobody wrote it, or somebody edited it. */
export function missingNames(record: { readonly missing?: unknown } | undefined): readonly Reference[] {
  return record !== undefined && Array.isArray(record.missing) ? (record.missing as readonly Reference[]) : [];
}

/** As later plans ask for it. */
export function knownPlan(known: KnownCluster | undefined): KnownPlan | undefined {
  return known && { foreignHash: known.foreignHash, leftOut: known.leftOut || [] };
}

/** undefined: nothing was applied yet. */
export function readKnownCluster(host: Host, cluster: string): KnownCluster | undefined {
  return readWhole(host, cluster, 'identity') as KnownCluster | undefined;
}

/** Pins the name of the cluster to its UID; a known one stays. */
export function rememberCluster(
  host: Host,
  cluster: string,
  uid: string,
  plan: KnownPlan,
  missing: readonly Reference[],
): void {
  const known = readKnownCluster(host, cluster);
  const pinned = known !== undefined && known.uid !== '' ? known.uid : uid;
  const record: KnownCluster = { uid: pinned, foreignHash: plan.foreignHash, leftOut: plan.leftOut, missing };
  if (!isSameData(known, record)) writeStored(host, cluster, 'identity', record);
}
