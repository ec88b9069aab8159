import type { Direction } from '../../kubernetes/types';
import { intersectEnds } from '../guards/ruleends';
import type { CompiledRule, CompileModel } from '../model';
import { isGuarded, type CompactLimits } from './limits';

/**
 * Denials that others can stand for. Layer B keeps isolated pods apart from each other, because rules of layer C reach
 * them. Where those of one direction reach nobody who is isolated at their other end, they and the denial of what is left
 * of their own end come first, and that denial keeps the others apart: there is no layer B. With guards before denials,
 * that may take more rules than it saves, and is left.
 */

/** The rules with as few denials as there may be, in an order that says the same. */
export function withFewerDenials(
  model: CompileModel,
  rules: readonly CompiledRule[],
  limits: CompactLimits,
): readonly CompiledRule[] {
  const isApart =
    rules.some(({ layer }) => layer === 'deny-both') && !rules.some((rule) => isGuarded(model, rule, limits));
  const first = isApart ? firstDirection(model, rules.filter(isEntryRule)) : undefined;
  if (first === undefined) return rules;
  const before = rules.filter((rule) => !isEntryRule(rule) && rule.layer !== 'deny-both' && rule.layer !== 'deny-one');
  const behind = rules.filter((rule) => isEntryRule(rule) || rule.layer === 'deny-one');
  return before.concat(
    behind.filter((rule) => directionOf(rule) === first),
    behind.filter((rule) => directionOf(rule) !== first),
  );
}

function isEntryRule({ layer }: CompiledRule): boolean {
  return layer === 'entries';
}

/** The direction of which no rule of an entry reaches isolated pods at both ends. */
function firstDirection(model: CompileModel, entryRules: readonly CompiledRule[]): Direction | undefined {
  const directions: readonly Direction[] = ['egress', 'ingress'];
  return directions.filter((direction) =>
    entryRules.every((rule) => directionOf(rule) !== direction || !reachesIsolated(model, rule, direction)),
  )[0];
}

function reachesIsolated(model: CompileModel, rule: CompiledRule, direction: Direction): boolean {
  return direction === 'egress'
    ? intersectEnds(model, rule.destinations, { kind: 'isolated', direction: 'ingress' }) !== undefined
    : intersectEnds(model, rule.sources, { kind: 'isolated', direction: 'egress' }) !== undefined;
}

/** Of an entry's rule, and of a denial of what one end is left with. */
function directionOf({ subject, sources }: CompiledRule): Direction | undefined {
  if (subject.kind === 'entry') return subject.entry.direction;
  return sources.kind === 'isolated' ? 'egress' : 'ingress';
}
