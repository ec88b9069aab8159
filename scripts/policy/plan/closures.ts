import { hasKey } from '../text/canonical';
import { isSameData } from '../text/same';
import type { AddressGroupEntry, Rulebase, RuleEntry, ServiceEntry } from '../panos/entry';
import { isDenialText } from '../panos/rules';
import { isAuditRule } from './audit';
import { isStaticGroup } from './objectchanges';
import type { Closure, DeviceGroupState, MadeByHand, StateRule } from './types';

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
 * @param made a rule that was renamed as well stays closed under the name that it has
 */
export function closuresOf(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  lifted: readonly string[],
  made: readonly MadeByHand[],
): Closure[] {
  const allows = namesOf(desired.filter(isOpen));
  const renamed = renamesOf(made);
  const found: Closure[] = [];
  for (const rule of state.rules) {
    const name = hasKey(renamed, rule.name) ? renamed[rule.name] : rule.name;
    if (!rule.owned || !hasKey(allows, name)) continue;
    if (lifted.indexOf(name) >= 0 || lifted.indexOf(rule.name) >= 0) continue;
    if (!rule.disabled && rule.action === 'allow') continue;
    const closure = { rule: name, how: rule.disabled ? 'disabled' : 'set to ' + rule.action };
    found.push(name === rule.name ? closure : { ...closure, standsAs: rule.name });
  }
  return found;
}

/** The names by which renamed rules are compiled. */
function renamesOf(made: readonly MadeByHand[]): { readonly [name: string]: string } {
  const renamed: { [name: string]: string } = {};
  for (const { how, name, of } of made) if (how === 'renamed') renamed[name] = of;
  return renamed;
}

/** The name under which a closed rule stands in Panorama. */
export function standingName({ rule, standsAs }: Closure): string {
  return standsAs === undefined ? rule : standsAs;
}

/**
 * The closure as people read it.
 *
 * @example closureText({ rule: 'a', how: 'disabled', standsAs: 'b' }) //=> 'a (disabled, renamed to b)'
 */
export function closureText({ rule, how, standsAs }: Closure): string {
  return rule + ' (' + how + (standsAs === undefined ? '' : ', renamed to ' + standsAs) + ')';
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
 *
 * @param desired with the closures
 * @param lifted as for `closuresOf`
 * @param made what a copy that is disabled closes, its original allows
 */
export function losesClosure(
  desired: readonly RuleEntry[],
  state: DeviceGroupState,
  closures: readonly Closure[],
  lifted: readonly string[],
  made: readonly MadeByHand[],
): boolean {
  const stays = namesOf(desired);
  const renamed = renamesOf(made);
  const copies = namesOf(made.filter(({ how }) => how === 'copied'));
  const isLost = (rule: StateRule): boolean => {
    if (!rule.owned || hasKey(stays, rule.name) || !isClosedAllow(rule)) return false;
    if (hasKey(renamed, rule.name) && [rule.name, renamed[rule.name]].some((name) => lifted.indexOf(name) >= 0)) {
      return false;
    }
    return !(rule.disabled && hasKey(copies, rule.name));
  };
  if (state.rules.some(isLost) || opensClosed(desired, state, closures)) return true;
  return closures.some(
    (closure) => closure.how !== 'disabled' && hasNewRuleAbove(standingName(closure), desired, state),
  );
}

/**
 * Whether an allow that is new, or says something else now, is about the ends of a closed rule: names of rules may move
 * from one entry to another, and with them what was closed would open.
 */
function opensClosed(desired: readonly RuleEntry[], state: DeviceGroupState, closures: readonly Closure[]): boolean {
  if (closures.length === 0) return false;
  const standing = namesOf(closures.map((closure) => ({ name: standingName(closure) })));
  const held: { [name: string]: StateRule } = {};
  for (const rule of state.rules) if (rule.owned) held[rule.name] = rule;
  // What is denied stays so, whatever comes below it; what comes above is looked at beside this.
  const closed = state.rules.filter(({ name, disabled }) => disabled && hasKey(standing, name));
  const meets = (members: readonly string[], { named }: StateRule): boolean =>
    members.some((name) => named.indexOf(name) >= 0);
  return desired.some((rule) => {
    if (!isOpen(rule) || hasKey(standing, rule.name)) return false;
    const old = hasKey(held, rule.name) ? held[rule.name].entry : undefined;
    if (old !== undefined && isSameData(old, rule)) return false;
    return closed.some((one) => meets(rule.source, one) && meets(rule.destination, one));
  });
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
  const compiledAs: { [name: string]: string } = {};
  for (const closure of closures) compiledAs[standingName(closure)] = closure.rule;
  const held: { [name: string]: StateRule } = {};
  const named: { [name: string]: true } = {};
  for (const rule of state.rules) {
    if (!hasKey(compiledAs, rule.name)) continue;
    held[compiledAs[rule.name]] = rule;
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
    rules: desired.rules.map((rule) => {
      if (!hasKey(held, rule.name)) return rule;
      return held[rule.name].entry || { ...rule, name: held[rule.name].name };
    }),
    addressGroups: desired.addressGroups.concat(without(groups, desired.addressGroups)),
    services: desired.services.concat(without(services, desired.services)),
  };
}

function without<T extends { readonly name: string }>(list: readonly T[], known: readonly T[]): T[] {
  const names = namesOf(known);
  return list.filter(({ name }) => !hasKey(names, name));
}
