import { isUndoable, type SavedRun } from '../panorama/apply/resume';
import { takeBack, type Watch } from '../panorama/apply/run';
import type { ApplyOutcome, ApplyProgress, StepNotice } from '../panorama/apply/types';
import { releaseConfigLock } from '../panorama/api/locks';
import { problem } from '../panorama/api/problems';
import type { Slice } from '../panorama/api/slice';
import type { Reference } from '../policy/attributes/references';
import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';
import { openPanorama } from '../xsoar/panorama';
import { incidentId } from './incident';
import { forget, recall, remember, type RunRecord } from './memory';
import { ABANDONED_MILLISECONDS, lockNotice, noteLock, runName } from './runnotice';

/** What becomes of a run that somebody else began, or that is no longer wanted. */

/** Two runs would take each other's half-done work for drift. '' where the run may be taken over. */
export function busyReason(known: RunRecord, host: Host): string {
  const silent = Date.now() - known.updated;
  const isSameIncident = host.incident !== undefined && host.incident.id === known.incident;
  const isTakenByUs = known.takenBy === incidentId(host);
  if (isSameIncident || isTakenByUs || silent >= ABANDONED_MILLISECONDS) return '';
  return runName(known) + ' is under way for this cluster. Wait until it is over, or ten minutes if it was broken off.';
}

/** Keeps how far a run got, and says on the incident what it may hold. `saved` undefined: before it has the lock. */
export function keepRun(
  host: Host,
  profile: ClusterProfile,
  hash: string,
  missing: readonly Reference[],
  saved: RunRecord['saved'],
): void {
  const record = { hash, incident: incidentId(host), updated: Date.now(), deviceGroup: profile.deviceGroup, missing };
  remember(host, profile.cluster, 'run', saved === undefined ? record : { ...record, saved });
  if (saved === undefined) noteLock(host, lockNotice(profile, record), record.incident);
}

/** A run of another incident goes on in this one: it is this one that says what it may hold. */
export function adoptRun(host: Host, profile: ClusterProfile, known: RunRecord): void {
  const incident = incidentId(host);
  if (known.incident === incident) return;
  const adopted = { ...known, incident, updated: Date.now() };
  remember(host, profile.cluster, 'run', adopted);
  noteLock(host, lockNotice(profile, adopted), incident);
  noteLock(host, '', known.incident);
}

/** The run of an incident is over, and holds nothing any more. */
export function endRun(host: Host, cluster: string, incident: string): void {
  noteLock(host, '', incident);
  forget(host, cluster, 'run');
  forget(host, cluster, 'step');
}

/** Keeps what the run is about to do next. */
export function watchRun(host: Host, cluster: string, hash: string): Watch {
  let last: StepNotice | undefined;
  return function (notice) {
    if (last === undefined || last.operations !== notice.operations || last.isChecked !== notice.isChecked) {
      remember(host, cluster, 'step', { hash, operations: notice.operations, isChecked: notice.isChecked });
    }
    last = notice;
  };
}

/**
 * How far a run got that may have been cut off within a slice: it may have done all that it was about to do, or nothing
 * of it.
 */
export function reachedBy(host: Host, cluster: string, saved: SavedRun): ApplyProgress {
  const { progress } = saved;
  const step = recall(host, cluster, 'step');
  if (step === undefined || step.hash !== progress.planHash) return progress;
  if (step.isChecked) return { ...progress, phase: 'unlock', next: 0 };
  return { ...progress, reached: Math.max(step.operations, progress.reached || 0) };
}

/** How far taking back got. */
export type TakeBackAnswer =
  /** Nothing was written, and the lock is free. */
  | { readonly kind: 'nothing' }
  /** It had written and checked everything: its rules stay, and the lock is free. */
  | { readonly kind: 'finished' }
  /** Somebody edited what was kept, so that nothing was undone; the lock stays. */
  | { readonly kind: 'damaged' }
  /** The slice is over. */
  | { readonly kind: 'paused'; readonly writes: number }
  | { readonly kind: 'over'; readonly outcome: ApplyOutcome };

/**
 * Undoes what a run wrote and frees its lock. A run that wrote nothing only gives its lock back. Of one whose record
 * somebody edited nothing is undone: the next plan starts from what is there, and its apply frees the lock.
 */
export function takeBackRun(host: Host, profile: ClusterProfile, known: RunRecord, slice: Slice): TakeBackAnswer {
  const port = openPanorama(host, { ...profile, deviceGroup: known.deviceGroup });
  const saved: SavedRun | undefined = known.saved;
  if (saved === undefined) {
    releaseConfigLock(port, known.deviceGroup);
    endRun(host, profile.cluster, known.incident);
    return { kind: 'nothing' };
  }
  const at = { ...profile, deviceGroup: known.deviceGroup };
  if (!isUndoable(saved, at, known.hash)) {
    endRun(host, profile.cluster, known.incident);
    return { kind: 'damaged' };
  }
  const progress = reachedBy(host, profile.cluster, saved);
  if (progress.phase === 'unlock' && progress.failures.length === 0) {
    releaseConfigLock(port, known.deviceGroup);
    endRun(host, profile.cluster, known.incident);
    return { kind: 'finished' };
  }
  const why = problem('stale-plan', { planned: known.hash, found: 'another one' });
  const step = takeBack(port, at, saved.operations, progress, why, slice);
  if (!step.done) {
    const kept = { ...saved, progress: step.progress };
    const takenBy = incidentId(host);
    remember(host, profile.cluster, 'run', { ...known, updated: Date.now(), takenBy, saved: kept });
    return { kind: 'paused', writes: step.progress.writes };
  }
  endRun(host, profile.cluster, known.incident);
  return { kind: 'over', outcome: step.outcome };
}
