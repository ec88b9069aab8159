import { createObject, updateObject } from '../api/lifecycle';
import { deleteObject } from '../api/removal';
import { resourceOf, type Cluster } from '../cluster';
import { fieldAt, listOf, type JsonObject } from '../values/json';
import { labelsOf, type KubeObject } from '../values/object';
import type { Wanted } from './wantedslice';

/** Keeps the older Endpoints object of a Service, which has the addresses of its main family. */
export function writeEndpoints(cluster: Cluster, service: KubeObject, slices: readonly Wanted[]): void {
  const resource = resourceOf(cluster, 'v1', 'Endpoints');
  const { name, namespace = '' } = service.metadata;
  const main = slices.filter((slice) => slice.addressType === slices[0]?.addressType);
  const subsets = main.filter(({ endpoints }) => endpoints.length > 0).map(subset);
  const draft = {
    metadata: { name, namespace, labels: labelsOf(service) },
    ...(subsets.length === 0 ? {} : { subsets }),
  };
  const before = cluster.store.get(resource.storage, `${namespace}/${name}`);
  if (before === undefined) createObject(cluster, resource, draft, 'store');
  else updateObject(cluster, resource, before, draft, 'object', 'store');
}

/** The Endpoints go with their Service, by name. */
export function removeEndpoints(cluster: Cluster, key: string): void {
  const resource = resourceOf(cluster, 'v1', 'Endpoints');
  const found = cluster.store.get(resource.storage, key);
  if (found !== undefined) deleteObject(cluster, resource, found, 'Background');
}

function subset({ endpoints, ports }: Wanted): JsonObject {
  const isReady = (endpoint: JsonObject): boolean => fieldAt(endpoint, 'conditions', 'ready') === true;
  const ready = endpoints.filter(isReady).map(address);
  const notReady = endpoints.filter((endpoint) => !isReady(endpoint)).map(address);
  return {
    ...(ready.length === 0 ? {} : { addresses: ready }),
    ...(notReady.length === 0 ? {} : { notReadyAddresses: notReady }),
    // A port without a name has an empty one in a slice, and none here.
    ports: ports.map(({ name, ...port }) => (name === '' ? port : { name, ...port })),
  };
}

const address = ({ addresses, nodeName, targetRef }: JsonObject): JsonObject => ({
  ip: listOf(addresses)[0],
  nodeName,
  targetRef,
});
