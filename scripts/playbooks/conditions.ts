import { context, latest, type Comparison, type Lookup, type Value } from './values';

/** All of the lists hold, and a list holds if one of its comparisons does: the server's own nesting. */
export type Condition = readonly (readonly Comparison[])[];

/** A place in the context, by its path below a root. */
export interface Place {
  readonly root: string;
  readonly accessor?: string;
}

/** Whether one of the values at `place` is one of `texts`. */
export function isOneOf(place: Place, texts: readonly string[]): Condition {
  const left = context(place.root, place.accessor);
  return [texts.map((text) => ({ operator: 'isEqualString', left, right: text, ignoreCase: true }) as const)];
}

/** Whether the newest value at the place is one of `texts`: another round may have left older ones. */
export function isLatestOneOf(root: string, accessor: string, texts: readonly Value[]): Condition {
  const left = latest(root, accessor);
  return [texts.map((right) => ({ operator: 'isEqualString', left, right, ignoreCase: true }) as const)];
}

/** Whether both hold. */
export function both(one: Condition, other: Condition): Condition {
  return one.concat(other);
}

/** Whether the value at `place` is true. */
export function isTrue(place: Place): Condition {
  return [[{ operator: 'isTrue', left: context(place.root, place.accessor) }]];
}

/** Whether the look-up finds something. */
export function isFound(lookup: Lookup): Condition {
  return [[{ operator: 'isNotEmpty', left: lookup }]];
}

/** Whether an instance of the integration `brand` is enabled. */
export function isEnabled(brand: string): Condition {
  const filters = [
    [{ operator: 'isEqualString', left: context('modules.brand'), right: brand } as const],
    [{ operator: 'isEqualString', left: context('modules.state'), right: 'active' } as const],
  ];
  return [[{ operator: 'isExists', left: { root: 'modules', accessor: 'brand', filters } }]];
}

/** One of several conditions, each of which is a single list of alternatives. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const alternatives: Comparison[] = [];
  for (const condition of conditions) for (const comparison of condition[0]) alternatives.push(comparison);
  return [alternatives];
}
