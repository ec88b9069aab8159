import { isScopeNode, objectOf, scopeNodeOf } from '../hierarchy';
import { commandSucceeded, failure } from '../reply';
import type { PanoramaState, Session } from '../state';
import type { ConfigNode } from '../tree/node';
import type { ApiResponse } from '../types';
import { stepsTo, pathOf } from '../xpath/simple';
import { finish } from './finish';
import { findOne, findOrCreate } from './target';

/**
 * `action=rename`: an object or rule gets another name. An object that something refers to is refused: how a device
 * follows the references is not documented.
 */
export function rename(state: PanoramaState, session: Session, xpath: string | undefined, name: string): ApiResponse {
  const target = findOne(state, session, xpath);
  if (!target.ok) return target.answer;
  const { node } = target;
  const refusal = refuseName(node, name);
  if (refusal !== undefined) return refusal;
  const object = state.store.candidate.describe(node);
  const references =
    object?.space === undefined ? [] : state.store.candidate.index.referencesTo(object.space, node.label);
  if (references.length > 0) return failure(10, [` ${node.label} cannot be renamed because of references`]);
  const transaction = state.store.begin();
  const before = { key: pathOf(node), steps: stepsTo(node), scope: object?.scope ?? '' };
  transaction.journal.rename(node, name);
  transaction.removedUnits.push(before);
  return finish(state, session, transaction, { from: node, complete: false }) ?? commandSucceeded();
}

/** `action=clone`: a copy of an entry of the same list under another name, at the end. */
export function clone(
  state: PanoramaState,
  session: Session,
  xpath: string | undefined,
  source: string | undefined,
  name: string,
): ApiResponse {
  const from = findOne(state, session, source);
  if (!from.ok) return from.answer;
  const transaction = state.store.begin();
  const target = findOrCreate(state, session, xpath, transaction);
  if (!target.ok || from.node.parent !== target.node) {
    transaction.journal.undo();
    return target.ok ? failure(17, ['The request could not be handled']) : target.answer;
  }
  const refusal = refuseName(from.node, name);
  if (refusal !== undefined) return refusal;
  const copy = from.node.clone();
  copy.uuid = undefined;
  copy.rename(name);
  transaction.journal.insert(target.node, copy);
  return finish(state, session, transaction, { from: copy, complete: false }) ?? commandSucceeded();
}

function refuseName(node: ConfigNode, name: string): ApiResponse | undefined {
  if (name === '') return failure(17, ['Missing value for parameter "newname".']);
  if (isScopeNode(node) || scopeNodeOf(node) === undefined || objectOf(node) !== node) {
    return failure(17, ['The request could not be handled']);
  }
  return node.parent?.child('entry', name) === undefined ? undefined : failure(12, [` '${name}' is already in use`]);
}
