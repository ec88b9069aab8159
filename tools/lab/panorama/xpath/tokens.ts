/** A token of an XPath. Literals are without their quotes; the end is a token, too. */
export interface Token {
  readonly kind: 'name' | 'literal' | 'number' | 'symbol' | 'end';
  readonly text: string;
}

/** One token of XPath: a symbol, a quoted literal, a number or a name (names of PAN-OS hold `-`, `.` and `_`). */
const TOKEN =
  /\s*(?:(\/\/|!=|<=|>=|\.\.|[/[\]()@=<>|*,.])|'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_.-]*))/y;

/** Splits an XPath into tokens; undefined where a character belongs to none (an unclosed quote, a stray `&`). */
export function tokenize(xpath: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const source = xpath.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    const [, symbol, single, double, number, name] = match;
    const literal = single ?? double;
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'name', text: name ?? '' });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}
