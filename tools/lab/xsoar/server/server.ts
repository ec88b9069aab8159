import { RunnerError } from '../errors';
import type { Json, JsonObject } from '../json';
import { answerTask, CONTROL, startPlaybook, waitingPlaces } from '../playbook/control';
import { nextWake, settle, step } from '../playbook/step';
import type { TraceEvent } from '../trace';
import { Core, PLAYGROUND, type Instance } from './core';
import { ENTRY_TYPE, type Entry } from './entries';
import { fetchIncidents } from './fetch';
import { createIncident, newIncident } from './incidents';
import type { ServerOptions } from './options';
import { parametersOf } from './parameters';
import { testModule } from './scripts';
import type { Incident, NewIncident, ServerState } from './state';
import { describe, type WaitingTask } from './waitingtask';
import { runCommandLine, upload } from './warroomcommand';

/** A Cortex XSOAR server as far as playbooks, automations and integrations see it. */
export interface Server {
  /** Creates an incident by hand; `start` opens its investigation. */
  readonly createIncident: (incident: NewIncident) => string;
  /** Opens the investigation of an incident: its playbook starts, with these inputs instead of the defaults. */
  readonly start: (incident: string, inputs?: JsonObject) => void;
  /** Starts a playbook that is not the one of the incident's type. */
  readonly startPlaybook: (incident: string, playbook: string, inputs?: JsonObject) => void;
  /**
   * One round of fetching; the ids of the new incidents.
   *
   * @throws a CommandFailure where the integration fails
   */
  readonly fetch: (instance: string) => readonly string[];
  /** 'ok', or what `test-module` says. */
  readonly testModule: (instance: string) => string;
  /** Runs one task of one incident; false if there is nothing to do now. */
  readonly step: () => boolean;
  /** Runs until every playbook has ended or waits for a person; time passes for tasks that sleep. */
  readonly run: () => readonly WaitingTask[];
  readonly waiting: () => readonly WaitingTask[];
  /** Answers a waiting task, by its name or id. */
  readonly answer: (incident: string, task: string, answer: Json | undefined, user: string) => void;
  /**
   * What a person types in a war room, such as `!Print value="hello"`; its entries. Without an incident: the
   * playground.
   */
  readonly command: (line: string, user: string, incident?: string) => readonly Entry[];
  /** Puts a file into a war room; the id of its entry. */
  readonly upload: (name: string, content: string, user: string, incident?: string) => string;
  /** Writes into a war room; the id of the entry. */
  readonly write: (text: string, user: string, incident?: string) => string;
  readonly incident: (id: string) => Readonly<Incident>;
  readonly incidents: () => readonly Readonly<Incident>[];
  readonly list: (name: string) => string | undefined;
  readonly setList: (name: string, data: string) => void;
  readonly trace: readonly TraceEvent[];
  /** Virtual time in milliseconds since the epoch. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** Everything that the server keeps, as JSON. */
  readonly snapshot: () => string;
  /** Goes on from a snapshot, as after a restart. */
  readonly restore: (snapshot: string) => void;
}

/** More tasks than any playbook has; beyond it something goes round in circles. */
const MAX_STEPS = 100_000;

/**
 * Starts a server.
 *
 * @throws RunnerError for content or instances that the server would not take
 */
export function createServer(options: ServerOptions): Server {
  const core = new Core(options, CONTROL);
  for (const instance of core.instances.values()) checkInstance(instance);
  createPlayground(core);
  const incidentOf = (id: string | undefined): Incident => core.incident(id ?? PLAYGROUND);
  const waiting = (): readonly WaitingTask[] =>
    Object.values(core.state.incidents).flatMap((incident) =>
      waitingPlaces(core, incident).map((place) => describe(core, place)),
    );
  return {
    createIncident: (incident) => createIncident(core, incident).id,
    start: (id, inputs) => {
      startPlaybook(core, core.incident(id), inputs);
    },
    startPlaybook: (id, playbook, inputs) => {
      const incident = core.incident(id);
      incident.playbook = playbook;
      startPlaybook(core, incident, inputs);
    },
    fetch: (instance) => fetchIncidents(core, instanceOf(core, instance)).map((incident) => incident.id),
    testModule: (instance) => testModule(core, instanceOf(core, instance)),
    step: () => step(core),
    run: () => {
      runAll(core);
      return waiting();
    },
    waiting,
    answer: (id, task, answer, user) => {
      answerNamed(core, core.incident(id), task, answer, user);
    },
    command: (line, user, id) => runCommandLine(core, line, user, incidentOf(id)),
    upload: (name, content, user, id) => upload(core, incidentOf(id), name, content, user),
    write: (text, user, id) =>
      core.post(incidentOf(id), [{ Type: ENTRY_TYPE.note, ContentsFormat: 'text', Contents: text }], user)[0].ID,
    incident: (id) => core.incident(id),
    incidents: () => Object.values(core.state.incidents).filter(({ id }) => id !== PLAYGROUND),
    list: (name) => (Object.hasOwn(core.state.lists, name) ? core.state.lists[name] : undefined),
    setList: (name, data) => {
      core.state.lists[name] = data;
    },
    trace: core.trace,
    now: () => core.state.now,
    advance: (milliseconds) => {
      core.wait(milliseconds);
    },
    snapshot: () => JSON.stringify(core.state),
    restore: (snapshot) => {
      core.state = JSON.parse(snapshot) as ServerState;
    },
  };
}

function checkInstance({ integration, options }: Instance): void {
  if (integration.kind === 'bundle') parametersOf(integration.content, options);
}

/** It is there from the start, and no event tells of it. */
function createPlayground(core: Core): void {
  core.state.incidents[PLAYGROUND] = { ...newIncident(core, { name: 'Playground' }, PLAYGROUND), status: 'active' };
}

function instanceOf(core: Core, name: string): Instance {
  const found = core.instances.get(name);
  if (found === undefined) throw new RunnerError(`There is no instance "${name}".`);
  return found;
}

function runAll(core: Core): void {
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (step(core)) continue;
    const wake = nextWake(core);
    if (wake === undefined) return;
    const milliseconds = wake - core.state.now;
    core.wait(milliseconds);
    core.emit({ kind: 'time', incident: '', milliseconds });
  }
  throw new RunnerError(`The playbooks did not come to rest after ${MAX_STEPS} tasks.`);
}

function answerNamed(core: Core, incident: Incident, name: string, answer: Json | undefined, user: string): void {
  const places = waitingPlaces(core, incident);
  const found = places.filter(({ task }) => task.name === name || task.id === name);
  if (found.length !== 1) {
    const names = places.map(({ task }) => `"${task.name}"`).join(', ');
    throw new RunnerError(
      `The incident ${incident.id} has no one task "${name}" that waits; there is ${names || 'none'}.`,
    );
  }
  answerTask(core, found[0], answer, user);
  settle(core, incident);
}
