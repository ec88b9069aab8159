import CliTable from 'cli-table3';
import pc from 'picocolors';
import type { Cell, Table } from '../../scripts/policy/views/table';

/**
 * Tables for terminals. Nothing is ever cut off: what is too wide is broken where names and expressions have joints, and
 * goes on in the next line, indented. List members stand below each other.
 */

/** How wide tables may be: the terminal's width; as wide as they want where the output goes to a file or a pipe. */
export function outputWidth(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY && stream.columns ? stream.columns : Infinity;
}

/** The table as text of lines that are at most `width` wide, if its columns can be made that narrow. */
export function terminalTable(table: Table, width: number): string {
  if (table.rows.length === 0) return `${pc.bold(table.title)}: none\n`;
  const cells = table.rows.map((row) => row.map(membersOf));
  const widths = columnWidths(table.columns, cells, width);
  const drawn = new CliTable({ head: [...table.columns], chars: LINES, style: STYLE });
  for (const row of cells) drawn.push(row.map((members, column) => brokenText(members, widths[column])));
  const lines = drawn.toString().split('\n');
  return [pc.bold(table.title), ...lines.map((line) => line.trimEnd()), ''].join('\n');
}

const GAP = 2;

/** No frame: blanks between columns, a line under the headings. */
const LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{
    left: '',
    right: '',
    middle: ' '.repeat(GAP),
    'left-mid': '',
    'right-mid': '',
    mid: '─',
    'mid-mid': '─'.repeat(GAP),
  },
};

const STYLE = {
  'padding-left': 0,
  'padding-right': 0,
  head: pc.isColorSupported ? ['cyan'] : [],
  border: pc.isColorSupported ? ['gray'] : [],
  compact: true,
};

function membersOf(cell: Cell): readonly string[] {
  return typeof cell === 'string' ? [cell] : cell;
}

function columnWidths(
  headings: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
  width: number,
): number[] {
  const wanted = headings.map((heading, column) => longest([heading, ...rows.flatMap((row) => row[column])]));
  const least = headings.map((heading, column) =>
    longest([
      heading,
      ...rows
        .flatMap((row) => row[column])
        .flatMap(pieces)
        .map(indented),
    ]),
  );
  const widths = [...wanted];
  let excess = sum(widths) + GAP * (widths.length - 1) - width;
  for (; excess > 0 && excess < Infinity; excess--) {
    const widest = widestShrinkable(widths, least);
    if (widest < 0) break;
    widths[widest]--;
  }
  return widths;
}

function widestShrinkable(widths: readonly number[], least: readonly number[]): number {
  let widest = -1;
  widths.forEach((width, column) => {
    if (width > least[column] && (widest < 0 || width > widths[widest])) widest = column;
  });
  return widest;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const INDENT = '  ';

function indented(text: string): string {
  return INDENT + text;
}

function brokenText(members: readonly string[], width: number): string {
  return members.flatMap((member) => brokenLines(member, width)).join('\n');
}

/** The text in lines of the given width: broken at blanks, and inside of words only where one is too long. */
function brokenLines(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/)) {
    const room = width - (lines.length === 0 ? 0 : INDENT.length);
    for (const piece of word.trimEnd().length > room ? pieces(word) : [word]) {
      const start = lines.length === 0 ? '' : INDENT;
      if (line !== '' && (start + line + piece).trimEnd().length > width) {
        lines.push((start + line).trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, (lines.length === 0 ? '' : INDENT) + line];
}

/** The parts of a text between which a line may break: after blanks and the joints of names. */
function pieces(text: string): string[] {
  return text.split(/(?<=[ ._/-])/);
}
