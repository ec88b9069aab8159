import { hasKey } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, RuleEntry, ServiceEntry } from '../panos/entry';
import type { DeviceGroupState } from '../plan/types';
import { parseLiteral } from '../prove/read/addresses';

/** What Panorama holds of a cluster as a rulebase that can be evaluated. */
export interface HeldRulebase {
  readonly rulebase: Rulebase;
  /** Managed rules that name something which is not ours, or have fields that we never write. */
  readonly unreadable: readonly string[];
}

/** The managed rules as read; a disabled one decides nothing. */
export function heldRulebase(state: DeviceGroupState, cluster: string): HeldRulebase {
  const addressGroups: AddressGroupEntry[] = [];
  const services: ServiceEntry[] = [];
  const known: { [name: string]: true } = {};
  for (const { owned, entry } of state.objects) {
    if (!owned || entry === undefined) continue;
    if (entry.kind === 'address-group') addressGroups.push(entry);
    else if (entry.kind === 'service') services.push(entry);
    known[entry.kind + ' ' + entry.name] = true;
  }
  const rules: RuleEntry[] = [];
  const unreadable: string[] = [];
  for (const rule of state.rules) {
    if (!rule.owned || rule.disabled) continue;
    if (rule.entry && isReadable(rule.entry, known)) rules.push(rule.entry);
    else unreadable.push(rule.name);
  }
  const { deviceGroup, rulebase } = state;
  return { rulebase: { cluster, deviceGroup, rulebase, tags: [], addressGroups, services, rules }, unreadable };
}

function isReadable(rule: RuleEntry, known: { readonly [name: string]: true }): boolean {
  const isEnd = (name: string): boolean =>
    name === 'any' || hasKey(known, 'address-group ' + name) || parseLiteral(name) !== undefined;
  const isService = (name: string): boolean =>
    name === 'any' || name === 'application-default' || hasKey(known, 'service ' + name);
  return rule.source.every(isEnd) && rule.destination.every(isEnd) && rule.service.every(isService);
}
