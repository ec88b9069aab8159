import { badRequest } from '../api/status';
import { isList, isObject, listOf, objectOf, sameJson, textOf, type Json, type JsonObject } from '../values/json';
import { listRule } from './mergekeys';

const ORDER = '$setElementOrder/';
const DELETE_VALUES = '$deleteFromPrimitiveList/';

/**
 * Strategic merge patch (API concepts, `apimachinery/pkg/util/strategicpatch`): maps merge, null removes, lists merge
 * by the rules of `mergekeys`. Knows the directives `$patch` (replace, delete, merge), `$retainKeys`,
 * `$setElementOrder` and `$deleteFromPrimitiveList`. `path` starts with the kind.
 */
export function strategicMerge(target: JsonObject, patch: JsonObject, path: string): JsonObject {
  const { $patch, $retainKeys, ...fields } = patch;
  if ($patch === 'replace') return fields;
  if ($patch === 'delete') return {};
  const kept = $retainKeys === undefined ? target : pick(target, listOf($retainKeys).map(textOf));
  const merged: { [name: string]: Json | undefined } = { ...kept };
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(ORDER)) continue;
    if (name.startsWith(DELETE_VALUES)) {
      const list = name.slice(DELETE_VALUES.length);
      const gone = listOf(value);
      merged[list] = listOf(merged[list]).filter((item) => !gone.some((other) => sameJson(item, other)));
    } else if (value === null || value === undefined) merged[name] = undefined;
    else if (isObject(value)) merged[name] = strategicMerge(objectOf(merged[name]), value, `${path}.${name}`);
    else if (isList(value)) merged[name] = mergeList(listOf(merged[name]), value, `${path}.${name}`);
    else merged[name] = value;
  }
  for (const [name, order] of Object.entries(fields)) {
    if (!name.startsWith(ORDER)) continue;
    const list = name.slice(ORDER.length);
    merged[list] = ordered(listOf(merged[list]), listOf(order), `${path}.${list}`);
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

function mergeList(target: readonly Json[], patch: readonly Json[], path: string): readonly Json[] {
  const rule = listRule(path);
  switch (rule.kind) {
    case 'replace':
      return patch;
    case 'values':
      return [...target, ...patch.filter((value) => !target.some((other) => sameJson(value, other)))];
    case 'key':
      return mergeByKey(target, patch, rule.key, path);
  }
}

function mergeByKey(target: readonly Json[], patch: readonly Json[], key: string, path: string): readonly Json[] {
  if (patch.some((item) => isObject(item) && item.$patch === 'replace')) {
    return patch.filter((item) => !(isObject(item) && item.$patch !== undefined));
  }
  const items = [...target];
  for (const item of patch) {
    const change = objectOf(item);
    if (change[key] === undefined)
      throw badRequest(`map: ${JSON.stringify(item)} does not contain declared merge key: ${key}`);
    const at = items.findIndex((other) => sameJson(objectOf(other)[key], change[key]));
    if (change.$patch === 'delete') {
      if (at >= 0) items.splice(at, 1);
    } else if (at >= 0) items[at] = strategicMerge(objectOf(items[at]), change, path);
    else items.push(strategicMerge({}, change, path));
  }
  return items;
}

/** Items in the order that the patch names; those it does not name stay behind those before which they stood. */
function ordered(items: readonly Json[], order: readonly Json[], path: string): readonly Json[] {
  const rule = listRule(path);
  const idOf = (item: Json): Json | undefined => (rule.kind === 'key' ? objectOf(item)[rule.key] : item);
  const ids = order.map(idOf);
  const place = (item: Json): number => ids.findIndex((id) => sameJson(id, idOf(item)));
  const named = items.filter((item) => place(item) >= 0).sort((left, right) => place(left) - place(right));
  return [...named, ...items.filter((item) => place(item) < 0)];
}

const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
