import { clusterEntry } from '../case/clusterentry';
import { holdText, readHold, rememberHold } from '../case/hold';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { paragraph } from '../xsoar/markdown';
import { readKeptProfile } from '../xsoar/settings';
import { decidingUser } from '../xsoar/users';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesHold',
  description: 'Holds a cluster: its changes are planned and told, and nothing is applied until somebody releases it.',
  details: [
    'For an emergency or a freeze. Each plan says who holds the cluster, why and until when; a run that has begun to write ends. What is applied already is committed and pushed as ever.',
    'Anybody who may run automations may hold a cluster; releasing it takes a role of `approverRoles` (`CNSeriesRelease`).',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    reason: {
      kind: 'text',
      required: true,
      description: 'Why. Each plan and the authors of waiting changes are told.',
    },
    until: {
      kind: 'text',
      description:
        'When the hold ends by itself, as date and time of ISO 8601 with a time zone, for example "2027-01-04T08:00:00Z". Default is when somebody releases it.',
    },
    approver: { kind: 'text', description: 'Who decided. For playbooks only.' },
  },
  outputs: {
    path: 'CNSeries.Hold',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      By: { type: 'String', description: 'Who holds it.' },
      Reason: { type: 'String', description: 'Why.' },
      Until: { type: 'String', description: 'When the hold ends by itself. Empty if it does not.' },
    },
  },
} as const satisfies AutomationManifest;

/** With a zone: without one, server and person may mean different times. */
const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$/;

/**
 * Notes the hold, in place of an earlier one.
 *
 * @throws a user error for a time that cannot be read, or is over
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const { cluster } = readKeptProfile(host, given.cluster);
  const by = decidingUser(host, given.approver);
  const until = given.until === undefined ? '' : given.until;
  if (until !== '' && !(TIME.test(until) && Date.parse(until) > Date.now())) {
    throw userError('"until" is "' + until + '". Write a time that is still to come, such as 2027-01-04T08:00:00Z.');
  }
  const hold = { by, time: new Date().toISOString(), reason: given.reason, until };
  rememberHold(host, cluster, { ...readHold(host, cluster), hold });
  const data = { Cluster: cluster, By: by, Reason: given.reason, Until: until };
  return [clusterEntry(manifest.outputs, 'Held', data, paragraph(holdText(host, cluster) || ''))];
}
