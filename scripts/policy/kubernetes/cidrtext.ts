import { addressText } from '../values/addresstext';
import {
  compareAddresses,
  familyOf,
  isAddressSubset,
  parseAddress,
  parseCidr,
  type Address,
  type AddressRange,
} from '../values/addresses';

/** CIDR blocks as policies write them: checked, and made canonical. */

/** A CIDR in canonical text with its addresses, or why the text is none. */
export type CidrReading =
  | { readonly kind: 'cidr'; readonly text: string; readonly range: AddressRange }
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Reads a CIDR block. The API server takes host bits and clears them (10.1.2.3/8 is 10.0.0.0/8), and so does this.
 * Leading zeros, which it takes in old objects, are refused: they read as decimal or as octal, depending on the reader
 * (CVE-2021-29923), and newer servers refuse them too. So is an IPv4 address written as an IPv6 one.
 *
 * @example readCidr('10.1.2.3/8') //=> { kind: 'cidr', text: '10.0.0.0/8', … }
 * @example readCidr('10.0.0.1') //=> { kind: 'invalid', reason: 'it has no prefix length; …' }
 */
export function readCidr(text: string): CidrReading {
  const range = parseCidr(text);
  if (!range) return { kind: 'invalid', reason: cidrViolation(text) };
  if (isMappedIPv4(range.from)) return { kind: 'invalid', reason: 'it is an IPv4 address written as an IPv6 one' };
  const prefix = text.slice(text.indexOf('/') + 1);
  return { kind: 'cidr', text: addressText(range.from) + '/' + prefix, range };
}

/**
 * The address in canonical text (IPv6 compressed, lower case), or undefined where the text is no address.
 *
 * @example canonicalAddress('2001:DB8::0:1') //=> '2001:db8::1'
 */
export function canonicalAddress(text: string): string | undefined {
  const address = parseAddress(text);
  return address && !isMappedIPv4(address) ? addressText(address) : undefined;
}

/** The family of an address text that `canonicalAddress` made. */
export function familyOfText(address: string): 'IPv4' | 'IPv6' {
  return address.indexOf(':') < 0 ? 'IPv4' : 'IPv6';
}

/** True where `inner` is a smaller block inside `outer`; blocks of different families never are. */
export function isStrictlyInside(inner: AddressRange, outer: AddressRange): boolean {
  const equal = compareAddresses(inner.from, outer.from) === 0 && compareAddresses(inner.to, outer.to) === 0;
  return !equal && isAddressSubset([inner], [outer]);
}

function isMappedIPv4(address: Address): boolean {
  if (familyOf(address) !== 'IPv6' || address[5] !== 0xffff) return false;
  return address.slice(0, 5).every((word) => word === 0);
}

function cidrViolation(text: string): string {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const isIPv6 = address.indexOf(':') >= 0;
  const bits = isIPv6 ? '128' : '32';
  if (text === '') return 'it is empty';
  if (/^\s|\s$/.test(text)) return 'it has a blank at an end';
  if (!isIPv6 && /(^|\.)0[0-9]/.test(address)) return 'its address has leading zeros, which some read as octal';
  if (!parseAddress(address)) {
    return isIPv6 ? '"' + address + '" is not an IPv6 address' : '"' + address + '" is not an IPv4 address';
  }
  if (slash < 0) return 'it has no prefix length; the single address is ' + address + '/' + bits;
  if (/^0[0-9]/.test(text.slice(slash + 1))) return 'its prefix length has leading zeros';
  return 'the prefix length must be a number from 0 to ' + bits;
}
