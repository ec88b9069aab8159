import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import type { Snapshot } from '../kubernetes/types';
import {
  addressSet,
  everyAddressOf,
  familiesOf,
  isAddressSubset,
  parseAddress,
  parseCidr,
  singleAddress,
  subtractAddresses,
  type AddressRange,
  type AddressSet,
  type Family,
} from '../values/addresses';
import { addressMembers } from '../values/addresstext';
import { createNamespaceSets } from '../values/namespaces';
import type { TermSpace } from '../values/term';

/** The term space of a cluster, and how sure its addresses are. */
export interface ClusterSpace {
  readonly space: TermSpace;
  /** True where neither a pod network nor any address shows which families are in use: IPv4 is taken. */
  readonly familiesAssumed: boolean;
  /** Addresses of the Nodes, of host-network pods, and further ones that the profile names: no pod has them. */
  readonly nodeAddresses: AddressSet;
}

/**
 * What the snapshot and the profile tell of pod addresses. Node-side addresses inside the pod network belong to no pod.
 */
export function clusterSpace(snapshot: Snapshot, profile: ClusterProfile): ClusterSpace {
  const network = podNetwork(snapshot, profile);
  const families: Family[] = network.length > 0 ? familiesOf(network) : familiesInUse(snapshot);
  const known = network.length > 0;
  const nodeAddresses = nodeSideAddresses(snapshot, profile);
  let podAddresses: AddressSet = network;
  if (!known) {
    podAddresses = addressSet(
      (families.length > 0 ? families : (['IPv4'] as Family[])).map((family) => everyAddressOf(family)[0]),
    );
  }
  return {
    space: {
      namespaces: createNamespaceSets(),
      podAddresses: subtractAddresses(podAddresses, nodeAddresses),
      podNetworkKnown: known,
      intersections: 0,
    },
    familiesAssumed: !known && families.length === 0,
    nodeAddresses,
  };
}

/** Addresses of the Nodes, of host-network pods (which are their nodes), and further ones that the profile names. */
function nodeSideAddresses(snapshot: Snapshot, profile: ClusterProfile): AddressSet {
  const texts = profile.nodes.addresses.slice();
  for (const node of snapshot.nodes) texts.push.apply(texts, node.addresses as string[]);
  for (const pods of snapshot.podClasses) {
    texts.push.apply(texts, pods.nodeAddresses as string[]);
  }
  return addressesOf(texts);
}

/** A pod whose address is outside the known pod network: nothing that is decided by addresses would hold for it. */
export function strayPods(snapshot: Snapshot, space: TermSpace): Diagnostic[] {
  const addresses = Object.keys(snapshot.podAddresses);
  if (!space.podNetworkKnown || isAddressSubset(addressesOf(addresses), space.podAddresses)) return [];
  const strays = addresses.filter((address) => !isAddressSubset(addressesOf([address]), space.podAddresses));
  const address = strays.sort()[0];
  const network = addressMembers(space.podAddresses).join(', ');
  const facts = { pod: snapshot.podAddresses[address], address, network };
  return [diagnose('pod-outside-network', facts, { path: 'podCIDRs' })];
}

function podNetwork(snapshot: Snapshot, profile: ClusterProfile): AddressSet {
  const texts: string[] = [];
  if (profile.podCIDRs) texts.push.apply(texts, profile.podCIDRs as string[]);
  else for (const node of snapshot.nodes) texts.push.apply(texts, node.podCIDRs as string[]);
  const ranges: AddressRange[] = [];
  for (const text of texts) {
    const range = parseCidr(text);
    if (range) ranges.push(range);
  }
  return addressSet(ranges);
}

function familiesInUse(snapshot: Snapshot): Family[] {
  const families: Family[] = [];
  for (const pods of snapshot.podClasses) {
    for (const family of pods.families) if (!pods.hostNetwork && families.indexOf(family) < 0) families.push(family);
  }
  return families.sort();
}

/** The set of single addresses given as texts. */
export function addressesOf(texts: readonly string[]): AddressSet {
  const ranges: AddressRange[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (address) ranges.push(singleAddress(address)[0]);
  }
  return addressSet(ranges);
}
