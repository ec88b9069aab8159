import { basename } from 'node:path';
import type { CheckRow } from './check';

/** The table of `npm run check:engines`; its rows are printed as they come. */

const WIDTHS = [24, 28, 10, 6, 12, 8, 8, 5];

/** The line above the rows. */
export const HEAD = line([
  'bundle',
  'scenario',
  'recordings',
  'calls',
  'engine',
  'parse ms',
  'run ms',
  'MB',
  'outcome',
]);

/** One row, in the columns of the head; the memory is left out where the engine says nothing about it. */
export function rowText(row: CheckRow): string {
  return line([
    basename(row.bundle, '.js'),
    row.scenario,
    String(row.recordings),
    String(row.calls),
    row.engine,
    row.parseMs.toFixed(0),
    row.runMs.toFixed(0),
    row.systemBytes === 0 ? '' : (row.systemBytes / 2 ** 20).toFixed(0),
    row.difference === undefined ? 'equal' : `DIFFERENT: ${row.difference}`,
  ]);
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, column) => (isNumber(column) ? cell.padStart(WIDTHS[column]) : cell.padEnd(WIDTHS[column] ?? 0)))
    .join(' ');
}

function isNumber(column: number): boolean {
  return column === 2 || column === 3 || (column >= 5 && column <= 7);
}

/**
 * The last line: how many rows are equal and different, and how many constructs no server would load.
 *
 * @example summaryText([], 0) //=> '0 equal, 0 different'
 */
export function summaryText(rows: readonly CheckRow[], failures: number): string {
  const different = rows.filter((row) => row.difference !== undefined).length;
  const parts = [`${rows.length - different} equal`, `${different} different`];
  if (failures > 0) parts.push(`${failures} failures`);
  return parts.join(', ');
}
