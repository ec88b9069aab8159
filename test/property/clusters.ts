import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterInput } from './pipeline';
import { familiesOf, nodeAddress, nodeNetwork, podAddress, SERVICE_NETWORK } from './addresses';
import { type PolicyDraft, policyDraft, policyObject } from './policies';
import { labelsOf, NAMESPACE_LABELS, POD_LABELS } from './pools';
import { containersOf, portsDraft, type PortsDraft, withTrack } from './ports';
import { type Setting, inNamespace, profileOf, publishedServices, rare, setting } from './setting';
import { type ServiceDraft, serviceDraft, serviceObjects } from './services';
import { type Spoiler, spoil, spoiler } from './spoilers';

/** Random clusters: everything that the compiler reads, as an API server would list it. */

const NODES = 3;

/** Tags hold the namespace, so that `app=WEB` in kube-system is no other one's `app=web`. */
const SYSTEM_LABELS = { most: { 'k8s-app': 'proxy' }, few: { app: 'WEB' } };

/** The ReplicaSet between the first workload, a Deployment, and its pods; it is not listed. */
const MAKER = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'workload-0-5d4f', controller: true };

interface PodDraft {
  readonly namespace: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly node: number;
  readonly isHost: boolean;
  /** A host-network pod on a node that is not listed. */
  readonly isElsewhere: boolean;
  /** In kube-system. */
  readonly isSystem: boolean;
  readonly hasAddress: boolean;
  readonly hasEnded: boolean;
  /** Made by the first workload, if that is in the same namespace; its template may have changed since. */
  readonly isMade: boolean;
  readonly probe: 'none' | 'number' | 'name';
  readonly ports: PortsDraft;
}

interface ClusterDraft {
  readonly setting: Setting;
  readonly namespaceLabels: readonly Readonly<Record<string, string>>[];
  readonly pods: readonly PodDraft[];
  readonly workloads: readonly PodDraft[];
  readonly policies: readonly PolicyDraft[];
  readonly services: readonly ServiceDraft[];
  readonly spoilers: readonly Spoiler[];
}

const podDraft: fc.Arbitrary<PodDraft> = fc.record({
  namespace: fc.nat(4),
  labels: labelsOf(POD_LABELS),
  node: fc.nat(NODES - 1),
  isHost: rare(4),
  isElsewhere: rare(8),
  isSystem: rare(5),
  hasAddress: rare(10).map((isUnknown) => !isUnknown),
  hasEnded: rare(30),
  isMade: rare(5),
  probe: fc.constantFrom('none', 'none', 'number', 'name'),
  ports: portsDraft,
});

const clusterDraft: fc.Arbitrary<ClusterDraft> = fc.record({
  setting,
  namespaceLabels: fc.array(labelsOf(NAMESPACE_LABELS), { minLength: 6, maxLength: 6 }),
  pods: fc.array(podDraft, { minLength: 12, maxLength: 16 }),
  workloads: fc.array(podDraft, { maxLength: 4 }),
  policies: fc.array(policyDraft, { minLength: 1, maxLength: 8 }),
  services: fc.array(serviceDraft, { minLength: 2, maxLength: 5 }),
  spoilers: fc.oneof(
    { weight: 24, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(spoiler, { minLength: 1, maxLength: 2 }) },
  ),
});

/** A cluster of at least three namespaces and twelve pods, with up to eight policies. */
export const cluster: fc.Arbitrary<ClusterInput> = clusterDraft.map(clusterOf);

function clusterOf(draft: ClusterDraft): ClusterInput {
  const { setting: shared } = draft;
  const policies = draft.policies.map((policy, index) => policyObject(policy, index, shared));
  const spoiled = spoil(policies, draft.spoilers);
  return {
    objects: [
      ...listedNamespaces(shared).map((name, index) => namespaceObject(name, draft.namespaceLabels[index])),
      namespaceObject('kube-system', draft.namespaceLabels[5]),
      ...range(NODES).map((node) => nodeObject(node, shared)),
      ...draft.pods.map((pod, index) => podObject(pod, index, shared)),
      ...draft.workloads.map((pod, index) => workloadObject(pod, index, shared)),
      ...(shared.hasServiceNetwork ? [serviceNetworkObject(shared)] : []),
      ...(shared.services === 'none'
        ? []
        : draft.services.flatMap((service, index) => serviceObjects(service, index, shared))),
      ...spoiled.objects,
    ],
    profile: profileOf(shared.profile),
    services: publishedServices(),
    lastGood: spoiled.lastGood,
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function listedNamespaces(shared: Setting): readonly string[] {
  return shared.hasUnlistedNamespace ? shared.namespaces.slice(0, -1) : shared.namespaces;
}

function namespaceObject(name: string, labels: Readonly<Record<string, string>>): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function nodeObject(node: number, shared: Setting): RawObject {
  const families = familiesOf(shared.families);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${node}` },
    spec: shared.nodesHaveNetworks ? { podCIDRs: families.map((family) => nodeNetwork(family, node)) } : {},
    status: { addresses: families.map((family) => ({ type: 'InternalIP', address: nodeAddress(family, node) })) },
  };
}

function podObject(draft: PodDraft, index: number, shared: Setting): RawObject {
  const isHost = draft.isHost && shared.hostNetwork !== 'none';
  const node = isHost && draft.isElsewhere ? NODES : draft.node;
  const addresses = familiesOf(shared.families).map((family) =>
    isHost ? nodeAddress(family, node) : podAddress(family, node, index),
  );
  const known = draft.hasAddress ? addresses : [];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...(draft.isSystem ? { namespace: 'kube-system' } : inNamespace(shared, draft.namespace)),
      name: `pod-${index}`,
      ...(draft.isMade ? { ownerReferences: [MAKER] } : {}),
      labels: draft.isSystem
        ? { ...draft.labels, ...SYSTEM_LABELS[draft.namespace + draft.node === 0 ? 'few' : 'most'] }
        : withTrack(draft.labels, draft.ports),
    },
    spec: { ...(isHost ? { hostNetwork: true } : {}), nodeName: `node-${node}`, ...servingSpec(draft) },
    status: { phase: draft.hasEnded ? 'Succeeded' : 'Running', podIPs: known.map((ip) => ({ ip })) },
  };
}

/** The containers with the probe on the first of them. */
function servingSpec(draft: PodDraft): RawObject {
  const spec = containersOf(draft.labels, draft.ports);
  const [main, ...others] = spec.containers;
  return { ...spec, containers: [{ ...main, ...probeOf(draft) }, ...others] };
}

function probeOf(draft: PodDraft): RawObject {
  switch (draft.probe) {
    case 'none':
      return {};
    case 'number':
      return { livenessProbe: { tcpSocket: { port: 9090 } } };
    case 'name':
      return { readinessProbe: { httpGet: { path: '/', port: 'http' } } };
  }
}

function workloadObject(draft: PodDraft, index: number, shared: Setting): RawObject {
  const isHost = shared.hostNetwork !== 'none' && index === 3;
  const spec = { ...(isHost ? { hostNetwork: true } : {}), ...servingSpec(draft) };
  const template = { metadata: { labels: withTrack(draft.labels, draft.ports) }, spec };
  const metadata = { ...inNamespace(shared, draft.namespace), name: `workload-${index}` };
  switch (index) {
    case 0:
      return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } };
    case 1:
      return { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec: { jobTemplate: { spec: { template } } } };
    case 3:
      return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { template } };
    default: {
      const status = { conditions: [{ type: 'Complete', status: 'True' }] };
      return { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template }, status };
    }
  }
}

function serviceNetworkObject(shared: Setting): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: 'kubernetes' },
    spec: { cidrs: familiesOf(shared.families).map((family) => SERVICE_NETWORK[family]) },
  };
}
