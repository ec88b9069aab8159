import { hasKey } from '../../policy/text/canonical';
import type { StringMap } from '../../policy/kubernetes/types';
import { parsedObject } from '../api/answererrors';
import { SNAPSHOT_FORMAT, type TakenSnapshot } from './snapshot';
import type { IntegrationHost } from '../api/host';
import { userError } from '../../xsoar/errors';

/**
 * The last snapshots, so that the automations of one run read the same cluster. They stand in the integration's
 * context, which the server keeps for each instance: the ids in order, newest first, and a text for each.
 */

const MOST_SNAPSHOTS = 3;
/**
 * Characters of one snapshot, and of all. No limit of the integration context is documented; the server loads it whole
 * with each command.
 */
export const MOST_OF_ONE = 10000000;
const MOST_OF_ALL = 20000000;

const INDEX = 'snapshots';
const PREFIX = 'snapshot.';

/** Whether a snapshot can be had again by its id. */
export type Caching = 'cached' | 'too large';

/** Keeps a snapshot; the oldest ones go. */
export function cacheSnapshot(host: IntegrationHost, snapshot: TakenSnapshot): Caching {
  const text = JSON.stringify(snapshot);
  if (text.length > MOST_OF_ONE) return 'too large';
  const old = host.getContext();
  const context = withoutSnapshots(old);
  const ids: string[] = [];
  let size = 0;
  for (const id of [snapshot.SnapshotId].concat(cachedIds(old))) {
    const keptText = id === snapshot.SnapshotId ? text : old[PREFIX + id];
    if (ids.indexOf(id) >= 0 || ids.length === MOST_SNAPSHOTS || size + keptText.length > MOST_OF_ALL) continue;
    ids.push(id);
    size += keptText.length;
    context[PREFIX + id] = keptText;
  }
  context[INDEX] = JSON.stringify({ ids });
  host.setContext(context);
  return 'cached';
}

/**
 * The snapshot with this id.
 *
 * @throws a user error if it is not there any more, or in a form that another version kept
 */
export function cachedSnapshot(host: IntegrationHost, id: string): TakenSnapshot {
  const context = host.getContext();
  if (hasKey(context, PREFIX + id)) {
    const kept = parsedObject(context[PREFIX + id]);
    if (kept && kept.Format === SNAPSHOT_FORMAT) return kept as unknown as TakenSnapshot;
    throw userError(
      'The snapshot ' +
        id +
        ' was kept by another version of this integration, which wrote it in another form. Plan again, which takes a new one.',
    );
  }
  const ids = cachedIds(context);
  throw userError(
    'There is no snapshot ' +
      id +
      ' any more: only the last ' +
      String(MOST_SNAPSHOTS) +
      ' are kept' +
      (ids.length === 0 ? ', and there is none now' : ' (' + ids.join(', ') + ')') +
      '. Plan again, which takes a new one.',
  );
}

/** Newest first. */
function cachedIds(context: StringMap): string[] {
  const index = hasKey(context, INDEX) ? parsedObject(context[INDEX]) : undefined;
  const ids = index && Array.isArray(index.ids) ? (index.ids as unknown[]) : [];
  return ids.filter((id): id is string => typeof id === 'string' && hasKey(context, PREFIX + id));
}

/** Whatever else the context holds stays. */
function withoutSnapshots(context: StringMap): { [key: string]: string } {
  const rest: { [key: string]: string } = {};
  for (const key of Object.keys(context)) {
    if (key !== INDEX && key.slice(0, PREFIX.length) !== PREFIX) rest[key] = context[key];
  }
  return rest;
}
