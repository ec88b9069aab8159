import { recordKey } from '../attributes/combine';
import { hasKey } from '../text/canonical';
import { portSetKey } from '../values/ports';
import { termKey } from '../values/termtext';
import type { CompiledRule, Pair, RankedEntry } from './model';

/**
 * Entries of several policies that say the same: the same pods, peers, ports and attributes. Thousands of policies may
 * select the same pods, and all pairs of their entries would be thousands times thousands. One of them stands for all
 * while the rules are worked out; then each gets its own, behind those of the first.
 */

/** The first of those that say the same, in order, with the others as its twins. Where entries contend, all stay. */
export function withTwins(ranked: readonly RankedEntry[]): RankedEntry[] {
  const twins: { [content: string]: RankedEntry[] } = {};
  const first: { readonly entry: RankedEntry; readonly twins: readonly RankedEntry[] }[] = [];
  for (const entry of ranked) {
    const content = entry.contested ? '' : contentOf(entry);
    if (content !== '' && hasKey(twins, content)) twins[content].push(entry);
    else {
      const own: RankedEntry[] = [];
      if (content !== '') twins[content] = own;
      first.push({ entry, twins: own });
    }
  }
  return first.map((one) => (one.twins.length === 0 ? one.entry : { ...one.entry, twins: one.twins }));
}

function contentOf({ subject, peers, ports, attributesKey }: RankedEntry): string {
  return [termKey(subject), peers.map(termKey).join(' '), portSetKey(ports), attributesKey].join('|');
}

/** The entry and those that say the same. */
export function alike(entry: RankedEntry): readonly RankedEntry[] {
  return entry.twins.length === 0 ? [entry] : [entry].concat(entry.twins);
}

/** The rules in their order, with those of twins. Guards decide for all of them, once. */
export function withTwinRules(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const all: CompiledRule[] = [];
  for (const rule of rules) {
    const subjects = rule.guard ? [rule.subject] : subjectsOf(rule);
    for (const subject of subjects) all.push(subject === rule.subject ? rule : { ...rule, subject });
  }
  return all;
}

function subjectsOf(rule: CompiledRule): readonly CompiledRule['subject'][] {
  const subject = rule.subject;
  switch (subject.kind) {
    case 'entry':
      return subject.entry.twins.length === 0
        ? [subject]
        : alike(subject.entry).map((entry) => ({ kind: 'entry', entry }));
    case 'pair':
      return joinedSubjects(rule, subject.egress, subject.ingress);
    case 'pairs':
      return subject.entry.twins.length === 0
        ? [subject]
        : alike(subject.entry).map((entry) => ({ kind: 'pairs', entry, pairs: subject.pairs }));
    case 'hosts':
    case 'service':
    case 'joined':
    case 'block':
      return [subject];
  }
}

/** A pair stands for all pairs of twins, which one end joins: the one with fewer of them. */
function joinedSubjects(rule: CompiledRule, egress: RankedEntry, ingress: RankedEntry): CompiledRule['subject'][] {
  const pair = pairOf(rule, egress, ingress);
  if (pair === undefined || egress.twins.length + ingress.twins.length === 0) return [rule.subject];
  const joining = egress.twins.length < ingress.twins.length ? egress : ingress;
  return alike(joining).map((entry) => ({ kind: 'pairs', entry, pairs: [pair] }));
}

function pairOf(rule: CompiledRule, egress: RankedEntry, ingress: RankedEntry): Pair | undefined {
  const { sources, destinations, ports, verdict } = rule;
  if (sources.kind !== 'terms' || destinations.kind !== 'terms' || verdict.kind !== 'allow') return undefined;
  const { record } = verdict;
  return {
    egress,
    ingress,
    sources: sources.terms,
    destinations: destinations.terms,
    ports,
    record,
    recordKey: recordKey(record),
  };
}
