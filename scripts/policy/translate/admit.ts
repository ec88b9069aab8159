import { resolveAttributes } from '../attributes/resolve';
import { isError, placed, type Diagnostic } from '../diagnostics/diagnostic';
import { specDiagnostics } from '../compile/compile';
import type { AdmittedPolicy } from '../compile/model';
import { readPolicy } from '../kubernetes/policy';
import type { PolicyId, RawObject, Snapshot } from '../kubernetes/types';
import type { ClusterProfile, SecurityService } from '../profile/types';

/** A version of a policy that may be compiled, and the object that it was read from. */
export interface AdmittedVersion extends AdmittedPolicy {
  readonly raw: RawObject;
}

/** One policy on its way into the rulebase. */
export interface Candidate {
  readonly id: PolicyId;
  /** The version that is compiled; undefined: left out, as if the policy had not been created. */
  readonly version: AdmittedVersion | undefined;
  /** What stands in where `version` turns out to have no exact rule, best first. */
  readonly standIns: readonly AdmittedVersion[];
  /** What is wrong with the current version; not empty where another one is compiled. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** What admission looks up. */
export interface AdmissionInput {
  readonly snapshot: Snapshot;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly lastGood: readonly RawObject[];
}

/**
 * Reads a policy and resolves its attributes. One whose attributes are wrong is compiled with its new spec and its last
 * good attributes, one that cannot be read with its last good version; one that never was good is left out.
 */
export function admitPolicy(input: AdmissionInput, raw: RawObject): Candidate {
  const current = readVersion(input, raw);
  const standIns = lastGoodVersions(input, raw, current.id);
  const candidate: Candidate = {
    id: current.id,
    version: current.version,
    standIns,
    errors: current.diagnostics.filter(isError),
    warnings: current.diagnostics.filter(isWarning),
  };
  return candidate.errors.length === 0 ? candidate : fallBack(candidate, []);
}

/** The candidate with its next best version, and what was wrong with the one before. */
export function fallBack(candidate: Candidate, errors: readonly Diagnostic[]): Candidate {
  return {
    id: candidate.id,
    version: candidate.standIns.length > 0 ? candidate.standIns[0] : undefined,
    standIns: candidate.standIns.slice(1),
    errors: candidate.errors.concat(errors),
    warnings: candidate.warnings,
  };
}

interface Reading {
  readonly id: PolicyId;
  /** undefined where the diagnostics hold an error. */
  readonly version: AdmittedVersion | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readVersion(input: AdmissionInput, raw: RawObject): Reading {
  const reading = readPolicy(raw);
  const policy = reading.policy;
  if (!policy || reading.diagnostics.some(isError)) {
    return { id: policy ? policy.id : idOf(raw), version: undefined, diagnostics: reading.diagnostics };
  }
  const resolved = resolveAttributes(policy, input.services, input.profile);
  const where = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
  const diagnostics = reading.diagnostics.concat(placed(resolved.diagnostics, where));
  if (diagnostics.some(isError)) {
    // All that is wrong at once: an author should not have to come back for each.
    const further = specDiagnostics(input.snapshot, input.profile, policy);
    return { id: policy.id, version: undefined, diagnostics: diagnostics.concat(further) };
  }
  return {
    id: policy.id,
    version: { policy, attributes: resolved.entries, raw },
    diagnostics,
  };
}

function isWarning(diagnostic: Diagnostic): boolean {
  return !isError(diagnostic);
}

/**
 * The stored version of the same policy, before it the new spec with the stored attributes. A policy created anew under
 * the name has another UID and starts afresh.
 */
function lastGoodVersions(input: AdmissionInput, raw: RawObject, id: PolicyId): AdmittedVersion[] {
  for (const stored of input.lastGood) {
    const storedId = idOf(stored);
    if (storedId.namespace !== id.namespace || storedId.name !== id.name || storedId.uid !== id.uid) continue;
    const versions: AdmittedVersion[] = [];
    for (const object of [withAttributesOf(raw, stored), stored]) {
      const version = readVersion(input, object).version;
      if (version) versions.push(version);
    }
    return versions;
  }
  return [];
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

/** Namespace, name and UID of a policy that cannot be read as a whole. */
function idOf(raw: RawObject): PolicyId {
  const metadata = objectOf(raw.metadata);
  return {
    namespace: textOf(metadata.namespace) || 'default',
    name: textOf(metadata.name),
    uid: textOf(metadata.uid),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
