import type { Cluster } from '../cluster';
import { numberOf } from '../values/json';
import { specOf, type KubeObject } from '../values/object';
import { createPod, deletePod, isReady, podsOf, writeStatus } from './ownedpods';

/** Keeps as many pods as the ReplicaSet wants; the newest go first. */
export function reconcileReplicaSet(cluster: Cluster, key: string): void {
  const set = cluster.store.get('replicasets.apps', key);
  if (set === undefined) return;
  const pods = podsOf(cluster, set);
  const wanted = numberOf(specOf(set).replicas, 1);
  for (const pod of pods.slice(wanted)) deletePod(cluster, pod);
  for (let count = pods.length; count < wanted; count++) {
    createPod(cluster, set, { generateName: `${set.metadata.name}-` }, {});
  }
  writeStatus(cluster, 'replicasets.apps', set, replicaStatus(set, podsOf(cluster, set)));
}

function replicaStatus(set: KubeObject, pods: readonly KubeObject[]): { readonly [name: string]: number } {
  const ready = pods.filter(isReady).length;
  return {
    replicas: pods.length,
    fullyLabeledReplicas: pods.length,
    ...(ready === 0 ? {} : { readyReplicas: ready, availableReplicas: ready }),
    observedGeneration: set.metadata.generation ?? 1,
  };
}
