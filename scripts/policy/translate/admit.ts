import type { ReferenceIndex } from '../attributes/references';
import { resolveAttributes } from '../attributes/resolve';
import { isError, placed, type Diagnostic } from '../diagnostics/diagnostic';
import { specDiagnostics } from '../compile/compile';
import { isSameVersion, lastGoodOf, type LastGoodVersions } from '../kubernetes/lastgood';
import { readPolicy } from '../kubernetes/policy';
import type { PolicyId, PolicyReading, RawObject, Snapshot, SnapshotPolicy } from '../kubernetes/types';
import type { ClusterProfile, SecurityService } from '../profile/types';
import { withoutEntries } from '../kubernetes/withoutentries';
import type { AdmittedVersion, Candidate } from './candidate';

/** What admission looks up. */
export interface AdmissionInput {
  readonly snapshot: Snapshot;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly lastGood: LastGoodVersions;
  /** What policies name and Panorama does not have. */
  readonly missing: ReferenceIndex;
}

/**
 * Resolves the attributes of a policy. One whose attributes are wrong is compiled with its new spec and its last good
 * attributes, one that cannot be read with its last good version; one that never was good is left out.
 */
export function admitPolicy(input: AdmissionInput, current: SnapshotPolicy): Candidate {
  const { version, diagnostics } = admitVersion(input, current.raw, current.reading);
  const candidate: Candidate = {
    id: current.id,
    version,
    standIns: () => standInsOf(input, current),
    live: lastGoodOf(input.lastGood, current.id),
    current: current.raw,
    errors: diagnostics.filter(isError),
    warnings: diagnostics.filter(isWarning),
  };
  return candidate.errors.length === 0 ? candidate : fallBack(candidate, []);
}

/** The candidate with its next best version, and what was wrong with the one before. */
export function fallBack(candidate: Candidate, errors: readonly Diagnostic[]): Candidate {
  const standIns = candidate.standIns();
  return {
    ...candidate,
    version: standIns.length > 0 ? standIns[0] : undefined,
    standIns: () => standIns.slice(1),
    errors: candidate.errors.concat(errors),
  };
}

/** What came of admitting one version. */
export interface Admission {
  /** undefined where the diagnostics hold an error. */
  readonly version: AdmittedVersion | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Admits a version, if nothing is wrong with it. */
export function admitVersion(input: AdmissionInput, raw: RawObject, reading: PolicyReading): Admission {
  const policy = reading.policy;
  if (!policy) return { version: undefined, diagnostics: reading.diagnostics };
  const missing = isLiveVersion(input, policy.id, raw) ? {} : input.missing;
  const resolved = resolveAttributes(policy, input.services, input.profile, missing);
  const where = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
  const diagnostics = reading.diagnostics.concat(placed(resolved.diagnostics, where));
  if (diagnostics.some(isError)) {
    // All that is wrong at once: an author should not have to come back for each.
    const more = specDiagnostics(input.snapshot, input.profile, policy);
    return { version: undefined, diagnostics: diagnostics.concat(more) };
  }
  const { entries, references } = resolved;
  return { version: { policy, attributes: entries, raw, instead: 'current', closed: [], references }, diagnostics };
}

/**
 * Whether this very version is live, and names may be missing at all. There is nothing better to come back to than the
 * live version, so that it is not refused for a name that Panorama lost: where no rule holds the name, nothing is wrong;
 * where one does, the preflight stops it.
 */
function isLiveVersion(input: AdmissionInput, id: PolicyId, raw: RawObject): boolean {
  if (Object.keys(input.missing).length === 0) return false;
  const stored = lastGoodOf(input.lastGood, id);
  return stored !== undefined && isSameVersion(raw, stored);
}

function isWarning(diagnostic: Diagnostic): boolean {
  return !isError(diagnostic);
}

/**
 * Before the stored version of the same policy, the new spec with the stored attributes; none where the current version
 * is the stored one. Of a policy that never was live, what the profile's `refused` says.
 */
function standInsOf(input: AdmissionInput, current: SnapshotPolicy): AdmittedVersion[] {
  const stored = lastGoodOf(input.lastGood, current.id);
  if (stored === undefined) return input.profile.refused === 'isolate' ? isolatedVersions(current) : [];
  if (isSameVersion(current.raw, stored)) return [];
  const versions: AdmittedVersion[] = [];
  for (const raw of [withAttributesOf(current.raw, stored), stored]) {
    const version = admitVersion(input, raw, readPolicy(raw)).version;
    if (version) versions.push({ ...version, instead: 'last-good' });
  }
  return versions;
}

/** Without entries, attributes have nothing to say. None where the policy cannot be read even so. */
function isolatedVersions(current: SnapshotPolicy): AdmittedVersion[] {
  const raw = withoutEntries(current.raw);
  const policy = readPolicy(raw).policy;
  return policy ? [{ policy, attributes: [], raw, instead: 'no-entries', closed: [], references: [] }] : [];
}

function withAttributesOf(raw: RawObject, stored: RawObject): RawObject {
  const metadata = objectOf(raw.metadata);
  const storedMetadata = objectOf(stored.metadata);
  const merged: { [field: string]: unknown } = {};
  for (const field of Object.keys(metadata)) merged[field] = metadata[field];
  merged.annotations = storedMetadata.annotations;
  merged.labels = storedMetadata.labels;
  const object: { [field: string]: unknown } = {};
  for (const field of Object.keys(raw)) object[field] = raw[field];
  object.metadata = merged;
  return object;
}

function objectOf(value: unknown): RawObject {
  return typeof value === 'object' && value !== null ? (value as RawObject) : {};
}
