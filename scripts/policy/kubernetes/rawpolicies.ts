import { canonicalJson, compareText, hasKey, sortedKeys, stableSort } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { nameOf, namespaceOf } from './identity';
import { readPolicy } from './policy';
import { copyWithout, isAbsent, isObject } from './read';
import type { RawObject } from './types';

/** NetworkPolicies as a snapshot keeps them: as they came in, without what changes by itself, each once. */

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
const VOLATILE_ANNOTATION = /^(kubectl\.kubernetes\.io\/last-applied-configuration$|status\.np\.panw\.com\/)/;

/** The policies of a snapshot, and those that the input contradicts itself about. */
export interface RawPolicies {
  /** By namespace and name. */
  readonly policies: readonly RawObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Cleans, sorts and joins the policies. Of those that say the same, one stays; a policy given twice with different
 * content is an error, and neither is kept: picking one would be a guess.
 */
export function cleanPolicies(objects: readonly RawObject[]): RawPolicies {
  const groups: { [id: string]: RawObject[] } = {};
  for (const object of objects) {
    const policy = cleanPolicy(object);
    const id = namespaceOf(policy) + '/' + nameOf(policy);
    if (!hasKey(groups, id)) groups[id] = [];
    groups[id].push(policy);
  }
  const policies: RawObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const id of sortedKeys(groups)) {
    const group = groups[id].length === 1 ? groups[id] : stableSort(groups[id], compareVersions);
    const place = { namespace: namespaceOf(group[0]), name: nameOf(group[0]) };
    if (place.name === '') {
      // Each of them is an error by itself, as readPolicy says.
      for (const policy of group) policies.push(policy);
    } else if (saySame(group)) {
      policies.push(group[0]);
    } else {
      diagnostics.push(diagnose('policy-duplicate', {}, { policy: place, path: 'metadata.name' }));
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
function saySame(group: readonly RawObject[]): boolean {
  if (group.length === 1) return true;
  const first = meaningOf(group[0]);
  return group.every((policy) => meaningOf(policy) === first);
}

function meaningOf(raw: RawObject): string {
  const policy = readPolicy(raw).policy;
  if (!policy) return canonicalJson(raw);
  return canonicalJson([policy.labels, policy.annotations, policy.subject, policy.isolates, policy.entries]);
}

/** The version with the greatest UID (one with a UID before one without) comes first, whatever the input's order. */
function compareVersions(a: RawObject, b: RawObject): number {
  return compareText(uidOf(b), uidOf(a)) || compareText(canonicalJson(a), canonicalJson(b));
}

function uidOf(policy: RawObject): string {
  const metadata = isObject(policy.metadata) ? policy.metadata : {};
  return typeof metadata.uid === 'string' ? metadata.uid : '';
}

function comparePlaces(a: RawObject, b: RawObject): number {
  return compareText(namespaceOf(a), namespaceOf(b)) || compareText(nameOf(a), nameOf(b));
}
