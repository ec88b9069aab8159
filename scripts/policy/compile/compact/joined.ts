import { normalTerms } from '../../values/alternatives';
import { joinPorts, NO_PORTS } from '../../values/ports';
import type { Term } from '../../values/term';
import type { CompiledRule, CompileModel, RuleEnd } from '../model';

/** One rule that stands for several. */

/**
 * The rule with all connections of the given ones: of one layer and verdict, which differ in one coordinate at most. It
 * knows what they would be by themselves, and what these have made needless.
 */
export function joinedRule(model: CompileModel, rules: readonly CompiledRule[]): CompiledRule {
  const first = rules[0];
  const parts: CompiledRule[] = [];
  const covers: CompiledRule[] = [];
  for (const rule of rules) {
    if (rule.subject.kind === 'joined') parts.push.apply(parts, rule.subject.parts as CompiledRule[]);
    else parts.push(rule);
    covers.push.apply(covers, (rule.covers || []) as CompiledRule[]);
  }
  return {
    layer: first.layer,
    subject: { kind: 'joined', parts },
    sources: joinedEnd(
      model,
      rules.map((rule) => rule.sources),
    ),
    destinations: joinedEnd(
      model,
      rules.map((rule) => rule.destinations),
    ),
    ports: rules.map((rule) => rule.ports).reduce(joinPorts, NO_PORTS),
    verdict: first.verdict,
    ...(covers.length > 0 && { covers }),
  };
}

function joinedEnd(model: CompileModel, ends: readonly RuleEnd[]): RuleEnd {
  const terms: Term[] = [];
  for (const end of ends) {
    if (end.kind === 'isolated') return end;
    terms.push.apply(terms, end.terms as Term[]);
  }
  return { kind: 'terms', terms: normalTerms(model.space, terms) };
}
