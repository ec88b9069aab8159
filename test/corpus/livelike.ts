import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import { type CorpusCluster, clusterObjects } from '../../tools/session/corpus';
import type { ClusterInput } from '../property/pipeline';

/**
 * A cluster of the corpus with what every cluster of kubeadm has besides: Nodes, the Service of the API server, DNS
 * with its Service, host-network pods of the system, and an address for each Service.
 */
export function liveLike(cluster: CorpusCluster): ClusterInput {
  const podCIDRs = cluster.podCIDRs ?? ['10.128.0.0/16'];
  const families = podCIDRs.map((cidr) => (cidr.includes(':') ? 'IPv6' : 'IPv4'));
  const node = nodeOf(cluster, families);
  const own = clusterObjects({ ...cluster, nodes: cluster.nodes?.length ? cluster.nodes : [node] });
  const objects = [
    ...own.map((object, index) => (object.kind === 'Service' ? withAddress(object, families, index) : object)),
    ...systemPods(node.ips, podCIDRs),
    ...systemServices(node.ips, families),
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name: 'kubernetes' },
      spec: { cidrs: families.map((family) => SERVICE_CIDRS[family]) },
    },
  ];
  return { objects, profile: { ...localProfile(cluster.clusterName), podCIDRs }, services: [], lastGood: [] };
}

type Family = 'IPv4' | 'IPv6';

const SERVICE_CIDRS = { IPv4: '10.96.0.0/12', IPv6: 'fd00:10:96::/112' } as const;
const NODE_ADDRESSES = { IPv4: '172.31.7.1', IPv6: 'fd31:7::1' } as const;

function nodeOf(
  cluster: CorpusCluster,
  families: readonly Family[],
): { readonly name: string; readonly ips: string[] } {
  const [first] = cluster.nodes ?? [];
  if (first?.ips && first.ips.length > 0) return { name: first.name, ips: [...first.ips] };
  return { name: 'control-plane', ips: families.map((family) => NODE_ADDRESSES[family]) };
}

function serviceAddress(family: Family, number: number): string {
  return family === 'IPv4' ? `10.96.${(number >> 8) & 255}.${number & 255}` : `fd00:10:96::${number.toString(16)}`;
}

/** Also such Services as the corpus made headless for want of an address. */
function withAddress(service: RawObject, families: readonly Family[], index: number): RawObject {
  const spec = service.spec as RawObject;
  const clusterIPs = families.map((family) => serviceAddress(family, 256 + index));
  return { ...service, spec: { ...spec, clusterIP: clusterIPs[0], clusterIPs } };
}

function service(
  namespace: string,
  name: string,
  families: readonly Family[],
  number: number,
  spec: RawObject,
): RawObject {
  const clusterIPs = families.map((family) => serviceAddress(family, number));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace, name, ...(name === 'kube-dns' ? { labels: { 'k8s-app': 'kube-dns' } } : {}) },
    spec: { type: 'ClusterIP', clusterIP: clusterIPs[0], clusterIPs, ...spec },
  };
}

function systemServices(nodeAddresses: readonly string[], families: readonly Family[]): RawObject[] {
  return [
    service('default', 'kubernetes', families, 1, {
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
    }),
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { namespace: 'default', name: 'kubernetes', labels: { 'kubernetes.io/service-name': 'kubernetes' } },
      addressType: nodeAddresses[0]?.includes(':') ? 'IPv6' : 'IPv4',
      endpoints: [{ addresses: nodeAddresses.slice(0, 1) }],
      ports: [{ name: 'https', port: 6443, protocol: 'TCP' }],
    },
    service('kube-system', 'kube-dns', families, 10, {
      selector: { 'k8s-app': 'kube-dns' },
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
        { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
        { name: 'metrics', port: 9153, protocol: 'TCP', targetPort: 'metrics' },
      ],
    }),
  ];
}

const probe = (port: number): RawObject => ({ httpGet: { path: '/healthz', port } });

function systemPods(nodeAddresses: readonly string[], podCIDRs: readonly string[]): RawObject[] {
  const onNode = (name: string, labels: RawObject, container: RawObject): RawObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'kube-system', name, labels },
    spec: { hostNetwork: true, containers: [{ name: 'main', image: 'example.invalid/main:1', ...container }] },
    status: { phase: 'Running', podIP: nodeAddresses[0], podIPs: nodeAddresses.map((ip) => ({ ip })) },
  });
  const dnsAddresses = podCIDRs.map((cidr) => lastOf(cidr));
  return [
    onNode('etcd', { component: 'etcd', tier: 'control-plane' }, { livenessProbe: probe(2381) }),
    onNode('kube-apiserver', { component: 'kube-apiserver', tier: 'control-plane' }, { livenessProbe: probe(6443) }),
    onNode('kube-proxy', { 'k8s-app': 'kube-proxy' }, {}),
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: 'kube-system', name: 'coredns', labels: { 'k8s-app': 'kube-dns' } },
      spec: {
        containers: [
          {
            name: 'coredns',
            image: 'example.invalid/coredns:1',
            ports: [
              { name: 'dns', containerPort: 53, protocol: 'UDP' },
              { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
              { name: 'metrics', containerPort: 9153, protocol: 'TCP' },
            ],
            livenessProbe: probe(8080),
            readinessProbe: probe(8181),
          },
        ],
      },
      status: { phase: 'Running', podIP: dnsAddresses[0], podIPs: dnsAddresses.map((ip) => ({ ip })) },
    },
  ];
}

/** An address near the end of a pod network, where the corpus has no pods. */
function lastOf(cidr: string): string {
  return cidr.includes(':') ? cidr.replace(/::\/\d+$/, '::fff0') : cidr.replace(/\.\d+\.\d+\/\d+$/, '.250.53');
}
