import { canonicalJson, hasKey, sortedKeys } from '../../policy/text/canonical';
import type { RuleEntry } from '../../policy/panos/entry';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { entriesPath, groupsPath, isQuotable, objectsPath, SHARED } from '../api/xpath';

/**
 * Names that rules hold and that somebody else must have made: profiles, log forwarding, applications, categories. A
 * push takes the running configuration, so they must exist there, where the device group looks names up.
 */
export interface ReferenceCheck {
  readonly problems: readonly Problem[];
  /** What could not be looked up: this Panorama does not list its predefined names of the kind. */
  readonly unverified: readonly string[];
}

/** A rule, as far as it names what somebody else made. */
export type ReferencingRule = Pick<RuleEntry, 'name' | 'application' | 'category' | 'logSetting' | 'profileSetting'>;

/** Rules, and the device group that they are looked up for. */
export interface ReferencingRules {
  readonly deviceGroup: string;
  readonly rules: readonly ReferencingRule[];
}

/** As few of the rules as together hold the same names. */
export function rulesWithAllNames(rules: readonly RuleEntry[]): ReferencingRule[] {
  const seen: { [names: string]: true } = {};
  const kept: ReferencingRule[] = [];
  for (const { name, application, category, logSetting, profileSetting } of rules) {
    const names = canonicalJson([application, category, logSetting, profileSetting]);
    if (hasKey(seen, names)) continue;
    seen[names] = true;
    kept.push({ name, application, category, logSetting, profileSetting });
  }
  return kept;
}

/** Where names of a kind are looked up. */
interface Kind {
  /** For people: `vulnerability profile`. */
  readonly label: string;
  readonly containers: readonly string[];
  readonly predefined: readonly string[];
}

const PROFILE_GROUP: Kind = { label: 'security profile group', containers: ['profile-group'], predefined: [] };
const LOG_SETTING: Kind = {
  label: 'log forwarding profile',
  containers: ['log-settings/profiles'],
  predefined: [],
};
const APPLICATION: Kind = {
  label: 'application',
  containers: ['application', 'application-group', 'application-filter'],
  predefined: ['application'],
};
const CATEGORY: Kind = {
  label: 'URL category',
  containers: ['profiles/custom-url-category', 'external-list'],
  predefined: ['pan-url-categories'],
};

function profileKind(kind: string): Kind {
  return { label: kind + ' profile', containers: ['profiles/' + kind], predefined: ['profiles/' + kind] };
}

/** One kind's names, each with the rules that hold it. */
interface Wanted {
  readonly kind: Kind;
  readonly rulesByName: { readonly [name: string]: string[] };
}

/** Answers which names are at a path of the running configuration, as `lookup.ts` does. */
export type NamesAt = (path: string, what: string) => readonly string[];

/** Looks for every name that the rules hold, in as few requests as there are kinds and places. */
export function checkReferences(
  namesAt: NamesAt,
  rulebase: ReferencingRules,
  chain: readonly string[],
): ReferenceCheck {
  const problems: Problem[] = [];
  const unverified: string[] = [];
  for (const wanted of wantedNames(rulebase.rules)) {
    for (const name of missingNames(namesAt, wanted, chain)) {
      if (isPredefinedUnknown(namesAt, wanted.kind)) unverified.push(wanted.kind.label + ' ' + name);
      else {
        problems.push(
          problem('missing-object', {
            kind: wanted.kind.label,
            name,
            deviceGroup: rulebase.deviceGroup,
            rules: listed(wanted.rulesByName[name]),
          }),
        );
      }
    }
  }
  return { problems, unverified };
}

function wantedNames(rules: readonly ReferencingRule[]): Wanted[] {
  const kinds: { [label: string]: { readonly kind: Kind; readonly rulesByName: { [name: string]: string[] } } } = {};

  function want(kind: Kind, name: string, rule: ReferencingRule): void {
    if (name === '' || name === 'any') return;
    if (!hasKey(kinds, kind.label)) kinds[kind.label] = { kind, rulesByName: {} };
    const byName = kinds[kind.label].rulesByName;
    if (!hasKey(byName, name)) byName[name] = [];
    byName[name].push(rule.name);
  }

  for (const rule of rules) {
    want(LOG_SETTING, rule.logSetting, rule);
    for (const name of rule.application) want(APPLICATION, name, rule);
    for (const name of rule.category) want(CATEGORY, name, rule);
    const setting = rule.profileSetting;
    if (setting.type === 'group') want(PROFILE_GROUP, setting.group, rule);
    if (setting.type === 'profiles') {
      const profiles: { readonly [kind: string]: string | undefined } = setting.profiles;
      for (const kind of sortedKeys(profiles)) want(profileKind(kind), profiles[kind] || '', rule);
    }
  }
  return sortedKeys(kinds).map((label) => kinds[label]);
}

function missingNames(namesAt: NamesAt, wanted: Wanted, chain: readonly string[]): readonly string[] {
  let missing = sortedKeys(wanted.rulesByName);
  for (const container of placesOf(wanted.kind, chain)) {
    missing = withoutFound(namesAt, container, missing, wanted.kind.label);
  }
  return missing;
}

/** All device groups of the chain are one place: where in it a name stands is no matter. */
function placesOf(kind: Kind, chain: readonly string[]): string[] {
  const places: string[] = [];
  for (const container of kind.predefined) places.push('/config/predefined/' + container);
  const groups = groupsPath(chain.filter((scope) => scope !== SHARED));
  for (const container of kind.containers) places.push(groups + '/' + container, objectsPath(SHARED, container));
  return places;
}

/** Names in one request; an XPath of some thousand characters is the longest that is certain to be taken. */
const NAMES_AT_ONCE = 40;

function withoutFound(namesAt: NamesAt, container: string, names: readonly string[], label: string): string[] {
  const found: { [name: string]: true } = {};
  const askable = names.filter(isQuotable);
  for (let start = 0; start < askable.length; start += NAMES_AT_ONCE) {
    const path = entriesPath(container, askable.slice(start, start + NAMES_AT_ONCE));
    for (const name of namesAt(path, 'the names of kind ' + label)) found[name] = true;
  }
  return names.filter((name) => !hasKey(found, name));
}

/** Only URL categories: whether every Panorama lists the predefined ones is not documented. */
function isPredefinedUnknown(namesAt: NamesAt, kind: Kind): boolean {
  if (kind !== CATEGORY) return false;
  return (
    namesAt('/config/predefined/' + CATEGORY.predefined[0] + '/entry/@name', 'the predefined URL categories').length ===
    0
  );
}
