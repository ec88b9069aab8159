import { stringify } from 'yaml';
import type { ArgumentManifest, AutomationManifest } from '../../../scripts/xsoar/manifest';
import { outputPaths } from '../../../scripts/xsoar/outputs';

/** The oldest server that the pack is for; demisto-sdk's own default. */
export const FROM_VERSION = '6.10.0';

/**
 * The YAML of an automation as demisto-sdk wants it beside the code: strict keys, no nulls, and no `subtype` or
 * `dockerimage`, which JavaScript does not have.
 */
export function scriptYaml(manifest: AutomationManifest): string {
  const document = {
    commonfields: { id: manifest.name, version: -1 },
    name: manifest.name,
    script: '-',
    type: 'javascript',
    tags: manifest.tags,
    comment: manifest.description,
    enabled: true,
    args: Object.entries(manifest.arguments).map(argumentYaml),
    outputs: outputPaths(manifest.outputs),
    scripttarget: 0,
    timeout: '0',
    runonce: false,
    runas: 'DBotWeakRole',
    dependson: {},
    fromversion: FROM_VERSION,
    tests: ['No tests (auto formatted)'],
  };
  // The server and demisto-sdk read YAML 1.1, where a plain `no` is a boolean.
  return stringify(document, { singleQuote: true, lineWidth: 0, indentSeq: false, compat: 'yaml-1.1' });
}

/** One argument of an automation or a command. */
export function argumentYaml([name, argument]: [string, ArgumentManifest]): Record<string, unknown> {
  return {
    name,
    ...(argument.required && { required: true }),
    ...(argument.positional && { default: true }),
    description: argument.description,
    // Without it, a list from a playbook would run the command once for each element.
    ...((argument.kind === 'list' || argument.kind === 'document') && { isArray: true }),
    ...(argument.kind === 'choice' && { auto: 'PREDEFINED', predefined: argument.choices }),
    ...(argument.defaultValue !== undefined && { defaultValue: argument.defaultValue }),
  };
}
