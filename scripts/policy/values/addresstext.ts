import {
  compareAddresses,
  familyOf,
  nextAddress,
  subtractAddresses,
  type Address,
  type AddressRange,
  type AddressSet,
} from './addresses';

/** Address sets as the texts that PAN-OS takes in `source` and `destination`: addresses, CIDR blocks, ranges `a-b`. */

/** A range that needs more blocks than this is written as `a-b`: one member instead of many. */
const MOST_BLOCKS = 4;

// PAN-OS counts IPv4 as a part of IPv6: `::/0` and every block that covers the IPv4-mapped addresses takes in IPv4
// (administrator's guide 10.2, "Policy"). Nothing on a wire has these addresses, so that IPv6 members leave them out.
const IPV4_IN_IPV6: AddressSet = [{ from: [0, 0, 0, 0, 0, 0xffff, 0, 0], to: [0, 0, 0, 0, 0, 0xffff, 0xffff, 0xffff] }];

/**
 * The address as text; IPv6 compressed as RFC 5952 says.
 *
 * @example addressText([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]) //=> '2001:db8::1'
 */
export function addressText(address: Address): string {
  if (familyOf(address) === 'IPv4') {
    return [address[0] >> 8, address[0] & 255, address[1] >> 8, address[1] & 255].join('.');
  }
  const gap = longestZeroRun(address);
  const words = address.map((word) => word.toString(16));
  if (gap.length < 2) return words.join(':');
  return words.slice(0, gap.start).join(':') + '::' + words.slice(gap.start + gap.length).join(':');
}

function longestZeroRun(words: Address): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let i = 0; i <= words.length; i++) {
    if (i < words.length && words[i] === 0) continue;
    if (i - start > best.length) best = { start, length: i - start };
    start = i + 1;
  }
  return best;
}

/**
 * The members that name exactly the set: ascending, IPv4 first. The empty set has none. Single addresses have no prefix
 * length.
 *
 * @example addressMembers([{ from: [0x0a00, 1], to: [0x0a00, 4] }]) //=> ['10.0.0.1', '10.0.0.2/31', '10.0.0.4']
 * @example addressMembers([{ from: [0x0a00, 1], to: [0x0a00, 0x3fe] }]) //=> ['10.0.0.1-10.0.3.254']
 */
export function addressMembers(set: AddressSet): string[] {
  const members: string[] = [];
  for (const range of subtractAddresses(set, IPV4_IN_IPV6)) {
    const blocks = blocksOf(range, MOST_BLOCKS);
    if (blocks) members.push.apply(members, blocks);
    else members.push(addressText(range.from) + '-' + addressText(range.to));
  }
  return members;
}

/** The CIDR blocks of a range, or undefined where there are more than `most`. A block of one address is the address. */
function blocksOf(range: AddressRange, most: number): string[] | undefined {
  const blocks: string[] = [];
  const bits = range.from.length * 16;
  let from: Address | undefined = range.from;
  while (from && compareAddresses(from, range.to) <= 0) {
    if (blocks.length === most) return undefined;
    const prefix = widestPrefix(from, range.to);
    blocks.push(prefix === bits ? addressText(from) : addressText(from) + '/' + String(prefix));
    from = nextAddress(lastOf(from, prefix));
  }
  return blocks;
}

/** The shortest prefix whose block starts at `from` and ends at or before `to`. */
function widestPrefix(from: Address, to: Address): number {
  let prefix = from.length * 16;
  while (prefix > 0 && isAligned(from, prefix - 1) && compareAddresses(lastOf(from, prefix - 1), to) <= 0) prefix--;
  return prefix;
}

function isAligned(address: Address, prefix: number): boolean {
  for (let i = 0; i < address.length; i++) {
    const bits = Math.min(16, Math.max(0, prefix - i * 16));
    if ((address[i] & (0xffff >>> bits)) !== 0) return false;
  }
  return true;
}

function lastOf(address: Address, prefix: number): Address {
  return address.map((word, i) => {
    const bits = Math.min(16, Math.max(0, prefix - i * 16));
    return word | (0xffff >>> bits);
  });
}
