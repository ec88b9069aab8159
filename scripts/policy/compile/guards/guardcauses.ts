import { idText } from '../../kubernetes/identity';
import { causeOf } from '../causes';
import { entriesOf } from '../ruleentries';
import { alike } from '../twins';
import type { Cause, CompiledRule, CompileModel, RankedEntry, RuleEnd } from '../model';
import { positiveTerm } from './ruleends';

/** The policies whose negations a rule has guards for. */
export function causesOfGuarded(model: CompileModel, rule: CompiledRule): Cause[] {
  const guarded = rule.guard ? outermost(rule.guard.of) : rule;
  const causes: Cause[] = [];
  for (const entry of entriesOf(guarded).filter(hasNegation)) {
    causes.push.apply(causes, alike(entry).map(causeOf));
  }
  return causes.concat(isolating(model, guarded.sources), isolating(model, guarded.destinations));
}

/** The same, and those whose rules the guard is cut from. */
export function causesOfGuard(model: CompileModel, guard: CompiledRule): Cause[] {
  const causes = causesOfGuarded(model, guard);
  const others = entriesOf(guard).map(causeOf);
  return causes.concat(others.filter((one) => !causes.some((cause) => isSame(cause, one))));
}

function isSame(a: Cause, b: Cause): boolean {
  return idText(a.policy) === idText(b.policy) && a.path === b.path;
}

function outermost(rule: CompiledRule): CompiledRule {
  return rule.guard ? outermost(rule.guard.of) : rule;
}

function hasNegation({ subject, peers }: RankedEntry): boolean {
  return peers.concat([subject]).some((term) => positiveTerm(term) !== term);
}

function isolating(model: CompileModel, end: RuleEnd): Cause[] {
  const causes: Cause[] = [];
  if (end.kind === 'terms') return causes;
  const side = end.direction === 'egress' ? model.egress : model.ingress;
  for (const namespace of side.namespaces) {
    for (const { subject, policies } of side.isolations[namespace]) {
      if (positiveTerm(subject) === subject) continue;
      for (const policy of policies) causes.push({ policy, path: 'spec.podSelector' });
    }
  }
  return causes;
}
