import { hasKey } from '../../policy/text/canonical';
import type { ConfigEntry } from '../../policy/panos/entry';
import type { DeviceGroupState, EntryKind, Operation, RulePosition } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { containerOf, movePlace, type WriteRequest } from './batch';
import type { PlainNode } from '../api/nodes';
import { entryPath } from '../api/xpath';
import { entryXml, plainEntryXml } from '../api/xml';

/**
 * Takes this run's operations back, the last one first, so that Panorama passes through the same states as on the way
 * there. Each request may be sent although its operation was never carried out: then it changes nothing.
 */

/** Canonical texts of entries that cannot be restored field by field, by `entryKey`. */
export interface Originals {
  readonly [key: string]: string;
}

/**
 * What must be kept to undo the operations on entries with fields that we never write, and to know them for ours.
 *
 * @param renamed rules that stay under names that people gave them
 */
export function originalsOf(
  operations: readonly Operation[],
  state: DeviceGroupState,
  renamed: readonly string[],
): Originals {
  const wanted: { [key: string]: true } = {};
  for (const operation of operations) {
    const isReplaced = operation.op === 'replace' || operation.op === 'delete';
    const isLost = isReplaced && operation.before === undefined;
    const isRenamed = operation.op === 'move' && renamed.indexOf(operation.name) >= 0;
    if (isLost || isRenamed) wanted[entryKey(operation.kind, operation.name)] = true;
  }
  const originals: { [key: string]: string } = {};
  for (const rule of state.rules) {
    const key = entryKey('rule', rule.name);
    if (hasKey(wanted, key)) originals[key] = rule.text;
  }
  for (const object of state.objects) {
    const key = entryKey(object.kind, object.name);
    if (object.location === state.deviceGroup && hasKey(wanted, key)) originals[key] = object.text;
  }
  return originals;
}

type Create = Extract<Operation, { readonly op: 'create' }>;

/** What must be known of an operation to undo it: what is created is only deleted again. */
export type UndoableOperation = Exclude<Operation, Create> | Omit<Create, 'after'>;

/** The requests that undo the operations. */
export function undoRequests(
  profile: ClusterProfile,
  operations: readonly UndoableOperation[],
  originals: Originals,
): WriteRequest[] {
  const requests: WriteRequest[] = [];
  for (let i = operations.length - 1; i >= 0; i--) {
    for (const request of undoOf(profile, operations[i], originals)) requests.push(request);
  }
  return requests;
}

function undoOf(profile: ClusterProfile, operation: UndoableOperation, originals: Originals): WriteRequest[] {
  const xpath = entryPath(containerOf(profile, operation.kind), operation.name);
  const subject = operation.kind + ' ' + operation.name;
  switch (operation.op) {
    case 'create':
      return [{ action: 'delete', xpath, label: 'delete the new ' + subject }];
    case 'replace': {
      const xml = originalXml(operation.kind, operation.name, operation.before, operation.uuid, originals);
      return [{ action: 'edit', xpath, element: xml, label: 'restore the ' + subject }];
    }
    case 'move':
      return [moveBack(xpath, operation.from, subject)];
    case 'delete': {
      const xml = originalXml(operation.kind, operation.name, operation.before, '', originals);
      const container = containerOf(profile, operation.kind);
      const restore: WriteRequest = {
        action: 'set',
        xpath: container,
        element: xml,
        label: 'restore the deleted ' + subject,
      };
      return operation.kind === 'rule' ? [restore, moveBack(xpath, operation.position, subject)] : [restore];
    }
  }
}

function moveBack(xpath: string, position: RulePosition, subject: string): WriteRequest {
  return { action: 'move', xpath, place: movePlace(position), label: 'move back the ' + subject };
}

function originalXml(
  kind: EntryKind,
  name: string,
  before: ConfigEntry | undefined,
  uuid: string,
  originals: Originals,
): string {
  if (before !== undefined) return entryXml(before, uuid);
  const key = entryKey(kind, name);
  // Kept before the first write for exactly these operations; without it the request is refused, and reported as left.
  const text = hasKey(originals, key) ? originals[key] : '""';
  return plainEntryXml(JSON.parse(text) as PlainNode, uuid);
}

/** The tags of an entry that was kept; none where it was not. */
export function originalTags(originals: Originals, kind: EntryKind, name: string): readonly PlainNode[] {
  const key = entryKey(kind, name);
  const entry = hasKey(originals, key) ? (JSON.parse(originals[key]) as PlainNode) : '';
  if (typeof entry === 'string' || entry.name !== name || !hasKey(entry.children, 'tag')) return [];
  const [tags] = entry.children.tag;
  return typeof tags === 'string' || !hasKey(tags.children, 'member') ? [] : tags.children.member;
}

function entryKey(kind: EntryKind, name: string): string {
  return kind + ' ' + name;
}
