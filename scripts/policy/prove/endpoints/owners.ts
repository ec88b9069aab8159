import { hasKey } from '../../text/canonical';
import type { ClusterFacts } from '../read/cluster';
import type { Endpoint } from './surroundings';

/** Who has an address today, by its digits: pods that could get it do not have it. */
export function ownersOf(endpoints: readonly Endpoint[], facts: ClusterFacts): { readonly [digits: string]: Endpoint } {
  const pods: { [digits: string]: string } = {};
  for (const pod of facts.pods) {
    if (!pod.hostNetwork) for (const { digits } of pod.addresses) pods[digits] = pod.namespace + '/' + pod.name;
  }
  const owners: { [digits: string]: Endpoint } = {};
  for (const endpoint of endpoints) {
    const { kind, namespace, name } = endpoint.identity;
    const { digits } = endpoint.address;
    const isPod = kind === 'pod' && hasKey(pods, digits) && pods[digits] === namespace + '/' + name;
    if ((isPod || kind === 'node' || kind === 'outside') && !hasKey(owners, digits)) owners[digits] = endpoint;
  }
  return owners;
}
