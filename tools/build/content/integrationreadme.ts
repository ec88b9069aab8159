import type { CommandManifest, IntegrationManifest, ParameterManifest } from '../../../scripts/watcher/manifest';
import { argumentRow, encode, table } from './scriptreadme';
import { outputPaths } from '../../../scripts/xsoar/outputs';

/** The README of the integration in the form that the marketplace documentation uses, wholly made from its manifest. */
export function integrationReadme(manifest: IntegrationManifest): string {
  const sections = [
    manifest.description,
    `## Configure ${manifest.name} in Cortex`,
    table(['**Parameter**', '**Description**', '**Required**'], manifest.parameters.map(parameterRow)),
    '## Commands',
    'You can execute these commands from the CLI, as part of an automation, or in a playbook. After you successfully execute a command, a DBot message appears in the War Room with the command details.',
    ...manifest.commands.flatMap(commandSections),
  ];
  return sections.join('\n\n') + '\n';
}

function parameterRow(parameter: ParameterManifest): string[] {
  return [parameter.display, encode(parameter.help ?? ''), parameter.required ? 'True' : 'False'];
}

function commandSections(command: CommandManifest): string[] {
  return [
    `### ${command.name}`,
    '***',
    command.description,
    '#### Base Command',
    `\`${command.name}\``,
    '#### Input',
    table(['**Argument Name**', '**Description**', '**Required**'], Object.entries(command.arguments).map(argumentRow)),
    '#### Context Output',
    table(
      ['**Path**', '**Type**', '**Description**'],
      outputPaths(command.outputs).map(({ contextPath, description, type }) => [
        contextPath,
        type,
        encode(description),
      ]),
    ),
    '#### Command example',
    `\`${command.example}\``,
  ];
}
