import { familyOf, parseAddress, parseCidr, type AddressSet } from '../values/addresses';

/**
 * The addresses that a member of `source` or `destination` stands for: an address, a CIDR block or a range; none for
 * names.
 *
 * @example literalAddresses('10.0.0.1-10.0.0.9') //=> [{ from: [0x0a00, 1], to: [0x0a00, 9] }]
 * @example literalAddresses('web') //=> []
 */
export function literalAddresses(member: string): AddressSet {
  const block = parseCidr(member);
  if (block) return [block];
  const ends = member.split('-').map(parseAddress);
  const from = ends[0];
  const to = ends[ends.length - 1];
  if (ends.length > 2 || !from || !to || familyOf(from) !== familyOf(to)) return [];
  return [{ from, to }];
}
