import type { PlaybookInput } from '../../../scripts/playbooks/inputs';
import type { Playbook } from '../../../scripts/playbooks/playbook';
import type { Task } from '../../../scripts/playbooks/tasks';
import { encode, table } from '../content/scriptreadme';
import type { Value } from '../../../scripts/playbooks/values';

/** Integrations by the commands of theirs that playbooks run. */
const INTEGRATIONS: Readonly<Record<string, string>> = {
  'demisto-lock-get': 'Cortex Lock (Demisto Lock on older servers)',
  'demisto-lock-release': 'Cortex Lock (Demisto Lock on older servers)',
};

/**
 * The README of a playbook in the form that the marketplace documentation uses, wholly made from the playbook.
 *
 * @param stem the name of its files
 */
export function playbookReadme(playbook: Playbook, stem: string): string {
  const tasks = Object.values(playbook.tasks);
  const commands = unique(tasks.flatMap((task) => (task.kind === 'command' ? [task.command] : [])));
  const sections = [
    playbook.description,
    '## Dependencies',
    'This playbook uses the following sub-playbooks, integrations, and scripts.',
    ...used('Sub-playbooks', unique(tasks.flatMap((task) => (task.kind === 'subplaybook' ? [task.playbook] : [])))),
    ...used('Integrations', unique(commands.flatMap((command) => INTEGRATIONS[command] ?? []))),
    ...used('Scripts', unique(tasks.flatMap(scriptsOf))),
    ...used('Commands', commands),
    '## Playbook Inputs',
    '---',
    inputsText(playbook),
    '## Playbook Outputs',
    '---',
    outputsText(playbook),
    '## Playbook Image',
    '---',
    `![${playbook.name}](../doc_files/${stem}.png)`,
  ];
  return sections.join('\n\n') + '\n';
}

function scriptsOf(task: Task): string[] {
  return task.kind === 'automation' ? [task.script] : [];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function used(title: string, names: readonly string[]): string[] {
  const none = `This playbook does not use any ${title.toLowerCase()}.`;
  return [`### ${title}`, names.length === 0 ? none : names.map((name) => `* ${name}`).join('\n')];
}

function inputsText({ inputs }: Playbook): string {
  if (Object.keys(inputs).length === 0) return 'There are no inputs for this playbook.';
  return table(
    ['**Name**', '**Description**', '**Default Value**', '**Required**'],
    Object.entries(inputs).map(inputRow),
  );
}

function inputRow([name, { description, value, required }]: [string, PlaybookInput]): string[] {
  return [name, encode(description), encode(defaultText(value)), required ? 'Required' : 'Optional'];
}

function defaultText(value: Value | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return value.accessor === undefined ? value.root : `${value.root}.${value.accessor}`;
}

function outputsText({ outputs }: Playbook): string {
  if (outputs.length === 0) return 'There are no outputs for this playbook.';
  return table(
    ['**Path**', '**Description**', '**Type**'],
    outputs.map(({ contextPath, description, type }) => [contextPath, encode(description), type.toLowerCase()]),
  );
}
