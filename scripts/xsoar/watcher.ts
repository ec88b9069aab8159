import type { RawObject } from '../policy/kubernetes/types';
import type { ClusterProfile } from '../policy/profile/types';
import { userError } from './errors';
import { onlyEntry, type Host } from './host';
import { BRANDS, chooseInstance } from './instances';

/** The whole cluster at one time, as the watcher integration reads it. */
export interface WatcherSnapshot {
  /** The same content has the same id. */
  readonly id: string;
  readonly clusterUID: string;
  readonly objects: readonly RawObject[];
}

/**
 * Takes a snapshot from the watcher, or gets one that it still has.
 *
 * @param id '' for a new one
 * @throws a user error with the watcher's text if it refuses (a list that it may not read, a snapshot that it no longer
 * has), or if what it gives is of another cluster or not whole
 */
export function readSnapshot(host: Host, profile: ClusterProfile, id: string): WatcherSnapshot {
  const using = chooseInstance(host, profile.watcherInstance, BRANDS.watcher, 'watcherInstance');
  const args = { ...(id === '' ? {} : { snapshot_id: id }), ...(using === '' ? {} : { using: using }) };
  const what = 'There is no snapshot of the cluster ' + profile.cluster;
  const contents = onlyEntry(host.executeCommand('cnseries-get-snapshot', args), what).Contents as Partial<{
    readonly SnapshotId: unknown;
    readonly Cluster: unknown;
    readonly ClusterUID: unknown;
    readonly Lists: { readonly [resource: string]: { readonly complete?: unknown } };
    readonly Objects: unknown;
  }> | null;
  if (typeof contents !== 'object' || contents === null || !Array.isArray(contents.Objects)) {
    throw userError(what + ': the watcher answered with something else.');
  }
  if (contents.Cluster !== profile.cluster) {
    throw userError(
      'The watcher instance "' +
        using +
        '" watches the cluster "' +
        String(contents.Cluster) +
        '", not "' +
        profile.cluster +
        '". Name the right instance as "watcherInstance" in the cluster profile.',
    );
  }
  const lists = contents.Lists || {};
  const cut = Object.keys(lists).filter((resource) => lists[resource].complete !== true);
  if (cut.length > 0) throw userError(what + ': it is not whole, these lists are cut: ' + cut.sort().join(', ') + '.');
  return {
    id: String(contents.SnapshotId),
    clusterUID: typeof contents.ClusterUID === 'string' ? contents.ClusterUID : '',
    objects: contents.Objects as readonly RawObject[],
  };
}
