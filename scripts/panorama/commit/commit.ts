import type { ClusterProfile } from '../../policy/profile/types';
import { changeProblems, changesOutside, changesIn, readChanges, type PendingChange } from '../state/pendingchanges';
import { readOwnChanges, type IsOwnChange } from '../state/ownchanges';
import { commitScope } from '../api/commands';
import { BEFORE_ALL_JOBS, jobNumber, readJob, type Job } from '../api/jobs';
import { lockProblems } from '../api/locks';
import { nodeText } from '../api/nodes';
import type { CommitAnswer, PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { askAgain, createPanoramaReader, failureOf } from '../api/reader';
import { element } from '../api/xml';
import { askCommit } from './askcommit';
import { requestOf, scopeOf } from './scope';

/**
 * The commit to Panorama, validated first: of one administrator and one device group, so that nobody else's work goes
 * live. Each step sends a few requests and never waits; the caller comes back until it is done.
 */

/** How far a commit is: what the caller keeps until it comes back. */
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

/** Checks what can be checked, then asks for the validation. */
export function beginCommit(port: PanoramaPort, profile: ClusterProfile, description: string): CommitStep {
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
  return validate(port, profile, scope.kind, description);
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
    return commit(port, profile, { phase: 'validating', scope, job: BEFORE_ALL_JOBS, description });
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

function afterCommit(job: Job): CommitStep {
  if (job.result !== 'ok') return failed([problem('commit-failed', { job: job.id, details: reasonOf(job) })]);
  return { done: true, outcome: { kind: 'committed', job: job.id, warnings: job.warnings } };
}

function reasonOf(job: Job): string {
  const lines = job.details.concat(job.warnings);
  return lines.length === 0 ? 'Panorama gives no reason' : listed(lines);
}
