import type { EntryAttributes, EntryInspection, LogSetting } from '../../attributes/types';
import type { StringMap } from '../../kubernetes/types';
import type { ProfileKind } from '../../panos/entry';
import type { SecurityService } from '../../profile/types';
import { hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import type { EntryFacts, PolicyFacts } from './policies';

/** Keys on policies start with this (docs/attributes.md). */
const PREFIX = 'np.panw.com/';

/** Keys of single profiles and the elements that they become (docs/attributes.md). */
const PROFILE_KEYS: { readonly [key: string]: ProfileKind } = {
  antivirus: 'virus',
  antispyware: 'spyware',
  'vuln-protection': 'vulnerability',
  urlfiltering: 'url-filtering',
  fileblocking: 'file-blocking',
  datafiltering: 'data-filtering',
  wildfire: 'wildfire-analysis',
};

/** Attribute keys and values of one level. */
type Level = StringMap;

/**
 * What one entry asks for: levels entry, direction, policy, security service, the most specific first. An annotation
 * wins over a label with the same key. Wrong attributes are not judged here: their policies are left out. An entry that
 * names ports stays with them where the cluster's default is application-default.
 */
export function entryAttributes(
  policy: PolicyFacts,
  entry: EntryFacts,
  services: readonly SecurityService[],
  defaults: StringMap,
): EntryAttributes {
  const attributes = writtenAttributes(policy, entry, services);
  const staysWithPorts = defaults.service === 'application-default' && entry.ports !== undefined;
  return staysWithPorts && attributes.service === undefined ? { ...attributes, service: 'ports' } : attributes;
}

function writtenAttributes(
  policy: PolicyFacts,
  entry: EntryFacts,
  services: readonly SecurityService[],
): EntryAttributes {
  const written = writtenKeys(policy);
  if (sortedKeys(written).length === 0) return {};
  return resolve(
    [
      scoped(written, entry.direction + '.' + String(entry.position) + '.'),
      scoped(written, entry.direction + '.'),
      scoped(written, ''),
    ],
    services,
  );
}

/** The cluster's defaults as attributes; a security service that they name stands below them. */
export function defaultAttributes(values: StringMap, services: readonly SecurityService[]): EntryAttributes {
  return resolve([values], services);
}

function writtenKeys(policy: PolicyFacts): { [key: string]: string } {
  const written: { [key: string]: string } = {};
  for (const source of [policy.labels, policy.annotations]) {
    for (const key of sortedKeys(source)) {
      if (key.slice(0, PREFIX.length) === PREFIX) written[key.slice(PREFIX.length)] = source[key];
    }
  }
  return written;
}

function scoped(written: StringMap, scope: string): Level {
  const level: { [key: string]: string } = {};
  for (const key of sortedKeys(written)) {
    if (key.slice(0, scope.length) === scope) level[key.slice(scope.length)] = written[key];
  }
  return level;
}

function resolve(written: readonly Level[], services: readonly SecurityService[]): EntryAttributes {
  const name = mostSpecific(written, 'security-service');
  const named = services.filter((service) => service.name === name);
  const levels = written.concat(named.map((service) => service.attributes));
  return {
    applications: commaList(mostSpecific(levels, 'appid')),
    categories: commaList(mostSpecific(levels, 'url-category')),
    inspection: inspectionOf(levels),
    logProfile: mostSpecific(levels, 'logprofile'),
    log: logOf(mostSpecific(levels, 'log')),
    service: mostSpecific(levels, 'service') === 'application-default' ? 'application-default' : portsOf(levels),
    ticket: mostSpecific(levels, 'ticket'),
  };
}

function portsOf(levels: readonly Level[]): 'ports' | undefined {
  return mostSpecific(levels, 'service') === undefined ? undefined : 'ports';
}

function mostSpecific(levels: readonly Level[], key: string): string | undefined {
  for (const level of levels) if (hasKey(level, key)) return trimmed(level[key]);
  return undefined;
}

function trimmed(text: string): string {
  return text.replace(/^\s+|\s+$/g, '');
}

function commaList(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const items = text.split(',').map((item) => trimmed(item));
  return sortedUnique(items);
}

function logOf(text: string | undefined): LogSetting | undefined {
  return text === 'end' || text === 'start' || text === 'both' || text === 'none' ? text : undefined;
}

/** From the least specific level up: the same kind adds up, the other kind is replaced (docs/attributes.md). */
function inspectionOf(levels: readonly Level[]): EntryInspection | undefined {
  let inspection: EntryInspection | undefined;
  for (let i = levels.length - 1; i >= 0; i--) {
    const group = levels[i]['profile-group'];
    const said = profilesOf(levels[i]);
    if (hasKey(levels[i], 'profile-group')) {
      inspection = { type: 'group', group: trimmed(group) };
    } else if (sortedKeys(said).length > 0) {
      const below: { readonly [kind in ProfileKind]?: string } =
        inspection && inspection.type === 'profiles' ? inspection.profiles : {};
      inspection = { type: 'profiles', profiles: overlaid(below, said) };
    }
  }
  return inspection;
}

function profilesOf(level: Level): { [kind in ProfileKind]?: string } {
  const profiles: { [kind in ProfileKind]?: string } = {};
  for (const key of sortedKeys(PROFILE_KEYS)) if (hasKey(level, key)) profiles[PROFILE_KEYS[key]] = trimmed(level[key]);
  return profiles;
}

/** `above` over `below`, kind by kind. */
function overlaid(
  below: { readonly [kind in ProfileKind]?: string },
  above: { readonly [kind in ProfileKind]?: string },
): { [kind in ProfileKind]?: string } {
  const all: { [kind in ProfileKind]?: string } = {};
  for (const kind of sortedKeys(below) as ProfileKind[]) all[kind] = below[kind];
  for (const kind of sortedKeys(above) as ProfileKind[]) all[kind] = above[kind];
  return all;
}
