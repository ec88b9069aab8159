import { auditRulebase } from '../../../scripts/policy/plan/audit';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, ForeignRule, Plan, Situation } from '../../../scripts/policy/plan/types';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { dynamicGroup, EMPTY_STATE, foreignRule, ownRule, profile, rule, rulebase, stateOf } from './support';

/** What rules of others decide before and after the block. */

const GROUPS = [dynamicGroup('api'), dynamicGroup('web')];
const BASE = rulebase([rule('a allow web api'), rule('c1._deny-ingress deny any api')], GROUPS);
const MORE = rulebase([...BASE.rules, rule('b allow api web')], GROUPS);

const LOOSE: Partial<ClusterProfile> = {
  enforcement: 'enforce',
  guardRails: { ...profile().guardRails, approveExternal: [], maxDeletedShare: 1 },
};

function foreign(name: string, more: Partial<ForeignRule> = {}): ForeignRule {
  return { name, location: 'shared', action: 'allow', from: [], to: [], source: [], destination: [], ...more };
}

function planOf(state: DeviceGroupState, changes: Partial<ClusterProfile> = {}, known?: string, desired = BASE): Plan {
  const own = profile({ ...LOOSE, ...changes });
  return planRulebase(auditRulebase(desired, own), state, own, {
    known: known === undefined ? undefined : { foreignHash: known, leftOut: [] },
    kept: [],
  });
}

function listed(plan: Plan, kind: 'preceded' | 'audit-opens'): readonly string[] {
  const found = plan.situations.filter(
    (one): one is Extract<Situation, { readonly kind: typeof kind }> => one.kind === kind,
  );
  return found.flatMap(({ rules }) => rules);
}

const preceded = (state: DeviceGroupState, changes?: Partial<ClusterProfile>): readonly string[] =>
  listed(planOf(state, changes), 'preceded');

describe('rules that precede the block are named', () => {
  it('in the order of evaluation: those of the places above, then those above the block', () => {
    const rules = [foreignRule('F1', foreign('F1', { location: 'dg' })), foreignRule('F2'), ...BASE.rules.map(ownRule)];
    const below = foreignRule('F3', foreign('F3', { location: 'dg' }));
    const above = [foreign('top', { action: 'deny' }), foreign('middle', { location: 'parent' })];
    const state = stateOf(BASE, [...rules, below], { above });
    expect(preceded(state)).toEqual(['top (deny, shared)', 'middle (allow, parent)', 'F1 (allow, dg)']);
  });

  it('also where the block is still to come', () => {
    const rules = [foreignRule('F1', foreign('F1')), foreignRule('F2', foreign('F2'))];
    const state = { ...EMPTY_STATE, rules };
    expect(preceded(state, { position: { at: 'bottom', rule: '' } })).toHaveLength(2);
    expect(preceded(state, { position: { at: 'after', rule: 'F1' } })).toEqual(['F1 (allow, shared)']);
    expect(preceded(state, { position: { at: 'top', rule: '' } })).toEqual([]);
  });

  it('but not all of very many', () => {
    const above = Array.from({ length: 25 }, (_none, index) => foreign(`F${index}`));
    const found = planOf({ ...EMPTY_STATE, above }).situations.find(({ kind }) => kind === 'preceded');
    expect(found).toMatchObject({ count: 25, rules: { length: 20 } });
  });

  const networks = { podCIDRs: ['10.0.0.0/16'], serviceCIDRs: ['10.96.0.0/12'] };
  const zones = { zones: { from: ['pods'], to: ['pods', 'out'] } };
  const lan = ['192.0.2.0/24'];
  it.each<[string, Partial<ForeignRule>, Partial<ClusterProfile>, boolean]>([
    ['everything', {}, {}, true],
    ['other zones at the source', { from: ['dmz'] }, zones, false],
    ['other zones at the destination', { to: ['dmz', 'lan'] }, zones, false],
    ['one of the zones', { from: ['dmz', 'pods'], to: ['out'] }, zones, true],
    ['any zone', { from: ['any'], to: ['any'] }, zones, true],
    ['zones, where the cluster may be in any', { from: ['dmz'] }, {}, true],
    ['networks, where the pods are not known', { source: lan, destination: lan }, {}, true],
    ['networks without pods', { source: lan, destination: lan }, networks, false],
    ['a network with pods', { source: lan, destination: ['10.0.3.0/24'] }, networks, true],
    ['a range with Services', { source: ['10.90.0.0-10.97.0.0'], destination: lan }, networks, true],
    ['a name, which may be any address', { source: lan, destination: ['printers'] }, networks, true],
    ['any at one end', { source: ['any'], destination: lan }, networks, true],
    [
      'networks, where Services are seen and not known',
      { source: lan, destination: lan },
      { podCIDRs: ['10.0.0.0/16'], inspection: 'both-ends' },
      true,
    ],
    [
      'networks, where Services are never seen',
      { source: lan, destination: lan },
      { podCIDRs: ['10.0.0.0/16'], inspection: 'server-only' },
      false,
    ],
  ])('%s', (_what, fields, changes, expected) => {
    const state = { ...EMPTY_STATE, above: [foreign('F', fields)] };
    expect(preceded(state, changes)).toEqual(expected ? ['F (allow, shared)'] : []);
  });
});

describe('a plan with rules before the block needs approval', () => {
  const above = [foreign('F')];
  const fresh: DeviceGroupState = { ...EMPTY_STATE, above };
  const applied = stateOf(BASE, undefined, { above });

  it('for the first rules of the cluster, and then no more, where nobody remembers', () => {
    expect(planOf(fresh).approvals).toEqual(['first-enforce', 'preceded']);
    expect(planOf(applied, {}, undefined, MORE).approvals).toEqual([]);
  });

  it('once for the same rules, where somebody remembers', () => {
    const known = planOf(fresh).foreignHash;
    expect(known).toMatch(/^[0-9a-f]{64}$/);
    expect(planOf(applied, {}, known, MORE).approvals).toEqual([]);
    expect(planOf(applied, {}, '', MORE).approvals).toEqual(['preceded']);
    const another = { ...applied, above: [...above, foreign('G')] };
    expect(planOf(another, {}, known, MORE).approvals).toEqual(['preceded']);
    const changed = { ...applied, above: [foreign('F', { action: 'deny' })] };
    expect(planOf(changed, {}, known, MORE).approvals).toEqual(['preceded']);
  });

  it('never where there are none, or nothing is to do', () => {
    const state = stateOf(BASE);
    expect(planOf(state, {}, 'else', MORE)).toMatchObject({ approvals: [], foreignHash: '' });
    expect(planOf(applied, {}, 'else').approvals).toEqual([]);
  });

  it('and is another plan when they change; what stands below changes nothing', () => {
    const hash = planOf(fresh).hash;
    expect(planOf({ ...fresh, above: [foreign('F', { source: ['x'] })] }).hash).not.toBe(hash);
    expect(planOf({ ...fresh, above: [] }).hash).not.toBe(hash);
    expect(planOf({ ...fresh, below: [foreign('G', { action: 'deny' })] }).hash).toBe(hash);
  });
});

describe('under audit', () => {
  const audit = { enforcement: 'audit' } as const;
  const denying = foreign('F', { action: 'drop' });
  const fresh: DeviceGroupState = { ...EMPTY_STATE, below: [denying, foreign('G')] };

  it('denies of others below the block are named, and asked about once', () => {
    const plan = planOf(fresh, audit);
    expect(listed(plan, 'audit-opens')).toEqual(['F (drop, shared)']);
    expect(plan.approvals).toEqual(['audit-opens']);
    const applied = stateOf(auditRulebase(BASE, profile(audit)), undefined, { below: fresh.below });
    expect(planOf(applied, audit, undefined, MORE).approvals).toEqual([]);
    expect(planOf(applied, audit, plan.foreignHash, MORE).approvals).toEqual([]);
    expect(planOf(applied, audit, '', MORE).approvals).toEqual(['audit-opens']);
  });

  it('so are those below it in its own rulebase, and not those above', () => {
    const rules = [
      foreignRule('F1', foreign('F1', { action: 'deny' })),
      ...BASE.rules.map(ownRule),
      foreignRule('F2', foreign('F2', { action: 'deny' })),
    ];
    expect(listed(planOf(stateOf(BASE, rules), audit), 'audit-opens')).toEqual(['F2 (deny, shared)']);
  });

  it('a default rule that denies counts, between zones only where there are several', () => {
    const defaultRules = { intrazone: 'allow', interzone: 'deny' };
    const state = { ...EMPTY_STATE, defaultRules };
    expect(listed(planOf(state, audit), 'audit-opens')).toEqual(['interzone-default (deny, default rules)']);
    const oneZone = { ...audit, zones: { from: ['pods'], to: ['pods'] } };
    expect(listed(planOf(state, oneZone), 'audit-opens')).toEqual([]);
    const denied = { ...state, defaultRules: { intrazone: 'drop', interzone: 'deny' } };
    expect(listed(planOf(denied, oneZone), 'audit-opens')).toEqual(['intrazone-default (drop, default rules)']);
  });

  it('nothing is opened where nothing would be denied, or where it is enforced', () => {
    const allows = rulebase([rule('a allow web api')], GROUPS);
    expect(planOf(fresh, audit, undefined, allows).approvals).toEqual([]);
    expect(listed(planOf(fresh), 'audit-opens')).toEqual([]);
  });
});

describe('what no rule matches is told', () => {
  const unmatched = (state: DeviceGroupState, changes: Partial<ClusterProfile> = {}): readonly Situation[] =>
    planOf(state, changes).situations.filter(({ kind }) => kind === 'unmatched');
  const withDefaults = (state: DeviceGroupState, intrazone: string, interzone: string): DeviceGroupState => ({
    ...state,
    defaultRules: { intrazone, interzone },
  });

  it.each<[string, DeviceGroupState, number]>([
    ['for a new cluster, as PAN-OS has it', withDefaults(EMPTY_STATE, 'allow', 'deny'), 1],
    ['not later', withDefaults(stateOf(BASE), 'allow', 'deny'), 0],
    ['always where somebody denies within a zone', withDefaults(stateOf(BASE), 'deny', 'deny'), 1],
    ['not where everything is allowed', withDefaults(EMPTY_STATE, 'allow', 'allow'), 0],
  ])('%s', (_what, state, count) => {
    expect(unmatched(state)).toHaveLength(count);
  });

  it('with what happens within a zone and between zones', () => {
    expect(unmatched(withDefaults(EMPTY_STATE, 'deny', 'reset-both'))).toEqual([
      { kind: 'unmatched', intrazone: 'deny', interzone: 'reset-both' },
    ]);
  });

  it('nothing between zones where there is one', () => {
    const oneZone = { zones: { from: ['pods'], to: ['pods'] } };
    expect(unmatched(withDefaults(EMPTY_STATE, 'allow', 'deny'), oneZone)).toEqual([]);
  });
});
