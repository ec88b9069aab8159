import { ASCII } from '../policy/text/ascii';
import { oneLine } from '../policy/text/printable';
import { cellText, type Cell, type Table } from '../policy/views/table';

/**
 * Markdown for what the server renders: war room, fields of type Markdown, forms. Text gets in through `escapeMarkdown`
 * alone, so that nothing in a policy (which anyone with access to a namespace writes), in Panorama or in an answer can
 * break a table, make a link or a button, or run a script in the browser of an analyst.
 */

/**
 * Text on one line that shows exactly its characters (see `oneLine` for those that nobody sees).
 *
 * What the renderer acts on is known in part only: Markdown with tables, links from bare addresses and HTML, and of its
 * own `%%%{…}%%%` (a button that runs a command), `{{color:…}}(…)`, `{{background:…}}(…)` and `+++…+++` ("How to Use
 * Markdown" in the administrator's guide; demisto/sane-doc-reports). So it is not the known constructs that are
 * escaped, but all punctuation whose place is not known to be harmless, as character references: Markdown takes them
 * for no markup, HTML shows them, and a backslash would be shown by HTML.
 *
 * @example escapeMarkdown('shop/web: see www.example.com') //=> 'shop/web&#58; see www&#46;example&#46;com'
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text);
  if (HARMLESS.test(line)) return line;
  // Engines count places in other texts than ASCII in different ways; there all punctuation is escaped.
  const isCountable = ASCII.test(line);
  return line
    .replace(/[!-/:-@[-`{-~]/g, (character, at: number) =>
      isCountable && isBetweenWords(character, line.charAt(at - 1), line.charAt(at + 1))
        ? character
        : reference(character),
    )
    .replace(BLANK_AT_EDGE, reference);
}

// Parsers take blanks away at the ends of cells and paragraphs.
const BLANK_AT_EDGE =
  /^[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/g;

const HARMLESS = /^[0-9A-Za-z]([ 0-9A-Za-z]*[0-9A-Za-z])?$/;

/** `web-1`, `shop/web`, `1.5`, `done. Next`, `a, b`, `note: that`: no markup, no dot of a host name, no colon of an emoji. */
function isBetweenWords(character: string, before: string, after: string): boolean {
  switch (character) {
    case '-':
    case '/':
      return ALPHANUMERIC.test(before) && ALPHANUMERIC.test(after);
    case '.':
      return DIGIT.test(before) ? DIGIT.test(after) : LETTER.test(before) && (after === ' ' || after === '');
    case ',':
    case ';':
      return ALPHANUMERIC.test(after) || after === ' ';
    case ':':
      return ALPHANUMERIC.test(before) && after === ' ';
    default:
      return false;
  }
}

const ALPHANUMERIC = /^[0-9A-Za-z]$/;
const DIGIT = /^[0-9]$/;
const LETTER = /^[A-Za-z]$/;

function reference(character: string): string {
  return '&#' + String(character.charCodeAt(0)) + ';';
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
  const lines = [row(table.columns), '| ' + table.columns.map(() => '---').join(' | ') + ' |\n'].concat(rows.map(row));
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
