import pc from 'picocolors';
import { oneLine } from '../../scripts/policy/text/printable';
import { cellText, type Cell, type Table } from '../../scripts/policy/views/table';

/**
 * Tables for terminals. What they hold cannot steer the terminal. Nothing is cut off, and no name is broken: expressions go on in the next line, and a table
 * whose names do not fit beside each other is printed row by row instead.
 */

const WIDTH_OF_FILES = 120;

/** How wide tables may be: as the terminal is; 120 columns in a file or a pipe. */
export function outputWidth(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY && stream.columns ? stream.columns : WIDTH_OF_FILES;
}

/** The table, ending with a newline; as one table where the width allows, else row by row. */
export function terminalTable(given: Table, width: number): string {
  if (given.rows.length === 0) return `${pc.bold(oneLine(given.title))}: none\n`;
  const rows = given.rows.map((row) => row.map(printable));
  const table = { ...given, title: oneLine(given.title), rows };
  const widths = columnWidths(table, width);
  return [pc.bold(table.title), ...(widths ? tableLines(table, widths) : recordLines(table, width)), ''].join('\n');
}

const GAP = 2;

/** The width of each column, or undefined where the longest words of all columns do not fit into one line. */
function columnWidths(table: Table, width: number): number[] | undefined {
  const texts = table.columns.map((heading, column) => [
    heading,
    ...table.rows.flatMap((row) => membersOf(row[column])),
  ]);
  const widths = texts.map(longest);
  const least = texts.map((column) => longest(column.flatMap((text) => text.split(' ').map(indented))));
  for (let excess = sum(widths) + GAP * (widths.length - 1) - width; excess > 0; excess--) {
    const shrinkable = widths.map((current, column) => (current > least[column] ? current : 0));
    const widest = Math.max(...shrinkable);
    if (widest === 0) return undefined;
    widths[shrinkable.indexOf(widest)]--;
  }
  return widths;
}

function printable(cell: Cell): Cell {
  return typeof cell === 'string' ? oneLine(cell) : cell.map(oneLine);
}

function membersOf(cell: Cell): readonly string[] {
  return typeof cell === 'string' ? [cell] : cell;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Headings, a line, then the rows; list members stand below each other. */
function tableLines(table: Table, most: readonly number[]): string[] {
  const headings = table.columns.map(membersOf);
  const rows = table.rows.map((row) =>
    row.map((cell, column) => membersOf(cell).flatMap((text) => broken(text, most[column]))),
  );
  const widths = headings.map((_heading, column) => longest([headings, ...rows].flatMap((row) => row[column])));
  const line = '─'.repeat(sum(widths) + GAP * (widths.length - 1));
  return [
    ...rowLines(headings, widths).map(pc.cyan),
    pc.gray(line),
    ...rows.flatMap((cells) => rowLines(cells, widths)),
  ];
}

/** One row: the lines of its cells beside each other. */
function rowLines(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_none, line) =>
    cells
      .map((lines, column) => (lines[line] ?? '').padEnd(widths[column]))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Each row as a few lines under its name: one for each cell that says something, list members after commas. */
function recordLines(table: Table, width: number): string[] {
  const nameColumns = table.columns[0] === '#' ? 2 : 1;
  const left = longest(table.columns.slice(nameColumns)) + GAP;
  return table.rows.flatMap((row) => {
    const name = row.slice(0, nameColumns).map((cell) => cellText(cell, ', '));
    const cells = row.slice(nameColumns).flatMap((cell, index) => {
      const column = index + nameColumns;
      const text = cellText(cell, ', ');
      if (text === table.dull?.[column]) return [];
      const heading = pc.cyan(table.columns[column].padEnd(left));
      return broken(text, width - left - RECORD_INDENT.length).map(
        (line, number) => RECORD_INDENT + (number === 0 ? heading : ' '.repeat(left)) + line,
      );
    });
    return [pc.bold(name.join('  ')), ...cells];
  });
}

const RECORD_INDENT = '    ';

const INDENT = '  ';

function indented(text: string): string {
  return INDENT + text;
}

/** The text in lines of the given width, broken at blanks; a word that is longer stays whole. */
function broken(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indented(word);
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
