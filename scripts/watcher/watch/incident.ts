import { compareText, hasKey } from '../../policy/text/canonical';
import type { Table } from '../../policy/views/table';
import { markdownTable, paragraph } from '../../xsoar/markdown';
import type { Change, ChangeKind } from './changes';

/**
 * Why a fetch raises an incident. `relisted`: the API server no longer had the single changes, and all was listed
 * again.
 */
export type IncidentReason = 'first' | 'changed' | 'relisted';

/** What the incident's `rawJSON` holds; classifier, mapper and playbook read it. */
export interface IncidentData {
  readonly cluster: string;
  readonly clusterUID: string;
  readonly reason: IncidentReason;
  /** At most 500, policies first. */
  readonly changes: readonly Change[];
  /** How many more changes there were. */
  readonly omittedChanges: number;
  /** Markdown. */
  readonly summary: string;
  /** Hash of everything that was compared: the same cluster, the same hash. */
  readonly digest: string;
}

/** An incident as `fetch-incidents` returns it (Cortex XSOAR documentation, "Fetching Incidents"). */
export interface FetchedIncident {
  readonly name: string;
  readonly occurred: string;
  readonly rawJSON: string;
}

/** What the incident is made of. */
export interface IncidentFacts {
  readonly cluster: string;
  readonly clusterUID: string;
  readonly reason: IncidentReason;
  readonly changes: readonly Change[];
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MOST_CHANGES = 500;

/** Kinds in order of importance, with their names in counts. */
const NOUNS: { readonly [Kind in ChangeKind]: readonly [string, string] } = {
  NetworkPolicy: ['policy', 'policies'],
  Namespace: ['namespace', 'namespaces'],
  Service: ['Service', 'Services'],
  Node: ['node', 'nodes'],
  Pods: ["namespace's pods", "namespaces' pods"],
};
const KINDS: readonly ChangeKind[] = ['NetworkPolicy', 'Namespace', 'Service', 'Node', 'Pods'];

/** The incident for the changes of one fetch. */
export function makeIncident(facts: IncidentFacts): FetchedIncident {
  const sorted = facts.changes.slice().sort(compareChanges);
  const listed = sorted.slice(0, MOST_CHANGES);
  const counts = countText(sorted);
  const name = facts.reason === 'first' ? counts + ' found' : counts + ' changed';
  const data: IncidentData = {
    cluster: facts.cluster,
    clusterUID: facts.clusterUID,
    reason: facts.reason,
    changes: listed,
    omittedChanges: sorted.length - listed.length,
    summary: summary(facts, counts, listed, sorted.length - listed.length),
    digest: facts.digest,
  };
  return {
    name: 'CN-Series ' + facts.cluster + ': ' + name,
    occurred: new Date(facts.at).toISOString(),
    rawJSON: JSON.stringify(data),
  };
}

function compareChanges(a: Change, b: Change): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name) ||
    compareText(a.action, b.action)
  );
}

/** `3 policies, 1 namespace`; policies are counted even where there are none. */
function countText(changes: readonly Change[]): string {
  const counts: { [kind: string]: number } = {};
  for (const change of changes) counts[change.kind] = (hasKey(counts, change.kind) ? counts[change.kind] : 0) + 1;
  const texts: string[] = [];
  for (const kind of KINDS) {
    const count = hasKey(counts, kind) ? counts[kind] : 0;
    if (count > 0) texts.push(String(count) + ' ' + NOUNS[kind][count === 1 ? 0 : 1]);
  }
  return texts.length === 0 ? 'no policies' : texts.join(', ');
}

const REASONS: { readonly [Reason in IncidentReason]: string } = {
  first: 'This is the first look at the cluster: all its policies count as new.',
  changed: 'The API server reported these changes, or a regular check found them.',
  relisted:
    'The API server no longer had the single changes; these were found by comparing with what was known before.',
};

function summary(facts: IncidentFacts, counts: string, changes: readonly Change[], omitted: number): string {
  const verb = facts.reason === 'first' ? ' found.' : ' changed.';
  return (
    paragraph('Cluster ' + facts.cluster + ': ' + counts + verb + ' ' + REASONS[facts.reason]) +
    (changes.length === 0 ? '' : markdownTable(changeTable(changes))) +
    (omitted > 0 ? paragraph(String(omitted) + ' more changes are not listed.') : '')
  );
}

function changeTable(changes: readonly Change[]): Table {
  return {
    title: 'Changes',
    columns: ['Kind', 'Namespace', 'Name', 'Change'],
    rows: changes.map((change) => [change.kind, change.namespace || '-', change.name || 'all', change.action]),
  };
}
