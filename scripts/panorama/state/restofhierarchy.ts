import type { DefaultRules, ForeignRule, TaggedRule } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { childNode } from '../api/nodes';
import type { JsonNode } from '../api/port';
import { defaultRules, foreignRules, overriddenDefaults } from './foreignrules';
import { RULE_PATHS, type ForeignUses } from './ownership';
import {
  addOtherRules,
  namesakes,
  partKey,
  partsAround,
  taggedNames,
  type PartKey,
  type PartOfHierarchy,
  type TagAbove,
} from './partofhierarchy';
import { rulesIn } from './readgroup';
import type { Surroundings } from './surroundings';

/** What matters to the block outside of its rulebase. */
export interface RestOfHierarchy {
  /** Names of rules that start as ours do: unique over both rulebases, ancestors and descendants (pan-os-php). */
  readonly ruleNames: readonly string[];
  /** Rules there that carry both our tags. */
  readonly tagged: readonly TaggedRule[];
  /** Enabled rules that Panorama evaluates before this rulebase, in order (for descendants: on their firewalls). */
  readonly above: readonly ForeignRule[];
  /** Enabled rules that it evaluates after this rulebase. */
  readonly below: readonly ForeignRule[];
  readonly defaultRules: DefaultRules;
  /** Our tags in ancestors and Shared, from Shared down. */
  readonly tags: readonly TagsAt[];
}

/** The tags of one location. */
export interface TagsAt {
  /** A device group, or `shared`. */
  readonly location: string;
  readonly tags: readonly TagAbove[];
}

/**
 * Puts the surroundings and the device group's other rulebase together, and notes which names are used there.
 *
 * @param surroundings read whole
 * @param group this device group
 */
export function restOfHierarchy(
  profile: ClusterProfile,
  surroundings: Surroundings,
  group: JsonNode,
  uses: ForeignUses,
): RestOfHierarchy {
  const part = (kind: PartKey['kind'], scope: string): PartOfHierarchy => surroundings.parts[partKey(kind, scope).key];
  const chain = surroundings.hierarchy.chain.slice(1);
  // Shared first, then down: the order of evaluation (vendor, "Device Group Policies"); after the block, the other way.
  const down = chain.slice().reverse();
  const pre = rulesOf(down.map((scope) => part('pre', scope)));
  const post = rulesOf(chain.map((scope) => part('post', scope)));
  const isPre = profile.rulebase === 'pre';
  const other = rulesIn(group, isPre ? 'post' : 'pre');
  for (const node of other) uses.add(node, RULE_PATHS);
  addOtherRules(uses, group);
  const below = surroundings.hierarchy.descendants.map((scope) => part('below', scope));
  for (const one of below) uses.addNames(one.used);
  const within = foreignRules(profile.deviceGroup, other).concat(rulesOf(below));
  const ancestors = down.map((scope) => part('pre', scope)).concat(chain.map((scope) => part('post', scope)));
  return {
    tagged: taggedIn(profile.deviceGroup, taggedNames(profile, other)).concat(taggedAround(surroundings)),
    ruleNames: namesOf(ancestors).concat(namesakes(profile, other), namesOf(below)),
    above: isPre ? pre : pre.concat(within),
    below: isPre ? within.concat(post) : post,
    defaultRules: defaultRules(
      [overriddenDefaults(childNode(group, 'post-rulebase'))].concat(
        chain.map((scope) => part('post', scope).defaults),
      ),
    ),
    tags: down.map((location) => ({ location, tags: part('tags', location).tags })),
  };
}

function rulesOf(parts: readonly PartOfHierarchy[]): ForeignRule[] {
  const rules: ForeignRule[] = [];
  for (const part of parts) for (const rule of part.rules) rules.push(rule);
  return rules;
}

function namesOf(parts: readonly PartOfHierarchy[]): string[] {
  const names: string[] = [];
  for (const part of parts) for (const name of part.ruleNames) names.push(name);
  return names;
}

function taggedAround({ hierarchy, parts }: Surroundings): TaggedRule[] {
  const found: TaggedRule[] = [];
  for (const { key, scope } of partsAround(hierarchy)) {
    for (const rule of taggedIn(scope, parts[key].tagged || [])) found.push(rule);
  }
  return found;
}

function taggedIn(location: string, names: readonly string[]): TaggedRule[] {
  return names.map((name) => ({ name, location }));
}
