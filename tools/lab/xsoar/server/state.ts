import type { Json, JsonObject } from '../json';
import type { Entry } from './entries';

/**
 * Everything that a server keeps, as plain data: it survives a restart. The modules of the server change it in place;
 * nothing else does.
 */
export interface ServerState {
  /** Milliseconds since the epoch. */
  now: number;
  nextIncident: number;
  /** The incident whose turn it was. */
  turn: string;
  readonly incidents: { [id: string]: Incident };
  readonly lists: { [name: string]: string };
  readonly instances: { [name: string]: InstanceState };
  readonly files: { [id: string]: StoredFile };
}

/** Where an incident stands: before, in and after its investigation. */
export type Status = 'pending' | 'active' | 'closed';

/** An incident with its context, its war room and the runs of its playbooks. Times are ISO 8601, '' for never. */
export interface Incident {
  readonly id: string;
  name: string;
  type: string;
  status: Status;
  severity: number;
  owner: string;
  details: string;
  readonly created: string;
  modified: string;
  occurred: string;
  closed: string;
  closeReason: string;
  closeNotes: string;
  closingUser: string;
  labels: readonly Label[];
  rawJSON: string;
  sourceBrand: string;
  sourceInstance: string;
  playbook: string;
  readonly linked: string[];
  fields: { [cliName: string]: Json };
  context: JsonObject;
  readonly entries: Entry[];
  nextEntry: number;
  /** Runs of playbooks: the incident's own and those of its tasks. */
  readonly frames: { [id: string]: Frame };
  nextFrame: number;
}

/** What an incident may be created with; anything else is a custom field. */
export interface NewIncident {
  readonly name: string;
  readonly type?: string;
  readonly severity?: number;
  readonly owner?: string;
  readonly details?: string;
  readonly occurred?: string;
  readonly rawJSON?: string;
  readonly labels?: Incident['labels'];
  readonly sourceBrand?: string;
  readonly sourceInstance?: string;
  readonly fields?: { readonly [name: string]: Json };
}

/** A label of an incident. */
export interface Label {
  readonly type: string;
  readonly value: string;
}

/** One run of a playbook. */
export interface Frame {
  readonly id: string;
  readonly playbook: string;
  /** The task that runs it; undefined for the incident's own playbook. */
  readonly parent: { readonly frame: string; readonly task: string } | undefined;
  /** Where its context stands in the incident's: '' is the root. */
  readonly contextKey: string;
  inputs: JsonObject;
  readonly tasks: { [id: string]: TaskState };
  lastEntries: readonly string[];
  outcome: 'running' | 'done' | 'failed' | 'stopped';
}

/** How far a task is within one run of its playbook. */
export type TaskState =
  | { readonly state: 'pending' }
  /** Nothing led here, or it was not available. */
  | { readonly state: 'skipped' }
  | { readonly state: 'done'; readonly taken: readonly string[] }
  | { readonly state: 'failed'; readonly error: string }
  /** The incident was closed. */
  | { readonly state: 'stopped' }
  /** A person has to answer. */
  | { readonly state: 'waiting'; readonly answers: number }
  /** A sub-playbook runs. */
  | {
      readonly state: 'running';
      readonly frame: string;
      readonly round: number;
      readonly rounds: readonly JsonObject[];
    }
  | { readonly state: 'sleeping'; readonly until: number; readonly then: Resumption };

/** What goes on when a task's time has come. */
export type Resumption =
  | { readonly kind: 'retry'; readonly attempt: number }
  | { readonly kind: 'poll'; readonly deadline: number; readonly polls: readonly Poll[] }
  | { readonly kind: 'round'; readonly frame: string; readonly round: number; readonly rounds: readonly JsonObject[] };

/** A command that asked to be run again. */
export interface Poll {
  readonly command: string;
  readonly args: JsonObject;
  readonly instance: string;
}

/** What the server keeps for an instance: `demisto.setLastRun`, and the integration context with its version. */
export interface InstanceState {
  lastRun: JsonObject;
  context: JsonObject;
  contextVersion: number;
}

/** A file of a war room. */
export interface StoredFile {
  readonly name: string;
  readonly content: string;
}

/**
 * The state of a server on which nothing has happened yet.
 *
 * @param now milliseconds since the epoch
 */
export function emptyState(now: number): ServerState {
  return { now, nextIncident: 1, turn: '', incidents: {}, lists: {}, instances: {}, files: {} };
}
