import type { Clock } from './recording';

/**
 * A bundle as the server runs it: in a function, so that it may return, and behind a prelude that shares its scope. All
 * that stands before the bundle is on one line, so that the lines in an engine's messages are the bundle's. What it
 * throws leaves as its text: Otto does not tell the server the name that a script gave an error.
 */
export function scriptOf(bundle: string, clock: Clock): string {
  const before = `${PRELUDE} var Date = ${CLOCK}(this.Date, ${JSON.stringify(clock)});`;
  return `(function () { try { return (function () { ${oneLine(before)} ${bundle}\n}).call(this); } catch (thrown) { throw String(thrown); } }).call(this)`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

/**
 * What the server's own script CommonServer leaves in the scope of every script (Cortex XSOAR content, "Base"): helpers
 * under names that a bundle must not need, methods of String, and globals that a loop left behind.
 */
const PRELUDE = `
var entryTypes = { note: 1, downloadAgent: 2, file: 3, error: 4, pinned: 5, userManagement: 6, image: 7, map: 15, widget: 17 };
var formats = { html: 'html', table: 'table', json: 'json', text: 'text', dbotResponse: 'dbotCommandResponse', markdown: 'markdown' };
var brands = {}, providers = {}, thresholds = {}, outputPaths = {}, ipRegex = /^$/, urlRegex = /^$/, Base64 = {};
function isError(entry) { return typeof entry === 'object' && entry !== null && entry.Type === entryTypes.error; }
function isValidRes(entries) { return toArray(entries).length > 0 && !isError(toArray(entries)[0]); }
function toArray(value) { return Object.prototype.toString.call(value) === '[object Array]' ? value : [value]; }
function argToList(value) { return typeof value === 'string' ? value.split(',') : toArray(value); }
function nvl(value, other) { return value === undefined || value === null ? other : value; }
function createEntry(contents) { return { Type: entryTypes.note, Contents: contents, ContentsFormat: formats.json }; }
function createContext() { return {}; }
function cleanObject(object) { return object; }
function isFunction(value) { return typeof value === 'function'; }
function objToStr(value) { return String(value); }
function formatCell(value) { return String(value); }
function dateToString(value) { return String(value); }
function stringToDate(value) { return value; }
function compareVersions(a, b) { return a < b ? -1 : 1; }
function mergeContexts(contexts) { return contexts; }
function tableToMarkdown() { return ''; }
String.prototype.format = function () {
  var values = arguments;
  return this.replace(/[{]([0-9]+)[}]/g, function (whole, index) { return nvl(values[index], whole); });
};
String.prototype.startsWith = function (text) { return this.slice(0, text.length) === text; };
String.prototype.endsWith = function (text) { return this.slice(-text.length) === text; };
for (key in { credentials: 1 }) { param = key; }
`;

/** In front of the engine's own Date, which it hands dates and texts on to. */
const CLOCK = `
(function (Real, readings) {
  var read = 0;
  function now() { if (read < readings.length) read++; return readings[read - 1]; }
  function Clock(year, month, day, hours, minutes, seconds, milliseconds) {
    if (arguments.length === 0) return new Real(now());
    if (arguments.length === 1) return new Real(year);
    return new Real(year, month, day || 1, hours || 0, minutes || 0, seconds || 0, milliseconds || 0);
  }
  Clock.now = now;
  Clock.parse = Real.parse;
  Clock.UTC = Real.UTC;
  Clock.prototype = Real.prototype;
  return Clock;
})`;
