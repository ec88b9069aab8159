import { problem, type Problem } from '../panorama/api/problems';
import { isObject } from '../policy/kubernetes/read';
import type { ClusterProfile } from '../policy/profile/types';
import { sortedKeys } from '../policy/text/canonical';
import { listed } from '../policy/text/words';
import type { Host } from '../xsoar/host';
import { readKeptClusters } from '../xsoar/settings';
import { recall } from './memory';
import { ABANDONED_MILLISECONDS } from './runnotice';

/**
 * Other clusters of this server that write through the same instance of the PAN-OS integration, and so as the same API
 * administrator. Panorama cannot keep them out of each other: to it they are one. A commit ends all locks of its
 * administrator.
 */
export type Neighbour = Pick<ClusterProfile, 'cluster' | 'deviceGroup' | 'panoramaAdmin' | 'panoramaInstance'>;

/** Those of the list "CNSeries Clusters"; mistakes in their other settings do not count. */
export function neighboursOf(host: Host, profile: ClusterProfile): Neighbour[] {
  const clusters = readKeptClusters(host);
  return sortedKeys(clusters)
    .filter((cluster) => cluster !== profile.cluster)
    .map((cluster) => neighbourOf(cluster, clusters[cluster]))
    .filter((other) => hasSameAdmin(other, profile));
}

function neighbourOf(cluster: string, settings: unknown): Neighbour {
  const text = (key: string): string => {
    const value = isObject(settings) ? settings[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    cluster,
    deviceGroup: text('deviceGroup'),
    panoramaAdmin: text('panoramaAdmin'),
    panoramaInstance: text('panoramaInstance'),
  };
}

/**
 * The key of an instance is that of one administrator; no name of an instance stands for the only one. Instances with
 * different names may be of different Panoramas, where the same name is nobody's neighbour.
 */
function hasSameAdmin(a: Neighbour, b: Neighbour): boolean {
  const names = [a.panoramaInstance, b.panoramaInstance];
  return names[0] === names[1] || names.indexOf('') >= 0;
}

/** Clusters that share device group and administrator: nothing tells their uncommitted changes apart. */
export function sharedAdminProblem(profile: ClusterProfile, neighbours: readonly Neighbour[]): Problem | undefined {
  const { cluster, deviceGroup, panoramaAdmin } = profile;
  const others = neighbours.filter((other) => other.deviceGroup === deviceGroup).map((other) => other.cluster);
  if (others.length === 0) return undefined;
  const clusters = listed([cluster].concat(others).sort());
  return problem('shared-admin', { clusters, deviceGroup, admin: panoramaAdmin || '(not named in the profile)' });
}

/** Why no commit may begin yet, in a sentence: a run of another cluster would lose its lock by it. */
export function runOfNeighbour(host: Host, neighbours: readonly Neighbour[]): string | undefined {
  for (const { cluster } of neighbours) {
    const run = recallOf(host, cluster, 'run');
    if (run !== undefined && isRecent(run.updated)) {
      return (
        'A run of the cluster ' +
        cluster +
        ' writes as the same API administrator; a commit would end its lock. ' +
        WAITS
      );
    }
  }
  return undefined;
}

/** Why no lock may be taken yet, in a sentence: the commit of another cluster would end it. */
export function commitOfNeighbour(host: Host, neighbours: readonly Neighbour[]): string | undefined {
  for (const { cluster } of neighbours) {
    const commit = recallOf(host, cluster, 'commit');
    // One that waits for a busy Panorama has asked for nothing yet.
    if (
      commit !== undefined &&
      commit.progress !== undefined &&
      commit.progress.phase !== 'waiting' &&
      isRecent(commit.updated || 0)
    ) {
      return (
        'The cluster ' + cluster + ' commits as the same API administrator, which ends the locks of that one. ' + WAITS
      );
    }
  }
  return undefined;
}

/** A damaged record of another cluster stops that one, and not this. */
function recallOf<Kind extends 'run' | 'commit'>(
  host: Host,
  cluster: string,
  kind: Kind,
): ReturnType<typeof recall<Kind>> {
  try {
    return recall(host, cluster, kind);
  } catch {
    return undefined;
  }
}

const WAITS = 'This waits until it is over.';

function isRecent(time: number): boolean {
  return Date.now() - time < ABANDONED_MILLISECONDS;
}
