import { hasKey } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import { isSameData } from '../text/same';
import { standingName } from './closures';
import { covers, widened } from './rulematch';
import type { Closure, DeviceGroupState, StateRule } from './types';

/**
 * What becomes of each rule of the compiled block, and when (the phases stand in `order.ts`). What a deny covers only
 * grows before the allows change, and only shrinks after them.
 */
export type RuleChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'create' }
  /** Replaced before the allows change: it denies all that it denied, or more. */
  | { readonly kind: 'early' }
  /** An allow that stays one: replaced when the rules above it stand. */
  | { readonly kind: 'in-turn' }
  /** An allow that stays one, and gives connections up: replaced when all others stand. */
  | { readonly kind: 'afterwards' }
  /**
   * An allow that gives connections up for others: in turn by one that allows both, afterwards by what was compiled.
   */
  | { readonly kind: 'in-turn-and-afterwards'; readonly between: RuleEntry }
  /** Replaced after everything else: it denies less, or allows from now on. */
  | { readonly kind: 'late' }
  /** A deny that covers other connections: early by one that covers both, late by what was compiled. */
  | { readonly kind: 'early-and-late'; readonly between: RuleEntry };

/** A rule of the compiled block beside what there is of it. */
export interface PlannedRule {
  readonly entry: RuleEntry;
  readonly old: StateRule | undefined;
  /** Its position in the rulebase as read; -1 for a new one. */
  readonly index: number;
  readonly change: RuleChange;
}

/** The compiled block in its order, with the positions (as read) of our rules that it no longer has. */
export interface RuleDifference {
  readonly rules: readonly PlannedRule[];
  readonly deleted: readonly number[];
}

/**
 * Rules that somebody closed stay as they are. Names that others hold are not looked at: a plan with one is refused.
 */
export function compareRules(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  closures: readonly Closure[] = [],
): RuleDifference {
  const isClosed: { [key: string]: true } = {};
  for (const closure of closures) isClosed['=' + standingName(closure)] = true;
  const indexes: { [key: string]: number } = {};
  state.rules.forEach((rule, index) => {
    if (rule.owned) indexes['=' + rule.name] = index;
  });
  const stays: { [key: string]: true } = {};
  const rules = desired.map((entry): PlannedRule => {
    const key = '=' + entry.name;
    stays[key] = true;
    if (!hasKey(indexes, key)) return { entry, old: undefined, index: -1, change: { kind: 'create' } };
    const old = state.rules[indexes[key]];
    const change = hasKey(isClosed, key) ? NO_CHANGE : changeOf(old, entry);
    return { entry, old, index: indexes[key], change };
  });
  const deleted: number[] = [];
  state.rules.forEach((rule, index) => {
    if (rule.owned && !hasKey(stays, '=' + rule.name)) deleted.push(index);
  });
  return { rules, deleted };
}

const NO_CHANGE: RuleChange = { kind: 'none' };

function changeOf(old: StateRule, entry: RuleEntry): RuleChange {
  const before = restorableRule(old);
  if (isSameData(before, entry)) return { kind: 'none' };
  // A rule with fields of others is taken to do what it was compiled for.
  const denied = before !== undefined && before.action !== 'allow';
  if (entry.action === 'allow') return { kind: denied ? 'late' : 'in-turn' };
  if (!denied || covers(entry, before)) return { kind: 'early' };
  if (covers(before, entry)) return { kind: 'late' };
  return { kind: 'early-and-late', between: widened(before, entry) };
}

/** The rule as a later operation could write it back; undefined where that would not be what was read. */
export function restorableRule(rule: StateRule): RuleEntry | undefined {
  return rule.disabled ? undefined : rule.entry;
}

/** True where the rule denies while other rules move, so that taking it further down uncovers what it shields. */
export function deniesMeanwhile(rule: PlannedRule): boolean {
  return rule.entry.action !== 'allow' || rule.change.kind === 'late';
}
