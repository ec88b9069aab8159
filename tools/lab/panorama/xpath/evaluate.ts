import { type ConfigNode, walk } from '../tree/node';
import type { Comparison, Expression, LocationPath, Step } from './ast';
import { namePredicate } from './simple';

/**
 * What a path selects: nodes, texts where it ends in `text()`, or attributes with the tag of the node that has them.
 */
export type Item =
  | { readonly kind: 'node'; readonly node: ConfigNode }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'attribute'; readonly tag: string; readonly name: string; readonly value: string };

type Value = readonly Item[] | string | number | boolean;

/** Evaluates a union of paths from above the root element; each node once, in the order in which it was found. */
export function select(root: ConfigNode, paths: readonly LocationPath[]): readonly Item[] {
  const found: Item[] = [];
  const seen = new Set<ConfigNode>();
  for (const path of paths) {
    for (const item of evaluatePath(path, root, root)) {
      if (item.kind === 'node' && seen.has(item.node)) continue;
      if (item.kind === 'node') seen.add(item.node);
      found.push(item);
    }
  }
  return found;
}

function evaluatePath(path: LocationPath, context: ConfigNode, root: ConfigNode): readonly Item[] {
  const [first, ...others] = path.steps;
  if (first === undefined) return [];
  let current: readonly Item[] = path.absolute
    ? filterAll(fromDocument(first, root), first, root)
    : advance(context, first, root);
  for (const step of others) {
    current = current.flatMap((item) => (item.kind === 'node' ? advance(item.node, step, root) : []));
  }
  return current;
}

/** The document node is above the root element, so the first step of an absolute path names the root element. */
function fromDocument(step: Step, root: ConfigNode): readonly Item[] {
  const nodes = step.deep ? [...walk(root)] : [root];
  if (step.test.kind === 'any') return asItems(nodes);
  return step.test.kind === 'tag' ? asItems(nodes.filter((node) => node.tag === tagOf(step))) : [];
}

function advance(node: ConfigNode, step: Step, root: ConfigNode): readonly Item[] {
  const name = step.deep || step.test.kind !== 'tag' ? undefined : namePredicate(step);
  if (name !== undefined) {
    const child = node.child(tagOf(step), name);
    return child === undefined ? [] : asItems([child]);
  }
  const starts = step.deep ? [...walk(node)] : [node];
  return starts.flatMap((start) => filterAll(candidates(start, step), step, root));
}

function candidates(node: ConfigNode, step: Step): readonly Item[] {
  switch (step.test.kind) {
    case 'tag':
      return asItems(node.childrenOf(step.test.tag));
    case 'any':
      return asItems(node.children);
    case 'self':
      return asItems([node]);
    case 'parent':
      return node.parent === undefined ? [] : asItems([node.parent]);
    case 'text':
      return node.text === '' ? [] : [{ kind: 'text', value: node.text }];
    case 'attribute':
      return attributeOf(node, step.test.name);
  }
}

function attributeOf(node: ConfigNode, attribute: string): readonly Item[] {
  const value = attribute === 'name' ? node.name : attribute === 'uuid' ? node.uuid : undefined;
  return value === undefined ? [] : [{ kind: 'attribute', tag: node.tag, name: attribute, value }];
}

const tagOf = (step: Step): string => (step.test.kind === 'tag' ? step.test.tag : '');
const asItems = (nodes: readonly ConfigNode[]): readonly Item[] => nodes.map((node) => ({ kind: 'node', node }));

function filterAll(items: readonly Item[], step: Step, root: ConfigNode): readonly Item[] {
  return step.predicates.reduce<readonly Item[]>(
    (kept, predicate) =>
      kept.filter((item, index) => {
        if (item.kind !== 'node') return false;
        const value = evaluate(predicate, { node: item.node, position: index + 1, size: kept.length, root });
        return typeof value === 'number' ? value === index + 1 : asBoolean(value);
      }),
    items,
  );
}

interface Context {
  readonly node: ConfigNode;
  readonly position: number;
  readonly size: number;
  readonly root: ConfigNode;
}

function evaluate(expression: Expression, context: Context): Value {
  switch (expression.kind) {
    case 'or':
      return expression.operands.some((operand) => asBoolean(evaluate(operand, context)));
    case 'and':
      return expression.operands.every((operand) => asBoolean(evaluate(operand, context)));
    case 'compare':
      return compare(expression.operator, evaluate(expression.left, context), evaluate(expression.right, context));
    case 'path':
      return evaluatePath(expression.path, context.node, context.root);
    case 'literal':
    case 'number':
      return expression.value;
    case 'call':
      return call(expression, context);
  }
}

function call(expression: Expression & { kind: 'call' }, context: Context): Value {
  const [first = '', second = ''] = expression.arguments.map((argument) => evaluate(argument, context));
  switch (expression.name) {
    case 'not':
      return !asBoolean(first);
    case 'contains':
      return asString(first).includes(asString(second));
    case 'starts-with':
      return asString(first).startsWith(asString(second));
    case 'last':
      return context.size;
    case 'position':
      return context.position;
    case 'count':
      return Array.isArray(first) ? first.length : 0;
    case 'string-length':
      return asString(first).length;
    case 'name':
      return context.node.tag;
  }
}

const textOf = (item: Item): string =>
  item.kind === 'node' ? [...walk(item.node)].map((node) => node.text).join('') : item.value;

const isItems = (value: Value): value is readonly Item[] => Array.isArray(value);
const asBoolean = (value: Value): boolean => (isItems(value) ? value.length > 0 : Boolean(value));
const asString = (value: Value): string => {
  if (!isItems(value)) return String(value);
  const [first] = value;
  return first === undefined ? '' : textOf(first);
};

/** XPath 1.0, 3.4: a node set compares true when any of its nodes does. */
function compare(operator: Comparison, left: Value, right: Value): boolean {
  const lefts = isItems(left) ? left.map(textOf) : [left];
  const rights = isItems(right) ? right.map(textOf) : [right];
  return lefts.some((a) => rights.some((b) => compareScalars(operator, a, b)));
}

function compareScalars(
  operator: Comparison,
  left: string | number | boolean,
  right: string | number | boolean,
): boolean {
  const numeric = typeof left === 'number' || typeof right === 'number';
  switch (operator) {
    case '=':
      return numeric ? Number(left) === Number(right) : String(left) === String(right);
    case '!=':
      return numeric ? Number(left) !== Number(right) : String(left) !== String(right);
    case '<':
      return Number(left) < Number(right);
    case '<=':
      return Number(left) <= Number(right);
    case '>':
      return Number(left) > Number(right);
    case '>=':
      return Number(left) >= Number(right);
  }
}
