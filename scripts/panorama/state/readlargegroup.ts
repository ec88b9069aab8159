import { attributeOf, childNode, childNodes, childTags, descendant } from '../api/nodes';
import type { JsonNode, PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { createPanoramaReader, type Reader } from '../api/reader';
import { rulebasePath, rulesPath, scopePath } from '../api/xpath';
import { readGroup } from './readgroup';

/**
 * A device group with many rules, in parts of less than 5 MB: integration, server and script each hold an answer whole.
 * A part that finds nothing would make the integration (2.x) read all device groups, so only parts are read that are
 * there: the names of all rules come first. They say, too, whether the parts are all of it.
 */

/** What is read of a device group, or why it cannot be. */
export type GroupAnswer =
  { readonly kind: 'read'; readonly group: JsonNode } | { readonly kind: 'failed'; readonly problem: Problem };

/** So many rules are read as one with all else: 900 bytes each, three times that with the marks of uncommitted changes. */
const FEW_RULES = 1500;

/** Characters of an answer to aim at. */
const PART = 3500000;

/** Rules of the first part, which tells how long a rule is. */
const FIRST_PART = 1000;

/** Entries of one part at most. */
const MOST_OF_PART = 5000;

/**
 * Reads a device group.
 *
 * @param rules how many there were in the rulebase when somebody looked last; 0 where nobody did
 */
export function readGroupInParts(
  port: PanoramaPort,
  deviceGroup: string,
  rulebase: 'pre' | 'post',
  rules: number,
): GroupAnswer {
  if (rules > FEW_RULES) {
    const parts = inParts(port, deviceGroup, rulebase);
    // Whether every Panorama takes `position()` and `name()` is not documented.
    if (parts.kind === 'read' || parts.problem.code !== 'refused') return parts;
  }
  const reader = createPanoramaReader(port);
  const group = readGroup(reader, deviceGroup);
  const failure = reader.failure();
  return failure === undefined ? { kind: 'read', group } : { kind: 'failed', problem: failure };
}

function inParts(port: PanoramaPort, deviceGroup: string, rulebase: 'pre' | 'post'): GroupAnswer {
  const reader = createPanoramaReader(port);
  const tag = rulebase + '-rulebase';
  const path = rulebasePath(deviceGroup, rulebase);
  const what = 'of the device group ' + deviceGroup;
  const outline = entries(reader, path + '/*/rules/entry/@name', 'the names of the rules ' + what);
  const security = rulesInParts(reader, rulesPath(deviceGroup, rulebase), outline.length, what);
  const others =
    security.length < outline.length
      ? reader.get(path + "/*[name()!='security']", 'the other rules ' + what)
      : undefined;
  const rest = reader.get(scopePath(deviceGroup) + "/*[name()!='" + tag + "']", 'the objects ' + what);
  const failure = reader.failure() || missing(deviceGroup, outline, security, others);
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const kinds: { [kind: string]: JsonNode } = { security: { rules: { entry: security } } };
  for (const kind of childTags(others)) kinds[kind] = childNode(others, kind);
  const group: { [tag: string]: JsonNode } = { '@name': deviceGroup };
  for (const child of childTags(rest)) group[child] = childNode(rest, child);
  group[tag] = kinds;
  return { kind: 'read', group };
}

function entries(reader: Reader, xpath: string, what: string): readonly JsonNode[] {
  return childNodes(reader.get(xpath, what), 'entry');
}

/** No part is asked for that cannot be there, as long as other rulebases hold fewer rules than a part. */
function rulesInParts(reader: Reader, path: string, most: number, what: string): JsonNode[] {
  const rules: JsonNode[] = [];
  let size = FIRST_PART;
  while (rules.length < most && reader.failure() === undefined) {
    const from = String(rules.length);
    const to = String(rules.length + size);
    const condition = '[position()>' + from + ' and position()<=' + to + ']';
    const part = entries(reader, path + '/entry' + condition, 'the rules ' + from + ' to ' + to + ' ' + what);
    for (const node of part) rules.push(node);
    if (part.length < size) break;
    size = Math.max(1, Math.min(MOST_OF_PART, Math.floor((PART * part.length) / JSON.stringify(part).length)));
  }
  return rules;
}

/** Parts that are not what the names say: somebody worked there meanwhile, or Panorama answered something else. */
function missing(
  deviceGroup: string,
  outline: readonly JsonNode[],
  security: readonly JsonNode[],
  others: JsonNode,
): Problem | undefined {
  const named: string[] = security.map((node) => attributeOf(node, 'name'));
  for (const kind of childTags(others)) {
    for (const node of childNodes(descendant(childNode(others, kind), ['rules']), 'entry')) {
      named.push(attributeOf(node, 'name'));
    }
  }
  const listed = outline.map((node) => attributeOf(node, 'name'));
  if (listed.slice().sort().join('\n') === named.slice().sort().join('\n')) return undefined;
  return problem('contradiction', {
    what: 'the device group ' + deviceGroup,
    first: 'it has ' + String(listed.length) + ' rules by their names',
    second: String(named.length) + ' of them, or others, when they are read',
  });
}
