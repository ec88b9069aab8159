import { RunnerError } from '../errors';

/** One step of a path in the transform language. */
export type Step =
  | { readonly kind: 'key'; readonly key: string }
  /** `[2]` is one element, `[0:2]` the elements 0, 1 and 2. */
  | { readonly kind: 'index'; readonly from: number; readonly to: number | undefined }
  | { readonly kind: 'selector'; readonly expression: string };

/**
 * A path of the transform language: the steps to follow, and what to do with what they find, one by one or all at once.
 */
export interface Path {
  readonly steps: readonly Step[];
  readonly mutator: { readonly expression: string; readonly of: 'each' | 'whole' } | undefined;
}

const parsedPaths = new Map<string, Path>();

/**
 * Parses `A.B.[0].C(val.X == 1).D=val.toLowerCase()` (xsoar.pan.dev, "Cortex XSOAR Transform Language (DT)"). Keys may
 * hold blanks.
 *
 * @throws RunnerError for what is none
 */
export function parsePath(text: string): Path {
  const known = parsedPaths.get(text);
  if (known !== undefined) return known;
  const made = new Parser(text).parse();
  parsedPaths.set(text, made);
  return made;
}

class Parser {
  private at = 0;
  private readonly steps: Step[] = [];

  constructor(private readonly text: string) {}

  parse(): Path {
    while (this.at < this.text.length) {
      switch (this.text[this.at]) {
        case '.':
          this.at++;
          break;
        case '[':
          this.steps.push(this.index());
          break;
        case '(':
          this.steps.push({ kind: 'selector', expression: this.inside('(', ')') });
          break;
        case '=':
          return { steps: this.steps, mutator: this.mutator() };
        default:
          this.steps.push({ kind: 'key', key: this.key() });
      }
    }
    return { steps: this.steps, mutator: undefined };
  }

  private key(): string {
    const start = this.at;
    while (this.at < this.text.length && !'.[(='.includes(this.text[this.at])) this.at++;
    const key = this.text.slice(start, this.at).trim();
    if (key === '') this.fail('an empty key');
    return key;
  }

  private index(): Step {
    const inside = /^\s*(\d+)\s*(?::\s*(\d+)\s*)?$/.exec(this.inside('[', ']'));
    if (inside === null) return this.fail('an index that is no number or range');
    const to = inside[2] as string | undefined;
    return { kind: 'index', from: Number(inside[1]), to: to === undefined ? undefined : Number(to) };
  }

  private mutator(): Path['mutator'] {
    this.at++;
    const whole = this.text[this.at] === '>';
    if (whole) this.at++;
    return { expression: this.text.slice(this.at), of: whole ? 'whole' : 'each' };
  }

  /** The text between two brackets that belong together; quotes are respected. */
  private inside(open: string, close: string): string {
    const start = ++this.at;
    let depth = 1;
    let quote = '';
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at];
      if (quote !== '') {
        if (character === '\\') this.at++;
        else if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
      else if (character === open) depth++;
      else if (character === close && --depth === 0) return this.text.slice(start, this.at++);
    }
    return this.fail(`"${open}" without "${close}"`);
  }

  private fail(problem: string): never {
    throw new RunnerError(`The path "${this.text}" has ${problem}.`);
  }
}
