import { fc } from '../../support/seed';
import type { Operation } from '../../../scripts/policy/plan/types';
import { allowed, caseOf, cluster, NAMES, planOf, type Case, type Drawn } from './randomrules';
import { inShort, statesOf } from './support';

/**
 * Who commits while a plan is carried out cuts no connection that is allowed before and after. It holds while denies
 * and the groups of isolated pods stay as they are and no deny goes up: what they newly cover they cover first, for
 * safety's sake.
 */

const CASES = Number(process.env.CNSERIES_CASES ?? 1500);

/** The denies are those of before, in their order; `change` says what becomes of the content of allows. */
function drawnWith(change: (drawn: Drawn, position: number) => Drawn['changes'][number]): fc.Arbitrary<Drawn> {
  return cluster.map((drawn) => {
    const denies = (name: string): boolean => drawn.contents[NAMES.indexOf(name)].action === 'deny';
    const kept = drawn.old.filter(denies);
    const others = drawn.now.filter((name) => !denies(name));
    const now = [...others];
    kept.forEach((name, index) => now.splice(Math.min(now.length, drawn.foreign.length + 2 * index), 0, name));
    return {
      ...drawn,
      now: now.filter((name) => !denies(name)).length === others.length ? ordered(now, kept) : now,
      changes: drawn.changes.map((_one, position) => (denies(NAMES[position]) ? null : change(drawn, position))),
      nowIsolated: drawn.oldIsolated,
      disabled: [],
    };
  });
}

function ordered(names: readonly string[], kept: readonly string[]): string[] {
  let next = 0;
  return names.map((name) => (kept.includes(name) ? kept[next++] : name));
}

function cutBy(one: Case, operations: readonly Operation[]): string[] {
  const states = statesOf(one.state, operations);
  return (['allow', 'deny'] as const).flatMap((fallback) => {
    const after = allowed(one, states[states.length - 1], fallback);
    const lasting = [...allowed(one, states[0], fallback)].filter((text) => after.has(text));
    return states.flatMap((state, step) => {
      const now = allowed(one, state, fallback);
      const cut = lasting.filter((text) => !now.has(text));
      return cut.length === 0 ? [] : [`step ${step} (${inShort(operations)[step - 1]}) cuts ${cut.join('; ')}`];
    });
  });
}

/**
 * A deny that goes up was put down by hand: the compiler's denies stand in one order. An allow that goes down and
 * matches more cannot do both before and after the others at once; safety has it go first.
 */
function isLeftOut(one: Case, operations: readonly Operation[]): boolean {
  const states = statesOf(one.state, operations);
  const place = (step: number, name: string): number => states[step].rules.findIndex((found) => found.name === name);
  return operations.some(({ op, name }, step) => {
    if (op !== 'move') return false;
    const isUp = place(step + 1, name) < place(step, name);
    const denies = one.desired.rules.some((entry) => entry.name === name && entry.action === 'deny');
    return denies ? isUp : !isUp && operations.some((other) => other.op === 'replace' && other.name === name);
  });
}

it('allows that change in one respect, come, go and move cut nothing that is allowed before and after', () => {
  const one = drawnWith(({ changes, contents }, position) => {
    const other = changes[position];
    return other ? { ...contents[position], service: other.service } : null;
  });
  let judged = 0;
  let edited = 0;
  fc.assert(
    fc.property(one, (drawn) => {
      const built = caseOf(drawn);
      const { operations } = planOf({ ...built, lifted: NAMES });
      if (isLeftOut(built, operations)) return;
      expect(cutBy(built, operations)).toEqual([]);
      judged += 1;
      if (operations.some(({ op }) => op === 'replace')) edited += 1;
    }),
    { numRuns: CASES },
  );
  expect(judged).toBeGreaterThan(CASES * 0.8);
  expect(edited).toBeGreaterThan(CASES / 8);
});
