import { hasKey } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, RuleEntry, ServiceEntry } from '../panos/entry';
import { isAuditRule } from './audit';
import { isStaticGroup } from './objectchanges';
import type { Closure, DeviceGroupState, StateRule } from './types';

/**
 * Allows that a person closed in Panorama: disabled, or set to deny. Whatever the policies say, an emergency is not
 * undone by the next change of somebody else; a person opens it again.
 */

/**
 * Rules of entries of policies, which this pack only ever writes as allows; guards that deny are named `_not-` and a
 * side. Everything else has its own words in the description.
 */
const ENTRY_RULE = /\.(in|eg)-[a-z0-9]|\._hosts-(in|eg)-/;
const DENYING_GUARD = /_not-(from|to)$/;

/**
 * The closures among the rules that are compiled as allows.
 *
 * @param lifted names of rules that somebody decided to open again
 */
export function closuresOf(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  lifted: readonly string[],
): Closure[] {
  const allows: { [name: string]: RuleEntry } = {};
  for (const rule of desired) if (rule.action === 'allow' && !isAuditRule(rule)) allows[rule.name] = rule;
  const found: Closure[] = [];
  for (const rule of state.rules) {
    const how = rule.owned && hasKey(allows, rule.name) ? closedHow(rule, allows[rule.name]) : undefined;
    if (how !== undefined && lifted.indexOf(rule.name) < 0) found.push({ rule: rule.name, how });
  }
  return found;
}

function closedHow(rule: StateRule, allow: RuleEntry): string | undefined {
  if (rule.disabled) return 'disabled';
  const { entry } = rule;
  if (entry === undefined || entry.action === 'allow') return undefined;
  return isEntryRule(rule.name) || entry.description === allow.description ? 'set to ' + entry.action : undefined;
}

function isEntryRule(name: string): boolean {
  return ENTRY_RULE.test(name) && !DENYING_GUARD.test(name);
}

/**
 * Whether a closure may be lost: with the name of its rule, which no compiled rule has any more, or because one of our
 * rules that stood below a closed one goes above it.
 */
export function losesClosure(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  closures: readonly Closure[],
): boolean {
  const places: { [name: string]: number } = {};
  desired.forEach(({ name }, place) => {
    places[name] = place;
  });
  const isLost = state.rules.some(
    ({ owned, disabled, entry, name }) =>
      owned &&
      !hasKey(places, name) &&
      isEntryRule(name) &&
      (disabled || (entry !== undefined && entry.action !== 'allow')),
  );
  if (isLost) return true;
  return closures.some(({ rule }) => {
    const names = state.rules.map(({ name }) => name);
    const below = names.slice(names.indexOf(rule) + 1);
    return below.some((name) => hasKey(places, name) && places[name] < places[rule]);
  });
}

/** The compiled rulebase with the closed rules as they stand in Panorama, and the objects that these name. */
export function withClosures(desired: Rulebase, closures: readonly Closure[], state: DeviceGroupState): Rulebase {
  if (closures.length === 0) return desired;
  const held: { [name: string]: RuleEntry } = {};
  for (const { rule } of closures) {
    for (const { name, entry } of state.rules) if (name === rule && entry !== undefined) held[name] = entry;
  }
  const rules = desired.rules.map((rule) => (hasKey(held, rule.name) ? held[rule.name] : rule));
  const named: { [name: string]: true } = {};
  for (const name of Object.keys(held)) {
    const rule = held[name];
    for (const one of rule.source.concat(rule.destination, rule.service)) named[one] = true;
  }
  const groups: AddressGroupEntry[] = [];
  const services: ServiceEntry[] = [];
  // Static groups come before what they hold, so that one pass finds the members of those that are named.
  const entries = state.objects.map(({ owned, entry }) => (owned ? entry : undefined));
  for (const isStatic of [true, false]) {
    for (const entry of entries) {
      if (entry === undefined || !hasKey(named, entry.name)) continue;
      if (entry.kind === 'service' && isStatic) services.push(entry);
      if (entry.kind !== 'address-group' || isStaticGroup(entry) !== isStatic) continue;
      groups.push(entry);
      if (entry.match.type === 'static') for (const member of entry.match.members) named[member] = true;
    }
  }
  return {
    ...desired,
    rules,
    addressGroups: desired.addressGroups.concat(without(groups, desired.addressGroups)),
    services: desired.services.concat(without(services, desired.services)),
  };
}

function without<T extends { readonly name: string }>(list: readonly T[], known: readonly T[]): T[] {
  const names: { [name: string]: true } = {};
  for (const { name } of known) names[name] = true;
  return list.filter(({ name }) => !hasKey(names, name));
}
