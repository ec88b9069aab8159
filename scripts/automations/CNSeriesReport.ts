import { readClusterProfile, SETTINGS_ARGUMENTS } from '../xsoar/settings';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import { onlyEntry, textOf, ENTRY_TYPE, type Host } from '../xsoar/host';
import { incidentChanges, mergedChanges, noteOnIncident } from '../case/incident';
import { carriedBy } from '../case/memory';
import { BRANDS, chooseInstance } from '../xsoar/instances';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { contextEntry } from '../xsoar/outputs';
import { heading, paragraph } from '../xsoar/markdown';
import type { PolicyState } from '../case/policystates';
import { incidentState, outcomeEvents, STAGES, type Outcome, type Stage } from '../case/outcomes';
import { unfinishedRun } from '../case/runnotice';
import type { ClusterProfile } from '../policy/profile/types';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesReport',
  description:
    'Tells the authors of the changed policies how far their change got, by Events on the NetworkPolicies, and notes the stage on the incident.',
  details: [
    'In an incident of this pack, the policies are those that the incident is about, and those of older incidents that it superseded; a policy that was deleted gets no Event. A refused policy gets what is wrong with it and what to do.',
    'Events that cannot be written do not fail the task: the rules do not depend on them.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    stage: { kind: 'choice', choices: STAGES, required: true, description: 'The stage that was reached.' },
    policies: { kind: 'document', description: 'The states of policies, as CNSeries.Plan.Policies holds them.' },
    rejected: {
      kind: 'list',
      description:
        'The policies that were rejected, as namespace/name; the others are planned again. Default is all, for the stage "rejected".',
    },
    reason: { kind: 'document', description: 'The reason, for the stages that need one; several as a JSON array.' },
    where: {
      kind: 'text',
      description: 'Which firewalls have the rules, as CNSeries.Push.Where or CNSeries.Verify.Where says it.',
    },
    profile: SETTINGS_ARGUMENTS.profile,
  },
  outputs: {
    path: 'CNSeries.Report',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Stage: { type: 'String', description: 'The stage that was reported.' },
      Events: { type: 'Number', description: 'The number of Events written.' },
      Skipped: { type: 'String', list: true, description: 'The policies that got no Event, and why.' },
    },
  },
} as const satisfies AutomationManifest;

/**
 * Writes the Events of a stage, and notes the stage on the incident. What cannot be written is listed and fails
 * nothing.
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const profile = readClusterProfile(host, given);
  const using = chooseInstance(host, profile.watcherInstance, BRANDS.watcher, 'watcherInstance');
  const states = statesOf(given.policies);
  const changes = incidentChanges(host);
  const carried = host.incident === undefined ? [] : carriedBy(host, profile.cluster, host.incident.id);
  const told = mergedChanges([changes, carried]);
  const events = outcomeEvents(
    given.stage,
    told,
    states,
    { reason: reasonText(given.reason) + lockText(given.stage, host, profile), where: textOf(given.where) },
    given.rejected,
  );
  let written = 0;
  let skipped: string[] = [];
  for (const event of events) {
    const answer = report(host, using, event);
    written += answer.written;
    skipped = skipped.concat(answer.skipped);
  }
  const unsaid = noteOnIncident(host, { cnseriesstate: incidentState(given.stage, changes, states) });
  if (unsaid !== '') skipped.push(unsaid);
  const data = { Cluster: profile.cluster, Stage: given.stage, Events: written, Skipped: skipped };
  const text =
    heading(2, 'Told the authors: ' + given.stage) +
    paragraph(String(written) + ' Events written.') +
    skipped.map(paragraph).join('');
  return [contextEntry(manifest.outputs, text, data)];
}

const HELD_UP: readonly Stage[] = ['failed', 'interrupted', 'commit-failed', 'refused'];

/** Authors of a change that was held up hear where it stopped, and why nothing of it can go live. */
function lockText(stage: Stage, host: Host, profile: ClusterProfile): string {
  const notice = HELD_UP.indexOf(stage) >= 0 ? unfinishedRun(host, profile) : '';
  return notice === '' ? '' : ' ' + notice;
}

/** A person's text stays as it is; reasons from the context are sentences. */
function reasonText(given: unknown): string {
  const value: unknown = typeof given === 'string' && given.charAt(0) === '[' ? parsed(given) : given;
  if (Array.isArray(value)) return value.map(String).join(' ');
  return typeof given === 'string' ? given : '';
}

function statesOf(given: unknown): readonly PolicyState[] {
  if (given === undefined) return [];
  const value: unknown = typeof given === 'string' ? parsed(given) : given;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  for (const one of list) {
    const state = one as Partial<PolicyState> | null;
    if (state === null || typeof state.Namespace !== 'string' || typeof state.Name !== 'string') {
      throw userError('The argument "policies" must be what CNSeries.Plan.Policies holds.');
    }
  }
  return list as PolicyState[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface WriteResult {
  readonly written: number;
  readonly skipped: readonly string[];
}

function report(host: Host, using: string, event: Outcome): WriteResult {
  const entries = host.executeCommand('cnseries-report-outcome', {
    policies: event.policies,
    type: event.type,
    reason: event.reason,
    message: event.message,
    ...(using === '' ? {} : { using }),
  });
  if (entries.some((entry) => entry.Type === ENTRY_TYPE.error)) {
    return { written: 0, skipped: entries.map((entry) => textOf(entry.Contents)) };
  }
  const contents = onlyEntry(entries, 'The watcher wrote no Events').Contents as {
    readonly Written?: unknown;
    readonly Skipped?: unknown;
  } | null;
  const isAnswer = contents !== null && typeof contents === 'object';
  return {
    written: isAnswer && typeof contents.Written === 'number' ? contents.Written : 0,
    skipped: isAnswer && Array.isArray(contents.Skipped) ? (contents.Skipped as string[]) : [],
  };
}
