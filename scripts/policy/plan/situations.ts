import { hasKey } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, ServiceEntry } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { indexObjects, isManaged, isStaticGroup, unionOfMembers, unneededObjects } from './objectchanges';
import { ownStretches, type Place } from './place';
import { isSameData } from '../text/same';
import type { Closure, DeviceGroupState, Situation } from './types';

/**
 * What was found that is not as the last run left it. A rule with other content than compiled is no drift: its policy
 * may have changed as well as the rule. An object that is named for its content can only have been changed by hand.
 *
 * @param place undefined: the rule that the profile names is not there
 */
export function findSituations(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  place: Place | undefined,
  closures: readonly Closure[],
): Situation[] {
  const missing: Situation[] = place ? [] : [{ kind: 'anchor-missing', rule: profile.position.rule }];
  return missing.concat(
    foreignNames(desired, state),
    closures.map(({ rule, how }): Situation => ({ kind: 'closed-by-hand', name: rule, how })),
    driftOfRules(state).filter((found) => !closures.some(({ rule }) => 'name' in found && rule === found.name)),
    driftOfObjects(desired, state),
    foreignRulesInside(state),
    place ? movedBlock(state, profile.position, place) : [],
    objectsInUse(desired, state),
    overfullGroups(desired, state, profile),
  );
}

/** True for a situation in which nothing may be written. */
export function refuses(situation: Situation): boolean {
  return (
    situation.kind === 'anchor-missing' || situation.kind === 'foreign-name' || situation.kind === 'group-overfull'
  );
}

function foreignNames(desired: Rulebase, state: DeviceGroupState): Situation[] {
  const ruleLocations: { [key: string]: string } = {};
  for (const name of state.ruleNamesInOtherRulebases) ruleLocations['=' + name] = '';
  for (const rule of state.rules) if (!rule.owned) ruleLocations['=' + rule.name] = state.deviceGroup;
  const objectLocations: { [key: string]: string } = {};
  for (const object of state.objects) {
    if (object.kind === 'tag' || isManaged(object, state)) continue;
    objectLocations[object.kind + ' ' + object.name] = object.location;
  }
  const found: Situation[] = [];
  for (const entry of (desired.addressGroups as readonly (AddressGroupEntry | ServiceEntry)[]).concat(
    desired.services,
  )) {
    const key = entry.kind + ' ' + entry.name;
    if (!hasKey(objectLocations, key)) continue;
    found.push({ kind: 'foreign-name', entryKind: entry.kind, name: entry.name, location: objectLocations[key] });
  }
  for (const rule of desired.rules) {
    const key = '=' + rule.name;
    if (!hasKey(ruleLocations, key)) continue;
    found.push({ kind: 'foreign-name', entryKind: 'rule', name: rule.name, location: ruleLocations[key] });
  }
  return found;
}

function driftOfRules(state: DeviceGroupState): Situation[] {
  const found: Situation[] = [];
  for (const rule of state.rules) {
    if (!rule.owned || (rule.entry && !rule.disabled)) continue;
    found.push({ kind: 'drift', entryKind: 'rule', name: rule.name, what: rule.entry ? 'changed' : 'unknown' });
  }
  return found;
}

function driftOfObjects(desired: Rulebase, state: DeviceGroupState): Situation[] {
  const index = indexObjects(state);
  const found: Situation[] = [];
  for (const entry of (desired.addressGroups as readonly (AddressGroupEntry | ServiceEntry)[]).concat(
    desired.services,
  )) {
    const old = index.find(entry.kind, entry.name);
    if (!old || isSameData(old.entry, entry)) continue;
    if (!old.entry) found.push({ kind: 'drift', entryKind: entry.kind, name: entry.name, what: 'unknown' });
    else if (!isStaticGroup(entry) || !isStaticGroup(old.entry)) {
      found.push({ kind: 'drift', entryKind: entry.kind, name: entry.name, what: 'changed' });
    }
  }
  return found;
}

/** The first foreign rule below each stretch of ours but the last: one name for each gap. */
function foreignRulesInside(state: DeviceGroupState): Situation[] {
  return ownStretches(state.rules)
    .slice(0, -1)
    .map((stretch): Situation => ({ kind: 'foreign-rule-inside', name: state.rules[stretch.end].name }));
}

function movedBlock(state: DeviceGroupState, position: ClusterProfile['position'], place: Place): Situation[] {
  const above = place.start === 0 ? '' : state.rules[place.start - 1].name;
  const below = place.end === state.rules.length ? '' : state.rules[place.end].name;
  // A rule that the profile names may have gone since the block was created: then no place is the right one.
  const isThere = state.rules.some((rule) => rule.name === position.rule);
  const isMoved =
    (position.at === 'top' && above !== '') ||
    (position.at === 'bottom' && below !== '') ||
    (position.at === 'after' && isThere && above !== position.rule) ||
    (position.at === 'before' && isThere && below !== position.rule);
  return isMoved ? [{ kind: 'block-moved', above }] : [];
}

function objectsInUse(desired: Rulebase, state: DeviceGroupState): Situation[] {
  return unneededObjects(desired, state)
    .filter((object) => object.usedByOthers)
    .map((object): Situation => ({ kind: 'object-in-use', entryKind: object.kind, name: object.name }));
}

/** Groups that are within the capacity before and after, and not on the way (`objectchanges.ts`). */
function overfullGroups(desired: Rulebase, state: DeviceGroupState, profile: ClusterProfile): Situation[] {
  const index = indexObjects(state);
  const limit = profile.capacity.members;
  const found: Situation[] = [];
  for (const entry of desired.addressGroups) {
    const old = index.find(entry.kind, entry.name);
    if (!isStaticGroup(entry) || !old || !old.entry || !isStaticGroup(old.entry)) continue;
    const members = unionOfMembers(old.entry, entry).length;
    const most = Math.max(old.entry.match.members.length, entry.match.members.length);
    if (members > limit && members > most) found.push({ kind: 'group-overfull', name: entry.name, members, limit });
  }
  return found;
}
