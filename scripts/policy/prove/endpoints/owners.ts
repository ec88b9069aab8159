import { hasKey } from '../../text/canonical';
import type { Address } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { type PodFacts, addressesOf } from '../read/pods';
import { podEndpoint } from './endpoints';
import type { IdentityContext } from './identities';
import { hostPods } from './nodeside';
import type { Endpoint } from './surroundings';

/**
 * Who has today the addresses that Services list, or that host-network pods have, by their digits: pods, nodes, and
 * outside addresses. Pods that could get one do not have it.
 */
export function ownersOf(
  context: IdentityContext,
  endpoints: readonly Endpoint[],
  facts: ClusterFacts,
): { readonly [digits: string]: Endpoint } {
  const asked: { [digits: string]: true } = {};
  for (const { endpoints: listed } of facts.services) for (const { address } of listed) asked[address.digits] = true;
  for (const digits of Object.keys(hostPods(facts))) asked[digits] = true;
  const pods: { [digits: string]: { readonly pod: PodFacts; readonly address: Address } } = {};
  for (const pod of facts.pods) {
    if (pod.hostNetwork) continue;
    for (const address of addressesOf(pod)) if (hasKey(asked, address.digits)) pods[address.digits] = { pod, address };
  }
  const owners: { [digits: string]: Endpoint } = {};
  for (const digits of Object.keys(pods)) owners[digits] = podEndpoint(context, pods[digits].pod, pods[digits].address);
  for (const endpoint of endpoints) {
    const { kind } = endpoint.identity;
    const { digits } = endpoint.address;
    if (hasKey(asked, digits) && (kind === 'node' || kind === 'outside') && !hasKey(owners, digits)) {
      owners[digits] = endpoint;
    }
  }
  return owners;
}
