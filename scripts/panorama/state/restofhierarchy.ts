import type { DefaultRules, ForeignRule } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { defaultRules, foreignRules } from './foreignrules';
import type { Hierarchy } from '../api/hierarchy';
import { attributeOf, childNode, childNodes, childTags, descendant } from '../api/nodes';
import { GROUP_PATHS, hasClusterPrefix, isTagOfCluster, RULE_PATHS, type ForeignUses } from './ownership';
import type { JsonNode } from '../api/port';
import type { Reader } from '../api/reader';
import { objectsPath, rulebasePath, rulesPath, scopePath } from '../api/xpath';

/**
 * What matters to the block in the rest of the hierarchy. A candidate read that finds nothing makes the integration
 * (2.x) read all device groups whole, so only nodes that exist are read so: a device group itself. Of ancestors and
 * Shared, of which little is needed and often nothing is there, the running configuration says it without that.
 */
export interface RestOfHierarchy {
  /** Names of rules that start as ours do: unique over both rulebases, ancestors and descendants (pan-os-php). */
  readonly ruleNames: readonly string[];
  /** Enabled rules that Panorama evaluates before this rulebase, in order (for descendants: on their firewalls). */
  readonly above: readonly ForeignRule[];
  /** Enabled rules that it evaluates after this rulebase. */
  readonly below: readonly ForeignRule[];
  readonly defaultRules: DefaultRules;
  /** Our tags in ancestors and Shared, where they serve as well. */
  readonly tags: readonly NodesAt[];
}

/** Nodes of one location. */
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
export function readRestOfHierarchy(
  reader: Reader,
  profile: ClusterProfile,
  hierarchy: Hierarchy,
  group: JsonNode,
  uses: ForeignUses,
): RestOfHierarchy {
  const pre: NodesAt[] = [];
  const post: NodesAt[] = [];
  const tags: NodesAt[] = [];
  const postRulebases = [childNode(group, 'post-rulebase')];
  for (const scope of hierarchy.chain.slice(1)) {
    const postRulebase = readPostRulebase(reader, scope);
    postRulebases.push(postRulebase);
    // Shared first, then down: the order of evaluation (vendor, "Device Group Policies"); after the block, the other
    // way.
    pre.unshift({ location: scope, nodes: preRules(reader, scope) });
    post.push({ location: scope, nodes: rulesOf(postRulebase) });
    tags.unshift({ location: scope, nodes: tagsOfCluster(reader, profile, scope) });
  }
  const isPre = profile.rulebase === 'pre';
  const other: NodesAt = { location: profile.deviceGroup, nodes: rulesIn(group, isPre ? 'post' : 'pre') };
  const descendants = rulesBelow(reader, hierarchy, uses);
  addOtherRules(uses, group);
  const within = [other].concat(descendants);
  for (const rulebase of within) {
    for (const node of rulebase.nodes) uses.add(node, RULE_PATHS);
  }
  return {
    ruleNames: namesakes(profile, pre.concat(post, within)),
    above: rulesOfOthers(isPre ? pre : pre.concat(within)),
    below: rulesOfOthers(isPre ? within.concat(post) : post),
    defaultRules: defaultRules(postRulebases),
    tags,
  };
}

/** What is below sees our objects, and its rules share our names. */
function rulesBelow(reader: Reader, hierarchy: Hierarchy, uses: ForeignUses): NodesAt[] {
  const rules: NodesAt[] = [];
  for (const scope of hierarchy.descendants) {
    const group = readGroup(reader, scope);
    rules.push({ location: scope, nodes: rulesIn(group, 'pre').concat(rulesIn(group, 'post')) });
    for (const container of ['address-group', 'service-group']) {
      for (const node of objectsIn(group, container)) uses.add(node, GROUP_PATHS);
    }
    addOtherRules(uses, group);
  }
  return rules;
}

/**
 * Notes every text in the rules that are not of security: NAT, decryption and the others name addresses and services.
 */
function addOtherRules(uses: ForeignUses, group: JsonNode): void {
  for (const rulebase of ['pre-rulebase', 'post-rulebase']) {
    const kinds = childNode(group, rulebase);
    for (const kind of childTags(kinds)) {
      if (kind !== 'security') uses.addTexts(childNode(kinds, kind));
    }
  }
}

function preRules(reader: Reader, scope: string): readonly JsonNode[] {
  const answer = reader.show(rulesPath(scope, 'pre'), 'the pre rules of ' + scope);
  return childNodes(childNode(answer, 'rules'), 'entry');
}

/** With the default rules in it. */
function readPostRulebase(reader: Reader, scope: string): JsonNode {
  return childNode(reader.show(rulebasePath(scope, 'post'), 'the post rules of ' + scope), 'post-rulebase');
}

function rulesOf(rulebase: JsonNode): readonly JsonNode[] {
  return childNodes(descendant(rulebase, ['security', 'rules']), 'entry');
}

function rulesOfOthers(rulebases: readonly NodesAt[]): ForeignRule[] {
  const found: ForeignRule[] = [];
  for (const rulebase of rulebases) {
    for (const rule of foreignRules(rulebase.location, rulebase.nodes)) found.push(rule);
  }
  return found;
}

function tagsOfCluster(reader: Reader, profile: ClusterProfile, scope: string): readonly JsonNode[] {
  const answer = reader.show(objectsPath(scope, 'tag'), 'the tags of ' + scope);
  return childNodes(childNode(answer, 'tag'), 'entry').filter((node) =>
    isTagOfCluster(profile, attributeOf(node, 'name')),
  );
}

function namesakes(profile: ClusterProfile, rulebases: readonly NodesAt[]): string[] {
  const names: string[] = [];
  for (const rulebase of rulebases) {
    for (const node of rulebase.nodes) {
      const name = attributeOf(node, 'name');
      if (hasClusterPrefix(profile, name)) names.push(name);
    }
  }
  return names;
}
