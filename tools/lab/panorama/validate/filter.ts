/** The match expression of a dynamic address group. */
export type Filter =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Filter[] };

const TOKEN = /\s*(?:([()])|'([^']*)'|"([^"]*)"|([^\s()'"]+))/y;

interface FilterToken {
  readonly kind: 'symbol' | 'word' | 'tag';
  readonly text: string;
}

function tokenize(text: string): readonly FilterToken[] | undefined {
  const tokens: FilterToken[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    const [, symbol, single, double, word = ''] = match;
    const quoted = single ?? double;
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (quoted !== undefined) tokens.push({ kind: 'tag', text: quoted });
    else tokens.push({ kind: /^(?:and|or|not)$/i.test(word) ? 'word' : 'tag', text: word });
  }
  return tokens;
}

/**
 * Parses a match expression: tags in quotes (a single word needs none), `and`, `or`, parentheses. undefined when it is
 * none; `not` is never accepted, because no vendor source names it for dynamic groups.
 */
export function parseFilter(text: string): Filter | undefined {
  const tokens = tokenize(text);
  if (tokens === undefined) return undefined;
  let position = 0;
  const accept = (kind: FilterToken['kind'], word: string): boolean => {
    const token = tokens[position];
    if (token?.kind !== kind || token.text.toLowerCase() !== word) return false;
    position += 1;
    return true;
  };
  const chain = (kind: 'and' | 'or', operand: () => Filter | undefined): Filter | undefined => {
    const operands: Filter[] = [];
    do {
      const found = operand();
      if (found === undefined) return undefined;
      operands.push(found);
    } while (accept('word', kind));
    const [only] = operands;
    return operands.length === 1 ? only : { kind, operands };
  };
  const primary = (): Filter | undefined => {
    if (accept('symbol', '(')) {
      const inner = expression();
      return accept('symbol', ')') ? inner : undefined;
    }
    const token = tokens[position];
    if (token?.kind !== 'tag' || token.text === '') return undefined;
    position += 1;
    return { kind: 'tag', tag: token.text };
  };
  const expression = (): Filter | undefined => chain('or', () => chain('and', primary));
  const filter = expression();
  return position === tokens.length ? filter : undefined;
}

/**
 * The line that a device adds to a filter that it does not take (schema validator `dyn-addr-grp-match-criteria-check`).
 */
export function filterProblem(text: string): readonly string[] {
  return parseFilter(text) === undefined ? ['Invalid match criteria'] : [];
}

/**
 * The members of a filter, from the members of each tag. Tag names are not case-sensitive (vendor, "Tags"), so tags are
 * looked up in lower case. `and` binds more tightly than `or`, which no vendor source states.
 */
export function filterMembers(
  filter: Filter,
  membersOf: (lowerCaseTag: string) => ReadonlySet<string>,
): ReadonlySet<string> {
  if (filter.kind === 'tag') return membersOf(filter.tag.toLowerCase());
  const sets = filter.operands.map((operand) => filterMembers(operand, membersOf));
  if (filter.kind === 'or') return new Set(sets.flatMap((set) => [...set]));
  const [smallest, ...others] = sets.sort((left, right) => left.size - right.size);
  return new Set([...(smallest ?? [])].filter((member) => others.every((set) => set.has(member))));
}

/** Every tag that a filter names, in lower case. */
export function filterTags(filter: Filter): readonly string[] {
  return filter.kind === 'tag' ? [filter.tag.toLowerCase()] : filter.operands.flatMap(filterTags);
}
