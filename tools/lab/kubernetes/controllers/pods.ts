import type { Cluster } from '../cluster';
import { objectsOf, stringMapOf, textOf, type JsonObject } from '../values/json';
import { labelsOf, specOf, statusOf, type KubeObject } from '../values/object';
import { nodeAddresses } from './nodenetworks';

/** Scheduler and kubelet in one: a pod that waits gets a node, addresses, and runs. */
export function reconcilePod(cluster: Cluster, key: string): void {
  const pod = cluster.store.get('pods', key);
  if (pod === undefined || statusOf(pod).phase !== 'Pending') return;
  const spec = specOf(pod);
  const node = nodeFor(cluster, pod);
  if (node === undefined) return;
  const hosts = nodeAddresses(node);
  const addresses = spec.hostNetwork === true ? hosts : cluster.nodeNetworks.allocate(node);
  if (addresses.length === 0) return;
  const status = runningStatus(cluster, pod, hosts, addresses);
  cluster.store.put('pods', key, { ...pod, spec: { ...spec, nodeName: node.metadata.name }, status });
}

/** The pod's own node, or the next of those that its `nodeSelector` takes, in turn. */
function nodeFor(cluster: Cluster, pod: KubeObject): KubeObject | undefined {
  const { nodeName, nodeSelector } = specOf(pod);
  if (textOf(nodeName) !== '') return cluster.store.get('nodes', textOf(nodeName));
  const wanted = Object.entries(stringMapOf(nodeSelector));
  const nodes = cluster.store
    .list('nodes')
    .filter((node) => specOf(node).unschedulable !== true)
    .filter((node) => wanted.every(([label, value]) => labelsOf(node)[label] === value));
  return nodes[cluster.turn.next() % Math.max(1, nodes.length)];
}

function runningStatus(
  cluster: Cluster,
  pod: KubeObject,
  hosts: readonly string[],
  addresses: readonly string[],
): JsonObject {
  const time = cluster.clock.timestamp();
  const condition = (type: string): JsonObject => ({ type, status: 'True', lastTransitionTime: time });
  return {
    phase: 'Running',
    conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(condition),
    hostIP: hosts[0] ?? '',
    hostIPs: hosts.map((ip) => ({ ip })),
    podIP: addresses[0] ?? '',
    podIPs: addresses.map((ip) => ({ ip })),
    startTime: time,
    containerStatuses: objectsOf(specOf(pod).containers).map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: time } },
      lastState: {},
    })),
    qosClass: statusOf(pod).qosClass ?? 'BestEffort',
  };
}
