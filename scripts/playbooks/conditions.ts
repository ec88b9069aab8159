import { context, type Comparison, type Lookup } from './values';

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
