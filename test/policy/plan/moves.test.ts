import { fc } from '../../support/seed';
import { createLiveOrder } from '../../../scripts/policy/plan/liveorder';
import { heaviestIncreasing } from '../../../scripts/policy/plan/moves';

it.each([
  ['nothing', [], [], []],
  ['one value', [4], [1], [0]],
  ['values in order', [0, 1, 2], [1, 1, 1], [0, 1, 2]],
  ['the last value first', [2, 0, 1], [1, 1, 1], [1, 2]],
  ['values in reverse: the first of equal ones', [2, 1, 0], [1, 1, 1], [0]],
  ['values in reverse: the heaviest', [2, 1, 0], [3, 4, 3], [1]],
  ['two ways of the same length: the heavier', [2, 3, 0, 1], [3, 3, 3, 4], [2, 3]],
])('of %s it keeps the heaviest increasing part', (_what, values, weights, kept) => {
  expect(heaviestIncreasing(values, weights)).toEqual(kept);
});

it('no increasing part is heavier than what it keeps', () => {
  const list = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]);
  fc.assert(
    fc.property(list, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }), (values, weights) => {
      const kept = heaviestIncreasing(values, weights.slice(0, values.length));
      expect(kept.every((at, i) => i === 0 || (kept[i - 1] < at && values[kept[i - 1]] < values[at]))).toBe(true);
      const weightOf = (positions: readonly number[]): number => positions.reduce((sum, at) => sum + weights[at], 0);
      let heaviest = 0;
      for (let chosen = 0; chosen < 1 << values.length; chosen++) {
        const part = values.map((_value, at) => at).filter((at) => (chosen >> at) & 1);
        if (part.every((at, i) => i === 0 || values[part[i - 1]] < values[at])) {
          heaviest = Math.max(heaviest, weightOf(part));
        }
      }
      expect(weightOf(kept)).toBe(heaviest);
    }),
  );
});

it('the live order says where a rule stands at any time', () => {
  const live = createLiveOrder(['a', 'b', 'c']);
  expect(['a', 'b', 'c'].map((name) => live.positionOf(name))).toEqual([
    { where: 'top', anchor: '' },
    { where: 'after', anchor: 'a' },
    { where: 'bottom', anchor: '' },
  ]);
  live.append('d');
  expect(live.positionOf('c')).toEqual({ where: 'after', anchor: 'b' });
  expect(live.move('d', 'a')).toEqual({ from: { where: 'bottom', anchor: '' }, to: { where: 'after', anchor: 'a' } });
  expect(live.move('d', 'a')).toBeUndefined();
  expect(live.move('c', '')).toEqual({ from: { where: 'bottom', anchor: '' }, to: { where: 'top', anchor: '' } });
  live.remove('a');
  expect(live.positionOf('d')).toEqual({ where: 'after', anchor: 'c' });
});

it('a rule may have the name of a property that every object has', () => {
  const live = createLiveOrder(['constructor', '__proto__']);
  expect(live.move('__proto__', '')?.from).toEqual({ where: 'bottom', anchor: '' });
  expect(live.positionOf('constructor')).toEqual({ where: 'bottom', anchor: '' });
});
