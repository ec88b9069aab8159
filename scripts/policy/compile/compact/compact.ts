import { recordKey } from '../../attributes/combine';
import { hasKey, sortedKeys } from '../../text/canonical';
import type { CompiledRule, CompileModel } from '../model';
import { withTwinRules } from '../twins';
import { withFewerDenials } from './denials';
import { joinRules, type PlacedRule } from './join';
import { joinedRule } from './joined';
import type { CompactLimits } from './limits';
import { isMovable } from './movable';
import { withoutNeedless } from './needless';

/**
 * Style `compact` (docs/semantics.md): one rule where rules of several entries say the same but for their senders, their
 * receivers or their ports, and none for what other rules say already. It works on rules that may stand anywhere among
 * their neighbours, so that a list says the same before and after, connection by connection.
 */

/** The rules in their order; one that others join stands in the place of the first of them. */
export function compactRules(
  model: CompileModel,
  rules: readonly CompiledRule[],
  limits: CompactLimits,
): readonly CompiledRule[] {
  const compact: CompiledRule[] = [];
  for (const neighbours of neighbourhoods(withFewerDenials(model, rules, limits)))
    compact.push.apply(compact, compactNeighbours(model, neighbours, limits));
  return compact;
}

/** Rules of one layer that stand side by side, without a rule of the whole block between them. */
function neighbourhoods(rules: readonly CompiledRule[]): CompiledRule[][] {
  const lists: CompiledRule[][] = [];
  rules.forEach((rule, index) => {
    const above = index === 0 ? undefined : rules[index - 1];
    const isNext = above && above.layer === rule.layer && !isOfBlock(above) && !isOfBlock(rule);
    if (isNext) lists[lists.length - 1].push(rule);
    else lists.push([rule]);
  });
  return lists;
}

function isOfBlock({ subject }: CompiledRule): boolean {
  return subject.kind === 'block';
}

function compactNeighbours(
  model: CompileModel,
  neighbours: readonly CompiledRule[],
  limits: CompactLimits,
): CompiledRule[] {
  const movable: PlacedRule[] = [];
  const others: PlacedRule[] = [];
  const isFree = isMovable(model, neighbours, limits);
  neighbours.forEach((rule, position) => {
    (isFree(rule) ? movable : others).push({ rule: withTwins(model, rule), position });
  });
  for (const alike of byRecord(movable)) {
    const joined = joinRules(model, withoutNeedless(model, alike), limits.members);
    others.push.apply(others, withoutNeedless(model, joined) as PlacedRule[]);
  }
  return others.sort((a, b) => a.position - b.position).map(ruleOf);
}

/** Rules that give connections the same record. */
function byRecord(rules: readonly PlacedRule[]): PlacedRule[][] {
  const lists: { [record: string]: PlacedRule[] } = {};
  for (const one of rules) {
    const { verdict } = one.rule;
    const key = verdict.kind === 'allow' ? recordKey(verdict.record) : '';
    if (!hasKey(lists, key)) lists[key] = [];
    lists[key].push(one);
  }
  return sortedKeys(lists).map((key) => lists[key]);
}

/** One rule serves all entries that say the same. */
function withTwins(model: CompileModel, rule: CompiledRule): CompiledRule {
  const all = withTwinRules([rule]);
  return all.length === 1 ? rule : joinedRule(model, all);
}

function ruleOf({ rule }: PlacedRule): CompiledRule {
  return rule;
}
