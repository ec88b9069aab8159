import { canonicalJson, compareText, hasKey, sortedKeys, stableSort } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { idText, namespaceOf, policyIdOf } from './identity';
import { readPolicy } from './policy';
import { copyWithout, isAbsent, isObject } from './read';
import type { RawObject, SnapshotPolicy } from './types';

/** NetworkPolicies as a snapshot keeps them: without what changes by itself, each once, and read. */

/** Fields of metadata that the control plane writes and that say nothing about the policy. */
const VOLATILE_METADATA: { readonly [field: string]: true } = {
  creationTimestamp: true,
  deletionGracePeriodSeconds: true,
  deletionTimestamp: true,
  finalizers: true,
  generation: true,
  managedFields: true,
  ownerReferences: true,
  resourceVersion: true,
  selfLink: true,
};

/** What `kubectl apply` remembers, and what this product itself writes back. */
export const VOLATILE_ANNOTATION = /^(kubectl\.kubernetes\.io\/last-applied-configuration$|status\.np\.panw\.com\/)/;

/** The policies of a snapshot, and those that the input contradicts itself about. */
export interface SnapshotPolicies {
  /** By namespace and name. */
  readonly policies: readonly SnapshotPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Cleans, reads, sorts and joins the policies. Of those that say the same, one stays; a policy given twice with
 * different content is an error, and neither is kept: picking one would be a guess.
 */
export function readPolicies(objects: readonly RawObject[]): SnapshotPolicies {
  const groups: { [id: string]: SnapshotPolicy[] } = {};
  for (const object of objects) {
    const raw = cleanPolicy(object);
    const policy = { id: policyIdOf(raw), raw, reading: readPolicy(raw) };
    const text = idText(policy.id);
    if (!hasKey(groups, text)) groups[text] = [];
    groups[text].push(policy);
  }
  const policies: SnapshotPolicy[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const text of sortedKeys(groups)) {
    const group = groups[text].length === 1 ? groups[text] : stableSort(groups[text], compareVersions);
    const { namespace, name } = group[0].id;
    if (name === '') {
      // Each of them is an error by itself, as its reading says.
      for (const policy of group) policies.push(policy);
    } else if (saySame(group)) {
      policies.push(group[0]);
    } else {
      diagnostics.push(diagnose('policy-duplicate', {}, { policy: { namespace, name }, path: 'metadata.name' }));
    }
  }
  return { policies: stableSort(policies, comparePlaces), diagnostics };
}

function cleanPolicy(object: RawObject): RawObject {
  const policy = copyWithout(object, { status: true });
  if (isObject(object.metadata)) policy.metadata = cleanMetadata(object.metadata, namespaceOf(object));
  return policy;
}

function cleanMetadata(metadata: RawObject, namespace: string): RawObject {
  const clean = copyWithout(metadata, VOLATILE_METADATA);
  if (isAbsent(clean.namespace) || clean.namespace === '') clean.namespace = namespace;
  if (isObject(clean.annotations)) clean.annotations = cleanAnnotations(clean.annotations);
  return clean;
}

function cleanAnnotations(annotations: RawObject): RawObject {
  const volatile: { [key: string]: true } = {};
  for (const key of Object.keys(annotations)) if (VOLATILE_ANNOTATION.test(key)) volatile[key] = true;
  return copyWithout(annotations, volatile);
}

/** Whether all versions of a policy mean the same; a manifest and the live object differ in written-out defaults. */
function saySame(group: readonly SnapshotPolicy[]): boolean {
  if (group.length === 1) return true;
  const first = meaningOf(group[0]);
  return group.every((policy) => meaningOf(policy) === first);
}

function meaningOf({ raw, reading }: SnapshotPolicy): string {
  const policy = reading.policy;
  if (!policy) return canonicalJson(raw);
  return canonicalJson([policy.labels, policy.annotations, policy.subject, policy.isolates, policy.entries]);
}

/** The version with the greatest UID (one with a UID before one without) comes first, whatever the input's order. */
function compareVersions(a: SnapshotPolicy, b: SnapshotPolicy): number {
  return compareText(b.id.uid, a.id.uid) || compareText(canonicalJson(a.raw), canonicalJson(b.raw));
}

function comparePlaces(a: SnapshotPolicy, b: SnapshotPolicy): number {
  return compareText(a.id.namespace, b.id.namespace) || compareText(a.id.name, b.id.name);
}
