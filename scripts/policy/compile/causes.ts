import { placed, type Diagnostic } from '../diagnostics/diagnostic';
import type { Cause, Inexpressible, RankedEntry } from './model';

/** How what is inexpressible is told to the authors of the policies that cause it. */

/** The entry as a cause. */
export function causeOf(entry: RankedEntry): Cause {
  return { policy: entry.policy.id, path: entry.entry.path };
}

/** What is inexpressible as the author of one cause sees it: at this place, with the other ones named. */
export function diagnosticAt(inexpressible: Inexpressible, cause: Cause): Diagnostic {
  const others = inexpressible.causes.filter((other) => other !== cause);
  return placed([inexpressible.diagnostic], {
    policy: { namespace: cause.policy.namespace, name: cause.policy.name },
    path: cause.path,
    together: others.map(causeText),
  })[0];
}

function causeText(cause: Cause): string {
  return cause.policy.namespace + '/' + cause.policy.name + ' ' + cause.path;
}
