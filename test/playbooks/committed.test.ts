import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeInvestigation, getLock, releaseLock, setIncident } from '../../scripts/playbooks/commands';
import { committedPlaybooks, filesIn, PACK, read, type Data, type TaskYaml } from './pack';

/**
 * The committed playbooks against what the marketplace and its tools ask of one (demisto-sdk 1.39.7: strict schema and
 * validation codes, named in the titles), by checks that share nothing with the builder.
 */

const PLAYBOOKS = committedPlaybooks();
const NAMES = PLAYBOOKS.map(({ playbook }) => playbook.name);

/** The arguments of the pack's automations, from their committed YAML. */
function automation(name: string): { readonly args: readonly string[]; readonly required: readonly string[] } {
  const { args } = read(`Scripts/${name}/${name}.yml`) as unknown as {
    readonly args: readonly { readonly name: string; readonly required?: boolean }[];
  };
  return { args: args.map((one) => one.name), required: args.filter((one) => one.required).map((one) => one.name) };
}

const COMMANDS = Object.fromEntries(
  [setIncident, closeInvestigation, getLock, releaseLock].map((one) => [`${one.brand}|||${one.name}`, one]),
);

/** Arguments that the server keeps for itself. */
const RESERVED = ['retry-count', 'retry-interval'];

function tasksOf(playbook: { readonly tasks: Readonly<Record<string, TaskYaml>> }): readonly TaskYaml[] {
  return Object.values(playbook.tasks);
}

it('the pack has its five playbooks', () => {
  expect(NAMES.sort()).toEqual([
    'CN-Series - Apply Rulebase',
    'CN-Series - Commit and Push',
    'CN-Series - Next Step',
    'CN-Series - Plan and Apply',
    'CN-Series - Policy Change',
  ]);
});

it('UUIDs are version 5 and unique in the whole pack (PB108)', () => {
  const ids = PLAYBOOKS.flatMap(({ playbook }) => tasksOf(playbook).map(({ taskid }) => taskid));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(PLAYBOOKS)('$playbook.name', ({ stem, playbook }) => {
  const tasks = tasksOf(playbook);
  const source = readFileSync(join(PACK, `Playbooks/${stem}.yml`), 'utf8');

  it('it has the keys of a playbook and no others (ST110, PB100)', () => {
    const keys = 'id version name description starttaskid tasks view inputs outputs tests fromversion'.split(' ');
    expect(Object.keys(playbook)).toEqual(keys);
    expect(playbook).toMatchObject({ id: playbook.name, version: -1, fromversion: '6.10.0', starttaskid: '0' });
    expect(stem).toBe(playbook.name.replaceAll(' ', '_'));
  });

  it('nothing is null (ST110)', () => {
    expect(nulls(playbook)).toEqual([]);
  });

  it('its tasks have the keys of tasks and no others (ST110)', () => {
    const allowed = [
      ...'id taskid type task nexttasks scriptarguments separatecontext conditions loop message form view'.split(' '),
      ...'continueonerror continueonerrortype note timertriggers ignoreworker skipunavailable quietmode'.split(' '),
      ...'isoversize isautoswitchedtoquietmode'.split(' '),
    ];
    const inner = 'id version name description type scriptName script playbookName iscommand brand'.split(' ');
    for (const task of tasks) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(task)));
      expect(inner).toEqual(expect.arrayContaining(Object.keys(task.task)));
      expect(['start', 'regular', 'condition', 'title', 'playbook', 'collection']).toContain(task.type);
    }
  });

  it('keys, ids and pairs of UUIDs agree (PB109)', () => {
    for (const [key, task] of Object.entries(playbook.tasks)) {
      expect(task.id).toBe(key);
      expect(task.task.id).toBe(task.taskid);
      expect(key).toMatch(/^\d+$/);
    }
  });

  it('every edge leads to a task, every task is reached, and only ends have no edge (PB103)', () => {
    const reached = new Set(['0']);
    const open = ['0'];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of Object.values(playbook.tasks[id].nexttasks ?? {}).flat()) {
        expect(playbook.tasks).toHaveProperty(next);
        if (!reached.has(next)) open.push(next);
        reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual(Object.keys(playbook.tasks).sort());
    const ends = tasks.filter(({ nexttasks }) => nexttasks === undefined).map(({ task }) => task.name);
    expect(['Done', 'Let Other Runs of the Cluster Go On']).toEqual(expect.arrayContaining(ends));
    expect(ends).toContain('Done');
  });

  it('the branches of conditions and questions are their edges, and one is more than the default (PB122 to PB126)', () => {
    for (const task of tasks.filter(({ type }) => type === 'condition')) {
      const labels = Object.keys(task.nexttasks ?? {}).filter((label) => label !== '#default#');
      const named = task.message?.replyOptions ?? (task.conditions ?? []).map(({ label }) => label);
      expect(labels.sort()).toEqual([...named].sort());
      expect(labels.length).toBeGreaterThan(0);
      expect(task.task.name.endsWith('?') || task.message !== undefined).toBe(true);
    }
  });

  it('an error path is there exactly where the task says so', () => {
    for (const task of tasks) {
      const hasPath = Object.keys(task.nexttasks ?? {}).includes('#error#');
      expect([task.task.name, hasPath]).toEqual([task.task.name, task.continueonerrortype === 'errorPath']);
    }
  });

  it('inputs are declared where they are used, and used where they are declared (PB118, PB119)', () => {
    const used = new Set([...source.matchAll(/inputs\.(\w+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(playbook.inputs.map(({ key }) => key).sort());
  });

  it('a path that is meant as a value is written as one (PB121)', () => {
    for (const task of tasks) {
      for (const value of Object.values(task.scriptarguments ?? {})) {
        expect((value as { readonly simple?: string }).simple ?? '').not.toMatch(/^(inputs|incident|CNSeries)\.\S+$/);
      }
    }
  });

  it('no instance is named, nothing deletes the context, no role is named (PB100, PB105, PB106)', () => {
    expect(source).not.toMatch(/^ *using:|DeleteContext|rolename/m);
  });

  it('what it runs exists, with the arguments that it gives', () => {
    for (const { task, type, scriptarguments = {} } of tasks) {
      const given = Object.keys(scriptarguments).filter((name) => !RESERVED.includes(name));
      const taken = callee(task, type);
      if (taken === undefined) continue;
      expect([task.name, taken.args]).toEqual([task.name, expect.arrayContaining(given)]);
      expect([task.name, given]).toEqual([task.name, expect.arrayContaining([...taken.required])]);
    }
  });

  it('names start with a capital, descriptions end with a full stop, and manual tasks say what to do', () => {
    for (const { task, type } of tasks) {
      if (type === 'start') continue;
      expect(task.name).toMatch(/^[A-Z]/);
      if (type !== 'title') expect(task.description).toMatch(/^[A-Z].*\.$/);
      const isManual = type === 'regular' && task.script === undefined && task.scriptName === undefined;
      if (isManual) expect(task.description.length).toBeGreaterThan(100);
    }
  });

  it('its tasks stand apart in the drawing', () => {
    const places = tasks.map(({ view }) => (JSON.parse(view) as { position: { x: number; y: number } }).position);
    for (const place of places) {
      const near = places.filter(({ x, y }) => Math.abs(x - place.x) < 180 && Math.abs(y - place.y) < 44);
      expect(near).toEqual([place]);
    }
    const { paper } = JSON.parse(String(playbook.view)) as { paper: { dimensions: Data } };
    expect(Object.keys(paper.dimensions).sort()).toEqual(['height', 'width', 'x', 'y']);
  });

  it('its README has the usual parts and links to its picture (RM108, RM109, RM116)', () => {
    const readme = readFileSync(join(PACK, `Playbooks/${stem}_README.md`), 'utf8');
    const parts = ['Dependencies', '# Sub-playbooks', '# Integrations', '# Scripts', '# Commands'];
    for (const part of [...parts, 'Playbook Inputs', 'Playbook Outputs', 'Playbook Image']) {
      expect(readme).toContain(`\n##${part.startsWith('#') ? '' : ' '}${part}\n`);
    }
    for (const { key } of playbook.inputs) expect(readme).toContain(`| ${key} | `);
    for (const { contextPath } of playbook.outputs) expect(readme).toContain(`| ${contextPath} | `);
    expect(readme).toContain(`](../doc_files/${stem}.png)`);
    expect(existsSync(join(PACK, `doc_files/${stem}.png`))).toBe(true);
  });
});

function callee(
  task: Data,
  type: string,
): { readonly args: readonly string[]; readonly required: readonly string[] } | undefined {
  if (type === 'playbook') {
    const called = PLAYBOOKS.find(({ playbook }) => playbook.name === task.playbookName)?.playbook;
    expect(called).toBeDefined();
    const inputs = (called?.inputs ?? []) as readonly { readonly key: string; readonly required?: boolean }[];
    return { args: inputs.map(({ key }) => key), required: inputs.filter((one) => one.required).map(({ key }) => key) };
  }
  if (typeof task.scriptName === 'string') return automation(task.scriptName);
  if (typeof task.script !== 'string') return undefined;
  const command = COMMANDS[task.script];
  expect([task.script, command]).not.toEqual([task.script, undefined]);
  const args = command.arguments as Readonly<Record<string, { readonly required?: true }>>;
  return { args: Object.keys(args), required: Object.keys(args).filter((name) => args[name].required) };
}

function nulls(data: unknown, path = ''): string[] {
  if (data === null) return [path];
  if (typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) => nulls(value, `${path}/${key}`));
}

it('every README and picture belongs to a playbook', () => {
  const stems = PLAYBOOKS.map(({ stem }) => stem);
  expect(filesIn('Playbooks', '_README.md')).toEqual(stems.map((stem) => `${stem}_README.md`));
  expect(filesIn('doc_files', '.png')).toEqual(stems.map((stem) => `${stem}.png`));
});
