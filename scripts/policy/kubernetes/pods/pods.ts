import { compareText, hasKey, sortedUnique, stableSort } from '../../text/canonical';
import { canonicalAddress, familyOfText } from '../cidrtext';
import { isFirewallAnnotated } from '../namespaces';
import { isObject, objectsOf, readStringMap, type Reader } from '../read';
import { metadataField, nameOf, namespaceOf, objectPath } from '../identity';
import { isPortNumber, kubeletPortsOf } from './kubeletports';
import { portNameText } from './portusers';
import type { NamedPort, Protocol, RawObject, StringMap } from '../types';

/** What matters of one pod, or of the pods that a workload makes. */
export interface PodFacts {
  readonly namespace: string;
  /** The pod's name, or `deployment/name` for a workload. */
  readonly name: string;
  readonly labels: StringMap;
  readonly namedPorts: readonly NamedPort[];
  readonly probePorts: readonly number[];
  readonly hostNetwork: boolean;
  /** Whether the plugin has a tag for its owner. */
  readonly hasOwnerTag: boolean;
  /** By its own annotation. */
  readonly firewallAnnotated: boolean;
  /** Canonical texts, sorted. */
  readonly addresses: readonly string[];
  readonly families: readonly ('IPv4' | 'IPv6')[];
  /** 1 for a pod, 0 for a workload. */
  readonly count: number;
}

/** True for pods that have ended: they have no address any more. */
export function hasEnded(pod: RawObject): boolean {
  const status = isObject(pod.status) ? pod.status : {};
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

/** Reads a Pod object; labels that are no texts become diagnostics, and the pod is read without them. */
export function readPod(reader: Reader, pod: RawObject): PodFacts {
  const addresses = podAddresses(pod);
  return readPodLike(reader, pod, pod, {
    name: nameOf(pod),
    addresses,
    hasOwnerTag: objectsOf(metadataField(pod, 'ownerReferences')).some(({ kind }) => isTaggedOwner(kind)),
    count: 1,
  });
}

/** Reads the pods that a workload makes from its pod template, which has the form of a pod. */
export function readTemplate(reader: Reader, workload: RawObject, template: RawObject): PodFacts {
  return readPodLike(reader, workload, template, {
    name: String(workload.kind).toLowerCase() + '/' + nameOf(workload),
    addresses: [],
    // A Deployment makes its pods through a ReplicaSet.
    hasOwnerTag: workload.kind === 'Deployment' || isTaggedOwner(workload.kind),
    count: 0,
  });
}

/** Owners that the plugin has a tag for (vendor's documentation, "IP-Address-to-Tag Mapping of Kubernetes Attributes"). */
function isTaggedOwner(kind: unknown): boolean {
  return kind === 'DaemonSet' || kind === 'ReplicaSet' || kind === 'StatefulSet';
}

function readPodLike(
  reader: Reader,
  owner: RawObject,
  pod: RawObject,
  own: Pick<PodFacts, 'name' | 'addresses' | 'hasOwnerTag' | 'count'>,
): PodFacts {
  const metadata = isObject(pod.metadata) ? pod.metadata : {};
  const path = owner === pod ? 'metadata.labels' : 'spec.template.metadata.labels';
  const labels = readStringMap(reader, metadata.labels, objectPath(owner, path));
  const spec = isObject(pod.spec) ? pod.spec : {};
  const containers = servingContainers(spec);
  return {
    namespace: namespaceOf(owner),
    name: own.name,
    labels,
    namedPorts: namedPortsOf(containers),
    probePorts: kubeletPortsOf(containers),
    hostNetwork: spec.hostNetwork === true,
    hasOwnerTag: own.hasOwnerTag,
    firewallAnnotated: isFirewallAnnotated(pod),
    addresses: own.addresses,
    families: sortedUnique(own.addresses.map(familyOfText)) as ('IPv4' | 'IPv6')[],
    count: own.count,
  };
}

/** Containers that run beside each other: the ordinary ones, and init containers that restart always (sidecars). */
function servingContainers(spec: RawObject): RawObject[] {
  const sidecars = objectsOf(spec.initContainers).filter((container) => container.restartPolicy === 'Always');
  return objectsOf(spec.containers).concat(sidecars);
}

/**
 * A name stands for the first port with this name and protocol (`FindPort` of Kubernetes), ordinary containers first.
 */
function namedPortsOf(containers: readonly RawObject[]): NamedPort[] {
  const ports: NamedPort[] = [];
  const known: { [text: string]: true } = {};
  for (const container of containers) {
    for (const port of objectsOf(container.ports)) {
      if (typeof port.name !== 'string' || port.name === '' || !isPortNumber(port.containerPort)) continue;
      const text = portNameText(port.name, protocolOf(port));
      if (hasKey(known, text)) continue;
      known[text] = true;
      ports.push({ name: port.name, protocol: protocolOf(port), port: port.containerPort });
    }
  }
  return stableSort(ports, compareNamedPorts);
}

function compareNamedPorts(a: NamedPort, b: NamedPort): number {
  return compareText(a.name, b.name) || compareText(a.protocol, b.protocol);
}

function protocolOf(port: RawObject): Protocol {
  return port.protocol === 'UDP' || port.protocol === 'SCTP' ? port.protocol : 'TCP';
}

/** A host-network pod has its node's addresses, whether they are told as the pod's or as the host's. */
function podAddresses(pod: RawObject): string[] {
  const status = isObject(pod.status) ? pod.status : {};
  const texts = objectsOf(status.podIPs).map((entry) => entry.ip);
  texts.push(status.podIP);
  if (isObject(pod.spec) && pod.spec.hostNetwork === true) {
    for (const entry of objectsOf(status.hostIPs)) texts.push(entry.ip);
    texts.push(status.hostIP);
  }
  return canonicalAddresses(texts);
}

/** The addresses among the values as canonical texts, sorted, without duplicates. */
export function canonicalAddresses(values: readonly unknown[]): string[] {
  const addresses: string[] = [];
  for (const value of values) {
    const address = typeof value === 'string' ? canonicalAddress(value) : undefined;
    if (address !== undefined) addresses.push(address);
  }
  return sortedUnique(addresses);
}
