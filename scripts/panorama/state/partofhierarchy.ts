import type { DefaultRules, ForeignRule } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import type { Hierarchy } from '../api/hierarchy';
import { attributeOf, childNode, childNodes, childTags, descendant } from '../api/nodes';
import type { JsonNode } from '../api/port';
import type { Reader } from '../api/reader';
import { objectsPath, rulebasePath, rulesPath } from '../api/xpath';
import { canonicalText } from './canonicaltext';
import { foreignRules, NO_DEFAULTS, overriddenDefaults } from './foreignrules';
import {
  createForeignUses,
  GROUP_PATHS,
  hasClusterPrefix,
  isOwnedByCluster,
  isTagOfCluster,
  RULE_PATHS,
  type ForeignUses,
} from './ownership';
import { objectsIn, readGroup, rulesIn } from './readgroup';

/**
 * One part of what stands around a device group, reduced to what matters to a block in it. A candidate read that finds
 * nothing makes the integration (2.x) read all device groups whole, so only nodes that exist are read so: a device group
 * itself. Of ancestors and Shared, of which little is needed and often nothing is there, the running configuration says
 * it without that.
 */
export interface PartOfHierarchy {
  /** The enabled ones, in order. */
  readonly rules: readonly ForeignRule[];
  /** Names of rules that start as ours do, disabled ones too. */
  readonly ruleNames: readonly string[];
  /** Names of rules with both our tags; absent where an earlier version of this pack read it. */
  readonly tagged?: readonly string[];
  /** Names that rules and groups use, of device groups below: they see our objects. */
  readonly used: readonly string[];
  /** '' where this place does not override one. */
  readonly defaults: DefaultRules;
  /** Our tags in ancestors and Shared, where they serve as well. */
  readonly tags: readonly TagAbove[];
}

/** A tag of an ancestor or of Shared. */
export interface TagAbove {
  readonly name: string;
  /** Canonical. */
  readonly text: string;
}

/** Which part it is. */
export interface PartKey {
  readonly key: string;
  readonly kind: 'pre' | 'post' | 'tags' | 'below';
  readonly scope: string;
}

/** What is read around a device group; each takes one request. */
export function partsAround(hierarchy: Hierarchy): PartKey[] {
  const keys: PartKey[] = [];
  for (const scope of hierarchy.chain.slice(1)) {
    for (const kind of ['post', 'pre', 'tags'] as const) keys.push(partKey(kind, scope));
  }
  for (const scope of hierarchy.descendants) keys.push(partKey('below', scope));
  return keys;
}

/** The key of a part. */
export function partKey(kind: PartKey['kind'], scope: string): PartKey {
  return { key: kind + ' ' + scope, kind, scope };
}

/** Reads one part; where that fails, the reader has the failure. */
export function readPart(reader: Reader, profile: ClusterProfile, { kind, scope }: PartKey): PartOfHierarchy {
  switch (kind) {
    case 'pre': {
      const answer = reader.show(rulesPath(scope, 'pre'), 'the pre rules of ' + scope);
      return rulesPart(profile, scope, childNodes(childNode(answer, 'rules'), 'entry'));
    }
    case 'post': {
      // With the default rules in it.
      const answer = reader.show(rulebasePath(scope, 'post'), 'the post rules of ' + scope);
      const rulebase = childNode(answer, 'post-rulebase');
      const rules = childNodes(descendant(rulebase, ['security', 'rules']), 'entry');
      return { ...rulesPart(profile, scope, rules), defaults: overriddenDefaults(rulebase) };
    }
    case 'tags':
      return { ...NOTHING, tags: tagsOfCluster(reader, profile, scope) };
    case 'below':
      return partBelow(reader, profile, scope);
  }
}

const NOTHING: PartOfHierarchy = { rules: [], ruleNames: [], used: [], defaults: NO_DEFAULTS, tags: [] };

function rulesPart(profile: ClusterProfile, scope: string, nodes: readonly JsonNode[]): PartOfHierarchy {
  return {
    ...NOTHING,
    rules: foreignRules(scope, nodes),
    ruleNames: namesakes(profile, nodes),
    tagged: taggedNames(profile, nodes),
  };
}

/** What is below sees our objects, and its rules share our names. */
function partBelow(reader: Reader, profile: ClusterProfile, scope: string): PartOfHierarchy {
  const group = readGroup(reader, scope);
  const uses = createForeignUses();
  const rules = rulesIn(group, 'pre').concat(rulesIn(group, 'post'));
  for (const node of rules) uses.add(node, RULE_PATHS);
  for (const container of ['address-group', 'service-group']) {
    for (const node of objectsIn(group, container)) uses.add(node, GROUP_PATHS);
  }
  addOtherRules(uses, group);
  return { ...rulesPart(profile, scope, rules), used: uses.names() };
}

/**
 * Notes every text in the rules that are not of security: NAT, decryption and the others name addresses and services.
 */
export function addOtherRules(uses: ForeignUses, group: JsonNode): void {
  for (const rulebase of ['pre-rulebase', 'post-rulebase']) {
    const kinds = childNode(group, rulebase);
    for (const kind of childTags(kinds)) {
      if (kind !== 'security') uses.addTexts(childNode(kinds, kind));
    }
  }
}

/** The names of rules that carry both our tags. */
export function taggedNames(profile: ClusterProfile, nodes: readonly JsonNode[]): string[] {
  return nodes.filter((node) => isOwnedByCluster(profile, node)).map((node) => attributeOf(node, 'name'));
}

/** The names of rules that start as ours do. */
export function namesakes(profile: ClusterProfile, nodes: readonly JsonNode[]): string[] {
  return nodes.map((node) => attributeOf(node, 'name')).filter((name) => hasClusterPrefix(profile, name));
}

function tagsOfCluster(reader: Reader, profile: ClusterProfile, scope: string): TagAbove[] {
  const answer = reader.show(objectsPath(scope, 'tag'), 'the tags of ' + scope);
  return childNodes(childNode(answer, 'tag'), 'entry')
    .filter((node) => isTagOfCluster(profile, attributeOf(node, 'name')))
    .map((node) => ({ name: attributeOf(node, 'name'), text: canonicalText(node) }));
}
