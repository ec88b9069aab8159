/**
 * IP addresses and sets of them, in both families. An address is a list of 16-bit words, most significant first: two
 * for IPv4, eight for IPv6 (ES5.1 has no integers of 128 bits).
 */

/** An address by its words; the number of words tells the family. 10.0.0.1 is `[0x0a00, 0x0001]`. */
export type Address = readonly number[];
/** The family of an address, as Services name it. */
export type Family = 'IPv4' | 'IPv6';

/** Inclusive at both ends; both of one family. */
export interface AddressRange {
  readonly from: Address;
  readonly to: Address;
}

/** Disjoint, not adjacent, ascending; IPv4 before IPv6. */
export type AddressSet = readonly AddressRange[];

/** The empty set. */
export const NO_ADDRESSES: AddressSet = [];
/** All of 0.0.0.0/0. */
export const EVERY_IPV4: AddressSet = [{ from: [0, 0], to: [0xffff, 0xffff] }];
/** All of ::/0. */
export const EVERY_IPV6: AddressSet = [{ from: repeated(0, 8), to: repeated(0xffff, 8) }];
/** All addresses of both families. */
export const EVERY_ADDRESS: AddressSet = [EVERY_IPV4[0], EVERY_IPV6[0]];

function repeated(word: number, count: number): number[] {
  const words: number[] = [];
  for (let i = 0; i < count; i++) words.push(word);
  return words;
}

/** The family of an address. */
export function familyOf(address: Address): Family {
  return address.length === 2 ? 'IPv4' : 'IPv6';
}

/** All addresses of one family. */
export function everyAddressOf(family: Family): AddressSet {
  return family === 'IPv4' ? EVERY_IPV4 : EVERY_IPV6;
}

/**
 * Parses `10.1.2.3` or `2001:db8::1` (also with a dotted tail); undefined where the text is neither.
 *
 * @example parseAddress('10.0.0.1') //=> [0x0a00, 0x0001]
 * @example parseAddress('10.1') //=> undefined
 */
export function parseAddress(text: string): Address | undefined {
  return text.indexOf(':') < 0 ? parseIPv4(text) : parseIPv6(text);
}

function parseIPv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bytes.push(Number(part));
  }
  return [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
}

function parseIPv6(text: string): Address | undefined {
  const halves = text.split('::');
  // Dotted decimals may only end the whole.
  if (halves.length > 2 || (halves.length === 2 && halves[0].indexOf('.') >= 0)) return undefined;
  const head = parseWords(halves[0]);
  const tail = halves.length === 2 ? parseWords(halves[1]) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return head.concat(repeated(0, missing), tail);
}

function parseWords(text: string): number[] | undefined {
  if (text === '') return [];
  const words: number[] = [];
  const parts = text.split(':');
  for (let i = 0; i < parts.length; i++) {
    const dotted = i === parts.length - 1 && parts[i].indexOf('.') >= 0 ? parseIPv4(parts[i]) : undefined;
    if (dotted) words.push(dotted[0], dotted[1]);
    else if (/^[0-9a-fA-F]{1,4}$/.test(parts[i])) words.push(parseInt(parts[i], 16));
    else return undefined;
  }
  return words;
}

/**
 * Parses a CIDR block, host bits cleared; undefined where the text is none.
 *
 * @example parseCidr('10.1.2.3/8') //=> { from: [0x0a00, 0], to: [0x0aff, 0xffff] }
 */
export function parseCidr(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? undefined : parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!address || !/^(0|[1-9][0-9]{0,2})$/.test(length) || Number(length) > address.length * 16) return undefined;
  return blockOf(address, Number(length));
}

/** The block of the given prefix length that holds the address. */
function blockOf(address: Address, prefix: number): AddressRange {
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < address.length; i++) {
    const bits = Math.min(16, Math.max(0, prefix - i * 16));
    const hostMask = 0xffff >>> bits;
    from.push(address[i] & ~hostMask & 0xffff);
    to.push(address[i] | hostMask);
  }
  return { from, to };
}

/** The set of one address. */
export function singleAddress(address: Address): AddressSet {
  return [{ from: address, to: address }];
}

/** Negative, zero or positive; IPv4 sorts before IPv6. */
export function compareAddresses(a: Address, b: Address): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

/** The next address, or undefined after the last one of the family. */
export function nextAddress(address: Address): Address | undefined {
  return step(address, 0xffff, 0, 1);
}

/** The previous address, or undefined before the first one of the family. */
export function previousAddress(address: Address): Address | undefined {
  return step(address, 0, 0xffff, -1);
}

function step(address: Address, limit: number, wrapped: number, by: number): Address | undefined {
  const words = address.slice();
  for (let i = words.length - 1; i >= 0; i--) {
    if (words[i] !== limit) {
      words[i] += by;
      return words;
    }
    words[i] = wrapped;
  }
  return undefined;
}

/** The set that holds exactly the addresses of the ranges, in normal form. */
export function addressSet(ranges: readonly AddressRange[]): AddressSet {
  const sorted = ranges.slice().sort((a, b) => compareAddresses(a.from, b.from) || compareAddresses(a.to, b.to));
  const merged: AddressRange[] = [];
  for (const range of sorted) {
    const last = merged.length > 0 ? merged[merged.length - 1] : undefined;
    if (last && touches(last, range)) {
      const to = compareAddresses(range.to, last.to) > 0 ? range.to : last.to;
      merged[merged.length - 1] = { from: last.from, to };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function touches(earlier: AddressRange, later: AddressRange): boolean {
  if (earlier.to.length !== later.from.length) return false;
  const next = nextAddress(earlier.to);
  return next === undefined || compareAddresses(later.from, next) <= 0;
}

/** The addresses of either set. */
export function unionAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return addressSet(a.concat(b));
}

/** The addresses of both sets. */
export function intersectAddresses(a: AddressSet, b: AddressSet): AddressSet {
  const common: AddressRange[] = [];
  for (const x of a) {
    for (const y of b) {
      if (x.from.length !== y.from.length) continue;
      const from = compareAddresses(x.from, y.from) > 0 ? x.from : y.from;
      const to = compareAddresses(x.to, y.to) < 0 ? x.to : y.to;
      if (compareAddresses(from, to) <= 0) common.push({ from, to });
    }
  }
  return addressSet(common);
}

/**
 * The addresses of `a` that are not in `b`: CIDR subtraction, as `ipBlock.except` needs it.
 *
 * @example 10.0.0.0/24 without 10.0.0.0/26 //=> 10.0.0.64 to 10.0.0.255
 */
export function subtractAddresses(a: AddressSet, b: AddressSet): AddressSet {
  let rest = a.slice();
  for (const hole of b) {
    const next: AddressRange[] = [];
    for (const range of rest) pushWithout(next, range, hole);
    rest = next;
  }
  return addressSet(rest);
}

function pushWithout(into: AddressRange[], range: AddressRange, hole: AddressRange): void {
  const apart =
    range.from.length !== hole.from.length ||
    compareAddresses(hole.to, range.from) < 0 ||
    compareAddresses(range.to, hole.from) < 0;
  if (apart) {
    into.push(range);
    return;
  }
  const before = previousAddress(hole.from);
  const after = nextAddress(hole.to);
  if (before && compareAddresses(range.from, before) <= 0) into.push({ from: range.from, to: before });
  if (after && compareAddresses(after, range.to) <= 0) into.push({ from: after, to: range.to });
}

/**
 * Whether each address of `a` is in `b`. Both are sets as `addressSet` makes them: a range of `a` lies in one of `b`,
 * or not at all.
 */
export function isAddressSubset(a: AddressSet, b: AddressSet): boolean {
  return a.every((range) =>
    b.some(
      (other) =>
        range.from.length === other.from.length &&
        compareAddresses(other.from, range.from) <= 0 &&
        compareAddresses(range.to, other.to) <= 0,
    ),
  );
}

/** The families that the set has addresses of. */
export function familiesOf(set: AddressSet): Family[] {
  const families: Family[] = [];
  for (const range of set) {
    const family = familyOf(range.from);
    if (families.indexOf(family) < 0) families.push(family);
  }
  return families;
}
