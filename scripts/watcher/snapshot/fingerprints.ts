import { canonicalJson } from '../../policy/text/canonical';
import { metadataField, nameOf } from '../../policy/kubernetes/identity';
import { isFirewallAnnotated } from '../../policy/kubernetes/namespaces';
import { canonicalAddresses } from '../../policy/kubernetes/pods/pods';
import { isObject, objectsOf } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import { SERVICE_NAME_LABEL } from '../../policy/kubernetes/services';
import { VOLATILE_ANNOTATION } from '../../policy/kubernetes/snapshotpolicies';
import { sha256 } from '../../policy/text/sha256';

/**
 * What of an object the rules depend on, as a hash: objects with the same fingerprint make the same rules. Status,
 * managedFields and whatever else changes by itself is not in it.
 */

/** 80 bits of SHA-256: nobody finds another content with the same. */
const LENGTH = 20;

/**
 * The fingerprint of plain data: 20 hexadecimal digits.
 *
 * @example fingerprintOf({ a: 1 }) //=> '015abd7f5cc57a2dd94b'
 */
export function fingerprintOf(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, LENGTH);
}

/** What a NetworkPolicy says: a new policy of the same name counts as another one. */
export function policyContent(policy: RawObject): { readonly spec: unknown; readonly [field: string]: unknown } {
  return {
    uid: metadataField(policy, 'uid'),
    labels: metadataField(policy, 'labels') || {},
    annotations: lastingAnnotations(policy),
    spec: policy.spec,
  };
}

function lastingAnnotations(policy: RawObject): unknown {
  const annotations = metadataField(policy, 'annotations');
  const lasting: { [key: string]: unknown } = {};
  if (!isObject(annotations)) return lasting;
  for (const key of Object.keys(annotations)) if (!VOLATILE_ANNOTATION.test(key)) lasting[key] = annotations[key];
  return lasting;
}

/** Namespaces are selected by their labels; the annotation says whether the firewall sees their pods. */
export function namespaceContent(namespace: RawObject): unknown {
  return { labels: metadataField(namespace, 'labels') || {}, firewall: isFirewallAnnotated(namespace) };
}

/** A Service's addresses, what it selects, its ports, and its labels, which become tags. */
export function serviceContent(service: RawObject): unknown {
  const spec = isObject(service.spec) ? service.spec : {};
  return {
    labels: metadataField(service, 'labels') || {},
    type: spec.type,
    clusterIP: spec.clusterIP,
    clusterIPs: spec.clusterIPs,
    selector: spec.selector,
    ports: objectsOf(spec.ports).map((port) => ({
      name: port.name,
      protocol: port.protocol,
      port: port.port,
      targetPort: port.targetPort,
    })),
  };
}

/** A Node's own addresses and the range of its pods; its conditions change all the time. */
export function nodeContent(node: RawObject): unknown {
  const status = isObject(node.status) ? node.status : {};
  const spec = isObject(node.spec) ? node.spec : {};
  const addresses = objectsOf(status.addresses).map((entry) => String(entry.type) + ' ' + String(entry.address));
  return { addresses: addresses.sort(), podCIDR: spec.podCIDR, podCIDRs: spec.podCIDRs };
}

/** The label of an EndpointSlice with the controller that keeps it. */
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const POD_CONTROLLER = 'endpointslice-controller.k8s.io';

/**
 * A label selector for the slices that do not follow from pods: those that people write, or that mirror what people
 * wrote. The others change whenever a pod does, and say nothing more than the pods.
 */
export const OWN_ENDPOINTS_SELECTOR = MANAGED_BY + '!=' + POD_CONTROLLER;

/** The Service of a slice that does not follow from pods, and its addresses with their ports; undefined for the others. */
export function ownEndpoints(
  slice: RawObject,
): { readonly service: string; readonly addresses: readonly string[] } | undefined {
  const labels = metadataField(slice, 'labels');
  if (!isObject(labels) || labels[MANAGED_BY] === POD_CONTROLLER) return undefined;
  const service = labels[SERVICE_NAME_LABEL];
  if (typeof service !== 'string') return undefined;
  const addresses: unknown[] = [];
  for (const endpoint of objectsOf(slice.endpoints)) {
    const list = endpoint.addresses;
    if (Array.isArray(list)) for (const address of list as unknown[]) addresses.push(address);
  }
  const ports = objectsOf(slice.ports).map((port) => [port.name || '', port.protocol || 'TCP', port.port].join(' '));
  const at = ports.sort().join(', ');
  return { service, addresses: canonicalAddresses(addresses).map((address) => address + ' ' + at) };
}

/**
 * The key of an object among those of its kind: `namespace/name`, or the name alone for objects without namespace.
 *
 * @example keyOf({ metadata: { namespace: 'shop', name: 'web' } }) //=> 'shop/web'
 */
export function keyOf(object: RawObject): string {
  const namespace = metadataField(object, 'namespace');
  return typeof namespace === 'string' && namespace !== '' ? namespace + '/' + nameOf(object) : nameOf(object);
}
