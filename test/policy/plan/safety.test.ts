import { fc } from '../../support/seed';
import { clusterTags } from '../../../scripts/policy/panos/ownership';
import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { invertOperations } from '../../../scripts/policy/plan/invert';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, Operation, StateRule } from '../../../scripts/policy/plan/types';
import {
  contentOf,
  dynamicGroup,
  foreignRule,
  ownRule,
  profile,
  rule,
  rulebase,
  stateOf,
  statesOf,
  staticGroup,
  withoutIdentity,
} from './support';

/**
 * Any rules at all, allows and denies with any ends, in any order, before and after: what the plan's order promises
 * holds whatever the compiler emits.
 */

const CASES = Number(process.env.CNSERIES_CASES ?? 1500);
const HOSTS = ['a', 'b', 'c', 'd'];
const PORTS = ['tcp-1', 'tcp-2'];
const GROUPS = HOSTS.map((host) => dynamicGroup(host));
const SERVICES = PORTS.map((name, index) => ({
  kind: 'service' as const,
  name,
  protocol: 'tcp' as const,
  port: String(index + 1),
  tags: clusterTags(profile()),
}));

const end = fc.oneof(fc.constant(['any']), fc.subarray(HOSTS, { minLength: 1 }));
const services = fc.oneof(fc.constant(['any']), fc.subarray(PORTS, { minLength: 1 }));

/** A deny may name the static group of isolated pods, as the compiler's denies do. */
const content = fc
  .record({ denies: fc.boolean(), source: end, destination: end, service: services, isolated: fc.nat(3) })
  .map(({ denies, source, destination, service, isolated }): Partial<RuleEntry> => {
    const ends = {
      source: denies && isolated % 2 === 1 ? ['isolated'] : source,
      destination: denies && isolated > 1 ? ['isolated'] : destination,
    };
    return { ...ends, service, action: denies ? 'deny' : 'allow' };
  });

const NAMES = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];
const names = fc.shuffledSubarray(NAMES);

const cluster = fc.record({
  old: names,
  now: names,
  contents: fc.array(content, { minLength: NAMES.length, maxLength: NAMES.length }),
  changes: fc.array(fc.option(content), { minLength: NAMES.length, maxLength: NAMES.length }),
  oldIsolated: fc.subarray(HOSTS, { minLength: 1 }),
  nowIsolated: fc.subarray(HOSTS, { minLength: 1 }),
  foreign: fc.array(fc.record({ at: fc.nat(8), content }), { maxLength: 3 }),
  disabled: fc.array(fc.constantFrom(...NAMES), { maxLength: 1 }),
});

interface Case {
  readonly state: DeviceGroupState;
  readonly desired: Rulebase;
  /** What foreign rules do, which the plan does not see. */
  readonly foreign: ReadonlyMap<string, RuleEntry>;
}

function caseOf(drawn: typeof cluster extends fc.Arbitrary<infer T> ? T : never): Case {
  const position = (name: string): number => NAMES.indexOf(name);
  const old = drawn.old.map((name) => rule(`${name} allow`, drawn.contents[position(name)]));
  const now = drawn.now.map((name) => {
    const changed = drawn.changes[position(name)];
    return rule(`${name} allow`, changed ?? drawn.contents[position(name)]);
  });
  const foreign = new Map<string, RuleEntry>();
  const rules: StateRule[] = old.map((entry) => ({ ...ownRule(entry), disabled: drawn.disabled.includes(entry.name) }));
  drawn.foreign.forEach(({ at, content: does }, index) => {
    const literal = [...(does.source ?? []), ...(does.destination ?? [])].includes('isolated');
    const entry = rule(`F${index} allow`, literal ? { ...does, source: ['a'], destination: ['any'] } : does);
    foreign.set(entry.name, entry);
    rules.splice(at, 0, foreignRule(entry.name));
  });
  return {
    state: stateOf(built(old, drawn.oldIsolated), rules),
    desired: built(now, drawn.nowIsolated),
    foreign,
  };
}

function built(rules: readonly RuleEntry[], isolated: readonly string[]): Rulebase {
  return rulebase(rules, [...GROUPS, staticGroup('isolated', isolated)], { services: SERVICES });
}

/** The connections that are allowed, as texts; `fallback` is the verdict where no rule matches. */
function allowed({ foreign }: Case, state: DeviceGroupState, fallback: 'allow' | 'deny'): Set<string> {
  const groups = new Map(state.objects.map(({ name, entry }) => [name, entry]));
  const members = (list: readonly string[]): Set<string> => {
    const found = new Set<string>();
    for (const name of list) {
      const group = groups.get(name);
      const inside = group?.kind === 'address-group' && group.match.type === 'static' ? group.match.members : [name];
      for (const member of inside) found.add(member);
    }
    return found;
  };
  const rules = state.rules
    .filter(({ disabled }) => !disabled)
    .map((found) => contentOf(found, foreign))
    .map(({ source, destination, service, action }) => ({
      action,
      source: members(source),
      destination: members(destination),
      service: new Set(service),
    }));
  const found = new Set<string>();
  const meets = (set: ReadonlySet<string>, name: string): boolean => set.has('any') || set.has(name);
  // `x` stands for every other host and port.
  for (const from of [...HOSTS, 'x']) {
    for (const to of [...HOSTS, 'x']) {
      for (const port of [...PORTS, 'x']) {
        const first = rules.find(
          ({ source, destination, service }) => meets(source, from) && meets(destination, to) && meets(service, port),
        );
        if ((first?.action ?? fallback) === 'allow') found.add(`${from} -> ${to} ${port}`);
      }
    }
  }
  return found;
}

function expectSafe(one: Case, states: readonly DeviceGroupState[], operations: readonly Operation[]): void {
  for (const fallback of ['allow', 'deny'] as const) {
    const before = allowed(one, states[0], fallback);
    const after = allowed(one, states[states.length - 1], fallback);
    states.forEach((state, step) => {
      const opened = [...allowed(one, state, fallback)].filter((text) => !before.has(text) && !after.has(text));
      if (opened.length === 0) return;
      throw new Error(`${fallback}: step ${step} ${JSON.stringify(operations[step - 1])} opens ${opened.join('; ')}`);
    });
  }
}

function forAll(check: (one: Case) => void): void {
  fc.assert(
    fc.property(cluster, (drawn) => {
      check(caseOf(drawn));
    }),
    { numRuns: CASES },
  );
}

it('after every operation, what is allowed was allowed before or will be', () => {
  forAll((one) => {
    const { operations } = planRulebase(one.desired, one.state, profile());
    expectSafe(one, statesOf(one.state, operations), operations);
  });
});

it('in the end the block is what was compiled, and foreign rules are untouched and in their order', () => {
  forAll(({ desired, state }) => {
    const { operations } = planRulebase(desired, state, profile());
    const final = statesOf(state, operations)[operations.length];
    const own = final.rules.filter(({ owned }) => owned);
    expect(own.map(({ entry }) => entry)).toEqual(desired.rules);
    expect(own.every(({ disabled }) => !disabled)).toBe(true);
    expect(final.rules.filter(({ owned }) => !owned)).toEqual(state.rules.filter(({ owned }) => !owned));
    const first = final.rules.findIndex(({ owned }) => owned);
    if (first >= 0) expect(final.rules.slice(first, first + own.length)).toEqual(own);
    const again = planRulebase(desired, final, profile());
    expect(again.operations).toEqual([]);
    expect(again.approvals).toEqual([]);
  });
});

it('from every step, the inverse leads back safely to what was there', () => {
  forAll((one) => {
    const state = { ...one.state, rules: one.state.rules.map((found) => ({ ...found, disabled: false })) };
    const { operations, inverse } = planRulebase(one.desired, state, profile());
    expect(inverse).toEqual(invertOperations(operations));
    const forth = statesOf(state, operations);
    for (let done = 0; done <= operations.length; done++) {
      const undo = invertOperations(operations.slice(0, done));
      const back = statesOf(forth[done], undo);
      expect(withoutIdentity(back[back.length - 1])).toEqual(withoutIdentity(state));
      if (done === operations.length) expectSafe({ ...one, state }, back, undo);
    }
  });
});

it('disabled rules that cannot be written back do not stop the way back', () => {
  forAll(({ desired, state }) => {
    const { operations, inverse } = planRulebase(desired, state, profile());
    const final = statesOf(state, operations)[operations.length];
    const back = statesOf(final, inverse);
    const restored = back[back.length - 1].rules.map(({ name }) => name);
    const expected = state.rules.map(({ name }) => name);
    const lost = operations.flatMap((one) => (one.op === 'delete' && one.before === undefined ? [one.name] : []));
    expect([...restored].sort()).toEqual(expected.filter((name) => !lost.includes(name)).sort());
  });
});

it('as few rules move as can be', () => {
  forAll(({ desired, state }) => {
    const { operations } = planRulebase(desired, state, profile());
    const moved = operations.filter(({ op }) => op === 'move').length;
    expect(moved).toBe(fewestMoves(desired, state));
  });
});

/** By trying every place of the block and every set of rules that could stay. */
function fewestMoves(desired: Rulebase, state: DeviceGroupState): number {
  const wanted = desired.rules.map(({ name }) => name);
  const created = wanted.filter((name) => !state.rules.some((found) => found.name === name));
  const present = [
    ...state.rules.map(({ name, owned }) => ({ name, owned })),
    ...created.map((name) => ({ name, owned: true })),
  ];
  let fewest = Infinity;
  for (const stretch of mainStretches(desired, state)) {
    const candidates = present
      .slice(stretch.start, stretch.end === state.rules.length ? present.length : stretch.end)
      .map(({ name }) => wanted.indexOf(name))
      .filter((position) => position >= 0);
    for (let chosen = 0; chosen < 1 << candidates.length; chosen++) {
      const stay = candidates.filter((_position, bit) => (chosen >> bit) & 1);
      if (stay.every((position, i) => i === 0 || stay[i - 1] < position)) {
        fewest = Math.min(fewest, wanted.length - stay.length);
      }
    }
  }
  return fewest;
}

function mainStretches(desired: Rulebase, state: DeviceGroupState): { start: number; end: number }[] {
  const wanted = new Set(desired.rules.map(({ name }) => name));
  const stretches: { start: number; end: number; kept: number; all: number }[] = [];
  state.rules.forEach(({ name, owned }, index) => {
    if (!owned) return;
    const last = stretches[stretches.length - 1];
    const kept = wanted.has(name) ? 1 : 0;
    if (last?.end === index) {
      stretches[stretches.length - 1] = { ...last, end: index + 1, kept: last.kept + kept, all: last.all + 1 };
    } else stretches.push({ start: index, end: index + 1, kept, all: 1 });
  });
  if (stretches.length === 0) return [{ start: state.rules.length, end: state.rules.length }];
  const most = [...stretches].sort((a, b) => b.kept - a.kept || b.all - a.all || a.start - b.start);
  return most.slice(0, 1);
}
