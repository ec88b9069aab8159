import type { Host } from '../xsoar/host';
import { recall } from './memory';
import { ABANDONED_MILLISECONDS, runName } from './runnotice';

/**
 * Why nothing of the cluster may be committed or pushed, in a sentence: a run is between two slices, and the device
 * group holds half of what was approved. undefined: nothing is half done.
 */
export function unsettledReason(host: Host, cluster: string): string | undefined {
  const run = recall(host, cluster, 'run');
  if (run === undefined) return undefined;
  const who = runName(run);
  return Date.now() - run.updated < ABANDONED_MILLISECONDS
    ? who + ' is writing the rules of this cluster. Wait until it is over.'
    : who +
        ' was broken off while it wrote the rules of this cluster, and the device group is half written. ' +
        'Make the plan and apply it, which goes on from there or takes it back, or run CNSeriesTakeBack; then commit and push.';
}
