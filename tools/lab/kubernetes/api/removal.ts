import type { Cluster } from '../cluster';
import { listOf, stringMapOf, textOf, type JsonObject } from '../values/json';
import type { KubeObject, OwnerReference } from '../values/object';
import { keyOfDraft, podAddressesOf } from './lifecycle';
import type { Resource } from './resources';

/** What happens to the dependents of a deleted object. */
export type Propagation = 'Background' | 'Foreground' | 'Orphan';

/** Deletes an object at once (no grace period), its dependents with it, and what is in it if it is a namespace. */
export function deleteObject(
  cluster: Cluster,
  resource: Resource,
  object: KubeObject,
  propagation: Propagation,
): KubeObject {
  const removed = cluster.store.remove(resource.storage, keyOfDraft(resource, object)) ?? object;
  switch (resource.kind) {
    case 'Service':
      cluster.serviceAddresses.release(object);
      break;
    case 'Pod':
      cluster.nodeNetworks.release(podAddressesOf(object));
      break;
    case 'Namespace':
      emptyNamespace(cluster, object.metadata.name);
      break;
    default:
      break;
  }
  for (const { storage, key } of cluster.queue.dependentsOf(object.metadata.uid)) {
    const dependent = cluster.store.get(storage, key);
    if (dependent === undefined) continue;
    const owners = (dependent.metadata.ownerReferences ?? []).filter(({ uid }) => uid !== object.metadata.uid);
    if (propagation !== 'Orphan' && owners.length === 0) {
      deleteObject(cluster, cluster.catalogue.byStorage(storage), dependent, propagation);
    } else {
      cluster.store.put(storage, key, withOwners(dependent, owners));
    }
  }
  return removed;
}

function withOwners(object: KubeObject, owners: readonly OwnerReference[]): KubeObject {
  const { ownerReferences, ...metadata } = object.metadata;
  const kept = ownerReferences === undefined || owners.length === 0 ? {} : { ownerReferences: owners };
  return { ...object, metadata: { ...metadata, ...kept } };
}

function emptyNamespace(cluster: Cluster, namespace: string): void {
  const seen = new Set<string>();
  for (const resource of cluster.catalogue.all) {
    if (resource.scope !== 'namespace' || seen.has(resource.storage)) continue;
    seen.add(resource.storage);
    for (const object of cluster.store.list(resource.storage, namespace)) {
      // A dependent may have gone with its owner already.
      if (cluster.store.get(resource.storage, keyOfDraft(resource, object)) !== undefined) {
        deleteObject(cluster, resource, object, 'Background');
      }
    }
  }
}

/** What the body of a DELETE, or its query, says. */
export interface DeleteOptions {
  readonly propagation: Propagation;
  readonly isDryRun: boolean;
  readonly uid: string;
  readonly resourceVersion: string;
}

/** Reads DeleteOptions; the default is `Background`. */
export function deleteOptions(body: JsonObject, query: { readonly [name: string]: string }): DeleteOptions {
  const asked = query.propagationPolicy ?? body.propagationPolicy;
  const orphans = query.orphanDependents === 'true' || body.orphanDependents === true;
  const preconditions = stringMapOf(body.preconditions);
  return {
    propagation: asked === 'Orphan' || orphans ? 'Orphan' : asked === 'Foreground' ? 'Foreground' : 'Background',
    isDryRun: query.dryRun === 'All' || listOf(body.dryRun).map(textOf).includes('All'),
    uid: preconditions.uid ?? '',
    resourceVersion: preconditions.resourceVersion ?? '',
  };
}
