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

it('what this pack itself denied is no closure: audit after enforcement, another rule of the name', () => {
  const audit = profile({ enforcement: 'audit' });
  const state = stateOf(rulebase([], []), [ownRule(DENY)]);
  expect(planRulebase(auditRulebase(rulebase([DENY]), audit), state, audit).closures).toEqual([]);
  const service = rule('c1._services-web allow any any', { description: 'Allows.' });
  expect(planOf([service], [ownRule({ ...service, action: 'deny', description: 'Denies.' })]).closures).toEqual([]);
  expect(planOf([service], [denied(service)]).closures).toHaveLength(1);
});
