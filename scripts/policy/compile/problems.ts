import { placed, type Diagnostic } from '../diagnostics/diagnostic';
import type { Cause, Problem, RankedEntry } from './model';

/** How problems are told to the authors of the policies that cause them. */

/** The entry as a cause. */
export function causeOf(entry: RankedEntry): Cause {
  return { policy: entry.policy.id, path: entry.entry.path };
}

/** The problem as the author of one cause sees it: at this place, with the other ones named. */
export function findingAt(problem: Problem, cause: Cause): Diagnostic {
  const others = problem.causes.filter((other) => other !== cause);
  return placed([problem.diagnostic], {
    policy: { namespace: cause.policy.namespace, name: cause.policy.name },
    path: cause.path,
    together: others.map(causeText),
  })[0];
}

function causeText(cause: Cause): string {
  return cause.policy.namespace + '/' + cause.policy.name + ' ' + cause.path;
}
