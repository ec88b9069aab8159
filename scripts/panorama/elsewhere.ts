import type { ClusterProfile } from '../policy/profile/types';
import type { Hierarchy } from './hierarchy';
import { attributeOf, childNode, childNodes, descendant } from './nodes';
import { GROUP_PATHS, hasOurPrefix, isOurTag, namePrefix, RULE_PATHS } from './ours';
import type { ForeignUses } from './ours';
import type { JsonNode } from './port';
import type { Reader } from './reader';
import { objectsPath, prefixedPath, rulesPath, scopePath } from './xpath';

/**
 * What matters to the block in the rest of the hierarchy. A candidate read that finds nothing makes the integration (2.x)
 * read all device groups whole, so only nodes that exist are read so: a device group itself. Of ancestors and Shared, of
 * which little is needed and often nothing is there, the running configuration says it without that.
 */
export interface Elsewhere {
  /** Names of rules that start as ours do: unique over both rulebases, ancestors and descendants (pan-os-php). */
  readonly ruleNames: readonly string[];
  /** The pre rulebases that Panorama evaluates before this one, in order. */
  readonly above: readonly NodesAt[];
  /** Our tags in ancestors and Shared, where they serve as well. */
  readonly tags: readonly NodesAt[];
}

export interface NodesAt {
  /** A device group, or `shared`. */
  readonly location: string;
  readonly nodes: readonly JsonNode[];
}

/** A device group whole, from the candidate configuration. */
export function readGroup(reader: Reader, name: string): JsonNode {
  return childNode(reader.get(scopePath(name), 'the device group ' + name), 'entry');
}

/** The rules of a device group that was read whole. */
export function rulesIn(group: JsonNode, rulebase: 'pre' | 'post'): readonly JsonNode[] {
  return childNodes(descendant(group, [rulebase + '-rulebase', 'security', 'rules']), 'entry');
}

/** The objects of a kind in a device group that was read whole. */
export function objectsIn(group: JsonNode, container: string): readonly JsonNode[] {
  return childNodes(childNode(group, container), 'entry');
}

/**
 * Reads it, and notes which names are used there.
 *
 * @param group this device group, read whole
 */
export function readElsewhere(
  reader: Reader,
  profile: ClusterProfile,
  hierarchy: Hierarchy,
  group: JsonNode,
  uses: ForeignUses,
): Elsewhere {
  const above: NodesAt[] = [];
  const tags: NodesAt[] = [];
  const foreign: JsonNode[] = [];
  // Shared first, then down: the order of evaluation (vendor, "Device Group Policies").
  for (const scope of hierarchy.chain.slice(1).reverse()) {
    above.push({ location: scope, nodes: preRules(reader, scope) });
    pushAll(foreign, postNamesakes(reader, profile, scope));
    tags.push({ location: scope, nodes: ourTags(reader, profile, scope) });
  }
  for (const rulebase of above) pushAll(foreign, rulebase.nodes);
  const other = rulesIn(group, profile.rulebase === 'pre' ? 'post' : 'pre');
  if (profile.rulebase === 'post') above.push({ location: profile.deviceGroup, nodes: other });
  const within = other.concat(rulesBelow(reader, hierarchy, uses));
  for (const node of within) uses.add(node, RULE_PATHS);
  return { ruleNames: namesakes(profile, foreign.concat(within)), above: above, tags: tags };
}

/** What is below sees our objects, and its rules share our names. */
function rulesBelow(reader: Reader, hierarchy: Hierarchy, uses: ForeignUses): readonly JsonNode[] {
  const rules: JsonNode[] = [];
  for (const scope of hierarchy.descendants) {
    const group = readGroup(reader, scope);
    pushAll(rules, rulesIn(group, 'pre'));
    pushAll(rules, rulesIn(group, 'post'));
    for (const container of ['address-group', 'service-group']) {
      for (const node of objectsIn(group, container)) uses.add(node, GROUP_PATHS);
    }
  }
  return rules;
}

function preRules(reader: Reader, scope: string): readonly JsonNode[] {
  const answer = reader.show(rulesPath(scope, 'pre'), 'the pre rules of ' + scope);
  return childNodes(childNode(answer, 'rules'), 'entry');
}

function postNamesakes(reader: Reader, profile: ClusterProfile, scope: string): readonly JsonNode[] {
  const path = prefixedPath(rulesPath(scope, 'post'), namePrefix(profile));
  return childNodes(reader.show(path, 'the post rules of ' + scope), 'entry');
}

function ourTags(reader: Reader, profile: ClusterProfile, scope: string): readonly JsonNode[] {
  const answer = reader.show(objectsPath(scope, 'tag'), 'the tags of ' + scope);
  return childNodes(childNode(answer, 'tag'), 'entry').filter(function (node) {
    return isOurTag(profile, attributeOf(node, 'name'));
  });
}

function namesakes(profile: ClusterProfile, nodes: readonly JsonNode[]): string[] {
  const names: string[] = [];
  for (const node of nodes) {
    const name = attributeOf(node, 'name');
    if (hasOurPrefix(profile, name)) names.push(name);
  }
  return names;
}

function pushAll(into: JsonNode[], nodes: readonly JsonNode[]): void {
  for (const node of nodes) into.push(node);
}
