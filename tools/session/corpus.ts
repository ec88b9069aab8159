import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawObject } from '../../scripts/policy/kubernetes/types';

/** The corpus lies beside the repository; tests that need it are skipped where it is not. */
const CORPUS = join(__dirname, '..', '..', '..', 'shared', 'corpus');

/** `cluster.json` of the corpus (its README says what the fields mean). */
export interface CorpusCluster {
  readonly clusterName: string;
  readonly namespaces?: readonly { readonly name: string; readonly labels?: Readonly<Record<string, string>> }[];
  readonly podCIDRs?: readonly string[];
  readonly nodes?: readonly { readonly name: string; readonly ips?: readonly string[] }[];
  readonly pods: readonly CorpusPod[];
  readonly externals?: readonly string[];
  readonly services?: readonly CorpusService[];
  readonly policies?: readonly RawObject[];
  readonly clusterPolicies?: readonly RawObject[];
}

/** A pod of the corpus, running on `node` where that is known; `owner` becomes its owner reference. */
export interface CorpusPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ips?: readonly string[];
  readonly node?: string | null;
  readonly hostNetwork?: boolean;
  readonly ports?: readonly RawObject[];
  readonly owner?: { readonly kind: string; readonly name: string };
}

/** A Service of the corpus, which has no addresses. */
export interface CorpusService {
  readonly namespace: string;
  readonly name: string;
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly RawObject[];
}

/** `expected.json`: one digit for each port, `1` where the source may open a connection to it. */
export interface CorpusExpectation {
  readonly ports: readonly string[];
  readonly allowed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One cluster of the corpus, with what a judge of its source says about it, if one does. */
export interface CorpusCase {
  /** `<source>/<case>`. */
  readonly name: string;
  readonly cluster: CorpusCluster;
  readonly expected: CorpusExpectation | undefined;
}

/** Every case of the corpus, sorted by name; none where the corpus is not there. */
export function corpusCases(): CorpusCase[] {
  if (!existsSync(CORPUS)) return [];
  const cases: CorpusCase[] = [];
  for (const source of directories(CORPUS)) {
    for (const name of directories(join(CORPUS, source))) {
      const folder = join(CORPUS, source, name);
      if (!existsSync(join(folder, 'cluster.json'))) continue;
      const expected = join(folder, 'expected.json');
      cases.push({
        name: `${source}/${name}`,
        cluster: readJson(join(folder, 'cluster.json')) as CorpusCluster,
        expected: existsSync(expected) ? (readJson(expected) as CorpusExpectation) : undefined,
      });
    }
  }
  return cases;
}

function directories(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * A cluster of the corpus as the objects that an API server would list. The pod network is no object: give it to the
 * profile (`podCIDRs: cluster.podCIDRs`).
 */
export function clusterObjects(cluster: CorpusCluster): RawObject[] {
  const nodes = cluster.nodes ?? [];
  const hostAddresses = new Map(nodes.map((node) => [node.name, node.ips ?? []]));
  return [
    ...(cluster.namespaces ?? []).map((namespace) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace.name, labels: namespace.labels ?? {} },
    })),
    ...nodes.map((node) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: node.name },
      spec: {},
      status: { addresses: (node.ips ?? []).map((address) => ({ type: 'InternalIP', address })) },
    })),
    ...cluster.pods.map((pod) => podObject(pod, hostAddresses.get(pod.node ?? '') ?? [])),
    ...(cluster.services ?? []).map(serviceObject),
    // Generated policies come without their kind.
    ...(cluster.policies ?? []).map((policy) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      ...policy,
    })),
    ...(cluster.clusterPolicies ?? []),
  ];
}

function podObject(pod: CorpusPod, hostAddresses: readonly string[]): RawObject {
  const addresses = pod.hostNetwork === true && hostAddresses.length > 0 ? hostAddresses : (pod.ips ?? []);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: pod.namespace,
      name: pod.name,
      labels: pod.labels ?? {},
      ...(pod.owner && pod.owner.kind !== 'Pod' ? { ownerReferences: [{ ...pod.owner, controller: true }] } : {}),
    },
    spec: {
      ...(pod.node ? { nodeName: pod.node } : {}),
      ...(pod.hostNetwork === true ? { hostNetwork: true } : {}),
      containers: [{ name: 'main', image: 'example.invalid/main:1', ports: pod.ports ?? [] }],
    },
    status: {
      phase: 'Running',
      ...(hostAddresses.length > 0 ? { hostIP: hostAddresses[0], hostIPs: hostAddresses.map((ip) => ({ ip })) } : {}),
      ...(addresses.length > 0 ? { podIP: addresses[0] } : {}),
      podIPs: addresses.map((ip) => ({ ip })),
    },
  };
}

/** The corpus gives Services no cluster addresses, so they are headless here. */
function serviceObject(service: CorpusService): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: service.namespace, name: service.name },
    spec: {
      type: 'ClusterIP',
      clusterIP: 'None',
      clusterIPs: ['None'],
      ...(service.selector ? { selector: service.selector } : {}),
      ports: service.ports ?? [],
    },
  };
}
