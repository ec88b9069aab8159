import { evaluatePath } from '../context/dt';
import { mergeEntry } from '../context/tree';
import { RunnerError } from '../errors';
import { isAbsent, type Json, type JsonObject } from '../json';

/**
 * `extend-context`: `Key=path::Other=path2`, read from the raw contents of an entry; `Key=.` is all of it
 * (xsoar.pan.dev, "Extend Context").
 */
export function extendContext(context: JsonObject, setting: string, contents: Json): JsonObject {
  if (setting === '') return context;
  return setting.split('::').reduce((extended, part) => {
    // The key may hold a selector with "==" in it.
    const [, key, path] = /^((?:[^=(]|\([^)]*\))+)=(.*)$/.exec(part) ?? unreadable(part);
    const value = evaluatePath(contents, path);
    return isAbsent(value) ? extended : mergeEntry(extended, key, value);
  }, context);
}

function unreadable(part: string): never {
  throw new RunnerError(`extend-context: "${part}" is not of the form Key=path.`);
}
