import { outputPaths, type OutputManifest } from '../../../scripts/xsoar/outputs';
import type { Playbook } from '../../../scripts/playbooks/playbook';
import type { Task } from '../../../scripts/playbooks/tasks';
import type { AutomationManifest } from '../../../scripts/xsoar/manifest';
import { usedPaths } from './playbookpaths';

/** What a playbook may refer to. */
export interface Surroundings {
  readonly playbooks: readonly Playbook[];
  readonly automations: readonly AutomationManifest[];
  /** Machine names of fields that incidents of the pack have. */
  readonly fields: readonly string[];
}

/**
 * Why the server or demisto-sdk would not take a playbook, or would do something else than it says: one sentence for
 * each violation, none for a good one. Names of arguments and types of choices are checked by the compiler already.
 */
export function playbookViolations(playbook: Playbook, surroundings: Surroundings): string[] {
  const found = [...edgeViolations(playbook), ...inputViolations(playbook), ...pathViolations(playbook, surroundings)];
  const plainPaths = pathsOfPlainText(surroundings.automations);
  for (const [name, task] of Object.entries(playbook.tasks)) {
    found.push(...taskViolations(name, task), ...callViolations(name, task, surroundings));
    found.push(...textViolations(name, task, plainPaths));
  }
  return found.map((violation) => `${playbook.name}: ${violation}`);
}

/** Every edge leads to a task, and every task is reached (demisto-sdk PB103). */
function edgeViolations({ start, tasks }: Playbook): string[] {
  const found: string[] = [];
  const reached = new Set<string>();
  const visit = (names: readonly string[], from: string): void => {
    for (const name of names) {
      if (!Object.hasOwn(tasks, name)) found.push(`${from} leads to "${name}", which is no task`);
      else if (!reached.has(name)) {
        reached.add(name);
        visit(nextOf(tasks[name]), `"${name}"`);
      }
    }
  };
  visit(start, 'the start');
  const orphans = Object.keys(tasks).filter((name) => !reached.has(name));
  return [...found, ...orphans.map((name) => `nothing leads to "${name}"`), ...circles(start, tasks)];
}

/** A task runs once; going back needs a loop. */
function circles(start: readonly string[], tasks: Playbook['tasks']): string[] {
  const done = new Set<string>();
  const walk = (name: string, above: readonly string[]): string[] => {
    if (above.includes(name)) return [`"${name}" leads back to itself`];
    if (done.has(name) || !Object.hasOwn(tasks, name)) return [];
    done.add(name);
    return nextOf(tasks[name]).flatMap((next) => walk(next, [...above, name]));
  };
  return start.flatMap((name) => walk(name, []));
}

/** The tasks that may follow. */
function nextOf(task: Task): readonly string[] {
  switch (task.kind) {
    case 'title':
    case 'manual':
    case 'form':
    case 'subplaybook':
      return task.next;
    case 'automation':
    case 'command':
      return Array.isArray(task.onError) ? [...task.next, ...(task.onError as readonly string[])] : task.next;
    case 'condition':
      return [...task.branches.flatMap(({ next }) => next), ...task.otherwise];
    case 'ask':
      return Object.values(task.replies).flat();
  }
}

/** What is declared is used, and what is used is declared (demisto-sdk PB118, PB119). */
function inputViolations(playbook: Playbook): string[] {
  const used = new Set(
    usedPaths(playbook.tasks).flatMap((path) => (path.startsWith('inputs.') ? [path.split('.')[1]] : [])),
  );
  const declared = Object.keys(playbook.inputs);
  return [
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `the input "${name}" is not declared`),
    ...declared.filter((name) => !used.has(name)).map((name) => `the input "${name}" is not used`),
  ];
}

/** A path that nobody writes would silently be empty. */
function pathViolations(playbook: Playbook, { playbooks, automations, fields }: Surroundings): string[] {
  const known = [
    ...Object.values(playbook.tasks).flatMap((task) => writtenBy(task, playbooks, automations)),
    ...fields.map((field) => `incident.${field}`),
    ...Object.keys(playbook.inputs).map((name) => `inputs.${name}`),
    'modules',
  ];
  const isKnown = (path: string): boolean => known.some((one) => isWithin(path, one) || isWithin(one, path));
  const used = new Set([...usedPaths(playbook.tasks), ...usedPaths(playbook.inputs)]);
  const unwritten = [...used].filter((path) => !path.startsWith('inputs.') && !isKnown(path));
  const outputs = playbook.outputs.filter(({ contextPath }) => !isKnown(contextPath));
  return [
    ...unwritten.map((path) => `nothing writes "${path}"`),
    ...outputs.map(({ contextPath }) => `nothing writes the output "${contextPath}"`),
  ];
}

/** The server renders what people read, and puts values into it as they are: only what is escaped may stand there. */
function textViolations(name: string, task: Task, plainPaths: readonly string[]): string[] {
  const isPlain = (path: string): boolean =>
    path.includes('.Answers') || plainPaths.some((plain) => isWithin(path, plain) || isWithin(plain, path));
  return usedPaths(renderedTexts(task))
    .filter(isPlain)
    .map((path) => `"${name}" shows "${path}", which is not escaped for Markdown`);
}

/** What of a task the server renders with values in it. */
function renderedTexts(task: Task): unknown {
  switch (task.kind) {
    case 'form':
      return [task.description, task.message.body, task.form];
    case 'ask':
      return [task.description, task.message.body];
    case 'title':
      return [];
    case 'automation':
    case 'command':
    case 'condition':
    case 'manual':
    case 'subplaybook':
      return task.description;
  }
}

const HASHES: readonly string[] = ['Hash', 'ShortHash'];
const PLAIN_TYPES: readonly string[] = ['Number', 'Boolean', 'Date'];

/** Outputs that hold any text: no numbers, none of a few texts, no hashes, and not the twins for Markdown. */
function pathsOfPlainText(automations: readonly AutomationManifest[]): string[] {
  return automations.flatMap(({ outputs }) =>
    Object.entries(outputs.fields).flatMap(([name, field]) => {
      const isSafe =
        'type' in field && (PLAIN_TYPES.includes(field.type) || field.choices !== undefined || HASHES.includes(name));
      return isSafe ? [] : [`${outputs.path}.${name}`];
    }),
  );
}

/** The paths that a task writes. */
function writtenBy(
  task: Task,
  playbooks: readonly Playbook[],
  automations: readonly AutomationManifest[],
): readonly string[] {
  switch (task.kind) {
    case 'automation':
      return contextPaths(
        automations.filter(({ name }) => name === task.script).flatMap((one) => outputPaths(one.outputs)),
      );
    case 'subplaybook':
      return contextPaths(playbooks.filter(({ name }) => name === task.playbook).flatMap((one) => one.outputs));
    case 'form':
      return [`${task.form.title}.Answers`];
    case 'title':
    case 'command':
    case 'condition':
    case 'manual':
    case 'ask':
      return [];
  }
}

function contextPaths(outputs: readonly OutputManifest[]): string[] {
  return outputs.map(({ contextPath }) => contextPath);
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

function taskViolations(name: string, task: Task): string[] {
  const found: string[] = [];
  if (!/^[A-Z]/.test(name)) found.push(`the name "${name}" does not start with a capital`);
  if (task.kind === 'condition' && !name.endsWith('?')) found.push(`the condition "${name}" does not ask`);
  if ('description' in task && !/[.]$/.test(task.description)) {
    found.push(`the description of "${name}" does not end with a full stop`);
  }
  for (const [label, next] of labelsOf(task)) {
    if (next.length === 0) found.push(`the branch "${label}" of "${name}" leads nowhere`);
  }
  const labels = labelsOf(task).map(([label]) => label);
  if (new Set(labels.map((label) => label.toLowerCase())).size < labels.length) {
    found.push(`"${name}" has two branches of one label`);
  }
  if ((task.kind === 'condition' || task.kind === 'ask') && labels.length < 2) {
    found.push(`"${name}" has nothing to choose from`);
  }
  return found;
}

function labelsOf(task: Task): readonly (readonly [string, readonly string[]])[] {
  switch (task.kind) {
    case 'condition':
      return [...task.branches.map(({ label, next }) => [label, next] as const), ['else', task.otherwise] as const];
    case 'ask':
      return Object.entries(task.replies);
    default:
      return [];
  }
}

/** The compiler knows the arguments, but not whether what is called belongs to the pack. */
function callViolations(name: string, task: Task, { playbooks, automations }: Surroundings): string[] {
  if (task.kind === 'automation' && !automations.some((one) => one.name === task.script)) {
    return [`"${name}" runs "${task.script}", which is no automation of the pack`];
  }
  if (task.kind === 'subplaybook' && !playbooks.some((one) => one.name === task.playbook)) {
    return [`"${name}" runs "${task.playbook}", which is no playbook of the pack`];
  }
  return [];
}
