import { FOLDED_PODS } from '../../policy/kubernetes/foldedpods';
import type { RawObject } from '../../policy/kubernetes/types';
import { canonicalJson, hasKey } from '../../policy/text/canonical';
import { sha256OfJoined } from '../../policy/text/sha256';
import type { Client } from '../api/client';
import { readClusterUID } from '../api/clusterid';
import { keyOf, policyContent } from './fingerprints';
import { listAll } from '../api/list';
import { isServed } from '../api/served';
import { createPodFolding } from './podfolding';
import { NETWORK_POLICIES, PODS, SERVICE_CIDRS, SERVICE_CIDRS_BETA, type Resource } from '../api/resources';
import { SNAPSHOT_RESOURCES, slimPod, type SnapshotResource } from './slim';

/** Changes with the form of a snapshot. Without a number, each pod was an object of its own. */
export const SNAPSHOT_FORMAT = 2;

/** One cluster at one time, whole: what automations compile. The fields have the names that entries show. */
export interface TakenSnapshot {
  readonly Format: typeof SNAPSHOT_FORMAT;
  /** A hash of the content: the same cluster state has the same id. */
  readonly SnapshotId: string;
  readonly Cluster: string;
  readonly ClusterUID: string;
  /** ISO 8601. */
  readonly TakenAt: string;
  /** By resource. A list that is not whole is never in a snapshot. */
  readonly Lists: { readonly [resource: string]: { readonly resourceVersion: string; readonly complete: true } };
  /** By kind, namespace and name; behind them the pods, folded. */
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
  const folding = createPodFolding();
  const pods = listAll(client, { resource: PODS }, (pod) => folding.rowOf(slimPod(pod)));
  lists[PODS.name] = { resourceVersion: pods.resourceVersion, complete: true };
  const objects = sortedObjects(found).concat(folding.folded(pods.items));
  return {
    Format: SNAPSHOT_FORMAT,
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
function sortedObjects(objects: readonly RawObject[]): RawObject[] {
  const byKey: { [key: string]: RawObject } = {};
  for (const object of objects) byKey[String(object.kind) + ' ' + keyOf(object)] = object;
  return Object.keys(byKey)
    .sort()
    .map((key) => byKey[key]);
}

/**
 * SHA-256 over the objects, a line each, and behind them the specs of policies, each once: many are alike, and hashing
 * takes its time in the engine of a server. What makes no rule (resourceVersion, status of policies, annotations that
 * only remember) is not in it.
 */
function snapshotId(clusterUID: string, objects: readonly RawObject[]): string {
  const numbers: { [spec: string]: number } = {};
  const specs: string[] = [];
  function numberOf(spec: string): number {
    if (!hasKey(numbers, spec)) {
      numbers[spec] = specs.length;
      specs.push(spec);
    }
    return numbers[spec];
  }
  const lines = objects.map((object) => {
    if (object.kind !== NETWORK_POLICIES.kind) return canonicalJson(object);
    const { spec, ...rest } = policyContent(object);
    return canonicalJson([object.kind, keyOf(object), rest, numberOf(canonicalJson(spec))]);
  });
  return sha256OfJoined([clusterUID].concat(lines, '', specs).map((line) => line + '\n'));
}

/** How many objects of a kind a snapshot holds. */
export function countOf({ Objects }: TakenSnapshot, kind: string): number {
  let count = 0;
  for (const object of Objects) {
    if (object.kind === kind) count++;
    else if (kind === PODS.kind && object.kind === FOLDED_PODS.kind) count += (object.names as unknown[]).length;
  }
  return count;
}
