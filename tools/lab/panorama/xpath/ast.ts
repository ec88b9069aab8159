/** The part of XPath 1.0 that PAN-OS clients use: location paths from the root, predicates, unions. */
export type NodeTest =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'text' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'parent' };

export interface Step {
  /** `//` before the step: the node and everything below it. */
  readonly deep: boolean;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}

export interface LocationPath {
  readonly absolute: boolean;
  readonly steps: readonly Step[];
}

export type FunctionName =
  'not' | 'contains' | 'starts-with' | 'last' | 'position' | 'count' | 'string-length' | 'name';

export type Expression =
  | { readonly kind: 'or' | 'and'; readonly operands: readonly Expression[] }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'path'; readonly path: LocationPath }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
