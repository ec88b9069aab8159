// Made by "npm run build" from scripts/automations/CNSeriesApprove.ts; change that file instead.
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
        var where = "";
        var message = exception.reason || "(unknown reason)";
        if (!exception.mark)
          return message;
        if (exception.mark.name) {
          where += 'in "' + exception.mark.name + '" ';
        }
        where += "(" + (exception.mark.line + 1) + ":" + (exception.mark.column + 1) + ")";
        if (!compact && exception.mark.snippet) {
          where += "\n\n" + exception.mark.snippet;
        }
        return message + " " + where;
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
    var members = [];
    for (var _i = 0, _a = sortedKeys(object2); _i < _a.length; _i++) {
      var key = _a[_i];
      if (object2[key] !== void 0)
        members.push(atom(key) + ":" + canonicalJson(object2[key]));
    }
    return "{" + members.join(",") + "}";
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
        return entriesOf(executeCommand(name, commandArguments));
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
  function entriesOf(answer) {
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
      throw userError(what + ": " + textOf(entry.Contents));
    return entry;
  }
  /*! Contents as text; objects as JSON. */
  function textOf(contents) {
    return typeof contents === "string" ? contents : JSON.stringify(contents);
  }

  // scripts/xsoar/lists.ts
  /*! The names of the lists that a user keeps for this pack. */
  var LISTS = { clusters: "CNSeries Clusters", securityServices: "CNSeries Security Services" };
  /*!
   * The content of a list, or undefined where there is none of this name.
   *
   * @throws a user error with the server's text if it cannot be read
   */
  function readList(host, name) {
    var entries = host.executeCommand("getList", { listName: name });
    if (entries.length === 1 && isMissing(entries[0].Type, entries[0].Contents))
      return void 0;
    return textOf(onlyEntry(entries, 'The list "' + name + '" cannot be read').Contents);
  }
  /*! The server's answer for an unknown list is an error that reads "Item not found (8)". */
  function isMissing(type, contents) {
    return type === ENTRY_TYPE.error && /not found/i.test(textOf(contents));
  }

  // scripts/xsoar/store.ts
  /*! Characters of one part. A list holds 209,715 (Cortex XSOAR 6.8 documentation, "Manage lists"). */
  var PART = 2e5;
  function listName(cluster, kind) {
    return "CNSeries State " + cluster + " " + kind;
  }
  /*!
   * The document as it was written; undefined where there is none.
   *
   * @throws a user error if it is damaged: somebody edited or deleted one of its lists
   */
  function readStored(host, cluster, kind) {
    var name = listName(cluster, kind);
    var pointer = readPointer(host, name, kind);
    if (pointer === void 0 || pointer.parts === void 0)
      return pointer && pointer.value;
    var text2 = "";
    for (var _i = 0, _a = pointer.parts; _i < _a.length; _i++) {
      var part = _a[_i];
      var content = readList(host, part.list);
      if (content === void 0 || shortHash(content) !== part.hash)
        throw damaged(name, kind);
      text2 += content;
    }
    return parsed(text2, name, kind);
  }
  /*! Replaces the document. */
  function writeStored(host, cluster, kind, value) {
    var name = listName(cluster, kind);
    var text2 = canonicalJson(value);
    if (text2.length <= PART - 100) {
      writeList(host, name, canonicalJson({ value: value }));
      return;
    }
    var before = readPointer(host, name, kind);
    var series = before !== void 0 && before.parts !== void 0 && before.parts.length > 0 && before.parts[0].list === name + " a1" ? "b" : "a";
    var parts = [];
    for (var start = 0; start < text2.length; start += PART) {
      var content = text2.slice(start, start + PART);
      var list2 = name + " " + series + String(parts.length + 1);
      writeList(host, list2, content);
      parts.push({ list: list2, hash: shortHash(content) });
    }
    writeList(host, name, canonicalJson({ parts: parts }));
  }
  /*! Forgets the document, where there is one. */
  function readPointer(host, name, kind) {
    var content = readList(host, name);
    if (content === void 0 || content === "")
      return void 0;
    var pointer = parsed(content, name, kind);
    if (typeof pointer !== "object" || pointer === null || Array.isArray(pointer))
      throw damaged(name, kind);
    return pointer;
  }
  function parsed(text2, name, kind) {
    try {
      return JSON.parse(text2);
    } catch (_a) {
      throw damaged(name, kind);
    }
  }
  /*! The error for a document that somebody edited. */
  function damagedDocument(cluster, kind) {
    return damaged(listName(cluster, kind), kind);
  }
  function damaged(name, kind) {
    var loss = kind === "last-good" ? "Put it back as it was. If you must delete it: policies whose current version is refused then lose their rules, so see to it first that none is." : "Delete it; the next run writes it anew.";
    return userError('The list "' + name + '", in which this pack remembers its runs, is damaged. ' + loss);
  }
  /*! `setList` changes a list that is there, `createList` makes one. */
  function writeList(host, name, content) {
    var set = host.executeCommand("setList", { listName: name, listData: content });
    if (!isRefused(set))
      return;
    var made = host.executeCommand("createList", { listName: name, listData: content });
    if (isRefused(made))
      throw userError('The list "' + name + '" cannot be written: ' + textOf(made[0].Contents));
  }
  function isRefused(entries) {
    return entries.length > 0 && entries[0].Type === ENTRY_TYPE.error;
  }

  // scripts/xsoar/users.ts
  /*! The user for whom the server itself works, as in playbook tasks. */
  var SERVER_USER = /^(dbot)?$/i;
  /*! Who runs the script; undefined where it is the server itself, as in a playbook. */
  function currentUser(host) {
    var users = readUsers(host, { current: "true" });
    return users.length === 1 && !SERVER_USER.test(users[0].name) ? users[0] : void 0;
  }
  /*! The user of this name; undefined where the server knows none. */
  function findUser(host, name) {
    var found = readUsers(host, {}).filter(function(user) {
      return user.name === name;
    });
    return found.length === 1 ? found[0] : void 0;
  }
  /*! `getUsers` gives a list of users with `username`, `roles` and `allRoles` (seen in public automations). */
  function readUsers(host, args2) {
    var contents = onlyEntry(host.executeCommand("getUsers", __assign({}, args2)), "The users cannot be read").Contents;
    var users = [];
    for (var _i = 0, _a = Array.isArray(contents) ? contents : []; _i < _a.length; _i++) {
      var one = _a[_i];
      var user = one;
      if (user === null || typeof user !== "object" || typeof user.username !== "string")
        continue;
      users.push({ name: user.username, roles: textsIn(user.allRoles).concat(textsIn(user.roles)) });
    }
    return users;
  }
  /*! Roles come as a list, or as an object of lists by tenant. */
  function textsIn(value) {
    if (typeof value === "string")
      return [value];
    if (Array.isArray(value))
      return value.filter(isText);
    if (typeof value !== "object" || value === null)
      return [];
    var found = [];
    for (var _i = 0, _a = Object.keys(value).sort(); _i < _a.length; _i++) {
      var key = _a[_i];
      found = found.concat(textsIn(value[key]));
    }
    return found;
  }
  function isText(value) {
    return typeof value === "string";
  }

  // scripts/xsoar/approval.ts
  function writeApproval(host, cluster, approval) {
    writeStored(host, cluster, "approval", approval);
  }
  /*! Looks the approver's roles up again: they may have been taken away since. */
  /*! Why this person may not approve plans of the cluster; undefined: he may. An empty list of roles is for everybody. */
  function roleRefusal(host, profile, name) {
    var wanted = profile.approverRoles;
    if (wanted.length === 0)
      return void 0;
    var user = findUser(host, name);
    if (user === void 0)
      return 'There is no user "' + name + '" whose roles could be looked up.';
    var held = user.roles.filter(function(role) {
      return wanted.indexOf(role) >= 0;
    });
    if (held.length > 0)
      return void 0;
    return name + " has none of the roles that may approve for this cluster: " + wanted.join(", ") + ".";
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
  function diagnose(code, params, where) {
    return { code: code, params: params, where: where };
  }
  function severityOf(diagnostic) {
    return TABLE[diagnostic.code].severity;
  }
  function isError(diagnostic) {
    return severityOf(diagnostic) === "error";
  }
  /*! Adds what is not known yet (policy, file) to the places of diagnostics. */
  function placed(diagnostics, where) {
    return diagnostics.map(function(found) {
      return {
        code: found.code,
        params: found.params,
        where: {
          policy: found.where.policy || where.policy,
          path: found.where.path || where.path,
          file: found.where.file || where.file,
          together: found.where.together || where.together
        }
      };
    });
  }
  function describeDiagnostic(diagnostic) {
    var row = TABLE[diagnostic.code];
    var policy = diagnostic.where.policy;
    return {
      code: diagnostic.code,
      severity: row.severity,
      kind: row.kind,
      policy: policy ? policy.namespace + "/" + policy.name : "",
      path: diagnostic.where.path || "",
      file: diagnostic.where.file || "",
      message: fill(row.text, diagnostic.params) + togetherText(diagnostic.where.together || []),
      remedy: fill(row.remedy, diagnostic.params)
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

  // scripts/policy/nearest.ts
  /*! Finding the word that somebody probably meant to write. */
  /*!
   * The candidate nearest to `word`, ignoring case, if it is near enough (one wrong letter in words of three, two from six
   * letters on); the first one of equals.
   *
   * @example nearest('podselector', ['podSelector', 'policyTypes']) //=> 'podSelector'
   */
  function nearest(word, candidates) {
    var limit = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
    var best;
    var bestDistance = limit + 1;
    for (var _i = 0, candidates_1 = candidates; _i < candidates_1.length; _i++) {
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
  /*! Fields of `metadata`, which mean something else where they stand in a peer or a selector. */
  /*!
   * The hint for an unknown field, with a leading blank; '' where nothing comes to mind.
   *
   * @example unknownFieldHint('ingres', ['ingress', 'egress']) //=> ' Did you mean "ingress"?'
   * @example unknownFieldHint('from', ['ingress', 'egress']) //=> ' It belongs in an element of `ingress`.'
   */
  /*! True for the fields of the policy itself and of its spec. */

  // scripts/policy/kubernetes/read.ts
  /*! A text from the input is cut at this length in a diagnostic. */
  var MOST_SHOWN = 100;
  /*! A reader that has found nothing yet. */
  /*! Adds a finding at a field path. */
  /*! True where an error was found (warnings do not count). */
  /*! True for undefined and null, which the API server treats alike. */
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
  /*! The text, or undefined where it is absent or of another type. */
  /*! The whole number (the API has no others here), or undefined. */
  /*! The object, or undefined. */
  /*! The list; absent reads as the empty list. */
  /*! The texts of a list; other elements, null included, are reported and left out. */
  /*!
   * A map of texts; absent reads as empty. A null value is reported: the API server would read it as the empty text, a
   * person more likely means that it is not there.
   */
  /*! The path of one key of a map of texts, as the API server writes it: `metadata.labels[app]`. */
  /*! True for an object that is neither a list nor null. */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  /*! A shallow copy that can be changed, without the fields of `dropped`. */
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

  // scripts/policy/kubernetes/syntax.ts
  /*!
   * The syntax of names, labels and port names (Kubernetes documentation: "Object Names and IDs", "Labels and Selectors";
   * RFC 1123, RFC 6335). Each function says why a text is not valid, or undefined where it is.
   */
  /*! Names of namespaces (and of Services): an RFC 1123 label. */
  /*! Names of most other objects: an RFC 1123 subdomain. */
  /*! Label keys: an optional DNS prefix with a slash, and a name. */
  /*! Label values: empty, or like the name of a key. */
  /*! Annotation keys: as label keys, but letters of the prefix may be capital. */
  /*! Names of container ports (RFC 6335, lower case only). */

  // scripts/policy/kubernetes/readselector.ts
  /*! Reading a LabelSelector (Kubernetes API documentation, meta/v1 LabelSelector). */
  var SELECTOR = fieldSet(["matchLabels", "matchExpressions"]);
  var EXPRESSION = fieldSet(["key", "operator", "values"]);
  /*! The terms of a LabelSelector, sorted; an absent one reads as the empty selector. */
  /*! Reports a label whose key or value breaks the syntax. */
  /*! Looks at the list as written: what is of a wrong type in it has been reported already. */

  // scripts/policy/kubernetes/metadata.ts
  /*! The namespace of objects that name none, as `kubectl` has it. */
  /*! The API server's limit for all annotations of an object, keys included. */
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
  /*! Labels, each checked for its syntax. */

  // scripts/policy/kubernetes/identity.ts
  /*! Who an object is: its kind, its API group, its place. Tolerant: what cannot be read is ''. */
  /*! The API group: '' for the core group, undefined where apiVersion is absent. */
  /*! One field of `metadata`; undefined where metadata is no object. */
  /*! The name; '' where there is none that can be read. */
  /*! The namespace, `default` where none is given. */
  /*! The place of a diagnostic about an object that is no policy: `Pod shop/web: metadata.labels`. */

  // scripts/policy/kubernetes/namespaces.ts
  /*! The label that the control plane sets on each namespace (Kubernetes documentation, well-known labels). */
  /*! Pods whose annotation, or whose namespace's, starts with the value are sent through the CN-Series firewall. */
  /*!
   * All namespaces, by name: the Namespace objects, and those that only other objects name, which exist without labels of
   * their own.
   */
  /*! Whether the object (a pod, a pod template, a namespace) carries the CN-Series firewall annotation. */

  // scripts/policy/values/addresses.ts
  /*!
   * IP addresses and sets of them, in both families. An address is a list of 16-bit words, most significant first: two
   * for IPv4, eight for IPv6 (ES5.1 has no integers of 128 bits).
   */
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
  /*! Negative, zero or positive; IPv4 sorts before IPv6. */
  /*! The next address, or undefined after the last one of the family. */
  /*! The previous address, or undefined before the first one of the family. */
  /*! The set that holds exactly the addresses of the ranges, in normal form. */
  /*! The addresses of `a` that are not in `b`: CIDR subtraction, as `ipBlock.except` needs it. */
  /*! The families that the set has addresses of. */

  // scripts/policy/values/addresstext.ts
  /*! Address sets as the texts that PAN-OS takes in `source` and `destination`: addresses, CIDR blocks, ranges `a-b`. */
  /*! A range that needs more blocks than this is written as `a-b`: one member instead of many. */
  /*! PAN-OS counts IPv4 as a part of IPv6: `::/0` and every block that covers the IPv4-mapped addresses takes in IPv4 */
  /*! (administrator's guide 10.2, "Policy"). Nothing on a wire has these addresses, so that IPv6 members leave them out. */
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
  /*! The CIDR blocks of a range, or undefined where there are more than `most`. A block of one address is the address. */
  /*! The shortest prefix whose block starts at `from` and ends at or before `to`. */

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
  /*! True where `inner` is a smaller block inside `outer`; blocks of different families never are. */
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
  /*! True for pods that have ended: they have no address any more. */
  /*! Reads a Pod object; undefined (with a diagnostic) where its labels cannot be read. */
  /*! Reads the pods that a workload makes from its pod template, which has the form of a pod. */
  /*! Containers that run beside each other: the ordinary ones, and init containers that restart always (sidecars). */
  /*! The ports that the kubelet connects to at the pod's address, for health checks; hooks are no health checks. */
  /*! The addresses among the values as canonical texts, sorted, without duplicates. */
  /*! The objects of a list; anything else is passed over. */

  // scripts/policy/kubernetes/nodes.ts
  /*! Nodes and the cluster's address ranges (Kubernetes API documentation, v1 Node, networking.k8s.io/v1 ServiceCIDR). */
  /*! All Nodes, by name. */
  /*! The ranges of all ServiceCIDR objects. */

  // scripts/policy/kubernetes/duplicates.ts
  /*!
   * Each object once, although the input may hold it several times (a dump beside manifests). Objects without a name
   * (`generateName`) are all different. Where copies contradict each other, that is reported; the first in canonical
   * order is used.
   */
  /*! What can matter of an object; status comes and goes. */

  // scripts/policy/kubernetes/podclass.ts
  /*!
   * Folding pods into classes: pods that no policy and no Service can tell apart are counted, not kept. Used with all pods
   * at hand, and page by page.
   */
  /*! The label keys by which policies and Services select pods, sorted. Namespace selectors do not count. */
  /*!
   * @param labelKeys what `mentionedLabelKeys` says
   * @param annotatedNamespaces names of namespaces with the CN-Series firewall annotation
   */
  /*! Adds one pod (or workload) to its class. */
  /*! The classes found so far, in an order that does not depend on the order of the pods. */
  /*! The labels that matter: of mentioned keys, and those whose tag may be that of a mentioned key. */
  /*!
   * True where key and value, joined by a dot as in a tag, read as another key and its value as well: `app.v1=2` as
   * `app=v1.2`. Tags ignore case. A value has no slash, so that `app.example.com/name` never reads as `app`.
   */
  /*! A key as it looks in tags, where the plugin may write `_` for `/`. */
  /*! A text that is equal for pods of one class; label values, names and numbers hold none of its separators. */
  /*! The first names in alphabetical order stay. */

  // scripts/policy/kubernetes/peers.ts
  /*! Reading `from` and `to` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPeer). */
  var PEER = fieldSet(["podSelector", "namespaceSelector", "ipBlock"]);
  var IP_BLOCK = fieldSet(["cidr", "except"]);
  /*! Absent and empty mean the same: anyone. */

  // scripts/policy/kubernetes/ports.ts
  /*! Reading `ports` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPort). */
  var PORT = fieldSet(["protocol", "port", "endPort"]);
  /*! Absent and empty mean the same: anything. */
  /*! The protocol; absent reads as TCP, and so does (after a diagnostic) what is none. */

  // scripts/policy/kubernetes/selector.ts
  /*! Whether all terms of the selector hold for the labels; the empty selector holds for all. */
  /*!
   * The selector as `kubectl` takes it; `*` for the empty one.
   *
   * @example `app=web,tier in (a,b),!x`
   */

  // scripts/policy/kubernetes/entries.ts
  var SIDES = {
    ingress: { field: "from", fields: fieldSet(["from", "ports"]) },
    egress: { field: "to", fields: fieldSet(["to", "ports"]) }
  };
  /*! The entries of one direction; absent reads as none. */
  /*!
   * A short hash of what the entry says: equal for entries that say the same, whatever the order of their lists, and
   * without its place, so that an inserted entry changes no key.
   */

  // scripts/policy/kubernetes/policy.ts
  var TOP = fieldSet(["apiVersion", "kind", "metadata", "spec", "status"]);
  var SPEC = fieldSet(["podSelector", "policyTypes", "ingress", "egress"]);
  /*! Reads one NetworkPolicy; never throws. All diagnostics name the policy. */
  /*!
   * The effective policyTypes. Absent or empty: Ingress always, Egress where the policy has an egress entry; an empty
   * `egress` list does not count (API documentation of `policyTypes`).
   */
  /*! Entries of a direction that policyTypes leaves out have no effect; that is worth a warning. */

  // scripts/policy/kubernetes/policykinds.ts
  /*! Kinds of network policy besides the NetworkPolicy of networking.k8s.io. */
  /*! By API group: kinds that decide about traffic and that this compiler does not know. */
  /*! True for a Kubernetes NetworkPolicy, also with an apiVersion that `readPolicy` then refuses (old, misspelt, missing). */
  /*!
   * Kind and group of a policy of another kind, undefined for other objects.
   *
   * @example `GlobalNetworkPolicy (projectcalico.org)`
   */

  // scripts/policy/kubernetes/rawpolicies.ts
  /*! NetworkPolicies as a snapshot keeps them: as they came in, without what changes by itself, each once. */
  /*! Fields of metadata that the control plane writes and that say nothing about the policy. */
  /*! What `kubectl apply` remembers, and what this product itself writes back. */
  /*!
   * Cleans, sorts and joins the policies. Of those that say the same, one stays; a policy given twice with different
   * content is an error, and neither is kept: picking one would be a guess.
   */
  /*! Whether all versions of a policy mean the same; a manifest and the live object differ in written-out defaults. */
  /*! The version with the greatest UID (one with a UID before one without) comes first, whatever the input's order. */

  // scripts/policy/kubernetes/services.ts
  /*! Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */
  /*! The label by which an EndpointSlice says whose it is. */
  /*! All Services, by namespace and name. */
  /*! An empty selector selects nothing here, unlike that of a policy; ExternalName ignores it (API documentation). */
  /*! By `namespace/name` of the Service: addresses of all endpoints, ready or not (readiness comes and goes). */

  // scripts/policy/kubernetes/workloads.ts
  /*!
   * Workloads: objects that make pods from a template. A template stands for pods that are not listed: in files, or scaled
   * to zero.
   */
  /*! True for the kinds of Kubernetes itself, and OpenShift's DeploymentConfig, that make pods from a template. */
  /*! The pod template of a workload; undefined where it has none that can be read. */
  /*!
   * The workloads whose templates stand for pods that are not listed: none of their pods is, no other listed workload
   * owns them, and they may still make pods (a finished Job does not, nor does an old ReplicaSet of a Deployment).
   */
  /*! Ids of all workloads that own a listed pod, directly or through another workload. */
  /*! `shop/ReplicaSet/web-5d4f` belongs to `shop/Deployment/web`, a Job of a CronJob likewise: how controllers name them. */
  /*! The id of the controlling owner, which is always in the same namespace. */

  // scripts/policy/kubernetes/snapshot.ts
  /*! The core and discovery kinds that a snapshot is made of, with their API groups and resources. */
  /*!
   * Builds the snapshot of one cluster from its objects; kinds that it has no use for are passed over.
   *
   * @param objects in any order; NetworkPolicies are kept as they are and read again by `readPolicy`, whose diagnostics do
   * not appear here
   * @param lastGood last good versions of policies, whose label keys must stay on the pods too
   */
  /*! The resource of a kind that snapshots are made of; other groups have such kinds too (`Service` of Knative). */
  /*!
   * The policies whose selectors can be read. Their labels and annotations do not count: where these are wrong, the new spec
   * is compiled with the last good ones.
   */
  /*! The pods that run, and the templates of workloads none of whose pods is listed. */
  /*! What comes from files counts as whole; NetworkPolicies do even where there are none. */

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
  function didYouMean(word, candidates) {
    var found = nearest(word, candidates);
    return found === void 0 ? "" : ' Did you mean "' + found + '"?';
  }

  // scripts/policy/attributes/keys.ts
  /*! The attribute keys of the convention: what each one's value is, and what it becomes in PAN-OS. */
  /*! Keys on policies start with this. Keys under `status.np.panw.com/` are written by us and not read. */
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

  // scripts/policy/attributes/level.ts
  /*! Turns the checked values of one level into attributes. */
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

  // scripts/policy/attributes/inspection.ts
  /*!
   * The most specific level that names profiles decides the kind. Single profiles add up, down to the next level that
   * names a group.
   *
   * @param levels the most specific first; undefined where a level names no profiles
   */
  /*! `above` over `below`, kind by kind. */
  /*! The kinds that are named, sorted. */

  // scripts/policy/attributes/unknownkey.ts
  /*! Other words for the same thing that people try, beside the names of the PAN-OS elements. */
  /*!
   * The hint for a key that does not exist, with a leading blank; '' where nothing comes to mind.
   *
   * @param key what stands after the prefix and the scope
   * @param scope `ingress.0.` and the like; '' for the policy
   * @example unknownKeyHint('antivrius', 'ingress.') //=> ' Did you mean "ingress.antivirus"?'
   */
  /*! The key that becomes the PAN-OS element of this name. */

  // scripts/policy/attributes/read.ts
  /*! True where an annotation or a label may be an attribute; most policies have none. */
  /*!
   * Reads the attributes of a policy. What is wrong is reported and left out. An annotation wins over a label of the same
   * name.
   */
  /*! The values of one scope. */
  /*! Annotations and the labels that no annotation hides, sorted by name. */
  /*! Capital letters in the prefix are let through here and refused as an unknown key, so that nobody waits in vain. */
  /*! The scope in words, if the policy does not have it. */
  /*! A profile group beside single profiles on one level: reported, and the group left out. */

  // scripts/policy/attributes/securityservice.ts
  /*! Looks up a published security service for a policy of `namespace`. Only services that it may use are suggested. */

  // scripts/policy/attributes/resolve.ts
  /*!
   * Resolves the levels of a policy's attributes (DESIGN section 6.4): entry over direction over policy over security
   * service. The cluster's defaults are not merged here, since they hold for two sides together (`combineAttributes`); they
   * are looked at where they decide whether a policy is sound.
   */
  /*!
   * An entry that says nothing. Where the cluster's default is application-default, an entry that names ports says
   * `ports`: the default is for entries without ports only.
   */
  /*! The levels that hold for an entry, the most specific first; of the security services, only the most specific one. */
  /*! A `none` over a profile group, also over the cluster's default one: a group cannot be taken apart. */
  /*! Entries that share a level report the same twice. */

  // scripts/policy/values/ports.ts
  /*! Sets of ports per protocol. Everything, traffic without ports (ICMP and the like) included, is kept whole. */
  /*! The ranges in normal form. */
  /*! True where some port (or traffic without ports) is in both. */
  /*! Ranges as PAN-OS writes them in `service/protocol/.../port`: `80,443,8000-8010`. */
  /*! Text that is equal for equal sets. */

  // scripts/policy/values/requirements.ts
  /*! Both conjunctions together; undefined where no pod can meet them. */
  /*! True where every pod that meets `a` meets `b`. */
  /*! The opposite of one requirement. */

  // scripts/policy/values/term.ts
  /*! The term for addresses; every address of both families is `any`. */
  /*! Pods limited to addresses, in normal form: no limit where all their addresses are meant; undefined where none is. */
  /*! The pods of the term that are in one of its namespaces. */
  /*! The endpoints in both terms; undefined where there are none. */
  /*! True only where every endpoint of `a` is one of `b`. */
  /*!
   * The endpoints of `a` that are not in `b`, as disjoint terms. "Addresses minus pods" stays whole: too much rather than
   * too little, which is safe wherever a difference says what is still to be covered.
   */
  /*! What is left of several terms, as disjoint terms where they were disjoint. */
  /*! True where the terms together hold every endpoint of `term`. */

  // scripts/policy/values/termtext.ts
  /*! Texts that stand for terms, to compare and to name them by. */
  /*! Text that is equal for equal terms of one translation. */
  /*! Text that is equal for equal alternatives, whatever else is translated with them: for names that last. */
  /*! What a term for pods says beside the namespaces, as text. */

  // scripts/policy/values/alternatives.ts
  /*! Lists of terms of which any may hold, as the members of a rule's source or destination. */
  /*!
   * Alternatives in normal form: one term for all addresses, one for pods alike but for their namespaces, no term inside
   * another, sorted by key; equal lists have equal keys.
   */

  // scripts/policy/compile/boxes.ts
  /*! Translates one policy; any error diagnostic means that the policy cannot be expressed. */
  /*! Pods of the namespaces that the selector selects; undefined where no pod can. */
  /*! Kubernetes and its controllers set these anew for each rollout or run. */

  // scripts/policy/compile/labelvalues.ts
  /*!
   * Collects the label values of the snapshot's pods and of all selectors on pods. Values that only a policy or a Service
   * names count too: pods with them may appear at any time.
   */

  // scripts/policy/compile/merge.ts
  /*!
   * Style `readable`: pairs become rules of one entry, where one of its ends, the ports and the attributes are the same for
   * several partners, or of one pair. Entries that contend with others keep their pairs apart and in order.
   */
  /*! How many pairs may join in each bucket; pairs of contested entries join none. */

  // scripts/policy/compile/safe.ts
  /*!
   * The invariant (DESIGN section 6.2): an allow is safe if every connection of its box wants to be allowed with exactly
   * this attribute record. A list of safe rules that leaves nothing denied to the default is exact, in any order. The test
   * here is sufficient, not necessary: a box that it does not know to be safe is cut into pairs instead.
   */
  /*! The one record that every connection of the box wants, or undefined where it is not sure that there is one. */
  /*!
   * All that may decide at the end `own` of the box, seen from `other`; undefined where some connection is not allowed
   * there, or where entries with different attributes contend for it.
   */
  /*! The term cut so that each part meets the isolations of one namespace at most; addresses are looked at whole. */
  /*! The entries that together allow everything between `region` and `other`; undefined where they do not, or contend. */

  // scripts/policy/compile/whole.ts
  /*! The entry's own box. */
  /*!
   * Chooses the entries to emit whole: those that layer C needs in any case, then those that serve the most pairs, unless
   * these pairs make fewer rules where they join at their other ends (a gateway that reaches every namespace).
   *
   * @param entries all of both sides, in order
   */
  /*! The pairs of each entry. */
  /*! True where each pair of the entry would join more pairs at its other end than the entry serves. */
  /*! False only where all peers of the entry are isolated pods of the other side. */

  // scripts/policy/compile/layers.ts
  /*! The layers A to D of DESIGN section 6.2, each as rules in order. */
  /*! Layer A: entries that are safe whole, and the remaining pairs; by namespace and rank, egress entries first. */
  /*! Pairs stand at their egress entry's place; the list of pairs is in the order of their ingress entries already. */
  /*! Layer B: both ends isolated, and no pair allowed it. */
  /*!
   * Layer C: what entries allow beyond the isolated pods of the other side. Layer B shields it, so that entries need no
   * cutting. In the order of the entries: egress, then ingress.
   */
  /*! Layer D: what is left of the isolated pods' connections. */

  // scripts/policy/compile/namespacefinder.ts
  /*! Knows the namespaces by each of their labels; a selector that asked before is answered from memory. */

  // scripts/policy/compile/space.ts
  /*!
   * What the snapshot and the profile tell of pod addresses. Node-side addresses inside the pod network belong to no pod.
   */
  /*! Addresses of the Nodes, of host-network pods (which are their nodes), and further ones that the profile names. */
  /*! A pod whose address is outside the known pod network: nothing that is decided by addresses would hold for it. */
  /*! The set of single addresses given as texts. */

  // scripts/policy/compile/nodes.ts
  /*!
   * Layer N: node addresses to ingress-isolated pods, so that a pod keeps its kubelet. NetworkPolicy never blocks a pod's
   * own node (Kubernetes documentation); which node a pod is on is not in any tag, so every node may reach every isolated
   * pod, on the probe ports of all of them.
   */
  /*! The ports that nodes may reach; undefined where no isolated pod has any. */
  /*! Probes are not to be inspected or cut by App-ID; only the cluster's log settings apply. */

  // scripts/policy/compile/order.ts
  /*!
   * The order in which entries of one side decide a connection that several of them allow (DESIGN section 6.4): restricted
   * to applications or categories, then with inspection, then narrower, then by name.
   */
  /*! Entries of one namespace and direction, ranked; with a warning for each that another one overrules. */
  /*! Restricted before inspected before plain entries; within each of these, no entry before one strictly inside it. */
  /*! With a profile or a group; `none` alone names neither. */
  /*! Always the first by name that has nothing narrower waiting. */
  /*! True where some connection lies in both boxes. */
  /*! How diagnostics name an entry: `shop/web spec.ingress[0]`. */

  // scripts/policy/compile/problems.ts
  /*! How problems are told to the authors of the policies that cause them. */
  /*! The entry as a cause. */
  /*! The problem as the author of one cause sees it: at this place, with the other ones named. */

  // scripts/policy/compile/pairs.ts
  /*! Finds all pairs through an index, egress entries in order, and for each of them ingress entries in order. */
  /*! All entries of a side: by namespace, then in the order in which they decide. */
  /*! The namespaces of terms that are pods all; undefined where one is not. */
  /*! Ingress entries that may meet the egress entry, by whichever end names fewer, in order. */

  // scripts/policy/attributes/combine.ts
  /*! Combines what both sides and the cluster's defaults ask for (DESIGN section 6.4, "two sides"). */
  /*! Equal for equal records, and only for these. */
  /*! What both lists name; undefined, which is any, where neither side says anything. */
  /*! Start and end make both; whoever logs beats `none`. */
  /*! Either side may ask; the default holds where neither says anything. */
  /*! True where a group meets anything but the same group. */
  /*! Single profiles join kind by kind; where a group is involved, the receiver's side wins whole. */
  /*! Default single profiles fill the kinds that nobody names; a default group holds only where nobody names anything. */

  // scripts/policy/compile/sides.ts
  /*! The subjects that lie in no other one; equal subjects once, with all their policies. */
  /*! An entry that stands twice in one policy, with the same attributes, is one entry. */
  /*! Two entries of one policy with one key, which is a short hash: they may still differ. */

  // scripts/policy/compile/compile.ts
  /*! Compiles the admitted policies of one cluster into ordered rules (DESIGN section 6.2). */
  /*! What of a policy's spec alone has no exact rule, whatever its attributes and the other policies are. */
  /*! All pods of all namespaces are the pod network, where it is known. */

  // scripts/policy/admit.ts
  /*!
   * Reads a policy and resolves its attributes. One whose attributes are wrong is compiled with its new spec and its last
   * good attributes, one that cannot be read with its last good version; one that never was good is left out.
   */
  /*! The candidate with its next best version, and what was wrong with the one before. */
  /*!
   * The stored version of the same policy, before it the new spec with the stored attributes. A policy created anew under
   * the name has another UID and starts afresh.
   */
  /*! Namespace, name and UID of a policy that cannot be read as a whole. */

  // scripts/policy/panos/limits.ts
  /*! PAN-OS limits that names and values must keep (device schema 10.0.6; tags: vendor's plugin documentation). */

  // scripts/policy/panos/plugintags.ts
  /*! `k8s.cl_<cluster>.ns_<namespace>`: all pods (and Service addresses) of the namespace. */
  /*! `k8s.cl_<cluster>.ns_<namespace>.<key>.<value>`: the pods (and Services) of the namespace with the label. */
  /*!
   * Knows all labels, to see where two of them make one tag: tags ignore case (PAN-OS documentation on tags), and key and
   * value are joined by a dot that both may contain.
   */

  // scripts/policy/panos/filter.ts
  /*!
   * The expressions of a term whose requirements are all positive. Alternatives may stand in several groups, since the
   * members of a rule are a union; a conjunction cannot be split.
   */
  /*! Each requirement as text: one tag, or several joined by `or`. */
  /*! Halves the longest list of values until the conjunction fits or no list is left to halve. */
  /*! As few expressions as needed; where one is not enough, cut where the content says, so that an insertion moves little. */
  /*! In parentheses where it has an `and`. */
  /*! One alternative in sixteen ends a group: its hash starts with one of two of 32 characters. */

  // scripts/policy/panos/names.ts
  /*!
   * Names of rules and objects: readable first, unique always, at most 63 characters of `[0-9A-Za-z._-]`, starting with the
   * cluster's name. What is too long is cut in its readable part and told apart by a hash of the whole.
   */
  /*! Text with every character that PAN-OS names do not take replaced by `-`. */
  /*! Eight characters that stand for a content. */
  /*! The name itself where it fits, else cut and with a hash of the whole. */
  /*! `<cluster>.<namespace>.<policy>.in-<key>`; the policy's name is cut where it is too long, the key never. */
  /*! The names of the two entries joined by `_`; each side is cut to what the other leaves it. */

  // scripts/policy/panos/ownership.ts
  /*!
   * The two tags that every managed rule and object carries; nothing without both is ever changed or deleted. The tag
   * objects themselves carry none: they are created where missing and never deleted by themselves.
   */
  /*! The tag of one cluster's block. */

  // scripts/policy/panos/objects.ts
  /*! The ranges as port lists that each fit in one service. */
  /*! What of a group's content is readable: namespaces and label values, with a hash where that is not all. */
  /*! With the cluster's name (24 at most) and the hash, 63 is not exceeded. */

  // scripts/policy/panos/ends.ts
  /*! The host-network pods that groups may hold by their nodes' addresses; none where the plugin does not register them. */
  /*! The members whose union is the union of the terms: groups by name, then addresses in ascending order. */
  /*!
   * A registered host-network pod's tags sit on its node's address, which a selector does not mean. Several such pods may
   * share a node, so that one address may carry the labels of all of them.
   */
  /*! How diagnostics name the pods of a term: `shop: app=web, tier in (a, b)`. */

  // scripts/policy/panos/families.ts
  /*! The ends as one or two boxes in which no pods are limited to a family; or the family for which there is no way. */
  /*! The only family of the pods' addresses that the term means, where that is its only limit. */

  // scripts/policy/panos/origin.ts
  /*! Which policies' entries a rule comes from. */
  /*! The entries that a rule belongs to. */
  /*! The origin as reports show it. */

  // scripts/policy/panos/blame.ts
  /*! Whose fault it is that a rule cannot be rendered. */
  /*! Of a rule that joins pairs, only the pairs with a fault of their own are to blame. */

  // scripts/policy/panos/rules.ts
  /*! The name that the rule would like to have. */
  /*! What all pairs of a rule share, so that one more partner renames nothing: the entry's end, ports and attributes. */
  /*! The whole rule; every field that PAN-OS would default is written out. */
  /*! By key, not by index: an entry inserted before it must not edit the rule. */

  // scripts/policy/panos/render.ts
  /*! What tells rules apart that are named for the same entries: two entries of a policy may differ in attributes alone. */
  /*! All isolated pods of one direction as a static group of dynamic groups: isolating more edits an object, not rules. */

  // scripts/policy/translate.ts
  /*!
   * The pipeline from a snapshot to a rulebase: admit, compile, render. A policy that has no exact rule is replaced by its
   * last good version, or left out, and the cluster is translated again; a rejected change stops nobody else.
   */
  /*! Each round replaces at least one policy's version; clusters that need more are refused as a whole. */
  /*! The policies of namespaces that are not excluded. */
  /*! What refuses a cluster before any policy is looked at. */
  /*! Problems of one policy alone come first: without it, those that it has with others may be gone. */
  /*!
   * The candidates with the problems' policies replaced: of each problem, those that still are at a version that has not
   * been committed. undefined: some problem lies between last good versions alone.
   */
  /*! False for a policy that is left out, or at its last good version as a whole. */
  /*! By policy (those that concern none first), field path, code. */

  // scripts/xsoar/memory.ts
  /*! What each document has at least; one that lacks it was edited by hand. */
  var FIELDS = {
    run: ["hash", "incident", "updated", "saved"],
    plan: ["hash", "proofKey", "verdict"],
    approval: ["hash", "decision", "by"],
    applied: ["hash", "policies"],
    "last-good": ["policies"],
    commit: ["committed", "outOfSync", "unpushed", "lagging"],
    push: ["progress"],
    verify: ["since"],
    identity: ["uid"],
    carried: ["incident", "changes"]
  };
  function readWhole(host, cluster, kind) {
    var value = readStored(host, cluster, kind);
    if (value === void 0)
      return void 0;
    var isWhole = typeof value === "object" && value !== null && FIELDS[kind].every(function(field) {
      return hasKey(value, field);
    });
    if (!isWhole)
      throw damagedDocument(cluster, kind);
    return value;
  }
  /*!
   * undefined: nothing is remembered.
   *
   * @throws a user error if it is damaged
   */
  function recall(host, cluster, kind) {
    return readWhole(host, cluster, kind);
  }
  /*! The versions of policies that went live last; empty before the first commit. */
  /*!
   * The rules that the last apply wrote are committed: the policies that they come from are the ones to fall back to from
   * here on.
   */
  /*! The same where somebody committed them in Panorama: as long as nobody knows of the push, the apply is not seen through. */
  /*! Tells the last apply that is not known to be committed from every other; '' where there is none. */
  /*! The changes that an incident carries for others. Only Events hang on them: a damaged list stops nothing. */
  /*! undefined: nothing was applied yet. */
  /*! Pins the name of the cluster to its UID; a known one stays. */

  // scripts/policy/kubernetes/objects.ts
  /*! Lists in lists are followed this far. */
  /*! Flattens documents; what is no Kubernetes object becomes an `object-unreadable` diagnostic. */
  /*! `List`, and the lists of single kinds; a kind that ends so but has no items is an object like others. */
  /*! The object with `apiVersion` and `kind`, which the items of typed lists often leave out. */
  /*! A list with `metadata.continue` is one page; without its last page it must not look whole. */
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
    var first = text2.charAt(0);
    if (first === "{" || first === "[") {
      var parsed2 = parseJson(text2);
      if (parsed2)
        return parsed2;
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
  /*!
   * The text of a war-room entry: what somebody pasted, or the content of a file that somebody uploaded.
   *
   * @throws a user error if there is no such entry, or its file is too long
   */
  /*! JavaScript cannot open files; the automation ReadFile of the pack CommonScripts, which every server has, can. */

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
    var hint = schema.enum ? didYouMean(value, schema.enum) : "";
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
    return "There is no such key." + (didYouMean(key, known) || " Known are " + known.join(", ") + ".");
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
  /*! `{ "services": { NAME: { ... } } }`: the list `CNSeries Security Services`, or the file of `--services`. */

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
      return refused(schemaProblems(PROFILE_SCHEMA, document, "").map(finding));
    }
    if (cluster === void 0 && names.length > 1) {
      return refused([diagnose("profile-cluster-unnamed", { known: shown(names.join(", ")) }, { path: "clusters" })]);
    }
    if (!hasKey(clusters, name)) {
      var params = { cluster: shown(name), known: shown(names.join(", ")), hint: didYouMean(name, names) };
      return refused([diagnose("profile-cluster", params, { path: "clusters" })]);
    }
    var path = memberPath("clusters", name);
    var problems = problemsBeside(PROFILE_SCHEMA, document, "clusters").concat(memberProblems(CLUSTERS_SCHEMA, name, clusters[name], "clusters"));
    if (problems.length > 0)
      return refused(problems.map(finding));
    var profile = withDefaults(clusters[name], name);
    var further = clusterProblems(profile, path).concat(twinProblems(name, names, path));
    if (further.length > 0)
      return refused(further.map(finding));
    return { profile: canonicalProfile(profile), diagnostics: [] };
  }
  function refused(diagnostics) {
    return { profile: void 0, diagnostics: diagnostics };
  }
  function finding(problem) {
    return diagnose("profile-invalid", { reason: problem.reason }, { path: problem.path });
  }
  function withDefaults(given, cluster) {
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
  /*!
   * The profile of one cluster, for what needs no objects.
   *
   * @throws a user error if there is none, or it has a mistake
   */
  function readClusterProfile(host, given) {
    var read = readProfileOf(host, given);
    failOnErrors("The settings of the cluster cannot be used", read.diagnostics);
    if (read.profile === void 0)
      throw userError('There is no profile of the cluster "' + given.cluster + '".');
    return read.profile;
  }
  /*! The profile in the list "CNSeries Clusters": nobody who writes, commits or decides brings another one. */
  function readKeptProfile(host, cluster) {
    return readClusterProfile(host, { cluster: cluster, profile: void 0 });
  }
  /*! @throws a user error with all errors among the diagnostics, where there is one */
  function failOnErrors(what, diagnostics) {
    var errors = diagnostics.filter(isError).map(function(diagnostic) {
      var found = describeDiagnostic(diagnostic);
      var place = [found.file, found.path].filter(function(part) {
        return part !== "";
      }).join(", ");
      return (place === "" ? "" : place + ": ") + found.message + " " + found.remedy;
    });
    if (errors.length > 0)
      throw userError(what + ". " + errors.join(" "));
  }
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
  function sourceOf(host, given, argument, list2) {
    if (given !== void 0)
      return { name: "argument " + argument, content: given };
    var content = readList(host, list2);
    return content === void 0 ? void 0 : { name: "list " + list2, content: content };
  }
  function onlyDocument(source) {
    var parsed2 = parseDocuments(source.content);
    return { value: parsed2.documents[0], diagnostics: placed(parsed2.diagnostics.filter(isError), { file: source.name }) };
  }

  // scripts/xsoar/instances.ts
  /*! The integrations that the pack talks to, by the names that the server knows them by. */
  /*!
   * The instance to pass as `using` on every command: a command without it runs on every instance of its integration.
   *
   * @param named what the cluster profile names; '' for the only active instance
   * @returns '' where nothing is named and the server does not tell which instances there are
   * @throws a user error if nothing is named and there is no active instance, or more than one
   */

  // scripts/xsoar/watcher.ts
  /*!
   * Takes a snapshot from the watcher, or gets one that it still has.
   *
   * @param id '' for a new one. One that the watcher no longer has gives a new one, too: if the cluster is as it was, it has
   * the same id; if not, its plan has another hash.
   * @throws a user error with the watcher's text if it refuses (a list that it may not read), or if what it gives is of
   * another cluster or not whole
   */

  // scripts/xsoar/clusterinput.ts
  /*! The argument by which a cluster is named. */
  var CLUSTER_ARGUMENT = {
    kind: "text",
    required: true,
    description: 'The cluster, by its name in the list "CNSeries Clusters".'
  };
  /*! The arguments by which a whole cluster is handed over. */
  var CLUSTER_ARGUMENTS = {
    cluster: __assign(__assign({}, CLUSTER_ARGUMENT), { positional: true }),
    snapshot_id: {
      kind: "text",
      description: "The ID of a snapshot that the watcher still has, as CNSeries.Plan.SnapshotId holds it. Without it, and without objects, the watcher takes a new snapshot."
    },
    objects: {
      kind: "document",
      description: "All Kubernetes objects of the cluster that matter, as YAML or JSON, instead of a snapshot: NetworkPolicies, Namespaces, Nodes, Pods, Services, EndpointSlices."
    },
    entry_id: __assign(__assign({}, POLICY_ARGUMENTS.entry_id), { description: "The ID of a War Room entry that holds the objects, as text or as a file." }),
    profile: SETTINGS_ARGUMENTS.profile,
    services: SETTINGS_ARGUMENTS.services,
    last_good: {
      kind: "document",
      description: "Last good versions of policies (YAML or JSON), which stand in for versions that are refused. Without it, the versions that went live last are used."
    }
  };
  /*!
   * For what writes, or remembers what is live: settings come from the lists only, which their administrators keep. A person
   * who could bring a profile of his own would write without the approval that the kept one asks for.
   */
  var KEPT_CLUSTER_ARGUMENTS = {
    cluster: CLUSTER_ARGUMENTS.cluster,
    snapshot_id: CLUSTER_ARGUMENTS.snapshot_id,
    objects: CLUSTER_ARGUMENTS.objects,
    entry_id: CLUSTER_ARGUMENTS.entry_id
  };
  /*!
   * Reads and translates the cluster.
   *
   * @throws a user error if the objects are given in several ways, the watcher gives no whole snapshot, another cluster
   * stands behind the name than before, the last good versions cannot be read, or the cluster profile or the security
   * services have a mistake: nothing can be planned with those
   */
  /*! The same with the kept settings. */
  /*! Whether the cluster is read with the kept settings. */
  /*! A cluster that was set up anew has the same name, and none of the policies: its rules must not be taken away. */

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

  // scripts/xsoar/incident.ts
  /*! The incident type of this pack. */
  var INCIDENT_TYPE = "CN-Series Policy Change";
  /*! '' where the script runs in none. */
  /*!
   * Writes fields of the incident, where the script runs in one of this pack; elsewhere it does nothing. What is written is
   * for people to look at: that it cannot be written stops no run.
   *
   * @returns what the server says against it; '' for nothing
   */
  function noteOnIncident(host, fields) {
    if (host.incident === void 0 || host.incident.type !== INCIDENT_TYPE)
      return "";
    var entries = host.executeCommand("setIncident", fields);
    var refused2 = entries.filter(function(entry) {
      return entry.Type === ENTRY_TYPE.error;
    });
    return refused2.length === 0 ? "" : "The incident could not be updated: " + String(refused2[0].Contents);
  }
  /*! The changes that the watcher put into the incident; empty where there is none, or it has another origin. */
  /*! Several lists of changes as one: of each object, the first that names it. */
  /*! The changes in what the watcher found, as JSON text; empty where there are none. */

  // scripts/policy/views/table.ts
  /*! The table of some objects by columns. */
  /*! A cell as one text. */

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
  /*! A table under its title, cut at 200 rows and saying so; without rows, its title and "None.". */

  // scripts/automations/CNSeriesApprove.ts
  var manifest = {
    name: "CNSeriesApprove",
    description: "Approves or rejects the plan with the given hash, for a person who may do so.",
    details: [
      "The decision is bound to the hash: it says nothing about any other plan, and lapses when policies or Panorama change.",
      "The approver is whoever runs this. In a playbook, which runs as the server itself, it is the person who answered the task, given as `approver`; a person who runs this by hand can name nobody else.",
      "If the cluster profile names `approverRoles`, the approver must have one of them. `CNSeriesApply` checks it again."
    ],
    tags: ["CN-Series"],
    arguments: {
      cluster: __assign(__assign({}, CLUSTER_ARGUMENT), { positional: true }),
      plan_hash: { kind: "text", required: true, description: "The hash of the plan, as CNSeriesPlan shows it." },
      decision: {
        kind: "choice",
        choices: ["approve", "reject"],
        defaultValue: "approve",
        description: "The decision."
      },
      reason: { kind: "text", description: "The reason. Needed to reject; the authors of the policies read it." },
      approver: { kind: "text", description: "Who decided. For playbooks only." }
    },
    outputs: [
      { contextPath: "CNSeries.Approval.Cluster", description: "The cluster.", type: "String" },
      { contextPath: "CNSeries.Approval.Hash", description: "The hash of the plan.", type: "String" },
      {
        contextPath: "CNSeries.Approval.Decision",
        description: 'The decision, "approve" or "reject". "refused" if the person may not decide.',
        type: "String"
      },
      { contextPath: "CNSeries.Approval.By", description: "Who decided.", type: "String" },
      {
        contextPath: "CNSeries.Approval.Reason",
        description: "The reason that was given, or why the person may not decide.",
        type: "String"
      }
    ]
  };
  function run(given, host) {
    var profile = readKeptProfile(host, given.cluster);
    var by = approverOf(given, host);
    var reason = given.reason === void 0 ? "" : given.reason;
    if (given.decision === "reject" && reason === "") {
      throw userError("Rejecting a plan needs a reason: the authors of the policies read it.");
    }
    var plan = recall(host, profile.cluster, "plan");
    if (plan === void 0 || plan.hash !== given.plan_hash) {
      throw userError("The last plan of the cluster " + profile.cluster + (plan === void 0 ? " is not known" : " has the hash " + plan.hash) + ". Run CNSeriesPlan, look at what it shows, and decide on that.");
    }
    var head = { Cluster: profile.cluster, Hash: given.plan_hash, By: by };
    var refusal = roleRefusal(host, profile, by);
    if (refusal !== void 0)
      return [entryOf(__assign(__assign({}, head), { Decision: "refused", Reason: refusal }))];
    var time = (/* @__PURE__ */ new Date()).toISOString();
    writeApproval(host, profile.cluster, {
      hash: given.plan_hash,
      decision: given.decision,
      by: by,
      reason: reason,
      time: time
    });
    noteOnIncident(host, given.decision === "approve" ? { cnseriesapprovedby: by } : { cnseriesrejectionreason: by + ": " + reason });
    return [entryOf(__assign(__assign({}, head), { Decision: given.decision, Reason: reason }))];
  }
  function approverOf(given, host) {
    var user = currentUser(host);
    if (user === void 0) {
      if (given.approver !== void 0)
        return given.approver;
      throw userError('Nobody knows who decides: in a playbook, give the person who answered as "approver".');
    }
    if (given.approver === void 0 || given.approver === user.name)
      return user.name;
    throw userError("You are " + user.name + " and cannot decide as " + given.approver + ".");
  }
  var TITLES = {
    approve: "Approved",
    reject: "Rejected",
    refused: "Not allowed to decide"
  };
  function entryOf(data) {
    var who = data.Decision === "refused" ? "" : paragraph("By " + data.By + ", for the plan " + data.Hash + " only.");
    var text2 = heading(2, TITLES[data.Decision] + ": " + data.Cluster) + who + paragraph(data.Reason);
    return resultEntry(text2, "CNSeries.Approval(val.Cluster == obj.Cluster)", data);
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
