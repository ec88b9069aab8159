import type { ConfigNode } from '../tree/node';
import type { LocationPath, Step } from './ast';

/** The name that a step asks for when its only predicate is `[@name='x']`, the case that the tree's index answers. */
export function namePredicate(step: Step): string | undefined {
  const [predicate, ...others] = step.predicates;
  if (predicate?.kind !== 'compare' || others.length > 0 || predicate.operator !== '=') return undefined;
  const { left, right } = predicate;
  if (left.kind !== 'path' || right.kind !== 'literal' || left.path.absolute) return undefined;
  const [only, ...further] = left.path.steps;
  const isName = further.length === 0 && only?.test.kind === 'attribute' && only.test.name === 'name' && !only.deep;
  return isName ? right.value : undefined;
}

/** One level of a place in the tree: a tag, or a named entry. */
export interface PlaceStep {
  readonly tag: string;
  readonly name: string | undefined;
}

/**
 * The place that a path of plain tags and `entry[@name='x']` means, for operations that may create it. undefined when
 * the path has any other form: it can then only select what exists.
 */
export function placeOf(path: LocationPath): readonly PlaceStep[] | undefined {
  const steps: PlaceStep[] = [];
  for (const step of path.steps) {
    if (step.deep || step.test.kind !== 'tag') return undefined;
    const name = namePredicate(step);
    if (step.predicates.length > 0 && name === undefined) return undefined;
    steps.push({ tag: step.test.tag, name });
  }
  return steps;
}

/** The canonical path of a node, as clients write it. */
export function pathOf(node: ConfigNode): string {
  const own = node.name === undefined ? node.tag : `${node.tag}[@name='${node.name}']`;
  return node.parent === undefined ? `/${own}` : `${pathOf(node.parent)}/${own}`;
}

/** The steps from the root element down to a node, the root element left out. */
export function stepsTo(node: ConfigNode): readonly PlaceStep[] {
  return node.parent === undefined ? [] : [...stepsTo(node.parent), { tag: node.tag, name: node.name }];
}

/** The node at a place, if there is one. */
export function nodeAt(root: ConfigNode, steps: readonly PlaceStep[]): ConfigNode | undefined {
  return steps.reduce<ConfigNode | undefined>((node, step) => node?.child(step.tag, step.name), root);
}
