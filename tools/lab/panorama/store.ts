import { Changes } from './changes';
import {
  Hierarchy,
  isScopeNode,
  objectOf,
  objectsBelow,
  type Scope,
  SHARED,
  scopeName,
  scopeNodeOf,
} from './hierarchy';
import { clearMarks, markChanges } from './marks';
import type { Predefined } from './predefined';
import type { NodeShape } from './schema/shape';
import { type CheckResult, type RemovedObject, Side, type Touched } from './side';
import { Journal } from './tree/journal';
import type { ConfigNode, DirtyMark } from './tree/node';
import { pathOf, type PlaceStep, stepsTo } from './xpath/simple';

interface RemovedUnit {
  readonly key: string;
  readonly steps: readonly PlaceStep[];
  readonly scope: Scope;
}

/** One request's changes to the candidate, not yet accepted. */
export class Transaction {
  readonly journal = new Journal();
  readonly removedObjects: RemovedObject[] = [];
  readonly removedUnits: RemovedUnit[] = [];

  constructor(private readonly side: Side) {}

  /** Takes a node out, and remembers the objects and device groups that go with it. */
  remove(node: ConfigNode): void {
    const scopeNode = scopeNodeOf(node);
    const isInside =
      scopeNode !== undefined && !isScopeNode(node) && objectOf(node) !== undefined && objectOf(node) !== node;
    if (!isInside) {
      for (const object of objectsBelow(node)) {
        const removed = this.side.describe(object);
        if (removed === undefined) continue;
        this.removedObjects.push(removed);
        this.removedUnits.push({ key: pathOf(object), steps: stepsTo(object), scope: removed.scope });
      }
      if (isScopeNode(node)) {
        this.removedUnits.push({ key: pathOf(node), steps: stepsTo(node), scope: scopeName(node) });
      }
    }
    this.journal.remove(node);
  }

  /** What the request changed so far, as the check needs it. */
  touched(): Touched {
    const structure = [...this.journal.touched].filter(
      (node) =>
        node.parent !== undefined &&
        (scopeNodeOf(node) === undefined ? this.journal.inserted.has(node) : objectOf(node) === undefined),
    );
    return { entries: this.entries(), structure, removed: this.removedObjects };
  }

  /** The objects and rules that were changed and still exist. */
  entries(): ReadonlySet<ConfigNode> {
    const entries = new Set<ConfigNode>();
    for (const node of this.journal.touched) {
      const inserted = this.journal.inserted.has(node);
      if (scopeNodeOf(node) === undefined && !inserted) continue;
      const object = scopeNodeOf(node) === undefined ? undefined : objectOf(node);
      if (object !== undefined) entries.add(object);
      else if (inserted) for (const below of objectsBelow(node)) entries.add(below);
    }
    return entries;
  }
}

/** Candidate and running configuration, and what lies between them. */
export class ConfigStore {
  readonly hierarchy: Hierarchy;
  readonly candidate: Side;
  readonly running: Side;
  readonly changes = new Changes();
  private dirtyId = 0;
  /** Transactions accepted since a savepoint; undefined when none is open. */
  private log: Transaction[] | undefined = undefined;

  constructor(candidateRoot: ConfigNode, runningRoot: ConfigNode, predefined: Predefined, shape: NodeShape) {
    this.hierarchy = new Hierarchy(candidateRoot);
    this.candidate = new Side(candidateRoot, this.hierarchy, predefined, shape);
    this.running = new Side(runningRoot, this.hierarchy, predefined, shape);
  }

  /** Opens a transaction for one request. */
  begin(): Transaction {
    return new Transaction(this.candidate);
  }

  /** Checks what a transaction did to the candidate; it stays there until it is accepted or its journal is undone. */
  check(transaction: Transaction): CheckResult {
    return this.candidate.check(transaction.touched(), 'as-written');
  }

  /** Makes a checked transaction part of the candidate, as this administrator's uncommitted change. */
  accept(transaction: Transaction, result: CheckResult, admin: string, time: string): void {
    const { journal } = transaction;
    if (journal.isEmpty) return;
    this.dirtyId += 1;
    const mark: DirtyMark = { admin, dirtyId: this.dirtyId, time };
    this.log?.push(transaction);
    this.candidate.accept(result);
    for (const unit of transaction.removedUnits) this.changes.recordPlace(unit.key, unit.steps, unit.scope, mark);
    for (const entry of transaction.entries()) this.changes.record(entry, scopeOfNode(entry), mark);
    for (const node of journal.touched) this.recordStructure(node, mark);
    for (const node of journal.moved) {
      if (node.parent !== undefined) this.changes.recordOrder(node.parent, scopeOfNode(node), admin, node.label);
    }
    for (const { parent, node, wasLast } of journal.removed) {
      const isRule = parent.tag === 'rules' && node.tag === 'entry' && scopeNodeOf(parent) !== undefined;
      const isBack = parent.child('entry', node.label) !== undefined;
      if (isRule && !wasLast && !isBack) this.changes.recordOrder(parent, scopeOfNode(parent), admin, undefined);
    }
    markChanges(journal, mark);
    const vanished = transaction.removedUnits.filter(({ key }) =>
      this.changes.dropVanished(key, this.candidate.root, this.running.root),
    );
    if (vanished.length > 0) this.clearMarks(vanished.map(({ steps }) => steps));
  }

  /**
   * Runs several transactions as one: when `work` says that it failed, all that it got accepted is taken back. Each
   * transaction is checked by itself, in order.
   */
  atomically(work: () => 'done' | 'failed'): void {
    const restoreChanges = this.changes.snapshot();
    const log: Transaction[] = [];
    this.log = log;
    const outcome = work();
    this.log = undefined;
    if (outcome === 'done') return;
    const entries = new Set<ConfigNode>();
    for (const transaction of log.reverse()) {
      for (const entry of transaction.entries()) entries.add(entry);
      for (const { node } of transaction.removedObjects) entries.add(node);
      transaction.journal.undo();
    }
    restoreChanges();
    this.candidate.reindex(entries);
  }

  /**
   * Takes the marks of uncommitted changes away from these places, and from those above them that have no other change.
   */
  clearMarks(places: readonly (readonly PlaceStep[])[]): void {
    clearMarks(this.candidate.root, places, this.changes);
  }

  /** Device groups, and their own leaves (description), are units too. */
  private recordStructure(node: ConfigNode, mark: DirtyMark): void {
    const scopeNode = scopeNodeOf(node);
    if (scopeNode === undefined || objectOf(node) !== undefined) return;
    if (node === scopeNode || (node.parent === scopeNode && node.tag === 'description')) {
      this.changes.record(node, scopeName(scopeNode), mark);
    }
  }
}

const scopeOfNode = (node: ConfigNode): Scope => {
  const scopeNode = scopeNodeOf(node);
  return scopeNode === undefined ? SHARED : scopeName(scopeNode);
};
