import { hasKey } from '../text/canonical';
import { isSameData } from '../text/same';
import type { ConfigEntry, Rulebase } from '../panos/entry';
import { clusterTag, clusterTags, OWNER_TAG } from '../panos/ownership';
import type { ClusterProfile } from '../profile/types';
import { shortUuid } from './rulenotes';
import { isManaged } from './objectchanges';
import type { DeviceGroupState, EntryKind, RuleNotes, Situation, StateObject, StateRule } from './types';

/** Names of ours that something bears which is not managed: it never was, or somebody took a tag off. */

/** Names that we need, and that somebody else has. */
export function foreignNames(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  { names }: RuleNotes,
): Situation[] {
  const found: Situation[] = [];
  const objects: { [key: string]: StateObject } = {};
  for (const object of state.objects) {
    if (object.kind !== 'tag' && !isManaged(object, state)) objects[object.kind + ' ' + object.name] = object;
  }
  for (const entry of (desired.addressGroups as readonly ConfigEntry[]).concat(desired.services)) {
    const key = entry.kind + ' ' + entry.name;
    if (!hasKey(objects, key)) continue;
    const object = objects[key];
    const isOurs = isLike(entry, object.entry) && object.location === state.deviceGroup;
    found.push(foreignName(entry, object.location, missingTags(profile, object.tags, isOurs)));
  }
  const rules: { [name: string]: StateRule } = {};
  for (const rule of state.rules) if (!rule.owned) rules['=' + rule.name] = rule;
  const elsewhere: { [name: string]: true } = {};
  for (const name of state.ruleNamesInOtherRulebases) elsewhere['=' + name] = true;
  for (const entry of desired.rules) {
    const key = '=' + entry.name;
    if (hasKey(rules, key)) {
      const rule = rules[key];
      const uuid = shortUuid(rule.uuid);
      const isOurs =
        (hasKey(names, uuid) && names[uuid] === rule.name) ||
        (entry.description !== '' && entry.description === rule.description);
      found.push(foreignName(entry, state.deviceGroup, missingTags(profile, rule.tags, isOurs)));
    } else if (hasKey(elsewhere, key)) found.push(foreignName(entry, '', []));
  }
  return found;
}

function foreignName({ kind, name }: ConfigEntry, location: string, missing: readonly string[]): Situation {
  const found = { kind: 'foreign-name' as const, entryKind: kind, name, location };
  return missing.length === 0 ? found : { ...found, missingTags: missing };
}

/** The same but for its tags. */
function isLike(entry: ConfigEntry, held: ConfigEntry | undefined): boolean {
  return held !== undefined && 'tags' in held && isSameData({ ...held, tags: [] }, { ...entry, tags: [] });
}

/**
 * The tags that somebody took off; none where nothing says that it was ours.
 *
 * @param isOurs whether something besides its tags says so
 */
function missingTags(profile: ClusterProfile, tags: readonly string[], isOurs: boolean): string[] {
  const missing = clusterTags(profile).filter((tag) => tags.indexOf(tag) < 0);
  // The rules of other clusters carry the first of them as well.
  const others = tags.filter((tag) => tag.indexOf(OWNER_TAG + '-') === 0 && tag !== clusterTag(profile));
  return isOurs || (missing.length === 1 && others.length === 0) ? missing : [];
}

/** What carries one of both tags and a name of ours, and is needed no more: nobody would see that it stays. */
export function lostTags(desired: Rulebase, state: DeviceGroupState, profile: ClusterProfile): Situation[] {
  const needed: { [key: string]: true } = {};
  const entries = (desired.rules as readonly ConfigEntry[]).concat(desired.addressGroups, desired.services);
  for (const { kind, name } of entries) needed[kind + ' ' + name] = true;
  const found: Situation[] = [];
  const look = (entryKind: EntryKind, name: string, tags: readonly string[]): void => {
    if (hasKey(needed, entryKind + ' ' + name) || name.indexOf(profile.cluster + '.') !== 0) return;
    const missing = missingTags(profile, tags, false);
    if (missing.length > 0) found.push({ kind: 'tag-missing', entryKind, name, missingTags: missing });
  };
  for (const { owned, name, tags } of state.rules) if (!owned) look('rule', name, tags);
  for (const { kind, owned, name, tags, location } of state.objects) {
    if (kind !== 'tag' && !owned && location === state.deviceGroup) look(kind, name, tags);
  }
  return found;
}
