/**
 * Addresses and networks as fixed-width hexadecimal text: 8 digits for IPv4, 32 for IPv6, so that text order is numeric
 * order. This is deliberately another representation than the compiler's: the proof shares no arithmetic with it.
 */

/** The family of an address; addresses of different families have nothing in common. */
export type Family = 'IPv4' | 'IPv6';

/** Both families. */
export const FAMILIES: readonly Family[] = ['IPv4', 'IPv6'];

/** One address. `digits` is lower-case hexadecimal, 8 or 32 characters. */
export interface Address {
  readonly family: Family;
  readonly digits: string;
}

/** All addresses from `from` to `to`, both included. */
export interface Block {
  readonly family: Family;
  readonly from: string;
  readonly to: string;
}

/** IPv6 addresses that no packet has: ::/96, by which PAN-OS looks at IPv4, and IPv4-mapped ones (RFC 4291). */
export const NOT_ON_THE_WIRE: readonly Block[] = [
  { family: 'IPv6', from: '00000000000000000000000000000000', to: '000000000000000000000000ffffffff' },
  { family: 'IPv6', from: '00000000000000000000ffff00000000', to: '00000000000000000000ffffffffffff' },
];

/**
 * Addresses that no pod has: unspecified, loopback, link-local and multicast ones, which Kubernetes refuses as addresses
 * of endpoints (`ValidateNonSpecialIP`; IANA's registries of special-purpose addresses).
 */
export const NEVER_OF_PODS: readonly Block[] = [
  { family: 'IPv4', from: '00000000', to: '00000000' },
  { family: 'IPv4', from: '7f000000', to: '7fffffff' },
  { family: 'IPv4', from: 'a9fe0000', to: 'a9feffff' },
  { family: 'IPv4', from: 'e0000000', to: 'efffffff' },
  { family: 'IPv6', from: '00000000000000000000000000000000', to: '00000000000000000000000000000001' },
  { family: 'IPv6', from: 'fe800000000000000000000000000000', to: 'febfffffffffffffffffffffffffffff' },
  { family: 'IPv6', from: 'ff000000000000000000000000000000', to: 'ffffffffffffffffffffffffffffffff' },
];

function fixed(value: number, width: number): string {
  let text = value.toString(16);
  while (text.length < width) text = '0' + text;
  return text;
}

function dottedDigits(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let digits = '';
  for (const part of parts) {
    // Leading zeros are refused, as the API server does: some readers take them for octal.
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    digits += fixed(Number(part), 2);
  }
  return digits;
}

function groupDigits(text: string): string | undefined {
  if (text === '') return '';
  const parts = text.split(':');
  let digits = '';
  for (let i = 0; i < parts.length; i++) {
    const dotted = i === parts.length - 1 && parts[i].indexOf('.') >= 0 ? dottedDigits(parts[i]) : undefined;
    if (dotted !== undefined) digits += dotted;
    else if (/^[0-9a-fA-F]{1,4}$/.test(parts[i])) digits += fixed(parseInt(parts[i], 16), 4);
    else return undefined;
  }
  return digits;
}

function colonDigits(text: string): string | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groupDigits(halves[0]);
  const tail = halves.length === 2 ? groupDigits(halves[1]) : '';
  if (head === undefined || tail === undefined) return undefined;
  const missing = 32 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 4) return undefined;
  let middle = '';
  while (middle.length < missing) middle += '0';
  return head + middle + tail;
}

/** Reads one IPv4 or IPv6 address; undefined where it is none. */
export function parseAddress(text: string): Address | undefined {
  const family: Family = text.indexOf(':') >= 0 ? 'IPv6' : 'IPv4';
  const digits = family === 'IPv6' ? colonDigits(text) : dottedDigits(text);
  return digits === undefined ? undefined : { family, digits };
}

/** The address with these digits. */
export function addressOfDigits(digits: string): Address {
  return { family: digits.length === 8 ? 'IPv4' : 'IPv6', digits };
}

/** Reads `address/length`; host bits are cut off. undefined where it is no network. */
export function parseCidr(text: string): Block | undefined {
  const slash = text.indexOf('/');
  if (slash < 0 || !/^(0|[1-9][0-9]{0,2})$/.test(text.slice(slash + 1))) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const length = Number(text.slice(slash + 1));
  if (address === undefined || length > address.digits.length * 4) return undefined;
  let from = '';
  let to = '';
  for (let i = 0; i < address.digits.length; i++) {
    const free = 0xf >> Math.max(0, Math.min(4, length - i * 4));
    const digit = parseInt(address.digits.charAt(i), 16) & ~free;
    from += digit.toString(16);
    to += (digit | free).toString(16);
  }
  return { family: address.family, from, to };
}

/** Reads what PAN-OS takes literally in a rule: an address, a network, or a range `a-b`. */
export function parseLiteral(text: string): Block | undefined {
  if (text.indexOf('/') >= 0) return parseCidr(text);
  const dash = text.indexOf('-');
  const from = parseAddress(dash < 0 ? text : text.slice(0, dash));
  const to = dash < 0 ? from : parseAddress(text.slice(dash + 1));
  if (from === undefined || to === undefined || from.family !== to.family || from.digits > to.digits) return undefined;
  return { family: from.family, from: from.digits, to: to.digits };
}

/** The block of one address. */
export function singleBlock(address: Address): Block {
  return { family: address.family, from: address.digits, to: address.digits };
}

/** Whether an address lies in a block; one of the other family never does. */
export function blockHolds(block: Block, address: Address): boolean {
  return block.family === address.family && block.from <= address.digits && address.digits <= block.to;
}

/**
 * The block as a firewall compares IPv4 addresses with it: "all IPv4 addresses match ::/8 to ::/96", since for matching
 * an IPv4 address becomes an IPv6 one whose first 96 bits are 0 (PAN-OS administrator's guide 9.1, 10.1, 10.2,
 * "Policy"). undefined where an IPv6 block takes in no IPv4.
 */
export function ipv4Part(block: Block): Block | undefined {
  if (block.family === 'IPv4') return block;
  const zeros = '000000000000000000000000';
  if (block.from.slice(0, 24) !== zeros) return undefined;
  const to = block.to.slice(0, 24) === zeros ? block.to.slice(24) : 'ffffffff';
  return { family: 'IPv4', from: block.from.slice(24), to };
}

/** True where one of the blocks holds the address. */
export function someBlockHolds(blocks: readonly Block[], address: Address): boolean {
  for (const block of blocks) if (blockHolds(block, address)) return true;
  return false;
}

/** True where the block is a whole address family. */
export function isWholeFamily(block: Block): boolean {
  return /^0+$/.test(block.from) && /^f+$/.test(block.to);
}

/** The next address (step 1) or the one before (step -1); undefined at the end of the family. */
export function neighbour(address: Address, step: 1 | -1): Address | undefined {
  let behind = '';
  for (let end = address.digits.length; end > 0; end -= 4) {
    const group = parseInt(address.digits.slice(end - 4, end), 16) + step;
    behind = fixed(group & 0xffff, 4) + behind;
    if (group < 0 || group > 0xffff) continue;
    return { family: address.family, digits: address.digits.slice(0, end - 4) + behind };
  }
  return undefined;
}

/** The address as people write it; IPv6 by RFC 5952. */
export function formatAddress(address: Address): string {
  const groups: string[] = [];
  if (address.family === 'IPv4') {
    for (let i = 0; i < 8; i += 2) groups.push(String(parseInt(address.digits.slice(i, i + 2), 16)));
    return groups.join('.');
  }
  for (let i = 0; i < 32; i += 4) groups.push(parseInt(address.digits.slice(i, i + 4), 16).toString(16));
  let start = 0;
  let length = 0;
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (i + run < 8 && groups[i + run] === '0') run++;
    if (run > length) {
      start = i;
      length = run;
    }
  }
  if (length < 2) return groups.join(':');
  return groups.slice(0, start).join(':') + '::' + groups.slice(start + length).join(':');
}
