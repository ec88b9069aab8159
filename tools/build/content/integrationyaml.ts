import { stringify } from 'yaml';
import type {
  CommandManifest,
  IntegrationManifest,
  ParameterKind,
  ParameterManifest,
} from '../../../scripts/watcher/manifest';
import { argumentYaml, FROM_VERSION } from './scriptyaml';
import { outputPaths } from '../../../scripts/xsoar/outputs';

/** Numbers of parameter types (Cortex XSOAR documentation, "Parameter Types"). */
const TYPES: Readonly<Record<ParameterKind, number>> = {
  text: 0,
  boolean: 8,
  credentials: 9,
  incidentType: 13,
  select: 15,
};

/** Where incidents of the watcher are classified and mapped. */
const CLASSIFIER = 'CN-Series - Classifier';
const MAPPER = 'CN-Series - Incoming Mapper';

/**
 * The YAML of the integration as demisto-sdk wants it beside the code: strict keys, no nulls, a section for each
 * parameter.
 */
export function integrationYaml(manifest: IntegrationManifest): string {
  const document = {
    category: manifest.category,
    sectionorder: ['Connect', 'Collect'],
    commonfields: { id: manifest.name, version: -1 },
    configuration: manifest.parameters.map(parameterYaml),
    defaultclassifier: CLASSIFIER,
    defaultmapperin: MAPPER,
    description: manifest.description,
    display: manifest.name,
    name: manifest.name,
    script: {
      commands: manifest.commands.map(commandYaml),
      isfetch: true,
      script: '-',
      type: 'javascript',
    },
    fromversion: FROM_VERSION,
    tests: ['No tests (auto formatted)'],
  };
  // The server and demisto-sdk read YAML 1.1, where a plain `no` is a boolean.
  return stringify(document, { singleQuote: true, lineWidth: 0, indentSeq: false, compat: 'yaml-1.1' });
}

function parameterYaml(parameter: ParameterManifest): Record<string, unknown> {
  // A token alone: the name beside it is hidden, and the title stands at the token.
  const title =
    parameter.kind === 'credentials'
      ? { displaypassword: parameter.display, hiddenusername: true }
      : { display: parameter.display };
  return {
    ...title,
    name: parameter.name,
    type: TYPES[parameter.kind],
    required: parameter.required,
    ...(parameter.defaultValue !== undefined && { defaultvalue: parameter.defaultValue }),
    ...(parameter.options && { options: parameter.options }),
    ...(parameter.help !== undefined && { additionalinfo: parameter.help }),
    section: parameter.section,
    ...(parameter.advanced && { advanced: true }),
  };
}

function commandYaml(command: CommandManifest): Record<string, unknown> {
  return {
    name: command.name,
    description: command.description,
    arguments: Object.entries(command.arguments).map(([name, argument]) => ({
      ...argumentYaml([name, argument]),
      ...(command.listArguments.includes(name) && { isArray: true }),
    })),
    outputs: outputPaths(command.outputs),
  };
}
