import { fc } from '../../support/seed';
import {
  intersectRequirements,
  isRequirementsSubset,
  negate,
  type Requirement,
  type Requirements,
} from '../../../scripts/policy/values/requirements';

function is(key: string, ...values: string[]): Requirement {
  return { key, negated: false, values };
}

function isNot(key: string, ...values: string[]): Requirement {
  return { key, negated: true, values };
}

it.each([
  ['different keys stand beside each other', [is('b', 'x')], [is('a', 'x')], [is('a', 'x'), is('b', 'x')]],
  ['the values of one key are intersected', [is('a', 'x', 'y')], [is('a', 'y', 'z')], [is('a', 'y')]],
  ['excluded values add up', [isNot('a', 'x')], [isNot('a', 'w', 'x')], [isNot('a', 'w', 'x')]],
  ['excluded values are taken out', [is('a', 'x', 'y')], [isNot('a', 'x')], [is('a', 'y')]],
  ['nothing is left', [is('a', 'x')], [isNot('a', 'x')], undefined],
  ['no value is in both', [is('a', 'x')], [is('a', 'y')], undefined],
  ['no requirement is everything', [], [is('a', 'x')], [is('a', 'x')]],
])('%s', (_what, a, b, both) => {
  expect(intersectRequirements(a, b)).toEqual(both);
  expect(intersectRequirements(b, a)).toEqual(both);
});

it.each([
  [[is('a', 'x')], [], true],
  [[], [is('a', 'x')], false],
  [[is('a', 'x')], [is('a', 'x', 'y')], true],
  [[is('a', 'x', 'y')], [is('a', 'x')], false],
  [[is('a', 'x')], [isNot('a', 'y')], true],
  [[is('a', 'x')], [isNot('a', 'x')], false],
  [[isNot('a', 'x', 'y')], [isNot('a', 'x')], true],
  [[isNot('a', 'x')], [is('a', 'y')], false],
  // A pod without the label has none of the values, and is not in the first.
  [[is('a', 'x'), is('b', 'y')], [is('b', 'y')], true],
  [[], [isNot('a', 'x')], false],
])('%j lies in %j: %s', (a, b, expected) => {
  expect(isRequirementsSubset(a, b)).toBe(expected);
});

const KEYS = ['a', 'b'];
const VALUES = ['x', 'y', 'z'];
type Labels = Readonly<Record<string, string | undefined>>;

/** All pods of the universe: each key absent or with one of the values, `other` standing for all that nobody names. */
const PODS: Labels[] = [undefined, 'other', ...VALUES].flatMap((a) =>
  [undefined, 'other', ...VALUES].map((b) => ({ a, b })),
);

function holds(requirements: Requirements, pod: Labels): boolean {
  return requirements.every((one) => {
    const value = pod[one.key];
    return (value !== undefined && one.values.includes(value)) !== one.negated;
  });
}

const conjunction = fc
  .tuple(
    ...KEYS.map((key) =>
      fc.option(
        fc
          .tuple(fc.boolean(), fc.subarray(VALUES, { minLength: 1 }))
          .map(([negated, values]) => ({ key, negated, values })),
      ),
    ),
  )
  .map((all) => all.filter((one) => one !== null));

it('conjunctions agree with enumeration', () => {
  fc.assert(
    fc.property(conjunction, conjunction, (a, b) => {
      const both = intersectRequirements(a, b);
      for (const pod of PODS) expect(both !== undefined && holds(both, pod)).toBe(holds(a, pod) && holds(b, pod));
      expect(isRequirementsSubset(a, b)).toBe(PODS.every((pod) => !holds(a, pod) || holds(b, pod)));
      for (const one of a) for (const pod of PODS) expect(holds([negate(one)], pod)).toBe(!holds([one], pod));
    }),
  );
});
