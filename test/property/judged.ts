import { fc } from '../support/seed';
import { isRight as isRightVerdict } from '../../scripts/policy/prove/prove';
import { cluster } from './clusters';
import { caseText, proofText } from './failure';
import { type ClusterInput, type CompiledCluster, proofOf } from './pipeline';
import { withoutNeedless } from './smaller';

/**
 * The compiler on random clusters. `CNSERIES_CASES` is how many (`npm run test:long` has more); `CNSERIES_SEED` chooses
 * others than those of every run, and repeats a run that failed.
 */
export const CASES = Number(process.env.CNSERIES_CASES ?? 2000);
export const SEED = Number(process.env.CNSERIES_SEED ?? 20260101);

/** The meaning is what matters most; what else is checked needs fewer cases, and a long run ends within the hour. */
const FEWER_CASES = Math.min(Math.ceil(CASES / 2), 10_000);

/** Says in text what is wrong with a case; undefined where nothing is. What throws is wrong, too. */
type Judge = (input: ClusterInput, seed: number) => string | undefined;

/**
 * Judges random cases; the first that is wrong is made as small as can be, and the test fails with what is left of it.
 */
export function expectRight(judge: Judge, numRuns = FEWER_CASES, from = SEED): void {
  const isRight = (input: ClusterInput, seed: number): boolean => faultOf(judge, input, seed) === undefined;
  const details = fc.check(fc.property(cluster, fc.integer(), isRight), { seed: from, numRuns });
  if (!details.counterexample) return;
  const [input, seed] = details.counterexample;
  const smallest = withoutNeedless(input, (smaller) => !isRight(smaller, seed));
  throw new Error(
    [
      `Case ${details.numRuns} of CNSERIES_SEED=${from} (made smaller; its own seed is ${seed}):`,
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

/** What the proof says against what was compiled; undefined: nothing. */
export function unequal(input: ClusterInput, compiled: CompiledCluster): string | undefined {
  const proof = proofOf(input, compiled);
  return proof && !isRightVerdict(proof.verdict) ? proofText(proof, compiled.translation) : undefined;
}
