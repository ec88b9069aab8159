import { listOf, objectOf, objectsOf, textOf, type Json, type JsonObject } from '../values/json';
import { specOf, withMetadata, type Draft } from '../values/object';
import type { Resource } from './resources';

/** Fills in what the API server fills in (the `defaults.go` of each group), as far as anybody here reads it. */
export function withDefaults(resource: Resource, draft: Draft): Draft {
  const spec = specOf(draft);
  switch (resource.kind) {
    case 'Namespace':
      return namespaceDefaults(draft);
    case 'NetworkPolicy':
      return { ...draft, spec: policyDefaults(spec) };
    case 'Pod':
      return { ...draft, spec: podDefaults(spec) };
    case 'Service':
      return { ...draft, spec: serviceDefaults(spec) };
    case 'Deployment':
      return { ...draft, spec: templateDefaults({ ...DEPLOYMENT, ...spec }) };
    case 'ReplicaSet':
      return { ...draft, spec: templateDefaults({ replicas: 1, ...spec }) };
    case 'StatefulSet':
      return { ...draft, spec: templateDefaults({ ...STATEFUL_SET, ...spec }) };
    case 'DaemonSet':
      return { ...draft, spec: templateDefaults({ ...DAEMON_SET, ...spec }) };
    case 'Secret':
      return { type: 'Opaque', ...draft };
    case 'Event':
      return resource.group === '' ? { type: 'Normal', ...draft } : draft;
    default:
      return draft;
  }
}

const DEPLOYMENT: JsonObject = {
  replicas: 1,
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
  revisionHistoryLimit: 10,
  progressDeadlineSeconds: 600,
};
const STATEFUL_SET: JsonObject = {
  replicas: 1,
  podManagementPolicy: 'OrderedReady',
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  revisionHistoryLimit: 10,
};
const DAEMON_SET: JsonObject = {
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
  revisionHistoryLimit: 10,
};
function namespaceDefaults(draft: Draft): Draft {
  const labels = { ...objectOf(draft.metadata.labels), 'kubernetes.io/metadata.name': textOf(draft.metadata.name) };
  return { ...withMetadata(draft, { labels }), spec: { finalizers: ['kubernetes'] } };
}

function policyDefaults(spec: JsonObject): JsonObject {
  const withPorts = (entries: Json | undefined): Json | undefined =>
    entries === undefined
      ? undefined
      : objectsOf(entries).map((entry) => ({
          ...entry,
          ...(entry.ports === undefined
            ? {}
            : { ports: objectsOf(entry.ports).map((port) => ({ protocol: 'TCP', ...port })) }),
        }));
  const implied = listOf(spec.egress).length === 0 ? ['Ingress'] : ['Ingress', 'Egress'];
  return {
    podSelector: {},
    ...spec,
    ...(spec.ingress === undefined ? {} : { ingress: withPorts(spec.ingress) }),
    ...(spec.egress === undefined ? {} : { egress: withPorts(spec.egress) }),
    policyTypes: listOf(spec.policyTypes).length === 0 ? implied : spec.policyTypes,
  };
}

function serviceDefaults(spec: JsonObject): JsonObject {
  const type = spec.type ?? 'ClusterIP';
  const isOpen = type === 'NodePort' || type === 'LoadBalancer';
  return {
    type,
    sessionAffinity: 'None',
    ...(type === 'ExternalName' ? {} : { internalTrafficPolicy: 'Cluster' }),
    ...(isOpen ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
    ...spec,
    ...(spec.ports === undefined
      ? {}
      : { ports: objectsOf(spec.ports).map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port })) }),
  };
}

function templateDefaults(spec: JsonObject): JsonObject {
  const template = objectOf(spec.template);
  return { ...spec, template: { ...template, spec: podSpecDefaults(objectOf(template.spec)) } };
}

function podDefaults(spec: JsonObject): JsonObject {
  const serviceAccountName = textOf(spec.serviceAccountName) === '' ? 'default' : spec.serviceAccountName;
  const filled = podSpecDefaults({
    enableServiceLinks: true,
    priority: 0,
    preemptionPolicy: 'PreemptLowerPriority',
    ...spec,
    serviceAccountName,
    serviceAccount: serviceAccountName,
  });
  return filled.hostNetwork === true ? { ...filled, containers: withHostPorts(filled.containers) } : filled;
}

function withHostPorts(containers: Json | undefined): Json {
  return objectsOf(containers).map((container) => ({
    ...container,
    ...(container.ports === undefined
      ? {}
      : { ports: objectsOf(container.ports).map((port) => ({ hostPort: port.containerPort, ...port })) }),
  }));
}

function podSpecDefaults(spec: JsonObject): JsonObject {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    containers: objectsOf(spec.containers).map(containerDefaults),
    ...(spec.initContainers === undefined
      ? {}
      : { initContainers: objectsOf(spec.initContainers).map(containerDefaults) }),
  };
}

function containerDefaults(container: JsonObject): JsonObject {
  const image = textOf(container.image);
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? (image.includes('@') ? '' : 'latest');
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe']
    .filter((name) => container[name] !== undefined)
    .map((name) => [name, probeDefaults(objectOf(container[name]))] as const);
  return {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: tag === 'latest' ? 'Always' : 'IfNotPresent',
    ...container,
    ...(container.ports === undefined
      ? {}
      : { ports: objectsOf(container.ports).map((port) => ({ protocol: 'TCP', ...port })) }),
    ...Object.fromEntries(probes),
  };
}

function probeDefaults(probe: JsonObject): JsonObject {
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
    ...(probe.httpGet === undefined ? {} : { httpGet: { path: '/', scheme: 'HTTP', ...objectOf(probe.httpGet) } }),
  };
}
