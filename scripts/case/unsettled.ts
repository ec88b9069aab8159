import type { Host } from '../xsoar/host';
import { recall } from './memory';

/** A run that has said nothing for so long was broken off. */
const SILENT_MILLISECONDS = 600000;

/**
 * Why nothing of the cluster may be committed or pushed, in a sentence: a run is between two slices, and the device
 * group holds half of what was approved. undefined: nothing is half done.
 */
export function unsettledReason(host: Host, cluster: string): string | undefined {
  const run = recall(host, cluster, 'run');
  if (run === undefined) return undefined;
  const who = run.incident === '' ? 'A run by hand' : 'The run of incident ' + run.incident;
  return Date.now() - run.updated < SILENT_MILLISECONDS
    ? who + ' is writing the rules of this cluster. Wait until it is over.'
    : who +
        ' was broken off while it wrote the rules of this cluster, and the device group is half written. ' +
        'Make the plan and apply it, which goes on from there or takes it back; then commit and push.';
}
