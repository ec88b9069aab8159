import { readAhead } from '../case/around';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import type { WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { paragraph } from '../xsoar/markdown';
import type { ContextData } from '../xsoar/outputs';
import { openPanorama } from '../xsoar/panorama';
import { messages } from '../xsoar/problemtext';
import { readKeptProfile } from '../xsoar/settings';
import { SLICE_MILLISECONDS, sliceFrom } from '../xsoar/slice';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesRead',
  description:
    'Reads what stands around the device group of a cluster in Panorama: rules of ancestors, of Shared and of the device groups below.',
  details: [
    'A slow Panorama with many device groups takes longer than an automation may run. So this works for 45 seconds at most and keeps what it read: run it again until `CNSeries.Read.Done` is true. `CNSeriesPlan` and `CNSeriesApply` use what was read as long as nothing was committed or changed there since.',
  ],
  tags: ['CN-Series'],
  arguments: { cluster: { ...CLUSTER_ARGUMENT, positional: true } },
  outputs: {
    path: 'CNSeries.Read',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Done: { type: 'Boolean', description: 'Whether everything was read, or cannot be. If not, run again.' },
      Reasons: { type: 'String', list: true, description: 'Why it cannot be read.' },
    },
  },
} as const satisfies AutomationManifest;

type ReadData = ContextData<typeof manifest.outputs>;

/** Reads one slice. */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
  const profile = readKeptProfile(host, given.cluster);
  const answer = readAhead(host, openPanorama(host, profile), profile, slice);
  const head = { Cluster: profile.cluster, Done: true, Reasons: [] };
  switch (answer.kind) {
    case 'read':
      return [entryOf('Panorama is read', head, 'What stands around the device group is known.')];
    case 'paused':
      return [entryOf('Reading Panorama', { ...head, Done: false }, answer.told)];
    case 'failed': {
      const reasons = messages([answer.problem]);
      return [entryOf('Panorama cannot be read', { ...head, Reasons: reasons }, reasons.join(' '))];
    }
  }
}

function entryOf(title: string, data: ReadData, told: string): WarRoomEntry {
  return clusterEntry(manifest.outputs, title, data, paragraph(told));
}
