import { compactObject, type JsonObject } from '../values/json';
import type { Draft } from '../values/object';
import type { Resource } from './resources';

/*
 * Events are one set of objects under two groups with different field names (`pkg/apis/events/v1/conversion.go`). They
 * are stored in the form of the core group.
 */

/** The names of fields: in the core group, and in `events.k8s.io`. */
const RENAMED: readonly (readonly [string, string])[] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['reportingComponent', 'reportingController'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
];

const isNewGroup = (resource: Resource): boolean => resource.group === 'events.k8s.io';

/** An Event as a client sent it, in the form in which it is stored. */
export function toStored(resource: Resource, draft: Draft): Draft {
  if (!isNewGroup(resource)) return draft;
  return { ...rename(draft, 1, 0), metadata: draft.metadata };
}

/** A stored object in the form of the group under which it is read. */
export function toServed(resource: Resource, object: JsonObject): JsonObject {
  return isNewGroup(resource) ? { ...rename(object, 0, 1), apiVersion: 'events.k8s.io/v1' } : object;
}

function rename(object: JsonObject, from: 0 | 1, to: 0 | 1): JsonObject {
  const fields: { [name: string]: JsonObject[string] } = { ...object };
  for (const names of RENAMED) {
    fields[names[to]] = object[names[from]];
    fields[names[from]] = undefined;
  }
  return compactObject(fields);
}

/** `involvedObject.name` for `regarding.name`, and so on. */
export function storedFieldPath(resource: Resource, path: string): string {
  if (!isNewGroup(resource)) return path;
  const [first = '', ...rest] = path.split('.');
  const core = RENAMED.find((names) => names[1] === first)?.[0] ?? first;
  return [core, ...rest].join('.');
}

/** Whether the stored form of a resource is also the served one, so that its cached text can be used. */
export const isServedAsStored = (resource: Resource): boolean => !isNewGroup(resource);
