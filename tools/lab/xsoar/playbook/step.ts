import { RunnerError } from '../errors';
import type { Core } from '../server/core';
import type { Incident, Resumption } from '../server/state';
import { ending, framesOf, passOver, playbookOf, readiness, type Place } from './frames';
import { tell } from './finish';
import { NO_SETTINGS } from './settings';
import { afterRound } from './subplaybook';
import { resumeTask, runTask } from './tasks';

/** What an incident could do now. */
interface Next extends Place {
  readonly then: Resumption | undefined;
}

/**
 * Runs one task of one incident. Incidents take turns, tasks of an incident run in the order of their runs and numbers.
 *
 * @returns whether there was anything to do
 */
export function step(core: Core): boolean {
  for (const incident of inTurn(core)) {
    const next = nextOf(core, incident);
    if (next === undefined) continue;
    core.state.turn = incident.id;
    inPlace(next, () => {
      if (next.then === undefined) runTask(core, next);
      else resumeTask(core, next, next.then);
      settle(core, incident);
    });
    return true;
  }
  return false;
}

/** What cannot be run names the task in which it stands. */
function inPlace({ incident, frame, task }: Place, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof RunnerError)) throw error;
    const place = `Incident ${incident.id}, ${frame.playbook}, task ${task.id} "${task.name}"`;
    throw new RunnerError(`${place}: ${error.message}`, { cause: error });
  }
}

/** When the first sleeping task wakes; undefined if none sleeps. */
export function nextWake(core: Core): number | undefined {
  const times = Object.values(core.state.incidents).flatMap((incident) =>
    framesOf(incident).flatMap((frame) =>
      Object.values(frame.tasks).flatMap((task) => (task.state === 'sleeping' ? [task.until] : [])),
    ),
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

function inTurn(core: Core): readonly Incident[] {
  const all = Object.values(core.state.incidents).filter((incident) => incident.status === 'active');
  const after = all.findIndex((incident) => incident.id === core.state.turn) + 1;
  return [...all.slice(after), ...all.slice(0, after)];
}

function nextOf(core: Core, incident: Incident): Next | undefined {
  for (const frame of framesOf(incident)) {
    if (frame.outcome !== 'running') continue;
    const playbook = playbookOf(core, frame);
    for (const task of playbook.tasks) {
      const state = frame.tasks[task.id];
      if (readiness(playbook, frame, task) === 'ready') return { incident, frame, task, then: undefined };
      if (state.state === 'sleeping' && state.until <= core.state.now)
        return { incident, frame, task, then: state.then };
    }
  }
  return undefined;
}

/** Passes over what nothing leads to, and ends runs in which nothing can happen any more. */
export function settle(core: Core, incident: Incident): void {
  // A run that ends may end the one around it.
  for (const frame of [...framesOf(incident)].reverse()) {
    if (frame.outcome !== 'running') continue;
    const playbook = playbookOf(core, frame);
    for (const task of passOver(playbook, frame)) {
      const work = { args: {}, settings: NO_SETTINGS, before: incident.context, entries: [] };
      tell(core, { incident, frame, task }, 'skipped', work, [], '');
    }
    const end = ending(playbook, frame);
    if (end === undefined) continue;
    frame.outcome = end;
    const { parent } = frame;
    if (parent === undefined) {
      core.emit({ kind: 'incident', incident: incident.id, change: `playbook ${end}`, text: playbook.name });
      continue;
    }
    const outer = incident.frames[parent.frame];
    const task = playbookOf(core, outer).tasks.find(({ id }) => id === parent.task);
    if (task !== undefined) afterRound(core, { incident, frame: outer, task }, frame);
  }
}
