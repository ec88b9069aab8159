import { violations, INTEGRATION_GLOBALS } from '../../../tools/build/bundles/gates';

/** A bundle as the build makes them, with the given body. */
function bundle(body: string): string {
  return `// Made by "npm run build".\nvar __cnEntries;\n(function() {\n${body}\n})();\nreturn __cnEntries;\n`;
}

it.each([
  ['a plain one', '__cnEntries = executeCommand("getList", { name: String(args.name) });'],
  ['a test for Symbol before its use', 'var s = typeof Symbol === "function" && Symbol.iterator;'],
  ['declared names, whatever they are called', 'function require(console) { return console; }\nrequire(1);'],
  ['forbidden words as property names', 'var a = { require: 1, process: 2 }; a.console = a.process;'],
  ['the name of a caught error', 'try { throw 1; } catch (e) { __cnEntries = e; }'],
  ['regular expressions for RE2', 'var a = /^(?:a|[b-z])+$/i, b = new RegExp("a", "g");'],
])('a bundle may hold %s', (_title, body) => {
  expect(violations(bundle(body))).toEqual([]);
});

it.each([
  ['an arrow function', 'var a = () => 1;', 'not ES5'],
  ['a template', 'var a = `b`;', 'not ES5'],
  ['let', 'let a = 1;', 'not ES5'],
  ['a lookahead', 'var a = /b(?!c)/;', 'line 4: regular expression /b(?!c)/ has group (?!'],
  [
    'a lookahead in a constructor',
    'var a = new RegExp("b(?!c)", "g");',
    'line 4: regular expression /b(?!c)/g has group',
  ],
  ['a regular expression of a variable', 'var a = "b", c = RegExp(a);', 'from a value that is not known here'],
  ['a tab', '\tvar a;', 'line 4: character U+0009'],
  ['CR', 'var a;\r', 'line 4: character U+000d'],
  ['more than ASCII', 'var a = "\u00eb";', 'line 4: character U+00eb'],
  ['a control character', '// \u0007', 'line 4: character U+0007'],
  ['require', 'var a = require("fs");', '"require" is neither declared'],
  ['process', 'var a = process.env;', '"process" is neither declared'],
  ['console', 'console.log(1);', '"console" is neither declared'],
  ['timers', 'setTimeout(a, 1);', '"setTimeout" is neither declared'],
  ['promises', 'new Promise(1);', '"Promise" is neither declared'],
  ['Map', 'new Map();', '"Map" is neither declared'],
  ['eval', 'eval("1");', '"eval" is neither declared'],
  ['Function', 'new Function("return 1");', '"Function" is neither declared'],
  ['an accidental global', 'leak = 1;', '"leak" is neither declared'],
])('a bundle with %s is refused', (_title, body, reason) => {
  expect(violations(bundle(body)).join('\n')).toContain(reason);
});

it.each([
  ['a second variable', bundle('').replace('var __cnEntries;', 'var __cnEntries, other;')],
  ['another name', bundle('').replaceAll('__cnEntries', 'entryTypes')],
  ['a function', bundle('').replace('return', 'function args2() {}\nreturn')],
  ['no return', bundle('').replace('return __cnEntries;\n', '')],
  ['a directive', '"use strict";\n' + bundle('')],
])('a bundle with %s at its top level is refused', (_title, code) => {
  expect(violations(code).join('\n')).toContain('top level is');
});

it.each([
  ['no newline', bundle('').trimEnd()],
  ['two newlines', bundle('') + '\n'],
])('a bundle with %s at its end is refused', (_title, code) => {
  expect(violations(code)).toEqual(['does not end with exactly one newline']);
});

it('an integration has the names of integrations, and cannot run commands', () => {
  expect(violations(bundle('http(params.url); setLastRun(getLastRun());'), INTEGRATION_GLOBALS)).toEqual([]);
  expect(violations(bundle('executeCommand("getList", {});'), INTEGRATION_GLOBALS).join()).toContain(
    '"executeCommand" is',
  );
  expect(violations(bundle('http("x");')).join()).toContain('"http" is neither declared');
});
