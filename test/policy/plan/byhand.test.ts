import type { ConfigEntry, RuleEntry } from '../../../scripts/policy/panos/entry';
import { countOperations } from '../../../scripts/policy/plan/guardrails';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import { markOf, NO_NOTES, shortUuid } from '../../../scripts/policy/plan/rulenotes';
import type { Plan, PlanContext, StateObject, StateRule } from '../../../scripts/policy/plan/types';
import { planApprovalsTable } from '../../../scripts/policy/views/planapprovals';
import { planSituationsTable } from '../../../scripts/policy/views/plansituations';
import { verdictText } from '../../../scripts/policy/views/verdict';
import {
  dynamicGroup,
  foreignRule,
  inShort,
  object,
  ownRule,
  profile,
  rule,
  rulebase,
  stateOf,
  statesOf,
} from './support';

/** What people rename, clone and take the tags off, in Panorama. */

const API = dynamicGroup('c1.api');
const WEB = dynamicGroup('c1.web');

function entry(policy: string, key: string, more: Partial<RuleEntry> = {}): RuleEntry {
  const description = `NetworkPolicy shop/${policy} (ingress entry ${key}).`;
  return rule(`c1.shop.${policy}.in-${key} allow c1.web c1.api`, { description, ...more });
}

const A = entry('a', 'aaaaaa');
const B = entry('b', 'bbbbbb');
const DENY = rule('c1._deny-both deny any any', {
  description: 'Between isolated pods, what no policies allow at both ends. Cluster c1.',
});
const NOW = [A, B, DENY];

function planOf(
  held: readonly StateRule[],
  context: Partial<PlanContext> = {},
  now: readonly RuleEntry[] = NOW,
  objects: readonly StateObject[] = [],
): Plan {
  const base = stateOf(rulebase([], [API, WEB]), held);
  const state = { ...base, objects: [...base.objects, ...objects] };
  const plan = planRulebase(rulebase(now, [API, WEB]), state, profile(), { known: undefined, kept: [], ...context });
  statesOf(state, plan.operations);
  return plan;
}

/** What is remembered once the rules were seen. */
const NOTES = {
  ...NO_NOTES,
  names: Object.fromEntries(NOW.map((one) => [shortUuid(ownRule(one).uuid), one.name])),
};

const named = (held: RuleEntry, name: string, more: Partial<StateRule> = {}): StateRule => ({
  ...ownRule({ ...held, name }),
  uuid: `${name}-uuid-of-its-own`,
  ...more,
});
const others = [ownRule(B), ownRule(DENY)];
const copyOf = (name: string, of: string) => ({
  kind: 'by-hand',
  entryKind: 'rule',
  name,
  how: 'copied',
  of,
  becomes: 'deleted',
});
const situations = (plan: Plan) => planSituationsTable(plan).rows.map((row) => row.join(' '));

describe('a rule that was renamed', () => {
  it.each(['emergency', 'c1.shop.a.in-aaaaaa-old', 'c1.web to api'])(
    'to %s gets its name back, and a person is asked',
    (name) => {
      const plan = planOf([named(A, name), ...others]);
      expect(plan.approvals).toEqual(['made-by-hand']);
      expect(inShort(plan.operations)).toEqual([`create rule ${A.name}`, `move ${A.name} top`, `delete rule ${name}`]);
      expect(countOperations(plan.operations)).toMatchObject({ renamed: 1, created: 0, deletedRules: 0 });
      expect(situations(plan)).toEqual([
        `The rule ${name} is ${A.name}, renamed by hand. It is replaced by ${A.name}, once somebody approves that. To keep it as a rule or object of your own, take both tags off.`,
      ]);
      expect(planApprovalsTable(plan, profile().guardRails).rows).toEqual([
        ['What somebody renamed or copied by hand is deleted, or gets its name back.', [name]],
      ]);
    },
  );

  it('and described otherwise is known by its uuid, where a run saw it before', () => {
    const held = named({ ...A, description: 'INC-7', source: ['any'] }, 'c1.emergency');
    expect(planOf([held, ...others]).situations).toEqual([]);
    const plan = planOf([held, ...others], { notes: { ...NO_NOTES, names: { [shortUuid(held.uuid)]: A.name } } });
    expect(plan.situations).toMatchObject([{ kind: 'by-hand', how: 'renamed', of: A.name, becomes: 'renamed-back' }]);
    expect(plan.approvals).toContain('made-by-hand');
  });

  it('and whose policy is gone is deleted, by the name that it had', () => {
    const held = named(A, 'emergency');
    const plan = planOf([held, ...others], { notes: { ...NO_NOTES, names: { [shortUuid(held.uuid)]: A.name } } }, [
      B,
      DENY,
    ]);
    expect(plan.situations).toMatchObject([{ how: 'renamed', of: A.name, becomes: 'deleted' }]);
    expect(plan.approvals).toContain('made-by-hand');
    expect(inShort(plan.operations)).toEqual(['delete rule emergency']);
  });

  it('and says nothing that a run knows is told as what it is', () => {
    const plan = planOf([named({ ...A, description: '' }, 'mine'), ownRule(A), ...others]);
    expect(plan.approvals).toContain('made-by-hand');
    expect(situations(plan)[0]).toMatch(/^The rule mine carries both tags of the cluster, and a name that somebody/);
  });
});

describe('a rule that was renamed and closed', () => {
  it.each<[string, Partial<StateRule>, string]>([
    ['disabled', { disabled: true }, 'disabled'],
    ['denied', { action: 'deny', entry: { ...A, name: 'emergency', action: 'deny' } }, 'set to deny'],
    ['dropped, with other settings', { action: 'drop', entry: undefined }, 'set to drop'],
  ])('%s stays closed under the name that it has, and nobody is asked', (_what, more, how) => {
    const held = named(A, 'emergency', more);
    const names = { [shortUuid(held.uuid)]: A.name };
    const plan = planOf([held, ...others], { notes: { ...NO_NOTES, names } });
    expect(plan.closures).toEqual([{ rule: A.name, how, standsAs: 'emergency' }]);
    expect(plan).toMatchObject({ operations: [], approvals: [] });
    expect(situations(plan)).toEqual([
      `The rule emergency was ${how} by hand: what it allows is closed. It stays as it is, whatever the policies say, until somebody lifts that: CNSeriesRelease.`,
      `The rule emergency is ${A.name}, renamed by hand. It keeps that name as long as it is closed.`,
    ]);
    expect(verdictText({ verdict: 'equal', exceptions: [] }, plan.closures)).toBe(
      `equal, except what is closed by hand: ${A.name} (${how}, renamed to emergency)`,
    );
  });

  it.each([A.name, 'emergency'])('somebody lifts it by the name %s: it is open again under its own', (lifted) => {
    const plan = planOf([named(A, 'emergency', { disabled: true }), ...others], { lifted: [lifted] });
    expect(plan.closures).toEqual([]);
    expect(plan.approvals).toContain('made-by-hand');
    expect(plan.approvals).not.toContain('loses-closure');
    expect(inShort(plan.operations)).toContain('delete rule emergency');
  });

  it('and whose policy is gone is asked about as what it closed', () => {
    const plan = planOf([named(A, 'emergency', { disabled: true }), ...others], {}, [B, DENY]);
    expect(plan.approvals).toEqual(expect.arrayContaining(['made-by-hand', 'loses-closure']));
  });
});

describe('a copy of a rule', () => {
  it.each<[string, StateRule[]]>([
    ['below it', [ownRule(A), named(A, `${A.name}-1`), ...others]],
    ['above it', [named(A, `${A.name}-1`), ownRule(A), ...others]],
    ['at the end, behind a rule of somebody else', [ownRule(A), ...others, foreignRule('F'), named(A, `${A.name}-1`)]],
    ['disabled', [ownRule(A), named(A, `${A.name}-1`, { disabled: true }), ...others]],
    [
      'that does something else',
      [ownRule(A), named({ ...A, service: ['any'], logStart: true }, `${A.name}-2`), ...others],
    ],
  ])('%s is deleted, and a person is asked', (_what, held) => {
    const plan = planOf(held);
    const copy = held.find(({ uuid }) => uuid.endsWith('its-own'))?.name ?? '';
    expect(plan.situations.filter(({ kind }) => kind !== 'block-moved')).toEqual([copyOf(copy, A.name)]);
    expect(plan.approvals).toEqual(['made-by-hand']);
    expect(inShort(plan.operations)).toEqual([`delete rule ${copy}`]);
  });

  it('that denies above its original closes that: losing it is asked about as well', () => {
    const plan = planOf([named({ ...A, action: 'deny' }, `${A.name}-1`), ownRule(A), ...others]);
    expect(plan.approvals).toEqual(['made-by-hand', 'loses-closure']);
  });

  it('described otherwise is known by its name, which no run gave, where runs noted theirs', () => {
    const copy = named({ ...A, description: 'Mine.' }, `${A.name}-1`);
    const plan = planOf([copy, ownRule(A), ...others], { notes: NOTES });
    expect(plan.approvals).toEqual(['made-by-hand']);
    const written = { ...NOTES, written: [copy.name] };
    expect(planOf([copy, ownRule(A), ...others], { notes: written }).approvals).toEqual([]);
  });

  it('is told from the original, when that was renamed, by the uuid', () => {
    const [copy, original] = [named(A, `${A.name}-1`), named(A, 'zzz')];
    const plan = planOf([copy, original, ...others], {
      notes: { ...NO_NOTES, names: { [shortUuid(original.uuid)]: A.name } },
    });
    expect(plan.situations).toMatchObject([
      { name: 'zzz', how: 'renamed', of: A.name },
      { name: copy.name, how: 'copied', of: A.name },
    ]);
  });

  it('is no rule of this pack with a number behind its name', () => {
    const second = entry('a', 'aaaaaa-2');
    const plan = planOf([ownRule(A), ownRule(second), ...others]);
    expect(plan).toMatchObject({ situations: [], approvals: [] });
    expect(inShort(plan.operations)).toEqual([`delete rule ${second.name}`]);
  });
});

describe('a rule that is not as it was compiled', () => {
  const edited = { ...A, application: ['ssl'] };
  const seen = (one: RuleEntry): StateRule => ({ ...ownRule(one), uuid: 'a0000000-0000-4000' });
  const uuid = shortUuid(seen(A).uuid);
  const noted = { names: { [uuid]: A.name }, marks: { [uuid]: markOf(A) }, written: [] };
  const edits = (plan: Plan) => plan.situations.filter(({ kind }) => kind === 'hand-edits');

  it('was changed by hand, where it is not as it was noted', () => {
    const plan = planOf([seen(edited), ...others], { notes: noted });
    expect(edits(plan)).toEqual([{ kind: 'hand-edits', what: 'changed', rules: [A.name], count: 1 }]);
    expect(situations(plan)).toEqual([
      `Since a run of this pack wrote them, somebody changed these rules by hand: ${A.name}. They are set back to what the policies say.`,
    ]);
    expect(plan.approvals).toEqual([]);
  });

  it('is so because of its policy, where it is as it was noted', () => {
    const now = [{ ...A, application: ['ssl'] }, B, DENY];
    expect(edits(planOf([seen(A), ...others], { notes: noted }, now))).toEqual([]);
  });

  it('is not said to be anybody’s work where nothing was noted', () => {
    expect(edits(planOf([seen(edited), ...others], { notes: NOTES }))).toEqual([]);
  });

  it('was deleted by hand, where a run saw it', () => {
    const plan = planOf(others, { notes: noted });
    expect(edits(plan)).toEqual([{ kind: 'hand-edits', what: 'deleted', rules: [A.name], count: 1 }]);
    expect(inShort(plan.operations)[0]).toContain('create rule');
    expect(edits(planOf(others, { notes: noted }, [B, DENY]))).toEqual([]);
  });
});

describe('objects', () => {
  const held = NOW.map(ownRule);
  const more = (one: typeof API, changes: Partial<StateObject> = {}): StateObject => object(one, changes);

  it.each([
    ['a copy', more({ ...API, name: 'c1.api-1' }), 'copied', 'c1.api'],
    ['with a name of its own', more(dynamicGroup('mine')), 'named', ''],
  ])('%s is deleted, and a person is asked', (_what, one, how, of) => {
    const plan = planOf(held, {}, NOW, [one]);
    expect(plan.situations).toMatchObject([{ entryKind: 'address-group', name: one.name, how, of }]);
    expect(plan.approvals).toEqual(['made-by-hand']);
  });

  it('a renamed group, which rules follow, gets its name back', () => {
    const now = rulebase(NOW, [API, WEB]);
    const renamed = { ...API, name: 'servers' };
    const rules = NOW.map((one) => ({
      ...one,
      destination: one.destination.map((name) => (name === API.name ? 'servers' : name)),
    }));
    const state = stateOf(rulebase(rules, [renamed, WEB]));
    const plan = planRulebase(now, state, profile());
    expect(plan.situations).toMatchObject([{ name: 'servers', how: 'renamed', of: API.name, becomes: 'renamed-back' }]);
    expect(plan.approvals).toContain('made-by-hand');
    expect(inShort(plan.operations)).toEqual([
      'create address-group c1.api',
      `replace rule ${A.name}`,
      `replace rule ${B.name}`,
      `replace rule ${B.name}`,
      `replace rule ${A.name}`,
      'delete address-group servers',
    ]);
  });

  it('what is needed no more is deleted without asking', () => {
    expect(planOf(held, {}, NOW, [more(dynamicGroup('c1.old'))])).toMatchObject({ situations: [], approvals: [] });
  });
});

describe('a tag that somebody took off', () => {
  const untagged = (one: RuleEntry, tags: readonly string[]): StateRule => {
    const { uuid, description } = ownRule(one);
    return { ...foreignRule(one.name), uuid, description, tags };
  };
  const [OWNER, OF_CLUSTER] = A.tags;
  const BACK = (tags: string) =>
    `somebody took ${tags} off. Nothing is written. Put ${tags} back in Panorama, and commit that there.`;

  it.each([
    ['one', [OWNER], `the tag ${OF_CLUSTER}`],
    ['the other', ['red', OF_CLUSTER], `the tag ${OWNER}`],
    ['both', [], `the tags ${OWNER} and ${OF_CLUSTER}`],
  ])('a rule: %s', (_what, tags, words) => {
    const plan = planOf([untagged(A, tags), ...others]);
    expect(plan.refused).toBe(true);
    expect(situations(plan)).toContain(
      `The rule ${A.name} is there already in dg, but not managed any more: ${BACK(words)}`,
    );
  });

  it('a group', () => {
    const untaggedGroup = (tags: readonly string[]) => {
      const state = stateOf(rulebase([], [WEB]), NOW.map(ownRule));
      const group: StateObject = object(API, { owned: false, tags, entry: { ...API, tags } as ConfigEntry });
      return planRulebase(rulebase(NOW, [API, WEB]), { ...state, objects: [...state.objects, group] }, profile());
    };
    for (const tags of [[], [OWNER], [OF_CLUSTER]]) {
      const [told] = situations(untaggedGroup(tags));
      expect(told).toMatch(
        /^The address group c1\.api is there already in dg, but not managed any more: somebody took /,
      );
      expect(told).toMatch(/Put .* back in Panorama/);
    }
  });

  it('what no policy needs stays, and is told', () => {
    const plan = planOf([untagged(A, [OF_CLUSTER]), ...others], {}, [B, DENY]);
    expect(plan).toMatchObject({ operations: [], refused: false });
    expect(situations(plan)).toContain(
      `The rule ${A.name}, which no policy needs, is not managed any more: somebody took the tag cnseries off. It stays. Put the tag cnseries back, and the next plan deletes it; or remove it yourself.`,
    );
  });

  it('a rule of somebody else under our name, and one of another cluster, are not said to be ours', () => {
    expect(situations(planOf([untagged({ ...A, description: 'Mine.' }, []), ...others]))).toContain(
      `The rule ${A.name} is there already in dg and is not managed. Nothing is written. Rename or remove it.`,
    );
    const another = untagged({ ...A, name: 'c1.eu.shop.a.in-aaaaaa' }, [OWNER, 'cnseries-c1.eu']);
    expect(planOf([another, ...NOW.map(ownRule)]).situations.map(({ kind }) => kind)).not.toContain('tag-missing');
  });
});
