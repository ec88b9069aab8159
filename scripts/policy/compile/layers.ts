import { compareText, stableSort } from '../text/canonical';
import { EVERYTHING } from '../values/ports';
import { ANY } from '../values/term';
import { rulesOfPairs } from './merge';
import type { CompiledRule, CompileModel, RankedEntry, RuleEnd, Side } from './model';
import type { RecordCombiner } from './records';
import { type WholeChoice, boxOf } from './whole';

/** The layers A to D of docs/semantics.md, each as rules in order. */

/** Layer A: entries that are safe whole, and the remaining pairs; by namespace and rank, egress entries first. */
export function pairLayer(model: CompileModel, choice: WholeChoice): CompiledRule[] {
  const whole = choice.whole.map((one): CompiledRule =>
    entryRule('pairs', one.entry, { kind: 'allow', record: one.record }),
  );
  return stableSort(whole.concat(rulesOfPairs(model.space, choice.open)), compareRules);
}

function compareRules(a: CompiledRule, b: CompiledRule): number {
  const placeA = placeOf(a);
  const placeB = placeOf(b);
  return compareText(placeA.namespace, placeB.namespace) || placeA.rank - placeB.rank;
}

/** Pairs stand at their egress entry's place; the list of pairs is in the order of their ingress entries already. */
function placeOf(rule: CompiledRule): { readonly namespace: string; readonly rank: number } {
  switch (rule.subject.kind) {
    case 'pair':
      return rule.subject.egress;
    case 'entry':
    case 'pairs':
      return rule.subject.entry;
    case 'hosts':
    case 'service':
    case 'joined':
    case 'block':
      return { namespace: '', rank: 0 };
  }
}

function entryRule(layer: 'pairs' | 'entries', entry: RankedEntry, verdict: CompiledRule['verdict']): CompiledRule {
  const box = boxOf(entry);
  return {
    layer,
    subject: { kind: 'entry', entry },
    sources: { kind: 'terms', terms: box.sources },
    destinations: { kind: 'terms', terms: box.destinations },
    ports: box.ports,
    verdict,
  };
}

/** Layer B: both ends isolated, and no pair allowed it. */
export function denyBothLayer(model: CompileModel): CompiledRule[] {
  if (model.egress.namespaces.length === 0 || model.ingress.namespaces.length === 0) return [];
  return [denyRule('deny-both', 'deny-both', isolated(model.egress), isolated(model.ingress))];
}

/**
 * Layer C: what entries allow beyond the isolated pods of the other side. Layer B shields it, so that entries need no
 * cutting. In the order of the entries: egress, then ingress.
 */
export function entryLayer(
  choice: WholeChoice,
  combiner: RecordCombiner,
  entries: readonly RankedEntry[],
): CompiledRule[] {
  const rules: CompiledRule[] = [];
  for (const entry of entries) {
    if (choice.isWhole.has(entry) || !choice.reachesBeyond.has(entry)) continue;
    const combined =
      entry.direction === 'egress' ? combiner.combine(entry, undefined) : combiner.combine(undefined, entry);
    if (combined.kind === 'record') {
      rules.push(entryRule('entries', entry, { kind: 'allow', record: combined.record }));
    }
  }
  return rules;
}

/** Layer D: what is left of the isolated pods' connections. */
export function denyOneLayer(model: CompileModel): CompiledRule[] {
  const rules: CompiledRule[] = [];
  const anyone: RuleEnd = { kind: 'terms', terms: [ANY] };
  if (model.egress.namespaces.length > 0) {
    rules.push(denyRule('deny-one', 'deny-egress', isolated(model.egress), anyone));
  }
  if (model.ingress.namespaces.length > 0) {
    rules.push(denyRule('deny-one', 'deny-ingress', anyone, isolated(model.ingress)));
  }
  return rules;
}

function isolated(side: Side): RuleEnd {
  return { kind: 'isolated', direction: side.direction };
}

function denyRule(
  layer: 'deny-both' | 'deny-one',
  name: 'deny-both' | 'deny-egress' | 'deny-ingress',
  sources: RuleEnd,
  destinations: RuleEnd,
): CompiledRule {
  return {
    layer,
    subject: { kind: 'block', name },
    sources,
    destinations,
    ports: EVERYTHING,
    verdict: { kind: 'deny' },
  };
}
