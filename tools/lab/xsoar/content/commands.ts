import { RunnerError } from '../errors';
import type { Reader } from './reader';
import type {
  ArgumentDefinition,
  CommandDefinition,
  IntegrationContent,
  ParameterDefinition,
  ScriptContent,
} from './types';

const SCRIPT_KEYS = [
  'commonfields',
  'name',
  'script',
  'type',
  'tags',
  'comment',
  'enabled',
  'system',
  'deprecated',
  'sensitive',
  'args',
  'outputs',
  'important',
  'scripttarget',
  'timeout',
  'runas',
  'dependson',
  'runonce',
  'polling',
  'fromversion',
  'tests',
  'marketplaces',
  'prettyname',
  'supportedModules',
  'contentitemexportablefields',
  'skipprepare',
];

/** An automation: its YAML, and its code, which stands beside it or inside. */
export function readScript(reader: Reader, code: string): ScriptContent {
  reader.only(SCRIPT_KEYS);
  if (reader.text('type') !== 'javascript') reader.at('type').fail('only javascript runs here');
  const name = reader.text('name');
  if (reader.at('commonfields').text('id') !== name) reader.fail('id and name differ');
  const timeout = /^(\d+)s?$/.exec(reader.textOr('timeout', '0'));
  if (timeout === null) reader.at('timeout').fail('must be a number of seconds');
  return {
    name,
    code,
    arguments: reader.list('args').map(readArgument),
    outputs: readOutputs(reader),
    tags: reader.texts('tags'),
    timeout: Number(timeout?.[1]),
  };
}

const INTEGRATION_KEYS = [
  'commonfields',
  'name',
  'display',
  'category',
  'configuration',
  'description',
  'script',
  'sectionorder',
  'tests',
  'fromversion',
  'marketplaces',
  'defaultclassifier',
  'defaultmapperin',
  'defaultmapperout',
  'deprecated',
  'beta',
  'system',
  'detaileddescription',
  'image',
  'provider',
  'supportedModules',
  'contentitemexportablefields',
];

/** An integration: its YAML, and its code, which stands beside it or inside. Its brand is its id. */
export function readIntegration(reader: Reader, code: string): IntegrationContent {
  reader.only(INTEGRATION_KEYS);
  const script = reader.at('script');
  script.only(['script', 'type', 'commands', 'isfetch', 'runonce', 'longRunning', 'feed', 'isFetchSamples']);
  if (script.text('type') !== 'javascript') script.at('type').fail('only javascript runs here');
  return {
    brand: reader.at('commonfields').text('id'),
    code,
    parameters: reader.list('configuration').map(readParameter),
    commands: script.list('commands').map(readCommand),
    isFetch: script.flag('isfetch'),
    defaultClassifier: reader.textOr('defaultclassifier', '') || undefined,
    defaultMapperIn: reader.textOr('defaultmapperin', '') || undefined,
  };
}

function readParameter(reader: Reader): ParameterDefinition {
  const known =
    'name type display displaypassword required defaultvalue options section advanced additionalinfo hidden';
  reader.only([...known.split(' '), 'hiddenusername', 'hiddenpassword', 'fromlicense']);
  return {
    name: reader.text('name'),
    type: reader.numberOr('type', 0),
    required: reader.flag('required'),
    defaultValue: reader.has('defaultvalue') ? reader.text('defaultvalue') : undefined,
    options: reader.texts('options'),
  };
}

function readCommand(reader: Reader): CommandDefinition {
  const known = 'name description arguments outputs execution polling timeout deprecated hidden prettyname';
  reader.only(known.split(' '));
  return {
    name: reader.text('name'),
    arguments: reader.list('arguments').map(readArgument),
    outputs: readOutputs(reader),
  };
}

function readOutputs(reader: Reader): readonly string[] {
  return reader
    .list('outputs')
    .map((output) => output.only(['contextPath', 'description', 'type']).text('contextPath'));
}

function readArgument(reader: Reader): ArgumentDefinition {
  const known = 'name description required default defaultValue auto predefined isArray secret deprecated type hidden';
  reader.only([...known.split(' '), 'prettyname']);
  if (reader.has('predefined') && reader.textOr('auto', '') !== 'PREDEFINED') {
    throw new RunnerError(`${reader.where}: predefined values need auto: PREDEFINED.`);
  }
  return {
    name: reader.text('name'),
    required: reader.flag('required'),
    isArray: reader.flag('isArray'),
    positional: reader.flag('default'),
    defaultValue: reader.has('defaultValue') ? reader.text('defaultValue') : undefined,
    predefined: reader.has('predefined') ? reader.texts('predefined') : undefined,
  };
}
