import { hasKey } from '../../text/canonical';
import { portSetKey } from '../../values/ports';
import type { CompiledRule, CompileModel } from '../model';
import { entriesOf } from '../ruleentries';
import { endKey } from './endkey';
import { isGuarded, type CompactLimits } from './limits';

/** What compacting looks at: rules that say the same wherever among their neighbours they stand. */

/**
 * Whether a rule is safe by itself (docs/semantics.md): every connection of its box that no layer above has decided
 * wants its verdict and its record. It is not where its entry contends with another one, or where it is one of several
 * rules for a port of a Service: there, the first decides.
 *
 * @param neighbours at least one rule: those of one layer, side by side
 */
export function isMovable(
  model: CompileModel,
  neighbours: readonly CompiledRule[],
  limits: CompactLimits,
): (rule: CompiledRule) => boolean {
  const { layer, subject } = neighbours[0];
  if (subject.kind === 'block') return () => false;
  const forPort = layer === 'services' ? countByTarget(neighbours) : {};
  return (rule) => {
    if (isGuarded(model, rule, limits)) return false;
    switch (layer) {
      case 'services':
        return forPort[targetKey(rule)] === 1;
      case 'pairs':
      case 'entries':
        return !entriesOf(rule).some((entry) => entry.contested);
      case 'nodes':
      case 'hosts':
      case 'deny-both':
      case 'deny-one':
        return false;
    }
  };
}

function countByTarget(rules: readonly CompiledRule[]): { readonly [target: string]: number } {
  const counts: { [target: string]: number } = {};
  for (const rule of rules) {
    const key = targetKey(rule);
    counts[key] = (hasKey(counts, key) ? counts[key] : 0) + 1;
  }
  return counts;
}

function targetKey({ destinations, ports }: CompiledRule): string {
  return endKey(destinations) + '|' + portSetKey(ports);
}
