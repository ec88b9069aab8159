import { hasKey } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, RuleEntry, ServiceEntry } from '../panos/entry';
import { isDenialText } from '../panos/rules';
import { isAuditRule } from './audit';
import { isStaticGroup } from './objectchanges';
import type { Closure, DeviceGroupState, StateRule } from './types';

/**
 * Allows that a person closed in Panorama: disabled, or set to deny. Whatever the policies say, an emergency is not
 * undone by the next change of somebody else; a person opens it again.
 *
 * A name is that of an allow or of a deny, never of both (`panos/rulenames.ts`): a managed rule that denies where an allow
 * is compiled was closed by a person.
 */

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
  const allows = namesOf(desired.filter(isOpen));
  const found: Closure[] = [];
  for (const rule of state.rules) {
    if (!rule.owned || !hasKey(allows, rule.name) || lifted.indexOf(rule.name) >= 0) continue;
    if (rule.disabled) found.push({ rule: rule.name, how: 'disabled' });
    else if (rule.action !== 'allow') found.push({ rule: rule.name, how: 'set to ' + rule.action });
  }
  return found;
}

function isOpen(rule: RuleEntry): boolean {
  return rule.action === 'allow' && !isAuditRule(rule);
}

function namesOf(rules: readonly { readonly name: string }[]): { readonly [name: string]: true } {
  const names: { [name: string]: true } = {};
  for (const { name } of rules) names[name] = true;
  return names;
}

/**
 * Whether a closure may be lost: its rule goes or gets another name, or one of ours that did not stand above a rule which
 * a person set to deny comes to stand there.
 */
export function losesClosure(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  closures: readonly Closure[],
): boolean {
  const stays = namesOf(desired);
  if (state.rules.some((rule) => rule.owned && !hasKey(stays, rule.name) && isClosedAllow(rule))) return true;
  return closures.some(({ rule, how }) => how !== 'disabled' && hasNewRuleAbove(rule, desired, state));
}

/** Of a rule that is compiled no more, its own words tell whether it denied before somebody did that. */
function isClosedAllow({ action, disabled, description }: StateRule): boolean {
  return action === 'allow' ? disabled : !isDenialText(description);
}

function hasNewRuleAbove(rule: string, desired: readonly RuleEntry[], state: DeviceGroupState): boolean {
  const stood: { [name: string]: true } = {};
  for (const { name } of state.rules) {
    if (name === rule) break;
    stood[name] = true;
  }
  for (const one of desired) {
    if (one.name === rule) return false;
    if (!hasKey(stood, one.name)) return true;
  }
  return false;
}

/** The compiled rulebase with the closed rules as they stand in Panorama, and all that these name. */
export function withClosures(desired: Rulebase, closures: readonly Closure[], state: DeviceGroupState): Rulebase {
  if (closures.length === 0) return desired;
  const isClosed: { [name: string]: true } = {};
  for (const { rule } of closures) isClosed[rule] = true;
  const held: { [name: string]: RuleEntry } = {};
  const named: { [name: string]: true } = {};
  for (const rule of state.rules) {
    if (!hasKey(isClosed, rule.name)) continue;
    if (rule.entry !== undefined) held[rule.name] = rule.entry;
    for (const one of rule.named) named[one] = true;
  }
  const groups: AddressGroupEntry[] = [];
  const services: ServiceEntry[] = [];
  // Static groups come before what they hold, so that one pass finds the members of those that are named.
  for (const isStatic of [true, false]) {
    for (const { owned, entry } of state.objects) {
      if (!owned || entry === undefined || !hasKey(named, entry.name)) continue;
      if (entry.kind === 'service' && isStatic) services.push(entry);
      if (entry.kind !== 'address-group' || isStaticGroup(entry) !== isStatic) continue;
      groups.push(entry);
      if (entry.match.type === 'static') for (const member of entry.match.members) named[member] = true;
    }
  }
  return {
    ...desired,
    rules: desired.rules.map((rule) => (hasKey(held, rule.name) ? held[rule.name] : rule)),
    addressGroups: desired.addressGroups.concat(without(groups, desired.addressGroups)),
    services: desired.services.concat(without(services, desired.services)),
  };
}

function without<T extends { readonly name: string }>(list: readonly T[], known: readonly T[]): T[] {
  const names = namesOf(known);
  return list.filter(({ name }) => !hasKey(names, name));
}
