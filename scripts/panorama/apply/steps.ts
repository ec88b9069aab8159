import type { Operation } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import type { ApplyJob, ApplyOutcome, ApplyProgress, StepNotice } from './types';
import { batchesOf, operationSubject, send, type Batch, type WriteRequest } from './batch';
import { fingerprintOfState, foreignChanges, isEmptied, isSameReading, isUndone } from './fence';
import { releaseConfigLock } from '../api/locks';
import { refusedPlan } from '../prepare/planproblems';
import type { PanoramaPort, WriteAnswer } from '../api/port';
import { describeProblem, problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { askAgain } from '../api/reader';
import { readStateWithin, type StateAnswer, type StateReading } from '../state/readstate';
import { aloneIn, readSurroundings, type Surroundings } from '../state/surroundings';
import { undoRequests, type UndoableOperation } from './undo';

/** The steps of a run under the lock. Each sends one write, or reads everything once. */
export interface Steps {
  /** Takes the next step of the phases `write`, `check` and `undo`. */
  take(progress: ApplyProgress): ApplyProgress;
  /** What the next step is about to do. */
  notice(progress: ApplyProgress): StepNotice;
  /** The last step. */
  unlock(progress: ApplyProgress): ApplyOutcome;
}

/** The steps of one job. Requests are made from the plan at the first write, once for each slice. */
export function createSteps(port: PanoramaPort, job: ApplyJob): Steps {
  let batches: readonly Batch[] | undefined;
  const undo = createUndo(port, job.profile, job.plan.operations);

  function nextBatch(progress: ApplyProgress): Batch | undefined {
    batches = batches || batchesOf(job.profile, job.plan.operations);
    return batches[progress.next];
  }

  function writeNext(progress: ApplyProgress): ApplyProgress {
    const batch = nextBatch(progress);
    if (batch === undefined) return changed(progress, { phase: 'check', next: 0 });
    return afterWrite(progress, batch, sendTwice(port, batch.request));
  }

  return {
    take(progress) {
      switch (progress.phase) {
        case 'write':
          return writeNext(progress);
        case 'check':
          return checkResult(port, job, progress);
        case 'undo':
          return undo.take(progress);
        case 'unlock':
          return progress;
      }
    },
    notice(progress) {
      const batch = progress.phase === 'write' ? nextBatch(progress) : undefined;
      const { operations, isChecked } = undo.notice(progress);
      return { operations: operations + (batch === undefined ? 0 : batch.operations), isChecked };
    },
    unlock(progress) {
      return undo.unlock(progress);
    },
  };
}

/** The steps from `undo` on, which need neither the rulebase nor the whole plan. */
export function createUndo(
  port: PanoramaPort,
  profile: ClusterProfile,
  operations: readonly UndoableOperation[],
): Steps {
  let undoing: readonly WriteRequest[] | undefined;
  return {
    take(progress) {
      const done = Math.max(progress.operations, progress.reached || 0);
      undoing = undoing || undoRequests(profile, operations.slice(0, done), progress.originals);
      if (progress.next >= undoing.length) return checkUndone(port, profile, progress);
      const request = undoing[progress.next];
      const sent = sendTwice(port, request);
      const leftovers =
        sent.answer.kind === 'done'
          ? progress.leftovers
          : progress.leftovers.concat(['could not ' + request.label + ': ' + sent.answer.message]);
      return changed(progress, {
        next: progress.next + 1,
        writes: progress.writes + sent.attempts,
        leftovers,
      });
    },
    notice({ phase, operations: reached, failures }) {
      return { operations: reached, isChecked: phase === 'unlock' && failures.length === 0 };
    },
    unlock(progress) {
      return unlock(port, profile, progress);
    },
  };
}

interface Sent {
  readonly answer: WriteAnswer;
  readonly attempts: number;
}

/**
 * Every request may be sent twice: a `set` or `edit` of the same content, a move to the same place change nothing more.
 */
function sendTwice(port: PanoramaPort, request: WriteRequest): Sent {
  let attempts = 0;
  const answer = askAgain(() => {
    attempts += 1;
    return send(port, request);
  });
  return { answer, attempts };
}

function afterWrite(progress: ApplyProgress, batch: Batch, sent: Sent): ApplyProgress {
  const writes = progress.writes + sent.attempts;
  const reached = progress.operations + batch.operations;
  const answer = sent.answer;
  switch (answer.kind) {
    case 'done':
      return changed(progress, { next: progress.next + 1, operations: reached, writes });
    case 'refused': {
      const why = problem('write-failed', { doing: batch.request.label, message: answer.message });
      // A refused answer says nothing about the first attempt, if that had no answer.
      const operations = sent.attempts > 1 ? reached : progress.operations;
      return failed(changed(progress, { writes, operations }), why);
    }
    case 'unclear': {
      const why = problem('write-unclear', { doing: batch.request.label, message: answer.message });
      return failed(changed(progress, { writes, operations: reached }), why);
    }
  }
}

function failed(progress: ApplyProgress, why: Problem): ApplyProgress {
  return changed(progress, { phase: 'undo', next: 0, failures: progress.failures.concat([why]) });
}

/** What stands around the device group of a job: as it was read before, or else read now, at once. */
export function surroundingsOf(
  port: PanoramaPort,
  job: ApplyJob,
): { readonly kind: 'read'; readonly surroundings: Surroundings } | Extract<StateAnswer, { readonly kind: 'failed' }> {
  if (job.surroundings !== undefined) return { kind: 'read', surroundings: job.surroundings };
  const answer = readSurroundings(port, job.profile);
  return answer.kind === 'failed' ? answer : { kind: 'read', surroundings: answer.surroundings };
}

/** Reads the device group again: nothing outside may differ, and nothing may be left to do. */
function checkResult(port: PanoramaPort, job: ApplyJob, progress: ApplyProgress): ApplyProgress {
  const around = surroundingsOf(port, job);
  if (around.kind === 'failed') return failed(progress, around.problem);
  const rules = Math.max(around.surroundings.rules, job.rulebase.rules.length);
  const answer = readAgreed(port, job.profile, { ...around.surroundings, rules }, (reading) => {
    const foreign = foreignChanges(progress.before, reading);
    if (foreign !== undefined) return problem('outside-changed', { entries: foreign });
    const now = job.planFor(reading.state);
    const refused = refusedPlan(now);
    if (refused !== undefined || now.operations.length === 0) return refused;
    return problem('not-as-planned', { differences: listed(now.operations.map(stillToDo)) });
  });
  return answer === undefined ? changed(progress, { phase: 'unlock', next: 0 }) : failed(progress, answer);
}

/**
 * What is wrong with what Panorama holds; undefined for nothing. Nobody writes but we, who hold the lock: what one
 * reading says to be wrong, a second one must say as well.
 */
function readAgreed(
  port: PanoramaPort,
  profile: ClusterProfile,
  surroundings: Surroundings,
  judge: (reading: StateReading) => Problem | undefined,
): Problem | undefined {
  const first = readStateWithin(port, profile, surroundings);
  if (first.kind === 'failed') return first.problem;
  const found = judge(first.reading);
  if (found === undefined) return undefined;
  const second = readStateWithin(port, profile, surroundings);
  if (second.kind === 'failed') return second.problem;
  return isSameReading(first.reading, second.reading) ? found : contradiction(profile, first.reading, second.reading);
}

function stillToDo(operation: Operation): string {
  return operationSubject(operation) + ' (' + operation.op + ')';
}

/**
 * What counts is what Panorama holds: requests that failed although nothing was to undo leave nothing behind. What
 * stands around the device group says nothing about that.
 */
function checkUndone(port: PanoramaPort, profile: ClusterProfile, progress: ApplyProgress): ApplyProgress {
  const alone = aloneIn(profile, progress.before.rules);
  const first = readStateWithin(port, profile, alone);
  const second = readStateWithin(port, profile, alone);
  const unchecked = (why: Problem): ApplyProgress =>
    changed(progress, {
      phase: 'unlock',
      leftovers: progress.leftovers.concat([
        'whether everything was undone could not be checked: ' + describeProblem(why).message,
      ]),
    });
  if (first.kind === 'failed') return unchecked(first.problem);
  if (second.kind === 'failed') return unchecked(second.problem);
  if (!isSameReading(first.reading, second.reading)) {
    return unchecked(contradiction(profile, first.reading, second.reading));
  }
  if (isEmptied(progress.before, first.reading)) {
    return unchecked(problem('emptied', { deviceGroup: profile.deviceGroup }));
  }
  if (isUndone(progress.before, first.reading)) return changed(progress, { phase: 'unlock', leftovers: [] });
  const differs = 'the rules and objects of the cluster are not as they were before this run';
  return changed(progress, { phase: 'unlock', leftovers: progress.leftovers.concat([differs]) });
}

function contradiction(profile: ClusterProfile, first: StateReading, second: StateReading): Problem {
  const told = (reading: StateReading): string =>
    String(reading.state.rules.length) +
    ' rules and ' +
    String(reading.state.objects.length) +
    ' objects (' +
    fingerprintOfState(reading).block +
    ')';
  return problem('contradiction', {
    what: 'the device group ' + profile.deviceGroup,
    first: told(first),
    second: told(second),
  });
}

function unlock(port: PanoramaPort, profile: ClusterProfile, progress: ApplyProgress): ApplyOutcome {
  const left = releaseConfigLock(port, profile.deviceGroup);
  const held = 'the configuration lock of the device group ' + profile.deviceGroup + ' may still be held';
  const leftovers = left === undefined ? progress.leftovers : progress.leftovers.concat([held]);
  return progress.failures.length === 0
    ? { kind: 'applied', writes: progress.writes, leftovers, warnings: progress.warnings }
    : { kind: 'failed', problems: progress.failures, writes: progress.writes, leftovers };
}

function changed(progress: ApplyProgress, change: Partial<ApplyProgress>): ApplyProgress {
  return { ...progress, ...change };
}
