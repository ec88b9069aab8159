import { isRight, prove } from '../../scripts/policy/prove/prove';
import type { DependsOn } from '../../scripts/policy/translate/translation';
import { proofText } from './failure';
import { CASES, expectRight, SEED } from './judged';
import { isNamedChange, later } from './later';
import { type ClusterInput, compileCluster, proofInput } from './pipeline';

/** Cases among which each name that is left out shows. */
const TELLING = { cases: 3000, seed: 20260102 };

/** Rules stay right until something changes that they say they depend on. */

describe(`rules of ${CASES} random clusters, later (CNSERIES_SEED=${SEED})`, () => {
  const counts = { judged: 0, named: 0 };

  /** What is wrong with the rules after later changes, if `dependsOn` with `more` names none of these. */
  function staleness(input: ClusterInput, seed: number, more: Partial<DependsOn>): string | undefined {
    const compiled = compileCluster(input);
    const given = proofInput(input, compiled);
    if (given === undefined) return undefined;
    const objects = later(input.objects, seed);
    const dependsOn = { ...compiled.translation.dependsOn, ...more };
    const isNamed = isNamedChange(input.objects, objects, dependsOn);
    counts[isNamed ? 'named' : 'judged']++;
    if (isNamed) return undefined;
    const proof = prove({ ...given, objects });
    if (isRight(proof.verdict)) return undefined;
    const changed = objects.filter((object) => !input.objects.includes(object));
    return `${proofText(proof, compiled.translation)}\n--- changed later\n${JSON.stringify(changed, null, 1)}`;
  }

  it('are exact still, unless what changed is named in dependsOn', () => {
    expectRight((input, seed) => staleness(input, seed, {}));
    console.log(`CNSERIES_SEED=${SEED}: ${JSON.stringify(counts)}`);
    expect(counts.judged / (counts.judged + counts.named)).toBeGreaterThan(0.15);
  });

  // What podNetwork stands for is among nodes and hostNetwork.
  it.each<[keyof DependsOn, false | readonly string[]]>([
    ['namespaces', false],
    ['labelKeys', []],
    ['tagKeys', []],
    ['namedPorts', []],
    ['probePorts', false],
    ['nodes', false],
    ['hostNetwork', false],
    ['podAddresses', []],
    ['services', false],
  ])('would not be, if dependsOn did not name %s', (field, nothing) => {
    expect(() => {
      expectRight((input, seed) => staleness(input, seed, { [field]: nothing }), TELLING.cases, TELLING.seed);
    }).toThrow('Case');
  });
});
