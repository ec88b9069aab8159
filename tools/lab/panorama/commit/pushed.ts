import type { Scope } from '../hierarchy';
import type { Side } from '../side';
import type { ConfigNode } from '../tree/node';
import { filterTags, parseFilter } from '../validate/filter';

/**
 * What a push brought to a device. Entries of the running configuration are replaced, never changed, so they can be
 * kept.
 */
export interface PushedPolicy {
  readonly deviceGroup: Scope;
  readonly version: number;
  /** Device group, its ancestors, Shared. */
  readonly chain: readonly Scope[];
  /** Security rules in the order of evaluation: Shared first and last, the device group in the middle. */
  readonly rules: readonly ConfigNode[];
  /** Address objects and groups by name; the nearest scope wins. */
  readonly addresses: ReadonlyMap<string, PushedAddress>;
}

/** An address object or group that a device holds, and the scope that it came from. */
export interface PushedAddress {
  readonly kind: 'address' | 'address-group';
  readonly scope: Scope;
  readonly entry: ConfigNode;
}

/** Takes what a device group's firewalls would get now. */
export function policyFor(running: Side, deviceGroup: Scope, version: number): PushedPolicy {
  const chain = running.hierarchy.chain(deviceGroup);
  const rulesOf = (scope: Scope, rulebase: string): readonly ConfigNode[] =>
    running.hierarchy.nodeOf(scope, running.root)?.descend(rulebase, 'security', 'rules')?.children ?? [];
  const rules = [
    ...[...chain].reverse().flatMap((scope) => rulesOf(scope, 'pre-rulebase')),
    ...chain.flatMap((scope) => rulesOf(scope, 'post-rulebase')),
  ];
  const addresses = new Map<string, PushedAddress>();
  for (const scope of chain) {
    const node = running.hierarchy.nodeOf(scope, running.root);
    for (const kind of ['address', 'address-group'] as const) {
      for (const entry of node?.child(kind)?.children ?? []) {
        if (!addresses.has(entry.label)) addresses.set(entry.label, { kind, scope, entry });
      }
    }
  }
  return { deviceGroup, version, chain, rules, addresses };
}

/** The names of the groups that rules use, directly or through static groups. */
export function usedGroups(policy: PushedPolicy): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (name: string): void => {
    const found = policy.addresses.get(name);
    if (found === undefined || used.has(name)) return;
    used.add(name);
    found.entry.members('static').forEach(visit);
  };
  for (const rule of policy.rules) {
    rule.members('source').forEach(visit);
    rule.members('destination').forEach(visit);
  }
  return used;
}

/**
 * The tags that the plugin sends addresses for when it prunes: those of dynamic groups that rules use and that a device
 * group defines; groups in Shared get none (vendor, "Panorama Plugin for Kubernetes 3.0.0").
 */
export function usedTags(policy: PushedPolicy): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const name of usedGroups(policy)) {
    const found = policy.addresses.get(name);
    if (found === undefined || found.scope === 'shared') continue;
    const filter = parseFilter(found.entry.descend('dynamic', 'filter')?.text ?? '');
    if (filter !== undefined) for (const tag of filterTags(filter)) tags.add(tag);
  }
  return tags;
}
