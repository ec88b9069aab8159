import { compareText, sortedUnique, stableSort } from '../text/canonical';
import { readCidr } from './cidrtext';
import { nameOf, objectPath } from './identity';
import { canonicalAddresses } from './pods/pods';
import { isObject, objectsOf, readString, report, shown, type Reader } from './read';
import type { Node, RawObject } from './types';

/** Nodes and the cluster's address ranges (Kubernetes API documentation, v1 Node, networking.k8s.io/v1 ServiceCIDR). */

/** All Nodes, by name. */
export function readNodes(reader: Reader, objects: readonly RawObject[]): Node[] {
  const nodes = objects.map((object) => readNode(reader, object));
  return stableSort(nodes, (a, b) => compareText(a.name, b.name));
}

function readNode(reader: Reader, object: RawObject): Node {
  const status = isObject(object.status) ? object.status : {};
  const spec = isObject(object.spec) ? object.spec : {};
  const addresses = objectsOf(status.addresses).filter(
    (entry) => entry.type === 'InternalIP' || entry.type === 'ExternalIP',
  );
  const texts = addresses.map((entry) => entry.address);
  const ranges = Array.isArray(spec.podCIDRs) ? (spec.podCIDRs as unknown[]) : [];
  return {
    name: nameOf(object),
    addresses: canonicalAddresses(texts),
    podCIDRs: readCidrs(reader, ranges.concat([spec.podCIDR]), objectPath(object, 'spec.podCIDRs')),
  };
}

/** The ranges of all ServiceCIDR objects. */
export function readServiceCidrs(reader: Reader, objects: readonly RawObject[]): string[] {
  const cidrs: string[] = [];
  for (const object of objects) {
    const spec = isObject(object.spec) ? object.spec : {};
    const values = Array.isArray(spec.cidrs) ? (spec.cidrs as unknown[]) : [];
    for (const cidr of readCidrs(reader, values, objectPath(object, 'spec.cidrs'))) cidrs.push(cidr);
  }
  return sortedUnique(cidrs);
}

function readCidrs(reader: Reader, values: readonly unknown[], path: string): string[] {
  const cidrs: string[] = [];
  for (const value of values) {
    const text = readString(reader, value, path);
    if (text === undefined || text === '') continue;
    const reading = readCidr(text);
    if (reading.kind === 'cidr') cidrs.push(reading.text);
    else report(reader, 'cidr-invalid', { value: shown(text), reason: reading.reason }, path);
  }
  return sortedUnique(cidrs);
}
