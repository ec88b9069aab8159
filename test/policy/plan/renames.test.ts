import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { countOperations } from '../../../scripts/policy/plan/guardrails';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import { renamesOf } from '../../../scripts/policy/plan/renames';
import { planApprovalsTable } from '../../../scripts/policy/views/planapprovals';
import { planRulesTables } from '../../../scripts/policy/views/planrules';
import { dynamicGroup, profile, rule, rulebase, stateOf } from './support';

/** Rules of an earlier naming: the same but for their names and the entry keys in their descriptions. */

const GROUPS = [dynamicGroup('api'), dynamicGroup('web')];
const PROFILE = profile();

function entry(policy: string, key: string, more: Partial<RuleEntry> = {}): RuleEntry {
  const description = `NetworkPolicy shop/${policy} (ingress entry ${key}).`;
  return rule(`c1.shop.${policy}.in-${key} allow web api`, { description, ...more });
}

const DENY = rule('c1._deny-ingress deny any api');
const MANY = Array.from({ length: 30 }, (_none, index) => `p${index}`);

function planOf(before: readonly RuleEntry[], after: readonly RuleEntry[]) {
  return planRulebase(rulebase([...after, DENY], GROUPS), stateOf(rulebase([...before, DENY], GROUPS)), PROFILE);
}

it('thirty rules under new names need one approval of its own, and no guard rail counts them as deleted', () => {
  const old = MANY.map((name) => entry(name, 'aaaaaa'));
  const now = MANY.map((name) => entry(name, 'bbbbbb'));
  const plan = planOf(old, now);
  expect(renamesOf(plan.operations)).toHaveLength(30);
  expect(plan.approvals).toEqual(['renamed']);
  expect(countOperations(plan.operations)).toMatchObject({ created: 0, deleted: 0, deletedRules: 0, renamed: 30 });
  expect(planOf(now, now).approvals).toEqual([]);
});

it('people see them as renames, and why they are asked', () => {
  const plan = planOf([entry('web', 'aaaaaa'), entry('gone', 'aaaaaa')], [entry('web', 'bbbbbb-2')]);
  const now = [entry('web', 'bbbbbb-2'), DENY];
  const state = stateOf(rulebase([entry('web', 'aaaaaa'), entry('gone', 'aaaaaa'), DENY], GROUPS));
  const tables = planRulesTables({ plan, state, rulebase: rulebase(now, GROUPS), behind: {} });
  expect(tables.map(({ title, rows }) => [title, rows.map(([name]) => name)])).toEqual([
    ['Deleted rules (1)', ['c1.shop.gone.in-aaaaaa']],
    ['Renamed rules (1)', ['c1.shop.web.in-aaaaaa']],
  ]);
  expect(planApprovalsTable(plan, PROFILE.guardRails).rows).toContainEqual([
    'Rules get other names, and nothing else of them changes: their hit counts start anew.',
    '1',
    '',
  ]);
});

it.each<[string, RuleEntry, RuleEntry]>([
  ['other ports', entry('web', 'aaaaaa'), entry('web', 'bbbbbb', { service: ['any'], application: ['ssl'] })],
  [
    'another profile',
    entry('web', 'aaaaaa'),
    entry('web', 'bbbbbb', { profileSetting: { type: 'group', group: 'g' } }),
  ],
  ['another policy', entry('web', 'aaaaaa'), entry('api', 'aaaaaa')],
  ['no entry', rule('c1._a allow web api'), rule('c1._b allow web api')],
])('a rule with %s is another rule', (_what, before, after) => {
  const { operations, approvals } = planOf([before], [after]);
  expect(renamesOf(operations)).toEqual([]);
  expect(approvals).not.toContain('renamed');
  expect(countOperations(operations)).toMatchObject({ created: 1, deletedRules: 1 });
});

it('of rules that say the same, each stands for one', () => {
  const { operations } = planOf([entry('web', 'aaaaaa')], [entry('web', 'bbbbbb'), entry('web', 'bbbbbb-2')]);
  expect(renamesOf(operations)).toEqual([{ from: 'c1.shop.web.in-aaaaaa', to: 'c1.shop.web.in-bbbbbb' }]);
});
