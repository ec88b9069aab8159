import { recordKey } from '../../attributes/combine';
import type { AttributeRecord } from '../../attributes/types';
import { hasKey } from '../../text/canonical';
import { normalTerms } from '../../values/alternatives';
import { ANY, intersectTerms, isCovered, type Term } from '../../values/term';
import type { CompileModel, RankedEntry } from '../model';
import type { RecordCombiner, SideAttributes } from '../records';
import type { Cell } from './servicecells';
import { openRecord } from '../openrecord';

/**
 * Who may connect to all targets of a Service port, with which record. A sender passes a cell by an egress and an
 * ingress entry of it, and must pass every cell: the answer is a product over the cells, in the order in which entries
 * decide.
 */

/** Senders that reach every target with one record; earlier ones decide first. */
export interface ServiceState {
  readonly terms: readonly Term[];
  readonly record: AttributeRecord;
  readonly recordKey: string;
  readonly entries: readonly RankedEntry[];
  /** Targets that want different records for the same connection: it gets the first, cut to what all of them take. */
  readonly hasMixedRecords: boolean;
}

/** What is asked for; `undefined` in its place: more combinations than can be told. */
export interface ServiceStates {
  /** Egress-isolated senders. */
  readonly isolated: readonly ServiceState[];
  /** Senders that no policy isolates. */
  readonly others: readonly ServiceState[];
}

const MOST_STATES = 300;

/** The states of senders over all cells, of which there is at least one. */
export function statesOf(
  model: CompileModel,
  combiner: RecordCombiner,
  cells: readonly Cell[],
): ServiceStates | undefined {
  const isolatedCells = cells.filter((cell) => cell.ingress !== undefined);
  const isolated =
    model.egress.namespaces.length === 0 ? [] : product(model, cells, (cell) => optionsOf(model, combiner, cell, true));
  const others = product(model, isolatedCells, (cell) => optionsOf(model, combiner, cell, false));
  return isolated && others && { isolated, others };
}

/** Entries of one side with the same attributes, whose order among each other decides nothing. */
interface Run extends SideAttributes {
  readonly terms: readonly Term[];
  readonly entries: readonly RankedEntry[];
}

function runsOf(
  model: CompileModel,
  entries: readonly RankedEntry[],
  termsOf: (entry: RankedEntry) => readonly Term[],
): Run[] {
  const plain: { [attributesKey: string]: RankedEntry[] } = {};
  const order: string[] = [];
  const lists: RankedEntry[][] = [];
  for (const entry of entries) {
    if (entry.contested) continue;
    if (!hasKey(plain, entry.attributesKey)) {
      plain[entry.attributesKey] = [];
      order.push(entry.attributesKey);
    }
    plain[entry.attributesKey].push(entry);
  }
  for (const key of order) lists.push(plain[key]);
  for (const entry of entries) if (entry.contested) lists.push([entry]);
  return lists.map((list): Run => {
    const terms: Term[] = [];
    for (const entry of list) terms.push.apply(terms, termsOf(entry) as Term[]);
    return {
      terms: normalTerms(model.space, terms),
      entries: list,
      attributes: list[0].attributes,
      attributesKey: list[0].attributesKey,
    };
  });
}

/** How senders pass one cell, in the order in which entries decide: the sender's first, then the receiver's. */
function optionsOf(
  model: CompileModel,
  combiner: RecordCombiner,
  cell: Cell,
  isSenderIsolated: boolean,
): ServiceState[] {
  const senders = isSenderIsolated ? runsOf(model, cell.egress, (entry) => [entry.subject]) : [undefined];
  const receivers = cell.ingress === undefined ? [undefined] : runsOf(model, cell.ingress, (entry) => entry.peers);
  const options: ServiceState[] = [];
  for (const sender of senders) {
    for (const receiver of receivers) {
      const combined = combiner.combine(sender, receiver);
      if (combined.kind === 'nothing') continue;
      const terms = intersectLists(model, sender ? sender.terms : [ANY], receiver ? receiver.terms : [ANY]);
      if (terms.length === 0) continue;
      options.push({
        terms,
        record: combined.record,
        recordKey: combined.key,
        entries: (sender ? sender.entries : []).concat(receiver ? receiver.entries : []),
        hasMixedRecords: false,
      });
    }
  }
  return options;
}

/** undefined: too many combinations. Without cells, everybody passes, and nothing is asked for. */
function product(
  model: CompileModel,
  cells: readonly Cell[],
  optionsOfCell: (cell: Cell) => readonly ServiceState[],
): ServiceState[] | undefined {
  if (cells.length === 0) {
    const record = openRecord(model.defaults);
    return [{ terms: [ANY], record, recordKey: recordKey(record), entries: [], hasMixedRecords: false }];
  }
  let states: ServiceState[] | undefined;
  for (const cell of cells) {
    const options = optionsOfCell(cell);
    const next: ServiceState[] = states === undefined ? options.slice() : [];
    for (const state of states || []) {
      for (const option of options) {
        const both = bothOf(model, state, option);
        if (both) next.push(both);
      }
    }
    if (next.length > MOST_STATES) return undefined;
    states = joined(model, next);
  }
  return states || [];
}

function bothOf(model: CompileModel, a: ServiceState, b: ServiceState): ServiceState | undefined {
  const terms = intersectLists(model, a.terms, b.terms);
  if (terms.length === 0) return undefined;
  const entries = a.entries.concat(b.entries.filter((entry) => a.entries.indexOf(entry) < 0));
  if (a.recordKey === b.recordKey) {
    const hasMixedRecords = a.hasMixedRecords || b.hasMixedRecords;
    return { terms, record: a.record, recordKey: a.recordKey, entries, hasMixedRecords };
  }
  const applications = commonNames(a.record.applications, b.record.applications);
  const categories = commonNames(a.record.categories, b.record.categories);
  if (!applications || !categories) return undefined;
  const applicationDefault = a.record.applicationDefault || b.record.applicationDefault;
  const record: AttributeRecord = { ...a.record, applications, categories, applicationDefault };
  return { terms, record, recordKey: recordKey(record), entries, hasMixedRecords: true };
}

/** What both lists take, where the empty list takes everything; undefined: nothing. */
function commonNames(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const common = a.filter((name) => b.indexOf(name) >= 0);
  return common.length === 0 ? undefined : common;
}

/** Neighbours with the same record are one state. */
function joined(model: CompileModel, states: readonly ServiceState[]): ServiceState[] {
  const kept: ServiceState[] = [];
  for (const state of states) {
    const last = kept.length === 0 ? undefined : kept[kept.length - 1];
    if (!last || last.recordKey !== state.recordKey || last.hasMixedRecords !== state.hasMixedRecords) kept.push(state);
    else {
      kept[kept.length - 1] = {
        terms: normalTerms(model.space, last.terms.concat(state.terms)),
        record: last.record,
        recordKey: last.recordKey,
        entries: last.entries.concat(state.entries.filter((entry) => last.entries.indexOf(entry) < 0)),
        hasMixedRecords: last.hasMixedRecords,
      };
    }
  }
  return kept;
}

function intersectLists(model: CompileModel, a: readonly Term[], b: readonly Term[]): readonly Term[] {
  if (isAnyone(a)) return b;
  if (isAnyone(b)) return a;
  const common: Term[] = [];
  for (const one of a) {
    // Whole where it can be: a term cut by addresses inside the pod network has no group.
    if (isCovered(model.space, one, b)) common.push(one);
    else {
      for (const other of b) {
        const both = intersectTerms(model.space, one, other);
        if (both) common.push(both);
      }
    }
  }
  return common.length < 2 ? common : normalTerms(model.space, common);
}

function isAnyone(terms: readonly Term[]): boolean {
  return terms.length === 1 && terms[0].kind === 'any';
}
