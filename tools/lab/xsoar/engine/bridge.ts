/**
 * The first program in each sandbox: the server's functions, on top of one function of this process that takes and
 * gives JSON. What a script hands over must be plain data (in Go there is nothing else): undefined members, functions,
 * dates and instances are faults, told to the host, which stops the run.
 *
 * `host(name, json)` answers `{"value": …}`, `{"error": "text"}`, or '' for undefined.
 */
export const BRIDGE = `(function (global, host, names) {
  var parse = JSON.parse, stringify = JSON.stringify, isArray = Array.isArray, keys = Object.keys;
  var proto = Object.getPrototypeOf, plainProto = Object.prototype, arrayProto = Array.prototype, RealDate = Date;
  function fault(what, path) {
    var text = path + ' is ' + what;
    host('fault', stringify(text));
    throw new Error(text);
  }
  function check(value, path, above) {
    switch (typeof value) {
      case 'undefined': return fault('undefined', path);
      case 'function': return fault('a function', path);
      case 'symbol': return fault('a symbol', path);
      case 'bigint': return fault('a BigInt', path);
      case 'number': if (value - value !== 0) fault(String(value), path); return;
      case 'object': break;
      default: return;
    }
    if (value === null) return;
    if (above.indexOf(value) >= 0) fault('a circle', path);
    var own = proto(value), list = isArray(value), inside = above.concat([value]), i, names;
    if (list ? own !== arrayProto : own !== plainProto && own !== null) fault('no plain object', path);
    if (list) for (i = 0; i < value.length; i++) check(value[i], path + '[' + i + ']', inside);
    else for (names = keys(value), i = 0; i < names.length; i++) check(value[names[i]], path + '.' + names[i], inside);
  }
  function pack(value, path) {
    check(value, path, []);
    return stringify(value);
  }
  function answer(json) {
    if (json === '') return undefined;
    var reply = parse(json);
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.value;
  }
  names.forEach(function (name) {
    global[name] = function () {
      // Arguments that are left out, or undefined, do not cross; those behind them keep their places.
      var list = [], i;
      for (i = 0; i < arguments.length; i++) list.push(arguments[i] === undefined ? null : arguments[i]);
      return answer(host(name, pack(list, name)));
    };
  });
  function VirtualDate(year, month, day, hours, minutes, seconds, milliseconds) {
    if (!(this instanceof VirtualDate)) return new RealDate(VirtualDate.now()).toString();
    switch (arguments.length) {
      case 0: return new RealDate(VirtualDate.now());
      case 1: return new RealDate(year);
      default: return new RealDate(year, month, day || 1, hours || 0, minutes || 0, seconds || 0, milliseconds || 0);
    }
  }
  VirtualDate.UTC = RealDate.UTC;
  VirtualDate.parse = RealDate.parse;
  VirtualDate.now = function () { return answer(host('now', '[]')); };
  VirtualDate.prototype = RealDate.prototype;
  VirtualDate.prototype.constructor = VirtualDate;
  global.Date = VirtualDate;
  return {
    give: function (name, json) { global[name] = parse(json); },
    result: function (value) { return value === undefined ? '' : pack(value, 'result'); },
    text: function (thrown) {
      if (typeof thrown === 'string') return thrown;
      return thrown instanceof Error ? String(thrown) : typeof thrown === 'object' ? stringify(thrown) : String(thrown);
    }
  };
})`;
