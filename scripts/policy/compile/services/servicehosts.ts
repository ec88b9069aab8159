import type { Term } from '../../values/term';
import { mayIsolateNodes, type HostPods } from '../hostpods';
import type { CompileModel } from '../model';
import type { Answer } from './serviceanswers';

/** Node addresses, and which groups may hold one of them. */
export interface NodeSide {
  readonly hostPods: HostPods;
  /** All node-side addresses as one term; undefined where none is known. */
  readonly nodes: Term | undefined;
}

/**
 * Nodes as senders to Service addresses: all node addresses, where some group of layer S may hold one of them; else
 * undefined. What nodes may is then said by address, before any group is named.
 */
export function sendersOnNodes(
  model: CompileModel,
  { hostPods, nodes }: NodeSide,
  answers: readonly Answer[],
): Term | undefined {
  const isNamed = answers.some(({ early, late }) =>
    early.concat(late).some(({ terms }) => terms.some((term) => hostPods.mayHoldNodes(term))),
  );
  return isNamed || mayIsolateNodes(hostPods, model.egress) ? nodes : undefined;
}
