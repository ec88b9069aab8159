import { metadataField } from './identity';
import { objectsOf } from './read';
import type { RawObject } from './types';

/**
 * Who wrote an object last, as `metadata.managedFields` has it; '' where nobody is named. The client chooses the name
 * (meta/v1 ManagedFieldsEntry; the server takes it from the user agent or the request): a hint, never an identity.
 */
export function lastFieldManager(object: RawObject): string {
  const entry = lastManaged(object);
  return entry === undefined ? '' : String(entry.manager);
}

/** The entry of `managedFields` that was written last, without the fields; undefined where there is none. */
export function lastManaged(object: RawObject): RawObject | undefined {
  let last: RawObject | undefined;
  for (const entry of objectsOf(metadataField(object, 'managedFields'))) {
    // What a status update leaves says nothing about who wrote the policy.
    if (typeof entry.manager !== 'string' || typeof entry.time !== 'string' || entry.subresource !== undefined)
      continue;
    if (last === undefined || String(last.time) <= entry.time) {
      last = { manager: entry.manager, operation: entry.operation, time: entry.time };
    }
  }
  return last;
}
