import type { DefaultRules, ForeignRule } from '../../policy/plan/types';
import { BUILT_IN } from '../../policy/plan/foreign';
import { attributeOf, childNodes, childText, descendant, membersOf } from '../api/nodes';
import type { JsonNode } from '../api/port';

/** Rules of others, as far as they matter to ours. */

/** What an enabled rule decides; undefined for a disabled one. A list that is negated is taken for everything. */
export function foreignRule(location: string, node: JsonNode): ForeignRule | undefined {
  if (childText(node, 'disabled') === 'yes') return undefined;
  return {
    name: attributeOf(node, 'name'),
    location,
    action: childText(node, 'action') || 'allow',
    from: membersOf(node, 'from'),
    to: membersOf(node, 'to'),
    source: childText(node, 'negate-source') === 'yes' ? [] : membersOf(node, 'source'),
    destination: childText(node, 'negate-destination') === 'yes' ? [] : membersOf(node, 'destination'),
  };
}

/** The enabled rules among nodes of one place. */
export function foreignRules(location: string, nodes: readonly JsonNode[]): ForeignRule[] {
  const found: ForeignRule[] = [];
  for (const node of nodes) {
    const rule = foreignRule(location, node);
    if (rule !== undefined) found.push(rule);
  }
  return found;
}

/**
 * The default rules as they hold: the lowest place that overrides one wins (vendor, "Defining Policies on Panorama").
 *
 * @param postRulebases of the device group, its ancestors and Shared, from the bottom up
 */
export function defaultRules(postRulebases: readonly JsonNode[]): DefaultRules {
  return {
    intrazone: defaultAction(postRulebases, 'intrazone-default') || BUILT_IN.intrazone,
    interzone: defaultAction(postRulebases, 'interzone-default') || BUILT_IN.interzone,
  };
}

/** '' where nobody overrides it; an override may leave the action as it is. */
function defaultAction(postRulebases: readonly JsonNode[], name: string): string {
  for (const rulebase of postRulebases) {
    for (const node of childNodes(descendant(rulebase, ['default-security-rules', 'rules']), 'entry')) {
      const action = childText(node, 'action');
      if (attributeOf(node, 'name') === name && action !== '') return action;
    }
  }
  return '';
}
