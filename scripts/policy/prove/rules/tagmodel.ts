import type { StringMap } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { sortedKeys } from '../../text/canonical';
import type { ByNamespace } from '../read/bynamespace';
import { type ServiceFacts, selectingServices } from '../read/servicefacts';

/**
 * Which tags the Kubernetes plugin of Panorama puts on an address (vendor, "IP-Address-to-Tag Mapping of Kubernetes
 * Attributes"). Tags are compared without regard to case, so they are kept in lower case.
 */
export interface TagSet {
  readonly [tag: string]: true;
}

/** Longer tags are cut by the plugin, with a hash that nobody documents. */
export const MAX_TAG = 127;

/**
 * The tag that the plugin gives all pods and Services of a namespace (vendor, "IP-Address-to-Tag Mapping of Kubernetes
 * Attributes"), in lower case: tags are compared without regard to case.
 *
 * @example namespaceTag(profile, 'web') //=> 'k8s.cl_shop.ns_web', for `tags.cluster` shop
 */
export function namespaceTag(profile: ClusterProfile, namespace: string): string {
  return ('k8s.cl_' + profile.tags.cluster + '.ns_' + namespace).toLowerCase();
}

/** How the plugin writes a label key (`tags.labelKey` of the profile). */
export function tagKey(profile: ClusterProfile, key: string): string {
  return profile.tags.labelKey === 'underscore' ? key.replace(/\//g, '_') : key;
}

function labelTags(profile: ClusterProfile, namespace: string, labels: StringMap, tags: { [tag: string]: true }): void {
  const prefix = namespaceTag(profile, namespace);
  tags[prefix] = true;
  for (const key of sortedKeys(labels)) {
    tags[prefix + '.' + (tagKey(profile, key) + '.' + labels[key]).toLowerCase()] = true;
  }
}

/** Tags of a pod's addresses: its namespace, each label, each Service that selects it. Owner tags are not modelled. */
export function podTags(
  profile: ClusterProfile,
  namespace: string,
  labels: StringMap,
  servicesIn: ByNamespace<ServiceFacts>,
): TagSet {
  const tags: { [tag: string]: true } = {};
  labelTags(profile, namespace, labels, tags);
  for (const service of selectingServices(servicesIn, namespace, labels)) {
    tags[namespaceTag(profile, namespace) + '.svc_' + service.name.toLowerCase()] = true;
  }
  return tags;
}

/** Tags of a Service's cluster addresses: its namespace, its own labels, itself. */
export function serviceTags(profile: ClusterProfile, service: ServiceFacts): TagSet {
  const tags: { [tag: string]: true } = {};
  labelTags(profile, service.namespace, service.labels, tags);
  tags[namespaceTag(profile, service.namespace) + '.svc_' + service.name.toLowerCase()] = true;
  return tags;
}

/** The beginnings of the tags that the plugin cuts, as far as it keeps them. */
export function cutTags(tags: TagSet): string[] {
  return sortedKeys(tags)
    .filter((tag) => tag.length > MAX_TAG)
    .map((tag) => tag.slice(0, MAX_TAG));
}
