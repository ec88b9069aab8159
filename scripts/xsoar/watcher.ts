import type { RawObject } from '../policy/kubernetes/types';
import type { ClusterProfile } from '../policy/profile/types';
import { userError } from './errors';
import { ENTRY_TYPE, onlyEntry, type Host, type HostEntry } from './host';
import { BRANDS, chooseInstance } from './instances';

/** The form in which pods come folded. What has no form holds single pods, which are read as well. */
const FORMAT = 2;

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
 * @param id '' for a new one. One that the watcher no longer has gives a new one, too: if the cluster is as it was, it
 * has the same id; if not, its plan has another hash.
 * @throws a user error with the watcher's text if it refuses (a list that it may not read), or if what it gives is of
 * another cluster or not whole
 */
export function readSnapshot(host: Host, profile: ClusterProfile, id: string): WatcherSnapshot {
  const using = chooseInstance(host, profile.watcherInstance, BRANDS.watcher, 'watcherInstance');
  const what = 'There is no snapshot of the cluster ' + profile.cluster;
  const contents = onlyEntry(askWatcher(host, using, id), what).Contents as Partial<{
    readonly Format: unknown;
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
  if (contents.Format !== undefined && contents.Format !== FORMAT) {
    throw userError(
      what +
        ': the watcher gives it in the form ' +
        JSON.stringify(contents.Format) +
        ', and these automations read the form ' +
        String(FORMAT) +
        '. Integration and automations are of different versions of the pack: install it again as a whole, and restart the engines that run the instance.',
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

function askWatcher(host: Host, using: string, id: string): readonly HostEntry[] {
  const instance = using === '' ? {} : { using };
  if (id !== '') {
    const known = host.executeCommand('cnseries-get-snapshot', { snapshot_id: id, ...instance });
    if (!known.some((entry) => entry.Type === ENTRY_TYPE.error)) return known;
  }
  return host.executeCommand('cnseries-get-snapshot', instance);
}
