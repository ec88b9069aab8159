import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { type Family, BLOCKS, familiesOf } from './addresses';
import type { Setting } from './setting';

/** Peers with an ipBlock. */

export interface BlockDraft {
  readonly kind: 'block';
  readonly family: Family;
  readonly block: number;
  /** Bit i: exception i of the block. */
  readonly exceptions: number;
  /** With its like of the other family, where there are two. */
  readonly isTwin: boolean;
}

export const blockDraft: fc.Arbitrary<BlockDraft> = fc.record({
  kind: fc.constant('block' as const),
  family: fc.constantFrom<Family>('IPv4', 'IPv6'),
  block: fc.nat(BLOCKS.IPv4.length - 1),
  exceptions: fc.oneof(fc.constant(0), fc.nat(31)),
  isTwin: fc.boolean(),
});

export function blockPeers(draft: BlockDraft, setting: Setting): RawObject[] {
  const families = familiesOf(setting.families);
  const own = families.length === 2 ? [draft.family] : families;
  return (draft.isTwin ? families : own).map((family) => ({ ipBlock: blockObject(draft, family) }));
}

function blockObject(draft: BlockDraft, family: Family): RawObject {
  const block = BLOCKS[family][draft.block];
  const except = block.exceptions.filter((_, index) => (draft.exceptions & (1 << index)) !== 0);
  return { cidr: block.cidr, ...(except.length > 0 ? { except: except.map(({ cidr }) => cidr) } : {}) };
}
