/** Data as it crosses into another language on the server: what JSON can say, and nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. Read it through `valueOf`: its keys come from input. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object of JSON: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of JSON. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value of an own key. Parsed input may hold any key, `__proto__` and `constructor` too. */
export function valueOf(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether there is no value: null and undefined mean the same in the context. */
export function isAbsent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** Nothing: null, '', an empty list, an empty object. */
export function isEmpty(value: Json | undefined): boolean {
  if (isAbsent(value) || value === '') return true;
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** A list as it is, nothing as an empty list, anything else as a list of one. */
export function asList(value: Json | undefined): readonly Json[] {
  if (isAbsent(value)) return [];
  return isList(value) ? value : [value];
}

/** Text as it is, anything else as JSON; nothing as ''. */
export function textOf(value: Json | undefined): string {
  if (isAbsent(value)) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether two values are the same JSON; the order of keys does not count. */
export function equal(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other)) return one.length === other.length && one.every((item, i) => equal(item, other[i]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  );
}
