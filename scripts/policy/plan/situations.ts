import { hasKey, sortedKeys } from '../text/canonical';
import type { AddressGroupEntry, Rulebase, ServiceEntry } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { indexObjects, isStaticGroup, unionOfMembers, unneededObjects } from './objectchanges';
import { ownStretches, type Place } from './place';
import { isSameData } from '../text/same';
import type { Closure, DeviceGroupState, MadeByHand, RuleNotes, Situation } from './types';
import { standingName } from './closures';
import { handEdits } from './handedits';
import { foreignNames, lostTags } from './foreignnames';

/**
 * What was found that is not as the last run left it. A rule with other content than compiled is drift only where it is
 * remembered to have been otherwise: its policy may have changed as well. An object that is named for its content can only
 * have been changed by hand.
 *
 * @param place undefined: the rule that the profile names is not there
 */
export function findSituations(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  place: Place | undefined,
  { closures, made, notes }: ByPeople,
): Situation[] {
  const missing: Situation[] = place ? [] : [{ kind: 'anchor-missing', rule: profile.position.rule }];
  return missing.concat(
    foreignNames(desired, state, profile, notes),
    lostTags(desired, state, profile),
    taggedElsewhere(state),
    closures.map((closure): Situation => ({ kind: 'closed-by-hand', name: standingName(closure), how: closure.how })),
    driftOfRules(state, closures.map(standingName).concat(made.map(({ name }) => name))),
    handEdits(desired, state, notes).map((edits): Situation => ({
      kind: 'hand-edits',
      what: edits.what,
      rules: edits.rules.slice(0, NAMED),
      count: edits.rules.length,
    })),
    driftOfObjects(desired, state),
    foreignRulesInside(state, made),
    place ? movedBlock(state, profile.position, place) : [],
    objectsInUse(desired, state),
    overfullGroups(desired, state, profile),
  );
}

/** What people did in Panorama, and what is remembered of the rules. */
export interface ByPeople {
  readonly closures: readonly Closure[];
  readonly made: readonly MadeByHand[];
  readonly notes: RuleNotes;
}

/** True for a situation in which nothing may be written. */
export function refuses(situation: Situation): boolean {
  return (
    situation.kind === 'anchor-missing' || situation.kind === 'foreign-name' || situation.kind === 'group-overfull'
  );
}

/** So many rules are named; a whole block may stand elsewhere. */
const NAMED = 20;

/** By location: a copy, or all that was left in another device group. */
function taggedElsewhere({ taggedElsewhere: rules }: DeviceGroupState): Situation[] {
  const byLocation: { [location: string]: string[] } = {};
  for (const { location, name } of rules) {
    if (!hasKey(byLocation, location)) byLocation[location] = [];
    byLocation[location].push(name);
  }
  return sortedKeys(byLocation).map((location): Situation => {
    const names = byLocation[location];
    return { kind: 'tagged-elsewhere', location, rules: names.slice(0, NAMED), count: names.length };
  });
}

/** @param told names of rules of which another situation says more */
function driftOfRules(state: DeviceGroupState, told: readonly string[]): Situation[] {
  const found: Situation[] = [];
  for (const rule of state.rules) {
    if (!rule.owned || (rule.entry && !rule.disabled) || told.indexOf(rule.name) >= 0) continue;
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

/** The first foreign rule below each stretch of ours but the last: one name for each gap. A copy alone is no stretch. */
function foreignRulesInside(state: DeviceGroupState, made: readonly MadeByHand[]): Situation[] {
  const isCopy: { [name: string]: true } = {};
  for (const { how, name } of made) if (how !== 'renamed') isCopy['=' + name] = true;
  return ownStretches(state.rules)
    .filter(({ start, end }) => state.rules.slice(start, end).some(({ name }) => !hasKey(isCopy, '=' + name)))
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
