import { isObject, type Json, type JsonObject } from '../values/json';

/** JSON merge patch (RFC 7396): maps merge, null removes, anything else replaces. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged: { [name: string]: Json | undefined } = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged[name] = undefined;
    else if (isObject(value)) merged[name] = mergePatch(isObject(merged[name]) ? merged[name] : {}, value);
    else merged[name] = value;
  }
  return withoutUndefined(merged);
}

function withoutUndefined(value: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
