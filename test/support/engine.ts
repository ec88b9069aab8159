import { createContext, runInContext, Script } from 'node:vm';
import { ES5, STRIP } from '../../tools/lab/xsoar/engine/es5';
import { OTTO_TRAPS } from '../../tools/lab/xsoar/engine/otto';

/** What a bundle finds in its environment. `executeCommand` gives what the server would: an array of entries. */
export interface ServerStub {
  readonly args: unknown;
  readonly executeCommand?: (name: string, args: unknown) => unknown;
  /** Further data by name: what an integration finds. */
  readonly globals?: { readonly [name: string]: unknown };
  /** Further functions by name. What they throw, the bundle can catch. */
  readonly functions?: { readonly [name: string]: (...args: readonly unknown[]) => unknown };
}

/**
 * `node`: this engine as it is. `es5`: without everything that came after ECMAScript 5.1. `otto`: `es5` with the traps
 * of Otto, Go's ES5 engine: JSON.parse gives keys in random order, JSON.stringify sorts keys and escapes `<`, `>` and
 * `&`, and sorting is unstable.
 */
export type EngineKind = 'node' | 'es5' | 'otto';

/** Runs a bundle as the server does, inside a function, and returns what it returns, as plain data of this realm. */
export function runBundle(code: string, stub: ServerStub, kind: EngineKind): unknown {
  const context = createContext({
    host: {
      args: JSON.stringify(stub.args),
      executeCommand: (name: string, argsJson: string) =>
        JSON.stringify(stub.executeCommand?.(name, JSON.parse(argsJson)) ?? []),
      globals: JSON.stringify(stub.globals ?? {}),
      functions: JSON.stringify(Object.keys(stub.functions ?? {})),
      call: (name: string, argsJson: string) => callOf(stub, name, JSON.parse(argsJson) as unknown[]),
    },
  });
  // Data crosses as JSON, as it crosses into another language on the server; parse and stringify are the engine's own
  // then.
  runInContext(BRIDGE, context);
  if (kind === 'otto') {
    // Arguments have no order of keys either.
    runInContext(`${OTTO_TRAPS}(this, ["executeCommand"]); args = JSON.parse(JSON.stringify(args));`, context);
  }
  if (kind !== 'node') runInContext(`${STRIP}(this, ${JSON.stringify(keptFor(stub))})`, context);
  const script = new Script(`(function () {\n${code}\n})()`, { filename: 'bundle.js' });
  const result: unknown = script.runInContext(context);
  return result === undefined ? undefined : JSON.parse(JSON.stringify(result));
}

/** The answer of a function as JSON: its value, or what it threw. */
function callOf(stub: ServerStub, name: string, args: readonly unknown[]): string {
  try {
    return JSON.stringify({ value: stub.functions?.[name]?.(...args) });
  } catch (thrown) {
    return JSON.stringify({ error: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function keptFor(stub: ServerStub): Readonly<Record<string, readonly string[]>> {
  const names = [...Object.keys(stub.globals ?? {}), ...Object.keys(stub.functions ?? {})];
  return { ...ES5, global: [...(ES5.global ?? []), 'args', 'executeCommand', ...names] };
}

const BRIDGE = `(function (global) {
  var host = global.host, parse = JSON.parse, stringify = JSON.stringify;
  delete global.host;
  global.args = parse(host.args);
  global.executeCommand = function (name, args) { return parse(host.executeCommand(name, stringify(args))); };
  var globals = parse(host.globals);
  Object.keys(globals).forEach(function (name) { global[name] = globals[name]; });
  parse(host.functions).forEach(function (name) {
    global[name] = function () {
      var answer = parse(host.call(name, stringify(Array.prototype.slice.call(arguments))));
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    };
  });
})(this);`;
