import { hasKey } from '../../text/canonical';
import { type Address, type Block, blockHolds } from '../read/addresses';

/** A block, and what lying in it means. */
interface Valued<T> {
  readonly block: Block;
  readonly value: T;
}

/** Blocks by the addresses in them: most blocks of a rulebase are single addresses, of which there may be thousands. */
export interface BlockIndex<T> {
  /** By digits, which tell the families apart. */
  readonly singles: { readonly [digits: string]: readonly T[] };
  readonly others: readonly Valued<T>[];
}

/** Indexes blocks. */
export function indexBlocks<T>(blocks: readonly Valued<T>[]): BlockIndex<T> {
  const singles: { [digits: string]: T[] } = {};
  const others: Valued<T>[] = [];
  for (const item of blocks) {
    const { from, to } = item.block;
    if (from !== to) others.push(item);
    else if (hasKey(singles, from)) singles[from].push(item.value);
    else singles[from] = [item.value];
  }
  return { singles, others };
}

/** What all blocks mean that hold the address. */
export function holdingBlocks<T>({ singles, others }: BlockIndex<T>, address: Address): T[] {
  const found = hasKey(singles, address.digits) ? singles[address.digits].slice() : [];
  for (const { block, value } of others) if (blockHolds(block, address)) found.push(value);
  return found;
}
