import { hasKey } from '../../text/canonical';
import { blockCounter } from './placeindex';
import {
  type Address,
  type Block,
  type Family,
  isWholeFamily,
  neighbour,
  NOT_ON_THE_WIRE,
  parseAddress,
  someBlockHolds,
} from '../read/addresses';

/** Addresses to start from where any address will do; the first that lies in no block of the input is taken. */
const ORDINARY: { readonly [family in Family]: readonly string[] } = {
  IPv4: ['198.51.100.77', '203.0.113.77', '192.0.2.77', '172.29.177.1', '10.213.77.1', '192.168.177.1'],
  IPv6: ['2001:2:77::1', '2001:db8:77::1', 'fd77:77::1', '3fff:77::1'],
};

/** The first, the last, the one before and the one after each block: every class of addresses has one among them. */
export function boundaryAddresses(blocks: readonly Block[]): Address[] {
  const addresses: Address[] = [];
  const seen: { [digits: string]: true } = {};
  function add(address: Address | undefined): void {
    if (address === undefined || hasKey(seen, address.digits)) return;
    if (someBlockHolds(NOT_ON_THE_WIRE, address)) return;
    seen[address.digits] = true;
    addresses.push(address);
  }
  for (const block of blocks) {
    const first: Address = { family: block.family, digits: block.from };
    const last: Address = { family: block.family, digits: block.to };
    add(first);
    add(last);
    add(neighbour(first, -1));
    add(neighbour(last, 1));
  }
  return addresses;
}

/** An address that nobody has, in no block but whole-family ones; undefined where there is none to be found. */
export function addressInNoBlock(
  family: Family,
  blocks: readonly Block[],
  taken: { readonly [digits: string]: true },
): Address | undefined {
  const limited = blocks.filter((block) => block.family === family && !isWholeFamily(block));
  const blocksAt = blockCounter(limited);
  function firstOf(candidates: readonly Address[]): Address | undefined {
    for (const address of candidates) {
      if (blocksAt(address) === 0 && !hasKey(taken, address.digits)) return address;
    }
    return undefined;
  }
  const ordinary: Address[] = [];
  for (const text of ORDINARY[family]) {
    const address = parseAddress(text);
    if (address) ordinary.push(address);
  }
  return firstOf(ordinary) || firstOf(boundaryAddresses(limited));
}
