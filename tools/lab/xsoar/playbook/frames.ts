import type { PlaybookContent, Task } from '../content/types';
import type { JsonObject } from '../json';
import type { Core } from '../server/core';
import type { Frame, Incident, TaskState } from '../server/state';

/** A task of a run of a playbook. */
export interface Place {
  readonly incident: Incident;
  readonly frame: Frame;
  readonly task: Task;
}

interface Edge {
  readonly from: string;
  readonly label: string;
}

const incomingEdges = new WeakMap<PlaybookContent, ReadonlyMap<string, readonly Edge[]>>();

function incoming(playbook: PlaybookContent, task: string): readonly Edge[] {
  let edges = incomingEdges.get(playbook);
  if (edges === undefined) {
    const map = new Map<string, Edge[]>(playbook.tasks.map(({ id }) => [id, []]));
    for (const { id, next } of playbook.tasks) {
      for (const [label, targets] of Object.entries(next)) {
        for (const to of targets) map.get(to)?.push({ from: id, label });
      }
    }
    incomingEdges.set(playbook, map);
    edges = map;
  }
  return edges.get(task) ?? [];
}

/** Starts a run of a playbook; nothing of it has run yet. */
export function openFrame(
  incident: Incident,
  playbook: PlaybookContent,
  inputs: JsonObject,
  parent: Frame['parent'],
  contextKey: (id: string) => string,
): Frame {
  const id = String(incident.nextFrame++);
  const frame: Frame = {
    id,
    playbook: playbook.name,
    parent,
    contextKey: contextKey(id),
    inputs,
    tasks: Object.fromEntries(playbook.tasks.map((task) => [task.id, { state: 'pending' }])),
    lastEntries: [],
    outcome: 'running',
  };
  incident.frames[id] = frame;
  return frame;
}

/**
 * The playbook that a run is of.
 *
 * @throws RunnerError if it is not installed any more
 */
export function playbookOf(core: Core, frame: Frame): PlaybookContent {
  return core.content.playbook(frame.playbook, 'A run');
}

/** All runs of an incident's playbooks, in the order in which they began. */
export function framesOf(incident: Incident): readonly Frame[] {
  return Object.values(incident.frames).sort((one, other) => Number(one.id) - Number(other.id));
}

/** How deep a run is nested. */
export function depthOf(incident: Incident, frame: Frame): number {
  return frame.parent === undefined ? 0 : 1 + depthOf(incident, incident.frames[frame.parent.frame]);
}

/** An edge that leads on, one that does not, or one that nothing is known of yet. */
function edgeState(frame: Frame, { from, label }: Edge): 'taken' | 'not taken' | 'open' {
  const task = frame.tasks[from];
  switch (task.state) {
    case 'done':
      return task.taken.includes(label) ? 'taken' : 'not taken';
    case 'skipped':
      return 'not taken';
    case 'pending':
    case 'failed':
    case 'stopped':
    case 'waiting':
    case 'running':
    case 'sleeping':
      return 'open';
  }
}

/**
 * A task runs once: when it is known of every edge to it whether it is taken, and one is. Where none is, the task is
 * passed over.
 */
export function readiness(playbook: PlaybookContent, frame: Frame, task: Task): 'ready' | 'passed over' | 'not yet' {
  if (frame.tasks[task.id].state !== 'pending') return 'not yet';
  if (task.id === playbook.start) return 'ready';
  const states = incoming(playbook, task.id).map((edge) => edgeState(frame, edge));
  if (states.includes('open')) return 'not yet';
  return states.includes('taken') ? 'ready' : 'passed over';
}

/** Tasks to which nothing leads any more are skipped, and so on behind them. */
export function passOver(playbook: PlaybookContent, frame: Frame): readonly Task[] {
  const passed: Task[] = [];
  for (;;) {
    const next = playbook.tasks.find((task) => readiness(playbook, frame, task) === 'passed over');
    if (next === undefined) return passed;
    frame.tasks[next.id] = { state: 'skipped' };
    passed.push(next);
  }
}

const ACTIVE: readonly TaskState['state'][] = ['waiting', 'running', 'sleeping'];

/** Whether anything can still happen in a run; if not, how it ended. */
export function ending(playbook: PlaybookContent, frame: Frame): 'done' | 'failed' | undefined {
  const states = Object.values(frame.tasks).map((task) => task.state);
  if (states.some((state) => ACTIVE.includes(state))) return undefined;
  if (playbook.tasks.some((task) => readiness(playbook, frame, task) === 'ready')) return undefined;
  return states.includes('failed') ? 'failed' : 'done';
}
