import type { BenchKind } from './cluster';
import type { CompileRow } from './compile';

/** The bench's output: plain tables, and the goals beside what was measured. */

/** A table as data: what is printed, and what the next run is compared with. */
export interface BenchTable {
  readonly title: string;
  readonly heads: readonly string[];
  /** So many columns at the left say what a row is about; the others say what was measured. */
  readonly labels: number;
  readonly rows: readonly (readonly string[])[];
}

/** Heads of the columns that another run measures otherwise. */
const MEASURED = /ms$|^MB$|^measured$|^with translation$|^objects and snapshot$/;

/** A table with right-aligned cells, but for words; what an earlier run measured stands beside what this one did. */
export function tableText(table: BenchTable, earlier: readonly BenchTable[]): string {
  const lines = withEarlier(table, earlier);
  const widths = lines[0].map((_head, column) => Math.max(...lines.map((line) => line[column].length)));
  const drawn = lines.map((line) =>
    line
      .map((cell, column) => padded(cell, widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [table.title, ...drawn.map((line) => `  ${line}`), ''].join('\n');
}

function withEarlier(table: BenchTable, earlier: readonly BenchTable[]): readonly (readonly string[])[] {
  const lines = [table.heads, ...table.rows];
  const before = earlier.find(({ title, heads }) => title === table.title && same(heads, table.heads));
  if (before === undefined) return lines;
  const label = (row: readonly string[]): readonly string[] => row.slice(0, table.labels);
  return lines.map((line, index) => {
    const old = before.rows.find((row) => same(label(row), label(line)));
    return line.flatMap((cell, column) =>
      MEASURED.test(table.heads[column]) ? [cell, index === 0 ? 'was' : (old?.[column] ?? '')] : [cell],
    );
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function padded(cell: string, width: number): string {
  return /^[0-9]/.test(cell) && !cell.includes(' ') ? cell.padStart(width) : cell.padEnd(width);
}

interface Goal {
  readonly what: string;
  readonly most: number;
  readonly measured: number;
}

/** What was measured for each kind of cluster, by size. */
type RowsByKind = { readonly [kind in BenchKind]: readonly CompileRow[] };

/** Each goal with what was measured, and whether it is kept. */
export function goalsTable(measured: RowsByKind): BenchTable {
  const heads = ['goal', 'at most', 'measured', ''];
  const rows = goals(measured).map((goal) => [
    goal.what,
    String(goal.most),
    goal.measured < 10 ? goal.measured.toFixed(2) : goal.measured.toFixed(0),
    goal.measured <= goal.most ? 'kept' : 'MISSED',
  ]);
  return { title: 'Goals', heads, labels: 2, rows };
}

function goals({ plain, services, full, negated }: RowsByKind): Goal[] {
  const [, thousand, tenThousand] = plain;
  return [
    { what: 'CPU ms for 1,000 policies', most: 150, measured: thousand.milliseconds },
    { what: 'CPU ms for 10,000 policies', most: 1500, measured: tenThousand.milliseconds },
    {
      what: 'growth of CPU time, 1,000 to 10,000',
      most: 14,
      measured: tenThousand.milliseconds / thousand.milliseconds,
    },
    {
      what: 'growth of intersections, 1,000 to 10,000',
      most: 11,
      measured: tenThousand.intersections / thousand.intersections,
    },
    { what: 'rules per policy entry, all sizes', most: 0.6, measured: Math.max(...plain.map(rulesPerEntry)) },
    { what: 'rules per policy entry, compact, 1,000 policies', most: 0.34, measured: compactRulesPerEntry(thousand) },
    { what: 'CPU ms for 10,000 policies, compact', most: 1500, measured: tenThousand.compact.milliseconds },
    { what: 'CPU ms for 1,000 policies with Services', most: 200, measured: services[1].milliseconds },
    {
      what: 'CPU ms for 1,000 policies with named ports and host-network pods, too',
      most: 200,
      measured: full[1].milliseconds,
    },
    { what: 'CPU ms for 1,000 policies with negations, too', most: 150, measured: negated[1].milliseconds },
    { what: 'CPU ms for 10,000 policies with negations, too', most: 1500, measured: negated[2].milliseconds },
    {
      what: 'rules per policy entry with Services, all sizes',
      most: 1.6,
      measured: Math.max(...services.concat(full, negated).map(rulesPerEntry)),
    },
  ];
}

function rulesPerEntry(row: CompileRow): number {
  return row.rules / row.entries;
}

function compactRulesPerEntry(row: CompileRow): number {
  return row.compact.rules / row.entries;
}
