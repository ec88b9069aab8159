import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { auditRulebase } from '../../../scripts/policy/plan/audit';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { Plan, StateRule } from '../../../scripts/policy/plan/types';
import { dynamicGroup, ownRule, profile, rule, rulebase, stateOf, staticGroup } from './support';

/** Allows that a person closed in Panorama. */

const WEB = dynamicGroup('web');
const API = dynamicGroup('api');
const DB = dynamicGroup('db');
const A = rule('c1.shop.a.in-abc allow web api');
const B = rule('c1.shop.b.in-abc allow web api');
const DENY = rule('c1._deny-both deny any any');

function planOf(now: readonly RuleEntry[], held: readonly StateRule[], lifted: readonly string[] = []): Plan {
  const state = stateOf(rulebase([], [API, DB, WEB]), held);
  return planRulebase(rulebase(now, [API, DB, WEB]), state, profile(), { known: undefined, kept: [], lifted });
}

const steps = ({ operations }: Plan): string[] => operations.map(({ op, name }) => `${op} ${name}`);
const disabled = (entry: RuleEntry): StateRule => ({ ...ownRule(entry), disabled: true });
const denied = (entry: RuleEntry): StateRule => ownRule({ ...entry, action: 'deny' });

it.each([
  ['disabled', disabled(A)],
  ['set to deny', denied(A)],
  ['set to reset-both', ownRule({ ...A, action: 'reset-both' })],
])('an allow that was %s stays so, and the rest goes on', (how, held) => {
  const plan = planOf([{ ...A, logStart: true }, { ...B, logStart: true }, DENY], [held, ownRule(B), ownRule(DENY)]);
  expect(plan.closures).toEqual([{ rule: A.name, how }]);
  expect(plan.situations).toContainEqual({ kind: 'closed-by-hand', name: A.name, how });
  expect(plan.situations.filter(({ kind }) => kind === 'drift')).toEqual([]);
  expect(steps(plan)).toEqual([`replace ${B.name}`]);
});

it('somebody lifts it: the rule is put right', () => {
  const plan = planOf([A, DENY], [denied(A), ownRule(DENY)], [A.name]);
  expect(plan.closures).toEqual([]);
  expect(steps(plan)).toEqual([`replace ${A.name}`]);
});

it('what a closed rule names stays, with the members of its groups', () => {
  const old = dynamicGroup('old');
  const group = staticGroup('both', ['old', 'web']);
  const state = stateOf(rulebase([], [API, DB, WEB, old, group]), [denied({ ...A, source: ['both'] }), ownRule(DENY)]);
  const plan = planRulebase(rulebase([A, DENY], [API, WEB]), state, profile());
  expect(steps(plan)).toEqual(['delete db']);
});

it.each<[string, RuleEntry[], StateRule[]]>([
  ['moved', [DENY, A], [denied(A), ownRule(DENY)]],
  ['deleted', [DENY], [disabled(A), ownRule(DENY)]],
  ['renamed', [{ ...A, name: 'c1.shop.a.in-xyz' }, DENY], [denied(A), ownRule(DENY)]],
])('a closed rule that is %s is asked about', (_what, now, held) => {
  const plan = planOf(now, held);
  expect(plan.operations.length).toBeGreaterThan(0);
  expect(plan.approvals).toContain('loses-closure');
});

it('a deny that was disabled or loosened is no closure: it is put right', () => {
  expect(steps(planOf([DENY], [disabled(DENY)]))).toEqual([`replace ${DENY.name}`]);
  expect(steps(planOf([DENY], [ownRule({ ...DENY, action: 'allow' })]))).toEqual([`replace ${DENY.name}`]);
});

it('what this pack itself denied is no closure: audit after enforcement', () => {
  const audit = profile({ enforcement: 'audit' });
  const state = stateOf(rulebase([], []), [ownRule(DENY)]);
  expect(planRulebase(auditRulebase(rulebase([DENY]), audit), state, audit).closures).toEqual([]);
});

it.each([
  ['another description', { ...A, description: 'INC-7 closed by bob' }],
  ['a rule of a Service', rule('c1._services-shop.web-80 allow any any', { description: 'Closed.' })],
  ['a rule for nodes', rule('c1._nodes allow any any')],
])('whatever a person writes there, and whatever the rule is for: %s', (_what, entry) => {
  const plan = planOf([{ ...entry, description: 'As compiled.' }], [denied(entry)]);
  expect(plan.closures).toEqual([{ rule: entry.name, how: 'set to deny' }]);
  expect(plan.operations).toEqual([]);
});

it('a closed rule with settings that this pack never makes is closed, and keeps what it names', () => {
  const schedule: StateRule = { ...denied(A), action: 'drop', entry: undefined };
  const plan = planOf([rule(`${A.name} allow db api`), DENY], [schedule, ownRule(DENY)]);
  expect(plan.closures).toEqual([{ rule: A.name, how: 'set to drop' }]);
  expect(steps(plan)).toEqual([]);
});

it('a closed rule of a Service that gets another name is asked about', () => {
  const old = rule('c1._services-shop.web-80 allow any any');
  const now = { ...old, name: 'c1._services-shop.web-80_81' };
  expect(planOf([now, DENY], [disabled(old), ownRule(DENY)]).approvals).toContain('loses-closure');
  expect(planOf([now, DENY], [denied(old), ownRule(DENY)]).approvals).toContain('loses-closure');
});

it('a deny of this pack that goes is not taken for a closure', () => {
  const description = 'Not meant by, but in the group of: NetworkPolicy shop/a (ingress entry abc).';
  const guard = rule('c1.shop.a.in-abc_not-to-qpbfyuwf deny any api', { description });
  expect(planOf([A, DENY], [ownRule(guard), ownRule(A), ownRule(DENY)]).approvals).not.toContain('loses-closure');
  expect(
    planOf(
      [A],
      [
        ownRule(A),
        ownRule({ ...DENY, description: 'Between isolated pods, what no policies allow at both ends. Cluster c1.' }),
      ],
    ).approvals,
  ).not.toContain('loses-closure');
});

it('a new allow that may open what is closed is asked about; below a rule that was set to deny, or for others, not', () => {
  const above = rule('c1.shop.0.in-abc allow web api');
  const below = rule('c1.shop.z.in-abc allow web api');
  expect(planOf([above, A, DENY], [denied(A), ownRule(DENY)]).approvals).toContain('loses-closure');
  expect(planOf([A, below, DENY], [denied(A), ownRule(DENY)]).approvals).not.toContain('loses-closure');
  for (const one of [above, below]) {
    expect(planOf([one, A, DENY], [disabled(A), ownRule(DENY)]).approvals).toContain('loses-closure');
  }
  const other = rule('c1.shop.z.in-abc allow db api');
  expect(planOf([A, other, DENY], [disabled(A), ownRule(DENY)]).approvals).not.toContain('loses-closure');
});
