import { damaged } from './damage';
import { caseText } from './failure';
import { CASES, expectRight, SEED, unequal } from './judged';
import { type ClusterInput, compileCluster } from './pipeline';

/** Objects that are not what they should be. */

describe(`the compiler on ${CASES} random clusters (CNSERIES_SEED=${SEED})`, () => {
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

function withDamage(input: ClusterInput, seed: number): ClusterInput {
  const objects = input.objects.map((object) => (object.kind === 'NetworkPolicy' ? damaged(object, seed) : object));
  return { ...input, objects };
}
