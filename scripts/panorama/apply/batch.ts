import type { Operation, RulePosition } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import type { ConfigOperation, MovePlace, PanoramaPort, WriteAnswer } from '../api/port';
import { listed } from '../../policy/text/words';
import { entryPath, objectsPath, rulesPath } from '../api/xpath';
import { entryXml } from '../api/xml';
import { byteLength } from '../../policy/text/utf8';

/**
 * From operations to the fewest requests, in the plan's order: neighbouring creations of one kind are one `set`,
 * everything else is one request each. The XML API refuses names of several entries in one `edit`, `move` or `delete`.
 */
export type WriteRequest =
  | (ConfigOperation & { readonly label: string })
  | { readonly action: 'move'; readonly xpath: string; readonly place: MovePlace; readonly label: string }
  | { readonly action: 'multi'; readonly requests: readonly ConfigOperation[]; readonly label: string };

/** A request, and how many operations are carried out when it is. */
export interface Batch {
  readonly request: WriteRequest;
  readonly operations: number;
}

/** An element of one request at most: POSTs of 5 MB are taken, and form encoding makes up to three of 1.5. */
const ELEMENT_LIMIT = 1500000;

/** Operations of one `multi-config` at most; no limit is documented. */
const MULTI_LIMIT = 500;

/** The requests for the operations, as the profile's `applyMode` has them sent. */
export function batchesOf(profile: ClusterProfile, operations: readonly Operation[]): Batch[] {
  const batches: Batch[] = [];
  let start = 0;
  while (start < operations.length) {
    const batch = nextBatch(profile, operations, start);
    batches.push(batch);
    start += batch.operations;
  }
  return profile.applyMode === 'multi-config' ? joined(batches) : batches;
}

/** Neighbouring requests as one that is carried out whole or not at all. */
function joined(batches: readonly Batch[]): Batch[] {
  const result: Batch[] = [];
  let open: Joinable[] = [];
  let bytes = 0;
  function close(): void {
    if (open.length > 0) result.push(multiBatch(open));
    open = [];
    bytes = 0;
  }
  for (const batch of batches) {
    const operation = joinable(batch.request);
    if (operation === undefined) {
      close();
      result.push(batch);
      continue;
    }
    const size = operation.xpath.length + ('element' in operation ? byteLength(operation.element) : 0);
    if (open.length >= MULTI_LIMIT || bytes + size > ELEMENT_LIMIT) close();
    open.push({ batch, operation });
    bytes += size;
  }
  close();
  return result;
}

interface Joinable {
  readonly batch: Batch;
  readonly operation: ConfigOperation;
}

/** "Some versions require that the destination always be set" (pan-os-codegen): the top and the bottom have none. */
function joinable(request: WriteRequest): ConfigOperation | undefined {
  switch (request.action) {
    case 'set':
    case 'edit':
      return { action: request.action, xpath: request.xpath, element: request.element };
    case 'delete':
      return { action: 'delete', xpath: request.xpath };
    case 'move': {
      const place = request.place;
      const isBeside = place.where === 'before' || place.where === 'after';
      return isBeside ? { action: 'move', xpath: request.xpath, place } : undefined;
    }
    case 'multi':
      return undefined;
  }
}

function multiBatch(parts: readonly Joinable[]): Batch {
  if (parts.length === 1) return parts[0].batch;
  const labels = parts.map((part) => part.batch.request.label);
  let count = 0;
  for (const part of parts) count += part.batch.operations;
  const requests = parts.map((part) => part.operation);
  return {
    request: { action: 'multi', requests, label: 'do all of this or nothing: ' + listed(labels) },
    operations: count,
  };
}

/** Sends one request. */
export function send(port: PanoramaPort, request: WriteRequest): WriteAnswer {
  switch (request.action) {
    case 'set':
      return port.set(request.xpath, request.element);
    case 'edit':
      return port.edit(request.xpath, request.element);
    case 'move':
      return port.move(request.xpath, request.place);
    case 'delete':
      return port.delete(request.xpath);
    case 'multi':
      return port.multi(request.requests);
  }
}

/** For people: `rule shop.web.in-a`. */
export function operationSubject(operation: Operation): string {
  return operation.kind + ' ' + operation.name;
}

/** The container of a kind of entry. */
export function containerOf(profile: ClusterProfile, kind: Operation['kind']): string {
  return kind === 'rule' ? rulesPath(profile.deviceGroup, profile.rulebase) : objectsPath(profile.deviceGroup, kind);
}

/** A position as PAN-OS takes it; before or after nothing is the top. */
export function movePlace(position: RulePosition): MovePlace {
  if (position.where === 'bottom') return { where: 'bottom' };
  if (position.where === 'top' || position.anchor === '') return { where: 'top' };
  return { where: position.where, rule: position.anchor };
}

function nextBatch(profile: ClusterProfile, operations: readonly Operation[], start: number): Batch {
  const operation = operations[start];
  const container = containerOf(profile, operation.kind);
  const xpath = entryPath(container, operation.name);
  const subject = operationSubject(operation);
  switch (operation.op) {
    case 'create':
      return creations(container, operations, start);
    case 'replace':
      return one({
        action: 'edit',
        xpath,
        element: entryXml(operation.after, operation.uuid),
        label: 'change the ' + subject,
      });
    case 'move':
      return one({ action: 'move', xpath, place: movePlace(operation.to), label: 'move the ' + subject });
    case 'delete':
      return one({ action: 'delete', xpath, label: 'delete the ' + subject });
  }
}

function one(request: WriteRequest): Batch {
  return { request, operations: 1 };
}

function creations(container: string, operations: readonly Operation[], start: number): Batch {
  const kind = operations[start].kind;
  const entries: string[] = [];
  const names: string[] = [];
  let bytes = 0;
  for (let i = start; i < operations.length; i++) {
    const operation = operations[i];
    if (operation.op !== 'create' || operation.kind !== kind) break;
    const xml = entryXml(operation.after, '');
    bytes += byteLength(xml);
    if (entries.length > 0 && bytes > ELEMENT_LIMIT) break;
    entries.push(xml);
    names.push(operation.name);
  }
  const what = names.length === 1 ? 'the ' + kind + ' ' : String(names.length) + ' entries of kind ' + kind + ': ';
  return {
    request: {
      action: 'set',
      xpath: container,
      element: entries.join(''),
      label: 'create ' + what + listed(names),
    },
    operations: entries.length,
  };
}
