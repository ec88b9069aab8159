/** The part of XPath 1.0 that PAN-OS clients use: location paths from the root, predicates, unions. */
export type NodeTest =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'text' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'parent' };

/** One step of a location path; its predicates are applied in order. */
export interface Step {
  /** `//` before the step: the node and everything below it. */
  readonly deep: boolean;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}

/** Steps from the root (`absolute`), or from the node that a predicate looks at. */
export interface LocationPath {
  readonly absolute: boolean;
  readonly steps: readonly Step[];
}

/** The functions of XPath 1.0 that can be called in a predicate. */
export type FunctionName =
  'not' | 'contains' | 'starts-with' | 'last' | 'position' | 'count' | 'string-length' | 'name';

/** What stands in a predicate. A number alone is a position, a path alone asks whether it leads anywhere. */
export type Expression =
  | { readonly kind: 'or' | 'and'; readonly operands: readonly Expression[] }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'path'; readonly path: LocationPath }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

/** The comparison operators of XPath 1.0. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
