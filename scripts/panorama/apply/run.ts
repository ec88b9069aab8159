import { standingName } from '../../policy/plan/closures';
import type { Plan } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { isSameData } from '../../policy/text/same';
import { releaseConfigLock, takeConfigLock } from '../api/locks';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { createPanoramaReader } from '../api/reader';
import type { Slice } from '../api/slice';
import { refusedPlan, staleness } from '../prepare/planproblems';
import { preflight } from '../prepare/preflight';
import { referencesOfRules } from '../prepare/references';
import { readMark, type Mark } from '../state/mark';
import { readOwnChanges } from '../state/ownchanges';
import { changeProblems, readChanges } from '../state/pendingchanges';
import { readStateWithin, type StateReading } from '../state/readstate';
import { fingerprintOfState } from './fence';
import { createSteps, createUndo, surroundingsOf, type Steps } from './steps';
import type { ApplyJob, ApplyOutcome, ApplyProgress, ApplyStep, StepNotice, SurroundedJob } from './types';
import { originalsOf, type UndoableOperation } from './undo';

/**
 * Carries a plan out, as a state machine: look, lock, write, check, unlock; when something fails, undo, then unlock. It
 * works in slices, because a script on the server has a time limit.
 */

/** Checks, locks, and writes until the slice is over. */
export function beginApply(port: PanoramaPort, job: ApplyJob, slice: Slice): ApplyStep {
  const checked = checkApply(port, job);
  if (checked.kind === 'over') return done(checked.outcome);
  const opened = openApply(port, checked.job, checked.warnings);
  return opened.done ? opened : continueApply(port, checked.job, opened.progress, slice);
}

/** Whether a plan can be carried out. */
export type ApplyCheck =
  | { readonly kind: 'ready'; readonly job: SurroundedJob; readonly warnings: readonly string[] }
  | { readonly kind: 'over'; readonly outcome: ApplyOutcome };

/** What the lock is not needed for: all that takes long. Nothing is written, and nothing is locked. */
export function checkApply(port: PanoramaPort, job: ApplyJob): ApplyCheck {
  const refusal = refusedPlan(job.plan);
  if (refusal !== undefined) return over([refusal]);
  const around = surroundingsOf(port, job);
  if (around.kind === 'failed') return over([around.problem]);
  const { surroundings } = around;
  const checked = preflight(port, job.profile, referencesOfRules(job.rulebase.rules), job, surroundings);
  if (checked.problems.length > 0) return over(checked.problems);
  const surrounded = { ...job, surroundings };
  if (job.plan.operations.length === 0) return { kind: 'over', outcome: confirmUnchanged(port, surrounded) };
  return { kind: 'ready', job: surrounded, warnings: checked.unverified };
}

/**
 * Locks, and reads what can have moved since the plan: the device group itself and the uncommitted changes in it.
 * Nothing is written yet, so that the caller can keep the progress before anything is; that a lock may be held, it has
 * said before.
 *
 * @param prepared what the plan's own reading came to: where nothing has moved since, it is not read again
 */
export function openApply(
  port: PanoramaPort,
  job: SurroundedJob,
  warnings: readonly string[],
  prepared?: PreparedRun,
): ApplyStep {
  const lock = takeConfigLock(port, job.profile.deviceGroup, job.profile.cluster);
  if (lock.kind === 'failed') return refused([lock.problem]);
  const first =
    prepared !== undefined && isUnmoved(port, job, prepared.mark)
      ? { kind: 'ready' as const, progress: { ...prepared.progress, warnings } }
      : firstProgress(port, job, warnings);
  if (first.kind === 'ready') return { done: false, progress: first.progress };
  const left = releaseConfigLock(port, job.profile.deviceGroup);
  return refused(left === undefined ? first.problems : first.problems.concat([left]));
}

/**
 * Goes on where the last slice stopped, with the same job.
 *
 * @param watch for whoever must know what a slice did that is cut off
 * @throws if the progress belongs to another plan
 */
export function continueApply(
  port: PanoramaPort,
  job: ApplyJob,
  progress: ApplyProgress,
  slice: Slice,
  watch: Watch = unwatched,
): ApplyStep {
  if (progress.planHash !== job.plan.hash) {
    throw new Error('This progress belongs to another plan: ' + progress.planHash + ', not ' + job.plan.hash + '.');
  }
  return takeSteps(createSteps(port, job), progress, slice, watch);
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
  return takeSteps(createUndo(port, profile, operations), undoing, slice, unwatched);
}

/** Hears before each step what it is about to do. */
export type Watch = (notice: StepNotice) => void;

const unwatched: Watch = () => undefined;

function takeSteps(steps: Steps, progress: ApplyProgress, slice: Slice, watch: Watch): ApplyStep {
  let current = progress;
  do {
    watch(steps.notice(current));
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

function over(problems: readonly Problem[]): ApplyCheck {
  return { kind: 'over', outcome: { kind: 'refused', problems } };
}

function confirmUnchanged(port: PanoramaPort, job: SurroundedJob): ApplyOutcome {
  const answer = readStateWithin(port, job.profile, job.surroundings);
  if (answer.kind === 'failed') return { kind: 'refused', problems: [answer.problem] };
  const now = job.planFor(answer.reading.state);
  const found = refusedPlan(now) || staleness(job.plan, now);
  return found === undefined ? { kind: 'unchanged' } : { kind: 'refused', problems: [found] };
}

/** The beginning of a run, from the reading that its plan was made from. */
export interface PreparedRun {
  /** Of before that reading. */
  readonly mark: Mark;
  readonly progress: ApplyProgress;
}

/** Whether nothing was committed since, and nothing else is uncommitted. */
function isUnmoved(port: PanoramaPort, job: SurroundedJob, before: Mark): boolean {
  const reader = createPanoramaReader(port);
  const { mark } = readMark(reader, job.surroundings.hierarchy);
  return reader.failure() === undefined && isSameData(mark, before);
}

type First =
  | { readonly kind: 'ready'; readonly progress: ApplyProgress }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** From what is read under the lock: what the plan was made from must still be there. */
function firstProgress(port: PanoramaPort, job: SurroundedJob, warnings: readonly string[]): First {
  const reader = createPanoramaReader(port);
  const found = readChanges(reader);
  const isOwn = readOwnChanges(port, reader, found, job.profile, { added: true });
  const changes = changeProblems(found, job.profile, job.ignoredAdmins, isOwn);
  const failure = reader.failure();
  if (failure !== undefined || changes.length > 0) {
    return { kind: 'failed', problems: failure === undefined ? changes : [failure] };
  }
  const answer = readStateWithin(port, job.profile, job.surroundings);
  if (answer.kind === 'failed') return { kind: 'failed', problems: [answer.problem] };
  const now = job.planFor(answer.reading.state);
  const stale = refusedPlan(now) || staleness(job.plan, now);
  if (stale !== undefined) return { kind: 'failed', problems: [stale] };
  return { kind: 'ready', progress: startOf(job.plan, answer.reading, warnings) };
}

/** Where a run begins that carries a plan out. */
export function startOf(plan: Plan, reading: StateReading, warnings: readonly string[]): ApplyProgress {
  return {
    phase: 'write',
    planHash: plan.hash,
    next: 0,
    operations: 0,
    writes: 0,
    before: fingerprintOfState(reading),
    originals: originalsOf(plan.operations, reading.state, plan.closures.map(standingName)),
    failures: [],
    leftovers: [],
    warnings,
  };
}
