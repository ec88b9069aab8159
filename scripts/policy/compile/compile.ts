import { defaultAttributes } from '../attributes/defaults';
import { sortedKeys, sortedUnique } from '../text/canonical';
import { diagnose, isError, type Diagnostic } from '../diagnostics/diagnostic';
import { mentionedLabelKeys } from '../kubernetes/pods/podlabels';
import type { Peer, Policy, PolicyId, Snapshot } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import type { DependsOn } from '../translate/translation';
import { addressesTerm, type TermSpace } from '../values/term';
import { policyBoxes, type BoxContext } from './boxes';
import { compactRules } from './compact/compact';
import { withGuards } from './guards/guards';
import { hostLayer } from './hosts';
import { createHostPods, hostSubjects } from './hostpods';
import { collectLabelUses, type LabelUse } from './labeluses';
import { collectLabelValues } from './labelvalues';
import { denyBothLayer, denyOneLayer, entryLayer, pairLayer } from './layers';
import type { AdmittedPolicy, CompiledRule, EntryBox, CompileModel, Blame, Inexpressible } from './model';
import { partialBlocks } from './ipblocks';
import { createNamespaceFinder } from './namespacefinder';
import { indexPods } from './namedports';
import { nodeLayer } from './nodes';
import { entriesInOrder, findPairs } from './pairs';
import { createPresentPods } from './presentpods';
import { createRecordCombiner } from './records';
import { buildSide, type Isolating } from './sides';
import { serviceBlocks } from './services/serviceblocks';
import { serviceLayer } from './services/services';
import { clusterSpace, strayPods } from './space';
import { withTwinRules } from './twins';
import { chooseWhole } from './whole';

/** A cluster's rules before rendering, with what stands in the way of exactness. */
export interface Compilation {
  readonly model: CompileModel;
  readonly rules: readonly CompiledRule[];
  /** Not empty: the rules are not complete, and must not be used. */
  readonly inexpressible: readonly Inexpressible[];
  /** Not empty: the cluster as a whole has no rulebase. */
  readonly clusterDiagnostics: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly dependsOn: DependsOn;
  /** Of pods, policies and Services; tags are told apart among these. */
  readonly labelUses: readonly LabelUse[];
}

/** Compiles the admitted policies of one cluster into ordered rules (docs/semantics.md). */
export function compile(snapshot: Snapshot, profile: ClusterProfile, admitted: readonly AdmittedPolicy[]): Compilation {
  const policies = admitted.map(policyOf);
  const cluster = clusterSpace(snapshot, profile, policies);
  const context = boxContext(cluster.space, snapshot, profile, policies);
  const gathered = gather(context, admitted);
  const egress = buildSide(cluster.space, 'egress', gathered.egress, gathered.boxes.filter(isEgress));
  const ingress = buildSide(cluster.space, 'ingress', gathered.ingress, gathered.boxes.filter(isIngress));
  const model: CompileModel = {
    space: cluster.space,
    egress: egress.side,
    ingress: ingress.side,
    defaults: defaultAttributes(profile),
    presentPods: createPresentPods(snapshot.podClasses),
  };
  const combiner = createRecordCombiner(model.defaults);
  const pairing = findPairs(model, combiner);
  const entries = entriesInOrder(model.egress).concat(entriesInOrder(model.ingress));
  const choice = chooseWhole(model, combiner, entries, pairing.pairs);
  const nodes = nodeLayer(model, snapshot, profile);
  const hostPods = createHostPods(profile, snapshot.podClasses);
  const nodeTerm = cluster.nodeAddresses.length === 0 ? undefined : addressesTerm(cluster.nodeAddresses);
  const hosts = hostLayer({
    model,
    combiner,
    hostPods,
    nodes: nodeTerm,
    entries,
  });
  // First of all: tags put Service addresses into the groups of every layer behind it, those of nodes included.
  const services = serviceLayer(model, combiner, snapshot, profile, { hostPods, nodes: nodeTerm });
  const assumed = cluster.familiesAssumed && gathered.policies.some(hasBlocks);
  const layers = services.rules.concat(
    nodes.rules,
    hosts.rules,
    pairLayer(model, choice),
    denyBothLayer(model),
    entryLayer(choice, combiner, entries),
    denyOneLayer(model),
  );
  const isCompact = profile.style === 'compact';
  const grouped = isCompact
    ? compactRules(model, layers, { members: profile.capacity.members, filterNot: profile.filterNot })
    : layers;
  const guarded = profile.filterNot ? { rules: grouped, inexpressible: [] } : withGuards(model, grouped);
  return {
    model,
    rules: isCompact ? guarded.rules : withTwinRules(guarded.rules),
    inexpressible: gathered.inexpressible.concat(pairing.inexpressible, services.inexpressible, guarded.inexpressible),
    clusterDiagnostics: strayPods(snapshot, cluster.space).concat(nodes.diagnostics),
    warnings: gathered.warnings.concat(
      egress.warnings,
      ingress.warnings,
      pairing.warnings,
      hosts.warnings,
      hostSubjects(gathered.egress.concat(gathered.ingress), snapshot.podClasses),
      services.warnings,
      services.closed,
      serviceBlocks(gathered.policies, snapshot, profile, cluster.space),
      assumed ? [diagnose('families-assumed', {}, {})] : [],
    ),
    dependsOn: dependencies(context, gathered.policies, profile, {
      model,
      namesNodes: hosts.rules.length + hosts.warnings.length > 0,
    }),
    labelUses: collectLabelUses(snapshot, context, gathered.policies),
  };
}

function boxContext(
  space: TermSpace,
  snapshot: Snapshot,
  profile: ClusterProfile,
  policies: readonly Policy[],
): BoxContext {
  const namespaces = createNamespaceFinder(snapshot.namespaces);
  return {
    space,
    namespaces,
    labelValues: collectLabelValues(snapshot, policies, namespaces),
    pods: indexPods(snapshot.podClasses),
    sctp: profile.sctp,
    enumerated: {},
  };
}

/** What of a policy's spec alone has no exact rule, whatever its attributes and the other policies are. */
export function specDiagnostics(snapshot: Snapshot, profile: ClusterProfile, policy: Policy): Diagnostic[] {
  const context = boxContext(clusterSpace(snapshot, profile, [policy]).space, snapshot, profile, [policy]);
  const silent = policy.entries.map(() => ({}));
  return policyBoxes(context, policy, silent).diagnostics.filter(isError);
}

function policyOf(admitted: AdmittedPolicy): Policy {
  return admitted.policy;
}

function isEgress(box: EntryBox): boolean {
  return box.direction === 'egress';
}

function isIngress(box: EntryBox): boolean {
  return box.direction === 'ingress';
}

interface Gathered {
  readonly policies: readonly Policy[];
  readonly boxes: readonly EntryBox[];
  readonly egress: readonly Isolating[];
  readonly ingress: readonly Isolating[];
  readonly inexpressible: readonly Inexpressible[];
  readonly warnings: readonly Diagnostic[];
}

function gather(context: BoxContext, admitted: readonly AdmittedPolicy[]): Gathered {
  const boxes: EntryBox[] = [];
  const egress: Isolating[] = [];
  const ingress: Isolating[] = [];
  const inexpressible: Inexpressible[] = [];
  const warnings: Diagnostic[] = [];
  for (const one of admitted) {
    const id: PolicyId = one.policy.id;
    const made = policyBoxes(context, one.policy, one.attributes);
    for (const diagnostic of made.diagnostics) {
      const cause = { policy: id, path: diagnostic.where.path || '' };
      if (isError(diagnostic)) inexpressible.push({ causes: [cause], diagnostic, ...blameOf(diagnostic) });
      else warnings.push(diagnostic);
    }
    boxes.push.apply(boxes, made.boxes as EntryBox[]);
    if (!made.subject) continue;
    if (one.policy.isolates.egress) egress.push({ policy: id, subject: made.subject });
    if (one.policy.isolates.ingress) ingress.push({ policy: id, subject: made.subject });
  }
  return {
    policies: admitted.map(policyOf),
    boxes,
    egress,
    ingress,
    inexpressible,
    warnings,
  };
}

/** Pods of one namespace whose ports differ. */
function blameOf(diagnostic: Diagnostic): { readonly blame?: Blame } {
  return diagnostic.code === 'named-port' ? { blame: { namespace: String(diagnostic.params.namespace) } } : {};
}

function hasBlocks(policy: Policy): boolean {
  return hasPeer(policy, (peer) => peer.kind === 'ipBlock');
}

function selectsNamespaces(policy: Policy): boolean {
  return hasPeer(policy, (peer) => peer.kind === 'pods' && peer.namespaces.kind === 'selected');
}

function hasPeer(policy: Policy, isWanted: (peer: Peer) => boolean): boolean {
  return policy.entries.some((entry) => entry.peers.kind === 'peers' && entry.peers.peers.some(isWanted));
}

/** All pods of all namespaces are the pod network, where it is known. */
function selectsEveryPod(policy: Policy): boolean {
  return hasPeer(policy, (peer) => {
    if (peer.kind !== 'pods' || peer.namespaces.kind !== 'selected') return false;
    return peer.namespaces.selector.length === 0 && peer.pods.length === 0;
  });
}

/** Names of ports, of entries that isolate. */
function portNames(policies: readonly Policy[]): string[] {
  const names: string[] = [];
  for (const policy of policies) {
    for (const entry of policy.entries) {
      if (!policy.isolates[entry.direction] || entry.ports.kind === 'anything') continue;
      for (const port of entry.ports.ports) if (port.kind === 'named') names.push(port.name);
    }
  }
  return names;
}

function dependencies(
  context: BoxContext,
  policies: readonly Policy[],
  profile: ClusterProfile,
  compiled: { readonly model: CompileModel; readonly namesNodes: boolean },
): DependsOn {
  const model = compiled.model;
  // Also where no probe, no Node and no host-network pod is known yet.
  const isIsolated = model.ingress.namespaces.length > 0;
  const isAnyIsolated = isIsolated || model.egress.namespaces.length > 0;
  const isRegistered = profile.tags.hostNetwork === 'registered';
  const podNetwork = policies.some(hasBlocks) || policies.some(selectsEveryPod);
  return {
    namespaces: policies.some(selectsNamespaces),
    labelKeys: sortedKeys(context.enumerated),
    tagKeys: mentionedLabelKeys(policies, []),
    probePorts: isIsolated && profile.nodes.toPods === 'probes',
    namedPorts: sortedUnique(portNames(policies)),
    nodes: (isIsolated && profile.nodes.toPods !== 'off') || compiled.namesNodes || podNetwork,
    hostNetwork: (isAnyIsolated && isRegistered) || podNetwork,
    podNetwork,
    podAddresses: partialBlocks(model.space, policies),
    services: profile.inspection === 'both-ends' && isAnyIsolated,
  };
}
