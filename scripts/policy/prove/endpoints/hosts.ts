import { hasKey } from '../../text/canonical';
import { type Address, FAMILIES } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { addressIdentity } from './identities';
import type { PodFacts } from '../read/pods';
import { type Surroundings, add } from './surroundings';

/** Nodes, and the host-network pods that share their addresses. */

/** Addresses of Nodes, and of host-network pods, which are their Nodes: no other pod gets one. */
export function nodeSide(facts: ClusterFacts): { [digits: string]: true } {
  const found: { [digits: string]: true } = {};
  for (const node of facts.nodes) for (const address of node.addresses) found[address.digits] = true;
  for (const digits of Object.keys(hostPods(facts))) found[digits] = true;
  return found;
}

/** Host-network pods by the address that they share with their node. */
function hostPods(facts: ClusterFacts): { [digits: string]: PodFacts[] } {
  const found: { [digits: string]: PodFacts[] } = {};
  for (const pod of facts.pods) {
    if (!pod.hostNetwork) continue;
    for (const address of pod.addresses) {
      if (!hasKey(found, address.digits)) found[address.digits] = [];
      found[address.digits].push(pod);
    }
  }
  return found;
}

/** Adds nodes with the tags that host-network pods put on them, and hosts that are no known Node. */
export function addNodes(surroundings: Surroundings): void {
  const context = surroundings.context;
  const hosted = hostPods(surroundings.facts);
  const seen: { [digits: string]: true } = {};
  function podsAt(address: Address): PodFacts[] {
    return hasKey(hosted, address.digits) ? hosted[address.digits] : [];
  }
  for (const node of surroundings.facts.nodes) {
    for (const address of node.addresses) {
      if (hasKey(seen, address.digits)) continue;
      seen[address.digits] = true;
      add(surroundings, addressIdentity(context, 'node', node.name, podsAt(address)), address);
    }
  }
  for (const pod of surroundings.facts.pods) {
    if (!pod.hostNetwork) continue;
    for (const address of pod.addresses) {
      if (hasKey(seen, address.digits)) continue;
      seen[address.digits] = true;
      const name = 'host of ' + pod.namespace + '/' + pod.name;
      add(surroundings, addressIdentity(context, 'outside', name, podsAt(address)), address);
    }
    if (pod.addresses.length === 0) addHostWorkload(surroundings, pod, podsAt);
  }
}

/** A host-network workload may run on any node; the first of each family stands for all of them. */
function addHostWorkload(surroundings: Surroundings, pod: PodFacts, podsAt: (address: Address) => PodFacts[]): void {
  const context = surroundings.context;
  if (context.profile.tags.hostNetwork !== 'registered') return;
  for (const family of FAMILIES) {
    for (const node of surroundings.facts.nodes) {
      const address = node.addresses.filter((candidate) => candidate.family === family)[0];
      if (!address) continue;
      const name = node.name + ' with ' + pod.namespace + '/' + pod.name;
      add(surroundings, addressIdentity(context, 'node', name, podsAt(address).concat([pod])), address);
      break;
    }
  }
}
