import type { Loop, PlaybookContent, Work as TaskWork } from '../content/types';
import { evaluatePath } from '../context/dt';
import { mergeEntry } from '../context/tree';
import { RunnerError } from '../errors';
import { isAbsent, isList, textOf, valueOf, type Json, type JsonObject } from '../json';
import { element } from '../server/arguments';
import { execute } from '../server/commands';
import { SERVER_USER, type Core } from '../server/core';
import { changeContext, contextOf, PRIVATE, scopeOf } from '../server/scope';
import type { Frame, Resumption } from '../server/state';
import { holds, resolve, resolveAll } from '../values/resolve';
import type { Scope } from '../values/scope';
import { errorsIn, fail, finish, passUnavailable, tell, type Work } from './finish';
import { openFrame, type Place } from './frames';
import { NO_SETTINGS } from './settings';

type SubPlaybook = TaskWork & { readonly kind: 'playbook' };

/**
 * Starts a sub-playbook, or the first round of its loop.
 *
 * @throws RunnerError for an input that the playbook does not have
 */
export function startSubPlaybook(core: Core, place: Place, sub: SubPlaybook, work: Work): void {
  const { incident, frame, task } = place;
  if (task.skipUnavailable && !core.content.playbooks.has(sub.playbook)) {
    passUnavailable(core, place, work);
    return;
  }
  const playbook = core.content.playbook(sub.playbook, `${frame.playbook}, task ${task.id}`);
  const scope = scopeOf(core, incident, frame);
  const args = resolveAll(scope, task.arguments);
  const unknown = Object.keys(args).filter((key) => !playbook.inputs.some((input) => input.key === key));
  if (unknown.length > 0) throw new RunnerError(`The playbook "${playbook.name}" has no input ${unknown.join(', ')}.`);
  const inputs = withDefaults(scope, playbook, args);
  const missing = missingInput(playbook, inputs);
  if (missing !== undefined) {
    fail(core, place, { ...work, args }, `The input "${missing}" of the playbook "${playbook.name}" is missing`, 0);
    return;
  }
  openRound(core, place, sub, { round: 0, rounds: roundsOf(sub.loop, inputs), contextKey: undefined });
}

/** The inputs that a playbook runs with: what is given, else its defaults. */
export function withDefaults(scope: Scope, playbook: PlaybookContent, given: JsonObject): JsonObject {
  const defaults = playbook.inputs.map(
    ({ key, value }) => [key, valueOf(given, key) ?? resolve(scope, value)] as const,
  );
  return Object.fromEntries(defaults.filter(([, value]) => !isAbsent(value)));
}

function missingInput(playbook: PlaybookContent, inputs: JsonObject): string | undefined {
  return playbook.inputs.find(({ key, required }) => required && isAbsent(valueOf(inputs, key)))?.key;
}

/** The inputs of each round; conditions decide on the number, and take the inputs whole. */
function roundsOf(loop: Loop | undefined, inputs: JsonObject): readonly JsonObject[] {
  if (loop?.exit.kind !== 'each input') return [inputs];
  const lists = Object.entries(inputs).filter((entry): entry is [string, readonly Json[]] => isList(entry[1]));
  const count = Math.max(1, ...lists.map(([, list]) => list.length));
  const names = new Set(lists.map(([name]) => name));
  return Array.from({ length: Math.min(count, loop.max) }, (_, index) => element(inputs, names, index));
}

interface Round {
  readonly round: number;
  readonly rounds: readonly JsonObject[];
  /** Where the rounds before had their context; undefined for the first. */
  readonly contextKey: string | undefined;
}

function openRound(core: Core, place: Place, sub: SubPlaybook, { round, rounds, contextKey }: Round): void {
  const { incident, frame, task } = place;
  const playbook = core.content.playbook(sub.playbook, `${frame.playbook}, task ${task.id}`);
  const inputs = rounds[Math.min(round, rounds.length - 1)];
  const opened = openFrame(incident, playbook, inputs, { frame: frame.id, task: task.id }, (id) =>
    sub.separate ? (contextKey ?? PRIVATE + id) : frame.contextKey,
  );
  if (sub.separate && isFresh(core)) changeContext(incident, opened, () => ({}));
  frame.tasks[task.id] = { state: 'running', frame: opened.id, round, rounds };
}

function isFresh(core: Core): boolean {
  return core.options.unsure?.loopContext === 'fresh';
}

/** A run has ended: the next round, or the end of the task that started it. */
export function afterRound(core: Core, place: Place, ended: Frame): void {
  const { frame, task } = place;
  const state = frame.tasks[task.id];
  if (state.state !== 'running' || state.frame !== ended.id || task.work.kind !== 'playbook') return;
  const work: Work = { args: ended.inputs, settings: NO_SETTINGS, before: place.incident.context, entries: [] };
  if (ended.outcome === 'failed') {
    fail(core, place, work, `The playbook "${ended.playbook}" failed: ${errorIn(ended)}`, 0);
    return;
  }
  const { loop, separate } = task.work;
  const goesOn = loop !== undefined && hasNextRound(core, place, loop, ended, state);
  // A context that is kept holds the outputs of all rounds at the end.
  if (separate && (!goesOn || isFresh(core))) copyOutputs(core, place, ended);
  if (!goesOn) {
    finish(core, place, work, ['#none#']);
    return;
  }
  const until = core.state.now + loop.wait * 1000;
  const then = { kind: 'round', frame: ended.id, round: state.round + 1, rounds: state.rounds } as const;
  frame.tasks[task.id] = { state: 'sleeping', until, then };
  tell(core, place, 'sleeping', work, [], `round ${then.round + 1}`);
}

/** Goes on with a loop after its pause. */
export function runNextRound(core: Core, place: Place, then: Resumption & { readonly kind: 'round' }): void {
  const { incident, task } = place;
  if (task.work.kind !== 'playbook') return;
  const { contextKey } = incident.frames[then.frame];
  openRound(core, place, task.work, { round: then.round, rounds: then.rounds, contextKey });
}

function hasNextRound(
  core: Core,
  place: Place,
  loop: Loop,
  ended: Frame,
  { round, rounds }: { readonly round: number; readonly rounds: readonly JsonObject[] },
): boolean {
  if (loop.exit.kind === 'each input') return round + 1 < rounds.length;
  // "The values are calculated based on the context data for the sub-playbook" (administrator's guide, loops).
  const scope = scopeOf(core, place.incident, ended);
  const exits =
    loop.exit.kind === 'condition' ? holds(scope, loop.exit.condition) : scriptSaysYes(core, place, loop.exit, ended);
  return !exits && round + 1 < loop.max;
}

function scriptSaysYes(core: Core, place: Place, exit: Loop['exit'] & { kind: 'script' }, ended: Frame): boolean {
  const caller = { incident: place.incident, frame: ended, user: SERVER_USER, from: 'playbook' } as const;
  const args = resolveAll(scopeOf(core, place.incident, ended), exit.arguments);
  const entries = execute(core, caller, { kind: 'automation', name: exit.name }, args).flatMap((one) => one.entries);
  const error = errorsIn(entries);
  if (error !== undefined) throw new RunnerError(`The exit condition ${exit.name} of a loop failed: ${error}`);
  return ['yes', 'true'].includes(textOf(entries.at(0)?.Contents).toLowerCase());
}

/** Only declared outputs leave a private context. Their paths may hold a condition, as in an EntryContext. */
function copyOutputs(core: Core, { incident, frame }: Place, ended: Frame): void {
  const inner = contextOf(incident, ended);
  for (const output of core.content.playbook(ended.playbook, 'A run').outputs) {
    const at = output.indexOf('(');
    const value = evaluatePath(inner, at < 0 ? output : output.slice(0, at));
    if (!isAbsent(value)) changeContext(incident, frame, (context) => mergeEntry(context, output, value));
  }
}

function errorIn(frame: Frame): string {
  const errors = Object.values(frame.tasks).map((task) => (task.state === 'failed' ? task.error : ''));
  return errors.filter((error) => error !== '').join('; ');
}
