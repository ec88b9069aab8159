import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { type Block, type Family, BLOCKS, familiesOf } from './addresses';
import type { Setting } from './setting';

/** Peers with an ipBlock. */

export interface BlockDraft {
  readonly kind: 'block';
  readonly family: Family;
  readonly block: number;
  /** Bit i: exception i of the block. */
  readonly exceptions: number;
}

export const blockDraft: fc.Arbitrary<BlockDraft> = fc.record({
  kind: fc.constant('block' as const),
  family: fc.constantFrom<Family>('IPv4', 'IPv6'),
  block: fc.nat(BLOCKS.IPv4.length - 1),
  exceptions: fc.oneof(fc.constant(0), fc.nat(31)),
});

/** The block, with its like of the other family where one family alone would have no exact rule. */
export function blockPeers(draft: BlockDraft, setting: Setting): RawObject[] {
  const families = familiesOf(setting.families);
  const isTwin = setting.families === 'dual' && isMetByPods(setting) && meetsPods(BLOCKS.IPv4[draft.block]);
  const own = families.length === 2 ? draft.family : families[0];
  return (isTwin ? families : [own]).map((family) => ({ ipBlock: blockObject(draft, family, setting) }));
}

function blockObject(draft: BlockDraft, family: Family, setting: Setting): RawObject {
  const blocks = BLOCKS[family];
  const drafted = blocks[draft.block];
  const isPartial = drafted.place === 'partly' || (!setting.isNetworkKnown && drafted.place !== 'whole');
  const block = isPartial && isMetByPods(setting) ? replacement(draft, family, setting) : drafted;
  const except = block.exceptions
    .filter((_, index) => (draft.exceptions & (1 << index)) !== 0)
    .filter((exception) => !isMetByPods(setting) || (exception.place !== 'partly' && setting.isNetworkKnown))
    .map((exception) => exception.cidr);
  return { cidr: block.cidr, ...(except.length > 0 ? { except } : {}) };
}

/** What stands in for a block that would have to be cut with pods. */
function replacement(draft: BlockDraft, family: Family, setting: Setting): Block {
  return BLOCKS[family][setting.isNetworkKnown ? 4 + (draft.block % 2) : 0];
}

/** Pods at both ends: what cuts the pod network, or one of two families, has no exact rule there. */
function isMetByPods(setting: Setting): boolean {
  return setting.directions === 'both';
}

function meetsPods(block: Block): boolean {
  return block.place !== 'outside' && block.place !== 'nodes';
}
