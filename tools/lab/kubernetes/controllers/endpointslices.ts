import { createObject, updateObject } from '../api/lifecycle';
import { deleteObject } from '../api/removal';
import type { Resource } from '../api/resources';
import { resourceOf, type Cluster } from '../cluster';
import { parseAddress } from '../values/address';
import {
  canonicalJson,
  listOf,
  numberOf,
  objectsOf,
  sameJson,
  stringMapOf,
  textOf,
  type JsonObject,
} from '../values/json';
import { controllerReference, labelsOf, specOf, statusOf, type Draft, type KubeObject } from '../values/object';
import { selects } from '../validate/labelselector';
import { removeEndpoints, writeEndpoints } from './endpoints';
import type { Wanted } from './wantedslice';
import { isReady } from './ownedpods';

const STORAGE = 'endpointslices.discovery.k8s.io';
const SERVICE_LABEL = 'kubernetes.io/service-name';
const MANAGED_LABEL = 'endpointslice.kubernetes.io/managed-by';
const MANAGER = 'endpointslice-controller.k8s.io';

/** Endpoints in one slice at most (the controller's default). */
const SLICE_LIMIT = 100;

/**
 * Keeps the EndpointSlices of a Service with a selector: per family, and per set of port numbers, since a named target
 * port may be another number on another pod.
 */
export function reconcileEndpointSlices(cluster: Cluster, key: string): void {
  const service = cluster.store.get('services', key);
  if (service === undefined) {
    removeEndpoints(cluster, key);
    return;
  }
  const selector = specOf(service).selector;
  if (Object.keys(stringMapOf(selector)).length === 0 || specOf(service).type === 'ExternalName') return;
  const resource = resourceOf(cluster, 'discovery.k8s.io/v1', 'EndpointSlice');
  const present = managedSlices(cluster, service);
  const wanted = wantedSlices(service, podsFor(cluster, service));
  writeEndpoints(cluster, service, wanted);
  const unused = [...present];
  for (const slice of wanted) {
    const at = unused.findIndex((old) => old.addressType === slice.addressType && sameJson(old.ports, slice.ports));
    const old = at < 0 ? undefined : unused.splice(at, 1)[0];
    if (old === undefined) createObject(cluster, resource, newSlice(service, slice), 'store');
    else updateSlice(cluster, resource, old, slice, service);
  }
  for (const slice of unused) deleteObject(cluster, resource, slice, 'Background');
}

function updateSlice(cluster: Cluster, resource: Resource, old: KubeObject, wanted: Wanted, service: KubeObject): void {
  const labels = { ...labelsOf(service), ...sliceLabels(service) };
  const next = { ...old, metadata: { ...old.metadata, labels }, endpoints: wanted.endpoints };
  updateObject(cluster, resource, old, next, 'object', 'store');
}

function managedSlices(cluster: Cluster, service: KubeObject): readonly KubeObject[] {
  return cluster.queue
    .dependentsOf(service.metadata.uid)
    .filter(({ storage }) => storage === STORAGE)
    .map(({ key }) => cluster.store.get(STORAGE, key))
    .filter((slice) => slice !== undefined)
    .filter((slice) => labelsOf(slice)[MANAGED_LABEL] === MANAGER);
}

function podsFor(cluster: Cluster, service: KubeObject): readonly KubeObject[] {
  const selector = { matchLabels: specOf(service).selector };
  return cluster.store
    .list('pods', service.metadata.namespace)
    .filter((pod) => selects(selector, labelsOf(pod)))
    .filter((pod) => ['Running', 'Pending'].includes(textOf(statusOf(pod).phase)));
}

function wantedSlices(service: KubeObject, pods: readonly KubeObject[]): readonly Wanted[] {
  const families = listOf(specOf(service).ipFamilies).filter((family) => family === 'IPv4' || family === 'IPv6');
  return families.flatMap((addressType) => {
    const groups = new Map<string, { ports: readonly JsonObject[]; endpoints: JsonObject[] }>();
    for (const pod of pods) {
      const address = objectsOf(statusOf(pod).podIPs)
        .map(({ ip }) => textOf(ip))
        .find((ip) => parseAddress(ip)?.family === addressType);
      if (address === undefined) continue;
      const ports = portsOn(service, pod);
      const group = groups.get(canonicalJson(ports)) ?? { ports, endpoints: [] };
      groups.set(canonicalJson(ports), group);
      group.endpoints.push(endpoint(service, pod, address));
    }
    const slices = [...groups.values()].flatMap(({ ports, endpoints }) =>
      chunks(endpoints).map((part) => ({ addressType, ports, endpoints: part })),
    );
    // A Service that selects nothing has one slice without endpoints and ports.
    return slices.length > 0 ? slices : [{ addressType, ports: [], endpoints: [] }];
  });
}

function endpoint(service: KubeObject, pod: KubeObject, address: string): JsonObject {
  const ready = isReady(pod);
  const publishes = specOf(service).publishNotReadyAddresses === true;
  return {
    addresses: [address],
    conditions: { ready: ready || publishes, serving: ready, terminating: false },
    nodeName: specOf(pod).nodeName,
    targetRef: {
      kind: 'Pod',
      namespace: pod.metadata.namespace,
      name: pod.metadata.name,
      uid: pod.metadata.uid,
    },
  };
}

/** The Service's ports as numbers of this pod; a name that the pod does not have is left out. */
function portsOn(service: KubeObject, pod: KubeObject): readonly JsonObject[] {
  return objectsOf(specOf(service).ports).flatMap(({ name, protocol, targetPort, port }) => {
    const number =
      typeof targetPort === 'string'
        ? namedPort(pod, targetPort, textOf(protocol))
        : numberOf(targetPort, numberOf(port, 0));
    return number === undefined ? [] : [{ name: textOf(name), protocol, port: number }];
  });
}

function namedPort(pod: KubeObject, name: string, protocol: string): number | undefined {
  const found = objectsOf(specOf(pod).containers)
    .flatMap((container) => objectsOf(container.ports))
    .find((port) => port.name === name && textOf(port.protocol) === protocol);
  return typeof found?.containerPort === 'number' ? found.containerPort : undefined;
}

function chunks(endpoints: readonly JsonObject[]): readonly (readonly JsonObject[])[] {
  const count = Math.ceil(endpoints.length / SLICE_LIMIT);
  return Array.from({ length: count }, (_, index) => endpoints.slice(index * SLICE_LIMIT, (index + 1) * SLICE_LIMIT));
}

const sliceLabels = (service: KubeObject): { readonly [label: string]: string } => ({
  [MANAGED_LABEL]: MANAGER,
  [SERVICE_LABEL]: service.metadata.name,
});

function newSlice(service: KubeObject, { addressType, ports, endpoints }: Wanted): Draft {
  return {
    metadata: {
      generateName: `${service.metadata.name}-`,
      namespace: service.metadata.namespace ?? '',
      labels: { ...labelsOf(service), ...sliceLabels(service) },
      ownerReferences: [controllerReference(service)],
    },
    addressType,
    endpoints,
    ports,
  };
}
