import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { isPolicy } from './application';

/** Pods as an API server lists them, with all that is of no use here, in place of the workloads that make them. */

const PODS_PER_NODE = 100;

/** The cluster with so many pods for each policy, on nodes that have room for them. */
export function withPods(objects: readonly RawObject[], podsPerPolicy: number): RawObject[] {
  const workloads = objects.filter(({ kind }) => kind === 'Deployment') as unknown as readonly Workload[];
  const pods = objects.filter(isPolicy).length * podsPerPolicy;
  const others = objects.filter(({ kind }) => kind !== 'Deployment' && kind !== 'Node');
  return [
    ...others,
    ...Array.from({ length: Math.ceil(pods / PODS_PER_NODE) }, (_none, index) => nodeObject(index)),
    ...Array.from({ length: pods }, (_none, index) => podOf(workloads, index)),
  ];
}

interface Workload extends RawObject {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly containers: readonly object[] };
    };
  };
}

function network(node: number): string {
  return `10.${128 + Math.floor(node / 256)}.${node % 256}`;
}

function nodeAddress(node: number): string {
  return `192.168.${Math.floor(node / 250)}.${1 + (node % 250)}`;
}

function nodeObject(index: number): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${index}`, uid: `node-${index}` },
    spec: { podCIDR: `${network(index)}.0/24`, podCIDRs: [`${network(index)}.0/24`] },
    status: { addresses: [{ type: 'InternalIP', address: nodeAddress(index) }] },
  };
}

function podOf(workloads: readonly Workload[], index: number): RawObject {
  const workload = workloads[index % workloads.length];
  const { namespace, name } = workload.metadata;
  const { metadata, spec } = workload.spec.template;
  const node = Math.floor(index / PODS_PER_NODE);
  const hash = (1_000_000_000 + (index % workloads.length)).toString(36);
  const id = index.toString(16).padStart(12, '0');
  const ip = `${network(node)}.${2 + (index % PODS_PER_NODE)}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${name}-${hash}-`,
      namespace,
      name: `${name}-${hash}-${id.slice(-5)}`,
      uid: `5d0c1f52-7a3e-4b61-9c55-${id}`,
      resourceVersion: String(100_000 + index),
      creationTimestamp: TIME,
      labels: { ...metadata.labels, 'pod-template-hash': hash },
      annotations: { 'kubectl.kubernetes.io/restartedAt': TIME },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${name}-${hash}`,
          uid: `5d0c1f52-0000-4b61-9c55-${namespace}-${name}`,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: [MANAGED_FIELDS],
    },
    spec: {
      containers: spec.containers.map((container) => ({ ...container, ...CONTAINER })),
      nodeName: `node-${node}`,
      restartPolicy: 'Always',
      serviceAccountName: 'default',
      schedulerName: 'default-scheduler',
      volumes: [TOKEN_VOLUME],
      tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }],
    },
    status: {
      phase: 'Running',
      conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) => ({
        type,
        status: 'True',
        lastTransitionTime: TIME,
      })),
      hostIP: nodeAddress(node),
      hostIPs: [{ ip: nodeAddress(node) }],
      podIP: ip,
      podIPs: [{ ip }],
      startTime: TIME,
      containerStatuses: [{ name, ready: true, restartCount: 0, state: { running: { startedAt: TIME } } }],
    },
  };
}

const TIME = '2026-01-05T08:00:00Z';

const MANAGED_FIELDS = {
  manager: 'kube-controller-manager',
  operation: 'Update',
  apiVersion: 'v1',
  time: TIME,
  fieldsType: 'FieldsV1',
  fieldsV1: { 'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } }, 'f:spec': { 'f:containers': {} } },
};

const CONTAINER = {
  env: [{ name: 'JAVA_OPTS', value: '-Xmx512m' }],
  resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  volumeMounts: [{ name: 'token', readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
  terminationMessagePath: '/dev/termination-log',
  imagePullPolicy: 'IfNotPresent',
};

const TOKEN_VOLUME = {
  name: 'token',
  projected: { sources: [{ serviceAccountToken: { expirationSeconds: 3607, path: 'token' } }], defaultMode: 420 },
};
