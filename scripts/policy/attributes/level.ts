import { hasKey } from '../text/canonical';
import type { ProfileKind } from '../panos/entry';
import { PROFILE_KEYS, PROFILE_KINDS, type AttributeKey } from './keys';
import type { EntryAttributes, EntryInspection, LogSetting } from './types';
import { listElements } from './values';

/** Values by key, each one as `readValue` took it; never `profile-group` beside single profiles. */
export type LevelValues = { readonly [key in AttributeKey]?: string };

/** What one level says: an entry's, a direction's, a policy's scope, a security service, or the cluster's defaults. */
export interface LevelAttributes extends EntryAttributes {
  readonly securityService?: string;
}

/** Turns the checked values of one level into attributes. */
export function levelAttributes(values: LevelValues): LevelAttributes {
  return {
    applications: values.appid === undefined ? undefined : listElements(values.appid),
    categories: values['url-category'] === undefined ? undefined : listElements(values['url-category']),
    inspection: inspectionOf(values),
    logProfile: values.logprofile,
    log: values.log as LogSetting | undefined,
    service: values.service as EntryAttributes['service'],
    ticket: values.ticket,
    securityService: values['security-service'],
  };
}

function inspectionOf(values: LevelValues): EntryInspection | undefined {
  const group = values['profile-group'];
  if (group !== undefined) return { type: 'group', group };
  const profiles: { [kind in ProfileKind]?: string } = {};
  let named = false;
  for (const key of PROFILE_KEYS) {
    if (!hasKey(values, key)) continue;
    profiles[PROFILE_KINDS[key]] = values[key];
    named = true;
  }
  return named ? { type: 'profiles', profiles } : undefined;
}

/** The keys of single profiles beside a profile group on one level; the empty list where the level is sound. */
export function conflictingKeys(values: LevelValues): AttributeKey[] {
  if (!hasKey(values, 'profile-group')) return [];
  return PROFILE_KEYS.filter((key) => hasKey(values, key));
}
