import { fc } from '../../support/seed';
import { filtersOf } from '../../../scripts/policy/panos/filter';
import { createNamespaceSets } from '../../../scripts/policy/values/namespaces';
import type { PodsTerm } from '../../../scripts/policy/values/term';

const TAGS = { cluster: 'c', labelKey: 'identity', hostNetwork: 'registered' } as const;
const sets = createNamespaceSets();

function pods(namespaces: readonly string[], labels: Readonly<Record<string, readonly string[]>> = {}): PodsTerm {
  const requirements = Object.keys(labels)
    .sort()
    .map((key) => ({ key, negated: false, values: labels[key] }));
  return { kind: 'pods', namespaces: sets.of(namespaces), requirements, addresses: undefined };
}

function filters(term: PodsTerm): readonly string[] {
  const split = filtersOf(TAGS, term);
  if (split.kind === 'too-long') throw new Error(`too long: ${split.length}`);
  return split.filters;
}

it.each([
  ['all pods of a namespace', pods(['a']), "'k8s.cl_c.ns_a'"],
  ['all pods of two', pods(['a', 'b']), "'k8s.cl_c.ns_a' or 'k8s.cl_c.ns_b'"],
  ['one label', pods(['a'], { app: ['x'] }), "'k8s.cl_c.ns_a.app.x'"],
  ['one of two values', pods(['a'], { app: ['x', 'y'] }), "'k8s.cl_c.ns_a.app.x' or 'k8s.cl_c.ns_a.app.y'"],
  ['two labels', pods(['a'], { app: ['x'], tier: ['t'] }), "'k8s.cl_c.ns_a.app.x' and 'k8s.cl_c.ns_a.tier.t'"],
  [
    'an or inside an and',
    pods(['a'], { app: ['x', 'y'], tier: ['t'] }),
    "('k8s.cl_c.ns_a.app.x' or 'k8s.cl_c.ns_a.app.y') and 'k8s.cl_c.ns_a.tier.t'",
  ],
  [
    'an and inside an or',
    pods(['a', 'b'], { app: ['x'], tier: ['t'] }),
    "('k8s.cl_c.ns_a.app.x' and 'k8s.cl_c.ns_a.tier.t') or ('k8s.cl_c.ns_b.app.x' and 'k8s.cl_c.ns_b.tier.t')",
  ],
  [
    'all of it',
    pods(['a', 'b'], { app: ['x', 'y'], tier: ['t'] }),
    "(('k8s.cl_c.ns_a.app.x' or 'k8s.cl_c.ns_a.app.y') and 'k8s.cl_c.ns_a.tier.t')" +
      " or (('k8s.cl_c.ns_b.app.x' or 'k8s.cl_c.ns_b.app.y') and 'k8s.cl_c.ns_b.tier.t')",
  ],
])('%s', (_what, term, filter) => {
  expect(filters(term)).toEqual([filter]);
});

it('a label key with a slash is written as the profile says', () => {
  const term = pods(['a'], { 'example.com/app': ['x'] });
  expect(filters(term)).toEqual(["'k8s.cl_c.ns_a.example.com/app.x'"]);
  expect(filtersOf({ ...TAGS, labelKey: 'underscore' }, term)).toEqual({
    kind: 'filters',
    filters: ["'k8s.cl_c.ns_a.example.com_app.x'"],
  });
});

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_none, index) => `${prefix}${String(index).padStart(4, '0')}`);
}

it('a filter of exactly 2047 characters is one, one more character makes two', () => {
  const most = (extra: number): readonly string[] => {
    const values = numbered('value-', 60);
    values[0] += 'x'.repeat(extra);
    return filters(pods(['a'], { key: values }));
  };
  const room = 2047 - most(0)[0].length;
  expect(most(room).map((filter) => filter.length)).toEqual([2047]);
  expect(most(room + 1)).toHaveLength(2);
});

it('a conjunction that cannot be split is too long, with its length', () => {
  const labels = Object.fromEntries(numbered('key-', 60).map((key) => [key, ['some-value-of-this-key']]));
  const split = filtersOf(TAGS, pods(['a'], labels));
  expect(split).toEqual({ kind: 'too-long', length: expect.any(Number) as number });
  expect(split.kind === 'too-long' && split.length).toBeGreaterThan(2047);
});

it('one more namespace leaves most groups as they were: cuts depend on the content', () => {
  const names = numbered('namespace-', 400);
  const before = filters(pods(names, { app: ['web'] }));
  for (const inserted of ['namespace-0000a', 'namespace-0200a', 'namespace-0399a']) {
    const after = filters(pods([...names, inserted], { app: ['web'] }));
    const kept = after.filter((filter) => before.includes(filter));
    expect(after.length - kept.length).toBeLessThanOrEqual(2);
  }
});

/**
 * Evaluates a match expression by a grammar of its own: or of ands of tags and parentheses; never both on one level.
 */
function evaluate(filter: string, tags: readonly string[]): boolean {
  const tokens = filter.match(/'[^']*'|\(|\)|and|or/g) ?? [];
  let position = 0;
  function operand(): boolean {
    const token = tokens[position++];
    if (token !== '(') return tags.includes(token.slice(1, -1));
    const value = expression();
    position++;
    return value;
  }
  function expression(): boolean {
    let value = operand();
    const operator = tokens[position];
    while (position < tokens.length && tokens[position] !== ')') {
      if (tokens[position] !== operator) throw new Error(`and and or on one level: ${filter}`);
      position++;
      const next = operand();
      value = operator === 'and' ? value && next : value || next;
    }
    return value;
  }
  return expression();
}

it('the filters of a term, together, match exactly its pods, and each fits', () => {
  const VALUES = numbered('long-value-of-a-label-', 30);
  const NAMESPACES = numbered('namespace-', 40);
  const term = fc
    .tuple(
      fc.subarray(NAMESPACES, { minLength: 1 }),
      fc.subarray(VALUES, { minLength: 1 }),
      fc.option(fc.subarray(VALUES, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    )
    .map(([names, app, tier]) => pods(names, tier ? { app, tier } : { app }));
  const pod = fc.tuple(fc.constantFrom(...NAMESPACES), fc.constantFrom(...VALUES), fc.constantFrom(...VALUES));
  fc.assert(
    fc.property(term, fc.array(pod, { minLength: 5, maxLength: 20 }), (given, candidates) => {
      const split = filters(given);
      expect(split.every((filter) => filter.length <= 2047)).toBe(true);
      for (const [namespace, app, tier] of candidates) {
        const start = `k8s.cl_c.ns_${namespace}`;
        const tags = [start, `${start}.app.${app}`, `${start}.tier.${tier}`];
        const labels: Readonly<Record<string, string>> = { app, tier };
        const isMeant =
          given.namespaces.names.includes(namespace) &&
          given.requirements.every((one) => one.values.includes(labels[one.key]));
        expect(split.some((filter) => evaluate(filter, tags))).toBe(isMeant);
      }
    }),
  );
});

it('negations are "not", beside what is asked for or the namespace', () => {
  const none = pods(['a']);
  const negated = { key: 'app', negated: true, values: ['db', 'web'] };
  const not = "not 'k8s.cl_c.ns_a.app.db' and not 'k8s.cl_c.ns_a.app.web'";
  expect(filters({ ...none, requirements: [negated] })).toEqual([`'k8s.cl_c.ns_a' and ${not}`]);
  const asked = pods(['a'], { tier: ['x', 'y'] }).requirements;
  expect(filters({ ...none, requirements: [negated, ...asked] })).toEqual([
    `('k8s.cl_c.ns_a.tier.x' or 'k8s.cl_c.ns_a.tier.y') and ${not}`,
  ]);
});
