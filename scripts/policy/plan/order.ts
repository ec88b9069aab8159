import { isAuditRule } from './audit';
import { createLiveOrder, type LiveOrder } from './liveorder';
import { heaviestIncreasing } from './moves';
import type { ObjectChanges } from './objectchanges';
import type { Place } from './place';
import { pushPlacements, pushRetreat } from './placement';
import { deniesMeanwhile, type PlannedRule, type RuleDifference } from './rulechanges';
import { deleteRule, replaceAgain, replaceRule } from './ruleoperations';
import type { DeviceGroupState, Operation, StateRule } from './types';

/**
 * The operations in an order in which every prefix may go live: a connection that the rulebase denies before and after
 * is denied at every step. Why it holds: a connection's first match is one of the rules as they were, or one of the new
 * ones. New allows come from the top down, so that every deny that stands above them in the end is there first; old
 * denies go from the bottom up, so that every allow that they shielded is gone first. What a deny covers grows before
 * that and shrinks after it.
 *
 * What is allowed before and after stays allowed wherever that takes nothing from this: while denies stay as they are,
 * allows give up no connection before all of them are in place. What a deny newly covers is denied until the allows
 * above it have come.
 *
 * Two things are left out. An object that was changed by hand is put right for all its rules at once. And while the
 * group of isolated pods changes, the allows that name it (the probe rule; isolation that stays under audit) reach
 * those that leave it and those that come: this opens something only where a foreign rule below the block, or the
 * default rule, denies. Isolation that an enforced cluster no longer has goes before the group changes: what it allowed
 * was allowed.
 */
export function orderOperations(
  difference: RuleDifference,
  objects: ObjectChanges,
  state: DeviceGroupState,
  place: Place,
): Operation[] {
  const rules = difference.rules;
  const live = createLiveOrder(state.rules.map(nameOfRule));
  const top = place.start === 0 ? '' : state.rules[place.start - 1].name;
  const operations = objects.first.slice();
  for (const rule of rules) {
    if (rule.change.kind === 'early') operations.push(replaceRule(rule, rule.entry));
    if (rule.change.kind === 'early-and-late') operations.push(replaceRule(rule, rule.change.between));
  }
  const audited = auditedLast(difference, state);
  pushDeletions(operations, live, audited, state);
  pushAll(operations, objects.grown);
  for (const rule of rules) {
    if (rule.old) continue;
    operations.push({ op: 'create', kind: 'rule', name: rule.entry.name, after: rule.entry });
    live.append(rule.entry.name);
  }
  const waiting = pushPlacements(operations, live, rules, fixedRules(rules, state, place), place.start, top);
  const others = difference.deleted.filter((index) => audited.indexOf(index) < 0).map((index) => state.rules[index]);
  pushRetreat(operations, live, rules, waiting, others, top);
  pushAll(operations, objects.shrunk);
  for (const rule of rules) {
    if (rule.change.kind === 'late') operations.push(replaceRule(rule, rule.entry));
    if (rule.change.kind === 'early-and-late') operations.push(replaceAgain(rule, rule.entry));
  }
  pushAll(operations, objects.last);
  return operations;
}

/** Rules that are deleted, and allowed what is denied from now on. None as long as the cluster is not enforced. */
function auditedLast(difference: RuleDifference, state: DeviceGroupState): number[] {
  const staysAudited = difference.rules.some((rule) => isAuditRule(rule.entry));
  if (staysAudited) return [];
  return difference.deleted.filter((index) => {
    const old = state.rules[index].entry;
    return old !== undefined && isAuditRule(old);
  });
}

/** From the bottom up. */
function pushDeletions(
  operations: Operation[],
  live: LiveOrder,
  indexes: readonly number[],
  state: DeviceGroupState,
): void {
  for (let i = indexes.length - 1; i >= 0; i--) operations.push(deleteRule(live, state.rules[indexes[i]]));
}

/**
 * Which rules need no move: as many as possible, and of those sets one with most denies. New rules land at the end of
 * the rulebase, which is their place where the block ends there.
 */
function fixedRules(rules: readonly PlannedRule[], state: DeviceGroupState, place: Place): boolean[] {
  const values: number[] = [];
  const byIndex: number[] = [];
  rules.forEach((rule, i) => {
    if (rule.index >= 0) byIndex[rule.index] = i;
  });
  for (let i = place.start; i < place.end; i++) if (byIndex[i] !== undefined) values.push(byIndex[i]);
  if (place.end === state.rules.length) {
    rules.forEach((rule, i) => {
      if (!rule.old) values.push(i);
    });
  }
  const weights = values.map((i) => rules.length + 1 + (deniesMeanwhile(rules[i]) ? 1 : 0));
  const fixed = rules.map(() => false);
  for (const position of heaviestIncreasing(values, weights)) fixed[values[position]] = true;
  return fixed;
}

function pushAll(into: Operation[], operations: readonly Operation[]): void {
  for (const operation of operations) into.push(operation);
}

function nameOfRule(rule: StateRule): string {
  return rule.name;
}
