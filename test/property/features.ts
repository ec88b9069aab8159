import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterInput } from './pipeline';
import { type Metadata, metadataOf, namespaceOf } from './metadata';
import { addPolicy } from './policyfeatures';

/**
 * What a cluster contains, read from its objects and settings (not from what the generator meant to make). Policies that
 * were refused do not count.
 */

/** Features that the compiler supports; each must be in enough of the cases. */
export const SUPPORTED = [
  'address family: IPv4 only',
  'address family: IPv6 only',
  'address family: both',
  'attribute: application',
  'attribute: application-default',
  'attribute: log',
  'attribute: log profile',
  'attribute: none',
  'attribute: ports',
  'attribute: profile group',
  'attribute: security service',
  'attribute: single profile',
  'attribute: ticket',
  'attribute: URL category',
  'attribute as a label',
  'attribute of a direction',
  'attribute of an entry',
  'attribute of the policy',
  'block: all addresses',
  'block: around the pod network',
  'block: cuts the pod network',
  'block: holds nodes',
  'block: outside',
  'block: the pod network',
  'block: with exceptions',
  'block: with host bits',
  'cluster default: application',
  'cluster default: application-default',
  'cluster default: log',
  'cluster default: log profile',
  'cluster default: profile group',
  'cluster default: single profile',
  'egress: absent',
  'egress: empty',
  'egress: several entries',
  'excluded namespace with policies',
  'host-network pods, not registered',
  'host-network pods, registered',
  'ingress: absent',
  'ingress: empty',
  'ingress: several entries',
  'isolation other than deny',
  'namespace: default, not written',
  'namespace: without object',
  'namespaceSelector: all',
  'namespaceSelector: by name',
  'namespaceSelector: DoesNotExist',
  'namespaceSelector: Exists',
  'namespaceSelector: In',
  'namespaceSelector: matchLabels',
  'namespaceSelector: NotIn',
  'nodes: all ports',
  'nodes: further addresses',
  'nodes: further ports',
  'nodes: off',
  'nodes: probes',
  'null for an absent field',
  'peer: block',
  'peer: namespaces',
  'peer: namespaces and pods',
  'peer: pods',
  'peers: absent',
  'peers: empty',
  'peers: several',
  'pod network: from the nodes',
  'pod network: from the profile',
  'pod network: unknown',
  'pod of unknown address',
  'podSelector: all',
  'podSelector: Exists',
  'podSelector: In, one value',
  'podSelector: In, several values',
  'podSelector: matchLabels',
  'podSelector: several conditions',
  'policyTypes: absent',
  'policyTypes: both',
  'policyTypes: Egress',
  'policyTypes: empty',
  'policyTypes: Ingress',
  'port: by protocol only',
  'port: number',
  'port: range',
  'port: SCTP',
  'port: UDP',
  'ports: absent',
  'ports: empty',
  'ports: several',
  'Service network',
  'Services with addresses',
  'Services without addresses',
  'tags: "/" as "_"',
  'workload without pods',
  'zones',
] as const;

/** Kinds of cases that are rare on purpose. */
export const RARE = [
  'last good version',
  'long name',
  'more values than one match expression takes',
  'Services inspected at both ends',
] as const;

export type Feature = (typeof SUPPORTED)[number] | (typeof RARE)[number];

interface Refused {
  readonly namespace: string;
  readonly name: string;
}

export function featuresOf(input: ClusterInput, refused: readonly Refused[]): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  const add = (isThere: boolean, feature: Feature): void => {
    if (isThere) found.add(feature);
  };
  addSettings(input, add);
  addObjects(input.objects, add);
  for (const object of input.objects) {
    if (object.kind !== 'NetworkPolicy' || refused.some((id) => isSame(object, id))) continue;
    if (input.profile.excludedNamespaces.includes(namespaceOf(object))) {
      add(true, 'excluded namespace with policies');
    } else {
      addPolicy(object, add);
    }
  }
  return found;
}

/** Notes a feature where it is there. */
export type Add = (isThere: boolean, feature: Feature) => void;

function isSame(object: RawObject, id: Refused): boolean {
  return namespaceOf(object) === id.namespace && metadataOf(object).name === id.name;
}

function addSettings({ profile, objects, lastGood }: ClusterInput, add: Add): void {
  const addresses = objects.flatMap(nodeAddresses).join(' ');
  add(addresses.includes('.') && !addresses.includes(':'), 'address family: IPv4 only');
  add(!addresses.includes('.') && addresses.includes(':'), 'address family: IPv6 only');
  add(addresses.includes('.') && addresses.includes(':'), 'address family: both');
  const { defaults, nodes } = profile;
  add('appid' in defaults, 'cluster default: application');
  add('service' in defaults, 'cluster default: application-default');
  add('log' in defaults, 'cluster default: log');
  add('logprofile' in defaults, 'cluster default: log profile');
  add('profile-group' in defaults, 'cluster default: profile group');
  add('antivirus' in defaults, 'cluster default: single profile');
  add(profile.isolation.action !== 'deny', 'isolation other than deny');
  add(nodes.toPods === 'all', 'nodes: all ports');
  add(nodes.toPods === 'off', 'nodes: off');
  add(nodes.toPods === 'probes', 'nodes: probes');
  add(nodes.addresses.length > 0, 'nodes: further addresses');
  add(nodes.ports.length > 0, 'nodes: further ports');
  const isFromNodes = objects.some((object) => object.kind === 'Node' && 'podCIDRs' in (object.spec as RawObject));
  add(profile.podCIDRs !== undefined, 'pod network: from the profile');
  add(profile.podCIDRs === undefined && isFromNodes, 'pod network: from the nodes');
  add(profile.podCIDRs === undefined && !isFromNodes, 'pod network: unknown');
  add(profile.tags.labelKey === 'underscore', 'tags: "/" as "_"');
  add(!profile.zones.from.includes('any'), 'zones');
  add(profile.inspection === 'both-ends', 'Services inspected at both ends');
  add(lastGood.length > 0, 'last good version');
  const hasHostPods = objects.some((object) => object.kind === 'Pod' && 'hostNetwork' in (object.spec as RawObject));
  add(hasHostPods && profile.tags.hostNetwork === 'registered', 'host-network pods, registered');
  add(hasHostPods && profile.tags.hostNetwork === 'not-registered', 'host-network pods, not registered');
}

function nodeAddresses(object: RawObject): string[] {
  if (object.kind !== 'Node') return [];
  const { addresses } = object.status as { readonly addresses: readonly { readonly address: string }[] };
  return addresses.map(({ address }) => address);
}

function addObjects(objects: readonly RawObject[], add: Add): void {
  const listed = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => (metadata as Metadata).name);
  for (const object of objects) {
    const isNamespaced = ['Pod', 'NetworkPolicy', 'Deployment'].includes(String(object.kind));
    add(isNamespaced && !listed.includes(namespaceOf(object)), 'namespace: without object');
    add(isNamespaced && metadataOf(object).namespace === undefined, 'namespace: default, not written');
    add(object.kind === 'Deployment' || object.kind === 'CronJob', 'workload without pods');
    add(object.kind === 'ServiceCIDR', 'Service network');
    if (object.kind === 'Service') {
      const isHeadless = (object.spec as RawObject).clusterIP === 'None';
      add(true, isHeadless ? 'Services without addresses' : 'Services with addresses');
    }
    if (object.kind !== 'Pod') continue;
    const { podIPs } = (object.status ?? {}) as { readonly podIPs?: readonly unknown[] };
    add(podIPs?.length === 0, 'pod of unknown address');
  }
}
