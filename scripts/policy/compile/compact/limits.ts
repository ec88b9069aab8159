import { hasNegation } from '../guards/ruleends';
import type { CompiledRule, CompileModel } from '../model';

/** What compacting must keep to. */
export interface CompactLimits {
  /** The most members of one end of a rule. */
  readonly members: number;
  /** Whether groups can say `NotIn`; else a rule with negations has guards before it. */
  readonly filterNot: boolean;
}

/** Whether guards will stand before the rule. */
export function isGuarded(
  model: CompileModel,
  { sources, destinations }: CompiledRule,
  { filterNot }: CompactLimits,
): boolean {
  return !filterNot && (hasNegation(model, sources) || hasNegation(model, destinations));
}
