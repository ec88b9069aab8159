/** One served resource. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly scope: 'cluster' | 'namespace';
  readonly shortNames: readonly string[];
  /** Where its objects are stored; Events are one set of objects under two groups. */
  readonly storage: string;
  /** Whether `metadata.generation` counts the changes of the spec. */
  readonly generation: 'counted' | 'none';
  /** `own`: the status changes only through the subresource `status`. */
  readonly status: 'own' | 'none';
  /** `virtual`: only answers to `create`; nothing is stored. */
  readonly persistence: 'stored' | 'virtual';
  /** The first minor version of Kubernetes 1.x that serves it in this version. */
  readonly since: number;
}

/** `plural.group`, as error messages name a resource. */
export const groupResource = (resource: Resource): string => qualified(resource.plural, resource.group);

/** `Kind.group`, as messages about invalid objects name a kind. */
export const groupKind = (resource: Resource): string => qualified(resource.kind, resource.group);

/** `group/version`, or the version alone for the core group. */
export const apiVersionOf = ({ group, version }: Pick<Resource, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;

const qualified = (name: string, group: string): string => (group === '' ? name : `${name}.${group}`);

type Feature = 'generation' | 'status' | 'cluster' | 'virtual';

function resource(
  group: string,
  plural: string,
  kind: string,
  features: readonly Feature[],
  shortNames: readonly string[] = [],
  more: Partial<Resource> = {},
): Resource {
  return {
    group,
    version: 'v1',
    plural,
    singular: kind.toLowerCase(),
    kind,
    scope: features.includes('cluster') ? 'cluster' : 'namespace',
    shortNames,
    storage: qualified(plural, group),
    generation: features.includes('generation') ? 'counted' : 'none',
    status: features.includes('status') ? 'own' : 'none',
    persistence: features.includes('virtual') ? 'virtual' : 'stored',
    since: 0,
    ...more,
  };
}

const NETWORKING = 'networking.k8s.io';
const RBAC = 'rbac.authorization.k8s.io';
const WORKLOAD: readonly Feature[] = ['generation', 'status'];

/** What is served. The first rows have behaviour; those after `ingresses` are only kept, so that manifests apply. */
const RESOURCES: readonly Resource[] = [
  resource('', 'namespaces', 'Namespace', ['cluster', 'status'], ['ns']),
  resource('', 'nodes', 'Node', ['cluster', 'status'], ['no']),
  resource('', 'pods', 'Pod', ['status'], ['po']),
  resource('', 'services', 'Service', ['status'], ['svc']),
  resource('', 'events', 'Event', [], ['ev']),
  resource('', 'serviceaccounts', 'ServiceAccount', [], ['sa']),
  resource('', 'configmaps', 'ConfigMap', [], ['cm']),
  resource('', 'secrets', 'Secret', []),
  resource('', 'endpoints', 'Endpoints', [], ['ep']),
  resource('apps', 'deployments', 'Deployment', WORKLOAD, ['deploy']),
  resource('apps', 'replicasets', 'ReplicaSet', WORKLOAD, ['rs']),
  resource('apps', 'statefulsets', 'StatefulSet', WORKLOAD, ['sts']),
  resource('apps', 'daemonsets', 'DaemonSet', WORKLOAD, ['ds']),
  resource('batch', 'jobs', 'Job', WORKLOAD),
  resource('batch', 'cronjobs', 'CronJob', WORKLOAD, ['cj']),
  resource('discovery.k8s.io', 'endpointslices', 'EndpointSlice', ['generation']),
  resource('events.k8s.io', 'events', 'Event', [], ['ev'], { storage: 'events' }),
  resource(NETWORKING, 'networkpolicies', 'NetworkPolicy', ['generation'], ['netpol']),
  resource(NETWORKING, 'servicecidrs', 'ServiceCIDR', ['cluster', 'status'], [], { since: 33 }),
  resource('authorization.k8s.io', 'selfsubjectaccessreviews', 'SelfSubjectAccessReview', ['cluster', 'virtual']),
  resource(NETWORKING, 'ingresses', 'Ingress', ['generation', 'status'], ['ing']),
  resource(NETWORKING, 'ingressclasses', 'IngressClass', ['generation', 'cluster']),
  resource('', 'limitranges', 'LimitRange', [], ['limits']),
  resource('', 'persistentvolumeclaims', 'PersistentVolumeClaim', ['status'], ['pvc']),
  resource('', 'persistentvolumes', 'PersistentVolume', ['cluster', 'status'], ['pv']),
  resource('', 'replicationcontrollers', 'ReplicationController', WORKLOAD, ['rc']),
  resource('', 'resourcequotas', 'ResourceQuota', ['status'], ['quota']),
  resource('autoscaling', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler', ['status'], ['hpa'], {
    version: 'v2',
  }),
  resource('coordination.k8s.io', 'leases', 'Lease', []),
  resource('policy', 'poddisruptionbudgets', 'PodDisruptionBudget', ['generation', 'status'], ['pdb']),
  resource(RBAC, 'clusterrolebindings', 'ClusterRoleBinding', ['cluster']),
  resource(RBAC, 'clusterroles', 'ClusterRole', ['cluster']),
  resource(RBAC, 'rolebindings', 'RoleBinding', []),
  resource(RBAC, 'roles', 'Role', []),
  resource('scheduling.k8s.io', 'priorityclasses', 'PriorityClass', ['generation', 'cluster'], ['pc']),
  resource('storage.k8s.io', 'storageclasses', 'StorageClass', ['cluster'], ['sc']),
];

/** The resources of a server of Kubernetes 1.`minor`. */
export class Catalogue {
  readonly all: readonly Resource[];

  constructor(minor: number) {
    this.all = RESOURCES.filter((entry) => entry.since <= minor);
  }

  /** By its place in the path. */
  byPath(group: string, version: string, plural: string): Resource | undefined {
    return this.all.find(
      (entry) => entry.plural === plural && entry.group === group && (entry.version === version || version === ''),
    );
  }

  /** By `apiVersion` and `kind` of an object. */
  byKind(apiVersion: string, kind: string): Resource | undefined {
    return this.all.find((entry) => entry.kind === kind && apiVersionOf(entry) === apiVersion);
  }

  /**
   * The first resource with that storage.
   *
   * @throws Error if there is none, which is a mistake in the stand-in
   */
  byStorage(storage: string): Resource {
    const found = this.all.find((entry) => entry.storage === storage);
    if (found === undefined) throw new Error(`Nothing is stored as ${storage}.`);
    return found;
  }
}
