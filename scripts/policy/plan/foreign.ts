import { canonicalJson } from '../text/canonical';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { addressSet, intersectAddresses, type AddressSet } from '../values/addresses';
import { isAuditRule } from './audit';
import { hashOfTexts } from './hash';
import { literalAddresses } from './literals';
import type { Place } from './place';
import type { DefaultRules, DeviceGroupState, ForeignRule, RuleList, Situation } from './types';

/**
 * What rules of others decide beside the block. Inside the block the rules say exactly what the policies say; what is
 * evaluated before it never gets there, and under audit its allows keep denies below it from being reached.
 */
export interface Surroundings {
  /** Rules before the block that are about the cluster's connections, in the order of evaluation. */
  readonly preceding: readonly ForeignRule[];
  /** Under audit: what would deny such connections, if our allows did not decide before; default rules included. */
  readonly shadowed: readonly ForeignRule[];
}

/**
 * Finds the rules of others that a human must look at once: those that decide before the block, and, where the block is
 * audited, those below it whose denials it takes away.
 *
 * @param place where the block goes
 */
export function surroundingsOf(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  place: Place,
): Surroundings {
  const networks = clusterNetworks(profile);
  function concerns(rule: ForeignRule): boolean {
    return meetsZones(rule, profile) && (isOfCluster(rule.source, networks) || isOfCluster(rule.destination, networks));
  }
  const audited = desired.rules.some(isAuditRule);
  const below = audited ? foreignRules(state, place.end, state.rules.length).concat(state.below).filter(denies) : [];
  return {
    preceding: state.above.concat(foreignRules(state, 0, place.start)).filter(concerns),
    shadowed: below.filter(concerns).concat(audited ? denyingDefaults(state, profile) : []),
  };
}

/** As situations, for a cluster that may be new to this device group. */
export function foreignSituations(
  surroundings: Surroundings,
  state: DeviceGroupState,
  profile: ClusterProfile,
): Situation[] {
  const found: Situation[] = [];
  if (surroundings.preceding.length > 0) found.push({ kind: 'preceded', ...ruleList(surroundings.preceding) });
  if (surroundings.shadowed.length > 0) found.push({ kind: 'audit-opens', ...ruleList(surroundings.shadowed) });
  const defaults = state.defaultRules;
  const isNew = !state.rules.some((rule) => rule.owned);
  const isOverridden = defaults.intrazone !== BUILT_IN.intrazone || defaults.interzone !== BUILT_IN.interzone;
  if ((isNew || isOverridden) && denyingDefaults(state, profile).length > 0) {
    found.push({ kind: 'unmatched', intrazone: defaults.intrazone, interzone: defaults.interzone });
  }
  return found;
}

/** '' where no rule of others matters. */
export function foreignHash(surroundings: Surroundings): string {
  const rules = surroundings.preceding.concat(surroundings.shadowed);
  return rules.length === 0 ? '' : hashOfTexts(rules.map(canonicalJson));
}

/** PAN-OS: within a zone everything is allowed, between zones nothing (vendor, "Defining Policies on Panorama"). */
export const BUILT_IN: DefaultRules = { intrazone: 'allow', interzone: 'deny' };

function foreignRules(state: DeviceGroupState, start: number, end: number): ForeignRule[] {
  const found: ForeignRule[] = [];
  for (let i = start; i < end; i++) {
    const rule = state.rules[i].foreign;
    if (rule) found.push(rule);
  }
  return found;
}

function denies(rule: ForeignRule): boolean {
  return rule.action !== 'allow';
}

/** Default rules that deny where this cluster's pods may be. Between zones nothing happens where there is only one. */
function denyingDefaults(state: DeviceGroupState, profile: ClusterProfile): ForeignRule[] {
  const zones = profile.zones.from.concat(profile.zones.to);
  const isOneZone = zones.every((zone) => zone !== 'any' && zone === zones[0]);
  const found: ForeignRule[] = [];
  if (state.defaultRules.intrazone !== 'allow')
    found.push(defaultRule('intrazone-default', state.defaultRules.intrazone));
  if (state.defaultRules.interzone !== 'allow' && !isOneZone) {
    found.push(defaultRule('interzone-default', state.defaultRules.interzone));
  }
  return found;
}

function defaultRule(name: string, action: string): ForeignRule {
  return { name, location: 'default rules', action, from: [], to: [], source: [], destination: [] };
}

function meetsZones(rule: ForeignRule, profile: ClusterProfile): boolean {
  return meets(rule.from, profile.zones.from) && meets(rule.to, profile.zones.to);
}

function meets(zones: readonly string[], clusterZones: readonly string[]): boolean {
  if (isEverything(zones) || isEverything(clusterZones)) return true;
  return zones.some((zone) => clusterZones.indexOf(zone) >= 0);
}

function isEverything(members: readonly string[]): boolean {
  return members.length === 0 || members.indexOf('any') >= 0;
}

/** The networks of pods and Services; undefined where the profile does not tell all that are seen. */
function clusterNetworks(profile: ClusterProfile): AddressSet | undefined {
  if (profile.podCIDRs === undefined) return undefined;
  if (profile.serviceCIDRs === undefined && profile.inspection === 'both-ends') return undefined;
  let networks: AddressSet = [];
  for (const cidr of profile.podCIDRs.concat(profile.serviceCIDRs || [])) {
    networks = networks.concat(literalAddresses(cidr));
  }
  return addressSet(networks);
}

/** Whether one end of a rule may be pods or Services of the cluster; a name may stand for any address. */
function isOfCluster(members: readonly string[], networks: AddressSet | undefined): boolean {
  if (networks === undefined || isEverything(members)) return true;
  return members.some((member) => {
    const addresses = literalAddresses(member);
    return addresses.length === 0 || intersectAddresses(addressSet(addresses), networks).length > 0;
  });
}

/** So many rules are named; a plan goes into an incident. */
const NAMED = 20;

function ruleList(rules: readonly ForeignRule[]): RuleList {
  const named = rules.slice(0, NAMED).map((rule) => rule.name + ' (' + rule.action + ', ' + rule.location + ')');
  return { rules: named, count: rules.length };
}
