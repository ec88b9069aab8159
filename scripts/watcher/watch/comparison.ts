import { hasKey } from '../../policy/text/canonical';
import { changesBetween, type Change, type ChangeKind } from './changes';
import { WATCHED_RESOURCES, type FetchedResource } from './listwatch';
import { digestOf, type Memory } from './memory';
import type { PodCheck } from './podcheck';

/** Comparing what a fetch found with what is remembered. */

/** The names under which digests are remembered that do not follow one resource. */
export const POD_DIGEST = 'pods';
/** The digest of endpoints that do not follow from pods. */
export const ENDPOINT_DIGEST = 'endpoints';

const NOTHING_OBSERVED = { versions: {}, watched: [] };

/** What changed since the memory was written; `pods`: undefined where they were not looked at. */
export function changesSince(
  before: Memory,
  fetched: { readonly [resource: string]: FetchedResource },
  pods: PodCheck | undefined,
): Change[] {
  let changes: Change[] = [];
  for (const watched of WATCHED_RESOURCES) {
    const resource = fetched[watched.resource.name];
    const kind = watched.resource.kind as ChangeKind;
    changes = changes.concat(changesBetween(kind, digestOf(before, watched.resource.name), resource.digest, resource));
  }
  if (!pods) return changes;
  const known = hasSameKeys(before, pods) ? digestOf(before, POD_DIGEST) : pods.pods;
  return changes.concat(
    endpointChanges(
      changes,
      changesBetween('Service', digestOf(before, ENDPOINT_DIGEST), pods.endpoints, NOTHING_OBSERVED),
    ),
    changesBetween('Pods', known, pods.pods, NOTHING_OBSERVED),
  );
}

/**
 * Folded by other label keys, pods cannot be compared. The keys change only with policies and Services, which are a
 * change themselves: the snapshot that is then taken holds the pods, too.
 */
function hasSameKeys(before: Memory, pods: PodCheck): boolean {
  return before.podKeys === pods.podKeys;
}

/** A Service with other endpoints is a modified Service; once is enough. */
function endpointChanges(changes: readonly Change[], endpoints: readonly Change[]): Change[] {
  const named: { [id: string]: true } = {};
  for (const change of changes) if (change.kind === 'Service') named[change.namespace + '/' + change.name] = true;
  const modified: Change[] = [];
  for (const change of endpoints) {
    if (!hasKey(named, change.namespace + '/' + change.name)) modified.push({ ...change, action: 'modified' });
  }
  return modified;
}
