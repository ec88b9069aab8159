import { hasKey } from '../text/canonical';
import type { CompiledRule, Pair, RankedEntry } from './model';

/** The entries that a rule belongs to; of a guard, with those of the rule before which it stands. */
export function entriesOf(rule: CompiledRule): RankedEntry[] {
  const own = subjectEntries(rule);
  if (!rule.guard) return own;
  return own.concat(entriesOf(rule.guard.of).filter((entry) => own.indexOf(entry) < 0));
}

function subjectEntries(rule: CompiledRule): RankedEntry[] {
  switch (rule.subject.kind) {
    case 'entry':
      return [rule.subject.entry];
    case 'pair':
      return [rule.subject.egress, rule.subject.ingress];
    case 'pairs':
      return withPartners(rule.subject.entry, rule.subject.pairs);
    case 'hosts':
    case 'service':
      return rule.subject.entries.slice();
    case 'joined':
      return entriesOfAll(rule.subject.parts);
    case 'block':
      return [];
  }
}

/** The entries of several rules, each once. */
export function entriesOfAll(rules: readonly CompiledRule[]): RankedEntry[] {
  const known: { [id: string]: true } = {};
  const entries: RankedEntry[] = [];
  for (const rule of rules) {
    for (const entry of entriesOf(rule)) {
      if (hasKey(known, entry.id)) continue;
      known[entry.id] = true;
      entries.push(entry);
    }
  }
  return entries;
}

/** The pairs are those of the entry, or of a twin that it says the same as. */
function withPartners(entry: RankedEntry, pairs: readonly Pair[]): RankedEntry[] {
  return [entry].concat(pairs.map((pair) => partnerOf(entry, pair)));
}

/** The entry at the other end. */
export function partnerOf(entry: RankedEntry, pair: Pair): RankedEntry {
  return entry.direction === 'egress' ? pair.ingress : pair.egress;
}
