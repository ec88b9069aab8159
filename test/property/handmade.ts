import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterInput } from './pipeline';
import { type ProfileDocument, profileOf, publishedServices } from './setting';

/** Objects for clusters that are made by hand. */

const SETTINGS: ProfileDocument = {
  deviceGroup: 'dg',
  style: 'readable',
  sctp: 'refuse',
  inspection: 'server-only',
  refused: 'leave-out',
  nodes: { toPods: 'off', ports: [], addresses: [] },
  tags: { hostNetwork: 'registered', labelKey: 'identity' },
  podCIDRs: ['10.244.0.0/16'],
};

export function clusterOf(objects: readonly RawObject[], settings: Partial<ProfileDocument> = {}): ClusterInput {
  // JSON leaves out what is undefined.
  const document = JSON.parse(JSON.stringify({ ...SETTINGS, ...settings })) as ProfileDocument;
  return { objects, profile: profileOf(document), services: publishedServices(), lastGood: [] };
}

export function namespace(name: string, labels: Readonly<Record<string, string>> = {}): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** `shop/web`: a pod with one address; `more` is laid over the object. */
export function pod(
  name: string,
  labels: Readonly<Record<string, string>>,
  ip: string,
  more: { readonly spec?: RawObject; readonly metadata?: RawObject; readonly status?: RawObject } = {},
): RawObject {
  const [space, short] = name.split('/');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: space, name: short, labels, ...more.metadata },
    spec: { containers: [], ...more.spec },
    status: { podIPs: [{ ip }], ...more.status },
  };
}

/** A NetworkPolicy; annotations without their prefix. */
export function policy(
  name: string,
  spec: RawObject,
  annotations: Readonly<Record<string, string>> = {},
): RawObject & { readonly metadata: RawObject } {
  const [space, short] = name.split('/');
  const prefixed = Object.entries(annotations).map(([key, value]) => [`np.panw.com/${key}`, value]);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: space, name: short, annotations: Object.fromEntries(prefixed) as unknown },
    spec,
  };
}

export function node(...addresses: readonly string[]): RawObject {
  const listed = addresses.map((address) => ({ type: 'InternalIP', address }));
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node' }, status: { addresses: listed } };
}

/** `shop/web`: a Service. */
export function service(name: string, spec: RawObject): RawObject {
  const [space, short] = name.split('/');
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace: space, name: short }, spec };
}

/** What the Service `shop/web` lists behind its port `p`. */
export function endpointSlice(name: string, address: string, port: number): RawObject {
  const [space, short] = name.split('/');
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { namespace: space, name: `${short}-1`, labels: { 'kubernetes.io/service-name': short } },
    addressType: 'IPv4',
    endpoints: [{ addresses: [address] }],
    ports: [{ name: 'p', port }],
  };
}
