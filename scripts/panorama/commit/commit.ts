import type { ClusterProfile } from '../../policy/profile/types';
import {
  changeProblems,
  changesOutside,
  changesIn,
  isChangeOfCluster,
  readChanges,
  type PendingChange,
} from '../state/pendingchanges';
import { commitScope } from '../api/commands';
import { findJob, jobNumber, readJob, type Job } from '../api/jobs';
import { foreignLock, readLocks } from '../api/locks';
import { nodeText } from '../api/nodes';
import type { CommitAnswer, CommitRequest, GroupCommitRequest, PanoramaPort } from '../api/port';
import { listed, problem, type Problem } from '../api/problems';
import { askAgain, createReader, failureOf, type Reader } from '../api/reader';
import { commitsReordered, readVersion } from '../api/system';
import { element } from '../api/xml';

/**
 * The commit to Panorama, validated first: of one administrator and one device group, so that nobody else's work goes live.
 * Each step sends a few requests and never waits; the caller comes back until it is done.
 */
export interface CommitProgress {
  readonly phase: 'validating' | 'committing';
  readonly scope: 'full' | 'group';
  readonly job: string;
  readonly description: string;
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
  | { readonly done: true; readonly outcome: CommitOutcome };

/** The longest commit description (vendor, "Commit Queues"). */
const DESCRIPTION_LIMIT = 512;

/** Checks what can be checked, then asks for the validation. */
export function beginCommit(port: PanoramaPort, profile: ClusterProfile, description: string): CommitStep {
  if (profile.panoramaAdmin === '') return failed([problem('no-admin', {})]);
  const reader = createReader(port);
  const pending = reader.op('<check><pending-changes></pending-changes></check>', 'whether anything is pending', {});
  if (reader.failure() === undefined && nodeText(pending) === 'no') return nothing();
  const changes = readChanges(reader);
  const problems = lockProblems(reader, profile).concat(ownProblems(changes, profile));
  const scope = scopeOf(reader, changes, profile);
  const failure = reader.failure();
  if (failure !== undefined) return failed([failure]);
  if (scope.kind === 'blocked') return failed(problems.concat([scope.problem]));
  if (problems.length > 0) return failed(problems);
  return validate(port, profile, scope.kind, description.slice(0, DESCRIPTION_LIMIT));
}

/** Looks at the job, and goes on when it has finished. */
export function continueCommit(port: PanoramaPort, profile: ClusterProfile, progress: CommitProgress): CommitStep {
  const answer = readJob(port, progress.job);
  if (answer.kind === 'failed') return failed([answer.problem]);
  if (answer.job.status !== 'finished') return { done: false, progress };
  return progress.phase === 'validating'
    ? afterValidation(port, profile, progress, answer.job)
    : afterCommit(answer.job);
}

function failed(problems: readonly Problem[]): CommitStep {
  return { done: true, outcome: { kind: 'failed', problems } };
}

function nothing(): CommitStep {
  return { done: true, outcome: { kind: 'nothing' } };
}

function lockProblems(reader: Reader, profile: ClusterProfile): Problem[] {
  const problems: Problem[] = [];
  for (const lock of readLocks(reader)) {
    const found = foreignLock(lock, profile.deviceGroup, profile.panoramaAdmin);
    if (lock.kind === 'commit' && found !== undefined) problems.push(found);
  }
  return problems;
}

/** The profile's administrator must be the one who wrote, and have written nothing else in this device group. */
function ownProblems(changes: readonly PendingChange[], profile: ClusterProfile): Problem[] {
  const problems: Problem[] = [];
  for (const change of changesIn(changes, profile.deviceGroup)) {
    if (!isChangeOfCluster(change, profile) || change.admins.indexOf(profile.panoramaAdmin) >= 0) continue;
    problems.push(problem('wrong-admin', { found: change.admins.join(', '), admin: profile.panoramaAdmin }));
    break;
  }
  const others = changeProblems(changes, profile, []).filter((found) => found.code === 'own-changes');
  return problems.concat(others);
}

type Scope =
  { readonly kind: 'group' } | { readonly kind: 'full' } | { readonly kind: 'blocked'; readonly problem: Problem };

/** Before 11.0.1 reordered rules need a full commit, which takes everything that anybody left uncommitted. */
function scopeOf(reader: Reader, changes: readonly PendingChange[], profile: ClusterProfile): Scope {
  const version = readVersion(reader);
  if (reader.failure() !== undefined || commitsReordered(version)) return { kind: 'group' };
  const command = '<check><full-commit-required></full-commit-required></check>';
  if (nodeText(reader.op(command, 'whether a full commit is required', {})) !== 'yes') return { kind: 'group' };
  const admins: string[] = [];
  for (const change of changes) {
    for (const admin of change.admins) {
      const isOwn = isChangeOfCluster(change, profile) && admin === profile.panoramaAdmin;
      if (!isOwn && admins.indexOf(admin) < 0) admins.push(admin);
    }
  }
  if (admins.length === 0) return { kind: 'full' };
  return {
    kind: 'blocked',
    problem: problem('full-commit-blocked', { version, admins: listed(admins, SHOWN) }),
  };
}

const SHOWN = 5;

function validate(
  port: PanoramaPort,
  profile: ClusterProfile,
  scope: 'full' | 'group',
  description: string,
): CommitStep {
  const what = commitScope(requestOf(profile, scope, description));
  const command = element('validate', what === '' ? element('full', '') : what);
  const answer = askAgain(() => port.op(command, {}));
  if (answer.kind === 'refused' && answer.code === UNKNOWN_COMMAND) {
    // The form of the command is not documented; the commit validates by itself as well.
    return commit(port, profile, { phase: 'validating', scope, job: '0', description });
  }
  if (answer.kind !== 'answered') return failed([failureOf('validate the changes', answer)]);
  const progress: CommitProgress = {
    phase: 'validating',
    scope,
    job: jobNumber(answer.node),
    description,
  };
  return progress.job === '' ? commit(port, profile, progress) : { done: false, progress };
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
  const reader = createReader(port);
  const outside = changesOutside(readChanges(reader), profile);
  const failure = reader.failure();
  if (failure !== undefined) return failed([failure]);
  if (outside.length > 0) {
    const changes = listed(outside, SHOWN);
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
      return {
        done: false,
        progress: {
          phase: 'committing',
          scope: progress.scope,
          job: answer.job,
          description: progress.description,
        },
      };
    case 'refused':
    case 'unclear':
      return failed([failureOf('commit', answer)]);
  }
}

function requestOf(
  profile: ClusterProfile,
  scope: 'full' | 'group',
  description: string,
): CommitRequest | GroupCommitRequest {
  if (scope === 'full') return { scope: 'full', description };
  return { scope: 'group', admin: profile.panoramaAdmin, deviceGroup: profile.deviceGroup, description };
}

/** Asks once more only where the lost request has become no job. */
export function askCommit<Answer extends { readonly kind: string }>(
  port: PanoramaPort,
  type: 'Commit' | 'CommitAll',
  later: { readonly job: string; readonly description: string },
  ask: () => CommitAnswer | Answer,
): CommitAnswer | Answer {
  const answer = ask();
  if (answer.kind !== 'unclear') return answer;
  const job = findJob(port, type, later.description, later.job);
  return job === undefined ? ask() : { kind: 'enqueued', job: job.id };
}

function afterCommit(job: Job): CommitStep {
  if (job.result !== 'ok') return failed([problem('commit-failed', { job: job.id, details: reasonOf(job) })]);
  return { done: true, outcome: { kind: 'committed', job: job.id, warnings: job.warnings } };
}

function reasonOf(job: Job): string {
  const lines = job.details.concat(job.warnings);
  return lines.length === 0 ? 'Panorama gives no reason' : listed(lines, SHOWN);
}
