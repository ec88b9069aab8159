import { tableOf, type Column, type Table } from '../../scripts/policy/views/table';
import { runCase, type Result } from './case';
import { FAULT_KINDS } from './kinds';
import { caseName, type Case } from './product';
import type { Stage } from './job';

/** What the cases of one kind came to. */
interface Row {
  readonly kind: string;
  readonly runs: number;
  readonly results: ReadonlyMap<Result, number>;
  readonly violations: number;
}

/** Counts cases by kind, and keeps what was wrong. */
export class Tally {
  /** One sentence for each thing that was wrong, with its case. */
  readonly violations: string[] = [];
  private readonly rows = new Map<string, Row>();

  /** Runs a case and counts it. */
  play(stage: Stage, one: Case): void {
    const { result, violations } = runCase(stage, one.kind, one.at);
    const row = this.rows.get(one.kind.name) ?? EMPTY;
    const results = new Map(row.results).set(result, (row.results.get(result) ?? 0) + 1);
    this.rows.set(one.kind.name, {
      kind: one.kind.name,
      runs: row.runs + 1,
      results,
      violations: row.violations + violations.length,
    });
    this.violations.push(...violations.map((violation) => `${caseName(one)}: ${violation}`));
  }

  /** A row for each kind that was tried, and one for all. */
  table(): Table {
    const rows = FAULT_KINDS.flatMap(({ name }) => this.rows.get(name) ?? []);
    return tableOf('Faults', COLUMNS, [...rows, total(rows)]);
  }
}

const EMPTY: Row = { kind: '', runs: 0, results: new Map(), violations: 0 };

function total(rows: readonly Row[]): Row {
  const results = new Map<Result, number>();
  for (const row of rows) {
    for (const [result, count] of row.results) results.set(result, (results.get(result) ?? 0) + count);
  }
  const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return { kind: 'all', runs: sum(({ runs }) => runs), results, violations: sum(({ violations }) => violations) };
}

const counted = (result: Result): Column<Row> => ({
  heading: result,
  cell: ({ results }) => String(results.get(result) ?? 0),
});

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'fault', cell: ({ kind }) => kind },
  { heading: 'runs', cell: ({ runs }) => String(runs) },
  counted('carried through'),
  counted('undone'),
  counted('completed by re-run'),
  counted('said to a person'),
  { heading: 'violations', cell: ({ violations }) => String(violations) },
];
