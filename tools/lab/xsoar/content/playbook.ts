import type { Reader } from './reader';
import { readTask } from './task';
import type { PlaybookContent, Task } from './types';
import { readValue } from './values';

const KEYS =
  'id version name description starttaskid tasks view inputs inputSections outputs outputSections tests tags quiet system ' +
  'hidden deprecated marketplaces contentitemexportablefields sourceplaybookid issilent internal fromversion ' +
  'supportedModules';

/**
 * A playbook with its graph checked: the start is there, every edge has a target, nothing is unreachable, nothing goes
 * in a circle.
 */
export function readPlaybook(reader: Reader): PlaybookContent {
  reader.only(KEYS.split(' '));
  const name = reader.text('name');
  if (reader.text('id') !== name) reader.fail('id and name differ');
  const tasks = reader
    .entries('tasks')
    .map(([id, task]) => readTask(id, task))
    .sort((one, other) => Number(one.id) - Number(other.id));
  const start = reader.text('starttaskid');
  checkGraph(reader, start, tasks);
  return {
    name,
    start,
    tasks,
    inputs: reader.list('inputs').map((input) => {
      input.only(['key', 'value', 'required', 'description', 'playbookInputQuery']);
      return { key: input.text('key'), value: readValue(input.at('value')), required: input.flag('required') };
    }),
    outputs: reader
      .list('outputs')
      .map((output) => output.only(['contextPath', 'description', 'type']).text('contextPath')),
  };
}

function checkGraph(reader: Reader, start: string, tasks: readonly Task[]): void {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  if (!byId.has(start)) reader.fail(`there is no task "${start}" to start with`);
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) reader.fail(`tasks go in a circle: ${[...path, id].join(' -> ')}`);
    if (finished.has(id)) return;
    const task = byId.get(id);
    if (task === undefined) return reader.fail(`task ${path.at(-1) ?? ''} goes on to "${id}", which is not there`);
    for (const next of Object.values(task.next).flat()) visit(next, [...path, id]);
    finished.add(id);
  };
  visit(start, []);
  const lost = tasks.filter((task) => !finished.has(task.id)).map((task) => task.id);
  if (lost.length > 0) reader.fail(`nothing leads to the tasks ${lost.join(', ')}`);
}
