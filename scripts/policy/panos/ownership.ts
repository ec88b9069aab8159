import type { ClusterProfile } from '../profile/types';
import type { TagEntry } from './entry';

/**
 * The two tags that every managed rule and object carries; nothing without both is ever changed or deleted. The tag
 * objects themselves carry none: they are created where missing and never deleted by themselves.
 */

/** The tag of everything that any cluster of this product manages. */
export const OWNER_TAG = 'cnseries';

/**
 * The tag of one cluster's block.
 *
 * @example clusterTag(profile) //=> 'cnseries-shop', for the cluster `shop`
 */
export function clusterTag(profile: ClusterProfile): string {
  return OWNER_TAG + '-' + profile.cluster;
}

/**
 * Both tags of a cluster.
 *
 * @example clusterTags(profile) //=> ['cnseries', 'cnseries-shop'], for the cluster `shop`
 */
export function clusterTags(profile: ClusterProfile): string[] {
  return [OWNER_TAG, clusterTag(profile)];
}

/** The tag objects for both, with comments that tell a Panorama administrator what they are for. */
export function tagEntries(profile: ClusterProfile): TagEntry[] {
  return [
    { kind: 'tag', name: OWNER_TAG, comments: 'Managed by CN-Series for Cortex XSOAR. Do not edit by hand.' },
    { kind: 'tag', name: clusterTag(profile), comments: 'Rules and objects of the cluster ' + profile.cluster + '.' },
  ];
}
