import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterInput } from './pipeline';
import { type Metadata, metadataOf, namespaceOf } from './metadata';
import type { Add, Feature } from './featurenames';
import { addPolicy } from './policyfeatures';

/**
 * What a cluster contains, read from its objects and settings (not from what the generator meant to make). Policies
 * that were refused do not count.
 */

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

function isSame(object: RawObject, id: Refused): boolean {
  return namespaceOf(object) === id.namespace && metadataOf(object).name === id.name;
}

function addSettings(input: ClusterInput, add: Add): void {
  const { profile, objects, lastGood } = input;
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
  add(profile.filterNot, 'filters with "not"');
  add(profile.inspection === 'both-ends', 'Services inspected at both ends');
  add(lastGood.length > 0, 'last good version');
  addHostPods(input, add);
}

function addHostPods({ profile, objects }: ClusterInput, add: Add): void {
  const hostPods = objects.filter((object) => object.kind === 'Pod' && 'hostNetwork' in (object.spec as RawObject));
  const nodes = objects.flatMap(nodeAddresses);
  const hosts = hostPods.map((pod) => (pod.status as { readonly podIPs: readonly { readonly ip: string }[] }).podIPs);
  const isRegistered = profile.tags.hostNetwork === 'registered';
  add(hostPods.length > 0 && isRegistered, 'host-network pods, registered');
  add(hostPods.length > 0 && !isRegistered, 'host-network pods, not registered');
  add(isRegistered && hosts.some(({ length }) => length === 0), 'host-network pods, registered, of unknown address');
  const isElsewhere = hosts.flat().some(({ ip }) => !nodes.includes(ip));
  add(isRegistered && isElsewhere, 'host-network pods, registered, on a node that is not listed');
  const isWorkload = objects.some(
    ({ kind, spec }) => kind === 'DaemonSet' && JSON.stringify(spec).includes('hostNetwork'),
  );
  add(isRegistered && isWorkload, 'host-network DaemonSet without pods, registered');
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
