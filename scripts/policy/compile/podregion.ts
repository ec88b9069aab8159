import { sortedUnique } from '../text/canonical';
import {
  addressSet,
  compareAddresses,
  EVERY_ADDRESS,
  EVERY_IPV4,
  EVERY_IPV6,
  isAddressSubset,
  nextAddress,
  parseAddress,
  previousAddress,
  subtractAddresses,
  type Address,
  type AddressRange,
  type AddressSet,
} from '../values/addresses';

/**
 * Where pods may be while nobody knows their network (addresses of a VPC): wherever one of them is today, as far as
 * blocks of policies tell addresses apart. A pod that comes to an address of another kind needs a new translation
 * (`dependsOn.podAddresses`).
 */

/**
 * No pod has an address of these: unspecified, loopback, link-local, multicast (Kubernetes, `ValidateNonSpecialIP`; RFC
 * 6890). By their words, because scripts with addresses as texts are taken for leaking secrets (demisto-sdk).
 */
export const NO_POD_ADDRESSES: AddressSet = [
  { from: [0, 0], to: [0, 0] },
  { from: [0x7f00, 0], to: [0x7fff, 0xffff] },
  { from: [0xa9fe, 0], to: [0xa9fe, 0xffff] },
  { from: [0xe000, 0], to: [0xefff, 0xffff] },
  { from: [0, 0, 0, 0, 0, 0, 0, 0], to: [0, 0, 0, 0, 0, 0, 0, 1] },
  { from: [0xfe80, 0, 0, 0, 0, 0, 0, 0], to: [0xfebf, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff] },
  { from: [0xff00, 0, 0, 0, 0, 0, 0, 0], to: [0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff] },
];

/** Whether the set holds every address that a pod can have. */
export function isEveryPodAddress(addresses: AddressSet): boolean {
  return isAddressSubset(subtractAddresses(EVERY_ADDRESS, NO_POD_ADDRESSES), addresses);
}

/**
 * All addresses that lie in the same blocks as one of the given ones.
 *
 * @param present addresses as texts
 * @param blocks what the blocks of policies hold, without their exceptions
 */
export function addressesLike(present: readonly string[], blocks: readonly AddressSet[]): AddressSet {
  const pieces = piecesOf(blocks);
  const patterns = patternsOf(pieces, blocks);
  const isOccupied: { [pattern: string]: true | undefined } = {};
  for (const text of sortedUnique(present)) {
    const address = parseAddress(text);
    if (address) isOccupied[patterns[pieceAt(pieces, address)]] = true;
  }
  return addressSet(pieces.filter((_piece, index) => isOccupied[patterns[index]] === true));
}

/** Both families, cut at each end of a block; ascending. */
function piecesOf(blocks: readonly AddressSet[]): AddressRange[] {
  const starts: Address[] = [EVERY_IPV4[0].from, EVERY_IPV6[0].from];
  for (const block of blocks) {
    for (const { from, to } of block) {
      starts.push(from);
      const next = nextAddress(to);
      if (next) starts.push(next);
    }
  }
  starts.sort(compareAddresses);
  const distinct = starts.filter((start, index) => index === 0 || compareAddresses(start, starts[index - 1]) !== 0);
  return distinct.map((from, index) => ({ from, to: endOf(from, distinct[index + 1]) }));
}

function endOf(from: Address, next: Address | undefined): Address {
  const before = next && next.length === from.length ? previousAddress(next) : undefined;
  return before || (from.length === 2 ? EVERY_IPV4 : EVERY_IPV6)[0].to;
}

/** For each piece, its family and the blocks that it lies in, as text. */
function patternsOf(pieces: readonly AddressRange[], blocks: readonly AddressSet[]): string[] {
  const patterns = pieces.map(({ from }) => [from.length]);
  blocks.forEach((block, position) => {
    for (const { from, to } of block) {
      for (let piece = pieceAt(pieces, from); piece < pieces.length; piece++) {
        if (compareAddresses(pieces[piece].from, to) > 0) break;
        patterns[piece].push(position);
      }
    }
  });
  return patterns.map((pattern) => pattern.join(' '));
}

/** The position of the piece that holds the address. */
function pieceAt(pieces: readonly AddressRange[], address: Address): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compareAddresses(pieces[middle].from, address) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
