import { hasKey, sortedKeys } from '../text/canonical';
import {
  diagnose,
  isError,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticParams,
} from '../diagnostics/diagnostic';
import { unknownFieldHint } from './fieldhints';
import type { RawObject, StringMap } from './types';

/**
 * Readers from `unknown` to typed values. A value of a wrong type becomes a `field-type` diagnostic with its field path
 * and reads as absent; `null` is absent, as the API server decodes it.
 */

/** Collects what reading finds. */
export interface Reader {
  readonly found: Diagnostic[];
}

/** The fields that the API has at one place. */
export interface FieldSet {
  readonly names: readonly string[];
  readonly known: { readonly [name: string]: true };
}

const PROTOTYPE_KEY = { part: 'key', value: '__proto__', reason: 'it must start and end with a letter or digit' };

/** A text from the input is cut at this length in a diagnostic. */
const MOST_SHOWN = 100;

/** A reader that has found nothing yet. */
export function createReader(): Reader {
  return { found: [] };
}

/** Adds a diagnostic at a field path. */
export function report<Code extends DiagnosticCode>(
  reader: Reader,
  code: Code,
  params: DiagnosticParams<Code>,
  path: string,
): void {
  reader.found.push(diagnose(code, params, { path }));
}

/** True where an error was found (warnings do not count). */
export function hasErrors(reader: Reader): boolean {
  return reader.found.some(isError);
}

/** True for undefined and null, which the API server treats alike. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** A text from the input, bounded, for the parameters of a diagnostic. */
export function shown(text: string): string {
  return text.length > MOST_SHOWN ? text.slice(0, MOST_SHOWN) + '...' : text;
}

/**
 * What a value of a wrong type is, in words.
 *
 * @example describeValue(80) //=> 'the number 80'
 * @example describeValue([]) //=> 'a list'
 */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'the text "' + shown(value) + '"';
  if (typeof value === 'number') return 'the number ' + String(value);
  return typeof value === 'boolean' ? String(value) : 'nothing';
}

/** Adds a `field-type` diagnostic. */
export function reportType(reader: Reader, expected: string, value: unknown, path: string): void {
  report(reader, 'field-type', { expected, found: describeValue(value) }, path);
}

/** The text, or undefined where it is absent or of another type. */
export function readString(reader: Reader, value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value;
  if (!isAbsent(value)) reportType(reader, textExpected(value), value, path);
  return undefined;
}

/** The whole number (the API has no others here), or undefined. */
export function readInteger(reader: Reader, value: unknown, path: string): number | undefined {
  if (typeof value === 'number' && Math.floor(value) === value && isFinite(value)) return value;
  if (!isAbsent(value)) reportType(reader, 'a whole number', value, path);
  return undefined;
}

/** The object, or undefined. */
export function readObject(reader: Reader, value: unknown, path: string): RawObject | undefined {
  if (isObject(value)) return value;
  if (!isAbsent(value)) reportType(reader, 'an object', value, path);
  return undefined;
}

/** The list; absent reads as the empty list. */
export function readList(reader: Reader, value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isAbsent(value)) reportType(reader, 'a list', value, path);
  return [];
}

/** The texts of a list; other elements, null included, are reported and left out. */
export function readStringList(reader: Reader, value: unknown, path: string): string[] {
  const texts: string[] = [];
  const list = readList(reader, value, path);
  for (let i = 0; i < list.length; i++) {
    const element = list[i];
    if (typeof element === 'string') texts.push(element);
    else reportType(reader, textExpected(element), element, path + '[' + String(i) + ']');
  }
  return texts;
}

/**
 * A map of texts; absent reads as empty. A null value is reported: the API server would read it as the empty text, a
 * person more likely means that it is not there.
 */
export function readStringMap(reader: Reader, value: unknown, path: string): StringMap {
  const object = readObject(reader, value, path);
  if (!object) return {};
  const map: { [key: string]: string } = {};
  for (const key of sortedKeys(object)) {
    const text = object[key];
    // Assigning it would set the prototype; no label or annotation may have this key.
    if (key === '__proto__') report(reader, 'label-invalid', PROTOTYPE_KEY, path);
    else if (typeof text === 'string') map[key] = text;
    else reportType(reader, textExpected(text), text, keyPath(path, key));
  }
  return map;
}

/**
 * The path of one key of a map of texts, as the API server writes it.
 *
 * @example keyPath('metadata.labels', 'app.kubernetes.io/name') //=> 'metadata.labels[app.kubernetes.io/name]'
 */
export function keyPath(path: string, key: string): string {
  return path + '[' + shown(key) + ']';
}

/** True for an object that is neither a list nor null. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A shallow copy that can be changed, without the fields of `dropped`. */
export function copyWithout(
  object: RawObject,
  dropped: { readonly [field: string]: true },
): { [field: string]: unknown } {
  const copy: { [field: string]: unknown } = {};
  for (const field of Object.keys(object)) {
    // Assigning `__proto__` would give the copy fields that the object does not have.
    if (field !== '__proto__' && !hasKey(dropped, field)) copy[field] = object[field];
  }
  return copy;
}

/** The fields of one place, for `checkFields`. */
export function fieldSet(names: readonly string[]): FieldSet {
  const known: { [name: string]: true } = {};
  for (const name of names) known[name] = true;
  return { names, known };
}

/**
 * Warns of fields that the API does not have here. The API server drops them, which can turn a policy into its
 * opposite (`ingres:`), so each warning says what was probably meant.
 */
export function checkFields(reader: Reader, object: RawObject, fields: FieldSet, path: string): void {
  let unknown = false;
  for (const name of Object.keys(object)) {
    if (!hasKey(fields.known, name)) unknown = true;
  }
  if (!unknown) return;
  for (const name of sortedKeys(object)) {
    if (hasKey(fields.known, name)) continue;
    const hint = unknownFieldHint(name, fields.names);
    report(reader, 'field-unknown', { field: shown(name), hint }, path === '' ? name : path + '.' + shown(name));
  }
}

function textExpected(value: unknown): string {
  if (value === null) return 'a text (write "" for the empty one)';
  return typeof value === 'number' || typeof value === 'boolean' ? 'a text (put it in quotes)' : 'a text';
}

/** The objects of a list; anything else is passed over. */
export function objectsOf(value: unknown): RawObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
