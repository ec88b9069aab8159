import type { ClusterProfile } from '../../policy/profile/types';
import { changeProblems, changesOutside, changesIn, readChanges, type PendingChange } from '../state/pendingchanges';
import { readOwnChanges, type IsOwnChange } from '../state/ownchanges';
import { commitScope } from '../api/commands';
import { BEFORE_ALL_JOBS, jobNumber, readJob, type Job } from '../api/jobs';
import { lockProblems } from '../api/locks';
import { nodeText } from '../api/nodes';
import type { CommitAnswer, PanoramaPort, RefusedAnswer } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { askAgain, createPanoramaReader, failureOf } from '../api/reader';
import { element } from '../api/xml';
import { askCommit } from './askcommit';
import { requestOf, scopeOf } from './scope';
import { busyProblem, isBusy, JOB_PATIENCE, waitOn, type Waiting } from './waiting';

/**
 * The commit to Panorama, validated first: of one administrator and one device group, so that nobody else's work goes
 * live. Each step sends a few requests and never waits; the caller comes back until it is done.
 */

/**
 * How far a commit is: what the caller keeps until it comes back. `waiting`: Panorama was at something else, and nothing
 * was begun.
 */
export interface CommitProgress {
  readonly phase: 'waiting' | 'validating' | 'committing';
  readonly scope: 'full' | 'group';
  /** Of the validation or the commit; '' while waiting. */
  readonly job: string;
  readonly description: string;
  /** When the job was asked for, in milliseconds. */
  readonly since: number;
  /** How long Panorama has been busy, where it was. */
  readonly waiting?: Waiting;
}

/** How a commit ended. */
export type CommitOutcome =
  | { readonly kind: 'committed'; readonly job: string; readonly warnings: readonly string[] }
  /** The running configuration holds everything already. */
  | { readonly kind: 'nothing' }
  /** Nothing was committed; the changes stay in the candidate configuration. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** What one look at a commit came to: progress to go on from, or the end. */
export type CommitStep =
  | { readonly done: false; readonly progress: CommitProgress }
  | {
      readonly done: true;
      readonly outcome: CommitOutcome;
      /** The job may go on all the same: the next look is at this one, and none is asked for beside it. */
      readonly goesOn?: CommitProgress;
    };

/**
 * Checks what can be checked, then asks for the validation.
 *
 * @param now milliseconds, as all times here
 * @param waited where Panorama was busy before
 */
export function beginCommit(
  port: PanoramaPort,
  profile: ClusterProfile,
  description: string,
  now: number,
  waited?: Waiting,
): CommitStep {
  if (profile.panoramaAdmin === '') return failed([problem('no-admin', {})]);
  const reader = createPanoramaReader(port);
  const pending = reader.op('<check><pending-changes></pending-changes></check>', 'whether anything is pending', {});
  if (reader.failure() === undefined && nodeText(pending) === 'no') return nothing();
  const changes = readChanges(reader);
  const isOwn = readOwnChanges(port, reader, changes, profile, { added: false });
  const problems = lockProblems(reader, profile, ['commit']).concat(ownProblems(changes, profile, isOwn));
  const scope = scopeOf(reader, changes, profile, isOwn);
  const failure = reader.failure();
  if (failure !== undefined) return failed([failure]);
  if (scope.kind === 'blocked') return failed(problems.concat([scope.problem]));
  if (problems.length > 0) return failed(problems);
  return validate(port, profile, begun(scope.kind, description, now, waited));
}

/** Looks at the job, and goes on when it has finished, or asks again when Panorama was busy. */
export function continueCommit(
  port: PanoramaPort,
  profile: ClusterProfile,
  progress: CommitProgress,
  now: number,
): CommitStep {
  if (progress.phase === 'waiting') {
    if (progress.waiting !== undefined && now < progress.waiting.next) return { done: false, progress };
    return beginCommit(port, profile, progress.description, now, progress.waiting);
  }
  // The type of a validation job is not documented.
  const answer = readJob(port, progress.job, progress.phase === 'committing' ? 'Commit' : undefined);
  if (answer.kind === 'failed') {
    const isLost = answer.problem.code === 'unknown-job';
    return isLost ? failed([answer.problem]) : { ...failed([answer.problem]), goesOn: progress };
  }
  if (answer.job.status !== 'finished') return stillUnderWay(progress, now);
  return progress.phase === 'validating'
    ? afterValidation(port, profile, { ...progress, since: now }, answer.job)
    : afterCommit(answer.job);
}

function stillUnderWay(progress: CommitProgress, now: number): CommitStep {
  if (now - progress.since < JOB_PATIENCE) return { done: false, progress };
  const what = progress.phase === 'validating' ? 'validation' : 'commit';
  const minutes = String(Math.floor((now - progress.since) / 60000));
  return { ...failed([problem('unfinished-job', { job: progress.job, what, minutes })]), goesOn: progress };
}

function begun(
  scope: 'full' | 'group',
  description: string,
  now: number,
  waiting: Waiting | undefined,
): CommitProgress {
  return { phase: 'validating', scope, job: BEFORE_ALL_JOBS, description, since: now, waiting };
}

/** Waits for another time, or gives up: nothing was begun. */
function refused(progress: CommitProgress, doing: string, answer: RefusedAnswer): CommitStep {
  if (!isBusy(answer)) return failed([failureOf(doing, answer)]);
  const waiting = waitOn(progress.waiting, answer.message, progress.since);
  if (waiting !== undefined) return { done: false, progress: { ...progress, phase: 'waiting', job: '', waiting } };
  return failed([busyProblem('commit', progress.waiting, answer.message, progress.since)]);
}

function failed(problems: readonly Problem[]): Extract<CommitStep, { readonly done: true }> {
  return { done: true, outcome: { kind: 'failed', problems } };
}

function nothing(): CommitStep {
  return { done: true, outcome: { kind: 'nothing' } };
}

/** The profile's administrator must be the one who wrote, and have written nothing else in this device group. */
function ownProblems(changes: readonly PendingChange[], profile: ClusterProfile, isOwn: IsOwnChange): Problem[] {
  const problems: Problem[] = [];
  for (const change of changesIn(changes, profile.deviceGroup)) {
    if (!isOwn(change) || change.admins.indexOf(profile.panoramaAdmin) >= 0) continue;
    problems.push(problem('wrong-admin', { found: change.admins.join(', '), admin: profile.panoramaAdmin }));
    break;
  }
  const others = changeProblems(changes, profile, [], isOwn).filter((found) => found.code === 'own-changes');
  return problems.concat(others);
}

function validate(port: PanoramaPort, profile: ClusterProfile, begin: CommitProgress): CommitStep {
  const what = commitScope(requestOf(profile, begin.scope, begin.description));
  const command = element('validate', what === '' ? element('full', '') : what);
  const answer = askAgain(() => port.op(command, {}));
  if (answer.kind === 'refused' && answer.code === UNKNOWN_COMMAND) {
    // The form of the command is not documented; the commit validates by itself as well.
    return commit(port, profile, begin);
  }
  if (answer.kind === 'refused') return refused(begin, 'validate the changes', answer);
  if (answer.kind === 'unclear') return failed([failureOf('validate the changes', answer)]);
  const job = jobNumber(answer.node);
  return job === '' ? commit(port, profile, begin) : { done: false, progress: { ...begin, job } };
}

/** PAN-OS error code 17: invalid command. */
const UNKNOWN_COMMAND = 17;

function afterValidation(port: PanoramaPort, profile: ClusterProfile, progress: CommitProgress, job: Job): CommitStep {
  if (job.result === 'ok') return commit(port, profile, progress);
  return failed([problem('validation-failed', { details: reasonOf(job) })]);
}

function commit(port: PanoramaPort, profile: ClusterProfile, progress: CommitProgress): CommitStep {
  const request = requestOf(profile, progress.scope, progress.description);
  const answer = askCommit(port, 'Commit', progress, () =>
    request.scope === 'group' ? port.commitGroup(request) : port.commit(request),
  );
  return answer.kind === 'unsupported' ? commitOfAdmin(port, profile, progress) : afterRequest(progress, answer);
}

/** Not every way to Panorama takes a device group: without one, only where that makes no difference. */
function commitOfAdmin(port: PanoramaPort, profile: ClusterProfile, progress: CommitProgress): CommitStep {
  const reader = createPanoramaReader(port);
  const outside = changesOutside(readChanges(reader), profile);
  const failure = reader.failure();
  if (failure !== undefined) return failed([failure]);
  if (outside.length > 0) {
    const changes = listed(outside);
    const names = { admin: profile.panoramaAdmin, deviceGroup: profile.deviceGroup, changes };
    return failed([problem('admin-changes-outside', names)]);
  }
  const answer = askCommit(port, 'Commit', progress, () =>
    port.commit({ scope: 'admin', admin: profile.panoramaAdmin, description: progress.description }),
  );
  return afterRequest(progress, answer);
}

function afterRequest(progress: CommitProgress, answer: CommitAnswer): CommitStep {
  switch (answer.kind) {
    case 'nothing':
      return nothing();
    case 'enqueued':
      return { done: false, progress: { ...progress, phase: 'committing', job: answer.job } };
    case 'refused':
      return refused(progress, 'commit', answer);
    case 'unclear':
      return failed([failureOf('commit', answer)]);
  }
}

function afterCommit(job: Job): CommitStep {
  if (job.result !== 'ok') return failed([problem('commit-failed', { job: job.id, details: reasonOf(job) })]);
  return { done: true, outcome: { kind: 'committed', job: job.id, warnings: job.warnings } };
}

function reasonOf(job: Job): string {
  const lines = job.details.concat(job.warnings);
  return lines.length === 0 ? 'Panorama gives no reason' : listed(lines);
}
