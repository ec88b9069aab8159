import { hasKey } from '../text/canonical';
import type { ProfileKind } from '../panos/entry';
import type { AllowLists } from '../profile/types';

/** The attribute keys of the convention: what each one's value is, and what it becomes in PAN-OS. */

/** Keys on policies start with this. Keys under `status.np.panw.com/` are reserved: nothing writes or reads them. */
export const PREFIX = 'np.panw.com/';

/** Keys that name a single security profile. */
export type ProfileKey =
  'antivirus' | 'antispyware' | 'vuln-protection' | 'urlfiltering' | 'fileblocking' | 'datafiltering' | 'wildfire';

/** What may stand behind `np.panw.com/` (docs/attributes.md, "Keys"). */
export type AttributeKey =
  | ProfileKey
  | 'appid'
  | 'profile-group'
  | 'url-category'
  | 'logprofile'
  | 'log'
  | 'service'
  | 'security-service'
  | 'ticket';

/** What a value may be. `most` is the limit of characters of each name or of the text. */
export type ValueRule =
  /** Names separated by commas. */
  | { readonly type: 'names'; readonly what: string; readonly most: number }
  /** One name, or `none`, which takes an inherited one away. */
  | { readonly type: 'name-or-none'; readonly what: string; readonly most: number }
  /** One name; `none` is a violation, `noneReason` says why. */
  | { readonly type: 'name'; readonly what: string; readonly most: number; readonly noneReason: string }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'text'; readonly most: number };

/** How the value of a key is checked, and where it goes. */
export interface KeyRow {
  /** The element of a PAN-OS security rule; '' for a key that stands for others. */
  readonly element: string;
  readonly value: ValueRule;
  /** The allow-list that its names must be on. */
  readonly allowList: keyof AllowLists | undefined;
}

/**
 * Lengths: PAN-OS schema 10.0.6, `security/rules/entry` (profile-setting/group 31, profiles 63, wildfire-analysis 47,
 * log-setting 63). An application may be a predefined App-ID or an application group, a category a predefined one, a
 * custom one or an external list; groups and custom ones are shorter than 63.
 */
export const KEYS: { readonly [key in AttributeKey]: KeyRow } = {
  appid: {
    element: 'application',
    value: { type: 'names', what: 'App-IDs or application groups', most: 63 },
    allowList: 'applications',
  },
  antivirus: singleProfile('virus', 'an antivirus profile', 63),
  antispyware: singleProfile('spyware', 'an anti-spyware profile', 63),
  'vuln-protection': singleProfile('vulnerability', 'a vulnerability protection profile', 63),
  urlfiltering: singleProfile('url-filtering', 'a URL filtering profile', 63),
  fileblocking: singleProfile('file-blocking', 'a file blocking profile', 63),
  datafiltering: singleProfile('data-filtering', 'a data filtering profile', 63),
  wildfire: singleProfile('wildfire-analysis', 'a WildFire analysis profile', 47),
  'profile-group': {
    element: 'profile-setting/group',
    value: {
      type: 'name',
      what: 'a profile group',
      most: 31,
      noneReason:
        'a rule has a profile group or not; name another group or single profiles to replace an inherited one',
    },
    allowList: 'profileGroups',
  },
  'url-category': {
    element: 'category',
    value: { type: 'names', what: 'URL categories', most: 63 },
    allowList: 'urlCategories',
  },
  logprofile: {
    element: 'log-setting',
    value: {
      type: 'name',
      what: 'a log forwarding profile',
      most: 63,
      noneReason: 'logs are switched off with log, not with logprofile',
    },
    allowList: 'logProfiles',
  },
  log: {
    element: 'log-start, log-end',
    value: { type: 'choice', values: ['end', 'start', 'both', 'none'] },
    allowList: undefined,
  },
  service: {
    element: 'service',
    value: { type: 'choice', values: ['ports', 'application-default'] },
    allowList: undefined,
  },
  'security-service': {
    element: '',
    value: {
      type: 'name',
      what: 'a published security service',
      most: 63,
      noneReason: 'an inherited security service is replaced by naming another one',
    },
    allowList: undefined,
  },
  ticket: { element: 'description', value: { type: 'text', most: 64 }, allowList: undefined },
};

/** The element under `profile-setting/profiles` for each key of a single profile. */
export const PROFILE_KINDS: { readonly [key in ProfileKey]: ProfileKind } = {
  antivirus: 'virus',
  antispyware: 'spyware',
  'vuln-protection': 'vulnerability',
  urlfiltering: 'url-filtering',
  fileblocking: 'file-blocking',
  datafiltering: 'data-filtering',
  wildfire: 'wildfire-analysis',
};

/** All keys, sorted. */
export const ATTRIBUTE_KEYS = Object.keys(KEYS).sort() as readonly AttributeKey[];

/** The keys of single profiles, sorted. */
export const PROFILE_KEYS = Object.keys(PROFILE_KINDS).sort() as readonly ProfileKey[];

/** True for the keys of the table, whatever else an object might have. */
export function isAttributeKey(key: string): key is AttributeKey {
  return hasKey(KEYS, key);
}

function singleProfile(kind: ProfileKind, what: string, most: number): KeyRow {
  return {
    element: 'profile-setting/profiles/' + kind,
    value: { type: 'name-or-none', what, most },
    allowList: 'profiles',
  };
}
