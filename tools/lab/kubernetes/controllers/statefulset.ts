import type { Cluster } from '../cluster';
import { canonicalJson, numberOf } from '../values/json';
import { labelsOf, specOf } from '../values/object';
import { templateHash } from '../values/names';
import { createPod, deletePod, isReady, podsOf, writeStatus } from './ownedpods';

const REVISION_LABEL = 'controller-revision-hash';

/** Keeps the pods NAME-0 to NAME-(n-1); those of another template are replaced. */
export function reconcileStatefulSet(cluster: Cluster, key: string): void {
  const set = cluster.store.get('statefulsets.apps', key);
  if (set === undefined) return;
  const replicas = numberOf(specOf(set).replicas, 1);
  const revision = `${set.metadata.name}-${templateHash(canonicalJson(specOf(set).template))}`;
  const names = Array.from({ length: replicas }, (_, index) => `${set.metadata.name}-${index}`);
  for (const pod of podsOf(cluster, set)) {
    const isCurrent = labelsOf(pod)[REVISION_LABEL] === revision;
    if (!isCurrent || !names.includes(pod.metadata.name)) deletePod(cluster, pod);
  }
  const present = podsOf(cluster, set).map((pod) => pod.metadata.name);
  names.forEach((name, index) => {
    if (present.includes(name)) return;
    const labels = {
      'apps.kubernetes.io/pod-index': String(index),
      [REVISION_LABEL]: revision,
      'statefulset.kubernetes.io/pod-name': name,
    };
    createPod(cluster, set, { name }, { labels });
  });
  const pods = podsOf(cluster, set);
  const ready = pods.filter(isReady).length;
  writeStatus(cluster, 'statefulsets.apps', set, {
    observedGeneration: set.metadata.generation ?? 1,
    replicas: pods.length,
    readyReplicas: ready,
    currentReplicas: pods.length,
    updatedReplicas: pods.length,
    availableReplicas: ready,
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
  });
}
