import type { Rulebase } from '../../../scripts/policy/panos/entry';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, Plan } from '../../../scripts/policy/plan/types';
import { planHeadline } from '../../../scripts/policy/views/planheadline';
import { planObjectsTable } from '../../../scripts/policy/views/planobjects';
import { planRulesTables } from '../../../scripts/policy/views/planrules';
import type { Table } from '../../../scripts/policy/views/table';
import { dynamicGroup, ownRule, profile, rule, rulebase, rulesNamed, stateOf, staticGroup } from '../plan/support';

const WEB = dynamicGroup('web');
const API = dynamicGroup('api');
const A = rule('a allow web api');
const B = rule('b deny api any');
const BOTH = rulebase([A, B], [API, WEB]);

interface Shown {
  readonly plan: Plan;
  readonly rules: readonly Table[];
  readonly objects: Table;
}

function shown(desired: Rulebase, state: DeviceGroupState, behind: Record<string, string> = {}): Shown {
  const plan = planRulebase(desired, state, profile());
  const rules = planRulesTables({ plan, state, rulebase: desired, behind });
  return { plan, rules, objects: planObjectsTable(plan) };
}

it('new and deleted rules show all that they match and do, and the policies behind them', () => {
  const state = stateOf(BOTH, rulesNamed('F1 a b F2', [A, { ...B, description: 'NetworkPolicy shop/b.' }]));
  const more = { logStart: true, logSetting: 'soc', profileSetting: { type: 'group' as const, group: 'strict' } };
  const desired = rulebase([A, rule('c allow web api tcp-80', more)], [API, WEB], {
    services: [{ kind: 'service', name: 'tcp-80', protocol: 'tcp', port: '80', tags: A.tags }],
  });
  const { rules, plan, objects } = shown(desired, state, { c: 'shop/c spec.ingress[0]' });
  expect(rules).toMatchObject([
    {
      title: 'New rules (1)',
      columns: ['Rule', 'Source', 'Destination', 'Service', 'Action', 'Profiles', 'Log', 'Behind it'],
      rows: [
        [
          'c',
          ['web'],
          ['api'],
          ['tcp-80'],
          'allow',
          'group strict',
          ['start', 'end', 'to soc'],
          'shop/c spec.ingress[0]',
        ],
      ],
    },
    {
      title: 'Deleted rules (1)',
      columns: ['Rule', 'Source', 'Destination', 'Service', 'Action', 'Behind it'],
      rows: [['b', ['api'], ['any'], ['any'], 'deny', 'NetworkPolicy shop/b.']],
    },
  ]);
  expect(objects.rows).toEqual([['new', 'service', ['tcp-80']]]);
  expect(planHeadline(plan)).toBe('1 rule new, 1 deleted; 1 object new');
});

it('a changed rule has one row for each field, with old and new value, and of lists what differs', () => {
  const before = stateOf(rulebase([A, B], [API, WEB, staticGroup('_isolated', ['api', 'web'])]));
  const changed = {
    ...A,
    source: ['db', 'web'],
    logStart: true,
    description: 'new',
    profileSetting: { type: 'group' as const, group: 'strict' },
  };
  const groups = [API, dynamicGroup('db'), WEB, staticGroup('_isolated', ['api', 'db'])];
  const { rules, objects } = shown(rulebase([changed, B], groups), before, { a: 'shop/a spec.ingress[0]' });
  const behind = 'shop/a spec.ingress[0]';
  expect(rules.map(({ title }) => title)).toEqual(['Changed rules (1)']);
  expect(rules[0].rows).toEqual([
    ['a', 'Source', ['(1 unchanged)'], ['db', '(1 unchanged)'], behind],
    ['a', 'Profiles', '-', 'group strict', behind],
    ['a', 'Log', ['(1 unchanged)'], ['start', '(1 unchanged)'], behind],
    ['a', 'Description', '-', 'new', behind],
  ]);
  expect(objects.rows).toEqual([
    ['changed', 'address group', '_isolated', ['web', '(1 unchanged)'], ['db', '(1 unchanged)']],
    ['new', 'address group', ['db'], '', ''],
  ]);
});

it('a moved rule shows between which rules it stands, before and after', () => {
  const { rules } = shown(rulebase([B, A], [API, WEB]), stateOf(BOTH));
  expect(rules).toMatchObject([
    { title: 'Moved rules (1)', rows: [['a', 'at the top, above b', 'below b, at the bottom']] },
  ]);
});

it('what somebody disabled or changed beyond what we write is said to be by hand', () => {
  const rules = [
    { ...ownRule(A), entry: undefined },
    { ...ownRule({ ...B, action: 'drop' as const }), disabled: true },
    { ...ownRule(rule('c allow any any')), entry: undefined },
  ];
  const tables = shown(BOTH, stateOf(rulebase([], [API, WEB]), rules)).rules;
  const byHand = 'has settings that this pack never writes: somebody changed it by hand';
  expect(tables.map(({ title, rows }) => [title, rows])).toEqual([
    [
      'Changed rules (2)',
      [
        ['a', 'All', byHand, 'as the policies say'],
        ['b', 'Enabled', 'no, disabled by hand', 'yes'],
        ['b', 'Action', 'drop', 'deny'],
      ],
    ],
    ['Deleted rules that somebody changed by hand (1)', [['c']]],
  ]);
});

it('a filter that was changed by hand shows both filters, and many names are counted', () => {
  const state = stateOf(rulebase([A], [dynamicGroup('api', "'other'"), WEB]));
  const many = Array.from({ length: 7 }, (_none, index) => dynamicGroup(`g${index}`));
  expect(shown(rulebase([A], [API, WEB, ...many]), state).objects.rows).toEqual([
    ['changed', 'address group', 'api', "'other'", "'api'"],
    ['new', 'address group', ['g0', 'g1', 'g2', 'g3', 'g4', 'and 2 more'], '', ''],
  ]);
});

it('a plan in a line: nothing to change, or refused', () => {
  expect(planHeadline(shown(BOTH, stateOf(BOTH)).plan)).toBe('nothing to change');
  expect(planHeadline({ operations: [], refused: true })).toBe('refused, nothing is written');
});
