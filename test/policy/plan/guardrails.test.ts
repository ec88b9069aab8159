import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { AUDIT_TAG, auditRulebase } from '../../../scripts/policy/plan/audit';
import { externalRules } from '../../../scripts/policy/plan/external';
import { countOperations } from '../../../scripts/policy/plan/guardrails';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { ApprovalReason, Operation } from '../../../scripts/policy/plan/types';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { dynamicGroup, EMPTY_STATE, planned, profile, rule, rulebase, stateOf, staticGroup } from './support';

const LOOSE: ClusterProfile['guardRails'] = {
  approveAlways: false,
  maxChanges: 1000,
  maxDeletes: 1000,
  maxDeletedShare: 1,
  maxMoves: 1000,
  approveExternal: [],
};

const RULES = ['a', 'b', 'c', 'd', 'e'].map((name) => rule(`c1.${name} allow web api`));
const GROUPS = [dynamicGroup('api'), dynamicGroup('web')];
const FIVE = rulebase(RULES, GROUPS);

function approvals(
  desired: readonly RuleEntry[],
  rails: Partial<ClusterProfile['guardRails']>,
  state = stateOf(FIVE),
): readonly ApprovalReason[] {
  const guardRails = { ...LOOSE, ...rails };
  return planRulebase(rulebase(desired, GROUPS), state, profile({ guardRails })).approvals;
}

describe('approval is needed', () => {
  it.each<[string, Partial<ClusterProfile['guardRails']>, readonly RuleEntry[], readonly ApprovalReason[]]>([
    ['for nothing within the limits', {}, RULES.slice(1), []],
    ['always, where the profile says so', { approveAlways: true }, RULES.slice(1), ['always']],
    ['never for nothing to do', { approveAlways: true }, RULES, []],
    ['for more changes than allowed', { maxChanges: 1 }, [...RULES.slice(2)], ['many-changes']],
    ['not for just as many', { maxChanges: 2 }, [...RULES.slice(2)], []],
    ['for more deleted rules than allowed', { maxDeletes: 1 }, RULES.slice(2), ['many-deletes']],
    ['not for just as many deleted rules', { maxDeletes: 2 }, RULES.slice(2), []],
    ['for a larger deleted share than allowed', { maxDeletedShare: 0.3 }, RULES.slice(2), ['large-deleted-share']],
    ['not for just that share', { maxDeletedShare: 0.4 }, RULES.slice(2), []],
    ['for more moves than allowed', { maxMoves: 3 }, [...RULES].reverse(), ['many-moves']],
    ['not for just as many moves', { maxMoves: 4 }, [...RULES].reverse(), []],
    ['when no rule is left', {}, [], ['empties-block']],
  ])('%s', (_what, rails, desired, expected) => {
    expect(approvals(desired, rails)).toEqual(expected);
  });

  it('when objects are changed more often than their number, once for each', () => {
    const state = stateOf(rulebase([], [...GROUPS, staticGroup('_isolated', ['api'])]));
    const desired = rulebase([], [...GROUPS, staticGroup('_isolated', ['web'])]);
    const { operations } = planRulebase(desired, state, profile());
    expect(operations).toHaveLength(2);
    expect(countOperations(operations)).toEqual({
      created: 0,
      changed: 1,
      deleted: 0,
      deletedRules: 0,
      moved: 0,
      renamed: 0,
    });
  });
});

describe('the first enforcement needs approval', () => {
  const denies = rulebase([...RULES, rule('c1._deny-ingress deny any api')], GROUPS);
  const audited = auditRulebase(denies, profile({ enforcement: 'audit' }));
  const guardRails = LOOSE;

  it.each([
    ['on an empty device group', denies, EMPTY_STATE, 'enforce', ['first-enforce']],
    ['after an audit', denies, stateOf(audited), 'enforce', ['first-enforce']],
    [
      'beside a stray rule with our tags',
      denies,
      stateOf(rulebase([rule('c1.x allow web api')], GROUPS)),
      'enforce',
      ['first-enforce'],
    ],
    ['not where it was enforced already', denies, stateOf(FIVE), 'enforce', []],
    ['not for an audit', audited, EMPTY_STATE, 'audit', []],
  ] as const)('%s', (_what, desired, state, enforcement, expected) => {
    expect(planRulebase(desired, state, profile({ guardRails, enforcement })).approvals).toEqual(expected);
  });
});

describe('an allow is external', () => {
  const create = (entry: RuleEntry): Operation => ({ op: 'create', kind: 'rule', name: entry.name, after: entry });
  const replace = (before: RuleEntry | undefined, after: RuleEntry): Operation => ({
    op: 'replace',
    kind: 'rule',
    name: after.name,
    before,
    after,
    uuid: '',
  });
  const internet = ['0.0.0.0/0', '::/0'];
  const withoutPrivate = '0.0.0.0-9.255.255.255,11.0.0.0-172.15.255.255,172.32.0.0/11,172.64.0.0-255.255.255.255';

  it.each([
    ['any', internet, true],
    ['0.0.0.0/0', internet, true],
    ['::/0', internet, true],
    [withoutPrivate, internet, true],
    ['128.0.0.0/1', internet, false],
    ['0.0.0.0/1,128.0.0.0/32', internet, true],
    ['10.2.0.0/16', internet, false],
    ['web', internet, false],
    ['web-1', internet, false],
    ['10.2.0.0/16', ['10.2.0.0/16'], true],
    ['10.0.0.0/8', ['10.2.0.0/16'], true],
    ['10.2.0.0-10.2.255.255', ['10.2.0.0/16'], true],
    ['10.2.3.4', ['10.2.0.0/16'], false],
    ['10.2.3.4', ['10.2.3.4/32'], true],
    ['2001:db8::/32', ['2001:db8::/48'], true],
    ['any', [], false],
  ])('%s beside %j: %s', (members, cidrs, expected) => {
    for (const ends of [`${members} api`, `api ${members}`]) {
      expect(externalRules([create(rule(`r allow ${ends}`))], cidrs)).toEqual(expected ? ['r'] : []);
    }
  });

  it.each([
    ['a deny', create(rule('r deny any api')), []],
    ['a deny that is only audited', create(rule('r allow any api', { tags: [AUDIT_TAG] })), []],
    [
      'an allow whose description changes',
      replace(rule('r allow any api', { description: 'old' }), rule('r allow any api')),
      [],
    ],
    ['an allow whose ports change', replace(rule('r allow any api tcp-1'), rule('r allow any api')), ['r']],
    ['a deny that becomes an allow', replace(rule('r deny any api'), rule('r allow any api')), ['r']],
    ['an allow that was changed in ways unknown', replace(undefined, rule('r allow any api')), ['r']],
  ])('unless it is %s or the like', (_what, operation, expected) => {
    expect(externalRules([operation], internet)).toEqual(expected);
  });

  it('and its plan needs approval', () => {
    expect(approvals([...RULES, rule('r allow web any')], { approveExternal: internet })).toEqual(['external-address']);
  });
});

describe('in audit', () => {
  const deny = rule('c1._deny-both deny web api', { logEnd: false, description: 'Between isolated pods.' });
  const quarantine = rule('c1._quarantine deny any web');
  const audited = auditRulebase(rulebase([quarantine, RULES[0], deny], GROUPS), profile({ enforcement: 'audit' }));

  it('a deny allows and logs under its own tag, and says what it would do', () => {
    expect(audited.rules[2]).toEqual({
      ...deny,
      action: 'allow',
      logEnd: true,
      tags: [...deny.tags, 'cnseries.audit'],
      description: 'Audit only, allowed and logged; if enforced, denied: Between isolated pods.',
    });
    expect(audited.tags.map(({ name }) => name)).toEqual(['cnseries.audit', 'cnseries', 'cnseries-c1']);
  });

  it('allows and quarantine stay as they are', () => {
    expect(audited.rules.slice(0, 2)).toEqual([quarantine, RULES[0]]);
  });

  it('a long description is cut at its limit', () => {
    const long = auditRulebase(
      rulebase([{ ...deny, description: 'x'.repeat(1024) }]),
      profile({ enforcement: 'audit' }),
    );
    expect(long.rules[0].description).toHaveLength(1024);
  });

  it('a block without denies needs no tag, and an enforced one is left alone', () => {
    expect(auditRulebase(FIVE, profile({ enforcement: 'audit' }))).toBe(FIVE);
    const enforced = rulebase([deny], GROUPS);
    expect(auditRulebase(enforced, profile())).toBe(enforced);
  });

  it('going over to enforcement replaces the denies before anything else opens', () => {
    const desired = rulebase([quarantine, RULES[0], RULES[1], deny], GROUPS);
    expect(planned(desired, stateOf(audited)).steps).toEqual([
      'replace rule c1._deny-both',
      'create rule c1.b',
      'move c1.b after c1.a',
    ]);
  });

  it('isolation that an enforced cluster no longer has goes before the group of isolated pods grows', () => {
    const both = rule('c1._deny-both deny _isolated api');
    const egress = rule('c1._deny-egress deny _isolated any');
    const isolated = (members: readonly string[]) => [...GROUPS, staticGroup('_isolated', members)];
    const before = auditRulebase(rulebase([both, egress], isolated(['api'])), profile({ enforcement: 'audit' }));
    const after = rulebase([egress], isolated(['api', 'web']));
    expect(planned(after, stateOf(before)).steps).toEqual([
      'replace rule c1._deny-egress',
      'delete rule c1._deny-both',
      'replace address-group _isolated',
    ]);
    const stillAudited = auditRulebase(after, profile({ enforcement: 'audit' }));
    expect(planned(stillAudited, stateOf(before), { enforcement: 'audit' }).steps).toEqual([
      'replace address-group _isolated',
      'delete rule c1._deny-both',
    ]);
  });

  it('going back to audit replaces the denies after everything else', () => {
    const enforced = rulebase([quarantine, RULES[0], RULES[1], deny], GROUPS);
    expect(planned(audited, stateOf(enforced), { enforcement: 'audit' }).steps).toEqual([
      'create tag cnseries.audit',
      'delete rule c1.b',
      'replace rule c1._deny-both',
    ]);
  });
});

describe('policies that are left out', () => {
  const kept = [
    { policy: 'shop/a 1', instead: 'nothing', closed: [] },
    { policy: 'shop/b', instead: 'last-good', closed: [] },
  ] as const;

  function reasons(leftOut: readonly string[] | undefined, changes: Partial<ClusterProfile> = {}, rules = RULES) {
    const known = leftOut === undefined ? undefined : { foreignHash: '', leftOut };
    const own = profile({ guardRails: LOOSE, ...changes });
    const desired = auditRulebase(rulebase(rules, GROUPS), own);
    return planRulebase(desired, stateOf(FIVE), own, { known, kept }).approvals;
  }

  it('are asked for once each, also where nothing else is to do', () => {
    expect(reasons([])).toEqual(['leaves-out']);
    expect(reasons(undefined)).toEqual(['leaves-out']);
    expect(reasons(['shop/a 1'])).toEqual([]);
    expect(reasons([], {}, RULES.slice(1))).toEqual(['leaves-out']);
  });

  it('and so are ports of Services that are closed', () => {
    const closed = [{ policy: 'Service shop/web', instead: 'closed', closed: ['tcp/80', 'tcp/81'] }] as const;
    const own = profile({ guardRails: LOOSE });
    const desired = auditRulebase(rulebase(RULES, GROUPS), own);
    const planned = (leftOut: readonly string[]) =>
      planRulebase(desired, stateOf(FIVE), own, { known: { foreignHash: '', leftOut }, kept: closed });
    expect(planned(['Service shop/web tcp/80'])).toMatchObject({
      approvals: ['closes-ports'],
      newlyLeftOut: ['Service shop/web tcp/81'],
    });
    expect(planned(planned([]).leftOut).approvals).toEqual([]);
  });

  it('anew where the policy is another one under the name', () => {
    expect(reasons(['shop/a 0'])).toEqual(['leaves-out']);
  });

  it('not under audit, which denies nothing', () => {
    expect(reasons([], { enforcement: 'audit' })).toEqual([]);
  });

  it('nor before the cluster is enforced, which asks in any case', () => {
    const plan = planRulebase(FIVE, EMPTY_STATE, profile({ guardRails: LOOSE }), { known: undefined, kept });
    expect(plan.approvals).toEqual(['first-enforce']);
    expect(plan.leftOut).toEqual(['shop/a 1']);
  });

  it('are part of the hash, as is all that the rules hold instead of current versions', () => {
    const hashes = [
      [],
      kept,
      kept.slice(1),
      [{ policy: 'shop/b', instead: 'closed', closed: ['spec.ingress[0]'] } as const],
    ].map((one) => planRulebase(FIVE, stateOf(FIVE), profile(), { known: undefined, kept: one }).hash);
    expect(new Set(hashes).size).toBe(4);
  });
});
