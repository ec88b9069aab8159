import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';
import { incidentId, noteOnIncident } from './incident';
import { recall, type RunRecord } from './memory';

/**
 * What people are told of a run that may hold a lock. It is said before the lock is taken: a run that is cut off says
 * nothing any more.
 */

/** A run that has said nothing for so long was left by a server that stopped. */
export const ABANDONED_MILLISECONDS = 600000;

/** `The run of incident 12`. */
export function runName(run: Pick<RunRecord, 'incident'>): string {
  return run.incident === '' ? 'A run by hand' : 'The run of incident ' + run.incident;
}

/** Which lock it may hold, and how to free it. */
export function lockNotice(profile: ClusterProfile, run: Pick<RunRecord, 'incident' | 'deviceGroup'>): string {
  const admin = profile.panoramaAdmin === '' ? 'the API administrator' : profile.panoramaAdmin;
  return (
    runName(run) +
    ' may hold the configuration lock of the device group ' +
    run.deviceGroup +
    ' in Panorama, as ' +
    admin +
    '. If it was cut off: the next apply of the cluster goes on with it or takes it back after ten minutes; to do so yourself, run !CNSeriesTakeBack cluster="' +
    profile.cluster +
    '", which undoes what it wrote and frees the lock. Do not free the lock in Panorama alone: half of the rules may stand in the candidate configuration.'
  );
}

/** Writes the notice to the incident of the run, or takes it away; '' for a run by hand, which has none. */
export function noteLock(host: Host, notice: string, incident: string): void {
  if (incident === '') return;
  if (incident === incidentId(host)) noteOnIncident(host, { cnserieslock: notice });
  else host.executeCommand('setIncident', { id: incident, cnserieslock: notice });
}

/** What is to be told of a run that is not over; '' where there is none. A damaged record stops nobody here. */
export function unfinishedRun(host: Host, profile: ClusterProfile): string {
  try {
    const run = recall(host, profile.cluster, 'run');
    return run === undefined ? '' : lockNotice(profile, run);
  } catch {
    return '';
  }
}
