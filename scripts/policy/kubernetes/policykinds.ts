import { hasKey } from '../text/canonical';
import { groupOf } from './identity';
import type { RawObject } from './types';

/** Kinds of network policy besides the NetworkPolicy of networking.k8s.io. */

/**
 * By API group: kinds that decide about traffic and that this compiler does not know, and whether they are namespaced.
 */
const FOREIGN_KINDS: { readonly [group: string]: { readonly [kind: string]: 'namespaced' | 'cluster-wide' } } = {
  'cilium.io': { CiliumNetworkPolicy: 'namespaced', CiliumClusterwideNetworkPolicy: 'cluster-wide' },
  'crd.antrea.io': { NetworkPolicy: 'namespaced', ClusterNetworkPolicy: 'cluster-wide' },
  'crd.nsx.vmware.com': { SecurityPolicy: 'namespaced' },
  'crd.projectcalico.org': { NetworkPolicy: 'namespaced', GlobalNetworkPolicy: 'cluster-wide' },
  'k8s.cni.cncf.io': { MultiNetworkPolicy: 'namespaced' },
  'k8s.ovn.org': { EgressFirewall: 'namespaced' },
  'network.openshift.io': { EgressNetworkPolicy: 'namespaced' },
  'networking.gke.io': { FQDNNetworkPolicy: 'namespaced' },
  'networking.k8s.aws': { ApplicationNetworkPolicy: 'namespaced', ClusterNetworkPolicy: 'cluster-wide' },
  'policy.networking.k8s.io': {
    AdminNetworkPolicy: 'cluster-wide',
    BaselineAdminNetworkPolicy: 'cluster-wide',
    ClusterNetworkPolicy: 'cluster-wide',
  },
  'projectcalico.org': { NetworkPolicy: 'namespaced', GlobalNetworkPolicy: 'cluster-wide' },
  'security.antrea.tanzu.vmware.com': { NetworkPolicy: 'namespaced', ClusterNetworkPolicy: 'cluster-wide' },
};

/** A policy of another kind: what people call it, and whether it concerns its namespace or the whole cluster. */
export interface ForeignPolicy {
  /** Kind and group: `GlobalNetworkPolicy (projectcalico.org)`. */
  readonly kind: string;
  readonly scope: 'namespaced' | 'cluster-wide';
}

/**
 * True for a Kubernetes NetworkPolicy, also with an apiVersion that `readPolicy` then refuses (old, misspelt, missing).
 */
export function isNetworkPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy' && foreignPolicy(object) === undefined;
}

/** undefined for other objects. */
export function foreignPolicy(object: RawObject): ForeignPolicy | undefined {
  const group = groupOf(object);
  const kind = String(object.kind);
  if (group === undefined || !hasKey(FOREIGN_KINDS, group) || !hasKey(FOREIGN_KINDS[group], kind)) return undefined;
  return { kind: kind + ' (' + group + ')', scope: FOREIGN_KINDS[group][kind] };
}

/** The kinds that a translation reads, as they are spelled. */
const READ_KINDS: readonly string[] = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'DeploymentConfig',
  'EndpointSlice',
  'Endpoints',
  'Job',
  'Namespace',
  'NetworkPolicy',
  'Node',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'Service',
  'ServiceCIDR',
  'StatefulSet',
];

/**
 * The right spelling of a kind that only differs in capitals, undefined for all others: Kubernetes has no such kind
 * (`no matches for kind "Networkpolicy"`), and passing it over would hide what it says.
 */
export function misspeltKind(object: RawObject): string | undefined {
  const kind = String(object.kind);
  const group = groupOf(object);
  // Whoever defines kinds of their own may spell them in any way.
  if (group !== undefined && /\./.test(group) && !/\.k8s\.io$/.test(group)) return undefined;
  return READ_KINDS.filter((known) => known !== kind && known.toLowerCase() === kind.toLowerCase())[0];
}
