import type { ArgumentManifest, AutomationManifest } from '../../../scripts/xsoar/manifest';
import { FROM_VERSION } from './scriptyaml';
import { outputPaths } from '../../../scripts/xsoar/outputs';

/** The README of an automation in the form that the marketplace documentation uses, wholly made from its manifest. */
export function scriptReadme(manifest: AutomationManifest): string {
  const sections = [
    manifest.description,
    ...manifest.details,
    '## Script Data',
    '---',
    table(
      ['**Name**', '**Description**'],
      [
        ['Script Type', 'javascript'],
        ['Tags', manifest.tags.join(', ')],
        ['Cortex XSOAR Version', FROM_VERSION],
      ],
    ),
    '## Inputs',
    '---',
    table(
      ['**Argument Name**', '**Description**', '**Required**'],
      Object.entries(manifest.arguments).map(argumentRow),
    ),
    '## Outputs',
    '---',
    table(
      ['**Path**', '**Description**', '**Type**'],
      outputPaths(manifest.outputs).map(({ contextPath, description, type }) => [
        contextPath,
        encode(description),
        type,
      ]),
    ),
  ];
  return sections.join('\n\n') + '\n';
}

/** The row of an argument in the table of inputs. */
export function argumentRow([name, argument]: [string, ArgumentManifest]): string[] {
  const choices = argument.kind === 'choice' ? ` Possible values are: ${argument.choices.join(', ')}.` : '';
  const fallback = argument.defaultValue === undefined ? '' : ` Default is ${argument.defaultValue}.`;
  return [name, encode(argument.description + choices + fallback), argument.required ? 'Required' : 'Optional'];
}

/** A table in Markdown. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text in a cell. The documentation site reads Markdown as MDX, where `<` opens a tag. */
export function encode(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
}
