import type { BenchKind } from '../../tools/bench/cluster';
import { proveBench } from '../../tools/bench/proof';
import { tableText } from '../../tools/bench/report';
import { BENCH_PROFILE, benchCluster, profileFor, rulebaseOf, translateCluster } from '../../tools/bench/compile';

function measured(policies: number, kind?: BenchKind): { rulesPerEntry: number; intersections: number } {
  const cluster = benchCluster(policies, kind);
  const translation = translateCluster(cluster.snapshot, kind && profileFor(kind));
  return {
    rulesPerEntry: rulebaseOf(translation).rules.length / cluster.entries,
    intersections: translation.intersections,
  };
}

it('the generated clusters have as many policies as asked for', () => {
  for (const size of [10, 100, 999]) expect(benchCluster(size).snapshot.policies).toHaveLength(size);
});

it('ten times the policies are at most eleven times the intersections, and at most 0.6 rules per entry', () => {
  const hundred = measured(100);
  const thousand = measured(1_000);
  expect(hundred.rulesPerEntry).toBeLessThanOrEqual(0.6);
  expect(thousand.rulesPerEntry).toBeLessThanOrEqual(0.6);
  expect(thousand.intersections / hundred.intersections).toBeLessThanOrEqual(11);
});

it('in the style compact there are at most 0.34 rules per entry', () => {
  const { snapshot, entries } = benchCluster(1_000);
  const translation = translateCluster(snapshot, { ...BENCH_PROFILE, style: 'compact' });
  expect(rulebaseOf(translation).rules.length / entries).toBeLessThanOrEqual(0.34);
});

it.each(['services', 'full', 'negated'] as const)(
  'Services cost at most 1.6 rules per entry, and grow in step: %s',
  (kind) => {
    const hundred = measured(100, kind);
    const thousand = measured(1_000, kind);
    expect(hundred.rulesPerEntry).toBeLessThanOrEqual(1.6);
    expect(thousand.rulesPerEntry).toBeLessThanOrEqual(1.6);
    expect(thousand.intersections / hundred.intersections).toBeLessThanOrEqual(11);
  },
);

it('the rulebase of a generated cluster is exact', () => {
  expect(proveBench(100).result).toMatchObject({ verdict: 'equal' });
  expect(proveBench(100, 'full').result).toMatchObject({ verdict: 'equal' });
  expect(proveBench(100, 'services').result).toMatchObject({ verdict: 'equal' });
  expect(proveBench(100, 'negated').result).toMatchObject({ verdict: 'equal' });
});

describe('a table of the bench', () => {
  const table = { title: 'T', heads: ['what', 'CPU ms', 'outcome'], labels: 1, rows: [['proof', '480', 'equal']] };
  const text = (earlier: readonly string[]): string => tableText(table, [{ ...table, rows: [earlier] }]);

  it('has what the last kept run measured beside what this one did', () => {
    expect(text(['proof', '1,480', 'different'])).toBe(
      ['T', '  what   CPU ms  was    outcome', '  proof     480  1,480  equal', ''].join('\n'),
    );
  });

  it('has nothing there for a row that the last kept run had not', () => {
    expect(text(['prove', '1,480', 'equal'])).toContain('  proof     480       equal');
  });

  it('stands alone where the last kept run had no such columns', () => {
    expect(tableText(table, [{ ...table, heads: ['what', 'ms', 'outcome'] }])).not.toContain('was');
  });
});
