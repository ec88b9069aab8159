import { hasKey } from '../policy/text/canonical';
import { oneLine } from '../policy/text/printable';
import { ENTRY_TYPE, type CommandArguments, type Host } from '../xsoar/host';

/** The incident type of this pack. */
export const INCIDENT_TYPE = 'CN-Series Policy Change';

/** The custom fields of the incident type, by the names that commands take. */
export interface IncidentFields {
  readonly cnseriesstate?: string;
  readonly cnseriesplan?: string;
  readonly cnseriesplanhash?: string;
  readonly cnseriesverdict?: string;
  readonly cnseriesapprovedby?: string;
  readonly cnseriesrejectionreason?: string;
  readonly cnserieslock?: string;
}

/** '' where the script runs in none. */
export function incidentId(host: Host): string {
  return host.incident === undefined ? '' : host.incident.id;
}

/** A change that the watcher saw. */
export interface WatchedChange {
  readonly action: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

/**
 * Writes fields of the incident, where the script runs in one of this pack; elsewhere it does nothing. What is written
 * is for people to look at: that it cannot be written stops no run.
 *
 * @returns what the server says against it; '' for nothing
 */
export function noteOnIncident(host: Host, fields: IncidentFields): string {
  if (host.incident === undefined || host.incident.type !== INCIDENT_TYPE) return '';
  const entries = host.executeCommand('setIncident', plainOnOneLine(fields));
  const refused = entries.filter((entry) => entry.Type === ENTRY_TYPE.error);
  return refused.length === 0 ? '' : 'The incident could not be updated: ' + oneLine(String(refused[0].Contents));
}

/** All but the plan, which is Markdown, are shown as plain text. */
function plainOnOneLine(fields: IncidentFields): CommandArguments {
  const written: { [name: string]: string } = {};
  for (const name of Object.keys(fields) as (keyof IncidentFields)[]) {
    const text = fields[name];
    if (text !== undefined) written[name] = name === 'cnseriesplan' ? text : oneLine(text);
  }
  return written;
}

/** The changes that the watcher put into the incident; empty where there is none, or it has another origin. */
export function incidentChanges(host: Host): readonly WatchedChange[] {
  return host.incident === undefined ? [] : changesIn(host.incident.rawJSON);
}

/** Several lists of changes as one: of each object, the first that names it. */
export function mergedChanges(lists: readonly (readonly WatchedChange[])[]): readonly WatchedChange[] {
  const known: { [key: string]: true } = {};
  const merged: WatchedChange[] = [];
  for (const list of lists) {
    for (const change of list) {
      const key = [change.kind, change.namespace, change.name].join(' ');
      if (!hasKey(known, key)) merged.push(change);
      known[key] = true;
    }
  }
  return merged;
}

/** The changes in what the watcher found, as JSON text; empty where there are none. */
export function changesIn(rawJSON: string): readonly WatchedChange[] {
  try {
    const raw = JSON.parse(rawJSON) as { readonly changes?: unknown };
    return Array.isArray(raw.changes) ? (raw.changes as WatchedChange[]) : [];
  } catch {
    return [];
  }
}
