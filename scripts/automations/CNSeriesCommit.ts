import {
  beginCommit,
  continueCommit,
  type CommitOutcome,
  type CommitProgress,
  type CommitStep,
} from '../panorama/commit/commit';
import { readDevices } from '../panorama/api/devices';
import type { PanoramaPort } from '../panorama/api/port';
import type { ClusterProfile } from '../policy/profile/types';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import { incidentId } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import type { ContextData } from '../xsoar/outputs';
import { paragraph } from '../xsoar/markdown';
import { appliedMark, recall, remember, rememberCommitted, type CommitRecord } from '../case/memory';
import { neighboursOf, runOfNeighbour } from '../case/neighbours';
import { unsettledReason } from '../case/unsettled';
import { openPanorama } from '../xsoar/panorama';
import { failWithoutAnswer, messages, problemsMarkdown } from '../xsoar/problemtext';
import { readKeptProfile } from '../xsoar/settings';
import { changeDescription } from '../case/changedescription';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesCommit',
  description:
    "Commits what the runs of a cluster wrote, and nothing of anybody else's, to the running configuration of Panorama.",
  details: [
    'It validates first, then commits the changes of the administrator that the cluster profile names as `panoramaAdmin`, in the device group of the cluster. Before Panorama 11.0.1, reordered rules need a full commit, which is done only if nobody else has anything pending.',
    'It never waits: run it again with the same arguments until `CNSeries.Commit.Done` is true. Two commits of a cluster are at least `commit.minIntervalMinutes` of its profile apart.',
    'If Panorama takes no commit because it is at another one, or its queue is full, it is asked again later, for 15 minutes at most. A job that has not ended after 20 minutes is a failure that names the job; it is looked at again by the next run, and no second one is asked for.',
    'The firewalls get the rules by `CNSeriesPush`.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
  },
  outputs: {
    path: 'CNSeries.Commit',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Done: { type: 'Boolean', description: 'Whether it is over. If not, run again with the same arguments.' },
      Outcome: {
        type: 'String',
        choices: ['', 'committed', 'nothing', 'failed'],
        description: 'The outcome, "committed", "nothing" (there was nothing to commit) or "failed". Empty until done.',
      },
      Job: { type: 'String', description: "The number of Panorama's job." },
      Reasons: { type: 'String', list: true, description: 'Why it failed, or what it waits for.' },
      Warnings: { type: 'String', list: true, description: "Panorama's warnings." },
    },
  },
} as const satisfies AutomationManifest;

type CommitData = ContextData<typeof manifest.outputs>;

const NEVER: CommitRecord = { committed: 0, outOfSync: [], unpushed: false, lagging: [] };

/** Begins a commit, or looks after the one that is under way. */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const record = recall(host, profile.cluster, 'commit') || NEVER;
  const port = openPanorama(host, profile);
  const begun = stillBegun(host, profile, record);
  const other =
    begun !== undefined && begun.phase === 'committing' ? undefined : runOfNeighbour(host, neighboursOf(host, profile));
  if (begun !== undefined && other === undefined && !isTimeToAsk(begun)) {
    return [settle(profile, host, record, continueCommit(port, profile, begun, Date.now()))];
  }
  const unsettled = unsettledReason(host, profile.cluster);
  if (unsettled !== undefined) return [unsettledEntry(profile.cluster, unsettled)];
  if (other !== undefined) return [waitingEntry(profile.cluster, other)];
  const rest = record.committed + profile.commit.minIntervalMinutes * 60000 - Date.now();
  if (record.committed > 0 && rest > 0) return [waitingEntry(profile.cluster, intervalText(rest))];
  const mark = appliedMark(host, profile.cluster);
  const applied = recall(host, profile.cluster, 'applied');
  const summary = applied === undefined ? record.summary : applied.summary;
  const before: CommitRecord = { ...record, of: mark, summary, outOfSync: outOfSync(port, profile, record) };
  const description = changeDescription(host, profile, summary);
  const waiting = begun === undefined ? undefined : begun.waiting;
  return [settle(profile, host, before, beginCommit(port, profile, description, Date.now(), waiting))];
}

/** What was validated, or waits to be, is no longer what is to be committed once rules were applied since. */
function stillBegun(host: Host, profile: ClusterProfile, record: CommitRecord): CommitProgress | undefined {
  const { progress } = record;
  const isAsked = progress !== undefined && progress.phase === 'committing';
  return isAsked || !isOutrun(host, profile, record) ? progress : undefined;
}

/** Panorama was busy, and may not be any more: everything is checked again. */
function isTimeToAsk({ phase, waiting }: CommitProgress): boolean {
  return phase === 'waiting' && (waiting === undefined || Date.now() >= waiting.next);
}

/**
 * The firewalls that a push would bring somebody else's committed changes to: those that are out of sync, and not
 * because of this cluster's own commits and pushes.
 *
 * @throws a user error where they cannot be read: then nobody would be asked before the push
 */
function outOfSync(port: PanoramaPort, profile: ClusterProfile, record: CommitRecord): readonly string[] {
  if (record.unpushed) return record.outOfSync;
  const answer = readDevices(port, profile.deviceGroup);
  if (answer.kind === 'failed') throw userError(messages([answer.problem])[0]);
  return answer.devices
    .filter((device) => !device.inSync && record.lagging.indexOf(device.serial) < 0)
    .map((device) => device.name);
}

function settle(profile: ClusterProfile, host: Host, record: CommitRecord, step: CommitStep): WarRoomEntry {
  if (!step.done) {
    remember(host, profile.cluster, 'commit', { ...record, progress: step.progress, updated: Date.now() });
    return underWayEntry(profile.cluster, step.progress);
  }
  if (step.outcome.kind === 'failed') failWithoutAnswer(step.outcome.problems);
  if (step.goesOn !== undefined) {
    remember(host, profile.cluster, 'commit', { ...record, progress: step.goesOn, updated: Date.now() });
    return outcomeEntry(profile.cluster, step.outcome, true);
  }
  const isCommitted = step.outcome.kind === 'committed';
  const outrun = isCommitted && isOutrun(host, profile, record);
  remember(host, profile.cluster, 'commit', {
    committed: isCommitted ? Date.now() : record.committed,
    job: step.outcome.kind === 'committed' ? step.outcome.job : record.job,
    summary: record.summary,
    outOfSync: record.outOfSync,
    unpushed: record.unpushed || isCommitted,
    lagging: record.lagging,
    reached: record.reached,
    incident: isCommitted ? incidentId(host) : record.incident,
  });
  if (outrun) return outrunEntry(profile.cluster);
  // Nothing to commit may mean that somebody reverted it: only what is verified counts then.
  if (isCommitted) rememberCommitted(host, profile.cluster);
  return outcomeEntry(profile.cluster, step.outcome, false);
}

/** Rules were applied since the commit began, perhaps by another incident that took over: they are not in it. */
function isOutrun(host: Host, profile: ClusterProfile, record: CommitRecord): boolean {
  const mark = appliedMark(host, profile.cluster);
  return mark !== '' && mark !== record.of;
}

function empty(cluster: string): CommitData {
  return { Cluster: cluster, Done: false, Outcome: '', Job: '', Reasons: [], Warnings: [] };
}

function intervalText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return 'The last commit of this cluster is not long ago; the next one may start in ' + String(seconds) + ' s.';
}

function waitingEntry(cluster: string, reason: string): WarRoomEntry {
  return entryOf('Waiting', { ...empty(cluster), Reasons: [reason] }, paragraph(reason));
}

function unsettledEntry(cluster: string, reason: string): WarRoomEntry {
  const data: CommitData = { ...empty(cluster), Done: true, Outcome: 'failed', Reasons: [reason] };
  return entryOf('Not committed', data, paragraph(reason));
}

function outrunEntry(cluster: string): WarRoomEntry {
  const reason = 'Rules were applied after this commit had begun; they are committed next.';
  return entryOf('Committed in part', { ...empty(cluster), Reasons: [reason] }, paragraph(reason));
}

function underWayEntry(cluster: string, { phase, job, waiting }: CommitProgress): WarRoomEntry {
  if (phase === 'waiting') {
    const said = waiting === undefined ? '' : ': ' + waiting.said;
    const reason = 'Panorama is at something else, and takes the commit later' + said;
    return entryOf('Waiting', { ...empty(cluster), Reasons: [reason] }, paragraph(reason));
  }
  const doing = phase === 'validating' ? 'Panorama validates the changes' : 'Panorama commits';
  const reason = doing + ' (job ' + job + ').';
  return entryOf('Under way', { ...empty(cluster), Job: job, Reasons: [reason] }, paragraph(reason));
}

/** @param goesOn the job may end yet */
function outcomeEntry(cluster: string, outcome: CommitOutcome, goesOn: boolean): WarRoomEntry {
  const data: CommitData = { ...empty(cluster), Done: true, Outcome: outcome.kind };
  switch (outcome.kind) {
    case 'committed': {
      const told = paragraph('The running configuration of Panorama holds the rules (job ' + outcome.job + ').');
      const warnings = outcome.warnings.map(paragraph).join('');
      return entryOf('Committed', { ...data, Job: outcome.job, Warnings: outcome.warnings }, told + warnings);
    }
    case 'nothing':
      return entryOf('Nothing to commit', data, paragraph('The running configuration held everything already.'));
    case 'failed': {
      const isOpen = goesOn || outcome.problems.some((found) => found.code === 'unknown-job');
      const nothing = 'Nothing was committed; the changes stay in the candidate configuration.';
      const told = paragraph(isOpen ? 'Nobody knows yet whether the changes are committed.' : nothing);
      const reasons = messages(outcome.problems);
      return entryOf('Not committed', { ...data, Reasons: reasons }, told + problemsMarkdown(outcome.problems));
    }
  }
}

function entryOf(title: string, data: CommitData, markdown: string): WarRoomEntry {
  return clusterEntry(manifest.outputs, title, data, markdown);
}
