import { parse } from 'yaml';
import { anyOf, isEnabled, isFound, isOneOf, isTrue } from '../../../scripts/playbooks/conditions';
import { getLock, setIncident } from '../../../scripts/playbooks/commands';
import type { Playbook } from '../../../scripts/playbooks/playbook';
import {
  ask,
  automation,
  command,
  condition,
  form,
  manual,
  subplaybook,
  title,
  type Task,
} from '../../../scripts/playbooks/tasks';
import { context, latest, orElse } from '../../../scripts/playbooks/values';
import type { AutomationManifest } from '../../../scripts/xsoar/manifest';
import { deterministicUuid } from '../../../tools/build/content/deterministicuuid';
import { playbookYaml } from '../../../tools/build/playbooks/playbookyaml';

const MANIFEST = {
  name: 'CNSeriesTest',
  description: 'Tests.',
  details: [],
  tags: [],
  arguments: { cluster: { kind: 'text', description: 'The cluster.' } },
  outputs: { path: 'CNSeries.Test', key: 'Cluster', fields: {} },
} as const satisfies AutomationManifest;

function playbookOf(task: Task): Playbook {
  return {
    name: 'Test - Small',
    description: 'Tests.',
    inputs: {
      Cluster: { description: 'The cluster.', required: true },
      Mode: { description: 'The mode.', value: 'no' },
    },
    outputs: [{ contextPath: 'CNSeries.Plan', description: 'The plan.', type: 'Unknown' }],
    start: ['Task'],
    tasks: { Task: task, Done: title([]) },
  };
}

interface Emitted {
  readonly tasks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What the second task, which is under test, becomes. */
function emitted(task: Task): Readonly<Record<string, unknown>> {
  return (parse(playbookYaml(playbookOf(task)), { version: '1.1' }) as Emitted).tasks['1'];
}

it('a whole playbook', () => {
  const uuids = ['', 'Task', 'Done'].map((name) => deterministicUuid('Test - Small', name));
  const common = {
    note: false,
    timertriggers: [],
    ignoreworker: false,
    skipunavailable: false,
    quietmode: 0,
    isoversize: false,
    isautoswitchedtoquietmode: false,
  };
  const inner = (index: number, more: object): object => ({
    id: uuids[index],
    version: -1,
    iscommand: false,
    brand: '',
    ...more,
  });
  const view = (x: number, y: number): string => JSON.stringify({ position: { x, y } }, undefined, 2);
  expect(parse(playbookYaml(playbookOf(manual('Look.', ['Done']))))).toEqual({
    id: 'Test - Small',
    version: -1,
    name: 'Test - Small',
    description: 'Tests.',
    starttaskid: '0',
    tasks: {
      '0': {
        id: '0',
        taskid: uuids[0],
        type: 'start',
        task: inner(0, { name: '', description: '' }),
        nexttasks: { '#none#': ['1'] },
        separatecontext: false,
        view: view(100, 40),
        ...common,
      },
      '1': {
        id: '1',
        taskid: uuids[1],
        type: 'regular',
        task: inner(1, { name: 'Task', description: 'Look.', type: 'regular' }),
        nexttasks: { '#none#': ['2'] },
        separatecontext: false,
        continueonerrortype: '',
        view: view(40, 160),
        ...common,
      },
      '2': {
        id: '2',
        taskid: uuids[2],
        type: 'title',
        task: inner(2, { name: 'Done', description: '', type: 'title' }),
        separatecontext: false,
        continueonerrortype: '',
        view: view(40, 326),
        ...common,
      },
    },
    view: JSON.stringify(
      { linkLabelsPosition: {}, paper: { dimensions: { height: 410, width: 460, x: 0, y: 0 } } },
      undefined,
      2,
    ),
    inputs: [
      { key: 'Cluster', value: {}, required: true, description: 'The cluster.' },
      { key: 'Mode', value: { simple: 'no' }, required: false, description: 'The mode.' },
    ],
    outputs: [{ contextPath: 'CNSeries.Plan', description: 'The plan.', type: 'unknown' }],
    tests: ['No tests (auto formatted)'],
    fromversion: '6.10.0',
  });
});

it('the same playbook gives the same bytes, and another name other UUIDs', () => {
  const playbook = playbookOf(manual('Look.', ['Done']));
  expect(playbookYaml(playbook)).toBe(playbookYaml(playbook));
  const ids = (name: string): string[] => playbookYaml({ ...playbook, name }).match(/ taskid: \S+/g) ?? [];
  expect(ids('Other').filter((id) => ids('Test - Small').includes(id))).toEqual([]);
});

it('words that older YAML takes for booleans stay texts', () => {
  expect(playbookYaml(playbookOf(manual('Look.', ['Done'])))).toContain("simple: 'no'");
});

it('an automation with an error path and retries', () => {
  const task = automation(
    MANIFEST,
    { cluster: context('inputs.Cluster') },
    { description: 'Runs.', next: ['Done'], onError: ['Done'], retry: { count: 2, seconds: 30 } },
  );
  expect(emitted(task)).toMatchObject({
    type: 'regular',
    task: { scriptName: 'CNSeriesTest', iscommand: false, brand: '' },
    nexttasks: { '#none#': ['2'], '#error#': ['2'] },
    scriptarguments: {
      cluster: { complex: { root: 'inputs.Cluster' } },
      'retry-count': { simple: '2' },
      'retry-interval': { simple: '30' },
    },
    continueonerror: true,
    continueonerrortype: 'errorPath',
  });
});

it('commands, of the server and of any integration', () => {
  const builtin = command(setIncident, { severity: 'Low' }, { description: 'Sets.', next: ['Done'] });
  expect(emitted(builtin)).toMatchObject({
    task: { script: 'Builtin|||setIncident', iscommand: true, brand: 'Builtin' },
    skipunavailable: false,
    continueonerrortype: '',
  });
  expect(emitted(builtin)).not.toHaveProperty('continueonerror');
  const lock = command(
    getLock,
    { name: 'a-${inputs.Cluster}' },
    { description: 'Locks.', next: ['Done'], onError: 'continue', skipUnavailable: true },
  );
  expect(emitted(lock)).toMatchObject({
    task: { script: '|||demisto-lock-get', iscommand: true, brand: '' },
    scriptarguments: { name: { simple: 'a-${inputs.Cluster}' } },
    skipunavailable: true,
    continueonerror: true,
    continueonerrortype: '',
  });
});

it('a built-in condition, with its comparisons as and over or', () => {
  const when = [...isTrue({ root: 'A', accessor: 'Done' }), ...isOneOf({ root: 'A' }, ['x', 'y'])];
  expect(emitted(condition('Checks.', [{ label: 'yes', when, next: ['Done'] }], ['Done']))).toMatchObject({
    type: 'condition',
    nexttasks: { '#default#': ['2'], yes: ['2'] },
    conditions: [
      {
        label: 'yes',
        condition: [
          [{ operator: 'isTrue', left: { value: { complex: { root: 'A', accessor: 'Done' } }, iscontext: true } }],
          ['x', 'y'].map((text) => ({
            operator: 'isEqualString',
            left: { value: { complex: { root: 'A' } }, iscontext: true },
            right: { value: { simple: text } },
            ignorecase: true,
          })),
        ],
      },
    ],
  });
});

it('a look for an instance, whose filters take each instance by itself', () => {
  const filter = (path: string, text: string): object => ({
    operator: 'isEqualString',
    left: { value: { simple: path }, iscontext: true },
    right: { value: { simple: text } },
  });
  expect(
    emitted(condition('Checks.', [{ label: 'yes', when: isEnabled('B'), next: ['Done'] }], ['Done'])),
  ).toMatchObject({
    conditions: [
      {
        condition: [
          [
            {
              operator: 'isExists',
              left: {
                value: {
                  complex: {
                    root: 'modules',
                    accessor: 'brand',
                    filters: [[filter('modules.brand', 'B')], [filter('modules.state', 'active')]],
                  },
                },
                iscontext: true,
              },
            },
          ],
        ],
      },
    ],
  });
});

it('a question with replies', () => {
  const task = ask('Asks.', { subject: 'S', body: 'B' }, { 'Do it': ['Done'], 'Leave it': ['Done'] });
  expect(emitted(task)).toMatchObject({
    type: 'condition',
    nexttasks: { 'Do it': ['2'], 'Leave it': ['2'] },
    message: { subject: { simple: 'S' }, body: { simple: 'B' }, methods: [], replyOptions: ['Do it', 'Leave it'] },
  });
});

it('a form', () => {
  const task = form(
    'Asks.',
    { subject: 'S', body: 'B' },
    {
      title: 'The Form',
      description: 'D',
      questions: [
        { kind: 'choice', text: 'Which?', options: ['A', 'B'], required: true },
        { kind: 'text', text: 'Why?', required: false },
      ],
    },
    ['Done'],
  );
  expect(emitted(task)).toMatchObject({
    type: 'collection',
    form: {
      title: 'The Form',
      questions: [
        {
          id: '0',
          type: 'singleSelect',
          required: true,
          labelarg: { simple: 'Which?' },
          optionsarg: [{ simple: 'A' }, { simple: 'B' }],
        },
        { id: '1', type: 'longText', required: false, labelarg: { simple: 'Why?' }, optionsarg: [] },
      ],
    },
  });
});

it('a sub-playbook, once and in a loop', () => {
  const inner: Playbook = { ...playbookOf(title([])), name: 'Inner', inputs: {} };
  const once = emitted(subplaybook(inner, {}, { description: 'Runs.', next: ['Done'] }));
  expect(once).toMatchObject({ type: 'playbook', task: { playbookName: 'Inner' }, separatecontext: true });
  expect(once).not.toHaveProperty('loop');
  const until = anyOf([isOneOf({ root: 'A' }, ['x']), isFound(context('B'))]);
  const looped = emitted(
    subplaybook(inner, {}, { description: 'Runs.', next: ['Done'], loop: { until, max: 5, wait: 10 } }),
  );
  expect(looped.loop).toEqual({
    iscommand: false,
    builtincondition: [
      [expect.objectContaining({ operator: 'isEqualString' }), expect.objectContaining({ operator: 'isNotEmpty' })],
    ],
    exitCondition: '',
    wait: 10,
    max: 5,
  });
});

it('transformers with their arguments', () => {
  const task = command(
    setIncident,
    { severity: latest('A', 'B'), cnseriesstate: orElse('C', context('D')) },
    { description: 'Sets.', next: ['Done'] },
  );
  expect(emitted(task).scriptarguments).toEqual({
    severity: { complex: { root: 'A', accessor: 'B', transformers: [{ operator: 'LastArrayElement' }] } },
    cnseriesstate: {
      complex: {
        root: 'C',
        transformers: [
          {
            operator: 'SetIfEmpty',
            args: {
              applyIfEmpty: { value: { simple: 'true' } },
              defaultValue: { value: { complex: { root: 'D' } }, iscontext: true },
            },
          },
        ],
      },
    },
  });
});
