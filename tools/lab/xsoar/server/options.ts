import type { CommandDefinition, Pack } from '../content/types';
import type { EngineKind, ScriptRun } from '../engine/run';
import type { Json, JsonObject } from '../json';
import type { TraceEvent } from '../trace';
import type { EntryContent } from './entries';
import type { HttpFunction } from './http';
import type { NewIncident } from './state';

/** What an integration that is no bundle may ask of the server. */
export interface IntegrationHost {
  readonly instance: string;
  readonly incident: string;
  readonly getIntegrationContext: () => JsonObject;
  readonly setIntegrationContext: (context: JsonObject) => void;
}

/** An integration that runs outside: the emulated PAN-OS integration, the lock. */
export interface ExternalIntegration {
  readonly brand: string;
  /** Its commands; it checks its arguments itself, the server only asks which take lists. */
  readonly commands: readonly CommandDefinition[];
  readonly execute: (command: string, args: JsonObject, host: IntegrationHost) => readonly EntryContent[];
}

/** An instance of an integration, as somebody configured it. */
export interface InstanceOptions {
  readonly name: string;
  /** The integration's id. */
  readonly brand: string;
  /** @default true */
  readonly active?: boolean;
  /** By the names in the integration's YAML; what is left out has its default. */
  readonly params?: { readonly [name: string]: Json };
  /** @default the integration's */
  readonly classifier?: string;
  /** @default the integration's */
  readonly mapper?: string;
}

/** Somebody who signs in to the server. */
export interface User {
  readonly username: string;
  readonly name?: string;
  readonly email?: string;
  readonly roles: readonly string[];
}

/** Behaviours that no public source settles; both ways can be tested. */
export interface Unsure {
  /**
   * What happens behind a task that is skipped because it is not available: nothing on this branch, or the next task.
   *
   * @default 'branch is skipped'
   */
  readonly unavailable?: 'branch is skipped' | 'next task runs';
  /**
   * Whether the rounds of a loop see the private context of the rounds before.
   *
   * @default 'kept'
   */
  readonly loopContext?: 'kept' | 'fresh';
}

/** What a server starts with. */
export interface ServerOptions {
  readonly packs: readonly Pack[];
  /** @default none but those of the packs */
  readonly integrations?: readonly ExternalIntegration[];
  /** @default none */
  readonly instances?: readonly InstanceOptions[];
  /** Lists that somebody made, beside those of the packs. @default none */
  readonly lists?: { readonly [name: string]: string };
  /** @default none */
  readonly users?: readonly User[];
  /** @default '2026-01-05T08:00:00Z' */
  readonly startsAt?: string;
  /** @default 'es5' */
  readonly engine?: EngineKind;
  /** What runs scripts. @default runScript */
  readonly runScript?: (run: ScriptRun) => Json | undefined;
  /** @default '6.12.0' */
  readonly version?: string;
  /** What scripts reach by `http`. @default nothing: a script that asks stops the run */
  readonly http?: HttpFunction;
  /** Called when virtual time passes, for clocks of emulators. */
  readonly onWait?: (milliseconds: number) => void;
  /** Told of every event as it is added to the trace. */
  readonly onEvent?: (event: TraceEvent) => void;
  /**
   * Virtual milliseconds that every command run by a script takes.
   *
   * @default 0
   */
  readonly commandMilliseconds?: number;
  /**
   * Virtual seconds after which a script is stopped, where its YAML says nothing.
   *
   * @default 180
   */
  readonly scriptSeconds?: number;
  /**
   * What becomes of fetched incidents on the way: they can get lost, come twice or in another order. @default they
   * arrive
   */
  readonly deliver?: (incidents: readonly NewIncident[]) => readonly NewIncident[];
  readonly unsure?: Unsure;
}
