import type { ConfigEntry } from '../panos/entry';

/** True for entries with the same content; far cheaper than comparing their canonical texts. */
export function isSameEntry(a: ConfigEntry | undefined, b: ConfigEntry | undefined): boolean {
  return isSameValue(a, b);
}

/** Plain data; a member that is undefined counts as absent. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return hasMembersOf(a as PlainObject, b as PlainObject) && hasNoMore(a as PlainObject, b as PlainObject);
}

interface PlainObject {
  readonly [key: string]: unknown;
}

function hasMembersOf(a: PlainObject, b: PlainObject): boolean {
  for (const key of Object.keys(b)) if (!isSameValue(a[key], b[key])) return false;
  return true;
}

function hasNoMore(a: PlainObject, b: PlainObject): boolean {
  for (const key of Object.keys(a)) if (b[key] === undefined && a[key] !== undefined) return false;
  return true;
}
