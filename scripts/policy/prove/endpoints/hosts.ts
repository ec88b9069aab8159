import { hasKey } from '../../text/canonical';
import { type Address, FAMILIES } from '../read/addresses';
import { addressIdentity } from './identities';
import { hostPods } from './nodeside';
import { type PodFacts, addressesOf } from '../read/pods';
import { type Surroundings, add } from './surroundings';

/** Nodes, and the host-network pods that share their addresses. */

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
    for (const address of addressesOf(pod)) {
      if (hasKey(seen, address.digits)) continue;
      seen[address.digits] = true;
      const name = 'host of ' + pod.namespace + '/' + pod.name;
      add(surroundings, addressIdentity(context, 'outside', name, podsAt(address)), address);
    }
    if (pod.addressText === '') addHostWorkload(surroundings, pod, podsAt);
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
