import { attributeOf, childNodes } from '../../../scripts/panorama/api/nodes';
import type { JsonNode } from '../../../scripts/panorama/api/port';

/** The XPaths of `scripts/panorama/api/xpath.ts` on a configuration as JSON. */

type Matches = (name: string) => boolean;

interface Step {
  readonly tag: string;
  readonly matches: Matches;
}

/** The nodes that an XPath names, in document order, and the tag of its last step. */
export function nodesAt(root: JsonNode, xpath: string): { readonly tag: string; readonly nodes: readonly JsonNode[] } {
  const steps = stepsOf(xpath);
  const nodes = steps.reduce<readonly JsonNode[]>(
    (found, { tag, matches }) =>
      found.flatMap((node) => childNodes(node, tag).filter((child) => matches(attributeOf(child, 'name')))),
    [root],
  );
  return { tag: steps[steps.length - 1].tag, nodes };
}

function stepsOf(xpath: string): readonly Step[] {
  const found = [...xpath.matchAll(/\/([\w-]+)(?:\[((?:'[^']*'|[^\]'])*)\])?/g)];
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== xpath) {
    throw new Error(`The XPath ${xpath} is of no form that is known here.`);
  }
  return found.map(([, tag, condition = '']) => ({ tag, matches: conditionOf(condition) }));
}

/** Nothing, `@name='a' or @name='b'`, or `starts-with(@name,'a')`. */
function conditionOf(condition: string): Matches {
  if (condition === '') return () => true;
  const prefix = /^starts-with\(@name,'([^']*)'\)$/.exec(condition);
  if (prefix) return (name) => name.startsWith(prefix[1]);
  const names = new Set([...condition.matchAll(/@name='([^']*)'/g)].map((match) => match[1]));
  return (name) => names.has(name);
}
