import type { Reader } from './reader';
import type { ClassifierContent, IncidentFieldContent, IncidentTypeContent, ListContent, MapperContent } from './types';
import { readValue, readValues } from './values';

/** The name of the mapper's part that holds for every incident type. */
export const COMMON_MAPPING = 'dbot_classification_incident_type_all';

/** Reads the JSON of an incident type, as far as the runner acts on it. */
export function readIncidentType(reader: Reader): IncidentTypeContent {
  return {
    name: reader.text('name'),
    playbook: reader.textOr('playbookId', ''),
    layout: reader.textOr('layout', ''),
    autorun: reader.flag('autorun'),
  };
}

/**
 * Reads the JSON of an incident field.
 *
 * @throws RunnerError if its id is not `incident_` and the cliName, which the server demands
 */
export function readIncidentField(reader: Reader): IncidentFieldContent {
  const cliName = reader.text('cliName');
  if (reader.text('id') !== `incident_${cliName}`) reader.fail(`the id must be incident_${cliName}`);
  return {
    name: reader.text('name'),
    cliName,
    type: reader.text('type'),
    searchable: !reader.flag('unsearchable'),
    associatedTypes: reader.texts('associatedTypes'),
    associatedToAll: reader.flag('associatedToAll'),
  };
}

/** Reads the JSON of a classifier: what to take of an event, and which incident type each value means. */
export function readClassifier(reader: Reader): ClassifierContent {
  const types = reader.entries('keyTypeMap').map(([value, type]) => [value, type.asText()] as const);
  return {
    id: reader.text('id'),
    key: reader.has('transformer') ? readValue(reader.at('transformer')) : { kind: 'none' },
    types: Object.fromEntries(types),
    defaultType: reader.textOr('defaultIncidentType', '') || undefined,
  };
}

/** Reads the JSON of an incoming mapper: the incident's fields by incident type. */
export function readMapper(reader: Reader): MapperContent {
  const mapping = reader
    .entries('mapping')
    .map(
      ([type, part]) =>
        [type, readValues(part.only(['dontMapEventToLabels', 'internalMapping']), 'internalMapping')] as const,
    );
  return { id: reader.text('id'), mapping: Object.fromEntries(mapping) };
}

/**
 * Reads the JSON of a list, whose data stands in it or in a file beside it.
 *
 * @param dataFile what stands beside it in `<Name>_data.*`, where its own data is '-'
 * @throws RunnerError if that file is missing
 */
export function readList(reader: Reader, dataFile: string | undefined): ListContent {
  const data = reader.text('data');
  if (data === '-' && dataFile === undefined) reader.at('data').fail('the data file is missing');
  return { name: reader.text('name'), type: reader.text('type'), data: data === '-' ? (dataFile ?? '') : data };
}
