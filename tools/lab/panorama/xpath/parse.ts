import type { Comparison, Expression, FunctionName, LocationPath, NodeTest, Step } from './ast';
import { type Token, tokenize } from './tokens';

const FUNCTIONS: readonly string[] = [
  'not',
  'contains',
  'starts-with',
  'last',
  'position',
  'count',
  'string-length',
  'name',
] satisfies FunctionName[];
const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

const isFunction = (name: string): name is FunctionName => FUNCTIONS.includes(name);
const isComparison = (text: string): text is Comparison => COMPARISONS.includes(text);

class SyntaxFailure extends Error {}

/**
 * Parses a union of location paths from the root. undefined for everything that is not valid in the supported part of
 * XPath 1.0; nothing is guessed.
 *
 * @throws whatever is no mistake in the text: one in the emulator
 */
export function parseXpath(xpath: string): readonly LocationPath[] | undefined {
  const tokens = tokenize(xpath);
  if (tokens === undefined) return undefined;
  try {
    return new Parser(tokens).union();
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined;
    throw error;
  }
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  union(): readonly LocationPath[] {
    const paths = [this.path()];
    while (this.accept('|')) paths.push(this.path());
    if (this.peek().kind !== 'end' || paths.some((path) => !path.absolute)) throw new SyntaxFailure();
    return paths;
  }

  private path(): LocationPath {
    const absolute = this.at('/') || this.at('//');
    const steps: Step[] = [];
    let deep = this.accept('//');
    if (!deep) this.accept('/');
    for (;;) {
      steps.push(this.step(deep));
      deep = this.accept('//');
      if (!deep && !this.accept('/')) return { absolute, steps };
    }
  }

  private step(deep: boolean): Step {
    const test = this.test();
    const predicates: Expression[] = [];
    while (this.accept('[')) {
      predicates.push(this.or());
      this.expect(']');
    }
    return { deep, test, predicates };
  }

  private test(): NodeTest {
    if (this.accept('*')) return { kind: 'any' };
    if (this.accept('..')) return { kind: 'parent' };
    if (this.accept('.')) return { kind: 'self' };
    if (this.accept('@')) return { kind: 'attribute', name: this.name() };
    const tag = this.name();
    if (tag !== 'text' || !this.accept('(')) return { kind: 'tag', tag };
    this.expect(')');
    return { kind: 'text' };
  }

  private or(): Expression {
    return this.chain('or', () => this.chain('and', () => this.comparison()));
  }

  private chain(kind: 'or' | 'and', operand: () => Expression): Expression {
    const first = operand();
    const operands = [first];
    while (this.peek().kind === 'name' && this.peek().text === kind) {
      this.position += 1;
      operands.push(operand());
    }
    return operands.length === 1 ? first : { kind, operands };
  }

  private comparison(): Expression {
    const left = this.operand();
    const operator = this.peek();
    if (operator.kind !== 'symbol' || !isComparison(operator.text)) return left;
    this.position += 1;
    return { kind: 'compare', operator: operator.text, left, right: this.operand() };
  }

  private operand(): Expression {
    const token = this.peek();
    if (token.kind === 'literal') return this.take({ kind: 'literal', value: token.text });
    if (token.kind === 'number') return this.take({ kind: 'number', value: Number(token.text) });
    if (this.accept('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    const next = this.tokens[this.position + 1];
    if (token.kind === 'name' && isFunction(token.text) && next?.text === '(' && next.kind === 'symbol') {
      this.position += 2;
      return { kind: 'call', name: token.text, arguments: this.callArguments() };
    }
    return { kind: 'path', path: this.path() };
  }

  private callArguments(): readonly Expression[] {
    const found: Expression[] = [];
    if (this.accept(')')) return found;
    do found.push(this.or());
    while (this.accept(','));
    this.expect(')');
    return found;
  }

  private take(expression: Expression): Expression {
    this.position += 1;
    return expression;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  private at(symbol: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === symbol;
  }

  private accept(symbol: string): boolean {
    if (!this.at(symbol)) return false;
    this.position += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.accept(symbol)) throw new SyntaxFailure();
  }

  private name(): string {
    const token = this.peek();
    if (token.kind !== 'name') throw new SyntaxFailure();
    this.position += 1;
    return token.text;
  }
}
