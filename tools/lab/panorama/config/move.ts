import { commandSucceeded, failure } from '../reply';
import type { PanoramaState, Session } from '../state';
import type { ConfigNode } from '../tree/node';
import type { ApiResponse } from '../types';
import { finish } from './finish';
import { findOne } from './target';

/** `action=move`: within one list; a move that changes nothing is an error, as on the device. */
export function move(
  state: PanoramaState,
  session: Session,
  xpath: string | undefined,
  where: string | undefined,
  destination: string | undefined,
): ApiResponse {
  const target = findOne(state, session, xpath);
  if (!target.ok) return target.answer;
  const { node } = target;
  const { parent } = node;
  if (parent === undefined || node.name === undefined) return failure(17, ['The request could not be handled']);
  const place = placeFor(node, parent, where, destination);
  if (!place.ok) return place.answer;
  if (place.position === parent.positionOf(node))
    return failure(12, [` ${node.label} is already at the ${place.words}`]);
  const transaction = state.store.begin();
  transaction.journal.move(node, place.position);
  return finish(state, session, transaction, { from: node, complete: false }) ?? commandSucceeded();
}

type Place =
  | { readonly ok: true; readonly position: number; readonly words: string }
  | { readonly ok: false; readonly answer: ApiResponse };

/** The position after the node was taken out. `no target specified in move`: pan-python issue 18. */
function placeFor(
  node: ConfigNode,
  parent: ConfigNode,
  where: string | undefined,
  destination: string | undefined,
): Place {
  const at = (position: number, words: string): Place => ({ ok: true, position, words });
  const refuse = (answer: ApiResponse): Place => ({ ok: false, answer });
  if (where === 'top') return at(0, 'top');
  if (where === 'bottom') return at(parent.children.length - 1, 'bottom');
  if (where !== 'before' && where !== 'after') return refuse(failure(17, [`Invalid where: ${where ?? ''}`]));
  if (destination === undefined || destination === '') return refuse(failure(7, ['no target specified in move']));
  const other = parent.child(node.tag, destination);
  if (other === undefined || other === node)
    return refuse(failure(7, [`${destination} is not a valid destination of the move`]));
  const position = parent.positionOf(other) + (where === 'after' ? 1 : 0);
  const own = parent.positionOf(node);
  return at(own < position ? position - 1 : position, `requested position`);
}
