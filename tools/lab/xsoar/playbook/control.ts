import type { Question, Task } from '../content/types';
import { CommandFailure, RunnerError } from '../errors';
import { appendPath } from '../context/tree';
import { asList, isAbsent, isEmpty, isList, isObject, textOf, valueOf, type Json, type JsonObject } from '../json';
import type { Core, PlaybookControl } from '../server/core';
import { changeContext, scopeOf } from '../server/scope';
import type { Incident, TaskState } from '../server/state';
import { resolve } from '../values/resolve';
import { finish } from './finish';
import { framesOf, openFrame, playbookOf, type Place } from './frames';
import { NO_SETTINGS } from './settings';
import { withDefaults } from './subplaybook';

/**
 * Opens the investigation of an incident; its playbook starts, if it has one and none runs.
 *
 * @throws CommandFailure if the incident is closed
 */
export function startPlaybook(core: Core, incident: Incident, inputs: JsonObject = {}): void {
  if (incident.status === 'closed') throw new CommandFailure(`The incident ${incident.id} is closed`);
  incident.status = 'active';
  if (incident.playbook === '' || framesOf(incident).length > 0) return;
  const playbook = core.content.playbook(incident.playbook, `The incident type "${incident.type}"`);
  const given = withDefaults(scopeOf(core, incident, undefined), playbook, inputs);
  openFrame(incident, playbook, given, undefined, () => '');
  core.emit({ kind: 'incident', incident: incident.id, change: 'playbook started', text: playbook.name });
}

const FINAL: readonly TaskState['state'][] = ['done', 'skipped', 'failed'];

/** Stops all runs of an incident's playbooks where they stand; tasks that have ended keep their state. */
function stopPlaybook(incident: Incident): void {
  for (const frame of framesOf(incident)) {
    if (frame.outcome === 'running') frame.outcome = 'stopped';
    for (const [id, { state }] of Object.entries(frame.tasks)) {
      if (!FINAL.includes(state)) frame.tasks[id] = { state: 'stopped' };
    }
  }
}

/** The tasks of an incident that wait for a person. */
export function waitingPlaces(core: Core, incident: Incident): readonly Place[] {
  return framesOf(incident).flatMap((frame) =>
    playbookOf(core, frame)
      .tasks.filter((task) => frame.tasks[task.id].state === 'waiting')
      .map((task) => ({ incident, frame, task })),
  );
}

/** What commands do to playbooks. */
export const CONTROL: PlaybookControl = {
  start: startPlaybook,
  stop: stopPlaybook,
  complete: (core, incident, wanted, input, user) => {
    const places = waitingPlaces(core, incident);
    const found = places.filter(({ task }) => task.id === wanted || task.tags.includes(wanted));
    if (found.length === 0) throw new CommandFailure(`No task "${wanted}" of the incident ${incident.id} is waiting`);
    for (const place of found) answerTask(core, place, input, user);
  },
};

/**
 * A person's answer to a waiting task: nothing for a manual one, the branch for a question or a manual condition,
 * values by the numbers of the questions for a data collection.
 *
 * @throws RunnerError for an answer that the form would not take
 */
export function answerTask(core: Core, place: Place, answer: Json | undefined, user: string): void {
  const { incident, task } = place;
  core.emit({ kind: 'answer', incident: incident.id, task: task.name, user, text: textOf(answer) });
  const taken = answered(core, place, answer, user);
  if (taken === undefined) return;
  const work = { args: {}, settings: NO_SETTINGS, before: incident.context, entries: [] };
  finish(core, place, work, taken, `answered by ${user}`);
}

/** The branches that the answer opens; undefined while more answers are needed. */
function answered(core: Core, place: Place, answer: Json | undefined, user: string): readonly string[] | undefined {
  const { frame, task } = place;
  switch (task.work.kind) {
    case 'ask':
      return [oneOf(task, textOf(answer), task.work.options)];
    case 'manual condition':
      return [oneOf(task, textOf(answer), Object.keys(task.next))];
    case 'collection': {
      collect(core, place, task.work.form.title, task.work.form.questions, answer, user);
      const state = frame.tasks[task.id];
      const answers = (state.state === 'waiting' ? state.answers : 0) + 1;
      frame.tasks[task.id] = { state: 'waiting', answers };
      return answers < task.work.message.replies ? undefined : ['#none#'];
    }
    case 'manual':
    case 'pass':
    case 'run':
    case 'condition':
    case 'script condition':
    case 'playbook':
      return ['#none#'];
  }
}

function oneOf(task: Task, answer: string, options: readonly string[]): string {
  const known = options.filter((option) => option !== '#default#');
  if (known.includes(answer)) return answer;
  throw new RunnerError(`The task "${task.name}" takes one of ${known.join(', ')}, not "${answer}".`);
}

/** Answers stand in the context as `<title>.Answers.<number>` and `.name`; those of several replies become a list. */
function collect(
  core: Core,
  { incident, frame, task }: Place,
  title: string,
  questions: readonly Question[],
  given: Json | undefined,
  user: string,
): void {
  const scope = scopeOf(core, incident, frame);
  const values = isList(given) ? Object.fromEntries(given.map((value, index) => [String(index), value])) : given;
  if (!isObject(values))
    throw new RunnerError(`The task "${task.name}" takes answers by the numbers of its questions.`);
  const unknown = Object.keys(values).filter((id) => !questions.some((question) => question.id === id));
  if (unknown.length > 0) throw new RunnerError(`The task "${task.name}" has no question ${unknown.join(', ')}.`);
  for (const question of questions) {
    const options = question.options.flatMap((option) => asList(resolve(scope, option))).map(textOf);
    checkAnswer(task, question, options, valueOf(values, question.id));
  }
  const answers: JsonObject = { ...values, name: user };
  changeContext(incident, frame, (context) => appendPath(context, [title, 'Answers'], answers));
}

function checkAnswer(
  task: Task,
  { id, type, required }: Question,
  options: readonly string[],
  answer: Json | undefined,
): void {
  const fail = (problem: string): never => {
    throw new RunnerError(`The task "${task.name}", question ${id}: ${problem}.`);
  };
  if (isAbsent(answer) || isEmpty(answer)) {
    if (required) fail('an answer is required');
    return;
  }
  if (type === 'number' && typeof answer !== 'number') fail('the answer must be a number');
  if (!type.endsWith('Select')) return;
  for (const one of type === 'multiSelect' ? asList(answer) : [answer]) {
    if (!options.includes(textOf(one))) fail(`"${textOf(one)}" is not one of ${options.join(', ')}`);
  }
}
