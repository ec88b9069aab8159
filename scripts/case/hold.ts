import { standingName } from '../policy/plan/closures';
import type { Closure } from '../policy/plan/types';
import type { ClusterProfile } from '../policy/profile/types';
import { isSameData } from '../policy/text/same';
import type { Host } from '../xsoar/host';
import { whyNoApprover } from './approval';
import { recall, remember, type HoldRecord } from './memory';

/** What people decided about a cluster as a whole: that nothing is applied for a while, and what they closed may open again. */

/** The record of a cluster; empty where nobody decided anything. */
export function readHold(host: Host, cluster: string): HoldRecord {
  return recall(host, cluster, 'hold') || { lifted: [] };
}

/** Keeps it, where it is not what is kept already. */
export function rememberHold(host: Host, cluster: string, record: HoldRecord): void {
  if (!isSameData(readHold(host, cluster), record)) remember(host, cluster, 'hold', record);
}

/** That nothing is applied, by whom, why and until when; undefined where the cluster is not held, or not any more. */
export function holdText(host: Host, cluster: string): string | undefined {
  const { hold } = readHold(host, cluster);
  if (hold === undefined || (hold.until !== '' && Date.parse(hold.until) <= Date.now())) return undefined;
  const until = hold.until === '' ? 'until somebody releases it' : 'until ' + hold.until;
  return (
    'The cluster ' +
    cluster +
    ' is held by ' +
    hold.by +
    ' since ' +
    hold.time +
    ', ' +
    until +
    ': ' +
    hold.reason +
    '. Nothing is applied. CNSeriesRelease ends it.'
  );
}

/** Rules that somebody decided to open again: whoever decided may have lost the role since. */
export function liftedClosures(host: Host, profile: ClusterProfile): readonly string[] {
  return readHold(host, profile.cluster)
    .lifted.filter(({ by }) => whyNoApprover(host, profile, by) === undefined)
    .map(({ rule }) => rule);
}

/**
 * Forgets decisions about rules that are not closed any more: the next person who closes one of them means it.
 *
 * @param closed all rules that are closed in Panorama now, those that were lifted, too
 */
export function forgetLifted(host: Host, cluster: string, closed: readonly Closure[]): void {
  const record = readHold(host, cluster);
  if (record.lifted.length === 0) return;
  const still = record.lifted.filter((one) =>
    closed.some((closure) => [closure.rule, standingName(closure)].indexOf(one.rule) >= 0),
  );
  rememberHold(host, cluster, { ...record, lifted: still });
}
