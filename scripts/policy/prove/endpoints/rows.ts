import type { EntryAttributes } from '../../attributes/types';
import { canonicalJson, hasKey } from '../../text/canonical';
import { type Address, type Block, blockHolds, ipv4Part, someBlockHolds } from '../read/addresses';
import { type Filter, filterHolds } from '../rules/filtertext';
import type { AddressPeer, EntryFacts, PodPeer, PolicyFacts } from '../read/policies';
import type { RuleEnd, RulebaseFacts } from '../rules/rules';
import { type LabelSelector, selectorHolds } from '../read/selectors';
import type { TagSet } from '../rules/tagmodel';

/** An entry with its policy, as one of the many that are judged together. */
export interface JudgedEntry {
  readonly policy: PolicyFacts;
  readonly facts: EntryFacts;
  readonly attributes: EntryAttributes;
}

/**
 * A row says of one end of connections which rules and entries it meets: one bit for each rule, then one for each
 * entry. A connection meets what the source's row and the destination's row have in common. Rows are words of 30 bits.
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
  readonly words: number;
  readonly matchersIn: { readonly [namespace: string]: readonly PodMatcher[] };
  readonly filters: readonly { readonly filter: Filter; readonly bits: Bits }[];
  readonly blocks: readonly { readonly block: Block; readonly bits: Bits }[];
  readonly peers: readonly { readonly peer: AddressPeer; readonly bits: Bits }[];
  readonly always: Bits;
  /** Entries that name every pod of every namespace. */
  readonly everyPod: Bits;
}

/** Sets a bit in place. */
export function setBit(row: number[], bit: number): void {
  row[Math.floor(bit / 30)] |= 1 << (bit % 30);
}

/** Whether a bit is set; bits start at 0. */
export function hasBit(row: Row, bit: number): boolean {
  return (row[Math.floor(bit / 30)] & (1 << (bit % 30))) !== 0;
}

/** A row without any bit. */
export function emptyRow(words: number): number[] {
  const row: number[] = [];
  for (let i = 0; i < words; i++) row.push(0);
  return row;
}

interface Interned<T> {
  readonly index: { [key: string]: T };
  readonly list: T[];
}

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
  const filters = rulebase.filters.map((filter) => ({ filter, bits: newBits() }));
  const always = newBits();
  const everyPod = newBits();

  function matcherFor(peer: PodPeer): PodMatcher {
    return intern(matchers, canonicalJson([peer.namespaces, peer.selector]), () => {
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
    for (const filter of end.filters) filters[filter].bits[side].push(bit);
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
      const interned = intern(peers, canonicalJson(peer), () => ({ peer, bits: newBits() }));
      interned.bits[peerSide].push(bit);
    }
  });
  return {
    rules: rulebase.rules.length,
    words: Math.max(1, Math.ceil((rulebase.rules.length + entries.length) / 30)),
    matchersIn,
    filters,
    blocks: blocks.list,
    peers: peers.list,
    always,
    everyPod,
  };
}

function apply(bits: Bits, source: number[], destination: number[]): void {
  for (const bit of bits.source) setBit(source, bit);
  for (const bit of bits.destination) setBit(destination, bit);
}

/** The part of the rows that labels give: selectors of policies (`matchers`) and filters of the rulebase. */
export function identityRows(scheme: RowScheme, matchers: readonly PodMatcher[], tags: TagSet | undefined): Rows {
  const source = emptyRow(scheme.words);
  const destination = emptyRow(scheme.words);
  for (const matcher of matchers) apply(matcher.bits, source, destination);
  if (tags) {
    // An address without tags is not registered and in no dynamic group, whatever its filter negates.
    for (const item of scheme.filters) if (filterHolds(item.filter, tags)) apply(item.bits, source, destination);
  }
  return { source, destination };
}

/** The rows of a pod of a namespace that does not exist yet, but for its address. */
export function strangerRows(scheme: RowScheme): Rows {
  const source = emptyRow(scheme.words);
  const destination = emptyRow(scheme.words);
  apply(scheme.everyPod, source, destination);
  return { source, destination };
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

/** True where a literal block of a rule takes the address. */
function ruleBlockHolds(block: Block, address: Address): boolean {
  const compared = address.family === 'IPv4' ? ipv4Part(block) : block;
  return compared !== undefined && blockHolds(compared, address);
}

/** The part of the rows that the address gives: `any`, literal blocks of rules, `ipBlock` of policies. */
export function addressRows(scheme: RowScheme, address: Address): Rows {
  const source = emptyRow(scheme.words);
  const destination = emptyRow(scheme.words);
  apply(scheme.always, source, destination);
  for (const item of scheme.blocks) if (ruleBlockHolds(item.block, address)) apply(item.bits, source, destination);
  for (const item of scheme.peers) {
    if (blockHolds(item.peer.block, address) && !someBlockHolds(item.peer.except, address)) {
      apply(item.bits, source, destination);
    }
  }
  return { source, destination };
}

/** Both parts together. */
export function joinedRow(a: Row, b: Row): number[] {
  const row: number[] = [];
  for (let i = 0; i < a.length; i++) row.push(a[i] | b[i]);
  return row;
}

/** The bits of a row in ascending order. */
export function bitsOf(row: Row): number[] {
  const bits: number[] = [];
  for (let word = 0; word < row.length; word++) {
    for (let rest = row[word]; rest !== 0; rest &= rest - 1) {
      let bit = 0;
      while ((rest & (1 << bit)) === 0) bit++;
      bits.push(word * 30 + bit);
    }
  }
  return bits;
}

/** The bits that two rows have in common, in ascending order. */
export function commonBits(source: Row, destination: Row): number[] {
  const common: number[] = [];
  for (let i = 0; i < source.length; i++) common.push(source[i] & destination[i]);
  return bitsOf(common);
}
