import { createObject, updateObject } from '../api/lifecycle';
import { resourceOf, type Cluster } from '../cluster';
import { canonicalJson, numberOf, objectOf, stringMapOf, type JsonObject } from '../values/json';
import { controllerOf, controllerReference, specOf, statusOf, type KubeObject } from '../values/object';
import { templateHash } from '../values/names';
import { writeStatus } from './ownedpods';

const HASH_LABEL = 'pod-template-hash';

/** Keeps one ReplicaSet for the current template; those of earlier templates have no pods. */
export function reconcileDeployment(cluster: Cluster, key: string): void {
  const deployment = cluster.store.get('deployments.apps', key);
  if (deployment === undefined) return;
  const resource = resourceOf(cluster, 'apps/v1', 'ReplicaSet');
  const spec = specOf(deployment);
  const replicas = numberOf(spec.replicas, 1);
  const hash = templateHash(canonicalJson(spec.template));
  const name = `${deployment.metadata.name}-${hash}`;
  const sets = replicaSetsOf(cluster, deployment);
  for (const set of sets) {
    const wanted = set.metadata.name === name ? replicas : 0;
    if (specOf(set).replicas === wanted) continue;
    updateObject(cluster, resource, set, { ...set, spec: { ...specOf(set), replicas: wanted } }, 'object', 'store');
  }
  if (!sets.some((set) => set.metadata.name === name)) {
    createObject(cluster, resource, newReplicaSet(deployment, name, hash, replicas), 'store');
  }
  writeStatus(cluster, 'deployments.apps', deployment, statusFrom(cluster, deployment, name));
}

function replicaSetsOf(cluster: Cluster, deployment: KubeObject): readonly KubeObject[] {
  return cluster.queue
    .dependentsOf(deployment.metadata.uid)
    .filter(({ storage }) => storage === 'replicasets.apps')
    .map(({ storage, key }) => cluster.store.get(storage, key))
    .filter((set) => set !== undefined)
    .filter((set) => controllerOf(set)?.uid === deployment.metadata.uid);
}

function newReplicaSet(
  deployment: KubeObject,
  name: string,
  hash: string,
  replicas: number,
): { readonly metadata: JsonObject; readonly spec: JsonObject } {
  const spec = specOf(deployment);
  const template = objectOf(spec.template);
  const labels = { ...stringMapOf(objectOf(template.metadata).labels), [HASH_LABEL]: hash };
  const selector = objectOf(spec.selector);
  return {
    metadata: {
      name,
      namespace: deployment.metadata.namespace ?? '',
      labels,
      annotations: { 'deployment.kubernetes.io/desired-replicas': String(replicas) },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas,
      selector: { ...selector, matchLabels: { ...stringMapOf(selector.matchLabels), [HASH_LABEL]: hash } },
      template: { ...template, metadata: { ...objectOf(template.metadata), labels } },
    },
  };
}

function statusFrom(cluster: Cluster, deployment: KubeObject, current: string): JsonObject {
  const sets = replicaSetsOf(cluster, deployment);
  const sum = (field: string, list: readonly KubeObject[]): number =>
    list.reduce((total, set) => total + numberOf(statusOf(set)[field], 0), 0);
  const wanted = numberOf(specOf(deployment).replicas, 1);
  const ready = sum('readyReplicas', sets);
  const counts = {
    replicas: sum('replicas', sets),
    updatedReplicas: sum(
      'replicas',
      sets.filter((set) => set.metadata.name === current),
    ),
    readyReplicas: ready,
    availableReplicas: ready,
    unavailableReplicas: Math.max(0, wanted - ready),
  };
  const isAvailable = ready >= wanted;
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    conditions: [
      {
        type: 'Available',
        status: isAvailable ? 'True' : 'False',
        reason: isAvailable ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
      },
    ],
  };
}
