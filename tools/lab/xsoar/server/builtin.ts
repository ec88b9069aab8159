import type { CommandDefinition } from '../content/types';
import type { JsonObject } from '../json';
import type { Core } from './core';
import type { EntryContent } from './entries';
import type { Frame, Incident } from './state';

/** For whom a command runs, and where its effects go. */
export interface Caller {
  readonly incident: Incident;
  /** The run of a playbook; undefined in the war room. */
  readonly frame: Frame | undefined;
  readonly user: string;
  /** A script cannot wait for a command that asks to be run again. */
  readonly from: 'playbook' | 'war room' | 'script';
}

/** A command or automation that the server has by itself. */
export interface Builtin extends CommandDefinition {
  readonly run: (core: Core, caller: Caller, args: JsonObject) => readonly EntryContent[];
  /** It takes custom fields of the incident as arguments, too. */
  readonly takesFields?: true;
}
