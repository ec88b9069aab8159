import { isDictionary, isTrue, type Dictionary, type Value } from './python/value';
import { dumps, str } from './python/text';

/** How a table is drawn. */
export interface TableOptions {
  /** Columns in order. @default all keys of the first row, sorted */
  readonly headers?: readonly string[];
  /** Leave out columns that are empty in every row. @default 'keep' */
  readonly emptyColumns?: 'keep' | 'remove';
  /** What stands above a column. @default its name, escaped */
  readonly headerText?: (header: string) => string;
}

const removeEmpty = { emptyColumns: 'remove' } as const;

/** A table of the columns that hold something: what most commands print. */
export const compactTable = (name: string, rows: Value, headers?: readonly string[]): string =>
  tableToMarkdown(name, rows, headers === undefined ? removeEmpty : { headers, ...removeEmpty });

/** `tableToMarkdown` of the base library, for the options that the integration uses. */
export function tableToMarkdown(name: string, table: Value, options: TableOptions = {}): string {
  const title = `### ${name}\n`;
  if (!isTrue(table)) return `${title}**No entries.**\n`;
  const { rows, headers } = shape(table, options.headers);
  const shown =
    options.emptyColumns === 'remove'
      ? headers.filter((header) =>
          rows.some((row) => isTrue(row[header]) || row[header] === false || row[header] === 0),
        )
      : headers;
  if (shown.length === 0) return `${title}**No entries.**\n`;
  const headerText = options.headerText ?? escapeCell;
  const lines = [
    `|${shown.map(headerText).join('|')}|`,
    `|${shown.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${shown.map((header) => escapeCell(cell(row[header] ?? ''))).join(' | ')} |`),
  ];
  return `${title}${lines.join('\n')}\n`;
}

/** Rows and columns; simple values become a table of one column. */
function shape(
  table: Value,
  given: readonly string[] | undefined,
): { readonly rows: readonly Dictionary[]; readonly headers: readonly string[] } {
  let headers = given;
  let content = table;
  if (headers === undefined && isDictionary(table) && Object.keys(table).length === 1) {
    headers = Object.keys(table);
    content = Object.values(table)[0] ?? null;
  }
  const items = Array.isArray(content) ? content : [content];
  const first = headers?.[0] ?? '';
  const rows = items.map((row) => (isDictionary(row) ? row : { [first]: row }));
  return { rows, headers: headers ?? Object.keys(rows[0] ?? {}).sort() };
}

function cell(value: Value): string {
  if (isDictionary(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${flat(inner)}`)
      .join('\n');
  }
  return flat(value);
}

function flat(value: Value): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(str).join(',\n') : dumps(value);
}

const escapeCell = (text: string): string => text.replace(/\r\n|\r|\n/g, '<br>').replace(/[|`]/g, '\\$&');
