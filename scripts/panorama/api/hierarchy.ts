import { attributeOf, childNode, childNodes } from './nodes';
import type { JsonNode } from './port';
import { problem } from './problems';
import type { Reader } from './reader';
import { SHARED } from './xpath';

/** Where a device group stands among the others. */
export interface Hierarchy {
  /**
   * The device group, its ancestors, `shared`: the order in which names are looked up. Empty where it does not exist.
   */
  readonly chain: readonly string[];
  /** All device groups below it. */
  readonly descendants: readonly string[];
  /** All device groups, in Panorama's order. */
  readonly all: readonly string[];
}

/** Reads `show dg-hierarchy`: `<dg name="…">`, nested (answers of pan-os-python's `refresh_hierarchy`). */
export function readHierarchy(reader: Reader, deviceGroup: string): Hierarchy {
  const answer = reader.op('<show><dg-hierarchy></dg-hierarchy></show>', 'the device group hierarchy', {});
  const root = childNode(answer, 'dg-hierarchy');
  if (root === undefined) reader.fail(problem('empty-answer', { doing: 'read the device group hierarchy' }));
  const found = findGroup(root, deviceGroup, [SHARED]);
  return {
    chain: found === undefined ? [] : found.chain,
    descendants: found === undefined ? [] : groupsBelow(found.node),
    all: groupsBelow(root),
  };
}

function findGroup(
  node: JsonNode,
  name: string,
  above: readonly string[],
): { readonly node: JsonNode; readonly chain: readonly string[] } | undefined {
  for (const group of childNodes(node, 'dg')) {
    const chain = [attributeOf(group, 'name')].concat(above);
    if (chain[0] === name) return { node: group, chain };
    const found = findGroup(group, name, chain);
    if (found !== undefined) return found;
  }
  return undefined;
}

function groupsBelow(node: JsonNode): string[] {
  const names: string[] = [];
  for (const group of childNodes(node, 'dg')) {
    names.push(attributeOf(group, 'name'));
    for (const name of groupsBelow(group)) names.push(name);
  }
  return names;
}
