import type { StateRule } from '../policy/plan/types';
import type { ClusterProfile } from '../policy/profile/types';
import { attributeOf, childText, membersOf } from './nodes';
import type { JsonNode } from './port';

/** An enabled rule that Panorama evaluates before the block: what it decides, the block never sees. */
export interface PrecedingRule {
  readonly name: string;
  /** The device group that holds it, or `shared`. */
  readonly location: string;
  readonly action: string;
  readonly source: readonly string[];
  readonly destination: readonly string[];
  readonly application: readonly string[];
  readonly service: readonly string[];
}

/** The rulebase that the block is in: its rules as read, and the nodes that they were read from. */
export interface OwnRulebase {
  readonly rules: readonly StateRule[];
  readonly nodes: readonly JsonNode[];
}

/** Order of evaluation: Shared, ancestors, device group (vendor, "Device Group Policies"); then what is above the block. */
export function precedingRules(
  profile: ClusterProfile,
  above: readonly { readonly location: string; readonly nodes: readonly JsonNode[] }[],
  own: OwnRulebase,
): PrecedingRule[] {
  const found: PrecedingRule[] = [];
  for (const rulebase of above) {
    for (const node of rulebase.nodes) addEnabled(found, rulebase.location, node);
  }
  const end = firstOfBlock(profile, own.rules);
  for (let i = 0; i < end; i++) {
    if (!own.rules[i].owned) addEnabled(found, profile.deviceGroup, own.nodes[i]);
  }
  return found;
}

function addEnabled(found: PrecedingRule[], location: string, node: JsonNode): void {
  if (childText(node, 'disabled') === 'yes') return;
  found.push({
    name: attributeOf(node, 'name'),
    location: location,
    action: childText(node, 'action') || 'allow',
    source: membersOf(node, 'source'),
    destination: membersOf(node, 'destination'),
    application: membersOf(node, 'application'),
    service: membersOf(node, 'service'),
  });
}

/** The index at which the block begins, or would begin where there is none yet. */
function firstOfBlock(profile: ClusterProfile, rules: readonly StateRule[]): number {
  for (let i = 0; i < rules.length; i++) {
    if (rules[i].owned) return i;
  }
  for (let i = 0; i < rules.length; i++) {
    const isAnchor = rules[i].name === profile.position.rule;
    if (isAnchor && profile.position.at === 'before') return i;
    if (isAnchor && profile.position.at === 'after') return i + 1;
  }
  return profile.position.at === 'top' ? 0 : rules.length;
}
