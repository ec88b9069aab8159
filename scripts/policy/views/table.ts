/** One cell: a text, or several texts in order (members of a list), which each output joins in its own way. */
export type Cell = string | readonly string[];

/** A table as data, the same for war room, command line and report. Every row has one cell for each column. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** For each column, what says nothing worth reading in it; undefined: each cell matters. */
  readonly dull?: readonly (string | undefined)[];
}

/** One column of a view: its heading, and what of a row's object stands in it. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row, index: number) => Cell;
  /** A column where every row says this is left out; without it, the column always stands. */
  readonly unlessAll?: string;
}

/** The table of some objects by columns. */
export function tableOf<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const cells = columns.map((column) => rows.map(column.cell));
  const shown = indexes(columns).filter((i) => {
    const dull = columns[i].unlessAll;
    return dull === undefined || !cells[i].every((cell) => cellText(cell, ', ') === dull);
  });
  return {
    title,
    columns: shown.map((i) => columns[i].heading),
    rows: indexes(rows).map((row) => shown.map((i) => cells[i][row])),
    dull: shown.map((i) => columns[i].unlessAll),
  };
}

/** A cell as one text. */
export function cellText(cell: Cell, separator: string): string {
  return typeof cell === 'string' ? cell : cell.join(separator);
}

function indexes(list: readonly unknown[]): number[] {
  return list.map((_element, index) => index);
}
