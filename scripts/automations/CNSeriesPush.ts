import type { PanoramaPort } from '../panorama/api/port';
import { othersCommits } from '../panorama/commit/otherscommits';
import type { DevicePush } from '../panorama/commit/grouppush';
import {
  beginPush,
  continuePush,
  devicesOf,
  jobsOf,
  type PushOutcome,
  type PushProgress,
  type PushStep,
} from '../panorama/commit/push';
import { listed } from '../policy/text/words';
import { tableOf, type Column } from '../policy/views/table';
import type { ClusterProfile } from '../policy/profile/types';
import { failWithoutAnswer, messages, problemsMarkdown } from '../xsoar/problemtext';
import { changeDescription } from '../case/changedescription';
import { pushedWhere, type LiveContent } from '../case/livewhere';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import type { WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import type { ContextData } from '../xsoar/outputs';
import { markdownTable, paragraph } from '../xsoar/markdown';
import { forget, recall, remember, type CommitRecord } from '../case/memory';
import { unsettledReason } from '../case/unsettled';
import { userError } from '../xsoar/errors';
import { openPanorama } from '../xsoar/panorama';
import { readKeptProfile } from '../xsoar/settings';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesPush',
  description: 'Pushes the committed policy of the device group of a cluster to its firewalls, without templates.',
  details: [
    'The firewalls of device groups below it inherit the rules. A push by the XML API does not reach them, so that each device group with firewalls gets a job of its own, four at a time.',
    'It never waits: run it again with the same arguments until `CNSeries.Push.Done` is true. What counts is what each firewall says, not the job as a whole; firewalls that are not connected are listed and do not make it fail.',
    'If firewalls were out of sync before the commit, a push would bring them somebody else\'s committed changes too. The same is true of what others commit in Panorama between our commit and our push. Then nothing is pushed (outcome "held") unless `despite_others` says so.',
    'If Panorama takes no push because it is at something else, or its queue is full, it is asked again later, for 15 minutes at most. A job that has not ended after 20 minutes is a failure that names the job; it is looked at again by the next run, and no second one is asked for.',
    'While a run of the cluster is writing rules, or was broken off, nothing is pushed.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    despite_others: {
      kind: 'choice',
      choices: ['true', 'false'],
      defaultValue: 'false',
      description: 'If "true", other people\'s committed changes may go along. Default is "false".',
    },
  },
  outputs: {
    path: 'CNSeries.Push',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Done: { type: 'Boolean', description: 'Whether it is over. If not, run again with the same arguments.' },
      Outcome: {
        type: 'String',
        choices: ['', 'pushed', 'nothing', 'held', 'failed'],
        description:
          'The outcome, "pushed", "nothing" (there was nothing to push), "held" (other people\'s changes would go along) or "failed". Empty until done.',
      },
      Job: {
        type: 'String',
        description: "The number of Panorama's job; several, with commas, where device groups below have firewalls.",
      },
      Reasons: { type: 'String', list: true, inForms: true, description: 'Why it failed, is held, or goes on.' },
      Where: {
        type: 'String',
        description: 'Which firewalls have the rules, and which do not, as far as it is known.',
      },
      Devices: {
        objects: {
          Name: { type: 'String', description: 'The name of a firewall.' },
          Serial: { type: 'String', description: 'The serial number of a firewall.' },
          State: {
            type: 'String',
            choices: ['succeeded', 'failed', 'disconnected', 'pending'],
            description: 'How a firewall fared, "succeeded", "failed", "disconnected" or "pending".',
          },
          Messages: { type: 'String', list: true, description: 'What a firewall says.' },
        },
      },
    },
  },
} as const satisfies AutomationManifest;

type PushData = ContextData<typeof manifest.outputs>;

/** Begins a push, or looks after the one that is under way. */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const port = openPanorama(host, profile);
  const record = recall(host, profile.cluster, 'push');
  const commit = recall(host, profile.cluster, 'commit');
  const committed = commit === undefined ? 0 : commit.committed;
  if (record !== undefined) {
    const since = record.commit === undefined ? 0 : record.commit;
    const step = continuePush(port, profile, record.progress, Date.now());
    if (!isStuck(step) || since === committed) return [settle(profile, host, since, committed, step)];
    forget(host, profile.cluster, 'push');
  }
  const unsettled = unsettledReason(host, profile.cluster);
  if (unsettled !== undefined) return [unsettledEntry(profile.cluster, unsettled)];
  const reasons = given.despite_others === 'false' ? othersReasons(port, profile, commit) : [];
  if (reasons.length > 0) return [heldEntry(profile.cluster, reasons)];
  const begun = beginPush(port, profile, changeDescription(host, profile, commit && commit.summary), Date.now());
  return [settle(profile, host, committed, committed, begun)];
}

/**
 * Whether nothing is waited for but firewalls that never said how they fared: these must not keep a later commit from all
 * others, which is pushed anew.
 */
function isStuck(step: PushStep): boolean {
  if (!step.done || step.goesOn === undefined || step.outcome.kind !== 'failed') return false;
  return step.outcome.problems.some(({ code }) => code === 'unfinished-job');
}

/**
 * What a push would bring the firewalls besides this cluster's rules, a sentence for each kind.
 *
 * @throws a user error where that cannot be read: then nobody would be asked before the push
 */
function othersReasons(port: PanoramaPort, profile: ClusterProfile, commit: CommitRecord | undefined): string[] {
  if (commit === undefined) return [];
  const reasons: string[] = [];
  if (commit.outOfSync.length > 0) {
    reasons.push(
      "These firewalls were out of sync before the commit; a push brings them somebody else's committed changes too: " +
        listed(commit.outOfSync, 10) +
        '.',
    );
  }
  const isOwed = commit.unpushed || commit.lagging.length > 0;
  if (!isOwed || commit.job === undefined) return reasons;
  const others = othersCommits(port, commit.job, profile.panoramaAdmin);
  if (others.kind === 'failed') throw userError(messages([others.problem])[0]);
  if (others.commits.length > 0) {
    reasons.push(
      'Others committed in Panorama after our commit; a push brings that along: ' + listed(others.commits) + '.',
    );
  }
  return reasons;
}

/**
 * Notes how far a push is, or what came of it.
 *
 * @param since the time of the commit that is pushed
 * @param committed the time of the last commit
 */
function settle(profile: ClusterProfile, host: Host, since: number, committed: number, step: PushStep): WarRoomEntry {
  const content = contentOf(host, profile);
  if (!step.done) {
    remember(host, profile.cluster, 'push', { commit: since, progress: step.progress });
    return underWayEntry(profile.cluster, step.progress, content);
  }
  if (step.goesOn !== undefined) remember(host, profile.cluster, 'push', { commit: since, progress: step.goesOn });
  if (step.outcome.kind === 'failed') failWithoutAnswer(step.outcome.problems);
  if (step.goesOn !== undefined) return outcomeEntry(profile.cluster, step.outcome, content);
  forget(host, profile.cluster, 'push');
  if (since !== committed) return outrunEntry(profile.cluster);
  noteReached(profile, host, step.outcome);
  return outcomeEntry(profile.cluster, step.outcome, content);
}

/** What was applied is in the running configuration if our commit took it there; what people say is verified later. */
function contentOf(host: Host, profile: ClusterProfile): LiveContent {
  return recall(host, profile.cluster, 'applied') === undefined ? 'the rules' : "Panorama's running configuration";
}

/** Which firewalls have everything now, and which lag behind because of this cluster. */
function noteReached(profile: ClusterProfile, host: Host, outcome: PushOutcome): void {
  const commit = recall(host, profile.cluster, 'commit');
  if (commit === undefined) return;
  const devices = outcome.kind === 'nothing' ? [] : outcome.devices;
  const isReached = (device: DevicePush): boolean => device.state === 'succeeded';
  const lagging = devices.filter((device) => !isReached(device)).map((device) => device.serial);
  const reached = devices.filter(isReached).map((device) => device.serial);
  const isOver = isDelivered(outcome);
  remember(host, profile.cluster, 'commit', {
    // A commit that began meanwhile goes on.
    progress: commit.progress,
    of: commit.of,
    job: commit.job,
    summary: commit.summary,
    committed: commit.committed,
    outOfSync: isOver ? [] : commit.outOfSync,
    unpushed: commit.unpushed && !isOver,
    lagging,
    reached: outcome.kind === 'nothing' ? commit.reached : reached,
    pushed: outcome.kind === 'pushed' ? lastOf(outcome.job) : commit.pushed,
  });
}

/** Of `17, 18` the last one. */
function lastOf(jobs: string): string {
  return String(
    jobs
      .split(', ')
      .map(Number)
      .reduce((a, b) => Math.max(a, b)),
  );
}

/** That no firewalls were found says nothing about what those have that there are: they are looked at again. */
function isDelivered(outcome: PushOutcome): boolean {
  return outcome.kind === 'pushed' || (outcome.kind === 'nothing' && outcome.reason === 'no-changes');
}

function empty(cluster: string): PushData {
  return { Cluster: cluster, Done: false, Outcome: '', Job: '', Reasons: [], Where: '', Devices: [] };
}

function underWayEntry(cluster: string, progress: PushProgress, content: LiveContent): WarRoomEntry {
  const devices = devicesOf(progress);
  const job = jobsOf(progress);
  const { waiting } = progress;
  const busy = waiting === undefined ? '' : ' It is at something else, and takes further pushes later: ' + waiting.said;
  const reason = (job === '' ? 'Panorama has not begun to push.' : 'Panorama pushes (job ' + job + ').') + busy;
  const told = { Job: job, Reasons: [reason], Where: pushedWhere(devices, content), Devices: deviceData(devices) };
  return entryOf('Under way', { ...empty(cluster), ...told }, paragraph(reason) + devicesMarkdown(devices));
}

function outrunEntry(cluster: string): WarRoomEntry {
  const reason = 'The push that was under way began before the last commit, which is pushed next.';
  return entryOf('Pushed in part', { ...empty(cluster), Reasons: [reason] }, paragraph(reason));
}

function unsettledEntry(cluster: string, reason: string): WarRoomEntry {
  const data: PushData = { ...empty(cluster), Done: true, Outcome: 'failed', Reasons: [reason] };
  return entryOf('Not pushed', data, paragraph(reason));
}

function heldEntry(cluster: string, reasons: readonly string[]): WarRoomEntry {
  const told = reasons.concat(['Look at this in Panorama, then push with despite_others=true.']);
  const data: PushData = { ...empty(cluster), Done: true, Outcome: 'held', Reasons: told };
  return entryOf('Held', data, told.map(paragraph).join(''));
}

function outcomeEntry(cluster: string, outcome: PushOutcome, content: LiveContent): WarRoomEntry {
  const data: PushData = { ...empty(cluster), Done: true, Outcome: outcome.kind };
  switch (outcome.kind) {
    case 'pushed': {
      const more = {
        Job: outcome.job,
        Where: pushedWhere(outcome.devices, content),
        Devices: deviceData(outcome.devices),
      };
      const told = paragraph('Every connected firewall has the policy (job ' + outcome.job + ').');
      return entryOf('Pushed', { ...data, ...more }, told + devicesMarkdown(outcome.devices));
    }
    case 'nothing': {
      const isAlone = outcome.reason === 'no-devices';
      const told = isAlone
        ? 'Neither the device group nor one below it has firewalls.'
        : 'Panorama has nothing to push.';
      return entryOf('Nothing to push', { ...data, Reasons: [told] }, paragraph(told));
    }
    case 'failed': {
      const more = {
        Reasons: messages(outcome.problems),
        Where: pushedWhere(outcome.devices, content),
        Devices: deviceData(outcome.devices),
      };
      const told = problemsMarkdown(outcome.problems) + devicesMarkdown(outcome.devices);
      return entryOf('Not pushed', { ...data, ...more }, told);
    }
  }
}

function deviceData(devices: readonly DevicePush[]): PushData['Devices'] {
  return devices.map((device) => ({
    Name: device.name,
    Serial: device.serial,
    State: device.state,
    Messages: device.messages,
  }));
}

const COLUMNS: readonly Column<DevicePush>[] = [
  { heading: 'Firewall', cell: (device) => device.name },
  { heading: 'Serial number', cell: (device) => device.serial },
  { heading: 'State', cell: (device) => device.state },
  { heading: 'What it says', cell: (device) => device.messages.join(' ') },
];

function devicesMarkdown(devices: readonly DevicePush[]): string {
  return devices.length === 0 ? '' : markdownTable(tableOf('Firewalls', COLUMNS, devices));
}

function entryOf(title: string, data: PushData, markdown: string): WarRoomEntry {
  return clusterEntry(manifest.outputs, title, data, markdown);
}
