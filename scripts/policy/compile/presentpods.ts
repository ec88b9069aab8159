import type { PodClass } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import { intersectAddresses, type AddressSet } from '../values/addresses';
import { addressesOf } from '../values/addresslists';
import { meetsRequirements } from '../values/requirements';
import type { PodsTerm } from '../values/term';

/**
 * The addresses that pods have today. A rule can name addresses or a group, not what they have in common: where pods are
 * meant by labels and by address at one end, the addresses of those that are there say it (docs/semantics.md,
 * "Addresses"), until one comes or goes.
 */
export interface PresentPods {
  /** Whether the address of any pod is known: without, nobody could say who is meant. */
  readonly isAnyKnown: boolean;
  /** Of the pods that the term means, those of its addresses that they have today. */
  addressesOf(term: PodsTerm): AddressSet;
}

/** Host-network pods are their Nodes, and none of them. */
export function createPresentPods(podClasses: readonly PodClass[]): PresentPods {
  const byNamespace: { [namespace: string]: PodClass[] } = {};
  for (const podClass of podClasses) {
    if (podClass.podAddresses.length === 0) continue;
    if (!hasKey(byNamespace, podClass.namespace)) byNamespace[podClass.namespace] = [];
    byNamespace[podClass.namespace].push(podClass);
  }
  return {
    isAnyKnown: Object.keys(byNamespace).length > 0,
    addressesOf({ namespaces, requirements, addresses }) {
      const texts: string[] = [];
      for (const name of namespaces.names) {
        for (const podClass of hasKey(byNamespace, name) ? byNamespace[name] : []) {
          if (!meetsRequirements(podClass.labels, requirements)) continue;
          for (const text of podClass.podAddresses) texts.push(text);
        }
      }
      const present = addressesOf(texts);
      return addresses ? intersectAddresses(present, addresses) : present;
    },
  };
}
