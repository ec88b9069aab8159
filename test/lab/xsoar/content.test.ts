import { createServer, missingReferences } from '../../../tools/lab/xsoar';
import { pack, playbook, script, simple, START, type TaskOptions } from './support';

const DONE: TaskOptions = { type: 'title', name: 'Done' };

describe('a playbook that the server would not take, or that means nothing known', () => {
  const loop = { iscommand: false, exitCondition: '', wait: 1 };
  const sub = (more: object): TaskOptions => ({
    type: 'playbook',
    task: { playbookName: 'X' },
    separatecontext: true,
    ...more,
  });
  it.each<readonly [string, { readonly [id: string]: TaskOptions }, string]>([
    ['an unknown key', { 0: START, 1: { ...DONE, continueOnError: true } }, 'P.tasks.1: unknown key "continueOnError"'],
    ['an unknown type', { 0: START, 1: { type: 'aiTask' } }, 'tasks of the type "aiTask" are not known'],
    ['an edge to nowhere', { 0: START, 1: { ...DONE, next: ['9'] } }, 'task 1 goes on to "9", which is not there'],
    ['a task that nothing leads to', { 0: START, 1: DONE, 2: DONE }, 'nothing leads to the tasks 2'],
    [
      'a circle',
      { 0: START, 1: { ...DONE, next: ['2'] }, 2: { ...DONE, next: ['1'] } },
      'tasks go in a circle: 0 -> 1 -> 2 -> 1',
    ],
    [
      'a branch of no condition',
      {
        0: START,
        1: { type: 'condition', conditions: [{ label: 'yes', condition: [] }], next: { no: ['2'] } },
        2: DONE,
      },
      'branches and labels differ',
    ],
    [
      'an error path that is not switched on',
      { 0: START, 1: { task: { scriptName: 'Print' }, next: { '#error#': ['2'] } }, 2: DONE },
      '#error# and continueonerrortype: errorPath go together',
    ],
    ['a command without iscommand', { 0: START, 1: { task: { script: '|||x' } } }, 'iscommand goes with'],
    [
      'a brand that differs',
      { 0: START, 1: { task: { script: 'A|||x', iscommand: true, brand: 'B' } } },
      'the script names the brand "A"',
    ],
    [
      'a loop without an end',
      { 0: START, 1: sub({ loop }) },
      'a loop needs one of forEach, builtincondition and scriptId',
    ],
    ['a loop of 0 rounds', { 0: START, 1: sub({ loop: { ...loop, forEach: true, max: 0 } }) }, 'a maximum of 0'],
    [
      'a form whose title is no path',
      { 0: START, 1: { type: 'collection', message: {}, form: { title: 'A.B', questions: [] } } },
      'becomes a path in the context',
    ],
  ])('%s', (_, tasks, problem) => {
    expect(() => playbook('P', tasks)).toThrow(problem);
  });
});

it('references to what is not there are found before anything runs', () => {
  const p = playbook('P', {
    0: START,
    1: { task: { scriptName: 'Nowhere' }, next: ['2'] },
    2: { task: { scriptName: 'Print' }, args: { colour: simple('red') }, next: ['3'] },
    3: { task: { script: '|||no-such-command', iscommand: true }, skipunavailable: true, next: ['4'] },
    4: {
      type: 'playbook',
      task: { playbookName: 'Inner' },
      separatecontext: true,
      args: { X: simple('1') },
      next: ['5'],
    },
    5: { type: 'playbook', task: { playbookName: 'Missing' }, separatecontext: true },
  });
  const inner = playbook('Inner', { 0: START, 1: DONE });
  const types = [{ name: 'Change', playbook: 'Gone', layout: '', autorun: true }];
  expect(missingReferences({ packs: [pack({ playbooks: [p, inner], incidentTypes: types })] })).toEqual([
    'incident type "Change": there is no playbook "Gone"',
    'P, task 1 "Task 1": There is no automation "Nowhere".',
    'P, task 2 "Task 2": Print has no argument colour.',
    'P, task 4 "Task 4": the playbook "Inner" has no input "X"',
    'P, task 5 "Task 5": there is no playbook "Missing"',
  ]);
});

it('two items of one name are an error', () => {
  const twice = [script('A', ''), script('A', '')];
  expect(() => createServer({ packs: [pack({ scripts: twice })] })).toThrow('"A" is there twice');
});
