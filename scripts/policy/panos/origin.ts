import type { CompiledRule, Pair, RankedEntry } from '../compile/model';
import type { RuleOrigin } from '../translate/translation';

/** Which policies' entries a rule comes from. */

/** The entries that a rule belongs to. */
export function entriesOf(rule: CompiledRule): RankedEntry[] {
  switch (rule.subject.kind) {
    case 'entry':
      return [rule.subject.entry];
    case 'pair':
      return [rule.subject.egress, rule.subject.ingress];
    case 'pairs':
      return withPartners(rule.subject.entry, rule.subject.pairs);
    case 'hosts':
    case 'service':
      return rule.subject.entries.slice();
    case 'block':
      return [];
  }
}

function withPartners(entry: RankedEntry, pairs: readonly Pair[]): RankedEntry[] {
  const partners = pairs.map((pair) => (pair.egress === entry ? pair.ingress : pair.egress));
  return [entry].concat(partners);
}

/** The origin as reports show it. */
export function originOf(rule: CompiledRule, name: string): RuleOrigin {
  return {
    rule: name,
    layer: rule.layer,
    entries: entriesOf(rule).map((entry) => ({ policy: entry.policy.id, path: entry.entry.path })),
  };
}
