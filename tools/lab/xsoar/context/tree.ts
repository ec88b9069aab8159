import { RunnerError } from '../errors';
import { asList, equal, isAbsent, isList, isObject, valueOf, type Json, type JsonObject } from '../json';
import { expression } from './expression';
import { parsePath } from './path';

/** Context data: one tree per incident, private ones for sub-playbooks. All functions give new trees. */

/**
 * The keys of a plain path.
 *
 * @example keysOf('CNSeries.Plan.Hash') //=> ['CNSeries', 'Plan', 'Hash']
 * @throws RunnerError for a path with an index, a condition or a mutator
 */
export function keysOf(path: string): readonly string[] {
  const { steps, mutator } = parsePath(path);
  const keys = steps.map((step) => (step.kind === 'key' ? step.key : undefined));
  if (mutator !== undefined || keys.length === 0 || keys.includes(undefined)) {
    throw new RunnerError(`"${path}" is no plain path: it must be keys joined by dots.`);
  }
  return keys as string[];
}

/** Replaces what stands at a path (`setContext`). */
export function setPath(tree: JsonObject, keys: readonly string[], value: Json): JsonObject {
  return update(tree, keys, () => value);
}

/** Removes what stands at a path (`delContext`). */
export function deletePath(tree: JsonObject, keys: readonly string[]): JsonObject {
  const [key, ...rest] = keys;
  const child = valueOf(tree, key);
  if (child === undefined) return tree;
  if (rest.length > 0) return isObject(child) ? { ...tree, [key]: deletePath(child, rest) } : tree;
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
}

/** Sets or extends what stands at a path: where something is, old and new become one list. */
export function appendPath(tree: JsonObject, keys: readonly string[], value: Json): JsonObject {
  return update(tree, keys, (old) => (isAbsent(old) ? value : [...asList(old), ...asList(value)]));
}

/**
 * Merges one entry of an EntryContext. `Path` appends; `Path(val.K == obj.K)` updates the items that match, and appends
 * what matches none (xsoar.pan.dev, "Cortex XSOAR Transform Language (DT)").
 */
export function mergeEntry(tree: JsonObject, key: string, value: Json): JsonObject {
  const { steps, mutator } = parsePath(key);
  const last = steps.at(-1);
  if (last?.kind !== 'selector' || mutator !== undefined) return appendPath(tree, keysOf(key), value);
  const keys = keysOf(key.slice(0, key.indexOf('(')));
  return asList(value).reduce<JsonObject>(
    (merged, obj) => update(merged, keys, (old) => mergeItem(old, obj, last.expression)),
    tree,
  );
}

/** Merges a whole EntryContext, key by key. */
export function mergeAll(tree: JsonObject, entries: JsonObject): JsonObject {
  return Object.entries(entries).reduce((merged, [key, value]) => mergeEntry(merged, key, value), tree);
}

function mergeItem(old: Json | undefined, obj: Json, condition: string): Json {
  if (isAbsent(old)) return obj;
  const matches = expression(condition);
  const items = asList(old);
  let found = false;
  const merged = items.map((val) => {
    if (matches({ val, obj }) !== true) return val;
    found = true;
    return isObject(val) && isObject(obj) ? { ...val, ...obj } : obj;
  });
  if (!found) return [...items, obj];
  return isList(old) ? merged : merged[0];
}

function update(tree: JsonObject, keys: readonly string[], change: (old: Json | undefined) => Json): JsonObject {
  const [key, ...rest] = keys;
  const child = valueOf(tree, key);
  if (rest.length === 0) return withKey(tree, key, change(child));
  if (isAbsent(child)) return withKey(tree, key, update({}, rest, change));
  if (isObject(child)) return withKey(tree, key, update(child, rest, change));
  throw new RunnerError(`What happens to a key below "${key}", where ${describe(child)} stands, is not known.`);
}

function withKey(tree: JsonObject, key: string, value: Json): JsonObject {
  if (key === '__proto__') throw new RunnerError('"__proto__" cannot be a key of the context.');
  return { ...tree, [key]: value };
}

function describe(value: Json): string {
  return isList(value) ? 'a list' : JSON.stringify(value);
}

/** What differs between two trees, at the deepest keys that do. */
export interface ContextChange {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Lists what is not the same in two trees, sorted by path.
 *
 * @example difference({ a: { b: 1 } }, { a: { b: 2 } }) //=> [{ path: 'a.b', before: 1, after: 2 }]
 */
export function difference(before: JsonObject, after: JsonObject, path = ''): readonly ContextChange[] {
  if (before === after) return [];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key): readonly ContextChange[] => {
    const [old, now] = [valueOf(before, key), valueOf(after, key)];
    const place = path === '' ? key : `${path}.${key}`;
    if (equal(old, now)) return [];
    return isObject(old) && isObject(now) ? difference(old, now, place) : [{ path: place, before: old, after: now }];
  });
}
