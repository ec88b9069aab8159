import type { CompiledRule, RankedEntry } from '../compile/model';
import { entriesOf, entriesOfAll } from '../compile/ruleentries';
import type { RuleOrigin } from '../translate/translation';

/** Which policies' entries a rule comes from. */

/** The origin as reports show it. */
export function originOf(rule: CompiledRule, name: string): RuleOrigin {
  return {
    rule: name,
    layer: rule.layer,
    entries: servedEntries(rule).map((entry) => ({ policy: entry.policy.id, path: entry.entry.path })),
  };
}

/** With those that have no rule of their own, because this one says all of it. */
function servedEntries(rule: CompiledRule): readonly RankedEntry[] {
  return rule.covers === undefined ? entriesOf(rule) : entriesOfAll([rule].concat(rule.covers));
}
