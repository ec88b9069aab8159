import { hasKey, sortedKeys } from '../../text/canonical';
import type { StringMap } from '../../kubernetes/types';
import type { Requirement, Requirements } from '../../values/requirements';
import { intersectTerms, type PodsTerm, type Term } from '../../values/term';
import type { CompileModel, Isolation } from '../model';
import type { Cutter } from './entryfinder';
import type { ServiceTarget } from './servicetargets';

/** The targets behind a port as a region that other terms can cut. */

/** The target as a term that lies in or outside of each of the others as the pod's labels do. */
export function withLabels(target: ServiceTarget, cutters: readonly Cutter[], isolations: readonly Isolation[]): Term {
  const { term, labels } = target;
  if (!labels || term.kind !== 'pods') return term;
  const values: { [key: string]: { [value: string]: true } } = {};
  function collect(other: Term): void {
    if (other.kind !== 'pods') return;
    for (const requirement of other.requirements) {
      if (!hasKey(values, requirement.key)) values[requirement.key] = {};
      for (const value of requirement.values) values[requirement.key][value] = true;
    }
  }
  for (const cutter of cutters) collect(cutter.term);
  for (const isolation of isolations) collect(isolation.subject);
  const requirements = sortedKeys(values).map((key) => requirementOf(labels, key, sortedKeys(values[key])));
  return podsLike(term, requirements);
}

function requirementOf(labels: StringMap, key: string, values: readonly string[]): Requirement {
  if (hasKey(labels, key)) return { key, negated: false, values: [labels[key]] };
  return { key, negated: true, values };
}

function podsLike(term: PodsTerm, requirements: Requirements): PodsTerm {
  return { kind: 'pods', namespaces: term.namespaces, requirements, addresses: term.addresses };
}

/** Whether some policy isolates one of the targets against what comes in. */
export function isIsolated(model: CompileModel, target: ServiceTarget): boolean {
  if (target.term.kind !== 'pods') return false;
  const namespace = target.term.namespaces.names[0];
  if (!hasKey(model.ingress.isolations, namespace)) return false;
  const isolations = model.ingress.isolations[namespace];
  const whole = withLabels(target, [], isolations);
  return isolations.some(({ subject }) => intersectTerms(model.space, whole, subject) !== undefined);
}
