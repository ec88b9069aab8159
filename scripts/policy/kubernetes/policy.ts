import { placed } from '../diagnostics/diagnostic';
import { readEntries } from './entries';
import { readPolicyMetadata } from './metadata';
import {
  checkFields,
  createReader,
  fieldSet,
  hasErrors,
  isAbsent,
  readObject,
  readString,
  readStringList,
  report,
  shown,
  type Reader,
} from './read';
import { readSelector } from './readselector';
import type { Entry, Policy, PolicyReading, PolicySpec, RawObject } from './types';

/**
 * Reading a NetworkPolicy: whatever the API server refuses is an error with its field path, and every default of the
 * API is decoded here (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicy).
 */

const API_VERSION = 'networking.k8s.io/v1';
const TOP = fieldSet(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
const SPEC = fieldSet(['podSelector', 'policyTypes', 'ingress', 'egress']);

/** Reads one NetworkPolicy; never throws. All diagnostics name the policy. */
export function readPolicy(raw: RawObject): PolicyReading {
  const top = createReader();
  checkFields(top, raw, TOP, '');
  checkVersion(top, raw);
  const ofMetadata = createReader();
  const metadata = readPolicyMetadata(ofMetadata, raw.metadata);
  const ofSpec = createReader();
  const spec = readSpec(ofSpec, raw.spec);
  const found = top.found.concat(ofMetadata.found, ofSpec.found);
  const isSpecGood = !hasErrors(top) && !hasErrors(ofSpec);
  const policy: Policy = { ...metadata, ...spec };
  const place = { policy: { namespace: metadata.id.namespace, name: metadata.id.name } };
  return {
    policy: isSpecGood && !hasErrors(ofMetadata) ? policy : undefined,
    spec: isSpecGood ? spec : undefined,
    diagnostics: found.length === 0 ? [] : placed(found, place),
  };
}

/** The API server takes a policy without spec: it isolates every pod of the namespace. */
function readSpec(reader: Reader, value: unknown): PolicySpec {
  const spec = readObject(reader, value, 'spec') || {};
  checkFields(reader, spec, SPEC, 'spec');
  const subject = readSelector(reader, spec.podSelector, 'spec.podSelector');
  const ingress = readEntries(reader, spec.ingress, 'ingress');
  const egress = readEntries(reader, spec.egress, 'egress');
  const isolates = readPolicyTypes(reader, spec.policyTypes, egress);
  const entries = effectiveEntries(reader, ingress, isolates.ingress);
  return { subject, isolates, entries: entries.concat(effectiveEntries(reader, egress, isolates.egress)) };
}

function checkVersion(reader: Reader, raw: RawObject): void {
  const version = readString(reader, raw.apiVersion, 'apiVersion');
  const kind = readString(reader, raw.kind, 'kind');
  if (isAbsent(raw.apiVersion)) report(reader, 'field-missing', { expected: API_VERSION }, 'apiVersion');
  if (isAbsent(raw.kind)) report(reader, 'field-missing', { expected: 'NetworkPolicy' }, 'kind');
  if (version !== undefined && version !== API_VERSION) {
    report(reader, 'api-version', { found: shown(version), expected: API_VERSION }, 'apiVersion');
  }
  if (kind !== undefined && kind !== 'NetworkPolicy') {
    report(reader, 'object-unreadable', { reason: 'its kind is ' + shown(kind) + ', not NetworkPolicy' }, 'kind');
  }
}

/**
 * The effective policyTypes. Absent or empty: Ingress always, Egress where the policy has an egress entry; an empty
 * `egress` list does not count (API documentation of `policyTypes`).
 */
function readPolicyTypes(reader: Reader, value: unknown, egress: readonly Entry[]): Policy['isolates'] {
  const types = readStringList(reader, value, 'spec.policyTypes');
  if (types.length === 0) return { ingress: true, egress: egress.length > 0 };
  if (types.length > 2) report(reader, 'policy-types-count', { count: types.length }, 'spec.policyTypes');
  for (let i = 0; i < types.length; i++) {
    if (types[i] === 'Ingress' || types[i] === 'Egress') continue;
    report(reader, 'policy-type-unknown', { value: shown(types[i]) }, 'spec.policyTypes[' + String(i) + ']');
  }
  return { ingress: types.indexOf('Ingress') >= 0, egress: types.indexOf('Egress') >= 0 };
}

/** Entries of a direction that policyTypes leaves out have no effect; that is worth a warning. */
function effectiveEntries(reader: Reader, entries: readonly Entry[], isolated: boolean): readonly Entry[] {
  if (isolated || entries.length === 0) return entries;
  const direction = entries[0].direction;
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  report(reader, 'entries-without-type', { direction, type }, 'spec.' + direction);
  return [];
}
