import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { METRICS, PORTS, entry, isPolicy, type Tier } from './application';

/** What clusters have besides policies and workloads. */

const SERVICE_NETWORK = '10.96.0.0/12';

/** A Service for each workload that others call, on the workload's port or on 80, and the network that they are in. */
export function servicesOf(objects: readonly RawObject[]): RawObject[] {
  const called = objects.filter((object) => object.kind === 'Deployment' && !isWorker(object));
  const network = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: 'kubernetes' },
    spec: { cidrs: [SERVICE_NETWORK] },
  };
  return [network, ...called.map((object, index) => serviceObject(object, index))];
}

function isWorker(deployment: RawObject): boolean {
  return (deployment.metadata as { readonly name: string }).name === 'worker';
}

function serviceObject(deployment: RawObject, index: number): RawObject {
  const { namespace, name } = deployment.metadata as { readonly namespace: string; readonly name: string };
  const targetPort = name in PORTS ? PORTS[name as Tier] : name === 'kube-dns' ? 53 : 9090;
  const protocols = name === 'kube-dns' ? ['UDP', 'TCP'] : ['TCP'];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace, name, labels: { app: name } },
    spec: {
      clusterIP: `10.${96 + Math.floor(index / 65536)}.${Math.floor(index / 256) % 256}.${index % 256}`,
      selector: { app: name },
      ports: protocols.map((protocol) => ({
        name: protocol.toLowerCase(),
        protocol,
        port: index % 3 === 1 ? 80 : targetPort,
        targetPort,
      })),
    },
  };
}

/** Names of the tiers' ports, as their containers declare them. */
const PORT_NAMES: Readonly<Record<number, string>> = { 8080: 'http', 8000: 'rpc', 5432: 'sql', 6379: 'redis' };

/** The containers with names for their ports; every third policy and Service with the names in place of the numbers. */
export function withPortNames(object: RawObject, index: number): RawObject {
  switch (object.kind) {
    case 'Deployment':
      return replaced(object, 'containerPort', (port) => ({ containerPort: port, name: PORT_NAMES[port] }));
    case 'NetworkPolicy':
      return index % 3 === 0 ? replaced(object, 'port', (port) => ({ port: PORT_NAMES[port] })) : object;
    case 'Service':
      return index % 3 === 0 ? replaced(object, 'targetPort', (port) => ({ targetPort: PORT_NAMES[port] })) : object;
    default:
      return object;
  }
}

/** A copy with other members wherever `key` holds a number that has a name. */
function replaced(object: RawObject, key: string, by: (port: number) => object): RawObject {
  const text = JSON.stringify(object, (_name, value: unknown) => {
    const port = typeof value === 'object' && value !== null ? (value as RawObject)[key] : undefined;
    return typeof port === 'number' && port in PORT_NAMES ? { ...(value as object), ...by(port) } : value;
  });
  return JSON.parse(text) as RawObject;
}

const DAEMONS = [
  { namespace: 'monitoring', app: 'node-exporter' },
  { namespace: 'kube-system', app: 'kube-proxy' },
  { namespace: 'kube-system', app: 'cni' },
  { namespace: 'kube-system', app: 'csi' },
  { namespace: 'gateway', app: 'agent' },
];

/** Ten pods on the host network for each of five DaemonSets. */
export function hostPods(): RawObject[] {
  return DAEMONS.flatMap(({ namespace, app }) =>
    Array.from({ length: 10 }, (_none, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace, name: `${app}-${index}`, labels: { app } },
      spec: { hostNetwork: true, nodeName: `node-${index}`, containers: [{ name: app, image: app }] },
      status: { podIPs: [{ ip: `192.168.0.${1 + index}` }] },
    })),
  );
}

const NOT_LEGACY = { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['legacy'] }] };

/** Every tenth namespace isolates all but legacy pods; every thirtieth policy lets all but these in. */
export function withNegations(objects: readonly RawObject[]): RawObject[] {
  let policies = 0;
  return objects.map((object) => {
    if (!isPolicy(object)) return object;
    policies++;
    const spec = object.spec as RawObject;
    const { namespace } = object.metadata as { readonly namespace: string };
    if (namespace.endsWith('0') && Object.keys(spec.podSelector as object).length === 0) {
      return { ...object, spec: { ...spec, podSelector: NOT_LEGACY } };
    }
    if (policies % 30 !== 7) return object;
    return { ...object, spec: { ...spec, ingress: [...((spec.ingress ?? []) as object[]), letsIn(NOT_LEGACY)] } };
  });
}

function letsIn(podSelector: object): object {
  return entry('from', [{ podSelector }], METRICS);
}
