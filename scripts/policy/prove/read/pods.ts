import type { Protocol, RawObject, StringMap } from '../../kubernetes/types';
import { compareText, hasKey, stableSort } from '../../text/canonical';
import { type Address, addressOfDigits, parseAddress } from './addresses';
import { kubeletPorts } from './kubelet';
import { asList, asObject, asStringMap, asText, at, isPortNumber, nameOf, namespaceOf } from './raw';
import { podNames, standingWorkloads, templateOf } from './workloads';

/** A name for a port of a pod, as policies and Services use it. */
export interface PodPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** A pod, or the pods of a workload. */
export interface PodFacts {
  /** `web-1`, or `Deployment web` for the pods that a workload makes. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: StringMap;
  readonly hostNetwork: boolean;
  /** For `addressesOf`: '' where not known. Of a host-network pod: its node's. */
  readonly addressText: string;
  readonly namedPorts: readonly PodPort[];
  /** TCP ports that the kubelet connects to. */
  readonly kubeletPorts: readonly number[];
  /** `workload`: stands for any number of pods. */
  readonly kind: 'pod' | 'workload';
}

/** Reads Pods and the pod templates of workloads. Pods that have ended are passed over: they hold no address. */
export function readPods(objects: readonly RawObject[]): PodFacts[] {
  const pods: PodFacts[] = [];
  const lasting = objects.filter(
    ({ kind, status }) =>
      !/^(Pod|FoldedPods)$/.test(asText(kind)) || !/^(Succeeded|Failed)$/.test(asText(asObject(status).phase)),
  );
  for (const object of lasting) {
    if (object.kind === 'Pod') pods.push(readPod(object, namespaceOf(object), nameOf(object), 'pod'));
    else if (object.kind === 'FoldedPods') for (const pod of unfolded(object)) pods.push(pod);
  }
  for (const workload of standingWorkloads(lasting)) {
    const name = asText(workload.kind) + ' ' + nameOf(workload);
    pods.push(readPod(templateOf(workload), namespaceOf(workload), name, 'workload'));
  }
  return stableSort(pods, (a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

function readPod(object: RawObject, namespace: string, name: string, kind: PodFacts['kind']): PodFacts {
  const spec = asObject(object.spec);
  const containers = servingContainers(spec);
  const hostNetwork = spec.hostNetwork === true;
  return {
    name,
    namespace,
    labels: asStringMap(at(object, ['metadata', 'labels'])),
    hostNetwork,
    addressText: kind === 'pod' ? podAddresses(object, hostNetwork) : '',
    namedPorts: namedPorts(containers),
    kubeletPorts: kubeletPorts(containers),
    kind,
  };
}

/** The pods that the watcher has folded into one object: each with its name and addresses, in all else alike. */
function unfolded(object: RawObject): PodFacts[] {
  const alike = readPod(object, namespaceOf(object), '', 'pod');
  const addresses = asList(object.addresses);
  return podNames(object).map((name, position) => ({
    ...alike,
    name,
    addressText: addressText(asText(addresses[position]).split(',')),
  }));
}

/** Whether they certainly differ in name and addresses alone: folded pods have the same objects, not only equal ones. */
export function isSameKind(one: PodFacts, other: PodFacts): boolean {
  return one.labels === other.labels && one.namedPorts === other.namedPorts && one.kubeletPorts === other.kubeletPorts;
}

/** One of the pods that differ in name and address alone, for what asks for neither. */
export function kindsOfPods(pods: readonly PodFacts[]): PodFacts[] {
  return pods.filter((pod, index) => index === 0 || !isSameKind(pod, pods[index - 1]));
}

/** Containers that keep running: the containers, and init containers that restart (sidecars). */
function servingContainers(spec: RawObject): RawObject[] {
  const sidecars = asList(spec.initContainers)
    .map(asObject)
    .filter((container) => container.restartPolicy === 'Always');
  return asList(spec.containers).map(asObject).concat(sidecars);
}

function podAddresses(object: RawObject, hostNetwork: boolean): string {
  const texts: string[] = [];
  for (const item of asList(at(object, ['status', 'podIPs']))) texts.push(asText(asObject(item).ip));
  texts.push(asText(at(object, ['status', 'podIP'])));
  if (hostNetwork) {
    for (const item of asList(at(object, ['status', 'hostIPs']))) texts.push(asText(asObject(item).ip));
    texts.push(asText(at(object, ['status', 'hostIP'])));
  }
  return addressText(texts);
}

/** The digits of those that are addresses, each once. */
function addressText(texts: readonly string[]): string {
  const seen: { [digits: string]: true } = {};
  const found: string[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (!address || hasKey(seen, address.digits)) continue;
    seen[address.digits] = true;
    found.push(address.digits);
  }
  return found.join(' ');
}

/** The addresses of a pod. Kept as text: as lists, those of many pods take most of the memory of a proof. */
export function addressesOf({ addressText: text }: Pick<PodFacts, 'addressText'>): Address[] {
  return text === '' ? [] : text.split(' ').map(addressOfDigits);
}

/** `protocol` of a port; TCP where it is not given. */
export function protocolOf(value: unknown): Protocol {
  return value === 'UDP' || value === 'SCTP' ? value : 'TCP';
}

function namedPorts(containers: readonly RawObject[]): PodPort[] {
  const ports: PodPort[] = [];
  const seen: { [key: string]: true } = {};
  for (const container of containers) {
    for (const item of asList(container.ports)) {
      const port = asObject(item);
      const name = asText(port.name);
      const key = name + '/' + protocolOf(port.protocol);
      // A name stands for the first port with this name and protocol (kubelet's FindPort).
      if (name === '' || !isPortNumber(port.containerPort) || hasKey(seen, key)) continue;
      seen[key] = true;
      ports.push({ name, protocol: protocolOf(port.protocol), port: port.containerPort });
    }
  }
  return ports;
}

/** The number that a port name stands for on a pod; undefined where the pod has no such port. */
export function resolvePort(ports: readonly PodPort[], name: string, protocol: Protocol): number | undefined {
  for (const port of ports) if (port.name === name && port.protocol === protocol) return port.port;
  return undefined;
}

/** Every number that some pod gives a name, by name and protocol; nobody reaches host-network pods by names. */
export interface PortNumbers {
  readonly [name: string]: readonly number[];
}

/** Looks all of them up. */
export function portNumbers(pods: readonly PodFacts[]): PortNumbers {
  const numbers: { [name: string]: number[] } = {};
  for (const pod of pods) {
    for (const { name, protocol, port } of pod.hostNetwork ? [] : pod.namedPorts) {
      const key = name + '/' + protocol;
      if (!hasKey(numbers, key)) numbers[key] = [port];
      else if (numbers[key].indexOf(port) < 0) numbers[key].push(port);
    }
  }
  return numbers;
}

/** Every number that some pod gives the name. */
export function everyNumber(numbers: PortNumbers, name: string, protocol: Protocol): readonly number[] {
  const key = name + '/' + protocol;
  return hasKey(numbers, key) ? numbers[key] : [];
}
