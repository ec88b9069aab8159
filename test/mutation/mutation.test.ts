import { fc } from '../support/seed';
import { cluster } from '../property/clusters';
import { type Compiler, COMPILER, compileCluster, proofOf } from '../property/pipeline';
import { buildMutant } from './build';
import { type NamedCluster, CLUSTERS } from './clusters';
import { MUTANTS } from './mutants';
import { SERVICE_CLUSTERS } from './serviceclusters';
import { SERVICE_MUTANTS } from './servicemutants';

/** Random clusters beside the ones made by hand: always the same. */
const GENERATED = fc.sample(cluster, { numRuns: 100, seed: 7 });

const SUITE: readonly NamedCluster[] = [
  ...CLUSTERS,
  ...SERVICE_CLUSTERS,
  ...GENERATED.map((input, index) => ({ name: `generated ${index}`, input })),
];

/** What the proof says of a cluster compiled by the given compiler; undefined where it has no rulebase. */
function verdict({ input }: NamedCluster, compiler: Compiler): string | undefined {
  return proofOf(input, compileCluster(input, compiler))?.verdict;
}

describe('the proof', () => {
  const killers: string[] = [];

  afterAll(() => {
    console.log([`${killers.length} mistakes, each with the cluster that shows it:`, ...killers].join('\n'));
  });

  it('finds nothing wrong with the compiler as it is', () => {
    expect(SUITE.filter((one) => (verdict(one, COMPILER) ?? 'equal') !== 'equal')).toEqual([]);
  });

  it.each([...MUTANTS, ...SERVICE_MUTANTS].map((mutant) => [mutant.mistake, mutant] as const))(
    'finds: %s',
    async (mistake, mutant) => {
      const compiler = await buildMutant(mutant);
      const killer = SUITE.find((one) => (verdict(one, compiler) ?? 'equal') !== 'equal');
      if (killer) killers.push(`${mistake}: ${killer.name}`);
      expect(killer).toBeDefined();
    },
  );
});
