import { createContext, Script } from 'node:vm';
import { messageOf, RunnerError } from '../errors';
import type { Json } from '../json';

/**
 * An expression of the transform language: JavaScript with `val`, `obj` and bound values; functions after the first
 * `;`.
 */
export type Expression = (values: { readonly [name: string]: Json | undefined }) => Json | undefined;

const sandbox = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });

const compiled = new Map<string, Expression>();

const TIMEOUT_MILLISECONDS = 5000;

/** Compiles an expression; it sees nothing but its values, which cross as JSON. */
export function expression(text: string): Expression {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const made = compile(text);
  compiled.set(text, made);
  return made;
}

function compile(text: string): Expression {
  const [value, declarations] = splitDeclarations(text);
  let script: Script;
  try {
    // The values stand in the text as JSON, so that no object of this realm can be reached from inside.
    script = new Script(
      `(function (json) { var names = JSON.parse(json); var val = names.val, obj = names.obj;
        var val1 = names.val1, val2 = names.val2, val3 = names.val3;
        return JSON.stringify((${value})); ${declarations} })(this.json)`,
      { filename: 'expression' },
    );
  } catch (error) {
    throw new RunnerError(`The expression "${text}" cannot be read: ${messageOf(error)}`);
  }
  return (values) => {
    try {
      (sandbox as { json?: string }).json = JSON.stringify(values);
      const result: unknown = script.runInContext(sandbox, { timeout: TIMEOUT_MILLISECONDS });
      return typeof result === 'string' ? (JSON.parse(result) as Json) : undefined;
    } catch (error) {
      throw new RunnerError(`The expression "${text}" fails on ${JSON.stringify(values)}: ${messageOf(error)}`);
    }
  };
}

/** `foo(val);function foo(a) {…}`: the value, and what it needs. */
function splitDeclarations(text: string): readonly [string, string] {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quote !== '') {
      if (character === '\\') i++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ';') return [text.slice(0, i), text.slice(i + 1)];
  }
  return [text, ''];
}
