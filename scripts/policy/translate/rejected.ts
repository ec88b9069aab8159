import { diagnose, isError } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import { readPolicy } from '../kubernetes/policy';
import type { SnapshotPolicy } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { admitVersion, type AdmissionInput } from './admit';
import type { Candidate } from './candidate';
import type { Rejection } from './translation';

/**
 * Versions of policies that a person rejected: their last approved versions hold in their place, a new policy is left
 * out, and one that was deleted stays.
 */

/** The rejections, to be found by `namespace/name`. */
export function indexRejections(rejections: readonly Rejection[]): { readonly [id: string]: Rejection } {
  const index: { [id: string]: Rejection } = {};
  for (const rejection of rejections) index[idText(rejection.policy)] = rejection;
  return index;
}

/** The rejection of a policy; undefined: there is none. */
export function rejectionOf(
  index: { readonly [id: string]: Rejection },
  policy: SnapshotPolicy,
): Rejection | undefined {
  const id = idText(policy.id);
  return hasKey(index, id) ? index[id] : undefined;
}

/** The policy as it was approved last, with the reason why the current version does not hold. */
export function rejectedPolicy(input: AdmissionInput, current: SnapshotPolicy, rejection: Rejection): Candidate {
  const { approved, isDeletion, reason } = rejection;
  const where = { policy: { namespace: current.id.namespace, name: current.id.name } };
  const found = diagnose(isDeletion ? 'policy-deletion-rejected' : 'policy-rejected', { reason }, where);
  const admission = approved && admitVersion(input, approved, readPolicy(approved));
  const version = admission && admission.version;
  return {
    id: current.id,
    version: version && { ...version, instead: 'rejected' },
    standIns: () => [],
    live: approved,
    current: current.raw,
    isRejected: true,
    errors: [found].concat(admission && !version ? admission.diagnostics.filter(isError) : []),
    warnings: [],
  };
}
