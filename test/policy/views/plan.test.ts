import { auditRulebase } from '../../../scripts/policy/plan/audit';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { Plan, Situation } from '../../../scripts/policy/plan/types';
import { planApprovalsTable } from '../../../scripts/policy/views/planapprovals';
import { planSituationsTable } from '../../../scripts/policy/views/plansituations';
import { dynamicGroup, EMPTY_STATE, profile, rule, rulebase } from '../plan/support';

const WEB = dynamicGroup('web');

function planOf(desired: ReturnType<typeof rulebase>, state: typeof EMPTY_STATE): Plan {
  return planRulebase(desired, state, profile());
}

it.each<[Situation, string, string]>([
  [
    { kind: 'drift', entryKind: 'rule', name: 'a', what: 'changed' },
    'The rule a was changed by hand.',
    'It is set back to what the policies say.',
  ],
  [
    { kind: 'drift', entryKind: 'address-group', name: 'g', what: 'unknown' },
    'The address group g has settings that this pack never makes: somebody changed it by hand.',
    'It is set back to what the policies say.',
  ],
  [
    { kind: 'foreign-rule-inside', name: 'F' },
    'The rule F, which is not managed, stands between managed rules.',
    'It stays where it is; the managed rules are gathered where most of them stand.',
  ],
  [
    { kind: 'foreign-name', entryKind: 'service', name: 's', location: 'shared' },
    'The service s is there already in shared and is not managed.',
    'Nothing is written. Rename or remove it.',
  ],
  [
    { kind: 'foreign-name', entryKind: 'rule', name: 'r', location: '' },
    'The rule r is there already and is not managed.',
    'Nothing is written. Rename or remove it.',
  ],
  [
    { kind: 'block-moved', above: 'F' },
    'The managed rules stand below F, not where the cluster profile creates them.',
    'They stay where they are.',
  ],
  [
    { kind: 'block-moved', above: '' },
    'The managed rules stand at the top, not where the cluster profile creates them.',
    'They stay where they are.',
  ],
  [
    { kind: 'object-in-use', entryKind: 'address-group', name: 'g' },
    'The address group g is no longer needed, but something that is not managed names it.',
    'It stays.',
  ],
  [
    { kind: 'anchor-missing', rule: 'F' },
    'The rule F, which the cluster profile names as position, is not there.',
    'Nothing is written. Create the rule, or change "position" in the cluster profile.',
  ],
  [
    { kind: 'group-overfull', name: 'g', members: 12, limit: 10 },
    'The address group g would have 12 members while it changes, old and new ones; at most 10 are allowed.',
    'Nothing is written. Change fewer policies at a time, or raise "capacity" in the cluster profile.',
  ],
  [
    { kind: 'preceded', rules: ['F (allow, shared)', 'G (deny, dg)'], count: 2 },
    'These rules decide before the managed ones: F (allow, shared), G (deny, dg).',
    'They stay. What they match is decided by them, whatever the policies say.',
  ],
  [
    { kind: 'audit-opens', rules: ['F (deny, shared)'], count: 4 },
    'Under audit, these deny nothing that the managed rules match: F (deny, shared), and 3 more.',
    'They stay. What they deny is open until "enforcement" is "enforce".',
  ],
  [
    { kind: 'unmatched', intrazone: 'allow', interzone: 'deny' },
    'What no rule matches: within a zone allow, between zones deny (intrazone-default, interzone-default).',
    'It stays so. Pods that no policy isolates meet it, although Kubernetes would let everything through.',
  ],
])('the situation %j has words and an answer', (situation, text, answer) => {
  const plan: Plan = { ...planOf(rulebase([]), EMPTY_STATE), situations: [situation] };
  expect(planSituationsTable(plan).rows).toEqual([[text, answer]]);
});

it('approvals show what was found beside what the profile allows without', () => {
  const rails = { ...profile().guardRails, maxChanges: 2 };
  const desired = rulebase([rule('out allow web any')], [WEB]);
  const plan = planRulebase(desired, EMPTY_STATE, profile({ guardRails: rails }));
  expect(planApprovalsTable(plan, rails)).toMatchObject({
    title: 'Approval',
    columns: ['Why', 'Found', 'Without approval'],
    rows: [
      ['Many entries are created, changed or deleted.', '4', '2'],
      ['Rules allow connections with external networks.', ['out'], ''],
      ['Isolation is enforced for the first time: connections will be denied.', '', ''],
    ],
  });
});

it('approvals because of rules of others name these rules', () => {
  const above = [1, 2].map((number) => ({
    ...{ name: `F${number}`, location: 'shared', action: 'deny' },
    ...{ from: [], to: [], source: [], destination: [] },
  }));
  const denies = rulebase([rule('d deny any any')], []);
  const audit = profile({ enforcement: 'audit' });
  const plan = planRulebase(auditRulebase(denies, audit), { ...EMPTY_STATE, above, below: above }, audit);
  expect(planApprovalsTable(plan, audit.guardRails).rows).toEqual([
    ['Rules of others decide before the managed ones.', ['F1 (deny, shared)', 'F2 (deny, shared)']],
    [
      'Under audit, the managed rules allow what rules of others would deny after them.',
      ['F1 (deny, shared)', 'F2 (deny, shared)'],
    ],
  ]);
});
