import type { EntryAttributes } from '../../attributes/types';
import { hasKey } from '../../text/canonical';
import { type Address, type Block, ipv4Part, someBlockHolds } from '../read/addresses';
import { type BlockIndex, holdingBlocks, indexBlocks } from './blockindex';
import { createPlaceIndex, type PlaceIndex } from './placeindex';
import { type FilterIndex, holdingFilters, indexFilters } from '../rules/filterindex';
import type { AddressPeer, EntryFacts, PodPeer, PolicyFacts } from '../read/policies';
import type { RuleEnd, RulebaseFacts } from '../rules/rules';
import { type LabelSelector, selectorHolds } from '../read/selectors';
import type { TagSet } from '../rules/tagmodel';

/** An entry with its policy, as one of the many that are judged together. */
export interface JudgedEntry {
  readonly policy: PolicyFacts;
  readonly facts: EntryFacts;
  readonly attributes: EntryAttributes;
  /** Equal for equal attributes. */
  readonly attributesText: string;
}

/**
 * A row says of one end of connections which rules and entries it meets: numbers in ascending order, one for each rule,
 * then one for each entry. A connection meets what the source's row and the destination's row have in common. What
 * every address meets is in no row, but in the scheme's `always`: most of a cluster may be open to everybody.
 */
export type Row = readonly number[];

/** The two rows of an end: as a source and as a destination. */
export interface Rows {
  readonly source: Row;
  readonly destination: Row;
}

interface Bits {
  readonly source: number[];
  readonly destination: number[];
}

/** Pods that some entries name; evaluated once for each pod, however many entries name them. */
export interface PodMatcher {
  readonly selector: LabelSelector;
  readonly bits: Bits;
  /** Positions of the policies whose subject this is. */
  readonly subjectOf: number[];
}

/** How rows are computed: for each kind of condition, the bits that it sets. */
export interface RowScheme {
  readonly rules: number;
  readonly matchersIn: { readonly [namespace: string]: readonly PodMatcher[] };
  readonly filters: FilterIndex<Bits>;
  readonly blocks: readonly { readonly block: Block; readonly bits: Bits }[];
  readonly peers: readonly { readonly peer: AddressPeer; readonly bits: Bits }[];
  readonly blockIndex: BlockIndex<Bits>;
  readonly peerIndex: BlockIndex<{ readonly peer: AddressPeer; readonly bits: Bits }>;
  /** Of the places that these blocks tell apart. */
  readonly rowsAt: PlaceIndex<Rows>;
  readonly always: Always;
  /** Entries that name every pod of every namespace. */
  readonly everyPod: Bits;
}

interface Interned<T> {
  readonly index: { [key: string]: T };
  readonly list: T[];
}

/** Equal keys mean equal conditions; the converse only spares work. */
function intern<T>(table: Interned<T>, key: string, make: () => T): T {
  if (!hasKey(table.index, key)) {
    table.index[key] = make();
    table.list.push(table.index[key]);
  }
  return table.index[key];
}

function newBits(): Bits {
  return { source: [], destination: [] };
}

/** Numbers the bits and collects the conditions that set them. */
export function rowScheme(
  policies: readonly PolicyFacts[],
  entries: readonly JudgedEntry[],
  rulebase: RulebaseFacts,
): RowScheme {
  const matchersIn: { [namespace: string]: PodMatcher[] } = {};
  const matchers: Interned<PodMatcher> = { index: {}, list: [] };
  const blocks: Interned<{ block: Block; bits: Bits }> = { index: {}, list: [] };
  const peers: Interned<{ peer: AddressPeer; bits: Bits }> = { index: {}, list: [] };
  const filterBits = rulebase.filters.map(newBits);
  const always = newBits();
  const everyPod = newBits();

  function matcherFor(peer: PodPeer): PodMatcher {
    return intern(matchers, JSON.stringify([peer.namespaces, peer.selector]), () => {
      const matcher: PodMatcher = { selector: peer.selector, bits: newBits(), subjectOf: [] };
      for (const namespace of peer.namespaces) {
        if (!hasKey(matchersIn, namespace)) matchersIn[namespace] = [];
        matchersIn[namespace].push(matcher);
      }
      return matcher;
    });
  }
  function addRuleEnd(end: RuleEnd, side: 'source' | 'destination', bit: number): void {
    if (end.any) always[side].push(bit);
    for (const filter of end.filters) filterBits[filter][side].push(bit);
    for (const block of end.blocks) {
      const interned = intern(blocks, block.from + '-' + block.to, () => ({ block, bits: newBits() }));
      interned.bits[side].push(bit);
    }
  }

  policies.forEach((policy, position) => {
    matcherFor(policy.subject).subjectOf.push(position);
  });
  rulebase.rules.forEach((rule, position) => {
    addRuleEnd(rule.source, 'source', position);
    addRuleEnd(rule.destination, 'destination', position);
  });
  entries.forEach((entry, position) => {
    const bit = rulebase.rules.length + position;
    const subjectSide = entry.facts.direction === 'egress' ? 'source' : 'destination';
    const peerSide = entry.facts.direction === 'egress' ? 'destination' : 'source';
    matcherFor(entry.policy.subject).bits[subjectSide].push(bit);
    if (entry.facts.anyone) always[peerSide].push(bit);
    for (const peer of entry.facts.pods) {
      matcherFor(peer).bits[peerSide].push(bit);
      if (peer.everyPod) everyPod[peerSide].push(bit);
    }
    for (const peer of entry.facts.addresses) {
      const interned = intern(peers, JSON.stringify(peer), () => ({ peer, bits: newBits() }));
      interned.bits[peerSide].push(bit);
    }
  });
  return {
    rules: rulebase.rules.length,
    matchersIn,
    filters: indexFilters(rulebase.filters, filterBits),
    blocks: blocks.list,
    peers: peers.list,
    blockIndex: indexBlocks(comparedBlocks(blocks.list)),
    peerIndex: indexBlocks(peers.list.map((item) => ({ block: item.peer.block, value: item }))),
    rowsAt: createPlaceIndex(blocksOf(blocks.list, peers.list)),
    always: alwaysOf(always),
    everyPod,
  };
}

function blocksOf(ofRules: RowScheme['blocks'], ofPolicies: RowScheme['peers']): Block[] {
  const found: Block[] = [];
  for (const { block } of ofRules) {
    const ipv4 = ipv4Part(block);
    found.push(block);
    if (ipv4 !== undefined) found.push(ipv4);
  }
  for (const { peer } of ofPolicies) for (const block of [peer.block].concat(peer.except)) found.push(block);
  return found;
}

interface Flags {
  readonly [bit: number]: true | undefined;
}

/** What every address meets, as a source and as a destination. */
export interface Always {
  readonly source: Flags;
  readonly destination: Flags;
  /** What every connection meets. */
  readonly both: Row;
}

function alwaysOf({ source, destination }: Bits): Always {
  const ofSource = flagsOf(source);
  const ofDestination = flagsOf(destination);
  return {
    source: ofSource,
    destination: ofDestination,
    both: rowOf(source.filter((bit) => ofDestination[bit] === true)),
  };
}

function flagsOf(bits: readonly number[]): Flags {
  const flags: { [bit: number]: true } = {};
  for (const bit of bits) flags[bit] = true;
  return flags;
}

/** Bits in ascending order, each once. */
export function rowOf(bits: readonly number[]): Row {
  let isRow = true;
  for (let i = 1; i < bits.length && isRow; i++) isRow = bits[i - 1] < bits[i];
  if (isRow) return bits;
  const sorted = bits.slice().sort((a, b) => a - b);
  return sorted.filter((bit, index) => index === 0 || bit !== sorted[index - 1]);
}

function rowsOf(list: readonly Bits[]): Rows {
  const all = newBits();
  for (const { source, destination } of list) {
    for (const bit of source) all.source.push(bit);
    for (const bit of destination) all.destination.push(bit);
  }
  return { source: rowOf(all.source), destination: rowOf(all.destination) };
}

/** The part of the rows that labels give: selectors of policies (`matchers`) and filters of the rulebase. */
export function identityRows(scheme: RowScheme, matchers: readonly PodMatcher[], tags: TagSet | undefined): Rows {
  const found: readonly Bits[] = matchers.map((matcher) => matcher.bits);
  // An address without tags is not registered and in no dynamic group, whatever its filter negates.
  return rowsOf(tags ? found.concat(holdingFilters(scheme.filters, tags)) : found);
}

/** The rows of a pod of a namespace that does not exist yet, but for its address. */
export function strangerRows(scheme: RowScheme): Rows {
  return rowsOf([scheme.everyPod]);
}

/** The matchers that hold for a pod. */
export function matchersOf(
  scheme: RowScheme,
  namespace: string,
  labels: { readonly [key: string]: string },
): PodMatcher[] {
  const candidates = hasKey(scheme.matchersIn, namespace) ? scheme.matchersIn[namespace] : [];
  return candidates.filter((matcher) => selectorHolds(matcher.selector, labels));
}

/** Literal blocks of rules as a firewall compares them with addresses of each family. */
function comparedBlocks(
  blocks: readonly { readonly block: Block; readonly bits: Bits }[],
): { readonly block: Block; readonly value: Bits }[] {
  const compared: { readonly block: Block; readonly value: Bits }[] = [];
  for (const { block, bits } of blocks) {
    const ofIPv4 = ipv4Part(block);
    if (ofIPv4 !== undefined) compared.push({ block: ofIPv4, value: bits });
    if (block.family === 'IPv6') compared.push({ block, value: bits });
  }
  return compared;
}

/**
 * The part of the rows that the address gives: literal blocks of rules, `ipBlock` of policies. The same object for all
 * addresses that lie in the same blocks.
 */
export function addressRows(scheme: RowScheme, address: Address): Rows {
  return scheme.rowsAt.at(address, () => workedOutRows(scheme, address));
}

function workedOutRows(scheme: RowScheme, address: Address): Rows {
  const found = holdingBlocks(scheme.blockIndex, address);
  for (const { peer, bits } of holdingBlocks(scheme.peerIndex, address)) {
    if (!someBlockHolds(peer.except, address)) found.push(bits);
  }
  return rowsOf(found);
}

/** Both parts together. */
export function joinedRow(a: Row, b: Row): Row {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const joined: number[] = [];
  let next = 0;
  for (const bit of a) {
    while (next < b.length && b[next] < bit) joined.push(b[next++]);
    if (b[next] === bit) next++;
    joined.push(bit);
  }
  while (next < b.length) joined.push(b[next++]);
  return joined;
}

/** What is in the first alone. */
export function rowWithout(row: Row, other: Row): Row {
  let next = 0;
  return row.filter((bit) => {
    while (next < other.length && other[next] < bit) next++;
    return other[next] !== bit;
  });
}
