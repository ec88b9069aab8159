import type { Protocol, RawObject, StringMap } from '../../kubernetes/types';
import { compareText, hasKey, sortedKeys, stableSort } from '../../text/canonical';
import { type Address, parseAddress } from './addresses';
import { type ByNamespace, inNamespace } from './bynamespace';
import { protocolOf } from './pods';
import { asList, asObject, asStringMap, asStrings, asText, at, isPortNumber, nameOf, namespaceOf } from './raw';
import { type LabelSelector, equalitySelector, selectorHolds } from './selectors';

/** A port of a Service; `targetPort` is a number, or the name of a port of its pods. */
export interface ServicePortFacts {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly targetPort: number | string;
}

/** An address behind a Service without selector, with the numbers of the Service's ports there, by port name. */
export interface EndpointFacts {
  readonly address: Address;
  readonly ports: { readonly [name: string]: number };
}

/** What the proof knows of a Service. */
export interface ServiceFacts {
  readonly namespace: string;
  readonly name: string;
  readonly labels: StringMap;
  /** Empty for headless Services and ExternalName. */
  readonly clusterAddresses: readonly Address[];
  /** undefined: a Service without selector, whose endpoints are listed. */
  readonly selector: LabelSelector | undefined;
  readonly ports: readonly ServicePortFacts[];
  readonly endpoints: readonly EndpointFacts[];
}

/** Reads Services with the endpoints of those that have no selector (EndpointSlices, else Endpoints). */
export function readServices(objects: readonly RawObject[]): ServiceFacts[] {
  const endpoints = readEndpoints(objects);
  const services: ServiceFacts[] = [];
  for (const object of objects) {
    if (object.kind !== 'Service') continue;
    const spec = asObject(object.spec);
    const key = namespaceOf(object) + '/' + nameOf(object);
    const isExternalName = spec.type === 'ExternalName';
    // Core/v1 ServiceSpec: "Ignored if type is ExternalName".
    const selector = isExternalName ? {} : asStringMap(spec.selector);
    services.push({
      namespace: namespaceOf(object),
      name: nameOf(object),
      labels: asStringMap(at(object, ['metadata', 'labels'])),
      clusterAddresses: isExternalName ? [] : clusterAddresses(spec),
      selector: sortedKeys(selector).length > 0 ? equalitySelector(selector) : undefined,
      ports: servicePorts(spec),
      endpoints: hasKey(endpoints, key) ? endpoints[key] : [],
    });
  }
  return stableSort(services, (a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

function clusterAddresses(spec: RawObject): Address[] {
  const several = asStrings(spec.clusterIPs);
  const addresses: Address[] = [];
  for (const text of several.length > 0 ? several : [asText(spec.clusterIP)]) {
    const address = parseAddress(text);
    if (address) addresses.push(address);
  }
  return addresses;
}

function servicePorts(spec: RawObject): ServicePortFacts[] {
  const ports: ServicePortFacts[] = [];
  for (const item of asList(spec.ports)) {
    const port = asObject(item);
    if (!isPortNumber(port.port)) continue;
    ports.push({
      name: asText(port.name),
      protocol: protocolOf(port.protocol),
      port: port.port,
      targetPort: targetPort(port.targetPort, port.port),
    });
  }
  return ports;
}

/**
 * `targetPort` defaults to `port`; 0 counts as not given (core/v1 ServicePort). A number that is no port is a name that
 * no pod has.
 */
function targetPort(value: unknown, port: number): number | string {
  if (isPortNumber(value)) return value;
  if (typeof value === 'number' && value !== 0) return '';
  return asText(value) || port;
}

function readEndpoints(objects: readonly RawObject[]): { [service: string]: EndpointFacts[] } {
  const found: { [service: string]: EndpointFacts[] } = {};
  function add(service: string, addresses: readonly string[], ports: { [name: string]: number }): void {
    if (!hasKey(found, service)) found[service] = [];
    for (const text of addresses) {
      const address = parseAddress(text);
      if (address) found[service].push({ address, ports });
    }
  }
  const sliced: { [service: string]: true } = {};
  for (const object of objects) {
    const service = asText(at(object, ['metadata', 'labels', 'kubernetes.io/service-name']));
    if (object.kind !== 'EndpointSlice' || service === '') continue;
    const key = namespaceOf(object) + '/' + service;
    sliced[key] = true;
    for (const item of asList(object.endpoints)) {
      add(key, asStrings(asObject(item).addresses), portNumbers(object.ports));
    }
  }
  for (const object of objects) {
    const key = namespaceOf(object) + '/' + nameOf(object);
    // Endpoints are mirrored into EndpointSlices, which are the complete form.
    if (object.kind !== 'Endpoints' || hasKey(sliced, key)) continue;
    for (const item of asList(object.subsets)) {
      const subset = asObject(item);
      // Readiness comes and goes.
      const listed = asList(subset.addresses).concat(asList(subset.notReadyAddresses));
      const addresses = listed.map((entry) => asText(asObject(entry).ip));
      add(key, addresses, portNumbers(subset.ports));
    }
  }
  return found;
}

function portNumbers(value: unknown): { [name: string]: number } {
  const numbers: { [name: string]: number } = {};
  for (const item of asList(value)) {
    const port = asObject(item);
    if (isPortNumber(port.port)) numbers[asText(port.name)] = port.port;
  }
  return numbers;
}

/** True where the Service's selector selects the pod. */
export function selectsPod(service: ServiceFacts, namespace: string, labels: StringMap): boolean {
  if (service.namespace !== namespace || service.selector === undefined) return false;
  return selectorHolds(service.selector, labels);
}

/** The Services that select a pod. */
export function selectingServices(
  servicesIn: ByNamespace<ServiceFacts>,
  namespace: string,
  labels: StringMap,
): ServiceFacts[] {
  return inNamespace(servicesIn, namespace).filter((service) => selectsPod(service, namespace, labels));
}
