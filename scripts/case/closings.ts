import { idText } from '../policy/kubernetes/identity';
import type { PolicyId } from '../policy/kubernetes/types';
import type { ClusterProfile } from '../policy/profile/types';
import { isSameData } from '../policy/text/same';
import type { Refusal } from '../policy/translate/translation';
import type { Host } from '../xsoar/host';
import { whyNoApprover } from './approval';
import { recall, remember, type ClosingsRecord, type DecidedPolicy } from './memory';

/** What was asked and decided about live policies that lost their exact rules. */

/** The record of a cluster; empty where nothing was asked. */
export function readClosings(host: Host, cluster: string): ClosingsRecord {
  return recall(host, cluster, 'closings') || { asked: [], closed: [], left: [] };
}

/** Keeps it, where it is not what is kept already. */
export function rememberClosings(host: Host, cluster: string, record: ClosingsRecord): void {
  if (!isSameData(readClosings(host, cluster), record)) remember(host, cluster, 'closings', record);
}

/** The policies that are closed: whoever decided may have lost the role since. */
export function closingsInForce(host: Host, profile: ClusterProfile): readonly DecidedPolicy[] {
  return readClosings(host, profile.cluster).closed.filter(
    ({ by, uid }) => uid !== '' && whyNoApprover(host, profile, by) === undefined,
  );
}

/** The record without what was decided about policies that have exact rules again: they are asked about anew. */
export function stillDecided(record: ClosingsRecord, refusals: readonly Refusal[]): ClosingsRecord {
  const still = refusals.filter(
    ({ instead, lastGood }) => instead !== 'last-good' && instead !== 'rejected' && lastGood !== undefined,
  );
  function isStill(policy: PolicyId): boolean {
    return still.some((refusal) => isSame(refusal.policy, policy));
  }
  return { asked: record.asked, closed: record.closed.filter(isStill), left: record.left.filter(isStill) };
}

/** Whether both are the same policy, and not one that was created anew under the name. */
export function isSame(a: PolicyId, b: PolicyId): boolean {
  return idText(a) === idText(b) && a.uid === b.uid;
}
