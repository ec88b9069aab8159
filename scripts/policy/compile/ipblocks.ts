import type { Entry, Peer, Policy } from '../kubernetes/types';
import {
  addressSet,
  intersectAddresses,
  isAddressSubset,
  parseCidr,
  subtractAddresses,
  unionAddresses,
  NO_ADDRESSES,
  type AddressRange,
  type AddressSet,
} from '../values/addresses';
import type { TermSpace } from '../values/term';

/** `ipBlock` peers of policies as addresses. */

type BlockPeer = Extract<Peer, { readonly kind: 'ipBlock' }>;

/** What the block holds without its exceptions. */
export function blockAddresses(peer: BlockPeer): AddressSet {
  return subtractAddresses(addressSet(rangesOf([peer.cidr])), addressSet(rangesOf(peer.except)));
}

function rangesOf(cidrs: readonly string[]): AddressRange[] {
  const ranges: AddressRange[] = [];
  for (const cidr of cidrs) {
    const range = parseCidr(cidr);
    if (range) ranges.push(range);
  }
  return ranges;
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
      if (space.podNetworkKnown && !isPartial(space.podAddresses, heldByBlocks(entry))) continue;
      for (const { cidr, except } of blockPeersOf(entry)) for (const one of [cidr].concat(except)) found[one] = true;
    }
  }
  return Object.keys(found).sort();
}

function isPartial(network: AddressSet, held: AddressSet): boolean {
  return intersectAddresses(network, held).length > 0 && !isAddressSubset(network, held);
}
