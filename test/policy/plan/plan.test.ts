import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { rulebaseHash } from '../../../scripts/policy/plan/hash';
import { simulateOperation } from '../../../scripts/policy/plan/simulate';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { Operation, Plan, Situation } from '../../../scripts/policy/plan/types';
import {
  dynamicGroup,
  EMPTY_STATE,
  foreignRule,
  inShort,
  object,
  ownRule,
  planned,
  profile,
  rule,
  rulebase,
  rulesNamed,
  stateOf,
  staticGroup,
  statesOf,
} from './support';

const WEB = dynamicGroup('web');
const API = dynamicGroup('api');
const ISOLATED = staticGroup('_isolated', ['api']);
const PAIR = rule('pair allow web api');
const ENTRY = rule('entry allow api any');
const BOTH = rule('both deny _isolated _isolated');
const EGRESS = rule('egress deny _isolated any');
const BLOCK = rulebase([PAIR, BOTH, ENTRY, EGRESS], [API, ISOLATED, WEB]);

/** What was found, but that the short names of these tests are none that runs give. */
function foundIn({ situations }: Pick<Plan, 'situations'>): readonly Situation[] {
  return situations.filter(({ kind }) => kind !== 'by-hand');
}

describe('a first apply', () => {
  it('creates tags, groups before the groups that name them, and rules in their order', () => {
    expect(planned(BLOCK, EMPTY_STATE).steps).toEqual([
      'create tag cnseries',
      'create tag cnseries-c1',
      'create address-group api',
      'create address-group web',
      'create address-group _isolated',
      'create rule pair',
      'create rule both',
      'create rule entry',
      'create rule egress',
    ]);
  });

  it.each([
    ['at the bottom', { at: 'bottom', rule: '' }, 'F1 F2 pair both entry egress', 0],
    ['at the top', { at: 'top', rule: '' }, 'pair both entry egress F1 F2', 4],
    ['before a rule', { at: 'before', rule: 'F2' }, 'F1 pair both entry egress F2', 4],
    ['before the first rule', { at: 'before', rule: 'F1' }, 'pair both entry egress F1 F2', 4],
    ['after a rule', { at: 'after', rule: 'F1' }, 'F1 pair both entry egress F2', 4],
    ['after the last rule', { at: 'after', rule: 'F2' }, 'F1 F2 pair both entry egress', 0],
  ] as const)('%s moves only what does not land there', (_where, position, result, moves) => {
    const plan = planned(BLOCK, stateOf(BLOCK, rulesNamed('F1 F2')), { position });
    expect(plan.result).toBe(result);
    expect(plan.operations.filter(({ op }) => op === 'move')).toHaveLength(moves);
  });

  it('at the top of an empty rulebase needs no move', () => {
    const plan = planned(BLOCK, EMPTY_STATE, { position: { at: 'top', rule: '' } });
    expect(plan.operations.filter(({ op }) => op === 'move')).toEqual([]);
  });

  it('does not create tags that an ancestor has', () => {
    const tags = BLOCK.tags.map((tag) => object(tag, { location: 'shared' }));
    expect(planned(BLOCK, { ...EMPTY_STATE, objects: tags }).steps[0]).toBe('create address-group api');
  });
});

it('nothing to do is an empty plan that needs no approval', () => {
  const plan = planned(BLOCK, stateOf(BLOCK), { guardRails: { ...profile().guardRails, approveAlways: true } });
  expect(plan).toMatchObject({ operations: [], inverse: [], situations: [], approvals: [], refused: false });
});

it('a new rule in a block with foreign rules below is created at the end and moved to its place', () => {
  const state = stateOf(BLOCK, [...BLOCK.rules.map(ownRule), foreignRule('F1')]);
  const more = rulebase([PAIR, rule('more allow api web'), BOTH, ENTRY, EGRESS], BLOCK.addressGroups);
  const plan = planned(more, state);
  expect(plan.steps).toEqual(['create rule more', 'move more after pair']);
  expect(plan.operations[1]).toMatchObject({ from: { where: 'bottom', anchor: '' } });
});

it('a rule that goes from below the denies to above them is replaced before it moves up', () => {
  const up = rulebase([{ ...ENTRY, description: 'new' }, PAIR, BOTH, EGRESS], BLOCK.addressGroups);
  expect(planned(up, stateOf(BLOCK)).steps).toEqual(['replace rule entry', 'move entry top']);
});

it('a rule that goes from above the denies to below them moves down before it is replaced', () => {
  const down = rulebase([BOTH, { ...PAIR, description: 'new' }, ENTRY, EGRESS], BLOCK.addressGroups);
  expect(planned(down, stateOf(BLOCK)).steps).toEqual(['move pair after both', 'replace rule pair']);
});

it('where a deny and an allow change places, the allow moves', () => {
  const state = stateOf(BLOCK, [PAIR, ENTRY, BOTH, EGRESS].map(ownRule));
  expect(planned(BLOCK, state).steps).toEqual(['move entry after both']);
});

it('a deny that was dragged to the top goes down after the rules that it shields are in order', () => {
  const more = rule('more allow api web');
  const desired = rulebase([PAIR, more, BOTH, ENTRY, EGRESS], BLOCK.addressGroups);
  const state = stateOf(BLOCK, [BOTH, PAIR, more, rule('gone allow web any'), ENTRY, EGRESS].map(ownRule));
  expect(planned(desired, state).steps).toEqual(['delete rule gone', 'move both after more']);
});

it('rules are deleted from the bottom up, allows of a layer before the denies above them', () => {
  expect(planned(rulebase([], [], { tags: [] }), stateOf(BLOCK)).steps).toEqual([
    'delete rule egress',
    'delete rule entry',
    'delete rule both',
    'delete rule pair',
    'delete address-group _isolated',
    'delete address-group api',
    'delete address-group web',
  ]);
});

describe('a static group', () => {
  const state = stateOf(BLOCK);
  const withMembers = (...members: string[]): ReturnType<typeof rulebase> =>
    rulebase(BLOCK.rules, [API, dynamicGroup('db'), staticGroup('_isolated', members), WEB]);

  it('that grows is replaced once, before the rules', () => {
    const grown = withMembers('api', 'db');
    const changed = { ...grown, rules: [{ ...PAIR, description: 'new' }, BOTH, ENTRY, EGRESS] };
    expect(planned(changed, state).steps).toEqual([
      'create address-group db',
      'replace address-group _isolated',
      'replace rule pair',
    ]);
  });

  it('that shrinks is replaced once, after the rules', () => {
    const shrunk = rulebase([PAIR, BOTH, ENTRY], [API, staticGroup('_isolated', ['api']), WEB]);
    const wide = stateOf({ ...BLOCK, addressGroups: [API, staticGroup('_isolated', ['api', 'web']), WEB] });
    expect(planned(shrunk, wide).steps).toEqual(['delete rule egress', 'replace address-group _isolated']);
  });

  it('that gets members and loses some has all of them meanwhile', () => {
    const plan = planned(withMembers('db', 'web'), state);
    const members = plan.operations.map((operation) => 'after' in operation && operation.after);
    expect(members).toEqual([
      dynamicGroup('db'),
      staticGroup('_isolated', ['api', 'db', 'web']),
      staticGroup('_isolated', ['db', 'web']),
    ]);
  });
});

it('a deny that covers other connections covers both meanwhile', () => {
  const wide = { ...BOTH, from: ['trust'], source: ['web'] };
  const plan = planned(rulebase([PAIR, wide, ENTRY, EGRESS], BLOCK.addressGroups), stateOf(BLOCK));
  const afters = plan.operations.map((operation) => (operation as { after: RuleEntry }).after);
  expect(afters.map(({ from, source }) => [from, source])).toEqual([
    [['any'], ['_isolated', 'web']],
    [['trust'], ['web']],
  ]);
});

it('a deny that becomes a drop is replaced once and first', () => {
  const drop = rulebase([PAIR, { ...BOTH, action: 'drop' }, ENTRY, EGRESS], BLOCK.addressGroups);
  expect(planned(drop, stateOf(BLOCK)).steps).toEqual(['replace rule both']);
});

describe('what others did', () => {
  it('a disabled deny is drift: it is put right, and cannot be disabled again by the way back', () => {
    const state = stateOf(BLOCK, [...rulesNamed('pair both', BLOCK.rules), ownRule(ENTRY), ownRule(EGRESS)]);
    const disabled = { ...state, rules: state.rules.map((one) => ({ ...one, disabled: one.name === 'both' })) };
    const plan = planned(BLOCK, disabled);
    expect(plan.situations).toEqual([{ kind: 'drift', entryKind: 'rule', name: 'both', what: 'changed' }]);
    expect(plan.operations).toEqual([
      { op: 'replace', kind: 'rule', name: 'both', before: undefined, after: BOTH, uuid: 'uuid-both' },
    ]);
    expect(plan.inverse).toEqual([]);
  });

  it('a rule with fields that are never written is drift', () => {
    const state = stateOf(
      BLOCK,
      BLOCK.rules.map(ownRule).map((one) => (one.name === 'pair' ? { ...one, entry: undefined } : one)),
    );
    const plan = planned(BLOCK, state);
    expect(plan.situations).toEqual([{ kind: 'drift', entryKind: 'rule', name: 'pair', what: 'unknown' }]);
    expect(plan.steps).toEqual(['replace rule pair']);
  });

  it('a dynamic group that is no longer what its name says is drift', () => {
    const state = stateOf({ ...BLOCK, addressGroups: [dynamicGroup('api', "'other'"), ISOLATED, WEB] });
    const plan = planned(BLOCK, state);
    expect(plan.situations).toEqual([{ kind: 'drift', entryKind: 'address-group', name: 'api', what: 'changed' }]);
    expect(plan.steps).toEqual(['replace address-group api']);
  });

  it('a rule and a group that were deleted by hand come back', () => {
    const state = stateOf({ ...BLOCK, addressGroups: [API, ISOLATED] }, rulesNamed('both entry egress', BLOCK.rules));
    expect(planned(BLOCK, state).steps).toEqual(['create address-group web', 'create rule pair', 'move pair top']);
  });

  it('a foreign rule inside the block stays; ours are gathered where most of them stand', () => {
    const plan = planned(BLOCK, stateOf(BLOCK, rulesNamed('F1 pair F2 both entry egress F3', BLOCK.rules)));
    expect(plan.situations).toContainEqual({ kind: 'foreign-rule-inside', name: 'F2' });
    expect(plan.steps).toEqual(['move pair after F2']);
    expect(plan.result).toBe('F1 F2 pair both entry egress F3');
  });

  it('one rule dragged far away does not move the block', () => {
    const plan = planned(BLOCK, stateOf(BLOCK, rulesNamed('both F1 F2 F3 pair entry egress', BLOCK.rules)));
    expect(plan.situations).toEqual([{ kind: 'foreign-rule-inside', name: 'F1' }]);
    expect(plan.result).toBe('F1 F2 F3 pair both entry egress');
    expect(plan.steps).toEqual(['move both after pair']);
  });

  it.each([
    ['bottom', '', 'pair both entry egress F1', ''],
    ['top', '', 'F1 pair both entry egress', 'F1'],
    ['before', 'F1', 'F1 pair both entry egress', 'F1'],
    ['after', 'F2', 'F1 pair both entry egress F2', 'F1'],
  ] as const)('a block that is not at %s %s stays where it is', (at, anchor, rules, above) => {
    const plan = planned(BLOCK, stateOf(BLOCK, rulesNamed(rules, BLOCK.rules)), { position: { at, rule: anchor } });
    expect(plan.situations).toEqual([{ kind: 'block-moved', above }]);
    expect(plan.operations).toEqual([]);
  });

  it('a block whose neighbour has gone has no other place to be', () => {
    const position = { at: 'after', rule: 'F9' } as const;
    expect(
      planned(BLOCK, stateOf(BLOCK, rulesNamed('F1 pair both entry egress', BLOCK.rules)), { position }).situations,
    ).toEqual([]);
  });

  it('an object that something else names stays', () => {
    const state = stateOf(BLOCK);
    const used = { ...state, objects: state.objects.map((one) => ({ ...one, usedByOthers: one.name === 'web' })) };
    const plan = planned(rulebase([], []), used);
    expect(foundIn(plan)).toEqual([{ kind: 'object-in-use', entryKind: 'address-group', name: 'web' }]);
    expect(plan.steps).not.toContain('delete address-group web');
    expect(plan.steps).toContain('delete address-group api');
  });

  it('the members of a group that stays stay, too', () => {
    const state = stateOf(BLOCK);
    const used = {
      ...state,
      objects: state.objects.map((one) => ({ ...one, usedByOthers: one.name === '_isolated' })),
    };
    const { steps } = planned(rulebase([], []), used);
    expect(steps.filter((step) => step.includes('address-group'))).toEqual(['delete address-group web']);
  });

  it('objects of ours in another device group are neither changed nor deleted', () => {
    const elsewhere = object(dynamicGroup('old'), { location: 'parent' });
    const state = stateOf(BLOCK);
    expect(planned(BLOCK, { ...state, objects: [...state.objects, elsewhere] }).operations).toEqual([]);
  });
});

describe('a plan is refused, and empty,', () => {
  const changed = rulebase([PAIR], [API, dynamicGroup('db'), WEB]);

  it('where a foreign rule has a name that is needed', () => {
    const state = stateOf(rulebase([], []), [foreignRule('pair')]);
    expect(planRulebase(changed, state, profile())).toMatchObject({
      refused: true,
      operations: [],
      approvals: [],
      situations: [{ kind: 'foreign-name', entryKind: 'rule', name: 'pair', location: 'dg' }],
    });
  });

  it('where a rule elsewhere in the hierarchy has it', () => {
    const state = { ...EMPTY_STATE, ruleNamesInOtherRulebases: ['pair'] };
    expect(planRulebase(changed, state, profile()).situations).toEqual([
      { kind: 'foreign-name', entryKind: 'rule', name: 'pair', location: '' },
    ]);
  });

  it.each([
    ['foreign', { owned: false }],
    ['ours, but in another device group', { location: 'parent' }],
  ])('where an object has it that is %s', (_what, more) => {
    const state = stateOf(BLOCK);
    const plan = planRulebase(
      changed,
      { ...state, objects: [...state.objects, object(dynamicGroup('db'), more)] },
      profile(),
    );
    expect(plan).toMatchObject({ refused: true, operations: [] });
    expect(foundIn(plan)).toMatchObject([{ kind: 'foreign-name', entryKind: 'address-group', name: 'db' }]);
  });

  it.each([
    ['old and new members together are more than a group can hold', ['a', 'b'], ['c', 'd'], 3, true],
    ['but not where they just fit', ['a', 'b'], ['b', 'c'], 3, false],
    ['but not where members only go, although the group is beyond the limit', ['a', 'b', 'c'], ['a'], 2, false],
    ['but not where members only come', ['a'], ['a', 'b', 'c'], 3, false],
  ])('where %s', (_what, before, after, members, refused) => {
    const groups = ['a', 'b', 'c', 'd'].map((name) => dynamicGroup(name));
    const state = stateOf(rulebase([PAIR], [...groups, staticGroup('_isolated', before), API, WEB]));
    const desired = rulebase([PAIR], [...groups, staticGroup('_isolated', after), API, WEB]);
    const capacity = { rules: 100, groups: 100, members };
    const plan = planRulebase(desired, state, profile({ capacity }));
    expect(plan.refused).toBe(refused);
    expect(plan.operations.length > 0).toBe(!refused);
    expect(plan.situations.filter(({ kind }) => kind === 'group-overfull')).toEqual(
      refused ? [{ kind: 'group-overfull', name: '_isolated', members: 4, limit: members }] : [],
    );
  });

  it('where the rule is missing that the profile names for the first apply', () => {
    const position = { at: 'before', rule: 'F9' } as const;
    const plan = planRulebase(changed, stateOf(BLOCK, rulesNamed('F1')), profile({ position }));
    expect(plan).toMatchObject({ refused: true, operations: [] });
    expect(foundIn(plan)).toEqual([{ kind: 'anchor-missing', rule: 'F9' }]);
  });
});

describe('hashes', () => {
  const plan = planRulebase(BLOCK, EMPTY_STATE, profile());

  it('are 64 hexadecimal digits, and the same for the same input', () => {
    for (const hash of [plan.hash, plan.desiredHash, plan.stateHash]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(planRulebase(BLOCK, EMPTY_STATE, profile())).toEqual(plan);
  });

  it('of the plan and the state change when one of our rules is edited by hand', () => {
    const state = stateOf(BLOCK);
    const edited = { ...state, rules: state.rules.map((one) => ({ ...one, text: `${one.text} ` })) };
    const [a, b] = [state, edited].map((one) => planRulebase(BLOCK, one, profile()));
    expect(a.stateHash).not.toBe(b.stateHash);
    expect(a.hash).not.toBe(b.hash);
    expect(a.desiredHash).toBe(b.desiredHash);
  });

  it('of the block change with every field of every entry, also where only its place changes', () => {
    const hashes = new Set([plan.desiredHash]);
    const seen = (rules: readonly RuleEntry[]): void => {
      const desiredHash = rulebaseHash(rulebase([...rules], BLOCK.addressGroups));
      expect(hashes.has(desiredHash)).toBe(false);
      hashes.add(desiredHash);
    };
    for (const key of Object.keys(PAIR) as (keyof RuleEntry)[]) {
      if (key === 'kind') continue;
      const value = PAIR[key];
      const other = typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value},` : [value];
      seen([{ ...PAIR, [key]: other }, BOTH, ENTRY, EGRESS]);
    }
    seen([{ ...PAIR, source: PAIR.destination, destination: PAIR.source }, BOTH, ENTRY, EGRESS]);
    seen([BOTH, PAIR, ENTRY, EGRESS]);
    seen([PAIR, BOTH, ENTRY]);
  });

  it('do not change with foreign rules that nothing depends on, nor with the order of objects as read', () => {
    const state = stateOf(BLOCK);
    const other = { ...state, rules: [...rulesNamed('F1'), ...state.rules], objects: [...state.objects].reverse() };
    expect(planRulebase(BLOCK, other, profile()).hash).toBe(planRulebase(BLOCK, state, profile()).hash);
  });

  it('of the plan change with a value in the compiled block and with a place', () => {
    const renamed = rulebase([{ ...PAIR, description: 'x' }, BOTH, ENTRY, EGRESS], BLOCK.addressGroups);
    expect(planRulebase(renamed, EMPTY_STATE, profile()).hash).not.toBe(plan.hash);
    const state = stateOf(rulebase([], [], { tags: [] }), rulesNamed('F1'));
    const hashes = (['top', 'bottom'] as const).map(
      (at) => planRulebase(BLOCK, state, profile({ position: { at, rule: '' } })).hash,
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

describe('the model of Panorama', () => {
  const state = stateOf(BLOCK);
  const missing: Operation = {
    op: 'move',
    kind: 'rule',
    name: 'x',
    from: { where: 'top', anchor: '' },
    to: { where: 'top', anchor: '' },
  };

  it.each<[string, Operation]>([
    ['The rule "pair" is there already.', { op: 'create', kind: 'rule', name: 'pair', after: PAIR }],
    ['The address-group "web" is there already.', { op: 'create', kind: 'address-group', name: 'web', after: WEB }],
    ['There is no rule "x".', missing],
    ['There is no rule "y".', { ...missing, name: 'pair', to: { where: 'after', anchor: 'y' } }],
    [
      'There is no service "x".',
      { op: 'delete', kind: 'service', name: 'x', before: undefined, position: { where: 'bottom', anchor: '' } },
    ],
  ])('answers: %s', (message, operation) => {
    expect(() => simulateOperation(state, operation)).toThrow(message);
  });

  it.each([
    ['top', '', 'both pair entry egress'],
    ['bottom', '', 'pair entry egress both'],
    ['before', 'egress', 'pair entry both egress'],
    ['after', 'entry', 'pair entry both egress'],
  ] as const)('moves a rule to %s %s', (where, anchor, result) => {
    const to = { where, anchor };
    const moved = simulateOperation(state, { op: 'move', kind: 'rule', name: 'both', from: to, to });
    expect(moved.rules.map(({ name }) => name).join(' ')).toBe(result);
  });
});

it('the way back undoes in reverse, and puts a deleted rule where it stood', () => {
  const state = stateOf(BLOCK, rulesNamed('F1 pair both entry egress F2', BLOCK.rules));
  const plan = planRulebase(rulebase([PAIR, BOTH, rule('new allow web any')], BLOCK.addressGroups), state, profile());
  expect(inShort(plan.inverse)).toEqual([
    'create rule entry',
    'move entry after new',
    'create rule egress',
    'move egress after entry',
    'move new bottom',
    'delete rule new',
  ]);
  const states = statesOf(state, [...plan.operations, ...plan.inverse]);
  expect(states[states.length - 1].rules.map(({ name }) => name).join(' ')).toBe('F1 pair both entry egress F2');
});
