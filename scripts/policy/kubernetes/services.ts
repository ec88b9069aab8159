import { compareText, hasKey, stableSort } from '../text/canonical';
import { metadataField, nameOf, namespaceOf, objectPath } from './identity';
import { canonicalAddresses } from './pods';
import { isObject, objectsOf, readStringMap, type Reader } from './read';
import type { RawObject, Service, ServicePort, StringMap } from './types';

/** Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */

/** The label by which an EndpointSlice says whose it is. */
const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';

/** The objects that Services are read from. */
export interface ServiceObjects {
  readonly services: readonly RawObject[];
  readonly endpointSlices: readonly RawObject[];
  readonly endpoints: readonly RawObject[];
}

/** All Services, by namespace and name. */
export function readServices(reader: Reader, objects: ServiceObjects): Service[] {
  const addresses = endpointAddresses(objects);
  const services = objects.services.map((object) => {
    const id = namespaceOf(object) + '/' + nameOf(object);
    return readService(reader, object, hasKey(addresses, id) ? addresses[id] : []);
  });
  return stableSort(services, (a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

function readService(reader: Reader, object: RawObject, endpoints: readonly unknown[]): Service {
  const spec = isObject(object.spec) ? object.spec : {};
  const type = serviceType(spec.type);
  const clusterIPs = Array.isArray(spec.clusterIPs) ? spec.clusterIPs : [spec.clusterIP];
  return {
    namespace: namespaceOf(object),
    name: nameOf(object),
    labels: readStringMap(reader, metadataField(object, 'labels'), objectPath(object, 'metadata.labels')),
    type,
    headless: spec.clusterIP === 'None' || clusterIPs.indexOf('None') >= 0,
    clusterIPs: canonicalAddresses(clusterIPs.concat([spec.clusterIP])),
    selector: readServiceSelector(reader, object, spec, type),
    ports: objectsOf(spec.ports).map(readServicePort),
    endpoints: canonicalAddresses(endpoints),
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

function readServicePort(port: RawObject): ServicePort {
  const number = typeof port.port === 'number' ? port.port : 0;
  const target = port.targetPort;
  const hasTarget = (typeof target === 'number' && target !== 0) || (typeof target === 'string' && target !== '');
  return {
    name: typeof port.name === 'string' ? port.name : '',
    protocol: port.protocol === 'UDP' || port.protocol === 'SCTP' ? port.protocol : 'TCP',
    port: number,
    targetPort: hasTarget ? target : number,
  };
}

/** By `namespace/name` of the Service: addresses of all endpoints, ready or not (readiness comes and goes). */
function endpointAddresses(objects: ServiceObjects): { [id: string]: unknown[] } {
  const addresses: { [id: string]: unknown[] } = {};
  for (const slice of objects.endpointSlices) {
    const labels = metadataField(slice, 'labels');
    const name = isObject(labels) ? labels[SERVICE_NAME_LABEL] : undefined;
    if (typeof name !== 'string') continue;
    for (const endpoint of objectsOf(slice.endpoints)) addAll(addresses, slice, name, endpoint.addresses);
  }
  for (const endpoints of objects.endpoints) {
    for (const subset of objectsOf(endpoints.subsets)) {
      const found = objectsOf(subset.addresses).concat(objectsOf(subset.notReadyAddresses));
      const texts = found.map((address) => address.ip);
      addAll(addresses, endpoints, nameOf(endpoints), texts);
    }
  }
  return addresses;
}

function addAll(addresses: { [id: string]: unknown[] }, object: RawObject, name: string, found: unknown): void {
  if (!Array.isArray(found)) return;
  const id = namespaceOf(object) + '/' + name;
  if (!hasKey(addresses, id)) addresses[id] = [];
  for (const address of found as unknown[]) addresses[id].push(address);
}
