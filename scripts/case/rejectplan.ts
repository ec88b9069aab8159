import { idText } from '../policy/kubernetes/identity';
import type { ClusterProfile } from '../policy/profile/types';
import { listed } from '../policy/text/words';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import type { Approval } from './approval';
import type { HeldVersion, PlanRecord } from './memory';
import { changedPolicies, readHeld, rememberHeld, type PolicyChange } from './rejections';
import { readKeptCluster } from './translatedcluster';

/** What a rejected plan holds. */
export interface RejectedPlan {
  /** `namespace/name`; none where no policy is behind the plan, which is held as a whole then. */
  readonly policies: readonly string[];
  /** The plan changes others, too, which are not held. */
  readonly isPart: boolean;
}

/**
 * Holds policies of a rejected plan at their last approved versions.
 *
 * @param names of policies that it changes; none: all of them
 * @throws a user error if the plan does not change a named one, or was made of another state of the cluster
 */
export function rejectPlan(
  host: Host,
  profile: ClusterProfile,
  plan: PlanRecord,
  { by, reason, time }: Approval,
  names: readonly string[],
): RejectedPlan {
  const changes = changesOf(host, profile, plan);
  const chosen = names.length === 0 ? changes : names.map((name) => changeNamed(changes, name));
  const policies = chosen.map(idText);
  const held = chosen.map(({ namespace, name, uid, version, approved }): HeldVersion => ({
    namespace,
    name,
    uid,
    version,
    ...(approved === undefined ? {} : { approved }),
    by,
    reason,
    time,
  }));
  const others = readHeld(host, profile.cluster).filter((one) => policies.indexOf(idText(one)) < 0);
  rememberHeld(host, profile.cluster, others.concat(held));
  return { policies, isPart: chosen.length < changes.length };
}

/** None for a plan of objects that were handed over: they are nowhere to be read again. */
function changesOf(host: Host, profile: ClusterProfile, plan: PlanRecord): readonly PolicyChange[] {
  const { snapshotId } = plan;
  if (snapshotId === undefined || snapshotId === '') return [];
  const given = { cluster: profile.cluster, snapshot_id: snapshotId, objects: undefined, entry_id: undefined };
  const cluster = readKeptCluster(given, host);
  if (cluster.snapshotId !== snapshotId) {
    throw userError(
      'The cluster ' +
        profile.cluster +
        ' changed since the plan was made, so that nobody knows which versions of policies are rejected. Run CNSeriesPlan, look at what it shows, and decide on that.',
    );
  }
  return changedPolicies(host, profile, cluster.objects, plan.kept || []);
}

function changeNamed(changes: readonly PolicyChange[], name: string): PolicyChange {
  const found = changes.filter((change) => idText(change) === name);
  if (found.length > 0) return found[0];
  const known = changes.length === 0 ? 'It changes no policy.' : 'It changes: ' + listed(changes.map(idText)) + '.';
  throw userError('The plan does not change the policy "' + name + '". ' + known);
}
