import { hasKey } from './canonical';

interface PlainObject {
  readonly [key: string]: unknown;
}

/**
 * True for plain data with the same content; far cheaper than comparing canonical texts. A member that is undefined
 * counts as absent.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return hasMembersOf(a as PlainObject, b as PlainObject) && hasNoMore(a as PlainObject, b as PlainObject);
}

function hasMembersOf(a: PlainObject, b: PlainObject): boolean {
  for (const key of Object.keys(b)) if (!isSameData(memberOf(a, key), b[key])) return false;
  return true;
}

function hasNoMore(a: PlainObject, b: PlainObject): boolean {
  for (const key of Object.keys(a)) if (a[key] !== undefined && memberOf(b, key) === undefined) return false;
  return true;
}

/** Not what every object inherits: a label may be called `constructor`. */
function memberOf(object: PlainObject, key: string): unknown {
  return hasKey(object, key) ? object[key] : undefined;
}
