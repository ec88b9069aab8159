import { attributeOf, childNode, childNodes, descendant } from '../api/nodes';
import type { JsonNode } from '../api/port';
import { problem } from '../api/problems';
import type { Reader } from '../api/reader';
import { scopePath } from '../api/xpath';

/**
 * A device group whole, from the candidate configuration. It is one that there is: an answer that finds nothing, or
 * another one, is no empty device group but a failure.
 */
export function readGroup(reader: Reader, name: string): JsonNode {
  const group = childNode(reader.get(scopePath(name), 'the device group ' + name), 'entry');
  if (attributeOf(group, 'name') !== name) {
    reader.fail(
      problem('contradiction', {
        what: 'the device group ' + name,
        first: 'it is in the hierarchy',
        second: 'it cannot be found in the candidate configuration',
      }),
    );
  }
  return group;
}

/** The rules of a device group that was read whole. */
export function rulesIn(group: JsonNode, rulebase: 'pre' | 'post'): readonly JsonNode[] {
  return childNodes(descendant(group, [rulebase + '-rulebase', 'security', 'rules']), 'entry');
}

/** The objects of a kind in a device group that was read whole. */
export function objectsIn(group: JsonNode, container: string): readonly JsonNode[] {
  return childNodes(childNode(group, container), 'entry');
}
