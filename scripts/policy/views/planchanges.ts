import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import type { ConfigEntry } from '../panos/entry';
import { renamesOf } from '../plan/renames';
import type { EntryKind, Operation, Plan, RulePosition } from '../plan/types';
import { KIND_WORDS } from './kindwords';
import { tableOf, type Cell, type Column, type Table } from './table';

/** One entry of a plan: what becomes of it in the end, whatever the steps on the way. */
interface EntryChange {
  readonly kind: EntryKind;
  readonly name: string;
  readonly what: 'create' | 'change' | 'move' | 'rename' | 'delete';
  readonly before: ConfigEntry | undefined;
  readonly after: ConfigEntry | undefined;
  readonly to: RulePosition | undefined;
}

interface ChangeRow {
  readonly change: EntryChange;
  readonly field: string;
  readonly before: Cell;
  readonly after: Cell;
}

const CHANGE_COLUMNS: readonly Column<ChangeRow>[] = [
  { heading: 'What', cell: (row) => row.change.what },
  { heading: 'Kind', cell: (row) => KIND_WORDS[row.change.kind] },
  { heading: 'Name', cell: (row) => row.change.name },
  { heading: 'Field', cell: (row) => row.field, unlessAll: '' },
  { heading: 'Before', cell: (row) => row.before, unlessAll: '' },
  { heading: 'After', cell: (row) => row.after, unlessAll: '' },
];

/** What becomes of each rule and object; one row for each field that changes, with its old and its new value. */
export function planChangesTable(plan: Plan): Table {
  const rows: ChangeRow[] = [];
  const oldNames: { [name: string]: string } = {};
  const renamed: { [name: string]: true } = {};
  for (const rename of renamesOf(plan.operations)) {
    oldNames['=' + rename.to] = rename.from;
    renamed['=' + rename.from] = true;
  }
  for (const change of entryChanges(plan.operations)) {
    const key = '=' + change.name;
    if (change.kind === 'rule' && hasKey(oldNames, key)) {
      rows.push({ change: { ...change, what: 'rename' }, field: 'name', before: oldNames[key], after: change.name });
    } else if (change.kind === 'rule' && hasKey(renamed, key)) continue;
    else if (change.what !== 'change') rows.push({ change, field: '', before: '', after: placeText(change.to) });
    else for (const row of fieldRows(change)) rows.push(row);
  }
  return tableOf('Changes', CHANGE_COLUMNS, rows);
}

function entryChanges(operations: readonly Operation[]): EntryChange[] {
  const index: { [key: string]: number } = {};
  const changes: EntryChange[] = [];
  for (const operation of operations) {
    const key = operation.kind + ' ' + operation.name;
    if (hasKey(index, key)) changes[index[key]] = joined(changes[index[key]], operation);
    else {
      index[key] = changes.length;
      changes.push(changeOf(operation));
    }
  }
  return changes;
}

function changeOf(operation: Operation): EntryChange {
  const named = { kind: operation.kind, name: operation.name, before: undefined, after: undefined, to: undefined };
  switch (operation.op) {
    case 'create':
      return { ...named, what: 'create', after: operation.after };
    case 'replace':
      return { ...named, what: 'change', before: operation.before, after: operation.after };
    case 'move':
      return { ...named, what: 'move', to: operation.to };
    case 'delete':
      return { ...named, what: 'delete', before: operation.before };
  }
}

function joined(change: EntryChange, operation: Operation): EntryChange {
  switch (operation.op) {
    case 'create':
    case 'delete':
      return changeOf(operation);
    case 'replace':
      if (change.what === 'change') return { ...change, after: operation.after };
      return { ...changeOf(operation), to: change.to };
    case 'move':
      return { ...change, to: operation.to };
  }
}

function fieldRows(change: EntryChange): ChangeRow[] {
  const rows: ChangeRow[] = [];
  const before = (change.before || {}) as { readonly [field: string]: unknown };
  const after = (change.after || {}) as { readonly [field: string]: unknown };
  if (change.before === undefined) {
    rows.push({ change, field: 'all', before: 'changed by hand', after: 'as compiled' });
  } else {
    for (const field of sortedKeys({ ...before, ...after })) {
      if (canonicalJson(before[field]) === canonicalJson(after[field])) continue;
      const values = valueCells(before[field], after[field]);
      rows.push({ change, field, before: values[0], after: values[1] });
    }
  }
  if (change.to) rows.push({ change, field: 'position', before: '', after: placeText(change.to) });
  return rows;
}

/** Old and new value. Of lists only what differs: a group may have two thousand members. */
function valueCells(before: unknown, after: unknown): [Cell, Cell] {
  const old = memberTexts(before);
  const now = memberTexts(after);
  if (!old || !now) return [valueText(before), valueText(after)];
  const kept = old.filter((member) => now.indexOf(member) >= 0);
  const others = kept.length > 0 ? ['(' + String(kept.length) + ' unchanged)'] : [];
  return [
    old.filter((member) => kept.indexOf(member) < 0).concat(others),
    now.filter((member) => kept.indexOf(member) < 0).concat(others),
  ];
}

function memberTexts(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  const match = value as { readonly type?: unknown; readonly members?: unknown } | undefined;
  return match && match.type === 'static' && Array.isArray(match.members) ? match.members.map(String) : undefined;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '-' : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const match = value as { readonly type?: unknown; readonly filter?: unknown } | undefined;
  if (match && match.type === 'dynamic') return String(match.filter);
  return canonicalJson(value);
}

function placeText(position: RulePosition | undefined): string {
  if (position === undefined) return '';
  switch (position.where) {
    case 'top':
    case 'bottom':
      return 'at the ' + position.where;
    case 'before':
    case 'after':
      return position.where + ' ' + position.anchor;
  }
}
