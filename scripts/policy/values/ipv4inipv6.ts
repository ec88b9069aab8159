import { intersectAddresses, subtractAddresses, unionAddresses, type Address, type AddressSet } from './addresses';

/**
 * Where IPv4 hides in IPv6. For matching, PAN-OS turns an IPv4 address into the IPv6 address whose first 96 bits are 0
 * (administrator's guide 9.1 to 10.2, "Policy"): `::/0`, and every block or range that meets `::/96`, takes in IPv4.
 */

/** The last two words hold an IPv4 address. */
const FIRST: Address = [0, 0, 0, 0, 0, 0, 0, 0];
const LAST: Address = [0, 0, 0, 0, 0, 0, 0xffff, 0xffff];
const EMBEDDED: AddressSet = [{ from: FIRST, to: LAST }];

/** `::ffff:0:0/96` (RFC 4291): no packet has such an address, and what a device makes of it is not documented. */
const MAPPED: AddressSet = [{ from: [0, 0, 0, 0, 0, 0xffff, 0, 0], to: [0, 0, 0, 0, 0, 0xffff, 0xffff, 0xffff] }];

/** The set without the IPv6 addresses that PAN-OS may take for IPv4; no packet has any of them. */
export function withoutHiddenIPv4(set: AddressSet): AddressSet {
  return subtractAddresses(subtractAddresses(set, EMBEDDED), MAPPED);
}

/**
 * The set as PAN-OS matches it: with the IPv4 addresses that its IPv6 ranges take in.
 *
 * @example ::/0 //=> ::/0 and 0.0.0.0/0; ::a00:0/104 //=> ::a00:0/104 and 10.0.0.0/8
 */
export function withHiddenIPv4(set: AddressSet): AddressSet {
  const hidden = intersectAddresses(set, EMBEDDED).map((range) => ({
    from: range.from.slice(6),
    to: range.to.slice(6),
  }));
  return hidden.length === 0 ? set : unionAddresses(set, hidden);
}
