import { canonicalJson } from '../../scripts/policy/text/canonical';
import { LIMITS } from '../../scripts/policy/panos/limits';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { CASES, expectRight, SEED } from './judged';
import { compileCluster } from './pipeline';
import { randomNumbers, shuffled, withOtherKeyOrder } from './shuffle';

/** What rules look like, beside what they mean. */

describe(`the compiler on ${CASES} random clusters (CNSERIES_SEED=${SEED})`, () => {
  it('gives the same bytes whatever the order of objects and keys', () => {
    expectRight((input, seed) => {
      const random = randomNumbers(seed);
      const other = { ...withOtherKeyOrder(input, random), objects: shuffled(input.objects, random) };
      return firstDifference(canonicalJson(compileCluster(input)), canonicalJson(compileCluster(other)));
    });
  });

  it('gives rules, groups and services names of their own that PAN-OS takes', () => {
    expectRight((input) => {
      const { rulebase } = compileCluster(input).translation;
      const wrong = rulebase ? wrongNames(rulebase) : [];
      return wrong.length > 0 ? wrong.join('\n') : undefined;
    });
  });

  it('gives no allow the name that a deny of the cluster has at another time, nor in the other style', () => {
    expectRight((input, seed) => {
      const random = randomNumbers(seed);
      const fewer = {
        ...input,
        objects: input.objects.filter(({ kind }) => kind !== 'NetworkPolicy' || random() < 0.6),
      };
      const style = input.profile.style === 'compact' ? 'readable' : 'compact';
      const allows = new Map<string, boolean>();
      const wrong = [input, fewer, { ...input, profile: { ...input.profile, style } } as const].flatMap((one) =>
        (compileCluster(one).translation.rulebase?.rules ?? []).flatMap(({ name, action }) => {
          const before = allows.get(name) ?? action === 'allow';
          allows.set(name, action === 'allow');
          return before === (action === 'allow') ? [] : [name];
        }),
      );
      return wrong.length > 0 ? wrong.join('\n') : undefined;
    });
  });
});

function firstDifference(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  let start = 0;
  while (a[start] === b[start]) start++;
  return `${a.slice(Math.max(0, start - 200), start + 200)}\n${b.slice(Math.max(0, start - 200), start + 200)}`;
}

/** Names that are too long, not of PAN-OS' characters, or given twice among objects of one kind. */
function wrongNames({ rules, addressGroups, services }: Rulebase): string[] {
  return [rules, addressGroups, services].flatMap((objects) => {
    const names = objects.map((object) => object.name);
    return names.filter(
      (name, index) =>
        names.indexOf(name) !== index || name.length > LIMITS.objectName || !/^[0-9A-Za-z][ 0-9A-Za-z._-]*$/.test(name),
    );
  });
}
