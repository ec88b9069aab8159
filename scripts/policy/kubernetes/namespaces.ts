import { hasKey, sortedKeys } from '../text/canonical';
import { isObject, readStringMap, type Reader } from './read';
import { metadataField, nameOf, objectPath } from './identity';
import type { Namespace, RawObject, StringMap } from './types';

/** The label that the control plane sets on each namespace (Kubernetes documentation, well-known labels). */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Pods whose annotation, or whose namespace's, starts with the value are sent through the CN-Series firewall. */
export const FIREWALL_ANNOTATION = 'paloaltonetworks.com/firewall';
const FIREWALL_VALUE = /^pan-fw/;

/**
 * All namespaces, by name: the Namespace objects, and those that only other objects name, which exist without labels of
 * their own.
 */
export function readNamespaces(reader: Reader, objects: readonly RawObject[], named: readonly string[]): Namespace[] {
  const labels: { [name: string]: StringMap } = {};
  for (const name of named) labels[name] = {};
  for (const object of objects) {
    labels[nameOf(object)] = readStringMap(
      reader,
      metadataField(object, 'labels'),
      objectPath(object, 'metadata.labels'),
    );
  }
  return sortedKeys(labels).map((name) => ({ name, labels: withNameLabel(labels[name], name) }));
}

function withNameLabel(labels: StringMap, name: string): StringMap {
  const copy: { [key: string]: string } = {};
  for (const key of Object.keys(labels)) copy[key] = labels[key];
  copy[NAMESPACE_NAME_LABEL] = name;
  return copy;
}

/** Whether the object (a pod, a pod template, a namespace) carries the CN-Series firewall annotation. */
export function isFirewallAnnotated(object: RawObject): boolean {
  const annotations = metadataField(object, 'annotations');
  if (!isObject(annotations) || !hasKey(annotations, FIREWALL_ANNOTATION)) return false;
  const value = annotations[FIREWALL_ANNOTATION];
  return typeof value === 'string' && FIREWALL_VALUE.test(value);
}
