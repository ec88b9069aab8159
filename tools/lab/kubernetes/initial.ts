import { createObject } from './api/lifecycle';
import { resourceOf, type Cluster } from './cluster';
import { settle } from './controllers/controllers';
import type { NodeOptions } from './types';
import { formatAddress, parseAddress, parseBlock } from './values/address';
import type { JsonObject } from './values/json';
import type { Draft } from './values/object';

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

const DEFAULT_NODES: readonly NodeOptions[] = [
  { name: 'worker-1', addresses: ['192.168.50.11'] },
  { name: 'worker-2', addresses: ['192.168.50.12'] },
];

/** Where the API server itself listens: the endpoint of the Service `kubernetes`. */
const API_SERVER = '192.168.50.10';

/** What every cluster has from its start: namespaces, nodes, ServiceCIDR, and the Service of the API server. */
export function fillInitially(
  cluster: Cluster,
  nodes: readonly NodeOptions[] = DEFAULT_NODES,
  serviceCIDRs: readonly string[],
): void {
  const add = (apiVersion: string, kind: string, draft: Draft): void => {
    createObject(cluster, resourceOf(cluster, apiVersion, kind), draft, 'store');
  };
  for (const name of NAMESPACES) add('v1', 'Namespace', { metadata: { name } });
  if (cluster.catalogue.byKind('networking.k8s.io/v1', 'ServiceCIDR') !== undefined) {
    add('networking.k8s.io/v1', 'ServiceCIDR', { metadata: { name: 'kubernetes' }, spec: { cidrs: serviceCIDRs } });
  }
  for (const node of nodes) add('v1', 'Node', nodeDraft(node));
  add('v1', 'Service', apiService(serviceCIDRs));
  add('discovery.k8s.io/v1', 'EndpointSlice', API_SLICE);
  add('v1', 'Endpoints', API_ENDPOINTS);
  settle(cluster);
}

function nodeDraft({ name, addresses, podCIDRs, labels }: NodeOptions): Draft {
  const spec: JsonObject = podCIDRs === undefined ? {} : { podCIDR: podCIDRs[0] ?? '', podCIDRs };
  return {
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', ...labels } },
    spec,
    status: {
      addresses: [
        ...addresses.map((address) => ({ type: 'InternalIP', address })),
        { type: 'Hostname', address: name },
      ],
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
      nodeInfo: { operatingSystem: 'linux', architecture: 'amd64', kubeletVersion: 'v1.33.0' },
    },
  };
}

/** The API server's Service has the first address of the first Service network. */
function apiService(serviceCIDRs: readonly string[]): Draft {
  const network = parseBlock(serviceCIDRs[0] ?? '');
  const clusterIP = network === undefined ? '' : formatAddress({ family: network.family, value: network.first + 1n });
  return {
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: { clusterIP, ports: [{ name: 'https', port: 443, targetPort: 6443 }] },
  };
}

const API_SLICE: Draft = {
  metadata: { name: 'kubernetes', namespace: 'default', labels: { 'kubernetes.io/service-name': 'kubernetes' } },
  addressType: parseAddress(API_SERVER)?.family,
  endpoints: [{ addresses: [API_SERVER], conditions: { ready: true } }],
  ports: [{ name: 'https', protocol: 'TCP', port: 6443 }],
};

const API_ENDPOINTS: Draft = {
  metadata: { name: 'kubernetes', namespace: 'default' },
  subsets: [{ addresses: [{ ip: API_SERVER }], ports: [{ name: 'https', protocol: 'TCP', port: 6443 }] }],
};
