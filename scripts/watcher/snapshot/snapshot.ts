import { canonicalJson, hasKey, shortHash } from '../../policy/text/canonical';
import type { RawObject } from '../../policy/kubernetes/types';
import { sha256 } from '../../policy/text/sha256';
import type { Client } from '../api/client';
import { readClusterUID } from '../api/clusterid';
import { keyOf, policyContent } from './fingerprints';
import { listAll } from '../api/list';
import { isServed } from '../api/served';
import { ownText, podParts } from './packing';
import { NETWORK_POLICIES, PODS, SERVICE_CIDRS, SERVICE_CIDRS_BETA, type Resource } from '../api/resources';
import { SNAPSHOT_RESOURCES, type SnapshotResource } from './slim';

/** One cluster at one time, whole: what automations compile. The fields have the names that entries show. */
export interface TakenSnapshot {
  /** A hash of the content: the same cluster state has the same id. */
  readonly SnapshotId: string;
  readonly Cluster: string;
  readonly ClusterUID: string;
  /** ISO 8601. */
  readonly TakenAt: string;
  /** By resource. A list that is not whole is never in a snapshot. */
  readonly Lists: { readonly [resource: string]: { readonly resourceVersion: string; readonly complete: true } };
  /** By kind, namespace and name. */
  readonly Objects: readonly RawObject[];
}

/**
 * Reads the whole cluster, each list at one resourceVersion.
 *
 * @throws a user error if any list is refused or cannot be had whole: less than everything would look like "no
 * policies"
 */
export function takeSnapshot(client: Client): TakenSnapshot {
  const at = client.host.now();
  const clusterUID = readClusterUID(client);
  const lists: { [resource: string]: { resourceVersion: string; complete: true } } = {};
  const found: RawObject[] = [];
  for (const part of SNAPSHOT_RESOURCES) {
    const served = servedResource(client, part.resource);
    if (!served) continue;
    const listing = listAll(client, { resource: served }, part.slim);
    lists[part.resource.name] = { resourceVersion: listing.resourceVersion, complete: true };
    for (const object of listing.items) found.push(object);
  }
  const objects = sortedObjects(found);
  return {
    SnapshotId: snapshotId(clusterUID, objects),
    Cluster: client.settings.cluster,
    ClusterUID: clusterUID,
    TakenAt: new Date(at).toISOString(),
    Lists: lists,
    Objects: objects,
  };
}

/** ServiceCIDRs came with Kubernetes 1.31, and became stable in 1.33; every cluster has the rest. */
function servedResource(client: Client, resource: Resource): SnapshotResource['resource'] | undefined {
  if (resource.name !== SERVICE_CIDRS.name) return resource;
  return [SERVICE_CIDRS, SERVICE_CIDRS_BETA].filter((candidate) => isServed(client, candidate))[0];
}

/** By kind, namespace and name. Each key is made once: a comparison of objects would make them again and again. */
export function sortedObjects(objects: readonly RawObject[]): RawObject[] {
  const byKey: { [key: string]: RawObject } = {};
  for (const object of objects) byKey[String(object.kind) + ' ' + keyOf(object)] = object;
  return Object.keys(byKey)
    .sort()
    .map((key) => byKey[key]);
}

/**
 * SHA-256 over the sorted hashes of the objects. What makes no rule (resourceVersion, status of policies, annotations
 * that only remember) is not in it.
 */
function snapshotId(clusterUID: string, objects: readonly RawObject[]): string {
  const templates: { [text: string]: string } = {};
  const hashes = objects.map((object) =>
    object.kind === PODS.kind ? podHash(object, templates) : sha256(canonicalJson(hashedContent(object))),
  );
  return sha256([clusterUID].concat(hashes.sort()).join('\n'));
}

function hashedContent(object: RawObject): unknown {
  if (object.kind !== NETWORK_POLICIES.kind) return object;
  return [object.kind, keyOf(object), policyContent(object)];
}

/**
 * Pods are many, and SHA-256 of each takes minutes in a slow engine: what the pods of one workload have in common is
 * hashed once, and the rest by the short hash. Nobody can choose another pod with the same hash: its UID, address and
 * node are in it, which the cluster gives; what people write is in the labels, which are hashed with the template.
 */
function podHash(pod: RawObject, templates: { [text: string]: string }): string {
  const parts = podParts(pod);
  // Another order of keys only means that the same is hashed once more.
  const text = JSON.stringify(parts.shared);
  if (!hasKey(templates, text)) templates[text] = sha256(canonicalJson(parts.shared));
  return templates[text] + shortHash(ownText(parts));
}

/** How many objects of a kind a snapshot holds. */
export function countOf(snapshot: TakenSnapshot, kind: string): number {
  return snapshot.Objects.filter((object) => object.kind === kind).length;
}
