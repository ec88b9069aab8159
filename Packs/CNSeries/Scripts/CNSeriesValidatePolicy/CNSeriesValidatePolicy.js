// Made by "npm run build" from scripts/automations/CNSeriesValidatePolicy.ts; change that file instead.
var __cnEntries;
(function() {
  var __create = Object.create;
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __getProtoOf = Object.getPrototypeOf;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __commonJS = function(cb, mod) {
    return function __require() {
      try {
        return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
      } catch (e) {
        throw mod = 0, e;
      }
    };
  };
  var __copyProps = function(to, from, except, desc) {
    if (from && typeof from === "object" || typeof from === "function")
      for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
        key = keys[i];
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: function(k) {
            return from[k];
          }.bind(null, key), enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
      }
    return to;
  };
  var __toESM = function(mod, isNodeMode, target) {
    return target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
      // If the importer is in node compatibility mode or this is not an ESM
      // file that has been converted to a CommonJS file using a Babel-
      // compatible transform (i.e. "__esModule" has not been set), then set
      // "default" to the CommonJS "module.exports" for node compatibility.
      isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
      mod
    );
  };

  // node_modules/js-yaml/lib/common.js
  var require_common = __commonJS({
    "node_modules/js-yaml/lib/common.js": function(exports, module) {
      "use strict";
      function isNothing(subject) {
        return typeof subject === "undefined" || subject === null;
      }
      function isObject2(subject) {
        return typeof subject === "object" && subject !== null;
      }
      function toArray(sequence) {
        if (Array.isArray(sequence))
          return sequence;
        else if (isNothing(sequence))
          return [];
        return [sequence];
      }
      function extend(target, source) {
        if (source) {
          var sourceKeys = Object.keys(source);
          for (var index = 0, length = sourceKeys.length; index < length; index += 1) {
            var key = sourceKeys[index];
            target[key] = source[key];
          }
        }
        return target;
      }
      function repeat(string, count) {
        var result = "";
        for (var cycle = 0; cycle < count; cycle += 1) {
          result += string;
        }
        return result;
      }
      function isNegativeZero(number) {
        return number === 0 && Number.NEGATIVE_INFINITY === 1 / number;
      }
      module.exports.isNothing = isNothing;
      module.exports.isObject = isObject2;
      module.exports.toArray = toArray;
      module.exports.repeat = repeat;
      module.exports.isNegativeZero = isNegativeZero;
      module.exports.extend = extend;
    }
  });

  // node_modules/js-yaml/lib/exception.js
  var require_exception = __commonJS({
    "node_modules/js-yaml/lib/exception.js": function(exports, module) {
      "use strict";
      function formatError(exception, compact) {
        var where2 = "";
        var message = exception.reason || "(unknown reason)";
        if (!exception.mark)
          return message;
        if (exception.mark.name) {
          where2 += 'in "' + exception.mark.name + '" ';
        }
        where2 += "(" + (exception.mark.line + 1) + ":" + (exception.mark.column + 1) + ")";
        if (!compact && exception.mark.snippet) {
          where2 += "\n\n" + exception.mark.snippet;
        }
        return message + " " + where2;
      }
      function YAMLException(reason, mark) {
        Error.call(this);
        this.name = "YAMLException";
        this.reason = reason;
        this.mark = mark;
        this.message = formatError(this, false);
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, this.constructor);
        } else {
          this.stack = new Error().stack || "";
        }
      }
      YAMLException.prototype = Object.create(Error.prototype);
      YAMLException.prototype.constructor = YAMLException;
      YAMLException.prototype.toString = function toString(compact) {
        return this.name + ": " + formatError(this, compact);
      };
      module.exports = YAMLException;
    }
  });

  // node_modules/js-yaml/lib/snippet.js
  var require_snippet = __commonJS({
    "node_modules/js-yaml/lib/snippet.js": function(exports, module) {
      "use strict";
      var common = require_common();
      function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
        var head = "";
        var tail = "";
        var maxHalfLength = Math.floor(maxLineLength / 2) - 1;
        if (position - lineStart > maxHalfLength) {
          head = " ... ";
          lineStart = position - maxHalfLength + head.length;
        }
        if (lineEnd - position > maxHalfLength) {
          tail = " ...";
          lineEnd = position + maxHalfLength - tail.length;
        }
        return {
          str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "\u2192") + tail,
          pos: position - lineStart + head.length
          // relative position
        };
      }
      function padStart(string, max) {
        return common.repeat(" ", max - string.length) + string;
      }
      function makeSnippet(mark, options) {
        options = Object.create(options || null);
        if (!mark.buffer)
          return null;
        if (!options.maxLength)
          options.maxLength = 79;
        if (typeof options.indent !== "number")
          options.indent = 1;
        if (typeof options.linesBefore !== "number")
          options.linesBefore = 3;
        if (typeof options.linesAfter !== "number")
          options.linesAfter = 2;
        var re = /\r?\n|\r|\0/g;
        var lineStarts = [0];
        var lineEnds = [];
        var match;
        var foundLineNo = -1;
        while (match = re.exec(mark.buffer)) {
          lineEnds.push(match.index);
          lineStarts.push(match.index + match[0].length);
          if (mark.position <= match.index && foundLineNo < 0) {
            foundLineNo = lineStarts.length - 2;
          }
        }
        if (foundLineNo < 0)
          foundLineNo = lineStarts.length - 1;
        var result = "";
        var lineNoLength = Math.min(mark.line + options.linesAfter, lineEnds.length).toString().length;
        var maxLineLength = options.maxLength - (options.indent + lineNoLength + 3);
        for (var i = 1; i <= options.linesBefore; i++) {
          if (foundLineNo - i < 0)
            break;
          var line_1 = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
          result = common.repeat(" ", options.indent) + padStart((mark.line - i + 1).toString(), lineNoLength) + " | " + line_1.str + "\n" + result;
        }
        var line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
        result += common.repeat(" ", options.indent) + padStart((mark.line + 1).toString(), lineNoLength) + " | " + line.str + "\n";
        result += common.repeat("-", options.indent + lineNoLength + 3 + line.pos) + "^\n";
        for (var i = 1; i <= options.linesAfter; i++) {
          if (foundLineNo + i >= lineEnds.length)
            break;
          var line_2 = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
          result += common.repeat(" ", options.indent) + padStart((mark.line + i + 1).toString(), lineNoLength) + " | " + line_2.str + "\n";
        }
        return result.replace(/\n$/, "");
      }
      module.exports = makeSnippet;
    }
  });

  // node_modules/js-yaml/lib/type.js
  var require_type = __commonJS({
    "node_modules/js-yaml/lib/type.js": function(exports, module) {
      "use strict";
      var YAMLException = require_exception();
      var TYPE_CONSTRUCTOR_OPTIONS = [
        "kind",
        "multi",
        "resolve",
        "construct",
        "instanceOf",
        "predicate",
        "represent",
        "representName",
        "defaultStyle",
        "styleAliases"
      ];
      var YAML_NODE_KINDS = [
        "scalar",
        "sequence",
        "mapping"
      ];
      function compileStyleAliases(map) {
        var result = {};
        if (map !== null) {
          Object.keys(map).forEach(function(style) {
            map[style].forEach(function(alias) {
              result[String(alias)] = style;
            });
          });
        }
        return result;
      }
      function Type2(tag, options) {
        options = options || {};
        Object.keys(options).forEach(function(name) {
          if (TYPE_CONSTRUCTOR_OPTIONS.indexOf(name) === -1) {
            throw new YAMLException('Unknown option "' + name + '" is met in definition of "' + tag + '" YAML type.');
          }
        });
        this.options = options;
        this.tag = tag;
        this.kind = options["kind"] || null;
        this.resolve = options["resolve"] || function() {
          return true;
        };
        this.construct = options["construct"] || function(data) {
          return data;
        };
        this.instanceOf = options["instanceOf"] || null;
        this.predicate = options["predicate"] || null;
        this.represent = options["represent"] || null;
        this.representName = options["representName"] || null;
        this.defaultStyle = options["defaultStyle"] || null;
        this.multi = options["multi"] || false;
        this.styleAliases = compileStyleAliases(options["styleAliases"] || null);
        if (YAML_NODE_KINDS.indexOf(this.kind) === -1) {
          throw new YAMLException('Unknown kind "' + this.kind + '" is specified for "' + tag + '" YAML type.');
        }
      }
      module.exports = Type2;
    }
  });

  // node_modules/js-yaml/lib/schema.js
  var require_schema = __commonJS({
    "node_modules/js-yaml/lib/schema.js": function(exports, module) {
      "use strict";
      var YAMLException = require_exception();
      var Type2 = require_type();
      function compileList(schema, name) {
        var result = [];
        schema[name].forEach(function(currentType) {
          var newIndex = result.length;
          result.forEach(function(previousType, previousIndex) {
            if (previousType.tag === currentType.tag && previousType.kind === currentType.kind && previousType.multi === currentType.multi) {
              newIndex = previousIndex;
            }
          });
          result[newIndex] = currentType;
        });
        return result;
      }
      function compileMap() {
        var result = {
          scalar: {},
          sequence: {},
          mapping: {},
          fallback: {},
          multi: {
            scalar: [],
            sequence: [],
            mapping: [],
            fallback: []
          }
        };
        function collectType(type) {
          if (type.multi) {
            result.multi[type.kind].push(type);
            result.multi["fallback"].push(type);
          } else {
            result[type.kind][type.tag] = result["fallback"][type.tag] = type;
          }
        }
        for (var index = 0, length = arguments.length; index < length; index += 1) {
          arguments[index].forEach(collectType);
        }
        return result;
      }
      function Schema(definition) {
        return this.extend(definition);
      }
      Schema.prototype.extend = function extend(definition) {
        var implicit = [];
        var explicit = [];
        if (definition instanceof Type2) {
          explicit.push(definition);
        } else if (Array.isArray(definition)) {
          explicit = explicit.concat(definition);
        } else if (definition && (Array.isArray(definition.implicit) || Array.isArray(definition.explicit))) {
          if (definition.implicit)
            implicit = implicit.concat(definition.implicit);
          if (definition.explicit)
            explicit = explicit.concat(definition.explicit);
        } else {
          throw new YAMLException("Schema.extend argument should be a Type, [ Type ], or a schema definition ({ implicit: [...], explicit: [...] })");
        }
        implicit.forEach(function(type) {
          if (!(type instanceof Type2)) {
            throw new YAMLException("Specified list of YAML types (or a single Type object) contains a non-Type object.");
          }
          if (type.loadKind && type.loadKind !== "scalar") {
            throw new YAMLException("There is a non-scalar type in the implicit list of a schema. Implicit resolving of such types is not supported.");
          }
          if (type.multi) {
            throw new YAMLException("There is a multi type in the implicit list of a schema. Multi tags can only be listed as explicit.");
          }
        });
        explicit.forEach(function(type) {
          if (!(type instanceof Type2)) {
            throw new YAMLException("Specified list of YAML types (or a single Type object) contains a non-Type object.");
          }
        });
        var result = Object.create(Schema.prototype);
        result.implicit = (this.implicit || []).concat(implicit);
        result.explicit = (this.explicit || []).concat(explicit);
        result.compiledImplicit = compileList(result, "implicit");
        result.compiledExplicit = compileList(result, "explicit");
        result.compiledTypeMap = compileMap(result.compiledImplicit, result.compiledExplicit);
        return result;
      };
      module.exports = Schema;
    }
  });

  // node_modules/js-yaml/lib/type/str.js
  var require_str = __commonJS({
    "node_modules/js-yaml/lib/type/str.js": function(exports, module) {
      "use strict";
      var Type2 = require_type();
      module.exports = new Type2("tag:yaml.org,2002:str", {
        kind: "scalar",
        construct: function(data) {
          return data !== null ? data : "";
        }
      });
    }
  });

  // node_modules/js-yaml/lib/type/seq.js
  var require_seq = __commonJS({
    "node_modules/js-yaml/lib/type/seq.js": function(exports, module) {
      "use strict";
      var Type2 = require_type();
      module.exports = new Type2("tag:yaml.org,2002:seq", {
        kind: "sequence",
        construct: function(data) {
          return data !== null ? data : [];
        }
      });
    }
  });

  // node_modules/js-yaml/lib/type/map.js
  var require_map = __commonJS({
    "node_modules/js-yaml/lib/type/map.js": function(exports, module) {
      "use strict";
      var Type2 = require_type();
      module.exports = new Type2("tag:yaml.org,2002:map", {
        kind: "mapping",
        construct: function(data) {
          return data !== null ? data : {};
        }
      });
    }
  });

  // node_modules/js-yaml/lib/schema/failsafe.js
  var require_failsafe = __commonJS({
    "node_modules/js-yaml/lib/schema/failsafe.js": function(exports, module) {
      "use strict";
      var Schema = require_schema();
      module.exports = new Schema({
        explicit: [
          require_str(),
          require_seq(),
          require_map()
        ]
      });
    }
  });

  // node_modules/js-yaml/lib/type/null.js
  var require_null = __commonJS({
    "node_modules/js-yaml/lib/type/null.js": function(exports, module) {
      "use strict";
      var Type2 = require_type();
      function resolveYamlNull(data) {
        if (data === null)
          return true;
        var max = data.length;
        return max === 1 && data === "~" || max === 4 && (data === "null" || data === "Null" || data === "NULL");
      }
      function constructYamlNull() {
        return null;
      }
      function isNull(object2) {
        return object2 === null;
      }
      module.exports = new Type2("tag:yaml.org,2002:null", {
        kind: "scalar",
        resolve: resolveYamlNull,
        construct: constructYamlNull,
        predicate: isNull,
        represent: {
          canonical: function() {
            return "~";
          },
          lowercase: function() {
            return "null";
          },
          uppercase: function() {
            return "NULL";
          },
          camelcase: function() {
            return "Null";
          },
          empty: function() {
            return "";
          }
        },
        defaultStyle: "lowercase"
      });
    }
  });

  // node_modules/js-yaml/lib/type/bool.js
  var require_bool = __commonJS({
    "node_modules/js-yaml/lib/type/bool.js": function(exports, module) {
      "use strict";
      var Type2 = require_type();
      function resolveYamlBoolean(data) {
        if (data === null)
          return false;
        var max = data.length;
        return max === 4 && (data === "true" || data === "True" || data === "TRUE") || max === 5 && (data === "false" || data === "False" || data === "FALSE");
      }
      function constructYamlBoolean(data) {
        return data === "true" || data === "True" || data === "TRUE";
      }
      function isBoolean(object2) {
        return Object.prototype.toString.call(object2) === "[object Boolean]";
      }
      module.exports = new Type2("tag:yaml.org,2002:bool", {
        kind: "scalar",
        resolve: resolveYamlBoolean,
        construct: constructYamlBoolean,
        predicate: isBoolean,
        represent: {
          lowercase: function(object2) {
            return object2 ? "true" : "false";
          },
          uppercase: function(object2) {
            return object2 ? "TRUE" : "FALSE";
          },
          camelcase: function(object2) {
            return object2 ? "True" : "False";
          }
        },
        defaultStyle: "lowercase"
      });
    }
  });

  // node_modules/js-yaml/lib/type/int.js
  var require_int = __commonJS({
    "node_modules/js-yaml/lib/type/int.js": function(exports, module) {
      "use strict";
      var common = require_common();
      var Type2 = require_type();
      function isHexCode(c) {
        return c >= 48 && c <= 57 || c >= 65 && c <= 70 || c >= 97 && c <= 102;
      }
      function isOctCode(c) {
        return c >= 48 && c <= 55;
      }
      function isDecCode(c) {
        return c >= 48 && c <= 57;
      }
      function resolveYamlInteger(data) {
        if (data === null)
          return false;
        var max = data.length;
        var index = 0;
        var hasDigits = false;
        if (!max)
          return false;
        var ch = data[index];
        if (ch === "-" || ch === "+") {
          ch = data[++index];
        }
        if (ch === "0") {
          if (index + 1 === max)
            return true;
          ch = data[++index];
          if (ch === "b") {
            index++;
            for (; index < max; index++) {
              ch = data[index];
              if (ch !== "0" && ch !== "1")
                return false;
              hasDigits = true;
            }
            return hasDigits && isFinite(parseYamlInteger(data));
          }
          if (ch === "x") {
            index++;
            for (; index < max; index++) {
              if (!isHexCode(data.charCodeAt(index)))
                return false;
              hasDigits = true;
            }
            return hasDigits && isFinite(parseYamlInteger(data));
          }
          if (ch === "o") {
            index++;
            for (; index < max; index++) {
              if (!isOctCode(data.charCodeAt(index)))
                return false;
              hasDigits = true;
            }
            return hasDigits && isFinite(parseYamlInteger(data));
          }
        }
        for (; index < max; index++) {
          if (!isDecCode(data.charCodeAt(index))) {
            return false;
          }
          hasDigits = true;
        }
        if (!hasDigits)
          return false;
        return isFinite(parseYamlInteger(data));
      }
      function parseYamlInteger(data) {
        var value = data;
        var sign = 1;
        var ch = value[0];
        if (ch === "-" || ch === "+") {
          if (ch === "-")
            sign = -1;
          value = value.slice(1);
          ch = value[0];
        }
        if (value === "0")
          return 0;
        if (ch === "0") {
          if (value[1] === "b")
            return sign * parseInt(value.slice(2), 2);
          if (value[1] === "x")
            return sign * parseInt(value.slice(2), 16);
          if (value[1] === "o")
            return sign * parseInt(value.slice(2), 8);
        }
        return sign * parseInt(value, 10);
      }
      function constructYamlInteger(data) {
        return parseYamlInteger(data);
      }
      function isInteger(object2) {
        return Object.prototype.toString.call(object2) === "[object Number]" && (object2 % 1 === 0 && !common.isNegativeZero(object2));
      }
      module.exports = new Type2("tag:yaml.org,2002:int", {
        kind: "scalar",
        resolve: resolveYamlInteger,
        construct: constructYamlInteger,
        predicate: isInteger,
        represent: {
          binary: function(obj) {
            return obj >= 0 ? "0b" + obj.toString(2) : "-0b" + obj.toString(2).slice(1);
          },
          octal: function(obj) {
            return obj >= 0 ? "0o" + obj.toString(8) : "-0o" + obj.toString(8).slice(1);
          },
          decimal: function(obj) {
            return obj.toString(10);
          },
          hexadecimal: function(obj) {
            return obj >= 0 ? "0x" + obj.toString(16).toUpperCase() : "-0x" + obj.toString(16).toUpperCase().slice(1);
          }
        },
        defaultStyle: "decimal",
        styleAliases: {
          binary: [2, "bin"],
          octal: [8, "oct"],
          decimal: [10, "dec"],
          hexadecimal: [16, "hex"]
        }
      });
    }
  });

  // node_modules/js-yaml/lib/type/float.js
  var require_float = __commonJS({
    "node_modules/js-yaml/lib/type/float.js": function(exports, module) {
      "use strict";
      var common = require_common();
      var Type2 = require_type();
      var YAML_FLOAT_PATTERN = new RegExp(
        // 2.5e4, 2.5 and integers
        "^(?:[-+]?(?:[0-9]+)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$"
      );
      var YAML_FLOAT_SPECIAL_PATTERN = new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
      function resolveYamlFloat(data) {
        if (data === null)
          return false;
        if (!YAML_FLOAT_PATTERN.test(data)) {
          return false;
        }
        if (isFinite(parseFloat(data, 10))) {
          return true;
        }
        return YAML_FLOAT_SPECIAL_PATTERN.test(data);
      }
      function constructYamlFloat(data) {
        var value = data.toLowerCase();
        var sign = value[0] === "-" ? -1 : 1;
        if ("+-".indexOf(value[0]) >= 0) {
          value = value.slice(1);
        }
        if (value === ".inf") {
          return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
        } else if (value === ".nan") {
          return NaN;
        }
        return sign * parseFloat(value, 10);
      }
      var SCIENTIFIC_WITHOUT_DOT = /^[-+]?[0-9]+e/;
      function representYamlFloat(object2, style) {
        if (isNaN(object2)) {
          switch (style) {
            case "lowercase":
              return ".nan";
            case "uppercase":
              return ".NAN";
            case "camelcase":
              return ".NaN";
          }
        } else if (Number.POSITIVE_INFINITY === object2) {
          switch (style) {
            case "lowercase":
              return ".inf";
            case "uppercase":
              return ".INF";
            case "camelcase":
              return ".Inf";
          }
        } else if (Number.NEGATIVE_INFINITY === object2) {
          switch (style) {
            case "lowercase":
              return "-.inf";
            case "uppercase":
              return "-.INF";
            case "camelcase":
              return "-.Inf";
          }
        } else if (common.isNegativeZero(object2)) {
          return "-0.0";
        }
        var res = object2.toString(10);
        return SCIENTIFIC_WITHOUT_DOT.test(res) ? res.replace("e", ".e") : res;
      }
      function isFloat(object2) {
        return Object.prototype.toString.call(object2) === "[object Number]" && (object2 % 1 !== 0 || common.isNegativeZero(object2));
      }
      module.exports = new Type2("tag:yaml.org,2002:float", {
        kind: "scalar",
        resolve: resolveYamlFloat,
        construct: constructYamlFloat,
        predicate: isFloat,
        represent: representYamlFloat,
        defaultStyle: "lowercase"
      });
    }
  });

  // node_modules/js-yaml/lib/schema/json.js
  var require_json = __commonJS({
    "node_modules/js-yaml/lib/schema/json.js": function(exports, module) {
      "use strict";
      module.exports = require_failsafe().extend({
        implicit: [
          require_null(),
          require_bool(),
          require_int(),
          require_float()
        ]
      });
    }
  });

  // node_modules/js-yaml/lib/schema/core.js
  var require_core = __commonJS({
    "node_modules/js-yaml/lib/schema/core.js": function(exports, module) {
      "use strict";
      module.exports = require_json();
    }
  });

  // node_modules/js-yaml/lib/loader.js
  var require_loader = __commonJS({
    "node_modules/js-yaml/lib/loader.js": function(exports, module) {
      "use strict";
      var common = require_common();
      var YAMLException = require_exception();
      var makeSnippet = require_snippet();
      var DEFAULT_SCHEMA = require_core();
      var _hasOwnProperty = Object.prototype.hasOwnProperty;
      var CONTEXT_FLOW_IN = 1;
      var CONTEXT_FLOW_OUT = 2;
      var CONTEXT_BLOCK_IN = 3;
      var CONTEXT_BLOCK_OUT = 4;
      var CHOMPING_CLIP = 1;
      var CHOMPING_STRIP = 2;
      var CHOMPING_KEEP = 3;
      var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/;
      var PATTERN_NON_ASCII_LINE_BREAKS = /[\x85\u2028\u2029]/;
      var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
      var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
      var PATTERN_TAG_URI = /^(?:!|[^,\[\]{}])(?:%[0-9a-f]{2}|[0-9a-z\-#;/?:@&=+$,_.!~*'()\[\]])*$/i;
      function _class(obj) {
        return Object.prototype.toString.call(obj);
      }
      function isEol(c) {
        return c === 10 || c === 13;
      }
      function isWhiteSpace(c) {
        return c === 9 || c === 32;
      }
      function isWsOrEol(c) {
        return c === 9 || c === 32 || c === 10 || c === 13;
      }
      function isFlowIndicator(c) {
        return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
      }
      function fromHexCode(c) {
        if (c >= 48 && c <= 57) {
          return c - 48;
        }
        var lc = c | 32;
        if (lc >= 97 && lc <= 102) {
          return lc - 97 + 10;
        }
        return -1;
      }
      function escapedHexLen(c) {
        if (c === 120) {
          return 2;
        }
        if (c === 117) {
          return 4;
        }
        if (c === 85) {
          return 8;
        }
        return 0;
      }
      function fromDecimalCode(c) {
        if (c >= 48 && c <= 57) {
          return c - 48;
        }
        return -1;
      }
      function simpleEscapeSequence(c) {
        switch (c) {
          case 48:
            return "\0";
          case 97:
            return "\x07";
          case 98:
            return "\b";
          case 116:
            return "\t";
          case 9:
            return "\t";
          case 110:
            return "\n";
          case 118:
            return "\v";
          case 102:
            return "\f";
          case 114:
            return "\r";
          case 101:
            return "\x1B";
          case 32:
            return " ";
          case 34:
            return '"';
          case 47:
            return "/";
          case 92:
            return "\\";
          case 78:
            return "\x85";
          case 95:
            return "\xA0";
          case 76:
            return "\u2028";
          case 80:
            return "\u2029";
          default:
            return "";
        }
      }
      function charFromCodepoint(c) {
        if (c <= 65535) {
          return String.fromCharCode(c);
        }
        return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
      }
      function setProperty(object2, key, value) {
        if (key === "__proto__") {
          Object.defineProperty(object2, key, {
            configurable: true,
            enumerable: true,
            writable: true,
            value: value
          });
        } else {
          object2[key] = value;
        }
      }
      var simpleEscapeCheck = new Array(256);
      var simpleEscapeMap = new Array(256);
      for (i = 0; i < 256; i++) {
        simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
        simpleEscapeMap[i] = simpleEscapeSequence(i);
      }
      var i;
      function State(input, options) {
        this.input = input;
        this.filename = options["filename"] || null;
        this.schema = options["schema"] || DEFAULT_SCHEMA;
        this.onWarning = options["onWarning"] || null;
        this.legacy = options["legacy"] || false;
        this.json = options["json"] || false;
        this.listener = options["listener"] || null;
        this.maxDepth = typeof options["maxDepth"] === "number" ? options["maxDepth"] : 100;
        this.maxTotalMergeKeys = typeof options["maxTotalMergeKeys"] === "number" ? options["maxTotalMergeKeys"] : 1e4;
        this.implicitTypes = this.schema.compiledImplicit;
        this.typeMap = this.schema.compiledTypeMap;
        this.length = input.length;
        this.position = 0;
        this.line = 0;
        this.lineStart = 0;
        this.lineIndent = 0;
        this.depth = 0;
        this.totalMergeKeys = 0;
        this.firstTabInLine = -1;
        this.documents = [];
        this.anchorMapTransactions = [];
      }
      function generateError(state, message) {
        var mark = {
          name: state.filename,
          buffer: state.input.slice(0, -1),
          // omit trailing \0
          position: state.position,
          line: state.line,
          column: state.position - state.lineStart
        };
        mark.snippet = makeSnippet(mark);
        return new YAMLException(message, mark);
      }
      function throwError(state, message) {
        throw generateError(state, message);
      }
      function throwWarning(state, message) {
        if (state.onWarning) {
          state.onWarning.call(null, generateError(state, message));
        }
      }
      function storeAnchor(state, name, value) {
        var transactions = state.anchorMapTransactions;
        if (transactions.length !== 0) {
          var transaction = transactions[transactions.length - 1];
          if (!_hasOwnProperty.call(transaction, name)) {
            transaction[name] = {
              existed: _hasOwnProperty.call(state.anchorMap, name),
              value: state.anchorMap[name]
            };
          }
        }
        state.anchorMap[name] = value;
      }
      function beginAnchorTransaction(state) {
        state.anchorMapTransactions.push(/* @__PURE__ */ Object.create(null));
      }
      function commitAnchorTransaction(state) {
        var transaction = state.anchorMapTransactions.pop();
        var transactions = state.anchorMapTransactions;
        if (transactions.length === 0)
          return;
        var parent = transactions[transactions.length - 1];
        var names = Object.keys(transaction);
        for (var index = 0, length = names.length; index < length; index += 1) {
          var name = names[index];
          if (!_hasOwnProperty.call(parent, name)) {
            parent[name] = transaction[name];
          }
        }
      }
      function rollbackAnchorTransaction(state) {
        var transaction = state.anchorMapTransactions.pop();
        var names = Object.keys(transaction);
        for (var index = names.length - 1; index >= 0; index -= 1) {
          var entry = transaction[names[index]];
          if (entry.existed) {
            state.anchorMap[names[index]] = entry.value;
          } else {
            delete state.anchorMap[names[index]];
          }
        }
      }
      function snapshotState(state) {
        return {
          position: state.position,
          line: state.line,
          lineStart: state.lineStart,
          lineIndent: state.lineIndent,
          firstTabInLine: state.firstTabInLine,
          tag: state.tag,
          anchor: state.anchor,
          kind: state.kind,
          result: state.result
        };
      }
      function restoreState(state, snapshot) {
        state.position = snapshot.position;
        state.line = snapshot.line;
        state.lineStart = snapshot.lineStart;
        state.lineIndent = snapshot.lineIndent;
        state.firstTabInLine = snapshot.firstTabInLine;
        state.tag = snapshot.tag;
        state.anchor = snapshot.anchor;
        state.kind = snapshot.kind;
        state.result = snapshot.result;
      }
      var directiveHandlers = {
        YAML: function handleYamlDirective(state, name, args2) {
          if (state.version !== null) {
            throwError(state, "duplication of %YAML directive");
          }
          if (args2.length !== 1) {
            throwError(state, "YAML directive accepts exactly one argument");
          }
          var match = /^([0-9]+)\.([0-9]+)$/.exec(args2[0]);
          if (match === null) {
            throwError(state, "ill-formed argument of the YAML directive");
          }
          var major = parseInt(match[1], 10);
          var minor = parseInt(match[2], 10);
          if (major !== 1) {
            throwError(state, "unacceptable YAML version of the document");
          }
          state.version = args2[0];
          state.checkLineBreaks = minor < 2;
          if (minor !== 1 && minor !== 2) {
            throwWarning(state, "unsupported YAML version of the document");
          }
        },
        TAG: function handleTagDirective(state, name, args2) {
          var prefix;
          if (args2.length !== 2) {
            throwError(state, "TAG directive accepts exactly two arguments");
          }
          var handle = args2[0];
          prefix = args2[1];
          if (!PATTERN_TAG_HANDLE.test(handle)) {
            throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
          }
          if (_hasOwnProperty.call(state.tagMap, handle)) {
            throwError(state, 'there is a previously declared suffix for "' + handle + '" tag handle');
          }
          if (!PATTERN_TAG_URI.test(prefix)) {
            throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
          }
          try {
            prefix = decodeURIComponent(prefix);
          } catch (err) {
            throwError(state, "tag prefix is malformed: " + prefix);
          }
          state.tagMap[handle] = prefix;
        }
      };
      function captureSegment(state, start, end, checkJson) {
        if (start < end) {
          var _result = state.input.slice(start, end);
          if (checkJson) {
            for (var _position = 0, _length = _result.length; _position < _length; _position += 1) {
              var _character = _result.charCodeAt(_position);
              if (!(_character === 9 || _character >= 32 && _character <= 1114111)) {
                throwError(state, "expected valid JSON character");
              }
            }
          } else if (PATTERN_NON_PRINTABLE.test(_result)) {
            throwError(state, "the stream contains non-printable characters");
          }
          state.result += _result;
        }
      }
      function chargeMergeWork(state) {
        state.totalMergeKeys++;
        if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) {
          throwError(state, "merge keys exceeded maxTotalMergeKeys (" + state.maxTotalMergeKeys + ")");
        }
      }
      function mergeMappings(state, destination, source, overridableKeys) {
        if (!common.isObject(source)) {
          throwError(state, "cannot merge mappings; the provided source object is unacceptable");
        }
        chargeMergeWork(state);
        var sourceKeys = Object.keys(source);
        for (var index = 0, quantity = sourceKeys.length; index < quantity; index += 1) {
          var key = sourceKeys[index];
          chargeMergeWork(state);
          if (!_hasOwnProperty.call(destination, key)) {
            setProperty(destination, key, source[key]);
            overridableKeys[key] = true;
          }
        }
      }
      function storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, startLine, startLineStart, startPos) {
        if (Array.isArray(keyNode)) {
          keyNode = Array.prototype.slice.call(keyNode);
          for (var index = 0, quantity = keyNode.length; index < quantity; index += 1) {
            if (Array.isArray(keyNode[index])) {
              throwError(state, "nested arrays are not supported inside keys");
            }
            if (typeof keyNode === "object" && _class(keyNode[index]) === "[object Object]") {
              keyNode[index] = "[object Object]";
            }
          }
        }
        if (typeof keyNode === "object" && _class(keyNode) === "[object Object]") {
          keyNode = "[object Object]";
        }
        keyNode = String(keyNode);
        if (_result === null) {
          _result = {};
        }
        if (keyTag === "tag:yaml.org,2002:merge") {
          if (Array.isArray(valueNode)) {
            if (valueNode.length > 100) {
              throwError(state, "abnormal merge sequence size");
            }
            for (var index = 0, quantity = valueNode.length; index < quantity; index += 1) {
              mergeMappings(state, _result, valueNode[index], overridableKeys);
            }
          } else {
            mergeMappings(state, _result, valueNode, overridableKeys);
          }
        } else {
          if (!state.json && !_hasOwnProperty.call(overridableKeys, keyNode) && _hasOwnProperty.call(_result, keyNode)) {
            state.line = startLine || state.line;
            state.lineStart = startLineStart || state.lineStart;
            state.position = startPos || state.position;
            throwError(state, "duplicated mapping key");
          }
          setProperty(_result, keyNode, valueNode);
          delete overridableKeys[keyNode];
        }
        return _result;
      }
      function readLineBreak(state) {
        var ch = state.input.charCodeAt(state.position);
        if (ch === 10) {
          state.position++;
        } else if (ch === 13) {
          state.position++;
          if (state.input.charCodeAt(state.position) === 10) {
            state.position++;
          }
        } else {
          throwError(state, "a line break is expected");
        }
        state.line += 1;
        state.lineStart = state.position;
        state.firstTabInLine = -1;
      }
      function skipSeparationSpace(state, allowComments, checkIndent) {
        var lineBreaks = 0;
        var ch = state.input.charCodeAt(state.position);
        while (ch !== 0) {
          while (isWhiteSpace(ch)) {
            if (ch === 9 && state.firstTabInLine === -1) {
              state.firstTabInLine = state.position;
            }
            ch = state.input.charCodeAt(++state.position);
          }
          if (allowComments && ch === 35) {
            do {
              ch = state.input.charCodeAt(++state.position);
            } while (ch !== 10 && ch !== 13 && ch !== 0);
          }
          if (isEol(ch)) {
            readLineBreak(state);
            ch = state.input.charCodeAt(state.position);
            lineBreaks++;
            state.lineIndent = 0;
            while (ch === 32) {
              state.lineIndent++;
              ch = state.input.charCodeAt(++state.position);
            }
          } else {
            break;
          }
        }
        if (checkIndent !== -1 && lineBreaks !== 0 && state.lineIndent < checkIndent) {
          throwWarning(state, "deficient indentation");
        }
        return lineBreaks;
      }
      function testDocumentSeparator(state) {
        var _position = state.position;
        var ch = state.input.charCodeAt(_position);
        if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(_position + 1) && ch === state.input.charCodeAt(_position + 2)) {
          _position += 3;
          ch = state.input.charCodeAt(_position);
          if (ch === 0 || isWsOrEol(ch)) {
            return true;
          }
        }
        return false;
      }
      function writeFoldedLines(state, count) {
        if (count === 1) {
          state.result += " ";
        } else if (count > 1) {
          state.result += common.repeat("\n", count - 1);
        }
      }
      function readPlainScalar(state, nodeIndent, withinFlowCollection) {
        var captureStart;
        var captureEnd;
        var hasPendingContent;
        var _line;
        var _lineStart;
        var _lineIndent;
        var _kind = state.kind;
        var _result = state.result;
        var ch = state.input.charCodeAt(state.position);
        if (isWsOrEol(ch) || isFlowIndicator(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96) {
          return false;
        }
        if (ch === 63 || ch === 45) {
          var following = state.input.charCodeAt(state.position + 1);
          if (isWsOrEol(following) || withinFlowCollection && isFlowIndicator(following)) {
            return false;
          }
        }
        state.kind = "scalar";
        state.result = "";
        captureStart = captureEnd = state.position;
        hasPendingContent = false;
        while (ch !== 0) {
          if (ch === 58) {
            var following = state.input.charCodeAt(state.position + 1);
            if (isWsOrEol(following) || withinFlowCollection && isFlowIndicator(following)) {
              break;
            }
          } else if (ch === 35) {
            var preceding = state.input.charCodeAt(state.position - 1);
            if (isWsOrEol(preceding)) {
              break;
            }
          } else if (state.position === state.lineStart && testDocumentSeparator(state) || withinFlowCollection && isFlowIndicator(ch)) {
            break;
          } else if (isEol(ch)) {
            _line = state.line;
            _lineStart = state.lineStart;
            _lineIndent = state.lineIndent;
            skipSeparationSpace(state, false, -1);
            if (state.lineIndent >= nodeIndent) {
              hasPendingContent = true;
              ch = state.input.charCodeAt(state.position);
              continue;
            } else {
              state.position = captureEnd;
              state.line = _line;
              state.lineStart = _lineStart;
              state.lineIndent = _lineIndent;
              break;
            }
          }
          if (hasPendingContent) {
            captureSegment(state, captureStart, captureEnd, false);
            writeFoldedLines(state, state.line - _line);
            captureStart = captureEnd = state.position;
            hasPendingContent = false;
          }
          if (!isWhiteSpace(ch)) {
            captureEnd = state.position + 1;
          }
          ch = state.input.charCodeAt(++state.position);
        }
        captureSegment(state, captureStart, captureEnd, false);
        if (state.result) {
          return true;
        }
        state.kind = _kind;
        state.result = _result;
        return false;
      }
      function readSingleQuotedScalar(state, nodeIndent) {
        var captureStart;
        var captureEnd;
        var ch = state.input.charCodeAt(state.position);
        if (ch !== 39) {
          return false;
        }
        state.kind = "scalar";
        state.result = "";
        state.position++;
        captureStart = captureEnd = state.position;
        while ((ch = state.input.charCodeAt(state.position)) !== 0) {
          if (ch === 39) {
            captureSegment(state, captureStart, state.position, true);
            ch = state.input.charCodeAt(++state.position);
            if (ch === 39) {
              captureStart = state.position;
              state.position++;
              captureEnd = state.position;
            } else {
              return true;
            }
          } else if (isEol(ch)) {
            captureSegment(state, captureStart, captureEnd, true);
            writeFoldedLines(state, skipSeparationSpace(state, false, nodeIndent));
            captureStart = captureEnd = state.position;
          } else if (state.position === state.lineStart && testDocumentSeparator(state)) {
            throwError(state, "unexpected end of the document within a single quoted scalar");
          } else {
            state.position++;
            if (!isWhiteSpace(ch)) {
              captureEnd = state.position;
            }
          }
        }
        throwError(state, "unexpected end of the stream within a single quoted scalar");
      }
      function readDoubleQuotedScalar(state, nodeIndent) {
        var captureStart;
        var captureEnd;
        var tmp;
        var ch = state.input.charCodeAt(state.position);
        if (ch !== 34) {
          return false;
        }
        state.kind = "scalar";
        state.result = "";
        state.position++;
        captureStart = captureEnd = state.position;
        while ((ch = state.input.charCodeAt(state.position)) !== 0) {
          if (ch === 34) {
            captureSegment(state, captureStart, state.position, true);
            state.position++;
            return true;
          } else if (ch === 92) {
            captureSegment(state, captureStart, state.position, true);
            ch = state.input.charCodeAt(++state.position);
            if (isEol(ch)) {
              skipSeparationSpace(state, false, nodeIndent);
            } else if (ch < 256 && simpleEscapeCheck[ch]) {
              state.result += simpleEscapeMap[ch];
              state.position++;
            } else if ((tmp = escapedHexLen(ch)) > 0) {
              var hexLength = tmp;
              var hexResult = 0;
              for (; hexLength > 0; hexLength--) {
                ch = state.input.charCodeAt(++state.position);
                if ((tmp = fromHexCode(ch)) >= 0) {
                  hexResult = (hexResult << 4) + tmp;
                } else {
                  throwError(state, "expected hexadecimal character");
                }
              }
              state.result += charFromCodepoint(hexResult);
              state.position++;
            } else {
              throwError(state, "unknown escape sequence");
            }
            captureStart = captureEnd = state.position;
          } else if (isEol(ch)) {
            captureSegment(state, captureStart, captureEnd, true);
            writeFoldedLines(state, skipSeparationSpace(state, false, nodeIndent));
            captureStart = captureEnd = state.position;
          } else if (state.position === state.lineStart && testDocumentSeparator(state)) {
            throwError(state, "unexpected end of the document within a double quoted scalar");
          } else {
            state.position++;
            if (!isWhiteSpace(ch)) {
              captureEnd = state.position;
            }
          }
        }
        throwError(state, "unexpected end of the stream within a double quoted scalar");
      }
      function readFlowCollection(state, nodeIndent) {
        var readNext = true;
        var _line;
        var _lineStart;
        var _pos;
        var _tag = state.tag;
        var _result;
        var _anchor = state.anchor;
        var terminator;
        var isPair;
        var isExplicitPair;
        var isMapping;
        var overridableKeys = /* @__PURE__ */ Object.create(null);
        var keyNode;
        var keyTag;
        var valueNode;
        var ch = state.input.charCodeAt(state.position);
        if (ch === 91) {
          terminator = 93;
          isMapping = false;
          _result = [];
        } else if (ch === 123) {
          terminator = 125;
          isMapping = true;
          _result = {};
        } else {
          return false;
        }
        if (state.anchor !== null) {
          storeAnchor(state, state.anchor, _result);
        }
        ch = state.input.charCodeAt(++state.position);
        while (ch !== 0) {
          skipSeparationSpace(state, true, nodeIndent);
          ch = state.input.charCodeAt(state.position);
          if (ch === terminator) {
            state.position++;
            state.tag = _tag;
            state.anchor = _anchor;
            state.kind = isMapping ? "mapping" : "sequence";
            state.result = _result;
            return true;
          } else if (!readNext) {
            throwError(state, "missed comma between flow collection entries");
          } else if (ch === 44) {
            throwError(state, "expected the node content, but found ','");
          }
          keyTag = keyNode = valueNode = null;
          isPair = isExplicitPair = false;
          if (ch === 63) {
            var following = state.input.charCodeAt(state.position + 1);
            if (isWsOrEol(following)) {
              isPair = isExplicitPair = true;
              state.position++;
              skipSeparationSpace(state, true, nodeIndent);
            }
          }
          _line = state.line;
          _lineStart = state.lineStart;
          _pos = state.position;
          composeNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
          keyTag = state.tag;
          keyNode = state.result;
          skipSeparationSpace(state, true, nodeIndent);
          ch = state.input.charCodeAt(state.position);
          if ((isExplicitPair || state.line === _line) && ch === 58) {
            isPair = true;
            ch = state.input.charCodeAt(++state.position);
            skipSeparationSpace(state, true, nodeIndent);
            composeNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
            valueNode = state.result;
          }
          if (isMapping) {
            storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, _line, _lineStart, _pos);
          } else if (isPair) {
            _result.push(storeMappingPair(state, null, overridableKeys, keyTag, keyNode, valueNode, _line, _lineStart, _pos));
          } else {
            _result.push(keyNode);
          }
          skipSeparationSpace(state, true, nodeIndent);
          ch = state.input.charCodeAt(state.position);
          if (ch === 44) {
            readNext = true;
            ch = state.input.charCodeAt(++state.position);
          } else {
            readNext = false;
          }
        }
        throwError(state, "unexpected end of the stream within a flow collection");
      }
      function readBlockScalar(state, nodeIndent) {
        var folding;
        var chomping = CHOMPING_CLIP;
        var didReadContent = false;
        var detectedIndent = false;
        var textIndent = nodeIndent;
        var emptyLines = 0;
        var atMoreIndented = false;
        var tmp;
        var ch = state.input.charCodeAt(state.position);
        if (ch === 124) {
          folding = false;
        } else if (ch === 62) {
          folding = true;
        } else {
          return false;
        }
        state.kind = "scalar";
        state.result = "";
        while (ch !== 0) {
          ch = state.input.charCodeAt(++state.position);
          if (ch === 43 || ch === 45) {
            if (CHOMPING_CLIP === chomping) {
              chomping = ch === 43 ? CHOMPING_KEEP : CHOMPING_STRIP;
            } else {
              throwError(state, "repeat of a chomping mode identifier");
            }
          } else if ((tmp = fromDecimalCode(ch)) >= 0) {
            if (tmp === 0) {
              throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
            } else if (!detectedIndent) {
              textIndent = nodeIndent + tmp - 1;
              detectedIndent = true;
            } else {
              throwError(state, "repeat of an indentation width identifier");
            }
          } else {
            break;
          }
        }
        if (isWhiteSpace(ch)) {
          do {
            ch = state.input.charCodeAt(++state.position);
          } while (isWhiteSpace(ch));
          if (ch === 35) {
            do {
              ch = state.input.charCodeAt(++state.position);
            } while (!isEol(ch) && ch !== 0);
          }
        }
        while (ch !== 0) {
          readLineBreak(state);
          state.lineIndent = 0;
          ch = state.input.charCodeAt(state.position);
          while ((!detectedIndent || state.lineIndent < textIndent) && ch === 32) {
            state.lineIndent++;
            ch = state.input.charCodeAt(++state.position);
          }
          if (!detectedIndent && state.lineIndent > textIndent) {
            textIndent = state.lineIndent;
          }
          if (isEol(ch)) {
            emptyLines++;
            continue;
          }
          if (!detectedIndent && textIndent === 0) {
            throwError(state, "missing indentation for block scalar");
          }
          if (state.lineIndent < textIndent) {
            if (chomping === CHOMPING_KEEP) {
              state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
            } else if (chomping === CHOMPING_CLIP) {
              if (didReadContent) {
                state.result += "\n";
              }
            }
            break;
          }
          if (folding) {
            if (isWhiteSpace(ch)) {
              atMoreIndented = true;
              state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
            } else if (atMoreIndented) {
              atMoreIndented = false;
              state.result += common.repeat("\n", emptyLines + 1);
            } else if (emptyLines === 0) {
              if (didReadContent) {
                state.result += " ";
              }
            } else {
              state.result += common.repeat("\n", emptyLines);
            }
          } else {
            state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
          }
          didReadContent = true;
          detectedIndent = true;
          emptyLines = 0;
          var captureStart = state.position;
          while (!isEol(ch) && ch !== 0) {
            ch = state.input.charCodeAt(++state.position);
          }
          captureSegment(state, captureStart, state.position, false);
        }
        return true;
      }
      function readBlockSequence(state, nodeIndent) {
        var _tag = state.tag;
        var _anchor = state.anchor;
        var _result = [];
        var detected = false;
        if (state.firstTabInLine !== -1)
          return false;
        if (state.anchor !== null) {
          storeAnchor(state, state.anchor, _result);
        }
        var ch = state.input.charCodeAt(state.position);
        while (ch !== 0) {
          if (state.firstTabInLine !== -1) {
            state.position = state.firstTabInLine;
            throwError(state, "tab characters must not be used in indentation");
          }
          if (ch !== 45) {
            break;
          }
          var following = state.input.charCodeAt(state.position + 1);
          if (!isWsOrEol(following)) {
            break;
          }
          detected = true;
          state.position++;
          if (skipSeparationSpace(state, true, -1)) {
            if (state.lineIndent <= nodeIndent) {
              _result.push(null);
              ch = state.input.charCodeAt(state.position);
              continue;
            }
          }
          var _line = state.line;
          composeNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
          _result.push(state.result);
          skipSeparationSpace(state, true, -1);
          ch = state.input.charCodeAt(state.position);
          if ((state.line === _line || state.lineIndent > nodeIndent) && ch !== 0) {
            throwError(state, "bad indentation of a sequence entry");
          } else if (state.lineIndent < nodeIndent) {
            break;
          }
        }
        if (detected) {
          state.tag = _tag;
          state.anchor = _anchor;
          state.kind = "sequence";
          state.result = _result;
          return true;
        }
        return false;
      }
      function readBlockMapping(state, nodeIndent, flowIndent) {
        var allowCompact;
        var _keyLine;
        var _keyLineStart;
        var _keyPos;
        var _tag = state.tag;
        var _anchor = state.anchor;
        var _result = {};
        var overridableKeys = /* @__PURE__ */ Object.create(null);
        var keyTag = null;
        var keyNode = null;
        var valueNode = null;
        var atExplicitKey = false;
        var detected = false;
        if (state.firstTabInLine !== -1)
          return false;
        if (state.anchor !== null) {
          storeAnchor(state, state.anchor, _result);
        }
        var ch = state.input.charCodeAt(state.position);
        while (ch !== 0) {
          if (!atExplicitKey && state.firstTabInLine !== -1) {
            state.position = state.firstTabInLine;
            throwError(state, "tab characters must not be used in indentation");
          }
          var following = state.input.charCodeAt(state.position + 1);
          var _line = state.line;
          if ((ch === 63 || ch === 58) && isWsOrEol(following)) {
            if (ch === 63) {
              if (atExplicitKey) {
                storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
                keyTag = keyNode = valueNode = null;
              }
              detected = true;
              atExplicitKey = true;
              allowCompact = true;
            } else if (atExplicitKey) {
              atExplicitKey = false;
              allowCompact = true;
            } else {
              throwError(state, "incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line");
            }
            state.position += 1;
            ch = following;
          } else {
            _keyLine = state.line;
            _keyLineStart = state.lineStart;
            _keyPos = state.position;
            if (!composeNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) {
              break;
            }
            if (state.line === _line) {
              ch = state.input.charCodeAt(state.position);
              while (isWhiteSpace(ch)) {
                ch = state.input.charCodeAt(++state.position);
              }
              if (ch === 58) {
                ch = state.input.charCodeAt(++state.position);
                if (!isWsOrEol(ch)) {
                  throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
                }
                if (atExplicitKey) {
                  storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
                  keyTag = keyNode = valueNode = null;
                }
                detected = true;
                atExplicitKey = false;
                allowCompact = false;
                keyTag = state.tag;
                keyNode = state.result;
              } else if (detected) {
                throwError(state, "can not read an implicit mapping pair; a colon is missed");
              } else {
                state.tag = _tag;
                state.anchor = _anchor;
                return true;
              }
            } else if (detected) {
              throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
            } else {
              state.tag = _tag;
              state.anchor = _anchor;
              return true;
            }
          }
          if (state.line === _line || state.lineIndent > nodeIndent) {
            if (atExplicitKey) {
              _keyLine = state.line;
              _keyLineStart = state.lineStart;
              _keyPos = state.position;
            }
            if (composeNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, allowCompact)) {
              if (atExplicitKey) {
                keyNode = state.result;
              } else {
                valueNode = state.result;
              }
            }
            if (!atExplicitKey) {
              storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, _keyLine, _keyLineStart, _keyPos);
              keyTag = keyNode = valueNode = null;
            }
            skipSeparationSpace(state, true, -1);
            ch = state.input.charCodeAt(state.position);
          }
          if ((state.line === _line || state.lineIndent > nodeIndent) && ch !== 0) {
            throwError(state, "bad indentation of a mapping entry");
          } else if (state.lineIndent < nodeIndent) {
            break;
          }
        }
        if (atExplicitKey) {
          storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
        }
        if (detected) {
          state.tag = _tag;
          state.anchor = _anchor;
          state.kind = "mapping";
          state.result = _result;
        }
        return detected;
      }
      function readTagProperty(state) {
        var isVerbatim = false;
        var isNamed = false;
        var tagHandle;
        var tagName;
        var ch = state.input.charCodeAt(state.position);
        if (ch !== 33)
          return false;
        if (state.tag !== null) {
          throwError(state, "duplication of a tag property");
        }
        ch = state.input.charCodeAt(++state.position);
        if (ch === 60) {
          isVerbatim = true;
          ch = state.input.charCodeAt(++state.position);
        } else if (ch === 33) {
          isNamed = true;
          tagHandle = "!!";
          ch = state.input.charCodeAt(++state.position);
        } else {
          tagHandle = "!";
        }
        var _position = state.position;
        if (isVerbatim) {
          do {
            ch = state.input.charCodeAt(++state.position);
          } while (ch !== 0 && ch !== 62);
          if (state.position < state.length) {
            tagName = state.input.slice(_position, state.position);
            ch = state.input.charCodeAt(++state.position);
          } else {
            throwError(state, "unexpected end of the stream within a verbatim tag");
          }
        } else {
          while (ch !== 0 && !isWsOrEol(ch)) {
            if (ch === 33) {
              if (!isNamed) {
                tagHandle = state.input.slice(_position - 1, state.position + 1);
                if (!PATTERN_TAG_HANDLE.test(tagHandle)) {
                  throwError(state, "named tag handle cannot contain such characters");
                }
                isNamed = true;
                _position = state.position + 1;
              } else {
                throwError(state, "tag suffix cannot contain exclamation marks");
              }
            }
            ch = state.input.charCodeAt(++state.position);
          }
          tagName = state.input.slice(_position, state.position);
          if (PATTERN_FLOW_INDICATORS.test(tagName)) {
            throwError(state, "tag suffix cannot contain flow indicator characters");
          }
        }
        if (tagName && !PATTERN_TAG_URI.test(tagName)) {
          throwError(state, "tag name cannot contain such characters: " + tagName);
        }
        try {
          tagName = decodeURIComponent(tagName);
        } catch (err) {
          throwError(state, "tag name is malformed: " + tagName);
        }
        if (isVerbatim) {
          state.tag = tagName;
        } else if (_hasOwnProperty.call(state.tagMap, tagHandle)) {
          state.tag = state.tagMap[tagHandle] + tagName;
        } else if (tagHandle === "!") {
          state.tag = "!" + tagName;
        } else if (tagHandle === "!!") {
          state.tag = "tag:yaml.org,2002:" + tagName;
        } else {
          throwError(state, 'undeclared tag handle "' + tagHandle + '"');
        }
        return true;
      }
      function readAnchorProperty(state) {
        var ch = state.input.charCodeAt(state.position);
        if (ch !== 38)
          return false;
        if (state.anchor !== null) {
          throwError(state, "duplication of an anchor property");
        }
        ch = state.input.charCodeAt(++state.position);
        var _position = state.position;
        while (ch !== 0 && !isWsOrEol(ch) && !isFlowIndicator(ch)) {
          ch = state.input.charCodeAt(++state.position);
        }
        if (state.position === _position) {
          throwError(state, "name of an anchor node must contain at least one character");
        }
        state.anchor = state.input.slice(_position, state.position);
        return true;
      }
      function readAlias(state) {
        var ch = state.input.charCodeAt(state.position);
        if (ch !== 42)
          return false;
        ch = state.input.charCodeAt(++state.position);
        var _position = state.position;
        while (ch !== 0 && !isWsOrEol(ch) && !isFlowIndicator(ch)) {
          ch = state.input.charCodeAt(++state.position);
        }
        if (state.position === _position) {
          throwError(state, "name of an alias node must contain at least one character");
        }
        var alias = state.input.slice(_position, state.position);
        if (!_hasOwnProperty.call(state.anchorMap, alias)) {
          throwError(state, 'unidentified alias "' + alias + '"');
        }
        state.result = state.anchorMap[alias];
        skipSeparationSpace(state, true, -1);
        return true;
      }
      function tryReadBlockMappingFromProperty(state, propertyStart, nodeIndent, flowIndent) {
        var fallbackState = snapshotState(state);
        beginAnchorTransaction(state);
        restoreState(state, propertyStart);
        state.tag = null;
        state.anchor = null;
        state.kind = null;
        state.result = null;
        if (readBlockMapping(state, nodeIndent, flowIndent) && state.kind === "mapping") {
          commitAnchorTransaction(state);
          return true;
        }
        rollbackAnchorTransaction(state);
        restoreState(state, fallbackState);
        return false;
      }
      function composeNode(state, parentIndent, nodeContext, allowToSeek, allowCompact) {
        var allowBlockScalars;
        var allowBlockCollections;
        var indentStatus = 1;
        var atNewLine = false;
        var hasContent2 = false;
        var propertyStart = null;
        var type;
        var flowIndent;
        var blockIndent;
        if (state.depth >= state.maxDepth) {
          throwError(state, "nesting exceeded maxDepth (" + state.maxDepth + ")");
        }
        state.depth += 1;
        if (state.listener !== null) {
          state.listener("open", state);
        }
        state.tag = null;
        state.anchor = null;
        state.kind = null;
        state.result = null;
        var allowBlockStyles = allowBlockScalars = allowBlockCollections = CONTEXT_BLOCK_OUT === nodeContext || CONTEXT_BLOCK_IN === nodeContext;
        if (allowToSeek) {
          if (skipSeparationSpace(state, true, -1)) {
            atNewLine = true;
            if (state.lineIndent > parentIndent) {
              indentStatus = 1;
            } else if (state.lineIndent === parentIndent) {
              indentStatus = 0;
            } else if (state.lineIndent < parentIndent) {
              indentStatus = -1;
            }
          }
        }
        if (indentStatus === 1) {
          while (true) {
            var ch = state.input.charCodeAt(state.position);
            var propertyState = snapshotState(state);
            if (atNewLine && (ch === 33 && state.tag !== null || ch === 38 && state.anchor !== null)) {
              break;
            }
            if (!readTagProperty(state) && !readAnchorProperty(state)) {
              break;
            }
            if (propertyStart === null) {
              propertyStart = propertyState;
            }
            if (skipSeparationSpace(state, true, -1)) {
              atNewLine = true;
              allowBlockCollections = allowBlockStyles;
              if (state.lineIndent > parentIndent) {
                indentStatus = 1;
              } else if (state.lineIndent === parentIndent) {
                indentStatus = 0;
              } else if (state.lineIndent < parentIndent) {
                indentStatus = -1;
              }
            } else {
              allowBlockCollections = false;
            }
          }
        }
        if (allowBlockCollections) {
          allowBlockCollections = atNewLine || allowCompact;
        }
        if (indentStatus === 1 || CONTEXT_BLOCK_OUT === nodeContext) {
          if (CONTEXT_FLOW_IN === nodeContext || CONTEXT_FLOW_OUT === nodeContext) {
            flowIndent = parentIndent;
          } else {
            flowIndent = parentIndent + 1;
          }
          blockIndent = state.position - state.lineStart;
          if (indentStatus === 1) {
            if (allowBlockCollections && (readBlockSequence(state, blockIndent) || readBlockMapping(state, blockIndent, flowIndent)) || readFlowCollection(state, flowIndent)) {
              hasContent2 = true;
            } else {
              var ch = state.input.charCodeAt(state.position);
              if (propertyStart !== null && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62 && tryReadBlockMappingFromProperty(state, propertyStart, propertyStart.position - propertyStart.lineStart, flowIndent)) {
                hasContent2 = true;
              } else if (allowBlockScalars && readBlockScalar(state, flowIndent) || readSingleQuotedScalar(state, flowIndent) || readDoubleQuotedScalar(state, flowIndent)) {
                hasContent2 = true;
              } else if (readAlias(state)) {
                hasContent2 = true;
                if (state.tag !== null || state.anchor !== null) {
                  throwError(state, "alias node should not have any properties");
                }
              } else if (readPlainScalar(state, flowIndent, CONTEXT_FLOW_IN === nodeContext)) {
                hasContent2 = true;
                if (state.tag === null) {
                  state.tag = "?";
                }
              }
              if (state.anchor !== null) {
                storeAnchor(state, state.anchor, state.result);
              }
            }
          } else if (indentStatus === 0) {
            hasContent2 = allowBlockCollections && readBlockSequence(state, blockIndent);
          }
        }
        if (state.tag === null) {
          if (state.anchor !== null) {
            storeAnchor(state, state.anchor, state.result);
          }
        } else if (state.tag === "?") {
          if (state.result !== null && state.kind !== "scalar") {
            throwError(state, 'unacceptable node kind for !<?> tag; it should be "scalar", not "' + state.kind + '"');
          }
          for (var typeIndex = 0, typeQuantity = state.implicitTypes.length; typeIndex < typeQuantity; typeIndex += 1) {
            type = state.implicitTypes[typeIndex];
            if (type.resolve(state.result)) {
              state.result = type.construct(state.result);
              state.tag = type.tag;
              if (state.anchor !== null) {
                storeAnchor(state, state.anchor, state.result);
              }
              break;
            }
          }
        } else if (state.tag !== "!") {
          if (_hasOwnProperty.call(state.typeMap[state.kind || "fallback"], state.tag)) {
            type = state.typeMap[state.kind || "fallback"][state.tag];
          } else {
            type = null;
            var typeList = state.typeMap.multi[state.kind || "fallback"];
            for (var typeIndex = 0, typeQuantity = typeList.length; typeIndex < typeQuantity; typeIndex += 1) {
              if (state.tag.slice(0, typeList[typeIndex].tag.length) === typeList[typeIndex].tag) {
                type = typeList[typeIndex];
                break;
              }
            }
          }
          if (!type) {
            throwError(state, "unknown tag !<" + state.tag + ">");
          }
          if (state.result !== null && type.kind !== state.kind) {
            throwError(state, "unacceptable node kind for !<" + state.tag + '> tag; it should be "' + type.kind + '", not "' + state.kind + '"');
          }
          if (!type.resolve(state.result, state.tag)) {
            throwError(state, "cannot resolve a node with !<" + state.tag + "> explicit tag");
          } else {
            state.result = type.construct(state.result, state.tag);
            if (state.anchor !== null) {
              storeAnchor(state, state.anchor, state.result);
            }
          }
        }
        if (state.listener !== null) {
          state.listener("close", state);
        }
        state.depth -= 1;
        return state.tag !== null || state.anchor !== null || hasContent2;
      }
      function readDocument(state) {
        var documentStart = state.position;
        var hasDirectives = false;
        var ch;
        state.version = null;
        state.checkLineBreaks = state.legacy;
        state.tagMap = /* @__PURE__ */ Object.create(null);
        state.anchorMap = /* @__PURE__ */ Object.create(null);
        while ((ch = state.input.charCodeAt(state.position)) !== 0) {
          skipSeparationSpace(state, true, -1);
          ch = state.input.charCodeAt(state.position);
          if (state.lineIndent > 0 || ch !== 37) {
            break;
          }
          hasDirectives = true;
          ch = state.input.charCodeAt(++state.position);
          var _position = state.position;
          while (ch !== 0 && !isWsOrEol(ch)) {
            ch = state.input.charCodeAt(++state.position);
          }
          var directiveName = state.input.slice(_position, state.position);
          var directiveArgs = [];
          if (directiveName.length < 1) {
            throwError(state, "directive name must not be less than one character in length");
          }
          while (ch !== 0) {
            while (isWhiteSpace(ch)) {
              ch = state.input.charCodeAt(++state.position);
            }
            if (ch === 35) {
              do {
                ch = state.input.charCodeAt(++state.position);
              } while (ch !== 0 && !isEol(ch));
              break;
            }
            if (isEol(ch))
              break;
            _position = state.position;
            while (ch !== 0 && !isWsOrEol(ch)) {
              ch = state.input.charCodeAt(++state.position);
            }
            directiveArgs.push(state.input.slice(_position, state.position));
          }
          if (ch !== 0)
            readLineBreak(state);
          if (_hasOwnProperty.call(directiveHandlers, directiveName)) {
            directiveHandlers[directiveName](state, directiveName, directiveArgs);
          } else {
            throwWarning(state, 'unknown document directive "' + directiveName + '"');
          }
        }
        skipSeparationSpace(state, true, -1);
        if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45) {
          state.position += 3;
          skipSeparationSpace(state, true, -1);
        } else if (hasDirectives) {
          throwError(state, "directives end mark is expected");
        }
        composeNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, true);
        skipSeparationSpace(state, true, -1);
        if (state.checkLineBreaks && PATTERN_NON_ASCII_LINE_BREAKS.test(state.input.slice(documentStart, state.position))) {
          throwWarning(state, "non-ASCII line breaks are interpreted as content");
        }
        state.documents.push(state.result);
        if (state.position === state.lineStart && testDocumentSeparator(state)) {
          if (state.input.charCodeAt(state.position) === 46) {
            state.position += 3;
            skipSeparationSpace(state, true, -1);
          }
          return;
        }
        if (state.position < state.length - 1) {
          throwError(state, "end of the stream or a document separator is expected");
        }
      }
      function loadDocuments(input, options) {
        input = String(input);
        options = options || {};
        if (input.length !== 0) {
          if (input.charCodeAt(input.length - 1) !== 10 && input.charCodeAt(input.length - 1) !== 13) {
            input += "\n";
          }
          if (input.charCodeAt(0) === 65279) {
            input = input.slice(1);
          }
        }
        var state = new State(input, options);
        var nullpos = input.indexOf("\0");
        if (nullpos !== -1) {
          state.position = nullpos;
          throwError(state, "null byte is not allowed in input");
        }
        state.input += "\0";
        while (state.input.charCodeAt(state.position) === 32) {
          state.lineIndent += 1;
          state.position += 1;
        }
        while (state.position < state.length - 1) {
          readDocument(state);
        }
        return state.documents;
      }
      function loadAll(input, iterator, options) {
        if (iterator !== null && typeof iterator === "object" && typeof options === "undefined") {
          options = iterator;
          iterator = null;
        }
        var documents = loadDocuments(input, options);
        if (typeof iterator !== "function") {
          return documents;
        }
        for (var index = 0, length = documents.length; index < length; index += 1) {
          iterator(documents[index]);
        }
      }
      function load2(input, options) {
        var documents = loadDocuments(input, options);
        if (documents.length === 0) {
          return void 0;
        } else if (documents.length === 1) {
          return documents[0];
        }
        throw new YAMLException("expected a single document in the stream, but found more");
      }
      module.exports.loadAll = loadAll;
      module.exports.load = load2;
    }
  });

  // tools/build/yamlreader.cjs
  var require_yamlreader = __commonJS({
    "tools/build/yamlreader.cjs": function(exports, module) {
      "use strict";
      /*! js-yaml without its writer and without the types that Kubernetes has none of. The paths skip the package's `exports`. */
      module.exports = {
        load: require_loader().load,
        CORE_SCHEMA: require_core(),
        Type: require_type()
      };
    }
  });

  // node_modules/tslib/tslib.es6.js
  var __assign = function() {
    __assign = Object.assign || function __assign2(t) {
      for (var s, i = 1, n = arguments.length; i < n; i++) {
        s = arguments[i];
        for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p)) t[p] = s[p];
      }
      return t;
    };
    return __assign.apply(this, arguments);
  };
  function __spreadArray(to, from, pack) {
    if (pack || arguments.length === 2) for (var i = 0, l = from.length, ar; i < l; i++) {
      if (ar || !(i in from)) {
        if (!ar) ar = Array.prototype.slice.call(from, 0, i);
        ar[i] = from[i];
      }
    }
    return to.concat(ar || Array.prototype.slice.call(from));
  }

  // scripts/policy/diagnostictable.ts
  /*!
   * Every finding that this project reports: severity, kind, title, text and remedy. `docs/diagnostics.md` is made from it.
   * Rows are sorted by area, then code; each code has a test that produces it.
   */
  var TABLE = {
    /*! What the API server would refuse (NetworkPolicy v1 validation, Kubernetes API documentation). */
    "annotations-too-long": {
      severity: "error",
      kind: "invalid",
      title: "Annotations too long",
      text: "The annotations have {bytes} bytes together; Kubernetes takes {limit}.",
      remedy: "Shorten or remove annotations."
    },
    "api-version": {
      severity: "error",
      kind: "invalid",
      title: "Version of the API not supported",
      text: "The apiVersion is {found}; NetworkPolicies are read as {expected} only, the one version that clusters serve.",
      remedy: "Write `apiVersion: {expected}`."
    },
    "cidr-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a CIDR",
      text: '"{value}" is not a CIDR: {reason}.',
      remedy: "Write an IPv4 or IPv6 network with its prefix length, for example 10.0.0.0/8 or 2001:db8::/32."
    },
    "entries-without-type": {
      severity: "warning",
      kind: "invalid",
      title: "Entries without effect",
      text: "The policy has {direction} entries, but its policyTypes does not name {type}; the entries have no effect.",
      remedy: "Add {type} to policyTypes, or remove the entries."
    },
    "except-outside": {
      severity: "error",
      kind: "invalid",
      title: "Exception outside its block",
      text: "The exception {except} does not lie strictly inside {cidr}.",
      remedy: "Every `except` must be a smaller network inside `cidr`."
    },
    "expression-values": {
      severity: "error",
      kind: "invalid",
      title: "Values do not fit the operator",
      text: "The operator {operator} {rule}.",
      remedy: "`In` and `NotIn` need at least one value; `Exists` and `DoesNotExist` take none."
    },
    "field-missing": {
      severity: "error",
      kind: "invalid",
      title: "Required field missing",
      text: "The field is required: {expected}.",
      remedy: "Add the field."
    },
    "field-type": {
      severity: "error",
      kind: "invalid",
      title: "Wrong type",
      text: "Expected {expected}, found {found}.",
      remedy: "Correct the value."
    },
    "field-unknown": {
      severity: "warning",
      kind: "invalid",
      title: "Unknown field",
      text: 'The field "{field}" is not part of the API and has no effect.{hint}',
      remedy: "Remove it, or correct its spelling and place."
    },
    "label-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a label",
      text: 'The {part} "{value}" is not valid: {reason}.',
      remedy: "See the Kubernetes documentation on label syntax."
    },
    "list-incomplete": {
      severity: "error",
      kind: "invalid",
      title: "List not whole",
      text: "The {list} is one page of several (it has metadata.continue), and its last page is not in the input.",
      remedy: "Give the whole list, as `kubectl get -o json` prints it."
    },
    "name-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a name",
      text: '"{value}" is not a valid {what}: {reason}.',
      remedy: 'Use lower-case letters, digits, "-" (and "." in object names), starting and ending with a letter or digit.'
    },
    "object-duplicate": {
      severity: "error",
      kind: "invalid",
      title: "Object given twice",
      text: "The input holds this object more than once, with different content.",
      remedy: "Keep one of them."
    },
    "object-unreadable": {
      severity: "error",
      kind: "invalid",
      title: "Not a Kubernetes object",
      text: "The document cannot be read: {reason}.",
      remedy: "Give Kubernetes objects as YAML or JSON: single objects, several documents, or a List."
    },
    "operator-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown operator",
      text: '"{operator}" is not a selector operator.',
      remedy: "Use In, NotIn, Exists or DoesNotExist."
    },
    "peer-empty": {
      severity: "error",
      kind: "invalid",
      title: "Empty peer",
      text: "The peer names neither podSelector, namespaceSelector nor ipBlock.",
      remedy: "Name one, or remove the element; an absent or empty list means everyone."
    },
    "peer-mixed": {
      severity: "error",
      kind: "invalid",
      title: "Address block mixed with selectors",
      text: "A peer has either an ipBlock or selectors, not both.",
      remedy: "Make two elements of them; elements of the list are alternatives."
    },
    "policy-duplicate": {
      severity: "error",
      kind: "invalid",
      title: "Policy given twice",
      text: "The input holds this policy more than once, with different content.",
      remedy: "Keep one of them."
    },
    "policy-type-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown policy type",
      text: '"{value}" is not a policy type.',
      remedy: "Use Ingress and Egress."
    },
    "policy-types-count": {
      severity: "error",
      kind: "invalid",
      title: "Too many policy types",
      text: "policyTypes has {count} elements; at most two are allowed.",
      remedy: "Name Ingress and Egress once each."
    },
    "port-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a port",
      text: '"{value}" is not a port: {reason}.',
      remedy: "Use a number from 1 to 65535, or the name of a container port."
    },
    "port-range-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a port range",
      text: "endPort {endPort} {reason}.",
      remedy: "endPort needs a numeric port that is not larger than it."
    },
    "protocol-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown protocol",
      text: '"{value}" is not a protocol.',
      remedy: "Use TCP, UDP or SCTP."
    },
    /*! Attributes and settings. */
    "attribute-allowed": {
      severity: "error",
      kind: "rejected",
      title: "Not on the allow-list",
      text: '{key}: "{value}" may not be used in the namespace {namespace}.{hint}',
      remedy: "Use an allowed name, or ask the security team to add it to `{list}` in the cluster profile."
    },
    "attribute-conflict": {
      severity: "error",
      kind: "rejected",
      title: "Profile group beside single profiles",
      text: "On one level, profile-group excludes single profiles; here it stands beside {keys}.",
      remedy: "Keep either the profile group or the single profiles."
    },
    "attribute-entry": {
      severity: "error",
      kind: "rejected",
      title: "No such entry",
      text: "{key} is scoped to {scope}, which this policy does not have.",
      remedy: "Entries are counted from 0; scope it to an existing one, to the direction, or to the policy."
    },
    "attribute-label-differs": {
      severity: "warning",
      kind: "rejected",
      title: "Label and annotation differ",
      text: '{key} is "{annotation}" as an annotation and "{label}" as a label; the annotation holds.',
      remedy: "Remove the label."
    },
    "attribute-none-group": {
      severity: "error",
      kind: "rejected",
      title: "Nothing to take away from",
      text: '{key} is "none", but what it inherits is the profile group {group}, which cannot be taken apart.',
      remedy: 'Leave "none" out and name the wanted profiles one by one, or use another profile group.'
    },
    "attribute-unknown": {
      severity: "error",
      kind: "rejected",
      title: "Unknown attribute",
      text: '"{key}" is not an attribute.{hint}',
      remedy: "See the list of attributes in docs/attributes.md."
    },
    "attribute-value": {
      severity: "error",
      kind: "rejected",
      title: "Value not accepted",
      text: '{key}: "{value}" is not accepted: {reason}.',
      remedy: "{expected}."
    },
    "attribute-widens": {
      severity: "error",
      kind: "rejected",
      title: "Would widen the entry",
      text: 'service "application-default" reaches {entry}, which names ports.',
      remedy: "Remove the ports from the entry, or scope `service: ports` to it: an attribute may narrow, never widen."
    },
    "profile-cluster": {
      severity: "error",
      kind: "rejected",
      title: "Cluster unknown",
      text: 'The profile has no cluster "{cluster}"; it has {known}.{hint}',
      remedy: "Add it under `clusters` with at least a `deviceGroup`, or name one that is there."
    },
    "profile-cluster-unnamed": {
      severity: "error",
      kind: "rejected",
      title: "Cluster not named",
      text: "The profile has several clusters ({known}), and none of them is named.",
      remedy: "Name one of them: `--cluster NAME` on the command line, the argument `cluster` in the war room."
    },
    "profile-invalid": {
      severity: "error",
      kind: "rejected",
      title: "Profile not valid",
      text: "{reason}",
      remedy: "Correct the cluster profile; docs/profile.md lists its keys and values."
    },
    "security-service-namespace": {
      severity: "error",
      kind: "rejected",
      title: "Security service not for this namespace",
      text: 'The security service "{service}" may not be used in the namespace {namespace}.',
      remedy: "Ask {owner} to add the namespace, or use another service."
    },
    "security-service-unknown": {
      severity: "error",
      kind: "rejected",
      title: "Unknown security service",
      text: 'There is no security service "{service}".{hint}',
      remedy: "Use a published one."
    },
    "security-services-invalid": {
      severity: "error",
      kind: "rejected",
      title: "Security services not valid",
      text: "{reason}",
      remedy: "Correct the document of security services; docs/attributes.md shows its form."
    },
    /*! Valid, but not to be had exactly. */
    "address-with-labels": {
      severity: "error",
      kind: "inexpressible",
      title: "Addresses and labels at one end",
      text: "The addresses {addresses} lie inside the pod network and would have to be combined with {pods}; a rule can name addresses or a group, not their intersection.",
      remedy: "Select the pods by labels instead of by address, or choose a block outside the pod network."
    },
    capacity: {
      severity: "error",
      kind: "inexpressible",
      title: "More than the device takes",
      text: "The rulebase needs {count} {what}; the cluster profile allows {limit}.",
      remedy: "Raise `capacity` in the profile if the device takes more, or join policies."
    },
    "cluster-wide-policy": {
      severity: "error",
      kind: "inexpressible",
      title: "Kind of policy not supported",
      text: "The kind {policyKind} is not supported.",
      remedy: "Write it as NetworkPolicies, or leave it out; it is not compiled."
    },
    "filter-too-long": {
      severity: "error",
      kind: "inexpressible",
      title: "Match expression too long",
      text: "The group for {pods} needs a match expression of {length} characters; PAN-OS takes 2047, and it cannot be split.",
      remedy: "Use fewer or shorter labels in the selector."
    },
    "host-network": {
      severity: "error",
      kind: "inexpressible",
      title: "Group would hold node addresses",
      text: "The group for {pods} would also hold the node addresses of host-network pods ({sample}), which no selector means.",
      remedy: 'Select by labels that host-network pods do not carry; or, if the plugin does not register them, set `tags.hostNetwork` to "not-registered".'
    },
    "label-ambiguous": {
      severity: "error",
      kind: "inexpressible",
      title: "Two labels make one tag",
      text: "The labels {first} and {second} make the same PAN-OS tag (tags ignore case and join key and value by a dot).",
      remedy: "Rename one of the labels."
    },
    "label-value-empty": {
      severity: "error",
      kind: "inexpressible",
      title: "Empty label value",
      text: "How the Kubernetes plugin writes the tag of the empty value of {key} is not documented.",
      remedy: "Use a label with a value."
    },
    "named-port": {
      severity: "error",
      kind: "inexpressible",
      title: "Named port",
      text: 'Named ports ("{name}") are not supported yet.',
      remedy: "Use the port number."
    },
    "nodes-unknown": {
      severity: "error",
      kind: "inexpressible",
      title: "No node addresses",
      text: "Isolated pods have kubelet probes on the ports {ports}, but no Node address is known; without them the pods would lose their probes.",
      remedy: 'Add the Nodes to the input, give `nodes.addresses`, or set `nodes.toPods` to "off" in the profile.'
    },
    "one-family": {
      severity: "error",
      kind: "inexpressible",
      title: "One address family between pods",
      text: "The entry holds for {family} only, but both ends are pod groups, which hold both families.",
      remedy: "Add the block of the other family (::/0 beside 0.0.0.0/0), or select the pods by labels."
    },
    "pod-network-unknown": {
      severity: "error",
      kind: "inexpressible",
      title: "Pod network unknown",
      text: "The block {cidr} may hold addresses of pods, and the pod network is not known.",
      remedy: "Set `podCIDRs` in the cluster profile, or add the Nodes with spec.podCIDRs to the input."
    },
    "pod-outside-network": {
      severity: "error",
      kind: "inexpressible",
      title: "Pod outside the pod network",
      text: "The pod {pod} has the address {address}, which is not in the pod network ({network}); rules by address would miss it.",
      remedy: "Correct `podCIDRs` in the cluster profile, or spec.podCIDRs of the Nodes."
    },
    "sctp-refused": {
      severity: "error",
      kind: "inexpressible",
      title: "SCTP",
      text: "SCTP ports are refused: not every PAN-OS device has SCTP service objects.",
      remedy: 'Set `sctp` to "service" in the profile if the device takes them.'
    },
    "selector-negated": {
      severity: "error",
      kind: "inexpressible",
      title: "Negated pod expression",
      text: "The operator {operator} on the pod label {key} is not supported yet; dynamic address groups cannot negate.",
      remedy: "List the wanted values with In."
    },
    "service-addresses": {
      severity: "error",
      kind: "inexpressible",
      title: "Service addresses",
      text: "The cluster has Services with addresses ({count}, {sample} among them); rules for these are not supported yet.",
      remedy: 'Set `inspection` to "server-only" if clients\' packets are seen after the Service address was replaced.'
    },
    "service-application-default": {
      severity: "error",
      kind: "inexpressible",
      title: "Application-default against ports",
      text: "One side asks for application-default, the other names ports; no rule has both.",
      remedy: "Name the same ports on both sides, or remove the attribute."
    },
    "style-compact": {
      severity: "error",
      kind: "inexpressible",
      title: "Style compact",
      text: 'The style "compact" is not supported yet.',
      remedy: 'Use the style "readable".'
    },
    "tag-too-long": {
      severity: "error",
      kind: "inexpressible",
      title: "Tag too long",
      text: "The tag {tag} has {length} characters; the plugin cuts tags at 127 in a way that is not documented.",
      remedy: "Use a shorter label or namespace name, or a shorter cluster name in the plugin."
    },
    /*! Warnings about what was compiled. */
    "applications-disjoint": {
      severity: "warning",
      kind: "rejected",
      title: "No common application",
      text: "Its applications ({own}) and those of {other} ({others}) have none in common; the two allow nothing together.",
      remedy: "Name a common App-ID on both sides, or on one side only."
    },
    "attributes-differ": {
      severity: "warning",
      kind: "rejected",
      title: "Entries inspect the same traffic differently",
      text: "It allows traffic that {other} allows too, with other attributes; {first} decides.",
      remedy: "Give both the same attributes, or make their traffic distinct."
    },
    "categories-disjoint": {
      severity: "warning",
      kind: "rejected",
      title: "No common URL category",
      text: "Its URL categories ({own}) and those of {other} ({others}) have none in common; the two allow nothing together.",
      remedy: "Name a common category on both sides, or on one side only."
    },
    "entry-matches-nothing": {
      severity: "warning",
      kind: "inexpressible",
      title: "Matches nothing today",
      text: "{reason}.",
      remedy: "Nothing to do if that is meant; the rules follow as soon as something matches."
    },
    "families-assumed": {
      severity: "warning",
      kind: "inexpressible",
      title: "IPv4 assumed",
      text: "The input shows no pod address and no pod network; IPv4 is taken as the only family.",
      remedy: "Set `podCIDRs` in the cluster profile."
    },
    "inspection-differs": {
      severity: "warning",
      kind: "rejected",
      title: "Profile group against other profiles",
      text: "Its profiles and those of {other} cannot be joined, because one is a group; those of {receiver}, the receiver, hold.",
      remedy: "Use the same profile group on both sides."
    },
    "key-volatile": {
      severity: "warning",
      kind: "inexpressible",
      title: "Label changes by itself",
      text: "The values of the label {key} change by themselves; the rules name the values known now.",
      remedy: "Select by a stable label."
    }
  };

  // scripts/policy/diagnostics.ts
  /*! Makes a diagnostic; the compiler checks that the parameters are the ones that the code's text needs. */
  function diagnose(code, params, where2) {
    return { code: code, params: params, where: where2 };
  }
  function severityOf(diagnostic) {
    return TABLE[diagnostic.code].severity;
  }
  function isError(diagnostic) {
    return severityOf(diagnostic) === "error";
  }
  /*! Adds what is not known yet (policy, file) to the places of diagnostics. */
  function placed(diagnostics, where2) {
    return diagnostics.map(function(found) {
      return {
        code: found.code,
        params: found.params,
        where: {
          policy: found.where.policy || where2.policy,
          path: found.where.path || where2.path,
          file: found.where.file || where2.file,
          together: found.where.together || where2.together
        }
      };
    });
  }
  function describeDiagnostic(diagnostic) {
    var row2 = TABLE[diagnostic.code];
    var policy = diagnostic.where.policy;
    return {
      code: diagnostic.code,
      severity: row2.severity,
      kind: row2.kind,
      policy: policy ? policy.namespace + "/" + policy.name : "",
      path: diagnostic.where.path || "",
      file: diagnostic.where.file || "",
      message: fill(row2.text, diagnostic.params) + togetherText(diagnostic.where.together || []),
      remedy: fill(row2.remedy, diagnostic.params)
    };
  }
  /*! A place that takes part with hundreds of others names the first ones. */
  var MOST_NAMED = 3;
  function togetherText(places) {
    if (places.length === 0)
      return "";
    var named = places.slice(0, MOST_NAMED).join(", ");
    var more = places.length - MOST_NAMED;
    return " It takes part together with " + named + (more > 0 ? " and " + String(more) + " more" : "") + ".";
  }
  function fill(text2, params) {
    return text2.replace(/\{([a-zA-Z]+)\}/g, function(_whole, name) {
      return String(params[name]);
    });
  }

  // scripts/policy/chunks.ts
  var CHUNK = 256;
  /*!
   * A text in short pieces, none of which ends within a surrogate pair. In Otto, reading one character takes time in step with
   * the whole text's length, so a long text must not be read character by character.
   */
  function chunksOf(text2) {
    var total = text2.length;
    if (total <= CHUNK)
      return [text2];
    var chunks = [];
    for (var start = 0; start < total; ) {
      var chunk = text2.slice(start, start + CHUNK);
      if (isLeadingSurrogate(chunk.charCodeAt(chunk.length - 1)))
        chunk = text2.slice(start, start + CHUNK + 1);
      chunks.push(chunk);
      start += chunk.length;
    }
    return chunks;
  }
  function isLeadingSurrogate(unit) {
    return unit >= 55296 && unit <= 56319;
  }

  // scripts/policy/canonical.ts
  /*!
   * One text for one value, the same in every engine: Otto reads object keys in random order, sorts them when it writes and
   * sorts arrays unstably, so everything that leaves the core goes through here before it is compared or hashed.
   */
  /*! Own keys in ascending order of UTF-16 code units. */
  function sortedKeys(object2) {
    return Object.keys(object2).sort(compareText);
  }
  /*! True where `object` itself has `key`; safe for keys such as `constructor`. */
  function hasKey(object2, key) {
    return Object.prototype.hasOwnProperty.call(object2, key);
  }
  /*! -1, 0 or 1 by code units; the same in every engine, unlike `localeCompare`. */
  function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  /*! A sorted copy; equal elements keep their order (Array.prototype.sort is unstable in Otto). */
  function stableSort(list2, compare) {
    var decorated = [];
    for (var i = 0; i < list2.length; i++)
      decorated.push({ value: list2[i], index: i });
    decorated.sort(function(a, b) {
      return compare(a.value, b.value) || a.index - b.index;
    });
    return decorated.map(function(item) {
      return item.value;
    });
  }
  /*! A sorted copy without duplicates. */
  function sortedUnique(list2) {
    var sorted = list2.slice().sort(compareText);
    return sorted.filter(function(value, index) {
      return index === 0 || value !== sorted[index - 1];
    });
  }
  /*! JSON with sorted keys and without undefined members. Input: plain data without cycles. */
  function canonicalJson(value) {
    if (value === null || typeof value !== "object")
      return atom(value);
    if (Array.isArray(value)) {
      return "[" + value.map(canonicalJson).join(",") + "]";
    }
    var object2 = value;
    var members2 = [];
    for (var _i = 0, _a = sortedKeys(object2); _i < _a.length; _i++) {
      var key = _a[_i];
      if (object2[key] !== void 0)
        members2.push(atom(key) + ":" + canonicalJson(object2[key]));
    }
    return "{" + members2.join(",") + "}";
  }
  /*! Otto's JSON.stringify escapes these; writing them back gives Node's text. */
  var UNESCAPED = {
    u003c: "<",
    u003e: ">",
    u0026: "&",
    u2028: "\u2028",
    u2029: "\u2029",
    u0008: "\\b",
    u000c: "\\f"
  };
  function atom(value) {
    var text2 = JSON.stringify(value);
    if (text2 === void 0)
      return "null";
    if (typeof value !== "string" || text2.indexOf("\\u") < 0)
      return text2;
    return text2.replace(/\\(u[0-9a-f]{4}|.)/g, function(whole, escape) {
      return hasKey(UNESCAPED, escape) ? UNESCAPED[escape] : whole;
    });
  }
  /*!
   * A short, fast, deterministic hash of a text for names and keys: 12 characters of base 32 (60 bits). Not for anything that an
   * attacker could gain from (approval hashes use SHA-256).
   */
  function shortHash(text2) {
    var a = 2166136261;
    var b = 2538058380;
    for (var _i = 0, _a = chunksOf(text2); _i < _a.length; _i++) {
      var chunk = _a[_i];
      var units = chunk.length;
      for (var i = 0; i < units; i++) {
        var code = chunk.charCodeAt(i);
        a = multiply32(a ^ code, 16777619);
        b = multiply32(b ^ code, 2246822507);
        b = b << 13 | b >>> 19;
      }
    }
    return base32(mix(a ^ multiply32(b, 3266489909))) + base32(mix(b ^ multiply32(a, 668265263)));
  }
  function multiply32(a, b) {
    return (a & 65535) * b + (((a >>> 16) * b & 65535) << 16) | 0;
  }
  function mix(hash) {
    var h = hash;
    h = multiply32(h ^ h >>> 16, 2246822507);
    h = multiply32(h ^ h >>> 13, 3266489909);
    return (h ^ h >>> 16) >>> 0;
  }
  /*! Six characters, the lowest 30 bits: short enough for names, and one length for all. */
  function base32(value) {
    var digits = "abcdefghijklmnopqrstuvwxyz234567";
    var text2 = "";
    var rest = value;
    for (var i = 0; i < 6; i++) {
      text2 += digits.charAt(rest & 31);
      rest = rest >>> 5;
    }
    return text2;
  }

  // scripts/policy/nearest.ts
  /*! Finding the word that somebody probably meant to write. */
  /*!
   * The candidate nearest to `word`, ignoring case, if it is near enough (one wrong letter in words of three, two from six
   * letters on); the first one of equals.
   *
   * @example nearest('podselector', ['podSelector', 'policyTypes']) //=> 'podSelector'
   */
  function nearest(word, candidates2) {
    var limit = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
    var best;
    var bestDistance = limit + 1;
    for (var _i = 0, candidates_1 = candidates2; _i < candidates_1.length; _i++) {
      var candidate = candidates_1[_i];
      if (Math.abs(candidate.length - word.length) > limit)
        continue;
      var distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }
  /*! Levenshtein distance: letters to insert, delete or replace. */
  function editDistance(a, b) {
    var previous = [];
    for (var j = 0; j <= b.length; j++)
      previous.push(j);
    for (var i = 1; i <= a.length; i++) {
      var current = [i];
      for (var j = 1; j <= b.length; j++) {
        var replaced = previous[j - 1] + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
        current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[b.length];
  }

  // scripts/policy/kubernetes/fieldhints.ts
  /*! What the author of an unknown field probably meant. */
  /*! Where the fields of a NetworkPolicy stand. */
  var PLACES = {
    cidr: "`ipBlock`",
    egress: "`spec`",
    endPort: "an element of `ports`",
    except: "`ipBlock`",
    from: "an element of `ingress`",
    ingress: "`spec`",
    ipBlock: "an element of `from` or `to`",
    matchExpressions: "a selector",
    matchLabels: "a selector",
    namespaceSelector: "an element of `from` or `to`",
    podSelector: "`spec`, or an element of `from` or `to`",
    policyTypes: "`spec`",
    port: "an element of `ports`",
    ports: "an element of `ingress` or `egress`",
    protocol: "an element of `ports`",
    to: "an element of `egress`",
    values: "an element of `matchExpressions`"
  };
  var SELECTOR_HINT = " Labels stand under `matchLabels`; a selector without `matchLabels` and `matchExpressions` selects everything.";
  /*! Fields of `metadata`, which mean something else where they stand in a peer or a selector. */
  var METADATA_FIELDS = ["annotations", "labels", "name", "namespace"];
  /*!
   * The hint for an unknown field, with a leading blank; '' where nothing comes to mind.
   *
   * @example unknownFieldHint('ingres', ['ingress', 'egress']) //=> ' Did you mean "ingress"?'
   * @example unknownFieldHint('from', ['ingress', 'egress']) //=> ' It belongs in an element of `ingress`.'
   */
  function unknownFieldHint(field, known) {
    var here = nearest(field, known);
    if (known.indexOf("matchLabels") >= 0)
      return here === void 0 ? SELECTOR_HINT : didYouMean(here);
    if (hasKey(PLACES, field))
      return " It belongs in " + PLACES[field] + ".";
    if (here !== void 0)
      return didYouMean(here);
    if (isOuter(known) && METADATA_FIELDS.indexOf(field) >= 0)
      return " It belongs in `metadata`.";
    var elsewhere = nearest(field, sortedKeys(PLACES));
    return elsewhere === void 0 ? "" : didYouMean(elsewhere) + " It belongs in " + PLACES[elsewhere] + ".";
  }
  function didYouMean(field) {
    return ' Did you mean "' + field + '"?';
  }
  /*! True for the fields of the policy itself and of its spec. */
  function isOuter(known) {
    return known.indexOf("spec") >= 0 || known.indexOf("policyTypes") >= 0;
  }

  // scripts/policy/kubernetes/read.ts
  var PROTOTYPE_KEY = { part: "key", value: "__proto__", reason: "it must start and end with a letter or digit" };
  /*! A text from the input is cut at this length in a diagnostic. */
  var MOST_SHOWN = 100;
  /*! A reader that has found nothing yet. */
  function createReader() {
    return { found: [] };
  }
  /*! Adds a finding at a field path. */
  function report(reader, code, params, path) {
    reader.found.push(diagnose(code, params, { path: path }));
  }
  /*! True where an error was found (warnings do not count). */
  function hasErrors(reader) {
    return reader.found.some(isError);
  }
  /*! True for undefined and null, which the API server treats alike. */
  function isAbsent(value) {
    return value === void 0 || value === null;
  }
  /*! A text from the input, bounded, for the parameters of a diagnostic. */
  function shown(text2) {
    return text2.length > MOST_SHOWN ? text2.slice(0, MOST_SHOWN) + "..." : text2;
  }
  /*! What a value of a wrong type is, in words: `a list`, `the number 80`, `null`. */
  function describeValue(value) {
    if (value === null)
      return "null";
    if (Array.isArray(value))
      return "a list";
    if (typeof value === "object")
      return "an object";
    if (typeof value === "string")
      return 'the text "' + shown(value) + '"';
    if (typeof value === "number")
      return "the number " + String(value);
    return typeof value === "boolean" ? String(value) : "nothing";
  }
  /*! Adds a `field-type` finding. */
  function reportType(reader, expected, value, path) {
    report(reader, "field-type", { expected: expected, found: describeValue(value) }, path);
  }
  /*! The text, or undefined where it is absent or of another type. */
  function readString(reader, value, path) {
    if (typeof value === "string")
      return value;
    if (!isAbsent(value))
      reportType(reader, textExpected(value), value, path);
    return void 0;
  }
  /*! The whole number (the API has no others here), or undefined. */
  function readInteger(reader, value, path) {
    if (typeof value === "number" && Math.floor(value) === value && isFinite(value))
      return value;
    if (!isAbsent(value))
      reportType(reader, "a whole number", value, path);
    return void 0;
  }
  /*! The object, or undefined. */
  function readObject(reader, value, path) {
    if (isObject(value))
      return value;
    if (!isAbsent(value))
      reportType(reader, "an object", value, path);
    return void 0;
  }
  /*! The list; absent reads as the empty list. */
  function readList(reader, value, path) {
    if (Array.isArray(value))
      return value;
    if (!isAbsent(value))
      reportType(reader, "a list", value, path);
    return [];
  }
  /*! The texts of a list; other elements, null included, are reported and left out. */
  function readStringList(reader, value, path) {
    var texts = [];
    var list2 = readList(reader, value, path);
    for (var i = 0; i < list2.length; i++) {
      var element = list2[i];
      if (typeof element === "string")
        texts.push(element);
      else
        reportType(reader, textExpected(element), element, path + "[" + String(i) + "]");
    }
    return texts;
  }
  /*!
   * A map of texts; absent reads as empty. A null value is reported: the API server would read it as the empty text, a
   * person more likely means that it is not there.
   */
  function readStringMap(reader, value, path) {
    var object2 = readObject(reader, value, path);
    if (!object2)
      return {};
    var map = {};
    for (var _i = 0, _a = sortedKeys(object2); _i < _a.length; _i++) {
      var key = _a[_i];
      var text2 = object2[key];
      /*! Assigning it would set the prototype; no label or annotation may have this key. */
      if (key === "__proto__")
        report(reader, "label-invalid", PROTOTYPE_KEY, path);
      else if (typeof text2 === "string")
        map[key] = text2;
      else
        reportType(reader, textExpected(text2), text2, keyPath(path, key));
    }
    return map;
  }
  /*! The path of one key of a map of texts, as the API server writes it: `metadata.labels[app]`. */
  function keyPath(path, key) {
    return path + "[" + shown(key) + "]";
  }
  /*! True for an object that is neither a list nor null. */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  /*! A shallow copy that can be changed, without the fields of `dropped`. */
  function copyWithout(object2, dropped) {
    var copy = {};
    for (var _i = 0, _a = Object.keys(object2); _i < _a.length; _i++) {
      var field = _a[_i];
      /*! Assigning `__proto__` would give the copy fields that the object does not have. */
      if (field !== "__proto__" && !hasKey(dropped, field))
        copy[field] = object2[field];
    }
    return copy;
  }
  /*! The fields of one place, for `checkFields`. */
  function fieldSet(names) {
    var known = {};
    for (var _i = 0, names_1 = names; _i < names_1.length; _i++) {
      var name = names_1[_i];
      known[name] = true;
    }
    return { names: names, known: known };
  }
  /*!
   * Warns of fields that the API does not have here. The API server drops them, which can turn a policy into its
   * opposite (`ingres:`), so each warning says what was probably meant.
   */
  function checkFields(reader, object2, fields, path) {
    var unknown = false;
    for (var _i = 0, _a = Object.keys(object2); _i < _a.length; _i++) {
      var name = _a[_i];
      if (!hasKey(fields.known, name))
        unknown = true;
    }
    if (!unknown)
      return;
    for (var _b = 0, _c = sortedKeys(object2); _b < _c.length; _b++) {
      var name = _c[_b];
      if (hasKey(fields.known, name))
        continue;
      var hint = unknownFieldHint(name, fields.names);
      report(reader, "field-unknown", { field: shown(name), hint: hint }, path === "" ? name : path + "." + shown(name));
    }
  }
  function textExpected(value) {
    if (value === null)
      return 'a text (write "" for the empty one)';
    return typeof value === "number" || typeof value === "boolean" ? "a text (put it in quotes)" : "a text";
  }

  // scripts/policy/kubernetes/syntax.ts
  /*!
   * The syntax of names, labels and port names (Kubernetes documentation: "Object Names and IDs", "Labels and Selectors";
   * RFC 1123, RFC 6335). Each function says why a text is not valid, or undefined where it is.
   */
  var DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
  var DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
  var LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
  /*! Names of namespaces (and of Services): an RFC 1123 label. */
  function namespaceNameFault(name) {
    if (name.length > 63)
      return "it has " + String(name.length) + " characters, at most 63 are allowed";
    return DNS_LABEL.test(name) ? void 0 : dnsFault(name, "");
  }
  /*! Names of most other objects: an RFC 1123 subdomain. */
  function objectNameFault(name) {
    if (name.length > 253)
      return "it has " + String(name.length) + " characters, at most 253 are allowed";
    return DNS_SUBDOMAIN.test(name) ? void 0 : dnsFault(name, ' and "."');
  }
  function dnsFault(name, more) {
    if (name === "")
      return "it is empty";
    if (/[A-Z]/.test(name))
      return "it has capital letters";
    var foreign = /[^-a-z0-9.]/.exec(name);
    if (foreign)
      return 'it has the character "' + foreign[0] + '"';
    if (more === "" && name.indexOf(".") >= 0)
      return 'it has a "."';
    return "each part between dots must start and end with a letter or digit";
  }
  /*! Label keys: an optional DNS prefix with a slash, and a name. */
  function labelKeyFault(key) {
    var slash = key.indexOf("/");
    var name = key.slice(slash + 1);
    if (slash === 0)
      return 'the prefix before the "/" is empty';
    if (slash > 0) {
      var fault = objectNameFault(key.slice(0, slash));
      if (fault !== void 0)
        return "its prefix must be a DNS name; " + fault;
    }
    if (name === "")
      return slash < 0 ? "it is empty" : 'the name after the "/" is empty';
    if (name.indexOf("/") >= 0)
      return 'it has more than one "/"';
    if (name.length > 63)
      return "its name has " + String(name.length) + " characters, at most 63 are allowed";
    return LABEL_NAME.test(name) ? void 0 : labelNameFault(name);
  }
  /*! Label values: empty, or like the name of a key. */
  function labelValueFault(value) {
    if (value === "")
      return void 0;
    if (value.length > 63)
      return "it has " + String(value.length) + " characters, at most 63 are allowed";
    return LABEL_NAME.test(value) ? void 0 : labelNameFault(value);
  }
  function labelNameFault(name) {
    var foreign = /[^-A-Za-z0-9_.]/.exec(name);
    if (foreign)
      return 'it has the character "' + foreign[0] + '"; letters, digits, "-", "_" and "." are allowed';
    return "it must start and end with a letter or digit";
  }
  /*! Annotation keys: as label keys, but letters of the prefix may be capital. */
  function annotationKeyFault(key) {
    return labelKeyFault(key.toLowerCase());
  }
  /*! Names of container ports (RFC 6335, lower case only). */
  function portNameFault(name) {
    if (name === "")
      return "it is empty";
    if (/^[0-9]+$/.test(name)) {
      return "in quotes it is the name of a port, and a name needs a letter; write " + name + " without quotes";
    }
    if (name.length > 15)
      return "a port name has at most 15 characters";
    if (!/^[-a-z0-9]+$/.test(name))
      return 'a port name has only lower-case letters, digits and "-"';
    if (!/[a-z]/.test(name))
      return "a port name needs a letter";
    if (name.indexOf("--") >= 0)
      return 'a port name has no two "-" in a row';
    if (name.charAt(0) === "-" || name.charAt(name.length - 1) === "-") {
      return 'a port name does not start or end with "-"';
    }
    return void 0;
  }

  // scripts/policy/kubernetes/readselector.ts
  /*! Reading a LabelSelector (Kubernetes API documentation, meta/v1 LabelSelector). */
  var SELECTOR = fieldSet(["matchLabels", "matchExpressions"]);
  var EXPRESSION = fieldSet(["key", "operator", "values"]);
  /*! The terms of a LabelSelector, sorted; an absent one reads as the empty selector. */
  function readSelector(reader, value, path) {
    var object2 = readObject(reader, value, path);
    if (!object2)
      return [];
    checkFields(reader, object2, SELECTOR, path);
    var terms = readMatchLabels(reader, object2.matchLabels, path + ".matchLabels");
    var expressions = readList(reader, object2.matchExpressions, path + ".matchExpressions");
    for (var i = 0; i < expressions.length; i++) {
      var term = readExpression(reader, expressions[i], path + ".matchExpressions[" + String(i) + "]");
      if (term)
        terms.push(term);
    }
    return terms.length < 2 ? terms : sortedTerms(terms);
  }
  function readMatchLabels(reader, value, path) {
    var labels = readStringMap(reader, value, path);
    var terms = [];
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      checkLabel(reader, key, labels[key], path);
      terms.push({ key: key, operator: "In", values: [labels[key]] });
    }
    return terms;
  }
  /*! Reports a label whose key or value breaks the syntax. */
  function checkLabel(reader, key, value, path) {
    checkKey(reader, key, keyPath(path, key));
    checkValue(reader, value, keyPath(path, key));
  }
  function checkKey(reader, key, path) {
    var reason = labelKeyFault(key);
    if (reason !== void 0) {
      report(reader, "label-invalid", { part: "label key", value: shown(key), reason: reason }, path);
    }
  }
  function checkValue(reader, value, path) {
    var reason = labelValueFault(value);
    if (reason !== void 0) {
      report(reader, "label-invalid", { part: "label value", value: shown(value), reason: reason }, path);
    }
  }
  function readExpression(reader, value, path) {
    var object2 = isAbsent(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, EXPRESSION, path);
    var key = readString(reader, object2.key, path + ".key");
    var operator = readString(reader, object2.operator, path + ".operator");
    var values = readStringList(reader, object2.values, path + ".values");
    if (isAbsent(object2.key))
      report(reader, "field-missing", { expected: "the label key" }, path + ".key");
    if (isAbsent(object2.operator)) {
      report(reader, "field-missing", { expected: "In, NotIn, Exists or DoesNotExist" }, path + ".operator");
    }
    if (key === void 0 || operator === void 0)
      return void 0;
    checkKey(reader, key, path + ".key");
    for (var i = 0; i < values.length; i++)
      checkValue(reader, values[i], path + ".values[" + String(i) + "]");
    if (!isOperator(operator)) {
      report(reader, "operator-unknown", { operator: shown(operator) }, path + ".operator");
      return void 0;
    }
    checkValueCount(reader, operator, object2.values, path + ".values");
    return { key: key, operator: operator, values: sortedUnique(values) };
  }
  function isOperator(text2) {
    return text2 === "In" || text2 === "NotIn" || text2 === "Exists" || text2 === "DoesNotExist";
  }
  /*! Looks at the list as written: what is of a wrong type in it has been reported already. */
  function checkValueCount(reader, operator, list2, path) {
    var isEmpty = isAbsent(list2) || Array.isArray(list2) && list2.length === 0;
    var takesValues = operator === "In" || operator === "NotIn";
    if (takesValues && isEmpty) {
      report(reader, "expression-values", { operator: operator, rule: "needs values, and has none" }, path);
    }
    if (!takesValues && !isEmpty && Array.isArray(list2)) {
      report(reader, "expression-values", { operator: operator, rule: "takes no values, and has some" }, path);
    }
  }
  function sortedTerms(terms) {
    var sorted = stableSort(terms, compareTerms);
    return sorted.filter(function(term, index) {
      return index === 0 || compareTerms(term, sorted[index - 1]) !== 0;
    });
  }
  function compareTerms(a, b) {
    return compareText(a.key, b.key) || compareText(a.operator, b.operator) || /*! A comma stands in no label value. */
    compareText(a.values.join(","), b.values.join(","));
  }

  // scripts/policy/kubernetes/metadata.ts
  /*! The namespace of objects that name none, as `kubectl` has it. */
  var DEFAULT_NAMESPACE = "default";
  /*! The API server's limit for all annotations of an object, keys included. */
  var MOST_ANNOTATION_BYTES = 262144;
  var METADATA = fieldSet([
    "name",
    "generateName",
    "namespace",
    "labels",
    "annotations",
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
    "ownerReferences",
    "finalizers",
    "managedFields",
    "selfLink",
    "clusterName"
  ]);
  /*! Reads `metadata`; names, labels and annotation keys are checked for their syntax. */
  function readPolicyMetadata(reader, value) {
    if (isAbsent(value))
      report(reader, "field-missing", { expected: "an object with a name" }, "metadata");
    var metadata = readObject(reader, value, "metadata");
    if (!metadata)
      return { id: { namespace: DEFAULT_NAMESPACE, name: "", uid: "" }, labels: {}, annotations: {} };
    checkFields(reader, metadata, METADATA, "metadata");
    return {
      id: {
        namespace: readNamespace(reader, metadata),
        name: readName(reader, metadata),
        uid: readString(reader, metadata.uid, "metadata.uid") || ""
      },
      labels: readLabels(reader, metadata.labels, "metadata.labels"),
      annotations: readAnnotations(reader, metadata.annotations)
    };
  }
  function readName(reader, metadata) {
    var name = readString(reader, metadata.name, "metadata.name");
    if (isAbsent(metadata.name)) {
      var expected = isAbsent(metadata.generateName) ? "a name" : "a name (generateName does not name anything yet)";
      report(reader, "field-missing", { expected: expected }, "metadata.name");
    }
    if (name === void 0)
      return "";
    var reason = objectNameFault(name);
    if (reason !== void 0) {
      report(reader, "name-invalid", { value: shown(name), what: "policy name", reason: reason }, "metadata.name");
    }
    return name;
  }
  function readNamespace(reader, metadata) {
    var namespace = readString(reader, metadata.namespace, "metadata.namespace");
    /*! The API server reads an empty namespace as none. */
    if (namespace === void 0 || namespace === "")
      return DEFAULT_NAMESPACE;
    var reason = namespaceNameFault(namespace);
    if (reason !== void 0) {
      var params = { value: shown(namespace), what: "namespace name", reason: reason };
      report(reader, "name-invalid", params, "metadata.namespace");
    }
    return namespace;
  }
  /*! Labels, each checked for its syntax. */
  function readLabels(reader, value, path) {
    var labels = readStringMap(reader, value, path);
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      checkLabel(reader, key, labels[key], path);
    }
    return labels;
  }
  function readAnnotations(reader, value) {
    var path = "metadata.annotations";
    var annotations = readStringMap(reader, value, path);
    var bytes = 0;
    for (var _i = 0, _a = sortedKeys(annotations); _i < _a.length; _i++) {
      var key = _a[_i];
      var reason = annotationKeyFault(key);
      if (reason !== void 0) {
        var params = { part: "annotation key", value: shown(key), reason: reason };
        report(reader, "label-invalid", params, keyPath(path, key));
      }
      bytes += utf8Length(key) + utf8Length(annotations[key]);
    }
    if (bytes > MOST_ANNOTATION_BYTES) {
      report(reader, "annotations-too-long", { bytes: bytes, limit: MOST_ANNOTATION_BYTES }, path);
    }
    return annotations;
  }
  function utf8Length(text2) {
    /*! Most texts are ASCII; a scan by character is slow in Otto. */
    if (/^[ -~]*$/.test(text2))
      return text2.length;
    var bytes = 0;
    for (var i = 0; i < text2.length; i++) {
      var unit = text2.charCodeAt(i);
      var isSurrogate = unit >= 55296 && unit <= 57343;
      bytes += unit < 128 ? 1 : unit < 2048 || isSurrogate ? 2 : 3;
    }
    return bytes;
  }

  // scripts/policy/kubernetes/identity.ts
  /*! Who an object is: its kind, its API group, its place. Tolerant: what cannot be read is ''. */
  /*! The API group: '' for the core group, undefined where apiVersion is absent. */
  function groupOf(object2) {
    if (typeof object2.apiVersion !== "string")
      return void 0;
    var slash = object2.apiVersion.indexOf("/");
    return slash < 0 ? "" : object2.apiVersion.slice(0, slash);
  }
  /*! One field of `metadata`; undefined where metadata is no object. */
  function metadataField(object2, field) {
    return isObject(object2.metadata) ? object2.metadata[field] : void 0;
  }
  /*! The name; '' where there is none that can be read. */
  function nameOf(object2) {
    var name = metadataField(object2, "name");
    return typeof name === "string" ? name : "";
  }
  /*! The namespace, `default` where none is given. */
  function namespaceOf(object2) {
    var namespace = metadataField(object2, "namespace");
    return typeof namespace === "string" && namespace !== "" ? namespace : DEFAULT_NAMESPACE;
  }
  /*! The place of a diagnostic about an object that is no policy: `Pod shop/web: metadata.labels`. */
  function objectPath(object2, path) {
    var namespace = metadataField(object2, "namespace");
    var place = typeof namespace === "string" ? namespace + "/" : "";
    var name = String(object2.kind) + " " + place + nameOf(object2);
    return path === "" ? name : name + ": " + path;
  }

  // scripts/policy/kubernetes/namespaces.ts
  /*! The label that the control plane sets on each namespace (Kubernetes documentation, well-known labels). */
  var NAMESPACE_NAME_LABEL = "kubernetes.io/metadata.name";
  /*! Pods whose annotation, or whose namespace's, starts with the value are sent through the CN-Series firewall. */
  var FIREWALL_ANNOTATION = "paloaltonetworks.com/firewall";
  var FIREWALL_VALUE = /^pan-fw/;
  /*!
   * All namespaces, by name: the Namespace objects, and those that only other objects name, which exist without labels of
   * their own.
   */
  function readNamespaces(reader, objects, named) {
    var labels = {};
    for (var _i = 0, named_1 = named; _i < named_1.length; _i++) {
      var name = named_1[_i];
      labels[name] = {};
    }
    for (var _a = 0, objects_1 = objects; _a < objects_1.length; _a++) {
      var object2 = objects_1[_a];
      labels[nameOf(object2)] = readStringMap(reader, metadataField(object2, "labels"), objectPath(object2, "metadata.labels"));
    }
    return sortedKeys(labels).map(function(name2) {
      return { name: name2, labels: withNameLabel(labels[name2], name2) };
    });
  }
  function withNameLabel(labels, name) {
    var copy = {};
    for (var _i = 0, _a = Object.keys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      copy[key] = labels[key];
    }
    copy[NAMESPACE_NAME_LABEL] = name;
    return copy;
  }
  /*! Whether the object (a pod, a pod template, a namespace) carries the CN-Series firewall annotation. */
  function isFirewallAnnotated(object2) {
    var annotations = metadataField(object2, "annotations");
    if (!isObject(annotations) || !hasKey(annotations, FIREWALL_ANNOTATION))
      return false;
    var value = annotations[FIREWALL_ANNOTATION];
    return typeof value === "string" && FIREWALL_VALUE.test(value);
  }

  // scripts/policy/values/addresses.ts
  /*!
   * IP addresses and sets of them, in both families. An address is a list of 16-bit words, most significant first: two
   * for IPv4, eight for IPv6 (ES5.1 has no integers of 128 bits).
   */
  var NO_ADDRESSES = [];
  var EVERY_IPV4 = [{ from: [0, 0], to: [65535, 65535] }];
  var EVERY_IPV6 = [{ from: repeated(0, 8), to: repeated(65535, 8) }];
  var EVERY_ADDRESS = [EVERY_IPV4[0], EVERY_IPV6[0]];
  function repeated(word, count) {
    var words = [];
    for (var i = 0; i < count; i++)
      words.push(word);
    return words;
  }
  function familyOf(address) {
    return address.length === 2 ? "IPv4" : "IPv6";
  }
  /*! All addresses of one family. */
  function everyAddressOf(family) {
    return family === "IPv4" ? EVERY_IPV4 : EVERY_IPV6;
  }
  /*! Parses `10.1.2.3` or `2001:db8::1` (also with a dotted tail); undefined where the text is neither. */
  function parseAddress(text2) {
    return text2.indexOf(":") < 0 ? parseIPv4(text2) : parseIPv6(text2);
  }
  function parseIPv4(text2) {
    var parts = text2.split(".");
    if (parts.length !== 4)
      return void 0;
    var bytes = [];
    for (var _i = 0, parts_1 = parts; _i < parts_1.length; _i++) {
      var part = parts_1[_i];
      if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255)
        return void 0;
      bytes.push(Number(part));
    }
    return [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
  }
  function parseIPv6(text2) {
    var halves = text2.split("::");
    /*! Dotted decimals may only end the whole. */
    if (halves.length > 2 || halves.length === 2 && halves[0].indexOf(".") >= 0)
      return void 0;
    var head = parseWords(halves[0]);
    var tail = halves.length === 2 ? parseWords(halves[1]) : [];
    if (!head || !tail)
      return void 0;
    var missing = 8 - head.length - tail.length;
    if (halves.length === 1 ? missing !== 0 : missing < 1)
      return void 0;
    return head.concat(repeated(0, missing), tail);
  }
  function parseWords(text2) {
    if (text2 === "")
      return [];
    var words = [];
    var parts = text2.split(":");
    for (var i = 0; i < parts.length; i++) {
      var dotted = i === parts.length - 1 && parts[i].indexOf(".") >= 0 ? parseIPv4(parts[i]) : void 0;
      if (dotted)
        words.push(dotted[0], dotted[1]);
      else if (/^[0-9a-fA-F]{1,4}$/.test(parts[i]))
        words.push(parseInt(parts[i], 16));
      else
        return void 0;
    }
    return words;
  }
  /*! Parses a CIDR block, host bits cleared; undefined where the text is none. */
  function parseCidr(text2) {
    var slash = text2.indexOf("/");
    var address = slash < 0 ? void 0 : parseAddress(text2.slice(0, slash));
    var length = text2.slice(slash + 1);
    if (!address || !/^(0|[1-9][0-9]{0,2})$/.test(length) || Number(length) > address.length * 16)
      return void 0;
    return blockOf(address, Number(length));
  }
  /*! The block of the given prefix length that holds the address. */
  function blockOf(address, prefix) {
    var from = [];
    var to = [];
    for (var i = 0; i < address.length; i++) {
      var bits = Math.min(16, Math.max(0, prefix - i * 16));
      var hostMask = 65535 >>> bits;
      from.push(address[i] & ~hostMask & 65535);
      to.push(address[i] | hostMask);
    }
    return { from: from, to: to };
  }
  /*! The set of one address. */
  function singleAddress(address) {
    return [{ from: address, to: address }];
  }
  /*! Negative, zero or positive; IPv4 sorts before IPv6. */
  function compareAddresses(a, b) {
    if (a.length !== b.length)
      return a.length - b.length;
    for (var i = 0; i < a.length; i++)
      if (a[i] !== b[i])
        return a[i] - b[i];
    return 0;
  }
  /*! The next address, or undefined after the last one of the family. */
  function nextAddress(address) {
    return step(address, 65535, 0, 1);
  }
  /*! The previous address, or undefined before the first one of the family. */
  function previousAddress(address) {
    return step(address, 0, 65535, -1);
  }
  function step(address, limit, wrapped2, by) {
    var words = address.slice();
    for (var i = words.length - 1; i >= 0; i--) {
      if (words[i] !== limit) {
        words[i] += by;
        return words;
      }
      words[i] = wrapped2;
    }
    return void 0;
  }
  /*! The set that holds exactly the addresses of the ranges, in normal form. */
  function addressSet(ranges) {
    var sorted = ranges.slice().sort(function(a, b) {
      return compareAddresses(a.from, b.from) || compareAddresses(a.to, b.to);
    });
    var merged2 = [];
    for (var _i = 0, sorted_1 = sorted; _i < sorted_1.length; _i++) {
      var range = sorted_1[_i];
      var last = merged2.length > 0 ? merged2[merged2.length - 1] : void 0;
      if (last && touches(last, range)) {
        var to = compareAddresses(range.to, last.to) > 0 ? range.to : last.to;
        merged2[merged2.length - 1] = { from: last.from, to: to };
      } else {
        merged2.push(range);
      }
    }
    return merged2;
  }
  function touches(earlier, later) {
    if (earlier.to.length !== later.from.length)
      return false;
    var next = nextAddress(earlier.to);
    return next === void 0 || compareAddresses(later.from, next) <= 0;
  }
  function unionAddresses(a, b) {
    return addressSet(a.concat(b));
  }
  function intersectAddresses(a, b) {
    var common = [];
    for (var _i = 0, a_1 = a; _i < a_1.length; _i++) {
      var x = a_1[_i];
      for (var _a = 0, b_1 = b; _a < b_1.length; _a++) {
        var y = b_1[_a];
        if (x.from.length !== y.from.length)
          continue;
        var from = compareAddresses(x.from, y.from) > 0 ? x.from : y.from;
        var to = compareAddresses(x.to, y.to) < 0 ? x.to : y.to;
        if (compareAddresses(from, to) <= 0)
          common.push({ from: from, to: to });
      }
    }
    return addressSet(common);
  }
  /*! The addresses of `a` that are not in `b`: CIDR subtraction, as `ipBlock.except` needs it. */
  function subtractAddresses(a, b) {
    var rest = a.slice();
    for (var _i = 0, b_2 = b; _i < b_2.length; _i++) {
      var hole = b_2[_i];
      var next = [];
      for (var _a = 0, rest_1 = rest; _a < rest_1.length; _a++) {
        var range = rest_1[_a];
        pushWithout(next, range, hole);
      }
      rest = next;
    }
    return addressSet(rest);
  }
  function pushWithout(into, range, hole) {
    var apart = range.from.length !== hole.from.length || compareAddresses(hole.to, range.from) < 0 || compareAddresses(range.to, hole.from) < 0;
    if (apart) {
      into.push(range);
      return;
    }
    var before = previousAddress(hole.from);
    var after = nextAddress(hole.to);
    if (before && compareAddresses(range.from, before) <= 0)
      into.push({ from: range.from, to: before });
    if (after && compareAddresses(after, range.to) <= 0)
      into.push({ from: after, to: range.to });
  }
  function isAddressSubset(a, b) {
    return a.every(function(range) {
      return b.some(function(other) {
        return range.from.length === other.from.length && compareAddresses(other.from, range.from) <= 0 && compareAddresses(range.to, other.to) <= 0;
      });
    });
  }
  /*! The families that the set has addresses of. */
  function familiesOf(set) {
    var families = [];
    for (var _i = 0, set_1 = set; _i < set_1.length; _i++) {
      var range = set_1[_i];
      var family = familyOf(range.from);
      if (families.indexOf(family) < 0)
        families.push(family);
    }
    return families;
  }

  // scripts/policy/values/addresstext.ts
  /*! Address sets as the texts that PAN-OS takes in `source` and `destination`: addresses, CIDR blocks, ranges `a-b`. */
  /*! A range that needs more blocks than this is written as `a-b`: one member instead of many. */
  var MOST_BLOCKS = 4;
  /*! PAN-OS counts IPv4 as a part of IPv6: `::/0` and every block that covers the IPv4-mapped addresses takes in IPv4 */
  /*! (administrator's guide 10.2, "Policy"). Nothing on a wire has these addresses, so that IPv6 members leave them out. */
  var IPV4_IN_IPV6 = [{ from: [0, 0, 0, 0, 0, 65535, 0, 0], to: [0, 0, 0, 0, 0, 65535, 65535, 65535] }];
  /*! The address as text; IPv6 compressed as RFC 5952 says. */
  function addressText(address) {
    if (familyOf(address) === "IPv4") {
      return [address[0] >> 8, address[0] & 255, address[1] >> 8, address[1] & 255].join(".");
    }
    var gap = longestZeroRun(address);
    var words = address.map(function(word) {
      return word.toString(16);
    });
    if (gap.length < 2)
      return words.join(":");
    return words.slice(0, gap.start).join(":") + "::" + words.slice(gap.start + gap.length).join(":");
  }
  function longestZeroRun(words) {
    var best = { start: 0, length: 0 };
    var start = 0;
    for (var i = 0; i <= words.length; i++) {
      if (i < words.length && words[i] === 0)
        continue;
      if (i - start > best.length)
        best = { start: start, length: i - start };
      start = i + 1;
    }
    return best;
  }
  /*! The members that name exactly the set: ascending, IPv4 first. The empty set has none. */
  function addressMembers(set) {
    var members2 = [];
    for (var _i = 0, _a = subtractAddresses(set, IPV4_IN_IPV6); _i < _a.length; _i++) {
      var range = _a[_i];
      var blocks = blocksOf(range, MOST_BLOCKS);
      if (blocks)
        members2.push.apply(members2, blocks);
      else
        members2.push(addressText(range.from) + "-" + addressText(range.to));
    }
    return members2;
  }
  /*! The CIDR blocks of a range, or undefined where there are more than `most`. A block of one address is the address. */
  function blocksOf(range, most) {
    var blocks = [];
    var bits = range.from.length * 16;
    var from = range.from;
    while (from && compareAddresses(from, range.to) <= 0) {
      if (blocks.length === most)
        return void 0;
      var prefix = widestPrefix(from, range.to);
      blocks.push(prefix === bits ? addressText(from) : addressText(from) + "/" + String(prefix));
      from = nextAddress(lastOf(from, prefix));
    }
    return blocks;
  }
  /*! The shortest prefix whose block starts at `from` and ends at or before `to`. */
  function widestPrefix(from, to) {
    var prefix = from.length * 16;
    while (prefix > 0 && isAligned(from, prefix - 1) && compareAddresses(lastOf(from, prefix - 1), to) <= 0)
      prefix--;
    return prefix;
  }
  function isAligned(address, prefix) {
    for (var i = 0; i < address.length; i++) {
      var bits = Math.min(16, Math.max(0, prefix - i * 16));
      if ((address[i] & 65535 >>> bits) !== 0)
        return false;
    }
    return true;
  }
  function lastOf(address, prefix) {
    return address.map(function(word, i) {
      var bits = Math.min(16, Math.max(0, prefix - i * 16));
      return word | 65535 >>> bits;
    });
  }

  // scripts/policy/kubernetes/cidrtext.ts
  /*!
   * Reads a CIDR block. The API server takes host bits and clears them (10.1.2.3/8 is 10.0.0.0/8), and so does this.
   * Leading zeros, which it takes in old objects, are refused: they read as decimal or as octal, depending on the reader
   * (CVE-2021-29923), and newer servers refuse them too. So is an IPv4 address written as an IPv6 one.
   *
   * @example readCidr('10.1.2.3/8') //=> { kind: 'cidr', text: '10.0.0.0/8', ... }
   * @example readCidr('10.0.0.1') //=> { kind: 'invalid', reason: 'it has no prefix length; ...' }
   */
  function readCidr(text2) {
    var range = parseCidr(text2);
    if (!range)
      return { kind: "invalid", reason: cidrFault(text2) };
    if (isMappedIPv4(range.from))
      return { kind: "invalid", reason: "it is an IPv4 address written as an IPv6 one" };
    var prefix = text2.slice(text2.indexOf("/") + 1);
    return { kind: "cidr", text: addressText(range.from) + "/" + prefix, range: range };
  }
  /*! The address in canonical text (IPv6 compressed, lower case), or undefined where the text is no address. */
  function canonicalAddress(text2) {
    var address = parseAddress(text2);
    return address && !isMappedIPv4(address) ? addressText(address) : void 0;
  }
  /*! The family of an address text that `canonicalAddress` made. */
  function familyOfText(address) {
    return address.indexOf(":") < 0 ? "IPv4" : "IPv6";
  }
  /*! True where `inner` is a smaller block inside `outer`; blocks of different families never are. */
  function isStrictlyInside(inner, outer) {
    var equal = compareAddresses(inner.from, outer.from) === 0 && compareAddresses(inner.to, outer.to) === 0;
    return !equal && isAddressSubset([inner], [outer]);
  }
  function isMappedIPv4(address) {
    if (familyOf(address) !== "IPv6" || address[5] !== 65535)
      return false;
    return address.slice(0, 5).every(function(word) {
      return word === 0;
    });
  }
  function cidrFault(text2) {
    var slash = text2.indexOf("/");
    var address = slash < 0 ? text2 : text2.slice(0, slash);
    var isIPv6 = address.indexOf(":") >= 0;
    var bits = isIPv6 ? "128" : "32";
    if (text2 === "")
      return "it is empty";
    if (/^\s|\s$/.test(text2))
      return "it has a blank at an end";
    if (!isIPv6 && /(^|\.)0[0-9]/.test(address))
      return "its address has leading zeros, which some read as octal";
    if (!parseAddress(address)) {
      return isIPv6 ? '"' + address + '" is not an IPv6 address' : '"' + address + '" is not an IPv4 address';
    }
    if (slash < 0)
      return "it has no prefix length; the single address is " + address + "/" + bits;
    if (/^0[0-9]/.test(text2.slice(slash + 1)))
      return "its prefix length has leading zeros";
    return "the prefix length must be a number from 0 to " + bits;
  }

  // scripts/policy/kubernetes/pods.ts
  var PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
  /*! True for pods that have ended: they have no address any more. */
  function hasEnded(pod) {
    var status = isObject(pod.status) ? pod.status : {};
    return status.phase === "Succeeded" || status.phase === "Failed";
  }
  /*! Reads a Pod object; undefined (with a diagnostic) where its labels cannot be read. */
  function readPod(reader, pod) {
    var addresses = podAddresses(pod);
    return readPodLike(reader, pod, pod, {
      name: nameOf(pod),
      addresses: addresses,
      count: 1
    });
  }
  /*! Reads the pods that a workload makes from its pod template, which has the form of a pod. */
  function readTemplate(reader, workload, template) {
    return readPodLike(reader, workload, template, {
      name: String(workload.kind).toLowerCase() + "/" + nameOf(workload),
      addresses: [],
      count: 0
    });
  }
  function readPodLike(reader, owner, pod, own) {
    var before = reader.found.length;
    var metadata = isObject(pod.metadata) ? pod.metadata : {};
    var path = owner === pod ? "metadata.labels" : "spec.template.metadata.labels";
    var labels = readStringMap(reader, metadata.labels, objectPath(owner, path));
    if (reader.found.length > before)
      return void 0;
    var spec = isObject(pod.spec) ? pod.spec : {};
    var containers = servingContainers(spec);
    return {
      namespace: namespaceOf(owner),
      name: own.name,
      labels: labels,
      namedPorts: namedPortsOf(containers),
      probePorts: probePortsOf(containers),
      hostNetwork: spec.hostNetwork === true,
      firewallAnnotated: isFirewallAnnotated(pod),
      addresses: own.addresses,
      families: sortedUnique(own.addresses.map(familyOfText)),
      count: own.count
    };
  }
  /*! Containers that run beside each other: the ordinary ones, and init containers that restart always (sidecars). */
  function servingContainers(spec) {
    var sidecars = objectsOf(spec.initContainers).filter(function(container) {
      return container.restartPolicy === "Always";
    });
    return objectsOf(spec.containers).concat(sidecars);
  }
  function namedPortsOf(containers) {
    var ports = [];
    for (var _i = 0, containers_1 = containers; _i < containers_1.length; _i++) {
      var container = containers_1[_i];
      for (var _a = 0, _b = objectsOf(container.ports); _a < _b.length; _a++) {
        var port = _b[_a];
        if (typeof port.name !== "string" || port.name === "" || typeof port.containerPort !== "number")
          continue;
        ports.push({ name: port.name, protocol: protocolOf(port), port: port.containerPort });
      }
    }
    if (ports.length < 2)
      return ports;
    var sorted = stableSort(ports, compareNamedPorts);
    return sorted.filter(function(port2, index) {
      return index === 0 || compareNamedPorts(port2, sorted[index - 1]) !== 0;
    });
  }
  function compareNamedPorts(a, b) {
    return compareText(a.name, b.name) || compareText(a.protocol, b.protocol) || a.port - b.port;
  }
  function protocolOf(port) {
    return port.protocol === "UDP" || port.protocol === "SCTP" ? port.protocol : "TCP";
  }
  /*! The ports that the kubelet connects to at the pod's address, for health checks; hooks are no health checks. */
  function probePortsOf(containers) {
    var ports = [];
    for (var _i = 0, containers_2 = containers; _i < containers_2.length; _i++) {
      var container = containers_2[_i];
      for (var _a = 0, PROBES_1 = PROBES; _a < PROBES_1.length; _a++) {
        var field = PROBES_1[_a];
        var probe = container[field];
        var port = isObject(probe) ? probePort(container, probe) : void 0;
        if (port !== void 0 && ports.indexOf(port) < 0)
          ports.push(port);
      }
    }
    return ports.sort(function(a, b) {
      return a - b;
    });
  }
  function probePort(container, probe) {
    var handler = isObject(probe.httpGet) ? probe.httpGet : isObject(probe.tcpSocket) ? probe.tcpSocket : probe.grpc;
    if (!isObject(handler))
      return void 0;
    /*! A probe with a host of its own does not go to the pod's address. */
    if (typeof handler.host === "string" && handler.host !== "")
      return void 0;
    if (typeof handler.port === "number")
      return handler.port;
    for (var _i = 0, _a = objectsOf(container.ports); _i < _a.length; _i++) {
      var port = _a[_i];
      if (port.name === handler.port && typeof port.containerPort === "number")
        return port.containerPort;
    }
    /*! The kubelet also takes a number that is written as text. */
    return typeof handler.port === "string" && /^[0-9]{1,5}$/.test(handler.port) ? Number(handler.port) : void 0;
  }
  function podAddresses(pod) {
    var status = isObject(pod.status) ? pod.status : {};
    var texts = objectsOf(status.podIPs).map(function(entry) {
      return entry.ip;
    });
    return canonicalAddresses(texts.concat([status.podIP]));
  }
  /*! The addresses among the values as canonical texts, sorted, without duplicates. */
  function canonicalAddresses(values) {
    var addresses = [];
    for (var _i = 0, values_1 = values; _i < values_1.length; _i++) {
      var value = values_1[_i];
      var address = typeof value === "string" ? canonicalAddress(value) : void 0;
      if (address !== void 0)
        addresses.push(address);
    }
    return sortedUnique(addresses);
  }
  /*! The objects of a list; anything else is passed over. */
  function objectsOf(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
  }

  // scripts/policy/kubernetes/nodes.ts
  /*! Nodes and the cluster's address ranges (Kubernetes API documentation, v1 Node, networking.k8s.io/v1 ServiceCIDR). */
  /*! All Nodes, by name. */
  function readNodes(reader, objects) {
    var nodes = objects.map(function(object2) {
      return readNode(reader, object2);
    });
    return stableSort(nodes, function(a, b) {
      return compareText(a.name, b.name);
    });
  }
  function readNode(reader, object2) {
    var status = isObject(object2.status) ? object2.status : {};
    var spec = isObject(object2.spec) ? object2.spec : {};
    var addresses = objectsOf(status.addresses).filter(function(entry) {
      return entry.type === "InternalIP" || entry.type === "ExternalIP";
    });
    var texts = addresses.map(function(entry) {
      return entry.address;
    });
    var ranges = Array.isArray(spec.podCIDRs) ? spec.podCIDRs : [];
    return {
      name: nameOf(object2),
      addresses: canonicalAddresses(texts),
      podCIDRs: readCidrs(reader, ranges.concat([spec.podCIDR]), objectPath(object2, "spec.podCIDRs"))
    };
  }
  /*! The ranges of all ServiceCIDR objects. */
  function readServiceCidrs(reader, objects) {
    var cidrs = [];
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      var spec = isObject(object2.spec) ? object2.spec : {};
      var values = Array.isArray(spec.cidrs) ? spec.cidrs : [];
      for (var _a = 0, _b = readCidrs(reader, values, objectPath(object2, "spec.cidrs")); _a < _b.length; _a++) {
        var cidr = _b[_a];
        cidrs.push(cidr);
      }
    }
    return sortedUnique(cidrs);
  }
  function readCidrs(reader, values, path) {
    var cidrs = [];
    for (var _i = 0, values_1 = values; _i < values_1.length; _i++) {
      var value = values_1[_i];
      var text2 = readString(reader, value, path);
      if (text2 === void 0 || text2 === "")
        continue;
      var reading = readCidr(text2);
      if (reading.kind === "cidr")
        cidrs.push(reading.text);
      else
        report(reader, "cidr-invalid", { value: shown(text2), reason: reading.reason }, path);
    }
    return sortedUnique(cidrs);
  }

  // scripts/policy/kubernetes/duplicates.ts
  /*!
   * Each object once, although the input may hold it several times (a dump beside manifests). Objects without a name
   * (`generateName`) are all different. Where copies contradict each other, that is reported; the first in canonical
   * order is used.
   */
  function withoutDuplicates(reader, objects) {
    var groups = {};
    var found = [];
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      if (nameOf(object2) === "") {
        found.push(object2);
        continue;
      }
      var id = String(object2.kind) + "/" + namespaceOf(object2) + "/" + nameOf(object2);
      if (!hasKey(groups, id))
        groups[id] = [];
      groups[id].push(object2);
    }
    for (var _a = 0, _b = sortedKeys(groups); _a < _b.length; _a++) {
      var id = _b[_a];
      var group = groups[id];
      found.push(group.length === 1 ? group[0] : firstOf(reader, group));
    }
    return found;
  }
  function firstOf(reader, group) {
    var sorted = stableSort(group, function(a, b) {
      return compareText(canonicalJson(a), canonicalJson(b));
    });
    var first2 = contentOf(sorted[0]);
    var differs = sorted.some(function(object2) {
      return contentOf(object2) !== first2;
    });
    if (differs)
      report(reader, "object-duplicate", {}, objectPath(sorted[0], ""));
    return sorted[0];
  }
  /*! What can matter of an object; status comes and goes. */
  function contentOf(object2) {
    return canonicalJson([
      metadataField(object2, "labels") || {},
      isFirewallAnnotated(object2),
      object2.spec,
      object2.endpoints,
      object2.subsets
    ]);
  }

  // scripts/policy/kubernetes/podclass.ts
  /*!
   * Folding pods into classes: pods that no policy and no Service can tell apart are counted, not kept. Used with all pods
   * at hand, and page by page.
   */
  var MOST_SAMPLES = 3;
  /*! The label keys by which policies and Services select pods, sorted. Namespace selectors do not count. */
  function mentionedLabelKeys(policies, services) {
    var keys = {};
    for (var _i = 0, policies_1 = policies; _i < policies_1.length; _i++) {
      var policy = policies_1[_i];
      addKeys(keys, policy.subject);
      for (var _a = 0, _b = policy.entries; _a < _b.length; _a++) {
        var entry = _b[_a];
        if (entry.peers.kind === "anyone")
          continue;
        for (var _c = 0, _d = entry.peers.peers; _c < _d.length; _c++) {
          var peer = _d[_c];
          if (peer.kind === "pods")
            addKeys(keys, peer.pods);
        }
      }
    }
    for (var _e = 0, services_1 = services; _e < services_1.length; _e++) {
      var service = services_1[_e];
      if (service.selector)
        for (var _f = 0, _g = Object.keys(service.selector); _f < _g.length; _f++) {
          var key = _g[_f];
          keys[key] = true;
        }
    }
    return sortedKeys(keys);
  }
  function addKeys(keys, selector) {
    for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
      var term = selector_1[_i];
      keys[term.key] = true;
    }
  }
  /*!
   * @param labelKeys what `mentionedLabelKeys` says
   * @param annotatedNamespaces names of namespaces with the CN-Series firewall annotation
   */
  function createFolding(labelKeys, annotatedNamespaces) {
    var annotated = {};
    for (var _i = 0, annotatedNamespaces_1 = annotatedNamespaces; _i < annotatedNamespaces_1.length; _i++) {
      var name = annotatedNamespaces_1[_i];
      annotated[name] = true;
    }
    var tagKeys = {};
    for (var _a = 0, labelKeys_1 = labelKeys; _a < labelKeys_1.length; _a++) {
      var key = labelKeys_1[_a];
      tagKeys[tagText(key)] = true;
    }
    return { labelKeys: labelKeys, tagKeys: tagKeys, annotatedNamespaces: annotated, classes: {} };
  }
  /*! Adds one pod (or workload) to its class. */
  function foldPod(folding, pod) {
    var labels = cutLabels(pod.labels, folding);
    var annotated = pod.firewallAnnotated || hasKey(folding.annotatedNamespaces, pod.namespace);
    var key = classKey(pod, labels, annotated);
    if (!hasKey(folding.classes, key)) {
      folding.classes[key] = {
        key: key,
        facts: pod,
        labels: labels,
        firewallAnnotated: annotated,
        families: [],
        count: 0,
        samples: []
      };
    }
    var growing = folding.classes[key];
    growing.count += pod.count;
    growing.families = joinFamilies(growing.families, pod.families);
    growing.samples = withSample(growing.samples, pod);
  }
  /*! The classes found so far, in an order that does not depend on the order of the pods. */
  function podClasses(folding) {
    return sortedKeys(folding.classes).map(function(key) {
      var growing = folding.classes[key];
      return {
        namespace: growing.facts.namespace,
        labels: growing.labels,
        namedPorts: growing.facts.namedPorts,
        probePorts: growing.facts.probePorts,
        hostNetwork: growing.facts.hostNetwork,
        firewallAnnotated: growing.firewallAnnotated,
        families: growing.families,
        count: growing.count,
        samples: growing.samples
      };
    });
  }
  /*! The labels that matter: of mentioned keys, and those whose tag may be that of a mentioned key. */
  function cutLabels(labels, folding) {
    var cut = {};
    for (var _i = 0, _a = folding.labelKeys; _i < _a.length; _i++) {
      var key = _a[_i];
      if (hasKey(labels, key))
        cut[key] = labels[key];
    }
    for (var _b = 0, _c = Object.keys(labels); _b < _c.length; _b++) {
      var key = _c[_b];
      if (!hasKey(cut, key) && mayBeTaken(key, labels[key], folding.tagKeys))
        cut[key] = labels[key];
    }
    return cut;
  }
  /*!
   * True where key and value, joined by a dot as in a tag, read as another key and its value as well: `app.v1=2` as
   * `app=v1.2`. Tags ignore case. A value has no slash, so that `app.example.com/name` never reads as `app`.
   */
  function mayBeTaken(key, value, tagKeys) {
    var text2 = key + "." + value;
    for (var dot = text2.indexOf("."); dot >= 0; dot = text2.indexOf(".", dot + 1)) {
      if (hasKey(tagKeys, tagText(text2.slice(0, dot))) && text2.indexOf("/", dot) < 0)
        return true;
    }
    return false;
  }
  /*! A key as it looks in tags, where the plugin may write `_` for `/`. */
  function tagText(key) {
    return key.toLowerCase().replace(/\//g, "_");
  }
  /*! A text that is equal for pods of one class; label values, names and numbers hold none of its separators. */
  function classKey(pod, labels, annotated) {
    var labelTexts2 = sortedKeys(labels).map(function(key) {
      return JSON.stringify([key, labels[key]]);
    });
    var portTexts = pod.namedPorts.map(function(port) {
      return port.name + ":" + port.protocol + ":" + String(port.port);
    });
    return [
      pod.namespace,
      labelTexts2.join(","),
      portTexts.join(","),
      pod.probePorts.join(","),
      pod.hostNetwork ? "host" : "pod",
      annotated ? "annotated" : "plain"
    ].join("\n");
  }
  function joinFamilies(known, more) {
    if (more.length === 0 || known.length === 2)
      return known;
    return sortedUnique(known.concat(more));
  }
  /*! The first names in alphabetical order stay. */
  function withSample(samples, pod) {
    if (samples.length === MOST_SAMPLES && compareText(pod.name, samples[MOST_SAMPLES - 1].name) >= 0)
      return samples;
    var sample = { name: pod.name, addresses: pod.addresses };
    return stableSort(samples.concat([sample]), compareSamples).slice(0, MOST_SAMPLES);
  }
  function compareSamples(a, b) {
    return compareText(a.name, b.name) || compareText(a.addresses.join(","), b.addresses.join(","));
  }

  // scripts/policy/kubernetes/peers.ts
  /*! Reading `from` and `to` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPeer). */
  var PEER = fieldSet(["podSelector", "namespaceSelector", "ipBlock"]);
  var IP_BLOCK = fieldSet(["cidr", "except"]);
  /*! Absent and empty mean the same: anyone. */
  function readPeers(reader, value, path) {
    var list2 = readList(reader, value, path);
    var peers = [];
    for (var i = 0; i < list2.length; i++) {
      var peer = readPeer(reader, list2[i], path + "[" + String(i) + "]");
      if (peer)
        peers.push(peer);
    }
    return list2.length === 0 ? { kind: "anyone" } : { kind: "peers", peers: peers };
  }
  function readPeer(reader, value, path) {
    var object2 = isAbsent(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, PEER, path);
    var selects = !isAbsent(object2.podSelector) || !isAbsent(object2.namespaceSelector);
    if (!isAbsent(object2.ipBlock)) {
      if (selects)
        report(reader, "peer-mixed", {}, path);
      return readIpBlock(reader, object2.ipBlock, path);
    }
    if (!selects) {
      report(reader, "peer-empty", {}, path);
      return void 0;
    }
    return readPodPeer(reader, object2, path);
  }
  function readPodPeer(reader, object2, path) {
    var pods = readSelector(reader, object2.podSelector, path + ".podSelector");
    if (isAbsent(object2.namespaceSelector)) {
      return { kind: "pods", namespaces: { kind: "own" }, pods: pods, path: path };
    }
    var selector = readSelector(reader, object2.namespaceSelector, path + ".namespaceSelector");
    return { kind: "pods", namespaces: { kind: "selected", selector: selector }, pods: pods, path: path };
  }
  function readIpBlock(reader, value, peerPath) {
    var path = peerPath + ".ipBlock";
    var object2 = readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, IP_BLOCK, path);
    var text2 = readString(reader, object2.cidr, path + ".cidr");
    if (isAbsent(object2.cidr))
      report(reader, "field-missing", { expected: "a CIDR" }, path + ".cidr");
    var block = text2 === void 0 ? void 0 : readBlock(reader, text2, path + ".cidr");
    var exceptions = readStringList(reader, object2.except, path + ".except");
    var except = [];
    for (var i = 0; i < exceptions.length; i++) {
      var exception = readBlock(reader, exceptions[i], path + ".except[" + String(i) + "]");
      if (!exception || !block)
        continue;
      except.push(exception.text);
      if (!isStrictlyInside(exception.range, block.range)) {
        var params = { except: exception.text, cidr: block.text };
        report(reader, "except-outside", params, path + ".except[" + String(i) + "]");
      }
    }
    return block && { kind: "ipBlock", cidr: block.text, except: sortedUnique(except), path: peerPath };
  }
  function readBlock(reader, text2, path) {
    var reading = readCidr(text2);
    if (reading.kind === "cidr")
      return reading;
    report(reader, "cidr-invalid", { value: shown(text2), reason: reading.reason }, path);
    return void 0;
  }

  // scripts/policy/kubernetes/ports.ts
  /*! Reading `ports` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPort). */
  var PORT = fieldSet(["protocol", "port", "endPort"]);
  /*! Absent and empty mean the same: anything. */
  function readPorts(reader, value, path) {
    var list2 = readList(reader, value, path);
    var ports = [];
    for (var i = 0; i < list2.length; i++) {
      var match = readPortMatch(reader, list2[i], path + "[" + String(i) + "]");
      if (match)
        ports.push(match);
    }
    return list2.length === 0 ? { kind: "anything" } : { kind: "ports", ports: ports };
  }
  function readPortMatch(reader, value, path) {
    /*! The API server reads a null element as an empty one. */
    var object2 = isAbsent(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, PORT, path);
    var protocol = readProtocol(reader, object2.protocol, path + ".protocol");
    if (isAbsent(object2.port))
      return readPortless(reader, object2, protocol, path);
    if (typeof object2.port === "string")
      return readNamed(reader, object2, object2.port, protocol, path);
    return readRange(reader, object2, protocol, path);
  }
  /*! The protocol; absent reads as TCP, and so does (after a diagnostic) what is none. */
  function readProtocol(reader, value, path) {
    var text2 = readString(reader, value, path);
    if (text2 === "TCP" || text2 === "UDP" || text2 === "SCTP")
      return text2;
    if (text2 !== void 0)
      report(reader, "protocol-unknown", { value: shown(text2) }, path);
    return "TCP";
  }
  function readPortless(reader, object2, protocol, path) {
    var endPort = readInteger(reader, object2.endPort, path + ".endPort");
    if (endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: endPort, reason: "stands without a port" }, path + ".endPort");
    }
    return { kind: "every", protocol: protocol, path: path };
  }
  function readNamed(reader, object2, name, protocol, path) {
    var fault = portNameFault(name);
    if (fault !== void 0)
      report(reader, "port-invalid", { value: shown(name), reason: fault }, path + ".port");
    var endPort = readInteger(reader, object2.endPort, path + ".endPort");
    if (endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: endPort, reason: "stands beside a named port" }, path + ".endPort");
    }
    return { kind: "named", protocol: protocol, name: name, path: path };
  }
  function readRange(reader, object2, protocol, path) {
    if (typeof object2.port !== "number") {
      reportType(reader, "a port number or the name of a port", object2.port, path + ".port");
      return void 0;
    }
    var from = readInteger(reader, object2.port, path + ".port");
    var endPort = readInteger(reader, object2.endPort, path + ".endPort");
    if (from === void 0)
      return void 0;
    if (!isPortNumber(from)) {
      report(reader, "port-invalid", { value: from, reason: "a port is a number from 1 to 65535" }, path + ".port");
    }
    var to = endPort === void 0 ? from : endPort;
    if (!isPortNumber(to) && endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: to, reason: "is not from 1 to 65535" }, path + ".endPort");
    } else if (to < from) {
      var reason = "is smaller than port " + String(from);
      report(reader, "port-range-invalid", { endPort: to, reason: reason }, path + ".endPort");
    }
    return { kind: "range", protocol: protocol, from: from, to: to, path: path };
  }
  function isPortNumber(value) {
    return value >= 1 && value <= 65535;
  }

  // scripts/policy/kubernetes/selector.ts
  /*! Whether all terms of the selector hold for the labels; the empty selector holds for all. */
  function matchesSelector(selector, labels) {
    for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
      var term = selector_1[_i];
      if (!matchesTerm(term, labels))
        return false;
    }
    return true;
  }
  function matchesTerm(term, labels) {
    var present2 = hasKey(labels, term.key);
    switch (term.operator) {
      case "In":
        return present2 && term.values.indexOf(labels[term.key]) >= 0;
      case "NotIn":
        return !present2 || term.values.indexOf(labels[term.key]) < 0;
      case "Exists":
        return present2;
      case "DoesNotExist":
        return !present2;
    }
  }
  /*!
   * The selector as `kubectl` takes it; `*` for the empty one.
   *
   * @example `app=web,tier in (a,b),!x`
   */
  function selectorText(selector) {
    return selector.length === 0 ? "*" : selector.map(termText).join(",");
  }
  function termText(term) {
    switch (term.operator) {
      case "In":
        return term.values.length === 1 ? term.key + "=" + term.values[0] : term.key + " in (" + term.values.join(",") + ")";
      case "NotIn":
        return term.values.length === 1 ? term.key + "!=" + term.values[0] : term.key + " notin (" + term.values.join(",") + ")";
      case "Exists":
        return term.key;
      case "DoesNotExist":
        return "!" + term.key;
    }
  }

  // scripts/policy/kubernetes/entries.ts
  var SIDES = {
    ingress: { field: "from", fields: fieldSet(["from", "ports"]) },
    egress: { field: "to", fields: fieldSet(["to", "ports"]) }
  };
  var KEY_LENGTH = 6;
  /*! The entries of one direction; absent reads as none. */
  function readEntries(reader, value, direction) {
    var entries = [];
    var list2 = readList(reader, value, "spec." + direction);
    for (var i = 0; i < list2.length; i++) {
      var entry = readEntry(reader, list2[i], direction, i);
      if (entry)
        entries.push(entry);
    }
    return entries;
  }
  function readEntry(reader, value, direction, index) {
    var path = "spec." + direction + "[" + String(index) + "]";
    var side = SIDES[direction];
    /*! The API server reads a null element as an empty one, which allows everything. */
    var object2 = isAbsent(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, side.fields, path);
    var peers = readPeers(reader, object2[side.field], path + "." + side.field);
    var ports = readPorts(reader, object2.ports, path + ".ports");
    return { direction: direction, index: index, key: entryKey(peers, ports), peers: peers, ports: ports, path: path };
  }
  /*!
   * A short hash of what the entry says: equal for entries that say the same, whatever the order of their lists, and
   * without its place, so that an inserted entry changes no key.
   */
  function entryKey(peers, ports) {
    var from = peers.kind === "anyone" ? "*" : sortedUnique(peers.peers.map(peerContent)).join("|");
    var on = ports.kind === "anything" ? "*" : sortedUnique(ports.ports.map(portContent)).join("|");
    return shortHash(from + " on " + on).slice(0, KEY_LENGTH);
  }
  function peerContent(peer) {
    if (peer.kind === "ipBlock")
      return peer.cidr + " except " + peer.except.join(",");
    var where2 = peer.namespaces.kind === "own" ? "own namespace" : "namespaces " + selectorText(peer.namespaces.selector);
    return where2 + " pods " + selectorText(peer.pods);
  }
  function portContent(port) {
    switch (port.kind) {
      case "every":
        return port.protocol;
      case "range":
        return port.protocol + "/" + String(port.from) + "-" + String(port.to);
      case "named":
        return port.protocol + "/" + port.name;
    }
  }

  // scripts/policy/kubernetes/policy.ts
  var API_VERSION = "networking.k8s.io/v1";
  var TOP = fieldSet(["apiVersion", "kind", "metadata", "spec", "status"]);
  var SPEC = fieldSet(["podSelector", "policyTypes", "ingress", "egress"]);
  /*! Reads one NetworkPolicy; never throws. All diagnostics name the policy. */
  function readPolicy(raw) {
    var reader = createReader();
    checkFields(reader, raw, TOP, "");
    checkVersion(reader, raw);
    var metadata = readPolicyMetadata(reader, raw.metadata);
    /*! The API server takes a policy without spec: it isolates every pod of the namespace. */
    var spec = readObject(reader, raw.spec, "spec") || {};
    checkFields(reader, spec, SPEC, "spec");
    var subject = readSelector(reader, spec.podSelector, "spec.podSelector");
    var ingress = readEntries(reader, spec.ingress, "ingress");
    var egress = readEntries(reader, spec.egress, "egress");
    var isolates = readPolicyTypes(reader, spec.policyTypes, egress);
    var policy = {
      id: metadata.id,
      labels: metadata.labels,
      annotations: metadata.annotations,
      subject: subject,
      isolates: isolates,
      entries: effectiveEntries(reader, ingress, isolates.ingress).concat(effectiveEntries(reader, egress, isolates.egress))
    };
    if (reader.found.length === 0)
      return { policy: policy, diagnostics: [] };
    var place = { policy: { namespace: metadata.id.namespace, name: metadata.id.name } };
    return { policy: hasErrors(reader) ? void 0 : policy, diagnostics: placed(reader.found, place) };
  }
  function checkVersion(reader, raw) {
    var version = readString(reader, raw.apiVersion, "apiVersion");
    var kind = readString(reader, raw.kind, "kind");
    if (isAbsent(raw.apiVersion))
      report(reader, "field-missing", { expected: API_VERSION }, "apiVersion");
    if (isAbsent(raw.kind))
      report(reader, "field-missing", { expected: "NetworkPolicy" }, "kind");
    if (version !== void 0 && version !== API_VERSION) {
      report(reader, "api-version", { found: shown(version), expected: API_VERSION }, "apiVersion");
    }
    if (kind !== void 0 && kind !== "NetworkPolicy") {
      report(reader, "object-unreadable", { reason: "its kind is " + shown(kind) + ", not NetworkPolicy" }, "kind");
    }
  }
  /*!
   * The effective policyTypes. Absent or empty: Ingress always, Egress where the policy has an egress entry; an empty
   * `egress` list does not count (API documentation of `policyTypes`).
   */
  function readPolicyTypes(reader, value, egress) {
    var types = readStringList(reader, value, "spec.policyTypes");
    if (types.length === 0)
      return { ingress: true, egress: egress.length > 0 };
    if (types.length > 2)
      report(reader, "policy-types-count", { count: types.length }, "spec.policyTypes");
    for (var i = 0; i < types.length; i++) {
      if (types[i] === "Ingress" || types[i] === "Egress")
        continue;
      report(reader, "policy-type-unknown", { value: shown(types[i]) }, "spec.policyTypes[" + String(i) + "]");
    }
    return { ingress: types.indexOf("Ingress") >= 0, egress: types.indexOf("Egress") >= 0 };
  }
  /*! Entries of a direction that policyTypes leaves out have no effect; that is worth a warning. */
  function effectiveEntries(reader, entries, isolated2) {
    if (isolated2 || entries.length === 0)
      return entries;
    var direction = entries[0].direction;
    var type = direction === "ingress" ? "Ingress" : "Egress";
    report(reader, "entries-without-type", { direction: direction, type: type }, "spec." + direction);
    return [];
  }

  // scripts/policy/kubernetes/policykinds.ts
  /*! Kinds of network policy besides the NetworkPolicy of networking.k8s.io. */
  /*! By API group: kinds that decide about traffic and that this compiler does not know. */
  var FOREIGN_KINDS = {
    "cilium.io": ["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"],
    "crd.antrea.io": ["NetworkPolicy", "ClusterNetworkPolicy"],
    "crd.projectcalico.org": ["NetworkPolicy", "GlobalNetworkPolicy"],
    "k8s.ovn.org": ["EgressFirewall"],
    "network.openshift.io": ["EgressNetworkPolicy"],
    "networking.gke.io": ["FQDNNetworkPolicy"],
    "networking.k8s.aws": ["ApplicationNetworkPolicy", "ClusterNetworkPolicy"],
    "policy.networking.k8s.io": ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"],
    "projectcalico.org": ["NetworkPolicy", "GlobalNetworkPolicy"],
    "security.antrea.tanzu.vmware.com": ["NetworkPolicy", "ClusterNetworkPolicy"]
  };
  /*! True for a Kubernetes NetworkPolicy, also with an apiVersion that `readPolicy` then refuses (old, misspelt, missing). */
  function isNetworkPolicy(object2) {
    return object2.kind === "NetworkPolicy" && foreignPolicyKind(object2) === void 0;
  }
  /*!
   * Kind and group of a policy of another kind, undefined for other objects.
   *
   * @example `GlobalNetworkPolicy (projectcalico.org)`
   */
  function foreignPolicyKind(object2) {
    var group = groupOf(object2);
    var kind = String(object2.kind);
    if (group === void 0 || !hasKey(FOREIGN_KINDS, group))
      return void 0;
    return FOREIGN_KINDS[group].indexOf(kind) >= 0 ? kind + " (" + group + ")" : void 0;
  }

  // scripts/policy/kubernetes/rawpolicies.ts
  /*! NetworkPolicies as a snapshot keeps them: as they came in, without what changes by itself, each once. */
  /*! Fields of metadata that the control plane writes and that say nothing about the policy. */
  var VOLATILE_METADATA = {
    creationTimestamp: true,
    deletionGracePeriodSeconds: true,
    deletionTimestamp: true,
    finalizers: true,
    generation: true,
    managedFields: true,
    ownerReferences: true,
    resourceVersion: true,
    selfLink: true
  };
  /*! What `kubectl apply` remembers, and what this product itself writes back. */
  var VOLATILE_ANNOTATION = /^(kubectl\.kubernetes\.io\/last-applied-configuration$|status\.np\.panw\.com\/)/;
  /*!
   * Cleans, sorts and joins the policies. Of those that say the same, one stays; a policy given twice with different
   * content is an error, and neither is kept: picking one would be a guess.
   */
  function cleanPolicies(objects) {
    var groups = {};
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      var policy = cleanPolicy(object2);
      var id = namespaceOf(policy) + "/" + nameOf(policy);
      if (!hasKey(groups, id))
        groups[id] = [];
      groups[id].push(policy);
    }
    var policies = [];
    var diagnostics = [];
    for (var _a = 0, _b = sortedKeys(groups); _a < _b.length; _a++) {
      var id = _b[_a];
      var group = groups[id].length === 1 ? groups[id] : stableSort(groups[id], compareVersions);
      var place = { namespace: namespaceOf(group[0]), name: nameOf(group[0]) };
      if (place.name === "") {
        /*! Each of them is an error by itself, as readPolicy says. */
        for (var _c = 0, group_1 = group; _c < group_1.length; _c++) {
          var policy = group_1[_c];
          policies.push(policy);
        }
      } else if (saySame(group)) {
        policies.push(group[0]);
      } else {
        diagnostics.push(diagnose("policy-duplicate", {}, { policy: place, path: "metadata.name" }));
      }
    }
    return { policies: stableSort(policies, comparePlaces), diagnostics: diagnostics };
  }
  function cleanPolicy(object2) {
    var policy = copyWithout(object2, { status: true });
    if (isObject(object2.metadata))
      policy.metadata = cleanMetadata(object2.metadata, namespaceOf(object2));
    return policy;
  }
  function cleanMetadata(metadata, namespace) {
    var clean = copyWithout(metadata, VOLATILE_METADATA);
    if (isAbsent(clean.namespace) || clean.namespace === "")
      clean.namespace = namespace;
    if (isObject(clean.annotations))
      clean.annotations = cleanAnnotations(clean.annotations);
    return clean;
  }
  function cleanAnnotations(annotations) {
    var volatile = {};
    for (var _i = 0, _a = Object.keys(annotations); _i < _a.length; _i++) {
      var key = _a[_i];
      if (VOLATILE_ANNOTATION.test(key))
        volatile[key] = true;
    }
    return copyWithout(annotations, volatile);
  }
  /*! Whether all versions of a policy mean the same; a manifest and the live object differ in written-out defaults. */
  function saySame(group) {
    if (group.length === 1)
      return true;
    var first2 = meaningOf(group[0]);
    return group.every(function(policy) {
      return meaningOf(policy) === first2;
    });
  }
  function meaningOf(raw) {
    var policy = readPolicy(raw).policy;
    if (!policy)
      return canonicalJson(raw);
    return canonicalJson([policy.labels, policy.annotations, policy.subject, policy.isolates, policy.entries]);
  }
  /*! The version with the greatest UID (one with a UID before one without) comes first, whatever the input's order. */
  function compareVersions(a, b) {
    return compareText(uidOf(b), uidOf(a)) || compareText(canonicalJson(a), canonicalJson(b));
  }
  function uidOf(policy) {
    var metadata = isObject(policy.metadata) ? policy.metadata : {};
    return typeof metadata.uid === "string" ? metadata.uid : "";
  }
  function comparePlaces(a, b) {
    return compareText(namespaceOf(a), namespaceOf(b)) || compareText(nameOf(a), nameOf(b));
  }

  // scripts/policy/kubernetes/services.ts
  /*! Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */
  /*! The label by which an EndpointSlice says whose it is. */
  var SERVICE_NAME_LABEL = "kubernetes.io/service-name";
  /*! All Services, by namespace and name. */
  function readServices(reader, objects) {
    var addresses = endpointAddresses(objects);
    var services = objects.services.map(function(object2) {
      var id = namespaceOf(object2) + "/" + nameOf(object2);
      return readService(reader, object2, hasKey(addresses, id) ? addresses[id] : []);
    });
    return stableSort(services, function(a, b) {
      return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
    });
  }
  function readService(reader, object2, endpoints) {
    var spec = isObject(object2.spec) ? object2.spec : {};
    var type = serviceType(spec.type);
    var clusterIPs = Array.isArray(spec.clusterIPs) ? spec.clusterIPs : [spec.clusterIP];
    return {
      namespace: namespaceOf(object2),
      name: nameOf(object2),
      labels: readStringMap(reader, metadataField(object2, "labels"), objectPath(object2, "metadata.labels")),
      type: type,
      headless: spec.clusterIP === "None" || clusterIPs.indexOf("None") >= 0,
      clusterIPs: canonicalAddresses(clusterIPs.concat([spec.clusterIP])),
      selector: readServiceSelector(reader, object2, spec, type),
      ports: objectsOf(spec.ports).map(readServicePort),
      endpoints: canonicalAddresses(endpoints)
    };
  }
  function serviceType(value) {
    return value === "NodePort" || value === "LoadBalancer" || value === "ExternalName" ? value : "ClusterIP";
  }
  /*! An empty selector selects nothing here, unlike that of a policy; ExternalName ignores it (API documentation). */
  function readServiceSelector(reader, object2, spec, type) {
    var selector = readStringMap(reader, spec.selector, objectPath(object2, "spec.selector"));
    return type === "ExternalName" || Object.keys(selector).length === 0 ? void 0 : selector;
  }
  function readServicePort(port) {
    var number = typeof port.port === "number" ? port.port : 0;
    var target = port.targetPort;
    var hasTarget = typeof target === "number" && target !== 0 || typeof target === "string" && target !== "";
    return {
      name: typeof port.name === "string" ? port.name : "",
      protocol: port.protocol === "UDP" || port.protocol === "SCTP" ? port.protocol : "TCP",
      port: number,
      targetPort: hasTarget ? target : number
    };
  }
  /*! By `namespace/name` of the Service: addresses of all endpoints, ready or not (readiness comes and goes). */
  function endpointAddresses(objects) {
    var addresses = {};
    for (var _i = 0, _a = objects.endpointSlices; _i < _a.length; _i++) {
      var slice = _a[_i];
      var labels = metadataField(slice, "labels");
      var name = isObject(labels) ? labels[SERVICE_NAME_LABEL] : void 0;
      if (typeof name !== "string")
        continue;
      for (var _b = 0, _c = objectsOf(slice.endpoints); _b < _c.length; _b++) {
        var endpoint = _c[_b];
        addAll(addresses, slice, name, endpoint.addresses);
      }
    }
    for (var _d = 0, _e = objects.endpoints; _d < _e.length; _d++) {
      var endpoints = _e[_d];
      for (var _f = 0, _g = objectsOf(endpoints.subsets); _f < _g.length; _f++) {
        var subset = _g[_f];
        var found = objectsOf(subset.addresses).concat(objectsOf(subset.notReadyAddresses));
        var texts = found.map(function(address) {
          return address.ip;
        });
        addAll(addresses, endpoints, nameOf(endpoints), texts);
      }
    }
    return addresses;
  }
  function addAll(addresses, object2, name, found) {
    if (!Array.isArray(found))
      return;
    var id = namespaceOf(object2) + "/" + name;
    if (!hasKey(addresses, id))
      addresses[id] = [];
    for (var _i = 0, _a = found; _i < _a.length; _i++) {
      var address = _a[_i];
      addresses[id].push(address);
    }
  }

  // scripts/policy/kubernetes/workloads.ts
  /*!
   * Workloads: objects that make pods from a template. A template stands for pods that are not listed: in files, or scaled
   * to zero.
   */
  var WORKLOAD_GROUPS = {
    CronJob: ["batch"],
    DaemonSet: ["apps", "extensions"],
    Deployment: ["apps", "extensions"],
    /*! OpenShift's elder of Deployment. */
    DeploymentConfig: ["apps.openshift.io"],
    Job: ["batch"],
    ReplicaSet: ["apps", "extensions"],
    ReplicationController: [""],
    StatefulSet: ["apps"]
  };
  /*! True for the kinds of Kubernetes itself, and OpenShift's DeploymentConfig, that make pods from a template. */
  function isWorkload(object2) {
    var kind = String(object2.kind);
    var group = groupOf(object2);
    return hasKey(WORKLOAD_GROUPS, kind) && (group === void 0 || WORKLOAD_GROUPS[kind].indexOf(group) >= 0);
  }
  /*! The pod template of a workload; undefined where it has none that can be read. */
  function templateOf(workload) {
    var spec = isObject(workload.spec) ? workload.spec : {};
    if (workload.kind === "CronJob") {
      var jobTemplate = isObject(spec.jobTemplate) ? spec.jobTemplate : {};
      spec = isObject(jobTemplate.spec) ? jobTemplate.spec : {};
    }
    return isObject(spec.template) ? spec.template : void 0;
  }
  /*!
   * The workloads whose templates stand for pods that are not listed: none of their pods is, no other listed workload
   * owns them, and they may still make pods (a finished Job does not, nor does an old ReplicaSet of a Deployment).
   */
  function unlistedWorkloads(workloads, pods) {
    var covered = coveredWorkloads(workloads, pods);
    var listed = {};
    for (var _i = 0, workloads_1 = workloads; _i < workloads_1.length; _i++) {
      var workload = workloads_1[_i];
      listed[idOf(workload)] = true;
    }
    return workloads.filter(function(workload2) {
      var owner = ownerOf(workload2);
      if (owner !== void 0 && (hasKey(listed, owner) || isScaledToZero(workload2)))
        return false;
      return !hasKey(covered, idOf(workload2)) && !isFinishedJob(workload2);
    });
  }
  /*! Ids of all workloads that own a listed pod, directly or through another workload. */
  function coveredWorkloads(workloads, pods) {
    var owners = {};
    for (var _i = 0, workloads_2 = workloads; _i < workloads_2.length; _i++) {
      var workload = workloads_2[_i];
      var owner = ownerOf(workload);
      if (owner !== void 0)
        owners[idOf(workload)] = owner;
    }
    var covered = {};
    for (var _a = 0, pods_1 = pods; _a < pods_1.length; _a++) {
      var pod = pods_1[_a];
      var owner = ownerOf(pod);
      if (owner !== void 0)
        cover(covered, owners, owner);
    }
    return covered;
  }
  function cover(covered, owners, id) {
    if (hasKey(covered, id))
      return;
    covered[id] = true;
    var above = hasKey(owners, id) ? owners[id] : parentByName(id);
    if (above !== void 0)
      cover(covered, owners, above);
  }
  /*! `shop/ReplicaSet/web-5d4f` belongs to `shop/Deployment/web`, a Job of a CronJob likewise: how controllers name them. */
  function parentByName(id) {
    var parts = id.split("/");
    var parent = parts[1] === "ReplicaSet" ? "Deployment" : parts[1] === "Job" ? "CronJob" : void 0;
    var dash = parts[2].lastIndexOf("-");
    return parent === void 0 || dash < 1 ? void 0 : parts[0] + "/" + parent + "/" + parts[2].slice(0, dash);
  }
  function idOf(workload) {
    return namespaceOf(workload) + "/" + String(workload.kind) + "/" + nameOf(workload);
  }
  /*! The id of the controlling owner, which is always in the same namespace. */
  function ownerOf(object2) {
    for (var _i = 0, _a = objectsOf(metadataField(object2, "ownerReferences")); _i < _a.length; _i++) {
      var reference = _a[_i];
      if (reference.controller === true && typeof reference.kind === "string" && typeof reference.name === "string") {
        return namespaceOf(object2) + "/" + reference.kind + "/" + reference.name;
      }
    }
    return void 0;
  }
  function isScaledToZero(workload) {
    return isObject(workload.spec) && workload.spec.replicas === 0;
  }
  function isFinishedJob(workload) {
    if (workload.kind !== "Job" || !isObject(workload.status))
      return false;
    return objectsOf(workload.status.conditions).some(function(condition) {
      return (condition.type === "Complete" || condition.type === "Failed") && condition.status === "True";
    });
  }

  // scripts/policy/kubernetes/snapshot.ts
  /*! The core and discovery kinds that a snapshot is made of, with their API groups and resources. */
  var RESOURCES = {
    EndpointSlice: { group: "discovery.k8s.io", resource: "endpointslices" },
    Endpoints: { group: "", resource: "endpoints" },
    Namespace: { group: "", resource: "namespaces" },
    Node: { group: "", resource: "nodes" },
    Pod: { group: "", resource: "pods" },
    Service: { group: "", resource: "services" },
    ServiceCIDR: { group: "networking.k8s.io", resource: "servicecidrs" }
  };
  /*!
   * Builds the snapshot of one cluster from its objects; kinds that it has no use for are passed over.
   *
   * @param objects in any order; NetworkPolicies are kept as they are and read again by `readPolicy`, whose diagnostics do
   * not appear here
   * @param lastGood last good versions of policies, whose label keys must stay on the pods too
   */
  function buildSnapshot(objects, cluster, lastGood) {
    if (lastGood === void 0) {
      lastGood = [];
    }
    var reader = createReader();
    var sorted = sortObjects(reader, objects);
    var policies = cleanPolicies(sorted.policies);
    var services = readServices(reader, {
      services: of(sorted, "services"),
      endpointSlices: of(sorted, "endpointslices"),
      endpoints: of(sorted, "endpoints")
    });
    var keys = mentionedLabelKeys(readable(policies.policies.concat(lastGood)), services);
    var pods = readPods(reader, sorted);
    var folding = createFolding(keys, of(sorted, "namespaces").filter(isFirewallAnnotated).map(nameOf));
    for (var _i = 0, pods_1 = pods; _i < pods_1.length; _i++) {
      var pod = pods_1[_i];
      foldPod(folding, pod);
    }
    /*! Whatever is listed in a namespace shows that it exists, pods that have ended too. */
    var named = sorted.policies.concat(sorted.workloads, of(sorted, "pods"), of(sorted, "services")).map(namespaceOf);
    var snapshot = {
      cluster: cluster,
      lists: wholeLists(sorted),
      namespaces: readNamespaces(reader, of(sorted, "namespaces"), named),
      policies: policies.policies,
      podClasses: podClasses(folding),
      services: services,
      nodes: readNodes(reader, of(sorted, "nodes")),
      serviceCIDRs: readServiceCidrs(reader, of(sorted, "servicecidrs"))
    };
    return { snapshot: snapshot, diagnostics: policies.diagnostics.concat(reader.found) };
  }
  function sortObjects(reader, objects) {
    var policies = [];
    var workloads = [];
    var others = {};
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      var foreign = foreignPolicyKind(object2);
      var resource = resourceOf(object2);
      if (foreign !== void 0) {
        report(reader, "cluster-wide-policy", { policyKind: foreign }, objectPath(object2, ""));
      } else if (isNetworkPolicy(object2)) {
        policies.push(object2);
      } else if (isWorkload(object2)) {
        workloads.push(object2);
      } else if (resource !== void 0) {
        if (!hasKey(others, resource))
          others[resource] = [];
        others[resource].push(object2);
      }
    }
    var unique = {};
    for (var _a = 0, _b = sortedKeys(others); _a < _b.length; _a++) {
      var resource = _b[_a];
      unique[resource] = withoutDuplicates(reader, others[resource]);
    }
    return { policies: policies, workloads: withoutDuplicates(reader, workloads), others: unique };
  }
  /*! The resource of a kind that snapshots are made of; other groups have such kinds too (`Service` of Knative). */
  function resourceOf(object2) {
    var kind = String(object2.kind);
    if (!hasKey(RESOURCES, kind))
      return void 0;
    var group = groupOf(object2);
    return group === void 0 || group === RESOURCES[kind].group ? RESOURCES[kind].resource : void 0;
  }
  function of(sorted, resource) {
    return hasKey(sorted.others, resource) ? sorted.others[resource] : [];
  }
  /*!
   * The policies whose selectors can be read. Their labels and annotations do not count: where these are wrong, the new spec
   * is compiled with the last good ones.
   */
  function readable(policies) {
    var found = [];
    for (var _i = 0, policies_1 = policies; _i < policies_1.length; _i++) {
      var raw = policies_1[_i];
      var metadata = { namespace: namespaceOf(raw), name: nameOf(raw) };
      var policy = readPolicy({
        apiVersion: raw.apiVersion,
        kind: raw.kind,
        metadata: metadata,
        spec: raw.spec
      }).policy;
      if (policy)
        found.push(policy);
    }
    return found;
  }
  /*! The pods that run, and the templates of workloads none of whose pods is listed. */
  function readPods(reader, sorted) {
    var pods = of(sorted, "pods");
    var found = [];
    for (var _i = 0, pods_2 = pods; _i < pods_2.length; _i++) {
      var pod = pods_2[_i];
      var facts = hasEnded(pod) ? void 0 : readPod(reader, pod);
      if (facts)
        found.push(facts);
    }
    for (var _a = 0, _b = unlistedWorkloads(sorted.workloads, pods); _a < _b.length; _a++) {
      var workload = _b[_a];
      var template = templateOf(workload);
      var facts = template && readTemplate(reader, workload, template);
      if (facts)
        found.push(facts);
    }
    return found;
  }
  /*! What comes from files counts as whole; NetworkPolicies do even where there are none. */
  function wholeLists(sorted) {
    var lists = {};
    for (var _i = 0, _a = sortedKeys(sorted.others).concat(["networkpolicies"]); _i < _a.length; _i++) {
      var resource = _a[_i];
      lists[resource] = { resourceVersion: "", complete: true };
    }
    return lists;
  }

  // scripts/policy/profile/defaults.ts
  /*! The defaults are the cautious choices: a new cluster logs what would be denied, and a human commits. */
  var PROFILE_DEFAULTS = {
    panoramaInstance: "",
    watcherInstance: "",
    panoramaAdmin: "",
    clusterUID: "",
    enforcement: "audit",
    autoCommit: false,
    autoPush: false,
    commit: { minIntervalMinutes: 5 },
    rulebase: "pre",
    position: { at: "bottom", rule: "" },
    applyMode: "batch",
    style: "readable",
    zones: { from: ["any"], to: ["any"] },
    excludedNamespaces: ["kube-system"],
    podCIDRs: void 0,
    serviceCIDRs: void 0,
    inspection: "both-ends",
    nodes: { toPods: "probes", ports: [], addresses: [] },
    tags: { labelKey: "identity", hostNetwork: "registered" },
    tagPruning: false,
    sctp: "refuse",
    filterNot: false,
    capacity: { rules: 1e4, groups: 1e4, members: 2e3 },
    isolation: { action: "deny", log: "end" },
    defaults: {},
    allowed: {},
    guardRails: {
      approveAlways: false,
      maxChanges: 200,
      maxDeletes: 20,
      maxDeletedShare: 0.3,
      maxMoves: 50,
      approveExternal: ["0.0.0.0/0", "::/0"]
    },
    approverRoles: []
  };
  /*! The profile of a cluster that nobody has set up: all defaults, for looking at policies before there is a profile. */
  function localProfile(cluster, deviceGroup) {
    if (cluster === void 0) {
      cluster = "local";
    }
    if (deviceGroup === void 0) {
      deviceGroup = "cnseries";
    }
    return __assign(__assign({}, PROFILE_DEFAULTS), { cluster: cluster, deviceGroup: deviceGroup, tags: __assign(__assign({}, PROFILE_DEFAULTS.tags), { cluster: cluster }) });
  }

  // scripts/policy/profile/preview.ts
  /*!
   * A preview for files: what they alone cannot tell is left out, and said. Rules for Service addresses need the cluster's
   * inspection setting; rules for kubelet probes need the Nodes.
   */
  function previewProfile(snapshot) {
    var profile = localProfile();
    var hasNodes = snapshot.nodes.some(function(node) {
      return node.addresses.length > 0;
    });
    var notes = [
      'No cluster profile: cluster "' + profile.cluster + '", device group "' + profile.deviceGroup + '", rules for pod addresses only (inspection "server-only").'
    ];
    if (!hasNodes)
      notes.push('No Nodes in the input: no rules for kubelet probes (nodes.toPods "off").');
    return {
      profile: __assign(__assign({}, profile), { inspection: "server-only", nodes: hasNodes ? profile.nodes : __assign(__assign({}, profile.nodes), { toPods: "off" }) }),
      notes: notes
    };
  }

  // scripts/policy/words.ts
  /*! Small pieces of sentences that several kinds of findings share. */
  /*!
   * A list in words; '' for the empty list.
   *
   * @example inWords(['end', 'start', 'none'], 'or') //=> 'end, start or none'
   */
  function inWords(items, last) {
    if (items.length < 2)
      return items.join("");
    return items.slice(0, -1).join(", ") + " " + last + " " + items[items.length - 1];
  }
  /*!
   * The hint for a misspelt word, with a leading blank; '' where no candidate is near enough.
   *
   * @example didYouMean('antivrius', ['antivirus', 'antispyware']) //=> ' Did you mean "antivirus"?'
   */
  function didYouMean2(word, candidates2) {
    var found = nearest(word, candidates2);
    return found === void 0 ? "" : ' Did you mean "' + found + '"?';
  }

  // scripts/policy/attributes/keys.ts
  /*! The attribute keys of the convention: what each one's value is, and what it becomes in PAN-OS. */
  /*! Keys on policies start with this. Keys under `status.np.panw.com/` are written by us and not read. */
  var PREFIX = "np.panw.com/";
  /*!
   * Lengths: PAN-OS schema 10.0.6, `security/rules/entry` (profile-setting/group 31, profiles 63, wildfire-analysis 47,
   * log-setting 63). An application may be a predefined App-ID or an application group, a category a predefined one, a
   * custom one or an external list; groups and custom ones are shorter than 63.
   */
  var KEYS = {
    appid: {
      element: "application",
      value: { type: "names", what: "App-IDs or application groups", most: 63 },
      allowList: "applications"
    },
    antivirus: singleProfile("virus", "an antivirus profile", 63),
    antispyware: singleProfile("spyware", "an anti-spyware profile", 63),
    "vuln-protection": singleProfile("vulnerability", "a vulnerability protection profile", 63),
    urlfiltering: singleProfile("url-filtering", "a URL filtering profile", 63),
    fileblocking: singleProfile("file-blocking", "a file blocking profile", 63),
    datafiltering: singleProfile("data-filtering", "a data filtering profile", 63),
    wildfire: singleProfile("wildfire-analysis", "a WildFire analysis profile", 47),
    "profile-group": {
      element: "profile-setting/group",
      value: {
        type: "name",
        what: "a profile group",
        most: 31,
        noneReason: "a rule has a profile group or not; name another group or single profiles to replace an inherited one"
      },
      allowList: "profileGroups"
    },
    "url-category": {
      element: "category",
      value: { type: "names", what: "URL categories", most: 63 },
      allowList: "urlCategories"
    },
    logprofile: {
      element: "log-setting",
      value: {
        type: "name",
        what: "a log forwarding profile",
        most: 63,
        noneReason: "logs are switched off with log, not with logprofile"
      },
      allowList: "logProfiles"
    },
    log: {
      element: "log-start, log-end",
      value: { type: "choice", values: ["end", "start", "both", "none"] },
      allowList: void 0
    },
    service: {
      element: "service",
      value: { type: "choice", values: ["ports", "application-default"] },
      allowList: void 0
    },
    "security-service": {
      element: "",
      value: {
        type: "name",
        what: "a published security service",
        most: 63,
        noneReason: "an inherited security service is replaced by naming another one"
      },
      allowList: void 0
    },
    ticket: { element: "description", value: { type: "text", most: 64 }, allowList: void 0 }
  };
  /*! The element under `profile-setting/profiles` for each key of a single profile. */
  var PROFILE_KINDS = {
    antivirus: "virus",
    antispyware: "spyware",
    "vuln-protection": "vulnerability",
    urlfiltering: "url-filtering",
    fileblocking: "file-blocking",
    datafiltering: "data-filtering",
    wildfire: "wildfire-analysis"
  };
  /*! All keys, sorted. */
  var ATTRIBUTE_KEYS = Object.keys(KEYS).sort();
  /*! The keys of single profiles, sorted. */
  var PROFILE_KEYS = Object.keys(PROFILE_KINDS).sort();
  /*! True for the keys of the table, whatever else an object might have. */
  function isAttributeKey(key) {
    return hasKey(KEYS, key);
  }
  function singleProfile(kind, what, most) {
    return {
      element: "profile-setting/profiles/" + kind,
      value: { type: "name-or-none", what: what, most: most },
      allowList: "profiles"
    };
  }

  // scripts/policy/attributes/names.ts
  /*! Names as PAN-OS takes them, for objects that exist already and are only referred to. */
  /*!
   * Why `name` cannot be the name of a PAN-OS object, or undefined. Characters: PAN-OS schema "object-name". The first one:
   * a letter, a digit or an underscore (the message that the web interface gives).
   *
   * @param most the limit of characters of this kind of object
   * @example nameFault('a&b', 63) //=> 'it has the character "&"; letters, digits, blanks, "-", "_" and "." are allowed'
   */
  function nameFault(name, most) {
    if (name === "")
      return "it is empty";
    if (name.length > most) {
      return "it has " + String(name.length) + " characters, at most " + String(most) + " are allowed";
    }
    var foreign = /[^ A-Za-z0-9._-]/.exec(name);
    if (foreign) {
      return "it has " + characterInWords(foreign[0]) + '; letters, digits, blanks, "-", "_" and "." are allowed';
    }
    if (!/^[A-Za-z0-9_]/.test(name))
      return 'it must start with a letter, a digit or "_"';
    return / $/.test(name) ? "it ends with a blank" : void 0;
  }
  /*!
   * Why `text` cannot stand in a description, or undefined: it must be one line of characters that XML can carry and that
   * people can see (no control characters, no invisible or direction-changing ones, no half surrogate pairs).
   *
   * @param most the limit of characters, counted as UTF-16 code units
   */
  function textFault(text2, most) {
    if (text2 === "")
      return "it is empty";
    if (text2.length > most) {
      return "it has " + String(text2.length) + " characters, at most " + String(most) + " are allowed";
    }
    for (var i = 0; i < text2.length; i++) {
      var code = text2.charCodeAt(i);
      if (isHighSurrogate(code) && i + 1 < text2.length && isLowSurrogate(text2.charCodeAt(i + 1))) {
        i++;
      } else if (isUnprintable(code)) {
        return "it has " + characterInWords(text2.charAt(i)) + ", which cannot be printed";
      }
    }
    return void 0;
  }
  /*!
   * A text from a policy for a message: at most 100 characters, with what cannot be printed written as `U+000A`.
   *
   * @example shownText('a\nb') //=> 'a<U+000A>b'
   */
  function shownText(text2) {
    var cut = text2.length > MOST_SHOWN2 ? text2.slice(0, MOST_SHOWN2) : text2;
    var printable = "";
    for (var i = 0; i < cut.length; i++) {
      var code = cut.charCodeAt(i);
      var isHalf = isHighSurrogate(code) || isLowSurrogate(code);
      printable += isUnprintable(code) && !isHalf ? "<" + codePoint(code) + ">" : cut.charAt(i);
    }
    return cut === text2 ? printable : printable + "...";
  }
  var MOST_SHOWN2 = 100;
  function characterInWords(character) {
    var code = character.charCodeAt(0);
    return code > 32 && code < 127 ? 'the character "' + character + '"' : "the character " + codePoint(code);
  }
  function codePoint(code) {
    var digits = code.toString(16).toUpperCase();
    return "U+" + "0000".slice(digits.length) + digits;
  }
  function isHighSurrogate(code) {
    return code >= 55296 && code <= 56319;
  }
  function isLowSurrogate(code) {
    return code >= 56320 && code <= 57343;
  }
  /*! Control and format characters of the Basic Multilingual Plane, half pairs, and what XML 1.0 excludes. */
  function isUnprintable(code) {
    if (code < 32 || code >= 127 && code <= 159)
      return true;
    if (code >= 8203 && code <= 8207)
      return true;
    if (code >= 8232 && code <= 8238)
      return true;
    if (code >= 8288 && code <= 8303)
      return true;
    return isHighSurrogate(code) || isLowSurrogate(code) || code === 65279 || code >= 65534;
  }

  // scripts/policy/attributes/values.ts
  /*! More elements than this in one list are refused: a policy is input from outside, and inputs are bounded. */
  var MOST_ELEMENTS = 200;
  /*!
   * Reads the value of `key`.
   *
   * @example readValue('log', ' both ') //=> { kind: 'value', value: 'both' }
   * @example readValue('log', 'yes') //=> { kind: 'fault', reason: 'it is none of the values', expected: 'Use end, ...' }
   */
  function readValue(key, written) {
    var rule = KEYS[key].value;
    var value = trimmed(written);
    var reason = value === "" ? "it is empty" : faultOf(rule, value);
    if (reason === void 0)
      return { kind: "value", value: value };
    return { kind: "fault", reason: reason, expected: expectation(rule) };
  }
  /*! The elements of a list that `readValue` took: sorted, each once. */
  function listElements(value) {
    return sortedUnique(value.split(",").map(trimmed));
  }
  /*! Without blanks and line ends at both ends; YAML block scalars end with a line end. */
  function trimmed(text2) {
    return text2.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  }
  function faultOf(rule, value) {
    switch (rule.type) {
      case "names":
        return listFault(rule.most, value);
      case "name-or-none":
        return nameFault(value, rule.most);
      case "name":
        return value === "none" ? rule.noneReason : nameFault(value, rule.most);
      case "choice":
        return rule.values.indexOf(value) < 0 ? "it is none of the values" : void 0;
      case "text":
        return textFault(value, rule.most);
    }
  }
  function listFault(most, value) {
    var elements = value.split(",").map(trimmed);
    if (elements.length > MOST_ELEMENTS) {
      return "it has " + String(elements.length) + " elements, at most " + String(MOST_ELEMENTS) + " are allowed";
    }
    for (var i = 0; i < elements.length; i++) {
      var reason = elementFault(elements[i], most);
      if (reason !== void 0)
        return "in its element " + String(i + 1) + ", " + reason;
    }
    return void 0;
  }
  function elementFault(element, most) {
    if (element === "")
      return "nothing stands between the commas";
    if (element === "any" || element === "none") {
      return '"' + element + '" is not a name; leave the attribute out where everything is meant';
    }
    return nameFault(element, most);
  }
  function expectation(rule) {
    switch (rule.type) {
      case "names":
        return "List " + rule.what + ", separated by commas; each name has " + charactersOfNames(rule.most);
      case "name-or-none":
        return "Give the name of " + rule.what + ", which has " + charactersOfNames(rule.most) + ", or none";
      case "name":
        return "Give the name of " + rule.what + ", which has " + charactersOfNames(rule.most);
      case "choice":
        return "Use " + inWords(rule.values, "or");
      case "text":
        return "Give one line of at most " + String(rule.most) + " printable characters";
    }
  }
  function charactersOfNames(most) {
    return "at most " + String(most) + ' letters, digits, blanks, "-", "_" and "."';
  }

  // scripts/policy/attributes/allowed.ts
  /*!
   * The cluster profile's allow-lists: what a policy of a namespace may name itself. What comes from a security service is
   * not checked: the security admin published it for the namespaces that may use it.
   */
  /*!
   * Checks one written attribute. `none` takes away and names nothing; keys whose values are fixed words have no list.
   *
   * @returns one `attribute-allowed` for each name that is not on the list, in the order of the names
   */
  function checkAllowed(written, allowed, namespace) {
    var row2 = KEYS[written.key];
    var list2 = row2.allowList === void 0 ? void 0 : allowed[row2.allowList];
    if (row2.allowList === void 0 || list2 === void 0)
      return [];
    if (row2.value.type === "name-or-none" && written.value === "none")
      return [];
    var permitted = namesFor(list2, namespace);
    var names = row2.value.type === "names" ? listElements(written.value) : [written.value];
    var found = [];
    for (var _i = 0, names_1 = names; _i < names_1.length; _i++) {
      var name = names_1[_i];
      if (permitted.indexOf(name) >= 0)
        continue;
      var hint = didYouMean2(name, permitted);
      var params = {
        key: written.name,
        value: name,
        namespace: namespace,
        hint: hint,
        list: "allowed." + row2.allowList
      };
      found.push(diagnose("attribute-allowed", params, { path: written.path }));
    }
    return found;
  }
  function namesFor(list2, namespace) {
    var names = [];
    for (var _i = 0, list_1 = list2; _i < list_1.length; _i++) {
      var allowed = list_1[_i];
      if (typeof allowed === "string")
        names.push(allowed);
      else if (allowed.namespaces.indexOf(namespace) >= 0)
        names.push(allowed.name);
    }
    return names;
  }

  // scripts/policy/attributes/level.ts
  /*! Turns the checked values of one level into attributes. */
  function levelAttributes(values) {
    return {
      applications: values.appid === void 0 ? void 0 : listElements(values.appid),
      categories: values["url-category"] === void 0 ? void 0 : listElements(values["url-category"]),
      inspection: inspectionOf(values),
      logProfile: values.logprofile,
      log: values.log,
      service: values.service,
      ticket: values.ticket,
      securityService: values["security-service"]
    };
  }
  function inspectionOf(values) {
    var group = values["profile-group"];
    if (group !== void 0)
      return { type: "group", group: group };
    var profiles2 = {};
    var named = false;
    for (var _i = 0, PROFILE_KEYS_1 = PROFILE_KEYS; _i < PROFILE_KEYS_1.length; _i++) {
      var key = PROFILE_KEYS_1[_i];
      if (!hasKey(values, key))
        continue;
      profiles2[PROFILE_KINDS[key]] = values[key];
      named = true;
    }
    return named ? { type: "profiles", profiles: profiles2 } : void 0;
  }
  /*! The keys of single profiles beside a profile group on one level; the empty list where the level is sound. */
  function conflictingKeys(values) {
    if (!hasKey(values, "profile-group"))
      return [];
    return PROFILE_KEYS.filter(function(key) {
      return hasKey(values, key);
    });
  }

  // scripts/policy/attributes/defaults.ts
  /*! The cluster's defaults as attributes. `readProfile` has checked them; they name neither ticket nor security service. */
  function defaultAttributes(profile) {
    var values = profile.defaults;
    return levelAttributes(values);
  }

  // scripts/policy/attributes/inspection.ts
  /*!
   * The most specific level that names profiles decides the kind. Single profiles add up, down to the next level that
   * names a group.
   *
   * @param levels the most specific first; undefined where a level names no profiles
   */
  function decideInspection(levels) {
    var profiles2;
    for (var _i = 0, levels_1 = levels; _i < levels_1.length; _i++) {
      var said = levels_1[_i];
      if (said === void 0)
        continue;
      if (said.type === "profiles") {
        profiles2 = profiles2 ? overlaid(said.profiles, profiles2) : said.profiles;
      } else {
        if (!profiles2)
          return { inspection: said, replacedGroup: void 0 };
        return { inspection: { type: "profiles", profiles: profiles2 }, replacedGroup: said.group };
      }
    }
    return { inspection: profiles2 && { type: "profiles", profiles: profiles2 }, replacedGroup: void 0 };
  }
  /*! `above` over `below`, kind by kind. */
  function overlaid(below, above) {
    var all = {};
    for (var _i = 0, _a = kindsOf(below); _i < _a.length; _i++) {
      var kind = _a[_i];
      all[kind] = below[kind];
    }
    for (var _b = 0, _c = kindsOf(above); _b < _c.length; _b++) {
      var kind = _c[_b];
      all[kind] = above[kind];
    }
    return all;
  }
  /*! The kinds that are named, sorted. */
  function kindsOf(profiles2) {
    return sortedKeys(profiles2);
  }

  // scripts/policy/attributes/unknownkey.ts
  /*! Other words for the same thing that people try, beside the names of the PAN-OS elements. */
  var OTHER_WORDS = {
    app: "appid",
    apps: "appid",
    applications: "appid",
    categories: "url-category",
    group: "profile-group",
    "log-end": "log",
    "log-forwarding": "logprofile",
    "log-forwarding-profile": "logprofile",
    "log-start": "log",
    logging: "log",
    "vulnerability-protection": "vuln-protection"
  };
  /*!
   * The hint for a key that does not exist, with a leading blank; '' where nothing comes to mind.
   *
   * @param key what stands after the prefix and the scope
   * @param scope `ingress.0.` and the like; '' for the policy
   * @example unknownKeyHint('antivrius', 'ingress.') //=> ' Did you mean "ingress.antivirus"?'
   */
  function unknownKeyHint(key, scope) {
    var word = key.toLowerCase();
    var known = hasKey(OTHER_WORDS, word) ? OTHER_WORDS[word] : keyOfElement(word);
    if (known !== void 0)
      return ' Did you mean "' + scope + known + '"?';
    return didYouMean2(scope + key, scope === "" ? keysWithScopes() : keysIn(scope));
  }
  /*! The key that becomes the PAN-OS element of this name. */
  function keyOfElement(word) {
    for (var _i = 0, ATTRIBUTE_KEYS_1 = ATTRIBUTE_KEYS; _i < ATTRIBUTE_KEYS_1.length; _i++) {
      var key = ATTRIBUTE_KEYS_1[_i];
      var element = KEYS[key].element;
      if (element !== "" && element.slice(element.lastIndexOf("/") + 1) === word)
        return key;
    }
    return void 0;
  }
  function keysWithScopes() {
    return keysIn("").concat(keysIn("ingress."), keysIn("egress."));
  }
  function keysIn(scope) {
    return ATTRIBUTE_KEYS.map(function(key) {
      return scope + key;
    });
  }

  // scripts/policy/attributes/read.ts
  /*! True where an annotation or a label may be an attribute; most policies have none. */
  function hasAttributes(policy) {
    return hasPrefixedKey(policy.annotations) || hasPrefixedKey(policy.labels);
  }
  /*!
   * Reads the attributes of a policy. What is wrong is reported and left out. An annotation wins over a label of the same
   * name.
   */
  function readAttributes(policy) {
    var levels = {};
    var found = [];
    for (var _i = 0, _a = writtenTexts(policy, found); _i < _a.length; _i++) {
      var source = _a[_i];
      var split = splitName(source.name);
      if (!isAttributeKey(split.key)) {
        var hint = unknownHint(source.name, split);
        found.push(diagnose("attribute-unknown", { key: source.name, hint: hint }, { path: source.path }));
        continue;
      }
      var missing = missingScope(policy, split);
      if (missing !== void 0) {
        found.push(diagnose("attribute-entry", { key: source.name, scope: missing }, { path: source.path }));
      }
      var reading = readValue(split.key, source.text);
      if (reading.kind === "fault") {
        found.push(diagnose("attribute-value", {
          key: source.name,
          value: shownText(source.text),
          reason: reading.reason,
          expected: reading.expected
        }, { path: source.path }));
      } else if (missing === void 0) {
        var level = hasKey(levels, split.scope) ? levels[split.scope] : levels[split.scope] = {};
        level[split.key] = { key: split.key, name: source.name, path: source.path, value: reading.value };
      }
    }
    for (var _b = 0, _c = sortedKeys(levels); _b < _c.length; _b++) {
      var scope = _c[_b];
      removeConflict(levels[scope], found);
    }
    var place = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
    return { levels: levels, diagnostics: placed(found, place) };
  }
  /*! The values of one scope. */
  function valuesOf(level) {
    var values = {};
    for (var _i = 0, _a = sortedKeys(level); _i < _a.length; _i++) {
      var key = _a[_i];
      var written = level[key];
      if (written)
        values[key] = written.value;
    }
    return values;
  }
  /*! Annotations and the labels that no annotation hides, sorted by name. */
  function writtenTexts(policy, found) {
    var texts = {};
    for (var _i = 0, _a = sortedKeys(policy.labels); _i < _a.length; _i++) {
      var name = _a[_i];
      if (isPrefixed(name)) {
        texts[name] = { name: name, path: "metadata.labels[" + name + "]", text: policy.labels[name] };
      }
    }
    for (var _b = 0, _c = sortedKeys(policy.annotations); _b < _c.length; _b++) {
      var name = _c[_b];
      if (!isPrefixed(name))
        continue;
      var annotation = policy.annotations[name];
      if (hasKey(texts, name) && trimmed(texts[name].text) !== trimmed(annotation)) {
        found.push(diagnose("attribute-label-differs", { key: name, annotation: shownText(annotation), label: shownText(texts[name].text) }, { path: texts[name].path }));
      }
      texts[name] = { name: name, path: "metadata.annotations[" + name + "]", text: annotation };
    }
    return sortedKeys(texts).map(function(name2) {
      return texts[name2];
    });
  }
  function hasPrefixedKey(map) {
    return Object.keys(map).some(isPrefixed);
  }
  /*! Capital letters in the prefix are let through here and refused as an unknown key, so that nobody waits in vain. */
  function isPrefixed(name) {
    return name.slice(0, PREFIX.length).toLowerCase() === PREFIX;
  }
  var SCOPED = /^(ingress|egress)\.((0|[1-9][0-9]*)\.)?(.+)$/;
  function splitName(name) {
    var rest = name.slice(0, PREFIX.length) === PREFIX ? name.slice(PREFIX.length) : "";
    var parts = SCOPED.exec(rest);
    if (!parts)
      return { scope: "", direction: void 0, index: void 0, key: rest };
    return {
      scope: rest.slice(0, rest.length - parts[4].length),
      direction: parts[1] === "ingress" ? "ingress" : "egress",
      /*! Otto gives '' for a group that took no part. */
      index: parts[3] || void 0,
      key: parts[4]
    };
  }
  function unknownHint(name, split) {
    if (name.slice(0, PREFIX.length) !== PREFIX)
      return ' The prefix is written "' + PREFIX + '".';
    return unknownKeyHint(split.key, split.scope);
  }
  /*! The scope in words, if the policy does not have it. */
  function missingScope(policy, split) {
    var direction = split.direction;
    if (direction === void 0)
      return void 0;
    var index = split.index;
    var exists = policy.entries.some(function(entry) {
      return entry.direction === direction && (index === void 0 || String(entry.index) === index);
    });
    if (exists)
      return void 0;
    return index === void 0 ? direction + " entries" : direction + " entry " + index;
  }
  /*! A profile group beside single profiles on one level: reported, and the group left out. */
  function removeConflict(level, found) {
    var group = level["profile-group"];
    var keys = conflictingKeys(valuesOf(level));
    if (!group || keys.length === 0)
      return;
    found.push(diagnose("attribute-conflict", { keys: inWords(keys, "and") }, { path: group.path }));
    delete level["profile-group"];
  }

  // scripts/policy/attributes/securityservice.ts
  /*! Looks up a published security service for a policy of `namespace`. Only services that it may use are suggested. */
  function findSecurityService(written, services, namespace) {
    var permitted = [];
    var named;
    for (var _i = 0, services_1 = services; _i < services_1.length; _i++) {
      var service = services_1[_i];
      if (service.name === written.value)
        named = service;
      if (mayUse(service, namespace))
        permitted.push(service.name);
    }
    var place = { path: written.path };
    if (!named) {
      var hint = services.length === 0 ? " None is published." : didYouMean2(written.value, permitted);
      var params = { service: written.value, hint: hint };
      return { kind: "refused", diagnostic: diagnose("security-service-unknown", params, place) };
    }
    if (!mayUse(named, namespace)) {
      var params = { service: named.name, namespace: namespace, owner: named.owner };
      return { kind: "refused", diagnostic: diagnose("security-service-namespace", params, place) };
    }
    return { kind: "found", service: named };
  }
  function mayUse(service, namespace) {
    return service.namespaces === void 0 || service.namespaces.indexOf(namespace) >= 0;
  }

  // scripts/policy/attributes/resolve.ts
  /*!
   * Resolves the levels of a policy's attributes (DESIGN section 6.4): entry over direction over policy over security
   * service. The cluster's defaults are not merged here, since they hold for two sides together (`combineAttributes`); they
   * are looked at where they decide whether a policy is sound.
   */
  function resolveAttributes(policy, services, profile) {
    if (!hasAttributes(policy)) {
      return { entries: policy.entries.map(unsaid(profile)), diagnostics: [] };
    }
    var defaults = defaultAttributes(profile);
    var reading = readAttributes(policy);
    var found = checkNames(reading.levels, policy, profile);
    var levels = readLevels(reading.levels, services, policy.id.namespace, found);
    var entries = policy.entries.map(function(entry) {
      return resolveEntry(entry, levels, defaults, found);
    });
    var place = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
    return { entries: entries, diagnostics: reading.diagnostics.concat(placed(distinct(found), place)) };
  }
  var NOTHING = {};
  var ITS_PORTS = { service: "ports" };
  /*!
   * An entry that says nothing. Where the cluster's default is application-default, an entry that names ports says
   * `ports`: the default is for entries without ports only.
   */
  function unsaid(profile) {
    return function(entry) {
      return needsPorts(entry, profile.defaults.service) ? ITS_PORTS : NOTHING;
    };
  }
  function needsPorts(entry, defaultService) {
    return defaultService === "application-default" && entry.ports.kind === "ports";
  }
  function checkNames(levels, policy, profile) {
    var found = [];
    for (var _i = 0, _a = sortedKeys(levels); _i < _a.length; _i++) {
      var scope = _a[_i];
      for (var _b = 0, _c = attributesOf(levels[scope]); _b < _c.length; _b++) {
        var written = _c[_b];
        found.push.apply(found, checkAllowed(written, profile.allowed, policy.id.namespace));
      }
    }
    return found;
  }
  function attributesOf(level) {
    var attributes = [];
    for (var _i = 0, _a = sortedKeys(level); _i < _a.length; _i++) {
      var key = _a[_i];
      var written = level[key];
      if (written)
        attributes.push(written);
    }
    return attributes;
  }
  function readLevels(written, services, namespace, found) {
    var levels = {};
    for (var _i = 0, _a = sortedKeys(written); _i < _a.length; _i++) {
      var scope = _a[_i];
      var origins = {};
      for (var _b = 0, _c = attributesOf(written[scope]); _b < _c.length; _b++) {
        var attribute = _c[_b];
        origins[attribute.key] = attribute;
      }
      levels[scope] = {
        attributes: levelAttributes(valuesOf(written[scope])),
        origins: origins,
        service: serviceLevel(written[scope]["security-service"], services, namespace, found)
      };
    }
    return levels;
  }
  function serviceLevel(named, services, namespace, found) {
    if (!named)
      return void 0;
    var lookup = findSecurityService(named, services, namespace);
    if (lookup.kind === "refused") {
      found.push(lookup.diagnostic);
      return void 0;
    }
    var values = lookup.service.attributes;
    var origins = {};
    for (var _i = 0, _a = sortedKeys(values); _i < _a.length; _i++) {
      var key = _a[_i];
      origins[key] = { name: key + ' of the security service "' + lookup.service.name + '"', path: named.path };
    }
    return { attributes: levelAttributes(values), origins: origins, service: void 0 };
  }
  function resolveEntry(entry, levels, defaults, found) {
    var ranked = rankedLevels(entry, levels);
    var inspections = ranked.map(function(level) {
      return level.attributes.inspection;
    });
    var service = firstSaid(ranked, "service");
    if (service === "application-default" && entry.ports.kind === "ports") {
      var origin = originOf(ranked, "service");
      found.push(diagnose("attribute-widens", { entry: entry.path }, { path: origin.path }));
    }
    reportNoneAgainstGroup(ranked, defaults, found);
    return {
      applications: firstSaid(ranked, "applications"),
      categories: firstSaid(ranked, "categories"),
      inspection: decideInspection(inspections).inspection,
      logProfile: firstSaid(ranked, "logProfile"),
      log: firstSaid(ranked, "log"),
      service: service === void 0 && needsPorts(entry, defaults.service) ? "ports" : service,
      ticket: firstSaid(ranked, "ticket")
    };
  }
  /*! The levels that hold for an entry, the most specific first; of the security services, only the most specific one. */
  function rankedLevels(entry, levels) {
    var ranked = [];
    for (var _i = 0, _a = [entry.direction + "." + String(entry.index) + ".", entry.direction + ".", ""]; _i < _a.length; _i++) {
      var scope = _a[_i];
      if (hasKey(levels, scope))
        ranked.push(levels[scope]);
    }
    for (var _b = 0, ranked_1 = ranked; _b < ranked_1.length; _b++) {
      var level = ranked_1[_b];
      if (level.attributes.securityService === void 0)
        continue;
      return level.service ? ranked.concat(level.service) : ranked;
    }
    return ranked;
  }
  function firstSaid(ranked, field) {
    for (var _i = 0, ranked_2 = ranked; _i < ranked_2.length; _i++) {
      var level = ranked_2[_i];
      if (level.attributes[field] !== void 0)
        return level.attributes[field];
    }
    return void 0;
  }
  function originOf(ranked, key) {
    for (var _i = 0, ranked_3 = ranked; _i < ranked_3.length; _i++) {
      var level = ranked_3[_i];
      var origin = level.origins[key];
      if (origin)
        return origin;
    }
    return { name: key, path: "" };
  }
  /*! A `none` over a profile group, also over the cluster's default one: a group cannot be taken apart. */
  function reportNoneAgainstGroup(ranked, defaults, found) {
    var inspections = ranked.map(function(level) {
      return level.attributes.inspection;
    });
    var decided = decideInspection(inspections.concat(defaults.inspection));
    var group = decided.replacedGroup;
    /*! Only the policy's own levels: what the defaults take away is not the policy's doing. */
    var own = decideInspection(inspections).inspection;
    if (group === void 0 || own === void 0 || own.type !== "profiles")
      return;
    for (var _i = 0, PROFILE_KEYS_1 = PROFILE_KEYS; _i < PROFILE_KEYS_1.length; _i++) {
      var key = PROFILE_KEYS_1[_i];
      if (own.profiles[PROFILE_KINDS[key]] !== "none")
        continue;
      var origin = originOf(ranked, key);
      found.push(diagnose("attribute-none-group", { key: origin.name, group: group }, { path: origin.path }));
    }
  }
  /*! Entries that share a level report the same twice. */
  function distinct(diagnostics) {
    var seen = {};
    return diagnostics.filter(function(diagnostic) {
      var text2 = canonicalJson(diagnostic);
      if (hasKey(seen, text2))
        return false;
      seen[text2] = true;
      return true;
    });
  }

  // scripts/policy/values/ports.ts
  /*! Sets of ports per protocol. Everything, traffic without ports (ICMP and the like) included, is kept whole. */
  var EVERYTHING = { kind: "everything" };
  var LAST_PORT = 65535;
  /*! The ranges in normal form. */
  function portRanges(ranges) {
    var sorted = ranges.slice().sort(function(a, b) {
      return a.from - b.from || a.to - b.to;
    });
    var merged2 = [];
    for (var _i = 0, sorted_1 = sorted; _i < sorted_1.length; _i++) {
      var range = sorted_1[_i];
      var last = merged2.length > 0 ? merged2[merged2.length - 1] : void 0;
      if (last && range.from <= last.to + 1) {
        merged2[merged2.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
      } else {
        merged2.push(range);
      }
    }
    return merged2;
  }
  function arePortsEmpty(ports) {
    return ports.kind === "ports" && ports.tcp.length + ports.udp.length + ports.sctp.length === 0;
  }
  /*! True where some port (or traffic without ports) is in both. */
  function doPortsMeet(a, b) {
    if (a.kind === "everything")
      return !arePortsEmpty(b);
    if (b.kind === "everything")
      return !arePortsEmpty(a);
    return doRangesMeet(a.tcp, b.tcp) || doRangesMeet(a.udp, b.udp) || doRangesMeet(a.sctp, b.sctp);
  }
  function doRangesMeet(a, b) {
    for (var _i = 0, a_1 = a; _i < a_1.length; _i++) {
      var x = a_1[_i];
      for (var _a = 0, b_1 = b; _a < b_1.length; _a++) {
        var y = b_1[_a];
        if (x.from <= y.to && y.from <= x.to)
          return true;
      }
    }
    return false;
  }
  function intersectPorts(a, b) {
    if (a.kind === "everything")
      return b;
    if (b.kind === "everything")
      return a;
    return {
      kind: "ports",
      tcp: intersectRanges(a.tcp, b.tcp),
      udp: intersectRanges(a.udp, b.udp),
      sctp: intersectRanges(a.sctp, b.sctp)
    };
  }
  function intersectRanges(a, b) {
    var common = [];
    for (var _i = 0, a_2 = a; _i < a_2.length; _i++) {
      var x = a_2[_i];
      for (var _a = 0, b_2 = b; _a < b_2.length; _a++) {
        var y = b_2[_a];
        var from = Math.max(x.from, y.from);
        var to = Math.min(x.to, y.to);
        if (from <= to)
          common.push({ from: from, to: to });
      }
    }
    return portRanges(common);
  }
  function isPortSubset(a, b) {
    if (b.kind === "everything")
      return true;
    if (a.kind === "everything")
      return false;
    return isRangesSubset(a.tcp, b.tcp) && isRangesSubset(a.udp, b.udp) && isRangesSubset(a.sctp, b.sctp);
  }
  function isRangesSubset(a, b) {
    return a.every(function(range) {
      return b.some(function(other) {
        return other.from <= range.from && range.to <= other.to;
      });
    });
  }
  /*! Ranges as PAN-OS writes them in `service/protocol/.../port`: `80,443,8000-8010`. */
  function portListText(ranges) {
    return ranges.map(function(range) {
      return range.from === range.to ? String(range.from) : String(range.from) + "-" + String(range.to);
    }).join(",");
  }
  /*! Text that is equal for equal sets. */
  function portSetKey(ports) {
    if (ports.kind === "everything")
      return "*";
    return [ports.tcp, ports.udp, ports.sctp].map(portListText).join("/");
  }

  // scripts/policy/values/requirements.ts
  function isImpossible(requirement) {
    return !requirement.negated && requirement.values.length === 0;
  }
  /*! Both conjunctions together; undefined where no pod can meet them. */
  function intersectRequirements(a, b) {
    if (a.length === 0)
      return b;
    if (b.length === 0)
      return a;
    var both = [];
    var i = 0;
    var j = 0;
    while (i < a.length || j < b.length) {
      var order = i === a.length ? 1 : j === b.length ? -1 : compareText(a[i].key, b[j].key);
      var next = order < 0 ? a[i] : order > 0 ? b[j] : intersectOne(a[i], b[j]);
      if (order <= 0)
        i++;
      if (order >= 0)
        j++;
      if (isImpossible(next))
        return void 0;
      both.push(next);
    }
    return both;
  }
  function intersectOne(a, b) {
    if (a.negated && b.negated) {
      return { key: a.key, negated: true, values: sortedUnique(a.values.concat(b.values)) };
    }
    var positive = a.negated ? b : a;
    var other = a.negated ? a : b;
    var values = positive.values.filter(function(value) {
      return other.values.indexOf(value) >= 0 !== other.negated;
    });
    return { key: a.key, negated: false, values: values };
  }
  /*! True where every pod that meets `a` meets `b`. */
  function isRequirementsSubset(a, b) {
    return b.every(function(wanted) {
      return a.some(function(given) {
        return given.key === wanted.key && implies(given, wanted);
      });
    });
  }
  function implies(given, wanted) {
    if (given.negated) {
      return wanted.negated && isSubset(wanted.values, given.values);
    }
    return wanted.negated ? areDisjoint(given.values, wanted.values) : isSubset(given.values, wanted.values);
  }
  function isSubset(a, b) {
    return a.every(function(value) {
      return b.indexOf(value) >= 0;
    });
  }
  function areDisjoint(a, b) {
    return a.every(function(value) {
      return b.indexOf(value) < 0;
    });
  }
  /*! The opposite of one requirement. */
  function negate(requirement) {
    return { key: requirement.key, negated: !requirement.negated, values: requirement.values };
  }

  // scripts/policy/values/namespaces.ts
  function createNamespaceSets() {
    var known = {};
    var count = 0;
    function ofSorted(names) {
      var text2 = names.join("/");
      if (!hasKey(known, text2)) {
        var lookup = {};
        for (var _i = 0, names_1 = names; _i < names_1.length; _i++) {
          var name = names_1[_i];
          lookup[name] = true;
        }
        known[text2] = { id: count++, text: text2, names: names, lookup: lookup };
      }
      return known[text2];
    }
    return {
      of: function(names) {
        return ofSorted(sortedUnique(names));
      },
      intersect: function(a, b) {
        if (a === b)
          return a;
        var small = a.names.length <= b.names.length ? a : b;
        var large = small === a ? b : a;
        var common = small.names.filter(function(name) {
          return hasKey(large.lookup, name);
        });
        return common.length === small.names.length ? small : ofSorted(common);
      },
      subtract: function(a, b) {
        if (a === b)
          return ofSorted([]);
        return ofSorted(a.names.filter(function(name) {
          return !hasKey(b.lookup, name);
        }));
      }
    };
  }
  function isNamespaceSubset(a, b) {
    if (a === b)
      return true;
    if (a.names.length > b.names.length)
      return false;
    return a.names.every(function(name) {
      return hasKey(b.lookup, name);
    });
  }

  // scripts/policy/values/term.ts
  var ANY = { kind: "any" };
  /*! The term for addresses; every address of both families is `any`. */
  function addressesTerm(addresses) {
    return isAddressSubset(EVERY_ADDRESS, addresses) ? ANY : { kind: "addresses", addresses: addresses };
  }
  /*! Pods limited to addresses, in normal form: no limit where all their addresses are meant; undefined where none is. */
  function limitedPods(space, pods, addresses) {
    var meant = intersectAddresses(pods.addresses || space.podAddresses, addresses);
    if (meant.length === 0)
      return void 0;
    return {
      kind: "pods",
      namespaces: pods.namespaces,
      requirements: pods.requirements,
      addresses: isAddressSubset(space.podAddresses, meant) ? void 0 : meant
    };
  }
  /*! The pods of the term that are in one of its namespaces. */
  function podsInNamespace(space, pods, namespace) {
    return {
      kind: "pods",
      namespaces: space.namespaces.of([namespace]),
      requirements: pods.requirements,
      addresses: pods.addresses
    };
  }
  /*! The endpoints in both terms; undefined where there are none. */
  function intersectTerms(space, a, b) {
    space.intersections++;
    if (a.kind === "any")
      return b;
    if (b.kind === "any")
      return a;
    if (a.kind === "addresses") {
      if (b.kind === "pods")
        return limitedPods(space, b, a.addresses);
      var common = intersectAddresses(a.addresses, b.addresses);
      return common.length === 0 ? void 0 : { kind: "addresses", addresses: common };
    }
    if (b.kind === "addresses")
      return limitedPods(space, a, b.addresses);
    return intersectPods(space, a, b);
  }
  function intersectPods(space, a, b) {
    var namespaces = space.namespaces.intersect(a.namespaces, b.namespaces);
    if (namespaces.names.length === 0)
      return void 0;
    var requirements = intersectRequirements(a.requirements, b.requirements);
    if (!requirements)
      return void 0;
    var pods = {
      kind: "pods",
      namespaces: namespaces,
      requirements: requirements,
      addresses: a.addresses || b.addresses
    };
    return a.addresses && b.addresses ? limitedPods(space, pods, intersectAddresses(a.addresses, b.addresses)) : pods;
  }
  /*! True only where every endpoint of `a` is one of `b`. */
  function isTermSubset(space, a, b) {
    if (b.kind === "any")
      return true;
    if (a.kind === "any")
      return false;
    if (b.kind === "addresses") {
      return isAddressSubset(a.addresses || space.podAddresses, b.addresses);
    }
    if (a.kind === "addresses")
      return false;
    return isNamespaceSubset(a.namespaces, b.namespaces) && isRequirementsSubset(a.requirements, b.requirements) && (!b.addresses || isAddressSubset(a.addresses || space.podAddresses, b.addresses));
  }
  /*!
   * The endpoints of `a` that are not in `b`, as disjoint terms. "Addresses minus pods" stays whole: too much rather than
   * too little, which is safe wherever a difference says what is still to be covered.
   */
  function subtractTerm(space, a, b) {
    var common = intersectTerms(space, a, b);
    if (!common)
      return [a];
    if (isTermSubset(space, a, b))
      return [];
    if (a.kind === "any" || a.kind === "addresses" && b.kind === "pods")
      return [a];
    if (a.kind === "addresses") {
      var rest = subtractAddresses(a.addresses, b.kind === "addresses" ? b.addresses : NO_ADDRESSES);
      return [{ kind: "addresses", addresses: rest }];
    }
    if (b.kind === "addresses") {
      var rest = limitedPods(space, a, subtractAddresses(a.addresses || space.podAddresses, b.addresses));
      return rest ? [rest] : [];
    }
    return b.kind === "pods" ? subtractPods(space, a, b) : [];
  }
  function subtractPods(space, a, b) {
    var rest = [];
    var otherNamespaces = space.namespaces.subtract(a.namespaces, b.namespaces);
    if (otherNamespaces.names.length > 0) {
      rest.push({
        kind: "pods",
        namespaces: otherNamespaces,
        requirements: a.requirements,
        addresses: a.addresses
      });
    }
    var namespaces = space.namespaces.intersect(a.namespaces, b.namespaces);
    var requirements = a.requirements;
    for (var _i = 0, _a = b.requirements; _i < _a.length; _i++) {
      var wanted = _a[_i];
      if (!requirements)
        break;
      var without = intersectRequirements(requirements, [negate(wanted)]);
      if (without) {
        rest.push({ kind: "pods", namespaces: namespaces, requirements: without, addresses: a.addresses });
      }
      requirements = intersectRequirements(requirements, [wanted]);
    }
    if (requirements && b.addresses) {
      var inside = {
        kind: "pods",
        namespaces: namespaces,
        requirements: requirements,
        addresses: a.addresses
      };
      var outside = limitedPods(space, inside, subtractAddresses(a.addresses || space.podAddresses, b.addresses));
      if (outside)
        rest.push(outside);
    }
    return rest;
  }
  /*! What is left of several terms, as disjoint terms where they were disjoint. */
  function subtractFromEach(space, terms, taken) {
    var rest = [];
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      rest.push.apply(rest, subtractTerm(space, term, taken));
    }
    return rest;
  }
  /*! True where the terms together hold every endpoint of `term`. */
  function isCovered(space, term, by) {
    var open = [term];
    for (var _i = 0, by_1 = by; _i < by_1.length; _i++) {
      var cover2 = by_1[_i];
      open = subtractFromEach(space, open, cover2);
      if (open.length === 0)
        return true;
    }
    return open.length === 0;
  }

  // scripts/policy/values/termtext.ts
  /*! Texts that stand for terms, to compare and to name them by. */
  /*! Text that is equal for equal terms of one translation. */
  function termKey(term) {
    if (term.kind === "any")
      return "*";
    if (term.kind === "addresses")
      return "a" + addressesKey(term.addresses);
    return "p" + String(term.namespaces.id) + shapeKey(term);
  }
  /*! Text that is equal for equal alternatives, whatever else is translated with them: for names that last. */
  function termsContent(terms) {
    return terms.map(termContent).sort(compareText).join(" ");
  }
  function termContent(term) {
    return term.kind === "pods" ? "p" + term.namespaces.text + shapeKey(term) : termKey(term);
  }
  /*! What a term for pods says beside the namespaces, as text. */
  function shapeKey(term) {
    var text2 = "";
    for (var _i = 0, _a = term.requirements; _i < _a.length; _i++) {
      var requirement = _a[_i];
      text2 += (requirement.negated ? "&!" : "&") + requirement.key + "=" + requirement.values.join(",");
    }
    return term.addresses ? text2 + "@" + addressesKey(term.addresses) : text2;
  }
  function addressesKey(addresses) {
    return addresses.map(function(range) {
      return range.from.join(".") + "-" + range.to.join(".");
    }).join(",");
  }

  // scripts/policy/values/alternatives.ts
  /*! Lists of terms of which any may hold, as the members of a rule's source or destination. */
  /*!
   * Alternatives in normal form: one term for all addresses, one for pods alike but for their namespaces, no term inside
   * another, sorted by key; equal lists have equal keys.
   */
  function normalTerms(space, terms) {
    var addresses = NO_ADDRESSES;
    var pods = [];
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      if (term.kind === "any")
        return [ANY];
      if (term.kind === "addresses")
        addresses = addresses.concat(term.addresses);
      else
        pods.push(term);
    }
    var distinct3 = joinNamespaces(space, pods);
    if (addresses.length > 0)
      distinct3.push(addressesTerm(addressSet(addresses)));
    return withoutContained(space, distinct3);
  }
  function joinNamespaces(space, pods) {
    var byShape = {};
    var shapes = [];
    for (var _i = 0, pods_1 = pods; _i < pods_1.length; _i++) {
      var term = pods_1[_i];
      var shape = shapeKey(term);
      if (!hasKey(byShape, shape)) {
        byShape[shape] = { first: term, names: [] };
        shapes.push(shape);
      }
      for (var _a = 0, _b = term.namespaces.names; _a < _b.length; _a++) {
        var name = _b[_a];
        byShape[shape].names.push(name);
      }
    }
    return shapes.map(function(shape2) {
      var joined2 = byShape[shape2];
      return {
        kind: "pods",
        namespaces: space.namespaces.of(joined2.names),
        requirements: joined2.first.requirements,
        addresses: joined2.first.addresses
      };
    });
  }
  function withoutContained(space, terms) {
    var keyed = terms.map(function(term) {
      return { key: termKey(term), term: term };
    });
    keyed.sort(function(a, b) {
      return compareText(a.key, b.key);
    });
    return keyed.filter(function(item) {
      return !keyed.some(function(other) {
        return other !== item && isTermSubset(space, item.term, other.term);
      });
    }).map(toTerm);
  }
  function toTerm(item) {
    return item.term;
  }

  // scripts/policy/compile/boxes.ts
  /*! Translates one policy; any error diagnostic means that the policy cannot be expressed. */
  function policyBoxes(context, policy, attributes) {
    var diagnostics = [];
    var subject = podsTerm(context, [policy.id.namespace], policy.subject, {
      diagnostics: diagnostics,
      where: placeOf(policy, "spec.podSelector")
    });
    var boxes = [];
    policy.entries.forEach(function(entry, index) {
      var isolates = entry.direction === "ingress" ? policy.isolates.ingress : policy.isolates.egress;
      if (!isolates)
        return;
      var peers = peerTerms(context, policy, entry, diagnostics);
      var ports = portSet(context, policy, entry, diagnostics);
      if (!subject || peers.length === 0 || arePortsEmpty(ports))
        return;
      boxes.push({
        direction: entry.direction,
        policy: policy,
        entry: entry,
        namespace: policy.id.namespace,
        subject: subject,
        peers: peers,
        ports: ports,
        attributes: attributes[index],
        attributesKey: canonicalJson(attributes[index])
      });
    });
    return { subject: subject, boxes: boxes, diagnostics: diagnostics };
  }
  function placeOf(policy, path) {
    return { policy: { namespace: policy.id.namespace, name: policy.id.name }, path: path };
  }
  /*! Pods of the namespaces that the selector selects; undefined where no pod can. */
  function podsTerm(context, namespaces, selector, place) {
    var requirements = [];
    for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
      var term = selector_1[_i];
      if (term.operator === "NotIn" || term.operator === "DoesNotExist") {
        place.diagnostics.push(diagnose("selector-negated", { operator: term.operator, key: term.key }, place.where));
        continue;
      }
      var values = term.operator === "In" ? term.values : existingValues(context, term.key, place);
      var one = values.length === 0 ? void 0 : [{ key: term.key, negated: false, values: values }];
      requirements = requirements && one && intersectRequirements(requirements, one);
    }
    if (namespaces.length === 0 || !requirements)
      return void 0;
    return {
      kind: "pods",
      namespaces: context.space.namespaces.of(namespaces),
      requirements: requirements,
      addresses: void 0
    };
  }
  /*! Kubernetes and its controllers set these anew for each rollout or run. */
  var VOLATILE_KEYS = [
    "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-name",
    "controller-revision-hash",
    "controller-uid",
    "job-name",
    "pod-template-generation",
    "pod-template-hash",
    "statefulset.kubernetes.io/pod-name"
  ];
  function existingValues(context, key, place) {
    context.enumerated[key] = true;
    if (VOLATILE_KEYS.indexOf(key) >= 0)
      place.diagnostics.push(diagnose("key-volatile", { key: key }, place.where));
    return hasKey(context.labelValues, key) ? context.labelValues[key] : [];
  }
  function peerTerms(context, policy, entry, diagnostics) {
    if (entry.peers.kind === "anyone")
      return [ANY];
    var terms = [];
    for (var _i = 0, _a = entry.peers.peers; _i < _a.length; _i++) {
      var peer = _a[_i];
      var place = { diagnostics: diagnostics, where: placeOf(policy, peer.path) };
      var term = peer.kind === "ipBlock" ? blockTerm(peer) : podPeerTerm(context, policy, peer, place);
      if (term)
        terms.push(term);
      else
        diagnostics.push(diagnose("entry-matches-nothing", { reason: NO_PEER }, place.where));
    }
    return normalTerms(context.space, terms);
  }
  var NO_PEER = "The peer selects no namespace, label value or address that exists or that a policy names";
  function blockTerm(peer) {
    var block = rangesOf([peer.cidr]);
    var rest = subtractAddresses(addressSet(block), addressSet(rangesOf(peer.except)));
    return rest.length === 0 ? void 0 : addressesTerm(rest);
  }
  function rangesOf(cidrs) {
    var ranges = [];
    for (var _i = 0, cidrs_1 = cidrs; _i < cidrs_1.length; _i++) {
      var cidr = cidrs_1[_i];
      var range = parseCidr(cidr);
      if (range)
        ranges.push(range);
    }
    return ranges;
  }
  function podPeerTerm(context, policy, peer, place) {
    if (peer.namespaces.kind === "own")
      return podsTerm(context, [policy.id.namespace], peer.pods, place);
    var selector = peer.namespaces.selector;
    var everyPod = selector.length === 0 && peer.pods.length === 0;
    if (everyPod && context.space.podNetworkKnown)
      return addressesTerm(context.space.podAddresses);
    return podsTerm(context, context.namespaces.find(selector), peer.pods, place);
  }
  function portSet(context, policy, entry, diagnostics) {
    if (entry.ports.kind === "anything")
      return EVERYTHING;
    var ranges = { TCP: [], UDP: [], SCTP: [] };
    for (var _i = 0, _a = entry.ports.ports; _i < _a.length; _i++) {
      var port = _a[_i];
      var fault = portFault(context, port);
      if (fault)
        diagnostics.push(fault(placeOf(policy, port.path)));
      else if (port.kind === "every")
        ranges[port.protocol].push({ from: 1, to: LAST_PORT });
      else if (port.kind === "range")
        ranges[port.protocol].push({ from: port.from, to: port.to });
    }
    return {
      kind: "ports",
      tcp: portRanges(ranges.TCP),
      udp: portRanges(ranges.UDP),
      sctp: portRanges(ranges.SCTP)
    };
  }
  function portFault(context, port) {
    if (port.protocol === "SCTP" && context.sctp === "refuse") {
      return function(where2) {
        return diagnose("sctp-refused", {}, where2);
      };
    }
    if (port.kind !== "named")
      return void 0;
    return function(where2) {
      return diagnose("named-port", { name: port.name }, where2);
    };
  }

  // scripts/policy/compile/labelvalues.ts
  /*!
   * Collects the label values of the snapshot's pods and of all selectors on pods. Values that only a policy or a Service
   * names count too: pods with them may appear at any time.
   */
  function collectLabelValues(snapshot, policies) {
    var found = {};
    function add(key2, value) {
      if (!hasKey(found, key2))
        found[key2] = {};
      found[key2][value] = true;
    }
    function addSelector(selector) {
      for (var _i2 = 0, selector_1 = selector; _i2 < selector_1.length; _i2++) {
        var term = selector_1[_i2];
        for (var _a2 = 0, _b2 = term.values; _a2 < _b2.length; _a2++) {
          var value = _b2[_a2];
          add(term.key, value);
        }
      }
    }
    for (var _i = 0, _a = snapshot.podClasses; _i < _a.length; _i++) {
      var pods = _a[_i];
      for (var _b = 0, _c = Object.keys(pods.labels); _b < _c.length; _b++) {
        var key = _c[_b];
        add(key, pods.labels[key]);
      }
    }
    for (var _d = 0, policies_1 = policies; _d < policies_1.length; _d++) {
      var policy = policies_1[_d];
      addSelector(policy.subject);
      for (var _e = 0, _f = policy.entries; _e < _f.length; _e++) {
        var entry = _f[_e];
        if (entry.peers.kind === "anyone")
          continue;
        for (var _g = 0, _h = entry.peers.peers; _g < _h.length; _g++) {
          var peer = _h[_g];
          if (peer.kind === "pods")
            addSelector(peer.pods);
        }
      }
    }
    for (var _j = 0, _k = snapshot.services; _j < _k.length; _j++) {
      var service = _k[_j];
      if (service.selector)
        for (var _l = 0, _m = Object.keys(service.selector); _l < _m.length; _l++) {
          var key = _m[_l];
          add(key, service.selector[key]);
        }
    }
    var values = {};
    for (var _o = 0, _p = Object.keys(found); _o < _p.length; _o++) {
      var key = _p[_o];
      values[key] = sortedUnique(Object.keys(found[key]));
    }
    return values;
  }

  // scripts/policy/compile/merge.ts
  /*!
   * Style `readable`: pairs become rules of one entry, where one of its ends, the ports and the attributes are the same for
   * several partners, or of one pair. Entries that contend with others keep their pairs apart and in order.
   */
  function rulesOfPairs(space, pairs) {
    var sizes = bucketSizes(pairs);
    var buckets = {};
    var order = [];
    pairs.forEach(function(pair, index) {
      var key = bucketOf(pair, sizes, index);
      if (!hasKey(buckets, key)) {
        buckets[key] = [];
        order.push(key);
      }
      buckets[key].push(pair);
    });
    return order.map(function(key) {
      return ruleOf(space, buckets[key]);
    });
  }
  function bucketKeys(pair) {
    var alike = portSetKey(pair.ports) + "|" + pair.recordKey;
    return {
      egress: pair.egress.id + "|" + termsKey(pair.sources) + "|" + alike,
      ingress: pair.ingress.id + "|" + termsKey(pair.destinations) + "|" + alike
    };
  }
  /*! How many pairs may join in each bucket; pairs of contested entries join none. */
  function bucketSizes(pairs) {
    var sizes = {};
    for (var _i = 0, pairs_1 = pairs; _i < pairs_1.length; _i++) {
      var pair = pairs_1[_i];
      var keys = bucketKeys(pair);
      var joins = isContested(pair) ? 0 : 1;
      for (var _a = 0, _b = [keys.egress, keys.ingress]; _a < _b.length; _a++) {
        var key = _b[_a];
        sizes[key] = (hasKey(sizes, key) ? sizes[key] : 0) + joins;
      }
    }
    return sizes;
  }
  function isContested(pair) {
    return pair.egress.contested || pair.ingress.contested;
  }
  function bucketOf(pair, sizes, index) {
    if (isContested(pair))
      return "#" + String(index);
    var keys = bucketKeys(pair);
    return sizes[keys.ingress] > sizes[keys.egress] ? keys.ingress : keys.egress;
  }
  function termsKey(terms) {
    return sortedUnique(terms.map(termKey)).join(" ");
  }
  function ruleOf(space, bucket) {
    var first2 = bucket[0];
    var sources = [];
    var destinations = [];
    for (var _i = 0, bucket_1 = bucket; _i < bucket_1.length; _i++) {
      var pair = bucket_1[_i];
      sources.push.apply(sources, pair.sources);
      destinations.push.apply(destinations, pair.destinations);
    }
    return {
      layer: "pairs",
      subject: subjectOf(bucket),
      sources: { kind: "terms", terms: normalTerms(space, sources) },
      destinations: { kind: "terms", terms: normalTerms(space, destinations) },
      ports: first2.ports,
      verdict: { kind: "allow", record: first2.record }
    };
  }
  function subjectOf(bucket) {
    var first2 = bucket[0];
    if (bucket.length === 1)
      return { kind: "pair", egress: first2.egress, ingress: first2.ingress };
    var ofEgress = bucket.every(function(pair) {
      return pair.egress === first2.egress;
    });
    return {
      kind: "pairs",
      entry: ofEgress ? first2.egress : first2.ingress,
      pairs: bucket
    };
  }

  // scripts/policy/compile/safe.ts
  /*!
   * The invariant (DESIGN section 6.2): an allow is safe if every connection of its box wants to be allowed with exactly
   * this attribute record. A list of safe rules that leaves nothing denied to the default is exact, in any order. The test
   * here is sufficient, not necessary: a box that it does not know to be safe is cut into pairs instead.
   */
  /*! The one record that every connection of the box wants, or undefined where it is not sure that there is one. */
  function wantedThroughout(model, combiner, box) {
    var senders = deciders(model, model.egress, box.sources, box.destinations, box);
    var receivers = senders && deciders(model, model.ingress, box.destinations, box.sources, box);
    if (!senders || !receivers)
      return void 0;
    var wanted;
    var wantedKey = "";
    for (var _i = 0, senders_1 = senders; _i < senders_1.length; _i++) {
      var sender = senders_1[_i];
      for (var _a = 0, receivers_1 = receivers; _a < receivers_1.length; _a++) {
        var receiver = receivers_1[_a];
        /*! Nobody asks for anything where neither end is isolated: no rule may stand there. */
        if (!sender.entry && !receiver.entry)
          return void 0;
        var combined = combiner.combine(sender.entry, receiver.entry);
        if (combined.kind === "nothing" || wanted && combined.key !== wantedKey)
          return void 0;
        if (combined.record.applicationDefault && box.ports.kind !== "everything")
          return void 0;
        wanted = combined.record;
        wantedKey = combined.key;
      }
    }
    return wanted;
  }
  /*!
   * All that may decide at the end `own` of the box, seen from `other`; undefined where some connection is not allowed
   * there, or where entries with different attributes contend for it.
   */
  function deciders(model, side, own, other, box) {
    var found = [];
    var known = {};
    function add(decider) {
      var key = decider.entry ? decider.entry.attributesKey : "";
      if (hasKey(known, key))
        return;
      known[key] = true;
      found.push(decider);
    }
    for (var _i = 0, own_1 = own; _i < own_1.length; _i++) {
      var term = own_1[_i];
      for (var _a = 0, _b = partsByNamespace(model, side, term); _a < _b.length; _a++) {
        var part = _b[_a];
        var isolations = part.namespace === void 0 ? [] : isolationsOf(side, part.namespace);
        var open = [part.term];
        for (var _c = 0, isolations_1 = isolations; _c < isolations_1.length; _c++) {
          var isolation = isolations_1[_c];
          var region = intersectTerms(model.space, part.term, isolation.subject);
          if (!region)
            continue;
          var entries = coveringEntries(model, entriesOf(side, isolation.subject), region, other, box);
          if (!entries)
            return void 0;
          for (var _d = 0, entries_1 = entries; _d < entries_1.length; _d++) {
            var entry = entries_1[_d];
            add({ entry: entry });
          }
          open = subtractFromEach(model.space, open, isolation.subject);
        }
        if (open.length > 0)
          add({ entry: void 0 });
      }
    }
    return found;
  }
  /*! The term cut so that each part meets the isolations of one namespace at most; addresses are looked at whole. */
  function partsByNamespace(model, side, term) {
    var parts = [];
    if (term.kind === "pods") {
      for (var _i = 0, _a = term.namespaces.names; _i < _a.length; _i++) {
        var name = _a[_i];
        parts.push({ namespace: name, term: podsInNamespace(model.space, term, name) });
      }
      return parts;
    }
    var meetsPods = term.kind === "any" || intersectAddresses(term.addresses, model.space.podAddresses).length > 0;
    if (meetsPods) {
      for (var _b = 0, _c = side.namespaces; _b < _c.length; _b++) {
        var name = _c[_b];
        parts.push({ namespace: name, term: term });
      }
    }
    parts.push({ namespace: void 0, term: term });
    return parts;
  }
  function isolationsOf(side, namespace) {
    return hasKey(side.isolations, namespace) ? side.isolations[namespace] : [];
  }
  function entriesOf(side, subject) {
    var namespace = subject.namespaces.names[0];
    return hasKey(side.entries, namespace) ? side.entries[namespace] : [];
  }
  /*! The entries that together allow everything between `region` and `other`; undefined where they do not, or contend. */
  function coveringEntries(model, entries, region, other, box) {
    var covering = [];
    var open = [region];
    for (var _i = 0, entries_2 = entries; _i < entries_2.length; _i++) {
      var entry = entries_2[_i];
      if (!doPortsMeet(entry.ports, box.ports))
        continue;
      if (!intersectTerms(model.space, entry.subject, region))
        continue;
      if (!isPortSubset(box.ports, entry.ports) || !areCovered(model, other, entry.peers))
        continue;
      if (entry.contested)
        return void 0;
      covering.push(entry);
      open = subtractFromEach(model.space, open, entry.subject);
    }
    return open.length === 0 ? covering : void 0;
  }
  function areCovered(model, terms, by) {
    return terms.every(function(term) {
      return isCovered(model.space, term, by);
    });
  }

  // scripts/policy/compile/whole.ts
  /*! The entry's own box. */
  function boxOf(entry) {
    return entry.direction === "egress" ? { sources: [entry.subject], destinations: entry.peers, ports: entry.ports } : { sources: entry.peers, destinations: [entry.subject], ports: entry.ports };
  }
  /*!
   * Chooses the entries to emit whole: those that layer C needs in any case, then those that serve the most pairs, unless
   * these pairs make fewer rules where they join at their other ends (a gateway that reaches every namespace).
   *
   * @param entries all of both sides, in order
   */
  function chooseWhole(model, combiner, entries, pairs) {
    var chosen = {};
    var beyond = {};
    var partners = countPartners(pairs);
    for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
      var entry = entries_1[_i];
      if (doesReachBeyond(model, entry))
        beyond[entry.id] = true;
    }
    function consider(entry2) {
      var record = entry2.contested ? void 0 : wantedThroughout(model, combiner, boxOf(entry2));
      if (record)
        chosen[entry2.id] = record;
    }
    for (var _a = 0, entries_2 = entries; _a < entries_2.length; _a++) {
      var entry = entries_2[_a];
      if (hasKey(beyond, entry.id) && hasKey(partners, entry.id))
        consider(entry);
    }
    var open = withoutServed(pairs, chosen);
    var byGain = stableSort(entries.filter(isCandidate), function(a, b) {
      return partners[b.id] - partners[a.id];
    });
    var left = countPartners(open);
    var pairsOf = indexPairs(open);
    var sizes = bucketSizes(open);
    for (var _b = 0, byGain_1 = byGain; _b < byGain_1.length; _b++) {
      var entry = byGain_1[_b];
      if (!hasKey(left, entry.id) || left[entry.id] === 0)
        continue;
      if (doJoinElsewhere(entry, pairsOf[entry.id], left[entry.id], sizes))
        continue;
      consider(entry);
      /*! The pairs that it serves count no longer for the entries at their other ends. */
      if (hasKey(chosen, entry.id))
        for (var _c = 0, _d = pairsOf[entry.id]; _c < _d.length; _c++) {
          var pair = _d[_c];
          left[otherEnd(pair, entry).id]--;
        }
    }
    open = withoutServed(open, chosen);
    function isCandidate(entry2) {
      return hasKey(partners, entry2.id) && !hasKey(beyond, entry2.id);
    }
    return {
      whole: entries.filter(function(entry2) {
        return hasKey(chosen, entry2.id);
      }).map(function(entry2) {
        return { entry: entry2, record: chosen[entry2.id] };
      }),
      isWhole: setOf(chosen),
      open: open,
      reachesBeyond: setOf(beyond)
    };
  }
  function setOf(ids) {
    return {
      has: function(entry) {
        return hasKey(ids, entry.id);
      }
    };
  }
  function countPartners(pairs) {
    var counts = {};
    for (var _i = 0, pairs_1 = pairs; _i < pairs_1.length; _i++) {
      var pair = pairs_1[_i];
      for (var _a = 0, _b = [pair.egress.id, pair.ingress.id]; _a < _b.length; _a++) {
        var id = _b[_a];
        counts[id] = (hasKey(counts, id) ? counts[id] : 0) + 1;
      }
    }
    return counts;
  }
  function withoutServed(pairs, chosen) {
    return pairs.filter(function(pair) {
      return !hasKey(chosen, pair.egress.id) && !hasKey(chosen, pair.ingress.id);
    });
  }
  /*! The pairs of each entry. */
  function indexPairs(pairs) {
    var byEntry = {};
    for (var _i = 0, pairs_2 = pairs; _i < pairs_2.length; _i++) {
      var pair = pairs_2[_i];
      for (var _a = 0, _b = [pair.egress.id, pair.ingress.id]; _a < _b.length; _a++) {
        var id = _b[_a];
        if (!hasKey(byEntry, id))
          byEntry[id] = [];
        byEntry[id].push(pair);
      }
    }
    return byEntry;
  }
  function otherEnd(pair, entry) {
    return pair.egress === entry ? pair.ingress : pair.egress;
  }
  /*! True where each pair of the entry would join more pairs at its other end than the entry serves. */
  function doJoinElsewhere(entry, pairs, served, sizes) {
    return pairs.every(function(pair) {
      var keys = bucketKeys(pair);
      return sizes[pair.egress === entry ? keys.ingress : keys.egress] > served;
    });
  }
  /*! False only where all peers of the entry are isolated pods of the other side. */
  function doesReachBeyond(model, entry) {
    var side = entry.direction === "egress" ? model.ingress : model.egress;
    return entry.peers.some(function(peer) {
      return !isIsolated(model, side, peer);
    });
  }
  function isIsolated(model, side, term) {
    if (term.kind !== "pods")
      return false;
    return term.namespaces.names.every(function(name) {
      if (!hasKey(side.isolations, name))
        return false;
      var subjects = side.isolations[name].map(function(isolation) {
        return isolation.subject;
      });
      return isCovered(model.space, podsInNamespace(model.space, term, name), subjects);
    });
  }

  // scripts/policy/compile/layers.ts
  /*! The layers A to D of DESIGN section 6.2, each as rules in order. */
  /*! Layer A: entries that are safe whole, and the remaining pairs; by namespace and rank, egress entries first. */
  function pairLayer(model, choice3) {
    var whole = choice3.whole.map(function(one) {
      return entryRule("pairs", one.entry, { kind: "allow", record: one.record });
    });
    return stableSort(whole.concat(rulesOfPairs(model.space, choice3.open)), compareRules);
  }
  function compareRules(a, b) {
    var placeA = placeOf2(a);
    var placeB = placeOf2(b);
    return compareText(placeA.namespace, placeB.namespace) || placeA.rank - placeB.rank;
  }
  /*! Pairs stand at their egress entry's place; the list of pairs is in the order of their ingress entries already. */
  function placeOf2(rule) {
    switch (rule.subject.kind) {
      case "pair":
        return rule.subject.egress;
      case "entry":
      case "pairs":
        return rule.subject.entry;
      case "block":
        return { namespace: "", rank: 0 };
    }
  }
  function entryRule(layer, entry, verdict) {
    var box = boxOf(entry);
    return {
      layer: layer,
      subject: { kind: "entry", entry: entry },
      sources: { kind: "terms", terms: box.sources },
      destinations: { kind: "terms", terms: box.destinations },
      ports: box.ports,
      verdict: verdict
    };
  }
  /*! Layer B: both ends isolated, and no pair allowed it. */
  function denyBothLayer(model) {
    if (model.egress.namespaces.length === 0 || model.ingress.namespaces.length === 0)
      return [];
    return [denyRule("deny-both", "deny-both", isolated(model.egress), isolated(model.ingress))];
  }
  /*!
   * Layer C: what entries allow beyond the isolated pods of the other side. Layer B shields it, so that entries need no
   * cutting. In the order of the entries: egress, then ingress.
   */
  function entryLayer(choice3, combiner, entries) {
    var rules = [];
    for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
      var entry = entries_1[_i];
      if (choice3.isWhole.has(entry) || !choice3.reachesBeyond.has(entry))
        continue;
      var combined = entry.direction === "egress" ? combiner.combine(entry, void 0) : combiner.combine(void 0, entry);
      if (combined.kind === "record") {
        rules.push(entryRule("entries", entry, { kind: "allow", record: combined.record }));
      }
    }
    return rules;
  }
  /*! Layer D: what is left of the isolated pods' connections. */
  function denyOneLayer(model) {
    var rules = [];
    var anyone = { kind: "terms", terms: [ANY] };
    if (model.egress.namespaces.length > 0) {
      rules.push(denyRule("deny-one", "deny-egress", isolated(model.egress), anyone));
    }
    if (model.ingress.namespaces.length > 0) {
      rules.push(denyRule("deny-one", "deny-ingress", anyone, isolated(model.ingress)));
    }
    return rules;
  }
  function isolated(side) {
    return { kind: "isolated", direction: side.direction };
  }
  function denyRule(layer, name, sources, destinations) {
    return {
      layer: layer,
      subject: { kind: "block", name: name },
      sources: sources,
      destinations: destinations,
      ports: EVERYTHING,
      verdict: { kind: "deny" }
    };
  }

  // scripts/policy/compile/namespacefinder.ts
  /*! Knows the namespaces by each of their labels; a selector that asked before is answered from memory. */
  function createNamespaceFinder(namespaces) {
    var byLabel = indexLabels(namespaces);
    var known = {};
    /*! All that may match: those with the label of the first term that asks for a single one. */
    function candidates2(selector) {
      for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
        var term = selector_1[_i];
        if (term.operator !== "In" || term.values.length !== 1)
          continue;
        var label = labelText(term.key, term.values[0]);
        return hasKey(byLabel, label) ? byLabel[label] : [];
      }
      return namespaces;
    }
    return {
      find: function(selector) {
        var text2 = selectorText(selector);
        if (!hasKey(known, text2)) {
          known[text2] = candidates2(selector).filter(function(namespace) {
            return matchesSelector(selector, namespace.labels);
          }).map(nameOf2);
        }
        return known[text2];
      }
    };
  }
  function indexLabels(namespaces) {
    var byLabel = {};
    for (var _i = 0, namespaces_1 = namespaces; _i < namespaces_1.length; _i++) {
      var namespace = namespaces_1[_i];
      for (var _a = 0, _b = Object.keys(namespace.labels); _a < _b.length; _a++) {
        var key = _b[_a];
        var label = labelText(key, namespace.labels[key]);
        if (!hasKey(byLabel, label))
          byLabel[label] = [];
        byLabel[label].push(namespace);
      }
    }
    return byLabel;
  }
  function labelText(key, value) {
    return key + "=" + value;
  }
  function nameOf2(namespace) {
    return namespace.name;
  }

  // scripts/policy/compile/space.ts
  /*!
   * What the snapshot and the profile tell of pod addresses. Node-side addresses inside the pod network belong to no pod.
   */
  function clusterSpace(snapshot, profile) {
    var network = podNetwork(snapshot, profile);
    var families = network.length > 0 ? familiesOf(network) : familiesInUse(snapshot);
    var known = network.length > 0;
    var podAddresses2 = network;
    if (!known) {
      podAddresses2 = addressSet((families.length > 0 ? families : ["IPv4"]).map(function(family) {
        return everyAddressOf(family)[0];
      }));
    }
    return {
      space: {
        namespaces: createNamespaceSets(),
        podAddresses: subtractAddresses(podAddresses2, nodeSideAddresses(snapshot, profile)),
        podNetworkKnown: known,
        intersections: 0
      },
      familiesAssumed: !known && families.length === 0
    };
  }
  /*! Addresses of the Nodes, of host-network pods (which are their nodes), and further ones that the profile names. */
  function nodeSideAddresses(snapshot, profile) {
    var texts = profile.nodes.addresses.slice();
    for (var _i = 0, _a = snapshot.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      texts.push.apply(texts, node.addresses);
    }
    for (var _b = 0, _c = snapshot.podClasses; _b < _c.length; _b++) {
      var pods = _c[_b];
      if (!pods.hostNetwork)
        continue;
      for (var _d = 0, _e = pods.samples; _d < _e.length; _d++) {
        var sample = _e[_d];
        texts.push.apply(texts, sample.addresses);
      }
    }
    return addressesOf(texts);
  }
  /*! A pod whose address is outside the known pod network: nothing that is decided by addresses would hold for it. */
  function strayPods(snapshot, space) {
    if (!space.podNetworkKnown)
      return [];
    for (var _i = 0, _a = snapshot.podClasses; _i < _a.length; _i++) {
      var pods = _a[_i];
      if (pods.hostNetwork)
        continue;
      for (var _b = 0, _c = pods.samples; _b < _c.length; _b++) {
        var sample = _c[_b];
        for (var _d = 0, _e = sample.addresses; _d < _e.length; _d++) {
          var address = _e[_d];
          if (isAddressSubset(addressesOf([address]), space.podAddresses))
            continue;
          var pod = pods.namespace + "/" + sample.name;
          var network = addressMembers(space.podAddresses).join(", ");
          return [
            diagnose("pod-outside-network", { pod: pod, address: address, network: network }, { path: "podCIDRs" })
          ];
        }
      }
    }
    return [];
  }
  function podNetwork(snapshot, profile) {
    var texts = [];
    if (profile.podCIDRs)
      texts.push.apply(texts, profile.podCIDRs);
    else
      for (var _i = 0, _a = snapshot.nodes; _i < _a.length; _i++) {
        var node = _a[_i];
        texts.push.apply(texts, node.podCIDRs);
      }
    var ranges = [];
    for (var _b = 0, texts_1 = texts; _b < texts_1.length; _b++) {
      var text2 = texts_1[_b];
      var range = parseCidr(text2);
      if (range)
        ranges.push(range);
    }
    return addressSet(ranges);
  }
  function familiesInUse(snapshot) {
    var families = [];
    for (var _i = 0, _a = snapshot.podClasses; _i < _a.length; _i++) {
      var pods = _a[_i];
      for (var _b = 0, _c = pods.families; _b < _c.length; _b++) {
        var family = _c[_b];
        if (!pods.hostNetwork && families.indexOf(family) < 0)
          families.push(family);
      }
    }
    return families.sort();
  }
  /*! The set of single addresses given as texts. */
  function addressesOf(texts) {
    var ranges = [];
    for (var _i = 0, texts_2 = texts; _i < texts_2.length; _i++) {
      var text2 = texts_2[_i];
      var address = parseAddress(text2);
      if (address)
        ranges.push(singleAddress(address)[0]);
    }
    return addressSet(ranges);
  }

  // scripts/policy/compile/nodes.ts
  /*!
   * Layer N: node addresses to ingress-isolated pods, so that a pod keeps its kubelet. NetworkPolicy never blocks a pod's
   * own node (Kubernetes documentation); which node a pod is on is not in any tag, so every node may reach every isolated
   * pod, on the probe ports of all of them.
   */
  function nodeLayer(model, snapshot, profile) {
    if (profile.nodes.toPods === "off" || model.ingress.namespaces.length === 0)
      return { rules: [], diagnostics: [] };
    var ports = nodePorts(model, snapshot, profile);
    if (ports === void 0)
      return { rules: [], diagnostics: [] };
    var addresses = addressesOf(profile.nodes.addresses);
    for (var _i = 0, _a = snapshot.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      addresses = unionAddresses(addresses, addressesOf(node.addresses));
    }
    if (addresses.length === 0) {
      return {
        rules: [],
        diagnostics: [
          diagnose("nodes-unknown", { ports: ports.kind === "everything" ? "all" : portListText(ports.tcp) }, { path: "nodes" })
        ]
      };
    }
    var rule = {
      layer: "nodes",
      subject: { kind: "block", name: "nodes" },
      sources: { kind: "terms", terms: [addressesTerm(addresses)] },
      destinations: { kind: "isolated", direction: "ingress" },
      ports: ports,
      verdict: { kind: "allow", record: nodeRecord(model.defaults) }
    };
    return { rules: [rule], diagnostics: [] };
  }
  /*! The ports that nodes may reach; undefined where no isolated pod has any. */
  function nodePorts(model, snapshot, profile) {
    if (profile.nodes.toPods === "all")
      return EVERYTHING;
    var numbers = profile.nodes.ports.slice();
    for (var _i = 0, _a = snapshot.podClasses; _i < _a.length; _i++) {
      var pods = _a[_i];
      if (!pods.hostNetwork && isIsolated2(model, pods))
        numbers.push.apply(numbers, pods.probePorts);
    }
    if (numbers.length === 0)
      return void 0;
    var ranges = numbers.map(function(port) {
      return { from: port, to: port };
    });
    return { kind: "ports", tcp: portRanges(ranges), udp: [], sctp: [] };
  }
  function isIsolated2(model, pods) {
    if (!hasKey(model.ingress.isolations, pods.namespace))
      return false;
    return model.ingress.isolations[pods.namespace].some(function(isolation) {
      return isolation.subject.requirements.every(function(requirement) {
        var isOneOf = hasKey(pods.labels, requirement.key) && requirement.values.indexOf(pods.labels[requirement.key]) >= 0;
        return isOneOf !== requirement.negated;
      });
    });
  }
  /*! Probes are not to be inspected or cut by App-ID; only the cluster's log settings apply. */
  function nodeRecord(defaults) {
    var log2 = defaults.log || "end";
    return {
      applications: [],
      categories: [],
      profileSetting: { type: "none" },
      logProfile: defaults.logProfile || "",
      logStart: log2 === "start" || log2 === "both",
      logEnd: log2 === "end" || log2 === "both",
      applicationDefault: false,
      tickets: []
    };
  }

  // scripts/policy/compile/order.ts
  /*!
   * The order in which entries of one side decide a connection that several of them allow (DESIGN section 6.4): restricted
   * to applications or categories, then with inspection, then narrower, then by name.
   */
  /*! Entries of one namespace and direction, ranked; with a warning for each that another one overrules. */
  function rankEntries(space, boxes) {
    var byName = boxes.slice().sort(compareByName);
    if (areAttributesEqual(byName))
      return { ranked: byName.map(uncontested), warnings: [] };
    var ordered = narrowerFirst(space, byName);
    var warnings = [];
    var contested = ordered.map(function() {
      return false;
    });
    for (var i = 0; i < ordered.length; i++) {
      for (var j = i + 1; j < ordered.length; j++) {
        if (ordered[i].attributesKey === ordered[j].attributesKey || !doOverlap(space, ordered[i], ordered[j]))
          continue;
        contested[i] = true;
        contested[j] = true;
        warnings.push(overruled(ordered[j], ordered[i]));
      }
    }
    var ranked = ordered.map(function(box, rank) {
      return ranking(box, rank, contested[rank]);
    });
    return { ranked: ranked, warnings: warnings };
  }
  function compareByName(a, b) {
    return compareText(a.policy.id.name, b.policy.id.name) || a.entry.index - b.entry.index;
  }
  function areAttributesEqual(boxes) {
    return boxes.every(function(box) {
      return box.attributesKey === boxes[0].attributesKey;
    });
  }
  function uncontested(box, rank) {
    return ranking(box, rank, false);
  }
  function ranking(box, rank, contested) {
    return {
      id: box.direction + "/" + box.namespace + "/" + String(rank),
      direction: box.direction,
      policy: box.policy,
      entry: box.entry,
      namespace: box.namespace,
      subject: box.subject,
      peers: box.peers,
      ports: box.ports,
      attributes: box.attributes,
      attributesKey: box.attributesKey,
      rank: rank,
      contested: contested
    };
  }
  /*! Restricted before inspected before plain entries; within each of these, no entry before one strictly inside it. */
  function narrowerFirst(space, byName) {
    var ordered = [];
    var _loop_1 = function(standing2) {
      var alike = byName.filter(function(box) {
        return standingOf(box) === standing2;
      });
      ordered.push.apply(ordered, byInclusion(space, alike));
    };
    for (var _i = 0, _a = [0, 1, 2, 3]; _i < _a.length; _i++) {
      var standing = _a[_i];
      _loop_1(standing);
    }
    return ordered;
  }
  function standingOf(box) {
    var restricted = box.attributes.applications || box.attributes.categories;
    return (restricted ? 0 : 2) + (isInspected(box) ? 0 : 1);
  }
  /*! With a profile or a group; `none` alone names neither. */
  function isInspected(box) {
    var inspection = box.attributes.inspection;
    if (!inspection)
      return false;
    if (inspection.type === "group")
      return true;
    return kindsOf(inspection.profiles).some(function(kind) {
      return inspection.profiles[kind] !== "none";
    });
  }
  /*! Always the first by name that has nothing narrower waiting. */
  function byInclusion(space, byName) {
    var waitsFor = byName.map(function(box) {
      return byName.filter(function(other) {
        return other !== box && isStrictlyInside2(space, other, box);
      });
    });
    var placed2 = [];
    while (placed2.length < byName.length) {
      for (var i = 0; i < byName.length; i++) {
        var isReady = waitsFor[i].every(function(other) {
          return placed2.indexOf(other) >= 0;
        });
        if (!isReady || placed2.indexOf(byName[i]) >= 0)
          continue;
        placed2.push(byName[i]);
        break;
      }
    }
    return placed2;
  }
  function isStrictlyInside2(space, a, b) {
    return isInside(space, a, b) && !isInside(space, b, a);
  }
  function isInside(space, a, b) {
    return isPortSubset(a.ports, b.ports) && isTermSubset(space, a.subject, b.subject) && a.peers.every(function(peer) {
      return isCovered(space, peer, b.peers);
    });
  }
  /*! True where some connection lies in both boxes. */
  function doOverlap(space, a, b) {
    if (!doPortsMeet(a.ports, b.ports) || !intersectTerms(space, a.subject, b.subject))
      return false;
    return a.peers.some(function(peer) {
      return b.peers.some(function(other) {
        return intersectTerms(space, peer, other) !== void 0;
      });
    });
  }
  function overruled(box, by) {
    var other = entryText(by);
    return diagnose("attributes-differ", { other: other, first: other }, { policy: { namespace: box.namespace, name: box.policy.id.name }, path: box.entry.path });
  }
  /*! How diagnostics name an entry: `shop/web spec.ingress[0]`. */
  function entryText(box) {
    return box.namespace + "/" + box.policy.id.name + " " + box.entry.path;
  }

  // scripts/policy/compile/problems.ts
  /*! How problems are told to the authors of the policies that cause them. */
  /*! The entry as a cause. */
  function causeOf(entry) {
    return { policy: entry.policy.id, path: entry.entry.path };
  }
  /*! The problem as the author of one cause sees it: at this place, with the other ones named. */
  function findingAt(problem, cause) {
    var others = problem.causes.filter(function(other) {
      return other !== cause;
    });
    return placed([problem.diagnostic], {
      policy: { namespace: cause.policy.namespace, name: cause.policy.name },
      path: cause.path,
      together: others.map(causeText)
    })[0];
  }
  function causeText(cause) {
    return cause.policy.namespace + "/" + cause.policy.name + " " + cause.path;
  }

  // scripts/policy/compile/pairs.ts
  /*! Finds all pairs through an index, egress entries in order, and for each of them ingress entries in order. */
  function findPairs(model, combiner) {
    var index = indexIngress(model.ingress);
    var pairs = [];
    var problems = [];
    var warnings = [];
    for (var _i = 0, _a = entriesInOrder(model.egress); _i < _a.length; _i++) {
      var egress = _a[_i];
      for (var _b = 0, _c = candidates(index, egress); _b < _c.length; _b++) {
        var ingress = _c[_b];
        var met = meet(model.space, egress, ingress);
        if (!met)
          continue;
        var combined = combiner.combine(egress, ingress);
        if (combined.kind === "nothing") {
          warnings.push(disjoint(egress, ingress, combined.why));
          continue;
        }
        if (combined.inspectionDiffers)
          warnings.push(inspectionDiffers(egress, ingress));
        if (combined.record.applicationDefault && met.ports.kind !== "everything") {
          problems.push(applicationDefault(egress, ingress));
          continue;
        }
        pairs.push({
          egress: egress,
          ingress: ingress,
          sources: met.sources,
          destinations: met.destinations,
          ports: met.ports,
          record: combined.record,
          recordKey: combined.key
        });
      }
    }
    return { pairs: pairs, problems: problems, warnings: warnings };
  }
  /*! All entries of a side: by namespace, then in the order in which they decide. */
  function entriesInOrder(side) {
    var entries = [];
    for (var _i = 0, _a = Object.keys(side.entries).sort(); _i < _a.length; _i++) {
      var namespace = _a[_i];
      entries.push.apply(entries, side.entries[namespace]);
    }
    return entries;
  }
  function indexIngress(side) {
    var all = entriesInOrder(side);
    var bySource = {};
    var fromAnywhere = [];
    var position = {};
    all.forEach(function(entry, index) {
      position[entry.id] = index;
      var namespaces = podNamespaces(entry.peers);
      if (!namespaces)
        fromAnywhere.push(entry);
      else {
        for (var _i = 0, namespaces_1 = namespaces; _i < namespaces_1.length; _i++) {
          var name = namespaces_1[_i];
          if (!hasKey(bySource, name))
            bySource[name] = [];
          bySource[name].push(entry);
        }
      }
    });
    return {
      all: all,
      position: position,
      bySubject: side.entries,
      bySource: bySource,
      fromAnywhere: fromAnywhere
    };
  }
  /*! The namespaces of terms that are pods all; undefined where one is not. */
  function podNamespaces(terms) {
    var names = {};
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      if (term.kind !== "pods")
        return void 0;
      for (var _a = 0, _b = term.namespaces.names; _a < _b.length; _a++) {
        var name = _b[_a];
        names[name] = true;
      }
    }
    return Object.keys(names).sort();
  }
  /*! Ingress entries that may meet the egress entry, by whichever end names fewer, in order. */
  function candidates(index, egress) {
    var sources = hasKey(index.bySource, egress.namespace) ? index.bySource[egress.namespace] : [];
    var bySource = sources.length + index.fromAnywhere.length;
    var namespaces = podNamespaces(egress.peers);
    if (namespaces) {
      var found = [];
      for (var _i = 0, namespaces_2 = namespaces; _i < namespaces_2.length; _i++) {
        var name = namespaces_2[_i];
        if (!hasKey(index.bySubject, name))
          continue;
        if (found.length > bySource)
          break;
        found.push.apply(found, index.bySubject[name]);
      }
      if (found.length <= bySource)
        return found;
    }
    return sources.concat(index.fromAnywhere).sort(function(a, b) {
      return index.position[a.id] - index.position[b.id];
    });
  }
  function meet(space, egress, ingress) {
    if (!doPortsMeet(egress.ports, ingress.ports))
      return void 0;
    var destinations = meetingTerms(space, egress.peers, ingress.subject);
    if (destinations.length === 0)
      return void 0;
    var sources = meetingTerms(space, ingress.peers, egress.subject);
    if (sources.length === 0)
      return void 0;
    return { sources: sources, destinations: destinations, ports: intersectPorts(egress.ports, ingress.ports) };
  }
  function meetingTerms(space, terms, subject) {
    var common = [];
    for (var _i = 0, terms_2 = terms; _i < terms_2.length; _i++) {
      var term = terms_2[_i];
      var both = intersectTerms(space, term, subject);
      if (both)
        common.push(both);
    }
    return common.length < 2 ? common : normalTerms(space, common);
  }
  function placeOf3(entry) {
    return { policy: { namespace: entry.namespace, name: entry.policy.id.name }, path: entry.entry.path };
  }
  function disjoint(egress, ingress, why) {
    var own = (why === "applications" ? ingress.attributes.applications : ingress.attributes.categories) || [];
    var others = (why === "applications" ? egress.attributes.applications : egress.attributes.categories) || [];
    return diagnose(why === "applications" ? "applications-disjoint" : "categories-disjoint", { own: own.join(", "), other: entryText(egress), others: others.join(", ") }, placeOf3(ingress));
  }
  function inspectionDiffers(egress, ingress) {
    return diagnose("inspection-differs", { other: entryText(egress), receiver: entryText(ingress) }, placeOf3(ingress));
  }
  function applicationDefault(egress, ingress) {
    return {
      causes: [causeOf(egress), causeOf(ingress)],
      diagnostic: diagnose("service-application-default", {}, {})
    };
  }

  // scripts/policy/attributes/combine.ts
  var SILENT = {};
  /*! Combines what both sides and the cluster's defaults ask for (DESIGN section 6.4, "two sides"). */
  function combineAttributes(sides, defaults) {
    var sender = sides.sender || SILENT;
    var receiver = sides.receiver || SILENT;
    var applications = intersection(sender.applications, receiver.applications);
    if (applications && applications.length === 0)
      return { kind: "nothing", why: "applications" };
    var categories = intersection(sender.categories, receiver.categories);
    if (categories && categories.length === 0)
      return { kind: "nothing", why: "categories" };
    var log2 = combinedLog(sender.log, receiver.log) || defaults.log || "end";
    return {
      kind: "record",
      record: {
        applications: applications || defaults.applications || [],
        categories: categories || defaults.categories || [],
        profileSetting: profileSetting(combinedInspection(sender.inspection, receiver.inspection), defaults.inspection),
        logProfile: receiver.logProfile || sender.logProfile || defaults.logProfile || "",
        logStart: log2 === "start" || log2 === "both",
        logEnd: log2 === "end" || log2 === "both",
        applicationDefault: isApplicationDefault(sender, receiver, defaults),
        tickets: tickets(sender, receiver)
      },
      inspectionDiffers: doInspectionsDiffer(sender.inspection, receiver.inspection)
    };
  }
  /*! Equal for equal records, and only for these. */
  function recordKey(record) {
    return canonicalJson(record);
  }
  /*! What both lists name; undefined, which is any, where neither side says anything. */
  function intersection(a, b) {
    if (a === void 0)
      return b;
    if (b === void 0)
      return a;
    return a.filter(function(name) {
      return b.indexOf(name) >= 0;
    });
  }
  /*! Start and end make both; whoever logs beats `none`. */
  function combinedLog(a, b) {
    if (a === void 0 || a === "none")
      return b === void 0 ? a : b;
    if (b === void 0 || b === "none" || a === b)
      return a;
    return "both";
  }
  /*! Either side may ask; the default holds where neither says anything. */
  function isApplicationDefault(sender, receiver, defaults) {
    if (sender.service === "application-default" || receiver.service === "application-default")
      return true;
    var said = sender.service !== void 0 || receiver.service !== void 0;
    return !said && defaults.service === "application-default";
  }
  function tickets(sender, receiver) {
    var named = [];
    if (sender.ticket !== void 0)
      named.push(sender.ticket);
    if (receiver.ticket !== void 0)
      named.push(receiver.ticket);
    return sortedUnique(named);
  }
  /*! True where a group meets anything but the same group. */
  function doInspectionsDiffer(sender, receiver) {
    if (!sender || !receiver)
      return false;
    if (sender.type === "group" && receiver.type === "group")
      return sender.group !== receiver.group;
    return sender.type === "group" || receiver.type === "group";
  }
  /*! Single profiles join kind by kind; where a group is involved, the receiver's side wins whole. */
  function combinedInspection(sender, receiver) {
    if (!sender)
      return receiver;
    if (!receiver)
      return sender;
    if (sender.type === "group" || receiver.type === "group")
      return receiver;
    var profiles2 = {};
    for (var _i = 0, _a = kindsOf(sender.profiles); _i < _a.length; _i++) {
      var kind = _a[_i];
      profiles2[kind] = sender.profiles[kind];
    }
    for (var _b = 0, _c = kindsOf(receiver.profiles); _b < _c.length; _b++) {
      var kind = _c[_b];
      /*! `none` beats the cluster's default, not the other policy's profile. */
      if (receiver.profiles[kind] !== "none" || profiles2[kind] === void 0)
        profiles2[kind] = receiver.profiles[kind];
    }
    return { type: "profiles", profiles: profiles2 };
  }
  /*! Default single profiles fill the kinds that nobody names; a default group holds only where nobody names anything. */
  function profileSetting(said, defaults) {
    var decided = said || defaults;
    if (!decided)
      return { type: "none" };
    if (decided.type === "group")
      return { type: "group", group: decided.group };
    var base = defaults && defaults.type === "profiles" ? defaults.profiles : {};
    return withoutNone(overlaid(base, decided.profiles));
  }
  function withoutNone(profiles2) {
    var real = {};
    var named = false;
    for (var _i = 0, _a = kindsOf(profiles2); _i < _a.length; _i++) {
      var kind = _a[_i];
      if (profiles2[kind] === "none")
        continue;
      real[kind] = profiles2[kind];
      named = true;
    }
    return named ? { type: "profiles", profiles: real } : { type: "none" };
  }

  // scripts/policy/compile/records.ts
  function createRecordCombiner(defaults) {
    var known = {};
    return {
      combine: function(sender, receiver) {
        var key = (sender ? sender.attributesKey : "") + ">" + (receiver ? receiver.attributesKey : "");
        if (!hasKey(known, key)) {
          var combined = combineAttributes({
            sender: sender ? sender.attributes : void 0,
            receiver: receiver ? receiver.attributes : void 0
          }, defaults);
          known[key] = combined.kind === "record" ? {
            kind: "record",
            record: combined.record,
            inspectionDiffers: combined.inspectionDiffers,
            key: recordKey(combined.record)
          } : { kind: "nothing", why: combined.why, key: "" };
        }
        return known[key];
      }
    };
  }

  // scripts/policy/compile/sides.ts
  function buildSide(space, direction, isolating, boxes) {
    var isolations = groupBy(isolating, function(one) {
      return one.policy.namespace;
    });
    var entries = groupBy(boxes, function(box) {
      return box.namespace;
    });
    var warnings = [];
    var isolated2 = {};
    var ranked = {};
    for (var _i = 0, _a = sortedKeys(isolations); _i < _a.length; _i++) {
      var namespace = _a[_i];
      isolated2[namespace] = widest(space, isolations[namespace]);
    }
    for (var _b = 0, _c = sortedKeys(entries); _b < _c.length; _b++) {
      var namespace = _c[_b];
      var ranking2 = rankEntries(space, withoutRepeated(entries[namespace]));
      ranked[namespace] = ranking2.ranked;
      warnings.push.apply(warnings, ranking2.warnings);
    }
    var side = {
      direction: direction,
      namespaces: sortedKeys(isolated2),
      isolations: isolated2,
      entries: ranked
    };
    return { side: side, warnings: warnings };
  }
  function groupBy(list2, keyOf) {
    var groups = {};
    for (var _i = 0, list_1 = list2; _i < list_1.length; _i++) {
      var item = list_1[_i];
      var key = keyOf(item);
      if (!hasKey(groups, key))
        groups[key] = [];
      groups[key].push(item);
    }
    return groups;
  }
  /*! The subjects that lie in no other one; equal subjects once, with all their policies. */
  function widest(space, isolating) {
    var bySubject = groupBy(isolating, function(one) {
      return termKey(one.subject);
    });
    var distinct3 = sortedKeys(bySubject).map(function(key) {
      return {
        subject: bySubject[key][0].subject,
        policies: bySubject[key].map(function(one) {
          return one.policy;
        })
      };
    });
    return distinct3.filter(function(one) {
      return !distinct3.some(function(other) {
        return other !== one && isTermSubset(space, one.subject, other.subject);
      });
    });
  }
  /*! An entry that stands twice in one policy, with the same attributes, is one entry. */
  function withoutRepeated(boxes) {
    var known = {};
    return boxes.filter(function(box) {
      var key = box.policy.id.name + "/" + box.entry.key;
      if (!hasKey(known, key))
        known[key] = [];
      var isRepeated = known[key].some(function(earlier) {
        return areAlike(earlier, box);
      });
      known[key].push(box);
      return !isRepeated;
    });
  }
  /*! Two entries of one policy with one key, which is a short hash: they may still differ. */
  function areAlike(a, b) {
    return a.attributesKey === b.attributesKey && portSetKey(a.ports) === portSetKey(b.ports) && a.peers.map(termKey).join(" ") === b.peers.map(termKey).join(" ");
  }

  // scripts/policy/compile/compile.ts
  /*! Compiles the admitted policies of one cluster into ordered rules (DESIGN section 6.2). */
  function compile(snapshot, profile, admitted) {
    var cluster = clusterSpace(snapshot, profile);
    var context = boxContext(cluster.space, snapshot, profile, admitted.map(policyOf));
    var gathered = gather(context, admitted);
    var egress = buildSide(cluster.space, "egress", gathered.egress, gathered.boxes.filter(isEgress));
    var ingress = buildSide(cluster.space, "ingress", gathered.ingress, gathered.boxes.filter(isIngress));
    var model = {
      space: cluster.space,
      egress: egress.side,
      ingress: ingress.side,
      defaults: defaultAttributes(profile)
    };
    var combiner = createRecordCombiner(model.defaults);
    var pairing = findPairs(model, combiner);
    var entries = entriesInOrder(model.egress).concat(entriesInOrder(model.ingress));
    var choice3 = chooseWhole(model, combiner, entries, pairing.pairs);
    var nodes = nodeLayer(model, snapshot, profile);
    var assumed = cluster.familiesAssumed && gathered.policies.some(hasBlocks);
    return {
      model: model,
      rules: nodes.rules.concat(pairLayer(model, choice3), denyBothLayer(model), entryLayer(choice3, combiner, entries), denyOneLayer(model)),
      problems: gathered.problems.concat(pairing.problems),
      refusals: strayPods(snapshot, cluster.space).concat(nodes.diagnostics),
      warnings: gathered.warnings.concat(egress.warnings, ingress.warnings, pairing.warnings, assumed ? [diagnose("families-assumed", {}, {})] : []),
      dependsOn: dependencies(context, gathered.policies, profile, model),
      labelValues: context.labelValues
    };
  }
  function boxContext(space, snapshot, profile, policies) {
    return {
      space: space,
      namespaces: createNamespaceFinder(snapshot.namespaces),
      labelValues: collectLabelValues(snapshot, policies),
      sctp: profile.sctp,
      enumerated: {}
    };
  }
  /*! What of a policy's spec alone has no exact rule, whatever its attributes and the other policies are. */
  function specFaults(snapshot, profile, policy) {
    var context = boxContext(clusterSpace(snapshot, profile).space, snapshot, profile, [policy]);
    var silent = policy.entries.map(function() {
      return {};
    });
    return policyBoxes(context, policy, silent).diagnostics.filter(isError);
  }
  function policyOf(admitted) {
    return admitted.policy;
  }
  function isEgress(box) {
    return box.direction === "egress";
  }
  function isIngress(box) {
    return box.direction === "ingress";
  }
  function gather(context, admitted) {
    var boxes = [];
    var egress = [];
    var ingress = [];
    var problems = [];
    var warnings = [];
    for (var _i = 0, admitted_1 = admitted; _i < admitted_1.length; _i++) {
      var one = admitted_1[_i];
      var id = one.policy.id;
      var made = policyBoxes(context, one.policy, one.attributes);
      for (var _a = 0, _b = made.diagnostics; _a < _b.length; _a++) {
        var diagnostic = _b[_a];
        var cause = { policy: id, path: diagnostic.where.path || "" };
        if (isError(diagnostic))
          problems.push({ causes: [cause], diagnostic: diagnostic });
        else
          warnings.push(diagnostic);
      }
      boxes.push.apply(boxes, made.boxes);
      if (!made.subject)
        continue;
      if (one.policy.isolates.egress)
        egress.push({ policy: id, subject: made.subject });
      if (one.policy.isolates.ingress)
        ingress.push({ policy: id, subject: made.subject });
    }
    return {
      policies: admitted.map(policyOf),
      boxes: boxes,
      egress: egress,
      ingress: ingress,
      problems: problems,
      warnings: warnings
    };
  }
  function hasBlocks(policy) {
    return hasPeer(policy, function(peer) {
      return peer.kind === "ipBlock";
    });
  }
  function selectsNamespaces(policy) {
    return hasPeer(policy, function(peer) {
      return peer.kind === "pods" && peer.namespaces.kind === "selected";
    });
  }
  function hasPeer(policy, isWanted) {
    return policy.entries.some(function(entry) {
      return entry.peers.kind === "peers" && entry.peers.peers.some(isWanted);
    });
  }
  /*! All pods of all namespaces are the pod network, where it is known. */
  function selectsEveryPod(policy) {
    return hasPeer(policy, function(peer) {
      if (peer.kind !== "pods" || peer.namespaces.kind !== "selected")
        return false;
      return peer.namespaces.selector.length === 0 && peer.pods.length === 0;
    });
  }
  function dependencies(context, policies, profile, model) {
    /*! Also where no probe and no Node is known yet. */
    var isIsolated3 = model.ingress.namespaces.length > 0;
    return {
      namespaces: policies.some(selectsNamespaces),
      labelKeys: sortedKeys(context.enumerated),
      probePorts: isIsolated3 && profile.nodes.toPods === "probes",
      nodes: isIsolated3 && profile.nodes.toPods !== "off",
      podNetwork: policies.some(hasBlocks) || policies.some(selectsEveryPod)
    };
  }

  // scripts/policy/admit.ts
  /*!
   * Reads a policy and resolves its attributes. One whose attributes are wrong is compiled with its new spec and its last
   * good attributes, one that cannot be read with its last good version; one that never was good is left out.
   */
  function admitPolicy(input, raw) {
    var current = readVersion(input, raw);
    var standIns = lastGoodVersions(input, raw, current.id);
    var candidate = {
      id: current.id,
      version: current.version,
      standIns: standIns,
      errors: current.diagnostics.filter(isError),
      warnings: current.diagnostics.filter(isWarning)
    };
    return candidate.errors.length === 0 ? candidate : fallBack(candidate, []);
  }
  /*! The candidate with its next best version, and what was wrong with the one before. */
  function fallBack(candidate, errors) {
    return {
      id: candidate.id,
      version: candidate.standIns.length > 0 ? candidate.standIns[0] : void 0,
      standIns: candidate.standIns.slice(1),
      errors: candidate.errors.concat(errors),
      warnings: candidate.warnings
    };
  }
  function readVersion(input, raw) {
    var reading = readPolicy(raw);
    var policy = reading.policy;
    if (!policy || reading.diagnostics.some(isError)) {
      return { id: policy ? policy.id : idOf2(raw), version: void 0, diagnostics: reading.diagnostics };
    }
    var resolved = resolveAttributes(policy, input.services, input.profile);
    var where2 = { policy: { namespace: policy.id.namespace, name: policy.id.name } };
    var diagnostics = reading.diagnostics.concat(placed(resolved.diagnostics, where2));
    if (diagnostics.some(isError)) {
      /*! All that is wrong at once: an author should not have to come back for each. */
      var faults = specFaults(input.snapshot, input.profile, policy);
      return { id: policy.id, version: void 0, diagnostics: diagnostics.concat(faults) };
    }
    return {
      id: policy.id,
      version: { policy: policy, attributes: resolved.entries, raw: raw },
      diagnostics: diagnostics
    };
  }
  function isWarning(diagnostic) {
    return !isError(diagnostic);
  }
  /*!
   * The stored version of the same policy, before it the new spec with the stored attributes. A policy created anew under
   * the name has another UID and starts afresh.
   */
  function lastGoodVersions(input, raw, id) {
    for (var _i = 0, _a = input.lastGood; _i < _a.length; _i++) {
      var stored = _a[_i];
      var storedId = idOf2(stored);
      if (storedId.namespace !== id.namespace || storedId.name !== id.name || storedId.uid !== id.uid)
        continue;
      var versions = [];
      for (var _b = 0, _c = [withAttributesOf(raw, stored), stored]; _b < _c.length; _b++) {
        var object2 = _c[_b];
        var version = readVersion(input, object2).version;
        if (version)
          versions.push(version);
      }
      return versions;
    }
    return [];
  }
  function withAttributesOf(raw, stored) {
    var metadata = objectOf(raw.metadata);
    var storedMetadata = objectOf(stored.metadata);
    var merged2 = {};
    for (var _i = 0, _a = Object.keys(metadata); _i < _a.length; _i++) {
      var field = _a[_i];
      merged2[field] = metadata[field];
    }
    merged2.annotations = storedMetadata.annotations;
    merged2.labels = storedMetadata.labels;
    var object2 = {};
    for (var _b = 0, _c = Object.keys(raw); _b < _c.length; _b++) {
      var field = _c[_b];
      object2[field] = raw[field];
    }
    object2.metadata = merged2;
    return object2;
  }
  function objectOf(value) {
    return typeof value === "object" && value !== null ? value : {};
  }
  /*! Namespace, name and UID of a policy that cannot be read as a whole. */
  function idOf2(raw) {
    var metadata = objectOf(raw.metadata);
    return {
      namespace: textOf(metadata.namespace) || "default",
      name: textOf(metadata.name),
      uid: textOf(metadata.uid)
    };
  }
  function textOf(value) {
    return typeof value === "string" ? value : "";
  }

  // scripts/policy/panos/limits.ts
  /*! PAN-OS limits that names and values must keep (device schema 10.0.6; tags: vendor's plugin documentation). */
  var LIMITS = {
    ruleName: 63,
    objectName: 63,
    tag: 127,
    filter: 2047,
    portList: 1023,
    ruleDescription: 1024,
    objectDescription: 1023
  };

  // scripts/policy/panos/plugintags.ts
  /*! `k8s.cl_<cluster>.ns_<namespace>`: all pods (and Service addresses) of the namespace. */
  function namespaceTag(tags, namespace) {
    return "k8s.cl_" + tags.cluster + ".ns_" + namespace;
  }
  /*! `k8s.cl_<cluster>.ns_<namespace>.<key>.<value>`: the pods (and Services) of the namespace with the label. */
  function labelTag(tags, namespace, key, value) {
    return namespaceTag(tags, namespace) + "." + labelText2(tags, key, value);
  }
  function labelText2(tags, key, value) {
    return (tags.labelKey === "underscore" ? key.replace(/\//g, "_") : key) + "." + value;
  }
  /*!
   * Knows all labels, to see where two of them make one tag: tags ignore case (PAN-OS documentation on tags), and key and
   * value are joined by a dot that both may contain.
   */
  function createTagModel(tags, known) {
    var labelsByTag = {};
    for (var _i = 0, _a = Object.keys(known).sort(); _i < _a.length; _i++) {
      var key = _a[_i];
      for (var _b = 0, _c = known[key]; _b < _c.length; _b++) {
        var value = _c[_b];
        var text2 = labelText2(tags, key, value).toLowerCase();
        if (!hasKey(labelsByTag, text2))
          labelsByTag[text2] = [];
        labelsByTag[text2].push(key + "=" + value);
      }
    }
    return {
      fault: function(namespace, key2, value2) {
        if (value2 === "")
          return diagnose("label-value-empty", { key: key2 }, {});
        var tag = labelTag(tags, namespace, key2, value2);
        if (tag.length > LIMITS.tag)
          return diagnose("tag-too-long", { tag: tag, length: tag.length }, {});
        var text3 = labelText2(tags, key2, value2).toLowerCase();
        var same = hasKey(labelsByTag, text3) ? labelsByTag[text3] : [];
        var label = key2 + "=" + value2;
        for (var _i2 = 0, same_1 = same; _i2 < same_1.length; _i2++) {
          var other = same_1[_i2];
          if (other !== label)
            return diagnose("label-ambiguous", { first: label, second: other }, {});
        }
        return void 0;
      }
    };
  }

  // scripts/policy/panos/filter.ts
  /*!
   * The expressions of a term whose requirements are all positive. Alternatives may stand in several groups, since the
   * members of a rule are a union; a conjunction cannot be split.
   */
  function filtersOf(tags, term) {
    var alternatives = [];
    for (var _i = 0, _a = term.namespaces.names; _i < _a.length; _i++) {
      var namespace = _a[_i];
      for (var _b = 0, _c = splitRequirements(tags, namespace, term.requirements); _b < _c.length; _b++) {
        var requirements = _c[_b];
        var conjunction = conjuncts(tags, namespace, requirements);
        var length = joinConjuncts(conjunction).length;
        if (length > LIMITS.filter)
          return { kind: "too-long", length: length };
        alternatives.push(conjunction);
      }
    }
    return { kind: "filters", filters: joinAlternatives(alternatives) };
  }
  /*! Each requirement as text: one tag, or several joined by `or`. */
  function conjuncts(tags, namespace, requirements) {
    if (requirements.length === 0)
      return [quoted(namespaceTag(tags, namespace))];
    return requirements.map(function(requirement) {
      var alternatives = requirement.values.map(function(value) {
        return quoted(labelTag(tags, namespace, requirement.key, value));
      });
      return alternatives.join(" or ");
    });
  }
  function quoted(tag) {
    return "'" + tag + "'";
  }
  function isAlternative(text2) {
    return text2.indexOf("' or '") >= 0;
  }
  function joinConjuncts(conjunction) {
    if (conjunction.length === 1)
      return conjunction[0];
    return conjunction.map(function(text2) {
      return isAlternative(text2) ? "(" + text2 + ")" : text2;
    }).join(" and ");
  }
  /*! Halves the longest list of values until the conjunction fits or no list is left to halve. */
  function splitRequirements(tags, namespace, requirements) {
    if (joinConjuncts(conjuncts(tags, namespace, requirements)).length <= LIMITS.filter)
      return [requirements];
    var longest = -1;
    requirements.forEach(function(requirement, index) {
      var most = longest < 0 ? 1 : requirements[longest].values.length;
      if (requirement.values.length > most)
        longest = index;
    });
    if (longest < 0)
      return [requirements];
    var values = requirements[longest].values;
    var middle = values.length >> 1;
    var parts = [];
    for (var _i = 0, _a = [values.slice(0, middle), values.slice(middle)]; _i < _a.length; _i++) {
      var half = _a[_i];
      var halved = requirements.slice();
      halved[longest] = { key: requirements[longest].key, negated: false, values: half };
      parts.push.apply(parts, splitRequirements(tags, namespace, halved));
    }
    return parts;
  }
  var OR = " or ";
  /*! As few expressions as needed; where one is not enough, cut where the content says, so that an insertion moves little. */
  function joinAlternatives(alternatives) {
    var whole = joined(alternatives);
    if (whole.length <= LIMITS.filter)
      return [whole];
    var filters = [];
    var current = [];
    var length = 0;
    function cut() {
      if (current.length > 0)
        filters.push(joined(current));
      current = [];
      length = 0;
    }
    for (var _i = 0, alternatives_1 = alternatives; _i < alternatives_1.length; _i++) {
      var alternative = alternatives_1[_i];
      var text2 = wrapped(alternative);
      if (length + OR.length + text2.length > LIMITS.filter)
        cut();
      current.push(alternative);
      length += (current.length > 1 ? OR.length : 0) + text2.length;
      if (isBoundary(text2))
        cut();
    }
    cut();
    return filters;
  }
  function joined(alternatives) {
    return alternatives.length === 1 ? joinConjuncts(alternatives[0]) : alternatives.map(wrapped).join(OR);
  }
  /*! In parentheses where it has an `and`. */
  function wrapped(conjunction) {
    return conjunction.length > 1 ? "(" + joinConjuncts(conjunction) + ")" : conjunction[0];
  }
  /*! One alternative in sixteen ends a group: its hash starts with one of two of 32 characters. */
  function isBoundary(text2) {
    var first2 = shortHash(text2).charAt(0);
    return first2 === "a" || first2 === "b";
  }

  // scripts/policy/panos/names.ts
  /*!
   * Names of rules and objects: readable first, unique always, at most 63 characters of `[0-9A-Za-z._-]`, starting with the
   * cluster's name. What is too long is cut in its readable part and told apart by a hash of the whole.
   */
  var HASH_LENGTH = 8;
  /*! Text with every character that PAN-OS names do not take replaced by `-`. */
  function nameText(text2) {
    return text2.replace(/[^0-9A-Za-z._-]/g, "-");
  }
  /*! Eight characters that stand for a content. */
  function contentHash(content) {
    return shortHash(content).slice(0, HASH_LENGTH);
  }
  /*! The name itself where it fits, else cut and with a hash of the whole. */
  function boundedName(name, limit) {
    if (name.length <= limit)
      return name;
    return name.slice(0, limit - HASH_LENGTH - 1) + "-" + contentHash(name);
  }
  /*! `<cluster>.<namespace>.<policy>.in-<key>`; the policy's name is cut where it is too long, the key never. */
  function entryName(cluster, entry, limit) {
    var tail = "." + (entry.direction === "ingress" ? "in-" : "eg-") + entry.key;
    return boundedName(cluster + "." + entry.namespace + "." + entry.policy, limit - tail.length) + tail;
  }
  /*! The names of the two entries joined by `_`; each side is cut to what the other leaves it. */
  function pairName(cluster, egress, ingress) {
    var left = entryName(cluster, egress, LIMITS.ruleName);
    var right = entryName("", ingress, LIMITS.ruleName).slice(1);
    if (left.length + right.length < LIMITS.ruleName)
      return left + "_" + right;
    var room = LIMITS.ruleName - 1;
    var half = Math.floor(room / 2);
    var leftLimit = Math.max(half, room - right.length);
    var shortLeft = entryName(cluster, egress, leftLimit);
    return shortLeft + "_" + entryName("", ingress, room - shortLeft.length + 1).slice(1);
  }
  function createNameTable() {
    var taken = {};
    return {
      name: function(wanted, content, limit) {
        var name = boundedName(wanted, limit);
        for (var attempt = 0; taken["=" + name] !== void 0 && taken["=" + name] !== content; attempt++) {
          var suffix = "-" + contentHash(content + (attempt === 0 ? "" : String(attempt)));
          name = boundedName(wanted, limit - suffix.length) + suffix;
        }
        taken["=" + name] = content;
        return name;
      }
    };
  }

  // scripts/policy/panos/ownership.ts
  /*!
   * The two tags that every managed rule and object carries; nothing without both is ever changed or deleted. The tag
   * objects themselves carry none: they are created where missing and never deleted by themselves.
   */
  var OWNER_TAG = "cnseries";
  /*! The tag of one cluster's block. */
  function clusterTag(profile) {
    return OWNER_TAG + "-" + profile.cluster;
  }
  function clusterTags(profile) {
    return [OWNER_TAG, clusterTag(profile)];
  }
  function tagEntries(profile) {
    return [
      { kind: "tag", name: OWNER_TAG, comments: "Managed by CN-Series for Cortex XSOAR. Do not edit by hand." },
      { kind: "tag", name: clusterTag(profile), comments: "Rules and objects of the cluster " + profile.cluster + "." }
    ];
  }

  // scripts/policy/panos/objects.ts
  function createObjectTable(profile) {
    var names = createNameTable();
    var groups = {};
    var services = {};
    var tags = clusterTags(profile);
    function addService(protocol, port) {
      var wanted = profile.cluster + "." + protocol + "-" + port.replace(/,/g, "_");
      var name = names.name(wanted, "service:" + protocol + ":" + port, LIMITS.objectName);
      services[name] = { kind: "service", name: name, protocol: protocol, port: port, tags: tags };
      return name;
    }
    return {
      dynamicGroup: function(label, filter) {
        var wanted = profile.cluster + "." + nameText(label);
        var name = names.name(wanted, "filter:" + filter, LIMITS.objectName);
        groups[name] = {
          kind: "address-group",
          name: name,
          description: "",
          match: { type: "dynamic", filter: filter },
          tags: tags
        };
        return name;
      },
      staticGroup: function(label, members2) {
        var name = profile.cluster + "." + label;
        groups[name] = {
          kind: "address-group",
          name: name,
          description: "",
          match: { type: "static", members: members2.slice().sort(compareText) },
          tags: tags
        };
        return name;
      },
      services: function(ports) {
        if (ports.kind === "everything")
          return ["any"];
        var found = [];
        for (var _i = 0, _a = ["tcp", "udp", "sctp"]; _i < _a.length; _i++) {
          var protocol = _a[_i];
          for (var _b = 0, _c = portLists(ports[protocol]); _b < _c.length; _b++) {
            var list2 = _c[_b];
            found.push(addService(protocol, list2));
          }
        }
        return found.sort(compareText);
      },
      addressGroups: function() {
        return sortedKeys(groups).map(function(name) {
          return groups[name];
        });
      },
      serviceEntries: function() {
        return sortedKeys(services).map(function(name) {
          return services[name];
        });
      }
    };
  }
  /*! The ranges as port lists that each fit in one service. */
  function portLists(ranges) {
    var lists = [];
    var current = [];
    for (var _i = 0, ranges_1 = ranges; _i < ranges_1.length; _i++) {
      var range = ranges_1[_i];
      if (portListText(current.concat([range])).length > LIMITS.portList) {
        lists.push(portListText(current));
        current = [];
      }
      current.push(range);
    }
    if (current.length > 0)
      lists.push(portListText(current));
    return lists;
  }
  /*! What of a group's content is readable: namespaces and label values, with a hash where that is not all. */
  function groupLabel(namespaces, labels, filter) {
    /*! Not how many: a long expression is cut into several groups, which one namespace more must not all rename. */
    var where2 = namespaces.length === 1 ? namespaces[0] : "namespaces";
    if (labels.length === 0 && namespaces.length === 1)
      return where2;
    var what = labels.length === 0 ? "" : "." + labels.join(".");
    var readable2 = (where2 + what).slice(0, READABLE);
    return readable2 + "-" + contentHash(filter);
  }
  /*! With the cluster's name (24 at most) and the hash, 63 is not exceeded. */
  var READABLE = 28;

  // scripts/policy/panos/ends.ts
  /*! The host-network pods that groups may hold by their nodes' addresses; none where the plugin does not register them. */
  function podsOnNodes(profile, podClasses2) {
    var onNodes = {};
    if (profile.tags.hostNetwork !== "registered")
      return onNodes;
    for (var _i = 0, podClasses_1 = podClasses2; _i < podClasses_1.length; _i++) {
      var pods = podClasses_1[_i];
      if (!pods.hostNetwork)
        continue;
      if (!hasKey(onNodes, pods.namespace))
        onNodes[pods.namespace] = [];
      onNodes[pods.namespace].push(pods);
    }
    return onNodes;
  }
  /*! The members whose union is the union of the terms: groups by name, then addresses in ascending order. */
  function endMembers(context, terms) {
    var groups = [];
    var addresses = [];
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      var key = termKey(term);
      if (!hasKey(context.known, key))
        context.known[key] = termMembers(context, term);
      var rendered = context.known[key];
      if (rendered.kind === "fault")
        return rendered;
      var into = term.kind === "pods" ? groups : addresses;
      into.push.apply(into, rendered.members);
    }
    return { kind: "members", members: sortedUnique(groups).concat(addresses) };
  }
  function termMembers(context, term) {
    switch (term.kind) {
      case "any":
        return { kind: "members", members: ["any"] };
      case "addresses":
        return { kind: "members", members: addressMembers(term.addresses) };
      case "pods":
        return podMembers(context, term);
    }
  }
  function podMembers(context, term) {
    var diagnostic = termFault(context, term);
    if (diagnostic)
      return { kind: "fault", diagnostic: diagnostic };
    var split = filtersOf(context.profile.tags, term);
    if (split.kind === "too-long") {
      var params = { pods: podsText(term), length: split.length };
      return { kind: "fault", diagnostic: diagnose("filter-too-long", params, {}) };
    }
    var members2 = split.filters.map(function(filter) {
      return context.objects.dynamicGroup(groupLabel(term.namespaces.names, labelTexts(term), filter), filter);
    });
    return { kind: "members", members: members2.sort(compareText) };
  }
  function termFault(context, term) {
    if (term.addresses) {
      var params = { addresses: addressMembers(term.addresses).join(", "), pods: podsText(term) };
      return context.space.podNetworkKnown ? diagnose("address-with-labels", params, {}) : diagnose("pod-network-unknown", { cidr: params.addresses }, {});
    }
    for (var _i = 0, _a = term.requirements; _i < _a.length; _i++) {
      var requirement = _a[_i];
      for (var _b = 0, _c = requirement.values; _b < _c.length; _b++) {
        var value = _c[_b];
        for (var _d = 0, _e = term.namespaces.names; _d < _e.length; _d++) {
          var namespace = _e[_d];
          var fault = context.tagModel.fault(namespace, requirement.key, value);
          if (fault)
            return fault;
        }
      }
    }
    return hostNetworkFault(context, term);
  }
  /*!
   * A registered host-network pod's tags sit on its node's address, which a selector does not mean. Several such pods may
   * share a node, so that one address may carry the labels of all of them.
   */
  function hostNetworkFault(context, term) {
    var _loop_1 = function(namespace2) {
      if (!hasKey(context.onNodes, namespace2))
        return "continue";
      var onNodes = context.onNodes[namespace2];
      var isMeant = term.requirements.every(function(requirement) {
        return onNodes.some(function(pods) {
          return hasKey(pods.labels, requirement.key) && requirement.values.indexOf(pods.labels[requirement.key]) >= 0;
        });
      });
      if (!isMeant)
        return "continue";
      var samples = onNodes[0].samples;
      var sample = namespace2 + "/" + (samples.length > 0 ? samples[0].name : "");
      return { value: diagnose("host-network", { pods: podsText(term), sample: sample }, {}) };
    };
    for (var _i = 0, _a = term.namespaces.names; _i < _a.length; _i++) {
      var namespace = _a[_i];
      var state_1 = _loop_1(namespace);
      if (typeof state_1 === "object")
        return state_1.value;
    }
    return void 0;
  }
  function labelTexts(term) {
    return term.requirements.map(function(requirement) {
      var key = requirement.key.slice(requirement.key.lastIndexOf("/") + 1);
      return key + "-" + requirement.values.join("-");
    });
  }
  /*! How diagnostics name the pods of a term: `shop: app=web, tier in (a, b)`. */
  function podsText(term) {
    var names = term.namespaces.names;
    var where2 = names.length > 3 ? String(names.length) + " namespaces" : names.join(", ");
    if (term.requirements.length === 0)
      return "all pods of " + where2;
    var labels = term.requirements.map(function(requirement) {
      return requirement.values.length === 1 ? requirement.key + "=" + requirement.values[0] : requirement.key + " in (" + requirement.values.join(", ") + ")";
    });
    return "pods of " + where2 + " with " + labels.join(", ");
  }

  // scripts/policy/panos/families.ts
  /*! The ends as one or two boxes in which no pods are limited to a family; or the family for which there is no way. */
  function splitFamilies(space, ends) {
    var terms = ends.sources.concat(ends.destinations);
    var isLimited = terms.some(function(term) {
      return familyLimit(space, term) !== void 0;
    });
    if (!isLimited)
      return { kind: "ends", ends: [ends] };
    var split = [];
    for (var _i = 0, _a = familiesOf(space.podAddresses); _i < _a.length; _i++) {
      var family = _a[_i];
      var sources = ofFamily(space, ends.sources, family);
      var destinations = ofFamily(space, ends.destinations, family);
      if (sources.length === 0 || destinations.length === 0)
        continue;
      if (!areAddresses(sources) && !areAddresses(destinations))
        return { kind: "one-family", family: family };
      split.push({ sources: sources, destinations: destinations });
    }
    return { kind: "ends", ends: split };
  }
  /*! The only family of the pods' addresses that the term means, where that is its only limit. */
  function familyLimit(space, term) {
    if (term.kind !== "pods" || !term.addresses)
      return void 0;
    var families = familiesOf(term.addresses);
    var ofFamilies = intersectAddresses(space.podAddresses, everyAddressOf(families[0]));
    return families.length === 1 && isAddressSubset(ofFamilies, term.addresses) ? families[0] : void 0;
  }
  function ofFamily(space, terms, family) {
    var found = [];
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      var limit = familyLimit(space, term);
      if (term.kind === "any")
        found.push(addressesTerm(everyAddressOf(family)));
      else if (term.kind === "addresses") {
        var addresses = intersectAddresses(term.addresses, everyAddressOf(family));
        if (addresses.length > 0)
          found.push(addressesTerm(addresses));
      } else if (limit === family) {
        found.push({
          kind: "pods",
          namespaces: term.namespaces,
          requirements: term.requirements,
          addresses: void 0
        });
      } else if (limit === void 0)
        found.push(term);
    }
    return found;
  }
  function areAddresses(terms) {
    return terms.every(function(term) {
      return term.kind === "addresses";
    });
  }

  // scripts/policy/panos/origin.ts
  /*! Which policies' entries a rule comes from. */
  /*! The entries that a rule belongs to. */
  function entriesOf2(rule) {
    switch (rule.subject.kind) {
      case "entry":
        return [rule.subject.entry];
      case "pair":
        return [rule.subject.egress, rule.subject.ingress];
      case "pairs":
        return withPartners(rule.subject.entry, rule.subject.pairs);
      case "block":
        return [];
    }
  }
  function withPartners(entry, pairs) {
    var partners = pairs.map(function(pair) {
      return pair.egress === entry ? pair.ingress : pair.egress;
    });
    return [entry].concat(partners);
  }
  /*! The origin as reports show it. */
  function originOf2(rule, name) {
    return {
      rule: name,
      layer: rule.layer,
      entries: entriesOf2(rule).map(function(entry) {
        return { policy: entry.policy.id, path: entry.entry.path };
      })
    };
  }

  // scripts/policy/panos/blame.ts
  /*! Whose fault it is that a rule cannot be rendered. */
  /*! Of a rule that joins pairs, only the pairs with a fault of their own are to blame. */
  function problemsOf(context, rule, diagnostic) {
    var problems = [];
    if (rule.subject.kind === "pairs") {
      for (var _i = 0, _a = rule.subject.pairs; _i < _a.length; _i++) {
        var pair = _a[_i];
        var own = boxFault(context, pair);
        if (own)
          problems.push({ causes: [causeOf(pair.egress), causeOf(pair.ingress)], diagnostic: own });
      }
    }
    if (problems.length === 0)
      problems.push({ causes: entriesOf2(rule).map(causeOf), diagnostic: diagnostic });
    return problems;
  }
  function boxFault(context, box) {
    var split = splitFamilies(context.space, box);
    if (split.kind === "one-family")
      return diagnose("one-family", { family: split.family }, {});
    for (var _i = 0, _a = split.ends; _i < _a.length; _i++) {
      var ends = _a[_i];
      for (var _b = 0, _c = [ends.sources, ends.destinations]; _b < _c.length; _b++) {
        var terms = _c[_b];
        var members2 = endMembers(context, terms);
        if (members2.kind === "fault")
          return members2.diagnostic;
      }
    }
    return void 0;
  }

  // scripts/policy/panos/rules.ts
  /*! The name that the rule would like to have. */
  function wantedRuleName(profile, rule) {
    var subject = rule.subject;
    switch (subject.kind) {
      case "entry":
        return entryName(profile.cluster, nameParts(subject.entry), LIMITS.ruleName);
      case "pair":
        return pairName(profile.cluster, nameParts(subject.egress), nameParts(subject.ingress));
      case "pairs": {
        var suffix = "_" + contentHash(commonContent(rule, subject.entry));
        return entryName(profile.cluster, nameParts(subject.entry), LIMITS.ruleName - suffix.length) + suffix;
      }
      case "block":
        return profile.cluster + "._" + subject.name;
    }
  }
  /*! What all pairs of a rule share, so that one more partner renames nothing: the entry's end, ports and attributes. */
  function commonContent(rule, entry) {
    var end = entry.direction === "egress" ? rule.sources : rule.destinations;
    var terms = end.kind === "terms" ? termsContent(end.terms) : end.direction;
    var record = rule.verdict.kind === "allow" ? recordKey(rule.verdict.record) : "";
    return [terms, portSetKey(rule.ports), record].join("|");
  }
  function nameParts(entry) {
    return {
      namespace: entry.namespace,
      policy: entry.policy.id.name,
      direction: entry.direction,
      key: entry.entry.key
    };
  }
  /*! The whole rule; every field that PAN-OS would default is written out. */
  function ruleEntry(profile, rule, members2) {
    var record = rule.verdict.kind === "allow" ? rule.verdict.record : void 0;
    var denyLog = profile.isolation.log;
    var action = record ? "allow" : profile.isolation.action;
    return {
      kind: "rule",
      name: members2.name,
      from: profile.zones.from,
      to: profile.zones.to,
      source: members2.source,
      destination: members2.destination,
      application: record ? orAny(record.applications) : ["any"],
      service: record && record.applicationDefault ? ["application-default"] : members2.service,
      category: record ? orAny(record.categories) : ["any"],
      action: action,
      logStart: record ? record.logStart : denyLog === "start" || denyLog === "both",
      logEnd: record ? record.logEnd : denyLog === "end" || denyLog === "both",
      logSetting: record ? record.logProfile : profile.defaults.logprofile || "",
      profileSetting: record ? record.profileSetting : { type: "none" },
      tags: clusterTags(profile),
      groupTag: clusterTag(profile),
      description: describe(profile, rule, record)
    };
  }
  function orAny(names) {
    return names.length === 0 ? ["any"] : names;
  }
  function describe(profile, rule, record) {
    var tickets2 = record && record.tickets.length > 0 ? " Tickets: " + record.tickets.join(", ") + "." : "";
    /*! Clients trim what they read; a text that ends in a blank would never read back as written. */
    return (subjectText(profile, rule) + tickets2).slice(0, LIMITS.ruleDescription).trim();
  }
  function subjectText(profile, rule) {
    var subject = rule.subject;
    switch (subject.kind) {
      case "entry":
        return "NetworkPolicy " + entryWords(subject.entry) + ".";
      case "pair":
        return "NetworkPolicies " + entryWords(subject.egress) + " and " + entryWords(subject.ingress) + ".";
      case "pairs":
        return "NetworkPolicy " + entryWords(subject.entry) + " with what the other ends allow.";
      case "block":
        return BLOCK_WORDS[subject.name] + " Cluster " + profile.cluster + ".";
    }
  }
  /*! By key, not by index: an entry inserted before it must not edit the rule. */
  function entryWords(entry) {
    return entry.namespace + "/" + entry.policy.id.name + " (" + entry.direction + " entry " + entry.entry.key + ")";
  }
  var BLOCK_WORDS = {
    nodes: "Nodes to isolated pods: kubelet probes.",
    "deny-both": "Between isolated pods, what no policies allow at both ends.",
    "deny-egress": "From egress-isolated pods, what no policy allows.",
    "deny-ingress": "To ingress-isolated pods, what no policy allows."
  };

  // scripts/policy/panos/render.ts
  function renderRulebase(input) {
    var context = {
      profile: input.profile,
      space: input.model.space,
      objects: createObjectTable(input.profile),
      tagModel: createTagModel(input.profile.tags, input.knownLabels),
      onNodes: podsOnNodes(input.profile, input.podClasses),
      known: {}
    };
    var names = createNameTable();
    var isolated2 = {
      egress: isolatedGroup(context, input.model.egress),
      ingress: isolatedGroup(context, input.model.ingress)
    };
    var problems = isolated2.egress.problems.concat(isolated2.ingress.problems);
    var rules = [];
    var origins = [];
    for (var _i = 0, _a = input.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      var rendered = renderRule(context, names, rule, function(direction) {
        return isolated2[direction].members;
      });
      problems.push.apply(problems, rendered.problems);
      for (var _b = 0, _c = rendered.rules; _b < _c.length; _b++) {
        var entry = _c[_b];
        rules.push(entry);
        origins.push(originOf2(rule, entry.name));
      }
    }
    return {
      rulebase: {
        cluster: input.profile.cluster,
        deviceGroup: input.profile.deviceGroup,
        rulebase: input.profile.rulebase,
        tags: rules.length === 0 ? [] : tagEntries(input.profile),
        addressGroups: context.objects.addressGroups(),
        services: context.objects.serviceEntries(),
        rules: rules
      },
      origins: origins,
      problems: problems
    };
  }
  function renderRule(context, names, rule, isolatedMembers) {
    var split = splitFamilies(context.space, {
      sources: termsOf(rule.sources),
      destinations: termsOf(rule.destinations)
    });
    if (split.kind === "one-family") {
      return refused(context, rule, diagnose("one-family", { family: split.family }, {}));
    }
    var rules = [];
    var service = context.objects.services(rule.ports);
    for (var i = 0; i < split.ends.length; i++) {
      var source = endMembers(context, split.ends[i].sources);
      var destination = endMembers(context, split.ends[i].destinations);
      if (source.kind === "fault")
        return refused(context, rule, source.diagnostic);
      if (destination.kind === "fault")
        return refused(context, rule, destination.diagnostic);
      var members2 = {
        source: rule.sources.kind === "isolated" ? isolatedMembers(rule.sources.direction) : source.members,
        destination: rule.destinations.kind === "isolated" ? isolatedMembers(rule.destinations.direction) : destination.members,
        service: service
      };
      /*! An end may be left without members: addresses that no packet has. */
      if (members2.source.length === 0 || members2.destination.length === 0)
        continue;
      var wanted = wantedRuleName(context.profile, rule);
      var name = names.name(wanted, contentOf2(rule) + String(i), LIMITS.ruleName);
      rules.push(ruleEntry(context.profile, rule, {
        name: name,
        source: members2.source,
        destination: members2.destination,
        service: members2.service
      }));
    }
    return { rules: rules, problems: [] };
  }
  function termsOf(end) {
    return end.kind === "terms" ? end.terms : [];
  }
  /*! What tells rules apart that are named for the same entries: two entries of a policy may differ in attributes alone. */
  function contentOf2(rule) {
    var ends = [rule.sources, rule.destinations].map(function(end) {
      return end.kind === "isolated" ? end.direction : termsContent(end.terms);
    });
    var attributes = entriesOf2(rule).map(function(entry) {
      return entry.attributesKey;
    });
    return ends.join(">") + "|" + portSetKey(rule.ports) + "|" + attributes.join(">");
  }
  function refused(context, rule, diagnostic) {
    return { rules: [], problems: problemsOf(context, rule, diagnostic) };
  }
  /*! All isolated pods of one direction as a static group of dynamic groups: isolating more edits an object, not rules. */
  function isolatedGroup(context, side) {
    var groups = [];
    var problems = [];
    for (var _i = 0, _a = side.namespaces; _i < _a.length; _i++) {
      var namespace = _a[_i];
      for (var _b = 0, _c = side.isolations[namespace]; _b < _c.length; _b++) {
        var isolation = _c[_b];
        var rendered = endMembers(context, [isolation.subject]);
        if (rendered.kind === "members")
          groups.push.apply(groups, rendered.members);
        else
          problems.push({ causes: isolation.policies.map(selectorOf), diagnostic: rendered.diagnostic });
      }
    }
    if (groups.length === 0)
      return { members: [], problems: problems };
    return { members: [context.objects.staticGroup("_isolated-" + side.direction, groups)], problems: problems };
  }
  function selectorOf(policy) {
    return { policy: policy, path: "spec.podSelector" };
  }

  // scripts/policy/translate.ts
  /*!
   * The pipeline from a snapshot to a rulebase: admit, compile, render. A policy that has no exact rule is replaced by its
   * last good version, or left out, and the cluster is translated again; a rejected change stops nobody else.
   */
  /*! Each round replaces at least one policy's version; clusters that need more are refused as a whole. */
  var MOST_ROUNDS = 50;
  function translate(input) {
    var refused3 = clusterFaults(input.snapshot, input.profile);
    var candidates2 = compiledPolicies(input).map(function(raw) {
      return admitPolicy(input, raw);
    });
    var attempt = translateOnce(input, candidates2);
    for (var round = 0; round < MOST_ROUNDS && attempt.problems.length > 0; round++) {
      var next = withoutProblems(candidates2, first(attempt.problems));
      if (next === void 0)
        break;
      candidates2 = next;
      attempt = translateOnce(input, candidates2);
    }
    var left = attempt.problems.map(function(problem) {
      return findingAt(problem, problem.causes[0]);
    });
    var faults = refused3.concat(attempt.compilation.refusals, left, capacityFaults(input.profile, attempt.rendering));
    return finish(candidates2, attempt, faults);
  }
  /*! The policies of namespaces that are not excluded. */
  function compiledPolicies(input) {
    return input.snapshot.policies.filter(function(raw) {
      var metadata = raw.metadata;
      var namespace = metadata && typeof metadata.namespace === "string" ? metadata.namespace : "default";
      return input.profile.excludedNamespaces.indexOf(namespace) < 0;
    });
  }
  /*! What refuses a cluster before any policy is looked at. */
  function clusterFaults(snapshot, profile) {
    var faults = [];
    if (profile.style === "compact")
      faults.push(diagnose("style-compact", {}, { path: "style" }));
    var addressed = snapshot.services.filter(hasAddress);
    if (profile.inspection === "both-ends" && addressed.length > 0) {
      var sample = addressed[0].namespace + "/" + addressed[0].name;
      faults.push(diagnose("service-addresses", { count: addressed.length, sample: sample }, { path: "inspection" }));
    }
    return faults;
  }
  function hasAddress(service) {
    return service.clusterIPs.length > 0;
  }
  function translateOnce(input, candidates2) {
    var admitted = [];
    for (var _i = 0, candidates_1 = candidates2; _i < candidates_1.length; _i++) {
      var candidate = candidates_1[_i];
      if (candidate.version)
        admitted.push(candidate.version);
    }
    var compilation = compile(input.snapshot, input.profile, admitted);
    var rendering = renderRulebase({
      profile: input.profile,
      model: compilation.model,
      rules: compilation.rules,
      podClasses: input.snapshot.podClasses,
      knownLabels: compilation.labelValues
    });
    return {
      compilation: compilation,
      rendering: rendering,
      problems: compilation.problems.concat(rendering.problems)
    };
  }
  /*! Problems of one policy alone come first: without it, those that it has with others may be gone. */
  function first(problems) {
    var alone = problems.filter(function(problem) {
      return problem.causes.every(function(cause) {
        return idText(cause.policy) === idText(problem.causes[0].policy);
      });
    });
    return alone.length > 0 ? alone : problems;
  }
  /*!
   * The candidates with the problems' policies replaced: of each problem, those that still are at a version that has not
   * been committed. undefined: some problem lies between last good versions alone.
   */
  function withoutProblems(candidates2, problems) {
    var errors = {};
    var byId = {};
    for (var _i = 0, candidates_2 = candidates2; _i < candidates_2.length; _i++) {
      var candidate = candidates_2[_i];
      byId[idText(candidate.id)] = candidate;
    }
    for (var _a = 0, problems_1 = problems; _a < problems_1.length; _a++) {
      var problem = problems_1[_a];
      var isReplaced = false;
      for (var _b = 0, _c = problem.causes; _b < _c.length; _b++) {
        var cause = _c[_b];
        var text2 = idText(cause.policy);
        if (!canFallBack(byId[text2]))
          continue;
        isReplaced = true;
        if (!hasKey(errors, text2))
          errors[text2] = [];
        errors[text2].push(findingAt(problem, cause));
      }
      if (!isReplaced)
        return void 0;
    }
    return candidates2.map(function(candidate2) {
      var text3 = idText(candidate2.id);
      return hasKey(errors, text3) ? fallBack(candidate2, distinct2(errors[text3])) : candidate2;
    });
  }
  /*! False for a policy that is left out, or at its last good version as a whole. */
  function canFallBack(candidate) {
    if (candidate === void 0 || candidate.version === void 0)
      return false;
    return candidate.errors.length === 0 || candidate.standIns.length > 0;
  }
  function idText(id) {
    return id.namespace + "/" + id.name;
  }
  function distinct2(diagnostics) {
    var seen = {};
    return diagnostics.filter(function(diagnostic) {
      var text2 = sortText(diagnostic);
      if (hasKey(seen, text2))
        return false;
      seen[text2] = true;
      return true;
    });
  }
  function capacityFaults(profile, rendering) {
    var limits = profile.capacity;
    var faults = [];
    var counts = [
      { what: "rules", count: rendering.rulebase.rules.length, limit: limits.rules },
      { what: "address groups", count: rendering.rulebase.addressGroups.length, limit: limits.groups },
      { what: "members of one rule or group", count: mostMembers(rendering.rulebase), limit: limits.members }
    ];
    for (var _i = 0, counts_1 = counts; _i < counts_1.length; _i++) {
      var one = counts_1[_i];
      if (one.count > one.limit) {
        faults.push(diagnose("capacity", { count: one.count, what: one.what, limit: one.limit }, { path: "capacity" }));
      }
    }
    return faults;
  }
  function mostMembers(rulebase) {
    var most = 0;
    for (var _i = 0, _a = rulebase.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      most = Math.max(most, rule.source.length, rule.destination.length);
    }
    for (var _b = 0, _c = rulebase.addressGroups; _b < _c.length; _b++) {
      var group = _c[_b];
      if (group.match.type === "static")
        most = Math.max(most, group.match.members.length);
    }
    return most;
  }
  function finish(candidates2, attempt, faults) {
    var refusals = [];
    var diagnostics = faults.concat(attempt.compilation.warnings);
    for (var _i = 0, candidates_3 = candidates2; _i < candidates_3.length; _i++) {
      var candidate = candidates_3[_i];
      diagnostics = diagnostics.concat(candidate.errors, candidate.warnings);
      if (candidate.errors.length === 0)
        continue;
      refusals.push({
        policy: candidate.id,
        standIn: candidate.version && candidate.version.raw,
        diagnostics: candidate.errors
      });
    }
    var isRefused = faults.some(isError);
    return {
      rulebase: isRefused ? void 0 : attempt.rendering.rulebase,
      origins: isRefused ? [] : attempt.rendering.origins,
      dependsOn: attempt.compilation.dependsOn,
      refusals: refusals,
      diagnostics: sortDiagnostics(distinct2(diagnostics)),
      intersections: attempt.compilation.model.space.intersections
    };
  }
  /*! By policy (those that concern none first), field path, code. */
  function sortDiagnostics(diagnostics) {
    return stableSort(diagnostics, function(a, b) {
      return compareText(sortText(a), sortText(b));
    });
  }
  function sortText(diagnostic) {
    var policy = diagnostic.where.policy;
    var place = policy ? policy.namespace + "/" + policy.name : "";
    var params = Object.keys(diagnostic.params).sort().map(function(name) {
      return String(diagnostic.params[name]);
    });
    return [place, diagnostic.where.path || "", diagnostic.code].concat(params).join("\n");
  }

  // scripts/policy/views/table.ts
  /*! The table of some objects by columns. */
  function tableOf(title, columns, rows) {
    var cells = columns.map(function(column) {
      return rows.map(column.cell);
    });
    var shown2 = indexes(columns).filter(function(i) {
      var dull = columns[i].unlessAll;
      return dull === void 0 || !cells[i].every(function(cell) {
        return cellText(cell, ", ") === dull;
      });
    });
    return {
      title: title,
      columns: shown2.map(function(i) {
        return columns[i].heading;
      }),
      rows: indexes(rows).map(function(row2) {
        return shown2.map(function(i) {
          return cells[i][row2];
        });
      }),
      dull: shown2.map(function(i) {
        return columns[i].unlessAll;
      })
    };
  }
  /*! A cell as one text. */
  function cellText(cell, separator) {
    return typeof cell === "string" ? cell : cell.join(separator);
  }
  function indexes(list2) {
    return list2.map(function(_element, index) {
      return index;
    });
  }

  // scripts/policy/views/findings.ts
  var COLUMNS = [
    { heading: "Severity", cell: function(found) {
      return found.severity;
    } },
    { heading: "Code", cell: function(found) {
      return found.code;
    } },
    { heading: "Policy", cell: function(found) {
      return found.policy;
    }, unlessAll: "" },
    { heading: "Where", cell: where },
    { heading: "What", cell: function(found) {
      return found.message;
    } },
    { heading: "What to do", cell: function(found) {
      return found.remedy;
    } }
  ];
  /*! What was found, in the order given, each with its place and its remedy. */
  function findingsTable(diagnostics) {
    return tableOf("Findings", COLUMNS, diagnostics.map(describeDiagnostic));
  }
  function where(found) {
    return [found.file, found.path].filter(function(part) {
      return part !== "";
    });
  }

  // scripts/policy/views/rulebase.ts
  var RULE_COLUMNS = [
    { heading: "#", cell: function(_rule, index) {
      return String(index + 1);
    } },
    { heading: "Rule", cell: function(rule) {
      return rule.name;
    } },
    { heading: "From", cell: function(rule) {
      return rule.from;
    }, unlessAll: "any" },
    { heading: "To", cell: function(rule) {
      return rule.to;
    }, unlessAll: "any" },
    { heading: "Source", cell: function(rule) {
      return rule.source;
    } },
    { heading: "Destination", cell: function(rule) {
      return rule.destination;
    } },
    { heading: "Application", cell: function(rule) {
      return rule.application;
    }, unlessAll: "any" },
    { heading: "Service", cell: function(rule) {
      return rule.service;
    } },
    { heading: "URL category", cell: function(rule) {
      return rule.category;
    }, unlessAll: "any" },
    { heading: "Action", cell: function(rule) {
      return rule.action;
    } },
    { heading: "Profiles", cell: function(rule) {
      return profiles(rule.profileSetting);
    }, unlessAll: "-" },
    { heading: "Log", cell: log, unlessAll: "end" }
  ];
  var GROUP_COLUMNS = [
    { heading: "Address group", cell: function(group) {
      return group.name;
    } },
    { heading: "Members", cell: members },
    { heading: "Description", cell: function(group) {
      return group.description;
    }, unlessAll: "" }
  ];
  var SERVICE_COLUMNS = [
    { heading: "Service", cell: function(service) {
      return service.name;
    } },
    { heading: "Protocol", cell: function(service) {
      return service.protocol;
    } },
    { heading: "Port", cell: function(service) {
      return service.port.split(",");
    } }
  ];
  /*! The security rules in the order in which the firewall looks at them. */
  function rulesTable(rulebase) {
    return tableOf("Security rules", RULE_COLUMNS, rulebase.rules);
  }
  /*! The address groups that the rules name, with the match expression or the members of each. */
  function groupsTable(rulebase) {
    return tableOf("Address groups", GROUP_COLUMNS, rulebase.addressGroups);
  }
  /*! The services that the rules name. */
  function servicesTable(rulebase) {
    return tableOf("Services", SERVICE_COLUMNS, rulebase.services);
  }
  function profiles(setting) {
    switch (setting.type) {
      case "none":
        return "-";
      case "group":
        return "group " + setting.group;
      case "profiles":
        return sortedKeys(setting.profiles).map(function(kind) {
          return kind + " " + String(setting.profiles[kind]);
        });
    }
  }
  function log(rule) {
    var moments = (rule.logStart ? ["start"] : []).concat(rule.logEnd ? ["end"] : []);
    if (moments.length === 0)
      return "-";
    return moments.concat(rule.logSetting === "" ? [] : ["to " + rule.logSetting]);
  }
  function members(group) {
    switch (group.match.type) {
      case "dynamic":
        return group.match.filter;
      case "static":
        return group.match.members;
    }
  }

  // scripts/xsoar/errors.ts
  /*! Marks errors whose message is meant for the person in the war room. */
  var USER_ERROR = "CNSeriesError";
  /*!
   * An error to throw for whatever a person can put right: what is wrong, and what to do. It is a plain Error with another
   * name, since `instanceof` fails on subclasses in ES5.
   */
  function userError(message) {
    var error = new Error(message);
    error.name = USER_ERROR;
    return error;
  }
  /*! The text to show for anything that was thrown. */
  function errorMessage(thrown) {
    if (thrown instanceof Error && thrown.name === USER_ERROR)
      return thrown.message;
    return "Internal error, please report it: " + String(thrown);
  }

  // scripts/xsoar/host.ts
  /*! Entry types of the server (Cortex XSOAR documentation, `entryTypes`). */
  var ENTRY_TYPE = { note: 1, file: 3, error: 4, entryInfoFile: 9 };
  /*! The server that runs this script. */
  function serverHost() {
    return {
      args: args || {},
      incident: typeof incidents === "undefined" || !incidents ? void 0 : incidentOf(incidents[0]),
      activeInstances: function() {
        return typeof getModules === "undefined" ? void 0 : instancesOf(getModules());
      },
      executeCommand: function(name, commandArguments) {
        return entriesOf3(executeCommand(name, commandArguments));
      }
    };
  }
  function incidentOf(value) {
    if (typeof value !== "object" || value === null)
      return void 0;
    var incident = value;
    var id = incident.id;
    if (typeof id !== "string" && typeof id !== "number")
      return void 0;
    return { id: String(id), type: plainText(incident.type), rawJSON: plainText(incident.rawJSON) };
  }
  function plainText(value) {
    return typeof value === "string" ? value : "";
  }
  /*! `getModules` gives an object of instances by name (CommonScripts' IsIntegrationAvailable). */
  function instancesOf(modules) {
    var found = [];
    if (typeof modules !== "object" || modules === null)
      return found;
    for (var _i = 0, _a = sortedKeys(modules); _i < _a.length; _i++) {
      var name = _a[_i];
      var module = modules[name];
      if (module.state === "active")
        found.push({ name: name, brand: plainText(module.brand) });
    }
    return found;
  }
  function entriesOf3(answer) {
    var list2 = Array.isArray(answer) ? answer : [answer];
    return list2.filter(isEntry);
  }
  function isEntry(value) {
    return typeof value === "object" && value !== null && typeof value.Type === "number";
  }
  /*!
   * The one entry of an answer that is not an error.
   *
   * @throws a user error with the server's text, or if the answer has no entry or several (a command without `using` runs
   * on every instance)
   */
  function onlyEntry(entries, what) {
    if (entries.length !== 1)
      throw userError(what + ": expected one answer, got " + String(entries.length) + ".");
    var entry = entries[0];
    if (entry.Type === ENTRY_TYPE.error)
      throw userError(what + ": " + textOf2(entry.Contents));
    return entry;
  }
  /*! Contents as text; objects as JSON. */
  function textOf2(contents) {
    return typeof contents === "string" ? contents : JSON.stringify(contents);
  }

  // scripts/xsoar/entries.ts
  /*!
   * A result: Markdown for people, `data` for playbooks.
   *
   * @param path the context path that `data` is merged into, for example `CNSeries.Validation(val.Policy == obj.Policy)`,
   * which replaces the element with the same Policy instead of adding one
   */
  function resultEntry(markdown, path, data) {
    var context = {};
    context[path] = data;
    return {
      Type: ENTRY_TYPE.note,
      ContentsFormat: "json",
      Contents: data,
      ReadableContentsFormat: "markdown",
      HumanReadable: markdown,
      EntryContext: context,
      IgnoreAutoExtract: true
    };
  }
  /*! A failure: the playbook task fails and shows the text. */
  function errorEntry(message) {
    return { Type: ENTRY_TYPE.error, ContentsFormat: "text", Contents: message };
  }

  // scripts/xsoar/findings.ts
  /*! The context outputs of findings under `path`, for example `CNSeries.Validation`. */
  function findingOutputs(path) {
    var described = {
      Code: "The code of the finding.",
      Severity: 'The severity of the finding, "error" or "warning".',
      Kind: 'The kind of the finding. "invalid" if the API server would refuse the policy, "rejected" if an attribute or a setting is wrong, "inexpressible" if the policy is valid, but no exact rules exist for it.',
      Policy: "The policy that the finding is about, as namespace/name.",
      Path: "The field that the finding is about.",
      Message: "What is wrong.",
      Remedy: "What to do about it."
    };
    return Object.keys(described).map(function(name) {
      return {
        contextPath: path + ".Findings." + name,
        description: described[name],
        type: "String"
      };
    });
  }
  function findingData(diagnostic) {
    var found = describeDiagnostic(diagnostic);
    return {
      Code: found.code,
      Severity: found.severity,
      Kind: found.kind,
      Policy: found.policy,
      Path: [found.file, found.path].filter(function(part) {
        return part !== "";
      }).join(": "),
      Message: found.message,
      Remedy: found.remedy
    };
  }

  // scripts/policy/kubernetes/objects.ts
  /*! Lists in lists are followed this far. */
  var DEEPEST = 16;
  var NO_DEFAULTS = { apiVersion: void 0, kind: void 0 };
  /*! Flattens documents; what is no Kubernetes object becomes an `object-unreadable` diagnostic. */
  function collectObjects(documents) {
    var collection = { sources: [], diagnostics: [], unfinished: {} };
    for (var _i = 0, documents_1 = documents; _i < documents_1.length; _i++) {
      var document = documents_1[_i];
      collect(collection, document.value, document.file, "", NO_DEFAULTS);
    }
    for (var _a = 0, _b = sortedKeys(collection.unfinished); _a < _b.length; _a++) {
      var kind = _b[_a];
      var place = collection.unfinished[kind];
      if (place)
        collection.diagnostics.push(diagnose("list-incomplete", { list: kind }, place));
    }
    return {
      objects: collection.sources.map(function(source) {
        return source.object;
      }),
      sources: collection.sources,
      diagnostics: collection.diagnostics
    };
  }
  function collect(into, value, file, path, defaults) {
    if (isAbsent(value))
      return;
    if (path.split("[").length > DEEPEST) {
      reportUnreadable(into, "its lists are nested too deeply", file, shown(path));
    } else if (Array.isArray(value)) {
      collectItems(into, value, file, path, defaults);
    } else if (!isObject(value)) {
      reportUnreadable(into, "it is " + describeValue(value) + ", not an object", file, path);
    } else if (isList(value)) {
      noteContinue(into, value, file, path);
      var itemsPath = path === "" ? "items" : path + ".items";
      if (Array.isArray(value.items))
        collectItems(into, value.items, file, itemsPath, itemDefaults(value));
      else if (!isAbsent(value.items))
        reportUnreadable(into, "its items are not a list", file, itemsPath);
    } else {
      collectObject(into, value, file, path, defaults);
    }
  }
  function collectItems(into, items, file, path, defaults) {
    for (var i = 0; i < items.length; i++)
      collect(into, items[i], file, path + "[" + String(i) + "]", defaults);
  }
  function collectObject(into, value, file, path, defaults) {
    var object2 = withDefaults(value, defaults);
    if (typeof object2.kind === "string" && object2.kind !== "") {
      into.sources.push({ object: object2, file: file });
    } else {
      reportUnreadable(into, "it has no kind", file, path);
    }
  }
  /*! `List`, and the lists of single kinds; a kind that ends so but has no items is an object like others. */
  function isList(object2) {
    return typeof object2.kind === "string" && /List$/.test(object2.kind) && object2.items !== void 0;
  }
  function itemDefaults(list2) {
    if (list2.kind === "List" || typeof list2.kind !== "string")
      return NO_DEFAULTS;
    return { apiVersion: list2.apiVersion, kind: list2.kind.replace(/List$/, "") };
  }
  /*! The object with `apiVersion` and `kind`, which the items of typed lists often leave out. */
  function withDefaults(object2, defaults) {
    var kind = isAbsent(object2.kind) ? defaults.kind : object2.kind;
    var apiVersion = isAbsent(object2.apiVersion) ? defaults.apiVersion : object2.apiVersion;
    if (kind === object2.kind && apiVersion === object2.apiVersion)
      return object2;
    var copy = copyWithout(object2, {});
    if (kind !== void 0)
      copy.kind = kind;
    if (apiVersion !== void 0)
      copy.apiVersion = apiVersion;
    return copy;
  }
  /*! A list with `metadata.continue` is one page; without its last page it must not look whole. */
  function noteContinue(into, list2, file, path) {
    var kind = String(list2.kind);
    var metadata = list2.metadata;
    var goesOn = isObject(metadata) && typeof metadata.continue === "string" && metadata.continue !== "";
    into.unfinished[kind] = goesOn ? { file: file, path: path === "" ? "metadata.continue" : path } : void 0;
  }
  function reportUnreadable(into, reason, file, path) {
    into.diagnostics.push(diagnose("object-unreadable", { reason: reason }, { file: file, path: path }));
  }
  /*! By `namespace/name`: the file of each NetworkPolicy, for the places of diagnostics; the first one of several. */

  // scripts/xsoar/documents.ts
  var import_js_yaml = __toESM(require_yamlreader());
  /*! More than anyone pastes, and still read in seconds by a slow engine. */
  var MAX_CHARACTERS = 2e6;
  var MAX_VALUES = 5e5;
  /*!
   * What Kubernetes clients read: YAML's core schema (no dates: an unquoted date is a text to them) with merge keys.
   */
  var SCHEMA = import_js_yaml.CORE_SCHEMA.extend({
    implicit: [new import_js_yaml.Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: isMerge })]
  });
  function isMerge(data) {
    return data === "<<";
  }
  /*!
   * Parses a text of JSON or YAML documents, or takes a value that is parsed already as the only document. Empty documents
   * are left out. Diagnostics: `object-unreadable`, with the number of the document as its path where there are several.
   */
  function parseDocuments(given) {
    if (typeof given !== "string")
      return { documents: [given], diagnostics: [] };
    if (given.length > MAX_CHARACTERS) {
      return unreadable("it has more than " + String(MAX_CHARACTERS) + " characters", "");
    }
    var text2 = withoutFence(given.trim());
    var first2 = text2.charAt(0);
    if (first2 === "{" || first2 === "[") {
      var parsed = parseJson(text2);
      if (parsed)
        return parsed;
    }
    return parseYaml(text2);
  }
  /*! undefined: not JSON; flow-style YAML starts like it. */
  function parseJson(text2) {
    try {
      return { documents: [JSON.parse(text2)], diagnostics: [] };
    } catch (_a) {
      return void 0;
    }
  }
  function parseYaml(text2) {
    var parts = splitYaml(text2);
    var documents = [];
    var diagnostics = [];
    parts.forEach(function(part, index) {
      var read = parsePart(part, parts.length > 1 ? "document " + String(index + 1) : "");
      for (var _i = 0, _a = read.documents; _i < _a.length; _i++) {
        var document = _a[_i];
        documents.push(document);
      }
      for (var _b = 0, _c = read.diagnostics; _b < _c.length; _b++) {
        var found = _c[_b];
        diagnostics.push(found);
      }
    });
    return { documents: documents, diagnostics: diagnostics };
  }
  function parsePart(part, path) {
    try {
      var document = (0, import_js_yaml.load)(part.text, { schema: SCHEMA });
      if (document === void 0 || document === null)
        return { documents: [], diagnostics: [] };
      if (valuesWithin(document, MAX_VALUES) < 0)
        return unreadable("it holds too many values (aliases count)", path);
      return { documents: [document], diagnostics: [] };
    } catch (thrown) {
      return unreadable(yamlReason(thrown, part.linesBefore), path);
    }
  }
  function unreadable(reason, path) {
    return {
      documents: [],
      diagnostics: [diagnose("object-unreadable", { reason: reason }, path === "" ? {} : { path: path })]
    };
  }
  /*!
   * The documents one by one. js-yaml could do it, but its cost grows with the square of the text in Otto, so that it only
   * ever sees one document.
   */
  function splitYaml(text2) {
    var parts = [];
    var lines = [];
    var linesBefore = 0;
    text2.split(/\r?\n/).forEach(function(line, index) {
      if (!isMarker(line)) {
        lines.push(line);
        return;
      }
      parts.push({ text: lines.join("\n"), linesBefore: linesBefore });
      /*! `--- {kind: List}` starts its document on the line of the marker. */
      lines = [line.slice(3)];
      linesBefore = index;
    });
    parts.push({ text: lines.join("\n"), linesBefore: linesBefore });
    return parts.filter(hasContent);
  }
  /*! `---` starts a document and `...` ends one, at the first column only. */
  function isMarker(line) {
    var start = line.slice(0, 3);
    return (start === "---" || start === "...") && (line.length === 3 || line.charAt(3) === " ");
  }
  /*! False for what stands before the first marker in many files: nothing, comments, `%YAML` directives. */
  function hasContent(part) {
    return part.text.split("\n").some(function(line) {
      return /^\s*[^\s#%]/.test(line);
    });
  }
  /*! The text inside a Markdown code fence, as people paste it into chats and the war room. */
  function withoutFence(text2) {
    if (text2.slice(0, 3) !== "```")
      return text2;
    var lines = text2.split("\n");
    var last = lines[lines.length - 1].trim() === "```" ? lines.length - 1 : lines.length;
    return lines.slice(1, last).join("\n");
  }
  /*! What is left of `budget` after all values inside, aliases counted as often as they stand; negative: exceeded. */
  function valuesWithin(value, budget) {
    var left = budget - 1;
    if (value === null || typeof value !== "object")
      return left;
    var object2 = value;
    var keys = Object.keys(object2);
    for (var i = 0; i < keys.length && left >= 0; i++)
      left = valuesWithin(object2[keys[i]], left);
    return left;
  }
  /*! js-yaml's reason with the place in the whole text, without the excerpt of the source that it adds. */
  function yamlReason(thrown, linesBefore) {
    var _a = thrown, reason = _a.reason, mark = _a.mark;
    if (reason === void 0 || mark === void 0)
      return String(thrown);
    return reason + " (line " + String(linesBefore + mark.line + 1) + ", column " + String(mark.column + 1) + ")";
  }

  // scripts/xsoar/warroom.ts
  /*! Files beyond this are refused; the server's file reader would cut them silently. */
  var MAX_FILE_BYTES = 2e6;
  /*!
   * The text of a war-room entry: what somebody pasted, or the content of a file that somebody uploaded.
   *
   * @throws a user error if there is no such entry, or its file is too long
   */
  function readEntryText(host, id) {
    var entry = onlyEntry(host.executeCommand("getEntry", { id: id }), "The entry " + id + " cannot be read");
    if (entry.Type === ENTRY_TYPE.file || entry.Type === ENTRY_TYPE.entryInfoFile)
      return readFileText(host, id);
    return textOf2(entry.Contents);
  }
  /*! JavaScript cannot open files; the automation ReadFile of the pack CommonScripts, which every server has, can. */
  function readFileText(host, id) {
    var what = "The file of the entry " + id + " cannot be read";
    var limit = { entryID: id, maxFileSize: String(MAX_FILE_BYTES + 1) };
    var text2 = fileData(onlyEntry(host.executeCommand("ReadFile", limit), what));
    if (text2 === void 0)
      throw userError(what + ": the answer has no text.");
    if (text2.length > MAX_FILE_BYTES)
      throw userError(what + ": it has more than " + String(MAX_FILE_BYTES) + " bytes.");
    return text2;
  }
  function fileData(entry) {
    var contents = entry.Contents;
    if (typeof contents !== "object" || contents === null)
      return void 0;
    var data = contents.FileData;
    return typeof data === "string" ? data : void 0;
  }

  // scripts/xsoar/input.ts
  /*! The arguments by which people hand over policies: on the command line, or (with line breaks kept) by an entry. */
  var POLICY_ARGUMENTS = {
    policy: {
      kind: "document",
      positional: true,
      description: "The NetworkPolicies as YAML or JSON. Several documents and lists are accepted. Either this or entry_id is needed."
    },
    entry_id: {
      kind: "text",
      description: "The ID of a War Room entry that holds the policies, as text or as a file."
    }
  };
  /*!
   * Reads the objects from the arguments.
   *
   * @throws a user error if neither or both arguments are given, the entry cannot be read, or the text has lost its line
   * breaks
   */
  function readInput(given, host) {
    if (given.policy === void 0 === (given.entry_id === void 0)) {
      throw userError('Give the policies either as "policy" or by "entry_id".');
    }
    var source = given.entry_id === void 0 ? given.policy : readEntryText(host, given.entry_id);
    var parsed = parseDocuments(source);
    if (parsed.diagnostics.length > 0 && isOneLine(source)) {
      throw userError('The policies cannot be read, and they stand on one line: the command line loses the line breaks that YAML needs. Paste them into the War Room and give the ID of that entry as "entry_id".');
    }
    var collected = collectObjects(parsed.documents.map(function(value) {
      return { value: value, file: "" };
    }));
    return { objects: collected.objects, diagnostics: parsed.diagnostics.concat(collected.diagnostics) };
  }
  function isOneLine(source) {
    return typeof source === "string" && source.trim().indexOf("\n") < 0;
  }

  // scripts/xsoar/markdown.ts
  /*!
   * Markdown for the war room, which also renders HTML. Text gets in through `escapeMarkdown` alone, so that nothing in a
   * policy (which anyone with access to a namespace writes) can break a table, make a link or run a script in the browser of
   * an analyst.
   */
  var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;" };
  /*! Text on one line that shows exactly its characters. Line breaks become spaces, other control characters U+FFFD. */
  function escapeMarkdown(text2) {
    return text2.replace(/\r\n|[\r\n\t\u2028\u2029]/g, " ").replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "\uFFFD").replace(/[\\`*_[\]~#!]/g, "\\$&").replace(/[&<>|]/g, function(character) {
      return hasKey(ENTITIES, character) ? ENTITIES[character] : character;
    }).replace(/:\/\//g, "&#58;//");
  }
  /*! A heading of the given level. */
  function heading(level, text2) {
    return "####".slice(0, level) + " " + escapeMarkdown(text2) + "\n\n";
  }
  /*! A paragraph. */
  function paragraph(text2) {
    return escapeMarkdown(text2) + "\n\n";
  }
  /*! More rows than anyone reads in the war room; browsers slow down with them. */
  var MAX_ROWS = 200;
  /*! A table under its title, cut at 200 rows and saying so; without rows, its title and "None.". */
  function markdownTable(table) {
    var title = "### " + escapeMarkdown(table.title) + "\n";
    if (table.rows.length === 0)
      return title + "\n" + paragraph("None.");
    var rows = table.rows.slice(0, MAX_ROWS);
    var lines = [row(table.columns), row(table.columns.map(function() {
      return "---";
    }))].concat(rows.map(row));
    return title + lines.join("") + "\n" + cutNote(table.rows.length - rows.length);
  }
  function cutNote(missing) {
    return missing > 0 ? paragraph(String(missing) + " more rows are not shown.") : "";
  }
  function row(cells) {
    return "| " + cells.map(escapeCell).join(" | ") + " |\n";
  }
  function escapeCell(cell) {
    if (typeof cell === "string")
      return escapeMarkdown(cell);
    return cellText(cell.map(escapeMarkdown), "<br>");
  }

  // scripts/policy/attributes/document.ts
  /*! Checks the values of one security service or of `defaults`; that the keys are known is the schema's matter. */
  function readDocumentAttributes(attributes) {
    var values = {};
    var faults = [];
    for (var _i = 0, _a = sortedKeys(attributes); _i < _a.length; _i++) {
      var key = _a[_i];
      if (!isAttributeKey(key))
        continue;
      var reading = readValue(key, attributes[key]);
      if (reading.kind === "value") {
        values[key] = reading.value;
      } else {
        var value = '"' + shownText(attributes[key]) + '" is not accepted: ' + reading.reason + ". ";
        faults.push({ key: key, reason: value + reading.expected + "." });
      }
    }
    var conflict = conflictingKeys(values);
    if (conflict.length > 0) {
      var reason = "A profile group excludes single profiles; here it stands beside " + inWords(conflict, "and") + ".";
      faults.push({ key: "profile-group", reason: reason });
    }
    return { values: values, faults: faults };
  }

  // scripts/policy/profile/problems.ts
  /*! All problems of a value, in the order of its sorted keys; none where the schema accepts it. */
  function schemaProblems(schema, value, path) {
    if (!hasType(schema, value))
      return [{ path: path, reason: wrongType(schema, value) }];
    if (Array.isArray(value))
      return listProblems(schema, value, path);
    if (isObject(value))
      return objectProblems(schema, value, path);
    var reason = scalarFault(schema, value);
    return reason === void 0 ? [] : [{ path: path, reason: reason }];
  }
  /*!
   * The path of a member.
   *
   * @example memberPath('clusters', 'prod') //=> 'clusters.prod'
   * @example memberPath('clusters', 'a.b') //=> 'clusters["a.b"]'
   */
  function memberPath(path, key) {
    if (/^[0-9A-Za-z_-]+$/.test(key))
      return path === "" ? key : path + "." + key;
    return path + "[" + canonicalJson(shown(key)) + "]";
  }
  /*! The path of an element of a list: `podCIDRs[0]`. */
  function elementPath(path, index) {
    return path + "[" + String(index) + "]";
  }
  function typesOf(schema) {
    if (schema.type === void 0)
      return [];
    return typeof schema.type === "string" ? [schema.type] : schema.type;
  }
  function hasType(schema, value) {
    var types = typesOf(schema);
    return types.length === 0 || types.some(function(type) {
      return isOfType(type, value);
    });
  }
  function isOfType(type, value) {
    if (type === "object")
      return isObject(value);
    if (type === "array")
      return Array.isArray(value);
    if (type === "integer")
      return typeof value === "number" && isFinite(value) && Math.floor(value) === value;
    return type === "number" ? typeof value === "number" && isFinite(value) : typeof value === type;
  }
  var TYPE_WORDS = {
    array: "a list",
    boolean: "true or false",
    integer: "a whole number",
    number: "a number",
    object: "an object",
    string: "a text"
  };
  function wrongType(schema, value) {
    var found = describeValue(value);
    return "Expected " + expectation2(schema) + "; found " + found + "." + typeHint(schema, value);
  }
  function typeHint(schema, value) {
    if (value === null)
      return " Leave out the key for its default.";
    var wantsText = typesOf(schema).indexOf("string") >= 0;
    return wantsText && (typeof value === "number" || typeof value === "boolean") ? " Put it in quotes." : "";
  }
  /*! What the schema accepts, in words. */
  function expectation2(schema) {
    if (schema.enum)
      return inWords(schema.enum, "or");
    if (schema.expected !== void 0)
      return schema.expected;
    return typesOf(schema).map(function(type) {
      return TYPE_WORDS[type];
    }).join(" or ");
  }
  function scalarFault(schema, value) {
    if (typeof value === "string")
      return textFault2(schema, value);
    if (typeof value !== "number")
      return void 0;
    var fits = !(schema.minimum !== void 0 && value < schema.minimum) && !(schema.maximum !== void 0 && value > schema.maximum);
    return fits ? void 0 : "Expected " + expectation2(schema) + "; found " + describeValue(value) + ".";
  }
  function textFault2(schema, value) {
    var isListed = !schema.enum || schema.enum.indexOf(value) >= 0;
    var isShort = schema.maxLength === void 0 || value.length <= schema.maxLength;
    if (isListed && isShort && (!schema.pattern || schema.pattern.test(value)))
      return void 0;
    var hint = schema.enum ? didYouMean2(value, schema.enum) : "";
    return "Expected " + expectation2(schema) + "; found " + describeValue(value) + "." + hint;
  }
  function listProblems(schema, list2, path) {
    if (schema.minItems !== void 0 && list2.length < schema.minItems) {
      return [{ path: path, reason: "The list is empty; name at least one, or leave out the key." }];
    }
    var problems = [];
    for (var i = 0; i < list2.length; i++) {
      if (schema.items)
        problems = problems.concat(schemaProblems(schema.items, list2[i], elementPath(path, i)));
    }
    return problems;
  }
  function objectProblems(schema, object2, path) {
    var keys = sortedKeys(object2);
    if (schema.minProperties !== void 0 && keys.length < schema.minProperties) {
      return [{ path: path, reason: "It is empty; it needs at least one member." }];
    }
    var problems = missingKeys(schema, object2, path);
    for (var _i = 0, keys_1 = keys; _i < keys_1.length; _i++) {
      var key = keys_1[_i];
      problems = problems.concat(memberProblems(schema, key, object2[key], path));
    }
    return problems;
  }
  function missingKeys(schema, object2, path) {
    var problems = [];
    for (var _i = 0, _a = schema.required || []; _i < _a.length; _i++) {
      var key = _a[_i];
      if (!hasKey(object2, key))
        problems.push({ path: memberPath(path, key), reason: "The key is required." });
    }
    return problems;
  }
  /*! Problems of one member of the object at `objectPath`: its key, and its value. */
  function memberProblems(schema, key, value, objectPath2) {
    var path = memberPath(objectPath2, key);
    var known = schema.properties || {};
    if (hasKey(known, key))
      return schemaProblems(known[key], value, path);
    var others = schema.additionalProperties;
    if (others === false)
      return [{ path: path, reason: unknownKey(key, sortedKeys(known)) }];
    var names = schema.propertyNames;
    var nameFault2 = names && textFault2(names, key);
    var problems = nameFault2 === void 0 ? [] : [{ path: path, reason: nameFault2 }];
    return others ? problems.concat(schemaProblems(others, value, path)) : problems;
  }
  /*! Problems of the members of a document beside `key`. */
  function problemsBeside(schema, document, key) {
    var problems = [];
    for (var _i = 0, _a = sortedKeys(document); _i < _a.length; _i++) {
      var other = _a[_i];
      if (other !== key)
        problems = problems.concat(memberProblems(schema, other, document[other], ""));
    }
    return problems;
  }
  function unknownKey(key, known) {
    return "There is no such key." + (didYouMean2(key, known) || " Known are " + known.join(", ") + ".");
  }

  // scripts/policy/profile/checks.ts
  /*! What a schema cannot judge: values with a grammar of their own, and fields that depend on each other. */
  /*! Problems of one cluster's settings, which the schema accepts and whose defaults are filled in. */
  function clusterProblems(profile, path) {
    return deviceGroupProblems(profile, path).concat(positionProblems(profile, path + ".position"), pruningProblems(profile, path + ".tagPruning"), commitProblems(profile, path), networkProblems(profile.podCIDRs || [], path + ".podCIDRs"), networkProblems(profile.serviceCIDRs || [], path + ".serviceCIDRs"), networkProblems(profile.guardRails.approveExternal, path + ".guardRails.approveExternal"), addressProblems(profile.nodes.addresses, path + ".nodes.addresses"), zoneProblems(profile.zones.from, path + ".zones.from"), zoneProblems(profile.zones.to, path + ".zones.to"), attributeProblems(profile.defaults, path + ".defaults"));
  }
  /*! Problems of attributes that a document names: their values, and a profile group beside single profiles. */
  function attributeProblems(attributes, path) {
    return readDocumentAttributes(attributes).faults.map(function(fault) {
      return { path: memberPath(path, fault.key), reason: fault.reason };
    });
  }
  /*! Clusters whose names differ only in case: PAN-OS tags ignore case, so their rules could not be told apart. */
  function twinProblems(name, names, path) {
    var twins = names.filter(function(other) {
      return other !== name && other.toLowerCase() === name.toLowerCase();
    });
    return twins.map(function(twin) {
      return {
        path: path,
        reason: 'The name differs from that of "' + twin + '" in case only, which PAN-OS tags ignore.'
      };
    });
  }
  /*! The plugin registers no addresses for objects in Shared, and every firewall would get the rules. */
  function deviceGroupProblems(profile, path) {
    if (profile.deviceGroup.toLowerCase() !== "shared")
      return [];
    return [{ path: path + ".deviceGroup", reason: '"shared" is no device group; name the one of the cluster.' }];
  }
  /*! A rule is named exactly where the position is relative to one. */
  function positionProblems(profile, path) {
    var isRelative = profile.position.at === "before" || profile.position.at === "after";
    if (isRelative === (profile.position.rule !== ""))
      return [];
    var reason = isRelative ? 'The position "' + profile.position.at + '" needs the name of a rule.' : 'A rule is named for the positions before and after only; here it is "' + profile.position.at + '".';
    return [{ path: path + ".rule", reason: reason }];
  }
  /*! Denies would be live before the groups of the allows hold anything: for as long as they fill, nothing gets through. */
  function pruningProblems(profile, path) {
    if (!profile.tagPruning)
      return [];
    var reason = 'Tag pruning is not supported yet: new groups would be empty on the firewalls while the denies are live already. Switch it off in the plugin ("request plugins kubernetes set-tag-pruning-flag value False"), and leave this out.';
    return [{ path: path, reason: reason }];
  }
  /*! Only the changes of one administrator are committed, so the name must be known. */
  function commitProblems(profile, path) {
    if (!profile.autoCommit || profile.panoramaAdmin !== "")
      return [];
    var reason = "autoCommit needs the name of the API administrator, whose changes are committed.";
    return [{ path: path + ".panoramaAdmin", reason: reason }];
  }
  function networkProblems(networks, path) {
    var problems = [];
    for (var i = 0; i < networks.length; i++) {
      var reading = readCidr(networks[i]);
      if (reading.kind === "cidr")
        continue;
      var reason = '"' + shownText(networks[i]) + '" is no network: ' + reading.reason + ".";
      problems.push({ path: elementPath(path, i), reason: reason });
    }
    return problems;
  }
  function addressProblems(addresses, path) {
    var problems = [];
    for (var i = 0; i < addresses.length; i++) {
      if (canonicalAddress(addresses[i]) !== void 0)
        continue;
      var reason = '"' + shownText(addresses[i]) + '" is no address; write one without prefix length, such as 10.0.0.1.';
      problems.push({ path: elementPath(path, i), reason: reason });
    }
    return problems;
  }
  /*! PAN-OS takes `any` only by itself. */
  function zoneProblems(zones, path) {
    if (zones.length < 2 || zones.indexOf("any") < 0)
      return [];
    return [{ path: path, reason: '"any" stands alone; name it by itself, or name the zones.' }];
  }

  // scripts/policy/profile/schema.ts
  /*! Names of objects in Panorama (PAN-OS schema 10.0.6, "object-name"). */
  function objectName(most) {
    return {
      type: "string",
      pattern: /^[0-9A-Za-z_]([ 0-9A-Za-z._-]*[0-9A-Za-z._-])?$/,
      maxLength: most,
      expected: "a name of at most " + String(most) + ' letters, digits, blanks, ".", "-" and "_"'
    };
  }
  /*! One line for people; empty where `pattern` lets it be. */
  function lineOf(most, pattern) {
    return {
      type: "string",
      pattern: pattern,
      maxLength: most,
      expected: "one line of at most " + String(most) + " characters"
    };
  }
  /*! No control characters, and no surrogates, which old engines cannot match. */
  var ONE_LINE = /^[ -~\u00a0-\ud7ff\ue000-\ufffd]+$/;
  var ONE_LINE_OR_NOTHING = /^[ -~\u00a0-\ud7ff\ue000-\ufffd]*$/;
  function wholeNumber(least, most) {
    return {
      type: "integer",
      minimum: least,
      maximum: most,
      expected: "a whole number from " + String(least) + " to " + String(most)
    };
  }
  function listOf(items) {
    return { type: "array", items: items };
  }
  /*! For lists whose empty form would be mistaken for their absence. */
  function nonEmptyListOf(items) {
    return { type: "array", items: items, minItems: 1 };
  }
  function choice() {
    var values = [];
    for (var _i = 0; _i < arguments.length; _i++) {
      values[_i] = arguments[_i];
    }
    return { type: "string", enum: values };
  }
  function object(properties, required) {
    return { type: "object", properties: properties, required: required, additionalProperties: false };
  }
  function about(description, schema) {
    return __assign({ description: description }, schema);
  }
  var BOOLEAN = { type: "boolean" };
  /*! RFC 1123 label, as Kubernetes names namespaces. */
  var NAMESPACE = {
    type: "string",
    pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    maxLength: 63,
    expected: "the name of a namespace"
  };
  var NETWORK = { type: "string", expected: "a network such as 10.0.0.0/8 or 2001:db8::/32" };
  var ADDRESS = { type: "string", expected: "an address such as 10.0.0.1 or 2001:db8::1" };
  /*! The other values are judged by `attributes/values.ts`, with the same words as on policies. */
  function attributesWithout() {
    var left = [];
    for (var _i = 0; _i < arguments.length; _i++) {
      left[_i] = arguments[_i];
    }
    var properties = {};
    for (var _a = 0, ATTRIBUTE_KEYS_1 = ATTRIBUTE_KEYS; _a < ATTRIBUTE_KEYS_1.length; _a++) {
      var key = ATTRIBUTE_KEYS_1[_a];
      if (left.indexOf(key) >= 0)
        continue;
      var value = KEYS[key].value;
      properties[key] = value.type === "choice" ? choice.apply(void 0, value.values) : { type: "string" };
    }
    return object(properties, []);
  }
  /*! Names, some of them for a few namespaces only. */
  function allowedNames(most) {
    var name = objectName(most);
    return listOf({
      type: ["string", "object"],
      pattern: name.pattern,
      maxLength: most,
      expected: String(name.expected) + ", or { name, namespaces }",
      properties: { name: name, namespaces: nonEmptyListOf(NAMESPACE) },
      required: ["name", "namespaces"],
      additionalProperties: false
    });
  }
  var MOST = 1e6;
  var CLUSTER = object({
    deviceGroup: about("Device group that gets the rules; best one of its own for each cluster.", objectName(63)),
    panoramaInstance: about("PAN-OS integration instance; needed where several are active.", lineOf(256, ONE_LINE_OR_NOTHING)),
    watcherInstance: about("Instance of the Kubernetes watcher; needed where several are active.", lineOf(256, ONE_LINE_OR_NOTHING)),
    panoramaAdmin: about("Name of the API administrator; needed to commit.", lineOf(63, ONE_LINE_OR_NOTHING)),
    clusterUID: about("UID of the namespace kube-system; pinned at the first apply.", {
      type: "string",
      pattern: /^([0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})?$/,
      expected: "a UID such as 0f6c1a52-6f0e-4a3c-9d3b-0b8a5f0f7c11"
    }),
    enforcement: about("audit: denies allow and log; enforce: they deny.", choice("audit", "enforce")),
    autoCommit: about("Commit in Panorama without asking.", BOOLEAN),
    autoPush: about("Push to the firewalls without asking.", BOOLEAN),
    commit: about("How often commits may follow each other.", object({ minIntervalMinutes: wholeNumber(0, 1440) }, [])),
    rulebase: about("Rulebase that the block of rules is created in.", choice("pre", "post")),
    position: about("Where the block is created; rule names the neighbour for before and after.", object({ at: choice("top", "bottom", "before", "after"), rule: objectName(63) }, ["at"])),
    applyMode: about("How changes reach Panorama.", choice("batch", "multi-config")),
    style: about("How rules are grouped.", choice("readable", "compact")),
    zones: about("Zones that the rules name.", object({ from: nonEmptyListOf(objectName(31)), to: nonEmptyListOf(objectName(31)) }, [])),
    excludedNamespaces: about("Namespaces whose policies are not compiled.", listOf(NAMESPACE)),
    podCIDRs: about("Pod networks; otherwise taken from the Nodes.", nonEmptyListOf(NETWORK)),
    serviceCIDRs: about("Service networks; otherwise taken from the ServiceCIDR objects.", nonEmptyListOf(NETWORK)),
    inspection: about("both-ends: a client's packet may be seen before its Service address is replaced.", choice("both-ends", "server-only")),
    nodes: about("What the Nodes may reach in isolated pods.", object({ toPods: choice("probes", "all", "off"), ports: listOf(wholeNumber(1, 65535)), addresses: listOf(ADDRESS) }, [])),
    tags: about("How the Kubernetes plugin names tags.", object({
      cluster: {
        type: "string",
        pattern: /^[0-9A-Za-z][0-9A-Za-z._-]*$/,
        maxLength: 63,
        expected: 'a name of at most 63 letters, digits, ".", "-" and "_", as the Kubernetes plugin has it'
      },
      labelKey: choice("identity", "underscore"),
      hostNetwork: choice("registered", "not-registered")
    }, [])),
    tagPruning: about("The plugin sends addresses only for tags in use.", BOOLEAN),
    sctp: about("service: the device takes SCTP service objects.", choice("refuse", "service")),
    filterNot: about('The device takes "not" in match expressions.', BOOLEAN),
    capacity: about("What the device takes.", object({ rules: wholeNumber(1, MOST), groups: wholeNumber(1, MOST), members: wholeNumber(1, MOST) }, [])),
    isolation: about("What happens to traffic that no policy allows.", object({
      action: choice("deny", "drop", "reset-client", "reset-server", "reset-both"),
      log: choice("end", "start", "both", "none")
    }, [])),
    defaults: about("Attributes where no policy says otherwise.", attributesWithout("security-service", "ticket")),
    allowed: about("What policies may name; a list that is not there allows everything.", object({
      profileGroups: allowedNames(31),
      profiles: allowedNames(63),
      applications: allowedNames(63),
      logProfiles: allowedNames(63),
      urlCategories: allowedNames(63)
    }, [])),
    guardRails: about("When a human must approve.", object({
      approveAlways: BOOLEAN,
      maxChanges: wholeNumber(0, MOST),
      maxDeletes: wholeNumber(0, MOST),
      maxDeletedShare: { type: "number", minimum: 0, maximum: 1, expected: "a number from 0 to 1" },
      maxMoves: wholeNumber(0, MOST),
      approveExternal: listOf(NETWORK)
    }, [])),
    approverRoles: about("Roles that may approve.", listOf(lineOf(256, ONE_LINE)))
  }, ["deviceGroup"]);
  /*! The clusters by name. */
  var CLUSTERS_SCHEMA = {
    type: "object",
    minProperties: 1,
    /*! The name is the prefix of every name in Panorama: these start with a letter, and leave room for the rest. */
    propertyNames: {
      pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
      maxLength: 24,
      expected: 'a cluster name: a letter, then at most 23 letters, digits and "-"'
    },
    additionalProperties: CLUSTER
  };
  /*! `{ "clusters": { NAME: { ... } } }`: the list `CNSeries Clusters`, or the file of `--profile`. */
  var PROFILE_SCHEMA = {
    title: "Cluster profiles of CN-Series policy",
    type: "object",
    properties: { $schema: { type: "string" }, clusters: CLUSTERS_SCHEMA },
    required: ["clusters"],
    additionalProperties: false
  };
  var SERVICE = object({
    description: about("What the service is for.", lineOf(1e3, ONE_LINE)),
    owner: about("Whom to ask about it.", lineOf(256, ONE_LINE)),
    namespaces: about("The namespaces that may use it; otherwise all.", nonEmptyListOf(NAMESPACE)),
    attributes: about("Attributes by key, without the prefix.", __assign(__assign({}, attributesWithout("security-service")), { minProperties: 1 }))
  }, ["description", "owner", "attributes"]);
  /*! The security services by name. */
  var NAMED_SERVICES_SCHEMA = {
    type: "object",
    /*! The syntax of a label value, since policies may name a service in a label. */
    propertyNames: {
      pattern: /^[0-9A-Za-z]([0-9A-Za-z._-]*[0-9A-Za-z])?$/,
      maxLength: 63,
      expected: 'a name of at most 63 letters, digits, ".", "-" and "_" that starts and ends with a letter or digit'
    },
    additionalProperties: SERVICE
  };
  /*! `{ "services": { NAME: { ... } } }`: the list `CNSeries Security Services`, or the file of `--services`. */
  var SERVICES_SCHEMA = {
    title: "Security services of CN-Series policy",
    type: "object",
    properties: { $schema: { type: "string" }, services: NAMED_SERVICES_SCHEMA },
    required: ["services"],
    additionalProperties: false
  };

  // scripts/policy/profile/read.ts
  /*!
   * Reads one cluster's profile from a parsed profile document (docs/profile.md). Mistakes in the settings of other clusters
   * do not count.
   *
   * @param cluster its key under `clusters`; undefined: the only one
   */
  function readProfile(document, cluster) {
    var clusters = isObject(document) ? document.clusters : void 0;
    var names = isObject(clusters) ? sortedKeys(clusters) : [];
    var name = cluster === void 0 ? names[0] : cluster;
    if (!isObject(document) || !isObject(clusters) || names.length === 0) {
      return refused2(schemaProblems(PROFILE_SCHEMA, document, "").map(finding));
    }
    if (cluster === void 0 && names.length > 1) {
      return refused2([diagnose("profile-cluster-unnamed", { known: shown(names.join(", ")) }, { path: "clusters" })]);
    }
    if (!hasKey(clusters, name)) {
      var params = { cluster: shown(name), known: shown(names.join(", ")), hint: didYouMean2(name, names) };
      return refused2([diagnose("profile-cluster", params, { path: "clusters" })]);
    }
    var path = memberPath("clusters", name);
    var problems = problemsBeside(PROFILE_SCHEMA, document, "clusters").concat(memberProblems(CLUSTERS_SCHEMA, name, clusters[name], "clusters"));
    if (problems.length > 0)
      return refused2(problems.map(finding));
    var profile = withDefaults2(clusters[name], name);
    var further = clusterProblems(profile, path).concat(twinProblems(name, names, path));
    if (further.length > 0)
      return refused2(further.map(finding));
    return { profile: canonicalProfile(profile), diagnostics: [] };
  }
  function refused2(diagnostics) {
    return { profile: void 0, diagnostics: diagnostics };
  }
  function finding(problem) {
    return diagnose("profile-invalid", { reason: problem.reason }, { path: problem.path });
  }
  function withDefaults2(given, cluster) {
    var profile = {};
    var defaults = __assign({}, PROFILE_DEFAULTS);
    var written = __assign({}, given);
    for (var _i = 0, _a = sortedKeys(defaults); _i < _a.length; _i++) {
      var key = _a[_i];
      profile[key] = merged(defaults[key], written[key]);
    }
    profile.cluster = cluster;
    profile.deviceGroup = given.deviceGroup;
    profile.tags = __assign(__assign({ cluster: cluster }, PROFILE_DEFAULTS.tags), given.tags);
    /*! The schema took what is written, and the rest is from the defaults, so that every key is there with its type. */
    return profile;
  }
  /*! Objects take their missing keys from the default; everything else is taken whole. */
  function merged(fallback, given) {
    if (given === void 0)
      return fallback;
    return isObject(fallback) && isObject(given) ? __assign(__assign({}, fallback), given) : given;
  }
  /*! Sets sorted, addresses in one spelling, attribute values without blanks around them. */
  function canonicalProfile(profile) {
    return __assign(__assign({}, profile), { zones: { from: sortedUnique(profile.zones.from), to: sortedUnique(profile.zones.to) }, excludedNamespaces: sortedUnique(profile.excludedNamespaces), podCIDRs: profile.podCIDRs && canonicalNetworks(profile.podCIDRs), serviceCIDRs: profile.serviceCIDRs && canonicalNetworks(profile.serviceCIDRs), nodes: {
      toPods: profile.nodes.toPods,
      ports: sortedNumbers(profile.nodes.ports),
      addresses: sortedUnique(profile.nodes.addresses.map(addressOf))
    }, defaults: readDocumentAttributes(profile.defaults).values, guardRails: __assign(__assign({}, profile.guardRails), { approveExternal: canonicalNetworks(profile.guardRails.approveExternal) }), approverRoles: sortedUnique(profile.approverRoles) });
  }
  function canonicalNetworks(networks) {
    return sortedUnique(networks.map(function(network) {
      var reading = readCidr(network);
      return reading.kind === "cidr" ? reading.text : network;
    }));
  }
  function addressOf(address) {
    return canonicalAddress(address) || address;
  }
  function sortedNumbers(numbers) {
    var sorted = numbers.slice().sort(function(a, b) {
      return a - b;
    });
    return sorted.filter(function(number, index) {
      return index === 0 || number !== sorted[index - 1];
    });
  }

  // scripts/policy/profile/services.ts
  /*!
   * Reads a parsed document of security services (docs/attributes.md). A service with a mistake is reported and left out;
   * the others hold.
   */
  function readSecurityServices(document) {
    var given = isObject(document) ? document.services : void 0;
    if (!isObject(document) || !isObject(given))
      return withoutServices(schemaProblems(SERVICES_SCHEMA, document, ""));
    var outside = problemsBeside(SERVICES_SCHEMA, document, "services");
    if (outside.length > 0)
      return withoutServices(outside);
    var services = [];
    var found = [];
    for (var _i = 0, _a = sortedKeys(given); _i < _a.length; _i++) {
      var name = _a[_i];
      var problems = serviceProblems(name, given[name]);
      if (problems.length === 0)
        services.push(serviceOf(name, given[name]));
      else
        found.push.apply(found, problems.map(finding2));
    }
    return { services: services, diagnostics: found };
  }
  function withoutServices(problems) {
    return { services: [], diagnostics: problems.map(finding2) };
  }
  function serviceProblems(name, given) {
    var problems = memberProblems(NAMED_SERVICES_SCHEMA, name, given, "services");
    if (problems.length > 0)
      return problems;
    return attributeProblems(given.attributes, memberPath("services", name) + ".attributes");
  }
  function finding2(problem) {
    return diagnose("security-services-invalid", { reason: problem.reason }, { path: problem.path });
  }
  function serviceOf(name, given) {
    return {
      name: name,
      description: given.description,
      owner: given.owner,
      namespaces: given.namespaces && sortedUnique(given.namespaces),
      attributes: readDocumentAttributes(given.attributes).values
    };
  }

  // scripts/xsoar/lists.ts
  /*! The names of the lists that a user keeps for this pack. */
  var LISTS = { clusters: "CNSeries Clusters", securityServices: "CNSeries Security Services" };
  /*!
   * The content of a list, or undefined where there is none of this name.
   *
   * @throws a user error with the server's text if it cannot be read
   */
  function readList2(host, name) {
    var entries = host.executeCommand("getList", { listName: name });
    if (entries.length === 1 && isMissing(entries[0].Type, entries[0].Contents))
      return void 0;
    return textOf2(onlyEntry(entries, 'The list "' + name + '" cannot be read').Contents);
  }
  /*! The server's answer for an unknown list is an error that reads "Item not found (8)". */
  function isMissing(type, contents) {
    return type === ENTRY_TYPE.error && /not found/i.test(textOf2(contents));
  }

  // scripts/xsoar/settings.ts
  /*! The arguments by which people choose the settings. */
  var SETTINGS_ARGUMENTS = {
    cluster: {
      kind: "text",
      description: 'The cluster whose profile is used, by its name in the list "CNSeries Clusters". Without it, built-in settings are used.'
    },
    profile: {
      kind: "document",
      description: 'A document of cluster profiles (YAML or JSON) to use instead of the list "CNSeries Clusters".'
    },
    services: {
      kind: "document",
      description: 'A document of security services (YAML or JSON) to use instead of the list "CNSeries Security Services".'
    }
  };
  /*!
   * The cluster profile and the security services, from the arguments or the lists. Neither a cluster nor a profile given:
   * the local profile, so that a policy can be looked at before any cluster is set up.
   *
   * @throws a user error if a cluster is named and there is no list of clusters
   */
  function readSettings(host, given) {
    var services = readServices2(host, given.services);
    var profile = readProfileOf(host, given);
    return {
      profile: profile.profile,
      chosen: given.profile === void 0 && given.cluster === void 0 ? "none" : "cluster",
      services: services.services,
      diagnostics: profile.diagnostics.concat(services.diagnostics)
    };
  }
  /*!
   * The profile of one cluster, for what needs no objects.
   *
   * @throws a user error if there is none, or it has a mistake
   */
  /*! The profile in the list "CNSeries Clusters": nobody who writes, commits or decides brings another one. */
  /*! @throws a user error with all errors among the diagnostics, where there is one */
  function readProfileOf(host, given) {
    if (given.profile === void 0 && given.cluster === void 0)
      return { profile: localProfile(), diagnostics: [] };
    var source = sourceOf(host, given.profile, "profile", LISTS.clusters);
    if (source === void 0) {
      throw userError('There is no list "' + LISTS.clusters + '". Make it from "' + LISTS.clusters + ' Example", or leave out the cluster.');
    }
    var document = onlyDocument(source);
    if (document.diagnostics.length > 0)
      return { profile: void 0, diagnostics: document.diagnostics };
    var reading = readProfile(document.value, given.cluster);
    return { profile: reading.profile, diagnostics: placed(reading.diagnostics, { file: source.name }) };
  }
  function readServices2(host, given) {
    var source = sourceOf(host, given, "services", LISTS.securityServices);
    if (source === void 0)
      return { services: [], diagnostics: [] };
    var document = onlyDocument(source);
    if (document.diagnostics.length > 0)
      return { services: [], diagnostics: document.diagnostics };
    var reading = readSecurityServices(document.value);
    return { services: reading.services, diagnostics: placed(reading.diagnostics, { file: source.name }) };
  }
  function sourceOf(host, given, argument, list2) {
    if (given !== void 0)
      return { name: "argument " + argument, content: given };
    var content = readList2(host, list2);
    return content === void 0 ? void 0 : { name: "list " + list2, content: content };
  }
  function onlyDocument(source) {
    var parsed = parseDocuments(source.content);
    return { value: parsed.documents[0], diagnostics: placed(parsed.diagnostics.filter(isError), { file: source.name }) };
  }

  // scripts/automations/CNSeriesValidatePolicy.ts
  var manifest = {
    name: "CNSeriesValidatePolicy",
    description: "Checks Kubernetes NetworkPolicies and their PAN-OS attributes, and shows the security rules that they would become in a cluster of their own.",
    details: [
      "Nothing is changed, neither in Kubernetes nor in Panorama. The rules are those of a cluster that holds the given objects and nothing else; where a cluster has further policies, rules for pairs of policies join them. Namespaces, pods and Services may be given along with the policies.",
      "Give the policies as `policy`, or paste them into the War Room (or upload a file) and give the ID of that entry as `entry_id`, which keeps line breaks."
    ],
    tags: ["CN-Series"],
    arguments: __assign(__assign({}, POLICY_ARGUMENTS), SETTINGS_ARGUMENTS),
    outputs: __spreadArray([
      {
        contextPath: "CNSeries.Validation.Policy",
        description: "The policies that were checked, as namespace/name. Several are separated by commas.",
        type: "String"
      },
      {
        contextPath: "CNSeries.Validation.Cluster",
        description: 'The cluster whose profile was used. "local" for the built-in settings.',
        type: "String"
      },
      {
        contextPath: "CNSeries.Validation.Valid",
        description: "Whether the policies have no errors. Warnings do not count.",
        type: "Boolean"
      },
      {
        contextPath: "CNSeries.Validation.Rules",
        description: "The number of security rules that the policies would become.",
        type: "Number"
      },
      { contextPath: "CNSeries.Validation.Errors", description: "The number of errors.", type: "Number" },
      { contextPath: "CNSeries.Validation.Warnings", description: "The number of warnings.", type: "Number" }
    ], findingOutputs("CNSeries.Validation"), true)
  };
  /*! Checks the given policies and shows what they would become; findings are a result, not a failure. */
  function run(given, host) {
    var input = readInput(given, host);
    var settings = readSettings(host, given);
    var reading = buildSnapshot(input.objects, settings.profile ? settings.profile.cluster : "");
    var found = input.diagnostics.concat(settings.diagnostics, reading.diagnostics);
    if (reading.snapshot.policies.length === 0 && found.length === 0) {
      throw userError("The input holds no NetworkPolicy. Give at least one.");
    }
    return [validate(reading.snapshot, settings, found)];
  }
  function validate(snapshot, settings, found) {
    if (!settings.profile)
      return present(snapshot, "", void 0, found, []);
    var chosen = settings.chosen === "none" ? previewProfile(snapshot) : { profile: settings.profile, notes: [] };
    var profile = chosen.profile;
    var translation = translate({ snapshot: snapshot, profile: profile, services: settings.services, lastGood: [] });
    return present(snapshot, profile.cluster, translation.rulebase, found.concat(translation.diagnostics), chosen.notes);
  }
  function present(snapshot, cluster, rulebase, diagnostics, notes) {
    var errors = diagnostics.filter(isError).length;
    var data = {
      Policy: snapshot.policies.map(function(policy) {
        return namespaceOf(policy) + "/" + nameOf(policy);
      }).join(", "),
      Cluster: cluster,
      Valid: errors === 0,
      Rules: rulebase ? rulebase.rules.length : 0,
      Errors: errors,
      Warnings: diagnostics.length - errors,
      Findings: diagnostics.map(findingData)
    };
    var text2 = summary(data) + notes.map(paragraph).join("") + tables(rulebase, diagnostics);
    return resultEntry(text2, "CNSeries.Validation(val.Policy == obj.Policy)", data);
  }
  function summary(data) {
    var counts = [
      counted(data.Errors, "error"),
      counted(data.Warnings, "warning"),
      counted(data.Rules, "security rule") + " in a cluster of their own"
    ];
    var verdict = data.Valid ? "Valid" : "Not valid";
    return heading(2, [verdict].concat(data.Policy === "" ? [] : data.Policy).join(": ")) + paragraph(counts.join(", ") + ".");
  }
  function counted(count, noun) {
    return String(count) + " " + noun + (count === 1 ? "" : "s");
  }
  /*! Findings first, since they need action; tables without rows are left out. */
  function tables(rulebase, diagnostics) {
    return [findingsTable(diagnostics)].concat(rulebase ? [rulesTable(rulebase), groupsTable(rulebase), servicesTable(rulebase)] : []).filter(function(table) {
      return table.rows.length > 0;
    }).map(markdownTable).join("");
  }

  // scripts/xsoar/arguments.ts
  /*!
   * The arguments of a run by the automation's manifest: defaults filled in, texts trimmed, lists split.
   *
   * @throws a user error that names the argument: a required one is missing, or a value is not one of the choices or not a
   * text
   */
  function readArguments(manifest2, given) {
    var values = {};
    for (var _i = 0, _a = sortedKeys(manifest2.arguments); _i < _a.length; _i++) {
      var name = _a[_i];
      var raw = hasKey(given, name) ? given[name] : void 0;
      values[name] = readArgument(name, manifest2.arguments[name], raw);
    }
    return values;
  }
  function readArgument(name, argument, raw) {
    var given = isAbsent2(raw) ? argument.defaultValue : raw;
    if (given === void 0) {
      if (argument.required)
        throw userError('The argument "' + name + '" is missing. ' + argument.description);
      return argument.kind === "list" ? [] : void 0;
    }
    switch (argument.kind) {
      case "text":
        return text(name, given);
      case "choice":
        return choice2(name, argument.choices, text(name, given));
      case "list":
        return list(name, given);
      case "document":
        return given;
    }
  }
  /*! The command line leaves an argument out, a playbook may pass an empty text or null for it. */
  function isAbsent2(raw) {
    return raw === void 0 || raw === null || typeof raw === "string" && raw.trim() === "";
  }
  function text(name, given) {
    if (typeof given === "string")
      return given.trim();
    if (typeof given === "number" || typeof given === "boolean")
      return String(given);
    /*! A playbook passes a context value that holds one text as a list of one. */
    if (Array.isArray(given) && given.length === 1)
      return text(name, given[0]);
    throw userError('The argument "' + name + '" must be a text.');
  }
  function choice2(name, choices, given) {
    if (choices.indexOf(given) < 0) {
      throw userError('The argument "' + name + '" is "' + given + '"; it must be one of: ' + choices.join(", ") + ".");
    }
    return given;
  }
  function list(name, given) {
    var elements = Array.isArray(given) ? given : splitList(text(name, given));
    return elements.map(function(element) {
      return text(name, element);
    }).filter(function(element) {
      return element !== "";
    });
  }
  function splitList(given) {
    if (given.charAt(0) !== "[")
      return given.split(",");
    try {
      return JSON.parse(given);
    } catch (_a) {
      return given.split(",");
    }
  }

  // scripts/xsoar/automation.ts
  /*! Runs an automation once. Whatever it throws becomes an entry of type error, which fails a playbook task. */
  function runAutomation(manifest2, run2, host) {
    try {
      return run2(readArguments(manifest2, host.args), host);
    } catch (thrown) {
      return [errorEntry(errorMessage(thrown))];
    }
  }

  // entry.js
  __cnEntries = runAutomation(manifest, run, serverHost());
})();
return __cnEntries;
