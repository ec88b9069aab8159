import { readJson } from '../yaml/json';

/** The values in a text of JSON, and why nothing can be read. */
export interface JsonValues {
  readonly values: readonly unknown[];
  /** undefined: everything is read. */
  readonly violation: string | undefined;
}

/**
 * The JSON values in a text, one after the other, or a value that is parsed already. No YAML: scripts that read a whole
 * cluster or settings do without its parser, which is slow in old engines.
 */
export function jsonValues(given: unknown): JsonValues {
  if (typeof given !== 'string') return { values: [given], violation: undefined };
  const read = readJson(given);
  const values: unknown[] = [];
  for (const document of read.documents) {
    if (document.kind === 'refused') {
      return { values: [], violation: document.reason + ' (in the JSON of line ' + String(document.line + 1) + ')' };
    }
    values.push(document.value);
  }
  const rest = given.slice(read.end);
  const isAll = rest.trim() === '' && values.length > 0;
  return isAll
    ? { values, violation: undefined }
    : { values: [], violation: 'it is not JSON' + placeOf(given, read.end, rest) };
}

function placeOf(text: string, end: number, rest: string): string {
  const blank = /^\s*/.exec(rest);
  const before = text.slice(0, end + (blank === null ? 0 : blank[0].length));
  return ' (from line ' + String(before.split('\n').length) + ' on)';
}
