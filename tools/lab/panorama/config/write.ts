import { isScopeNode, objectOf, scopeNodeOf } from '../hierarchy';
import { commandSucceeded, failure } from '../reply';
import { childShape } from '../schema/shape';
import type { PanoramaState, Session } from '../state';
import { toConfig, unexpectedAttribute } from '../tree/convert';
import { mergeChild, type Rivals } from '../tree/merge';
import type { ConfigNode } from '../tree/node';
import { parseFragment, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { shapeOf } from '../validate/entry';
import { finish } from './finish';
import { couldNotBeHandled, findAll, findOrCreate, isWholeScope } from './target';

type Content =
  | { readonly ok: true; readonly elements: readonly XmlElement[] }
  | { readonly ok: false; readonly answer: ApiResponse };

/** Parses the `element` parameter; malformed XML is code 18, an attribute that configuration has not is code 12. */
export function parseContent(element: string | undefined): Content {
  if (element === undefined || element === '') {
    return { ok: false, answer: failure(17, ['Missing value for parameter "element".']) };
  }
  const parsed = parseFragment(element);
  if (!parsed.ok) return { ok: false, answer: failure(18, [`Malformed request: ${parsed.reason}`]) };
  return checkContent(parsed.elements);
}

/** The checks that also hold for the parts of a `multi-config` request. */
export function checkContent(elements: readonly XmlElement[]): Content {
  for (const one of elements) {
    const wrong = unexpectedAttribute(one);
    if (wrong !== undefined) {
      return { ok: false, answer: failure(12, [` ${wrong.tag} -> ${wrong.attribute} unexpected here`]) };
    }
  }
  return { ok: true, elements };
}

/** `action=set`: merges the element's children into the node, creating it where needed. */
export function set(state: PanoramaState, session: Session, xpath: string | undefined, content: Content): ApiResponse {
  if (!content.ok) return content.answer;
  const transaction = state.store.begin();
  const target = findOrCreate(state, session, xpath, transaction);
  if (!target.ok) {
    transaction.journal.undo();
    return target.answer;
  }
  for (const one of content.elements) mergeChild(target.node, toConfig(one), transaction.journal, rivalsIn(state));
  return finish(state, session, transaction, { from: target.node, complete: false }) ?? commandSucceeded();
}

/** `action=edit`: replaces the node, which keeps its place; a node that is not there is created at the end. */
export function edit(state: PanoramaState, session: Session, xpath: string | undefined, content: Content): ApiResponse {
  if (!content.ok) return content.answer;
  const [replacement, ...others] = content.elements;
  if (replacement === undefined || others.length > 0) return failure(12, ['edit takes exactly one element']);
  const transaction = state.store.begin();
  const target = findOrCreate(state, session, xpath, transaction);
  if (!target.ok) {
    transaction.journal.undo();
    return target.answer;
  }
  const { node } = target;
  const incoming = toConfig(replacement);
  const { parent } = node;
  const repeated = repeatedEntry(incoming);
  if (incoming.tag !== node.tag || incoming.name !== node.name || parent === undefined || isWholeScope(node)) {
    transaction.journal.undo();
    return failure(12, [` ${incoming.label} does not match the xpath`]);
  }
  if (repeated !== undefined) {
    transaction.journal.undo();
    return failure(12, [` ${repeated} is a duplicate node`]);
  }
  const position = parent.positionOf(node);
  transaction.remove(node);
  transaction.journal.insert(parent, incoming, position);
  return (
    finish(state, session, transaction, { from: incoming, complete: objectOf(incoming) !== undefined }) ??
    commandSucceeded()
  );
}

/**
 * `action=delete`: what is still referred to stays (code 10). A predicate over several names fails on 10.1.6-h3 and
 * 11.0 (terraform-provider-panos issues 350 and 421) and deletes all of them elsewhere (pan-os-python
 * `delete_similar`).
 */
export function remove(state: PanoramaState, session: Session, xpath: string | undefined): ApiResponse {
  const found = findAll(state, session, xpath);
  if (!found.ok) return found.answer;
  const { nodes } = found;
  if (nodes.length > 1 && state.settings.deleteOfSeveral === 'refused') return couldNotBeHandled();
  const transaction = state.store.begin();
  for (const node of nodes) {
    const inUse = groupInUse(state, node);
    if (inUse !== undefined)
      return failure(10, [` ${node.label} cannot be deleted because of references from:`, ` ${inUse}`]);
    if (isWholeScope(node) && !isScopeNode(node)) return couldNotBeHandled();
  }
  for (const node of nodes) transaction.remove(node);
  return finish(state, session, transaction, { from: nodes[0], complete: false }) ?? commandSucceeded();
}

/** A device group that has firewalls or children cannot be deleted. */
function groupInUse(state: PanoramaState, node: ConfigNode): string | undefined {
  if (!isScopeNode(node)) return undefined;
  if (node.tag === 'shared') return 'config';
  const [child] = state.store.hierarchy.descendants(node.label);
  const [device] = state.devices.inGroup(node.label);
  return child ?? device?.serial;
}

function repeatedEntry(node: ConfigNode): string | undefined {
  const names = new Set<string>();
  for (const child of node.children) {
    if (child.name !== undefined && names.has(child.name)) return child.name;
    if (child.name !== undefined) names.add(child.name);
    const below = repeatedEntry(child);
    if (below !== undefined) return below;
  }
  return undefined;
}

const rivalsIn =
  (state: PanoramaState): Rivals =>
  (parent: ConfigNode, tag: string) => {
    const scopeNode = scopeNodeOf(parent);
    const shape = scopeNode === undefined ? undefined : shapeOf(parent, scopeNode, state.store.candidate.shape);
    if (shape?.kind !== 'node' || childShape(shape, tag) === undefined) return [];
    return (shape.choices ?? [])
      .filter((choice) => choice.includes(tag))
      .flatMap((choice) => choice.filter((one) => one !== tag));
  };
