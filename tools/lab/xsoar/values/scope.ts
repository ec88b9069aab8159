import { evaluatePath } from '../context/dt';
import type { Json, JsonObject } from '../json';

/** What values in playbooks can see. */
export interface Scope {
  /** The context of the playbook that is running: the incident's, or its private one. */
  readonly context: JsonObject;
  readonly inputs: JsonObject;
  /** System fields and custom fields side by side. */
  readonly incident: JsonObject;
  readonly modules: readonly JsonObject[];
  readonly currentPlaybookID: string;
  readonly lastCompletedTaskEntries: readonly string[];
  readonly list: (name: string) => string | undefined;
  /** In a filter: the path of the root stands for one of its items. */
  readonly item?: { readonly root: string; readonly value: Json };
}

/** What a path finds; null for nothing. */
export function lookUp(scope: Scope, path: string): Json {
  const { item } = scope;
  if (item !== undefined && (path === item.root || isBelow(path, item.root))) {
    const rest = path.slice(item.root.length);
    return rest === '' ? item.value : evaluatePath(item.value, rest, visible(scope));
  }
  // Names of lists hold blanks and dots.
  if (path.startsWith('lists.')) return scope.list(path.slice('lists.'.length)) ?? null;
  return evaluatePath(visible(scope), path);
}

function isBelow(path: string, root: string): boolean {
  return path.startsWith(root) && '.[('.includes(path[root.length]);
}

function visible(scope: Scope): JsonObject {
  return {
    ...scope.context,
    inputs: scope.inputs,
    incident: scope.incident,
    modules: scope.modules,
    currentPlaybookID: scope.currentPlaybookID,
    lastCompletedTaskEntries: scope.lastCompletedTaskEntries,
  };
}
