import { addressSet, parseAddress, parseCidr, singleAddress, type AddressRange, type AddressSet } from './addresses';

/** Address sets from lists of texts. What is no address is passed over here; where texts come in, it is told. */

/** The set of single addresses. */
export function addressesOf(texts: readonly string[]): AddressSet {
  const ranges: AddressRange[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (address) ranges.push(singleAddress(address)[0]);
  }
  return addressSet(ranges);
}

/**
 * The addresses of CIDR blocks.
 *
 * @example networksOf(['10.1.0.0/24', '10.1.1.0/24']) //=> 10.1.0.0 to 10.1.1.255
 */
export function networksOf(cidrs: readonly string[]): AddressSet {
  const ranges: AddressRange[] = [];
  for (const cidr of cidrs) {
    const range = parseCidr(cidr);
    if (range) ranges.push(range);
  }
  return addressSet(ranges);
}
