import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { RunnerError } from '../errors';
import type { JsonObject } from '../json';
import { readIntegration, readScript } from './commands';
import { readClassifier, readIncidentField, readIncidentType, readList, readMapper } from './incidents';
import { readPlaybook } from './playbook';
import { Reader } from './reader';
import type { ListContent, Pack } from './types';

/** The documents of a pack by what they are, wherever they were read from. */
export interface PackDocuments {
  readonly metadata: Reader;
  /** YAML and code. */
  readonly scripts: readonly (readonly [Reader, string])[];
  readonly integrations: readonly (readonly [Reader, string])[];
  readonly playbooks: readonly Reader[];
  readonly incidentTypes: readonly Reader[];
  readonly incidentFields: readonly Reader[];
  /** Classifiers and mappers. */
  readonly classifiers: readonly Reader[];
  readonly lists: readonly ListContent[];
  readonly layouts: readonly Reader[];
}

/**
 * Loads a content pack from its folder, as its sources stand there.
 *
 * @throws RunnerError with file and place for anything that is not known
 */
export function loadPack(folder: string): Pack {
  return packOf({
    metadata: parsed(join(folder, 'pack_metadata.json')),
    scripts: folders(folder, 'Scripts').map((path) => [yamlOf(path), codeOf(path)]),
    integrations: folders(folder, 'Integrations').map((path) => [yamlOf(path), codeOf(path)]),
    playbooks: documents(folder, 'Playbooks', '.yml'),
    incidentTypes: documents(folder, 'IncidentTypes', '.json'),
    incidentFields: documents(folder, 'IncidentFields', '.json'),
    classifiers: documents(folder, 'Classifiers', '.json'),
    lists: lists(folder),
    layouts: documents(folder, 'Layouts', '.json'),
  });
}

/**
 * The pack from its documents, wherever these were read from.
 *
 * @throws RunnerError with file and place for anything that is not known
 */
export function packOf(read: PackDocuments): Pack {
  const isMapper = (reader: Reader): boolean => reader.text('type') === 'mapping-incoming';
  return {
    name: read.metadata.text('name'),
    scripts: read.scripts.map(([yaml, code]) => readScript(yaml, code)),
    integrations: read.integrations.map(([yaml, code]) => readIntegration(yaml, code)),
    playbooks: read.playbooks.map(readPlaybook),
    incidentTypes: read.incidentTypes.map(readIncidentType),
    incidentFields: read.incidentFields.map(readIncidentField),
    classifiers: read.classifiers.filter((reader) => !isMapper(reader)).map(readClassifier),
    mappers: read.classifiers.filter(isMapper).map(readMapper),
    lists: read.lists,
    layouts: Object.fromEntries(read.layouts.map((reader) => [reader.text('id'), reader.raw() as JsonObject])),
  };
}

/** A playbook from its YAML text, for playbooks that stand in no pack. */
export function parsePlaybook(yaml: string, name: string): Pack['playbooks'][number] {
  return readPlaybook(new Reader(load(yaml, { schema: CORE_SCHEMA }), name));
}

function names(folder: string, kind: string): readonly string[] {
  const path = join(folder, kind);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

function folders(folder: string, kind: string): readonly string[] {
  return names(folder, kind).map((name) => join(folder, kind, name));
}

function documents(folder: string, kind: string, ending: string): readonly Reader[] {
  return names(folder, kind)
    .filter((name) => name.endsWith(ending))
    .map((name) => parsed(join(folder, kind, name)));
}

function parsed(path: string): Reader {
  return parsedText(readFileSync(path, 'utf8'), path);
}

/** A document of YAML or JSON, which is YAML. The core schema takes no dates, as the server does not. */
export function parsedText(text: string, path: string): Reader {
  return new Reader(load(text, { schema: CORE_SCHEMA, filename: path }), path);
}

function only(folder: string, ending: string): string {
  const found = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new RunnerError(`${folder} must hold one file *${ending}, not ${found.length}.`);
  return join(folder, found[0]);
}

function yamlOf(folder: string): Reader {
  return parsed(only(folder, '.yml'));
}

function codeOf(folder: string): string {
  return readFileSync(only(folder, '.js'), 'utf8');
}

/** `Lists/list-x.json`, or a folder with `<Name>.json` and `<Name>_data.*`. */
function lists(folder: string): readonly ListContent[] {
  const single = documents(folder, 'Lists', '.json').map((reader) => readList(reader, undefined));
  const inFolders = folders(folder, 'Lists')
    .filter((path) => !path.endsWith('.json'))
    .map((path) => {
      const data = readdirSync(path).filter((name) => name.includes('_data.'));
      const definition = readdirSync(path).filter((name) => name.endsWith('.json') && !name.includes('_data.'));
      if (data.length !== 1 || definition.length !== 1) throw new RunnerError(`${path} must hold a list and its data.`);
      return readList(parsed(join(path, definition[0])), readFileSync(join(path, data[0]), 'utf8'));
    });
  return [...single, ...inFolders];
}
