import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import type { Policy, Snapshot } from '../kubernetes/types';
import { EVERY_IPV4, isAddressSubset, subtractAddresses, type AddressSet } from '../values/addresses';
import { addressesOf, networksOf } from '../values/addresslists';
import { addressMembers } from '../values/addresstext';
import { createNamespaceSets } from '../values/namespaces';
import type { TermSpace } from '../values/term';
import { blocksOf } from './ipblocks';
import { addressesLike, NO_POD_ADDRESSES } from './podregion';

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
 *
 * @param policies those that are compiled: where the pod network is not known, their blocks tell addresses apart
 */
export function clusterSpace(snapshot: Snapshot, profile: ClusterProfile, policies: readonly Policy[]): ClusterSpace {
  const network = podNetwork(snapshot, profile);
  const known = network.length > 0;
  const present = Object.keys(snapshot.podAddresses);
  const nodeAddresses = nodeSideAddresses(snapshot, profile);
  const podAddresses = known ? network : subtractAddresses(possibleAddresses(present, policies), NO_POD_ADDRESSES);
  return {
    space: {
      namespaces: createNamespaceSets(),
      podAddresses: subtractAddresses(podAddresses, nodeAddresses),
      podNetworkKnown: known,
      intersections: 0,
    },
    familiesAssumed: !known && present.length === 0,
    nodeAddresses,
  };
}

function possibleAddresses(present: readonly string[], policies: readonly Policy[]): AddressSet {
  return present.length === 0 ? EVERY_IPV4 : addressesLike(present, blocksOf(policies));
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
  return networksOf(texts);
}
