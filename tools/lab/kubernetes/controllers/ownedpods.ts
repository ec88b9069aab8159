import { createObject } from '../api/lifecycle';
import { deleteObject } from '../api/removal';
import { resourceOf, type Cluster } from '../cluster';
import { objectOf, objectsOf, stringMapOf, type JsonObject, type StringMap } from '../values/json';
import { controllerOf, controllerReference, specOf, statusOf, type KubeObject } from '../values/object';

/** The pods that a controller made, oldest first. */
export function podsOf(cluster: Cluster, owner: KubeObject): readonly KubeObject[] {
  return cluster.queue
    .dependentsOf(owner.metadata.uid)
    .filter(({ storage }) => storage === 'pods')
    .map(({ key }) => cluster.store.get('pods', key))
    .filter((pod) => pod !== undefined)
    .filter((pod) => controllerOf(pod)?.uid === owner.metadata.uid);
}

/** Creates a pod from the template of its owner, under a fixed name or one with a random suffix. */
export function createPod(
  cluster: Cluster,
  owner: KubeObject,
  name: { readonly name: string } | { readonly generateName: string },
  more: { readonly labels?: StringMap; readonly nodeName?: string },
): KubeObject {
  const template = objectOf(specOf(owner).template);
  const metadata = objectOf(template.metadata);
  const labels = { ...stringMapOf(metadata.labels), ...more.labels };
  const annotations = stringMapOf(metadata.annotations);
  const draft = {
    metadata: {
      ...name,
      namespace: owner.metadata.namespace ?? '',
      labels,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: { ...objectOf(template.spec), ...(more.nodeName === undefined ? {} : { nodeName: more.nodeName }) },
  };
  return createObject(cluster, resourceOf(cluster, 'v1', 'Pod'), draft, 'store');
}

/** Deletes a pod that its controller no longer wants. */
export function deletePod(cluster: Cluster, pod: KubeObject): void {
  deleteObject(cluster, resourceOf(cluster, 'v1', 'Pod'), pod, 'Background');
}

/** Whether a pod's condition Ready is true. */
export const isReady = (pod: KubeObject): boolean =>
  objectsOf(statusOf(pod).conditions).some(({ type, status }) => type === 'Ready' && status === 'True');

/** Stores another status, if it is another one. */
export function writeStatus(cluster: Cluster, storage: string, object: KubeObject, status: JsonObject): void {
  const key = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  const current = cluster.store.get(storage, key);
  if (current === undefined || JSON.stringify(current.status) === JSON.stringify(status)) return;
  cluster.store.put(storage, key, { ...current, status });
}
