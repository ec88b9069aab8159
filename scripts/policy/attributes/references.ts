import type { ProfileKind, RuleEntry } from '../panos/entry';
import { hasKey, sortedKeys } from '../text/canonical';
import { isAttributeKey, PROFILE_KINDS, type AttributeKey, type ProfileKey } from './keys';
import { listElements } from './values';

/** Names in attributes and rules of what somebody else makes in Panorama, or PAN-OS predefines. */

/** What such a name is of, for people. */
export type ReferenceKind =
  'application' | 'log forwarding profile' | 'security profile group' | 'URL category' | `${ProfileKind} profile`;

/** One name. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

/** References, to be found by kind and name. */
export interface ReferenceIndex {
  readonly [key: string]: Reference;
}

/** A rule, as far as it names what somebody else made. */
export type ReferencingRule = Pick<RuleEntry, 'name' | 'application' | 'category' | 'logSetting' | 'profileSetting'>;

/** Tells references apart; sorted by it, they stand by kind and name. */
export function referenceKey({ kind, name }: Reference): string {
  return kind + ' ' + name;
}

/** The references by their keys, each once. */
export function indexReferences(references: readonly Reference[]): ReferenceIndex {
  const index: { [key: string]: Reference } = {};
  for (const reference of references) index[referenceKey(reference)] = reference;
  return index;
}

/** By kind and name, each once. */
export function sortedReferences(index: ReferenceIndex): Reference[] {
  return sortedKeys(index).map((key) => index[key]);
}

/** Whether the index holds it. */
export function isIndexed(index: ReferenceIndex, reference: Reference): boolean {
  return hasKey(index, referenceKey(reference));
}

const KIND_OF_KEY: { readonly [key in AttributeKey]?: ReferenceKind } = {
  appid: 'application',
  logprofile: 'log forwarding profile',
  'profile-group': 'security profile group',
  'url-category': 'URL category',
};

/** What the value of a key names; `none` names nothing, and so do keys with values of fixed words. */
export function attributeReferences(key: string, value: string): Reference[] {
  if (!isAttributeKey(key) || value === 'none') return [];
  const kind = hasKey(PROFILE_KINDS, key) ? profileKind(PROFILE_KINDS[key as ProfileKey]) : KIND_OF_KEY[key];
  if (kind === undefined) return [];
  const names = key === 'appid' || key === 'url-category' ? listElements(value) : [value];
  return names.map((name) => ({ kind, name }));
}

/** What a rule names. */
export function ruleReferences({ application, category, logSetting, profileSetting }: ReferencingRule): Reference[] {
  const found: Reference[] = [];

  function add(kind: ReferenceKind, name: string | undefined): void {
    if (name !== undefined && name !== '' && name !== 'any') found.push({ kind, name });
  }

  add('log forwarding profile', logSetting);
  for (const name of application) add('application', name);
  for (const name of category) add('URL category', name);
  if (profileSetting.type === 'group') add('security profile group', profileSetting.group);
  if (profileSetting.type === 'profiles') {
    const { profiles } = profileSetting;
    for (const kind of sortedKeys(profiles) as ProfileKind[]) add(profileKind(kind), profiles[kind]);
  }
  return found;
}

function profileKind(kind: ProfileKind): `${ProfileKind} profile` {
  return `${kind} profile`;
}
