/**
 * What the server merges in front of every script, cut down to the names that scripts use and to names that must not be
 * taken a second time: a top-level `const` or `let` of such a name is a syntax error, as it is on the server. Written
 * from the names and their documentation, not from the code.
 */
export const PRELUDE = `
var entryTypes = { note: 1, downloadAgent: 2, file: 3, error: 4, pinned: 5, userManagement: 6, image: 7, playgroundError: 8,
  entryInfoFile: 9, warning: 11, map: 15, widget: 17 };
var formats = { html: 'html', table: 'table', json: 'json', text: 'text', dbotResponse: 'dbotCommandResponse', markdown: 'markdown' };
var brands = {}, providers = {}, thresholds = {}, outputPaths = {}, Base64 = {}, ipRegex = /$^/, urlRegex = /$^/;
// The loop over credentials leaves these behind as globals.
key = undefined;
param = undefined;
if (!String.prototype.startsWith) {
  String.prototype.startsWith = function (search, position) { return this.substr(position || 0, search.length) === search; };
}
if (!String.prototype.endsWith) {
  String.prototype.endsWith = function (search, length) {
    var end = length === undefined || length > this.length ? this.length : length;
    return this.substring(end - search.length, end) === search;
  };
}
String.prototype.format = function () {
  var text = String(this), i;
  for (i = 0; i < arguments.length; i++) text = text.replace('{' + i + '}', arguments[i]);
  return text;
};
function isError(entry) { return Boolean(entry) && entry.Type === entryTypes.error; }
function isValidRes(entries) { return Array.isArray(entries) && entries.length > 0 && Boolean(entries[0]) && !isError(entries[0]); }
function nvl(value, fallback) { return value === undefined || value === null ? fallback : value; }
var toArray = function (value) { return value && !Array.isArray(value) ? [value] : value; };
function argToList(value) {
  if (!value) return [];
  if (typeof value !== 'string') return value;
  return value.charAt(0) === '[' && value.charAt(value.length - 1) === ']' ? JSON.parse(value) : value.split(',');
}
var isFunction = function (value) { return typeof value === 'function'; };
var stringEscapeMD = function (text) { return typeof text === 'string' ? text.replace(/\\r\\n|\\r|\\n/g, '<br>').replace(/\\|/g, '\\\\|') : text; };
function objToStr(value, delimiter) {
  if (Array.isArray(value)) return value.map(function (one) { return objToStr(one); }).join(delimiter || ',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
function formatCell(value, delimiter) { return objToStr(value, delimiter || ',' + String.fromCharCode(10)); }
function tableToMarkdown(name, rows, headers, delimiter, headerTransform) {
  var line = String.fromCharCode(10), list = rows ? [].concat(rows) : [];
  var columns = headers ? [].concat(headers) : list.length > 0 ? Object.keys(list[0]) : [];
  if (columns.length === 0) return 'No data returned' + line;
  function row(cells) { return '| ' + cells.join(' | ') + ' |' + line; }
  var text = name ? '### ' + name + line : '';
  if (list.length === 0) return text + 'No data returned' + line;
  text += row(headerTransform ? columns.map(headerTransform) : columns) + row(columns.map(function () { return '---'; }));
  list.forEach(function (one) {
    text += row(columns.map(function (column) {
      var value = typeof one === 'object' ? one[column] : one;
      return value === undefined || value === null ? ' ' : stringEscapeMD(formatCell(value, delimiter)) || ' ';
    }));
  });
  return text;
}
var tblToMd = tableToMarkdown;
function createEntry(contents) { return { Type: entryTypes.note, ContentsFormat: formats.json, Contents: contents }; }
function createContext(data) { return data; }
var cleanObject = function (object) {
  var clean = {};
  Object.keys(object).forEach(function (name) { if (object[name] || object[name] === false) clean[name] = object[name]; });
  return clean;
};
function fileResult(name, content) { return { Type: entryTypes.file, FileID: saveFile(content), File: name, Contents: name }; }
function isDemistoVersionGE(version) {
  function parts(text) { return text.split('.').map(Number); }
  var own = parts(demistoVersion().version), wanted = parts(version), i;
  for (i = 0; i < wanted.length; i++) if ((own[i] || 0) !== wanted[i]) return (own[i] || 0) > wanted[i];
  return true;
}
function jq() {} function isIp() {} function isIPInSubnet() {} function compareVersions() {} function mergeContexts() {}
function setOwner() {} function setIncident() {} function addTask() {} function dateToString() {} function stringToDate() {}
function getUcpCredentials() {} function SHA256_hash() {} function HMAC_SHA256_MAC() {} function mapObjFunction() {}
`;
