import { hasKey } from '../text/canonical';
import { isSameData } from '../text/same';
import type { RuleEntry } from '../panos/entry';
import { restorableRule, type PlannedRule, type RuleChange, type RuleDifference } from './rulechanges';
import { covers, MATCH_FIELDS, widened } from './rulematch';

/**
 * When allows are replaced that stay allows. What one of them no longer allows, another one may allow from now on:
 * where rules above or below are made or replaced as well, no allow gives a connection up before all have what they
 * will have.
 */

/** The difference, with the changes of allows in relation to each other. */
export function relateAllowChanges(difference: RuleDifference): RuleDifference {
  const takers = difference.rules.filter(takesConnections);
  const lastTaker: { [match: string]: number } = {};
  difference.rules.forEach((rule, i) => {
    if (takesConnections(rule)) lastTaker[matchText(rule.entry)] = i;
  });
  const rules = difference.rules.map((rule, i) => {
    const before = contentBefore(rule);
    if (rule.change.kind !== 'in-turn' || before === undefined) return rule;
    const hasOthers = takers.some((taker) => taker !== rule);
    const match = matchText(before);
    const isTakenBelow = hasKey(lastTaker, match) && lastTaker[match] > i;
    return { ...rule, change: allowChange(before, rule.entry, hasOthers, isTakenBelow) };
  });
  return { rules, deleted: difference.deleted };
}

function contentBefore(rule: PlannedRule): RuleEntry | undefined {
  return rule.old && restorableRule(rule.old);
}

/** An allow that is new, or that matches what it did not. */
function takesConnections(rule: PlannedRule): boolean {
  if (rule.entry.action !== 'allow') return false;
  if (rule.change.kind === 'create' || rule.change.kind === 'late') return true;
  const before = contentBefore(rule);
  return rule.change.kind === 'in-turn' && !(before !== undefined && covers(before, rule.entry));
}

/**
 * @param hasOthers other allows take connections
 * @param isTakenBelow a later allow matches from now on just what this one matched; earlier ones do so already
 */
function allowChange(before: RuleEntry, entry: RuleEntry, hasOthers: boolean, isTakenBelow: boolean): RuleChange {
  if (covers(entry, before)) return { kind: 'in-turn' };
  if (covers(before, entry)) return { kind: 'afterwards' };
  if (!hasOthers) return { kind: 'in-turn' };
  const between = exactUnion(before, entry);
  if (between !== undefined) return { kind: 'in-turn-and-afterwards', between };
  return { kind: isTakenBelow ? 'afterwards' : 'in-turn' };
}

/** The compiled rule, matching what either matches and nothing else; undefined where no one rule does that. */
function exactUnion(before: RuleEntry, entry: RuleEntry): RuleEntry | undefined {
  const fields = MATCH_FIELDS.filter((field) => !isSameData(before[field], entry[field]));
  // A box that differs in two coordinates has corners that neither has.
  if (fields.length !== 1) return undefined;
  // Meanwhile it inspects as it will: only where it does so already.
  if (!isSameData(attributesOf(before), attributesOf(entry))) return undefined;
  const both = widened(before, entry);
  // `application-default` stands beside no names.
  return both[fields[0]].indexOf('any') >= 0 ? undefined : both;
}

function attributesOf(rule: RuleEntry): unknown {
  return [rule.logStart, rule.logEnd, rule.logSetting, rule.profileSetting];
}

function matchText(rule: RuleEntry): string {
  return MATCH_FIELDS.map((field) => rule[field].slice().sort().join(',')).join(' ');
}
