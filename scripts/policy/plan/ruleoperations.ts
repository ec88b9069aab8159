import type { RuleEntry } from '../panos/entry';
import type { LiveOrder } from './liveorder';
import { restorableRule, type PlannedRule } from './rulechanges';
import type { Operation, StateRule } from './types';

/** The single steps on rules. */

/** Replaces a rule as it was read. */
export function replaceRule(rule: PlannedRule, after: RuleEntry): Extract<Operation, { readonly op: 'replace' }> {
  return {
    op: 'replace',
    kind: 'rule',
    name: after.name,
    before: rule.old && restorableRule(rule.old),
    after,
    uuid: rule.old ? rule.old.uuid : '',
  };
}

/** The second replacement of a rule, where there was a first. */
export function replaceAgain(rule: PlannedRule, after: RuleEntry): Operation {
  const replaced = replaceRule(rule, after);
  return 'between' in rule.change ? { ...replaced, before: rule.change.between } : replaced;
}

/** Deletes a rule from where it stands at that time. */
export function deleteRule(live: LiveOrder, old: StateRule): Operation {
  const position = live.positionOf(old.name);
  live.remove(old.name);
  return { op: 'delete', kind: 'rule', name: old.name, before: restorableRule(old), position };
}

/** Puts a rule right below another one, '' for the top, unless it stands there. */
export function pushMove(operations: Operation[], live: LiveOrder, name: string, above: string): void {
  const moved = live.move(name, above);
  if (moved) operations.push({ op: 'move', kind: 'rule', name, from: moved.from, to: moved.to });
}
