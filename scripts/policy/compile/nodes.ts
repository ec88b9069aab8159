import { hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { PodClass, Snapshot } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import { unionAddresses } from '../values/addresses';
import { EVERYTHING, portListText, portRanges, type PortSet } from '../values/ports';
import { meetsRequirements } from '../values/requirements';
import { addressesTerm } from '../values/term';
import type { CompiledRule, CompileModel } from './model';
import { openRecord } from './openrecord';
import { addressesOf } from '../values/addresslists';

/**
 * Layer N: node addresses to ingress-isolated pods, so that a pod keeps its kubelet. NetworkPolicy never blocks a pod's
 * own node (Kubernetes documentation); which node a pod is on is not in any tag, so every node may reach every isolated
 * pod, on the probe ports of all of them.
 */
export function nodeLayer(
  model: CompileModel,
  snapshot: Snapshot,
  profile: ClusterProfile,
): { readonly rules: readonly CompiledRule[]; readonly diagnostics: readonly Diagnostic[] } {
  if (profile.nodes.toPods === 'off' || model.ingress.namespaces.length === 0) return { rules: [], diagnostics: [] };
  const ports = nodePorts(model, snapshot, profile);
  if (ports === undefined) return { rules: [], diagnostics: [] };
  let addresses = addressesOf(profile.nodes.addresses);
  for (const node of snapshot.nodes) addresses = unionAddresses(addresses, addressesOf(node.addresses));
  if (addresses.length === 0) {
    return {
      rules: [],
      diagnostics: [
        diagnose(
          'nodes-unknown',
          { ports: ports.kind === 'everything' ? 'all' : portListText(ports.tcp) },
          { path: 'nodes' },
        ),
      ],
    };
  }
  const rule: CompiledRule = {
    layer: 'nodes',
    subject: { kind: 'block', name: 'nodes' },
    sources: { kind: 'terms', terms: [addressesTerm(addresses)] },
    destinations: { kind: 'isolated', direction: 'ingress' },
    ports,
    verdict: { kind: 'allow', record: openRecord(model.defaults) },
  };
  return { rules: [rule], diagnostics: [] };
}

/** The ports that nodes may reach; undefined where no isolated pod has any. */
function nodePorts(model: CompileModel, snapshot: Snapshot, profile: ClusterProfile): PortSet | undefined {
  if (profile.nodes.toPods === 'all') return EVERYTHING;
  const numbers = profile.nodes.ports.slice();
  for (const pods of snapshot.podClasses) {
    if (!pods.hostNetwork && isIsolated(model, pods)) numbers.push.apply(numbers, pods.probePorts as number[]);
  }
  if (numbers.length === 0) return undefined;
  const ranges = numbers.map((port) => ({ from: port, to: port }));
  return { kind: 'ports', tcp: portRanges(ranges), udp: [], sctp: [] };
}

function isIsolated(model: CompileModel, pods: PodClass): boolean {
  if (!hasKey(model.ingress.isolations, pods.namespace)) return false;
  return model.ingress.isolations[pods.namespace].some((isolation) =>
    meetsRequirements(pods.labels, isolation.subject.requirements),
  );
}
