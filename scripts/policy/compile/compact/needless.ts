import { isPortSubset, joinPorts, NO_PORTS, type PortSet } from '../../values/ports';
import { isTermSubset, podsInNamespace, type Term } from '../../values/term';
import type { CompiledRule, CompileModel, RuleEnd } from '../model';
import type { PlacedRule } from './join';
import { createHolders, type Holders } from './holders';

/** Rules that say nothing which others do not say: what they allow lies inside the boxes of others, with one record. */

/** A rule with more than these near it stays: thousands of rules at one place would each be held against all. */
const MOST_LOOKED_AT = 256;

/**
 * The rules without those, the later of two alike. What a rule makes needless is told by its `covers`.
 *
 * @param rules allows of one record that may stand anywhere among each other, in order
 */
export function withoutNeedless(model: CompileModel, rules: readonly PlacedRule[]): readonly PlacedRule[] {
  if (rules.length < 2) return rules;
  const holders = createHolders(rules.map(({ rule }) => rule));
  const isGone: boolean[] = rules.map(() => false);
  const covers: CompiledRule[][] = rules.map(() => []);
  for (let i = rules.length - 1; i >= 0; i--) {
    const by = coveringRules(model, holders, rules, i, (other) => other !== i && !isGone[other]);
    if (by === undefined) continue;
    isGone[i] = true;
    for (const other of by) covers[other].push.apply(covers[other], [rules[i].rule].concat(covers[i]));
  }
  const kept: PlacedRule[] = [];
  rules.forEach((one, i) => {
    if (isGone[i]) return;
    kept.push(covers[i].length === 0 ? one : { rule: withCovers(one.rule, covers[i]), position: one.position });
  });
  return kept;
}

function withCovers(rule: CompiledRule, more: readonly CompiledRule[]): CompiledRule {
  return { ...rule, covers: (rule.covers || []).concat(more) };
}

/** The other rules that hold all of one together, by their places; undefined where something is left. */
function coveringRules(
  model: CompileModel,
  holders: Holders,
  rules: readonly PlacedRule[],
  position: number,
  isThere: (other: number) => boolean,
): number[] | undefined {
  const { sources, destinations, ports } = rules[position].rule;
  const by: number[] = [];
  for (const source of pieces(model, sources)) {
    for (const destination of pieces(model, destinations)) {
      let open: PortSet = NO_PORTS;
      const found: number[] = [];
      const near = holders.of(source, destination);
      if (near.length > MOST_LOOKED_AT) return undefined;
      for (const other of near) {
        const { rule } = rules[other];
        if (!isThere(other) || isPortSubset(rule.ports, open)) continue;
        if (!holds(model, rule.sources, source) || !holds(model, rule.destinations, destination)) continue;
        found.push(other);
        open = joinPorts(open, rule.ports);
        if (isPortSubset(ports, open)) break;
      }
      if (!isPortSubset(ports, open)) return undefined;
      for (const other of found) if (by.indexOf(other) < 0) by.push(other);
    }
  }
  return by;
}

/** What one term of another rule may hold by itself: the pods of one namespace, or addresses. */
function pieces(model: CompileModel, end: RuleEnd): Term[] {
  const found: Term[] = [];
  if (end.kind === 'isolated') return found;
  for (const term of end.terms) {
    if (term.kind !== 'pods') found.push(term);
    else for (const name of term.namespaces.names) found.push(podsInNamespace(model.space, term, name));
  }
  return found;
}

function holds(model: CompileModel, end: RuleEnd, term: Term): boolean {
  return end.kind === 'terms' && end.terms.some((other) => isTermSubset(model.space, term, other));
}
