import { createContext, runInContext, Script } from 'node:vm';

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
 * `node`: this engine as it is. `es5`: without everything that came after ECMAScript 5.1. `otto`: `es5` with the traps of
 * Otto, Go's ES5 engine: JSON.parse gives keys in random order, JSON.stringify sorts keys and escapes `<`, `>` and `&`, and
 * sorting is unstable.
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
  // Data crosses as JSON, as it crosses into another language on the server; parse and stringify are the engine's own then.
  runInContext(BRIDGE, context);
  if (kind === 'otto') runInContext(OTTO_TRAPS, context);
  if (kind !== 'node') runInContext(`(${STRIP})(${JSON.stringify(keptFor(stub))})`, context);
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
  return { ...ES5, global: [...(ES5.global ?? []), ...names] };
}

/** Names that are there for a bundle. Own names of constructors and prototypes in ECMA-262 5.1, chapter 15. */
const ES5: Readonly<Record<string, readonly string[]>> = {
  global: words(
    'Object Function Array String Boolean Number Date RegExp Math JSON NaN Infinity undefined eval parseInt parseFloat isNaN isFinite',
    'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError',
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape args executeCommand',
  ),
  Object: words(
    'length name prototype getPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames create defineProperty defineProperties',
    'seal freeze preventExtensions isSealed isFrozen isExtensible keys',
  ),
  'Object.prototype': words(
    'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable',
  ),
  Function: words('length name prototype'),
  'Function.prototype': words('constructor toString apply call bind length name'),
  Array: words('length name prototype isArray'),
  'Array.prototype': words(
    'constructor length toString toLocaleString concat join pop push reverse shift slice sort splice unshift',
    'indexOf lastIndexOf every some forEach map filter reduce reduceRight',
  ),
  String: words('length name prototype fromCharCode'),
  'String.prototype': words(
    'constructor length toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice',
    'split substring substr toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim',
  ),
  Number: words('length name prototype MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY'),
  'Number.prototype': words('constructor toString toLocaleString valueOf toFixed toExponential toPrecision'),
  Math: words(
    'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
  ),
  Date: words('length name prototype parse UTC now'),
  Error: words('length name prototype'),
  RegExp: words('length name prototype'),
  // Flags of later editions stay: the engine's own exec and replace read them.
  'RegExp.prototype': words(
    'constructor exec test toString source global ignoreCase multiline flags sticky unicode dotAll hasIndices unicodeSets',
  ),
};

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
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

/** Removes every own name that is not in the table, and all that are keyed by symbols but those that syntax needs. */
const STRIP = `function (kept) {
  var global = this, names = Object.getOwnPropertyNames, remove = Reflect.deleteProperty;
  function strip(object, list) {
    names(object).forEach(function (name) { if (list.indexOf(name) < 0) remove(object, name); });
  }
  Object.keys(kept).forEach(function (path) {
    if (path === 'global' || path === 'Object') return;
    strip(path.split('.').reduce(function (object, name) { return object[name]; }, global), kept[path]);
  });
  strip(Object, kept.Object);
  strip(global, kept.global);
}`;

const OTTO_TRAPS = `(function () {
  var parse = JSON.parse, stringify = JSON.stringify, sort = Array.prototype.sort, random = Math.random;
  function shuffle(list) {
    for (var i = list.length - 1; i > 0; i--) {
      var j = Math.floor(random() * (i + 1)), kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
    return list;
  }
  function reordered(value, order) {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(function (element) { return reordered(element, order); });
    var copy = {};
    order(Object.keys(value)).forEach(function (key) {
      Object.defineProperty(copy, key, { value: reordered(value[key], order), enumerable: true, configurable: true, writable: true });
    });
    return copy;
  }
  JSON.parse = function (text, reviver) { return reordered(parse(text, reviver), shuffle); };
  JSON.stringify = function (value, replacer, space) {
    var text = stringify(value, replacer);
    if (text === undefined) return undefined;
    return stringify(reordered(parse(text), function (keys) { return sort.call(keys); }), null, space)
      .replace(/</g, '\\\\u003c').replace(/>/g, '\\\\u003e').replace(/&/g, '\\\\u0026');
  };
  Array.prototype.sort = function (compare) { return sort.call(shuffle(this), compare); };
  // Values that a script gets from the server have no order of keys either.
  args = reordered(args, shuffle);
  var answer = executeCommand;
  executeCommand = function (name, args) { return reordered(answer(name, args), shuffle); };
})();`;
