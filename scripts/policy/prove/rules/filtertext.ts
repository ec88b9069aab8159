import { hasKey } from '../../text/canonical';

/**
 * The match expression of a dynamic address group, read back from its text: quoted or bare tags, `and`, `or`,
 * parentheses, and `not` where the device is known to take it (`filterNot` in docs/profile.md).
 */
export type Filter =
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly type: 'not'; readonly part: Filter };

/** A filter with every tag in it, or what the parser stumbled over. */
export type ParsedFilter =
  | { readonly ok: true; readonly filter: Filter; readonly tags: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** PAN-OS schema 10.0.6, `address-group/entry/dynamic/filter`. */
export const MAX_FILTER = 2047;

type Token = { readonly type: 'tag'; readonly text: string } | { readonly type: 'and' | 'or' | 'not' | '(' | ')' };

const WORDS: { readonly [word: string]: 'and' | 'or' | 'not' } = { and: 'and', or: 'or', not: 'not' };

/** Reads tokens from left to right. `violation` is the first thing that is wrong, '' for nothing. */
interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  violation: string;
}

/** Stands for what cannot be read; never evaluated, since its reader has a violation. */
const UNREADABLE: Filter = { type: 'or', parts: [] };

function fail(reader: Reader, violation: string): Filter {
  if (reader.violation === '') reader.violation = violation;
  reader.next = reader.tokens.length;
  return UNREADABLE;
}

/** Splits the text; a string is what is wrong with it. */
function tokenize(text: string): Token[] | string {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      at++;
    } else if (character === '(' || character === ')') {
      tokens.push({ type: character });
      at++;
    } else if (character === "'" || character === '"') {
      const end = text.indexOf(character, at + 1);
      if (end < 0) return 'a quoted tag does not end';
      if (end === at + 1) return 'a tag is empty';
      tokens.push({ type: 'tag', text: text.slice(at + 1, end) });
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && !/[\s()'"]/.test(text.charAt(end))) end++;
      const word = text.slice(at, end);
      const operator = word.toLowerCase();
      tokens.push(hasKey(WORDS, operator) ? { type: WORDS[operator] } : { type: 'tag', text: word });
      at = end;
    }
  }
  return tokens;
}

function peek(reader: Reader): Token['type'] | 'end' {
  return reader.next < reader.tokens.length ? reader.tokens[reader.next].type : 'end';
}

function readOperand(reader: Reader): Filter {
  if (reader.next >= reader.tokens.length) return fail(reader, 'a tag is missing at the end');
  const token = reader.tokens[reader.next++];
  switch (token.type) {
    case 'tag':
      // Tag names are not case-sensitive (PAN-OS documentation, "Policy Object: Tags").
      return { type: 'tag', tag: token.text.toLowerCase() };
    case 'not':
      return { type: 'not', part: readOperand(reader) };
    case '(': {
      const inner = readExpression(reader);
      if (peek(reader) !== ')') return fail(reader, 'a parenthesis does not close');
      reader.next++;
      return inner;
    }
    case 'and':
    case 'or':
    case ')':
      return fail(reader, '"' + token.type + '" stands where a tag is expected');
  }
}

function readExpression(reader: Reader): Filter {
  const first = readOperand(reader);
  const operator = peek(reader);
  if (operator !== 'and' && operator !== 'or') return first;
  const parts = [first];
  while (peek(reader) === operator) {
    reader.next++;
    parts.push(readOperand(reader));
  }
  const following = peek(reader);
  if (following === 'and' || following === 'or') {
    // PAN-OS does not document which binds closer, so the meaning of such a text is not known.
    return fail(reader, '"and" and "or" are mixed without parentheses');
  }
  return { type: operator, parts };
}

function collectTags(filter: Filter, tags: string[]): void {
  switch (filter.type) {
    case 'tag':
      tags.push(filter.tag);
      return;
    case 'not':
      collectTags(filter.part, tags);
      return;
    case 'and':
    case 'or':
      for (const part of filter.parts) collectTags(part, tags);
  }
}

/**
 * Parses a filter text. Refused with a reason: syntax errors, more than 2047 characters, `and` mixed with `or` without
 * parentheses. Tags come back in lower case.
 */
export function parseFilter(text: string): ParsedFilter {
  if (text.length > MAX_FILTER) return { ok: false, reason: 'it is longer than ' + String(MAX_FILTER) + ' characters' };
  const tokens = tokenize(text);
  if (typeof tokens === 'string') return { ok: false, reason: tokens };
  const reader: Reader = { tokens, next: 0, violation: '' };
  const filter = readExpression(reader);
  if (peek(reader) !== 'end') fail(reader, 'something follows the end of the expression');
  if (reader.violation !== '') return { ok: false, reason: reader.violation };
  return { ok: true, filter, tags: tagsOf(filter) };
}

/** The tags of a filter, in lower case, some perhaps twice. */
export function tagsOf(filter: Filter): string[] {
  const tags: string[] = [];
  collectTags(filter, tags);
  return tags;
}

/** True where the filter uses `not`. */
export function usesNot(filter: Filter): boolean {
  switch (filter.type) {
    case 'tag':
      return false;
    case 'not':
      return true;
    case 'and':
    case 'or':
      for (const part of filter.parts) if (usesNot(part)) return true;
      return false;
  }
}

/** Evaluates a filter on the tags (lower case) of one address. */
export function filterHolds(filter: Filter, tags: { readonly [tag: string]: true }): boolean {
  switch (filter.type) {
    case 'tag':
      return hasKey(tags, filter.tag);
    case 'not':
      return !filterHolds(filter.part, tags);
    case 'and':
      for (const part of filter.parts) if (!filterHolds(part, tags)) return false;
      return true;
    case 'or':
      for (const part of filter.parts) if (filterHolds(part, tags)) return true;
      return false;
  }
}
