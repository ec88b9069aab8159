import { hasKey } from '../../text/canonical';
import type { ClusterFacts } from '../read/cluster';
import { type PodFacts, addressesOf } from '../read/pods';

/** Addresses that are nodes'. */

/** Addresses of Nodes, and of host-network pods, which are their Nodes: no other pod gets one. */
export function nodeSide(facts: ClusterFacts): { [digits: string]: true } {
  const found: { [digits: string]: true } = {};
  for (const node of facts.nodes) for (const address of node.addresses) found[address.digits] = true;
  for (const digits of Object.keys(hostPods(facts))) found[digits] = true;
  return found;
}

/** Host-network pods by the address that they share with their node. */
export function hostPods(facts: ClusterFacts): { [digits: string]: PodFacts[] } {
  const found: { [digits: string]: PodFacts[] } = {};
  for (const pod of facts.pods) {
    if (!pod.hostNetwork) continue;
    for (const address of addressesOf(pod)) {
      if (!hasKey(found, address.digits)) found[address.digits] = [];
      found[address.digits].push(pod);
    }
  }
  return found;
}
