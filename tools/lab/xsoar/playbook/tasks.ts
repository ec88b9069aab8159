import type { Branch, Target, Value } from '../content/types';
import { CommandFailure, messageOf } from '../errors';
import { textOf, type JsonObject } from '../json';
import { fanOut } from '../server/arguments';
import type { Caller } from '../server/builtin';
import { definitionOf, execute, isAvailable, targetOf, type Executed } from '../server/commands';
import { SERVER_USER, type Core } from '../server/core';
import type { EntryContent } from '../server/entries';
import { scopeOf } from '../server/scope';
import type { Poll, Resumption } from '../server/state';
import { holds, resolve, resolveAll } from '../values/resolve';
import { errorsIn, fail, finish, record, tell, type Work } from './finish';
import type { Place } from './frames';
import { NO_SETTINGS, splitSettings } from './settings';
import { runNextRound, startSubPlaybook } from './subplaybook';

const NOTHING = { args: {}, settings: NO_SETTINGS, entries: [] };

/** Runs a task that is ready. */
export function runTask(core: Core, place: Place): void {
  const { incident, task } = place;
  const work: Work = { ...NOTHING, before: incident.context };
  tell(core, place, 'started', work, [], '');
  switch (task.work.kind) {
    case 'pass':
      finish(core, place, work, ['#none#']);
      return;
    case 'run':
    case 'script condition':
      runTarget(core, place, task.work.target, 0);
      return;
    case 'condition':
      decide(core, place, work, task.work.branches);
      return;
    case 'playbook':
      startSubPlaybook(core, place, task.work, work);
      return;
    case 'manual':
    case 'manual condition':
      wait(core, place, work, []);
      return;
    case 'ask':
    case 'collection':
      wait(core, place, work, [task.work.message.subject, task.work.message.body]);
  }
}

/** Goes on with a task whose time has come. */
export function resumeTask(core: Core, place: Place, then: Resumption): void {
  const { incident, task } = place;
  switch (then.kind) {
    case 'retry':
      if (task.work.kind === 'run' || task.work.kind === 'script condition') {
        runTarget(core, place, task.work.target, then.attempt);
      }
      return;
    case 'poll':
      pollAgain(core, place, then, { ...NOTHING, before: incident.context });
      return;
    case 'round':
      runNextRound(core, place, then);
  }
}

function callerOf({ incident, frame }: Place): Caller {
  return { incident, frame, user: SERVER_USER, from: 'playbook' };
}

function runTarget(core: Core, place: Place, target: Target, attempt: number): void {
  const { incident, frame, task } = place;
  const before = incident.context;
  if (task.skipUnavailable && !isAvailable(core, target)) {
    passUnavailable(core, place, { ...NOTHING, before });
    return;
  }
  const { args, settings } = splitSettings(resolveAll(scopeOf(core, incident, frame), task.arguments));
  const executed = runRounds(core, place, target, args, settings.using);
  const entries = record(
    core,
    place,
    settings,
    executed.flatMap((one) => one.entries),
  );
  const work: Work = { args, settings, before, entries };
  const error = errorsIn(entries);
  if (error !== undefined) {
    fail(core, place, work, error, attempt);
    return;
  }
  const polls = executed.flatMap(pollsOf);
  if (polls.length > 0) {
    const timeout = Math.max(...entries.map((entry) => Number(entry.Timeout ?? 0)));
    sleepUntilPoll(core, place, work, polls, core.state.now + timeout * 1000, entries);
    return;
  }
  finish(core, place, work, branchOf(place, entries));
}

/** Failures to run at all (no instance, wrong use) are errors of the task, as error entries are. */
function runRounds(core: Core, place: Place, target: Target, args: JsonObject, using: string): readonly Executed[] {
  try {
    const rounds = fanOut(definitionOf(core, target), args);
    return rounds.flatMap((round) => execute(core, callerOf(place), target, round, using));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return [{ instance: '', entries: [{ Type: 4, ContentsFormat: 'text', Contents: messageOf(error) }] }];
  }
}

/**
 * Passes over a task whose automation, command or playbook is not there, where it says that this may be
 * (`skipunavailable`).
 */
export function passUnavailable(core: Core, place: Place, work: Work): void {
  const { frame, task } = place;
  if (core.options.unsure?.unavailable === 'next task runs') {
    finish(core, place, work, ['#none#'], 'not available');
    return;
  }
  frame.tasks[task.id] = { state: 'skipped' };
  tell(core, place, 'skipped', work, [], 'not available');
}

function pollsOf({ instance, entries }: Executed): readonly Poll[] {
  return entries.flatMap(({ PollingCommand: command, PollingArgs: args }) =>
    command === undefined ? [] : [{ command, args: args ?? {}, instance }],
  );
}

/** A command that asked to be run again holds no worker meanwhile (xsoar.pan.dev, "Scheduled Commands"). */
function sleepUntilPoll(
  core: Core,
  place: Place,
  work: Work,
  polls: readonly Poll[],
  deadline: number,
  entries: readonly EntryContent[],
): void {
  const seconds = Math.min(...entries.flatMap(({ NextRun }) => (NextRun === undefined ? [] : [Number(NextRun)])));
  const until = core.state.now + seconds * 1000;
  place.frame.tasks[place.task.id] = { state: 'sleeping', until, then: { kind: 'poll', deadline, polls } };
  tell(core, place, 'sleeping', work, [], '');
}

function pollAgain(core: Core, place: Place, { polls, deadline }: Resumption & { kind: 'poll' }, work: Work): void {
  const { settings } = splitSettings(resolveAll(scopeOf(core, place.incident, place.frame), place.task.arguments));
  const executed = polls.flatMap((poll) =>
    execute(core, callerOf(place), targetOf(core, poll.command), poll.args, poll.instance),
  );
  const entries = record(
    core,
    place,
    settings,
    executed.flatMap((one) => one.entries),
  );
  const now: Work = { ...work, settings, entries };
  const error = errorsIn(entries);
  const again = executed.flatMap(pollsOf);
  if (error !== undefined) fail(core, place, now, error, settings.retries);
  else if (again.length === 0) finish(core, place, now, branchOf(place, entries));
  else if (core.state.now >= deadline)
    fail(core, place, now, 'Timeout: the command did not end in time', settings.retries);
  else sleepUntilPoll(core, place, now, again, deadline, entries);
}

/** A condition by a script takes the branch that the script names. */
function branchOf({ task }: Place, entries: readonly EntryContent[]): readonly string[] {
  if (task.work.kind !== 'script condition') return ['#none#'];
  const answer = textOf(entries.at(0)?.Contents).toLowerCase();
  const label = Object.keys(task.next).find((one) => one.toLowerCase() === answer);
  return [label ?? '#default#'];
}

function decide(core: Core, place: Place, work: Work, branches: readonly Branch[]): void {
  const { incident, frame, task } = place;
  const scope = scopeOf(core, incident, frame);
  try {
    const taken = branches.find(({ condition }) => holds(scope, condition));
    const label = taken?.label ?? '#default#';
    if (Object.hasOwn(task.next, label)) finish(core, place, work, [label]);
    else fail(core, place, work, 'No condition holds, and there is no branch for that', 0);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    fail(core, place, work, messageOf(error), 0);
  }
}

function wait(core: Core, place: Place, work: Work, texts: readonly Value[]): void {
  const { incident, frame, task } = place;
  const scope = scopeOf(core, incident, frame);
  frame.tasks[task.id] = { state: 'waiting', answers: 0 };
  const text = texts.map((value) => textOf(resolve(scope, value))).filter((one) => one !== '');
  tell(core, place, 'waiting', work, [], text.join('\n'));
}
