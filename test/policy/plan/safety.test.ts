import { fc } from '../../support/seed';
import type { Rulebase } from '../../../scripts/policy/panos/entry';
import { invertOperations } from '../../../scripts/policy/plan/invert';
import type { DeviceGroupState, Operation } from '../../../scripts/policy/plan/types';
import { allowed, caseOf, cluster, planOf, type Case } from './randomrules';
import { statesOf, withoutIdentity } from './support';

/**
 * Any rules at all, allows and denies with any ends, in any order, before and after: what the plan's order promises
 * holds whatever the compiler emits.
 */

const CASES = Number(process.env.CNSERIES_CASES ?? 1500);

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
    const { operations } = planOf(one);
    expectSafe(one, statesOf(one.state, operations), operations);
  });
});

it('in the end the block is what was compiled, and foreign rules are untouched and in their order', () => {
  forAll(({ desired, state, lifted }) => {
    const { operations, closures } = planOf({ desired, state, lifted });
    const final = statesOf(state, operations)[operations.length];
    const held = new Map(state.rules.map((found) => [found.name, found]));
    const isClosed = (name: string): boolean => closures.some(({ rule }) => rule === name);
    const own = final.rules.filter(({ owned }) => owned);
    expect(own.map(({ entry }) => entry)).toEqual(
      desired.rules.map((entry) => (isClosed(entry.name) ? held.get(entry.name)?.entry : entry)),
    );
    for (const { name, disabled } of own) expect(disabled).toBe(isClosed(name) && held.get(name)?.disabled === true);
    expect(final.rules.filter(({ owned }) => !owned)).toEqual(state.rules.filter(({ owned }) => !owned));
    const first = final.rules.findIndex(({ owned }) => owned);
    if (first >= 0) expect(final.rules.slice(first, first + own.length)).toEqual(own);
    const again = planOf({ desired, state: final, lifted });
    expect(again.operations).toEqual([]);
    expect(again.approvals).toEqual([]);
  });
});

it('from every step, the inverse leads back safely to what was there', () => {
  forAll((one) => {
    const state = { ...one.state, rules: one.state.rules.map((found) => ({ ...found, disabled: false })) };
    const { operations, inverse } = planOf({ ...one, state });
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
  forAll(({ desired, state, lifted }) => {
    const { operations, inverse } = planOf({ desired, state, lifted });
    const final = statesOf(state, operations)[operations.length];
    const back = statesOf(final, inverse);
    const restored = back[back.length - 1].rules.map(({ name }) => name);
    const expected = state.rules.map(({ name }) => name);
    const lost = operations.flatMap((one) => (one.op === 'delete' && one.before === undefined ? [one.name] : []));
    expect([...restored].sort()).toEqual(expected.filter((name) => !lost.includes(name)).sort());
  });
});

it('as few rules move as can be', () => {
  forAll(({ desired, state, lifted }) => {
    const { operations } = planOf({ desired, state, lifted });
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
