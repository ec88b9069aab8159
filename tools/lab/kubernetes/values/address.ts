/** IPv4 or IPv6, as Services and EndpointSlices name it. */
export type Family = 'IPv4' | 'IPv6';

/** A single address. */
export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** An address block; host bits are cut off in `first`. */
export interface Block {
  readonly family: Family;
  readonly first: bigint;
  readonly prefix: number;
}

const BITS: { readonly [family in Family]: number } = { IPv4: 32, IPv6: 128 };

/** Reads an address; IPv4 with leading zeroes is read as decimal, as the API server does (`ParseIPSloppy`). */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return { family: 'IPv4', value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

function parseIpv6(text: string): Address | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail !== null) {
    const last = parseIpv4(tail[2] ?? '');
    if (last === undefined) return undefined;
    const [high, low] = [(last.value >> 16n).toString(16), (last.value & 0xffffn).toString(16)];
    return parseIpv6(`${tail[1] ?? ''}${high}:${low}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const before = left ?? [];
  const after = right ?? [];
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...before, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const value = groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
  // ::ffff:10.0.0.1 is an IPv4 address to Go's parser.
  return value >> 32n === 0xffffn ? { family: 'IPv4', value: value & 0xffffffffn } : { family: 'IPv6', value };
}

/** Reads `address/prefix`. */
export function parseBlock(text: string): Block | undefined {
  const [addressText, prefixText, ...rest] = text.split('/');
  const address = parseAddress(addressText ?? '');
  if (address === undefined || rest.length > 0 || !/^\d{1,3}$/.test(prefixText ?? '')) return undefined;
  const prefix = Number(prefixText);
  const bits = BITS[address.family];
  if (prefix > bits) return undefined;
  const shift = BigInt(bits - prefix);
  return { family: address.family, first: (address.value >> shift) << shift, prefix };
}

/** Whether an address lies in a block of its family. */
export function contains(block: Block, address: Address): boolean {
  const shift = BigInt(BITS[block.family] - block.prefix);
  return block.family === address.family && address.value >> shift === block.first >> shift;
}

/** How many addresses a block holds. */
export const sizeOf = (block: Block): bigint => 1n << BigInt(BITS[block.family] - block.prefix);

/** Writes an address: dotted, or as RFC 5952 says. */
export function formatAddress({ family, value }: Address): string {
  if (family === 'IPv4') return [24n, 16n, 8n, 0n].map((shift) => ((value >> shift) & 255n).toString()).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const { start, length } = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === '0' ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}

/** Hands out the addresses of a block, from `offset` up, each once until it is released. */
export class Allocator {
  private next: bigint;
  private readonly taken = new Set<bigint>();

  constructor(
    readonly block: Block,
    private readonly offset: bigint,
  ) {
    this.next = offset;
  }

  /** A free address; undefined when the block is full. The last address (broadcast) is not given out. */
  allocate(): string | undefined {
    const end = sizeOf(this.block) - 1n;
    for (let tries = this.offset; tries < end; tries++) {
      const value = this.block.first + this.next;
      this.next = this.next + 1n >= end ? this.offset : this.next + 1n;
      if (this.take({ family: this.block.family, value }) === 'taken')
        return formatAddress({ family: this.block.family, value });
    }
    return undefined;
  }

  /** Takes a certain address. */
  take(address: Address): 'taken' | 'outside' | 'in use' {
    if (!contains(this.block, address)) return 'outside';
    if (this.taken.has(address.value)) return 'in use';
    this.taken.add(address.value);
    return 'taken';
  }

  /** Lets an address be given out again; one outside the block is passed over. */
  release(address: Address): void {
    if (contains(this.block, address)) this.taken.delete(address.value);
  }
}
