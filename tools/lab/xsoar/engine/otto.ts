/**
 * Traps of Otto, Go's older engine: JSON.parse gives keys in random order, JSON.stringify sorts keys and escapes `<`,
 * `>` and `&`, sorting is unstable. What comes from the server has no order of keys either.
 */
export const OTTO_TRAPS = `(function (global, names) {
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
  names.forEach(function (name) {
    var given = global[name];
    global[name] = function () { return reordered(given.apply(this, arguments), shuffle); };
  });
})`;
