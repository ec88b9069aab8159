import { fc } from '../support/seed';
import { isRight } from '../../scripts/policy/prove/prove';
import { cluster } from '../property/clusters';
import { type Compiler, COMPILER, compileCluster, proofOf } from '../property/pipeline';
import { buildMutant } from './build';
import { type NamedCluster, CLUSTERS } from './clusters';
import { COMPACT_CLUSTERS } from './compactclusters';
import { COMPACT_MUTANTS } from './compactmutants';
import { GUARD_CLUSTERS } from './guardclusters';
import { GUARD_MUTANTS } from './guardmutants';
import { MUTANTS } from './mutants';
import { PLACE_CLUSTERS } from './placeclusters';
import { PLACE_MUTANTS } from './placemutants';
import { SERVICE_CLUSTERS } from './serviceclusters';
import { SERVICE_MUTANTS } from './servicemutants';

/** Random clusters beside the ones made by hand: always the same. */
const GENERATED = fc.sample(cluster, { numRuns: 100, seed: 17 });

const SUITE: readonly NamedCluster[] = [
  ...CLUSTERS,
  ...SERVICE_CLUSTERS,
  ...GUARD_CLUSTERS,
  ...PLACE_CLUSTERS,
  ...COMPACT_CLUSTERS,
  ...GENERATED.map((input, index) => ({ name: `generated ${index}`, input })),
];

const ALL_MUTANTS = [...MUTANTS, ...SERVICE_MUTANTS, ...GUARD_MUTANTS, ...PLACE_MUTANTS, ...COMPACT_MUTANTS];

/** Whether the proof finds a cluster wrong that the given compiler compiled; false where it has no rulebase. */
function isWrong({ input }: NamedCluster, compiler: Compiler): boolean {
  const proof = proofOf(input, compileCluster(input, compiler));
  return proof !== undefined && !isRight(proof.verdict);
}

describe('the proof', () => {
  const killers: string[] = [];

  afterAll(() => {
    console.log([`${killers.length} mistakes, each with the cluster that shows it:`, ...killers].join('\n'));
  });

  it('finds nothing wrong with the compiler as it is', () => {
    expect(SUITE.filter((one) => isWrong(one, COMPILER))).toEqual([]);
  });

  it.each(ALL_MUTANTS.map((mutant) => [mutant.mistake, mutant] as const))('finds: %s', async (mistake, mutant) => {
    const compiler = await buildMutant(mutant);
    const killer = SUITE.find((one) => isWrong(one, compiler));
    if (killer) killers.push(`${mistake}: ${killer.name}`);
    expect(killer).toBeDefined();
  });
});
