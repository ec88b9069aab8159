import { hasKey } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, RuleEntry, ServiceEntry } from '../panos/entry';
import type { DeviceGroupState } from '../plan/types';
import type { ClusterProfile } from '../profile/types';
import { readRulebase, type RulebaseFacts } from '../prove/rules/rules';

/** What Panorama holds of a cluster. */
export interface HeldRulebase {
  readonly rulebase: Rulebase;
  /** Managed rules that have fields which we never write. */
  readonly unreadable: readonly string[];
}

/** The managed rules as read, with all managed objects; a disabled one decides nothing. */
export function heldRulebase(state: DeviceGroupState, cluster: string): HeldRulebase {
  const addressGroups: AddressGroupEntry[] = [];
  const services: ServiceEntry[] = [];
  for (const { owned, entry } of state.objects) {
    if (!owned || entry === undefined) continue;
    if (entry.kind === 'address-group') addressGroups.push(entry);
    else if (entry.kind === 'service') services.push(entry);
  }
  const rules: RuleEntry[] = [];
  const unreadable: string[] = [];
  for (const rule of state.rules) {
    if (!rule.owned || rule.disabled) continue;
    if (rule.entry) rules.push(rule.entry);
    else unreadable.push(rule.name);
  }
  const { deviceGroup, rulebase } = state;
  return { rulebase: { cluster, deviceGroup, rulebase, tags: [], addressGroups, services, rules }, unreadable };
}

/** Some rules as a firewall would read them. */
export interface ReadHeld {
  /** Those that can be evaluated, as they are written. */
  readonly rules: readonly RuleEntry[];
  readonly facts: RulebaseFacts;
  /** Where they stand in the rulebase. */
  readonly positions: readonly number[];
  /** The names of the others. */
  readonly unreadable: readonly string[];
}

/**
 * Reads some rules of a rulebase. Those can be evaluated of which all that they name is in the rulebase and can be read,
 * and which are about the zones of the profile.
 */
export function readHeld(rulebase: Rulebase, profile: ClusterProfile, positions: readonly number[]): ReadHeld {
  // Filters with `not` can be evaluated, whether or not they may be written.
  const lenient: ClusterProfile = { ...profile, filterNot: true };
  const partOf = partsOf(rulebase);
  const read = (some: readonly number[]): ReadHeld => {
    const rules = some.map((position) => rulebase.rules[position]);
    return { rules, facts: readRulebase(partOf(rules), lenient), positions: some, unreadable: [] };
  };
  const all = read(positions);
  if (all.facts.failures.length === 0) return all;
  const readable: number[] = [];
  const unreadable: string[] = [];
  for (const position of positions) {
    if (read([position]).facts.failures.length === 0) readable.push(position);
    else unreadable.push(rulebase.rules[position].name);
  }
  return { ...read(readable), unreadable };
}

/** Takes some rules out of a rulebase, with the objects that they name. */
function partsOf(rulebase: Rulebase): (rules: readonly RuleEntry[]) => Rulebase {
  const groups: { [name: string]: AddressGroupEntry } = {};
  for (const group of rulebase.addressGroups) groups[group.name] = group;
  const services: { [name: string]: ServiceEntry } = {};
  for (const service of rulebase.services) services[service.name] = service;
  return (rules) => {
    const part = { addressGroups: [] as AddressGroupEntry[], services: [] as ServiceEntry[] };
    const seen: { [name: string]: true } = {};
    const takeGroup = (name: string): void => {
      if (!hasKey(groups, name) || hasKey(seen, name)) return;
      seen[name] = true;
      const group = groups[name];
      part.addressGroups.push(group);
      if (group.match.type === 'static') group.match.members.forEach(takeGroup);
    };
    const named: { [name: string]: true } = {};
    for (const rule of rules) {
      rule.source.concat(rule.destination).forEach(takeGroup);
      for (const name of rule.service) if (hasKey(services, name)) named[name] = true;
    }
    for (const name of Object.keys(named)) part.services.push(services[name]);
    return { ...rulebase, ...part, rules };
  };
}
