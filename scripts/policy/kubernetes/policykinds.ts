import { hasKey } from '../text/canonical';
import { groupOf } from './identity';
import type { RawObject } from './types';

/** Kinds of network policy besides the NetworkPolicy of networking.k8s.io. */

/** By API group: kinds that decide about traffic and that this compiler does not know. */
const FOREIGN_KINDS: { readonly [group: string]: readonly string[] } = {
  'cilium.io': ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
  'crd.antrea.io': ['NetworkPolicy', 'ClusterNetworkPolicy'],
  'crd.projectcalico.org': ['NetworkPolicy', 'GlobalNetworkPolicy'],
  'k8s.ovn.org': ['EgressFirewall'],
  'network.openshift.io': ['EgressNetworkPolicy'],
  'networking.gke.io': ['FQDNNetworkPolicy'],
  'networking.k8s.aws': ['ApplicationNetworkPolicy', 'ClusterNetworkPolicy'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
  'projectcalico.org': ['NetworkPolicy', 'GlobalNetworkPolicy'],
  'security.antrea.tanzu.vmware.com': ['NetworkPolicy', 'ClusterNetworkPolicy'],
};

/** True for a Kubernetes NetworkPolicy, also with an apiVersion that `readPolicy` then refuses (old, misspelt, missing). */
export function isNetworkPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy' && foreignPolicyKind(object) === undefined;
}

/**
 * Kind and group of a policy of another kind, undefined for other objects.
 *
 * @example `GlobalNetworkPolicy (projectcalico.org)`
 */
export function foreignPolicyKind(object: RawObject): string | undefined {
  const group = groupOf(object);
  const kind = String(object.kind);
  if (group === undefined || !hasKey(FOREIGN_KINDS, group)) return undefined;
  return FOREIGN_KINDS[group].indexOf(kind) >= 0 ? kind + ' (' + group + ')' : undefined;
}

/** The kinds that a translation reads, as they are spelled. */
const READ_KINDS: readonly string[] = [
  'CronJob',
  'DaemonSet',
  'Deployment',
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
