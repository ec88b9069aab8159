import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import type { PolicyId, RawObject } from '../kubernetes/types';
import { sortedUnique } from '../text/canonical';
import type { Refusal } from './translation';

/** Which versions of policies a rulebase holds, as the proof needs to know them. */
export interface JudgedVersions {
  /** Judged as if they did not exist. */
  readonly leftOut: readonly PolicyId[];
  /** Judged by this version instead of the current one. */
  readonly replaced: readonly RawObject[];
  /** Of these, by `namespace/name`: those judged without their entries. */
  readonly isolated: readonly string[];
  /** Of both, by `namespace/name`: the codes of what is wrong with them. */
  readonly codes: { readonly [policy: string]: readonly string[] };
}

/**
 * Tells the proof which versions to judge: of refused policies the stand-in, or nothing.
 *
 * @param refusals of the translation
 * @param diagnostics of reading the objects: of a policy that was given twice with different content, neither is
 * compiled
 */
export function judgedVersions(refusals: readonly Refusal[], diagnostics: readonly Diagnostic[]): JudgedVersions {
  const leftOut: PolicyId[] = [];
  const codes: { [policy: string]: readonly string[] } = {};
  const replaced: RawObject[] = [];
  const isolated: string[] = [];
  for (const refusal of refusals) {
    codes[idText(refusal.policy)] = sortedUnique(refusal.diagnostics.map((found) => found.code));
    if (refusal.standIn) replaced.push(refusal.standIn);
    else leftOut.push(refusal.policy);
    if (refusal.isolated) isolated.push(idText(refusal.policy));
  }
  for (const found of diagnostics) {
    const policy = found.where.policy;
    if (found.code !== 'policy-duplicate' || !policy) continue;
    leftOut.push({ namespace: policy.namespace, name: policy.name, uid: '' });
    codes[idText(policy)] = [found.code];
  }
  return { leftOut, replaced, isolated, codes };
}
