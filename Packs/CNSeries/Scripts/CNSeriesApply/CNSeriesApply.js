// Made by "npm run build" from scripts/automations/CNSeriesApply.ts; change that file instead.
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
        var result2 = "";
        for (var cycle = 0; cycle < count; cycle += 1) {
          result2 += string;
        }
        return result2;
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
        var result2 = "";
        var lineNoLength = Math.min(mark.line + options.linesAfter, lineEnds.length).toString().length;
        var maxLineLength = options.maxLength - (options.indent + lineNoLength + 3);
        for (var i = 1; i <= options.linesBefore; i++) {
          if (foundLineNo - i < 0)
            break;
          var line_1 = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
          result2 = common.repeat(" ", options.indent) + padStart((mark.line - i + 1).toString(), lineNoLength) + " | " + line_1.str + "\n" + result2;
        }
        var line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
        result2 += common.repeat(" ", options.indent) + padStart((mark.line + 1).toString(), lineNoLength) + " | " + line.str + "\n";
        result2 += common.repeat("-", options.indent + lineNoLength + 3 + line.pos) + "^\n";
        for (var i = 1; i <= options.linesAfter; i++) {
          if (foundLineNo + i >= lineEnds.length)
            break;
          var line_2 = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
          result2 += common.repeat(" ", options.indent) + padStart((mark.line + i + 1).toString(), lineNoLength) + " | " + line_2.str + "\n";
        }
        return result2.replace(/\n$/, "");
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
        var result2 = {};
        if (map !== null) {
          Object.keys(map).forEach(function(style) {
            map[style].forEach(function(alias) {
              result2[String(alias)] = style;
            });
          });
        }
        return result2;
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
        var result2 = [];
        schema[name].forEach(function(currentType) {
          var newIndex = result2.length;
          result2.forEach(function(previousType, previousIndex) {
            if (previousType.tag === currentType.tag && previousType.kind === currentType.kind && previousType.multi === currentType.multi) {
              newIndex = previousIndex;
            }
          });
          result2[newIndex] = currentType;
        });
        return result2;
      }
      function compileMap() {
        var result2 = {
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
            result2.multi[type.kind].push(type);
            result2.multi["fallback"].push(type);
          } else {
            result2[type.kind][type.tag] = result2["fallback"][type.tag] = type;
          }
        }
        for (var index = 0, length = arguments.length; index < length; index += 1) {
          arguments[index].forEach(collectType);
        }
        return result2;
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
        var result2 = Object.create(Schema.prototype);
        result2.implicit = (this.implicit || []).concat(implicit);
        result2.explicit = (this.explicit || []).concat(explicit);
        result2.compiledImplicit = compileList(result2, "implicit");
        result2.compiledExplicit = compileList(result2, "explicit");
        result2.compiledTypeMap = compileMap(result2.compiledImplicit, result2.compiledExplicit);
        return result2;
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
        var names2 = Object.keys(transaction);
        for (var index = 0, length = names2.length; index < length; index += 1) {
          var name = names2[index];
          if (!_hasOwnProperty.call(parent, name)) {
            parent[name] = transaction[name];
          }
        }
      }
      function rollbackAnchorTransaction(state) {
        var transaction = state.anchorMapTransactions.pop();
        var names2 = Object.keys(transaction);
        for (var index = names2.length - 1; index >= 0; index -= 1) {
          var entry = transaction[names2[index]];
          if (entry.existed) {
            state.anchorMap[names2[index]] = entry.value;
          } else {
            delete state.anchorMap[names2[index]];
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
  function togetherText(places2) {
    if (places2.length === 0)
      return "";
    var named = places2.slice(0, MOST_NAMED).join(", ");
    var more = places2.length - MOST_NAMED;
    return " It takes part together with " + named + (more > 0 ? " and " + String(more) + " more" : "") + ".";
  }
  function fill(text2, params) {
    return text2.replace(/\{([a-zA-Z]+)\}/g, function(_whole, name) {
      return String(params[name]);
    });
  }

  // scripts/policy/judged.ts
  /*!
   * @param refusals of the translation
   * @param diagnostics of reading the objects: of a policy that was given twice with different content, neither is compiled
   */
  function judgedVersions(refusals, diagnostics) {
    var leftOut = [];
    var replaced = [];
    for (var _i = 0, refusals_1 = refusals; _i < refusals_1.length; _i++) {
      var refusal = refusals_1[_i];
      if (refusal.standIn)
        replaced.push(refusal.standIn);
      else
        leftOut.push(refusal.policy);
    }
    for (var _a = 0, diagnostics_1 = diagnostics; _a < diagnostics_1.length; _a++) {
      var found = diagnostics_1[_a];
      var policy = found.where.policy;
      if (found.code !== "policy-duplicate" || !policy)
        continue;
      leftOut.push({ namespace: policy.namespace, name: policy.name, uid: "" });
    }
    return { leftOut: leftOut, replaced: replaced };
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

  // scripts/policy/plan/audit.ts
  /*! Enforcement `audit` (DESIGN section 5): what isolation would deny is allowed and logged, under a tag of its own. */
  /*! With a dot: a tag of a cluster is `cnseries-` and the cluster's name, and a cluster may be called "audit". */
  var AUDIT_TAG = "cnseries.audit";
  var AUDIT_TAG_ENTRY = {
    kind: "tag",
    name: AUDIT_TAG,
    comments: "Allows and logs what would be denied if this cluster were enforced."
  };
  var AUDIT_WORDS = "Audit only, allowed and logged; if enforced, denied: ";
  /*! The rulebase as the profile's `enforcement` wants it in Panorama. Quarantine is no isolation: it is denied in both. */
  function auditRulebase(rulebase, profile) {
    var quarantine = rulebase.cluster + "._quarantine";
    function isAudited2(rule) {
      return rule.action !== "allow" && rule.name !== quarantine;
    }
    if (profile.enforcement === "enforce" || !rulebase.rules.some(isAudited2))
      return rulebase;
    return __assign(__assign({}, rulebase), { tags: [AUDIT_TAG_ENTRY].concat(rulebase.tags), rules: rulebase.rules.map(function(rule) {
      return isAudited2(rule) ? auditRule(rule) : rule;
    }) });
  }
  function auditRule(rule) {
    return __assign(__assign({}, rule), { action: "allow", logEnd: true, tags: rule.tags.concat([AUDIT_TAG]), description: (AUDIT_WORDS + rule.description).slice(0, LIMITS.ruleDescription).trim() });
  }
  /*! True for a rule that stands for a deny which is not enforced. */
  function isAuditRule(rule) {
    return rule.tags.indexOf(AUDIT_TAG) >= 0;
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
    var after2 = nextAddress(hole.to);
    if (before && compareAddresses(range.from, before) <= 0)
      into.push({ from: range.from, to: before });
    if (after2 && compareAddresses(after2, range.to) <= 0)
      into.push({ from: after2, to: range.to });
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

  // scripts/policy/sha256.ts
  /*! SHA-256 (FIPS 180-4) over UTF-8, for hashes that approvals are bound to. */
  /*! The hash of a text as 64 hexadecimal digits. A lone surrogate counts as U+FFFD, as in the Encoding standard. */
  function sha256(text2) {
    var words = paddedWords(text2);
    var state = INITIAL.slice();
    var schedule = ROUNDS.slice();
    for (var start = 0; start < words.length; start += 16)
      compress(state, words, start, schedule);
    return state.map(hex).join("");
  }
  /*! FIPS 180-4, 5.3.3 and 4.2.2: the first 32 bits of the fractional parts of the square roots of the first 8 primes, and */
  /*! of the cube roots of the first 64. */
  var INITIAL = signed([
    1779033703,
    3144134277,
    1013904242,
    2773480762,
    1359893119,
    2600822924,
    528734635,
    1541459225
  ]);
  var ROUNDS = signed([
    1116352408,
    1899447441,
    3049323471,
    3921009573,
    961987163,
    1508970993,
    2453635748,
    2870763221,
    3624381080,
    310598401,
    607225278,
    1426881987,
    1925078388,
    2162078206,
    2614888103,
    3248222580,
    3835390401,
    4022224774,
    264347078,
    604807628,
    770255983,
    1249150122,
    1555081692,
    1996064986,
    2554220882,
    2821834349,
    2952996808,
    3210313671,
    3336571891,
    3584528711,
    113926993,
    338241895,
    666307205,
    773529912,
    1294757372,
    1396182291,
    1695183700,
    1986661051,
    2177026350,
    2456956037,
    2730485921,
    2820302411,
    3259730800,
    3345764771,
    3516065817,
    3600352804,
    4094571909,
    275423344,
    430227734,
    506948616,
    659060556,
    883997877,
    958139571,
    1322822218,
    1537002063,
    1747873779,
    1955562222,
    2024104815,
    2227730452,
    2361852424,
    2428436474,
    2756734187,
    3204031479,
    3329325298
  ]);
  /*! As bit operations give them: engines keep such lists as integers. */
  function signed(words) {
    return words.map(function(word) {
      return word | 0;
    });
  }
  /*! UTF-8, then a one bit, zeros, and the length in bits, as big-endian words; a multiple of 16 of them. */
  function paddedWords(text2) {
    var words = [];
    var word = 0;
    var length = 0;
    function add2(byte) {
      word = word << 8 | byte;
      length++;
      if ((length & 3) === 0)
        words.push(word);
    }
    for (var _i = 0, _a = chunksOf(text2); _i < _a.length; _i++) {
      var chunk = _a[_i];
      var units = chunk.length;
      for (var i = 0; i < units; i++) {
        var code = codePointAt(chunk, i);
        if (code < 128) {
          /*! What add does, without a call: nearly all that is hashed is ASCII. */
          word = word << 8 | code;
          length++;
          if ((length & 3) === 0)
            words.push(word);
        } else if (code < 2048) {
          add2(192 | code >> 6);
          add2(128 | code & 63);
        } else if (code < 65536) {
          add2(224 | code >> 12);
          add2(128 | code >> 6 & 63);
          add2(128 | code & 63);
        } else {
          i++;
          add2(240 | code >> 18);
          add2(128 | code >> 12 & 63);
          add2(128 | code >> 6 & 63);
          add2(128 | code & 63);
        }
      }
    }
    var bytes = length;
    add2(128);
    while ((length & 63) !== 56)
      add2(0);
    words.push(Math.floor(bytes / 536870912), bytes << 3 | 0);
    return words;
  }
  function codePointAt(text2, index) {
    var unit = text2.charCodeAt(index);
    if (unit < 55296 || unit > 57343)
      return unit;
    var next = index + 1 < text2.length ? text2.charCodeAt(index + 1) : 0;
    if (unit > 56319 || next < 56320 || next > 57343)
      return 65533;
    return 65536 + (unit - 55296 << 10) + (next - 56320);
  }
  /*! Rotations stand where they are needed: a call costs more than the operation in an engine that interprets. */
  function compress(state, words, start, schedule) {
    for (var i = 0; i < 16; i++)
      schedule[i] = words[start + i];
    for (var i = 16; i < 64; i++) {
      var early = schedule[i - 15];
      var late = schedule[i - 2];
      var small = (early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^ early >>> 3;
      var large = (late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^ late >>> 10;
      schedule[i] = schedule[i - 16] + small + schedule[i - 7] + large | 0;
    }
    var a = state[0];
    var b = state[1];
    var c = state[2];
    var d = state[3];
    var e = state[4];
    var f = state[5];
    var g = state[6];
    var h = state[7];
    for (var i = 0; i < 64; i++) {
      var sumE = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
      var first2 = h + sumE + (e & f ^ ~e & g) + ROUNDS[i] + schedule[i] | 0;
      var sumA = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      var second = sumA + (a & b ^ a & c ^ b & c) | 0;
      h = g;
      g = f;
      f = e;
      e = d + first2 | 0;
      d = c;
      c = b;
      b = a;
      a = first2 + second | 0;
    }
    state[0] = state[0] + a | 0;
    state[1] = state[1] + b | 0;
    state[2] = state[2] + c | 0;
    state[3] = state[3] + d | 0;
    state[4] = state[4] + e | 0;
    state[5] = state[5] + f | 0;
    state[6] = state[6] + g | 0;
    state[7] = state[7] + h | 0;
  }
  /*! By halves: engines are slow at writing numbers that are no small integers. */
  function hex(word) {
    return hexOfHalf(word >>> 16) + hexOfHalf(word & 65535);
  }
  function hexOfHalf(half) {
    return (65536 + half).toString(16).slice(1);
  }

  // scripts/policy/plan/same.ts
  /*! True for entries with the same content; far cheaper than comparing their canonical texts. */
  function isSameEntry(a, b) {
    return isSameValue(a, b);
  }
  /*! Plain data; a member that is undefined counts as absent. */
  function isSameValue(a, b) {
    if (a === b)
      return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
      return false;
    if (Array.isArray(a) !== Array.isArray(b))
      return false;
    return hasMembersOf(a, b) && hasNoMore(a, b);
  }
  function hasMembersOf(a, b) {
    for (var _i = 0, _a = Object.keys(b); _i < _a.length; _i++) {
      var key = _a[_i];
      if (!isSameValue(a[key], b[key]))
        return false;
    }
    return true;
  }
  function hasNoMore(a, b) {
    for (var _i = 0, _a = Object.keys(a); _i < _a.length; _i++) {
      var key = _a[_i];
      if (b[key] === void 0 && a[key] !== void 0)
        return false;
    }
    return true;
  }

  // scripts/policy/plan/objectchanges.ts
  function indexObjects(state) {
    var index = {};
    for (var _i = 0, _a = state.objects; _i < _a.length; _i++) {
      var object2 = _a[_i];
      if (object2.kind === "tag" || isOurs(object2, state))
        index[object2.kind + " " + object2.name] = object2;
    }
    return {
      find: function(kind, name) {
        var key = kind + " " + name;
        return hasKey(index, key) ? index[key] : void 0;
      }
    };
  }
  /*! True for what this plan may change and delete. */
  function isOurs(object2, state) {
    return object2.kind !== "tag" && object2.owned && object2.location === state.deviceGroup;
  }
  function compareObjects(desired, state) {
    var index = indexObjects(state);
    var created = [];
    var repaired = [];
    var grown = [];
    var shrunk = [];
    /*! Static groups name dynamic ones. */
    var groups = desired.addressGroups.filter(isDynamic).concat(desired.addressGroups.filter(isStatic));
    var entries = desired.tags.concat(groups, desired.services);
    for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
      var entry = entries_1[_i];
      var kind = entry.kind;
      var old = index.find(kind, entry.name);
      if (!old)
        created.push({ op: "create", kind: kind, name: entry.name, after: entry });
      else if (entry.kind === "tag" || isSameEntry(old.entry, entry))
        continue;
      else if (old.entry && isStaticGroup(old.entry) && isStaticGroup(entry)) {
        pushStatic(grown, shrunk, old.entry, entry);
      } else
        repaired.push(replace(old.entry, entry));
    }
    return {
      first: created.concat(repaired),
      grown: grown,
      shrunk: shrunk,
      last: deletions(desired, state)
    };
  }
  function pushStatic(grown, shrunk, old, entry) {
    var members = unionOfMembers(old, entry);
    var union = __assign(__assign({}, entry), { match: { type: "static", members: members } });
    if (members.length === entry.match.members.length)
      grown.push(replace(old, entry));
    else if (members.length === old.match.members.length)
      shrunk.push(replace(old, entry));
    else {
      grown.push(replace(old, union));
      shrunk.push(replace(union, entry));
    }
  }
  /*! What a static group holds while it changes: what some rule needs before, and what some rule needs after. */
  function unionOfMembers(old, entry) {
    return sortedUnique(old.match.members.concat(entry.match.members));
  }
  function replace(before, after2) {
    return { op: "replace", kind: after2.kind, name: after2.name, before: before, after: after2, uuid: "" };
  }
  function deletions(desired, state) {
    var unneeded = unneededObjects(desired, state);
    var kept = {};
    for (var _i = 0, unneeded_1 = unneeded; _i < unneeded_1.length; _i++) {
      var object2 = unneeded_1[_i];
      if (!object2.usedByOthers || !object2.entry || !isStaticGroup(object2.entry))
        continue;
      for (var _a = 0, _b = object2.entry.match.members; _a < _b.length; _a++) {
        var member = _b[_a];
        kept[member] = true;
      }
    }
    var objects = unneeded.filter(function(object3) {
      return !object3.usedByOthers && !(object3.kind === "address-group" && hasKey(kept, object3.name));
    });
    function holdsGroups(object3) {
      return object3.entry === void 0 || isStaticGroup(object3.entry);
    }
    var holders = objects.filter(holdsGroups);
    var rest = objects.filter(function(object3) {
      return !holdsGroups(object3);
    });
    return holders.concat(rest).map(function(object3) {
      return {
        op: "delete",
        kind: object3.kind,
        name: object3.name,
        before: object3.entry,
        position: { where: "bottom", anchor: "" }
      };
    });
  }
  /*! Objects of ours that the compiled rulebase does not have, in the order as read. */
  function unneededObjects(desired, state) {
    var needed = {};
    for (var _i = 0, _a = desired.addressGroups; _i < _a.length; _i++) {
      var entry = _a[_i];
      needed["address-group " + entry.name] = true;
    }
    for (var _b = 0, _c = desired.services; _b < _c.length; _b++) {
      var entry = _c[_b];
      needed["service " + entry.name] = true;
    }
    return state.objects.filter(function(object2) {
      return isOurs(object2, state) && !hasKey(needed, object2.kind + " " + object2.name);
    });
  }
  function isStaticGroup(entry) {
    return entry.kind === "address-group" && entry.match.type === "static";
  }
  function isStatic(group) {
    return group.match.type === "static";
  }
  function isDynamic(group) {
    return group.match.type === "dynamic";
  }

  // scripts/policy/plan/hash.ts
  /*!
   * SHA-256 of lists of texts: each text is hashed, then the list of hashes. One long text would cost far more in Otto, and
   * this way no text can run into the next.
   */
  function hashOfTexts(texts) {
    return sha256(texts.map(sha256).join("\n"));
  }
  /*! A run plans several times for one rulebase, and hashing is the dearest part of a plan in slow engines. */
  var lastHashed;
  /*! Of the compiled block and its objects. */
  function rulebaseHash(rulebase) {
    if (lastHashed === void 0 || lastHashed.rulebase !== rulebase) {
      lastHashed = { rulebase: rulebase, hash: computedHash(rulebase) };
    }
    return lastHashed.hash;
  }
  function computedHash(rulebase) {
    var entries = rulebase.tags.concat(rulebase.addressGroups, rulebase.services, rulebase.rules);
    var place = canonicalJson([rulebase.cluster, rulebase.deviceGroup, rulebase.rulebase]);
    return hashOfTexts([place].concat(entries.map(canonicalJson)));
  }
  /*!
   * Of our rules in their order and our objects as read, and of the rules of others that decide before ours, which are part
   * of what is approved. Whatever else others do beside the block does not change it.
   *
   * @param ofOthers `foreignHash`
   */
  function stateHash(state, ofOthers) {
    var texts = [canonicalJson([state.deviceGroup, state.rulebase]), ofOthers];
    for (var _i = 0, _a = state.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      if (rule.owned)
        texts.push(rule.name + "\n" + rule.text);
    }
    var objects = [];
    for (var _b = 0, _c = state.objects; _b < _c.length; _b++) {
      var object2 = _c[_b];
      if (isOurs(object2, state))
        objects.push(object2.kind + " " + object2.name + "\n" + object2.text);
    }
    return hashOfTexts(texts.concat(objects.sort()));
  }
  /*! Of a plan: what an approval is bound to. */
  function planHash(desiredHash, ofState, operations) {
    return sha256([desiredHash, ofState].concat(operations.map(operationText)).join("\n"));
  }
  /*! What is created stands in the hash of the compiled block, what is deleted in that of the state. */
  function operationText(operation) {
    switch (operation.op) {
      case "create":
      case "delete":
        return canonicalJson([operation.op, operation.kind, operation.name]);
      case "move":
        return canonicalJson([operation.op, operation.name, operation.to.where, operation.to.anchor]);
      case "replace":
        return sha256(canonicalJson(operation));
    }
  }

  // scripts/policy/plan/literals.ts
  /*! The addresses that a member of `source` or `destination` stands for: an address, a CIDR block or a range `a-b`; none for names. */
  function literalAddresses(member) {
    var block = parseCidr(member);
    if (block)
      return [block];
    var ends = member.split("-").map(parseAddress);
    var from = ends[0];
    var to = ends[ends.length - 1];
    if (ends.length > 2 || !from || !to || familyOf(from) !== familyOf(to))
      return [];
    return [{ from: from, to: to }];
  }

  // scripts/policy/plan/foreign.ts
  function surroundingsOf(desired, state, profile, place) {
    var networks = clusterNetworks(profile);
    function concerns(rule) {
      return meetsZones(rule, profile) && (isOfCluster(rule.source, networks) || isOfCluster(rule.destination, networks));
    }
    var audited = desired.rules.some(isAuditRule);
    var below = audited ? foreignRules(state, place.end, state.rules.length).concat(state.below).filter(denies) : [];
    return {
      preceding: state.above.concat(foreignRules(state, 0, place.start)).filter(concerns),
      shadowed: below.filter(concerns).concat(audited ? denyingDefaults(state, profile) : [])
    };
  }
  /*! As situations, for a cluster that may be new to this device group. */
  function foreignSituations(surroundings, state, profile) {
    var found = [];
    if (surroundings.preceding.length > 0)
      found.push(__assign({ kind: "preceded" }, ruleList(surroundings.preceding)));
    if (surroundings.shadowed.length > 0)
      found.push(__assign({ kind: "audit-opens" }, ruleList(surroundings.shadowed)));
    var defaults = state.defaultRules;
    var isNew = !state.rules.some(function(rule) {
      return rule.owned;
    });
    var isOverridden = defaults.intrazone !== BUILT_IN.intrazone || defaults.interzone !== BUILT_IN.interzone;
    if ((isNew || isOverridden) && denyingDefaults(state, profile).length > 0) {
      found.push({ kind: "unmatched", intrazone: defaults.intrazone, interzone: defaults.interzone });
    }
    return found;
  }
  /*! '' where no rule of others matters. */
  function foreignHash(surroundings) {
    var rules = surroundings.preceding.concat(surroundings.shadowed);
    return rules.length === 0 ? "" : hashOfTexts(rules.map(canonicalJson));
  }
  /*! PAN-OS: within a zone everything is allowed, between zones nothing (vendor, "Defining Policies on Panorama"). */
  var BUILT_IN = { intrazone: "allow", interzone: "deny" };
  function foreignRules(state, start, end) {
    var found = [];
    for (var i = start; i < end; i++) {
      var rule = state.rules[i].foreign;
      if (rule)
        found.push(rule);
    }
    return found;
  }
  function denies(rule) {
    return rule.action !== "allow";
  }
  /*! Default rules that deny where this cluster's pods may be. Between zones nothing happens where there is only one. */
  function denyingDefaults(state, profile) {
    var zones = profile.zones.from.concat(profile.zones.to);
    var isOneZone = zones.every(function(zone) {
      return zone !== "any" && zone === zones[0];
    });
    var found = [];
    if (state.defaultRules.intrazone !== "allow")
      found.push(defaultRule("intrazone-default", state.defaultRules.intrazone));
    if (state.defaultRules.interzone !== "allow" && !isOneZone) {
      found.push(defaultRule("interzone-default", state.defaultRules.interzone));
    }
    return found;
  }
  function defaultRule(name, action) {
    return { name: name, location: "default rules", action: action, from: [], to: [], source: [], destination: [] };
  }
  function meetsZones(rule, profile) {
    return meets(rule.from, profile.zones.from) && meets(rule.to, profile.zones.to);
  }
  function meets(zones, ours) {
    if (isEverything(zones) || isEverything(ours))
      return true;
    return zones.some(function(zone) {
      return ours.indexOf(zone) >= 0;
    });
  }
  function isEverything(members) {
    return members.length === 0 || members.indexOf("any") >= 0;
  }
  /*! The networks of pods and Services; undefined where the profile does not tell all that are seen. */
  function clusterNetworks(profile) {
    if (profile.podCIDRs === void 0)
      return void 0;
    if (profile.serviceCIDRs === void 0 && profile.inspection === "both-ends")
      return void 0;
    var networks = [];
    for (var _i = 0, _a = profile.podCIDRs.concat(profile.serviceCIDRs || []); _i < _a.length; _i++) {
      var cidr = _a[_i];
      networks = networks.concat(literalAddresses(cidr));
    }
    return addressSet(networks);
  }
  /*! Whether one end of a rule may be pods or Services of the cluster; a name may stand for any address. */
  function isOfCluster(members, networks) {
    if (networks === void 0 || isEverything(members))
      return true;
    return members.some(function(member) {
      var addresses = literalAddresses(member);
      return addresses.length === 0 || intersectAddresses(addressSet(addresses), networks).length > 0;
    });
  }
  /*! So many rules are named; a plan goes into an incident. */
  var NAMED = 20;
  function ruleList(rules) {
    var named = rules.slice(0, NAMED).map(function(rule) {
      return rule.name + " (" + rule.action + ", " + rule.location + ")";
    });
    return { rules: named, count: rules.length };
  }

  // scripts/policy/plan/external.ts
  /*! Allows that open to the networks of `guardRails.approveExternal`, by default the whole Internet. */
  /*!
   * The names of new or changed allows one of whose ends is `any`, or literal addresses that hold more than half of one of
   * the networks: "the Internet without private networks" is written as many ranges of which none holds all of it.
   * A change of attributes alone opens nothing.
   */
  function externalRules(operations, cidrs) {
    var networks = [];
    for (var _i = 0, cidrs_1 = cidrs; _i < cidrs_1.length; _i++) {
      var cidr = cidrs_1[_i];
      networks.push(literalAddresses(cidr));
    }
    var found = {};
    var names2 = [];
    for (var _a = 0, operations_1 = operations; _a < operations_1.length; _a++) {
      var operation = operations_1[_a];
      if (!opens(operation) || hasKey(found, "=" + operation.name))
        continue;
      if (!isExternal(operation.after.source, networks) && !isExternal(operation.after.destination, networks))
        continue;
      found["=" + operation.name] = true;
      names2.push(operation.name);
    }
    return names2;
  }
  function opens(operation) {
    if (operation.op !== "create" && operation.op !== "replace")
      return false;
    var after2 = operation.after;
    if (after2.kind !== "rule" || after2.action !== "allow" || isAuditRule(after2))
      return false;
    var before = operation.op === "replace" ? operation.before : void 0;
    return before === void 0 || before.kind !== "rule" || matchText(before) !== matchText(after2);
  }
  /*! What decides which connections the rule takes, and what it does with them. */
  function matchText(rule) {
    return [rule.from, rule.to, rule.source, rule.destination, rule.application, rule.service, rule.category].map(function(names2) {
      return names2.join(",");
    }).concat([rule.action, String(isAuditRule(rule))]).join(" ");
  }
  function isExternal(members, networks) {
    if (networks.length === 0)
      return false;
    if (members.indexOf("any") >= 0)
      return true;
    var literals = [];
    for (var _i = 0, members_1 = members; _i < members_1.length; _i++) {
      var member = members_1[_i];
      literals = literals.concat(literalAddresses(member));
    }
    if (literals.length === 0)
      return false;
    var all = addressSet(literals);
    return networks.some(function(network) {
      return sizeOf(intersectAddresses(all, network)) * 2 > sizeOf(network);
    });
  }
  /*! How many addresses, as nearly as a number can say. */
  function sizeOf(set) {
    var size = 0;
    for (var _i = 0, set_1 = set; _i < set_1.length; _i++) {
      var range = set_1[_i];
      size += numberOf(range.to) - numberOf(range.from) + 1;
    }
    return size;
  }
  function numberOf(address) {
    return address.reduce(function(number, word) {
      return number * 65536 + word;
    }, 0);
  }

  // scripts/policy/plan/guardrails.ts
  function countOperations(operations) {
    var counts = { created: 0, changed: 0, deleted: 0, deletedRules: 0, moved: 0 };
    var changed3 = {};
    for (var _i = 0, operations_1 = operations; _i < operations_1.length; _i++) {
      var operation = operations_1[_i];
      switch (operation.op) {
        case "create":
          counts.created++;
          break;
        case "replace": {
          var key = operation.kind + " " + operation.name;
          if (!hasKey(changed3, key))
            counts.changed++;
          changed3[key] = true;
          break;
        }
        case "move":
          counts.moved++;
          break;
        case "delete":
          counts.deleted++;
          if (operation.kind === "rule")
            counts.deletedRules++;
          break;
      }
    }
    return counts;
  }
  /*! Why a human must approve the operations (DESIGN section 5, `guardRails`). Nothing to do needs no approval. */
  function approvalReasons(desired, state, profile, operations, neighbours) {
    if (operations.length === 0)
      return [];
    var rails = profile.guardRails;
    var counts = countOperations(operations);
    var owned = state.rules.filter(function(rule) {
      return rule.owned;
    });
    var wasAudited = owned.some(isAudited);
    var wasEnforced = owned.length > 0 && !wasAudited;
    var isKnown = neighbours.isKnown;
    var _a = neighbours.surroundings, preceding = _a.preceding, shadowed = _a.shadowed;
    var reasons = [
      ["always", rails.approveAlways],
      ["many-changes", counts.created + counts.changed + counts.deleted > rails.maxChanges],
      ["many-deletes", counts.deletedRules > rails.maxDeletes],
      ["large-deleted-share", counts.deletedRules > rails.maxDeletedShare * owned.length],
      ["many-moves", counts.moved > rails.maxMoves],
      ["external-address", externalRules(operations, rails.approveExternal).length > 0],
      ["empties-block", desired.rules.length === 0 && owned.length > 0],
      ["first-enforce", profile.enforcement === "enforce" && desired.rules.length > 0 && !wasEnforced],
      ["preceded", preceding.length > 0 && !(isKnown === void 0 ? owned.length > 0 : isKnown)],
      ["audit-opens", shadowed.length > 0 && !(isKnown === void 0 ? wasAudited : isKnown)]
    ];
    var found = [];
    for (var _i = 0, reasons_1 = reasons; _i < reasons_1.length; _i++) {
      var reason = reasons_1[_i];
      if (reason[1])
        found.push(reason[0]);
    }
    return found;
  }
  function isAudited(rule) {
    return rule.owned && rule.entry !== void 0 && isAuditRule(rule.entry);
  }

  // scripts/policy/plan/invert.ts
  /*!
   * The operations that undo what was done, last first: the rulebase goes back through the same states, so that they are
   * as safe as the way there. A deleted rule comes back at the end and moves to where it stood; until then nothing but what
   * it allowed before reaches it.
   *
   * What cannot be written back (`before` undefined) stays as the operation left it.
   *
   * @param done what was carried out: a plan's operations, or its first ones
   */
  function invertOperations(done2) {
    var inverse = [];
    var lost = {};
    for (var i = done2.length - 1; i >= 0; i--) {
      for (var _i = 0, _a = inverseOf(done2[i], lost); _i < _a.length; _i++) {
        var operation = _a[_i];
        inverse.push(operation);
      }
    }
    return inverse;
  }
  var BOTTOM = { where: "bottom", anchor: "" };
  function inverseOf(done2, lost) {
    switch (done2.op) {
      case "create":
        return [{ op: "delete", kind: done2.kind, name: done2.name, before: done2.after, position: BOTTOM }];
      case "replace":
        return done2.before === void 0 ? [] : [__assign(__assign({}, done2), { before: done2.after, after: done2.before })];
      case "move":
        return [__assign(__assign({}, done2), { from: done2.to, to: withoutLost(done2.from, lost) })];
      case "delete":
        return recreate(done2, lost);
    }
  }
  function recreate(done2, lost) {
    var position = withoutLost(done2.position, lost);
    if (done2.before === void 0) {
      lost["=" + done2.name] = position;
      return [];
    }
    var created = { op: "create", kind: done2.kind, name: done2.name, after: done2.before };
    if (done2.kind !== "rule" || position.where === "bottom")
      return [created];
    return [created, { op: "move", kind: "rule", name: done2.name, from: BOTTOM, to: position }];
  }
  function withoutLost(position, lost) {
    var key = "=" + position.anchor;
    return position.where === "after" && hasKey(lost, key) ? lost[key] : position;
  }

  // scripts/policy/plan/liveorder.ts
  /*! @param names all rules of the rulebase from the top; each name once */
  function createLiveOrder(names2) {
    /*! A ring of positions: 0 stands for both ends. */
    var ids = {};
    var nameOf4 = [""];
    var next = [0];
    var previous = [0];
    function link(id, above) {
      var below = next[above];
      next[above] = id;
      previous[id] = above;
      next[id] = below;
      previous[below] = id;
    }
    function unlink(id) {
      next[previous[id]] = next[id];
      previous[next[id]] = previous[id];
    }
    function append(name2) {
      var id = nameOf4.length;
      nameOf4.push(name2);
      ids["=" + name2] = id;
      link(id, previous[0]);
    }
    function positionOf(name2) {
      var id = ids["=" + name2];
      if (next[id] === 0)
        return { where: "bottom", anchor: "" };
      return after(nameOf4[previous[id]]);
    }
    for (var _i = 0, names_1 = names2; _i < names_1.length; _i++) {
      var name = names_1[_i];
      append(name);
    }
    return {
      append: append,
      positionOf: positionOf,
      move: function(name2, above) {
        var id = ids["=" + name2];
        var anchor = above === "" ? 0 : ids["=" + above];
        if (previous[id] === anchor)
          return void 0;
        var from = positionOf(name2);
        unlink(id);
        link(id, anchor);
        return { from: from, to: after(above) };
      },
      remove: function(name2) {
        unlink(ids["=" + name2]);
      }
    };
  }
  function after(above) {
    return above === "" ? { where: "top", anchor: "" } : { where: "after", anchor: above };
  }

  // scripts/policy/plan/moves.ts
  /*!
   * The positions of a heaviest strictly increasing subsequence, ascending. With equal weights it is a longest one: what is
   * not in it must move, and nothing else.
   *
   * @param values different whole numbers from 0
   * @param weights positive, one for each value
   */
  function heaviestIncreasing(values, weights) {
    var size = values.reduce(function(most, value) {
      return Math.max(most, value + 1);
    }, 0);
    var total = [];
    var previous = [];
    /*! A Fenwick tree: the heaviest subsequence that ends with a value below a bound, by its last position; -1 for none. */
    var tree = [];
    for (var i = 0; i <= size; i++)
      tree.push(-1);
    var last = -1;
    for (var i = 0; i < values.length; i++) {
      var before = -1;
      for (var node = values[i]; node > 0; node -= node & -node)
        before = heavier(total, before, tree[node]);
      previous.push(before);
      total.push(weights[i] + (before < 0 ? 0 : total[before]));
      for (var node = values[i] + 1; node <= size; node += node & -node)
        tree[node] = heavier(total, tree[node], i);
      last = heavier(total, last, i);
    }
    var positions = [];
    for (var i = last; i >= 0; i = previous[i])
      positions.push(i);
    return positions.reverse();
  }
  function heavier(total, a, b) {
    if (a < 0 || b < 0)
      return Math.max(a, b);
    return total[b] > total[a] ? b : a;
  }

  // scripts/policy/plan/rulechanges.ts
  /*! Names that others hold are not looked at: a plan with one is refused. */
  function compareRules(desired, state) {
    var indexes2 = {};
    state.rules.forEach(function(rule, index) {
      if (rule.owned)
        indexes2["=" + rule.name] = index;
    });
    var stays = {};
    var rules = desired.map(function(entry) {
      var key = "=" + entry.name;
      stays[key] = true;
      if (!hasKey(indexes2, key))
        return { entry: entry, old: void 0, index: -1, change: { kind: "create" } };
      var old = state.rules[indexes2[key]];
      return { entry: entry, old: old, index: indexes2[key], change: changeOf(old, entry) };
    });
    var deleted = [];
    state.rules.forEach(function(rule, index) {
      if (rule.owned && !hasKey(stays, "=" + rule.name))
        deleted.push(index);
    });
    return { rules: rules, deleted: deleted };
  }
  function changeOf(old, entry) {
    var before = restorableRule(old);
    if (isSameEntry(before, entry))
      return { kind: "none" };
    /*! A rule with fields of others is taken to do what it was compiled for. */
    var denied = before !== void 0 && before.action !== "allow";
    if (entry.action === "allow")
      return { kind: denied ? "late" : "in-turn" };
    if (!denied || covers(entry, before))
      return { kind: "early" };
    if (covers(before, entry))
      return { kind: "late" };
    return { kind: "early-and-late", between: widened(before, entry) };
  }
  /*! The rule as a later operation could write it back; undefined where that would not be what was read. */
  function restorableRule(rule) {
    return rule.disabled ? void 0 : rule.entry;
  }
  /*! True where the rule denies while other rules move, so that taking it further down uncovers what it shields. */
  function deniesMeanwhile(rule) {
    return rule.entry.action !== "allow" || rule.change.kind === "late";
  }
  /*! The fields that say which connections a rule matches: each a list of names, whose union it matches. */
  var MATCH_FIELDS = ["from", "to", "source", "destination", "application", "service", "category"];
  /*! True where `wide` surely matches whatever `narrow` matches. */
  function covers(wide, narrow) {
    return MATCH_FIELDS.every(function(field) {
      if (wide[field].indexOf("any") >= 0)
        return true;
      return narrow[field].every(function(name) {
        return wide[field].indexOf(name) >= 0;
      });
    });
  }
  /*! The compiled rule, matching in addition whatever the old one matched. */
  function widened(old, entry) {
    function both(field) {
      var names2 = sortedUnique(old[field].concat(entry[field]));
      /*! PAN-OS takes neither `any` nor `application-default` beside names. */
      var isMixed = names2.length > 1 && (names2.indexOf("any") >= 0 || names2.indexOf("application-default") >= 0);
      return isMixed ? ["any"] : names2;
    }
    return __assign(__assign({}, entry), { from: both("from"), to: both("to"), source: both("source"), destination: both("destination"), application: both("application"), service: both("service"), category: both("category") });
  }

  // scripts/policy/plan/order.ts
  /*!
   * The operations in an order in which every prefix may go live: a connection that the rulebase denies before and after
   * is denied at every step. Why it holds: a connection's first match is one of the rules as they were, or one of the new
   * ones. New allows come from the top down, so that every deny that stands above them in the end is there first; old
   * denies go from the bottom up, so that every allow that they shielded is gone first. What a deny covers grows before
   * that and shrinks after it.
   *
   * Two things are left out. An object that was changed by hand is put right for all its rules at once. And while the group
   * of isolated pods changes, the allows that name it (the probe rule; isolation that stays under audit) reach those that
   * leave it and those that come: this opens something only where a foreign rule below the block, or the default rule,
   * denies. Isolation that an enforced cluster no longer has goes before the group changes: what it allowed was allowed.
   */
  function orderOperations(difference, objects, state, place) {
    var rules = difference.rules;
    var live = createLiveOrder(state.rules.map(nameOfRule));
    var top = place.start === 0 ? "" : state.rules[place.start - 1].name;
    var operations = objects.first.slice();
    for (var _i = 0, rules_1 = rules; _i < rules_1.length; _i++) {
      var rule = rules_1[_i];
      if (rule.change.kind === "early")
        operations.push(replaceRule(rule, rule.entry));
      if (rule.change.kind === "early-and-late")
        operations.push(replaceRule(rule, rule.change.between));
    }
    var audited = auditedLast(difference, state);
    pushDeletions(operations, live, audited, state);
    pushAll(operations, objects.grown);
    for (var _a = 0, rules_2 = rules; _a < rules_2.length; _a++) {
      var rule = rules_2[_a];
      if (rule.old)
        continue;
      operations.push({ op: "create", kind: "rule", name: rule.entry.name, after: rule.entry });
      live.append(rule.entry.name);
    }
    var waiting = pushPlacements(operations, live, rules, fixedRules(rules, state, place), place.start, top);
    var others = difference.deleted.filter(function(index) {
      return audited.indexOf(index) < 0;
    });
    pushDeletions(operations, live, others, state);
    pushWaiting(operations, live, rules, waiting, top);
    pushAll(operations, objects.shrunk);
    for (var _b = 0, rules_3 = rules; _b < rules_3.length; _b++) {
      var rule = rules_3[_b];
      if (rule.change.kind === "late")
        operations.push(replaceRule(rule, rule.entry));
      if (rule.change.kind === "early-and-late") {
        operations.push(__assign(__assign({}, replaceRule(rule, rule.entry)), { before: rule.change.between }));
      }
    }
    pushAll(operations, objects.last);
    return operations;
  }
  /*! Rules that are deleted, and allowed what is denied from now on. None as long as the cluster is not enforced. */
  function auditedLast(difference, state) {
    var staysAudited = difference.rules.some(function(rule) {
      return isAuditRule(rule.entry);
    });
    if (staysAudited)
      return [];
    return difference.deleted.filter(function(index) {
      var old = state.rules[index].entry;
      return old !== void 0 && isAuditRule(old);
    });
  }
  /*! From the bottom up. */
  function pushDeletions(operations, live, indexes2, state) {
    for (var i = indexes2.length - 1; i >= 0; i--)
      operations.push(deleteRule(live, state.rules[indexes2[i]]));
  }
  /*!
   * Which rules need no move: as many as possible, and of those sets one with most denies. New rules land at the end of
   * the rulebase, which is their place where the block ends there.
   */
  function fixedRules(rules, state, place) {
    var values = [];
    var byIndex = [];
    rules.forEach(function(rule, i2) {
      if (rule.index >= 0)
        byIndex[rule.index] = i2;
    });
    for (var i = place.start; i < place.end; i++)
      if (byIndex[i] !== void 0)
        values.push(byIndex[i]);
    if (place.end === state.rules.length) {
      rules.forEach(function(rule, i2) {
        if (!rule.old)
          values.push(i2);
      });
    }
    var weights = values.map(function(i2) {
      return rules.length + 1 + (deniesMeanwhile(rules[i2]) ? 1 : 0);
    });
    var fixed2 = rules.map(function() {
      return false;
    });
    for (var _i = 0, _a = heaviestIncreasing(values, weights); _i < _a.length; _i++) {
      var position = _a[_i];
      fixed2[values[position]] = true;
    }
    return fixed2;
  }
  /*! From the top down: every rule goes to its place, except denies that go down; gives these back. */
  function pushPlacements(operations, live, rules, fixed2, start, top) {
    var above = top;
    /*! The position as read of the last rule that stayed: what stood above it goes down. */
    var reached = start - 1;
    return rules.map(function(rule, i) {
      var isInTurn = rule.change.kind === "in-turn";
      var goesDown = rule.index >= 0 && rule.index <= reached;
      if (fixed2[i]) {
        if (isInTurn)
          operations.push(replaceRule(rule, rule.entry));
        reached = rule.index < 0 ? Infinity : rule.index;
      } else if (goesDown && deniesMeanwhile(rule)) {
        return true;
      } else {
        /*! At the lower of its two places, an allow has all denies above it that it will have, or had. */
        if (isInTurn && !goesDown)
          operations.push(replaceRule(rule, rule.entry));
        pushMove(operations, live, rule.entry.name, above);
        if (isInTurn && goesDown)
          operations.push(replaceRule(rule, rule.entry));
      }
      above = rule.entry.name;
      return false;
    });
  }
  /*! Denies that go down: nothing is left below them that they shield. */
  function pushWaiting(operations, live, rules, waiting, top) {
    var above = top;
    rules.forEach(function(rule, i) {
      if (waiting[i])
        pushMove(operations, live, rule.entry.name, above);
      above = rule.entry.name;
    });
  }
  function pushMove(operations, live, name, above) {
    var moved = live.move(name, above);
    if (moved)
      operations.push({ op: "move", kind: "rule", name: name, from: moved.from, to: moved.to });
  }
  function replaceRule(rule, after2) {
    return {
      op: "replace",
      kind: "rule",
      name: after2.name,
      before: rule.old && restorableRule(rule.old),
      after: after2,
      uuid: rule.old ? rule.old.uuid : ""
    };
  }
  function deleteRule(live, old) {
    var position = live.positionOf(old.name);
    live.remove(old.name);
    return { op: "delete", kind: "rule", name: old.name, before: restorableRule(old), position: position };
  }
  function pushAll(into, operations) {
    for (var _i = 0, operations_1 = operations; _i < operations_1.length; _i++) {
      var operation = operations_1[_i];
      into.push(operation);
    }
  }
  function nameOfRule(rule) {
    return rule.name;
  }

  // scripts/policy/plan/place.ts
  /*! Stretches of the rulebase in which every rule is ours, from the top. */
  function ownStretches(rules) {
    var stretches = [];
    var start = 0;
    for (var i = 0; i <= rules.length; i++) {
      if (i < rules.length && rules[i].owned)
        continue;
      if (i > start)
        stretches.push({ start: start, end: i });
      start = i + 1;
    }
    return stretches;
  }
  /*!
   * The block stays where most of its rules stand together: first those that stay, then all; the first such place. Without
   * rules of ours, where the profile creates it; undefined where the profile names a rule that is not there.
   */
  function placeOfBlock(state, desired, position) {
    var stays = {};
    for (var _i = 0, desired_1 = desired; _i < desired_1.length; _i++) {
      var rule = desired_1[_i];
      stays["=" + rule.name] = true;
    }
    var best;
    var bestWeight = -1;
    for (var _a = 0, _b = ownStretches(state.rules); _a < _b.length; _a++) {
      var stretch = _b[_a];
      var weight = stretch.end - stretch.start;
      for (var i = stretch.start; i < stretch.end; i++) {
        if (hasKey(stays, "=" + state.rules[i].name))
          weight += state.rules.length;
      }
      if (weight <= bestWeight)
        continue;
      best = stretch;
      bestWeight = weight;
    }
    return best || createdAt(state.rules, position);
  }
  function createdAt(rules, position) {
    if (position.at === "top")
      return { start: 0, end: 0 };
    if (position.at === "bottom")
      return { start: rules.length, end: rules.length };
    for (var i = 0; i < rules.length; i++) {
      if (rules[i].name !== position.rule)
        continue;
      var start = position.at === "before" ? i : i + 1;
      return { start: start, end: start };
    }
    return void 0;
  }

  // scripts/policy/plan/situations.ts
  /*!
   * What was found that is not as the last run left it. A rule with other content than compiled is no drift: its policy may
   * have changed as well as the rule. An object that is named for its content can only have been changed by hand.
   *
   * @param place undefined: the rule that the profile names is not there
   */
  function findSituations(desired, state, profile, place) {
    var missing = place ? [] : [{ kind: "anchor-missing", rule: profile.position.rule }];
    return missing.concat(foreignNames(desired, state), driftOfRules(state), driftOfObjects(desired, state), foreignRulesInside(state), place ? movedBlock(state, profile.position, place) : [], objectsInUse(desired, state), overfullGroups(desired, state, profile));
  }
  /*! True for a situation in which nothing may be written. */
  function refuses(situation) {
    return situation.kind === "anchor-missing" || situation.kind === "foreign-name" || situation.kind === "group-overfull";
  }
  function foreignNames(desired, state) {
    var ruleLocations = {};
    for (var _i = 0, _a = state.ruleNamesElsewhere; _i < _a.length; _i++) {
      var name = _a[_i];
      ruleLocations["=" + name] = "";
    }
    for (var _b = 0, _c = state.rules; _b < _c.length; _b++) {
      var rule = _c[_b];
      if (!rule.owned)
        ruleLocations["=" + rule.name] = state.deviceGroup;
    }
    var objectLocations = {};
    for (var _d = 0, _e = state.objects; _d < _e.length; _d++) {
      var object2 = _e[_d];
      if (object2.kind === "tag" || isOurs(object2, state))
        continue;
      objectLocations[object2.kind + " " + object2.name] = object2.location;
    }
    var found = [];
    for (var _f = 0, _g = desired.addressGroups.concat(desired.services); _f < _g.length; _f++) {
      var entry = _g[_f];
      var key = entry.kind + " " + entry.name;
      if (!hasKey(objectLocations, key))
        continue;
      found.push({ kind: "foreign-name", entryKind: entry.kind, name: entry.name, location: objectLocations[key] });
    }
    for (var _h = 0, _j = desired.rules; _h < _j.length; _h++) {
      var rule = _j[_h];
      var key = "=" + rule.name;
      if (!hasKey(ruleLocations, key))
        continue;
      found.push({ kind: "foreign-name", entryKind: "rule", name: rule.name, location: ruleLocations[key] });
    }
    return found;
  }
  function driftOfRules(state) {
    var found = [];
    for (var _i = 0, _a = state.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      if (!rule.owned || rule.entry && !rule.disabled)
        continue;
      found.push({ kind: "drift", entryKind: "rule", name: rule.name, what: rule.entry ? "changed" : "unknown" });
    }
    return found;
  }
  function driftOfObjects(desired, state) {
    var index = indexObjects(state);
    var found = [];
    for (var _i = 0, _a = desired.addressGroups.concat(desired.services); _i < _a.length; _i++) {
      var entry = _a[_i];
      var old = index.find(entry.kind, entry.name);
      if (!old || isSameEntry(old.entry, entry))
        continue;
      if (!old.entry)
        found.push({ kind: "drift", entryKind: entry.kind, name: entry.name, what: "unknown" });
      else if (!isStaticGroup(entry) || !isStaticGroup(old.entry)) {
        found.push({ kind: "drift", entryKind: entry.kind, name: entry.name, what: "changed" });
      }
    }
    return found;
  }
  /*! The first foreign rule below each stretch of ours but the last: one name for each gap. */
  function foreignRulesInside(state) {
    return ownStretches(state.rules).slice(0, -1).map(function(stretch) {
      return { kind: "foreign-rule-inside", name: state.rules[stretch.end].name };
    });
  }
  function movedBlock(state, position, place) {
    var above = place.start === 0 ? "" : state.rules[place.start - 1].name;
    var below = place.end === state.rules.length ? "" : state.rules[place.end].name;
    /*! A rule that the profile names may have gone since the block was created: then no place is the right one. */
    var isThere = state.rules.some(function(rule) {
      return rule.name === position.rule;
    });
    var isMoved = position.at === "top" && above !== "" || position.at === "bottom" && below !== "" || position.at === "after" && isThere && above !== position.rule || position.at === "before" && isThere && below !== position.rule;
    return isMoved ? [{ kind: "block-moved", above: above }] : [];
  }
  function objectsInUse(desired, state) {
    return unneededObjects(desired, state).filter(function(object2) {
      return object2.usedByOthers;
    }).map(function(object2) {
      return { kind: "object-in-use", entryKind: object2.kind, name: object2.name };
    });
  }
  /*! Groups that are within the capacity before and after, and not on the way (`objectchanges.ts`). */
  function overfullGroups(desired, state, profile) {
    var index = indexObjects(state);
    var limit = profile.capacity.members;
    var found = [];
    for (var _i = 0, _a = desired.addressGroups; _i < _a.length; _i++) {
      var entry = _a[_i];
      var old = index.find(entry.kind, entry.name);
      if (!isStaticGroup(entry) || !old || !old.entry || !isStaticGroup(old.entry))
        continue;
      var members = unionOfMembers(old.entry, entry).length;
      var most = Math.max(old.entry.match.members.length, entry.match.members.length);
      if (members > limit && members > most)
        found.push({ kind: "group-overfull", name: entry.name, members: members, limit: limit });
    }
    return found;
  }

  // scripts/policy/plan/plan.ts
  /*!
   * The operations that make the candidate configuration what was compiled, and what a human should know of them.
   *
   * @param desired with the profile's `enforcement` applied (`auditRulebase`)
   * @param state of the same device group and rulebase
   * @param known the `foreignHash` that somebody approved last; undefined: nobody remembers. Then rules of others are asked
   * about only before the cluster has rules of its own.
   */
  function planRulebase(desired, state, profile, known) {
    var place = placeOfBlock(state, desired.rules, profile.position);
    var surroundings = place ? surroundingsOf(desired, state, profile, place) : { preceding: [], shadowed: [] };
    var ofOthers = foreignHash(surroundings);
    var situations = findSituations(desired, state, profile, place).concat(foreignSituations(surroundings, state, profile));
    var isRefused2 = situations.some(refuses);
    var operations = place === void 0 || isRefused2 ? [] : orderOperations(compareRules(desired.rules, state), compareObjects(desired, state), state, place);
    var desiredHash = rulebaseHash(desired);
    var isKnown = known === void 0 ? void 0 : known === ofOthers;
    var ofState = stateHash(state, ofOthers);
    return {
      deviceGroup: state.deviceGroup,
      rulebase: state.rulebase,
      desiredHash: desiredHash,
      stateHash: ofState,
      operations: operations,
      inverse: invertOperations(operations),
      situations: situations,
      approvals: approvalReasons(desired, state, profile, operations, { surroundings: surroundings, isKnown: isKnown }),
      foreignHash: ofOthers,
      refused: isRefused2,
      hash: planHash(desiredHash, ofState, operations)
    };
  }

  // scripts/policy/prove/addresses.ts
  /*!
   * Addresses and networks as fixed-width hexadecimal text: 8 digits for IPv4, 32 for IPv6, so that text order is numeric
   * order. This is deliberately another representation than the compiler's: the proof shares no arithmetic with it.
   */
  var FAMILIES = ["IPv4", "IPv6"];
  /*! IPv4-mapped IPv6 addresses, ::ffff:0:0/96 (RFC 4291). */
  var MAPPED = {
    family: "IPv6",
    from: "00000000000000000000ffff00000000",
    to: "00000000000000000000ffffffffffff"
  };
  function fixed(value, width) {
    var text2 = value.toString(16);
    while (text2.length < width)
      text2 = "0" + text2;
    return text2;
  }
  function dottedDigits(text2) {
    var parts = text2.split(".");
    if (parts.length !== 4)
      return void 0;
    var digits = "";
    for (var _i = 0, parts_1 = parts; _i < parts_1.length; _i++) {
      var part = parts_1[_i];
      /*! Leading zeros are refused, as the API server does: some readers take them for octal. */
      if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255)
        return void 0;
      digits += fixed(Number(part), 2);
    }
    return digits;
  }
  function groupDigits(text2) {
    if (text2 === "")
      return "";
    var parts = text2.split(":");
    var digits = "";
    for (var i = 0; i < parts.length; i++) {
      var dotted = i === parts.length - 1 && parts[i].indexOf(".") >= 0 ? dottedDigits(parts[i]) : void 0;
      if (dotted !== void 0)
        digits += dotted;
      else if (/^[0-9a-fA-F]{1,4}$/.test(parts[i]))
        digits += fixed(parseInt(parts[i], 16), 4);
      else
        return void 0;
    }
    return digits;
  }
  function colonDigits(text2) {
    var halves = text2.split("::");
    if (halves.length > 2)
      return void 0;
    var head = groupDigits(halves[0]);
    var tail = halves.length === 2 ? groupDigits(halves[1]) : "";
    if (head === void 0 || tail === void 0)
      return void 0;
    var missing = 32 - head.length - tail.length;
    if (halves.length === 1 ? missing !== 0 : missing < 4)
      return void 0;
    var middle = "";
    while (middle.length < missing)
      middle += "0";
    return head + middle + tail;
  }
  /*! Reads one IPv4 or IPv6 address; undefined where it is none. */
  function parseAddress2(text2) {
    var family = text2.indexOf(":") >= 0 ? "IPv6" : "IPv4";
    var digits = family === "IPv6" ? colonDigits(text2) : dottedDigits(text2);
    return digits === void 0 ? void 0 : { family: family, digits: digits };
  }
  /*! Reads `address/length`; host bits are cut off. undefined where it is no network. */
  function parseCidr2(text2) {
    var slash = text2.indexOf("/");
    if (slash < 0 || !/^(0|[1-9][0-9]{0,2})$/.test(text2.slice(slash + 1)))
      return void 0;
    var address = parseAddress2(text2.slice(0, slash));
    var length = Number(text2.slice(slash + 1));
    if (address === void 0 || length > address.digits.length * 4)
      return void 0;
    var from = "";
    var to = "";
    for (var i = 0; i < address.digits.length; i++) {
      var free = 15 >> Math.max(0, Math.min(4, length - i * 4));
      var digit = parseInt(address.digits.charAt(i), 16) & ~free;
      from += digit.toString(16);
      to += (digit | free).toString(16);
    }
    return { family: address.family, from: from, to: to };
  }
  /*! Reads what PAN-OS takes literally in a rule: an address, a network, or a range `a-b`. */
  function parseLiteral(text2) {
    if (text2.indexOf("/") >= 0)
      return parseCidr2(text2);
    var dash = text2.indexOf("-");
    var from = parseAddress2(dash < 0 ? text2 : text2.slice(0, dash));
    var to = dash < 0 ? from : parseAddress2(text2.slice(dash + 1));
    if (from === void 0 || to === void 0 || from.family !== to.family || from.digits > to.digits)
      return void 0;
    return { family: from.family, from: from.digits, to: to.digits };
  }
  function singleBlock(address) {
    return { family: address.family, from: address.digits, to: address.digits };
  }
  function blockHolds(block, address) {
    return block.family === address.family && block.from <= address.digits && address.digits <= block.to;
  }
  /*! True where one of the blocks holds the address. */
  function someBlockHolds(blocks, address) {
    for (var _i = 0, blocks_1 = blocks; _i < blocks_1.length; _i++) {
      var block = blocks_1[_i];
      if (blockHolds(block, address))
        return true;
    }
    return false;
  }
  /*! True where the block is a whole address family. */
  function isWholeFamily(block) {
    return /^0+$/.test(block.from) && /^f+$/.test(block.to);
  }
  /*! The next address (step 1) or the one before (step -1); undefined at the end of the family. */
  function neighbour(address, step2) {
    var digits = "";
    var carry = step2;
    for (var end = address.digits.length; end > 0; end -= 4) {
      var group = parseInt(address.digits.slice(end - 4, end), 16) + carry;
      carry = group > 65535 ? 1 : group < 0 ? -1 : 0;
      digits = fixed(group & 65535, 4) + digits;
    }
    return carry === 0 ? { family: address.family, digits: digits } : void 0;
  }
  /*! The address as people write it; IPv6 by RFC 5952. */
  function formatAddress(address) {
    var groups = [];
    if (address.family === "IPv4") {
      for (var i = 0; i < 8; i += 2)
        groups.push(String(parseInt(address.digits.slice(i, i + 2), 16)));
      return groups.join(".");
    }
    for (var i = 0; i < 32; i += 4)
      groups.push(parseInt(address.digits.slice(i, i + 4), 16).toString(16));
    var start = 0;
    var length = 0;
    for (var i = 0; i < 8; i++) {
      var run2 = 0;
      while (i + run2 < 8 && groups[i + run2] === "0")
        run2++;
      if (run2 > length) {
        start = i;
        length = run2;
      }
    }
    if (length < 2)
      return groups.join(":");
    return groups.slice(0, start).join(":") + "::" + groups.slice(start + length).join(":");
  }

  // scripts/policy/prove/filtertext.ts
  /*! PAN-OS schema 10.0.6, `address-group/entry/dynamic/filter`. */
  var MAX_FILTER = 2047;
  var WORDS = { and: "and", or: "or", not: "not" };
  /*! Stands for what cannot be read; never evaluated, since its reader has a problem. */
  var UNREADABLE = { type: "or", parts: [] };
  function fail(reader, problem2) {
    if (reader.problem === "")
      reader.problem = problem2;
    reader.next = reader.tokens.length;
    return UNREADABLE;
  }
  /*! Splits the text; a string is what is wrong with it. */
  function tokenize(text2) {
    var tokens = [];
    var at2 = 0;
    while (at2 < text2.length) {
      var character = text2.charAt(at2);
      if (/\s/.test(character)) {
        at2++;
      } else if (character === "(" || character === ")") {
        tokens.push({ type: character });
        at2++;
      } else if (character === "'" || character === '"') {
        var end = text2.indexOf(character, at2 + 1);
        if (end < 0)
          return "a quoted tag does not end";
        if (end === at2 + 1)
          return "a tag is empty";
        tokens.push({ type: "tag", text: text2.slice(at2 + 1, end) });
        at2 = end + 1;
      } else {
        var end = at2;
        while (end < text2.length && !/[\s()'"]/.test(text2.charAt(end)))
          end++;
        var word = text2.slice(at2, end);
        var operator = word.toLowerCase();
        tokens.push(hasKey(WORDS, operator) ? { type: WORDS[operator] } : { type: "tag", text: word });
        at2 = end;
      }
    }
    return tokens;
  }
  function peek(reader) {
    return reader.next < reader.tokens.length ? reader.tokens[reader.next].type : "end";
  }
  function readOperand(reader) {
    if (reader.next >= reader.tokens.length)
      return fail(reader, "a tag is missing at the end");
    var token = reader.tokens[reader.next++];
    switch (token.type) {
      case "tag":
        return { type: "tag", tag: token.text.toLowerCase() };
      case "not":
        return { type: "not", part: readOperand(reader) };
      case "(": {
        var inner = readExpression(reader);
        if (peek(reader) !== ")")
          return fail(reader, "a parenthesis does not close");
        reader.next++;
        return inner;
      }
      case "and":
      case "or":
      case ")":
        return fail(reader, '"' + token.type + '" stands where a tag is expected');
    }
  }
  function readExpression(reader) {
    var first2 = readOperand(reader);
    var operator = peek(reader);
    if (operator !== "and" && operator !== "or")
      return first2;
    var parts = [first2];
    while (peek(reader) === operator) {
      reader.next++;
      parts.push(readOperand(reader));
    }
    var following = peek(reader);
    if (following === "and" || following === "or") {
      /*! PAN-OS does not document which binds closer, so the meaning of such a text is not known. */
      return fail(reader, '"and" and "or" are mixed without parentheses');
    }
    return { type: operator, parts: parts };
  }
  function collectTags(filter, tags) {
    switch (filter.type) {
      case "tag":
        tags.push(filter.tag);
        return;
      case "not":
        collectTags(filter.part, tags);
        return;
      case "and":
      case "or":
        for (var _i = 0, _a = filter.parts; _i < _a.length; _i++) {
          var part = _a[_i];
          collectTags(part, tags);
        }
    }
  }
  /*!
   * Parses a filter text. Refused with a reason: syntax errors, more than 2047 characters, `and` mixed with `or` without
   * parentheses. Tags come back in lower case.
   */
  function parseFilter(text2) {
    if (text2.length > MAX_FILTER)
      return { ok: false, reason: "it is longer than " + String(MAX_FILTER) + " characters" };
    var tokens = tokenize(text2);
    if (typeof tokens === "string")
      return { ok: false, reason: tokens };
    var reader = { tokens: tokens, next: 0, problem: "" };
    var filter = readExpression(reader);
    if (peek(reader) !== "end")
      fail(reader, "something follows the end of the expression");
    if (reader.problem !== "")
      return { ok: false, reason: reader.problem };
    var tags = [];
    collectTags(filter, tags);
    return { ok: true, filter: filter, tags: tags };
  }
  /*! True where the filter uses `not`. */
  function usesNot(filter) {
    switch (filter.type) {
      case "tag":
        return false;
      case "not":
        return true;
      case "and":
      case "or":
        for (var _i = 0, _a = filter.parts; _i < _a.length; _i++) {
          var part = _a[_i];
          if (usesNot(part))
            return true;
        }
        return false;
    }
  }
  /*! Evaluates a filter on the tags (lower case) of one address. */
  function filterHolds(filter, tags) {
    switch (filter.type) {
      case "tag":
        return hasKey(tags, filter.tag);
      case "not":
        return !filterHolds(filter.part, tags);
      case "and":
        for (var _i = 0, _a = filter.parts; _i < _a.length; _i++) {
          var part = _a[_i];
          if (!filterHolds(part, tags))
            return false;
        }
        return true;
      case "or":
        for (var _b = 0, _c = filter.parts; _b < _c.length; _b++) {
          var part = _c[_b];
          if (filterHolds(part, tags))
            return true;
        }
        return false;
    }
  }

  // scripts/policy/prove/raw.ts
  /*! Careful access to parsed YAML or JSON: what is absent or of the wrong type reads as empty. */
  /*! The value as an object; the empty object where it is none. */
  function asObject(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  }
  function asList(value) {
    return Array.isArray(value) ? value : [];
  }
  function asText(value) {
    return typeof value === "string" ? value : "";
  }
  function asStrings(value) {
    return asList(value).filter(isText);
  }
  function isText(value) {
    return typeof value === "string";
  }
  /*! The member at the end of a path of object keys; undefined where the path breaks. */
  function at(value, path) {
    var current = value;
    for (var _i = 0, path_1 = path; _i < path_1.length; _i++) {
      var key = path_1[_i];
      current = asObject(current)[key];
    }
    return current;
  }
  /*! Labels or annotations; members that are no text are passed over. */
  function asStringMap(value) {
    var object2 = asObject(value);
    var map = {};
    for (var _i = 0, _a = sortedKeys(object2); _i < _a.length; _i++) {
      var key = _a[_i];
      var member = object2[key];
      if (typeof member === "string")
        map[key] = member;
    }
    return map;
  }
  /*! `null` in YAML means the same as leaving the field out. */
  function isAbsent(value) {
    return value === void 0 || value === null;
  }
  /*! `metadata.name`. */
  function nameOf(object2) {
    return asText(at(object2, ["metadata", "name"]));
  }
  /*! `metadata.namespace`; namespaced objects without one are in `default`. */
  function namespaceOf(object2) {
    return asText(at(object2, ["metadata", "namespace"])) || "default";
  }

  // scripts/policy/prove/selectors.ts
  var OPERATORS = {
    In: "In",
    NotIn: "NotIn",
    Exists: "Exists",
    DoesNotExist: "DoesNotExist"
  };
  /*!
   * Reads a `LabelSelector` of the API (meta/v1). `problems` receives what cannot be judged, with the field path.
   */
  function readSelector(value, path, problems) {
    var requirements = [];
    var object2 = asObject(value);
    var labels = asStringMap(object2.matchLabels);
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      requirements.push({ key: key, operator: "In", values: [labels[key]] });
    }
    if (sortedKeys(asObject(object2.matchLabels)).length !== requirements.length) {
      problems.push(path + ".matchLabels holds a value that is no text");
    }
    var expressions = isAbsent(object2.matchExpressions) ? [] : asList(object2.matchExpressions);
    expressions.forEach(function(item, index) {
      var expression = asObject(item);
      var operator = asText(expression.operator);
      var key2 = asText(expression.key);
      if (!hasKey(OPERATORS, operator) || key2 === "") {
        problems.push(path + ".matchExpressions[" + String(index) + "] has no key or an unknown operator");
      } else {
        requirements.push({ key: key2, operator: OPERATORS[operator], values: asStrings(expression.values) });
      }
    });
    return requirements;
  }
  /*! A Service's `spec.selector`: equality only (core/v1). */
  function equalitySelector(labels) {
    return sortedKeys(labels).map(function(key) {
      return { key: key, operator: "In", values: [labels[key]] };
    });
  }
  /*! `NotIn` and `DoesNotExist` hold for objects without the key (Kubernetes documentation, "Labels and Selectors"). */
  function requirementHolds(requirement, labels) {
    var present = hasKey(labels, requirement.key);
    switch (requirement.operator) {
      case "In":
        return present && requirement.values.indexOf(labels[requirement.key]) >= 0;
      case "NotIn":
        return !present || requirement.values.indexOf(labels[requirement.key]) < 0;
      case "Exists":
        return present;
      case "DoesNotExist":
        return !present;
    }
  }
  function selectorHolds(selector, labels) {
    for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
      var requirement = selector_1[_i];
      if (!requirementHolds(requirement, labels))
        return false;
    }
    return true;
  }

  // scripts/policy/prove/rows.ts
  function setBit(row2, bit) {
    row2[Math.floor(bit / 30)] |= 1 << bit % 30;
  }
  function hasBit(row2, bit) {
    return (row2[Math.floor(bit / 30)] & 1 << bit % 30) !== 0;
  }
  function emptyRow(words) {
    var row2 = [];
    for (var i = 0; i < words; i++)
      row2.push(0);
    return row2;
  }
  function intern(table, key, make) {
    if (!hasKey(table.index, key)) {
      table.index[key] = make();
      table.list.push(table.index[key]);
    }
    return table.index[key];
  }
  function newBits() {
    return { source: [], destination: [] };
  }
  /*! Numbers the bits and collects the conditions that set them. */
  function rowScheme(policies, entries, rulebase) {
    var matchersIn = {};
    var matchers = { index: {}, list: [] };
    var blocks = { index: {}, list: [] };
    var peers = { index: {}, list: [] };
    var filters = rulebase.filters.map(function(filter) {
      return { filter: filter, bits: newBits() };
    });
    var always = newBits();
    var everyPod = newBits();
    function matcherFor(peer) {
      return intern(matchers, canonicalJson([peer.namespaces, peer.selector]), function() {
        var matcher = { selector: peer.selector, bits: newBits(), subjectOf: [] };
        for (var _i = 0, _a = peer.namespaces; _i < _a.length; _i++) {
          var namespace = _a[_i];
          if (!hasKey(matchersIn, namespace))
            matchersIn[namespace] = [];
          matchersIn[namespace].push(matcher);
        }
        return matcher;
      });
    }
    function addRuleEnd(end, side, bit) {
      if (end.any)
        always[side].push(bit);
      for (var _i = 0, _a = end.filters; _i < _a.length; _i++) {
        var filter = _a[_i];
        filters[filter].bits[side].push(bit);
      }
      var _loop_1 = function(block2) {
        var interned = intern(blocks, block2.from + "-" + block2.to, function() {
          return { block: block2, bits: newBits() };
        });
        interned.bits[side].push(bit);
      };
      for (var _b = 0, _c = end.blocks; _b < _c.length; _b++) {
        var block = _c[_b];
        _loop_1(block);
      }
    }
    policies.forEach(function(policy, position) {
      matcherFor(policy.subject).subjectOf.push(position);
    });
    rulebase.rules.forEach(function(rule, position) {
      addRuleEnd(rule.source, "source", position);
      addRuleEnd(rule.destination, "destination", position);
    });
    entries.forEach(function(entry, position) {
      var bit = rulebase.rules.length + position;
      var subjectSide = entry.facts.direction === "egress" ? "source" : "destination";
      var peerSide = entry.facts.direction === "egress" ? "destination" : "source";
      matcherFor(entry.policy.subject).bits[subjectSide].push(bit);
      if (entry.facts.anyone)
        always[peerSide].push(bit);
      for (var _i = 0, _a = entry.facts.pods; _i < _a.length; _i++) {
        var peer = _a[_i];
        matcherFor(peer).bits[peerSide].push(bit);
        if (peer.everyPod)
          everyPod[peerSide].push(bit);
      }
      var _loop_2 = function(peer2) {
        var interned = intern(peers, canonicalJson(peer2), function() {
          return { peer: peer2, bits: newBits() };
        });
        interned.bits[peerSide].push(bit);
      };
      for (var _b = 0, _c = entry.facts.addresses; _b < _c.length; _b++) {
        var peer = _c[_b];
        _loop_2(peer);
      }
    });
    return {
      rules: rulebase.rules.length,
      words: Math.max(1, Math.ceil((rulebase.rules.length + entries.length) / 30)),
      matchersIn: matchersIn,
      filters: filters,
      blocks: blocks.list,
      peers: peers.list,
      always: always,
      everyPod: everyPod
    };
  }
  function apply(bits, source, destination) {
    for (var _i = 0, _a = bits.source; _i < _a.length; _i++) {
      var bit = _a[_i];
      setBit(source, bit);
    }
    for (var _b = 0, _c = bits.destination; _b < _c.length; _b++) {
      var bit = _c[_b];
      setBit(destination, bit);
    }
  }
  /*! The part of the rows that labels give: selectors of policies (`matchers`) and filters of the rulebase. */
  function identityRows(scheme, matchers, tags) {
    var source = emptyRow(scheme.words);
    var destination = emptyRow(scheme.words);
    for (var _i = 0, matchers_1 = matchers; _i < matchers_1.length; _i++) {
      var matcher = matchers_1[_i];
      apply(matcher.bits, source, destination);
    }
    if (tags) {
      /*! An address without tags is not registered and in no dynamic group, whatever its filter negates. */
      for (var _a = 0, _b = scheme.filters; _a < _b.length; _a++) {
        var item = _b[_a];
        if (filterHolds(item.filter, tags))
          apply(item.bits, source, destination);
      }
    }
    return { source: source, destination: destination };
  }
  /*! The rows of a pod of a namespace that does not exist yet, but for its address. */
  function strangerRows(scheme) {
    var source = emptyRow(scheme.words);
    var destination = emptyRow(scheme.words);
    apply(scheme.everyPod, source, destination);
    return { source: source, destination: destination };
  }
  /*! The matchers that hold for a pod. */
  function matchersOf(scheme, namespace, labels) {
    var candidates2 = hasKey(scheme.matchersIn, namespace) ? scheme.matchersIn[namespace] : [];
    return candidates2.filter(function(matcher) {
      return selectorHolds(matcher.selector, labels);
    });
  }
  /*! True where a literal block of a rule takes the address; blocks over ::ffff:0:0/96 take in IPv4. */
  function ruleBlockHolds(block, address) {
    if (address.family === "IPv4" && block.family === "IPv6")
      return block.from <= MAPPED.from && MAPPED.to <= block.to;
    return blockHolds(block, address);
  }
  /*! The part of the rows that the address gives: `any`, literal blocks of rules, `ipBlock` of policies. */
  function addressRows(scheme, address) {
    var source = emptyRow(scheme.words);
    var destination = emptyRow(scheme.words);
    apply(scheme.always, source, destination);
    for (var _i = 0, _a = scheme.blocks; _i < _a.length; _i++) {
      var item = _a[_i];
      if (ruleBlockHolds(item.block, address))
        apply(item.bits, source, destination);
    }
    for (var _b = 0, _c = scheme.peers; _b < _c.length; _b++) {
      var item = _c[_b];
      if (blockHolds(item.peer.block, address) && !someBlockHolds(item.peer.except, address)) {
        apply(item.bits, source, destination);
      }
    }
    return { source: source, destination: destination };
  }
  /*! Both parts together. */
  function joinedRow(a, b) {
    var row2 = [];
    for (var i = 0; i < a.length; i++)
      row2.push(a[i] | b[i]);
    return row2;
  }
  /*! The bits of a row in ascending order. */
  function bitsOf(row2) {
    var bits = [];
    for (var word = 0; word < row2.length; word++) {
      for (var rest = row2[word]; rest !== 0; rest &= rest - 1) {
        var bit = 0;
        while ((rest & 1 << bit) === 0)
          bit++;
        bits.push(word * 30 + bit);
      }
    }
    return bits;
  }
  /*! The bits that two rows have in common, in ascending order. */
  function commonBits(source, destination) {
    var common = [];
    for (var i = 0; i < source.length; i++)
      common.push(source[i] & destination[i]);
    return bitsOf(common);
  }

  // scripts/policy/prove/classes.ts
  /*! Makes the class of one endpoint. */
  function classOf(endpoint, named, twin) {
    var identity = endpoint.identity;
    var destination = joinedRow(identity.rows.destination, endpoint.addressRows.destination);
    var words = [];
    for (var i = 0; i < destination.length; i++)
      if (destination[i] !== 0)
        words.push(i);
    return {
      endpoint: endpoint,
      twin: twin,
      source: joinedRow(identity.rows.source, endpoint.addressRows.source),
      destination: destination,
      destinationWords: words,
      egressIsolated: identity.egressPolicies.length > 0,
      ingressIsolated: identity.ingressPolicies.length > 0,
      isNode: identity.kind === "node",
      isService: identity.kind === "service",
      named: named
    };
  }
  /*! Real pods first: the simplest connection makes the best counter-example. */
  function endpointRank(endpoint) {
    switch (endpoint.identity.kind) {
      case "pod":
        return 0;
      case "workload":
        return 1;
      case "outside":
        return 2;
      case "node":
        return 3;
      case "service":
        return 4;
      case "virtual":
        return 6;
    }
  }
  function compareEndpoints(a, b) {
    return endpointRank(a) - endpointRank(b) || compareText(a.identity.namespace, b.identity.namespace) || compareText(a.identity.name, b.identity.name);
  }
  /*!
   * Folds endpoints into classes, simplest first.
   *
   * @param namedOf the position of an endpoint's named ports in the table of named ports
   * @param groupOf further text that must be equal within a class
   */
  function foldEndpoints(endpoints, namedOf, groupOf2) {
    var found = {};
    var order = [];
    for (var _i = 0, _a = stableSort(endpoints, compareEndpoints); _i < _a.length; _i++) {
      var endpoint = _a[_i];
      var named = namedOf(endpoint);
      var one2 = classOf(endpoint, named, void 0);
      var key = [
        endpoint.address.family + kindText(endpoint) + flag(one2.egressIsolated) + flag(one2.ingressIsolated),
        one2.source.join(","),
        one2.destination.join(","),
        String(named),
        groupOf2(endpoint)
      ].join(";");
      if (hasKey(found, key)) {
        if (found[key].twin === void 0)
          found[key].twin = endpoint;
      } else {
        var twin = endpoint.identity.kind === "pod" ? void 0 : endpoint;
        found[key] = { endpoint: endpoint, named: named, twin: twin };
        order.push(key);
      }
    }
    return order.map(function(key2) {
      return classOf(found[key2].endpoint, found[key2].named, found[key2].twin);
    });
  }
  function flag(value) {
    return value ? "1" : "0";
  }
  /*! Kinds that are judged by their own rules; each Service address is a class of its own. */
  function kindText(endpoint) {
    if (endpoint.identity.kind === "service")
      return "service " + formatAddress(endpoint.address);
    return endpoint.identity.kind === "node" ? "node" : "";
  }

  // scripts/policy/prove/combine.ts
  /*!
   * Combines the sender's and the receiver's side (DESIGN section 6.4). A side without isolation has no entry and says
   * nothing.
   */
  function combineSides(sender, receiver, defaults) {
    var from = sender ? sender.attributes : {};
    var to = receiver ? receiver.attributes : {};
    var log = combinedLog(from.log, to.log) || defaults.log || "end";
    var record = {
      profileSetting: profileSetting(combinedInspection(from.inspection, to.inspection), defaults.inspection),
      logSetting: to.logProfile || from.logProfile || defaults.logProfile || "",
      logStart: log === "start" || log === "both",
      logEnd: log === "end" || log === "both"
    };
    return {
      applications: narrowed(from.applications, to.applications) || defaults.applications,
      categories: narrowed(from.categories, to.categories) || defaults.categories,
      applicationDefault: asksForApplicationDefault(sender, receiver, defaults),
      record: record,
      recordKey: canonicalJson(record)
    };
  }
  /*! The record that a rule gives to what it allows. */
  function ruleRecord(rule) {
    var setting = rule.profileSetting;
    var empty = setting.type === "profiles" && sortedKeys(setting.profiles).length === 0;
    return {
      profileSetting: empty ? { type: "none" } : setting,
      logSetting: rule.logSetting,
      logStart: rule.logStart,
      logEnd: rule.logEnd
    };
  }
  /*! The record of the implicit `intrazone-default`: nothing inspected, nothing logged. */
  var DEFAULT_RECORD = {
    profileSetting: { type: "none" },
    logSetting: "",
    logStart: false,
    logEnd: false
  };
  function narrowed(a, b) {
    if (a === void 0)
      return b;
    if (b === void 0)
      return a;
    return a.filter(function(item) {
      return b.indexOf(item) >= 0;
    });
  }
  function combinedLog(a, b) {
    if (a === void 0 || a === "none")
      return b === void 0 ? a : b;
    if (b === void 0 || b === "none" || a === b)
      return a;
    return "both";
  }
  function asksForApplicationDefault(sender, receiver, defaults) {
    var said = false;
    var everyPort = true;
    for (var _i = 0, _a = [sender, receiver]; _i < _a.length; _i++) {
      var side = _a[_i];
      if (side === void 0)
        continue;
      if (side.attributes.service === "application-default" && side.everyPort)
        return true;
      if (side.attributes.service !== void 0)
        said = true;
      if (!side.everyPort)
        everyPort = false;
    }
    return !said && everyPort && defaults.service === "application-default";
  }
  function combinedInspection(sender, receiver) {
    if (receiver === void 0)
      return sender;
    if (sender === void 0 || sender.type === "group" || receiver.type === "group")
      return receiver;
    var profiles = {};
    copyProfiles(sender.profiles, profiles);
    for (var _i = 0, _a = kindsOf(receiver.profiles); _i < _a.length; _i++) {
      var kind = _a[_i];
      var other = profiles[kind];
      /*! `none` beats the cluster's default, not the other policy's profile. */
      if (other === void 0 || receiver.profiles[kind] !== "none")
        profiles[kind] = receiver.profiles[kind];
    }
    return { type: "profiles", profiles: profiles };
  }
  function profileSetting(inspection, defaults) {
    var said = inspection || defaults;
    if (said === void 0)
      return { type: "none" };
    if (said.type === "group")
      return said;
    var filled = {};
    if (defaults && defaults.type === "profiles")
      copyProfiles(defaults.profiles, filled);
    copyProfiles(said.profiles, filled);
    var profiles = {};
    for (var _i = 0, _a = kindsOf(filled); _i < _a.length; _i++) {
      var kind = _a[_i];
      if (filled[kind] !== "none")
        profiles[kind] = filled[kind];
    }
    return kindsOf(profiles).length > 0 ? { type: "profiles", profiles: profiles } : { type: "none" };
  }
  function kindsOf(profiles) {
    return sortedKeys(profiles);
  }
  function copyProfiles(from, to) {
    for (var _i = 0, _a = kindsOf(from); _i < _a.length; _i++) {
      var kind = _a[_i];
      to[kind] = from[kind];
    }
  }

  // scripts/policy/prove/attributes.ts
  /*! Keys on policies start with this (DESIGN section 4.1). */
  var PREFIX = "np.panw.com/";
  /*! Keys of single profiles and the elements that they become (DESIGN section 4.2). */
  var PROFILE_KEYS = {
    antivirus: "virus",
    antispyware: "spyware",
    "vuln-protection": "vulnerability",
    urlfiltering: "url-filtering",
    fileblocking: "file-blocking",
    datafiltering: "data-filtering",
    wildfire: "wildfire-analysis"
  };
  /*!
   * What one entry asks for: levels entry, direction, policy, security service, the most specific first. An annotation
   * wins over a label with the same key. Wrong attributes are not judged here: their policies are left out. An entry that
   * names ports stays with them where the cluster's default is application-default.
   */
  function entryAttributes(policy, entry, services, defaults) {
    var attributes = writtenAttributes(policy, entry, services);
    var staysWithPorts = defaults.service === "application-default" && entry.ports !== void 0;
    return staysWithPorts && attributes.service === void 0 ? __assign(__assign({}, attributes), { service: "ports" }) : attributes;
  }
  function writtenAttributes(policy, entry, services) {
    var written = writtenKeys(policy);
    if (sortedKeys(written).length === 0)
      return {};
    return resolve([
      scoped(written, entry.direction + "." + String(entry.position) + "."),
      scoped(written, entry.direction + "."),
      scoped(written, "")
    ], services);
  }
  /*! The cluster's defaults as attributes; a security service that they name stands below them. */
  function defaultAttributes(values, services) {
    return resolve([values], services);
  }
  function writtenKeys(policy) {
    var written = {};
    for (var _i = 0, _a = [policy.labels, policy.annotations]; _i < _a.length; _i++) {
      var source = _a[_i];
      for (var _b = 0, _c = sortedKeys(source); _b < _c.length; _b++) {
        var key = _c[_b];
        if (key.slice(0, PREFIX.length) === PREFIX)
          written[key.slice(PREFIX.length)] = source[key];
      }
    }
    return written;
  }
  function scoped(written, scope) {
    var level = {};
    for (var _i = 0, _a = sortedKeys(written); _i < _a.length; _i++) {
      var key = _a[_i];
      if (key.slice(0, scope.length) === scope)
        level[key.slice(scope.length)] = written[key];
    }
    return level;
  }
  function resolve(written, services) {
    var name = mostSpecific(written, "security-service");
    var named = services.filter(function(service) {
      return service.name === name;
    });
    var levels = written.concat(named.map(function(service) {
      return service.attributes;
    }));
    return {
      applications: commaList(mostSpecific(levels, "appid")),
      categories: commaList(mostSpecific(levels, "url-category")),
      inspection: inspectionOf(levels),
      logProfile: mostSpecific(levels, "logprofile"),
      log: logOf(mostSpecific(levels, "log")),
      service: mostSpecific(levels, "service") === "application-default" ? "application-default" : portsOf(levels),
      ticket: mostSpecific(levels, "ticket")
    };
  }
  function portsOf(levels) {
    return mostSpecific(levels, "service") === void 0 ? void 0 : "ports";
  }
  function mostSpecific(levels, key) {
    for (var _i = 0, levels_1 = levels; _i < levels_1.length; _i++) {
      var level = levels_1[_i];
      if (hasKey(level, key))
        return trimmed(level[key]);
    }
    return void 0;
  }
  function trimmed(text2) {
    return text2.replace(/^\s+|\s+$/g, "");
  }
  function commaList(text2) {
    if (text2 === void 0)
      return void 0;
    var items = text2.split(",").map(function(item) {
      return trimmed(item);
    });
    return sortedUnique(items);
  }
  function logOf(text2) {
    return text2 === "end" || text2 === "start" || text2 === "both" || text2 === "none" ? text2 : void 0;
  }
  /*! From the least specific level up: the same kind adds up, the other kind is replaced (DESIGN section 6.4). */
  function inspectionOf(levels) {
    var inspection;
    for (var i = levels.length - 1; i >= 0; i--) {
      var group = levels[i]["profile-group"];
      var said = profilesOf(levels[i]);
      if (hasKey(levels[i], "profile-group")) {
        inspection = { type: "group", group: trimmed(group) };
      } else if (sortedKeys(said).length > 0) {
        var below = inspection && inspection.type === "profiles" ? inspection.profiles : {};
        inspection = { type: "profiles", profiles: overlaid(below, said) };
      }
    }
    return inspection;
  }
  function profilesOf(level) {
    var profiles = {};
    for (var _i = 0, _a = sortedKeys(PROFILE_KEYS); _i < _a.length; _i++) {
      var key = _a[_i];
      if (hasKey(level, key))
        profiles[PROFILE_KEYS[key]] = trimmed(level[key]);
    }
    return profiles;
  }
  /*! `above` over `below`, kind by kind. */
  function overlaid(below, above) {
    var all = {};
    for (var _i = 0, _a = sortedKeys(below); _i < _a.length; _i++) {
      var kind = _a[_i];
      all[kind] = below[kind];
    }
    for (var _b = 0, _c = sortedKeys(above); _b < _c.length; _b++) {
      var kind = _c[_b];
      all[kind] = above[kind];
    }
    return all;
  }

  // scripts/policy/prove/workloads.ts
  /*! Where each kind of workload has its pod template; DeploymentConfig is OpenShift's. */
  var TEMPLATES = {
    Deployment: ["spec", "template"],
    StatefulSet: ["spec", "template"],
    DaemonSet: ["spec", "template"],
    ReplicaSet: ["spec", "template"],
    ReplicationController: ["spec", "template"],
    Job: ["spec", "template"],
    DeploymentConfig: ["spec", "template"],
    CronJob: ["spec", "jobTemplate", "spec", "template"]
  };
  /*! The kinds that make another workload, named after them with one more part. */
  var MAKERS = { ReplicaSet: "Deployment", Job: "CronJob" };
  /*! The pod template of a workload. */
  function templateOf(workload) {
    return asObject(at(workload, TEMPLATES[asText(workload.kind)]));
  }
  /*!
   * The workloads whose templates stand for pods: none of their pods is listed, and they may still make some. Not those
   * that a listed workload made, which speaks for them; not what is over: finished Jobs, old ReplicaSets.
   */
  function standingWorkloads(objects) {
    var workloads = objects.filter(function(object3) {
      return hasKey(TEMPLATES, asText(object3.kind));
    });
    var byId = {};
    for (var _i = 0, workloads_1 = workloads; _i < workloads_1.length; _i++) {
      var workload = workloads_1[_i];
      byId[idOf(workload)] = workload;
    }
    var shown2 = {};
    for (var _a = 0, objects_1 = objects; _a < objects_1.length; _a++) {
      var object2 = objects_1[_a];
      if (object2.kind !== "Pod")
        continue;
      for (var id = controllerOf(object2); id !== "" && !hasKey(shown2, id); ) {
        shown2[id] = true;
        id = hasKey(byId, id) && controllerOf(byId[id]) || makerOf(id);
      }
    }
    return workloads.filter(function(workload2) {
      var controller = controllerOf(workload2);
      var isMade = controller !== "" && (hasKey(byId, controller) || at(workload2, ["spec", "replicas"]) === 0);
      return !isMade && !isFinished(workload2) && !hasKey(shown2, idOf(workload2));
    });
  }
  function idOf(object2) {
    return namespaceOf(object2) + "/" + asText(object2.kind) + "/" + nameOf(object2);
  }
  /*! The controller's id, from the owner references (meta/v1); '' for none. */
  function controllerOf(object2) {
    for (var _i = 0, _a = asList(at(object2, ["metadata", "ownerReferences"])); _i < _a.length; _i++) {
      var item = _a[_i];
      var owner = asObject(item);
      if (owner.controller === true)
        return namespaceOf(object2) + "/" + asText(owner.kind) + "/" + asText(owner.name);
    }
    return "";
  }
  /*! `shop/ReplicaSet/web-5d4f` is made by `shop/Deployment/web`, also where the ReplicaSet is not listed. */
  function makerOf(id) {
    var match = /^([^/]*)\/([^/]*)\/(.+)-[^-]*$/.exec(id);
    return match && hasKey(MAKERS, match[2]) ? match[1] + "/" + MAKERS[match[2]] + "/" + match[3] : "";
  }
  /*! A Job's condition `Complete` or `Failed` (batch/v1). */
  function isFinished(workload) {
    if (workload.kind !== "Job")
      return false;
    return asList(at(workload, ["status", "conditions"])).some(function(item) {
      var condition = asObject(item);
      return /^(Complete|Failed)$/.test(asText(condition.type)) && condition.status === "True";
    });
  }

  // scripts/policy/prove/pods.ts
  /*! Reads Pods and the pod templates of workloads. Pods that have ended are passed over: they hold no address. */
  function readPods(objects) {
    var pods = [];
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      if (object2.kind !== "Pod" || /^(Succeeded|Failed)$/.test(asText(at(object2, ["status", "phase"]))))
        continue;
      pods.push(readPod(object2, namespaceOf(object2), nameOf(object2), "pod"));
    }
    for (var _a = 0, _b = standingWorkloads(objects); _a < _b.length; _a++) {
      var workload = _b[_a];
      var name = asText(workload.kind) + " " + nameOf(workload);
      pods.push(readPod(templateOf(workload), namespaceOf(workload), name, "workload"));
    }
    return stableSort(pods, function(a, b) {
      return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
    });
  }
  function readPod(object2, namespace, name, kind) {
    var spec = asObject(object2.spec);
    var containers = servingContainers(spec);
    var hostNetwork = spec.hostNetwork === true;
    return {
      name: name,
      namespace: namespace,
      labels: asStringMap(at(object2, ["metadata", "labels"])),
      hostNetwork: hostNetwork,
      addresses: kind === "pod" ? podAddresses(object2, hostNetwork) : [],
      namedPorts: namedPorts(containers),
      probePorts: probePorts(containers),
      kind: kind
    };
  }
  /*! Containers that keep running: the containers, and init containers that restart (sidecars). */
  function servingContainers(spec) {
    var sidecars = asList(spec.initContainers).map(asObject).filter(function(container) {
      return container.restartPolicy === "Always";
    });
    return asList(spec.containers).map(asObject).concat(sidecars);
  }
  function podAddresses(object2, hostNetwork) {
    var texts = [];
    for (var _i = 0, _a = asList(at(object2, ["status", "podIPs"])); _i < _a.length; _i++) {
      var item = _a[_i];
      texts.push(asText(asObject(item).ip));
    }
    texts.push(asText(at(object2, ["status", "podIP"])));
    if (hostNetwork) {
      for (var _b = 0, _c = asList(at(object2, ["status", "hostIPs"])); _b < _c.length; _b++) {
        var item = _c[_b];
        texts.push(asText(asObject(item).ip));
      }
      texts.push(asText(at(object2, ["status", "hostIP"])));
    }
    var seen = {};
    var addresses = [];
    for (var _d = 0, texts_1 = texts; _d < texts_1.length; _d++) {
      var text2 = texts_1[_d];
      var address = parseAddress2(text2);
      if (!address || hasKey(seen, address.digits))
        continue;
      seen[address.digits] = true;
      addresses.push(address);
    }
    return addresses;
  }
  /*! `protocol` of a port; TCP where it is not given. */
  function protocolOf(value) {
    return value === "UDP" || value === "SCTP" ? value : "TCP";
  }
  function namedPorts(containers) {
    var ports = [];
    var seen = {};
    for (var _i = 0, containers_1 = containers; _i < containers_1.length; _i++) {
      var container = containers_1[_i];
      for (var _a = 0, _b = asList(container.ports); _a < _b.length; _a++) {
        var item = _b[_a];
        var port = asObject(item);
        var name = asText(port.name);
        var key = name + "/" + protocolOf(port.protocol);
        /*! A name stands for the first port with this name and protocol (kubelet's FindPort). */
        if (name === "" || typeof port.containerPort !== "number" || hasKey(seen, key))
          continue;
        seen[key] = true;
        ports.push({ name: name, protocol: protocolOf(port.protocol), port: port.containerPort });
      }
    }
    return ports;
  }
  function probePorts(containers) {
    var ports = [];
    for (var _i = 0, containers_2 = containers; _i < containers_2.length; _i++) {
      var container = containers_2[_i];
      for (var _a = 0, _b = ["livenessProbe", "readinessProbe", "startupProbe"]; _a < _b.length; _a++) {
        var probe = _b[_a];
        for (var _c = 0, _d = ["httpGet", "tcpSocket", "grpc"]; _c < _d.length; _c++) {
          var action = _d[_c];
          var port = at(container, [probe, action, "port"]);
          var number = typeof port === "string" ? containerPort(container, port) : port;
          if (typeof number === "number")
            ports.push(number);
        }
      }
    }
    return ports;
  }
  /*! A probe's named port is looked up in its own container. */
  function containerPort(container, name) {
    if (/^[0-9]+$/.test(name))
      return Number(name);
    for (var _i = 0, _a = asList(container.ports); _i < _a.length; _i++) {
      var item = _a[_i];
      var port = asObject(item);
      if (port.name === name && typeof port.containerPort === "number")
        return port.containerPort;
    }
    return void 0;
  }
  /*! The number that a port name stands for on a pod; undefined where the pod has no such port. */
  function resolvePort(ports, name, protocol) {
    for (var _i = 0, ports_1 = ports; _i < ports_1.length; _i++) {
      var port = ports_1[_i];
      if (port.name === name && port.protocol === protocol)
        return port.port;
    }
    return void 0;
  }

  // scripts/policy/prove/servicefacts.ts
  /*! Reads Services with the endpoints of those that have no selector (EndpointSlices, else Endpoints). */
  function readServices(objects) {
    var endpoints = readEndpoints(objects);
    var services = [];
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      if (object2.kind !== "Service")
        continue;
      var spec = asObject(object2.spec);
      var key = namespaceOf(object2) + "/" + nameOf(object2);
      var selector = asStringMap(spec.selector);
      services.push({
        namespace: namespaceOf(object2),
        name: nameOf(object2),
        labels: asStringMap(at(object2, ["metadata", "labels"])),
        clusterAddresses: spec.type === "ExternalName" ? [] : clusterAddresses(spec),
        selector: sortedKeys(selector).length > 0 ? equalitySelector(selector) : void 0,
        ports: servicePorts(spec),
        endpoints: hasKey(endpoints, key) ? endpoints[key] : []
      });
    }
    return stableSort(services, function(a, b) {
      return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
    });
  }
  function clusterAddresses(spec) {
    var several = asStrings(spec.clusterIPs);
    var addresses = [];
    for (var _i = 0, _a = several.length > 0 ? several : [asText(spec.clusterIP)]; _i < _a.length; _i++) {
      var text2 = _a[_i];
      var address = parseAddress2(text2);
      if (address)
        addresses.push(address);
    }
    return addresses;
  }
  function servicePorts(spec) {
    var ports = [];
    for (var _i = 0, _a = asList(spec.ports); _i < _a.length; _i++) {
      var item = _a[_i];
      var port = asObject(item);
      if (typeof port.port !== "number")
        continue;
      var target = port.targetPort;
      ports.push({
        name: asText(port.name),
        protocol: protocolOf(port.protocol),
        port: port.port,
        /*! `targetPort` defaults to `port`; 0 counts as not given (core/v1 ServicePort). */
        targetPort: (typeof target === "number" || typeof target === "string") && target ? target : port.port
      });
    }
    return ports;
  }
  function readEndpoints(objects) {
    var found = {};
    function add2(service2, addresses2, ports) {
      if (!hasKey(found, service2))
        found[service2] = [];
      for (var _i2 = 0, addresses_1 = addresses2; _i2 < addresses_1.length; _i2++) {
        var text2 = addresses_1[_i2];
        var address = parseAddress2(text2);
        if (address)
          found[service2].push({ address: address, ports: ports });
      }
    }
    var sliced = {};
    for (var _i = 0, objects_2 = objects; _i < objects_2.length; _i++) {
      var object2 = objects_2[_i];
      var service = asText(at(object2, ["metadata", "labels", "kubernetes.io/service-name"]));
      if (object2.kind !== "EndpointSlice" || service === "")
        continue;
      var key = namespaceOf(object2) + "/" + service;
      sliced[key] = true;
      for (var _a = 0, _b = asList(object2.endpoints); _a < _b.length; _a++) {
        var item = _b[_a];
        add2(key, asStrings(asObject(item).addresses), portNumbers(object2.ports));
      }
    }
    for (var _c = 0, objects_3 = objects; _c < objects_3.length; _c++) {
      var object2 = objects_3[_c];
      var key = namespaceOf(object2) + "/" + nameOf(object2);
      /*! Endpoints are mirrored into EndpointSlices, which are the complete form. */
      if (object2.kind !== "Endpoints" || hasKey(sliced, key))
        continue;
      for (var _d = 0, _e = asList(object2.subsets); _d < _e.length; _d++) {
        var item = _e[_d];
        var subset = asObject(item);
        var addresses = asList(subset.addresses).map(function(entry) {
          return asText(asObject(entry).ip);
        });
        add2(key, addresses, portNumbers(subset.ports));
      }
    }
    return found;
  }
  function portNumbers(value) {
    var numbers = {};
    for (var _i = 0, _a = asList(value); _i < _a.length; _i++) {
      var item = _a[_i];
      var port = asObject(item);
      if (!isAbsent(port.port) && typeof port.port === "number")
        numbers[asText(port.name)] = port.port;
    }
    return numbers;
  }
  /*! True where the Service's selector selects the pod. */
  function selectsPod(service, namespace, labels) {
    if (service.namespace !== namespace || service.selector === void 0)
      return false;
    return selectorHolds(service.selector, labels);
  }

  // scripts/policy/prove/cluster.ts
  /*! Kinds whose namespace exists because they are in it. */
  var NAMESPACED = /^(NetworkPolicy|Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|DeploymentConfig|Service)$/;
  /*!
   * Reads the objects of one cluster.
   *
   * @param objects raw API objects; Lists are already flattened
   * @param problems receives what cannot be judged
   */
  function readCluster(objects, profile, problems) {
    return {
      namespaces: readNamespaces(objects),
      pods: readPods(objects),
      services: readServices(objects),
      nodes: readNodes(objects, profile, problems),
      podNetwork: readNetworks(profile.podCIDRs || nodeCIDRs(objects), "podCIDRs", problems),
      serviceNetwork: readNetworks(profile.serviceCIDRs || serviceCIDRs(objects), "serviceCIDRs", problems)
    };
  }
  function readNamespaces(objects) {
    var labels = {};
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object2 = objects_1[_i];
      if (object2.kind === "Namespace")
        labels[nameOf(object2)] = asStringMap(at(object2, ["metadata", "labels"]));
    }
    for (var _a = 0, objects_2 = objects; _a < objects_2.length; _a++) {
      var object2 = objects_2[_a];
      if (!NAMESPACED.test(asText(object2.kind)))
        continue;
      if (!hasKey(labels, namespaceOf(object2)))
        labels[namespaceOf(object2)] = {};
    }
    return sortedKeys(labels).map(function(name) {
      var all = {};
      for (var _i2 = 0, _a2 = sortedKeys(labels[name]); _i2 < _a2.length; _i2++) {
        var key = _a2[_i2];
        all[key] = labels[name][key];
      }
      all["kubernetes.io/metadata.name"] = name;
      return { name: name, labels: all };
    });
  }
  function readNodes(objects, profile, problems) {
    var nodes = [];
    for (var _i = 0, objects_3 = objects; _i < objects_3.length; _i++) {
      var object2 = objects_3[_i];
      if (object2.kind !== "Node")
        continue;
      var addresses = [];
      for (var _a = 0, _b = asList(at(object2, ["status", "addresses"])); _a < _b.length; _a++) {
        var item = _b[_a];
        var entry = asObject(item);
        var address = parseAddress2(asText(entry.address));
        if (address && /^(InternalIP|ExternalIP)$/.test(asText(entry.type)))
          addresses.push(address);
      }
      nodes.push({ name: nameOf(object2), addresses: addresses });
    }
    for (var _c = 0, _d = profile.nodes.addresses; _c < _d.length; _c++) {
      var text2 = _d[_c];
      var address = parseAddress2(text2.replace(/\/(32|128)$/, ""));
      if (address)
        nodes.push({ name: "profile nodes.addresses", addresses: [address] });
      else
        problems.push("the profile's nodes.addresses holds \"" + text2 + '", which is no single address');
    }
    return stableSort(nodes, function(a, b) {
      return compareText(a.name, b.name);
    });
  }
  function nodeCIDRs(objects) {
    var cidrs = [];
    for (var _i = 0, objects_4 = objects; _i < objects_4.length; _i++) {
      var object2 = objects_4[_i];
      if (object2.kind !== "Node")
        continue;
      var several = asStrings(at(object2, ["spec", "podCIDRs"]));
      var single = asText(at(object2, ["spec", "podCIDR"]));
      for (var _a = 0, _b = several.length > 0 ? several : single ? [single] : []; _a < _b.length; _a++) {
        var cidr = _b[_a];
        cidrs.push(cidr);
      }
    }
    return cidrs;
  }
  function serviceCIDRs(objects) {
    var cidrs = [];
    for (var _i = 0, objects_5 = objects; _i < objects_5.length; _i++) {
      var object2 = objects_5[_i];
      if (object2.kind === "ServiceCIDR")
        for (var _a = 0, _b = asStrings(at(object2, ["spec", "cidrs"])); _a < _b.length; _a++) {
          var cidr = _b[_a];
          cidrs.push(cidr);
        }
    }
    return cidrs;
  }
  function readNetworks(cidrs, what, problems) {
    var blocks = [];
    for (var _i = 0, cidrs_1 = cidrs; _i < cidrs_1.length; _i++) {
      var cidr = cidrs_1[_i];
      var block = parseCidr2(cidr);
      if (block)
        blocks.push(block);
      else
        problems.push(what + ' holds "' + cidr + '", which is no network');
    }
    return blocks;
  }

  // scripts/policy/prove/tagmodel.ts
  /*! Longer tags are cut by the plugin, with a hash that nobody documents. */
  var MAX_TAG = 127;
  function namespaceTag(profile, namespace) {
    return ("k8s.cl_" + profile.tags.cluster + ".ns_" + namespace).toLowerCase();
  }
  /*! How the plugin writes a label key (`tags.labelKey` of the profile). */
  function tagKey(profile, key) {
    return profile.tags.labelKey === "underscore" ? key.replace(/\//g, "_") : key;
  }
  function labelTags(profile, namespace, labels, tags) {
    var prefix = namespaceTag(profile, namespace);
    tags[prefix] = true;
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      tags[prefix + "." + (tagKey(profile, key) + "." + labels[key]).toLowerCase()] = true;
    }
  }
  /*! Tags of a pod's addresses: its namespace, each label, each Service that selects it. Owner tags are not modelled. */
  function podTags(profile, namespace, labels, services) {
    var tags = {};
    labelTags(profile, namespace, labels, tags);
    for (var _i = 0, services_1 = services; _i < services_1.length; _i++) {
      var service = services_1[_i];
      if (selectsPod(service, namespace, labels)) {
        tags[namespaceTag(profile, namespace) + ".svc_" + service.name.toLowerCase()] = true;
      }
    }
    return tags;
  }
  /*! Tags of a Service's cluster addresses: its namespace, its own labels, itself. */
  function serviceTags(profile, service) {
    var tags = {};
    labelTags(profile, service.namespace, service.labels, tags);
    tags[namespaceTag(profile, service.namespace) + ".svc_" + service.name.toLowerCase()] = true;
    return tags;
  }
  /*! The beginnings of the tags that the plugin cuts, as far as it keeps them. */
  function cutTags(tags) {
    return sortedKeys(tags).filter(function(tag) {
      return tag.length > MAX_TAG;
    }).map(function(tag) {
      return tag.slice(0, MAX_TAG);
    });
  }

  // scripts/policy/prove/identities.ts
  /*! A pod, a workload's pods, or a virtual pod; not for host-network pods, which are their node. */
  function podIdentity(context, pod, kind, details) {
    var matchers = matchersOf(context.scheme, pod.namespace, pod.labels);
    var egress = [];
    var ingress = [];
    for (var _i = 0, matchers_1 = matchers; _i < matchers_1.length; _i++) {
      var matcher = matchers_1[_i];
      for (var _a = 0, _b = matcher.subjectOf; _a < _b.length; _a++) {
        var position = _b[_a];
        if (context.policies[position].isolatesEgress)
          egress.push(position);
        if (context.policies[position].isolatesIngress)
          ingress.push(position);
      }
    }
    var tags = podTags(context.profile, pod.namespace, pod.labels, context.services);
    return {
      kind: kind,
      name: details.name,
      namespace: pod.namespace,
      labels: pod.labels,
      namedPorts: details.namedPorts,
      probePorts: details.probePorts,
      rows: identityRows(context.scheme, matchers, tags),
      egressPolicies: egress,
      ingressPolicies: ingress,
      service: void 0
    };
  }
  /*! A node or an outside address: selected by nothing; tags only from host-network pods, where the plugin registers them. */
  function addressIdentity(context, kind, name, tags) {
    return {
      kind: kind,
      name: name,
      namespace: "",
      labels: {},
      namedPorts: [],
      probePorts: [],
      rows: identityRows(context.scheme, [], tags),
      egressPolicies: [],
      ingressPolicies: [],
      service: void 0
    };
  }
  /*! A Service's cluster address, as a destination. */
  function serviceIdentity(context, service) {
    return {
      kind: "service",
      name: service.name,
      namespace: service.namespace,
      labels: service.labels,
      namedPorts: [],
      probePorts: [],
      rows: identityRows(context.scheme, [], serviceTags(context.profile, service)),
      egressPolicies: [],
      ingressPolicies: [],
      service: service
    };
  }
  /*! The tags of several host-network pods on one address; undefined for none. */
  function mergedTags(context, pods) {
    if (pods.length === 0 || context.profile.tags.hostNetwork !== "registered")
      return void 0;
    var merged2 = {};
    for (var _i = 0, pods_1 = pods; _i < pods_1.length; _i++) {
      var pod = pods_1[_i];
      var tags = podTags(context.profile, pod.namespace, pod.labels, context.services);
      for (var _a = 0, _b = sortedKeys(tags); _a < _b.length; _a++) {
        var tag = _b[_a];
        merged2[tag] = true;
      }
    }
    return merged2;
  }

  // scripts/policy/prove/outside.ts
  /*! Addresses to start from where any address will do; the first that lies in no block of the input is taken. */
  var ORDINARY = {
    IPv4: ["198.51.100.77", "203.0.113.77", "192.0.2.77", "172.29.177.1", "10.213.77.1", "192.168.177.1"],
    IPv6: ["2001:2:77::1", "2001:db8:77::1", "fd77:77::1", "3fff:77::1"]
  };
  /*! The first, the last, the one before and the one after each block: every class of addresses has one among them. */
  function boundaryAddresses(blocks) {
    var addresses = [];
    var seen = {};
    function add2(address) {
      if (address === void 0 || hasKey(seen, address.digits))
        return;
      /*! Mapped addresses do not occur on the wire as IPv6. */
      if (blockHolds(MAPPED, address))
        return;
      seen[address.digits] = true;
      addresses.push(address);
    }
    for (var _i = 0, blocks_1 = blocks; _i < blocks_1.length; _i++) {
      var block = blocks_1[_i];
      var first2 = { family: block.family, digits: block.from };
      var last = { family: block.family, digits: block.to };
      add2(first2);
      add2(last);
      add2(neighbour(first2, -1));
      add2(neighbour(last, 1));
    }
    return addresses;
  }
  /*! An address that nobody has, in no block but whole-family ones; undefined where there is none to be found. */
  function addressInNoBlock(family, blocks, taken) {
    var limited = blocks.filter(function(block) {
      return block.family === family && !isWholeFamily(block);
    });
    var candidates2 = [];
    for (var _i = 0, _a = ORDINARY[family]; _i < _a.length; _i++) {
      var text2 = _a[_i];
      var address = parseAddress2(text2);
      if (address)
        candidates2.push(address);
    }
    for (var _b = 0, _c = candidates2.concat(boundaryAddresses(limited)); _b < _c.length; _b++) {
      var address = _c[_b];
      if (!someBlockHolds(limited, address) && !hasKey(taken, address.digits))
        return address;
    }
    return void 0;
  }

  // scripts/policy/prove/endpoints.ts
  /*! All endpoints of a cluster: pods, virtual pods, nodes, outside addresses, and Services where they are judged. */
  function allEndpoints(context, facts, virtual) {
    var surroundings = {
      context: context,
      facts: facts,
      mentioned: mentionedBlocks(context),
      taken: takenAddresses(facts),
      endpoints: []
    };
    addPods(surroundings, virtual);
    addNodes(surroundings);
    if (context.profile.inspection === "both-ends")
      addServices(surroundings);
    addOutside(surroundings);
    return surroundings.endpoints;
  }
  /*!
   * Nobody that exists: addresses that the policies tell apart, those of the pod network had by pods of a namespace to come.
   * They are not judged, but they say which entry is narrower, which must not change with every new namespace or Service.
   */
  function strangers(context, facts) {
    var nobody = addressIdentity(context, "outside", "", void 0);
    var pod = __assign(__assign({}, nobody), { rows: strangerRows(context.scheme) });
    var nodes = {};
    for (var _i = 0, _a = facts.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      for (var _b = 0, _c = node.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        nodes[address.digits] = true;
      }
    }
    var addresses = boundaryAddresses(peerBlocks(context).concat(facts.podNetwork)).filter(function(address2) {
      return !hasKey(nodes, address2.digits);
    });
    return addresses.map(function(address2) {
      return {
        identity: someBlockHolds(facts.podNetwork, address2) ? pod : nobody,
        address: address2,
        addressRows: addressRows(context.scheme, address2)
      };
    });
  }
  /*! An address that is asked for but was not sampled. */
  function outsideEndpoint(context, address) {
    return {
      identity: addressIdentity(context, "outside", "", void 0),
      address: address,
      addressRows: addressRows(context.scheme, address)
    };
  }
  function mentionedBlocks(context) {
    var ofRules = context.scheme.blocks.map(function(item) {
      return item.block;
    });
    return ofRules.concat(peerBlocks(context));
  }
  function peerBlocks(context) {
    var blocks = [];
    for (var _i = 0, _a = context.scheme.peers; _i < _a.length; _i++) {
      var item = _a[_i];
      blocks.push(item.peer.block);
      for (var _b = 0, _c = item.peer.except; _b < _c.length; _b++) {
        var exception = _c[_b];
        blocks.push(exception);
      }
    }
    return blocks;
  }
  function takenAddresses(facts) {
    var taken = {};
    for (var _i = 0, _a = facts.pods; _i < _a.length; _i++) {
      var pod = _a[_i];
      for (var _b = 0, _c = pod.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        taken[address.digits] = true;
      }
    }
    for (var _d = 0, _e = facts.nodes; _d < _e.length; _d++) {
      var node = _e[_d];
      for (var _f = 0, _g = node.addresses; _f < _g.length; _f++) {
        var address = _g[_f];
        taken[address.digits] = true;
      }
    }
    for (var _h = 0, _j = facts.services; _h < _j.length; _h++) {
      var service = _j[_h];
      for (var _k = 0, _l = service.clusterAddresses; _k < _l.length; _k++) {
        var address = _l[_k];
        taken[address.digits] = true;
      }
    }
    return taken;
  }
  function add(surroundings, identity, address) {
    var rows = addressRows(surroundings.context.scheme, address);
    surroundings.endpoints.push({ identity: identity, address: address, addressRows: rows });
  }
  function addPods(surroundings, virtual) {
    var context = surroundings.context;
    var places2 = podPlaces(surroundings);
    var seen = {};
    function addAtPlaces(identity2) {
      for (var _i2 = 0, places_1 = places2; _i2 < places_1.length; _i2++) {
        var place = places_1[_i2];
        surroundings.endpoints.push({ identity: identity2, address: place.address, addressRows: place.rows });
      }
    }
    for (var _i = 0, _a = surroundings.facts.pods; _i < _a.length; _i++) {
      var pod = _a[_i];
      if (pod.hostNetwork)
        continue;
      var identity = podIdentity(context, pod, pod.kind, pod);
      for (var _b = 0, _c = pod.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        add(surroundings, identity, address);
      }
      if (pod.addresses.length === 0)
        addAtPlaces(identity);
    }
    for (var _d = 0, virtual_1 = virtual; _d < virtual_1.length; _d++) {
      var pod = virtual_1[_d];
      var identity = podIdentity(context, pod, "virtual", { name: "", namedPorts: [], probePorts: [] });
      /*! Equal rows and policies: judged alike, so one of them is enough. */
      var key = [identity.rows.source, identity.rows.destination, identity.egressPolicies, identity.ingressPolicies];
      var text2 = identity.namespace + " " + key.join(";") + servicesOf(context, pod);
      if (hasKey(seen, text2))
        continue;
      seen[text2] = true;
      addAtPlaces(identity);
    }
  }
  /*! Which Services select a virtual pod: they need it as a target. */
  function servicesOf(context, pod) {
    if (context.profile.inspection !== "both-ends")
      return "";
    var names2 = [];
    for (var _i = 0, _a = context.services; _i < _a.length; _i++) {
      var service = _a[_i];
      if (selectsPod(service, pod.namespace, pod.labels))
        names2.push(service.name);
    }
    return " " + names2.join(",");
  }
  /*! Addresses for pods without a known one: one for each class of addresses inside the pod network. */
  function podPlaces(surroundings) {
    var network = surroundings.facts.podNetwork;
    var places2 = [];
    var _loop_1 = function(family2) {
      var blocks = network.filter(function(block) {
        return block.family === family2;
      });
      var candidates2 = blocks.length > 0 ? addressesInside(surroundings, blocks) : madeUpAddress(surroundings, family2);
      for (var _b = 0, _c = distinctPlaces(surroundings, candidates2); _b < _c.length; _b++) {
        var place = _c[_b];
        places2.push(place);
      }
    };
    for (var _i = 0, _a = podFamilies(surroundings.facts); _i < _a.length; _i++) {
      var family = _a[_i];
      _loop_1(family);
    }
    return places2;
  }
  /*! The families of pods without a known address. */
  function podFamilies(facts) {
    var known = FAMILIES.filter(function(family) {
      return facts.podNetwork.some(function(block) {
        return block.family === family;
      });
    });
    if (known.length > 0)
      return known;
    var used = FAMILIES.filter(function(family) {
      return facts.pods.some(function(pod) {
        return pod.addresses.some(function(address) {
          return !pod.hostNetwork && address.family === family;
        });
      });
    });
    return used.length > 0 ? used : ["IPv4"];
  }
  function addressesInside(surroundings, blocks) {
    var singles = [];
    for (var _i = 0, _a = surroundings.facts.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      for (var _b = 0, _c = node.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        singles.push(singleBlock(address));
      }
    }
    var candidates2 = boundaryAddresses(surroundings.mentioned.concat(blocks, singles));
    var inside = candidates2.filter(function(address2) {
      return someBlockHolds(blocks, address2);
    });
    var free = inside.filter(function(address2) {
      return !hasKey(surroundings.taken, address2.digits);
    });
    var nodes = {};
    for (var _d = 0, _e = surroundings.facts.nodes; _d < _e.length; _d++) {
      var node = _e[_d];
      for (var _f = 0, _g = node.addresses; _f < _g.length; _f++) {
        var address = _g[_f];
        nodes[address.digits] = true;
      }
    }
    /*! An address that a pod has today could be another pod's tomorrow, a node's could not. */
    return free.concat(inside.filter(function(address2) {
      return !hasKey(nodes, address2.digits);
    }));
  }
  function madeUpAddress(surroundings, family) {
    var address = addressInNoBlock(family, surroundings.mentioned, surroundings.taken) || addressInNoBlock(family, [], {});
    return address ? [address] : [];
  }
  function distinctPlaces(surroundings, addresses) {
    var places2 = [];
    var seen = {};
    for (var _i = 0, addresses_1 = addresses; _i < addresses_1.length; _i++) {
      var address = addresses_1[_i];
      var rows = addressRows(surroundings.context.scheme, address);
      var key = address.family + " " + rows.source.join(",") + ";" + rows.destination.join(",");
      if (hasKey(seen, key))
        continue;
      seen[key] = true;
      places2.push({ address: address, rows: rows });
    }
    return places2;
  }
  /*! Host-network pods by the address that they share with their node. */
  function hostPods(facts) {
    var found = {};
    for (var _i = 0, _a = facts.pods; _i < _a.length; _i++) {
      var pod = _a[_i];
      if (!pod.hostNetwork)
        continue;
      for (var _b = 0, _c = pod.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        if (!hasKey(found, address.digits))
          found[address.digits] = [];
        found[address.digits].push(pod);
      }
    }
    return found;
  }
  function addNodes(surroundings) {
    var context = surroundings.context;
    var hosted = hostPods(surroundings.facts);
    var seen = {};
    function podsAt(address2) {
      return hasKey(hosted, address2.digits) ? hosted[address2.digits] : [];
    }
    for (var _i = 0, _a = surroundings.facts.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      for (var _b = 0, _c = node.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        if (hasKey(seen, address.digits))
          continue;
        seen[address.digits] = true;
        var tags = mergedTags(context, podsAt(address));
        add(surroundings, addressIdentity(context, "node", node.name, tags), address);
      }
    }
    for (var _d = 0, _e = surroundings.facts.pods; _d < _e.length; _d++) {
      var pod = _e[_d];
      if (!pod.hostNetwork)
        continue;
      for (var _f = 0, _g = pod.addresses; _f < _g.length; _f++) {
        var address = _g[_f];
        if (hasKey(seen, address.digits))
          continue;
        seen[address.digits] = true;
        var name = "host of " + pod.namespace + "/" + pod.name;
        add(surroundings, addressIdentity(context, "outside", name, mergedTags(context, podsAt(address))), address);
      }
      if (pod.addresses.length === 0)
        addHostWorkload(surroundings, pod, podsAt);
    }
  }
  /*! A host-network workload may run on any node; the first of each family stands for all of them. */
  function addHostWorkload(surroundings, pod, podsAt) {
    var context = surroundings.context;
    if (context.profile.tags.hostNetwork !== "registered")
      return;
    var _loop_2 = function(family2) {
      for (var _a = 0, _b = surroundings.facts.nodes; _a < _b.length; _a++) {
        var node = _b[_a];
        var address = node.addresses.filter(function(candidate) {
          return candidate.family === family2;
        })[0];
        if (!address)
          continue;
        var name = node.name + " with " + pod.namespace + "/" + pod.name;
        var tags = mergedTags(context, podsAt(address).concat([pod]));
        add(surroundings, addressIdentity(context, "node", name, tags), address);
        break;
      }
    };
    for (var _i = 0, FAMILIES_1 = FAMILIES; _i < FAMILIES_1.length; _i++) {
      var family = FAMILIES_1[_i];
      _loop_2(family);
    }
  }
  function addServices(surroundings) {
    for (var _i = 0, _a = surroundings.facts.services; _i < _a.length; _i++) {
      var service = _a[_i];
      if (service.clusterAddresses.length === 0)
        continue;
      var identity = serviceIdentity(surroundings.context, service);
      for (var _b = 0, _c = service.clusterAddresses; _b < _c.length; _b++) {
        var address = _c[_b];
        add(surroundings, identity, address);
      }
    }
  }
  /*!
   * Outside addresses at every boundary of every block. Addresses inside the pod network that no pod has do not exist,
   * nor do addresses of the Service network that no Service has.
   */
  function addOutside(surroundings) {
    var facts = surroundings.facts;
    var identity = addressIdentity(surroundings.context, "outside", "", void 0);
    var singles = [];
    for (var _i = 0, _a = facts.nodes; _i < _a.length; _i++) {
      var node = _a[_i];
      for (var _b = 0, _c = node.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        singles.push(singleBlock(address));
      }
    }
    for (var _d = 0, _e = facts.pods; _d < _e.length; _d++) {
      var pod = _e[_d];
      for (var _f = 0, _g = pod.addresses; _f < _g.length; _f++) {
        var address = _g[_f];
        singles.push(singleBlock(address));
      }
    }
    for (var _h = 0, _j = facts.services; _h < _j.length; _h++) {
      var service = _j[_h];
      for (var _k = 0, _l = service.clusterAddresses; _k < _l.length; _k++) {
        var address = _l[_k];
        singles.push(singleBlock(address));
      }
      for (var _m = 0, _o = service.endpoints; _m < _o.length; _m++) {
        var endpoint = _o[_m];
        singles.push(singleBlock(endpoint.address));
      }
    }
    var networks = facts.podNetwork.concat(facts.serviceNetwork);
    var used = {};
    for (var _p = 0, _q = sortedKeys(surroundings.taken); _p < _q.length; _p++) {
      var digits = _q[_p];
      used[digits] = true;
    }
    for (var _r = 0, _s = surroundings.endpoints; _r < _s.length; _r++) {
      var endpoint = _s[_r];
      used[endpoint.address.digits] = true;
    }
    var candidates2 = [];
    for (var _t = 0, FAMILIES_2 = FAMILIES; _t < FAMILIES_2.length; _t++) {
      var family = FAMILIES_2[_t];
      var ordinary = addressInNoBlock(family, surroundings.mentioned.concat(networks), used);
      if (ordinary)
        candidates2.push(ordinary);
    }
    var outside = candidates2.concat(boundaryAddresses(surroundings.mentioned.concat(networks, singles))).filter(function(address2) {
      return !hasKey(used, address2.digits) && !someBlockHolds(networks, address2);
    });
    for (var _u = 0, _v = distinctPlaces(surroundings, outside); _u < _v.length; _u++) {
      var place = _v[_u];
      surroundings.endpoints.push({ identity: identity, address: place.address, addressRows: place.rows });
    }
  }

  // scripts/policy/prove/namedports.ts
  function newNamedPorts(names2) {
    var seen = {};
    var distinct3 = names2.filter(function(item) {
      var key = item.protocol + " " + item.name;
      if (hasKey(seen, key))
        return false;
      seen[key] = true;
      return true;
    });
    /*! Position 0: no named port at all. */
    return { names: distinct3, tables: [[]], positions: { "": 0 } };
  }
  /*! The position of what the used names mean on this endpoint. */
  function namedPosition(named, identity) {
    if (named.names.length === 0)
      return 0;
    var table = [];
    var text2 = "";
    for (var _i = 0, _a = named.names; _i < _a.length; _i++) {
      var item = _a[_i];
      var port = resolvePort(identity.namedPorts, item.name, item.protocol);
      if (port === void 0)
        continue;
      table.push({ name: item.name, protocol: item.protocol, port: port });
      text2 += item.name + "/" + item.protocol + "/" + String(port) + " ";
    }
    var isVirtual = identity.kind === "virtual";
    if (isVirtual)
      text2 = "virtual";
    if (!hasKey(named.positions, text2)) {
      named.positions[text2] = named.tables.length;
      named.tables.push(isVirtual ? void 0 : table);
    }
    return named.positions[text2];
  }
  /*! Every number that some pod gives the name. */
  function everyNumber(pods, name, protocol) {
    var numbers = [];
    for (var _i = 0, pods_1 = pods; _i < pods_1.length; _i++) {
      var pod = pods_1[_i];
      var port = pod.hostNetwork ? void 0 : resolvePort(pod.namedPorts, name, protocol);
      if (port !== void 0 && numbers.indexOf(port) < 0)
        numbers.push(port);
    }
    return numbers;
  }

  // scripts/policy/prove/order.ts
  /*!
   * The rank of each entry in the order in which entries of one side decide: restricted to App-IDs or URL categories
   * first, then inspected ones, then narrower ones (the box lies strictly inside the other's), then namespace, name,
   * position (DESIGN section 6.4).
   */
  function entryRanks(context) {
    var ranks = context.entries.map(function(_entry, position) {
      return position;
    });
    var groups = {};
    context.entries.forEach(function(entry, position) {
      var key2 = entry.facts.direction + " " + entry.policy.id.namespace;
      if (!hasKey(groups, key2))
        groups[key2] = [];
      groups[key2].push(position);
    });
    var _loop_1 = function(key2) {
      var group = groups[key2];
      /*! Where all ask for the same, the order makes no difference. */
      var attributes = {};
      for (var _b = 0, group_1 = group; _b < group_1.length; _b++) {
        var position = group_1[_b];
        attributes[canonicalJson(context.entries[position].attributes)] = true;
      }
      if (sortedKeys(attributes).length < 2)
        return "continue";
      var ordered = orderedGroup(context, group);
      var free = group.slice().sort(function(a, b) {
        return a - b;
      });
      ordered.forEach(function(position2, index) {
        ranks[position2] = free[index];
      });
    };
    for (var _i = 0, _a = sortedKeys(groups); _i < _a.length; _i++) {
      var key = _a[_i];
      _loop_1(key);
    }
    return ranks;
  }
  /*! 0 to 3: restricted and inspected, restricted, inspected, neither. */
  function classNumber(entry) {
    var attributes = entry.attributes;
    var restricted2 = attributes.applications !== void 0 || attributes.categories !== void 0;
    return (restricted2 ? 0 : 2) + (isInspected(entry) ? 0 : 1);
  }
  function isInspected(entry) {
    var inspection = entry.attributes.inspection;
    if (inspection === void 0)
      return false;
    if (inspection.type === "group")
      return true;
    var profiles = inspection.profiles;
    return Object.keys(profiles).some(function(kind) {
      return profiles[kind] !== "none";
    });
  }
  function orderedGroup(context, group) {
    var byName = stableSort(group, function(a, b) {
      var first2 = context.entries[a];
      var second = context.entries[b];
      return classNumber(first2) - classNumber(second) || compareText(first2.policy.id.name, second.policy.id.name) || first2.facts.position - second.facts.position;
    });
    var ordered = [];
    var start = 0;
    while (start < byName.length) {
      var end = start;
      var number = classNumber(context.entries[byName[start]]);
      while (end < byName.length && classNumber(context.entries[byName[end]]) === number)
        end++;
      for (var _i = 0, _a = narrowFirst(context, byName.slice(start, end)); _i < _a.length; _i++) {
        var position = _a[_i];
        ordered.push(position);
      }
      start = end;
    }
    return ordered;
  }
  /*! Again and again the first by name among those that have no strictly narrower one left (Kahn's algorithm). */
  function narrowFirst(context, sorted) {
    if (sorted.length < 2)
      return sorted.slice();
    var boxes = sorted.map(function(position) {
      return boxOf(context, position);
    });
    var waitsFor = boxes.map(function(box) {
      return boxes.map(function(other) {
        return !other.empty && !box.empty && liesInside(other, box) && !liesInside(box, other);
      });
    });
    var placed2 = sorted.map(function() {
      return false;
    });
    var ordered = [];
    while (ordered.length < sorted.length) {
      var next = 0;
      while (placed2[next] || isWaiting(waitsFor[next], placed2))
        next++;
      placed2[next] = true;
      ordered.push(sorted[next]);
    }
    return ordered;
  }
  function isWaiting(waitsFor, placed2) {
    for (var i = 0; i < waitsFor.length; i++)
      if (waitsFor[i] && !placed2[i])
        return true;
    return false;
  }
  function boxOf(context, position) {
    var bit = context.rules + position;
    var sources = [];
    var destinations = [];
    for (var _i = 0, _a = context.classes; _i < _a.length; _i++) {
      var one2 = _a[_i];
      sources.push(hasBit(one2.source, bit));
      destinations.push(hasBit(one2.destination, bit) ? context.portsOf(position, one2) : void 0);
    }
    var empty = sources.indexOf(true) < 0 || !destinations.some(hasPorts);
    return { empty: empty, sources: sources, destinations: destinations };
  }
  function hasPorts(mask) {
    if (mask === void 0)
      return false;
    for (var _i = 0, mask_1 = mask; _i < mask_1.length; _i++) {
      var word = mask_1[_i];
      if (word !== 0)
        return true;
    }
    return false;
  }
  function liesInside(inner, outer) {
    for (var i = 0; i < inner.sources.length; i++)
      if (inner.sources[i] && !outer.sources[i])
        return false;
    for (var i = 0; i < inner.destinations.length; i++) {
      var ports = inner.destinations[i];
      var others = outer.destinations[i];
      if (ports === void 0)
        continue;
      for (var word = 0; word < ports.length; word++) {
        if ((ports[word] & ~(others === void 0 ? 0 : others[word])) !== 0)
          return false;
      }
    }
    return true;
  }

  // scripts/policy/prove/policies.ts
  /*!
   * Reads the NetworkPolicies that count: without those of excluded namespaces and those that were left out, and with the
   * last good versions in place of the ones that they replace. `problems` receives what cannot be judged.
   */
  function readPolicies(objects, namespaces, choice3, problems) {
    var replacedNames = {};
    for (var _i = 0, _a = choice3.replaced; _i < _a.length; _i++) {
      var object2 = _a[_i];
      replacedNames[policyKey(object2)] = true;
    }
    var current = objects.filter(function(object3) {
      return isPolicy(object3) && !hasKey(replacedNames, policyKey(object3)) && !isLeftOut(object3, choice3.leftOut);
    });
    var judged = current.concat(choice3.replaced).filter(function(object3) {
      return choice3.excludedNamespaces.indexOf(namespaceOf(object3)) < 0;
    });
    var policies = judged.map(function(object3) {
      return readPolicy(object3, namespaces, problems);
    });
    return stableSort(policies, function(a, b) {
      return compareText(a.id.namespace, b.id.namespace) || compareText(a.id.name, b.id.name);
    });
  }
  function isPolicy(object2) {
    return object2.kind === "NetworkPolicy" && /^networking\.k8s\.io\//.test(asText(object2.apiVersion));
  }
  function policyKey(object2) {
    return namespaceOf(object2) + "/" + nameOf(object2);
  }
  function isLeftOut(object2, leftOut) {
    var uid = asText(at(object2, ["metadata", "uid"]));
    return leftOut.some(function(id) {
      var sameName = id.namespace === namespaceOf(object2) && id.name === nameOf(object2);
      return sameName && (id.uid === "" || uid === "" || id.uid === uid);
    });
  }
  function readPolicy(object2, namespaces, problems) {
    var namespace = namespaceOf(object2);
    var spec = asObject(object2.spec);
    var found = [];
    var types = asList(spec.policyTypes);
    /*! networking/v1 defaults: Ingress always; Egress when there is at least one egress entry. */
    var isolatesIngress = types.length === 0 || types.indexOf("Ingress") >= 0;
    var isolatesEgress = types.length === 0 ? asList(spec.egress).length > 0 : types.indexOf("Egress") >= 0;
    var entries = [];
    if (isolatesIngress)
      readEntries(spec.ingress, "ingress", namespace, namespaces, entries, found);
    if (isolatesEgress)
      readEntries(spec.egress, "egress", namespace, namespaces, entries, found);
    var policy = {
      id: { namespace: namespace, name: nameOf(object2), uid: asText(at(object2, ["metadata", "uid"])) },
      labels: asStringMap(at(object2, ["metadata", "labels"])),
      annotations: asStringMap(at(object2, ["metadata", "annotations"])),
      subject: {
        namespaces: [namespace],
        selector: readSelector(spec.podSelector, "spec.podSelector", found),
        everyPod: false
      },
      isolatesIngress: isolatesIngress,
      isolatesEgress: isolatesEgress,
      entries: entries
    };
    for (var _i = 0, found_1 = found; _i < found_1.length; _i++) {
      var problem2 = found_1[_i];
      problems.push("policy " + policyKey(object2) + ": " + problem2);
    }
    return policy;
  }
  function readEntries(value, direction, namespace, namespaces, entries, problems) {
    asList(value).forEach(function(item, index) {
      var entry = asObject(item);
      var path = "spec." + direction + "[" + String(index) + "]";
      var field = direction === "ingress" ? "from" : "to";
      var pods = [];
      var addresses = [];
      asList(entry[field]).forEach(function(peer, at2) {
        var peerPath = path + "." + field + "[" + String(at2) + "]";
        readPeer(asObject(peer), peerPath, namespace, namespaces, pods, addresses, problems);
      });
      var ports = asList(entry.ports);
      entries.push({
        direction: direction,
        position: index,
        anyone: asList(entry[field]).length === 0,
        pods: pods,
        addresses: addresses,
        ports: ports.length === 0 ? void 0 : ports.map(asObject).map(portReader(path, problems))
      });
    });
  }
  function readPeer(peer, path, namespace, namespaces, pods, addresses, problems) {
    if (!isAbsent(peer.ipBlock)) {
      var block = parseCidr2(asText(at(peer, ["ipBlock", "cidr"])));
      var except = [];
      for (var _i = 0, _a = asList(at(peer, ["ipBlock", "except"])); _i < _a.length; _i++) {
        var text2 = _a[_i];
        var exception = parseCidr2(asText(text2));
        if (exception)
          except.push(exception);
        else
          problems.push(path + ".ipBlock.except holds what is no network");
      }
      if (block)
        addresses.push({ block: block, except: except });
      else
        problems.push(path + ".ipBlock.cidr is no network");
      return;
    }
    if (isAbsent(peer.namespaceSelector) && isAbsent(peer.podSelector)) {
      problems.push(path + " names neither pods nor addresses");
      return;
    }
    var selector = readSelector(peer.podSelector, path + ".podSelector", problems);
    if (isAbsent(peer.namespaceSelector)) {
      pods.push({ namespaces: [namespace], selector: selector, everyPod: false });
      return;
    }
    var wanted = readSelector(peer.namespaceSelector, path + ".namespaceSelector", problems);
    var names2 = namespaces.filter(function(candidate) {
      return selectorHolds(wanted, candidate.labels);
    }).map(function(candidate) {
      return candidate.name;
    });
    pods.push({ namespaces: names2, selector: selector, everyPod: wanted.length === 0 && selector.length === 0 });
  }
  function portReader(path, problems) {
    return function(port) {
      var protocol = isAbsent(port.protocol) ? "TCP" : port.protocol;
      if (protocol !== "TCP" && protocol !== "UDP" && protocol !== "SCTP") {
        problems.push(path + ".ports holds an unknown protocol");
        return { protocol: "TCP" };
      }
      if (isAbsent(port.port))
        return { protocol: protocol };
      if (typeof port.port === "string")
        return { protocol: protocol, name: port.port };
      var from = typeof port.port === "number" ? port.port : 0;
      var to = typeof port.endPort === "number" ? port.endPort : from;
      if (from < 1 || to < from || to > 65535)
        problems.push(path + ".ports holds a port that is none");
      return { protocol: protocol, range: { from: from, to: to } };
    };
  }

  // scripts/policy/prove/ports.ts
  var PROTOCOLS = ["TCP", "UDP", "SCTP"];
  var MAX_PORT = 65535;
  /*! Cuts 1-65535 at every boundary of the ranges; `signature` names the ranges that hold the part. */
  function elementaryParts(ranges) {
    var starts = { 1: true };
    for (var _i = 0, ranges_1 = ranges; _i < ranges_1.length; _i++) {
      var range = ranges_1[_i];
      starts[Math.max(1, range.from)] = true;
      if (range.to < MAX_PORT)
        starts[range.to + 1] = true;
    }
    var cuts = Object.keys(starts).map(Number).sort(function(a, b) {
      return a - b;
    });
    return cuts.map(function(from, index) {
      var holding = [];
      ranges.forEach(function(range2, number) {
        if (range2.from <= from && from <= range2.to)
          holding.push(number);
      });
      var to = index + 1 < cuts.length ? cuts[index + 1] - 1 : MAX_PORT;
      return { from: from, to: to, signature: holding.join(",") };
    });
  }
  function distinctRanges(ranges, protocol) {
    var seen = {};
    return ranges.filter(function(range) {
      var key = String(range.from) + "-" + String(range.to);
      if (range.protocol !== protocol || hasKey(seen, key))
        return false;
      seen[key] = true;
      return true;
    });
  }
  /*! Builds the axis from every range that policies, Services, probes and rules mention. */
  function portAxis(ranges) {
    var mentioned = [];
    var gaps = [];
    var parts = { TCP: [], UDP: [], SCTP: [] };
    var representative = {};
    for (var _i = 0, PROTOCOLS_1 = PROTOCOLS; _i < PROTOCOLS_1.length; _i++) {
      var protocol = PROTOCOLS_1[_i];
      parts[protocol] = elementaryParts(distinctRanges(ranges, protocol));
      for (var _a = 0, _b = parts[protocol]; _a < _b.length; _a++) {
        var part = _b[_a];
        var key = protocol + " " + part.signature;
        if (hasKey(representative, key))
          continue;
        var point = { protocol: protocol, port: part.from };
        representative[key] = point;
        (part.signature === "" ? gaps : mentioned).push(point);
      }
    }
    var points = mentioned.concat([{ protocol: "none" }], gaps);
    function segmentsOf(protocol2) {
      return parts[protocol2].map(function(part2) {
        var point2 = points.indexOf(representative[protocol2 + " " + part2.signature]);
        return { from: part2.from, to: part2.to, point: point2 };
      });
    }
    return {
      points: points,
      words: Math.ceil(points.length / 30),
      segments: { TCP: segmentsOf("TCP"), UDP: segmentsOf("UDP"), SCTP: segmentsOf("SCTP") }
    };
  }
  function emptyMask(axis) {
    var mask = [];
    for (var i = 0; i < axis.words; i++)
      mask.push(0);
    return mask;
  }
  /*! Every port of every protocol, and traffic without ports. */
  function fullMask(axis) {
    var mask = emptyMask(axis);
    for (var i = 0; i < axis.points.length; i++)
      addPoint(mask, i);
    return mask;
  }
  function addPoint(mask, point) {
    mask[Math.floor(point / 30)] |= 1 << point % 30;
  }
  function holdsPoint(mask, point) {
    return (mask[Math.floor(point / 30)] & 1 << point % 30) !== 0;
  }
  /*! Adds a range of the axis. The range's boundaries must be among those that the axis was built from. */
  function addRange(mask, axis, range) {
    for (var _i = 0, _a = axis.segments[range.protocol]; _i < _a.length; _i++) {
      var segment = _a[_i];
      if (range.from <= segment.from && segment.to <= range.to)
        addPoint(mask, segment.point);
    }
  }
  /*! The point that stands for a port. */
  function pointOf(axis, port) {
    if (port.protocol === "none") {
      for (var i = 0; i < axis.points.length; i++)
        if (axis.points[i].protocol === "none")
          return i;
      return 0;
    }
    for (var _i = 0, _a = axis.segments[port.protocol]; _i < _a.length; _i++) {
      var segment = _a[_i];
      if (segment.from <= port.port && port.port <= segment.to)
        return segment.point;
    }
    return 0;
  }
  /*! `tcp/443`, or `icmp` for traffic without ports. */
  function formatPort(port) {
    return port.protocol === "none" ? "icmp" : port.protocol.toLowerCase() + "/" + String(port.port);
  }

  // scripts/policy/prove/rules.ts
  var PROTOCOLS2 = { tcp: "TCP", udp: "UDP", sctp: "SCTP" };
  /*! PAN-OS schema 10.0.6, `service/entry/protocol/tcp/port`. */
  var MAX_PORT_TEXT = 1023;
  /*! Reads a rendered rulebase back: filter texts, static groups, port texts, literal addresses. */
  function readRulebase(rulebase, profile) {
    var failures = [];
    var reading = {
      groups: indexGroups(rulebase.addressGroups, failures),
      ends: {},
      open: {},
      services: readServiceObjects(rulebase.services, failures),
      filters: [],
      tags: [],
      groupTags: tagsOfGroups(rulebase.addressGroups),
      profile: profile,
      failures: failures
    };
    var rules = rulebase.rules.map(function(rule) {
      return readRule(rule, reading);
    });
    return { rules: rules, filters: reading.filters, filterTags: sortedUnique(reading.tags), failures: failures };
  }
  function indexGroups(groups, failures) {
    var index = {};
    for (var _i = 0, groups_1 = groups; _i < groups_1.length; _i++) {
      var group = groups_1[_i];
      if (hasKey(index, group.name))
        failures.push('address group "' + group.name + '" is there twice');
      index[group.name] = group;
    }
    return index;
  }
  function tagsOfGroups(groups) {
    var tags = {};
    for (var _i = 0, groups_2 = groups; _i < groups_2.length; _i++) {
      var group = groups_2[_i];
      for (var _a = 0, _b = group.tags; _a < _b.length; _a++) {
        var tag = _b[_a];
        tags[tag.toLowerCase()] = true;
      }
    }
    return tags;
  }
  function readServiceObjects(services, failures) {
    var index = {};
    for (var _i = 0, services_1 = services; _i < services_1.length; _i++) {
      var service = services_1[_i];
      if (hasKey(index, service.name))
        failures.push('service "' + service.name + '" is there twice');
      index[service.name] = portRanges(service, failures);
    }
    return index;
  }
  function portRanges(service, failures) {
    var ranges = [];
    var where2 = 'service "' + service.name + '": the port list "' + service.port + '" ';
    if (service.port.length > MAX_PORT_TEXT)
      failures.push(where2 + "is longer than " + String(MAX_PORT_TEXT));
    for (var _i = 0, _a = service.port.split(","); _i < _a.length; _i++) {
      var item = _a[_i];
      var match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/.exec(item.replace(/^\s+|\s+$/g, ""));
      var from = match ? Number(match[1]) : -1;
      var to = match && match[2] ? Number(match[2]) : from;
      if (from < 0 || to < from || to > 65535)
        failures.push(where2 + "cannot be read");
      else
        ranges.push({ protocol: PROTOCOLS2[service.protocol], from: from, to: to });
    }
    return ranges;
  }
  function readRule(rule, reading) {
    var where2 = 'rule "' + rule.name + '"';
    for (var _i = 0, _a = ["from", "to"]; _i < _a.length; _i++) {
      var side = _a[_i];
      if (!coversZones(rule[side], reading.profile.zones[side])) {
        reading.failures.push(where2 + " does not cover the zones of the profile (" + side + ")");
      }
    }
    var applicationDefault2 = rule.service.length === 1 && rule.service[0] === "application-default";
    var anyService = rule.service.length === 1 && rule.service[0] === "any";
    var record = ruleRecord(rule);
    return {
      name: rule.name,
      allows: rule.action === "allow",
      source: readEnd(rule.source, where2 + " source", reading),
      destination: readEnd(rule.destination, where2 + " destination", reading),
      applications: listOrAny(rule.application, where2 + " application", reading.failures),
      categories: listOrAny(rule.category, where2 + " category", reading.failures),
      ports: applicationDefault2 || anyService ? void 0 : rulePorts(rule.service, where2, reading),
      applicationDefault: applicationDefault2,
      record: record,
      recordKey: canonicalJson(record)
    };
  }
  function coversZones(zones, wanted) {
    if (zones.indexOf("any") >= 0)
      return true;
    return wanted.every(function(zone) {
      return zones.indexOf(zone) >= 0;
    });
  }
  function listOrAny(members, where2, failures) {
    if (members.length === 0)
      failures.push(where2 + " is empty");
    if (members.indexOf("any") < 0)
      return members;
    if (members.length > 1)
      failures.push(where2 + ' mixes "any" with names');
    return void 0;
  }
  function rulePorts(members, where2, reading) {
    var ranges = [];
    if (members.length === 0)
      reading.failures.push(where2 + " service is empty");
    for (var _i = 0, members_1 = members; _i < members_1.length; _i++) {
      var name = members_1[_i];
      if (hasKey(reading.services, name))
        ranges = ranges.concat(reading.services[name]);
      else
        reading.failures.push(where2 + ' names the service "' + name + '", which is not in the rulebase');
    }
    return ranges;
  }
  function readEnd(members, where2, reading) {
    if (members.length === 0)
      reading.failures.push(where2 + " is empty");
    if (members.indexOf("any") >= 0) {
      if (members.length > 1)
        reading.failures.push(where2 + ' mixes "any" with names');
      return { any: true, filters: [], blocks: [] };
    }
    return readMembers(members, where2, reading);
  }
  function readMembers(members, where2, reading) {
    var filters = [];
    var blocks = [];
    for (var _i = 0, members_2 = members; _i < members_2.length; _i++) {
      var member = members_2[_i];
      var block = hasKey(reading.groups, member) ? void 0 : parseLiteral(member);
      if (hasKey(reading.groups, member)) {
        var end = readGroup(member, reading);
        for (var _a = 0, _b = end.filters; _a < _b.length; _a++) {
          var filter = _b[_a];
          filters.push(filter);
        }
        for (var _c = 0, _d = end.blocks; _c < _d.length; _c++) {
          var inner = _d[_c];
          blocks.push(inner);
        }
      } else if (block === void 0) {
        reading.failures.push(where2 + ' names "' + member + '", which is no group of the rulebase and no address');
      } else if (overlapsMappedPartly(block)) {
        reading.failures.push(where2 + ' names "' + member + '": what it takes of IPv4 is not documented');
      } else {
        blocks.push(block);
      }
    }
    return { any: false, filters: filters, blocks: blocks };
  }
  /*! Documented is only that blocks that cover ::ffff:0:0/96 take in IPv4 (FACTS-PANOS section 12). */
  function overlapsMappedPartly(block) {
    if (block.family !== "IPv6" || block.to < MAPPED.from || MAPPED.to < block.from)
      return false;
    return block.from > MAPPED.from || block.to < MAPPED.to;
  }
  function readGroup(name, reading) {
    if (hasKey(reading.ends, name))
      return reading.ends[name];
    var where2 = 'address group "' + name + '"';
    var empty = { any: false, filters: [], blocks: [] };
    if (hasKey(reading.open, name)) {
      reading.failures.push(where2 + " contains itself");
      return empty;
    }
    reading.open[name] = true;
    var match = reading.groups[name].match;
    var end = empty;
    if (match.type === "dynamic") {
      end = readDynamic(match.filter, where2, reading);
    } else {
      if (match.members.length === 0)
        reading.failures.push(where2 + " has no members");
      end = readMembers(match.members, where2, reading);
    }
    reading.ends[name] = end;
    return end;
  }
  function readDynamic(text2, where2, reading) {
    var parsed2 = parseFilter(text2);
    if (!parsed2.ok) {
      reading.failures.push(where2 + ": the filter cannot be evaluated: " + parsed2.reason);
      return { any: false, filters: [], blocks: [] };
    }
    if (usesNot(parsed2.filter) && !reading.profile.filterNot) {
      reading.failures.push(where2 + ': the filter uses "not", which the profile does not allow (filterNot)');
    }
    for (var _i = 0, _a = parsed2.tags; _i < _a.length; _i++) {
      var tag = _a[_i];
      reading.tags.push(tag);
      if (tag.length > MAX_TAG) {
        reading.failures.push(where2 + ': the tag "' + tag + '" is longer than ' + String(MAX_TAG) + " characters");
      }
      if (hasKey(reading.groupTags, tag)) {
        /*! A dynamic group also takes in address groups that carry the tag. */
        reading.failures.push(where2 + ': the tag "' + tag + '" is on an address group of the rulebase');
      }
    }
    reading.filters.push(parsed2.filter);
    return { any: false, filters: [reading.filters.length - 1], blocks: [] };
  }

  // scripts/policy/prove/virtualpods.ts
  /*! Up to this many label combinations a namespace's keys are combined in full. */
  var MAX_PRODUCT = 48;
  /*! Beyond it, at most so many virtual pods for one namespace. */
  var MAX_MUTATED = 600;
  /*! No label value holds a NUL. */
  var ABSENT = "\0";
  /*!
   * Builds, for each namespace, pods with every mentioned value of every label key that matters there, with a value that
   * nobody mentions, and without the key. A value that nobody mentions is left out for keys whose mere existence some
   * selector asks for: the rulebase enumerates those values and is compiled again when a new one appears.
   */
  function virtualPods(facts, scheme, filterTags, profile) {
    var pods = [];
    var enumerated = [];
    var bounded = [];
    var known = allValues(facts, scheme);
    var byNamespace = tagsByNamespace(profile, facts, filterTags);
    for (var _i = 0, _a = facts.namespaces; _i < _a.length; _i++) {
      var namespace = _a[_i];
      var selectors = relevantSelectors(facts, scheme, namespace.name, profile, filterTags);
      var domains = keyDomains(selectors, known, enumerated);
      addTagValues(domains, byNamespace[namespace.name], profile);
      var list2 = finished(domains);
      var maps = combinations(list2) || mutations(list2, selectors, facts, namespace.name, bounded);
      for (var _b = 0, maps_1 = maps; _b < maps_1.length; _b++) {
        var labels = maps_1[_b];
        pods.push({ namespace: namespace.name, labels: labels });
      }
    }
    var notJudged = [];
    for (var _c = 0, _d = sortedUnique(enumerated); _c < _d.length; _c++) {
      var key = _d[_c];
      notJudged.push('pods with a value of the label "' + key + '" that nobody mentions: the values are enumerated');
    }
    for (var _e = 0, _f = sortedUnique(bounded); _e < _f.length; _e++) {
      var name = _f[_e];
      notJudged.push('some label combinations of the namespace "' + name + '", which has too many of them');
    }
    return { pods: pods, notJudged: notJudged };
  }
  function relevantSelectors(facts, scheme, namespace, profile, filterTags) {
    var matchers = hasKey(scheme.matchersIn, namespace) ? scheme.matchersIn[namespace] : [];
    var selectors = matchers.map(function(matcher) {
      return matcher.selector;
    });
    for (var _i = 0, _a = facts.services; _i < _a.length; _i++) {
      var service = _a[_i];
      var tag = namespaceTag(profile, namespace) + ".svc_" + service.name.toLowerCase();
      var matters = profile.inspection === "both-ends" || filterTags.indexOf(tag) >= 0;
      if (service.namespace === namespace && service.selector && matters)
        selectors.push(service.selector);
    }
    return selectors;
  }
  /*! Every value of every label key that a policy names or a pod has. */
  function allValues(facts, scheme) {
    var known = {};
    function add2(key2, value2) {
      if (!hasKey(known, key2))
        known[key2] = {};
      known[key2][value2] = true;
    }
    for (var _i = 0, _a = sortedKeys(scheme.matchersIn); _i < _a.length; _i++) {
      var namespace = _a[_i];
      for (var _b = 0, _c = scheme.matchersIn[namespace]; _b < _c.length; _b++) {
        var matcher = _c[_b];
        for (var _d = 0, _e = matcher.selector; _d < _e.length; _d++) {
          var requirement = _e[_d];
          for (var _f = 0, _g = requirement.values; _f < _g.length; _f++) {
            var value = _g[_f];
            add2(requirement.key, value);
          }
        }
      }
    }
    for (var _h = 0, _j = facts.pods; _h < _j.length; _h++) {
      var pod = _j[_h];
      if (pod.hostNetwork)
        continue;
      for (var _k = 0, _l = sortedKeys(pod.labels); _k < _l.length; _k++) {
        var key = _l[_k];
        add2(key, pod.labels[key]);
      }
    }
    return known;
  }
  function keyDomains(selectors, known, enumerated) {
    var domains = {};
    for (var _i = 0, selectors_1 = selectors; _i < selectors_1.length; _i++) {
      var selector = selectors_1[_i];
      for (var _a = 0, selector_1 = selector; _a < selector_1.length; _a++) {
        var requirement = selector_1[_a];
        if (!hasKey(domains, requirement.key))
          domains[requirement.key] = { values: {}, enumerated: false };
        var domain = domains[requirement.key];
        for (var _b = 0, _c = requirement.values; _b < _c.length; _b++) {
          var value = _c[_b];
          domain.values[value] = true;
        }
        if (requirement.operator === "In" || requirement.operator === "NotIn" || domain.enumerated)
          continue;
        domain.enumerated = true;
        enumerated.push(requirement.key);
      }
    }
    for (var _d = 0, _e = sortedKeys(domains); _d < _e.length; _d++) {
      var key = _e[_d];
      if (!domains[key].enumerated || !hasKey(known, key))
        continue;
      for (var _f = 0, _g = sortedKeys(known[key]); _f < _g.length; _f++) {
        var value = _g[_f];
        domains[key].values[value] = true;
      }
    }
    return domains;
  }
  /*! Label parts (`key.value`) of the tags that filters name, by namespace. */
  function tagsByNamespace(profile, facts, filterTags) {
    var found = {};
    for (var _i = 0, _a = facts.namespaces; _i < _a.length; _i++) {
      var namespace = _a[_i];
      found[namespace.name] = [];
    }
    var prefix = namespaceTag(profile, "");
    for (var _b = 0, filterTags_1 = filterTags; _b < filterTags_1.length; _b++) {
      var tag = filterTags_1[_b];
      var rest = tag.slice(0, prefix.length) === prefix ? tag.slice(prefix.length) : "";
      var dot = rest.indexOf(".");
      if (dot > 0 && hasKey(found, rest.slice(0, dot)))
        found[rest.slice(0, dot)].push(rest.slice(dot + 1));
    }
    return found;
  }
  /*!
   * A tag that no policy explains gets a pod that carries it, so that a filter on a wrong label shows. One that a mentioned
   * label explains gets none under another key: `a.b` may be read as the key `a.b` or as the key `a`, and a pod with a value
   * that nobody mentions is not judged.
   */
  function addTagValues(domains, tags, profile) {
    var explained = {};
    for (var _i = 0, _a = sortedKeys(domains); _i < _a.length; _i++) {
      var key = _a[_i];
      for (var _b = 0, _c = sortedKeys(domains[key].values); _b < _c.length; _b++) {
        var value = _c[_b];
        explained[(tagKey(profile, key) + "." + value).toLowerCase()] = true;
      }
    }
    for (var _d = 0, tags_1 = tags; _d < tags_1.length; _d++) {
      var tag = tags_1[_d];
      if (!hasKey(explained, tag))
        addTagValue(domains, tag, profile);
    }
  }
  function addTagValue(domains, tag, profile) {
    var key = longestKey(sortedKeys(domains), tag, profile);
    if (key !== void 0) {
      addUnlessKnown(domains[key], tag.slice(tagKey(profile, key).length + 1));
      return;
    }
    var dot = tag.indexOf(".", tag.lastIndexOf("/") + 1);
    if (dot < 0)
      return;
    var values = {};
    values[tag.slice(dot + 1)] = true;
    domains[tag.slice(0, dot)] = { values: values, enumerated: false };
  }
  /*! The longest of the keys with which the tag can begin. */
  function longestKey(keys, tag, profile) {
    var longest;
    for (var _i = 0, keys_1 = keys; _i < keys_1.length; _i++) {
      var key = keys_1[_i];
      var prefix = tagKey(profile, key).toLowerCase() + ".";
      if (tag.slice(0, prefix.length) !== prefix || !isLabelValue(tag.slice(prefix.length)))
        continue;
      if (longest === void 0 || key.length > longest.length)
        longest = key;
    }
    return longest;
  }
  /*! Kubernetes documentation, "Labels and Selectors": the slash of a key's prefix cannot stand in a value. */
  function isLabelValue(text2) {
    return /^[a-z0-9]([-a-z0-9_.]*[a-z0-9])?$/.test(text2);
  }
  function addUnlessKnown(domain, value) {
    for (var _i = 0, _a = sortedKeys(domain.values); _i < _a.length; _i++) {
      var known = _a[_i];
      if (known.toLowerCase() === value)
        return;
    }
    domain.values[value] = true;
  }
  function finished(domains) {
    return sortedKeys(domains).map(function(key) {
      var options = sortedKeys(domains[key].values);
      if (!domains[key].enumerated) {
        var other = "other";
        while (hasKey(domains[key].values, other))
          other += "-x";
        options.push(other);
      }
      options.push(ABSENT);
      return { key: key, options: options };
    });
  }
  function combinations(domains) {
    var size = 1;
    for (var _i = 0, domains_1 = domains; _i < domains_1.length; _i++) {
      var domain = domains_1[_i];
      size *= domain.options.length;
      if (size > MAX_PRODUCT)
        return void 0;
    }
    var maps = [{}];
    for (var _a = 0, domains_2 = domains; _a < domains_2.length; _a++) {
      var domain = domains_2[_a];
      var next = [];
      for (var _b = 0, maps_2 = maps; _b < maps_2.length; _b++) {
        var map = maps_2[_b];
        for (var _c = 0, _d = domain.options; _c < _d.length; _c++) {
          var option = _d[_c];
          next.push(changed(map, domain.key, option));
        }
      }
      maps = next;
    }
    return maps;
  }
  function changed(labels, key, option) {
    var copy = {};
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var name = _a[_i];
      if (name !== key)
        copy[name] = labels[name];
    }
    if (option !== ABSENT)
      copy[key] = option;
    return copy;
  }
  /*! One-label changes of real pods and of the smallest label map that meets each selector. */
  function mutations(domains, selectors, facts, namespace, bounded) {
    var found = {};
    var count = 0;
    function add2(labels) {
      var text2 = canonicalJson(labels);
      if (hasKey(found, text2))
        return;
      if (count >= MAX_MUTATED)
        bounded.push(namespace);
      else {
        found[text2] = labels;
        count++;
      }
    }
    var bases = [{}];
    for (var _i = 0, selectors_2 = selectors; _i < selectors_2.length; _i++) {
      var selector = selectors_2[_i];
      var smallest = smallestLabels(selector, domains);
      if (smallest)
        bases.push(smallest);
    }
    for (var _a = 0, _b = facts.pods; _a < _b.length; _a++) {
      var pod = _b[_a];
      if (pod.namespace === namespace && !pod.hostNetwork)
        bases.push(restricted(pod.labels, domains));
    }
    for (var _c = 0, bases_1 = bases; _c < bases_1.length; _c++) {
      var base = bases_1[_c];
      add2(base);
    }
    for (var _d = 0, bases_2 = bases; _d < bases_2.length; _d++) {
      var base = bases_2[_d];
      for (var _e = 0, domains_3 = domains; _e < domains_3.length; _e++) {
        var domain = domains_3[_e];
        for (var _f = 0, _g = domain.options; _f < _g.length; _f++) {
          var option = _g[_f];
          add2(changed(base, domain.key, option));
        }
      }
    }
    return sortedKeys(found).map(function(text2) {
      return found[text2];
    });
  }
  function restricted(labels, domains) {
    var copy = {};
    for (var _i = 0, domains_4 = domains; _i < domains_4.length; _i++) {
      var domain = domains_4[_i];
      if (hasKey(labels, domain.key))
        copy[domain.key] = labels[domain.key];
    }
    return copy;
  }
  /*! The label map with the fewest labels that the selector selects; undefined where nothing can meet it. */
  function smallestLabels(selector, domains) {
    var labels = {};
    var _loop_1 = function(domain2) {
      var conditions = selector.filter(function(requirement) {
        return requirement.key === domain2.key;
      });
      var options = domain2.options.slice().sort(function(a, b) {
        return (a === ABSENT ? 0 : 1) - (b === ABSENT ? 0 : 1) || compareText(a, b);
      });
      var fitting = options.filter(function(option) {
        var tried = changed({}, domain2.key, option);
        return conditions.every(function(requirement) {
          return requirementHolds(requirement, tried);
        });
      });
      if (fitting.length === 0)
        return { value: void 0 };
      labels = changed(labels, domain2.key, fitting[0]);
    };
    for (var _i = 0, domains_5 = domains; _i < domains_5.length; _i++) {
      var domain = domains_5[_i];
      var state_1 = _loop_1(domain);
      if (typeof state_1 === "object")
        return state_1.value;
    }
    return labels;
  }

  // scripts/policy/prove/model.ts
  /*! Reads the input. `problems` receives what cannot be judged, in words. */
  function buildModel(input, problems) {
    var profile = input.profile;
    var facts = readCluster(input.objects, profile, problems);
    var choice3 = {
      excludedNamespaces: profile.excludedNamespaces,
      leftOut: input.leftOut,
      replaced: input.replaced || []
    };
    var policies = readPolicies(input.objects, facts.namespaces, choice3, problems);
    var entries = judgedEntries(policies, input);
    var rulebase = readRulebase(input.rulebase, profile);
    var scheme = rowScheme(policies, entries, rulebase);
    var virtual = virtualPods(facts, scheme, rulebase.filterTags, profile);
    var context = {
      profile: profile,
      scheme: scheme,
      policies: policies,
      services: facts.services
    };
    var endpoints = allEndpoints(context, facts, virtual.pods);
    var named = newNamedPorts(portNames(entries, facts, profile));
    var axis = portAxis(mentionedRanges(entries, facts, rulebase, profile));
    var classes = foldEndpoints(endpoints, function(endpoint) {
      return namedPosition(named, endpoint.identity);
    }, profile.inspection === "both-ends" ? serviceNames(facts) : noText);
    var defaults = defaultAttributes(profile.defaults, input.services);
    var entryPorts = {};
    var table = { entries: entries, axis: axis, named: named, facts: facts, entryPorts: entryPorts };
    return {
      profile: profile,
      facts: facts,
      policies: policies,
      entries: entries,
      rulebase: rulebase,
      context: context,
      axis: axis,
      endpoints: endpoints,
      classes: classes,
      named: named,
      ruleMasks: rulebase.rules.map(function(rule) {
        return rule.ports ? rangesMask(axis, rule.ports) : fullMask(axis);
      }),
      nodeMask: nodeMask(profile, axis, endpoints),
      ranks: entryRanks({
        entries: entries,
        classes: classes.concat(strangers(context, facts).map(function(stranger) {
          return classOf(stranger, namedPosition(named, stranger.identity), void 0);
        })),
        rules: rulebase.rules.length,
        portsOf: function(entry, destination) {
          return portsOfEntry(table, entry, destination.named).mask;
        }
      }),
      defaults: defaults,
      applications: namedValues("applications", entries, defaults, rulebase),
      categories: namedValues("categories", entries, defaults, rulebase),
      hasApplicationDefault: asksForDefaultPorts(entries, defaults, rulebase),
      notJudged: virtual.notJudged.concat(openNames(entries)),
      cutTags: metCutTags(facts, rulebase, profile),
      entryPorts: entryPorts,
      wanted: {}
    };
  }
  function judgedEntries(policies, input) {
    var entries = [];
    for (var _i = 0, policies_1 = policies; _i < policies_1.length; _i++) {
      var policy = policies_1[_i];
      for (var _a = 0, _b = policy.entries; _a < _b.length; _a++) {
        var facts = _b[_a];
        var attributes = entryAttributes(policy, facts, input.services, input.profile.defaults);
        entries.push({ policy: policy, facts: facts, attributes: attributes });
      }
    }
    return entries;
  }
  function metCutTags(facts, rulebase, profile) {
    var cut2 = [];
    for (var _i = 0, _a = facts.pods; _i < _a.length; _i++) {
      var pod = _a[_i];
      cut2 = cut2.concat(cutTags(podTags(profile, pod.namespace, pod.labels, facts.services)));
    }
    for (var _b = 0, _c = facts.services; _b < _c.length; _b++) {
      var service = _c[_b];
      cut2 = cut2.concat(cutTags(serviceTags(profile, service)));
    }
    return sortedUnique(cut2).filter(function(tag) {
      return rulebase.filterTags.indexOf(tag) >= 0;
    });
  }
  function noText() {
    return "";
  }
  /*! Which Services select a pod; pods of one class are targets of the same Services. */
  function serviceNames(facts) {
    return function(endpoint) {
      var identity = endpoint.identity;
      var names2 = [];
      for (var _i = 0, _a = facts.services; _i < _a.length; _i++) {
        var service = _a[_i];
        if (selectsPod(service, identity.namespace, identity.labels))
          names2.push(service.name);
      }
      return names2.length > 0 ? identity.namespace + " " + names2.join(",") : "";
    };
  }
  function portNames(entries, facts, profile) {
    var names2 = [];
    for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
      var entry = entries_1[_i];
      for (var _a = 0, _b = entry.facts.ports || []; _a < _b.length; _a++) {
        var port = _b[_a];
        if (port.name !== void 0)
          names2.push({ name: port.name, protocol: port.protocol });
      }
    }
    if (profile.inspection === "server-only")
      return names2;
    for (var _c = 0, _d = facts.services; _c < _d.length; _c++) {
      var service = _d[_c];
      for (var _e = 0, _f = service.ports; _e < _f.length; _e++) {
        var port = _f[_e];
        if (typeof port.targetPort === "string")
          names2.push({ name: port.targetPort, protocol: port.protocol });
      }
    }
    return names2;
  }
  function openNames(entries) {
    var names2 = [];
    for (var _i = 0, entries_2 = entries; _i < entries_2.length; _i++) {
      var entry = entries_2[_i];
      for (var _a = 0, _b = entry.facts.ports || []; _a < _b.length; _a++) {
        var port = _b[_a];
        if (port.name)
          names2.push(port.name);
      }
    }
    return sortedUnique(names2).map(function(name) {
      return 'the port "' + name + '" of pods that do not exist yet: it is looked up on each pod';
    });
  }
  function mentionedRanges(entries, facts, rulebase, profile) {
    var ranges = [];
    function add2(protocol, from, to) {
      ranges.push({ protocol: protocol, from: from, to: to });
    }
    for (var _i = 0, entries_3 = entries; _i < entries_3.length; _i++) {
      var entry = entries_3[_i];
      for (var _a = 0, _b = entry.facts.ports || []; _a < _b.length; _a++) {
        var port = _b[_a];
        if (port.range)
          add2(port.protocol, port.range.from, port.range.to);
        if (port.name === void 0)
          continue;
        for (var _c = 0, _d = everyNumber(facts.pods, port.name, port.protocol); _c < _d.length; _c++) {
          var number = _d[_c];
          add2(port.protocol, number, number);
        }
      }
    }
    if (profile.inspection === "both-ends") {
      for (var _e = 0, _f = facts.services; _e < _f.length; _e++) {
        var service = _f[_e];
        for (var _g = 0, _h = service.ports; _g < _h.length; _g++) {
          var port = _h[_g];
          var target = port.targetPort;
          add2(port.protocol, port.port, port.port);
          var numbers = typeof target === "number" ? [target] : everyNumber(facts.pods, target, port.protocol);
          for (var _j = 0, numbers_1 = numbers; _j < numbers_1.length; _j++) {
            var number = numbers_1[_j];
            add2(port.protocol, number, number);
          }
          for (var _k = 0, _l = service.endpoints; _k < _l.length; _k++) {
            var endpoint = _l[_k];
            if (hasKey(endpoint.ports, port.name)) {
              add2(port.protocol, endpoint.ports[port.name], endpoint.ports[port.name]);
            }
          }
        }
      }
    }
    for (var _m = 0, _o = facts.pods; _m < _o.length; _m++) {
      var pod = _o[_m];
      for (var _p = 0, _q = pod.probePorts; _p < _q.length; _p++) {
        var port = _q[_p];
        add2("TCP", port, port);
      }
    }
    for (var _r = 0, _s = profile.nodes.ports; _r < _s.length; _r++) {
      var port = _s[_r];
      add2("TCP", port, port);
    }
    for (var _t = 0, _u = rulebase.rules; _t < _u.length; _t++) {
      var rule = _u[_t];
      for (var _v = 0, _w = rule.ports || []; _v < _w.length; _v++) {
        var range = _w[_v];
        ranges.push(range);
      }
    }
    return ranges;
  }
  function rangesMask(axis, ranges) {
    var mask = emptyMask(axis);
    for (var _i = 0, ranges_1 = ranges; _i < ranges_1.length; _i++) {
      var range = ranges_1[_i];
      addRange(mask, axis, range);
    }
    return mask;
  }
  /*! Kubelet's probes: the probe ports of all ingress-isolated pods, plus the profile's ports, on all of them. */
  function nodeMask(profile, axis, endpoints) {
    if (profile.nodes.toPods === "off")
      return void 0;
    if (profile.nodes.toPods === "all")
      return fullMask(axis);
    var mask = emptyMask(axis);
    for (var _i = 0, _a = profile.nodes.ports; _i < _a.length; _i++) {
      var port = _a[_i];
      addRange(mask, axis, { protocol: "TCP", from: port, to: port });
    }
    for (var _b = 0, endpoints_1 = endpoints; _b < endpoints_1.length; _b++) {
      var endpoint = endpoints_1[_b];
      if (endpoint.identity.ingressPolicies.length === 0)
        continue;
      for (var _c = 0, _d = endpoint.identity.probePorts; _c < _d.length; _c++) {
        var port = _d[_c];
        addRange(mask, axis, { protocol: "TCP", from: port, to: port });
      }
    }
    return mask;
  }
  function namedValues(key, entries, defaults, rulebase) {
    var names2 = {};
    for (var _i = 0, entries_4 = entries; _i < entries_4.length; _i++) {
      var entry = entries_4[_i];
      for (var _a = 0, _b = entry.attributes[key] || []; _a < _b.length; _a++) {
        var name = _b[_a];
        names2[name] = true;
      }
    }
    for (var _c = 0, _d = rulebase.rules; _c < _d.length; _c++) {
      var rule = _d[_c];
      for (var _e = 0, _f = rule[key] || []; _e < _f.length; _e++) {
        var name = _f[_e];
        names2[name] = true;
      }
    }
    for (var _g = 0, _h = defaults[key] || []; _g < _h.length; _g++) {
      var name = _h[_g];
      names2[name] = true;
    }
    return sortedKeys(names2).sort(compareText);
  }
  function asksForDefaultPorts(entries, defaults, rulebase) {
    if (defaults.service === "application-default")
      return true;
    for (var _i = 0, _a = rulebase.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      if (rule.applicationDefault)
        return true;
    }
    for (var _b = 0, entries_5 = entries; _b < entries_5.length; _b++) {
      var entry = entries_5[_b];
      if (entry.attributes.service === "application-default")
        return true;
    }
    return false;
  }
  /*! The ports that an entry allows at destinations with the given named ports. */
  function portsOfEntry(model, entry, named) {
    var key = String(entry) + "/" + String(named);
    if (!hasKey(model.entryPorts, key))
      model.entryPorts[key] = computePorts(model, entry, named);
    return model.entryPorts[key];
  }
  function computePorts(model, entry, named) {
    var axis = model.axis;
    var ports = model.entries[entry].facts.ports;
    var mask = ports === void 0 ? fullMask(axis) : emptyMask(axis);
    var open = emptyMask(axis);
    var table = model.named.tables[named];
    for (var _i = 0, _a = ports || []; _i < _a.length; _i++) {
      var port = _a[_i];
      var protocol = port.protocol;
      if (port.range) {
        addRange(mask, axis, { protocol: protocol, from: port.range.from, to: port.range.to });
      } else if (port.name === void 0) {
        addRange(mask, axis, { protocol: protocol, from: 1, to: 65535 });
      } else if (table === void 0) {
        for (var _b = 0, _c = everyNumber(model.facts.pods, port.name, protocol); _b < _c.length; _b++) {
          var number = _c[_b];
          addRange(open, axis, { protocol: protocol, from: number, to: number });
        }
      } else {
        for (var _d = 0, table_1 = table; _d < table_1.length; _d++) {
          var item = table_1[_d];
          if (item.name !== port.name || item.protocol !== protocol)
            continue;
          addRange(mask, axis, { protocol: protocol, from: item.port, to: item.port });
        }
      }
    }
    return { mask: mask, open: open };
  }

  // scripts/policy/prove/judge.ts
  var DEFAULT_RECORD_KEY = canonicalJson(DEFAULT_RECORD);
  /*! Takes what two rows have in common apart into rules and entries. */
  function meetingOf(model, source, destination, common) {
    var rules = [];
    var egress = [];
    var ingress = [];
    for (var _i = 0, common_1 = common; _i < common_1.length; _i++) {
      var bit = common_1[_i];
      var entry = bit - model.rulebase.rules.length;
      if (entry < 0)
        rules.push(bit);
      else if (model.entries[entry].facts.direction === "egress")
        egress.push(entry);
      else
        ingress.push(entry);
    }
    function byRank(a, b) {
      return model.ranks[a] - model.ranks[b];
    }
    return {
      senderIsolated: source.egressIsolated,
      receiverIsolated: destination.ingressIsolated,
      nodeToPod: isNodeToPod(source, destination),
      named: destination.named,
      egress: stableSort(egress, byRank),
      ingress: stableSort(ingress, byRank),
      rules: rules
    };
  }
  /*! The profile's `nodes` concern nodes as sources and ingress-isolated pods. */
  function isNodeToPod(source, destination) {
    return source.isNode && destination.ingressIsolated;
  }
  /*! True where a list of names (undefined: any) takes the name; '' is in no list. */
  function lists(names2, name) {
    return names2 === void 0 || names2.indexOf(name) >= 0;
  }
  /*! The entries of a list that allow a port. */
  function allowingEntries(model, entries, named, point) {
    return entries.filter(function(entry) {
      return holdsPoint(portsOfEntry(model, entry, named).mask, point);
    });
  }
  function entryTakes(model, entry, traffic) {
    var attributes = model.entries[entry].attributes;
    if (!lists(attributes.applications, traffic.application))
      return false;
    if (!lists(attributes.categories, traffic.category))
      return false;
    var everyPort = model.entries[entry].facts.ports === void 0;
    return attributes.service !== "application-default" || !everyPort || traffic.onDefaultPort;
  }
  function sideOf(model, entry) {
    if (entry === void 0)
      return void 0;
    return { attributes: model.entries[entry].attributes, everyPort: model.entries[entry].facts.ports === void 0 };
  }
  function wantedOf(model, sender, receiver) {
    var key = String(sender) + "/" + String(receiver);
    if (!hasKey(model.wanted, key)) {
      model.wanted[key] = combineSides(sideOf(model, sender), sideOf(model, receiver), model.defaults);
    }
    return model.wanted[key];
  }
  /*!
   * The policies' verdict on one connection.
   *
   * @param egress entries that allow it for the sender, in their order of decision; `ingress` likewise for the receiver
   * @param byProfile the profile allows it whatever the policies say
   */
  function decidePolicies(model, isolation, egress, ingress, byProfile, traffic) {
    var senders = takingEntries(model, isolation.senderIsolated, egress, traffic);
    var receivers = takingEntries(model, isolation.receiverIsolated, ingress, traffic);
    var first2 = { byProfile: byProfile, sender: senders[0], receiver: receivers[0] };
    if (byProfile)
      return __assign({ allows: true, wanted: void 0 }, first2);
    if (senders.length === 0 || receivers.length === 0)
      return __assign({ allows: false, wanted: void 0 }, first2);
    if (!isolation.senderIsolated && !isolation.receiverIsolated)
      return __assign({ allows: true, wanted: void 0 }, first2);
    for (var _i = 0, senders_1 = senders; _i < senders_1.length; _i++) {
      var sender = senders_1[_i];
      for (var _a = 0, receivers_1 = receivers; _a < receivers_1.length; _a++) {
        var receiver = receivers_1[_a];
        var wanted = wantedOf(model, sender, receiver);
        /*! What two entries together do not take falls to the next ones. */
        if (!wantedTakes(wanted, traffic))
          continue;
        return { allows: true, byProfile: false, sender: sender, receiver: receiver, wanted: wanted };
      }
    }
    return __assign({ allows: false, wanted: wantedOf(model, senders[0], receivers[0]) }, first2);
  }
  /*! The entries of an isolated end that take the traffic; nobody decides at an end that is not isolated. */
  function takingEntries(model, isIsolated3, entries, traffic) {
    if (!isIsolated3)
      return [void 0];
    return entries.filter(function(entry) {
      return entryTakes(model, entry, traffic);
    });
  }
  function wantedTakes(wanted, traffic) {
    if (!lists(wanted.applications, traffic.application) || !lists(wanted.categories, traffic.category))
      return false;
    return !wanted.applicationDefault || traffic.onDefaultPort;
  }
  /*! True where the profile lets nodes through to this port. */
  function isByProfile(model, meeting, point) {
    return meeting.nodeToPod && model.nodeMask !== void 0 && holdsPoint(model.nodeMask, point);
  }
  /*! The rules of a list that take a port. */
  function matchingRules(model, rules, point) {
    return rules.filter(function(rule) {
      return holdsPoint(model.ruleMasks[rule], point);
    });
  }
  /*! First match wins; without a match, one zone's `intrazone-default` allows. `rules` take the port already. */
  function decideRules(model, rules, traffic) {
    for (var _i = 0, rules_1 = rules; _i < rules_1.length; _i++) {
      var position = rules_1[_i];
      var rule = model.rulebase.rules[position];
      var takes = lists(rule.applications, traffic.application) && lists(rule.categories, traffic.category) && (!rule.applicationDefault || traffic.onDefaultPort);
      if (takes)
        return { allows: rule.allows, rule: rule };
    }
    return { allows: true, rule: void 0 };
  }
  /*! True where both sides agree: the same verdict and, where entries decide, the same record. */
  function agree(policies, rules) {
    if (policies.allows !== rules.allows)
      return false;
    if (!policies.allows || policies.wanted === void 0)
      return true;
    return policies.wanted.recordKey === (rules.rule ? rules.rule.recordKey : DEFAULT_RECORD_KEY);
  }
  /*! Every kind of traffic that entries or rules tell apart. */
  function trafficKinds(model) {
    var kinds = [];
    var ports = model.hasApplicationDefault ? [true, false] : [true];
    for (var _i = 0, _a = [""].concat(model.applications); _i < _a.length; _i++) {
      var application = _a[_i];
      for (var _b = 0, _c = [""].concat(model.categories); _b < _c.length; _b++) {
        var category = _c[_b];
        for (var _d = 0, ports_1 = ports; _d < ports_1.length; _d++) {
          var onDefaultPort = ports_1[_d];
          kinds.push({ application: application, category: category, onDefaultPort: onDefaultPort });
        }
      }
    }
    return kinds;
  }
  /*! Port points whose verdict depends on named ports that nobody knows. */
  function openPoints(model, meeting) {
    if (model.named.tables[meeting.named] !== void 0)
      return [];
    return meeting.egress.concat(meeting.ingress).map(function(entry) {
      return portsOfEntry(model, entry, meeting.named).open;
    });
  }

  // scripts/policy/prove/servicejudge.ts
  /*! The ends behind a Service address: the pods that its selector selects, or its listed endpoints. */
  function targetsOf(model, address) {
    var service = address.endpoint.identity.service;
    if (service === void 0)
      return [];
    return service.selector === void 0 ? listedTargets(model, service, address) : selected(model, service, address);
  }
  function selected(model, service, address) {
    var family = address.endpoint.address.family;
    var targets = [];
    for (var _i = 0, _a = model.classes; _i < _a.length; _i++) {
      var candidate = _a[_i];
      var identity = candidate.endpoint.identity;
      if (candidate.isService || identity.namespace === "" || candidate.endpoint.address.family !== family)
        continue;
      if (selectsPod(service, identity.namespace, identity.labels))
        targets.push({ end: candidate, endpoint: void 0 });
    }
    return targets;
  }
  function listedTargets(model, service, address) {
    var targets = [];
    for (var _i = 0, _a = service.endpoints; _i < _a.length; _i++) {
      var endpoint = _a[_i];
      if (endpoint.address.family !== address.endpoint.address.family)
        continue;
      targets.push({ end: endAt(model, endpoint), endpoint: endpoint });
    }
    return targets;
  }
  function endAt(model, endpoint) {
    for (var _i = 0, _a = model.endpoints; _i < _a.length; _i++) {
      var known = _a[_i];
      if (known.identity.kind !== "service" && known.address.digits === endpoint.address.digits) {
        return classOf(known, 0, void 0);
      }
    }
    return classOf(outsideEndpoint(model.context, endpoint.address), 0, void 0);
  }
  /*! The number behind a Service's port at one target; undefined where the target does not serve it. */
  function targetPort(target, port) {
    if (target.endpoint !== void 0) {
      if (hasKey(target.endpoint.ports, port.name))
        return target.endpoint.ports[port.name];
      return typeof port.targetPort === "number" ? port.targetPort : void 0;
    }
    if (typeof port.targetPort === "number")
      return port.targetPort;
    return resolvePort(target.end.endpoint.identity.namedPorts, port.targetPort, port.protocol);
  }
  /*!
   * The verdict on a Service address (DESIGN section 6.2, layer S): allowed where the Service has the port and the policies
   * allow it at every target, both ends counted; everything else is denied if the sender or any target is isolated.
   * The record is wanted only where all targets want the same.
   */
  function decideService(model, source, address, targets, point, traffic) {
    var port = model.axis.points[point];
    var service = address.endpoint.identity.service;
    var isolated2 = source.egressIsolated;
    for (var _i = 0, targets_1 = targets; _i < targets_1.length; _i++) {
      var target = targets_1[_i];
      if (target.end.ingressIsolated)
        isolated2 = true;
    }
    var listed2 = service ? service.ports.filter(sameAs(port)) : [];
    var decisions = [];
    for (var _a = 0, listed_1 = listed2; _a < listed_1.length; _a++) {
      var item = listed_1[_a];
      for (var _b = 0, targets_2 = targets; _b < targets_2.length; _b++) {
        var target = targets_2[_b];
        var number = targetPort(target, item);
        if (number === void 0)
          continue;
        var decision = decideTarget(model, source, target.end, item, number, traffic);
        if (decision !== void 0)
          decisions.push(decision);
      }
    }
    return combined(decisions, isolated2);
  }
  function sameAs(port) {
    return function(item) {
      return port.protocol !== "none" && item.protocol === port.protocol && item.port === port.port;
    };
  }
  function decideTarget(model, source, target, port, number, traffic) {
    var point = pointOf(model.axis, { protocol: port.protocol, port: number });
    var meeting = meetingOf(model, source, target, commonBits(source.source, target.destination));
    for (var _i = 0, _a = openPoints(model, meeting); _i < _a.length; _i++) {
      var open = _a[_i];
      if (holdsPoint(open, point))
        return void 0;
    }
    var egress = allowingEntries(model, meeting.egress, meeting.named, point);
    var ingress = allowingEntries(model, meeting.ingress, meeting.named, point);
    return decidePolicies(model, meeting, egress, ingress, false, traffic);
  }
  function combined(decisions, isolated2) {
    var nothing = { byProfile: false, sender: void 0, receiver: void 0, wanted: void 0 };
    if (!isolated2)
      return __assign({ allows: true }, nothing);
    if (decisions.length === 0)
      return __assign({ allows: false }, nothing);
    var first2 = decisions[0];
    var same = true;
    for (var _i = 0, decisions_1 = decisions; _i < decisions_1.length; _i++) {
      var decision = decisions_1[_i];
      if (!decision.allows)
        return __assign({ allows: false }, nothing);
      if (keyOf(decision) !== keyOf(first2))
        same = false;
    }
    return same ? first2 : __assign({ allows: true }, nothing);
  }
  function keyOf(decision) {
    return decision.wanted ? decision.wanted.recordKey : "";
  }

  // scripts/policy/prove/compare.ts
  /*! Compares both sides on every pair of classes, every port and every kind of traffic. */
  function compareAll(model) {
    var kinds = trafficKinds(model);
    var known = {};
    var pairs = 0;
    var best;
    var bestRank = Infinity;
    for (var _i = 0, _a = model.classes; _i < _a.length; _i++) {
      var source = _a[_i];
      if (source.isService)
        continue;
      var prefix = source.egressIsolated ? "E" : "-";
      var family = source.endpoint.address.family;
      for (var _b = 0, _c = model.classes; _b < _c.length; _b++) {
        var destination = _c[_b];
        /*! A pod's connection to itself never leaves it. */
        if (destination.endpoint.address.family !== family || source === destination && source.twin === void 0)
          continue;
        pairs++;
        var end = source === destination && source.twin || destination.endpoint;
        var rank = endpointRank(source.endpoint) + endpointRank(end);
        var found = destination.isService ? compareService(model, source, destination, kinds) : comparePair(model, source, destination, prefix, kinds, known);
        if (found !== "equal" && rank < bestRank) {
          bestRank = rank;
          var other = end === destination.endpoint ? destination : classOf(end, destination.named, void 0);
          best = { source: source, destination: other, point: found.point, traffic: found.traffic };
        }
      }
    }
    return { pairs: pairs, difference: best };
  }
  /*! Pairs that meet the same rules and entries are judged once; `known` remembers the outcomes. */
  function comparePair(model, source, destination, prefix, kinds, known) {
    var key = prefix + (destination.ingressIsolated ? "I" : "-") + (isNodeToPod(source, destination) ? "N" : "-") + String(destination.named);
    for (var _i = 0, _a = destination.destinationWords; _i < _a.length; _i++) {
      var word = _a[_i];
      var common = source.source[word] & destination.destination[word];
      if (common !== 0)
        key += " " + String(word) + ":" + String(common);
    }
    if (!hasKey(known, key)) {
      var meeting = meetingOf(model, source, destination, commonBits(source.source, destination.destination));
      known[key] = compareMeeting(model, meeting, kinds);
    }
    return known[key];
  }
  function compareMeeting(model, meeting, kinds) {
    var open = openPoints(model, meeting);
    for (var point = 0; point < model.axis.points.length; point++) {
      var judged = true;
      for (var _i = 0, open_1 = open; _i < open_1.length; _i++) {
        var mask = open_1[_i];
        if (holdsPoint(mask, point))
          judged = false;
      }
      if (!judged)
        continue;
      var egress = allowingEntries(model, meeting.egress, meeting.named, point);
      var ingress = allowingEntries(model, meeting.ingress, meeting.named, point);
      var rules = matchingRules(model, meeting.rules, point);
      var byProfile = isByProfile(model, meeting, point);
      for (var _a = 0, kinds_1 = kinds; _a < kinds_1.length; _a++) {
        var traffic = kinds_1[_a];
        var wanted = decidePolicies(model, meeting, egress, ingress, byProfile, traffic);
        if (!agree(wanted, decideRules(model, rules, traffic)))
          return { point: point, traffic: traffic };
      }
    }
    return "equal";
  }
  function compareService(model, source, address, kinds) {
    var targets = targetsOf(model, address);
    var common = commonBits(source.source, address.destination);
    var met = common.filter(function(bit) {
      return bit < model.rulebase.rules.length;
    });
    for (var point = 0; point < model.axis.points.length; point++) {
      var rules = matchingRules(model, met, point);
      for (var _i = 0, kinds_2 = kinds; _i < kinds_2.length; _i++) {
        var traffic = kinds_2[_i];
        var wanted = decideService(model, source, address, targets, point, traffic);
        if (!agree(wanted, decideRules(model, rules, traffic)))
          return { point: point, traffic: traffic };
      }
    }
    return "equal";
  }

  // scripts/policy/prove/reasons.ts
  /*! An endpoint in words. */
  function describeEndpoint(endpoint) {
    var identity = endpoint.identity;
    return {
      kind: identity.kind,
      text: endpointText(endpoint),
      namespace: identity.namespace,
      name: identity.name,
      address: formatAddress(endpoint.address),
      labels: identity.labels
    };
  }
  function endpointText(endpoint) {
    var identity = endpoint.identity;
    var address = formatAddress(endpoint.address);
    switch (identity.kind) {
      case "pod":
      case "workload":
        return identity.namespace + "/" + identity.name + " (" + address + ")";
      case "virtual": {
        var labels = sortedKeys(identity.labels).map(function(key) {
          return key + "=" + identity.labels[key];
        });
        var text2 = labels.length > 0 ? labels.join(",") : "without labels";
        return "a pod in " + identity.namespace + " (" + text2 + ") at " + address;
      }
      case "node":
        return "node " + identity.name + " (" + address + ")";
      case "service":
        return "Service " + identity.namespace + "/" + identity.name + " (" + address + ")";
      case "outside":
        return identity.name === "" ? address : identity.name + " (" + address + ")";
    }
  }
  /*! What the policies say of one connection, and why. */
  function judgePolicies(model, connection) {
    var source = connection.source;
    var destination = connection.destination;
    var meeting = meetingOf(model, source, destination, commonBits(source.source, destination.destination));
    var egress = destination.isService ? [] : allowing(model, meeting.egress, meeting.named, connection);
    var ingress = destination.isService ? [] : allowing(model, meeting.ingress, meeting.named, connection);
    var byProfile = isByProfile(model, meeting, connection.point);
    var decision = destination.isService ? decideService(model, source, destination, targetsOf(model, destination), connection.point, connection.traffic) : decidePolicies(model, meeting, egress, ingress, byProfile, connection.traffic);
    return {
      verdict: decision.allows ? "allow" : "deny",
      reason: destination.isService ? serviceReason(decision) : policyReason(model, connection, decision),
      isolatedBy: {
        egress: policyIds(model, source.endpoint.identity.egressPolicies),
        ingress: policyIds(model, destination.endpoint.identity.ingressPolicies)
      },
      allowedBy: { egress: places(model, egress, decision.sender), ingress: places(model, ingress, decision.receiver) },
      byProfile: decision.byProfile,
      record: decision.wanted && decision.allows ? decision.wanted.record : void 0
    };
  }
  /*! What the rulebase says of one connection: the first rule that matches. */
  function judgeRules(model, connection) {
    var common = commonBits(connection.source.source, connection.destination.destination);
    var met = common.filter(function(bit) {
      return bit < model.rulebase.rules.length;
    });
    var decision = decideRules(model, matchingRules(model, met, connection.point), connection.traffic);
    return {
      verdict: decision.allows ? "allow" : "deny",
      reason: ruleReason(decision),
      rule: decision.rule ? decision.rule.name : "",
      record: decision.rule ? decision.rule.record : DEFAULT_RECORD
    };
  }
  /*! Both sides of a connection on which they differ. */
  function counterExample(model, connection) {
    return {
      source: describeEndpoint(connection.source.endpoint),
      destination: describeEndpoint(connection.destination.endpoint),
      port: formatPort(model.axis.points[connection.point]),
      application: connection.traffic.application,
      category: connection.traffic.category,
      onDefaultPort: connection.traffic.onDefaultPort,
      policySide: judgePolicies(model, connection),
      ruleSide: judgeRules(model, connection)
    };
  }
  function allowing(model, entries, named, connection) {
    return allowingEntries(model, entries, named, connection.point);
  }
  function policyIds(model, positions) {
    return positions.map(function(position) {
      return model.policies[position].id;
    });
  }
  function placeOf(model, entry) {
    var facts = model.entries[entry].facts;
    var path = "spec." + facts.direction + "[" + String(facts.position) + "]";
    return { policy: model.entries[entry].policy.id, path: path };
  }
  /*! The deciding entry first. */
  function places(model, entries, deciding) {
    var others = entries.filter(function(entry) {
      return entry !== deciding;
    });
    return (deciding === void 0 ? [] : [deciding]).concat(others).map(function(entry) {
      return placeOf(model, entry);
    });
  }
  function placeText(model, entry) {
    var place = placeOf(model, entry);
    return place.policy.namespace + "/" + place.policy.name + " " + place.path;
  }
  function names(model, positions) {
    var ids = policyIds(model, positions).map(function(id) {
      return id.namespace + "/" + id.name;
    });
    return ids.length > 3 ? ids.slice(0, 3).join(", ") + " and others" : ids.join(", ");
  }
  function policyReason(model, connection, decision) {
    if (decision.byProfile)
      return "the cluster profile lets nodes reach isolated pods on this port";
    var sender = connection.source.endpoint.identity.egressPolicies;
    var receiver = connection.destination.endpoint.identity.ingressPolicies;
    var parts = [];
    if (sender.length > 0) {
      parts.push(decision.sender === void 0 ? "the sender is isolated for egress by " + names(model, sender) + ", and no entry allows this" : "egress is allowed by " + placeText(model, decision.sender));
    }
    if (receiver.length > 0) {
      parts.push(decision.receiver === void 0 ? "the receiver is isolated for ingress by " + names(model, receiver) + ", and no entry allows this" : "ingress is allowed by " + placeText(model, decision.receiver));
    }
    if (parts.length === 0)
      return "no policy isolates either end";
    if (!decision.allows && decision.wanted)
      parts.push("but together they allow no such application or category");
    return parts.join("; ");
  }
  function serviceReason(decision) {
    return decision.allows ? "the policies allow it at every target of the Service, or isolate neither the sender nor any target" : "the policies do not allow it at every target of the Service";
  }
  function ruleReason(decision) {
    if (decision.rule === void 0)
      return "no rule matches, and within one zone the default allows";
    return 'the first rule that matches is "' + decision.rule.name + '"';
  }

  // scripts/policy/prove/prove.ts
  /*!
   * Decides whether policies and rulebase give the same verdict, and the same attribute record, for every connection in
   * scope; otherwise gives the simplest connection on which they differ.
   *
   * `refused` when the input cannot be judged (a policy that cannot be read and was not left out); `different` without a
   * counter-example when the rulebase itself cannot be evaluated (an unknown name, a filter without a defined meaning).
   */
  function prove(input) {
    var problems = [];
    var model = buildModel(input, problems);
    if (problems.length > 0)
      return { verdict: "refused", reason: problems.join("; "), scope: scopeOf(model, 0) };
    var failures = model.rulebase.failures.concat(unpredictableTags(model));
    if (failures.length > 0)
      return { verdict: "different", reason: failures.join("; "), scope: scopeOf(model, 0) };
    var comparison = compareAll(model);
    var scope = scopeOf(model, comparison.pairs);
    if (comparison.difference === void 0) {
      return { verdict: "equal", reason: "policies and rulebase agree on every connection in scope", scope: scope };
    }
    var example = counterExample(model, comparison.difference);
    return { verdict: "different", reason: differenceText(example), scope: scope, counterExample: example };
  }
  /*! Names of the tags that the plugin would cut and that a filter might meet by accident. */
  function unpredictableTags(model) {
    return model.cutTags.map(function(tag) {
      return 'the tag "' + tag + '" of a filter may also be the beginning of a longer tag that the plugin cuts';
    });
  }
  function differenceText(example) {
    var application = example.application === "" ? "" : " (" + example.application + ")";
    var connection = example.source.text + " to " + example.destination.text + " on " + example.port + application + ": ";
    var policies = example.policySide;
    var rules = example.ruleSide;
    if (policies.verdict !== rules.verdict) {
      var both = policies.verdict === "allow" ? "the policies allow it, the rulebase denies it" : "the policies deny it, the rulebase allows it";
      return connection + both;
    }
    return connection + "both allow it, but inspect or log it differently";
  }
  function scopeOf(model, pairs) {
    var pods = 0;
    var virtual = 0;
    for (var _i = 0, _a = model.endpoints; _i < _a.length; _i++) {
      var endpoint = _a[_i];
      if (endpoint.identity.kind === "virtual")
        virtual++;
      else if (endpoint.identity.namespace !== "" && endpoint.identity.kind !== "service")
        pods++;
    }
    var ports = model.axis.points.length;
    return {
      policies: model.policies.length,
      rules: model.rulebase.rules.length,
      endpoints: model.endpoints.length,
      pods: pods,
      virtualPods: virtual,
      classes: model.classes.length,
      pairs: pairs,
      ports: ports,
      applications: model.applications.length + 1,
      categories: model.categories.length + 1,
      points: pairs * ports * trafficKinds(model).length,
      notJudged: model.notJudged
    };
  }

  // scripts/panorama/nodes.ts
  /*!
   * The one place that knows how answers look as JSON: what is a string, a list or an object by accident, and the marks of
   * uncommitted changes (`@admin`, `@dirtyId`, `@time`, and with them `#text`), which may stand on any node and any member.
   */
  /*! All children of a tag, in order. */
  function childNodes(node, tag) {
    if (!isBranch(node) || !hasKey(node, tag))
      return [];
    var value = node[tag];
    return Array.isArray(value) ? value : [value];
  }
  /*! The first child of a tag; undefined where there is none. An empty element is null. */
  function childNode(node, tag) {
    return childNodes(node, tag)[0];
  }
  /*! The node at the end of a path of tags. */
  function descendant(node, tags) {
    var current = node;
    for (var _i = 0, tags_1 = tags; _i < tags_1.length; _i++) {
      var tag = tags_1[_i];
      current = childNode(current, tag);
    }
    return current;
  }
  /*! A node's own text; '' where it has none. */
  function nodeText(node) {
    if (typeof node === "string")
      return node;
    if (typeof node === "number" || typeof node === "boolean")
      return String(node);
    return isBranch(node) && hasKey(node, "#text") ? nodeText(node["#text"]) : "";
  }
  /*! The text of a child; '' where there is none. */
  function childText(node, tag) {
    return nodeText(childNode(node, tag));
  }
  /*! An attribute; '' where there is none. */
  function attributeOf(node, name) {
    return isBranch(node) && hasKey(node, "@" + name) ? nodeText(node["@" + name]) : "";
  }
  /*! The texts of the `<member>`s of a child. */
  function membersOf(node, tag) {
    return childNodes(childNode(node, tag), "member").map(nodeText);
  }
  /*! The texts of the `<line>`s of a node, or its own text. */
  function linesOf(node) {
    var lines = childNodes(node, "line").map(nodeText);
    var found = lines.length > 0 ? lines : [nodeText(node)];
    return found.filter(function(line) {
      return line !== "";
    });
  }
  /*! The tags of the children, sorted. */
  function childTags(node) {
    var tags = [];
    if (!isBranch(node))
      return tags;
    for (var _i = 0, _a = Object.keys(node); _i < _a.length; _i++) {
      var key = _a[_i];
      var first2 = key.charAt(0);
      if (first2 !== "@" && first2 !== "#")
        tags.push(key);
    }
    return tags.length < 2 ? tags : tags.sort(compareText);
  }
  function isBranch(node) {
    return typeof node === "object" && node !== null && !Array.isArray(node);
  }

  // scripts/panorama/problems.ts
  /*!
   * What can keep a run from going on, and what it can leave behind: a code with parameters. The words stand in this table, so
   * that no message text hides in the logic.
   */
  var TABLE2 = {
    "no-answer": {
      text: "Panorama gave no usable answer when asked to {doing}: {message}",
      remedy: 'Check that the PAN-OS integration instance reaches Panorama ("Test"), then run again.'
    },
    refused: {
      text: "Panorama refused to {doing}: {message}",
      remedy: 'The text is Panorama\'s own. For "Invalid Credential" renew the API key of the PAN-OS integration instance.'
    },
    "unreadable-version": {
      text: 'Panorama does not say which version it has; it said "{version}".',
      remedy: "Check that the PAN-OS integration instance points at a Panorama."
    },
    "version-too-old": {
      text: "Panorama has version {version}; CN-Series needs at least {minimum}.",
      remedy: "Upgrade Panorama."
    },
    "passive-peer": {
      text: "This Panorama is the passive peer of an HA pair ({state}); it takes no configuration changes.",
      remedy: "Point the PAN-OS integration instance at the active peer."
    },
    "bad-name": {
      text: 'The {what} "{name}" holds an apostrophe, which no name in PAN-OS can.',
      remedy: "Correct it in the cluster profile."
    },
    "no-device-group": {
      text: 'There is no device group "{deviceGroup}" in this Panorama. There are: {available}.',
      remedy: 'Correct "deviceGroup" in the cluster profile, or create the device group in Panorama and commit it.'
    },
    "missing-object": {
      text: 'The {kind} "{name}" does not exist in the running configuration of the device group {deviceGroup}, its ancestors, Shared or what is predefined. It is named by {rules}.',
      remedy: "Create and commit it in Panorama, or correct the annotation, security service or cluster profile that names it."
    },
    locked: {
      text: "{admin} holds a {lock} lock on {scope} since {since} ({comment}).",
      remedy: "Ask {admin} to release it, then run again."
    },
    "foreign-changes": {
      text: "{admin} has uncommitted changes in the device group {deviceGroup}: {changes}.",
      remedy: "They must be committed or reverted first, so that nobody's half-done work goes live with ours."
    },
    "own-changes": {
      text: "The API administrator {admin} has uncommitted changes in the device group {deviceGroup} that this cluster's runs did not make: {changes}.",
      remedy: "Commit or revert them in Panorama. Give the cluster an API administrator of its own."
    },
    "stale-plan": {
      text: "Panorama or the policies changed since the plan was made: its hash is {found} now and was {planned}.",
      remedy: "Make the plan again, look at it, and approve that one."
    },
    "refused-plan": {
      text: "The plan itself may not be carried out: {situations}.",
      remedy: "Settle what the plan names, then plan again."
    },
    "write-failed": {
      text: "Panorama refused to {doing}: {message}",
      remedy: "The changes of this run were undone where the report does not say otherwise. Settle the reason, then run again."
    },
    "write-unclear": {
      text: "Nobody knows whether Panorama did this, asked twice: {doing}. {message}",
      remedy: "The changes of this run were undone where the report does not say otherwise. Check the connection, then run again."
    },
    "not-as-planned": {
      text: "After the writing, Panorama does not hold what was planned: {differences}.",
      remedy: "Look for another tool or administrator that changes the same rules, then run again."
    },
    "outside-changed": {
      text: "Something outside the managed block changed while it was written: {entries}.",
      remedy: "Look at it in Panorama: another administrator, or another tool, worked there at the same time."
    },
    "no-admin": {
      text: "The cluster profile does not name the API administrator, so a partial commit would take everybody's changes.",
      remedy: 'Set "panoramaAdmin" in the cluster profile to the administrator whose API key the integration uses.'
    },
    "wrong-admin": {
      text: "The uncommitted changes of this cluster were made by {found}, but the cluster profile names {admin}.",
      remedy: 'Set "panoramaAdmin" in the cluster profile to the administrator whose API key the integration uses.'
    },
    "full-commit-blocked": {
      text: "Panorama {version} cannot commit reordered rules for one administrator alone, and a full commit would also take changes of {admins}.",
      remedy: "Wait until those changes are committed or reverted, or upgrade Panorama to 11.0.1."
    },
    unsupported: {
      text: "The PAN-OS integration does not take {what} of this kind.",
      remedy: "Update the PAN-OS pack, or commit and push in Panorama by hand."
    },
    "admin-elsewhere": {
      text: "The PAN-OS integration commits by administrator only, and {admin} has uncommitted changes outside the device group {deviceGroup} too: {changes}.",
      remedy: "Commit or revert those first, or give each cluster an API administrator of its own."
    },
    "validation-failed": {
      text: "Panorama's validation says no: {details}",
      remedy: "Nothing was committed. Correct what the text names; the changes stay in the candidate configuration."
    },
    "commit-failed": {
      text: "The commit (job {job}) failed: {details}",
      remedy: "The firewalls have their old policy. Correct what the text names, then commit again."
    },
    "push-failed": {
      text: "The push (job {job}) failed on {devices}.",
      remedy: "The firewalls that are named keep their old policy. Correct what they say, then push again."
    },
    "nothing-reached": {
      text: "The push (job {job}) reached no firewall of the device group {deviceGroup}: {devices}.",
      remedy: "Connect the firewalls to Panorama, then push again."
    },
    "unknown-job": {
      text: "Panorama does not know job {job}, or it is another one: {message}",
      remedy: "Look at the tasks in Panorama; then commit or push again, which does no harm."
    }
  };
  /*! Makes a problem; the compiler checks that the parameters are the ones that the text needs. */
  function problem(code, params) {
    return { code: code, params: params };
  }
  /*! The words for people. */
  function describeProblem(found) {
    var row2 = TABLE2[found.code];
    return { message: fill2(row2.text, found.params), remedy: fill2(row2.remedy, found.params) };
  }
  function fill2(text2, params) {
    return text2.replace(/\{([a-zA-Z]+)\}/g, function(_whole, name) {
      return params[name];
    });
  }
  /*! A list in a sentence, cut where it would drown the rest. */
  function listed(names2, limit) {
    var shown2 = names2.slice(0, limit).join(", ");
    return names2.length <= limit ? shown2 : shown2 + " and " + String(names2.length - limit) + " more";
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

  // scripts/panorama/ours.ts
  /*! What belongs to one cluster (DESIGN section 7). */
  /*! The names of one cluster's rules and objects all start so. */
  function namePrefix(profile) {
    return profile.cluster + ".";
  }
  function hasOurPrefix(profile, name) {
    return name.indexOf(namePrefix(profile)) === 0;
  }
  /*! Whether an entry carries both our tags, without which nothing is changed or deleted. */
  function isOwned(profile, node) {
    var tags = membersOf(node, "tag");
    return clusterTags(profile).every(function(tag) {
      return tags.indexOf(tag) >= 0;
    });
  }
  /*! PAN-OS takes tags that differ only in case for the same (vendor, "Policy Object: Tags"). */
  function isOurTag(profile, name) {
    var names2 = [AUDIT_TAG].concat(tagEntries(profile).map(function(tag) {
      return tag.name;
    }));
    return names2.some(function(one2) {
      return one2.toLowerCase() === name.toLowerCase();
    });
  }
  function createForeignUses() {
    var used = {};
    function addTexts(node) {
      var text2 = nodeText(node);
      if (text2 !== "")
        used["=" + text2] = true;
      for (var _i = 0, _a = childTags(node); _i < _a.length; _i++) {
        var tag = _a[_i];
        for (var _b = 0, _c = childNodes(node, tag); _b < _c.length; _b++) {
          var child = _c[_b];
          addTexts(child);
        }
      }
    }
    return {
      addTexts: addTexts,
      add: function(node, paths) {
        for (var _i = 0, paths_1 = paths; _i < paths_1.length; _i++) {
          var path = paths_1[_i];
          for (var _a = 0, _b = path(node); _a < _b.length; _a++) {
            var name = _b[_a];
            used["=" + name] = true;
          }
        }
      },
      has: function(name) {
        return hasKey(used, "=" + name);
      }
    };
  }
  function membersAt(tag) {
    return function(node) {
      return membersOf(node, tag);
    };
  }
  /*! Where a security rule names addresses and services. */
  var RULE_PATHS = [membersAt("source"), membersAt("destination"), membersAt("service")];
  /*! Where a group names its members: `static` of address groups, `members` of service groups. */
  var GROUP_PATHS = [membersAt("static"), membersAt("members")];

  // scripts/panorama/xpath.ts
  /*! XPaths of Panorama's configuration. Names are quoted here and nowhere else. */
  /*! The configuration paths of one scope, `shared` or a device group. */
  var SHARED = "shared";
  /*! Whether a name can stand in an XPath: PAN-OS names hold no apostrophe, so a text with one is no name. */
  function isQuotable(name) {
    return name.indexOf("'") < 0;
  }
  /*!
   * `/config/shared`, or the path of a device group.
   *
   * @throws if the name holds an apostrophe
   */
  function scopePath(scope) {
    if (scope === SHARED)
      return "/config/shared";
    return entryPath("/config/devices/entry[@name='localhost.localdomain']/device-group", scope);
  }
  /*! A rulebase of a scope, whole. */
  function rulebasePath(scope, rulebase) {
    return scopePath(scope) + "/" + rulebase + "-rulebase";
  }
  /*! The security rules of a scope. */
  function rulesPath(scope, rulebase) {
    return rulebasePath(scope, rulebase) + "/security/rules";
  }
  /*! The container of a kind of object: `address-group`, `profiles/virus`. */
  function objectsPath(scope, container) {
    return scopePath(scope) + "/" + container;
  }
  /*!
   * One entry of a container.
   *
   * @throws if the name holds an apostrophe
   */
  function entryPath(container, name) {
    return container + "/entry[@name=" + quoted(name) + "]";
  }
  /*! Those entries of a container that have one of the names. */
  function entriesPath(container, names2) {
    var conditions = names2.map(function(name) {
      return "@name=" + quoted(name);
    });
    return container + "/entry[" + conditions.join(" or ") + "]";
  }
  /*! The entries whose names start with a prefix. */
  function quoted(name) {
    if (!isQuotable(name))
      throw new Error("The name " + name + " holds an apostrophe and cannot stand in an XPath.");
    return "'" + name + "'";
  }

  // scripts/panorama/changes.ts
  function readChanges(reader) {
    var command = "<show><config><list><changes></changes></list></config></show>";
    var answer = reader.op(command, "the uncommitted changes", {});
    return childNodes(descendant(answer, ["journal"]), "entry").map(function(node) {
      var owner = childText(node, "owner");
      var history = childText(node, "admin-history").split(",").map(trimmed2).filter(isNotEmpty);
      return {
        xpath: childText(node, "xpath"),
        admins: history.length === 0 ? [owner] : history,
        action: childText(node, "action")
      };
    });
  }
  /*! Those that concern a device group. */
  function changesIn(changes, deviceGroup) {
    var path = scopePath(deviceGroup);
    return changes.filter(function(change) {
      var xpath = canonicalPath(change.xpath);
      return xpath === path || xpath.indexOf(path + "/") === 0;
    });
  }
  /*! The paths of what the profile's administrator left uncommitted outside of the device group and of Shared. */
  /*! Whether the change is of a rule or object that this cluster's runs write: they all carry its name in front. */
  function isOurChange(change, profile) {
    var path = scopePath(profile.deviceGroup) + "/";
    var xpath = canonicalPath(change.xpath);
    var match = /^(tag|address-group|service|(?:pre|post)-rulebase\/security\/rules)\/entry\[@name='([^']*)'\]/.exec(xpath.indexOf(path) === 0 ? xpath.slice(path.length) : "");
    if (match === null)
      return false;
    return match[1] === "tag" ? isOurTag(profile, match[2]) : hasOurPrefix(profile, match[2]);
  }
  /*!
   * What keeps us from writing to the device group: changes of other administrators, and changes of our own administrator
   * that are no work of this cluster. Without an administrator in the profile whatever is on our entries counts as ours.
   */
  function changeProblems(changes, profile, ignoredAdmins) {
    var foreign = {};
    var own = [];
    for (var _i = 0, _a = changesIn(changes, profile.deviceGroup); _i < _a.length; _i++) {
      var change = _a[_i];
      var isOurs2 = isOurChange(change, profile);
      for (var _b = 0, _c = change.admins; _b < _c.length; _b++) {
        var admin = _c[_b];
        if (ignoredAdmins.indexOf(admin) >= 0)
          continue;
        var isOwnAdmin = profile.panoramaAdmin === "" ? isOurs2 : admin === profile.panoramaAdmin;
        if (!isOwnAdmin)
          addTo(foreign, admin, changeLabel(change, profile));
        else if (!isOurs2)
          own.push(changeLabel(change, profile));
      }
    }
    var problems = sortedKeys(foreign).map(function(admin2) {
      return problem("foreign-changes", {
        admin: admin2,
        deviceGroup: profile.deviceGroup,
        changes: listed(foreign[admin2], SHOWN)
      });
    });
    if (own.length === 0)
      return problems;
    return problems.concat([
      problem("own-changes", {
        admin: profile.panoramaAdmin,
        deviceGroup: profile.deviceGroup,
        changes: listed(own, SHOWN)
      })
    ]);
  }
  var SHOWN = 5;
  function addTo(lists2, key, value) {
    if (!hasKey(lists2, key))
      lists2[key] = [];
    lists2[key].push(value);
  }
  /*! The change without the path of its device group: `EDIT pre-rulebase/security/rules/entry[@name='x']`. */
  function changeLabel(change, profile) {
    var path = scopePath(profile.deviceGroup);
    var xpath = canonicalPath(change.xpath);
    var below = xpath.indexOf(path) === 0 ? xpath.slice(path.length + 1) : xpath;
    return trimmed2(change.action + " " + (below === "" ? "the device group itself" : below));
  }
  /*! One spelling for `entry[@name="x"]` and `entry[@name='x']`. */
  function canonicalPath(xpath) {
    return xpath.replace(/\[@name="([^"']*)"\]/g, "[@name='$1']");
  }
  function trimmed2(text2) {
    return text2.trim();
  }
  function isNotEmpty(text2) {
    return text2 !== "";
  }

  // scripts/panorama/hierarchy.ts
  /*! Reads `show dg-hierarchy`: `<dg name="...">`, nested (answers of pan-os-python's `refresh_hierarchy`). */
  function readHierarchy(reader, deviceGroup) {
    var answer = reader.op("<show><dg-hierarchy></dg-hierarchy></show>", "the device group hierarchy", {});
    var root = childNode(answer, "dg-hierarchy");
    var found = findGroup(root, deviceGroup, [SHARED]);
    return {
      chain: found === void 0 ? [] : found.chain,
      descendants: found === void 0 ? [] : groupsBelow(found.node),
      all: groupsBelow(root)
    };
  }
  function findGroup(node, name, above) {
    for (var _i = 0, _a = childNodes(node, "dg"); _i < _a.length; _i++) {
      var group = _a[_i];
      var chain = [attributeOf(group, "name")].concat(above);
      if (chain[0] === name)
        return { node: group, chain: chain };
      var found = findGroup(group, name, chain);
      if (found !== void 0)
        return found;
    }
    return void 0;
  }
  function groupsBelow(node) {
    var names2 = [];
    for (var _i = 0, _a = childNodes(node, "dg"); _i < _a.length; _i++) {
      var group = _a[_i];
      names2.push(attributeOf(group, "name"));
      for (var _b = 0, _c = groupsBelow(group); _b < _c.length; _b++) {
        var name = _c[_b];
        names2.push(name);
      }
    }
    return names2;
  }

  // scripts/panorama/reader.ts
  function createReader(port) {
    var failure;
    function read(what, ask) {
      if (failure !== void 0)
        return void 0;
      var answer = askAgain(ask);
      if (isFailure(answer)) {
        failure = failureOf("read " + what, answer);
        return void 0;
      }
      return answer;
    }
    return {
      get: function(xpath, what) {
        var answer = read(what, function() {
          return port.get(xpath);
        });
        return answer !== void 0 && answer.kind === "found" ? answer.node : void 0;
      },
      show: function(xpath, what) {
        var answer = read(what, function() {
          return port.show(xpath);
        });
        return answer !== void 0 && answer.kind === "found" ? answer.node : void 0;
      },
      op: function(command, what, place) {
        var answer = read(what, function() {
          return port.op(command, place);
        });
        return answer !== void 0 && answer.kind === "answered" ? answer.node : void 0;
      },
      failure: function() {
        return failure;
      }
    };
  }
  /*! Asks, and once more where the answer was unclear; only for what may be done twice. */
  function askAgain(ask) {
    var answer = ask();
    return answer.kind === "unclear" ? ask() : answer;
  }
  /*! The problem that a refusal or an unclear answer is. `doing` completes "asked to ...". */
  function failureOf(doing, answer) {
    return answer.kind === "unclear" ? problem("no-answer", { doing: doing, message: answer.message }) : problem("refused", { doing: doing, message: answer.message });
  }
  function isFailure(answer) {
    return answer.kind === "refused" || answer.kind === "unclear";
  }

  // scripts/policy/panos/xml.ts
  /*! A node with text. */
  function leaf(tag, text2) {
    return { tag: tag, children: text2 };
  }
  /*! A node with nodes. */
  function branch(tag, children) {
    return { tag: tag, children: children };
  }
  /*! `<entry name="...">`. */
  function entryNode(name, children) {
    return { tag: "entry", entryName: name, children: children };
  }
  /*! A node with `<member>`s. */
  function memberList(tag, members) {
    return branch(tag, members.map(function(member) {
      return leaf("member", member);
    }));
  }
  /*! The text of a node, indented by two blanks for each level. */
  /*! Text for element content and quoted attributes; characters that XML 1.0 cannot hold become `?`. */
  function escapeXml(text2) {
    return text2.split("").map(escapeCharacter).join("");
  }
  var ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;"
  };
  function escapeCharacter(character) {
    var code = character.charCodeAt(0);
    var isControl = code < 32 && code !== 9 && code !== 10 && code !== 13;
    if (isControl || code > 65533)
      return "?";
    return hasKey(ESCAPES, character) ? ESCAPES[character] : character;
  }

  // scripts/policy/panos/configxml.ts
  /*! Entries as PAN-OS configuration (schema 10.0.6). */
  /*! The `<entry>` of one object or rule, every field written out. */
  function configNode(entry) {
    switch (entry.kind) {
      case "tag":
        return entryNode(entry.name, [leaf("comments", entry.comments)]);
      case "address-group":
        return entryNode(entry.name, groupFields(entry));
      case "service":
        return entryNode(entry.name, serviceFields(entry));
      case "rule":
        return entryNode(entry.name, ruleFields(entry));
    }
  }
  /*!
   * The rulebase as a `<config>` with its device group's nodes, for `load config partial` or, node by node, for `set`.
   */
  function groupFields(group) {
    var match = group.match.type === "dynamic" ? branch("dynamic", [leaf("filter", group.match.filter)]) : memberList("static", group.match.members);
    var fields = [match, memberList("tag", group.tags)];
    return group.description === "" ? fields : fields.concat([leaf("description", group.description)]);
  }
  function serviceFields(service) {
    var protocol = branch(service.protocol, [leaf("port", service.port)]);
    return [branch("protocol", [protocol]), memberList("tag", service.tags)];
  }
  function ruleFields(rule) {
    var fields = [
      memberList("from", rule.from),
      memberList("to", rule.to),
      memberList("source", rule.source),
      memberList("destination", rule.destination),
      memberList("source-user", ["any"]),
      memberList("category", rule.category),
      memberList("application", rule.application),
      memberList("service", rule.service),
      leaf("action", rule.action),
      leaf("rule-type", "universal"),
      leaf("negate-source", "no"),
      leaf("negate-destination", "no"),
      leaf("log-start", rule.logStart ? "yes" : "no"),
      leaf("log-end", rule.logEnd ? "yes" : "no"),
      memberList("tag", rule.tags),
      leaf("group-tag", rule.groupTag),
      leaf("description", rule.description),
      leaf("disabled", "no")
    ];
    if (rule.logSetting !== "")
      fields.push(leaf("log-setting", rule.logSetting));
    return fields.concat(profileFields(rule.profileSetting));
  }
  function profileFields(setting) {
    switch (setting.type) {
      case "none":
        return [];
      case "group":
        return [branch("profile-setting", [memberList("group", [setting.group])])];
      case "profiles": {
        var profiles = [];
        for (var _i = 0, _a = sortedKeys(setting.profiles); _i < _a.length; _i++) {
          var kind = _a[_i];
          var name = setting.profiles[kind];
          if (name !== void 0)
            profiles.push(memberList(kind, [name]));
        }
        return [branch("profile-setting", [branch("profiles", profiles)])];
      }
    }
  }

  // scripts/panorama/xmltext.ts
  /*! XML for requests: without white space, every text escaped. */
  /*! The `<entry>` of an object or a rule. A rule that is replaced is sent with its uuid, so that it stays the same rule. */
  function entryXml(entry, uuid) {
    return nodeXml(configNode(entry), uuidAttribute(uuid));
  }
  /*! An element with a text. */
  function textElement(tag, text2) {
    return "<" + tag + ">" + escaped(text2) + "</" + tag + ">";
  }
  /*! An element around markup. */
  function element(tag, markup) {
    return "<" + tag + ">" + markup + "</" + tag + ">";
  }
  /*! `<entry name="...">` around markup. */
  function namedElement(tag, name, markup) {
    return "<" + tag + ' name="' + escaped(name) + '">' + markup + "</" + tag + ">";
  }
  /*! An element with attributes around markup. */
  function attributedElement(tag, attributes, markup) {
    var start = "<" + tag;
    for (var _i = 0, attributes_1 = attributes; _i < attributes_1.length; _i++) {
      var attribute = attributes_1[_i];
      start += " " + attribute[0] + '="' + escaped(attribute[1]) + '"';
    }
    return start + ">" + markup + "</" + tag + ">";
  }
  /*! An element with `<member>`s. */
  function memberElement(tag, members) {
    var markup = members.map(function(member) {
      return textElement("member", member);
    });
    return element(tag, markup.join(""));
  }
  /*! An entry as it was read, as XML again: how one is restored that has fields we do not know. */
  function plainEntryXml(entry, uuid) {
    return plainXml("entry", entry, uuidAttribute(uuid));
  }
  function plainXml(tag, node, attributes) {
    if (typeof node === "string")
      return textElement(tag, node);
    var parts = [];
    for (var _i = 0, _a = sortedKeys(node.children); _i < _a.length; _i++) {
      var child = _a[_i];
      for (var _b = 0, _c = node.children[child]; _b < _c.length; _b++) {
        var one2 = _c[_b];
        parts.push(plainXml(child, one2, ""));
      }
    }
    var name = node.name === void 0 ? "" : ' name="' + escaped(node.name) + '"';
    return "<" + tag + name + attributes + ">" + parts.join("") + "</" + tag + ">";
  }
  function uuidAttribute(uuid) {
    return uuid === "" ? "" : ' uuid="' + escaped(uuid) + '"';
  }
  /*! The length in UTF-8, as the request's body has it before it is form-encoded. */
  function byteLength(text2) {
    if (PLAIN.test(text2))
      return text2.length;
    var length = 0;
    for (var _i = 0, _a = text2.split(""); _i < _a.length; _i++) {
      var character = _a[_i];
      length += bytesOf(character.charCodeAt(0));
    }
    return length;
  }
  /*! Each half of a surrogate pair counts for two of its four bytes. */
  function bytesOf(code) {
    if (code < 128)
      return 1;
    return code < 2048 || code >= 55296 && code < 57344 ? 2 : 3;
  }
  function nodeXml(node, attributes) {
    var name = node.entryName === void 0 ? "" : ' name="' + escaped(node.entryName) + '"';
    var start = "<" + node.tag + name + attributes;
    var children = node.children;
    if (typeof children === "string")
      return start + ">" + escaped(children) + "</" + node.tag + ">";
    if (children.length === 0)
      return start + "/>";
    var parts = [];
    for (var _i = 0, children_1 = children; _i < children_1.length; _i++) {
      var child = children_1[_i];
      parts.push(nodeXml(child, ""));
    }
    return start + ">" + parts.join("") + "</" + node.tag + ">";
  }
  /*! Most texts need no escaping; looking at each of their characters costs more than all the rest. */
  var HARMLESS = /^[ !#-%(-;=?-~]*$/;
  var PLAIN = /^[ -~\n\t]*$/;
  function escaped(text2) {
    return HARMLESS.test(text2) ? text2 : escapeXml(text2);
  }

  // scripts/panorama/locks.ts
  function readLocks(reader) {
    var locks = [];
    for (var _i = 0, _a = ["config", "commit"]; _i < _a.length; _i++) {
      var kind = _a[_i];
      var tag = kind + "-locks";
      var answer = reader.op("<show>" + element(tag, "") + "</show>", "the " + kind + " locks", {});
      for (var _b = 0, _c = childNodes(descendant(answer, [tag]), "entry"); _b < _c.length; _b++) {
        var node = _c[_b];
        locks.push({
          kind: kind,
          admin: attributeOf(node, "name"),
          scope: childText(node, "name") || SHARED,
          since: childText(node, "created"),
          comment: childText(node, "comment")
        });
      }
    }
    return locks;
  }
  /*! A lock of somebody else that keeps us from changing (or committing) the device group. */
  function foreignLock(lock, deviceGroup, admin) {
    var isOurs2 = admin !== "" ? lock.admin === admin : lock.comment.indexOf(COMMENT) === 0;
    if (isOurs2 || lock.scope !== SHARED && lock.scope !== deviceGroup)
      return void 0;
    return problem("locked", {
      admin: lock.admin,
      lock: lock.kind === "config" ? "configuration" : "commit",
      scope: lock.scope === SHARED ? "Shared" : "the device group " + lock.scope,
      since: lock.since,
      comment: lock.comment === "" || lock.comment === "(null)" ? "without a comment" : lock.comment
    });
  }
  var COMMENT = "CN-Series for Cortex XSOAR";
  /*! Takes the device group's configuration lock; that we hold it already (an answer was lost, a run was cut off) is as good. */
  function takeConfigLock(port, deviceGroup, cluster) {
    var comment = textElement("comment", COMMENT + ", cluster " + cluster);
    var command = lockCommand(element("add", comment));
    var answer = askAgain(function() {
      return port.op(command, { scope: deviceGroup });
    });
    if (answer.kind === "answered" || /already own/i.test(messageOf(answer)))
      return { kind: "held" };
    /*! Nobody knows whether it is held now; nothing was written, so it must not stay. */
    if (answer.kind === "unclear")
      releaseConfigLock(port, deviceGroup);
    return { kind: "failed", problem: failureOf("lock the configuration of the device group " + deviceGroup, answer) };
  }
  /*! Gives the lock back; undefined where it is not held any more. */
  function releaseConfigLock(port, deviceGroup) {
    var answer = askAgain(function() {
      return port.op(lockCommand(element("remove", "")), { scope: deviceGroup });
    });
    if (answer.kind === "answered" || /not currently/i.test(messageOf(answer)))
      return void 0;
    return failureOf("release the configuration lock of the device group " + deviceGroup, answer);
  }
  function lockCommand(markup) {
    return element("request", element("config-lock", markup));
  }
  function messageOf(answer) {
    return answer.kind === "answered" ? nodeText(answer.node) : answer.message || "";
  }

  // scripts/panorama/canonicaltext.ts
  /*!
   * Equal for equal content, however it was read; marks and uuids are left out. It is the canonical JSON of the node's
   * `PlainNode`, written without making one: a rulebase has many thousand nodes.
   */
  function canonicalText(node) {
    if (typeof node === "string")
      return quoted2(node);
    var tags = childTags(node);
    var name = attributeOf(node, "name");
    if (tags.length === 0 && name === "")
      return quoted2(nodeText(node));
    var children = "";
    for (var _i = 0, tags_1 = tags; _i < tags_1.length; _i++) {
      var tag = tags_1[_i];
      children += (children === "" ? "" : ",") + quoted2(tag) + ":[" + textsOf(childNodes(node, tag)) + "]";
    }
    var end = name === "" ? "}" : ',"name":' + quoted2(name) + "}";
    return '{"children":{' + children + "}" + end;
  }
  function textsOf(nodes) {
    var texts = "";
    for (var i = 0; i < nodes.length; i++)
      texts += (i === 0 ? "" : ",") + canonicalText(nodes[i]);
    return texts;
  }
  /*! Nothing to escape, as in most names. */
  var PLAIN2 = /^[ !#-[\]-~]*$/;
  function quoted2(text2) {
    return PLAIN2.test(text2) ? '"' + text2 + '"' : canonicalJson(text2);
  }

  // scripts/panorama/configreader.ts
  function readEntry(kind, node) {
    switch (kind) {
      case "tag":
        return readTag(node);
      case "address-group":
        return readAddressGroup(node);
      case "service":
        return readService(node);
      case "rule":
        return readRule2(node);
    }
  }
  var isAny = function(node) {
    var members = membersOf({ field: node }, "field");
    return members.length === 0 || members.length === 1 && members[0] === "any";
  };
  function isText2(text2) {
    return function(node) {
      return nodeText(node) === text2;
    };
  }
  function holdsOnly(fields) {
    return function(node) {
      return unknownFields(node, fields).length === 0;
    };
  }
  var anything = function() {
    return true;
  };
  /*! The tags of children that are not in the table, or of which the table does not accept the content. */
  function unknownFields(node, fields) {
    return childTags(node).filter(function(tag) {
      return !hasKey(fields, tag) || !fields[tag](childNode(node, tag));
    });
  }
  function result(unknown, entry) {
    return unknown.length === 0 ? { kind: "entry", entry: entry } : { kind: "unknown", fields: unknown };
  }
  function readTag(node) {
    var fields = { comments: anything, "disable-override": isText2("no") };
    var entry = { kind: "tag", name: attributeOf(node, "name"), comments: childText(node, "comments") };
    return result(unknownFields(node, fields), entry);
  }
  function readAddressGroup(node) {
    var unknown = unknownFields(node, {
      dynamic: holdsOnly({ filter: anything }),
      static: holdsOnly({ member: anything }),
      description: anything,
      tag: anything,
      "disable-override": isText2("no")
    });
    var isDynamic2 = childTags(node).indexOf("dynamic") >= 0;
    return result(unknown, {
      kind: "address-group",
      name: attributeOf(node, "name"),
      description: childText(node, "description"),
      match: isDynamic2 ? { type: "dynamic", filter: childText(childNode(node, "dynamic"), "filter") } : { type: "static", members: membersOf(node, "static") },
      tags: membersOf(node, "tag")
    });
  }
  var PORTS = holdsOnly({ port: anything, override: holdsOnly({ no: anything }) });
  function readService(node) {
    var unknown = unknownFields(node, {
      protocol: holdsOnly({ tcp: PORTS, udp: PORTS, sctp: PORTS }),
      description: isText2(""),
      tag: anything,
      "disable-override": isText2("no")
    });
    var protocols = childNode(node, "protocol");
    var protocol = ["tcp", "udp", "sctp"].filter(function(one2) {
      return childTags(protocols).indexOf(one2) >= 0;
    })[0];
    if (protocol === void 0)
      return { kind: "unknown", fields: ["protocol"] };
    return result(unknown, {
      kind: "service",
      name: attributeOf(node, "name"),
      protocol: protocol,
      port: childText(childNode(protocols, protocol), "port"),
      tags: membersOf(node, "tag")
    });
  }
  var ACTIONS = ["allow", "deny", "drop", "reset-client", "reset-server", "reset-both"];
  var RULE_FIELDS = {
    from: anything,
    to: anything,
    source: anything,
    destination: anything,
    category: anything,
    application: anything,
    service: anything,
    action: function(node) {
      return ACTIONS.indexOf(nodeText(node)) >= 0;
    },
    "log-start": anything,
    "log-end": anything,
    "log-setting": anything,
    "profile-setting": function(node) {
      return profileSetting2(node) !== void 0;
    },
    tag: anything,
    "group-tag": anything,
    description: anything,
    "source-user": isAny,
    "source-hip": isAny,
    "destination-hip": isAny,
    "hip-profiles": isAny,
    "rule-type": isText2("universal"),
    "negate-source": isText2("no"),
    "negate-destination": isText2("no"),
    /*! A rule that was disabled by hand is not as we wrote it. */
    disabled: isText2("no"),
    "icmp-unreachable": isText2("no"),
    "disable-inspect": isText2("no"),
    option: holdsOnly({ "disable-server-response-inspection": isText2("no") }),
    target: holdsOnly({ negate: isText2("no") })
  };
  function readRule2(node) {
    var entry = {
      kind: "rule",
      name: attributeOf(node, "name"),
      from: membersOr(node, "from", "any"),
      to: membersOr(node, "to", "any"),
      source: membersOr(node, "source", "any"),
      destination: membersOr(node, "destination", "any"),
      application: membersOr(node, "application", "any"),
      service: membersOr(node, "service", "application-default"),
      category: membersOr(node, "category", "any"),
      action: childText(node, "action") || "allow",
      logStart: childText(node, "log-start") === "yes",
      logEnd: childText(node, "log-end") !== "no",
      logSetting: childText(node, "log-setting"),
      profileSetting: profileSetting2(childNode(node, "profile-setting")) || { type: "none" },
      tags: membersOf(node, "tag"),
      groupTag: childText(node, "group-tag"),
      description: childText(node, "description")
    };
    return result(unknownFields(node, RULE_FIELDS), entry);
  }
  function membersOr(node, tag, assumed) {
    var members = membersOf(node, tag);
    return members.length === 0 ? [assumed] : members;
  }
  var PROFILE_KINDS = [
    "virus",
    "spyware",
    "vulnerability",
    "url-filtering",
    "file-blocking",
    "data-filtering",
    "wildfire-analysis"
  ];
  /*! undefined: it holds what we never write (several groups, profiles of another kind). */
  function profileSetting2(node) {
    var tags = childTags(node);
    if (tags.length === 0)
      return { type: "none" };
    if (tags.length > 1)
      return void 0;
    if (tags[0] === "group") {
      var groups = membersOf(node, "group");
      if (groups.length === 0)
        return { type: "none" };
      return groups.length === 1 ? { type: "group", group: groups[0] } : void 0;
    }
    return tags[0] === "profiles" ? singleProfiles(childNode(node, "profiles")) : void 0;
  }
  function singleProfiles(node) {
    var profiles = {};
    for (var _i = 0, _a = childTags(node); _i < _a.length; _i++) {
      var kind = _a[_i];
      var names2 = membersOf(node, kind);
      if (PROFILE_KINDS.indexOf(kind) < 0 || names2.length > 1)
        return void 0;
      if (names2.length === 1)
        profiles[kind] = names2[0];
    }
    return sortedKeys(profiles).length === 0 ? { type: "none" } : { type: "profiles", profiles: profiles };
  }

  // scripts/panorama/foreignrules.ts
  /*! Rules of others, as far as they matter to ours. */
  /*! What an enabled rule decides; undefined for a disabled one. A list that is negated is taken for everything. */
  function foreignRule(location, node) {
    if (childText(node, "disabled") === "yes")
      return void 0;
    return {
      name: attributeOf(node, "name"),
      location: location,
      action: childText(node, "action") || "allow",
      from: membersOf(node, "from"),
      to: membersOf(node, "to"),
      source: childText(node, "negate-source") === "yes" ? [] : membersOf(node, "source"),
      destination: childText(node, "negate-destination") === "yes" ? [] : membersOf(node, "destination")
    };
  }
  /*! The enabled rules among nodes of one place. */
  function foreignRules2(location, nodes) {
    var found = [];
    for (var _i = 0, nodes_1 = nodes; _i < nodes_1.length; _i++) {
      var node = nodes_1[_i];
      var rule = foreignRule(location, node);
      if (rule !== void 0)
        found.push(rule);
    }
    return found;
  }
  /*!
   * The default rules as they hold: the lowest place that overrides one wins (vendor, "Defining Policies on Panorama").
   *
   * @param postRulebases of the device group, its ancestors and Shared, from the bottom up
   */
  function defaultRules(postRulebases) {
    return {
      intrazone: defaultAction(postRulebases, "intrazone-default") || BUILT_IN.intrazone,
      interzone: defaultAction(postRulebases, "interzone-default") || BUILT_IN.interzone
    };
  }
  /*! '' where nobody overrides it; an override may leave the action as it is. */
  function defaultAction(postRulebases, name) {
    for (var _i = 0, postRulebases_1 = postRulebases; _i < postRulebases_1.length; _i++) {
      var rulebase = postRulebases_1[_i];
      for (var _a = 0, _b = childNodes(descendant(rulebase, ["default-security-rules", "rules"]), "entry"); _a < _b.length; _a++) {
        var node = _b[_a];
        var action = childText(node, "action");
        if (attributeOf(node, "name") === name && action !== "")
          return action;
      }
    }
    return "";
  }

  // scripts/panorama/elsewhere.ts
  /*! A device group whole, from the candidate configuration. */
  function readGroup2(reader, name) {
    return childNode(reader.get(scopePath(name), "the device group " + name), "entry");
  }
  /*! The rules of a device group that was read whole. */
  function rulesIn(group, rulebase) {
    return childNodes(descendant(group, [rulebase + "-rulebase", "security", "rules"]), "entry");
  }
  /*! The objects of a kind in a device group that was read whole. */
  function objectsIn(group, container) {
    return childNodes(childNode(group, container), "entry");
  }
  /*!
   * Reads it, and notes which names are used there.
   *
   * @param group this device group, read whole
   */
  function readElsewhere(reader, profile, hierarchy, group, uses) {
    var pre = [];
    var post = [];
    var tags = [];
    var postRulebases = [childNode(group, "post-rulebase")];
    for (var _i = 0, _a = hierarchy.chain.slice(1); _i < _a.length; _i++) {
      var scope = _a[_i];
      var postRulebase = readPostRulebase(reader, scope);
      postRulebases.push(postRulebase);
      /*! Shared first, then down: the order of evaluation (vendor, "Device Group Policies"); after the block, the other way. */
      pre.unshift({ location: scope, nodes: preRules(reader, scope) });
      post.push({ location: scope, nodes: rulesOf(postRulebase) });
      tags.unshift({ location: scope, nodes: ourTags(reader, profile, scope) });
    }
    var isPre = profile.rulebase === "pre";
    var other = { location: profile.deviceGroup, nodes: rulesIn(group, isPre ? "post" : "pre") };
    var descendants = rulesBelow(reader, hierarchy, uses);
    addOtherRules(uses, group);
    var within = [other].concat(descendants);
    for (var _b = 0, within_1 = within; _b < within_1.length; _b++) {
      var rulebase = within_1[_b];
      for (var _c = 0, _d = rulebase.nodes; _c < _d.length; _c++) {
        var node = _d[_c];
        uses.add(node, RULE_PATHS);
      }
    }
    return {
      ruleNames: namesakes(profile, pre.concat(post, within)),
      above: rulesOfOthers(isPre ? pre : pre.concat(within)),
      below: rulesOfOthers(isPre ? within.concat(post) : post),
      defaultRules: defaultRules(postRulebases),
      tags: tags
    };
  }
  /*! What is below sees our objects, and its rules share our names. */
  function rulesBelow(reader, hierarchy, uses) {
    var rules = [];
    for (var _i = 0, _a = hierarchy.descendants; _i < _a.length; _i++) {
      var scope = _a[_i];
      var group = readGroup2(reader, scope);
      rules.push({ location: scope, nodes: rulesIn(group, "pre").concat(rulesIn(group, "post")) });
      for (var _b = 0, _c = ["address-group", "service-group"]; _b < _c.length; _b++) {
        var container = _c[_b];
        for (var _d = 0, _e = objectsIn(group, container); _d < _e.length; _d++) {
          var node = _e[_d];
          uses.add(node, GROUP_PATHS);
        }
      }
      addOtherRules(uses, group);
    }
    return rules;
  }
  /*! Notes every text in the rules that are not of security: NAT, decryption and the others name addresses and services. */
  function addOtherRules(uses, group) {
    for (var _i = 0, _a = ["pre-rulebase", "post-rulebase"]; _i < _a.length; _i++) {
      var rulebase = _a[_i];
      var kinds = childNode(group, rulebase);
      for (var _b = 0, _c = childTags(kinds); _b < _c.length; _b++) {
        var kind = _c[_b];
        if (kind !== "security")
          uses.addTexts(childNode(kinds, kind));
      }
    }
  }
  function preRules(reader, scope) {
    var answer = reader.show(rulesPath(scope, "pre"), "the pre rules of " + scope);
    return childNodes(childNode(answer, "rules"), "entry");
  }
  /*! With the default rules in it. */
  function readPostRulebase(reader, scope) {
    return childNode(reader.show(rulebasePath(scope, "post"), "the post rules of " + scope), "post-rulebase");
  }
  function rulesOf(rulebase) {
    return childNodes(descendant(rulebase, ["security", "rules"]), "entry");
  }
  function rulesOfOthers(rulebases) {
    var found = [];
    for (var _i = 0, rulebases_1 = rulebases; _i < rulebases_1.length; _i++) {
      var rulebase = rulebases_1[_i];
      for (var _a = 0, _b = foreignRules2(rulebase.location, rulebase.nodes); _a < _b.length; _a++) {
        var rule = _b[_a];
        found.push(rule);
      }
    }
    return found;
  }
  function ourTags(reader, profile, scope) {
    var answer = reader.show(objectsPath(scope, "tag"), "the tags of " + scope);
    return childNodes(childNode(answer, "tag"), "entry").filter(function(node) {
      return isOurTag(profile, attributeOf(node, "name"));
    });
  }
  function namesakes(profile, rulebases) {
    var names2 = [];
    for (var _i = 0, rulebases_2 = rulebases; _i < rulebases_2.length; _i++) {
      var rulebase = rulebases_2[_i];
      for (var _a = 0, _b = rulebase.nodes; _a < _b.length; _a++) {
        var node = _b[_a];
        var name = attributeOf(node, "name");
        if (hasOurPrefix(profile, name))
          names2.push(name);
      }
    }
    return names2;
  }

  // scripts/panorama/readobjects.ts
  var CONTAINERS = [
    { tag: "tag", kind: "tag", isOurs: true },
    { tag: "address-group", kind: "address-group", isOurs: true },
    { tag: "service", kind: "service", isOurs: true },
    { tag: "address", kind: "address-group", isOurs: false },
    { tag: "service-group", kind: "service", isOurs: false }
  ];
  /*! The objects of the device group (read whole), and our tags above it. Notes which names foreign groups use. */
  function groupObjects(profile, group, tagsAbove, uses) {
    for (var _i = 0, CONTAINERS_1 = CONTAINERS; _i < CONTAINERS_1.length; _i++) {
      var container = CONTAINERS_1[_i];
      for (var _a = 0, _b = objectsIn(group, container.tag); _a < _b.length; _a++) {
        var node = _b[_a];
        if (!container.isOurs || !isOwned(profile, node))
          uses.add(node, GROUP_PATHS);
      }
    }
    var relevant = [];
    var outside = [];
    for (var _c = 0, CONTAINERS_2 = CONTAINERS; _c < CONTAINERS_2.length; _c++) {
      var container = CONTAINERS_2[_c];
      for (var _d = 0, _e = objectsIn(group, container.tag); _d < _e.length; _d++) {
        var node = _e[_d];
        var name = attributeOf(node, "name");
        var owned = container.isOurs && isOwned(profile, node);
        /*! Our tags carry no tags themselves; a run may make them. */
        var isNamesake = container.kind === "tag" ? isOurTag(profile, name) : hasOurPrefix(profile, name);
        if (owned || isNamesake)
          relevant.push(objectOf(profile, container, node, uses));
        var isForeign = container.isOurs && !owned && !(container.kind === "tag" && isNamesake);
        if (isForeign)
          outside.push({ label: container.tag + " " + name, text: canonicalText(node) });
      }
    }
    return { relevant: relevant.concat(tagObjects(tagsAbove)), outside: outside };
  }
  function objectOf(profile, container, node, uses) {
    var name = attributeOf(node, "name");
    var reading = container.isOurs ? readEntry(container.kind, node) : void 0;
    return {
      kind: container.kind,
      name: name,
      owned: container.isOurs && isOwned(profile, node),
      usedByOthers: uses.has(name),
      location: profile.deviceGroup,
      entry: reading !== void 0 && reading.kind === "entry" ? reading.entry : void 0,
      text: canonicalText(node)
    };
  }
  /*! They are looked at, never touched. */
  function tagObjects(tagsAbove) {
    var objects = [];
    for (var _i = 0, tagsAbove_1 = tagsAbove; _i < tagsAbove_1.length; _i++) {
      var scope = tagsAbove_1[_i];
      for (var _a = 0, _b = scope.nodes; _a < _b.length; _a++) {
        var node = _b[_a];
        objects.push({
          kind: "tag",
          name: attributeOf(node, "name"),
          owned: false,
          usedByOthers: true,
          location: scope.location,
          entry: void 0,
          text: canonicalText(node)
        });
      }
    }
    return objects;
  }

  // scripts/panorama/readstate.ts
  /*! Reads all that a plan needs: two requests, three more for each ancestor and Shared, one for each device group below. */
  function readState(port, profile) {
    var unquotable = unquotableName(profile);
    if (unquotable !== void 0)
      return { kind: "failed", problem: unquotable };
    var reader = createReader(port);
    var hierarchy = readHierarchy(reader, profile.deviceGroup);
    var early = reader.failure() || missingGroup(profile, hierarchy);
    if (early !== void 0)
      return { kind: "failed", problem: early };
    var uses = createForeignUses();
    var group = readGroup2(reader, profile.deviceGroup);
    var nodes = rulesIn(group, profile.rulebase);
    var rules = nodes.map(function(node) {
      var rule = stateRule(profile, node);
      if (!rule.owned)
        uses.add(node, RULE_PATHS);
      return rule;
    });
    var elsewhere = readElsewhere(reader, profile, hierarchy, group, uses);
    var failure = reader.failure();
    if (failure !== void 0)
      return { kind: "failed", problem: failure };
    var objects = groupObjects(profile, group, elsewhere.tags, uses);
    var state = {
      deviceGroup: profile.deviceGroup,
      rulebase: profile.rulebase,
      rules: rules,
      objects: objects.relevant,
      ruleNamesElsewhere: elsewhere.ruleNames,
      above: elsewhere.above,
      below: elsewhere.below,
      defaultRules: elsewhere.defaultRules
    };
    return {
      kind: "read",
      reading: {
        state: state,
        outside: outsideRules(rules).concat(objects.outside)
      }
    };
  }
  /*! The problem that a name of the profile cannot stand in an XPath. */
  function unquotableName(profile) {
    if (!isQuotable(profile.deviceGroup)) {
      return problem("bad-name", { what: "device group", name: profile.deviceGroup });
    }
    if (!isQuotable(profile.position.rule))
      return problem("bad-name", { what: "rule", name: profile.position.rule });
    return void 0;
  }
  /*! The problem that the device group does not exist. */
  function missingGroup(profile, hierarchy) {
    if (hierarchy.chain.length > 0)
      return void 0;
    var available = hierarchy.all.length === 0 ? "none" : hierarchy.all.join(", ");
    return problem("no-device-group", { deviceGroup: profile.deviceGroup, available: available });
  }
  function stateRule(profile, node) {
    var owned = isOwned(profile, node);
    var reading = owned ? readEntry("rule", node) : void 0;
    return {
      name: attributeOf(node, "name"),
      uuid: attributeOf(node, "uuid"),
      owned: owned,
      disabled: childText(node, "disabled") === "yes",
      entry: reading !== void 0 && reading.kind === "entry" ? reading.entry : void 0,
      foreign: owned ? void 0 : foreignRule(profile.deviceGroup, node),
      text: canonicalText(node)
    };
  }
  function outsideRules(rules) {
    var outside = [];
    for (var _i = 0, rules_1 = rules; _i < rules_1.length; _i++) {
      var rule = rules_1[_i];
      if (!rule.owned)
        outside.push({ label: "rule " + rule.name, text: rule.text });
    }
    return outside;
  }

  // scripts/panorama/references.ts
  var PROFILE_GROUP = { label: "security profile group", containers: ["profile-group"], predefined: [] };
  var LOG_SETTING = {
    label: "log forwarding profile",
    containers: ["log-settings/profiles"],
    predefined: []
  };
  var APPLICATION = {
    label: "application",
    containers: ["application", "application-group", "application-filter"],
    predefined: ["application"]
  };
  var CATEGORY = {
    label: "URL category",
    containers: ["profiles/custom-url-category", "external-list"],
    predefined: ["pan-url-categories"]
  };
  function profileKind(kind) {
    return { label: kind + " profile", containers: ["profiles/" + kind], predefined: ["profiles/" + kind] };
  }
  /*! Looks for every name that the rules hold, in as few requests as there are kinds and places. */
  function checkReferences(reader, rulebase, chain) {
    var problems = [];
    var unverified = [];
    for (var _i = 0, _a = wantedNames(rulebase.rules); _i < _a.length; _i++) {
      var wanted = _a[_i];
      for (var _b = 0, _c = missingNames(reader, wanted, chain); _b < _c.length; _b++) {
        var name = _c[_b];
        if (isPredefinedUnknown(reader, wanted.kind))
          unverified.push(wanted.kind.label + " " + name);
        else {
          problems.push(problem("missing-object", {
            kind: wanted.kind.label,
            name: name,
            deviceGroup: rulebase.deviceGroup,
            rules: listed(wanted.rulesByName[name], SHOWN2)
          }));
        }
      }
    }
    return { problems: problems, unverified: unverified };
  }
  var SHOWN2 = 3;
  function wantedNames(rules) {
    var kinds = {};
    function want(kind2, name2, rule2) {
      if (name2 === "" || name2 === "any")
        return;
      if (!hasKey(kinds, kind2.label))
        kinds[kind2.label] = { kind: kind2, rulesByName: {} };
      var byName = kinds[kind2.label].rulesByName;
      if (!hasKey(byName, name2))
        byName[name2] = [];
      byName[name2].push(rule2.name);
    }
    for (var _i = 0, rules_1 = rules; _i < rules_1.length; _i++) {
      var rule = rules_1[_i];
      want(LOG_SETTING, rule.logSetting, rule);
      for (var _a = 0, _b = rule.application; _a < _b.length; _a++) {
        var name = _b[_a];
        want(APPLICATION, name, rule);
      }
      for (var _c = 0, _d = rule.category; _c < _d.length; _c++) {
        var name = _d[_c];
        want(CATEGORY, name, rule);
      }
      var setting = rule.profileSetting;
      if (setting.type === "group")
        want(PROFILE_GROUP, setting.group, rule);
      if (setting.type === "profiles") {
        var profiles = setting.profiles;
        for (var _e = 0, _f = sortedKeys(profiles); _e < _f.length; _e++) {
          var kind = _f[_e];
          want(profileKind(kind), profiles[kind] || "", rule);
        }
      }
    }
    return sortedKeys(kinds).map(function(label) {
      return kinds[label];
    });
  }
  function missingNames(reader, wanted, chain) {
    var missing = sortedKeys(wanted.rulesByName);
    for (var _i = 0, _a = placesOf(wanted.kind, chain); _i < _a.length; _i++) {
      var container = _a[_i];
      missing = withoutFound(reader, container, missing, wanted.kind.label);
    }
    return missing;
  }
  function placesOf(kind, chain) {
    var places2 = [];
    for (var _i = 0, _a = kind.predefined; _i < _a.length; _i++) {
      var container = _a[_i];
      places2.push("/config/predefined/" + container);
    }
    for (var _b = 0, chain_1 = chain; _b < chain_1.length; _b++) {
      var scope = chain_1[_b];
      for (var _c = 0, _d = kind.containers; _c < _d.length; _c++) {
        var container = _d[_c];
        places2.push(objectsPath(scope, container));
      }
    }
    return places2;
  }
  /*! Names in one request; an XPath of some thousand characters is the longest that is certain to be taken. */
  var NAMES_AT_ONCE = 40;
  function withoutFound(reader, container, names2, label) {
    var found = {};
    var askable = names2.filter(isQuotable);
    for (var start = 0; start < askable.length; start += NAMES_AT_ONCE) {
      var path = entriesPath(container, askable.slice(start, start + NAMES_AT_ONCE));
      for (var _i = 0, _a = childNodes(reader.show(path, "the names of kind " + label), "entry"); _i < _a.length; _i++) {
        var node = _a[_i];
        found[attributeOf(node, "name")] = true;
      }
    }
    return names2.filter(function(name) {
      return !hasKey(found, name);
    });
  }
  /*! Only URL categories: whether every Panorama lists the predefined ones is not documented. */
  function isPredefinedUnknown(reader, kind) {
    if (kind !== CATEGORY)
      return false;
    return reader.show("/config/predefined/" + CATEGORY.predefined[0], "the predefined URL categories") === void 0;
  }

  // scripts/panorama/system.ts
  /*! Which Panorama it is, and whether it takes changes. */
  /*! CN-Series needs 10.0 (vendor, "CN-Series Deployment Prerequisites"). */
  var MINIMUM_VERSION = "10.0.0";
  /*! From this version on a partial commit carries reordered rules (vendor, PAN-OS 11.0 new features). */
  /*! The version, for example `11.1.4-h1`; '' where it cannot be read. */
  function readVersion(reader) {
    var answer = reader.op("<show><system><info></info></system></show>", "the version of Panorama", {});
    return childText(descendant(answer, ["system"]), "sw-version");
  }
  function versionProblem(version) {
    if (!/^[0-9]+\.[0-9]+/.test(version))
      return problem("unreadable-version", { version: version });
    if (isAtLeast(version, MINIMUM_VERSION))
      return void 0;
    return problem("version-too-old", { version: version, minimum: MINIMUM_VERSION });
  }
  /*! Whether a partial commit can carry moved rules, and rules deleted or added between others. */
  /*! The passive peer takes no configuration (vendor, "Panorama HA"): `primary-passive`, `secondary-passive`. */
  function highAvailabilityProblem(reader) {
    var command = "<show><high-availability><state></state></high-availability></show>";
    var answer = reader.op(command, "the high availability state", {});
    var state = childText(descendant(answer, ["local-info"]), "state");
    if (childText(answer, "enabled") !== "yes" || /active$/.test(state))
      return void 0;
    return problem("passive-peer", { state: state });
  }
  /*! Compares the numbers of `11.0.1-h2`; a hotfix counts after its version. */
  function isAtLeast(version, minimum) {
    var own = numbersOf(version);
    var wanted = numbersOf(minimum);
    for (var i = 0; i < wanted.length; i++) {
      var number = i < own.length ? own[i] : 0;
      if (number !== wanted[i])
        return number > wanted[i];
    }
    return true;
  }
  function numbersOf(version) {
    return version.split(/[.-]/).map(function(part) {
      var number = Number(part.replace(/^[a-z]+/, ""));
      return isNaN(number) ? 0 : number;
    });
  }

  // scripts/panorama/precheck.ts
  /*! Looks at everything that can keep a run from succeeding, and names all of it, not only the first. Only reads. */
  function precheck(port, profile, rulebase, options) {
    var unquotable = unquotableName(profile);
    if (unquotable !== void 0)
      return stopped(unquotable, "");
    var reader = createReader(port);
    var version = readVersion(reader);
    var hierarchy = readHierarchy(reader, profile.deviceGroup);
    var early = reader.failure() || versionProblem(version) || missingGroup(profile, hierarchy);
    if (early !== void 0)
      return stopped(early, version);
    var references = checkReferences(reader, rulebase, hierarchy.chain);
    var changes = readChanges(reader);
    var problems = presentProblems([highAvailabilityProblem(reader)]).concat(lockProblems(reader, profile)).concat(changeProblems(changes, profile, options.ignoredAdmins)).concat(references.problems);
    var failure = reader.failure();
    if (failure !== void 0)
      return stopped(failure, version);
    var uncommitted = changes.some(function(change) {
      return isOurChange(change, profile);
    });
    return { problems: problems, version: version, unverified: references.unverified, uncommitted: uncommitted };
  }
  function stopped(found, version) {
    return { problems: [found], version: version, unverified: [], uncommitted: false };
  }
  function lockProblems(reader, profile) {
    return presentProblems(readLocks(reader).map(function(lock) {
      return foreignLock(lock, profile.deviceGroup, profile.panoramaAdmin);
    }));
  }
  function presentProblems(found) {
    var problems = [];
    for (var _i = 0, found_1 = found; _i < found_1.length; _i++) {
      var one2 = found_1[_i];
      if (one2 !== void 0)
        problems.push(one2);
    }
    return problems;
  }

  // scripts/panorama/prepare.ts
  /*! Whether the policies and the rendered rules say the same; undefined: there is no rulebase to judge. */
  function proveRulebase(request) {
    var compiled = request.translation.rulebase;
    if (compiled === void 0)
      return void 0;
    return prove(__assign({ objects: request.objects, profile: request.profile, services: request.services, rulebase: compiled }, judgedVersions(request.translation.refusals, request.diagnostics)));
  }
  function readPlan(port, request) {
    var compiled = request.translation.rulebase;
    if (compiled === void 0)
      return { rulebase: void 0, plan: void 0, problem: void 0 };
    var rulebase = auditRulebase(compiled, request.profile);
    var answer = readState(port, request.profile);
    if (answer.kind === "failed")
      return { rulebase: rulebase, plan: void 0, problem: answer.problem };
    var plan = planRulebase(rulebase, answer.reading.state, request.profile, request.knownForeign);
    return { rulebase: rulebase, plan: plan, problem: void 0 };
  }
  /*! What keeps a plan from being applied. `proof` undefined: there is no rulebase. */
  function hindrancesOf(request, proof, problems, plan) {
    var found = [
      ["input", !isWhole(request.diagnostics)],
      ["translation", request.translation.rulebase === void 0],
      ["proof", proof !== void 0 && proof.verdict !== "equal"],
      ["preflight", problems.length > 0],
      ["refused", plan !== void 0 && plan.refused]
    ];
    return found.filter(function(one2) {
      return one2[1];
    }).map(function(one2) {
      return one2[0];
    });
  }
  /*! Whether all documents could be read: what is missing would look deleted. */
  function isWhole(diagnostics) {
    return !diagnostics.some(function(found) {
      return isError(found) && (found.code === "object-unreadable" || found.code === "list-incomplete");
    });
  }

  // scripts/panorama/resume.ts
  function saveRun(plan, progress) {
    return {
      desiredHash: plan.desiredHash,
      stateHash: plan.stateHash,
      foreignHash: plan.foreignHash,
      operations: plan.operations.map(savedOperation),
      progress: progress
    };
  }
  function savedOperation(operation) {
    if (operation.op !== "create")
      return operation;
    return { op: operation.op, kind: operation.kind, name: operation.name };
  }
  /*!
   * The plan of a saved run; undefined where it is not the plan with this hash, because the policies changed or somebody
   * changed what was saved.
   *
   * @param rulebase compiled again, as the profile's `enforcement` wants it
   */
  function resumedPlan(saved, rulebase, hash) {
    var entries = entriesByKey(rulebase);
    var operations = [];
    for (var _i = 0, _a = saved.operations; _i < _a.length; _i++) {
      var one2 = _a[_i];
      if (one2.op !== "create")
        operations.push(one2);
      else {
        var key = one2.kind + " " + one2.name;
        if (!hasKey(entries, key))
          return void 0;
        operations.push({ op: "create", kind: one2.kind, name: one2.name, after: entries[key] });
      }
    }
    var desiredHash = rulebaseHash(rulebase);
    if (planHash(desiredHash, saved.stateHash, operations) !== hash || saved.progress.planHash !== hash)
      return void 0;
    return {
      deviceGroup: rulebase.deviceGroup,
      rulebase: rulebase.rulebase,
      desiredHash: desiredHash,
      stateHash: saved.stateHash,
      operations: operations,
      inverse: invertOperations(operations),
      situations: [],
      approvals: [],
      foreignHash: saved.foreignHash,
      refused: false,
      hash: hash
    };
  }
  /*!
   * Whether a saved run may be undone: it is the one with this hash, on this cluster's own rules and objects. What somebody
   * edited may be another, and name those of others.
   */
  function isUndoable(saved, profile, hash) {
    var found = planHash(saved.desiredHash, saved.stateHash, saved.operations);
    if (found !== hash || saved.progress.planHash !== hash)
      return false;
    return saved.operations.every(function(one2) {
      return one2.kind === "tag" ? isOurTag(profile, one2.name) : hasOurPrefix(profile, one2.name);
    });
  }
  function entriesByKey(rulebase) {
    var entries = {};
    var all = rulebase.tags.concat(rulebase.addressGroups, rulebase.services, rulebase.rules);
    for (var _i = 0, all_1 = all; _i < all_1.length; _i++) {
      var entry = all_1[_i];
      entries[entry.kind + " " + entry.name] = entry;
    }
    return entries;
  }

  // scripts/panorama/batch.ts
  /*! An element of one request at most: POSTs of 5 MB are taken, and form encoding makes up to three of 1.5. */
  var ELEMENT_LIMIT = 15e5;
  /*! Operations of one `multi-config` at most; no limit is documented. */
  var MULTI_LIMIT = 500;
  /*! The requests for the operations, as the profile's `applyMode` has them sent. */
  function batchesOf(profile, operations) {
    var batches = [];
    var start = 0;
    while (start < operations.length) {
      var batch = nextBatch(profile, operations, start);
      batches.push(batch);
      start += batch.operations;
    }
    return profile.applyMode === "multi-config" ? joined(batches) : batches;
  }
  /*! Neighbouring requests as one that is carried out whole or not at all. */
  function joined(batches) {
    var result2 = [];
    var open = [];
    var bytes = 0;
    function close() {
      if (open.length > 0)
        result2.push(multiBatch(open));
      open = [];
      bytes = 0;
    }
    for (var _i = 0, batches_1 = batches; _i < batches_1.length; _i++) {
      var batch = batches_1[_i];
      var operation = joinable(batch.request);
      if (operation === void 0) {
        close();
        result2.push(batch);
        continue;
      }
      var size = operation.xpath.length + ("element" in operation ? byteLength(operation.element) : 0);
      if (open.length >= MULTI_LIMIT || bytes + size > ELEMENT_LIMIT)
        close();
      open.push({ batch: batch, operation: operation });
      bytes += size;
    }
    close();
    return result2;
  }
  /*! "Some versions require that the destination always be set" (pan-os-codegen): the top and the bottom have none. */
  function joinable(request) {
    switch (request.action) {
      case "set":
      case "edit":
        return { action: request.action, xpath: request.xpath, element: request.element };
      case "delete":
        return { action: "delete", xpath: request.xpath };
      case "move": {
        var place = request.place;
        var isBeside = place.where === "before" || place.where === "after";
        return isBeside ? { action: "move", xpath: request.xpath, place: place } : void 0;
      }
      case "multi":
        return void 0;
    }
  }
  function multiBatch(parts) {
    if (parts.length === 1)
      return parts[0].batch;
    var labels = parts.map(function(part2) {
      return part2.batch.request.label;
    });
    var count = 0;
    for (var _i = 0, parts_1 = parts; _i < parts_1.length; _i++) {
      var part = parts_1[_i];
      count += part.batch.operations;
    }
    var requests = parts.map(function(part2) {
      return part2.operation;
    });
    return {
      request: { action: "multi", requests: requests, label: "do all of this or nothing: " + listed(labels, SHOWN3) },
      operations: count
    };
  }
  /*! Sends one request. */
  function send(port, request) {
    switch (request.action) {
      case "set":
        return port.set(request.xpath, request.element);
      case "edit":
        return port.edit(request.xpath, request.element);
      case "move":
        return port.move(request.xpath, request.place);
      case "delete":
        return port.delete(request.xpath);
      case "multi":
        return port.multi(request.requests);
    }
  }
  /*! For people: `rule shop.web.in-a`. */
  function operationSubject(operation) {
    return operation.kind + " " + operation.name;
  }
  /*! The container of a kind of entry. */
  function containerOf(profile, kind) {
    return kind === "rule" ? rulesPath(profile.deviceGroup, profile.rulebase) : objectsPath(profile.deviceGroup, kind);
  }
  /*! A position as PAN-OS takes it; before or after nothing is the top. */
  function movePlace(position) {
    if (position.where === "bottom")
      return { where: "bottom" };
    if (position.where === "top" || position.anchor === "")
      return { where: "top" };
    return { where: position.where, rule: position.anchor };
  }
  function nextBatch(profile, operations, start) {
    var operation = operations[start];
    var container = containerOf(profile, operation.kind);
    var xpath = entryPath(container, operation.name);
    var subject = operationSubject(operation);
    switch (operation.op) {
      case "create":
        return creations(container, operations, start);
      case "replace":
        return one({
          action: "edit",
          xpath: xpath,
          element: entryXml(operation.after, operation.uuid),
          label: "change the " + subject
        });
      case "move":
        return one({ action: "move", xpath: xpath, place: movePlace(operation.to), label: "move the " + subject });
      case "delete":
        return one({ action: "delete", xpath: xpath, label: "delete the " + subject });
    }
  }
  function one(request) {
    return { request: request, operations: 1 };
  }
  function creations(container, operations, start) {
    var kind = operations[start].kind;
    var entries = [];
    var names2 = [];
    var bytes = 0;
    for (var i = start; i < operations.length; i++) {
      var operation = operations[i];
      if (operation.op !== "create" || operation.kind !== kind)
        break;
      var xml = entryXml(operation.after, "");
      bytes += byteLength(xml);
      if (entries.length > 0 && bytes > ELEMENT_LIMIT)
        break;
      entries.push(xml);
      names2.push(operation.name);
    }
    var what = names2.length === 1 ? "the " + kind + " " : String(names2.length) + " entries of kind " + kind + ": ";
    return {
      request: {
        action: "set",
        xpath: container,
        element: entries.join(""),
        label: "create " + what + listed(names2, SHOWN3)
      },
      operations: entries.length
    };
  }
  var SHOWN3 = 3;

  // scripts/panorama/fence.ts
  /*! So many entries outside are kept by name; beyond it a difference has no name. */
  var KEPT = 500;
  function fingerprintOf(reading) {
    var entries = reading.outside.map(hashed);
    var own = [];
    var names2 = [];
    for (var _i = 0, _a = reading.state.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      names2.push(rule.name);
      if (rule.owned)
        own.push(rule.name + " " + shortHash(rule.text));
    }
    for (var _b = 0, _c = reading.state.objects; _b < _c.length; _b++) {
      var object2 = _c[_b];
      own.push(object2.kind + " " + object2.location + " " + object2.name + " " + shortHash(object2.text));
    }
    return {
      block: hashOfAll(own),
      order: hashOfAll(names2),
      outside: hashOfAll(entries.map(joined2)),
      entries: entries.length <= KEPT ? entries : []
    };
  }
  /*! Whether the block is again as it was, and where it was as far as that can be said after changes by others. */
  function isUndone(before, after2) {
    var now = fingerprintOf(after2);
    return now.block === before.block && (now.order === before.order || now.outside !== before.outside);
  }
  /*! What changed outside the block, in words; undefined where it is byte for byte the same. */
  function changesOutside(before, after2) {
    var now = fingerprintOf(after2);
    if (now.outside === before.outside)
      return void 0;
    if (before.entries.length === 0)
      return String(after2.outside.length) + " entries now, which one changed is not known";
    var known = byLabel(before.entries);
    var found = byLabel(after2.outside.map(hashed));
    var changes = [];
    for (var _i = 0, _a = before.entries; _i < _a.length; _i++) {
      var entry = _a[_i];
      if (!hasKey(found, entry[0]))
        changes.push(entry[0] + " is gone");
      else if (found[entry[0]] !== entry[1])
        changes.push(entry[0] + " has other content");
    }
    for (var _b = 0, _c = after2.outside; _b < _c.length; _b++) {
      var entry = _c[_b];
      if (!hasKey(known, entry.label))
        changes.push(entry.label + " is new");
    }
    return changes.length === 0 ? "the order of foreign rules" : listed(changes, SHOWN4);
  }
  var SHOWN4 = 10;
  function hashed(entry) {
    return [entry.label, shortHash(entry.text)];
  }
  function joined2(entry) {
    return entry[0] + " " + entry[1];
  }
  function byLabel(entries) {
    var found = {};
    for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
      var entry = entries_1[_i];
      found[entry[0]] = entry[1];
    }
    return found;
  }
  /*! Hashes of hashes in chunks: hashing one long text is slow in Otto. */
  function hashOfAll(texts) {
    var chunks = [];
    for (var start = 0; start < texts.length; start += 100)
      chunks.push(shortHash(texts.slice(start, start + 100).join("\n")));
    return shortHash(chunks.join("\n"));
  }

  // scripts/panorama/planproblems.ts
  /*! What is wrong with a plan itself. */
  /*! The problem that a plan may not be carried out. */
  function refusedPlan(plan) {
    if (!plan.refused)
      return void 0;
    var reasons = [];
    for (var _i = 0, _a = plan.situations; _i < _a.length; _i++) {
      var situation = _a[_i];
      if (situation.kind === "foreign-name") {
        var what = situation.entryKind + " " + situation.name + " in " + situation.location;
        reasons.push("the " + what + " is not ours and has a name that we need");
      } else if (situation.kind === "anchor-missing") {
        reasons.push("the rule " + situation.rule + ", which the cluster profile names as position, does not exist");
      } else if (situation.kind === "group-overfull") {
        var count = String(situation.members) + " members, more than " + String(situation.limit);
        reasons.push("the address group " + situation.name + " would have " + count + ", while it changes");
      }
    }
    return problem("refused-plan", { situations: listed(reasons, SHOWN5) });
  }
  var SHOWN5 = 5;
  /*! A plan that is refused has no operations either, and could have the same hash: it is looked at before. */
  function staleness(planned, found) {
    if (found.hash === planned.hash)
      return void 0;
    return problem("stale-plan", { planned: planned.hash, found: found.hash });
  }

  // scripts/panorama/undo.ts
  /*! What must be kept to undo the operations on entries with fields that we never write. */
  function originalsOf(operations, state) {
    var wanted = {};
    for (var _i = 0, operations_1 = operations; _i < operations_1.length; _i++) {
      var operation = operations_1[_i];
      var isReplaced = operation.op === "replace" || operation.op === "delete";
      if (isReplaced && operation.before === void 0)
        wanted[entryKey(operation.kind, operation.name)] = true;
    }
    var originals = {};
    for (var _a = 0, _b = state.rules; _a < _b.length; _a++) {
      var rule = _b[_a];
      var key = entryKey("rule", rule.name);
      if (hasKey(wanted, key))
        originals[key] = rule.text;
    }
    for (var _c = 0, _d = state.objects; _c < _d.length; _c++) {
      var object2 = _d[_c];
      var key = entryKey(object2.kind, object2.name);
      if (object2.location === state.deviceGroup && hasKey(wanted, key))
        originals[key] = object2.text;
    }
    return originals;
  }
  /*! The requests that undo the operations. */
  function undoRequests(profile, operations, originals) {
    var requests = [];
    for (var i = operations.length - 1; i >= 0; i--) {
      for (var _i = 0, _a = undoOf(profile, operations[i], originals); _i < _a.length; _i++) {
        var request = _a[_i];
        requests.push(request);
      }
    }
    return requests;
  }
  function undoOf(profile, operation, originals) {
    var xpath = entryPath(containerOf(profile, operation.kind), operation.name);
    var subject = operation.kind + " " + operation.name;
    switch (operation.op) {
      case "create":
        return [{ action: "delete", xpath: xpath, label: "delete the new " + subject }];
      case "replace": {
        var xml = originalXml(operation.kind, operation.name, operation.before, operation.uuid, originals);
        return [{ action: "edit", xpath: xpath, element: xml, label: "restore the " + subject }];
      }
      case "move":
        return [moveBack(xpath, operation.from, subject)];
      case "delete": {
        var xml = originalXml(operation.kind, operation.name, operation.before, "", originals);
        var container = containerOf(profile, operation.kind);
        var restore = {
          action: "set",
          xpath: container,
          element: xml,
          label: "restore the deleted " + subject
        };
        return operation.kind === "rule" ? [restore, moveBack(xpath, operation.position, subject)] : [restore];
      }
    }
  }
  function moveBack(xpath, position, subject) {
    return { action: "move", xpath: xpath, place: movePlace(position), label: "move back the " + subject };
  }
  function originalXml(kind, name, before, uuid, originals) {
    if (before !== void 0)
      return entryXml(before, uuid);
    var key = entryKey(kind, name);
    /*! Kept before the first write for exactly these operations; without it the request is refused, and reported as left. */
    var text2 = hasKey(originals, key) ? originals[key] : '""';
    return plainEntryXml(JSON.parse(text2), uuid);
  }
  function entryKey(kind, name) {
    return kind + " " + name;
  }

  // scripts/panorama/applysteps.ts
  function createSteps(port, job) {
    var batches;
    var undo = createUndo(port, job.profile, job.plan.operations);
    function writeNext(progress) {
      batches = batches || batchesOf(job.profile, job.plan.operations);
      if (progress.next >= batches.length)
        return changed2(progress, { phase: "check", next: 0 });
      return afterWrite(progress, batches[progress.next], sendTwice(port, batches[progress.next].request));
    }
    return {
      take: function(progress) {
        switch (progress.phase) {
          case "write":
            return writeNext(progress);
          case "check":
            return checkResult(port, job, progress);
          case "undo":
            return undo.take(progress);
          case "unlock":
            return progress;
        }
      },
      unlock: function(progress) {
        return undo.unlock(progress);
      }
    };
  }
  /*! The steps from `undo` on, which need neither the rulebase nor the whole plan. */
  function createUndo(port, profile, operations) {
    var undoing;
    return {
      take: function(progress) {
        undoing = undoing || undoRequests(profile, operations.slice(0, progress.operations), progress.originals);
        if (progress.next >= undoing.length)
          return checkUndone(port, profile, progress);
        var request = undoing[progress.next];
        var sent = sendTwice(port, request);
        var leftovers = sent.answer.kind === "done" ? progress.leftovers : progress.leftovers.concat(["could not " + request.label + ": " + sent.answer.message]);
        return changed2(progress, {
          next: progress.next + 1,
          writes: progress.writes + sent.attempts,
          leftovers: leftovers
        });
      },
      unlock: function(progress) {
        return unlock(port, profile, progress);
      }
    };
  }
  /*! Every request may be sent twice: a `set` or `edit` of the same content, a move to the same place change nothing more. */
  function sendTwice(port, request) {
    var attempts = 0;
    var answer = askAgain(function() {
      attempts += 1;
      return send(port, request);
    });
    return { answer: answer, attempts: attempts };
  }
  function afterWrite(progress, batch, sent) {
    var writes = progress.writes + sent.attempts;
    var reached = progress.operations + batch.operations;
    var answer = sent.answer;
    switch (answer.kind) {
      case "done":
        return changed2(progress, { next: progress.next + 1, operations: reached, writes: writes });
      case "refused": {
        var why = problem("write-failed", { doing: batch.request.label, message: answer.message });
        /*! A refusal says nothing about the first attempt, if that had no answer. */
        var operations = sent.attempts > 1 ? reached : progress.operations;
        return failed(changed2(progress, { writes: writes, operations: operations }), why);
      }
      case "unclear": {
        var why = problem("write-unclear", { doing: batch.request.label, message: answer.message });
        return failed(changed2(progress, { writes: writes, operations: reached }), why);
      }
    }
  }
  function failed(progress, why) {
    return changed2(progress, { phase: "undo", next: 0, failures: progress.failures.concat([why]) });
  }
  /*! Reads everything again: nothing outside may differ, and nothing may be left to do. */
  function checkResult(port, job, progress) {
    var answer = readState(port, job.profile);
    if (answer.kind === "failed")
      return failed(progress, answer.problem);
    var outside = changesOutside(progress.before, answer.reading);
    if (outside !== void 0)
      return failed(progress, problem("outside-changed", { entries: outside }));
    var now = job.planFor(answer.reading.state);
    var refused4 = refusedPlan(now);
    if (refused4 !== void 0)
      return failed(progress, refused4);
    var rest = now.operations;
    if (rest.length === 0)
      return changed2(progress, { phase: "unlock", next: 0 });
    return failed(progress, problem("not-as-planned", { differences: listed(rest.map(stillToDo), SHOWN6) }));
  }
  var SHOWN6 = 5;
  function stillToDo(operation) {
    return operationSubject(operation) + " (" + operation.op + ")";
  }
  /*! What counts is what Panorama holds: requests that failed although nothing was to undo leave nothing behind. */
  function checkUndone(port, profile, progress) {
    var answer = readState(port, profile);
    if (answer.kind === "failed") {
      var unchecked = "whether everything was undone could not be checked";
      return changed2(progress, { phase: "unlock", leftovers: progress.leftovers.concat([unchecked]) });
    }
    if (isUndone(progress.before, answer.reading))
      return changed2(progress, { phase: "unlock", leftovers: [] });
    var differs = "the rules and objects of the cluster are not as they were before this run";
    return changed2(progress, { phase: "unlock", leftovers: progress.leftovers.concat([differs]) });
  }
  function unlock(port, profile, progress) {
    var left = releaseConfigLock(port, profile.deviceGroup);
    var held = "the configuration lock of the device group " + profile.deviceGroup + " may still be held";
    var leftovers = left === void 0 ? progress.leftovers : progress.leftovers.concat([held]);
    return progress.failures.length === 0 ? { kind: "applied", writes: progress.writes, leftovers: leftovers, warnings: progress.warnings } : { kind: "failed", problems: progress.failures, writes: progress.writes, leftovers: leftovers };
  }
  function changed2(progress, change) {
    return __assign(__assign({}, progress), change);
  }

  // scripts/panorama/run.ts
  /*!
   * Carries a plan out, as a state machine: lock, write, check, unlock; when something fails, undo, then unlock. It works in
   * slices, because a script on the server has a time limit.
   */
  /*! Checks, locks, and writes until the slice is over. */
  /*! Checks and locks; nothing is written yet, so that the caller can keep the progress before anything is. */
  function openApply(port, job) {
    var refusal = refusedPlan(job.plan);
    if (refusal !== void 0)
      return refused([refusal]);
    var checked = precheck(port, job.profile, job.rulebase, { ignoredAdmins: job.ignoredAdmins });
    if (checked.problems.length > 0)
      return refused(checked.problems);
    if (job.plan.operations.length === 0)
      return confirmUnchanged(port, job);
    var lock = takeConfigLock(port, job.profile.deviceGroup, job.profile.cluster);
    if (lock.kind === "failed")
      return refused([lock.problem]);
    var first2 = firstProgress(readState(port, job.profile), job, checked.unverified);
    if (first2.kind === "ready")
      return { done: false, progress: first2.progress };
    var left = releaseConfigLock(port, job.profile.deviceGroup);
    return refused(left === void 0 ? [first2.problem] : [first2.problem, left]);
  }
  /*!
   * Goes on where the last slice stopped, with the same job.
   *
   * @throws if the progress belongs to another plan
   */
  function continueApply(port, job, progress, slice) {
    if (progress.planHash !== job.plan.hash) {
      throw new Error("This progress belongs to another plan: " + progress.planHash + ", not " + job.plan.hash + ".");
    }
    return takeSteps(createSteps(port, job), progress, slice);
  }
  /*! Undoes a saved run whose rulebase nobody wants any more, and unlocks; in slices as well. */
  function takeBack(port, profile, operations, progress, why, slice) {
    var isUnderWay = progress.failures.length > 0;
    var undoing = isUnderWay ? progress : __assign(__assign({}, progress), { phase: "undo", next: 0, failures: [why] });
    return takeSteps(createUndo(port, profile, operations), undoing, slice);
  }
  function takeSteps(steps, progress, slice) {
    var current = progress;
    do {
      if (current.phase === "unlock")
        return done(steps.unlock(current));
      current = steps.take(current);
    } while (slice.goesOn());
    return { done: false, progress: current };
  }
  function done(outcome) {
    return { done: true, outcome: outcome };
  }
  function refused(problems) {
    return done({ kind: "refused", problems: problems });
  }
  function confirmUnchanged(port, job) {
    var answer = readState(port, job.profile);
    if (answer.kind === "failed")
      return refused([answer.problem]);
    var now = job.planFor(answer.reading.state);
    var found = refusedPlan(now) || staleness(job.plan, now);
    return found === void 0 ? done({ kind: "unchanged" }) : refused([found]);
  }
  /*! From what is read under the lock: what the plan was made from must still be there. */
  function firstProgress(answer, job, warnings) {
    if (answer.kind === "failed")
      return { kind: "failed", problem: answer.problem };
    var now = job.planFor(answer.reading.state);
    var found = refusedPlan(now) || staleness(job.plan, now);
    if (found !== void 0)
      return { kind: "failed", problem: found };
    return {
      kind: "ready",
      progress: {
        phase: "write",
        planHash: job.plan.hash,
        next: 0,
        operations: 0,
        writes: 0,
        before: fingerprintOf(answer.reading),
        originals: originalsOf(job.plan.operations, answer.reading.state),
        failures: [],
        leftovers: [],
        warnings: warnings
      }
    };
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

  // scripts/panorama/view.ts
  var COLUMNS = [
    { heading: "What", cell: function(found) {
      return found.message;
    } },
    { heading: "What to do", cell: function(found) {
      return found.remedy;
    } }
  ];
  /*! Problems of a run, each with its remedy. */
  function problemsTable(title, problems) {
    return tableOf(title, COLUMNS, problems.map(describeProblem));
  }
  /*! Why a plan is not to be applied, in a sentence. */
  function hindranceText(hindrance) {
    switch (hindrance) {
      case "input":
        return "Part of the input cannot be read, and the rules of what is missing would be taken away.";
      case "translation":
        return "The cluster has no rulebase; the findings say what stands in the way.";
      case "proof":
        return "It is not proven that the rules allow exactly what the policies allow.";
      case "preflight":
        return "Panorama is not ready for it.";
      case "refused":
        return "The plan cannot be carried out as Panorama is; the situations say why.";
    }
  }

  // scripts/policy/views/kindwords.ts
  /*! What people call the kinds of entries. */

  // scripts/policy/views/plansituations.ts
  /*! What was found in Panorama that is not as the last run left it. */
  /*! The rules of a situation, the rest of a long list as a count. */

  // scripts/policy/views/planapprovals.ts
  var REASON_WORDS = {
    always: "This cluster profile asks for approval of every plan.",
    "many-changes": "Many entries are created, changed or deleted.",
    "many-deletes": "Many rules are deleted.",
    "large-deleted-share": "A large share of the rules is deleted.",
    "many-moves": "Many rules are moved.",
    "external-address": "Rules allow connections with external networks.",
    "empties-block": "No rule of the cluster is left.",
    "first-enforce": "Isolation is enforced for the first time: connections will be denied.",
    preceded: "Rules of others decide before the managed ones.",
    "audit-opens": "Under audit, the managed rules allow what rules of others would deny after them."
  };
  /*! Why a human must approve, in a sentence. */
  function approvalText(reason) {
    return REASON_WORDS[reason];
  }
  /*! Why a human must approve the plan, with what was found and how much the profile allows without. */

  // scripts/policy/views/findings.ts
  var COLUMNS2 = [
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
    return tableOf("Findings", COLUMNS2, diagnostics.map(describeDiagnostic));
  }
  function where(found) {
    return [found.file, found.path].filter(function(part) {
      return part !== "";
    });
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

  // scripts/xsoar/problemtext.ts
  /*! Problems of a run for the context and for the war room. */
  function messages(problems) {
    return problems.map(function(found) {
      return describeProblem(found).message;
    });
  }
  function problemsMarkdown(problems) {
    return markdownTable(problemsTable("Problems", problems));
  }
  /*!
   * Fails the step if all that is wrong is that Panorama gave no answer: asking again does no harm, and the playbook does it
   * before it asks a person.
   *
   * @throws a user error then
   */
  function failWithoutAnswer(problems) {
    var isLost = problems.length > 0 && problems.every(function(found) {
      return found.code === "no-answer";
    });
    if (isLost)
      throw userError(messages(problems).join(" "));
  }

  // scripts/xsoar/applyentry.ts
  /*! Nothing was written, for these reasons. */
  function refusedEntry(head, outcome, reasons, markdown) {
    var data = __assign(__assign({}, dataOf(head)), { Done: true, Outcome: outcome, Reasons: reasons });
    return entryOf(data, paragraph("Nothing was written.") + paragraphs(reasons) + markdown);
  }
  /*! The slice ended before the run did. */
  function underWayEntry(head, writes) {
    var told = paragraph("The run is not over: run again with the same arguments.");
    return entryOf(__assign(__assign({}, dataOf(head)), { Writes: writes }), told);
  }
  function outcomeEntry(head, outcome) {
    var done2 = __assign(__assign({}, dataOf(head)), { Done: true, Outcome: outcome.kind });
    switch (outcome.kind) {
      case "applied": {
        var told = paragraph("The candidate configuration holds the rules. They go live with a commit and a push.");
        var more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Warnings: outcome.warnings };
        return entryOf(__assign(__assign({}, done2), more), told + paragraphs(outcome.leftovers) + paragraphs(outcome.warnings));
      }
      case "unchanged":
        return entryOf(done2, paragraph("The candidate configuration held the rules already; nothing was written."));
      case "refused": {
        var isStale = outcome.problems.some(function(found) {
          return found.code === "stale-plan";
        });
        var told = paragraph("Nothing was written.") + problemsMarkdown(outcome.problems);
        return entryOf(__assign(__assign({}, done2), { Outcome: isStale ? "stale" : "refused", Reasons: messages(outcome.problems) }), told);
      }
      case "failed": {
        var isUndone2 = outcome.leftovers.length === 0;
        var isStale = isUndone2 && outcome.problems.every(function(found) {
          return found.code === "stale-plan";
        });
        var told = paragraph(isUndone2 ? "Everything that was written was undone." : "Not everything could be undone:");
        var more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Reasons: messages(outcome.problems) };
        var data = __assign(__assign(__assign({}, done2), more), { Outcome: isStale ? "stale" : "failed" });
        return entryOf(data, told + paragraphs(outcome.leftovers) + problemsMarkdown(outcome.problems));
      }
    }
  }
  /*! The findings of the input, where they are what keeps it from being applied. */
  function hinderedMarkdown(cluster, problems) {
    var tables = [problemsTable("Problems", problems), findingsTable(cluster.diagnostics)];
    return tables.filter(function(table) {
      return table.rows.length > 0;
    }).map(markdownTable).join("");
  }
  function dataOf(head) {
    return {
      Cluster: head.cluster,
      Hash: head.hash,
      Done: false,
      Outcome: "",
      Writes: 0,
      Reasons: [],
      Leftovers: [],
      Warnings: [],
      ApprovedBy: head.approvedBy
    };
  }
  function paragraphs(texts) {
    return texts.map(paragraph).join("");
  }
  var TITLES = {
    "": "Under way",
    applied: "Applied",
    unchanged: "Unchanged",
    refused: "Refused",
    stale: "The plan has changed",
    failed: "Failed"
  };
  function entryOf(data, markdown) {
    var title = heading(2, TITLES[data.Outcome] + ": " + data.Cluster);
    return resultEntry(title + markdown, "CNSeries.Apply(val.Cluster == obj.Cluster)", data);
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
  function clearStored(host, cluster, kind) {
    var name = listName(cluster, kind);
    var pointer = readPointer(host, name, kind);
    if (pointer !== void 0 && (hasKey(pointer, "value") || hasKey(pointer, "parts")))
      writeList(host, name, "{}");
  }
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
  /*! Who runs the script; undefined where it is the server itself, as in a playbook. */
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
      var one2 = _a[_i];
      var user = one2;
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
      return value.filter(isText3);
    if (typeof value !== "object" || value === null)
      return [];
    var found = [];
    for (var _i = 0, _a = Object.keys(value).sort(); _i < _a.length; _i++) {
      var key = _a[_i];
      found = found.concat(textsIn(value[key]));
    }
    return found;
  }
  function isText3(value) {
    return typeof value === "string";
  }

  // scripts/xsoar/approval.ts
  /*! Looks the approver's roles up again: they may have been taken away since. */
  function approvalOf(host, profile, hash) {
    var found = readStored(host, profile.cluster, "approval");
    if (found === void 0 || found.hash !== hash || typeof found.by !== "string") {
      return { kind: "missing", reason: "Nobody has approved this plan." };
    }
    if (found.decision !== "approve") {
      return { kind: "missing", reason: found.by + " has rejected this plan: " + String(found.reason) };
    }
    var refusal = roleRefusal(host, profile, found.by);
    return refusal === void 0 ? { kind: "approved", by: found.by } : { kind: "missing", reason: refusal };
  }
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
  function createReader2() {
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
  function isAbsent2(value) {
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
    if (!isAbsent2(value))
      reportType(reader, textExpected(value), value, path);
    return void 0;
  }
  /*! The whole number (the API has no others here), or undefined. */
  function readInteger(reader, value, path) {
    if (typeof value === "number" && Math.floor(value) === value && isFinite(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "a whole number", value, path);
    return void 0;
  }
  /*! The object, or undefined. */
  function readObject(reader, value, path) {
    if (isObject(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "an object", value, path);
    return void 0;
  }
  /*! The list; absent reads as the empty list. */
  function readList2(reader, value, path) {
    if (Array.isArray(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "a list", value, path);
    return [];
  }
  /*! The texts of a list; other elements, null included, are reported and left out. */
  function readStringList(reader, value, path) {
    var texts = [];
    var list2 = readList2(reader, value, path);
    for (var i = 0; i < list2.length; i++) {
      var element2 = list2[i];
      if (typeof element2 === "string")
        texts.push(element2);
      else
        reportType(reader, textExpected(element2), element2, path + "[" + String(i) + "]");
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
  function fieldSet(names2) {
    var known = {};
    for (var _i = 0, names_1 = names2; _i < names_1.length; _i++) {
      var name = names_1[_i];
      known[name] = true;
    }
    return { names: names2, known: known };
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
  function readSelector2(reader, value, path) {
    var object2 = readObject(reader, value, path);
    if (!object2)
      return [];
    checkFields(reader, object2, SELECTOR, path);
    var terms = readMatchLabels(reader, object2.matchLabels, path + ".matchLabels");
    var expressions = readList2(reader, object2.matchExpressions, path + ".matchExpressions");
    for (var i = 0; i < expressions.length; i++) {
      var term = readExpression2(reader, expressions[i], path + ".matchExpressions[" + String(i) + "]");
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
  function readExpression2(reader, value, path) {
    var object2 = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, EXPRESSION, path);
    var key = readString(reader, object2.key, path + ".key");
    var operator = readString(reader, object2.operator, path + ".operator");
    var values = readStringList(reader, object2.values, path + ".values");
    if (isAbsent2(object2.key))
      report(reader, "field-missing", { expected: "the label key" }, path + ".key");
    if (isAbsent2(object2.operator)) {
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
    var isEmpty = isAbsent2(list2) || Array.isArray(list2) && list2.length === 0;
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
    if (isAbsent2(value))
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
    if (isAbsent2(metadata.name)) {
      var expected = isAbsent2(metadata.generateName) ? "a name" : "a name (generateName does not name anything yet)";
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
  function nameOf2(object2) {
    var name = metadataField(object2, "name");
    return typeof name === "string" ? name : "";
  }
  /*! The namespace, `default` where none is given. */
  function namespaceOf2(object2) {
    var namespace = metadataField(object2, "namespace");
    return typeof namespace === "string" && namespace !== "" ? namespace : DEFAULT_NAMESPACE;
  }
  /*! The place of a diagnostic about an object that is no policy: `Pod shop/web: metadata.labels`. */
  function objectPath(object2, path) {
    var namespace = metadataField(object2, "namespace");
    var place = typeof namespace === "string" ? namespace + "/" : "";
    var name = String(object2.kind) + " " + place + nameOf2(object2);
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
  function readNamespaces2(reader, objects, named) {
    var labels = {};
    for (var _i = 0, named_1 = named; _i < named_1.length; _i++) {
      var name = named_1[_i];
      labels[name] = {};
    }
    for (var _a = 0, objects_1 = objects; _a < objects_1.length; _a++) {
      var object2 = objects_1[_a];
      labels[nameOf2(object2)] = readStringMap(reader, metadataField(object2, "labels"), objectPath(object2, "metadata.labels"));
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
    var members = [];
    for (var _i = 0, _a = subtractAddresses(set, IPV4_IN_IPV6); _i < _a.length; _i++) {
      var range = _a[_i];
      var blocks = blocksOf(range, MOST_BLOCKS);
      if (blocks)
        members.push.apply(members, blocks);
      else
        members.push(addressText(range.from) + "-" + addressText(range.to));
    }
    return members;
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
  function readPod2(reader, pod) {
    var addresses = podAddresses2(pod);
    return readPodLike(reader, pod, pod, {
      name: nameOf2(pod),
      addresses: addresses,
      count: 1
    });
  }
  /*! Reads the pods that a workload makes from its pod template, which has the form of a pod. */
  function readTemplate(reader, workload, template) {
    return readPodLike(reader, workload, template, {
      name: String(workload.kind).toLowerCase() + "/" + nameOf2(workload),
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
    var containers = servingContainers2(spec);
    return {
      namespace: namespaceOf2(owner),
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
  function servingContainers2(spec) {
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
        ports.push({ name: port.name, protocol: protocolOf2(port), port: port.containerPort });
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
  function protocolOf2(port) {
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
  function podAddresses2(pod) {
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
  function readNodes2(reader, objects) {
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
      name: nameOf2(object2),
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
      if (nameOf2(object2) === "") {
        found.push(object2);
        continue;
      }
      var id = String(object2.kind) + "/" + namespaceOf2(object2) + "/" + nameOf2(object2);
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
    var cut2 = {};
    for (var _i = 0, _a = folding.labelKeys; _i < _a.length; _i++) {
      var key = _a[_i];
      if (hasKey(labels, key))
        cut2[key] = labels[key];
    }
    for (var _b = 0, _c = Object.keys(labels); _b < _c.length; _b++) {
      var key = _c[_b];
      if (!hasKey(cut2, key) && mayBeTaken(key, labels[key], folding.tagKeys))
        cut2[key] = labels[key];
    }
    return cut2;
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
    var list2 = readList2(reader, value, path);
    var peers = [];
    for (var i = 0; i < list2.length; i++) {
      var peer = readPeer2(reader, list2[i], path + "[" + String(i) + "]");
      if (peer)
        peers.push(peer);
    }
    return list2.length === 0 ? { kind: "anyone" } : { kind: "peers", peers: peers };
  }
  function readPeer2(reader, value, path) {
    var object2 = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, PEER, path);
    var selects = !isAbsent2(object2.podSelector) || !isAbsent2(object2.namespaceSelector);
    if (!isAbsent2(object2.ipBlock)) {
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
    var pods = readSelector2(reader, object2.podSelector, path + ".podSelector");
    if (isAbsent2(object2.namespaceSelector)) {
      return { kind: "pods", namespaces: { kind: "own" }, pods: pods, path: path };
    }
    var selector = readSelector2(reader, object2.namespaceSelector, path + ".namespaceSelector");
    return { kind: "pods", namespaces: { kind: "selected", selector: selector }, pods: pods, path: path };
  }
  function readIpBlock(reader, value, peerPath) {
    var path = peerPath + ".ipBlock";
    var object2 = readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, IP_BLOCK, path);
    var text2 = readString(reader, object2.cidr, path + ".cidr");
    if (isAbsent2(object2.cidr))
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
    var list2 = readList2(reader, value, path);
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
    var object2 = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, PORT, path);
    var protocol = readProtocol(reader, object2.protocol, path + ".protocol");
    if (isAbsent2(object2.port))
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
    var present = hasKey(labels, term.key);
    switch (term.operator) {
      case "In":
        return present && term.values.indexOf(labels[term.key]) >= 0;
      case "NotIn":
        return !present || term.values.indexOf(labels[term.key]) < 0;
      case "Exists":
        return present;
      case "DoesNotExist":
        return !present;
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
  function readEntries2(reader, value, direction) {
    var entries = [];
    var list2 = readList2(reader, value, "spec." + direction);
    for (var i = 0; i < list2.length; i++) {
      var entry = readEntry2(reader, list2[i], direction, i);
      if (entry)
        entries.push(entry);
    }
    return entries;
  }
  function readEntry2(reader, value, direction, index) {
    var path = "spec." + direction + "[" + String(index) + "]";
    var side = SIDES[direction];
    /*! The API server reads a null element as an empty one, which allows everything. */
    var object2 = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object2)
      return void 0;
    checkFields(reader, object2, side.fields, path);
    var peers = readPeers(reader, object2[side.field], path + "." + side.field);
    var ports = readPorts(reader, object2.ports, path + ".ports");
    return { direction: direction, index: index, key: entryKey2(peers, ports), peers: peers, ports: ports, path: path };
  }
  /*!
   * A short hash of what the entry says: equal for entries that say the same, whatever the order of their lists, and
   * without its place, so that an inserted entry changes no key.
   */
  function entryKey2(peers, ports) {
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
  function readPolicy2(raw) {
    var reader = createReader2();
    checkFields(reader, raw, TOP, "");
    checkVersion(reader, raw);
    var metadata = readPolicyMetadata(reader, raw.metadata);
    /*! The API server takes a policy without spec: it isolates every pod of the namespace. */
    var spec = readObject(reader, raw.spec, "spec") || {};
    checkFields(reader, spec, SPEC, "spec");
    var subject = readSelector2(reader, spec.podSelector, "spec.podSelector");
    var ingress = readEntries2(reader, spec.ingress, "ingress");
    var egress = readEntries2(reader, spec.egress, "egress");
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
    if (isAbsent2(raw.apiVersion))
      report(reader, "field-missing", { expected: API_VERSION }, "apiVersion");
    if (isAbsent2(raw.kind))
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
      var id = namespaceOf2(policy) + "/" + nameOf2(policy);
      if (!hasKey(groups, id))
        groups[id] = [];
      groups[id].push(policy);
    }
    var policies = [];
    var diagnostics = [];
    for (var _a = 0, _b = sortedKeys(groups); _a < _b.length; _a++) {
      var id = _b[_a];
      var group = groups[id].length === 1 ? groups[id] : stableSort(groups[id], compareVersions);
      var place = { namespace: namespaceOf2(group[0]), name: nameOf2(group[0]) };
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
      policy.metadata = cleanMetadata(object2.metadata, namespaceOf2(object2));
    return policy;
  }
  function cleanMetadata(metadata, namespace) {
    var clean = copyWithout(metadata, VOLATILE_METADATA);
    if (isAbsent2(clean.namespace) || clean.namespace === "")
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
    var policy = readPolicy2(raw).policy;
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
    return compareText(namespaceOf2(a), namespaceOf2(b)) || compareText(nameOf2(a), nameOf2(b));
  }

  // scripts/policy/kubernetes/services.ts
  /*! Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */
  /*! The label by which an EndpointSlice says whose it is. */
  var SERVICE_NAME_LABEL = "kubernetes.io/service-name";
  /*! All Services, by namespace and name. */
  function readServices2(reader, objects) {
    var addresses = endpointAddresses(objects);
    var services = objects.services.map(function(object2) {
      var id = namespaceOf2(object2) + "/" + nameOf2(object2);
      return readService2(reader, object2, hasKey(addresses, id) ? addresses[id] : []);
    });
    return stableSort(services, function(a, b) {
      return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
    });
  }
  function readService2(reader, object2, endpoints) {
    var spec = isObject(object2.spec) ? object2.spec : {};
    var type = serviceType(spec.type);
    var clusterIPs = Array.isArray(spec.clusterIPs) ? spec.clusterIPs : [spec.clusterIP];
    return {
      namespace: namespaceOf2(object2),
      name: nameOf2(object2),
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
        addAll(addresses, endpoints, nameOf2(endpoints), texts);
      }
    }
    return addresses;
  }
  function addAll(addresses, object2, name, found) {
    if (!Array.isArray(found))
      return;
    var id = namespaceOf2(object2) + "/" + name;
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
  function templateOf2(workload) {
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
    var listed2 = {};
    for (var _i = 0, workloads_1 = workloads; _i < workloads_1.length; _i++) {
      var workload = workloads_1[_i];
      listed2[idOf2(workload)] = true;
    }
    return workloads.filter(function(workload2) {
      var owner = ownerOf(workload2);
      if (owner !== void 0 && (hasKey(listed2, owner) || isScaledToZero(workload2)))
        return false;
      return !hasKey(covered, idOf2(workload2)) && !isFinishedJob(workload2);
    });
  }
  /*! Ids of all workloads that own a listed pod, directly or through another workload. */
  function coveredWorkloads(workloads, pods) {
    var owners = {};
    for (var _i = 0, workloads_2 = workloads; _i < workloads_2.length; _i++) {
      var workload = workloads_2[_i];
      var owner = ownerOf(workload);
      if (owner !== void 0)
        owners[idOf2(workload)] = owner;
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
  function idOf2(workload) {
    return namespaceOf2(workload) + "/" + String(workload.kind) + "/" + nameOf2(workload);
  }
  /*! The id of the controlling owner, which is always in the same namespace. */
  function ownerOf(object2) {
    for (var _i = 0, _a = objectsOf(metadataField(object2, "ownerReferences")); _i < _a.length; _i++) {
      var reference = _a[_i];
      if (reference.controller === true && typeof reference.kind === "string" && typeof reference.name === "string") {
        return namespaceOf2(object2) + "/" + reference.kind + "/" + reference.name;
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
    var reader = createReader2();
    var sorted = sortObjects(reader, objects);
    var policies = cleanPolicies(sorted.policies);
    var services = readServices2(reader, {
      services: of(sorted, "services"),
      endpointSlices: of(sorted, "endpointslices"),
      endpoints: of(sorted, "endpoints")
    });
    var keys = mentionedLabelKeys(readable(policies.policies.concat(lastGood)), services);
    var pods = readPods2(reader, sorted);
    var folding = createFolding(keys, of(sorted, "namespaces").filter(isFirewallAnnotated).map(nameOf2));
    for (var _i = 0, pods_1 = pods; _i < pods_1.length; _i++) {
      var pod = pods_1[_i];
      foldPod(folding, pod);
    }
    /*! Whatever is listed in a namespace shows that it exists, pods that have ended too. */
    var named = sorted.policies.concat(sorted.workloads, of(sorted, "pods"), of(sorted, "services")).map(namespaceOf2);
    var snapshot = {
      cluster: cluster,
      lists: wholeLists(sorted),
      namespaces: readNamespaces2(reader, of(sorted, "namespaces"), named),
      policies: policies.policies,
      podClasses: podClasses(folding),
      services: services,
      nodes: readNodes2(reader, of(sorted, "nodes")),
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
      var metadata = { namespace: namespaceOf2(raw), name: nameOf2(raw) };
      var policy = readPolicy2({
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
  function readPods2(reader, sorted) {
    var pods = of(sorted, "pods");
    var found = [];
    for (var _i = 0, pods_2 = pods; _i < pods_2.length; _i++) {
      var pod = pods_2[_i];
      var facts = hasEnded(pod) ? void 0 : readPod2(reader, pod);
      if (facts)
        found.push(facts);
    }
    for (var _a = 0, _b = unlistedWorkloads(sorted.workloads, pods); _a < _b.length; _a++) {
      var workload = _b[_a];
      var template = templateOf2(workload);
      var facts = template && readTemplate(reader, workload, template);
      if (facts)
        found.push(facts);
    }
    return found;
  }
  /*! What comes from files counts as whole; NetworkPolicies do even where there are none. */
  function wholeLists(sorted) {
    var lists2 = {};
    for (var _i = 0, _a = sortedKeys(sorted.others).concat(["networkpolicies"]); _i < _a.length; _i++) {
      var resource = _a[_i];
      lists2[resource] = { resourceVersion: "", complete: true };
    }
    return lists2;
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
  var PREFIX2 = "np.panw.com/";
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
  var PROFILE_KINDS2 = {
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
  var PROFILE_KEYS2 = Object.keys(PROFILE_KINDS2).sort();
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
    var cut2 = text2.length > MOST_SHOWN2 ? text2.slice(0, MOST_SHOWN2) : text2;
    var printable = "";
    for (var i = 0; i < cut2.length; i++) {
      var code = cut2.charCodeAt(i);
      var isHalf = isHighSurrogate(code) || isLowSurrogate(code);
      printable += isUnprintable(code) && !isHalf ? "<" + codePoint(code) + ">" : cut2.charAt(i);
    }
    return cut2 === text2 ? printable : printable + "...";
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
    var value = trimmed3(written);
    var reason = value === "" ? "it is empty" : faultOf(rule, value);
    if (reason === void 0)
      return { kind: "value", value: value };
    return { kind: "fault", reason: reason, expected: expectation(rule) };
  }
  /*! The elements of a list that `readValue` took: sorted, each once. */
  function listElements(value) {
    return sortedUnique(value.split(",").map(trimmed3));
  }
  /*! Without blanks and line ends at both ends; YAML block scalars end with a line end. */
  function trimmed3(text2) {
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
    var elements = value.split(",").map(trimmed3);
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
  function elementFault(element2, most) {
    if (element2 === "")
      return "nothing stands between the commas";
    if (element2 === "any" || element2 === "none") {
      return '"' + element2 + '" is not a name; leave the attribute out where everything is meant';
    }
    return nameFault(element2, most);
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
    var names2 = row2.value.type === "names" ? listElements(written.value) : [written.value];
    var found = [];
    for (var _i = 0, names_1 = names2; _i < names_1.length; _i++) {
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
    var names2 = [];
    for (var _i = 0, list_1 = list2; _i < list_1.length; _i++) {
      var allowed = list_1[_i];
      if (typeof allowed === "string")
        names2.push(allowed);
      else if (allowed.namespaces.indexOf(namespace) >= 0)
        names2.push(allowed.name);
    }
    return names2;
  }

  // scripts/policy/attributes/level.ts
  /*! Turns the checked values of one level into attributes. */
  function levelAttributes(values) {
    return {
      applications: values.appid === void 0 ? void 0 : listElements(values.appid),
      categories: values["url-category"] === void 0 ? void 0 : listElements(values["url-category"]),
      inspection: inspectionOf2(values),
      logProfile: values.logprofile,
      log: values.log,
      service: values.service,
      ticket: values.ticket,
      securityService: values["security-service"]
    };
  }
  function inspectionOf2(values) {
    var group = values["profile-group"];
    if (group !== void 0)
      return { type: "group", group: group };
    var profiles = {};
    var named = false;
    for (var _i = 0, PROFILE_KEYS_1 = PROFILE_KEYS2; _i < PROFILE_KEYS_1.length; _i++) {
      var key = PROFILE_KEYS_1[_i];
      if (!hasKey(values, key))
        continue;
      profiles[PROFILE_KINDS2[key]] = values[key];
      named = true;
    }
    return named ? { type: "profiles", profiles: profiles } : void 0;
  }
  /*! The keys of single profiles beside a profile group on one level; the empty list where the level is sound. */
  function conflictingKeys(values) {
    if (!hasKey(values, "profile-group"))
      return [];
    return PROFILE_KEYS2.filter(function(key) {
      return hasKey(values, key);
    });
  }

  // scripts/policy/attributes/defaults.ts
  /*! The cluster's defaults as attributes. `readProfile` has checked them; they name neither ticket nor security service. */
  function defaultAttributes2(profile) {
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
    var profiles;
    for (var _i = 0, levels_1 = levels; _i < levels_1.length; _i++) {
      var said = levels_1[_i];
      if (said === void 0)
        continue;
      if (said.type === "profiles") {
        profiles = profiles ? overlaid2(said.profiles, profiles) : said.profiles;
      } else {
        if (!profiles)
          return { inspection: said, replacedGroup: void 0 };
        return { inspection: { type: "profiles", profiles: profiles }, replacedGroup: said.group };
      }
    }
    return { inspection: profiles && { type: "profiles", profiles: profiles }, replacedGroup: void 0 };
  }
  /*! `above` over `below`, kind by kind. */
  function overlaid2(below, above) {
    var all = {};
    for (var _i = 0, _a = kindsOf2(below); _i < _a.length; _i++) {
      var kind = _a[_i];
      all[kind] = below[kind];
    }
    for (var _b = 0, _c = kindsOf2(above); _b < _c.length; _b++) {
      var kind = _c[_b];
      all[kind] = above[kind];
    }
    return all;
  }
  /*! The kinds that are named, sorted. */
  function kindsOf2(profiles) {
    return sortedKeys(profiles);
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
      var element2 = KEYS[key].element;
      if (element2 !== "" && element2.slice(element2.lastIndexOf("/") + 1) === word)
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
      if (hasKey(texts, name) && trimmed3(texts[name].text) !== trimmed3(annotation)) {
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
    return name.slice(0, PREFIX2.length).toLowerCase() === PREFIX2;
  }
  var SCOPED = /^(ingress|egress)\.((0|[1-9][0-9]*)\.)?(.+)$/;
  function splitName(name) {
    var rest = name.slice(0, PREFIX2.length) === PREFIX2 ? name.slice(PREFIX2.length) : "";
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
    if (name.slice(0, PREFIX2.length) !== PREFIX2)
      return ' The prefix is written "' + PREFIX2 + '".';
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
    var defaults = defaultAttributes2(profile);
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
    for (var _i = 0, PROFILE_KEYS_1 = PROFILE_KEYS2; _i < PROFILE_KEYS_1.length; _i++) {
      var key = PROFILE_KEYS_1[_i];
      if (own.profiles[PROFILE_KINDS2[key]] !== "none")
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
  function portRanges2(ranges) {
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
    return portRanges2(common);
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
    function ofSorted(names2) {
      var text2 = names2.join("/");
      if (!hasKey(known, text2)) {
        var lookup = {};
        for (var _i = 0, names_1 = names2; _i < names_1.length; _i++) {
          var name = names_1[_i];
          lookup[name] = true;
        }
        known[text2] = { id: count++, text: text2, names: names2, lookup: lookup };
      }
      return known[text2];
    }
    return {
      of: function(names2) {
        return ofSorted(sortedUnique(names2));
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
      var joined4 = byShape[shape2];
      return {
        kind: "pods",
        namespaces: space.namespaces.of(joined4.names),
        requirements: joined4.first.requirements,
        addresses: joined4.first.addresses
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
      where: placeOf2(policy, "spec.podSelector")
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
  function placeOf2(policy, path) {
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
      var one2 = values.length === 0 ? void 0 : [{ key: term.key, negated: false, values: values }];
      requirements = requirements && one2 && intersectRequirements(requirements, one2);
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
      var place = { diagnostics: diagnostics, where: placeOf2(policy, peer.path) };
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
        diagnostics.push(fault(placeOf2(policy, port.path)));
      else if (port.kind === "every")
        ranges[port.protocol].push({ from: 1, to: LAST_PORT });
      else if (port.kind === "range")
        ranges[port.protocol].push({ from: port.from, to: port.to });
    }
    return {
      kind: "ports",
      tcp: portRanges2(ranges.TCP),
      udp: portRanges2(ranges.UDP),
      sctp: portRanges2(ranges.SCTP)
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
    function add2(key2, value) {
      if (!hasKey(found, key2))
        found[key2] = {};
      found[key2][value] = true;
    }
    function addSelector(selector) {
      for (var _i2 = 0, selector_1 = selector; _i2 < selector_1.length; _i2++) {
        var term = selector_1[_i2];
        for (var _a2 = 0, _b2 = term.values; _a2 < _b2.length; _a2++) {
          var value = _b2[_a2];
          add2(term.key, value);
        }
      }
    }
    for (var _i = 0, _a = snapshot.podClasses; _i < _a.length; _i++) {
      var pods = _a[_i];
      for (var _b = 0, _c = Object.keys(pods.labels); _b < _c.length; _b++) {
        var key = _c[_b];
        add2(key, pods.labels[key]);
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
          add2(key, service.selector[key]);
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
        var combined2 = combiner.combine(sender.entry, receiver.entry);
        if (combined2.kind === "nothing" || wanted && combined2.key !== wantedKey)
          return void 0;
        if (combined2.record.applicationDefault && box.ports.kind !== "everything")
          return void 0;
        wanted = combined2.record;
        wantedKey = combined2.key;
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
    function add2(decider) {
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
          var entries = coveringEntries(model, entriesOf2(side, isolation.subject), region, other, box);
          if (!entries)
            return void 0;
          for (var _d = 0, entries_1 = entries; _d < entries_1.length; _d++) {
            var entry = entries_1[_d];
            add2({ entry: entry });
          }
          open = subtractFromEach(model.space, open, isolation.subject);
        }
        if (open.length > 0)
          add2({ entry: void 0 });
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
  function entriesOf2(side, subject) {
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
  function boxOf2(entry) {
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
      var record = entry2.contested ? void 0 : wantedThroughout(model, combiner, boxOf2(entry2));
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
    var whole = choice3.whole.map(function(one2) {
      return entryRule("pairs", one2.entry, { kind: "allow", record: one2.record });
    });
    return stableSort(whole.concat(rulesOfPairs(model.space, choice3.open)), compareRules2);
  }
  function compareRules2(a, b) {
    var placeA = placeOf3(a);
    var placeB = placeOf3(b);
    return compareText(placeA.namespace, placeB.namespace) || placeA.rank - placeB.rank;
  }
  /*! Pairs stand at their egress entry's place; the list of pairs is in the order of their ingress entries already. */
  function placeOf3(rule) {
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
    var box = boxOf2(entry);
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
      var combined2 = entry.direction === "egress" ? combiner.combine(entry, void 0) : combiner.combine(void 0, entry);
      if (combined2.kind === "record") {
        rules.push(entryRule("entries", entry, { kind: "allow", record: combined2.record }));
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
    var byLabel2 = indexLabels(namespaces);
    var known = {};
    /*! All that may match: those with the label of the first term that asks for a single one. */
    function candidates2(selector) {
      for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
        var term = selector_1[_i];
        if (term.operator !== "In" || term.values.length !== 1)
          continue;
        var label = labelText(term.key, term.values[0]);
        return hasKey(byLabel2, label) ? byLabel2[label] : [];
      }
      return namespaces;
    }
    return {
      find: function(selector) {
        var text2 = selectorText(selector);
        if (!hasKey(known, text2)) {
          known[text2] = candidates2(selector).filter(function(namespace) {
            return matchesSelector(selector, namespace.labels);
          }).map(nameOf3);
        }
        return known[text2];
      }
    };
  }
  function indexLabels(namespaces) {
    var byLabel2 = {};
    for (var _i = 0, namespaces_1 = namespaces; _i < namespaces_1.length; _i++) {
      var namespace = namespaces_1[_i];
      for (var _a = 0, _b = Object.keys(namespace.labels); _a < _b.length; _a++) {
        var key = _b[_a];
        var label = labelText(key, namespace.labels[key]);
        if (!hasKey(byLabel2, label))
          byLabel2[label] = [];
        byLabel2[label].push(namespace);
      }
    }
    return byLabel2;
  }
  function labelText(key, value) {
    return key + "=" + value;
  }
  function nameOf3(namespace) {
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
    var podAddresses3 = network;
    if (!known) {
      podAddresses3 = addressSet((families.length > 0 ? families : ["IPv4"]).map(function(family) {
        return everyAddressOf(family)[0];
      }));
    }
    return {
      space: {
        namespaces: createNamespaceSets(),
        podAddresses: subtractAddresses(podAddresses3, nodeSideAddresses(snapshot, profile)),
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
    return { kind: "ports", tcp: portRanges2(ranges), udp: [], sctp: [] };
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
    var log = defaults.log || "end";
    return {
      applications: [],
      categories: [],
      profileSetting: { type: "none" },
      logProfile: defaults.logProfile || "",
      logStart: log === "start" || log === "both",
      logEnd: log === "end" || log === "both",
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
    var restricted2 = box.attributes.applications || box.attributes.categories;
    return (restricted2 ? 0 : 2) + (isInspected2(box) ? 0 : 1);
  }
  /*! With a profile or a group; `none` alone names neither. */
  function isInspected2(box) {
    var inspection = box.attributes.inspection;
    if (!inspection)
      return false;
    if (inspection.type === "group")
      return true;
    return kindsOf2(inspection.profiles).some(function(kind) {
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
  function findingAt(problem2, cause) {
    var others = problem2.causes.filter(function(other) {
      return other !== cause;
    });
    return placed([problem2.diagnostic], {
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
        var combined2 = combiner.combine(egress, ingress);
        if (combined2.kind === "nothing") {
          warnings.push(disjoint(egress, ingress, combined2.why));
          continue;
        }
        if (combined2.inspectionDiffers)
          warnings.push(inspectionDiffers(egress, ingress));
        if (combined2.record.applicationDefault && met.ports.kind !== "everything") {
          problems.push(applicationDefault(egress, ingress));
          continue;
        }
        pairs.push({
          egress: egress,
          ingress: ingress,
          sources: met.sources,
          destinations: met.destinations,
          ports: met.ports,
          record: combined2.record,
          recordKey: combined2.key
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
    var names2 = {};
    for (var _i = 0, terms_1 = terms; _i < terms_1.length; _i++) {
      var term = terms_1[_i];
      if (term.kind !== "pods")
        return void 0;
      for (var _a = 0, _b = term.namespaces.names; _a < _b.length; _a++) {
        var name = _b[_a];
        names2[name] = true;
      }
    }
    return Object.keys(names2).sort();
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
  function placeOf4(entry) {
    return { policy: { namespace: entry.namespace, name: entry.policy.id.name }, path: entry.entry.path };
  }
  function disjoint(egress, ingress, why) {
    var own = (why === "applications" ? ingress.attributes.applications : ingress.attributes.categories) || [];
    var others = (why === "applications" ? egress.attributes.applications : egress.attributes.categories) || [];
    return diagnose(why === "applications" ? "applications-disjoint" : "categories-disjoint", { own: own.join(", "), other: entryText(egress), others: others.join(", ") }, placeOf4(ingress));
  }
  function inspectionDiffers(egress, ingress) {
    return diagnose("inspection-differs", { other: entryText(egress), receiver: entryText(ingress) }, placeOf4(ingress));
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
    var log = combinedLog2(sender.log, receiver.log) || defaults.log || "end";
    return {
      kind: "record",
      record: {
        applications: applications || defaults.applications || [],
        categories: categories || defaults.categories || [],
        profileSetting: profileSetting3(combinedInspection2(sender.inspection, receiver.inspection), defaults.inspection),
        logProfile: receiver.logProfile || sender.logProfile || defaults.logProfile || "",
        logStart: log === "start" || log === "both",
        logEnd: log === "end" || log === "both",
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
  function combinedLog2(a, b) {
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
  function combinedInspection2(sender, receiver) {
    if (!sender)
      return receiver;
    if (!receiver)
      return sender;
    if (sender.type === "group" || receiver.type === "group")
      return receiver;
    var profiles = {};
    for (var _i = 0, _a = kindsOf2(sender.profiles); _i < _a.length; _i++) {
      var kind = _a[_i];
      profiles[kind] = sender.profiles[kind];
    }
    for (var _b = 0, _c = kindsOf2(receiver.profiles); _b < _c.length; _b++) {
      var kind = _c[_b];
      /*! `none` beats the cluster's default, not the other policy's profile. */
      if (receiver.profiles[kind] !== "none" || profiles[kind] === void 0)
        profiles[kind] = receiver.profiles[kind];
    }
    return { type: "profiles", profiles: profiles };
  }
  /*! Default single profiles fill the kinds that nobody names; a default group holds only where nobody names anything. */
  function profileSetting3(said, defaults) {
    var decided = said || defaults;
    if (!decided)
      return { type: "none" };
    if (decided.type === "group")
      return { type: "group", group: decided.group };
    var base = defaults && defaults.type === "profiles" ? defaults.profiles : {};
    return withoutNone(overlaid2(base, decided.profiles));
  }
  function withoutNone(profiles) {
    var real = {};
    var named = false;
    for (var _i = 0, _a = kindsOf2(profiles); _i < _a.length; _i++) {
      var kind = _a[_i];
      if (profiles[kind] === "none")
        continue;
      real[kind] = profiles[kind];
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
          var combined2 = combineAttributes({
            sender: sender ? sender.attributes : void 0,
            receiver: receiver ? receiver.attributes : void 0
          }, defaults);
          known[key] = combined2.kind === "record" ? {
            kind: "record",
            record: combined2.record,
            inspectionDiffers: combined2.inspectionDiffers,
            key: recordKey(combined2.record)
          } : { kind: "nothing", why: combined2.why, key: "" };
        }
        return known[key];
      }
    };
  }

  // scripts/policy/compile/sides.ts
  function buildSide(space, direction, isolating, boxes) {
    var isolations = groupBy(isolating, function(one2) {
      return one2.policy.namespace;
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
  function groupBy(list2, keyOf2) {
    var groups = {};
    for (var _i = 0, list_1 = list2; _i < list_1.length; _i++) {
      var item = list_1[_i];
      var key = keyOf2(item);
      if (!hasKey(groups, key))
        groups[key] = [];
      groups[key].push(item);
    }
    return groups;
  }
  /*! The subjects that lie in no other one; equal subjects once, with all their policies. */
  function widest(space, isolating) {
    var bySubject = groupBy(isolating, function(one2) {
      return termKey(one2.subject);
    });
    var distinct3 = sortedKeys(bySubject).map(function(key) {
      return {
        subject: bySubject[key][0].subject,
        policies: bySubject[key].map(function(one2) {
          return one2.policy;
        })
      };
    });
    return distinct3.filter(function(one2) {
      return !distinct3.some(function(other) {
        return other !== one2 && isTermSubset(space, one2.subject, other.subject);
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
      defaults: defaultAttributes2(profile)
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
      var one2 = admitted_1[_i];
      var id = one2.policy.id;
      var made = policyBoxes(context, one2.policy, one2.attributes);
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
      if (one2.policy.isolates.egress)
        egress.push({ policy: id, subject: made.subject });
      if (one2.policy.isolates.ingress)
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
    var current = readVersion2(input, raw);
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
  function readVersion2(input, raw) {
    var reading = readPolicy2(raw);
    var policy = reading.policy;
    if (!policy || reading.diagnostics.some(isError)) {
      return { id: policy ? policy.id : idOf3(raw), version: void 0, diagnostics: reading.diagnostics };
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
      var storedId = idOf3(stored);
      if (storedId.namespace !== id.namespace || storedId.name !== id.name || storedId.uid !== id.uid)
        continue;
      var versions = [];
      for (var _b = 0, _c = [withAttributesOf(raw, stored), stored]; _b < _c.length; _b++) {
        var object2 = _c[_b];
        var version = readVersion2(input, object2).version;
        if (version)
          versions.push(version);
      }
      return versions;
    }
    return [];
  }
  function withAttributesOf(raw, stored) {
    var metadata = objectOf2(raw.metadata);
    var storedMetadata = objectOf2(stored.metadata);
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
  function objectOf2(value) {
    return typeof value === "object" && value !== null ? value : {};
  }
  /*! Namespace, name and UID of a policy that cannot be read as a whole. */
  function idOf3(raw) {
    var metadata = objectOf2(raw.metadata);
    return {
      namespace: textOf2(metadata.namespace) || "default",
      name: textOf2(metadata.name),
      uid: textOf2(metadata.uid)
    };
  }
  function textOf2(value) {
    return typeof value === "string" ? value : "";
  }

  // scripts/policy/panos/plugintags.ts
  /*! `k8s.cl_<cluster>.ns_<namespace>`: all pods (and Service addresses) of the namespace. */
  function namespaceTag2(tags, namespace) {
    return "k8s.cl_" + tags.cluster + ".ns_" + namespace;
  }
  /*! `k8s.cl_<cluster>.ns_<namespace>.<key>.<value>`: the pods (and Services) of the namespace with the label. */
  function labelTag(tags, namespace, key, value) {
    return namespaceTag2(tags, namespace) + "." + labelText2(tags, key, value);
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
      return [quoted3(namespaceTag2(tags, namespace))];
    return requirements.map(function(requirement) {
      var alternatives = requirement.values.map(function(value) {
        return quoted3(labelTag(tags, namespace, requirement.key, value));
      });
      return alternatives.join(" or ");
    });
  }
  function quoted3(tag) {
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
    var whole = joined3(alternatives);
    if (whole.length <= LIMITS.filter)
      return [whole];
    var filters = [];
    var current = [];
    var length = 0;
    function cut2() {
      if (current.length > 0)
        filters.push(joined3(current));
      current = [];
      length = 0;
    }
    for (var _i = 0, alternatives_1 = alternatives; _i < alternatives_1.length; _i++) {
      var alternative = alternatives_1[_i];
      var text2 = wrapped(alternative);
      if (length + OR.length + text2.length > LIMITS.filter)
        cut2();
      current.push(alternative);
      length += (current.length > 1 ? OR.length : 0) + text2.length;
      if (isBoundary(text2))
        cut2();
    }
    cut2();
    return filters;
  }
  function joined3(alternatives) {
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

  // scripts/policy/panos/objects.ts
  function createObjectTable(profile) {
    var names2 = createNameTable();
    var groups = {};
    var services = {};
    var tags = clusterTags(profile);
    function addService(protocol, port) {
      var wanted = profile.cluster + "." + protocol + "-" + port.replace(/,/g, "_");
      var name = names2.name(wanted, "service:" + protocol + ":" + port, LIMITS.objectName);
      services[name] = { kind: "service", name: name, protocol: protocol, port: port, tags: tags };
      return name;
    }
    return {
      dynamicGroup: function(label, filter) {
        var wanted = profile.cluster + "." + nameText(label);
        var name = names2.name(wanted, "filter:" + filter, LIMITS.objectName);
        groups[name] = {
          kind: "address-group",
          name: name,
          description: "",
          match: { type: "dynamic", filter: filter },
          tags: tags
        };
        return name;
      },
      staticGroup: function(label, members) {
        var name = profile.cluster + "." + label;
        groups[name] = {
          kind: "address-group",
          name: name,
          description: "",
          match: { type: "static", members: members.slice().sort(compareText) },
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
    var lists2 = [];
    var current = [];
    for (var _i = 0, ranges_1 = ranges; _i < ranges_1.length; _i++) {
      var range = ranges_1[_i];
      if (portListText(current.concat([range])).length > LIMITS.portList) {
        lists2.push(portListText(current));
        current = [];
      }
      current.push(range);
    }
    if (current.length > 0)
      lists2.push(portListText(current));
    return lists2;
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
    var members = split.filters.map(function(filter) {
      return context.objects.dynamicGroup(groupLabel(term.namespaces.names, labelTexts(term), filter), filter);
    });
    return { kind: "members", members: members.sort(compareText) };
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
    var names2 = term.namespaces.names;
    var where2 = names2.length > 3 ? String(names2.length) + " namespaces" : names2.join(", ");
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
  function entriesOf3(rule) {
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
      entries: entriesOf3(rule).map(function(entry) {
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
      problems.push({ causes: entriesOf3(rule).map(causeOf), diagnostic: diagnostic });
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
        var members = endMembers(context, terms);
        if (members.kind === "fault")
          return members.diagnostic;
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
  function ruleEntry(profile, rule, members) {
    var record = rule.verdict.kind === "allow" ? rule.verdict.record : void 0;
    var denyLog = profile.isolation.log;
    var action = record ? "allow" : profile.isolation.action;
    return {
      kind: "rule",
      name: members.name,
      from: profile.zones.from,
      to: profile.zones.to,
      source: members.source,
      destination: members.destination,
      application: record ? orAny(record.applications) : ["any"],
      service: record && record.applicationDefault ? ["application-default"] : members.service,
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
  function orAny(names2) {
    return names2.length === 0 ? ["any"] : names2;
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
    var names2 = createNameTable();
    var isolated2 = {
      egress: isolatedGroup(context, input.model.egress),
      ingress: isolatedGroup(context, input.model.ingress)
    };
    var problems = isolated2.egress.problems.concat(isolated2.ingress.problems);
    var rules = [];
    var origins = [];
    for (var _i = 0, _a = input.rules; _i < _a.length; _i++) {
      var rule = _a[_i];
      var rendered = renderRule(context, names2, rule, function(direction) {
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
  function renderRule(context, names2, rule, isolatedMembers) {
    var split = splitFamilies(context.space, {
      sources: termsOf(rule.sources),
      destinations: termsOf(rule.destinations)
    });
    if (split.kind === "one-family") {
      return refused2(context, rule, diagnose("one-family", { family: split.family }, {}));
    }
    var rules = [];
    var service = context.objects.services(rule.ports);
    for (var i = 0; i < split.ends.length; i++) {
      var source = endMembers(context, split.ends[i].sources);
      var destination = endMembers(context, split.ends[i].destinations);
      if (source.kind === "fault")
        return refused2(context, rule, source.diagnostic);
      if (destination.kind === "fault")
        return refused2(context, rule, destination.diagnostic);
      var members = {
        source: rule.sources.kind === "isolated" ? isolatedMembers(rule.sources.direction) : source.members,
        destination: rule.destinations.kind === "isolated" ? isolatedMembers(rule.destinations.direction) : destination.members,
        service: service
      };
      /*! An end may be left without members: addresses that no packet has. */
      if (members.source.length === 0 || members.destination.length === 0)
        continue;
      var wanted = wantedRuleName(context.profile, rule);
      var name = names2.name(wanted, contentOf2(rule) + String(i), LIMITS.ruleName);
      rules.push(ruleEntry(context.profile, rule, {
        name: name,
        source: members.source,
        destination: members.destination,
        service: members.service
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
    var attributes = entriesOf3(rule).map(function(entry) {
      return entry.attributesKey;
    });
    return ends.join(">") + "|" + portSetKey(rule.ports) + "|" + attributes.join(">");
  }
  function refused2(context, rule, diagnostic) {
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
    var refused4 = clusterFaults(input.snapshot, input.profile);
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
    var left = attempt.problems.map(function(problem2) {
      return findingAt(problem2, problem2.causes[0]);
    });
    var faults = refused4.concat(attempt.compilation.refusals, left, capacityFaults(input.profile, attempt.rendering));
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
    var alone = problems.filter(function(problem2) {
      return problem2.causes.every(function(cause) {
        return idText(cause.policy) === idText(problem2.causes[0].policy);
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
      var problem2 = problems_1[_a];
      var isReplaced = false;
      for (var _b = 0, _c = problem2.causes; _b < _c.length; _b++) {
        var cause = _c[_b];
        var text2 = idText(cause.policy);
        if (!canFallBack(byId[text2]))
          continue;
        isReplaced = true;
        if (!hasKey(errors, text2))
          errors[text2] = [];
        errors[text2].push(findingAt(problem2, cause));
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
      var one2 = counts_1[_i];
      if (one2.count > one2.limit) {
        faults.push(diagnose("capacity", { count: one2.count, what: one2.what, limit: one2.limit }, { path: "capacity" }));
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
    var isRefused2 = faults.some(isError);
    return {
      rulebase: isRefused2 ? void 0 : attempt.rendering.rulebase,
      origins: isRefused2 ? [] : attempt.rendering.origins,
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
    var isWhole2 = typeof value === "object" && value !== null && FIELDS[kind].every(function(field) {
      return hasKey(value, field);
    });
    if (!isWhole2)
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
  function remember(host, cluster, kind, record) {
    writeStored(host, cluster, kind, record);
  }
  function forget(host, cluster, kind) {
    clearStored(host, cluster, kind);
  }
  /*! The versions of policies that went live last; empty before the first commit. */
  function readLastGood(host, cluster) {
    var stored = readWhole(host, cluster, "last-good");
    return stored === void 0 ? [] : stored.policies;
  }
  /*!
   * The rules that the last apply wrote are committed: the policies that they come from are the ones to fall back to from
   * here on.
   */
  /*! The same where somebody committed them in Panorama: as long as nobody knows of the push, the apply is not seen through. */
  /*! Tells the last apply that is not known to be committed from every other; '' where there is none. */
  /*! The changes that an incident carries for others. Only Events hang on them: a damaged list stops nothing. */
  /*! undefined: nothing was applied yet. */
  function readKnownCluster(host, cluster) {
    return readWhole(host, cluster, "identity");
  }
  /*! Pins the name of the cluster to its UID; a known one stays. */
  function rememberCluster(host, cluster, uid, foreignHash2) {
    var known = readKnownCluster(host, cluster);
    var pinned = known !== void 0 && known.uid !== "" ? known.uid : uid;
    if (known !== void 0 && known.uid === pinned && known.foreignHash === foreignHash2)
      return;
    writeStored(host, cluster, "identity", { uid: pinned, foreignHash: foreignHash2 });
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
    if (isAbsent2(value))
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
      else if (!isAbsent2(value.items))
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
    var kind = isAbsent2(object2.kind) ? defaults.kind : object2.kind;
    var apiVersion = isAbsent2(object2.apiVersion) ? defaults.apiVersion : object2.apiVersion;
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
    return textOf(entry.Contents);
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
    var parsed2 = parseDocuments(source);
    if (parsed2.diagnostics.length > 0 && isOneLine(source)) {
      throw userError('The policies cannot be read, and they stand on one line: the command line loses the line breaks that YAML needs. Paste them into the War Room and give the ID of that entry as "entry_id".');
    }
    var collected = collectObjects(parsed2.documents.map(function(value) {
      return { value: value, file: "" };
    }));
    return { objects: collected.objects, diagnostics: parsed2.diagnostics.concat(collected.diagnostics) };
  }
  function isOneLine(source) {
    return typeof source === "string" && source.trim().indexOf("\n") < 0;
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
    var names2 = schema.propertyNames;
    var nameFault2 = names2 && textFault2(names2, key);
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
  function twinProblems(name, names2, path) {
    var twins = names2.filter(function(other) {
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
    var names2 = isObject(clusters) ? sortedKeys(clusters) : [];
    var name = cluster === void 0 ? names2[0] : cluster;
    if (!isObject(document) || !isObject(clusters) || names2.length === 0) {
      return refused3(schemaProblems(PROFILE_SCHEMA, document, "").map(finding));
    }
    if (cluster === void 0 && names2.length > 1) {
      return refused3([diagnose("profile-cluster-unnamed", { known: shown(names2.join(", ")) }, { path: "clusters" })]);
    }
    if (!hasKey(clusters, name)) {
      var params = { cluster: shown(name), known: shown(names2.join(", ")), hint: didYouMean2(name, names2) };
      return refused3([diagnose("profile-cluster", params, { path: "clusters" })]);
    }
    var path = memberPath("clusters", name);
    var problems = problemsBeside(PROFILE_SCHEMA, document, "clusters").concat(memberProblems(CLUSTERS_SCHEMA, name, clusters[name], "clusters"));
    if (problems.length > 0)
      return refused3(problems.map(finding));
    var profile = withDefaults2(clusters[name], name);
    var further = clusterProblems(profile, path).concat(twinProblems(name, names2, path));
    if (further.length > 0)
      return refused3(further.map(finding));
    return { profile: canonicalProfile(profile), diagnostics: [] };
  }
  function refused3(diagnostics) {
    return { profile: void 0, diagnostics: diagnostics };
  }
  function finding(problem2) {
    return diagnose("profile-invalid", { reason: problem2.reason }, { path: problem2.path });
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
  function finding2(problem2) {
    return diagnose("security-services-invalid", { reason: problem2.reason }, { path: problem2.path });
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
    var services = readServices3(host, given.services);
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
  function readServices3(host, given) {
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
    var content = readList(host, list2);
    return content === void 0 ? void 0 : { name: "list " + list2, content: content };
  }
  function onlyDocument(source) {
    var parsed2 = parseDocuments(source.content);
    return { value: parsed2.documents[0], diagnostics: placed(parsed2.diagnostics.filter(isError), { file: source.name }) };
  }

  // scripts/xsoar/instances.ts
  /*! The integrations that the pack talks to, by the names that the server knows them by. */
  var BRANDS = { panorama: "Panorama", watcher: "Kubernetes Policy Watcher" };
  /*!
   * The instance to pass as `using` on every command: a command without it runs on every instance of its integration.
   *
   * @param named what the cluster profile names; '' for the only active instance
   * @returns '' where nothing is named and the server does not tell which instances there are
   * @throws a user error if nothing is named and there is no active instance, or more than one
   */
  function chooseInstance(host, named, brand, setting) {
    if (named !== "")
      return named;
    var instances = host.activeInstances();
    if (instances === void 0)
      return "";
    var names2 = instances.filter(function(instance) {
      return instance.brand === brand;
    }).map(function(instance) {
      return instance.name;
    });
    if (names2.length === 1)
      return names2[0];
    if (names2.length === 0) {
      throw userError('No instance of the integration "' + brand + '" is active. Add one in the settings, or enable it.');
    }
    throw userError('Several instances of the integration "' + brand + '" are active: ' + names2.join(", ") + '. Name the right one as "' + setting + '" in the cluster profile.');
  }

  // scripts/xsoar/watcher.ts
  /*!
   * Takes a snapshot from the watcher, or gets one that it still has.
   *
   * @param id '' for a new one. One that the watcher no longer has gives a new one, too: if the cluster is as it was, it has
   * the same id; if not, its plan has another hash.
   * @throws a user error with the watcher's text if it refuses (a list that it may not read), or if what it gives is of
   * another cluster or not whole
   */
  function readSnapshot(host, profile, id) {
    var using = chooseInstance(host, profile.watcherInstance, BRANDS.watcher, "watcherInstance");
    var what = "There is no snapshot of the cluster " + profile.cluster;
    var contents = onlyEntry(askWatcher(host, using, id), what).Contents;
    if (typeof contents !== "object" || contents === null || !Array.isArray(contents.Objects)) {
      throw userError(what + ": the watcher answered with something else.");
    }
    if (contents.Cluster !== profile.cluster) {
      throw userError('The watcher instance "' + using + '" watches the cluster "' + String(contents.Cluster) + '", not "' + profile.cluster + '". Name the right instance as "watcherInstance" in the cluster profile.');
    }
    var lists2 = contents.Lists || {};
    var cut2 = Object.keys(lists2).filter(function(resource) {
      return lists2[resource].complete !== true;
    });
    if (cut2.length > 0)
      throw userError(what + ": it is not whole, these lists are cut: " + cut2.sort().join(", ") + ".");
    return {
      id: String(contents.SnapshotId),
      clusterUID: typeof contents.ClusterUID === "string" ? contents.ClusterUID : "",
      objects: contents.Objects
    };
  }
  function askWatcher(host, using, id) {
    var instance = using === "" ? {} : { using: using };
    if (id !== "") {
      var known = host.executeCommand("cnseries-get-snapshot", __assign({ snapshot_id: id }, instance));
      if (!known.some(function(entry) {
        return entry.Type === ENTRY_TYPE.error;
      }))
        return known;
    }
    return host.executeCommand("cnseries-get-snapshot", instance);
  }

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
  function readCluster2(given, host) {
    var settings = readSettings(host, given);
    failOnErrors("The settings of the cluster cannot be used", settings.diagnostics);
    var profile = settings.profile;
    if (profile === void 0)
      throw userError('There is no profile of the cluster "' + given.cluster + '".');
    var source = readSource(given, host, profile);
    var known = readKnownCluster(host, profile.cluster);
    checkIdentity(profile, known, source.clusterUID);
    var lastGood = given.last_good === void 0 ? readLastGood(host, profile.cluster) : givenLastGood(given, host);
    var reading = buildSnapshot(source.objects, profile.cluster, lastGood);
    var translation = translate({
      snapshot: reading.snapshot,
      profile: profile,
      services: settings.services,
      lastGood: lastGood
    });
    return {
      objects: source.objects,
      snapshotId: source.snapshotId,
      clusterUID: source.clusterUID,
      snapshot: reading.snapshot,
      profile: profile,
      services: settings.services,
      lastGood: lastGood,
      knownForeign: known === void 0 ? void 0 : known.foreignHash,
      translation: translation,
      diagnostics: source.diagnostics.concat(settings.diagnostics, reading.diagnostics, translation.diagnostics)
    };
  }
  /*! The same with the kept settings. */
  function readKeptCluster(given, host) {
    return readCluster2(__assign(__assign({}, given), { profile: void 0, services: void 0, last_good: void 0 }), host);
  }
  /*! Whether the cluster is read with the kept settings. */
  function readSource(given, host, profile) {
    var ways = [given.objects, given.entry_id, given.snapshot_id].filter(function(way) {
      return way !== void 0;
    });
    if (ways.length > 1)
      throw userError('Give the cluster in one way: as "objects", by "entry_id" or by "snapshot_id".');
    if (given.objects === void 0 && given.entry_id === void 0) {
      var taken = readSnapshot(host, profile, given.snapshot_id === void 0 ? "" : given.snapshot_id);
      return { objects: taken.objects, snapshotId: taken.id, clusterUID: taken.clusterUID, diagnostics: [] };
    }
    var input = readInput({ policy: given.objects, entry_id: given.entry_id }, host);
    return { objects: input.objects, snapshotId: "", clusterUID: "", diagnostics: input.diagnostics };
  }
  /*! A cluster that was set up anew has the same name, and none of the policies: its rules must not be taken away. */
  function checkIdentity(profile, before, uid) {
    if (uid === "")
      return;
    var known = profile.clusterUID !== "" || before === void 0 ? profile.clusterUID : before.uid;
    if (known === "" || known === uid)
      return;
    throw userError('Another cluster stands behind the watcher of "' + profile.cluster + '" than before: the UID of its namespace kube-system is ' + uid + ", and was " + known + '. If that is intended, set "clusterUID" in the cluster profile to the new one.');
  }
  function givenLastGood(given, host) {
    var input = readInput({ policy: given.last_good, entry_id: void 0 }, host);
    failOnErrors("The last good versions cannot be read", input.diagnostics);
    return input.objects;
  }

  // scripts/xsoar/incident.ts
  /*! The incident type of this pack. */
  var INCIDENT_TYPE = "CN-Series Policy Change";
  /*! '' where the script runs in none. */
  function incidentId(host) {
    return host.incident === void 0 ? "" : host.incident.id;
  }
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
    var refused4 = entries.filter(function(entry) {
      return entry.Type === ENTRY_TYPE.error;
    });
    return refused4.length === 0 ? "" : "The incident could not be updated: " + String(refused4[0].Contents);
  }
  /*! The changes that the watcher put into the incident; empty where there is none, or it has another origin. */
  /*! Several lists of changes as one: of each object, the first that names it. */
  /*! The changes in what the watcher found, as JSON text; empty where there are none. */

  // scripts/panorama/commands.ts
  /*! What the XML API takes as XML: commits and pushes (pan-os-python `PanoramaCommit`, `PanoramaCommitAll`; pango), operations. */
  /*! `<commit>`. */
  function commitCommand(request) {
    return element("commit", textElement("description", request.description) + commitScope(request));
  }
  /*! `<partial>`; nothing for a full commit. */
  function commitScope(request) {
    if (request.scope === "full")
      return "";
    var groups = request.scope === "admin" ? "" : memberElement("device-group", [request.deviceGroup]);
    return element("partial", memberElement("admin", [request.admin]) + groups + textElement("device-and-network", "excluded") + textElement("shared-object", "excluded"));
  }
  /*! `<commit-all>` without templates: they are none of our business, and the default of a device is to push them. */
  function pushCommand(request) {
    var group = element("device-group", namedElement("entry", request.deviceGroup, ""));
    var description = textElement("description", request.description);
    var options = textElement("include-template", "no") + textElement("force-template-values", "no");
    return element("commit-all", element("shared-policy", group + description + options));
  }
  /*! The element of `action=multi-config` (vendor, "Multi-config Request (API)"). */
  function multiElement(operations) {
    return element("multi-configure-request", operations.map(operationElement).join(""));
  }
  function operationElement(operation) {
    var xpath = ["xpath", operation.xpath];
    switch (operation.action) {
      case "set":
      case "edit":
        return attributedElement(operation.action, [xpath], operation.element);
      case "move": {
        var place = operation.place;
        return attributedElement("move", [xpath, ["where", place.where], ["dst", place.rule]], "");
      }
      case "delete":
        return attributedElement("delete", [xpath], "");
    }
  }

  // scripts/panorama/jobs.ts
  /*! Looks at one job. */
  /*!
   * The newest job of a type with a description, later than another job: how a commit is found again whose answer was lost.
   * undefined: there is none, or the list cannot be read.
   */
  /*! The job's number in the answer to a request that became one; '' where there is none. */
  function jobNumber(node) {
    return childText(node, "job");
  }

  // scripts/xsoar/quirks.ts
  /*! Entry type of a warning (Cortex XSOAR documentation, `entryTypes`). */
  var WARNING = 11;
  /*! Entries of one execution; several answers mean several instances, and nobody knows which did what. */
  function interpretEntries(entries) {
    var answers = entries.filter(isAnswer);
    if (answers.length !== 1) {
      var count = String(answers.length);
      return { kind: "unclear", message: "the command pan-os gave " + count + " answers instead of one" };
    }
    var entry = answers[0];
    if (entry.Type === ENTRY_TYPE.error)
      return interpretError(textOf(entry.Contents));
    return interpretSuccess(entry.Contents);
  }
  /*! The texts of an answer that may say that there is nothing to commit, or that a rule is where it should be. */
  function answerText(answer) {
    switch (answer.kind) {
      case "response": {
        var message = childNode(answer.response, "msg");
        var lines = linesOf(message).concat(linesOf(childNode(childNode(answer.response, "result"), "msg")));
        return lines.join(" ");
      }
      case "note":
        return answer.text;
      case "job":
        return "job " + answer.job;
      case "refused":
      case "unclear":
        return answer.message;
      case "absent":
        return "";
    }
  }
  function isAnswer(entry) {
    return entry.Type === ENTRY_TYPE.note || entry.Type === ENTRY_TYPE.error || entry.Type === WARNING;
  }
  function interpretSuccess(contents) {
    var text2 = typeof contents === "string" ? contents.trim() : "";
    /*! The warning for answers without content (1.14.22, firewalls), and how some servers show an empty one. */
    if (/^List not found and might be empty/.test(text2))
      return { kind: "absent" };
    var parsed2 = text2.charAt(0) === "{" ? parsedJson(text2) : contents;
    if (typeof parsed2 === "string")
      return { kind: "note", text: parsed2 };
    var response = childNode(parsed2, "response");
    if (attributeOf(response, "status") === "success")
      return { kind: "response", response: response };
    var job = childText(parsed2, "JobID");
    if (job !== "")
      return { kind: "job", job: job };
    /*! 2.x shows some answers without a job as their message alone: `{"line": "There are no changes to commit."}`. */
    var line = childText(parsed2, "line");
    return line === "" ? { kind: "unclear", message: "no answer of Panorama: " + cut(textOf(contents)) } : noted(line);
  }
  function noted(text2) {
    return { kind: "note", text: text2 };
  }
  function parsedJson(text2) {
    try {
      return JSON.parse(text2);
    } catch (_a) {
      return text2;
    }
  }
  function interpretError(text2) {
    if (text2.indexOf("Object not present") >= 0 || text2.indexOf("Object was not found, verify") >= 0) {
      return { kind: "absent" };
    }
    var http = /Request Failed\. with status: ([0-9]+)\. Reason is: ([\s\S]*)/.exec(text2);
    if (http !== null)
      return httpError(Number(http[1]), http[2]);
    var coded = /Status code: ([0-9]+)\s+With message: ([\s\S]*)/.exec(text2);
    if (coded !== null)
      return { kind: "refused", code: Number(coded[1]), message: pythonText(coded[2]) };
    /*! A device error without a code comes as a Python dictionary with a line. */
    var line = /Request Failed\.\s+\{[\s\S]*'line': ([\s\S]*?)\}\}?\s*$/.exec(text2);
    if (line !== null)
      return { kind: "refused", code: 0, message: pythonText(line[1]) };
    var job = /Invalid Job ID error: ([\s\S]*)/.exec(text2);
    if (job !== null)
      return { kind: "refused", code: 0, message: job[1] };
    if (LOST_MESSAGE.test(text2))
      return { kind: "refused", code: 0, message: "the PAN-OS integration lost the reason" };
    return { kind: "unclear", message: cut(text2) };
  }
  /*! Errors of the integration itself when a device's error has a code but no line: its message is lost, not its meaning. */
  var LOST_MESSAGE = /(string indices must be integers|^'msg'$|^'line'$)/;
  /*! From 500 on, nobody knows how far the request got. */
  function httpError(status, reason) {
    var message = "HTTP " + String(status) + " " + reason.trim();
    return status >= 500 ? { kind: "unclear", message: message } : { kind: "refused", code: status, message: message };
  }
  /*! A Python string or list of strings as plain text: `[' a', " b'"]` becomes `a; b'`. */
  function pythonText(text2) {
    var trimmed4 = text2.trim();
    var first2 = trimmed4.charAt(0);
    if (first2 !== "[" && first2 !== "'" && first2 !== '"')
      return trimmed4;
    var parts = [];
    var pattern = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
    trimmed4.replace(pattern, function(_whole, single, double) {
      parts.push((single || double || "").replace(/\\(.)/g, "$1").trim());
      return "";
    });
    return parts.length === 0 ? trimmed4 : parts.join("; ");
  }
  /*!
   * Long texts are pages of a proxy, or whole configurations. Python tells the URL of a request that failed, in which some
   * commands of the integration send the API key.
   */
  function cut(text2) {
    var told = text2.replace(/\bkey=[^&\s'")]+/g, "key=***");
    return told.length <= SHOWN7 ? told : told.slice(0, SHOWN7) + " \u2026";
  }
  var SHOWN7 = 500;

  // scripts/xsoar/panosport.ts
  /*!
   * Panorama through the generic `pan-os` command of the server's PAN-OS integration, which hands its arguments on as they are.
   *
   * @param instance the integration instance; '' only where there is no other active one, since the command runs on all
   */
  function createPanosPort(host, instance) {
    var using = instance === "" ? {} : { using: instance };
    function execute(given) {
      return interpretEntries(host.executeCommand("pan-os", __assign(__assign({}, given), using)));
    }
    /*! `type` is always given: in 1.14.22 its default is the whole list of options. */
    function configure(action, xpath, more) {
      return execute(__assign({ type: "config", action: action, xpath: xpath }, more));
    }
    return {
      get: function(xpath) {
        return readAnswer(configure("get", xpath, {}));
      },
      show: function(xpath) {
        return readAnswer(configure("show", xpath, {}));
      },
      set: function(xpath, element2) {
        return writeAnswer(configure("set", xpath, { element: element2 }));
      },
      edit: function(xpath, element2) {
        return writeAnswer(configure("edit", xpath, { element: element2 }));
      },
      move: function(xpath, place) {
        return moveAnswer(configure("move", xpath, placeArguments(place)));
      },
      delete: function(xpath) {
        var answer = configure("delete", xpath, {});
        return answer.kind === "absent" ? { kind: "done" } : writeAnswer(answer);
      },
      multi: function(operations) {
        var answer = execute({ type: "config", action: "multi-config", element: multiElement(operations) });
        return isArgumentRefused(answer) ? NO_MULTI : writeAnswer(answer);
      },
      op: function(command, place) {
        return operationalAnswer(execute(__assign({ type: "op", cmd: command }, placeOf5(place))));
      },
      commit: function(request) {
        switch (request.scope) {
          case "full":
            return commitAnswer(execute({ type: "commit", cmd: commitCommand(request) }));
          case "group": {
            var given = { type: "commit", action: "partial", cmd: commitCommand(request) };
            var answer = execute(given);
            return isArgumentRefused(answer) ? { kind: "unsupported" } : commitAnswer(answer);
          }
          case "admin":
            return commitAnswer(interpretEntries(host.executeCommand("pan-os-commit", __assign(__assign({}, commitArguments(request)), using))));
        }
      },
      commitAll: function(request) {
        var answer = execute({ type: "commit", action: "all", cmd: pushCommand(request) });
        if (!isArgumentRefused(answer))
          return commitAnswer(answer);
        return commitAnswer(interpretEntries(host.executeCommand("pan-os-push-to-device-group", __assign(__assign({}, pushArguments(request)), using))));
      }
    };
  }
  /*!
   * The command's own list of actions lacks the two of the XML API that commit a part and push. A server that takes no other
   * values says so, and nothing was sent; there the named commands must do.
   */
  function isArgumentRefused(answer) {
    return answer.kind === "unclear" && /\baction\b/i.test(answer.message);
  }
  var NO_MULTI = {
    kind: "refused",
    code: 0,
    message: 'this server takes no "multi-config" of the PAN-OS integration; set "applyMode" to "batch" in the cluster profile'
  };
  /*! `polling` is always given: without it the command fails. Texts are pasted into XML as they are. */
  function commitArguments(request) {
    return {
      admin_name: request.admin,
      description: escapeXml(request.description),
      exclude_device_network_configuration: "true",
      exclude_shared_objects: "true",
      polling: "false"
    };
  }
  function pushArguments(request) {
    return {
      "device-group": request.deviceGroup,
      description: escapeXml(request.description),
      "include-template": "false",
      "validate-only": "false",
      polling: "false"
    };
  }
  function placeArguments(place) {
    return place.where === "before" || place.where === "after" ? { where: place.where, dst: place.rule } : { where: place.where };
  }
  function placeOf5(place) {
    var given = {};
    if (place.target !== void 0)
      given.target = place.target;
    if (place.scope !== void 0)
      given.vsys = place.scope;
    return given;
  }
  /*! Nothing found is success with code 7, a count of zero, or an error, as version and action have it. */
  function readAnswer(answer) {
    switch (answer.kind) {
      case "response": {
        var node = childNode(answer.response, "result");
        return childTags(node).length === 0 ? { kind: "absent" } : { kind: "found", node: node };
      }
      case "job":
      case "note":
        return unexpected(answer);
      case "absent":
      case "refused":
      case "unclear":
        return answer;
    }
  }
  function writeAnswer(answer) {
    switch (answer.kind) {
      case "response":
        return { kind: "done" };
      case "job":
      case "note":
        return unexpected(answer);
      case "absent":
        return { kind: "refused", code: 7, message: "it is not there" };
      case "refused":
      case "unclear":
        return answer;
    }
  }
  /*! A move to where the rule stands is an error of the device, which the integration turns into a note. */
  function moveAnswer(answer) {
    return /already at the/.test(answerText(answer)) ? { kind: "done" } : writeAnswer(answer);
  }
  function operationalAnswer(answer) {
    switch (answer.kind) {
      case "response": {
        var isResult = childNodes(answer.response, "result").length > 0;
        return { kind: "answered", node: childNode(answer.response, isResult ? "result" : "msg") };
      }
      case "note":
        return { kind: "answered", node: answer.text };
      case "job":
        return unexpected(answer);
      case "absent":
        return { kind: "refused", code: 7, message: "it is not there" };
      case "refused":
      case "unclear":
        return answer;
    }
  }
  function unexpected(answer) {
    return { kind: "unclear", message: "an unexpected answer: " + answerText(answer) };
  }
  /*! Three forms (PAN-OS documentation, Netspoc-Approve, code 13), of which one is an error of the integration. */
  var NOTHING2 = /(no changes to (commit|push)|would be the same as the previous commit)/i;
  function commitAnswer(answer) {
    var job = answer.kind === "response" ? jobNumber(childNode(answer.response, "result")) : "";
    if (job !== "")
      return { kind: "enqueued", job: job };
    if (answer.kind === "job")
      return { kind: "enqueued", job: answer.job };
    var text2 = answerText(answer);
    if (NOTHING2.test(text2))
      return { kind: "nothing" };
    switch (answer.kind) {
      case "response":
      case "note":
        return { kind: "refused", code: 0, message: text2 === "" ? "no job was made, and no reason given" : text2 };
      case "absent":
        return { kind: "refused", code: 7, message: "it is not there" };
      case "refused":
      case "unclear":
        return answer;
    }
  }

  // scripts/xsoar/panorama.ts
  /*! The Panorama of a cluster, through the instance that its profile names, or the only one. */
  function openPanorama(host, profile) {
    return createPanosPort(host, chooseInstance(host, profile.panoramaInstance, BRANDS.panorama, "panoramaInstance"));
  }

  // scripts/xsoar/planrecord.ts
  /*! The proof runs once, in the plan; what applies it later looks here whether it was about the very same thing. */
  /*! Remembers the plan and its proof. */
  /*! The verdict of an earlier proof of the same rules from the same snapshot and settings; undefined where there is none. */
  function earlierVerdict(host, cluster, rulebase) {
    var key = proofKey(cluster, rulebase);
    var record = recall(host, cluster.profile.cluster, "plan");
    return record !== void 0 && key !== "" && record.proofKey === key ? record.verdict : void 0;
  }
  /*! '' for objects that were handed over: nothing but reading them again tells whether they are the same. */
  function proofKey(cluster, rulebase) {
    if (cluster.snapshotId === "")
      return "";
    var lastGood = cluster.lastGood.map(function(policy) {
      return sha256(canonicalJson(policy));
    });
    var parts = [cluster.snapshotId, rulebaseHash(rulebase), cluster.profile, cluster.services, lastGood];
    return sha256(canonicalJson(parts));
  }
  /*! The versions of the policies that the rulebase was compiled from. */
  function compiledVersions(cluster) {
    var versions = [];
    var refused4 = {};
    for (var _i = 0, _a = cluster.translation.refusals; _i < _a.length; _i++) {
      var refusal = _a[_i];
      refused4[idText2(refusal.policy)] = true;
      if (refusal.standIn !== void 0)
        versions.push(refusal.standIn);
    }
    for (var _b = 0, _c = cluster.snapshot.policies; _b < _c.length; _b++) {
      var policy = _c[_b];
      var metadata = policy.metadata;
      if (!refused4[idText2(metadata)])
        versions.push(policy);
    }
    return versions;
  }
  function idText2(id) {
    return id.namespace + "/" + id.name;
  }

  // scripts/xsoar/slice.ts
  /*! Milliseconds that a script may work before it hands over; the server stops scripts after some minutes. */
  var SLICE_MILLISECONDS = 45e3;
  /*! A slice that ends so many milliseconds after `start` (as `Date.now` gives it). */
  function sliceFrom(start, milliseconds) {
    return {
      goesOn: function() {
        return Date.now() - start < milliseconds;
      }
    };
  }

  // scripts/automations/CNSeriesApply.ts
  var manifest = {
    name: "CNSeriesApply",
    description: "Writes the rules of a cluster into the candidate configuration of Panorama, exactly as the plan with the given hash says.",
    details: [
      'The plan is made again. If its hash is not the given one, the policies or Panorama changed since (outcome "stale"), and nothing is written. Nothing is committed; what is outside the managed rules and objects stays as it is.',
      "A plan that needs approval is applied only if `CNSeriesApprove` holds one for this very hash, from somebody with one of the roles in `approverRoles` of the cluster profile. That is checked here, whoever runs this.",
      "The automation works for 45 seconds at most. If `CNSeries.Apply.Done` is false then, run it again with the same arguments until it is true. How far it got is kept in a list of the server.",
      "If something fails on the way, or the policies change so that the plan is no longer wanted, what this run wrote is undone.",
      'Settings come from the lists "CNSeries Clusters" and "CNSeries Security Services", so that nobody gets round the guard rails in them.'
    ],
    tags: ["CN-Series"],
    arguments: __assign(__assign({}, KEPT_CLUSTER_ARGUMENTS), { plan_hash: {
      kind: "text",
      required: true,
      description: "The hash of the plan to apply, as CNSeriesPlan shows it."
    } }),
    outputs: [
      { contextPath: "CNSeries.Apply.Cluster", description: "The cluster.", type: "String" },
      { contextPath: "CNSeries.Apply.Hash", description: "The hash of the plan.", type: "String" },
      {
        contextPath: "CNSeries.Apply.Done",
        description: "Whether the run is over. If not, run again with the same arguments.",
        type: "Boolean"
      },
      {
        contextPath: "CNSeries.Apply.Outcome",
        description: 'The outcome, "applied", "unchanged", "refused" or "stale" (nothing was written), or "failed". Empty until done.',
        type: "String"
      },
      { contextPath: "CNSeries.Apply.Writes", description: "The number of write requests sent.", type: "Number" },
      { contextPath: "CNSeries.Apply.Reasons", description: "Why it was refused or failed.", type: "String" },
      { contextPath: "CNSeries.Apply.Leftovers", description: "What could not be undone.", type: "String" },
      { contextPath: "CNSeries.Apply.Warnings", description: "What could not be looked up.", type: "String" },
      {
        contextPath: "CNSeries.Apply.ApprovedBy",
        description: "Who approved the plan. Empty if it needed nobody.",
        type: "String"
      }
    ]
  };
  /*! Applies one slice; a refusal and a failure of the run are results, not failures of the automation. */
  function run(given, host) {
    var slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
    var cluster = readKeptCluster(given, host);
    var known = recall(host, cluster.profile.cluster, "run");
    var head = { cluster: cluster.profile.cluster, hash: given.plan_hash, approvedBy: "" };
    if (known !== void 0 && known.hash === given.plan_hash)
      return [goOn(head, cluster, host, known, slice)];
    var busy = known === void 0 ? void 0 : busyReason(known, host);
    if (busy !== void 0)
      return [refusedEntry(head, "refused", [busy], "")];
    return [begin(head, cluster, host, slice)];
  }
  /*! A run that has said nothing for so long was left by a server that stopped. */
  var ABANDONED_MILLISECONDS = 6e5;
  /*! Two runs would take each other's half-done work for drift. */
  function busyReason(known, host) {
    var silent = Date.now() - known.updated;
    var isOurs2 = host.incident !== void 0 && host.incident.id === known.incident;
    if (isOurs2 || silent >= ABANDONED_MILLISECONDS)
      return void 0;
    var who = known.incident === "" ? "A run by hand" : "The run of incident " + known.incident;
    return who + " is under way for this cluster. Wait until it is over, or ten minutes if it was broken off.";
  }
  function begin(head, cluster, host, slice) {
    var port = openPanorama(host, cluster.profile);
    var reading = readPlan(port, cluster);
    var rulebase = reading.rulebase;
    if (rulebase === void 0 || reading.plan === void 0) {
      var problems = reading.problem === void 0 ? [] : [reading.problem];
      failWithoutAnswer(problems);
      var reasons_1 = hindrancesOf(cluster, void 0, problems, void 0).map(hindranceText);
      return refusedEntry(head, "refused", reasons_1, hinderedMarkdown(cluster, problems));
    }
    if (reading.plan.hash !== head.hash) {
      var found = problem("stale-plan", { planned: head.hash, found: reading.plan.hash });
      return refusedEntry(head, "stale", messages([found]), problemsMarkdown([found]));
    }
    var verdict = earlierVerdict(host, cluster, rulebase) || verdictOf(proveRulebase(cluster));
    var hindrances = hindrancesOf(cluster, { verdict: verdict }, [], reading.plan).map(hindranceText);
    var approval = reading.plan.approvals.length === 0 ? { kind: "approved", by: "" } : approvalOf(host, cluster.profile, reading.plan.hash);
    var unapproved = approval.kind === "missing" ? [unapprovedText(reading.plan, approval.reason)] : [];
    var reasons = hindrances.concat(unapproved);
    if (reasons.length > 0)
      return refusedEntry(head, "refused", reasons, hinderedMarkdown(cluster, []));
    var approved = __assign(__assign({}, head), { approvedBy: approval.kind === "approved" ? approval.by : "" });
    var job = jobOf(cluster, rulebase, reading.plan);
    var opened = openApply(port, job);
    if (opened.done) {
      if (opened.outcome.kind === "refused")
        failWithoutAnswer(opened.outcome.problems);
      return settled(approved, cluster, host, reading.plan.foreignHash, opened.outcome);
    }
    /*! What a run may leave behind is known before it writes anything. */
    keep(host, cluster, reading.plan, opened.progress);
    return settle(approved, cluster, host, job, continueApply(port, job, opened.progress, slice));
  }
  function verdictOf(proof) {
    return proof === void 0 ? "refused" : proof.verdict;
  }
  function unapprovedText(plan, reason) {
    var why = plan.approvals.map(approvalText).join(" ");
    return "The plan needs approval. " + why + " " + reason + " Look at it, then run CNSeriesApprove.";
  }
  /*!
   * The first slice proved and checked. Where the rulebase is no longer the one that it began to write, what was written is
   * taken back: nobody may want the next plan, and until then the device group would stay half written and locked.
   */
  function goOn(head, cluster, host, known, slice) {
    var compiled = cluster.translation.rulebase;
    var rulebase = compiled && auditRulebase(compiled, cluster.profile);
    var port = openPanorama(host, cluster.profile);
    var isUndoing = known.saved.progress.failures.length > 0;
    var plan = isUndoing ? void 0 : rulebase && resumedPlan(known.saved, rulebase, head.hash);
    if (rulebase === void 0 || plan === void 0) {
      if (!isUndoable(known.saved, cluster.profile, head.hash))
        return damagedEntry(head, cluster, host);
      var why = problem("stale-plan", { planned: head.hash, found: "another one" });
      var _a = known.saved, operations = _a.operations, progress = _a.progress, foreignHash2 = _a.foreignHash;
      var step2 = takeBack(port, cluster.profile, operations, progress, why, slice);
      if (step2.done)
        return settled(head, cluster, host, foreignHash2, step2.outcome);
      keepSaved(host, cluster, head.hash, __assign(__assign({}, known.saved), { progress: step2.progress }));
      return underWayEntry(head, step2.progress.writes);
    }
    var approval = approvalOf(host, cluster.profile, head.hash);
    var approved = __assign(__assign({}, head), { approvedBy: approval.kind === "approved" ? approval.by : "" });
    var job = jobOf(cluster, rulebase, plan);
    return settle(approved, cluster, host, job, continueApply(port, job, known.saved.progress, slice));
  }
  /*! Somebody edited what was kept: nothing of it is carried out, and nothing is undone by it. */
  function damagedEntry(head, cluster, host) {
    forget(host, cluster.profile.cluster, "run");
    var reason = "What was remembered of the run is not what was written. The device group " + cluster.profile.deviceGroup + " is half written and locked: make the plan again and apply that one, which goes on from there.";
    return refusedEntry(head, "stale", [reason], "");
  }
  function jobOf(cluster, rulebase, plan) {
    return {
      profile: cluster.profile,
      rulebase: rulebase,
      plan: plan,
      planFor: function(state) {
        return planRulebase(rulebase, state, cluster.profile, cluster.knownForeign);
      },
      ignoredAdmins: []
    };
  }
  function keep(host, cluster, plan, progress) {
    keepSaved(host, cluster, plan.hash, saveRun(plan, progress));
  }
  function keepSaved(host, cluster, hash, saved) {
    remember(host, cluster.profile.cluster, "run", {
      hash: hash,
      incident: incidentId(host),
      updated: Date.now(),
      saved: saved
    });
  }
  function settle(head, cluster, host, job, step2) {
    if (step2.done)
      return settled(head, cluster, host, job.plan.foreignHash, step2.outcome);
    keep(host, cluster, job.plan, step2.progress);
    return underWayEntry(head, step2.progress.writes);
  }
  function settled(head, cluster, host, foreignHash2, outcome) {
    var name = cluster.profile.cluster;
    forget(host, name, "run");
    if (outcome.kind === "applied" || outcome.kind === "unchanged") {
      rememberCluster(host, name, cluster.clusterUID, foreignHash2);
      remember(host, name, "applied", {
        hash: head.hash,
        incident: incidentId(host),
        time: Date.now(),
        policies: compiledVersions(cluster)
      });
    }
    if (head.approvedBy !== "")
      noteOnIncident(host, { cnseriesapprovedby: head.approvedBy });
    return outcomeEntry(head, outcome);
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
    var given = isAbsent3(raw) ? argument.defaultValue : raw;
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
  function isAbsent3(raw) {
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
    return elements.map(function(element2) {
      return text(name, element2);
    }).filter(function(element2) {
      return element2 !== "";
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
