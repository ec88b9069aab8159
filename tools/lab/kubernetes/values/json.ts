/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; a field that is not there reads as undefined. */
export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

/** Labels, annotations, selectors. */
export interface StringMap {
  readonly [key: string]: string;
}

/** Tells a JSON object from every other JSON value. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** `Array.isArray` that keeps the type of a read-only list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The object that stands there, else an empty one. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The list that stands there, else an empty one. */
export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** The objects in the list that stands there. */
export const objectsOf = (value: Json | undefined): readonly JsonObject[] => listOf(value).filter(isObject);

/** The text that stands there, else an empty one. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The number that stands there, else the given one. */
export const numberOf = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

/** The map of texts that stands there; values of other types are left out. */
export function stringMapOf(value: Json | undefined): StringMap {
  const entries = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** Without the fields that are undefined. */
export function compactObject(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/** The value at a path of field names. */
export function fieldAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let here = value;
  for (const name of path) here = objectOf(here)[name];
  return here;
}

/** Whether two JSON values mean the same; a field that is undefined counts as not there. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (isList(left)) {
    return isList(right) && left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameJson(left[name], right[name]));
}

/** Keys of objects in sorted order, at every depth: the same text for the same value. */
export function canonicalJson(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${fields.join(',')}}`;
}
