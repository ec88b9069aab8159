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

/** Nothing is overridden. */
export const NO_DEFAULTS: DefaultRules = { intrazone: '', interzone: '' };

/** The actions that a post rulebase gives the default rules; '' where it does not, an override may leave it as it is. */
export function overriddenDefaults(postRulebase: JsonNode): DefaultRules {
  const nodes = childNodes(descendant(postRulebase, ['default-security-rules', 'rules']), 'entry');
  const actionOf = (name: string): string => {
    const actions = nodes.filter((node) => attributeOf(node, 'name') === name).map((node) => childText(node, 'action'));
    return actions.filter((action) => action !== '')[0] || '';
  };
  return { intrazone: actionOf('intrazone-default'), interzone: actionOf('interzone-default') };
}

/**
 * The default rules as they hold: the lowest place that overrides one wins (vendor, "Defining Policies on Panorama").
 *
 * @param overrides of the device group, its ancestors and Shared, from the bottom up
 */
export function defaultRules(overrides: readonly DefaultRules[]): DefaultRules {
  const lowest = (name: keyof DefaultRules): string =>
    overrides.map((one) => one[name]).filter((action) => action !== '')[0] || BUILT_IN[name];
  return { intrazone: lowest('intrazone'), interzone: lowest('interzone') };
}
