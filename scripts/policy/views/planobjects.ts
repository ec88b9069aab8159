import { hasKey } from '../text/canonical';
import type { ConfigEntry } from '../panos/entry';
import type { EntryKind, Operation, Plan } from '../plan/types';
import { differenceCells } from './differencecells';
import { KIND_WORDS } from './kindwords';
import { tableOf, type Cell, type Column, type Table } from './table';

interface Row {
  readonly what: string;
  readonly kind: EntryKind;
  readonly names: Cell;
  readonly before: Cell;
  readonly after: Cell;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'What', cell: (row) => row.what },
  { heading: 'Kind', cell: (row) => KIND_WORDS[row.kind] },
  { heading: 'Objects', cell: (row) => row.names },
  { heading: 'Before', cell: (row) => row.before, unlessAll: '' },
  { heading: 'After', cell: (row) => row.after, unlessAll: '' },
];

/** New and deleted objects are named for what they hold; more names than this are only counted. */
const MOST_NAMES = 5;

/** Tags, address groups and services of a plan: new and deleted ones by their count, changed ones with what changes. */
export function planObjectsTable({ operations }: Plan): Table {
  const rows: Row[] = [];
  for (const [op, what] of WORDS) {
    for (const kind of ['tag', 'address-group', 'service'] as const) {
      const names = operations.filter((one) => one.op === op && one.kind === kind).map((one) => one.name);
      if (names.length > 0) rows.push({ what, kind, names: foldedNames(names), before: '', after: '' });
    }
  }
  return tableOf('Objects', COLUMNS, changedRows(operations).concat(rows));
}

const WORDS = [
  ['create', 'new'],
  ['delete', 'deleted'],
] as const;

function foldedNames(names: readonly string[]): Cell {
  const more = names.length - MOST_NAMES;
  return more <= 0 ? names : names.slice(0, MOST_NAMES).concat(['and ' + String(more) + ' more']);
}

/** An object that changes in two steps, growing before it shrinks, is one row. */
function changedRows(operations: readonly Operation[]): Row[] {
  const first: { [key: string]: ConfigEntry | undefined } = {};
  const last: { [key: string]: ConfigEntry } = {};
  for (const operation of operations) {
    if (operation.op !== 'replace' || operation.kind === 'rule') continue;
    const key = operation.kind + ' ' + operation.name;
    if (!hasKey(last, key)) first[key] = operation.before;
    last[key] = operation.after;
  }
  return Object.keys(last).map((key) => {
    const after = last[key];
    const kind = after.kind;
    const before = first[key];
    const cells = before === undefined ? undefined : differenceCells(contentOf(before), contentOf(after));
    if (before === undefined)
      return { what: 'set right', kind, names: after.name, before: BY_HAND, after: contentOf(after) };
    return { what: 'changed', kind, names: after.name, before: cells ? cells[0] : '', after: cells ? cells[1] : '' };
  });
}

const BY_HAND = 'changed by hand';

function contentOf(entry: ConfigEntry): Cell {
  switch (entry.kind) {
    case 'tag':
      return entry.comments;
    case 'service':
      return entry.protocol + '/' + entry.port;
    case 'address-group':
      return entry.match.type === 'dynamic' ? entry.match.filter : entry.match.members;
    case 'rule':
      return entry.description;
  }
}
