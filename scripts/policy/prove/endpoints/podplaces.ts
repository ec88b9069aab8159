import { hasKey } from '../../text/canonical';
import { type Address, type Block, type Family, FAMILIES, singleBlock, someBlockHolds } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { nodeSide } from './hosts';
import { addressInNoBlock, boundaryAddresses } from './outside';
import { type Place, type Surroundings, distinctPlaces } from './surroundings';

/** Addresses for pods without a known one: one for each class of addresses inside the pod network. */
export function podPlaces(surroundings: Surroundings): Place[] {
  const network = surroundings.facts.podNetwork;
  const places: Place[] = [];
  for (const family of podFamilies(surroundings.facts)) {
    const blocks = network.filter((block) => block.family === family);
    const candidates = blocks.length > 0 ? addressesInside(surroundings, blocks) : anywhere(surroundings, family);
    for (const place of distinctPlaces(surroundings, candidates)) places.push(place);
  }
  return places;
}

/** The families of pods without a known address. */
function podFamilies(facts: ClusterFacts): Family[] {
  const known = FAMILIES.filter((family) => facts.podNetwork.some((block) => block.family === family));
  if (known.length > 0) return known;
  const used = FAMILIES.filter((family) =>
    facts.pods.some((pod) => pod.addresses.some((address) => !pod.hostNetwork && address.family === family)),
  );
  return used.length > 0 ? used : ['IPv4'];
}

function addressesInside(surroundings: Surroundings, blocks: readonly Block[]): Address[] {
  const singles: Block[] = [];
  for (const node of surroundings.facts.nodes) for (const address of node.addresses) singles.push(singleBlock(address));
  const candidates = boundaryAddresses(surroundings.mentioned.concat(blocks, singles));
  const inside = candidates.filter((address) => someBlockHolds(blocks, address));
  const free = inside.filter((address) => !hasKey(surroundings.taken, address.digits));
  const nodes = nodeSide(surroundings.facts);
  // An address that a pod has today could be another pod's tomorrow, a node's could not.
  return free.concat(inside.filter((address) => !hasKey(nodes, address.digits)));
}

/**
 * Where pods may be while nobody knows their network: at an address of no block and, where a Service may send to them
 * all, on both sides of every block. A Service in front of pods that are not there yet must not count on where they
 * will be.
 */
function anywhere(surroundings: Surroundings, family: Family): Address[] {
  const { context, facts, mentioned, taken } = surroundings;
  const madeUp = madeUpAddress(surroundings, family);
  if (context.profile.inspection !== 'both-ends' || facts.services.length === 0) return madeUp;
  const nodes = nodeSide(facts);
  const around = boundaryAddresses(mentioned.filter((block) => block.family === family));
  return madeUp.concat(
    around.filter(
      (address) =>
        !hasKey(taken, address.digits) &&
        !hasKey(nodes, address.digits) &&
        !someBlockHolds(facts.serviceNetwork, address),
    ),
  );
}

function madeUpAddress(surroundings: Surroundings, family: Family): Address[] {
  const address =
    addressInNoBlock(family, surroundings.mentioned, surroundings.taken) || addressInNoBlock(family, [], {});
  return address ? [address] : [];
}
