import type { CompiledRule } from '../compile/model';
import { entriesOf } from '../compile/ruleentries';
import type { RuleOrigin } from '../translate/translation';

/** Which policies' entries a rule comes from. */

/** The origin as reports show it. */
export function originOf(rule: CompiledRule, name: string): RuleOrigin {
  return {
    rule: name,
    layer: rule.layer,
    entries: entriesOf(rule).map((entry) => ({ policy: entry.policy.id, path: entry.entry.path })),
  };
}
