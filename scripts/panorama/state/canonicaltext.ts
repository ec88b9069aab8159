import { canonicalJson } from '../../policy/text/canonical';
import { attributeOf, childNodes, childTags, nodeText } from '../api/nodes';
import type { JsonNode } from '../api/port';

/**
 * Equal for equal content, however it was read; marks and uuids are left out. It is the canonical JSON of the node's
 * `PlainNode`, written without making one: a rulebase has many thousand nodes.
 *
 * @example canonicalText({ '@name': 'x', member: ['b', 'a'] }) //=> '{"children":{"member":["b","a"]},"name":"x"}'
 */
export function canonicalText(node: JsonNode): string {
  if (typeof node === 'string') return canonicalJson(node);
  const tags = childTags(node);
  const name = attributeOf(node, 'name');
  if (tags.length === 0 && name === '') return canonicalJson(nodeText(node));
  let children = '';
  for (const tag of tags) {
    children += (children === '' ? '' : ',') + canonicalJson(tag) + ':[' + textsOf(childNodes(node, tag)) + ']';
  }
  const end = name === '' ? '}' : ',"name":' + canonicalJson(name) + '}';
  return '{"children":{' + children + '}' + end;
}

function textsOf(nodes: readonly JsonNode[]): string {
  let texts = '';
  for (let i = 0; i < nodes.length; i++) texts += (i === 0 ? '' : ',') + canonicalText(nodes[i]);
  return texts;
}
