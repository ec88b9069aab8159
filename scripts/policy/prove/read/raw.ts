import type { RawObject, StringMap } from '../../kubernetes/types';
import { sortedKeys } from '../../text/canonical';

/** Careful access to parsed YAML or JSON: what is absent or of the wrong type reads as empty. */

/** The value as an object; the empty object where it is none. */
export function asObject(value: unknown): RawObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as RawObject) : {};
}

/** A list, or an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or ''. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list; elements of other types are left out. */
export function asStrings(value: unknown): string[] {
  return asList(value).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The member at the end of a path of object keys; undefined where the path breaks. */
export function at(value: unknown, path: readonly string[]): unknown {
  let current: unknown = value;
  for (const key of path) current = asObject(current)[key];
  return current;
}

/** Labels or annotations; members that are no text are passed over. */
export function asStringMap(value: unknown): StringMap {
  const object = asObject(value);
  const map: { [key: string]: string } = {};
  for (const key of sortedKeys(object)) {
    const member = object[key];
    if (typeof member === 'string') map[key] = member;
  }
  return map;
}

/** A whole number from 1 to 65535; the API server takes no other for a port. */
export function isPortNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= 65535 && Math.floor(value) === value;
}

/** `null` in YAML means the same as leaving the field out. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** `metadata.name`. */
export function nameOf(object: RawObject): string {
  return asText(asObject(object.metadata).name);
}

/** `metadata.namespace`; namespaced objects without one are in `default`. */
export function namespaceOf(object: RawObject): string {
  return asText(asObject(object.metadata).namespace) || 'default';
}
