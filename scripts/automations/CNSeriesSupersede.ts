import { CLUSTER_ARGUMENT } from '../xsoar/clusterinput';
import { resultEntry, type WarRoomEntry } from '../xsoar/entries';
import { ENTRY_TYPE, onlyEntry, type Host } from '../xsoar/host';
import { INCIDENT_TYPE } from '../xsoar/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { heading, paragraph } from '../xsoar/markdown';
import { recall } from '../xsoar/memory';

export const manifest = {
  name: 'CNSeriesSupersede',
  description:
    'Closes older open incidents of a cluster, since the newest one looks at the whole cluster and carries out what they were about.',
  details: [
    'An older incident whose rules are being written at this moment stays open. Each closed one is linked to the newer one and says so in its closing notes.',
  ],
  tags: ['CN-Series'],
  arguments: { cluster: { ...CLUSTER_ARGUMENT, positional: true } },
  outputs: [
    { contextPath: 'CNSeries.Supersede.Cluster', description: 'The cluster.', type: 'String' },
    {
      contextPath: 'CNSeries.Supersede.Closed',
      description: 'The IDs of the incidents that were closed.',
      type: 'String',
    },
    {
      contextPath: 'CNSeries.Supersede.Newer',
      description: 'The ID of a newer open incident of the cluster. Empty if this is the newest.',
      type: 'String',
    },
  ],
} as const satisfies AutomationManifest;

/** What stands in the context under `CNSeries.Supersede`. */
interface SupersedeData {
  readonly Cluster: string;
  readonly Closed: readonly string[];
  readonly Newer: string;
}

export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const own = host.incident === undefined ? '' : host.incident.id;
  if (own === '') return [entryOf({ Cluster: given.cluster, Closed: [], Newer: '' }, 'This runs in no incident.')];
  const others = openIncidents(host, given.cluster).filter((id) => id !== own);
  const newer = others.filter((id) => Number(id) > Number(own));
  const busy = recall(host, given.cluster, 'run');
  const closed: string[] = [];
  for (const id of others) {
    if (Number(id) > Number(own) || (busy !== undefined && busy.incident === id)) continue;
    if (close(host, id, own)) closed.push(id);
  }
  const told = closed.length === 0 ? 'There is no older open one.' : 'Closed as superseded: ' + closed.join(', ') + '.';
  const data = { Cluster: given.cluster, Closed: closed, Newer: newer.length === 0 ? '' : newer[newer.length - 1] };
  return [entryOf(data, told)];
}

/**
 * The open incidents of this pack for the cluster, oldest first. `getIncidents` answers with `data` of a search; custom
 * fields are not searchable, so that the cluster is compared here.
 */
function openIncidents(host: Host, cluster: string): string[] {
  const query = 'type:"' + INCIDENT_TYPE + '" and -status:closed';
  const entry = onlyEntry(host.executeCommand('getIncidents', { query: query, size: '500' }), 'Older incidents');
  const contents = entry.Contents as { readonly data?: unknown } | null;
  const data = contents !== null && typeof contents === 'object' && Array.isArray(contents.data) ? contents.data : [];
  return (data as FoundIncident[])
    .filter((incident) => clusterOf(incident) === cluster)
    .map((incident) => String(incident.id))
    .sort((a, b) => Number(a) - Number(b));
}

interface FoundIncident {
  readonly id?: unknown;
  readonly CustomFields?: { readonly cnseriescluster?: unknown } | null;
}

function clusterOf(incident: FoundIncident): unknown {
  return incident.CustomFields ? incident.CustomFields.cnseriescluster : undefined;
}

/** Closes and links; false where the server does not let us, which harms nobody: its plan is stale by now. */
function close(host: Host, id: string, by: string): boolean {
  const closed = host.executeCommand('closeInvestigation', {
    id: id,
    closeReason: 'Duplicate',
    closeNotes: 'Superseded by incident ' + by + ', which carries out the whole cluster.',
  });
  if (closed.some((entry) => entry.Type === ENTRY_TYPE.error)) return false;
  host.executeCommand('setIncident', { id: id, cnseriesstate: 'superseded' });
  host.executeCommand('linkIncidents', { incidentId: by, linkedIncidentIDs: id });
  return true;
}

function entryOf(data: SupersedeData, told: string): WarRoomEntry {
  const text = heading(2, 'Older incidents: ' + data.Cluster) + paragraph(told);
  return resultEntry(text, 'CNSeries.Supersede(val.Cluster == obj.Cluster)', data);
}
