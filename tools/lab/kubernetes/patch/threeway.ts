import { isList, isObject, listOf, objectOf, sameJson, type Json, type JsonObject } from '../values/json';
import { listRule } from './mergekeys';

/**
 * Applies a configuration: what it says replaces what is live, what the last applied one said and this one does not is
 * removed, everything else stays (declarative management, and server-side apply with one manager). `path` starts with
 * the kind.
 */
export function applyConfiguration(last: JsonObject, wanted: JsonObject, live: JsonObject, path: string): JsonObject {
  const merged: { [name: string]: Json | undefined } = { ...live };
  for (const name of Object.keys(last)) if (isAbsent(wanted[name])) merged[name] = undefined;
  for (const [name, value] of Object.entries(wanted)) {
    if (isAbsent(value)) continue;
    const where = `${path}.${name}`;
    if (isObject(value)) {
      merged[name] = applyConfiguration(objectOf(last[name]), value, objectOf(merged[name]), where);
    } else if (isList(value)) merged[name] = applyList(listOf(last[name]), value, listOf(merged[name]), where);
    else merged[name] = value;
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

const isAbsent = (value: Json | undefined): boolean => value === undefined || value === null;

function applyList(
  last: readonly Json[],
  wanted: readonly Json[],
  live: readonly Json[],
  path: string,
): readonly Json[] {
  const rule = listRule(path);
  if (rule.kind === 'replace') return wanted;
  const idOf = (item: Json): Json | undefined => (rule.kind === 'key' ? objectOf(item)[rule.key] : item);
  const find = (list: readonly Json[], item: Json): Json | undefined =>
    list.find((other) => sameJson(idOf(other), idOf(item)));
  const applied = wanted.map((item) =>
    isObject(item) ? applyConfiguration(objectOf(find(last, item)), item, objectOf(find(live, item)), path) : item,
  );
  const others = live.filter((item) => find(wanted, item) === undefined && find(last, item) === undefined);
  return [...applied, ...others];
}
