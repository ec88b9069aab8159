import { withHiddenIPv4 } from '../values/ipv4inipv6';
import { familyOf, parseAddress, parseCidr, type AddressSet } from '../values/addresses';

// No more than that stands in addresses, blocks and ranges: nearly all members are names, and reading them costs more.
const ADDRESSES = /^[0-9a-fA-F:./-]+$/;

/**
 * The addresses that a member of `source` or `destination` matches: an address, a CIDR block or a range `a-b`; none for
 * names. IPv6 members match the IPv4 addresses that they take in, too.
 *
 * @example literalAddresses('10.0.0.1-10.0.0.9') //=> [{ from: [0x0a00, 1], to: [0x0a00, 9] }]
 * @example literalAddresses('web') //=> []
 */
export function literalAddresses(member: string): AddressSet {
  if (!ADDRESSES.test(member)) return [];
  const block = parseCidr(member);
  if (block) return withHiddenIPv4([block]);
  const ends = member.split('-').map(parseAddress);
  const from = ends[0];
  const to = ends[ends.length - 1];
  if (ends.length > 2 || !from || !to || familyOf(from) !== familyOf(to)) return [];
  return withHiddenIPv4([{ from, to }]);
}
