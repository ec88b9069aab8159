import { hasKey } from '../text/canonical';
import { isSameData } from '../text/same';
import { idText, metadataField, policyIdOf } from './identity';
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

/** Whether two versions of a policy say the same: spec, annotations and labels. */
export function isSameVersion(a: RawObject, b: RawObject): boolean {
  return (
    isSameData(a.spec, b.spec) &&
    isSameData(metadataField(a, 'annotations'), metadataField(b, 'annotations')) &&
    isSameData(metadataField(a, 'labels'), metadataField(b, 'labels'))
  );
}

/** Whether two lists hold the same versions of the same policies. */
export function areSameVersions(a: readonly RawObject[], b: readonly RawObject[]): boolean {
  const index = indexLastGood(b);
  return (
    a.length === b.length &&
    a.every((raw) => {
      const other = lastGoodOf(index, policyIdOf(raw));
      return other !== undefined && isSameVersion(raw, other);
    })
  );
}
