import type { RawObject, StringMap } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { compareText, hasKey, sortedKeys, stableSort } from '../../text/canonical';
import { type Address, type Block, parseAddress, parseCidr } from './addresses';
import { asList, asObject, asStringMap, asStrings, asText, at, nameOf, namespaceOf } from './raw';
import { type ByNamespace, byNamespace } from './bynamespace';
import { type PodFacts, type PortNumbers, kindsOfPods, portNumbers, readPods } from './pods';
import { type ServiceFacts, readServices } from './servicefacts';

/** What the proof knows of a Namespace. */
export interface NamespaceFacts {
  readonly name: string;
  /** With `kubernetes.io/metadata.name`, which the control plane sets on each. */
  readonly labels: StringMap;
}

/** What the proof knows of a Node. */
export interface NodeFacts {
  readonly name: string;
  readonly addresses: readonly Address[];
}

/** What the proof reads of the cluster besides the policies; sorted by namespace and name. */
export interface ClusterFacts {
  readonly namespaces: readonly NamespaceFacts[];
  readonly pods: readonly PodFacts[];
  /** Of these, one of each kind that differs in more than name and address. */
  readonly podKinds: readonly PodFacts[];
  readonly services: readonly ServiceFacts[];
  readonly servicesIn: ByNamespace<ServiceFacts>;
  readonly portNumbers: PortNumbers;
  /** Nodes, and one pseudo-node for each address of the profile's `nodes.addresses`. */
  readonly nodes: readonly NodeFacts[];
  /** Empty: unknown. From the profile, else from the Nodes. */
  readonly podNetwork: readonly Block[];
  /** From the profile, else from the ServiceCIDR objects. */
  readonly serviceNetwork: readonly Block[];
}

/** Kinds whose namespace exists because they are in it. */
const NAMESPACED =
  /^(NetworkPolicy|Pod|FoldedPods|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|DeploymentConfig|Service)$/;

/**
 * Reads the objects of one cluster.
 *
 * @param objects raw API objects; Lists are already flattened
 * @param unjudgeable receives what cannot be judged
 */
export function readCluster(
  objects: readonly RawObject[],
  profile: ClusterProfile,
  unjudgeable: string[],
): ClusterFacts {
  const pods = readPods(objects);
  const services = readServices(objects);
  const podKinds = kindsOfPods(pods);
  return {
    namespaces: readNamespaces(objects),
    pods,
    podKinds,
    services,
    servicesIn: byNamespace(services, (service) => service.namespace),
    portNumbers: portNumbers(podKinds),
    nodes: readNodes(objects, profile, unjudgeable),
    podNetwork: readNetworks(profile.podCIDRs || nodeCIDRs(objects), 'podCIDRs', unjudgeable),
    serviceNetwork: readNetworks(profile.serviceCIDRs || serviceCIDRs(objects), 'serviceCIDRs', unjudgeable),
  };
}

function readNamespaces(objects: readonly RawObject[]): NamespaceFacts[] {
  const labels: { [name: string]: StringMap } = {};
  for (const object of objects) {
    if (object.kind === 'Namespace') labels[nameOf(object)] = asStringMap(at(object, ['metadata', 'labels']));
  }
  for (const object of objects) {
    if (!NAMESPACED.test(asText(object.kind))) continue;
    if (!hasKey(labels, namespaceOf(object))) labels[namespaceOf(object)] = {};
  }
  return sortedKeys(labels).map((name) => {
    const all: { [key: string]: string } = {};
    for (const key of sortedKeys(labels[name])) all[key] = labels[name][key];
    all['kubernetes.io/metadata.name'] = name;
    return { name, labels: all };
  });
}

function readNodes(objects: readonly RawObject[], profile: ClusterProfile, unjudgeable: string[]): NodeFacts[] {
  const nodes: NodeFacts[] = [];
  for (const object of objects) {
    if (object.kind !== 'Node') continue;
    const addresses: Address[] = [];
    for (const item of asList(at(object, ['status', 'addresses']))) {
      const entry = asObject(item);
      const address = parseAddress(asText(entry.address));
      if (address && /^(InternalIP|ExternalIP)$/.test(asText(entry.type))) addresses.push(address);
    }
    nodes.push({ name: nameOf(object), addresses });
  }
  for (const text of profile.nodes.addresses) {
    const address = parseAddress(text);
    if (address) nodes.push({ name: 'profile nodes.addresses', addresses: [address] });
    else unjudgeable.push('the profile\'s nodes.addresses holds "' + text + '", which is no single address');
  }
  return stableSort(nodes, (a, b) => compareText(a.name, b.name));
}

function nodeCIDRs(objects: readonly RawObject[]): string[] {
  const cidrs: string[] = [];
  for (const object of objects) {
    if (object.kind !== 'Node') continue;
    const several = asStrings(at(object, ['spec', 'podCIDRs']));
    const single = asText(at(object, ['spec', 'podCIDR']));
    for (const cidr of several.length > 0 ? several : single ? [single] : []) cidrs.push(cidr);
  }
  return cidrs;
}

function serviceCIDRs(objects: readonly RawObject[]): string[] {
  const cidrs: string[] = [];
  for (const object of objects) {
    if (object.kind === 'ServiceCIDR') for (const cidr of asStrings(at(object, ['spec', 'cidrs']))) cidrs.push(cidr);
  }
  return cidrs;
}

function readNetworks(cidrs: readonly string[], what: string, unjudgeable: string[]): Block[] {
  const blocks: Block[] = [];
  for (const cidr of cidrs) {
    const block = parseCidr(cidr);
    if (block) blocks.push(block);
    else unjudgeable.push(what + ' holds "' + cidr + '", which is no network');
  }
  return blocks;
}
