import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import { recall } from '../case/memory';
import { runName } from '../case/runnotice';
import { busyReason, takeBackRun } from '../case/takeback';
import type { WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { paragraph } from '../xsoar/markdown';
import type { ContextData } from '../xsoar/outputs';
import { messages } from '../xsoar/problemtext';
import { readKeptProfile } from '../xsoar/settings';
import { SLICE_MILLISECONDS, sliceFrom } from '../xsoar/slice';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesTakeBack',
  description:
    'Takes back an apply that was cut off: undoes what it wrote into the candidate configuration of Panorama, and frees the lock that it holds.',
  details: [
    'For a run whose automation was stopped by a time limit, or whose server stopped. Only what that run wrote is undone, one operation after the other; nothing is reverted. The next plan of the cluster is made from what was there before.',
    'A run that is still under way is left alone: wait until it has been silent for ten minutes, or run this in its own incident.',
    'The automation works for 45 seconds at most. If `CNSeries.TakeBack.Done` is false then, run it again.',
  ],
  tags: ['CN-Series'],
  arguments: { cluster: { ...CLUSTER_ARGUMENT, positional: true } },
  outputs: {
    path: 'CNSeries.TakeBack',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Done: { type: 'Boolean', description: 'Whether it is over. If not, run again.' },
      Outcome: {
        type: 'String',
        choices: ['', 'nothing', 'undone', 'left', 'busy'],
        description:
          'The outcome, "nothing" (nothing was to undo), "undone", "left" (not all could be undone) or "busy" (the run is under way). Empty until done.',
      },
      Leftovers: { type: 'String', list: true, description: 'What could not be undone.' },
    },
  },
} as const satisfies AutomationManifest;

type TakeBackData = ContextData<typeof manifest.outputs>;

/** Takes one slice back. */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const known = recall(host, profile.cluster, 'run');
  const head = { Cluster: profile.cluster, Done: true, Leftovers: [] };
  if (known === undefined) {
    return [entryOf({ ...head, Outcome: 'nothing' }, 'No run of this cluster is under way, and none was cut off.')];
  }
  const busy = busyReason(known, host);
  if (busy !== '') return [entryOf({ ...head, Outcome: 'busy' }, busy)];
  const taken = takeBackRun(host, profile, known, sliceFrom(Date.now(), SLICE_MILLISECONDS));
  switch (taken.kind) {
    case 'nothing':
      return [entryOf({ ...head, Outcome: 'nothing' }, runName(known) + ' had written nothing; its lock is freed.')];
    case 'finished': {
      const told = ' had written and checked everything: its rules stay, and its lock is freed.';
      return [entryOf({ ...head, Outcome: 'nothing' }, runName(known) + told)];
    }
    case 'damaged': {
      const left =
        'What was remembered of the run was edited, so that nothing was undone by it, and the lock stays. Make the plan again and apply that one: it goes on from there, and frees the lock.';
      return [entryOf({ ...head, Outcome: 'left', Leftovers: [left] }, left)];
    }
    case 'paused':
      return [entryOf({ ...head, Done: false, Outcome: '' }, 'It is not over: run again.')];
    case 'over': {
      const { outcome } = taken;
      const leftovers = outcome.kind === 'failed' || outcome.kind === 'applied' ? outcome.leftovers : [];
      if (leftovers.length > 0) {
        return [entryOf({ ...head, Outcome: 'left', Leftovers: leftovers }, leftovers.join(' '))];
      }
      const why = outcome.kind === 'failed' ? ' It was stopped: ' + messages(outcome.problems).join(' ') : '';
      return [entryOf({ ...head, Outcome: 'undone' }, 'What it wrote is undone, and its lock is freed.' + why)];
    }
  }
}

const TITLES: { readonly [Outcome in TakeBackData['Outcome']]: string } = {
  '': 'Taking back',
  nothing: 'Nothing to undo',
  undone: 'Taken back',
  left: 'Not all taken back',
  busy: 'Under way',
};

function entryOf(data: TakeBackData, told: string): WarRoomEntry {
  return clusterEntry(manifest.outputs, TITLES[data.Outcome], data, paragraph(told));
}
