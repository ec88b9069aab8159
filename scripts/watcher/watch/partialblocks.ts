import { blockPeersOf, heldByBlocks } from '../../policy/compile/ipblocks';
import { isEveryPodAddress } from '../../policy/compile/podregion';
import { sortedUnique } from '../../policy/text/canonical';
import type { PodClass, PolicySpec } from '../../policy/kubernetes/types';
import {
  intersectAddresses,
  isAddressSubset,
  NO_ADDRESSES,
  unionAddresses,
  type AddressSet,
} from '../../policy/values/addresses';
import { addressesOf, networksOf } from '../../policy/values/addresslists';

/**
 * Blocks of policies that hold the addresses of some pods and not of all: which pods these are decides about rules
 * (`dependsOn.podAddresses` of a translation). Judged by the addresses that pods have, and by the ranges of the Nodes; a
 * pod network that the cluster profile gives is not known here.
 */

/**
 * The addresses in such blocks.
 *
 * @param nodeRanges `spec.podCIDRs` of the Nodes; only asked for where they may matter
 */
export function partialAddresses(
  specs: readonly PolicySpec[],
  podClasses: readonly PodClass[],
  nodeRanges: () => readonly string[],
): AddressSet {
  const held: AddressSet[] = [];
  for (const { entries } of specs) for (const entry of entries) held.push(heldByBlocks(entry));
  const some = held.filter((addresses) => addresses.length > 0 && !isEveryPodAddress(addresses));
  if (some.length === 0) return NO_ADDRESSES;
  const present: string[] = [];
  for (const { podAddresses } of podClasses) for (const address of podAddresses) present.push(address);
  const pods = addressesOf(present);
  const near = some.filter((addresses) => intersectAddresses(addresses, pods).length > 0);
  if (near.length === 0) return NO_ADDRESSES;
  const network = unionAddresses(pods, networksOf(nodeRanges()));
  let partial: AddressSet = NO_ADDRESSES;
  for (const addresses of near) if (!isAddressSubset(network, addresses)) partial = unionAddresses(partial, addresses);
  return partial;
}

/** The blocks, each once, as policies write them. */
export function blockTexts(specs: readonly PolicySpec[]): string[] {
  const texts: string[] = [];
  for (const { entries } of specs) {
    for (const entry of entries) {
      for (const peer of blockPeersOf(entry)) texts.push([peer.cidr].concat(peer.except).join(' '));
    }
  }
  return sortedUnique(texts);
}
