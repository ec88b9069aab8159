import { manifest as plan } from '../../scripts/automations/CNSeriesPlan';
import { isOneOf } from '../../scripts/playbooks/conditions';
import { setIncident } from '../../scripts/playbooks/commands';
import type { Playbook } from '../../scripts/playbooks/playbook';
import { PLAYBOOKS } from '../../scripts/playbooks/playbooks';
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
} from '../../scripts/playbooks/tasks';
import { context } from '../../scripts/playbooks/values';
import { playbookViolations } from '../../tools/build/playbooks/playbookcheck';
import { graphOf } from '../../tools/build/playbooks/playbookgraph';
import { SURROUNDINGS } from '../../tools/build/playbooks/playbooks';

const GOOD: Playbook = {
  name: 'Test',
  description: 'Tests.',
  inputs: { Cluster: { description: 'The cluster.', required: true } },
  outputs: [{ contextPath: 'CNSeries.Plan', description: 'The plan.', type: 'Unknown' }],
  start: ['Plan'],
  tasks: {
    Plan: automation(plan, { cluster: context('inputs.Cluster') }, { description: 'Plans.', next: ['Is it ready?'] }),
    'Is it ready?': condition(
      'Checks the state.',
      [{ label: 'yes', when: isOneOf({ root: 'CNSeries.Plan', accessor: 'State' }, ['ready']), next: ['Done'] }],
      ['Look'],
    ),
    Look: manual('Look at the plan.', ['Done']),
    Done: title([]),
  },
};

/** GOOD with other tasks; the types of task names are those of any text, as they would be without the builder. */
function withTasks(tasks: Readonly<Record<string, Task>>, more: Partial<Playbook> = {}): Playbook {
  return { ...GOOD, ...more, tasks: { ...GOOD.tasks, ...tasks } };
}

function problems(playbook: Playbook): string[] {
  return playbookViolations(playbook, SURROUNDINGS).map((violation) => violation.replace('Test: ', ''));
}

it('a good playbook has no problems', () => {
  expect(problems(GOOD)).toEqual([]);
});

it.each(PLAYBOOKS)('$name has no problems', (playbook) => {
  expect(playbookViolations(playbook, SURROUNDINGS)).toEqual([]);
});

const WRONG: readonly (readonly [string, Playbook, string])[] = [
  [
    'an edge to a task that is not there',
    withTasks({ Look: manual('Look.', ['Gone']) }),
    '"Look" leads to "Gone", which is no task',
  ],
  ['a start that is not there', { ...GOOD, start: ['Plan', 'Gone'] }, 'the start leads to "Gone", which is no task'],
  ['a task that nothing leads to', withTasks({ Lost: manual('Look.', ['Done']) }), 'nothing leads to "Lost"'],
  ['a task that leads back', withTasks({ Look: manual('Look.', ['Plan']) }), '"Plan" leads back to itself'],
  [
    'an error path to a task that is not there',
    withTasks({
      Plan: automation(
        plan,
        { cluster: context('inputs.Cluster') },
        { description: 'Plans.', next: ['Is it ready?'], onError: ['Gone'] },
      ),
    }),
    '"Plan" leads to "Gone", which is no task',
  ],
  [
    'a branch without an edge',
    withTasks({
      'Is it ready?': condition(
        'Checks the state.',
        [
          { label: 'yes', when: isOneOf({ root: 'CNSeries.Plan', accessor: 'State' }, ['ready']), next: [] },
          { label: 'no', when: isOneOf({ root: 'CNSeries.Plan', accessor: 'State' }, ['refused']), next: ['Done'] },
        ],
        ['Look'],
      ),
    }),
    'the branch "yes" of "Is it ready?" leads nowhere',
  ],
  [
    'an else without an edge',
    withTasks({
      'Is it ready?': condition(
        'Checks the state.',
        [{ label: 'yes', when: isOneOf({ root: 'CNSeries.Plan', accessor: 'State' }, ['ready']), next: ['Look'] }],
        [],
      ),
    }),
    'the branch "else" of "Is it ready?" leads nowhere',
  ],
  [
    'a condition with nothing but an else',
    withTasks({ 'Is it ready?': condition('Checks the state.', [], ['Look']) }),
    '"Is it ready?" has nothing to choose from',
  ],
  [
    'a question with one reply',
    withTasks({ Look: ask('Asks.', { subject: 'A', body: 'B' }, { Yes: ['Done'] }) }),
    '"Look" has nothing to choose from',
  ],
  [
    'two replies that differ in case only',
    withTasks({ Look: ask('Asks.', { subject: 'A', body: 'B' }, { Yes: ['Done'], yes: ['Done'] }) }),
    '"Look" has two branches of one label',
  ],
  [
    'an input that is not declared, in a text',
    withTasks({ Look: manual('Look at ${inputs.Other}.', ['Done']) }),
    'the input "Other" is not declared',
  ],
  [
    'an input that is not used',
    { ...GOOD, inputs: { ...GOOD.inputs, Other: { description: 'Another.' } } },
    'the input "Other" is not used',
  ],
  [
    'a text for people with a value that is not escaped',
    withTasks({
      Look: ask('Asks.', { subject: 'A', body: '${CNSeries.Plan.VerdictText}' }, { Yes: ['Done'], No: ['Done'] }),
    }),
    '"Look" shows "CNSeries.Plan.VerdictText", which is not escaped for Markdown',
  ],
  [
    'a text for people with all of an output',
    withTasks({ Look: manual('Look at ${CNSeries.Plan}.', ['Done']) }),
    '"Look" shows "CNSeries.Plan", which is not escaped for Markdown',
  ],
  [
    'a path that nothing writes',
    withTasks({ Look: manual('Look at ${CNSeries.Apply.Outcome}.', ['Done']) }),
    'nothing writes "CNSeries.Apply.Outcome"',
  ],
  [
    'a path below what an automation writes',
    withTasks({ Look: manual('Look at ${CNSeries.Plan.Sate}.', ['Done']) }),
    'nothing writes "CNSeries.Plan.Sate"',
  ],
  [
    'answers of a form that is not there',
    withTasks({
      Look: command(setIncident, { severity: context('Other', 'Answers.0') }, { description: 'Sets.', next: ['Done'] }),
    }),
    'nothing writes "Other.Answers.0"',
  ],
  [
    'a field that incidents do not have',
    { ...GOOD, inputs: { Cluster: { description: 'The cluster.', value: context('incident', 'cnseriesclutser') } } },
    'nothing writes "incident.cnseriesclutser"',
  ],
  [
    'an output that nothing writes',
    { ...GOOD, outputs: [{ contextPath: 'CNSeries.Push', description: 'The push.', type: 'Unknown' }] },
    'nothing writes the output "CNSeries.Push"',
  ],
  [
    'a condition that is no question',
    withTasks(
      {
        Ready: condition(
          'Checks the state.',
          [{ label: 'yes', when: isOneOf({ root: 'CNSeries.Plan', accessor: 'State' }, ['ready']), next: ['Done'] }],
          ['Look'],
        ),
      },
      { start: ['Plan', 'Ready'] },
    ),
    'the condition "Ready" does not ask',
  ],
  [
    'a description that is no sentence',
    withTasks({ Look: manual('Look at it', ['Done']) }),
    'the description of "Look" does not end with a full stop',
  ],
  [
    'an automation that is not of the pack',
    withTasks({
      Look: automation({ ...plan, name: 'Elsewhere' }, { cluster: 'a' }, { description: 'Plans.', next: ['Done'] }),
    }),
    '"Look" runs "Elsewhere", which is no automation of the pack',
  ],
  [
    'a playbook that is not of the pack',
    withTasks({ Look: subplaybook({ ...GOOD, inputs: {} }, {}, { description: 'Runs.', next: ['Done'] }) }),
    '"Look" runs "Test", which is no playbook of the pack',
  ],
];

it.each(WRONG)('%s is found', (_, playbook, problem) => {
  expect(problems(playbook)).toEqual([problem]);
});

it('answers of a form are written by it', () => {
  const asked = withTasks({
    Look: form('Asks.', { subject: 'A', body: 'B' }, { title: 'Other', description: 'C', questions: [] }, ['Set']),
    Set: command(setIncident, { severity: context('Other', 'Answers.0') }, { description: 'Sets.', next: ['Done'] }),
  });
  expect(problems(asked)).toEqual([]);
});

it('a graph is not made of a playbook with an edge to nowhere', () => {
  expect(() => graphOf(withTasks({ Look: manual('Look.', ['Gone']) }))).toThrow('Test: no task "Gone"');
});
