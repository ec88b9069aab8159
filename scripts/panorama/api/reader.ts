import type { JsonNode, OperationalPlace, PanoramaPort, RefusedAnswer, UnclearAnswer } from './port';
import { problem, type Problem } from './problems';

/**
 * Several reads in a row, of which the first failure counts: after it nothing more is asked, and every answer is
 * absent. Reading twice does no harm, so an unclear answer is asked for once more.
 */
export interface Reader {
  /** From the candidate configuration; undefined where nothing is there. `what` completes "to read …". */
  get(xpath: string, what: string): JsonNode;
  /** From the running configuration; undefined where nothing is there. */
  show(xpath: string, what: string): JsonNode;
  op(command: string, what: string, place: OperationalPlace): JsonNode;
  /** What went wrong; undefined while nothing has. */
  failure(): Problem | undefined;
  /** Notes that what was read cannot be right; the first failure counts. */
  fail(found: Problem): void;
}

/** A reader without a failure yet. */
export function createPanoramaReader(port: PanoramaPort): Reader {
  let failure: Problem | undefined;

  function read<Answer extends { readonly kind: string }>(
    what: string,
    ask: () => Answer | RefusedAnswer | UnclearAnswer,
  ): Answer | undefined {
    if (failure !== undefined) return undefined;
    const answer = askAgain(ask);
    if (isFailure(answer)) {
      failure = failureOf('read ' + what, answer);
      return undefined;
    }
    return answer;
  }

  return {
    get(xpath, what) {
      const answer = read(what, () => port.get(xpath));
      return answer !== undefined && answer.kind === 'found' ? answer.node : undefined;
    },
    show(xpath, what) {
      const answer = read(what, () => port.show(xpath));
      return answer !== undefined && answer.kind === 'found' ? answer.node : undefined;
    },
    op(command, what, place) {
      const answer = read(what, () => port.op(command, place));
      if (answer === undefined || answer.kind !== 'answered') return undefined;
      // Nothing to list is an empty result. No result at all says nothing.
      if (answer.node === undefined) failure = problem('empty-answer', { doing: 'read ' + what });
      return answer.node;
    },
    failure() {
      return failure;
    },
    fail(found) {
      failure = failure || found;
    },
  };
}

/** Asks, and once more where the answer was unclear; only for what may be done twice. */
export function askAgain<Answer extends { readonly kind: string }>(ask: () => Answer): Answer {
  const answer = ask();
  return answer.kind === 'unclear' ? ask() : answer;
}

/** The problem that a refused or an unclear answer is. `doing` completes "asked to …". */
export function failureOf(doing: string, answer: RefusedAnswer | UnclearAnswer): Problem {
  const { message } = answer;
  if (answer.kind === 'unclear') return problem('no-answer', { doing, message });
  return problem(isForbidden(answer) ? 'forbidden' : 'refused', { doing, message });
}

/**
 * Code 16, or HTTP status 403 of somebody who is known: "insufficient admin access rights" (vendor, "PAN-OS XML API Error
 * Codes"). A key that is not valid is 403, too.
 */
function isForbidden({ code, message }: RefusedAnswer): boolean {
  return code === 16 || (code === 403 && !/invalid credential/i.test(message));
}

function isFailure(answer: { readonly kind: string }): answer is RefusedAnswer | UnclearAnswer {
  return answer.kind === 'refused' || answer.kind === 'unclear';
}
