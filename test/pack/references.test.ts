import {
  AUTOMATIONS,
  CLASSIFIERS,
  type Data,
  FIELDS,
  INTEGRATIONS,
  type Item,
  LAYOUTS,
  list,
  names,
  PLAYBOOKS,
  record,
  tasksOf,
  TYPES,
  valuesOf,
} from './pack';

/** References between items: the vendor's validator would need its graph of all content for them (GR103, LO100 …). */

const cliNames = FIELDS.map((field) => String(field.data.cliName));
const commands: ReadonlyMap<string, Data> = new Map(
  INTEGRATIONS.flatMap((item) =>
    list(record(item.data.script).commands).map((command): [string, Data] => [String(command.name), command]),
  ),
);
const automations: ReadonlyMap<string, Data> = new Map(AUTOMATIONS.map((item) => [String(item.data.name), item.data]));

/** Commands of others that playbooks run, and the arguments that they have there. */
const FOREIGN: { readonly [script: string]: readonly string[] } = {
  // "Cortex Lock" of the pack Base; arguments as in its documentation.
  '|||demisto-lock-get': ['name', 'info', 'timeout', 'polling_interval'],
  '|||demisto-lock-release': ['name'],
  'Builtin|||closeInvestigation': ['closeReason', 'closeNotes'],
  'Builtin|||setIncident': ['severity', ...cliNames],
};

/** Arguments that the server takes for itself (documentation, "Playbook Tasks"). */
const RESERVED = ['retry-count', 'retry-interval', 'using', 'extend-context', 'ignore-outputs', 'execution-timeout'];

it('the incident type has a playbook and a layout of the pack', () => {
  for (const { data } of TYPES) {
    expect(names(PLAYBOOKS)).toContain(data.playbookId);
    expect(names(LAYOUTS)).toContain(data.layout);
  }
});

it('fields belong to incident types of the pack', () => {
  expect(FIELDS.flatMap(({ data }) => data.associatedTypes as string[])).toEqual(FIELDS.map(() => names(TYPES)[0]));
});

it('layouts show fields of the pack or of the server, each once, and run automations of the pack', () => {
  const server = ['occurred', 'owner', 'severity', 'dbotcreated', 'closereason', 'closenotes', 'sourceinstance'];
  for (const { data } of LAYOUTS) {
    const shown = valuesOf(data, 'fieldId').filter((field) => field !== '');
    expect(shown.filter((field) => ![...cliNames, ...server].includes(String(field)))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
    for (const script of valuesOf(data, 'scriptId')) expect([...automations.keys()]).toContain(script);
  }
});

it('the classifier leads to incident types of the pack, the mapper to their fields', () => {
  for (const { data } of CLASSIFIERS) {
    const types =
      data.type === 'classification' ? Object.values(record(data.keyTypeMap)) : Object.keys(record(data.mapping));
    expect(types.filter((type) => !names(TYPES).includes(String(type)))).toEqual([]);
    if (data.defaultIncidentType !== undefined) expect(names(TYPES)).toContain(data.defaultIncidentType);
    const mapped = valuesOf(data, 'internalMapping').flatMap((mapping) => Object.keys(record(mapping)));
    const known = [...names(FIELDS), 'name', 'occurred', 'severity', 'details'];
    expect(mapped.filter((field) => !known.includes(field))).toEqual([]);
  }
});

it('the integration comes with the classifier and the mapper of the pack', () => {
  for (const { data } of INTEGRATIONS) {
    const ids = (type: string): readonly unknown[] =>
      CLASSIFIERS.filter((item) => item.data.type === type).map((item) => item.data.id);
    expect(ids('classification')).toContain(data.defaultclassifier);
    expect(ids('mapping-incoming')).toContain(data.defaultmapperin);
  }
});

describe.each(PLAYBOOKS.map((item) => ({ name: String(item.data.name), item })))('the playbook $name', ({ item }) => {
  const tasks = tasksOf(item);

  it('runs playbooks, automations and commands that exist', () => {
    for (const { task } of tasks) {
      if (task.playbookName !== undefined) expect(names(PLAYBOOKS)).toContain(task.playbookName);
      if (task.scriptName !== undefined) expect([...automations.keys()]).toContain(task.scriptName);
      if (typeof task.script !== 'string' || Object.hasOwn(FOREIGN, task.script)) continue;
      expect([...commands.keys()]).toContain(task.script.split('|||')[1]);
    }
  });

  it('gives each of them arguments that it has, all that it needs, and choices that it offers', () => {
    for (const { task, data, name } of tasks) {
      const given = record(data.scriptarguments);
      const known = argumentsOf(task);
      if (known === undefined) continue;
      const passed = Object.keys(given).filter((key) => !RESERVED.includes(key));
      expect({ name, unknown: passed.filter((key) => !known.has(key)) }).toEqual({ name, unknown: [] });
      const needed = [...known].filter(([, argument]) => argument.required === true).map(([key]) => key);
      expect({ name, missing: needed.filter((key) => !Object.hasOwn(given, key)) }).toEqual({ name, missing: [] });
      for (const [key, argument] of known) {
        const { simple } = record(given[key]);
        if (argument.predefined === undefined || typeof simple !== 'string' || simple.includes('${')) continue;
        expect({ name, key, choices: argument.predefined }).toEqual({
          name,
          key,
          choices: expect.arrayContaining([simple]) as unknown,
        });
      }
    }
  });

  it('reads context that an automation, the integration or a playbook of the pack writes', () => {
    const read = [...item.text.matchAll(/CNSeries(?:\.[A-Z][A-Za-z]*)+/g)].map(([path]) => path);
    const withAccessors = pathsOf(item).filter((path) => path.startsWith('CNSeries.'));
    const unknown = [...read, ...withAccessors].filter(
      (path) => !WRITTEN.some((known) => known === path || known.startsWith(`${path}.`)),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('reads and sets incident fields of the pack or of the server', () => {
    const written = [...item.text.matchAll(/\bincident\.([A-Za-z_]+)/g)].map(([, field]) => field);
    const read = [...written, ...pathsOf(item).flatMap((path) => /^incident\.([^.]+)/.exec(path)?.[1] ?? [])];
    expect(item.data.name !== 'CN-Series - Policy Change' || read.includes('cnseriescluster')).toBe(true);
    const known = [...cliNames, 'id', 'name', 'severity', 'owner', 'type', 'created', 'occurred'];
    expect(read.filter((field) => !known.includes(field))).toEqual([]);
  });
});

/** What a playbook reads with a root and an accessor. */
const pathsOf = (item: Item): readonly string[] =>
  valuesOf(item.data, 'complex').flatMap((value) => {
    const { root, accessor } = record(value);
    return typeof root === 'string' && typeof accessor === 'string' ? [`${root}.${accessor}`] : [];
  });

/** Context paths that items of the pack declare as outputs. */
const WRITTEN: readonly string[] = [
  ...AUTOMATIONS.flatMap(({ data }) => list(data.outputs)),
  ...[...commands.values()].flatMap((command) => list(command.outputs)),
].map((output) => String(output.contextPath));

/** The arguments of what a task runs; undefined for tasks that run nothing. */
function argumentsOf(task: Data): ReadonlyMap<string, Data> | undefined {
  const foreign =
    typeof task.script === 'string' && Object.hasOwn(FOREIGN, task.script) ? FOREIGN[task.script] : undefined;
  if (foreign !== undefined) return new Map(foreign.map((name) => [name, {}]));
  const byName = (of: unknown, key: string): ReadonlyMap<string, Data> =>
    new Map(list(of).map((argument) => [String(argument[key]), argument]));
  if (typeof task.scriptName === 'string') return byName(automations.get(task.scriptName)?.args, 'name');
  if (typeof task.script === 'string') return byName(commands.get(task.script.split('|||')[1])?.arguments, 'name');
  if (typeof task.playbookName !== 'string') return undefined;
  return byName(playbook(task.playbookName)?.data.inputs, 'key');
}

const playbook = (name: string): Item | undefined => PLAYBOOKS.find((item) => item.data.name === name);
