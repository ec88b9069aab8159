import type { RuleEntry } from '../../policy/panos/entry';
import type { DeviceGroupState, StateRule } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { canonicalText } from './canonicaltext';
import { readEntry } from './configreader';
import { foreignRule } from './foreignrules';
import { rulesIn } from './readgroup';
import { readGroupInParts } from './readlargegroup';
import { restOfHierarchy } from './restofhierarchy';
import { readSurroundings, type Surroundings } from './surroundings';
import { attributeOf, childText, membersOf, withoutChild } from '../api/nodes';
import { createForeignUses, isOwnedByCluster, RULE_PATHS, type ForeignEntry } from './ownership';
import type { JsonNode, PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { groupObjects } from './readobjects';

/** The candidate configuration around one cluster's block. */
export interface StateReading {
  readonly state: DeviceGroupState;
  /** What stands beside the block and must stay as it is: foreign rules in order, then foreign objects. */
  readonly foreign: readonly ForeignEntry[];
}

/** What Panorama holds, or why it cannot be read. */
export type StateAnswer =
  { readonly kind: 'read'; readonly reading: StateReading } | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads all that a plan needs, at once. */
export function readState(port: PanoramaPort, profile: ClusterProfile): StateAnswer {
  const around = readSurroundings(port, profile);
  if (around.kind === 'failed') return around;
  return readStateWithin(port, profile, around.surroundings);
}

/**
 * Reads the device group itself, which is all that a run reads under the lock.
 *
 * @param surroundings what stands around it, read whole before
 */
export function readStateWithin(port: PanoramaPort, profile: ClusterProfile, surroundings: Surroundings): StateAnswer {
  const answer = readGroupInParts(port, profile.deviceGroup, profile.rulebase, surroundings.rules);
  if (answer.kind === 'failed') return answer;
  const { group } = answer;
  const uses = createForeignUses();
  const rules = rulesIn(group, profile.rulebase).map((node) => {
    const rule = stateRule(profile, node);
    if (!rule.owned) uses.add(node, RULE_PATHS);
    return rule;
  });
  const rest = restOfHierarchy(profile, surroundings, group, uses);
  const objects = groupObjects(profile, group, rest.tags, uses);
  const state: DeviceGroupState = {
    deviceGroup: profile.deviceGroup,
    rulebase: profile.rulebase,
    rules,
    objects: objects.relevant,
    ruleNamesInOtherRulebases: rest.ruleNames,
    taggedElsewhere: rest.tagged,
    above: rest.above,
    below: rest.below,
    defaultRules: rest.defaultRules,
  };
  return { kind: 'read', reading: { state, foreign: foreignEntries(rules).concat(objects.foreign) } };
}

function stateRule(profile: ClusterProfile, node: JsonNode): StateRule {
  const owned = isOwnedByCluster(profile, node);
  // Whether a person disabled the rule stands beside what it says.
  const reading = owned ? readEntry('rule', withoutChild(node, 'disabled')) : undefined;
  return {
    name: attributeOf(node, 'name'),
    uuid: attributeOf(node, 'uuid'),
    owned,
    disabled: childText(node, 'disabled') === 'yes',
    action: childText(node, 'action') || 'allow',
    description: childText(node, 'description'),
    named: membersOf(node, 'source').concat(membersOf(node, 'destination'), membersOf(node, 'service')),
    tags: membersOf(node, 'tag'),
    entry: reading !== undefined && reading.kind === 'entry' ? (reading.entry as RuleEntry) : undefined,
    foreign: owned ? undefined : foreignRule(profile.deviceGroup, node),
    text: canonicalText(node),
  };
}

function foreignEntries(rules: readonly StateRule[]): readonly ForeignEntry[] {
  const foreign: ForeignEntry[] = [];
  for (const rule of rules) {
    if (!rule.owned) foreign.push({ label: 'rule ' + rule.name, text: rule.text });
  }
  return foreign;
}
