import { coverageText, newCoverage, observe, shareOf } from './coverage';
import { SUPPORTED } from './featurenames';
import { CASES, expectRight, SEED, unequal } from './judged';
import { type ClusterInput, compileCluster, type CompiledCluster } from './pipeline';

const MOST_REFUSED = 0.08;
const MOST_INEXPRESSIBLE = 0.04;
const LEAST_COVERED = 0.05;

/** Below this many cases, shares say nothing. */
const ENOUGH_CASES = 1000;

describe(`the compiler on ${CASES} random clusters (CNSERIES_SEED=${SEED})`, () => {
  const coverage = newCoverage();

  it('makes rules that mean what the policies mean, by the proof', () => {
    expectRight((input) => {
      const compiled = compileCluster(input);
      observe(coverage, input, compiled);
      return unequal(input, compiled);
    }, CASES);
    console.log(`CNSERIES_SEED=${SEED}: ${coverageText(coverage)}`);
  });

  it('makes no more rules in the style compact than in the style readable', () => {
    expectRight(moreThanReadable, Math.ceil(CASES / 4), SEED + 1);
  });

  it('compiles every supported feature often enough, and refuses little', () => {
    expect(coverage.cases).toBe(CASES);
    if (CASES < ENOUGH_CASES) return;
    expect(SUPPORTED.filter((feature) => shareOf(coverage, feature) < LEAST_COVERED)).toEqual([]);
    expect(coverage.refused / coverage.cases).toBeLessThan(MOST_REFUSED);
    expect(coverage.inexpressible / coverage.cases).toBeLessThan(MOST_INEXPRESSIBLE);
  });
});

/** A policy that is left out in one style alone, because other policies say what it says, is no matter of style. */
function moreThanReadable(input: ClusterInput): string | undefined {
  const [compact, readable] = (['compact', 'readable'] as const).map((style) =>
    compileCluster({ ...input, profile: { ...input.profile, style } }),
  );
  if (compact.translation.refusals.length !== readable.translation.refusals.length) return undefined;
  return ruleCount(compact) > ruleCount(readable) ? `${ruleCount(compact)} > ${ruleCount(readable)}` : undefined;
}

function ruleCount({ translation }: CompiledCluster): number {
  return translation.rulebase?.rules.length ?? 0;
}
