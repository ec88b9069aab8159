import type { Entry, Peer, Policy } from '../kubernetes/types';
import {
  intersectAddresses,
  isAddressSubset,
  subtractAddresses,
  unionAddresses,
  NO_ADDRESSES,
  type AddressSet,
} from '../values/addresses';
import { networksOf } from '../values/addresslists';
import type { TermSpace } from '../values/term';

/** `ipBlock` peers of policies as addresses. */

type BlockPeer = Extract<Peer, { readonly kind: 'ipBlock' }>;

/** What the block holds without its exceptions. */
export function blockAddresses(peer: BlockPeer): AddressSet {
  return subtractAddresses(networksOf([peer.cidr]), networksOf(peer.except));
}

/** The block peers of an entry. */
export function blockPeersOf(entry: Entry): BlockPeer[] {
  const found: BlockPeer[] = [];
  if (entry.peers.kind === 'anyone') return found;
  for (const peer of entry.peers.peers) if (peer.kind === 'ipBlock') found.push(peer);
  return found;
}

/** What the blocks of an entry hold together. */
export function heldByBlocks(entry: Entry): AddressSet {
  let held: AddressSet = NO_ADDRESSES;
  for (const peer of blockPeersOf(entry)) held = unionAddresses(held, blockAddresses(peer));
  return held;
}

/** What each block of the policies holds, each once. */
export function blocksOf(policies: readonly Policy[]): AddressSet[] {
  const byText: { [text: string]: AddressSet } = {};
  for (const policy of policies) {
    for (const entry of policy.entries) {
      for (const peer of blockPeersOf(entry)) byText[[peer.cidr].concat(peer.except).join(' ')] = blockAddresses(peer);
    }
  }
  return Object.keys(byText)
    .sort()
    .map((text) => byText[text]);
}

/**
 * The blocks of entries that hold some addresses that pods may have and not all: which pods they mean is a matter of the
 * addresses that these have today. Where nobody knows the pod network, that goes for all blocks. As the policies write
 * them, sorted.
 */
export function partialBlocks(space: TermSpace, policies: readonly Policy[]): string[] {
  const found: { [cidr: string]: true } = {};
  for (const policy of policies) {
    for (const entry of policy.entries) {
      if (!policy.isolates[entry.direction]) continue;
      if (space.podNetworkKnown && !holdsPartOfPods(space, heldByBlocks(entry))) continue;
      for (const { cidr, except } of blockPeersOf(entry)) for (const one of [cidr].concat(except)) found[one] = true;
    }
  }
  return Object.keys(found).sort();
}

/** Whether the set holds some addresses that pods may have, and not all. */
export function holdsPartOfPods(space: TermSpace, addresses: AddressSet): boolean {
  return (
    intersectAddresses(addresses, space.podAddresses).length > 0 && !isAddressSubset(space.podAddresses, addresses)
  );
}
