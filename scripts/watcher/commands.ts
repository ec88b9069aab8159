import type { Table } from '../policy/views/table';
import { errorEntry, type WarRoomEntry } from '../xsoar/entries';
import type { ArgumentValues } from '../xsoar/manifest';
import { contextEntry } from '../xsoar/outputs';
import { markdownTable, paragraph } from '../xsoar/markdown';
import type { Client } from './api/client';
import { GET_SNAPSHOT, REPORT_OUTCOME } from './manifest';
import { readPolicyReferences } from './report/policyreferences';
import { reportOutcome, type ReportResult } from './report/report';
import { countOf, takeSnapshot, type TakenSnapshot } from './snapshot/snapshot';
import { cachedSnapshot, cacheSnapshot, MOST_OF_ONE, type Caching } from './snapshot/snapshotcache';

/** `cnseries-get-snapshot`: the objects are the entry's contents; the context holds only counts. */
export function getSnapshot(given: ArgumentValues<typeof GET_SNAPSHOT>, client: Client): WarRoomEntry {
  const id = given.snapshot_id;
  if (id !== undefined) return snapshotEntry(cachedSnapshot(client.host, id), 'cached');
  const snapshot = takeSnapshot(client);
  return snapshotEntry(snapshot, cacheSnapshot(client.host, snapshot));
}

function snapshotEntry(snapshot: TakenSnapshot, caching: Caching): WarRoomEntry {
  const data = {
    Cluster: snapshot.Cluster,
    ClusterUID: snapshot.ClusterUID,
    SnapshotId: snapshot.SnapshotId,
    TakenAt: snapshot.TakenAt,
    Policies: countOf(snapshot, 'NetworkPolicy'),
    Namespaces: countOf(snapshot, 'Namespace'),
    Pods: countOf(snapshot, 'Pod'),
    Services: countOf(snapshot, 'Service'),
    Nodes: countOf(snapshot, 'Node'),
  };
  const counts = [data.Policies, data.Namespaces, data.Pods, data.Services, data.Nodes].map(String);
  const table: Table = {
    title: 'Snapshot of ' + snapshot.Cluster,
    columns: ['Snapshot', 'Taken', 'Policies', 'Namespaces', 'Pods', 'Services', 'Nodes'],
    rows: [[snapshot.SnapshotId.slice(0, 12), snapshot.TakenAt].concat(counts)],
  };
  const text = markdownTable(table) + (caching === 'cached' ? '' : paragraph(notCached()));
  return { ...contextEntry(GET_SNAPSHOT.outputs, text, data), Contents: snapshot };
}

function notCached(): string {
  return (
    'The snapshot is not kept: it has more than ' +
    String(MOST_OF_ONE) +
    ' characters. It cannot be had again by its ID, and each automation takes a new one.'
  );
}

/** `cnseries-report-outcome`. */
export function writeOutcome(given: ArgumentValues<typeof REPORT_OUTCOME>, client: Client): WarRoomEntry {
  const references = readPolicyReferences(given.policies);
  const outcome = { type: given.type, reason: given.reason, message: given.message };
  const result = reportOutcome(client, references, outcome);
  if (result.failures.length > 0) return errorEntry(failureText(result));
  const data = {
    Cluster: client.settings.cluster,
    Reason: given.reason,
    Written: result.written,
    Skipped: result.skipped,
  };
  return contextEntry(REPORT_OUTCOME.outputs, outcomeText(result), data);
}

function failureText(result: ReportResult): string {
  return (
    'Not all Events could be written. ' +
    result.failures.join(' ') +
    ' Policies that got their Event: ' +
    String(result.written) +
    '.'
  );
}

function outcomeText(result: ReportResult): string {
  const written = String(result.written) + (result.written === 1 ? ' policy has' : ' policies have') + ' the Event.';
  const skipped = result.skipped.length === 0 ? '' : ' Skipped: ' + result.skipped.join('; ') + '.';
  return paragraph(written + skipped);
}
