import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { setIncident } from '../../scripts/playbooks/commands';
import { committedPlaybooks, filesIn, read, type Data } from '../playbooks/pack';

/**
 * The committed incident type, fields, layout, classifier, mapper and lists against what the marketplace and its tools
 * ask of them (demisto-sdk 1.39.7: strict schemas and validation codes, named in the titles).
 */

const ROOT = resolve(__dirname, '../..');

interface FileData extends Data {
  readonly file: string;
}

function all(folder: string): readonly FileData[] {
  return filesIn(folder, '.json').map((file) => ({ ...read(`${folder}/${file}`), file }));
}

interface Field extends FileData {
  readonly id: string;
  readonly name: string;
  readonly cliName: string;
  readonly type: string;
}

interface Item extends FileData {
  readonly name: string;
}

const FIELDS = all('IncidentFields') as readonly Field[];
const [TYPE] = all('IncidentTypes') as readonly Item[];
const [LAYOUT] = all('Layouts') as readonly (Item & { readonly detailsV2: { readonly tabs: readonly Tab[] } })[];
const CLASSIFIERS = all('Classifiers') as readonly Item[];
const LISTS = all('Lists') as readonly (Item & { readonly data: string })[];
const ITEMS: readonly Item[] = [TYPE, LAYOUT, ...CLASSIFIERS, ...LISTS];

interface Tab extends Data {
  readonly id: string;
  readonly type: string;
  readonly sections?: readonly Section[];
}

interface Section extends Data {
  readonly i: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly items?: readonly { readonly fieldId: string; readonly id: string; readonly index: number }[];
}

/** The keys of demisto-sdk's strict models that are used here. */
const KEYS: Readonly<Record<string, string>> = {
  IncidentTypes:
    'id name version color playbookId autorun layout hours days weeks hoursR daysR weeksR system readonly default disabled extractSettings fromVersion',
  IncidentFields:
    'id name cliName version type description group content system unsearchable required closeForm editForm isReadOnly hidden locked ownerOnly useAsKpi caseInsensitive associatedTypes associatedToAll fromVersion',
  Layouts: 'id name version group system detailsV2 fromVersion',
  Lists: 'id name version type data itemVersion packID locked nameLocked system fromVersion',
};

it.each(Object.keys(KEYS))('%s have the keys of their kind and no others (ST110)', (folder) => {
  for (const { file, ...item } of all(folder))
    expect([file, Object.keys(item)]).toEqual([file, KEYS[folder].split(' ')]);
});

it('versions, ids and names are right, and all are unique (BA100, BA101, BA106)', () => {
  for (const item of ITEMS) {
    expect(item).toMatchObject({ id: item.name, version: -1, fromVersion: '6.10.0' });
  }
  const playbooks = committedPlaybooks().map(({ playbook }) => playbook.name);
  const names = [...ITEMS.map(({ name }) => name), ...FIELDS.map(({ name }) => name), ...playbooks];

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('nothing is null, and every description is a sentence', () => {
  for (const item of [...ITEMS, ...FIELDS]) {
    const { file, ...plain } = item;
    expect([file, JSON.stringify(plain)]).toEqual([file, expect.not.stringMatching(/[:[,]null[,}\]]/)]);
    if (typeof plain.description === 'string') expect(plain.description).toMatch(/^[A-Z].*\.$/);
  }
});

describe('incident type', () => {
  it('its six reminders are whole numbers, and nothing is extracted (IT100, IT102, IT103)', () => {
    for (const key of ['hours', 'days', 'weeks', 'hoursR', 'daysR', 'weeksR']) expect(TYPE[key]).toBe(0);
    expect(TYPE).toMatchObject({
      color: expect.stringMatching(/^#[0-9A-F]{6}$/) as unknown,
      extractSettings: { mode: 'Specific', fieldCliNameToExtractSettings: {} },
    });
  });

  it('its playbook and its layout are in the pack (IT101)', () => {
    expect(committedPlaybooks().map(({ playbook }) => playbook.name)).toContain(TYPE.playbookId);
    expect(LAYOUT.name).toBe(TYPE.layout);
    expect(TYPE.autorun).toBe(true);
  });
});

describe.each(FIELDS)('field $name', (field) => {
  it('goes by the rules for names (IF100, IF105, IF106, IF113, BA116)', () => {
    expect(field.name).toMatch(/^CN-Series /);
    expect(field.name).not.toMatch(/\b(incident|case|alert|event|playbook|ticket|issue)s?\b/);
    expect(field.cliName).toBe(field.name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    expect(field.id).toBe(`incident_${field.cliName}`);
    expect(field.file).toBe(`incidentfield-${field.name.replaceAll(' ', '_')}.json`);
  });

  it('is a field of content for incidents of this type alone (IF101 to IF104, IF109, IF115)', () => {
    expect(field).toMatchObject({
      group: 0,
      content: true,
      system: false,
      unsearchable: true,
      required: false,
      associatedToAll: false,
      associatedTypes: [TYPE.name],
      fromVersion: '6.10.0',
    });
    expect(['shortText', 'longText', 'markdown']).toContain(field.type);
  });
});

it('every field that a playbook sets is there', () => {
  const custom = Object.keys(setIncident.arguments).filter((name) => name.startsWith('cnseries'));
  expect(FIELDS.map(({ cliName }) => cliName)).toEqual(expect.arrayContaining(custom));
});

describe('layout', () => {
  const tabs = LAYOUT.detailsV2.tabs;
  const sections = tabs.flatMap((tab) => tab.sections ?? []);

  it('its tabs have ids of their own, and kinds that the server knows', () => {
    expect(tabs.map(({ id, type }) => [id, type])).toEqual([
      ['caseinfoid', 'custom'],
      ['warRoom', 'warRoom'],
      ['workPlan', 'workPlan'],
    ]);
  });

  it('its sections have ids of their own and do not overlap in the grid of three columns', () => {
    expect(new Set(sections.map(({ i }) => i)).size).toBe(sections.length);
    const cells = sections.flatMap(({ x, y, w, h }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { x, w, i } of sections) {
      expect(x + w).toBeLessThanOrEqual(3);
      expect(i).toMatch(/^caseinfoid-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }
  });

  it('it shows every field of the pack once, and fields that every incident has', () => {
    const shown = sections.flatMap(({ items }) => items ?? []);
    const ids = shown.map(({ fieldId }) => fieldId);
    expect(ids.filter((id) => id.startsWith('cnseries')).sort()).toEqual(FIELDS.map(({ cliName }) => cliName).sort());
    const others = ids.filter((id) => !id.startsWith('cnseries'));
    expect(['occurred', 'owner', 'severity', 'closereason', 'closenotes', 'sourceinstance']).toEqual(
      expect.arrayContaining(others),
    );
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    for (const { items = [] } of sections) expect(items.map(({ index }) => index)).toEqual(items.map((_, at) => at));
  });

  it('who approves sees the plan over the whole width', () => {
    const plan = sections.find(({ items = [] }) => items.some(({ fieldId }) => fieldId === 'cnseriesplan'));
    expect(plan).toMatchObject({ x: 0, w: 3 });
  });
});

describe('classifier and mapper', () => {
  const [classifier, mapper] = CLASSIFIERS;

  it('the classifier gives every incident the type of the pack (CL100)', () => {
    expect(classifier).toMatchObject({ file: 'classifier-CN-Series.json', type: 'classification', feed: false });
    expect(classifier.defaultIncidentType).toBe(TYPE.name);
    expect(new Set(Object.values(classifier.keyTypeMap as Data))).toEqual(new Set([TYPE.name]));
    expect(Object.keys(classifier.keyTypeMap as Data).sort()).toEqual(['changed', 'first', 'relisted']);
  });

  it('the mapper fills fields of the pack by their names, from what the watcher sends', () => {
    expect(mapper).toMatchObject({
      file: 'classifier-mapper-incoming-CN-Series.json',
      type: 'mapping-incoming',
      mapping: { [TYPE.name]: { dontMapEventToLabels: true } },
    });
    const mapping = mapper.mapping as Readonly<Record<string, { readonly internalMapping: Data }>>;
    expect(Object.keys(mapping)).toEqual([TYPE.name]);
    const mapped = mapping[TYPE.name].internalMapping;
    expect(FIELDS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(mapped)));
    expect(mapped).toEqual({ 'CN-Series Cluster': { simple: 'cluster' }, 'CN-Series Changes': { simple: 'summary' } });
  });

  it('the integration uses both', () => {
    const watcher = read('Integrations/KubernetesPolicyWatcher/KubernetesPolicyWatcher.yml');
    expect(watcher).toMatchObject({ defaultclassifier: classifier.name, defaultmapperin: mapper.name });
  });
});

describe.each([
  ['CNSeries Clusters Example', 'examples/profile.yaml'],
  ['CNSeries Security Services Example', 'examples/security-services.yaml'],
])('list %s', (name, source) => {
  const list = LISTS.find((one) => one.name === name);

  it('holds the same document as the example for the command line', () => {
    expect(list).toMatchObject({ type: 'json', packID: 'CNSeries', file: `list-${name.replaceAll(' ', '_')}.json` });
    expect(JSON.parse(String(list?.data))).toEqual(parse(readFileSync(join(ROOT, source), 'utf8')));
  });

  it('fits into a list of the server', () => {
    expect(String(list?.data).length).toBeLessThan(200000);
  });
});

it('no file of the pack has a space in its name', () => {
  expect(filesIn('.', '').filter((path) => path.includes(' '))).toEqual([]);
});
