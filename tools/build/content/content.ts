import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CLASSIFIER, MAPPER, type Classifier, type Mapper } from '../../../scripts/content/classification';
import { FIELDS, type IncidentField } from '../../../scripts/content/fields';
import { INCIDENT_TYPE, type IncidentType } from '../../../scripts/content/incidenttype';
import { LAYOUT } from '../../../scripts/content/layout';
import { LISTS, type ExampleList } from '../../../scripts/content/lists';
import { layoutJson } from './contentlayout';
import { fileStem } from '../playbooks/playbooks';
import { FROM_VERSION } from './scriptyaml';

type Json = Readonly<Record<string, unknown>>;

/**
 * The pack's items that are JSON (incident type, fields, layout, classifier, mapper, lists): path in the repository to
 * text. Keys are those of demisto-sdk's strict models.
 */
export function contentFiles(root: string): ReadonlyMap<string, string> {
  const items: readonly (readonly [string, Json])[] = [
    [`IncidentTypes/incidenttype-${fileStem(INCIDENT_TYPE.name)}`, incidentTypeJson(INCIDENT_TYPE)],
    ...FIELDS.map((field) => [`IncidentFields/incidentfield-${fileStem(field.name)}`, fieldJson(field)] as const),
    [`Layouts/layoutscontainer-${fileStem(LAYOUT.name)}`, layoutJson(LAYOUT)],
    ['Classifiers/classifier-CN-Series', classifierJson(CLASSIFIER)],
    ['Classifiers/classifier-mapper-incoming-CN-Series', mapperJson(MAPPER)],
    ...LISTS.map((list) => [`Lists/list-${fileStem(list.name)}`, listJson(list, root)] as const),
  ];
  return new Map(
    items.map(([path, json]) => [`Packs/CNSeries/${path}.json`, JSON.stringify(json, undefined, 2) + '\n'] as const),
  );
}

/** Times are not limited here: all reminders are off. */
function incidentTypeJson({ name, color, playbook, layout }: IncidentType): Json {
  return {
    id: name,
    name,
    version: -1,
    color,
    playbookId: playbook,
    autorun: true,
    layout,
    hours: 0,
    days: 0,
    weeks: 0,
    hoursR: 0,
    daysR: 0,
    weeksR: 0,
    system: false,
    readonly: false,
    default: false,
    disabled: false,
    // Policies hold addresses that are no indicators.
    extractSettings: { mode: 'Specific', fieldCliNameToExtractSettings: {} },
    fromVersion: FROM_VERSION,
  };
}

function fieldJson({ name, cliName, type, description, associatedTypes }: IncidentField): Json {
  return {
    id: `incident_${cliName}`,
    name,
    cliName,
    version: -1,
    type,
    description,
    group: 0,
    content: true,
    system: false,
    unsearchable: true,
    required: false,
    closeForm: false,
    editForm: false,
    isReadOnly: false,
    hidden: false,
    locked: false,
    ownerOnly: false,
    useAsKpi: false,
    caseInsensitive: true,
    associatedTypes,
    associatedToAll: false,
    fromVersion: FROM_VERSION,
  };
}

function classifierJson({ name, description, root, types, otherwise }: Classifier): Json {
  return {
    id: name,
    name,
    version: -1,
    type: 'classification',
    description,
    feed: false,
    transformer: { complex: { root, filters: [], transformers: [] } },
    keyTypeMap: types,
    defaultIncidentType: otherwise,
    fromVersion: FROM_VERSION,
  };
}

function mapperJson({ name, description, incidentType, fields }: Mapper): Json {
  const internalMapping = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, { simple: path }]));
  return {
    id: name,
    name,
    version: -1,
    type: 'mapping-incoming',
    description,
    feed: false,
    mapping: { [incidentType]: { dontMapEventToLabels: true, internalMapping } },
    fromVersion: FROM_VERSION,
  };
}

function packVersion(root: string): string {
  const metadata = readFileSync(join(root, 'Packs/CNSeries/pack_metadata.json'), 'utf8');
  return (JSON.parse(metadata) as { readonly currentVersion: string }).currentVersion;
}

/** The content is the same document that the command-line program reads, as JSON. */
function listJson({ name, source }: ExampleList, root: string): Json {
  const document: unknown = parse(readFileSync(join(root, source), 'utf8'));
  return {
    id: name,
    name,
    version: -1,
    type: 'json',
    data: JSON.stringify(document, undefined, 2),
    itemVersion: packVersion(root),
    packID: 'CNSeries',
    locked: false,
    nameLocked: false,
    system: false,
    fromVersion: FROM_VERSION,
  };
}
