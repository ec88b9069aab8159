import { coverageText, newCoverage, observe, shareOf } from './coverage';
import { SUPPORTED } from './featurenames';
import { CASES, expectRight, SEED, unequal } from './judged';
import { compileCluster } from './pipeline';

const MOST_REFUSED = 0.1;
const MOST_INEXPRESSIBLE = 0.05;
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

  it('compiles every supported feature often enough, and refuses little', () => {
    expect(coverage.cases).toBe(CASES);
    if (CASES < ENOUGH_CASES) return;
    expect(SUPPORTED.filter((feature) => shareOf(coverage, feature) < LEAST_COVERED)).toEqual([]);
    expect(coverage.refused / coverage.cases).toBeLessThan(MOST_REFUSED);
    expect(coverage.inexpressible / coverage.cases).toBeLessThan(MOST_INEXPRESSIBLE);
  });
});
