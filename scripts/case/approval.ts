import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';
import { readStored, writeStored } from './store';
import { findUser } from '../xsoar/users';

/** A person's answer to one plan. It is bound to the plan's hash, so that it says nothing about any other plan. */
export interface Approval {
  readonly hash: string;
  readonly decision: 'approve' | 'reject';
  readonly by: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly time: string;
}

/** Keeps the decision on a plan, in place of the last one of this cluster. */
export function writeApproval(host: Host, cluster: string, approval: Approval): void {
  writeStored(host, cluster, 'approval', approval);
}

/** Whether the plan with this hash is approved, and by whom; or why not. */
export type ApprovalAnswer =
  { readonly kind: 'approved'; readonly by: string } | { readonly kind: 'not-approved'; readonly reason: string };

/** Looks the approver's roles up again: they may have been taken away since. */
export function approvalOf(host: Host, profile: ClusterProfile, hash: string): ApprovalAnswer {
  const found = readStored(host, profile.cluster, 'approval') as Partial<Approval> | undefined;
  if (found === undefined || found.hash !== hash || typeof found.by !== 'string') {
    return { kind: 'not-approved', reason: 'Nobody has approved this plan.' };
  }
  if (found.decision !== 'approve') {
    return { kind: 'not-approved', reason: found.by + ' has rejected this plan: ' + String(found.reason) };
  }
  const refusal = whyNoApprover(host, profile, found.by);
  return refusal === undefined ? { kind: 'approved', by: found.by } : { kind: 'not-approved', reason: refusal };
}

/**
 * Why this person may not approve plans of the cluster, in a sentence; undefined: may approve. Without roles, everybody
 * may.
 */
export function whyNoApprover(host: Host, profile: ClusterProfile, name: string): string | undefined {
  const wanted = profile.approverRoles;
  if (wanted.length === 0) return undefined;
  const user = findUser(host, name);
  if (user === undefined) return 'There is no user "' + name + '" whose roles could be looked up.';
  const held = user.roles.filter((role) => wanted.indexOf(role) >= 0);
  if (held.length > 0) return undefined;
  return name + ' has none of the roles that may approve for this cluster: ' + wanted.join(', ') + '.';
}
