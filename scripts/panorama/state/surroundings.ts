import type { ClusterProfile } from '../../policy/profile/types';
import { readHierarchy, type Hierarchy } from '../api/hierarchy';
import { childNodes } from '../api/nodes';
import type { PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { createPanoramaReader, type Reader } from '../api/reader';
import { UNSLICED, type Slice } from '../api/slice';
import { isQuotable, rulesPath } from '../api/xpath';
import { readPart, partsAround, type PartOfHierarchy } from './partofhierarchy';

/**
 * What stands around a device group, as far as it was read: three requests for each ancestor and Shared, one for each
 * device group below. These are the slow reads: they come before the lock, in slices, and what they gave is kept
 * between those. Plain JSON.
 */
export interface Surroundings {
  readonly deviceGroup: string;
  /** Whose names count as ours. */
  readonly cluster: string;
  readonly hierarchy: Hierarchy;
  /** How many rules the rulebase of the device group has in the running configuration, or had when it was read last. */
  readonly rules: number;
  /** By the keys of `partsAround`. */
  readonly parts: { readonly [key: string]: PartOfHierarchy };
  /** What was looked up in the running configuration (`prepare/lookup.ts`): names, by path. */
  readonly lookups: { readonly [path: string]: readonly string[] };
}

/** How far the reading got. */
export type SurroundingsAnswer =
  | { readonly kind: 'read'; readonly surroundings: Surroundings }
  /** The slice is over. */
  | { readonly kind: 'paused'; readonly surroundings: Surroundings; readonly read: number; readonly of: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Nothing but where the device group stands: one request. */
export function beginSurroundings(port: PanoramaPort, profile: ClusterProfile): SurroundingsAnswer {
  const unquotable = unquotableName(profile);
  if (unquotable !== undefined) return { kind: 'failed', problem: unquotable };
  const reader = createPanoramaReader(port);
  const hierarchy = readHierarchy(reader, profile.deviceGroup);
  const failure = reader.failure() || missingGroup(profile, hierarchy);
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const { deviceGroup, cluster } = profile;
  return { kind: 'read', surroundings: { deviceGroup, cluster, hierarchy, rules: 0, parts: {}, lookups: {} } };
}

/** Reads the parts that are missing, as many as fit into the slice; at least one. */
export function continueSurroundings(
  port: PanoramaPort,
  profile: ClusterProfile,
  before: Surroundings,
  slice: Slice,
): SurroundingsAnswer {
  const reader = createPanoramaReader(port);
  const rules = before.rules > 0 ? before.rules : countRules(reader, profile);
  const parts = { ...before.parts };
  const wanted = partsAround(before.hierarchy);
  const missing = wanted.filter((part) => parts[part.key] === undefined);
  for (let i = 0; i < missing.length; i++) {
    if (i > 0 && !slice.goesOn()) {
      const read = wanted.length - missing.length + i;
      return { kind: 'paused', surroundings: { ...before, rules, parts }, read, of: wanted.length };
    }
    const part = readPart(reader, profile, missing[i]);
    const failure = reader.failure();
    if (failure !== undefined) return { kind: 'failed', problem: failure };
    parts[missing[i].key] = part;
  }
  const unread = reader.failure();
  if (unread !== undefined) return { kind: 'failed', problem: unread };
  return { kind: 'read', surroundings: { ...before, rules, parts } };
}

/** How large the device group is, by the names in the running configuration. */
function countRules(reader: Reader, { deviceGroup, rulebase }: ClusterProfile): number {
  const names = rulesPath(deviceGroup, rulebase) + '/entry/@name';
  return childNodes(reader.show(names, 'the names of the rules of ' + deviceGroup), 'entry').length;
}

/** Whether everything was read. */
export function isWholeSurroundings(surroundings: Surroundings): boolean {
  return partsAround(surroundings.hierarchy).every((part) => surroundings.parts[part.key] !== undefined);
}

/** All of it at once. */
export function readSurroundings(port: PanoramaPort, profile: ClusterProfile): SurroundingsAnswer {
  const begun = beginSurroundings(port, profile);
  return begun.kind === 'read' ? continueSurroundings(port, profile, begun.surroundings, UNSLICED) : begun;
}

/**
 * A device group with nothing around it: for whoever asks about nothing but what is in it.
 *
 * @param rules how many there were
 */
export function aloneIn({ deviceGroup, cluster }: ClusterProfile, rules: number): Surroundings {
  const hierarchy = { chain: [deviceGroup], descendants: [], all: [deviceGroup] };
  return { deviceGroup, cluster, hierarchy, rules, parts: {}, lookups: {} };
}

/** The problem that a name of the profile cannot stand in an XPath. */
function unquotableName(profile: ClusterProfile): Problem | undefined {
  if (!isQuotable(profile.deviceGroup)) {
    return problem('bad-name', { what: 'device group', name: profile.deviceGroup });
  }
  if (!isQuotable(profile.position.rule)) return problem('bad-name', { what: 'rule', name: profile.position.rule });
  return undefined;
}

/** The problem that the device group does not exist. */
function missingGroup(profile: ClusterProfile, hierarchy: Hierarchy): Problem | undefined {
  if (hierarchy.chain.length > 0) return undefined;
  const available = hierarchy.all.length === 0 ? 'none' : hierarchy.all.join(', ');
  return problem('no-device-group', { deviceGroup: profile.deviceGroup, available });
}
