import { fc } from '../support/seed';
import { canonicalJson } from '../../scripts/policy/text/canonical';
import { LIMITS } from '../../scripts/policy/panos/limits';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { cluster } from './clusters';
import { coverageText, newCoverage, observe, shareOf } from './coverage';
import { damaged } from './damage';
import { caseText, proofText } from './failure';
import { SUPPORTED } from './featurenames';
import { type ClusterInput, type CompiledCluster, compileCluster, proofOf } from './pipeline';
import { randomNumbers, shuffled, withOtherKeyOrder } from './shuffle';
import { withoutNeedless } from './smaller';

/**
 * The compiler on random clusters. `CNSERIES_CASES` is how many (`npm run test:long` has more); `CNSERIES_SEED` chooses
 * others than those of every run, and repeats a run that failed.
 */
const CASES = Number(process.env.CNSERIES_CASES ?? 2000);
const SEED = Number(process.env.CNSERIES_SEED ?? 20260101);

/** The meaning is what matters most; what else is checked needs fewer cases. */
const FEWER_CASES = Math.ceil(CASES / 2);

const MOST_REFUSED = 0.1;
const LEAST_COVERED = 0.05;

/** Below this many cases, shares say nothing. */
const ENOUGH_CASES = 1000;

/** Says in text what is wrong with a case; undefined where nothing is. What throws is wrong, too. */
type Judge = (input: ClusterInput, seed: number) => string | undefined;

/** Judges random cases; the first that is wrong is made as small as can be, and the test fails with what is left of it. */
function expectRight(judge: Judge, numRuns = FEWER_CASES): void {
  const isRight = (input: ClusterInput, seed: number): boolean => faultOf(judge, input, seed) === undefined;
  const details = fc.check(fc.property(cluster, fc.integer(), isRight), { seed: SEED, numRuns });
  if (!details.counterexample) return;
  const [input, seed] = details.counterexample;
  const smallest = withoutNeedless(input, (smaller) => !isRight(smaller, seed));
  throw new Error(
    [
      `Case ${details.numRuns} of CNSERIES_SEED=${SEED} (made smaller; its own seed is ${seed}):`,
      faultOf(judge, smallest, seed),
      caseText(smallest),
    ].join('\n'),
  );
}

function faultOf(judge: Judge, input: ClusterInput, seed: number): string | undefined {
  try {
    return judge(input, seed);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function unequal(input: ClusterInput, compiled: CompiledCluster): string | undefined {
  const proof = proofOf(input, compiled);
  return proof && proof.verdict !== 'equal' ? proofText(proof, compiled.translation) : undefined;
}

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
  });

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

  it('does not throw on policies with something else where something is expected, and the rest is right', () => {
    expectRight((input, seed) => {
      const broken = withDamage(input, seed);
      const fault = unequal(broken, compileCluster(broken));
      return fault && `${fault}\n${caseText(broken)}`;
    });
  });

  it('does not throw on any object with something else where something is expected', () => {
    expectRight((input, seed) => {
      compileCluster({ ...input, objects: input.objects.map((object) => damaged(object, seed)) });
      return undefined;
    });
  });
});

function firstDifference(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  let start = 0;
  while (a[start] === b[start]) start++;
  return `${a.slice(Math.max(0, start - 200), start + 200)}\n${b.slice(Math.max(0, start - 200), start + 200)}`;
}

function withDamage(input: ClusterInput, seed: number): ClusterInput {
  const objects = input.objects.map((object) => (object.kind === 'NetworkPolicy' ? damaged(object, seed) : object));
  return { ...input, objects };
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
