import { hasKey } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import type { LiveOrder } from './liveorder';
import { deniesMeanwhile, restorableRule, type PlannedRule, type RuleChange } from './rulechanges';
import { covers } from './rulematch';
import { deleteRule, pushMove, replaceAgain, replaceRule } from './ruleoperations';
import type { Operation, StateRule } from './types';

/** How rules come to their places and contents: what is new from the top down, what is over from the bottom up. */

/** What is left to do with a rule when every allow allows what it will. */
export interface Waiting {
  readonly move: 'none' | 'up' | 'down';
  readonly replacement: RuleEntry | undefined;
}

/**
 * From the top down: every rule goes to its place, except those that would give up too early what they shield or allow;
 * tells what waits of each rule.
 */
export function pushPlacements(
  operations: Operation[],
  live: LiveOrder,
  rules: readonly PlannedRule[],
  fixed: readonly boolean[],
  start: number,
  top: string,
): Waiting[] {
  let above = top;
  // The position as read of the last rule that stayed: what stood above it goes down.
  let reached = start - 1;
  return rules.map((rule, i): Waiting => {
    const goesDown = !fixed[i] && rule.index >= 0 && rule.index <= reached;
    const isKept = givesUp(rule.change) ? rule.entry : undefined;
    if (goesDown && (deniesMeanwhile(rule) || !takesMore(rule))) {
      return { move: 'down', replacement: rule.change.kind === 'in-turn' ? rule.entry : isKept };
    }
    const inTurn = replacementInTurn(rule);
    // At the lower of its two places, an allow has all denies above it that it will have, or had.
    if (inTurn && !goesDown) operations.push(replaceRule(rule, inTurn));
    if (!fixed[i] && !goesDown && isKept) return { move: 'up', replacement: isKept };
    if (fixed[i]) reached = rule.index < 0 ? Infinity : rule.index;
    else pushMove(operations, live, rule.entry.name, above);
    if (inTurn && goesDown) operations.push(replaceRule(rule, inTurn));
    above = rule.entry.name;
    return { move: 'none', replacement: isKept };
  });
}

/** True where the rule may match what it did not match before. */
function takesMore(rule: PlannedRule): boolean {
  const before = rule.old && restorableRule(rule.old);
  return before === undefined || !covers(before, rule.entry);
}

function givesUp(change: RuleChange): boolean {
  return change.kind === 'afterwards' || change.kind === 'in-turn-and-afterwards';
}

function replacementInTurn(rule: PlannedRule): RuleEntry | undefined {
  if (rule.change.kind === 'in-turn') return rule.entry;
  return rule.change.kind === 'in-turn-and-afterwards' ? rule.change.between : undefined;
}

/**
 * From the bottom up: rules go that are no longer there, allows give up what they no longer allow, and what waits
 * moves. So each deny stays until nothing is left below it that it shields, and each allow until no deny stands above
 * the one that allows its connections from now on.
 */
export function pushRetreat(
  operations: Operation[],
  live: LiveOrder,
  rules: readonly PlannedRule[],
  waiting: readonly Waiting[],
  deleted: readonly StateRule[],
  top: string,
): void {
  const planned: { [key: string]: number } = {};
  rules.forEach((rule, i) => {
    planned['=' + rule.entry.name] = i;
  });
  const gone: { [key: string]: StateRule } = {};
  for (const rule of deleted) gone['=' + rule.name] = rule;
  const moves = waiting.map((one) => one.move !== 'none');
  const names = live.names();
  for (let n = names.length - 1; n >= 0; n--) {
    const key = '=' + names[n];
    if (hasKey(gone, key)) operations.push(deleteRule(live, gone[key]));
    if (!hasKey(planned, key)) continue;
    const i = planned[key];
    const { move, replacement } = waiting[i];
    if (replacement && move !== 'down') operations.push(replaceAgain(rules[i], replacement));
    if (move !== 'none') pushMove(operations, live, names[n], placedAbove(rules, moves, i, top));
    moves[i] = false;
    if (replacement && move === 'down') operations.push(replaceAgain(rules[i], replacement));
  }
}

/** The rule below which one goes, past those that wait themselves and will be put between. */
function placedAbove(rules: readonly PlannedRule[], moves: readonly boolean[], index: number, top: string): string {
  for (let i = index - 1; i >= 0; i--) if (!moves[i]) return rules[i].entry.name;
  return top;
}
