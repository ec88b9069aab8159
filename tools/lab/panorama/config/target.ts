import { mayWrite } from '../admins';
import { isScopeNode, type Scope, SHARED, scopeName, scopeNodeOf } from '../hierarchy';
import { failure, uncodedFailure } from '../reply';
import type { PanoramaState, Session } from '../state';
import type { Transaction } from '../store';
import { ConfigNode } from '../tree/node';
import type { ApiResponse } from '../types';
import { select } from '../xpath/evaluate';
import { parseXpath } from '../xpath/parse';
import { placeOf, type PlaceStep } from '../xpath/simple';

/** A node to work on, or the answer that refuses it. */
export type Target =
  { readonly ok: true; readonly node: ConfigNode } | { readonly ok: false; readonly answer: ApiResponse };

/** An xpath that the emulator does not take: invalid, or beyond the supported part. The text is not documented. */
export const invalidXpath = (): ApiResponse => failure(17, ['Invalid xpath']);

const refuse = (answer: ApiResponse): Target => ({ ok: false, answer });

/** The documented answer for an object that is not there. */
const notPresent = (): ApiResponse => ({
  ...failure(7, []),
  body: '<response status="success" code="7"><msg>Object doesn\'t exist</msg></response>',
});

/** The answer where one node is wanted and an xpath means several. */
export const couldNotBeHandled = (): ApiResponse => failure(17, ['The request could not be handled']);

/** Finds the one node that an xpath names. */
export function findOne(state: PanoramaState, session: Session, xpath: string | undefined): Target {
  const found = findAll(state, session, xpath);
  if (!found.ok) return found;
  const [node, ...others] = found.nodes;
  return others.length > 0 ? refuse(couldNotBeHandled()) : { ok: true, node };
}

/** Finds all nodes that an xpath names, at least one. */
export function findAll(
  state: PanoramaState,
  session: Session,
  xpath: string | undefined,
):
  | { readonly ok: true; readonly nodes: readonly [ConfigNode, ...ConfigNode[]] }
  | { readonly ok: false; readonly answer: ApiResponse } {
  const paths = parseXpath(xpath ?? '');
  if (paths === undefined) return { ok: false, answer: invalidXpath() };
  const [node, ...others] = select(state.store.candidate.root, paths).flatMap((item) =>
    item.kind === 'node' ? [item.node] : [],
  );
  if (node === undefined) return { ok: false, answer: notPresent() };
  const refused = [node, ...others].map((one) => allowed(state, session, one)).find((one) => !one.ok);
  return refused === undefined || refused.ok ? { ok: true, nodes: [node, ...others] } : refused;
}

/**
 * Finds the node that an xpath names, and creates what is missing on the way when the xpath consists of plain tags and
 * `entry[@name='x']`: the way `set` works. What was created stands in the transaction.
 */
export function findOrCreate(
  state: PanoramaState,
  session: Session,
  xpath: string | undefined,
  transaction: Transaction,
): Target {
  const paths = parseXpath(xpath ?? '');
  const [path, ...others] = paths ?? [];
  if (path === undefined || others.length > 0) return refuse(invalidXpath());
  const steps = placeOf(path);
  if (steps === undefined) return findOne(state, session, xpath);
  const [first, ...below] = steps;
  if (first?.tag !== 'config') return refuse(invalidXpath());
  const node = below.reduce<ConfigNode | undefined>(
    (current, step) => (current === undefined ? undefined : childAt(current, step, transaction)),
    state.store.candidate.root,
  );
  return node === undefined ? refuse(invalidXpath()) : allowed(state, session, node);
}

function childAt(parent: ConfigNode, step: PlaceStep, transaction: Transaction): ConfigNode | undefined {
  const found = parent.childrenOfName(step.tag, step.name);
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  if (step.tag === 'entry' && step.name === undefined) return undefined;
  const created = new ConfigNode(step.tag, step.name, undefined, '');
  transaction.journal.insert(parent, created);
  return created;
}

/** Only Shared and device groups can be written; an administrator must be allowed to, and nobody else hold the lock. */
function allowed(state: PanoramaState, session: Session, node: ConfigNode): Target {
  const scope = writableScope(node);
  if (scope === undefined) return refuse(failure(12, ['set failed, may need to override template object first']));
  if (!mayWrite(session.admin, scope)) return refuse(failure(16, ['Unauthorized request']));
  const owner = state.locks.blocking('config', scope, session.admin.name);
  if (owner !== undefined) return refuse(uncodedFailure(`Configuration is locked by ${owner}`));
  return { ok: true, node };
}

function writableScope(node: ConfigNode): Scope | undefined {
  const scopeNode = scopeNodeOf(node);
  if (scopeNode !== undefined) return scopeName(scopeNode);
  const devices = node.tag === 'device-group' ? node.parent?.parent : undefined;
  return devices?.tag === 'devices' && devices.parent?.parent === undefined ? SHARED : undefined;
}

/** Whether a node is a device group or Shared itself, or lies above them. */
export const isWholeScope = (node: ConfigNode): boolean => scopeNodeOf(node) === undefined || isScopeNode(node);
