import { hasKey, sortedUnique } from '../text/canonical';
import type { AddressGroupEntry, ConfigEntry, Rulebase } from '../panos/entry';
import { isSameData } from '../text/same';
import type { DeviceGroupState, ObjectKind, Operation, StateObject } from './types';

/** The operations on objects, by when they may happen (the phases stand in `order.ts`). */
export interface ObjectChanges {
  /** What rules need: missing tags, new groups and services, dynamic groups and services put right after drift. */
  readonly first: readonly Operation[];
  /** Static groups that get members; those that they lose are still there. */
  readonly grown: readonly Operation[];
  /** Static groups as compiled. */
  readonly shrunk: readonly Operation[];
  /** What nobody names any more; groups before their members. */
  readonly last: readonly Operation[];
}

/** Our objects of the device group by kind and name; tags wherever they are in the hierarchy. */
export interface ObjectIndex {
  find(kind: ObjectKind, name: string): StateObject | undefined;
}

/** Finds our own objects by kind and name; tags are found whoever made them. */
export function indexObjects(state: DeviceGroupState): ObjectIndex {
  const index: { [key: string]: StateObject } = {};
  for (const object of state.objects) {
    if (object.kind === 'tag' || isManaged(object, state)) index[object.kind + ' ' + object.name] = object;
  }
  return {
    find(kind, name) {
      const key = kind + ' ' + name;
      return hasKey(index, key) ? index[key] : undefined;
    },
  };
}

/** True for what this plan may change and delete. */
export function isManaged(object: StateObject, state: DeviceGroupState): boolean {
  return object.kind !== 'tag' && object.owned && object.location === state.deviceGroup;
}

/** The operations on objects, by when they may happen: before rules use them, or after no rule does any more. */
export function compareObjects(desired: Rulebase, state: DeviceGroupState): ObjectChanges {
  const index = indexObjects(state);
  const created: Operation[] = [];
  const repaired: Operation[] = [];
  const grown: Operation[] = [];
  const shrunk: Operation[] = [];
  // Static groups name dynamic ones.
  const groups = desired.addressGroups
    .filter((group) => !isStaticGroup(group))
    .concat(desired.addressGroups.filter(isStaticGroup));
  const entries = (desired.tags as readonly ConfigEntry[]).concat(groups, desired.services);
  for (const entry of entries) {
    const kind = entry.kind as ObjectKind;
    const old = index.find(kind, entry.name);
    if (!old) created.push({ op: 'create', kind, name: entry.name, after: entry });
    else if (entry.kind === 'tag' || isSameData(old.entry, entry)) continue;
    else if (old.entry && isStaticGroup(old.entry) && isStaticGroup(entry)) {
      pushStatic(grown, shrunk, old.entry, entry);
    } else repaired.push(replace(old.entry, entry));
  }
  return {
    first: created.concat(repaired),
    grown,
    shrunk,
    last: deletions(desired, state),
  };
}

function pushStatic(grown: Operation[], shrunk: Operation[], old: StaticGroup, entry: StaticGroup): void {
  const members = unionOfMembers(old, entry);
  const union: AddressGroupEntry = { ...entry, match: { type: 'static', members } };
  if (members.length === entry.match.members.length) grown.push(replace(old, entry));
  else if (members.length === old.match.members.length) shrunk.push(replace(old, entry));
  else {
    grown.push(replace(old, union));
    shrunk.push(replace(union, entry));
  }
}

/** What a static group holds while it changes: what some rule needs before, and what some rule needs after. */
export function unionOfMembers(old: StaticGroup, entry: StaticGroup): string[] {
  return sortedUnique(old.match.members.concat(entry.match.members));
}

function replace(before: ConfigEntry | undefined, after: ConfigEntry): Operation {
  return { op: 'replace', kind: after.kind, name: after.name, before, after, uuid: '' };
}

function deletions(desired: Rulebase, state: DeviceGroupState): Operation[] {
  const unneeded = unneededObjects(desired, state);
  const kept: { [name: string]: true } = {};
  for (const object of unneeded) {
    if (!object.usedByOthers || !object.entry || !isStaticGroup(object.entry)) continue;
    for (const member of object.entry.match.members) kept[member] = true;
  }
  const objects = unneeded.filter(
    (object) => !object.usedByOthers && !(object.kind === 'address-group' && hasKey(kept, object.name)),
  );
  function holdsGroups(object: StateObject): boolean {
    return object.entry === undefined || isStaticGroup(object.entry);
  }
  const holders = objects.filter(holdsGroups);
  const rest = objects.filter((object) => !holdsGroups(object));
  return holders.concat(rest).map((object): Operation => ({
    op: 'delete',
    kind: object.kind,
    name: object.name,
    before: object.entry,
    position: { where: 'bottom', anchor: '' },
  }));
}

/** Objects of ours that the compiled rulebase does not have, in the order as read. */
export function unneededObjects(desired: Rulebase, state: DeviceGroupState): StateObject[] {
  const needed: { [key: string]: true } = {};
  for (const entry of desired.addressGroups) needed['address-group ' + entry.name] = true;
  for (const entry of desired.services) needed['service ' + entry.name] = true;
  return state.objects.filter((object) => isManaged(object, state) && !hasKey(needed, object.kind + ' ' + object.name));
}

type StaticGroup = AddressGroupEntry & { readonly match: { readonly type: 'static' } };

/** Whether an entry lists its members by name. */
export function isStaticGroup(entry: ConfigEntry): entry is StaticGroup {
  return entry.kind === 'address-group' && entry.match.type === 'static';
}
