import type { StringMap } from '../../kubernetes/types';
import { hasKey, sortedKeys } from '../../text/canonical';
import { asList, asObject, asStringMap, asStrings, asText, isAbsent } from './raw';

/** One condition on one label key. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** All requirements must hold; the empty list selects everything. */
export type LabelSelector = readonly Requirement[];

const OPERATORS: { readonly [text: string]: Requirement['operator'] } = {
  In: 'In',
  NotIn: 'NotIn',
  Exists: 'Exists',
  DoesNotExist: 'DoesNotExist',
};

/**
 * Reads a `LabelSelector` of the API (meta/v1). `unjudgeable` receives what cannot be judged, with the field path.
 */
export function readSelector(value: unknown, path: string, unjudgeable: string[]): LabelSelector {
  const requirements: Requirement[] = [];
  const object = asObject(value);
  const labels = asStringMap(object.matchLabels);
  for (const key of sortedKeys(labels)) requirements.push({ key, operator: 'In', values: [labels[key]] });
  if (sortedKeys(asObject(object.matchLabels)).length !== requirements.length) {
    unjudgeable.push(path + '.matchLabels holds a value that is no text');
  }
  const expressions = isAbsent(object.matchExpressions) ? [] : asList(object.matchExpressions);
  expressions.forEach((item, index) => {
    const expression = asObject(item);
    const operator = asText(expression.operator);
    const key = asText(expression.key);
    if (!hasKey(OPERATORS, operator) || key === '') {
      unjudgeable.push(path + '.matchExpressions[' + String(index) + '] has no key or an unknown operator');
    } else {
      requirements.push({ key, operator: OPERATORS[operator], values: asStrings(expression.values) });
    }
  });
  return requirements;
}

/** A Service's `spec.selector`: equality only (core/v1). */
export function equalitySelector(labels: StringMap): LabelSelector {
  return sortedKeys(labels).map((key): Requirement => ({ key, operator: 'In', values: [labels[key]] }));
}

/** `NotIn` and `DoesNotExist` hold for objects without the key (Kubernetes documentation, "Labels and Selectors"). */
export function requirementHolds(requirement: Requirement, labels: StringMap): boolean {
  const present = hasKey(labels, requirement.key);
  switch (requirement.operator) {
    case 'In':
      return present && requirement.values.indexOf(labels[requirement.key]) >= 0;
    case 'NotIn':
      return !present || requirement.values.indexOf(labels[requirement.key]) < 0;
    case 'Exists':
      return present;
    case 'DoesNotExist':
      return !present;
  }
}

/** Whether labels meet every requirement; a selector without any holds for all (meta/v1 `LabelSelector`). */
export function selectorHolds(selector: LabelSelector, labels: StringMap): boolean {
  for (const requirement of selector) if (!requirementHolds(requirement, labels)) return false;
  return true;
}

/**
 * A selector for people.
 *
 * @example `app=web, tier notin (back, db), !legacy`; `every label` for the one that selects everything
 */
export function selectorText(selector: LabelSelector): string {
  if (selector.length === 0) return 'every label';
  return selector.map(requirementText).join(', ');
}

function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? key + '=' + values[0] : key + ' in (' + values.join(', ') + ')';
    case 'NotIn':
      return values.length === 1 ? key + '!=' + values[0] : key + ' notin (' + values.join(', ') + ')';
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return '!' + key;
  }
}
