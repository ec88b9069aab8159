import { compareText, hasKey, sortedUnique } from '../text/canonical';

/**
 * A condition on one label key of a pod: its value is one of `values`, or (negated) is not; a pod without the key
 * counts as "not one of them". Conjunctions hold at most one requirement for each key.
 */
export interface Requirement {
  readonly key: string;
  readonly negated: boolean;
  /** Sorted, without duplicates. An empty list of a requirement that is not negated matches nothing. */
  readonly values: readonly string[];
}

/** Sorted by key; all must hold. */
export type Requirements = readonly Requirement[];

/** Whether no label can meet a requirement: its value is to be one of none. */
export function isImpossible(requirement: Requirement): boolean {
  return !requirement.negated && requirement.values.length === 0;
}

/** Both conjunctions together; undefined where no pod can meet them. */
export function intersectRequirements(a: Requirements, b: Requirements): Requirements | undefined {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both: Requirement[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const order = i === a.length ? 1 : j === b.length ? -1 : compareText(a[i].key, b[j].key);
    const next = order < 0 ? a[i] : order > 0 ? b[j] : intersectOne(a[i], b[j]);
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (isImpossible(next)) return undefined;
    both.push(next);
  }
  return both;
}

function intersectOne(a: Requirement, b: Requirement): Requirement {
  if (a.negated && b.negated) {
    return { key: a.key, negated: true, values: sortedUnique(a.values.concat(b.values)) };
  }
  const positive = a.negated ? b : a;
  const other = a.negated ? a : b;
  const values = positive.values.filter((value) => other.values.indexOf(value) >= 0 !== other.negated);
  return { key: a.key, negated: false, values };
}

/** True where every pod that meets `a` meets `b`. */
export function isRequirementsSubset(a: Requirements, b: Requirements): boolean {
  return b.every((wanted) => a.some((given) => given.key === wanted.key && implies(given, wanted)));
}

function implies(given: Requirement, wanted: Requirement): boolean {
  if (given.negated) {
    return wanted.negated && isSubset(wanted.values, given.values);
  }
  return wanted.negated ? areDisjoint(given.values, wanted.values) : isSubset(given.values, wanted.values);
}

function isSubset(a: readonly string[], b: readonly string[]): boolean {
  return a.every((value) => b.indexOf(value) >= 0);
}

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.every((value) => b.indexOf(value) < 0);
}

/** True where a pod with these labels meets all requirements. */
export function meetsRequirements(labels: { readonly [key: string]: string }, requirements: Requirements): boolean {
  return requirements.every((requirement) => {
    const isOneOf = hasKey(labels, requirement.key) && requirement.values.indexOf(labels[requirement.key]) >= 0;
    return isOneOf !== requirement.negated;
  });
}

/**
 * The opposite of one requirement. A pod without the label meets a negated one (meta/v1 `NotIn`, `DoesNotExist`).
 *
 * @example
 * negate({ key: 'app', negated: false, values: ['web'] }) //=> { key: 'app', negated: true, values: ['web'] }
 */
export function negate(requirement: Requirement): Requirement {
  return { key: requirement.key, negated: !requirement.negated, values: requirement.values };
}
