import { compareText, hasKey } from '../../policy/text/canonical';
import type { JsonNode } from './port';

/**
 * The one place that knows how answers look as JSON: what is a string, a list or an object by accident, and the marks
 * of uncommitted changes (`@admin`, `@dirtyId`, `@time`, and with them `#text`), which may stand on any node and any
 * member.
 */

/** All children of a tag, in order. An empty one is null, also where Otto shows a nil of the server's as undefined. */
export function childNodes(node: JsonNode, tag: string): readonly JsonNode[] {
  if (!isBranch(node) || !hasKey(node, tag)) return [];
  const value = node[tag];
  if (Array.isArray(value)) return value;
  return [value === undefined ? null : value];
}

/** The node without the children of a tag. */
export function withoutChild(node: JsonNode, tag: string): JsonNode {
  if (!isBranch(node) || !hasKey(node, tag)) return node;
  const rest: { [key: string]: JsonNode } = {};
  for (const key of Object.keys(node)) if (key !== tag) rest[key] = node[key];
  return rest;
}

/** The first child of a tag; undefined where there is none. An empty element is null. */
export function childNode(node: JsonNode, tag: string): JsonNode {
  return childNodes(node, tag)[0];
}

/** The node at the end of a path of tags. */
export function descendant(node: JsonNode, tags: readonly string[]): JsonNode {
  let current = node;
  for (const tag of tags) current = childNode(current, tag);
  return current;
}

/** A node's own text; '' where it has none. */
export function nodeText(node: JsonNode): string {
  if (typeof node === 'string') return node;
  if (typeof node === 'number' || typeof node === 'boolean') return String(node);
  return isBranch(node) && hasKey(node, '#text') ? nodeText(node['#text']) : '';
}

/** The text of a child; '' where there is none. */
export function childText(node: JsonNode, tag: string): string {
  return nodeText(childNode(node, tag));
}

/** An attribute; '' where there is none. */
export function attributeOf(node: JsonNode, name: string): string {
  return isBranch(node) && hasKey(node, '@' + name) ? nodeText(node['@' + name]) : '';
}

/** The texts of the `<member>`s of a child. */
export function membersOf(node: JsonNode, tag: string): string[] {
  return childNodes(childNode(node, tag), 'member').map(nodeText);
}

/** The texts of the `<line>`s of a node, or its own text. */
export function linesOf(node: JsonNode): string[] {
  const lines = childNodes(node, 'line').map(nodeText);
  const found = lines.length > 0 ? lines : [nodeText(node)];
  return found.filter((line) => line !== '');
}

/** The tags of the children, sorted. */
export function childTags(node: JsonNode): string[] {
  const tags: string[] = [];
  if (!isBranch(node)) return tags;
  for (const key of Object.keys(node)) {
    const first = key.charAt(0);
    if (first !== '@' && first !== '#') tags.push(key);
  }
  return tags.length < 2 ? tags : tags.sort(compareText);
}

/**
 * A node without marks and accidents of shape: a text, or lists of children by tag, with its name where it is an entry.
 */
export type PlainNode = string | PlainBranch;

/** A node without marks: its name, and its children by tag in their order. */
export interface PlainBranch {
  readonly name?: string;
  readonly children: { readonly [tag: string]: readonly PlainNode[] };
}

function isBranch(node: JsonNode): node is { readonly [key: string]: JsonNode } {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
