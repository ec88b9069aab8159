import { ApiError } from '../api/status';
import type { Cluster } from '../cluster';
import type { Change } from '../store/store';
import { controllerOf, namespaceOf } from '../values/object';
import { reconcileDaemonSet } from './daemonset';
import { reconcileDeployment } from './deployment';
import { reconcileEndpointSlices } from './endpointslices';
import { recordEvent } from './recorder';
import type { Work } from './queue';
import { reconcilePod } from './pods';
import { reconcileReplicaSet } from './replicaset';
import { reconcileServiceAccount } from './serviceaccount';
import { reconcileStatefulSet } from './statefulset';

/** Looks at one object and does what is missing. A controller that finds everything right writes nothing. */
type Reconcile = (cluster: Cluster, key: string) => void;

const CONTROLLERS: { readonly [storage: string]: Reconcile } = {
  namespaces: reconcileServiceAccount,
  pods: reconcilePod,
  services: reconcileEndpointSlices,
  'deployments.apps': reconcileDeployment,
  'replicasets.apps': reconcileReplicaSet,
  'statefulsets.apps': reconcileStatefulSet,
  'daemonsets.apps': reconcileDaemonSet,
};

/** Rounds after which the controllers are taken to fight each other. */
const ROUNDS = 100;

/** Puts into the queue what a change concerns. */
export function enqueue(cluster: Cluster, storage: string, change: Change): void {
  cluster.queue.track(storage, change);
  if (CONTROLLERS[storage] !== undefined) cluster.queue.add(storage, change.key);
  const object = (change.after ?? change.before)?.object;
  if (object === undefined) return;
  const owner = controllerOf(object);
  if (owner !== undefined) {
    const ownerStorage = cluster.catalogue.byKind(owner.apiVersion, owner.kind)?.storage;
    if (ownerStorage !== undefined) cluster.queue.add(ownerStorage, `${namespaceOf(object)}/${owner.name}`);
  }
  switch (storage) {
    case 'pods':
      for (const { metadata } of cluster.store.list('services', object.metadata.namespace)) {
        cluster.queue.add('services', `${metadata.namespace ?? ''}/${metadata.name}`);
      }
      break;
    case 'nodes':
      enqueueAll(cluster, 'daemonsets.apps');
      enqueueAll(cluster, 'pods');
      break;
    default:
      break;
  }
}

function enqueueAll(cluster: Cluster, storage: string): void {
  for (const [key] of cluster.store.scan(storage, '')) cluster.queue.add(storage, key);
}

/**
 * Lets the controllers work until nothing is left to do.
 *
 * @throws Error if they undo each other's work for ever, which is a mistake in the stand-in
 */
export function settle(cluster: Cluster): void {
  for (let round = 0; round < ROUNDS; round++) {
    const work = cluster.queue.take();
    if (work.length === 0) return;
    for (const item of work) reconcile(cluster, item);
  }
  throw new Error('The controllers of the stand-in do not come to rest.');
}

/** A controller that is refused (a template that makes no valid pod) says so in an Event, as the real ones do. */
function reconcile(cluster: Cluster, { storage, key }: Work): void {
  try {
    CONTROLLERS[storage]?.(cluster, key);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const object = cluster.store.get(storage, key);
    if (object !== undefined)
      recordEvent(cluster, object, 'Warning', 'FailedCreate', `Error creating: ${error.message}`);
  }
}
