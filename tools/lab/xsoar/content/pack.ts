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

/**
 * Loads a content pack from its folder, as it is installed.
 *
 * @throws RunnerError with file and place for anything that is not known
 */
export function loadPack(folder: string): Pack {
  const classifierFiles = documents(folder, 'Classifiers', '.json');
  const isMapper = (reader: Reader): boolean => reader.text('type') === 'mapping-incoming';
  return {
    name: parsed(join(folder, 'pack_metadata.json')).text('name'),
    scripts: folders(folder, 'Scripts').map((path) => readScript(yamlOf(path), codeOf(path))),
    integrations: folders(folder, 'Integrations').map((path) => readIntegration(yamlOf(path), codeOf(path))),
    playbooks: documents(folder, 'Playbooks', '.yml').map(readPlaybook),
    incidentTypes: documents(folder, 'IncidentTypes', '.json').map(readIncidentType),
    incidentFields: documents(folder, 'IncidentFields', '.json').map(readIncidentField),
    classifiers: classifierFiles.filter((reader) => !isMapper(reader)).map(readClassifier),
    mappers: classifierFiles.filter(isMapper).map(readMapper),
    lists: lists(folder),
    layouts: Object.fromEntries(
      documents(folder, 'Layouts', '.json').map((reader) => [reader.text('id'), reader.raw() as JsonObject]),
    ),
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

/** JSON is YAML. The core schema takes no dates, as the server does not. */
function parsed(path: string): Reader {
  return new Reader(load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA, filename: path }), path);
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
