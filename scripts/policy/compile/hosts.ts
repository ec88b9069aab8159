import type { AttributeRecord } from '../attributes/types';
import { hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { Direction } from '../kubernetes/types';
import { normalTerms } from '../values/alternatives';
import { EVERYTHING, portSetKey } from '../values/ports';
import { ANY, intersectTerms, type Term } from '../values/term';
import { termKey } from '../values/termtext';
import { mayAllowNodes, mayIsolateNodes, maySendAsPods, type HostPods } from './hostpods';
import type { BlockName, CompiledRule, CompileModel, RankedEntry, RuleEnd } from './model';
import { UNTOUCHED } from './openrecord';
import type { RecordCombiner } from './records';

/**
 * Layer H: what becomes of node addresses where groups may hold them, because the plugin registers host-network pods. A
 * node is never isolated; what an isolated pod may do with it is what entries say of its address. All of that is
 * decided here, before any rule whose groups may hold it by mistake, and nothing else is: every rule names the node
 * addresses.
 */

/** What layer H is made from. */
export interface HostLayerInput {
  readonly model: CompileModel;
  readonly combiner: RecordCombiner;
  readonly hostPods: HostPods;
  /** All node-side addresses as one term; undefined where none is known. */
  readonly nodes: Term | undefined;
  /** All of both sides, in order. */
  readonly entries: readonly RankedEntry[];
}

/**
 * Makes the rules of layer H; none where no group may hold a node address. Where node addresses are not known, no rule
 * can name them: a warning.
 */
export function hostLayer(input: HostLayerInput): {
  readonly rules: readonly CompiledRule[];
  readonly warnings: readonly Diagnostic[];
} {
  const { model, hostPods, nodes } = input;
  const asSource = mayIsolateNodes(hostPods, model.egress);
  const asDestination = mayIsolateNodes(hostPods, model.ingress);
  const from = maySendAsPods(hostPods, model);
  const to = asDestination || mayAllowNodes(hostPods, model.egress);
  if (!from && !to) return { rules: [], warnings: [] };
  if (!nodes) return { rules: [], warnings: [diagnose('hosts-unknown', {}, { path: 'nodes' })] };
  const addresses: RuleEnd = { kind: 'terms', terms: [nodes] };
  const anyone: RuleEnd = { kind: 'terms', terms: [ANY] };
  let rules: CompiledRule[] = [];
  // First of all: the groups of the denials may hold node addresses themselves.
  if (from && to) rules.push(allowRule('hosts-both', addresses, addresses));
  if (from) rules = rules.concat(entryRules(input, nodes, 'ingress'));
  if (to) rules = rules.concat(entryRules(input, nodes, 'egress'));
  if (from && model.ingress.namespaces.length > 0) {
    rules.push(denyRule('hosts-deny-ingress', addresses, { kind: 'isolated', direction: 'ingress' }));
  }
  if (to && model.egress.namespaces.length > 0) {
    rules.push(denyRule('hosts-deny-egress', { kind: 'isolated', direction: 'egress' }, addresses));
  }
  // What is left concerns nobody who is isolated; denials of isolated pods' groups would reach it.
  if (asSource) rules.push(allowRule('hosts-from', addresses, anyone));
  if (asDestination) rules.push(allowRule('hosts-to', anyone, addresses));
  return { rules, warnings: [] };
}

/** What entries of one direction say of node addresses; those that are alike but for their pods share a rule. */
function entryRules(input: HostLayerInput, nodes: Term, direction: Direction): CompiledRule[] {
  const buckets: { [key: string]: Bucket } = {};
  const order: string[] = [];
  for (const entry of input.entries) {
    const meeting = entry.direction === direction ? meetNodes(input, nodes, entry) : undefined;
    if (!meeting) continue;
    // Entries that contend decide in their order, each by itself.
    const key = entry.contested ? '#' + entry.id : meeting.key;
    if (!hasKey(buckets, key)) {
      buckets[key] = { meeting, entries: [] };
      order.push(key);
    }
    buckets[key].entries.push(entry);
  }
  return withoutRepeated(order.map((key) => buckets[key])).map((one) => entryRule(direction, one.meeting, one.entries));
}

interface Bucket {
  readonly meeting: Meeting;
  readonly entries: RankedEntry[];
}

/** Entries that differ only in what they say of others than nodes make one rule, at the place of the first. */
function withoutRepeated(buckets: readonly Bucket[]): Bucket[] {
  const known: { [text: string]: Bucket } = {};
  return buckets.filter((bucket) => {
    const text = bucket.meeting.key + '|' + distinctSubjects(bucket.entries).map(termKey).sort().join(' ');
    const isRepeated = hasKey(known, text);
    if (isRepeated) known[text].entries.push.apply(known[text].entries, bucket.entries);
    else known[text] = bucket;
    return !isRepeated;
  });
}

/** The part of an entry's peers that are node addresses, on its ports. */
interface Meeting {
  readonly peers: readonly Term[];
  readonly ports: RankedEntry['ports'];
  readonly record: AttributeRecord;
  /** Equal for what one rule can say. */
  readonly key: string;
}

function meetNodes(input: HostLayerInput, nodes: Term, entry: RankedEntry): Meeting | undefined {
  const space = input.model.space;
  const peers: Term[] = [];
  for (const peer of entry.peers) {
    const met = peer.kind === 'pods' ? undefined : intersectTerms(space, peer, nodes);
    if (met) peers.push(met);
  }
  // A node says nothing itself: it is not isolated.
  const combined =
    entry.direction === 'egress' ? input.combiner.combine(entry, undefined) : input.combiner.combine(undefined, entry);
  if (peers.length === 0 || combined.kind === 'nothing') return undefined;
  const normal = normalTerms(space, peers);
  const key = [normal.map(termKey).join(' '), portSetKey(entry.ports), combined.key].join('|');
  return { peers: normal, ports: entry.ports, record: combined.record, key };
}

function entryRule(direction: Direction, meeting: Meeting, entries: readonly RankedEntry[]): CompiledRule {
  const subjects: RuleEnd = { kind: 'terms', terms: distinctSubjects(entries) };
  const peers: RuleEnd = { kind: 'terms', terms: meeting.peers };
  return {
    layer: 'hosts',
    subject: { kind: 'hosts', direction, entries },
    sources: direction === 'ingress' ? peers : subjects,
    destinations: direction === 'ingress' ? subjects : peers,
    ports: meeting.ports,
    verdict: { kind: 'allow', record: meeting.record },
  };
}

/** Not joined over namespaces: each is a group that other rules name, too. */
function distinctSubjects(entries: readonly RankedEntry[]): Term[] {
  const known: { [key: string]: true } = {};
  const subjects: Term[] = [];
  for (const { subject } of entries) {
    const key = termKey(subject);
    if (hasKey(known, key)) continue;
    known[key] = true;
    subjects.push(subject);
  }
  return subjects;
}

function allowRule(name: BlockName, sources: RuleEnd, destinations: RuleEnd): CompiledRule {
  return blockRule(name, sources, destinations, { kind: 'allow', record: UNTOUCHED });
}

function denyRule(name: BlockName, sources: RuleEnd, destinations: RuleEnd): CompiledRule {
  return blockRule(name, sources, destinations, { kind: 'deny' });
}

function blockRule(
  name: BlockName,
  sources: RuleEnd,
  destinations: RuleEnd,
  verdict: CompiledRule['verdict'],
): CompiledRule {
  return { layer: 'hosts', subject: { kind: 'block', name }, sources, destinations, ports: EVERYTHING, verdict };
}
