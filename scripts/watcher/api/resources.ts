/** The resources of the Kubernetes API that the watcher reads (Kubernetes API documentation). */
export interface Resource {
  /** As it stands in URLs and in a ClusterRole. */
  readonly name: string;
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The policies (networking/v1). */
export const NETWORK_POLICIES: Resource = {
  name: 'networkpolicies',
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'NetworkPolicy',
};
/** The namespaces, which peers select by labels. */
export const NAMESPACES: Resource = { name: 'namespaces', group: '', version: 'v1', kind: 'Namespace' };
/** The pods, which policies select. */
export const PODS: Resource = { name: 'pods', group: '', version: 'v1', kind: 'Pod' };
/** The Services, whose addresses pods connect to. */
export const SERVICES: Resource = { name: 'services', group: '', version: 'v1', kind: 'Service' };
/** The nodes, whose addresses kubelets probe from. */
export const NODES: Resource = { name: 'nodes', group: '', version: 'v1', kind: 'Node' };
/** The Events of the core group, which `kubectl describe` shows. */
export const EVENTS: Resource = { name: 'events', group: '', version: 'v1', kind: 'Event' };
/** The endpoints of Services, also of those without a selector. */
export const ENDPOINT_SLICES: Resource = {
  name: 'endpointslices',
  group: 'discovery.k8s.io',
  version: 'v1',
  kind: 'EndpointSlice',
};
/** Kubernetes 1.33 and later. */
export const SERVICE_CIDRS: Resource = {
  name: 'servicecidrs',
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'ServiceCIDR',
};
/** The same in Kubernetes 1.31 and 1.32, where it is switched on. */
export const SERVICE_CIDRS_BETA: Resource = { ...SERVICE_CIDRS, version: 'v1beta1' };

/** The namespace whose UID tells clusters apart: every cluster has one, and it stays. */
export const CLUSTER_IDENTITY_NAMESPACE = 'kube-system';

/**
 * `apiVersion` of the objects of a resource.
 *
 * @example apiVersionOf(NETWORK_POLICIES) //=> 'networking.k8s.io/v1'
 * @example apiVersionOf(PODS) //=> 'v1'
 */
export function apiVersionOf(resource: Resource): string {
  return resource.group === '' ? resource.version : resource.group + '/' + resource.version;
}

/**
 * The path of all objects of a resource in the cluster.
 *
 * @example clusterPath(NETWORK_POLICIES) //=> '/apis/networking.k8s.io/v1/networkpolicies'
 * @example clusterPath(PODS) //=> '/api/v1/pods'
 */
export function clusterPath(resource: Resource): string {
  return rootPath(resource) + '/' + resource.name;
}

/**
 * The path of the objects of a resource in one namespace.
 *
 * @example namespacePath(EVENTS, 'shop') //=> '/api/v1/namespaces/shop/events'
 */
export function namespacePath(resource: Resource, namespace: string): string {
  return rootPath(resource) + '/namespaces/' + encodeURIComponent(namespace) + '/' + resource.name;
}

function rootPath(resource: Resource): string {
  return (resource.group === '' ? '/api/' : '/apis/') + apiVersionOf(resource);
}
