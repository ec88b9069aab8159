import { hasKey } from '../policy/text/canonical';
import { cellText, type Cell, type Table } from '../policy/views/table';

/**
 * Markdown for the war room, which also renders HTML. Text gets in through `escapeMarkdown` alone, so that nothing in a
 * policy (which anyone with access to a namespace writes) can break a table, make a link or run a script in the browser
 * of an analyst.
 */

const ENTITIES: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' };

/** Text on one line that shows exactly its characters. Line breaks become spaces, other control characters U+FFFD. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\r\n|[\r\n\t\u2028\u2029]/g, ' ')
      // eslint-disable-next-line no-control-regex -- they are what it looks for
      .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
      .replace(/[\\`*_[\]~#!]/g, '\\$&')
      .replace(/[&<>|]/g, (character) => (hasKey(ENTITIES, character) ? ENTITIES[character] : character))
      .replace(/:\/\//g, '&#58;//')
  );
}

/** A heading of the given level. */
export function heading(level: 2 | 3 | 4, text: string): string {
  return '####'.slice(0, level) + ' ' + escapeMarkdown(text) + '\n\n';
}

/** A paragraph. */
export function paragraph(text: string): string {
  return escapeMarkdown(text) + '\n\n';
}

/** More rows than anyone reads in the war room; browsers slow down with them. */
const MAX_ROWS = 200;

/** A table under its title, cut at 200 rows and saying so; without rows, its title and "None.". */
export function markdownTable(table: Table): string {
  const title = '### ' + escapeMarkdown(table.title) + '\n';
  if (table.rows.length === 0) return title + '\n' + paragraph('None.');
  const rows = table.rows.slice(0, MAX_ROWS);
  const lines = [row(table.columns), row(table.columns.map(() => '---'))].concat(rows.map(row));
  return title + lines.join('') + '\n' + cutNote(table.rows.length - rows.length);
}

function cutNote(missing: number): string {
  return missing > 0 ? paragraph(String(missing) + ' more rows are not shown.') : '';
}

function row(cells: readonly Cell[]): string {
  return '| ' + cells.map(escapeCell).join(' | ') + ' |\n';
}

function escapeCell(cell: Cell): string {
  if (typeof cell === 'string') return escapeMarkdown(cell);
  return cellText(cell.map(escapeMarkdown), '<br>');
}
