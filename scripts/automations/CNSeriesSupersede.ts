import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import type { WarRoomEntry } from '../xsoar/entries';
import { ENTRY_TYPE, onlyEntry, type Host } from '../xsoar/host';
import {
  changesIn,
  incidentChanges,
  incidentId,
  INCIDENT_TYPE,
  mergedChanges,
  type WatchedChange,
} from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import type { ContextData } from '../xsoar/outputs';
import { paragraph } from '../xsoar/markdown';
import { carriedBy, recall, remember } from '../case/memory';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesSupersede',
  description:
    'Closes older open incidents of a cluster, since the newest one looks at the whole cluster and carries out what they were about.',
  details: [
    'An older incident whose rules are being written at this moment stays open. So does one whose rules stand in Panorama and are not on the firewalls yet, until this incident has applied its own: its rules must not be left behind if this one is rejected.',
    'Each closed one is linked to the newer one and says so in its closing notes.',
  ],
  tags: ['CN-Series'],
  arguments: { cluster: { ...CLUSTER_ARGUMENT, positional: true } },
  outputs: {
    path: 'CNSeries.Supersede',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Closed: { type: 'String', list: true, description: 'The IDs of the incidents that were closed.' },
      Kept: {
        type: 'String',
        list: true,
        description: 'The IDs of older incidents that stay open to see their rules through.',
      },
      Newer: {
        type: 'String',
        description: 'The ID of a newer open incident of the cluster. Empty if this is the newest.',
      },
    },
  },
} as const satisfies AutomationManifest;

type SupersedeData = ContextData<typeof manifest.outputs>;

/**
 * Closes older incidents of the cluster, and takes over the changes that they were about. Does nothing outside an
 * incident.
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const own = incidentId(host);
  if (own === '')
    return [entryOf({ Cluster: given.cluster, Closed: [], Kept: [], Newer: '' }, 'This runs in no incident.')];
  const others = openIncidents(host, given.cluster).filter((other) => other.id !== own);
  const newer = others.filter((other) => Number(other.id) > Number(own));
  const closed: string[] = [];
  const kept: string[] = [];
  const changes: (readonly WatchedChange[])[] = [];
  for (const { id, rawJSON } of others) {
    if (Number(id) > Number(own)) continue;
    if (isNeeded(host, given.cluster, id, own)) kept.push(id);
    else if (close(host, id, own)) {
      closed.push(id);
      changes.push(changesIn(rawJSON), carriedBy(host, given.cluster, id));
    }
  }
  carry(host, given.cluster, own, changes);
  const told = closed.length === 0 ? 'No older one was closed.' : 'Closed as superseded: ' + closed.join(', ') + '.';
  const more = kept.length === 0 ? '' : ' Still seeing their rules through: ' + kept.join(', ') + '.';
  const last = newer.length === 0 ? '' : newer[newer.length - 1].id;
  return [entryOf({ Cluster: given.cluster, Closed: closed, Kept: kept, Newer: last }, told + more)];
}

/** Authors of what was superseded hear from this incident from now on. What it is about itself is not kept twice. */
function carry(host: Host, cluster: string, own: string, changes: readonly (readonly WatchedChange[])[]): void {
  const before = carriedBy(host, cluster, own);
  const about = mergedChanges([incidentChanges(host)]);
  const merged = mergedChanges([about, before].concat(changes)).slice(about.length);
  if (merged.length > before.length)
    remember(host, cluster, 'carried', { incident: own, changes: merged.slice(0, MOST) });
}

/** More changes than this are told to nobody: the plan counts, not the Events. */
const MOST = 1000;

/** Whether an older incident is the one that writes now, or that brings rules in Panorama to the firewalls. */
function isNeeded(host: Host, cluster: string, id: string, own: string): boolean {
  const busy = recall(host, cluster, 'run');
  if (busy !== undefined && busy.incident === id) return true;
  const applied = recall(host, cluster, 'applied');
  if (applied !== undefined && applied.incident === own) return false;
  const commit = recall(host, cluster, 'commit');
  const isCommitter = commit !== undefined && commit.unpushed && commit.incident === id;
  return isCommitter || (applied !== undefined && applied.incident === id);
}

/**
 * The open incidents of this pack for the cluster, oldest first. `getIncidents` answers with `data` of a search; custom
 * fields are not searchable, so that the cluster is compared here.
 */
function openIncidents(host: Host, cluster: string): OpenIncident[] {
  const query = 'type:"' + INCIDENT_TYPE + '" and -status:closed';
  const entry = onlyEntry(host.executeCommand('getIncidents', { query, size: '500' }), 'Older incidents');
  const contents = entry.Contents as { readonly data?: unknown } | null;
  const data = contents !== null && typeof contents === 'object' && Array.isArray(contents.data) ? contents.data : [];
  return (data as FoundIncident[])
    .filter((incident) => clusterOf(incident) === cluster)
    .map((incident) => ({
      id: String(incident.id),
      rawJSON: typeof incident.rawJSON === 'string' ? incident.rawJSON : '',
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

interface OpenIncident {
  readonly id: string;
  readonly rawJSON: string;
}

interface FoundIncident {
  readonly rawJSON?: unknown;
  readonly id?: unknown;
  readonly CustomFields?: { readonly cnseriescluster?: unknown } | null;
}

function clusterOf(incident: FoundIncident): unknown {
  return incident.CustomFields ? incident.CustomFields.cnseriescluster : undefined;
}

/** Closes and links; false where the server does not let us, which harms nobody: its plan is stale by now. */
function close(host: Host, id: string, by: string): boolean {
  const closed = host.executeCommand('closeInvestigation', {
    id,
    closeReason: 'Duplicate',
    closeNotes: 'Superseded by incident ' + by + ', which carries out the whole cluster.',
  });
  if (closed.some((entry) => entry.Type === ENTRY_TYPE.error)) return false;
  host.executeCommand('setIncident', { id, cnseriesstate: 'superseded' });
  host.executeCommand('linkIncidents', { incidentId: by, linkedIncidentIDs: id });
  return true;
}

function entryOf(data: SupersedeData, told: string): WarRoomEntry {
  return clusterEntry(manifest.outputs, 'Older incidents', data, paragraph(told));
}
