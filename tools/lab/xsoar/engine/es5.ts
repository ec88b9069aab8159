/**
 * What the engine has without a program doing anything: ECMA-262 5.1, chapter 15. Own names by constructor and
 * prototype.
 */
export const ES5: { readonly [path: string]: readonly string[] } = {
  global: words(
    'Object Function Array String Boolean Number Date RegExp Math JSON NaN Infinity undefined eval parseInt parseFloat isNaN isFinite',
    'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError',
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape',
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

/** Removes every own name that is not in the table, and what is keyed by symbols but what syntax needs. */
export const STRIP = `(function (global, kept) {
  var names = Object.getOwnPropertyNames, remove = Reflect.deleteProperty;
  function strip(object, list) {
    names(object).forEach(function (name) { if (list.indexOf(name) < 0) remove(object, name); });
  }
  Object.keys(kept).forEach(function (path) {
    if (path === 'global' || path === 'Object') return;
    strip(path.split('.').reduce(function (object, name) { return object[name]; }, global), kept[path]);
  });
  strip(Object, kept.Object);
  strip(global, kept.global);
})`;

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}
