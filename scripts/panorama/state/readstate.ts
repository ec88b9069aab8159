import type { RuleEntry } from '../../policy/panos/entry';
import type { DeviceGroupState, StateRule } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { canonicalText } from './canonicaltext';
import { readEntry } from './configreader';
import { readRestOfHierarchy, readGroup, rulesIn } from './restofhierarchy';
import { foreignRule } from './foreignrules';
import { readHierarchy, type Hierarchy } from '../api/hierarchy';
import { attributeOf, childText } from '../api/nodes';
import { createForeignUses, isOwnedByCluster, RULE_PATHS, type ForeignEntry } from './ownership';
import type { JsonNode, PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { groupObjects } from './readobjects';
import { createPanoramaReader } from '../api/reader';
import { isQuotable } from '../api/xpath';

/** The candidate configuration around one cluster's block. */
export interface StateReading {
  readonly state: DeviceGroupState;
  /** What stands beside the block and must stay as it is: foreign rules in order, then foreign objects. */
  readonly foreign: readonly ForeignEntry[];
}

/** What Panorama holds, or why it cannot be read. */
export type StateAnswer =
  { readonly kind: 'read'; readonly reading: StateReading } | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Reads all that a plan needs: two requests, three more for each ancestor and Shared, one for each device group below.
 */
export function readState(port: PanoramaPort, profile: ClusterProfile): StateAnswer {
  const unquotable = unquotableName(profile);
  if (unquotable !== undefined) return { kind: 'failed', problem: unquotable };
  const reader = createPanoramaReader(port);
  const hierarchy = readHierarchy(reader, profile.deviceGroup);
  const early = reader.failure() || missingGroup(profile, hierarchy);
  if (early !== undefined) return { kind: 'failed', problem: early };
  const uses = createForeignUses();
  const group = readGroup(reader, profile.deviceGroup);
  const nodes = rulesIn(group, profile.rulebase);
  const rules = nodes.map((node) => {
    const rule = stateRule(profile, node);
    if (!rule.owned) uses.add(node, RULE_PATHS);
    return rule;
  });
  const rest = readRestOfHierarchy(reader, profile, hierarchy, group, uses);
  const failure = reader.failure();
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const objects = groupObjects(profile, group, rest.tags, uses);
  const state: DeviceGroupState = {
    deviceGroup: profile.deviceGroup,
    rulebase: profile.rulebase,
    rules,
    objects: objects.relevant,
    ruleNamesInOtherRulebases: rest.ruleNames,
    above: rest.above,
    below: rest.below,
    defaultRules: rest.defaultRules,
  };
  return {
    kind: 'read',
    reading: {
      state,
      foreign: foreignEntries(rules).concat(objects.foreign),
    },
  };
}

/** The problem that a name of the profile cannot stand in an XPath. */
export function unquotableName(profile: ClusterProfile): Problem | undefined {
  if (!isQuotable(profile.deviceGroup)) {
    return problem('bad-name', { what: 'device group', name: profile.deviceGroup });
  }
  if (!isQuotable(profile.position.rule)) return problem('bad-name', { what: 'rule', name: profile.position.rule });
  return undefined;
}

/** The problem that the device group does not exist. */
export function missingGroup(profile: ClusterProfile, hierarchy: Hierarchy): Problem | undefined {
  if (hierarchy.chain.length > 0) return undefined;
  const available = hierarchy.all.length === 0 ? 'none' : hierarchy.all.join(', ');
  return problem('no-device-group', { deviceGroup: profile.deviceGroup, available });
}

function stateRule(profile: ClusterProfile, node: JsonNode): StateRule {
  const owned = isOwnedByCluster(profile, node);
  const reading = owned ? readEntry('rule', node) : undefined;
  return {
    name: attributeOf(node, 'name'),
    uuid: attributeOf(node, 'uuid'),
    owned,
    disabled: childText(node, 'disabled') === 'yes',
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
