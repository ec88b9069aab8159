import type { PlaybookContent, Task } from '../content/types';
import { RunnerError } from '../errors';
import { CONTROL } from '../playbook/control';
import { prepareArguments } from './arguments';
import { definitionOf } from './commands';
import { Core } from './core';
import type { ServerOptions } from './options';

/** Arguments of a task that the server keeps for itself. */
const OWN_ARGUMENTS =
  'retry-count retry-interval using extend-context ignore-outputs execution-timeout auto-extract raw-response';

/**
 * What playbooks and incident types name that is not there: automations, commands, their arguments, playbooks and their
 * inputs. Tasks that may be skipped where something is missing are passed over. Empty: all is there.
 */
export function missingReferences(options: ServerOptions): readonly string[] {
  const core = new Core(options, CONTROL);
  const playbooks = [...core.content.playbooks.values()];
  const types = [...core.content.incidentTypes.values()].filter(
    ({ playbook }) => playbook !== '' && !core.content.playbooks.has(playbook),
  );
  return [
    ...types.map(({ name, playbook }) => `incident type "${name}": there is no playbook "${playbook}"`),
    ...playbooks.flatMap((playbook) =>
      playbook.tasks
        .filter((task) => !task.skipUnavailable)
        .flatMap((task) => problemsOf(core, task).map((problem) => `${placeOf(playbook, task)}: ${problem}`)),
    ),
  ];
}

function placeOf(playbook: PlaybookContent, task: Task): string {
  return `${playbook.name}, task ${task.id} "${task.name}"`;
}

function problemsOf(core: Core, task: Task): readonly string[] {
  const given = Object.keys(task.arguments);
  switch (task.work.kind) {
    case 'run':
    case 'script condition': {
      const { target } = task.work;
      return problems(() => {
        const command = definitionOf(core, target);
        const names = given.filter((name) => !OWN_ARGUMENTS.split(' ').includes(name));
        const needed = { ...command, arguments: command.arguments.map((one) => ({ ...one, predefined: undefined })) };
        prepareArguments(needed, Object.fromEntries(names.map((name) => [name, '?'])));
      });
    }
    case 'playbook': {
      const inner = core.content.playbooks.get(task.work.playbook);
      if (inner === undefined) return [`there is no playbook "${task.work.playbook}"`];
      return given
        .filter((name) => !inner.inputs.some((input) => input.key === name))
        .map((name) => `the playbook "${inner.name}" has no input "${name}"`);
    }
    case 'pass':
    case 'manual':
    case 'manual condition':
    case 'condition':
    case 'ask':
    case 'collection':
      return [];
  }
}

function problems(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Error) return [error.message];
    throw new RunnerError(String(error));
  }
}
