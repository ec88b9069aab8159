import { compareAddresses, familyOf, nextAddress, type Address, type AddressRange, type AddressSet } from './addresses';
import { withoutHiddenIPv4 } from './ipv4inipv6';

/** Address sets as the texts that PAN-OS takes in `source` and `destination`: addresses, CIDR blocks, ranges `a-b`. */

/** A range that needs more blocks than this is written as `a-b`: one member instead of many. */
const MOST_BLOCKS = 4;

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
 * The members that name exactly the set: ascending, IPv4 first. The empty set has none. IPv6 members leave out the
 * addresses that PAN-OS takes for IPv4.
 *
 * @example addressMembers([{ from: [0x0a00, 1], to: [0x0a00, 4] }]) //=> ['10.0.0.1', '10.0.0.2/31', '10.0.0.4']
 * @example addressMembers([{ from: [0x0a00, 1], to: [0x0a00, 0x3fe] }]) //=> ['10.0.0.1-10.0.3.254']
 * @example addressMembers(EVERY_IPV6)
 * //=> ['::1:0:0-::fffe:ffff:ffff', '::1:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']
 */
export function addressMembers(set: AddressSet): string[] {
  const members: string[] = [];
  for (const range of withoutHiddenIPv4(set)) {
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
