import type { ContextChange } from './context/tree';
import type { JsonObject } from './json';
import type { Entry } from './server/entries';

/** What happened to a task. */
export type Outcome =
  | 'started'
  | 'done'
  | 'failed'
  | 'skipped'
  /** It waits for a person. */
  | 'waiting'
  /** An error; it is tried again. */
  | 'retrying'
  /** A command that wants to be run again, or a pause. */
  | 'sleeping'
  /** The incident was closed. */
  | 'stopped';

interface Happened {
  /** Counts all events of a server. */
  readonly sequence: number;
  /** Virtual time, ISO 8601. */
  readonly time: string;
  readonly incident: string;
}

/** Something happened to a task. */
export interface TaskEvent extends Happened {
  readonly kind: 'task';
  readonly playbook: string;
  /** The run of the playbook within the incident, and how deep it is nested. */
  readonly frame: string;
  readonly depth: number;
  readonly task: { readonly id: string; readonly name: string; readonly type: string };
  readonly outcome: Outcome;
  /** As resolved; without what is nothing. */
  readonly arguments: JsonObject;
  readonly entries: readonly Entry[];
  readonly changes: readonly ContextChange[];
  /** Labels of the branches that are taken. */
  readonly taken: readonly string[];
  /** Why it failed; what it waits for. */
  readonly text: string;
}

/** Something happened to an incident, or to its playbook. */
export interface IncidentEvent extends Happened {
  readonly kind: 'incident';
  readonly change: 'created' | 'closed' | 'playbook started' | 'playbook done' | 'playbook failed';
  readonly text: string;
}

/** Somebody ran a command in the war room. */
export interface CommandEvent extends Happened {
  readonly kind: 'command';
  /** What a person typed. */
  readonly text: string;
  readonly user: string;
  readonly entries: readonly Entry[];
}

/** Somebody answered a task. */
export interface AnswerEvent extends Happened {
  readonly kind: 'answer';
  readonly task: string;
  readonly user: string;
  readonly text: string;
}

/** Virtual time went by. */
export interface TimeEvent extends Happened {
  readonly kind: 'time';
  readonly milliseconds: number;
}

/** One line of the trace. */
export type TraceEvent = TaskEvent | IncidentEvent | CommandEvent | AnswerEvent | TimeEvent;

/** An event without what the server adds. */
export type Untimed<Event> = Event extends TraceEvent ? Omit<Event, 'sequence' | 'time'> : never;
