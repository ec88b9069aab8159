import type { Operation } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import type { ApplyJob, ApplyOutcome, ApplyProgress } from './types';
import { batchesOf, operationSubject, send, type Batch, type WriteRequest } from './batch';
import { foreignChanges, isUndone } from './fence';
import { releaseConfigLock } from '../api/locks';
import { refusedPlan } from '../prepare/planproblems';
import type { PanoramaPort, WriteAnswer } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { askAgain } from '../api/reader';
import { readState } from '../state/readstate';
import { undoRequests, type UndoableOperation } from './undo';

/** The steps of a run under the lock. Each sends one write, or reads everything once. */
export interface Steps {
  /** Takes the next step of the phases `write`, `check` and `undo`. */
  take(progress: ApplyProgress): ApplyProgress;
  /** The last step. */
  unlock(progress: ApplyProgress): ApplyOutcome;
}

/** The steps of one job. Requests are made from the plan at the first write, once for each slice. */
export function createSteps(port: PanoramaPort, job: ApplyJob): Steps {
  let batches: readonly Batch[] | undefined;
  const undo = createUndo(port, job.profile, job.plan.operations);

  function writeNext(progress: ApplyProgress): ApplyProgress {
    batches = batches || batchesOf(job.profile, job.plan.operations);
    if (progress.next >= batches.length) return changed(progress, { phase: 'check', next: 0 });
    return afterWrite(progress, batches[progress.next], sendTwice(port, batches[progress.next].request));
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
      undoing = undoing || undoRequests(profile, operations.slice(0, progress.operations), progress.originals);
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

/** Reads everything again: nothing outside may differ, and nothing may be left to do. */
function checkResult(port: PanoramaPort, job: ApplyJob, progress: ApplyProgress): ApplyProgress {
  const answer = readState(port, job.profile);
  if (answer.kind === 'failed') return failed(progress, answer.problem);
  const foreign = foreignChanges(progress.before, answer.reading);
  if (foreign !== undefined) return failed(progress, problem('outside-changed', { entries: foreign }));
  const now = job.planFor(answer.reading.state);
  const refused = refusedPlan(now);
  if (refused !== undefined) return failed(progress, refused);
  const rest = now.operations;
  if (rest.length === 0) return changed(progress, { phase: 'unlock', next: 0 });
  return failed(progress, problem('not-as-planned', { differences: listed(rest.map(stillToDo)) }));
}

function stillToDo(operation: Operation): string {
  return operationSubject(operation) + ' (' + operation.op + ')';
}

/** What counts is what Panorama holds: requests that failed although nothing was to undo leave nothing behind. */
function checkUndone(port: PanoramaPort, profile: ClusterProfile, progress: ApplyProgress): ApplyProgress {
  const answer = readState(port, profile);
  if (answer.kind === 'failed') {
    const unchecked = 'whether everything was undone could not be checked';
    return changed(progress, { phase: 'unlock', leftovers: progress.leftovers.concat([unchecked]) });
  }
  if (isUndone(progress.before, answer.reading)) return changed(progress, { phase: 'unlock', leftovers: [] });
  const differs = 'the rules and objects of the cluster are not as they were before this run';
  return changed(progress, { phase: 'unlock', leftovers: progress.leftovers.concat([differs]) });
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
