import { CommandFailure, RunnerError, ScriptTimeout } from '../errors';
import type { JsonObject } from '../json';
import type { TraceEvent, Untimed } from '../trace';
import { Content, type Integration } from './content';
import type { EntryContent, Entry } from './entries';
import type { InstanceOptions, ServerOptions, User } from './options';
import { emptyState, type Incident, type InstanceState, type ServerState } from './state';

/** An integration instance that is configured. */
export interface Instance {
  readonly name: string;
  readonly active: boolean;
  readonly options: InstanceOptions;
  readonly integration: Integration;
}

/** A list holds at most this many characters (XSOAR 6.8 documentation, "Manage lists"). */
export const LIST_CHARACTERS = 209_715;

/** The server for whom playbook tasks run. */
export const SERVER_USER = 'DBot';

/** The incident of the playground, where people try commands. */
export const PLAYGROUND = 'playground';

/** What commands do to playbooks. */
export interface PlaybookControl {
  readonly start: (core: Core, incident: Incident) => void;
  /** Stops an incident's playbook where it stands. */
  readonly stop: (incident: Incident) => void;
  /** Completes a waiting task, by its id or tag; conditions need the branch. */
  readonly complete: (core: Core, incident: Incident, task: string, input: string, user: string) => void;
}

/** State, content and time; what all modules of the server share. */
export class Core {
  state: ServerState;
  readonly content: Content;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly trace: TraceEvent[] = [];
  /** Virtual milliseconds by which a script must have ended; undefined while none runs. */
  deadline: number | undefined;

  constructor(
    readonly options: ServerOptions,
    readonly control: PlaybookControl,
  ) {
    this.content = new Content(options.packs, options.integrations ?? []);
    this.instances = new Map((options.instances ?? []).map((one) => [one.name, this.instance(one)]));
    this.state = emptyState(Date.parse(options.startsAt ?? '2026-01-05T08:00:00Z'));
    const packed = options.packs.flatMap((pack) => pack.lists).map(({ name, data }) => [name, data] as const);
    Object.assign(this.state.lists, Object.fromEntries(packed), options.lists);
  }

  private instance(options: InstanceOptions): Instance {
    const integration = this.content.integrations.get(options.brand);
    if (integration === undefined) throw new RunnerError(`There is no integration "${options.brand}".`);
    return { name: options.name, active: options.active ?? true, options, integration };
  }

  /** What an instance keeps between its runs; empty at first. */
  instanceState(name: string): InstanceState {
    return (this.state.instances[name] ??= { lastRun: {}, context: {}, contextVersion: 0 });
  }

  /**
   * An incident by its id.
   *
   * @throws CommandFailure if there is none
   */
  incident(id: string): Incident {
    const found = Object.hasOwn(this.state.incidents, id) ? this.state.incidents[id] : undefined;
    if (found === undefined) throw new CommandFailure(`There is no incident ${id}`);
    return found;
  }

  /** A user by the name that they sign in with. */
  user(name: string): User | undefined {
    return this.options.users?.find((user) => user.username === name);
  }

  /** The virtual time, ISO 8601 with milliseconds. */
  time(): string {
    return new Date(this.state.now).toISOString();
  }

  /** Lets virtual time pass. */
  wait(milliseconds: number): void {
    if (milliseconds <= 0) return;
    this.state.now += milliseconds;
    this.options.onWait?.(milliseconds);
    if (this.deadline !== undefined && this.state.now > this.deadline) {
      throw new ScriptTimeout('Timeout: the script did not end in time');
    }
  }

  /** Adds an event to the trace, and passes it on to whoever watches. */
  emit(event: Untimed<TraceEvent>): void {
    const timed = { ...event, sequence: this.trace.length + 1, time: this.time() } as TraceEvent;
    this.trace.push(timed);
    this.options.onEvent?.(timed);
  }

  /** Writes entries into an incident's war room. */
  post(incident: Incident, entries: readonly EntryContent[], user: string): readonly Entry[] {
    return entries.map((content) => {
      const entry: Entry = {
        ...content,
        ID: `${incident.nextEntry++}@${incident.id}`,
        Created: this.time(),
        User: user,
      };
      incident.entries.push(entry);
      return entry;
    });
  }

  /** The instances as `getModules()` and the root `modules` show them. */
  modules(): { readonly [name: string]: JsonObject } {
    return Object.fromEntries(
      [...this.instances.values()].map(({ name, active, options }) => [
        name,
        { name, brand: options.brand, state: active ? 'active' : 'disabled' },
      ]),
    );
  }
}
