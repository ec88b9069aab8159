import { hasKey, sortedKeys } from '../../text/canonical';
import { type Address, type Family, FAMILIES, NEVER_OF_PODS, blockHolds, someBlockHolds } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { addressesOf } from '../read/pods';
import { nodeSide } from './nodeside';
import type { RowScheme } from './rows';

/**
 * Which addresses pods may have: those of the pod network; where nobody knows it, those that no block of a policy tells
 * apart from the address of some pod of today.
 */
export interface PodRegion {
  readonly families: readonly Family[];
  /** Neither a network nor the address of a pod is known: pods may be anywhere. */
  readonly isGuessed: boolean;
  /** Where the network is not known: an address that a pod has today of each kind. */
  readonly samples: readonly Address[];
  holds(address: Address): boolean;
}

/** Works it out; nodes are never in it. */
export function podRegion(scheme: RowScheme, facts: ClusterFacts): PodRegion {
  const nodes = nodeSide(facts);
  const network = facts.podNetwork;
  const likes = network.length > 0 ? {} : kindsOfAddresses(scheme, facts);
  const families = FAMILIES.filter((family) =>
    network.length > 0 ? network.some((block) => block.family === family) : hasFamily(likes, family),
  );
  const isGuessed = families.length === 0;
  return {
    families: isGuessed ? ['IPv4'] : families,
    isGuessed,
    samples: sortedKeys(likes).map((kind) => likes[kind]),
    holds(address) {
      if (hasKey(nodes, address.digits)) return false;
      if (network.length > 0) return someBlockHolds(network, address);
      if (someBlockHolds(NEVER_OF_PODS, address) || isOfService(facts, address)) return false;
      return isGuessed ? address.family === 'IPv4' : hasKey(likes, kindOf(scheme, address));
    },
  };
}

interface Kinds {
  readonly [kind: string]: Address;
}

function kindsOfAddresses(scheme: RowScheme, facts: ClusterFacts): Kinds {
  const kinds: { [kind: string]: Address } = {};
  for (const pod of facts.pods) {
    if (pod.hostNetwork) continue;
    for (const address of addressesOf(pod)) kinds[kindOf(scheme, address)] = address;
  }
  return kinds;
}

function hasFamily(kinds: Kinds, family: Family): boolean {
  return Object.keys(kinds).some((kind) => kind.indexOf(family) === 0);
}

/** The blocks of policies that hold the address, as text. */
function kindOf(scheme: RowScheme, address: Address): string {
  const held: number[] = [];
  scheme.peers.forEach(({ peer }, position) => {
    if (blockHolds(peer.block, address) && !someBlockHolds(peer.except, address)) held.push(position);
  });
  return address.family + ' ' + held.join(' ');
}

function isOfService({ services, serviceNetwork }: ClusterFacts, address: Address): boolean {
  if (someBlockHolds(serviceNetwork, address)) return true;
  return services.some(({ clusterAddresses }) => clusterAddresses.some((own) => own.digits === address.digits));
}
