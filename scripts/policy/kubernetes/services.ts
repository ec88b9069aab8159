import { canonicalJson, compareText, hasKey, sortedKeys, stableSort } from '../text/canonical';
import { metadataField, nameOf, namespaceOf, objectPath } from './identity';
import { canonicalAddresses, type PodFacts } from './pods/pods';
import { isPortNumber } from './pods/kubeletports';
import { isObject, objectsOf, readStringMap, type Reader } from './read';
import type { RawObject, Service, ServiceEndpoint, ServicePort, StringMap } from './types';

/** Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */

/** The label by which an EndpointSlice says whose it is. */
export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';

/** The objects that Services are read from. */
export interface ServiceObjects {
  readonly services: readonly RawObject[];
  readonly endpointSlices: readonly RawObject[];
  readonly endpoints: readonly RawObject[];
}

/** All Services, by namespace and name. */
export function readServices(reader: Reader, objects: ServiceObjects): Service[] {
  const endpoints = endpointsByService(objects);
  const services = objects.services.map((object) => {
    const id = namespaceOf(object) + '/' + nameOf(object);
    return readService(reader, object, hasKey(endpoints, id) ? endpoints[id] : []);
  });
  return stableSort(services, (a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

function readService(reader: Reader, object: RawObject, endpoints: readonly ServiceEndpoint[]): Service {
  const spec = isObject(object.spec) ? object.spec : {};
  const type = serviceType(spec.type);
  const clusterIPs = Array.isArray(spec.clusterIPs) ? spec.clusterIPs : [spec.clusterIP];
  return {
    namespace: namespaceOf(object),
    name: nameOf(object),
    labels: readStringMap(reader, metadataField(object, 'labels'), objectPath(object, 'metadata.labels')),
    type,
    headless: spec.clusterIP === 'None' || clusterIPs.indexOf('None') >= 0,
    // ExternalName stands for a DNS name and has no address, whatever its other fields say (API documentation).
    clusterIPs: type === 'ExternalName' ? [] : canonicalAddresses(clusterIPs.concat([spec.clusterIP])),
    selector: readServiceSelector(reader, object, spec, type),
    ports: readServicePorts(spec.ports),
    endpoints,
  };
}

function serviceType(value: unknown): Service['type'] {
  return value === 'NodePort' || value === 'LoadBalancer' || value === 'ExternalName' ? value : 'ClusterIP';
}

/** An empty selector selects nothing here, unlike that of a policy; ExternalName ignores it (API documentation). */
function readServiceSelector(
  reader: Reader,
  object: RawObject,
  spec: RawObject,
  type: Service['type'],
): StringMap | undefined {
  const selector = readStringMap(reader, spec.selector, objectPath(object, 'spec.selector'));
  return type === 'ExternalName' || Object.keys(selector).length === 0 ? undefined : selector;
}

/** undefined where the numbers are none that the API server takes: nobody can connect there. */
function readServicePort(port: RawObject): ServicePort | undefined {
  if (!isPortNumber(port.port)) return undefined;
  const target = port.targetPort;
  const isGiven = target !== undefined && target !== null && target !== 0 && target !== '';
  if (isGiven && typeof target !== 'string' && !isPortNumber(target)) return undefined;
  return {
    name: typeof port.name === 'string' ? port.name : '',
    protocol: port.protocol === 'UDP' || port.protocol === 'SCTP' ? port.protocol : 'TCP',
    port: port.port,
    // `targetPort` defaults to `port`; 0 counts as not given (core/v1 ServicePort).
    targetPort: isGiven ? target : port.port,
  };
}

function readServicePorts(value: unknown): ServicePort[] {
  const ports: ServicePort[] = [];
  for (const item of objectsOf(value)) {
    const port = readServicePort(item);
    if (port) ports.push(port);
  }
  return ports;
}

/** The endpoints of each Service by `namespace/name`; readiness does not count, since it comes and goes. */
function endpointsByService(objects: ServiceObjects): { readonly [id: string]: readonly ServiceEndpoint[] } {
  const found: { [id: string]: ServiceEndpoint[] } = {};

  function add(id: string, addresses: readonly unknown[], ports: unknown): void {
    if (!hasKey(found, id)) found[id] = [];
    const numbers = portNumbers(ports);
    for (const address of canonicalAddresses(addresses)) {
      found[id].push({ address, ports: numbers, pod: undefined });
    }
  }

  for (const slice of objects.endpointSlices) {
    const labels = metadataField(slice, 'labels');
    const name = isObject(labels) ? labels[SERVICE_NAME_LABEL] : undefined;
    if (typeof name !== 'string') continue;
    const id = namespaceOf(slice) + '/' + name;
    for (const endpoint of objectsOf(slice.endpoints)) {
      add(id, Array.isArray(endpoint.addresses) ? endpoint.addresses : [], slice.ports);
    }
    if (!hasKey(found, id)) found[id] = [];
  }
  // Endpoints are mirrored into EndpointSlices (Kubernetes documentation, "EndpointSlices"), which are the complete
  // form.
  const sliced: { [id: string]: true } = {};
  for (const id of sortedKeys(found)) sliced[id] = true;
  for (const endpoints of objects.endpoints) {
    const id = namespaceOf(endpoints) + '/' + nameOf(endpoints);
    if (hasKey(sliced, id)) continue;
    for (const subset of objectsOf(endpoints.subsets)) {
      const listed = objectsOf(subset.addresses).concat(objectsOf(subset.notReadyAddresses));
      add(
        id,
        listed.map((entry) => entry.ip),
        subset.ports,
      );
    }
  }
  for (const id of Object.keys(found)) found[id].sort(compareEndpoints);
  return found;
}

/** The order of slices and of endpoints in them means nothing. */
function compareEndpoints(a: ServiceEndpoint, b: ServiceEndpoint): number {
  return compareText(a.address, b.address) || compareText(canonicalJson(a.ports), canonicalJson(b.ports));
}

function portNumbers(value: unknown): { readonly [name: string]: number } {
  const numbers: { [name: string]: number } = {};
  for (const port of objectsOf(value)) {
    if (isPortNumber(port.port)) numbers[typeof port.name === 'string' ? port.name : ''] = port.port;
  }
  return numbers;
}

/** The Services with the pods that have addresses of their endpoints. Only Services without selector need them. */
export function withEndpointPods(services: readonly Service[], pods: readonly PodFacts[]): readonly Service[] {
  if (!services.some(needsPods)) return services;
  const byAddress: { [address: string]: PodFacts } = {};
  for (const pod of pods) {
    if (!pod.hostNetwork) for (const address of pod.addresses) byAddress[address] = pod;
  }
  return services.map((service) =>
    needsPods(service) ? { ...service, endpoints: service.endpoints.map(withPod) } : service,
  );

  function withPod(endpoint: ServiceEndpoint): ServiceEndpoint {
    if (!hasKey(byAddress, endpoint.address)) return endpoint;
    const { namespace, labels } = byAddress[endpoint.address];
    return { ...endpoint, pod: { namespace, labels } };
  }
}

function needsPods(service: Service): boolean {
  return service.selector === undefined && service.endpoints.length > 0;
}
