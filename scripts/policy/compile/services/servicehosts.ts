import { hasKey } from '../../text/canonical';
import type { PodClass, Snapshot } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { unionAddresses } from '../../values/addresses';
import { addressesTerm, type PodsTerm, type Term } from '../../values/term';
import type { CompileModel } from '../model';
import type { Answer } from './serviceanswers';
import { addressesOf } from '../space';

/**
 * Nodes as senders to Service addresses. Where the plugin registers host-network pods, their tags sit on node
 * addresses, so that groups of senders may hold these; what nodes may is then said by address, before any group is
 * named.
 */

/** All node addresses as one term, where some group of layer S may hold one of them; else undefined. */
export function sendersOnNodes(
  model: CompileModel,
  snapshot: Snapshot,
  profile: ClusterProfile,
  answers: readonly Answer[],
): Term | undefined {
  if (profile.tags.hostNetwork !== 'registered') return undefined;
  const onNodes: { [namespace: string]: PodClass[] } = {};
  let addresses = addressesOf(profile.nodes.addresses);
  for (const node of snapshot.nodes) addresses = unionAddresses(addresses, addressesOf(node.addresses));
  for (const pods of snapshot.podClasses) {
    if (!pods.hostNetwork) continue;
    addresses = unionAddresses(addresses, addressesOf(pods.nodeAddresses));
    if (!hasKey(onNodes, pods.namespace)) onNodes[pods.namespace] = [];
    onNodes[pods.namespace].push(pods);
  }
  if (addresses.length === 0 || Object.keys(onNodes).length === 0) return undefined;
  const isHeld = model.egress.namespaces.some((namespace) =>
    model.egress.isolations[namespace].some(({ subject }) => mayHold(onNodes, subject)),
  );
  const isNamed = answers.some(({ early, late }) =>
    early.concat(late).some(({ terms }) => terms.some((term) => term.kind === 'pods' && mayHold(onNodes, term))),
  );
  return isHeld || isNamed ? addressesTerm(addresses) : undefined;
}

/** Several pods may share a node, whose address carries the labels of all of them. */
function mayHold(onNodes: { readonly [namespace: string]: readonly PodClass[] }, term: PodsTerm): boolean {
  return term.namespaces.names.some(
    (namespace) =>
      hasKey(onNodes, namespace) &&
      term.requirements.every(({ key, values }) =>
        onNodes[namespace].some((pods) => hasKey(pods.labels, key) && values.indexOf(pods.labels[key]) >= 0),
      ),
  );
}
