import { attributeOf, childNodes, childTags } from '../../../scripts/panorama/api/nodes';
import type { JsonNode } from '../../../scripts/panorama/api/port';

/** The XPaths of `scripts/panorama/api/xpath.ts` on a configuration as JSON. */

/** A node, and the tag that it stands under. */
export interface Tagged {
  readonly tag: string;
  readonly node: JsonNode;
}

/** What of all nodes that a step finds below one node. */
type Choice = (found: readonly Tagged[]) => readonly Tagged[];

interface Step {
  /** `*`: every tag. */
  readonly tag: string;
  readonly choice: Choice;
}

/** The nodes that an XPath names, in document order. With `/@name` at its end, their names alone. */
export function nodesAt(root: JsonNode, xpath: string): readonly Tagged[] {
  const path = xpath.replace(/\/@name$/, '');
  const found = stepsOf(path).reduce<readonly Tagged[]>(
    (parents, { tag, choice }) => parents.flatMap(({ node }) => choice(childrenOf(node, tag))),
    [{ tag: '', node: root }],
  );
  if (path === xpath) return found;
  return found.map(({ tag, node }) => ({ tag, node: { '@name': attributeOf(node, 'name') } }));
}

function childrenOf(node: JsonNode, tag: string): readonly Tagged[] {
  const tags = tag === '*' ? childTags(node) : [tag];
  return tags.flatMap((one) => childNodes(node, one).map((child) => ({ tag: one, node: child })));
}

function stepsOf(xpath: string): readonly Step[] {
  const found = [...xpath.matchAll(/\/(\*|[\w-]+)(?:\[((?:'[^']*'|[^\]'])*)\])?/g)];
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== xpath) {
    throw new Error(`The XPath ${xpath} is of no form that is known here.`);
  }
  return found.map(([, tag, condition = '']) => ({ tag, choice: choiceOf(condition) }));
}

/**
 * Nothing, `@name='a' or @name='b'`, `starts-with(@name,'a')`, `name()!='a'`, or `position()>1 and position()<=2`, which
 * counts below each parent.
 */
function choiceOf(condition: string): Choice {
  if (condition === '') return (found) => found;
  const prefix = /^starts-with\(@name,'([^']*)'\)$/.exec(condition);
  if (prefix) return (found) => found.filter(({ node }) => attributeOf(node, 'name').startsWith(prefix[1]));
  const other = /^name\(\)!='([^']*)'$/.exec(condition);
  if (other) return (found) => found.filter(({ tag }) => tag !== other[1]);
  const positions = /^position\(\)>([0-9]+) and position\(\)<=([0-9]+)$/.exec(condition);
  if (positions) return (found) => found.slice(Number(positions[1]), Number(positions[2]));
  const names = new Set([...condition.matchAll(/@name='([^']*)'/g)].map((match) => match[1]));
  return (found) => found.filter(({ node }) => names.has(attributeOf(node, 'name')));
}
