import { isIPv4, isIPv6 } from 'node:net';

/**
 * Addresses as the firewall compares them: an IPv4 address is an IPv6 one whose first 96 bits are 0 (PAN-OS 10.2
 * administrator's guide, "Policy"), so there is one line of numbers for both.
 */

/** From first to last, both included. */
export interface AddressSpan {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * The number of an address; undefined for other texts.
 *
 * @example addressNumber('0.0.1.0') //=> 256n
 * @example addressNumber('::1') //=> 1n
 */
export function addressNumber(text: string): bigint | undefined {
  if (isIPv4(text)) return joined(text.split('.'), 8n, 10);
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head = '', tail] = withoutDots(text).split('::');
  const before = words(head);
  const after = tail === undefined ? [] : words(tail);
  const gap = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return joined([...before, ...gap, ...after], 16n, 16);
}

/** What an address, a network or a range covers; undefined for other texts. Host bits of a network do not count. */
export function addressSpan(text: string): AddressSpan | undefined {
  const [first = '', last] = text.split('-');
  if (last !== undefined) return spanOf(addressNumber(first), addressNumber(last));
  const [address = '', length] = text.split('/');
  const number = addressNumber(address);
  if (length === undefined || number === undefined) return spanOf(number, number);
  const free = BigInt((isIPv4(address) ? 32 : 128) - Number(length));
  const from = (number >> free) << free;
  return { from, to: from + (1n << free) - 1n };
}

function spanOf(from: bigint | undefined, to: bigint | undefined): AddressSpan | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

function joined(parts: readonly string[], bits: bigint, radix: number): bigint {
  return parts.reduce((sum, part) => (sum << bits) + BigInt(Number.parseInt(part, radix)), 0n);
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** `::ffff:10.0.0.1` as `::ffff:a00:1`. */
function withoutDots(text: string): string {
  return text.replace(/[0-9.]*\.[0-9.]*$/, (dotted) => {
    const number = joined(dotted.split('.'), 8n, 10);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
}
