import {
  referenceKey,
  ruleReferences,
  type Reference,
  type ReferenceKind,
  type ReferencingRule,
} from '../../policy/attributes/references';
import { hasKey, sortedKeys } from '../../policy/text/canonical';
import { entriesPath, groupsPath, isQuotable, objectsPath, SHARED } from '../api/xpath';

/**
 * Names that rules and policies hold and that somebody else must have made: profiles, log forwarding, applications,
 * categories. A push takes the running configuration, so they must exist there, where the device group looks names up.
 */
export interface ReferenceCheck {
  readonly missing: readonly Reference[];
  /** What could not be looked up: this Panorama does not list its predefined names of the kind. */
  readonly unverified: readonly Reference[];
}

/** What is looked up once: what rules name, each name with the rules that do. */
export interface NamedReference extends Reference {
  readonly rules: readonly string[];
}

/** Everything that the rules name, by kind and name. */
export function referencesOfRules(rules: readonly ReferencingRule[]): NamedReference[] {
  const found: { [key: string]: Reference & { readonly rules: string[] } } = {};
  for (const rule of rules) {
    for (const reference of ruleReferences(rule)) {
      const key = referenceKey(reference);
      if (!hasKey(found, key)) found[key] = { ...reference, rules: [] };
      found[key].rules.push(rule.name);
    }
  }
  return sortedKeys(found).map((key) => found[key]);
}

/** Where names of a kind are looked up. */
interface Places {
  readonly containers: readonly string[];
  readonly predefined: readonly string[];
}

function placesOf(kind: ReferenceKind): Places {
  switch (kind) {
    case 'security profile group':
      return { containers: ['profile-group'], predefined: [] };
    case 'log forwarding profile':
      return { containers: ['log-settings/profiles'], predefined: [] };
    case 'application':
      return {
        containers: ['application', 'application-group', 'application-filter'],
        predefined: ['application'],
      };
    case 'URL category':
      return { containers: ['profiles/custom-url-category', 'external-list'], predefined: [PREDEFINED_CATEGORIES] };
    default: {
      const container = 'profiles/' + kind.slice(0, -' profile'.length);
      return { containers: [container], predefined: [container] };
    }
  }
}

const PREDEFINED_CATEGORIES = 'pan-url-categories';

/** Answers which names are at a path of the running configuration, as `lookup.ts` does. */
export type NamesAt = (path: string, what: string) => readonly string[];

/**
 * Looks for the names, in as few requests as there are kinds and places.
 *
 * @param chain where the device group looks names up: itself, its ancestors, `shared`
 */
export function checkReferences(
  namesAt: NamesAt,
  references: readonly Reference[],
  chain: readonly string[],
): ReferenceCheck {
  const kinds: { [kind: string]: Reference[] } = {};
  for (const reference of references) {
    if (!hasKey(kinds, reference.kind)) kinds[reference.kind] = [];
    kinds[reference.kind].push(reference);
  }
  let missing: Reference[] = [];
  let unverified: Reference[] = [];
  for (const label of sortedKeys(kinds)) {
    const { kind } = kinds[label][0];
    const names = kinds[label].map(({ name }) => name);
    const absent = absentNames(namesAt, kind, names, chain).map((name): Reference => ({ kind, name }));
    if (absent.length === 0) continue;
    if (isPredefinedUnknown(namesAt, kind)) unverified = unverified.concat(absent);
    else missing = missing.concat(absent);
  }
  return { missing, unverified };
}

function absentNames(
  namesAt: NamesAt,
  kind: ReferenceKind,
  names: readonly string[],
  chain: readonly string[],
): readonly string[] {
  const { containers, predefined } = placesOf(kind);
  const places = predefined.map((container) => '/config/predefined/' + container);
  // All device groups of the chain are one place: where in it a name stands is no matter. Most stand in Shared.
  const groups = groupsPath(chain.filter((scope) => scope !== SHARED));
  for (const container of containers) places.push(objectsPath(SHARED, container), groups + '/' + container);
  let absent = names;
  for (const place of places) absent = withoutFound(namesAt, place, absent, kind);
  return absent;
}

/** Names in one request; an XPath of some thousand characters is the longest that is certain to be taken. */
const NAMES_AT_ONCE = 40;

function withoutFound(namesAt: NamesAt, container: string, names: readonly string[], kind: ReferenceKind): string[] {
  const found: { [name: string]: true } = {};
  const askable = names.filter(isQuotable);
  for (let start = 0; start < askable.length; start += NAMES_AT_ONCE) {
    const path = entriesPath(container, askable.slice(start, start + NAMES_AT_ONCE));
    for (const name of namesAt(path, 'the names of kind ' + kind)) found[name] = true;
  }
  return names.filter((name) => !hasKey(found, name));
}

/** Only URL categories: whether every Panorama lists the predefined ones is not documented. */
function isPredefinedUnknown(namesAt: NamesAt, kind: ReferenceKind): boolean {
  if (kind !== 'URL category') return false;
  const path = '/config/predefined/' + PREDEFINED_CATEGORIES + '/entry/@name';
  return namesAt(path, 'the predefined URL categories').length === 0;
}
