import { hasKey } from '../text/canonical';
import { idText, policyIdOf } from './identity';
import type { PolicyId, RawObject } from './types';

/** Last good versions of policies, to be found by namespace, name and UID. */
export interface LastGoodVersions {
  readonly [key: string]: RawObject;
}

/**
 * The versions, to be found by `lastGoodOf`.
 *
 * @param versions raw policies, from the last verified commit; of two for one policy, the first counts
 */
export function indexLastGood(versions: readonly RawObject[]): LastGoodVersions {
  const index: { [key: string]: RawObject } = {};
  for (const raw of versions) {
    const key = keyOf(policyIdOf(raw));
    if (!hasKey(index, key)) index[key] = raw;
  }
  return index;
}

/**
 * The last good version of a policy; undefined where there is none. A policy that was created anew under the name has
 * another UID, and starts afresh.
 */
export function lastGoodOf(index: LastGoodVersions, id: PolicyId): RawObject | undefined {
  const key = keyOf(id);
  return hasKey(index, key) ? index[key] : undefined;
}

function keyOf(id: PolicyId): string {
  return idText(id) + '/' + id.uid;
}
