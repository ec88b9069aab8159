import { policyFor } from '../commit/pushed';
import { scopeName, scopeNodeOf, type Scope } from '../hierarchy';
import type { Plugin } from '../plugin';
import type { Side } from '../side';
import type { ConfigNode } from '../tree/node';
import { Members } from './members';
import type { Decision, Packet } from './packet';

/** The rule that takes connections within one zone which no other rule takes (PAN-OS, "Security Policy Rules"). */
const DEFAULT_RULE = 'intrazone-default';

/**
 * Which rule a firewall of a device group would decide a connection by, if it had this configuration: the first one that
 * matches, from Shared down to the device group and back, then `intrazone-default`. The cluster's pods are in one zone,
 * so that rules for traffic between zones never match, and zones are not looked at otherwise.
 *
 * @param side the candidate or the running configuration
 * @throws for an address that is none
 */
export function decide(side: Side, plugin: Plugin, deviceGroup: Scope, packet: Packet): Decision {
  const members = new Members(side, deviceGroup, plugin);
  const { rules, chain } = policyFor(side, deviceGroup, 0);
  const rule = rules.find((candidate) => matches(candidate, members, packet)) ?? defaultRule(side, chain);
  if (rule === undefined) return { rule: DEFAULT_RULE, scope: '', action: 'allow' };
  const scope = scopeNodeOf(rule);
  return {
    rule: rule.label,
    scope: scope === undefined ? '' : scopeName(scope),
    action: rule.child('action')?.text ?? 'allow',
  };
}

function matches(rule: ConfigNode, members: Members, packet: Packet): boolean {
  if (isYes(rule, 'disabled') || rule.child('rule-type')?.text === 'interzone') return false;
  const category = rule.members('category');
  return (
    members.holdAddress(rule.members('source'), packet.source) !== isYes(rule, 'negate-source') &&
    members.holdAddress(rule.members('destination'), packet.destination) !== isYes(rule, 'negate-destination') &&
    members.holdService(rule.members('service'), packet) &&
    members.holdApplication(rule.members('application'), packet.application) &&
    (packet.category === undefined || isAny(category) || category.includes(packet.category))
  );
}

function isYes(rule: ConfigNode, field: string): boolean {
  return rule.child(field)?.text === 'yes';
}

function isAny(list: readonly string[]): boolean {
  return list.length === 0 || list.includes('any');
}

/** The nearest override of the default rule that says what to do. */
function defaultRule(side: Side, chain: readonly Scope[]): ConfigNode | undefined {
  return chain
    .map((scope) =>
      side.hierarchy
        .nodeOf(scope, side.root)
        ?.descend('post-rulebase', 'default-security-rules', 'rules')
        ?.child('entry', DEFAULT_RULE),
    )
    .find((rule) => rule?.child('action') !== undefined);
}
