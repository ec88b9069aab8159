import {
  ALL,
  AUTOMATIONS,
  CLASSIFIERS,
  FIELDS,
  INTEGRATIONS,
  LAYOUTS,
  LISTS,
  nameOf,
  PLAYBOOKS,
  record,
  TYPES,
  valuesOf,
} from './pack';

/** What holds for every item of the committed pack. */

it('has items of every kind', () => {
  const kinds = [AUTOMATIONS, INTEGRATIONS, PLAYBOOKS, TYPES, FIELDS, LAYOUTS, CLASSIFIERS, LISTS];
  expect(kinds.map((kind) => kind.length > 0)).toEqual(kinds.map(() => true));
});

describe.each(ALL.map((item) => ({ path: item.path, item })))('$path', ({ item }) => {
  const { data } = item;
  const id = data.id ?? record(data.commonfields).id;

  it('is named like its id, which nothing else has', () => {
    const wanted = item.path.startsWith('IncidentFields/') ? `incident_${String(data.cliName)}` : nameOf(item);
    expect(id).toBe(wanted);
    expect(ALL.filter((other) => (other.data.id ?? record(other.data.commonfields).id) === id)).toEqual([item]);
  });

  it('has version -1 and runs from 6.10.0 on', () => {
    expect(data.version ?? record(data.commonfields).version).toBe(-1);
    expect(data.fromversion ?? data.fromVersion).toBe('6.10.0');
  });

  it('has no null, and descriptions that end with a full stop', () => {
    expect(item.text).not.toMatch(/(^|[:\s,[])(null|~)($|[\s,\]}])/m);
    const texts = [...valuesOf(data, 'description'), ...valuesOf(data, 'comment')].filter((text) => text !== '');
    expect(texts.filter((text) => typeof text !== 'string' || !/[.?!]$/.test(text))).toEqual([]);
  });
});
