import { scopeName, scopeNodeOf } from '../hierarchy';
import { childShape, type EntriesShape, type Naming, type NodeShape, type Shape } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import type { Reference, ShapeCheck } from './shapecheck';
import type { Problem } from './problem';
import type { Resolver } from './resolve';
import { checkShape, type Depth } from './shape';

/** What is wrong with an entry, and the names that it refers to. */
export interface EntryCheck {
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
}

/** Containers that share one name space in one scope (schema 10.0.6 `uniquein`). */
const TWINS: { readonly [tag: string]: string } = {
  address: 'address-group',
  'address-group': 'address',
  service: 'service-group',
  'service-group': 'service',
};

/** The shape of any node below a scope; undefined where PAN-OS has no such node. */
export function shapeOf(node: ConfigNode, scopeNode: ConfigNode, shape: NodeShape): Shape | undefined {
  if (node === scopeNode) return shape;
  const parent = node.parent === undefined ? undefined : shapeOf(node.parent, scopeNode, shape);
  return parent === undefined ? undefined : childShape(parent, node.tag);
}

/** Checks one object or rule: its place, its name, its contents, its references, its uniqueness. */
export function checkEntry(entry: ConfigNode, shape: NodeShape, resolver: Resolver, depth: Depth): EntryCheck {
  const scopeNode = scopeNodeOf(entry);
  if (scopeNode === undefined || entry.parent === undefined) return { problems: [], references: [] };
  const container = shapeOf(entry.parent, scopeNode, shape);
  if (container === undefined)
    return { problems: [{ node: entry.parent, texts: ['unexpected here'] }], references: [] };
  if (container.kind !== 'entries') return { problems: [], references: [] };
  const check: ShapeCheck = { problems: [...nameProblems(entry, container.naming)], references: [] };
  checkShape(entry, container.entry, depth, check);
  const scope = scopeName(scopeNode);
  for (const reference of check.references) {
    const problem = resolver.problemOf(scope, reference);
    if (problem !== undefined) check.problems.push(problem);
  }
  check.problems.push(...uniquenessProblems(entry, container, scopeNode, resolver));
  if (resolver.holdsItself(entry, scope))
    check.problems.push({ node: entry, texts: ['is nested in itself', 'is invalid'] });
  return check;
}

/** The name itself: reserved, too long, or with characters that it must not have. */
export function nameProblems(entry: ConfigNode, naming: Naming): readonly Problem[] {
  const name = entry.label;
  if (naming.reserved.includes(name)) return [{ node: entry, texts: ['is a reserved name', 'is invalid'] }];
  if (name.length > naming.maximum) {
    return [{ node: entry, texts: [`name length should be less than or equal to ${naming.maximum}`, 'is invalid'] }];
  }
  if (!naming.pattern.test(name)) return [{ node: entry, texts: ['is not a valid name', 'is invalid'] }];
  return [];
}

function uniquenessProblems(
  entry: ConfigNode,
  container: EntriesShape,
  scopeNode: ConfigNode,
  resolver: Resolver,
): readonly Problem[] {
  const inUse: Problem = { node: entry, texts: [`'${entry.label}' is already in use`, 'is invalid'] };
  if (container.rules === true) {
    return resolver.ruleInOtherScope(entry, scopeName(scopeNode)) === undefined ? [] : [inUse];
  }
  const twin = TWINS[entry.parent?.tag ?? ''];
  if (twin !== undefined && scopeNode.child(twin)?.child('entry', entry.label) !== undefined) return [inUse];
  if (container.space === 'tag' && tagTwin(entry) !== undefined) return [inUse];
  return [];
}

/** A tag whose name differs only in case: tag names are not case-sensitive (vendor, "Tags"). */
function tagTwin(entry: ConfigNode): ConfigNode | undefined {
  const name = entry.label.toLowerCase();
  return entry.parent?.children.find((other) => other !== entry && other.label.toLowerCase() === name);
}
