import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import { stableSort, compareText } from '../text/canonical';
import type { Instead, Refusal } from './translation';

/** A policy whose current version the rules do not hold, and what they hold instead; a plan is approved with it. */
export interface KeptPolicy {
  /** `namespace/name`, and behind a blank the UID where it is known. */
  readonly policy: string;
  readonly instead: Instead;
  /** Field paths of entries that allow nothing. */
  readonly closed: readonly string[];
}

/**
 * Of all policies that are refused, by name.
 *
 * @param diagnostics of reading the objects: of a policy that was given twice with different content, neither is
 * compiled
 */
export function keptPolicies(refusals: readonly Refusal[], diagnostics: readonly Diagnostic[]): KeptPolicy[] {
  const kept = refusals.map(({ policy, instead, closed }): KeptPolicy => ({
    policy: policy.uid === '' ? idText(policy) : idText(policy) + ' ' + policy.uid,
    instead,
    closed,
  }));
  for (const { code, where } of diagnostics) {
    if (code !== 'policy-duplicate' || !where.policy) continue;
    const policy = idText(where.policy);
    if (!kept.some((one) => one.policy === policy)) kept.push({ policy, instead: 'nothing', closed: [] });
  }
  return stableSort(kept, (a, b) => compareText(a.policy, b.policy));
}
