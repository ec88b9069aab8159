/**
 * The values that a task takes: a text, in which `${path}` stands for what the context holds there, or a look-up in the
 * context (Cortex XSOAR, "Playbook inputs": simple and complex values).
 */
export type Value = string | Lookup;

/**
 * Starts at `root`, keeps the items that pass `filters`, takes `accessor` from each, then changes the result step by
 * step.
 */
export interface Lookup {
  readonly root: string;
  readonly accessor?: string;
  readonly filters?: readonly (readonly Comparison[])[];
  readonly transformers?: readonly Transformer[];
}

/** One comparison. As a filter it looks at each item by itself, with `left` spelled in full from the root. */
export interface Comparison {
  readonly operator: Operator;
  readonly left: Lookup;
  readonly right?: Value;
  readonly ignoreCase?: true;
}

/** The operators used here, out of the server's. */
export type Operator = 'isEqualString' | 'isExists' | 'isEmpty' | 'isNotEmpty' | 'isTrue';

/** Scripts of the pack "Common Scripts" and built-in ones that change a value. */
export type Transformer =
  | { readonly operator: 'LastArrayElement' | 'toLowerCase' }
  | { readonly operator: 'getField'; readonly args: { readonly field: string } }
  | { readonly operator: 'SetIfEmpty'; readonly args: { readonly defaultValue: Value } };

/** What the context holds at `root`, or at `accessor` in it. */
export function context(root: string, accessor?: string): Lookup {
  return accessor === undefined ? { root } : { root, accessor };
}

/**
 * The newest value at a place that several rounds of a loop may have written to: on one server an output of a later
 * round replaces the earlier one, on another it is added to it.
 */
export function latest(root: string, accessor: string): Lookup {
  return { root, accessor, transformers: [{ operator: 'LastArrayElement' }] };
}

/** The newest list at a place: of several rounds, all of the last one's values. */
export function latestList(root: string, field: string): Lookup {
  return { root, transformers: [{ operator: 'LastArrayElement' }, { operator: 'getField', args: { field } }] };
}

/** What the context holds at `root`, else `fallback`. */
export function orElse(root: string, fallback: Value): Lookup {
  return { root, transformers: [{ operator: 'SetIfEmpty', args: { defaultValue: fallback } }] };
}
