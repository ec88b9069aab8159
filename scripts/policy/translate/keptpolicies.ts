import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import { stableSort, compareText } from '../text/canonical';
import { closedPortsOf, duplicatesOf } from './judgedversions';
import type { Instead, Refusal } from './translation';

/**
 * A policy whose current version the rules do not hold, and what they hold instead; or a Service with ports that stay
 * closed. A plan is approved with it.
 */
export interface KeptPolicy {
  /**
   * `namespace/name`, behind blanks the UID where it is known and, of one that is left out, which pods it is about;
   * `Service namespace/name` for a Service.
   */
  readonly policy: string;
  readonly instead: Instead;
  /** Field paths of entries that allow nothing, or ports of the Service. */
  readonly closed: readonly string[];
}

/**
 * Of all policies that are refused, and all Services with closed ports, by name.
 *
 * @param diagnostics of reading the objects and of the translation
 */
export function keptPolicies(refusals: readonly Refusal[], diagnostics: readonly Diagnostic[]): KeptPolicy[] {
  const kept = refusals.map(({ policy, instead, closed, selects }): KeptPolicy => {
    const id = policy.uid === '' ? idText(policy) : idText(policy) + ' ' + policy.uid;
    return { policy: instead === 'nothing' ? id + ' ' + selects : id, instead, closed };
  });
  for (const { service, port } of closedPortsOf(diagnostics)) {
    kept.push({ policy: 'Service ' + service, instead: 'closed', closed: [port] });
  }
  for (const policy of duplicatesOf(diagnostics).map(idText)) {
    if (!kept.some((one) => one.policy === policy)) kept.push({ policy, instead: 'nothing', closed: [] });
  }
  return stableSort(kept, (a, b) => compareText(a.policy, b.policy));
}
