import type { ClusterProfile } from '../../policy/profile/types';
import { createSteps, createUndo, type Steps } from './steps';
import type { ApplyJob, ApplyOutcome, ApplyProgress, ApplyStep, Slice } from './types';
import { fingerprintOfState } from './fence';
import { releaseConfigLock, takeConfigLock } from '../api/locks';
import { refusedPlan, staleness } from '../prepare/planproblems';
import type { PanoramaPort } from '../api/port';
import { preflight } from '../prepare/preflight';
import type { Problem } from '../api/problems';
import { readState, type StateAnswer } from '../state/readstate';
import { originalsOf, type UndoableOperation } from './undo';

/**
 * Carries a plan out, as a state machine: lock, write, check, unlock; when something fails, undo, then unlock. It works
 * in slices, because a script on the server has a time limit.
 */

/** Checks, locks, and writes until the slice is over. */
export function beginApply(port: PanoramaPort, job: ApplyJob, slice: Slice): ApplyStep {
  const opened = openApply(port, job);
  return opened.done ? opened : continueApply(port, job, opened.progress, slice);
}

/** Checks and locks; nothing is written yet, so that the caller can keep the progress before anything is. */
export function openApply(port: PanoramaPort, job: ApplyJob): ApplyStep {
  const refusal = refusedPlan(job.plan);
  if (refusal !== undefined) return refused([refusal]);
  const checked = preflight(port, job.profile, job.rulebase, { ignoredAdmins: job.ignoredAdmins });
  if (checked.problems.length > 0) return refused(checked.problems);
  if (job.plan.operations.length === 0) return confirmUnchanged(port, job);
  const lock = takeConfigLock(port, job.profile.deviceGroup, job.profile.cluster);
  if (lock.kind === 'failed') return refused([lock.problem]);
  const first = firstProgress(readState(port, job.profile), job, checked.unverified);
  if (first.kind === 'ready') return { done: false, progress: first.progress };
  const left = releaseConfigLock(port, job.profile.deviceGroup);
  return refused(left === undefined ? [first.problem] : [first.problem, left]);
}

/**
 * Goes on where the last slice stopped, with the same job.
 *
 * @throws if the progress belongs to another plan
 */
export function continueApply(port: PanoramaPort, job: ApplyJob, progress: ApplyProgress, slice: Slice): ApplyStep {
  if (progress.planHash !== job.plan.hash) {
    throw new Error('This progress belongs to another plan: ' + progress.planHash + ', not ' + job.plan.hash + '.');
  }
  return takeSteps(createSteps(port, job), progress, slice);
}

/** Undoes a saved run whose rulebase nobody wants any more, and unlocks; in slices as well. */
export function takeBack(
  port: PanoramaPort,
  profile: ClusterProfile,
  operations: readonly UndoableOperation[],
  progress: ApplyProgress,
  why: Problem,
  slice: Slice,
): ApplyStep {
  const isUnderWay = progress.failures.length > 0;
  const undoing: ApplyProgress = isUnderWay ? progress : { ...progress, phase: 'undo', next: 0, failures: [why] };
  return takeSteps(createUndo(port, profile, operations), undoing, slice);
}

function takeSteps(steps: Steps, progress: ApplyProgress, slice: Slice): ApplyStep {
  let current = progress;
  do {
    if (current.phase === 'unlock') return done(steps.unlock(current));
    current = steps.take(current);
  } while (slice.goesOn());
  return { done: false, progress: current };
}

function done(outcome: ApplyOutcome): ApplyStep {
  return { done: true, outcome };
}

function refused(problems: readonly Problem[]): ApplyStep {
  return done({ kind: 'refused', problems });
}

function confirmUnchanged(port: PanoramaPort, job: ApplyJob): ApplyStep {
  const answer = readState(port, job.profile);
  if (answer.kind === 'failed') return refused([answer.problem]);
  const now = job.planFor(answer.reading.state);
  const found = refusedPlan(now) || staleness(job.plan, now);
  return found === undefined ? done({ kind: 'unchanged' }) : refused([found]);
}

type First =
  { readonly kind: 'ready'; readonly progress: ApplyProgress } | { readonly kind: 'failed'; readonly problem: Problem };

/** From what is read under the lock: what the plan was made from must still be there. */
function firstProgress(answer: StateAnswer, job: ApplyJob, warnings: readonly string[]): First {
  if (answer.kind === 'failed') return { kind: 'failed', problem: answer.problem };
  const now = job.planFor(answer.reading.state);
  const found = refusedPlan(now) || staleness(job.plan, now);
  if (found !== undefined) return { kind: 'failed', problem: found };
  return {
    kind: 'ready',
    progress: {
      phase: 'write',
      planHash: job.plan.hash,
      next: 0,
      operations: 0,
      writes: 0,
      before: fingerprintOfState(answer.reading),
      originals: originalsOf(job.plan.operations, answer.reading.state),
      failures: [],
      leftovers: [],
      warnings,
    },
  };
}
