import { hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { PodClass } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import { meetsRequirements } from '../values/requirements';
import type { PodsTerm, Term } from '../values/term';
import type { CompileModel, Side } from './model';
import type { Isolating } from './sides';

/**
 * Host-network pods, whose addresses are their nodes'. No selector means them (Kubernetes, "Network Policies": what a
 * policy does to pods with `hostNetwork` is not defined, and plugins take them for their node); but where the plugin of
 * Panorama registers them, their tags sit on node addresses, so that a group may hold these.
 */
export interface HostPods {
  /** Whether a group for the term may hold a node's address. */
  mayHoldNodes(term: Term): boolean;
}

/** Knows the registered host-network pods by namespace; none where the plugin does not register them. */
export function createHostPods(profile: ClusterProfile, podClasses: readonly PodClass[]): HostPods {
  const byNamespace = profile.tags.hostNetwork === 'registered' ? indexHostPods(podClasses) : {};
  return {
    mayHoldNodes(term) {
      return term.kind === 'pods' && term.namespaces.names.some((name) => mayMeet(byNamespace, name, term));
    },
  };
}

interface ByNamespace {
  readonly [namespace: string]: readonly PodClass[];
}

function indexHostPods(podClasses: readonly PodClass[]): ByNamespace {
  const found: { [namespace: string]: PodClass[] } = {};
  for (const pods of podClasses) {
    if (!pods.hostNetwork) continue;
    if (!hasKey(found, pods.namespace)) found[pods.namespace] = [];
    found[pods.namespace].push(pods);
  }
  return found;
}

/** Several pods may share a node, so that one address may carry the labels of all of them. */
function mayMeet(byNamespace: ByNamespace, namespace: string, term: PodsTerm): boolean {
  if (!hasKey(byNamespace, namespace)) return false;
  return term.requirements.every((requirement) =>
    byNamespace[namespace].some(
      (pods) =>
        // Groups hold no negations.
        requirement.negated ||
        (hasKey(pods.labels, requirement.key) && requirement.values.indexOf(pods.labels[requirement.key]) >= 0),
    ),
  );
}

/** Whether the groups of one side's isolated pods may hold a node's address. */
export function mayIsolateNodes(hostPods: HostPods, side: Side): boolean {
  return side.namespaces.some((name) =>
    side.isolations[name].some((isolation) => hostPods.mayHoldNodes(isolation.subject)),
  );
}

/** Whether the groups of one side's peers may hold a node's address. */
export function mayAllowNodes(hostPods: HostPods, side: Side): boolean {
  return side.namespaces.some(
    (name) =>
      hasKey(side.entries, name) &&
      side.entries[name].some((entry) => entry.peers.some((peer) => hostPods.mayHoldNodes(peer))),
  );
}

/** Whether groups of senders may hold a node's address. */
export function maySendAsPods(hostPods: HostPods, model: Pick<CompileModel, 'egress' | 'ingress'>): boolean {
  return mayIsolateNodes(hostPods, model.egress) || mayAllowNodes(hostPods, model.ingress);
}

/**
 * Warns of policies whose pods are host-network pods, all that there are of them: networks do not enforce policies on
 * these. Pods to come with the same labels are isolated all the same.
 */
export function hostSubjects(isolating: readonly Isolating[], podClasses: readonly PodClass[]): Diagnostic[] {
  const byNamespace: { [namespace: string]: PodClass[] } = {};
  for (const pods of podClasses) {
    if (!hasKey(byNamespace, pods.namespace)) byNamespace[pods.namespace] = [];
    byNamespace[pods.namespace].push(pods);
  }
  const warnings: Diagnostic[] = [];
  const known: { [id: string]: true } = {};
  for (const { policy, subject } of isolating) {
    const id = policy.namespace + '/' + policy.name;
    // An empty selector means whatever comes.
    const isOpen = subject.requirements.length === 0;
    if (isOpen || hasKey(known, id) || !hasKey(byNamespace, policy.namespace)) continue;
    known[id] = true;
    const selected = byNamespace[policy.namespace].filter((pods) =>
      meetsRequirements(pods.labels, subject.requirements),
    );
    if (selected.length === 0 || !selected.every((pods) => pods.hostNetwork)) continue;
    const sample = policy.namespace + '/' + selected[0].samples[0].name;
    const where = { policy: { namespace: policy.namespace, name: policy.name }, path: 'spec.podSelector' };
    warnings.push(diagnose('host-network-subject', { sample }, where));
  }
  return warnings;
}
