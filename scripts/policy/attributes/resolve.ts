import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import { diagnose, placed, type Diagnostic } from '../diagnostics/diagnostic';
import type { Entry, Policy } from '../kubernetes/types';
import type { ClusterProfile, SecurityService } from '../profile/types';
import { checkAllowed } from './allowed';
import { defaultAttributes } from './defaults';
import { decideInspection } from './inspection';
import { PROFILE_KEYS, PROFILE_KINDS, type AttributeKey } from './keys';
import { levelAttributes, type LevelAttributes, type LevelValues } from './level';
import { checkService, checkWritten, serviceReferences, writtenReferences, type MissingNames } from './missing';
import {
  hasAttributes,
  readAttributes,
  valuesOf,
  type WrittenAttribute,
  type WrittenLevel,
  type WrittenLevels,
} from './read';
import type { Reference, ReferenceIndex } from './references';
import { findSecurityService } from './securityservice';
import type { EntryAttributes } from './types';

/** What the entries of one policy ask for, in the order of `policy.entries`. */
export interface AttributeResolution {
  readonly entries: readonly EntryAttributes[];
  /** What the policy names that must exist in Panorama, itself and by its security services. */
  readonly references: readonly Reference[];
  /** With an error among them, `entries` lacks what was wrong and must not be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Resolves the levels of a policy's attributes (docs/attributes.md, "Scopes"): entry over direction over policy over
 * security service. The cluster's defaults are not merged here, since they hold for two sides together
 * (`combineAttributes`); they are looked at where they decide whether a policy is sound.
 *
 * @param missing names that Panorama is known not to have
 */
export function resolveAttributes(
  policy: Policy,
  services: readonly SecurityService[],
  profile: ClusterProfile,
  missing: ReferenceIndex = {},
): AttributeResolution {
  if (!hasAttributes(policy)) {
    return { entries: policy.entries.map(unsaid(profile)), references: [], diagnostics: [] };
  }
  const defaults = defaultAttributes(profile);
  const reading = readAttributes(policy);
  const names: Names = { missing: { deviceGroup: profile.deviceGroup, names: missing }, references: [] };
  const found: Diagnostic[] = checkNames(reading.levels, policy, profile, names);
  const levels = readLevels(reading.levels, services, policy.id.namespace, names, found);
  const entries = policy.entries.map((entry) => resolveEntry(entry, levels, defaults, found));
  const place = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
  const diagnostics = reading.diagnostics.concat(placed(distinct(found), place));
  return { entries, references: names.references, diagnostics };
}

interface Names {
  readonly missing: MissingNames;
  /** Receives what is named. */
  readonly references: Reference[];
}

/** One level with the places of its attributes, for diagnostics. */
interface Level {
  readonly attributes: LevelAttributes;
  /** How a key is called in messages, and where it stands. */
  readonly origins: { readonly [key in AttributeKey]?: Origin };
  /** The security service that the level names, as a level of its own. */
  readonly service: Level | undefined;
}

interface Origin {
  readonly name: string;
  readonly path: string;
}

interface Levels {
  readonly [scope: string]: Level;
}

const NOTHING: EntryAttributes = {};
const ITS_PORTS: EntryAttributes = { service: 'ports' };

/**
 * An entry that says nothing. Where the cluster's default is application-default, an entry that names ports says
 * `ports`: the default is for entries without ports only.
 */
function unsaid(profile: ClusterProfile): (entry: Entry) => EntryAttributes {
  return function (entry) {
    return needsPorts(entry, profile.defaults.service) ? ITS_PORTS : NOTHING;
  };
}

function needsPorts(entry: Entry, defaultService: string | undefined): boolean {
  return defaultService === 'application-default' && entry.ports.kind === 'ports';
}

function checkNames(levels: WrittenLevels, policy: Policy, profile: ClusterProfile, names: Names): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const scope of sortedKeys(levels)) {
    for (const written of attributesOf(levels[scope])) {
      found.push.apply(found, checkAllowed(written, profile.allowed, policy.id.namespace));
      found.push.apply(found, checkWritten(written, names.missing));
      names.references.push.apply(names.references, writtenReferences(written));
    }
  }
  return found;
}

function attributesOf(level: WrittenLevel): WrittenAttribute[] {
  const attributes: WrittenAttribute[] = [];
  for (const key of sortedKeys(level) as AttributeKey[]) {
    const written = level[key];
    if (written) attributes.push(written);
  }
  return attributes;
}

function readLevels(
  written: WrittenLevels,
  services: readonly SecurityService[],
  namespace: string,
  names: Names,
  found: Diagnostic[],
): Levels {
  const levels: { [scope: string]: Level } = {};
  for (const scope of sortedKeys(written)) {
    const origins: { [key in AttributeKey]?: Origin } = {};
    for (const attribute of attributesOf(written[scope])) origins[attribute.key] = attribute;
    levels[scope] = {
      attributes: levelAttributes(valuesOf(written[scope])),
      origins,
      service: serviceLevel(written[scope]['security-service'], services, namespace, names, found),
    };
  }
  return levels;
}

function serviceLevel(
  named: WrittenAttribute | undefined,
  services: readonly SecurityService[],
  namespace: string,
  names: Names,
  found: Diagnostic[],
): Level | undefined {
  if (!named) return undefined;
  const lookup = findSecurityService(named, services, namespace);
  if (lookup.kind === 'unusable') {
    found.push(lookup.diagnostic);
    return undefined;
  }
  found.push.apply(found, checkService(named, lookup.service, names.missing));
  names.references.push.apply(names.references, serviceReferences(lookup.service));
  const values: LevelValues = lookup.service.attributes;
  const origins: { [key in AttributeKey]?: Origin } = {};
  for (const key of sortedKeys(values) as AttributeKey[]) {
    origins[key] = { name: key + ' of the security service "' + lookup.service.name + '"', path: named.path };
  }
  return { attributes: levelAttributes(values), origins, service: undefined };
}

function resolveEntry(entry: Entry, levels: Levels, defaults: EntryAttributes, found: Diagnostic[]): EntryAttributes {
  const ranked = rankedLevels(entry, levels);
  const inspections = ranked.map((level) => level.attributes.inspection);
  const service = firstSaid(ranked, 'service');
  if (service === 'application-default' && entry.ports.kind === 'ports') {
    const origin = originOf(ranked, 'service');
    found.push(diagnose('attribute-widens', { entry: entry.path }, { path: origin.path }));
  }
  reportNoneAgainstGroup(ranked, defaults, found);
  return {
    applications: firstSaid(ranked, 'applications'),
    categories: firstSaid(ranked, 'categories'),
    inspection: decideInspection(inspections).inspection,
    logProfile: firstSaid(ranked, 'logProfile'),
    log: firstSaid(ranked, 'log'),
    service: service === undefined && needsPorts(entry, defaults.service) ? 'ports' : service,
    ticket: firstSaid(ranked, 'ticket'),
  };
}

/** The levels that hold for an entry, the most specific first; of the security services, only the most specific one. */
function rankedLevels(entry: Entry, levels: Levels): Level[] {
  const ranked: Level[] = [];
  for (const scope of [entry.direction + '.' + String(entry.index) + '.', entry.direction + '.', '']) {
    if (hasKey(levels, scope)) ranked.push(levels[scope]);
  }
  for (const level of ranked) {
    if (level.attributes.securityService === undefined) continue;
    return level.service ? ranked.concat(level.service) : ranked;
  }
  return ranked;
}

function firstSaid<Field extends keyof EntryAttributes>(
  ranked: readonly Level[],
  field: Field,
): EntryAttributes[Field] | undefined {
  for (const level of ranked) if (level.attributes[field] !== undefined) return level.attributes[field];
  return undefined;
}

function originOf(ranked: readonly Level[], key: AttributeKey): Origin {
  for (const level of ranked) {
    const origin = level.origins[key];
    if (origin) return origin;
  }
  return { name: key, path: '' };
}

/** A `none` over a profile group, also over the cluster's default one: a group cannot be taken apart. */
function reportNoneAgainstGroup(ranked: readonly Level[], defaults: EntryAttributes, found: Diagnostic[]): void {
  const inspections = ranked.map((level) => level.attributes.inspection);
  const decided = decideInspection(inspections.concat(defaults.inspection));
  const group = decided.replacedGroup;
  // Only the policy's own levels: what the defaults take away is not the policy's doing.
  const own = decideInspection(inspections).inspection;
  if (group === undefined || own === undefined || own.type !== 'profiles') return;
  for (const key of PROFILE_KEYS) {
    if (own.profiles[PROFILE_KINDS[key]] !== 'none') continue;
    const origin = originOf(ranked, key);
    found.push(diagnose('attribute-none-group', { key: origin.name, group }, { path: origin.path }));
  }
}

/** Entries that share a level report the same twice. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen: { [text: string]: true } = {};
  return diagnostics.filter((diagnostic) => {
    const text = canonicalJson(diagnostic);
    if (hasKey(seen, text)) return false;
    seen[text] = true;
    return true;
  });
}
