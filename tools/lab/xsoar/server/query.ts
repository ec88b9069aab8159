import { RunnerError } from '../errors';

/** A search of incidents: `type:"X" and -status:closed and (id:>5 or owner:"")`. */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | Condition;

/** One comparison of a search; the field is without `incident.` before it. */
export interface Condition {
  readonly kind: 'is';
  readonly field: string;
  readonly operator: '=' | '<' | '<=' | '>' | '>=';
  readonly value: string;
}

/** What is not a part of the language as far as it is known here is an error. */
export function parseQuery(text: string): Query {
  const tokens = text.match(/\(|\)|[-+]*[\w.]+:[<>]?=?(?:"(?:[^"\\]|\\.)*"|[^\s()]+)|[^\s()]+/g) ?? [];
  const parser = new Parser(text, tokens);
  return parser.parse();
}

class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly string[],
  ) {}

  parse(): Query {
    const query = this.alternatives();
    if (this.at < this.tokens.length) this.fail(this.tokens[this.at]);
    return query;
  }

  private word(): string {
    return (this.tokens.at(this.at) ?? '').toLowerCase();
  }

  private alternatives(): Query {
    const parts = [this.conjunction()];
    while (this.word() === 'or') {
      this.at++;
      parts.push(this.conjunction());
    }
    return parts.length === 1 ? parts[0] : { kind: 'or', parts };
  }

  /** Terms side by side are joined by AND. */
  private conjunction(): Query {
    const parts = [this.term()];
    while (this.at < this.tokens.length && this.word() !== 'or' && this.word() !== ')') {
      if (this.word() === 'and') this.at++;
      parts.push(this.term());
    }
    return parts.length === 1 ? parts[0] : { kind: 'and', parts };
  }

  private term(): Query {
    const token = this.tokens.at(this.at++) ?? this.fail('the end');
    if (token.toLowerCase() === 'not') return { kind: 'not', part: this.term() };
    if (token === '(') {
      const inside = this.alternatives();
      if (this.tokens.at(this.at++) !== ')') this.fail('a missing ")"');
      return inside;
    }
    const parts = /^(-*)\+?([\w.]+):([<>]?=?)(?:"((?:[^"\\]|\\.)*)"|(.+))$/.exec(token);
    if (parts === null) return this.fail(token);
    const [, minus, field, operator, quoted, plain] = parts as unknown as (string | undefined)[];
    const value = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1');
    const condition: Condition = {
      kind: 'is',
      field: field?.replace(/^incident\./, '') ?? '',
      operator: operator === '' || operator === '=' ? '=' : (operator as Condition['operator']),
      value,
    };
    return minus === '' ? condition : { kind: 'not', part: condition };
  }

  private fail(token: string): never {
    throw new RunnerError(`The search "${this.text}" cannot be understood at ${token}.`);
  }
}
