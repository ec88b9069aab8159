import { attributeReferences, referenceKey, type Reference } from '../../scripts/policy/attributes/references';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { isRight } from '../../scripts/policy/prove/prove';
import { referencesOfRules } from '../../scripts/panorama/prepare/references';
import { ATTRIBUTE_VALUES } from './attributevalues';
import { proofText } from './failure';
import { CASES, expectRight, SEED } from './judged';
import { later } from './later';
import { type ClusterInput, compileCluster, proofOf } from './pipeline';

/** Names that Panorama does not have: whoever asks for one is refused, nobody else is, and no rule holds it. */

const counts = { all: 0, refused: 0, lost: 0, proved: 0 };

const NAMES: readonly Reference[] = Object.entries(ATTRIBUTE_VALUES).flatMap(([key, values]) =>
  values.flatMap((value) => attributeReferences(key, value)),
);

/** About a third of all names. */
function missingNames(seed: number): readonly Reference[] {
  const third = (name: string, at: number): boolean => (name.length * 31 + at * 7 + seed) % 3 === 0;
  return NAMES.filter(({ name }, at) => third(name, at));
}

function textOf({ metadata }: RawObject): string {
  return JSON.stringify(metadata);
}

/** Whether a policy may name it, itself or by a security service; what the defaults name is not its doing. */
function mayName(policy: RawObject, { name }: Reference): boolean {
  const text = textOf(policy);
  return text.includes(name) || text.includes('np.panw.com/security-service') || text.includes('.security-service');
}

function idOf({ metadata }: RawObject): string {
  const { namespace = 'default', name = '' } = metadata as { readonly namespace?: string; readonly name?: string };
  return `${namespace}/${name}`;
}

/** What is wrong with the rules where these names are missing; undefined: nothing. */
function fault(input: ClusterInput, missing: readonly Reference[]): string | undefined {
  const given = { ...input, missing };
  const compiled = compileCluster(given);
  const { rulebase, refusals, references } = compiled.translation;
  counts.all++;
  const policies = new Map(input.objects.filter(({ kind }) => kind === 'NetworkPolicy').map((one) => [idOf(one), one]));
  for (const { policy, diagnostics } of refusals) {
    const codes = diagnostics.map(({ code }) => code);
    if (!codes.includes('attribute-missing') && !codes.includes('security-service-missing')) continue;
    counts.refused++;
    const raw = policies.get(`${policy.namespace}/${policy.name}`);
    if (!raw || !missing.some((name) => mayName(raw, name))) return `${policy.name} is refused, and names nothing.`;
  }
  const lost = compiled.diagnostics.filter(({ code }) => code === 'attribute-lost').map(({ params }) => params.name);
  counts.lost += lost.length;
  const allowed = new Set<unknown>([
    ...lost,
    ...Object.values(input.profile.defaults).flatMap((value) => value.split(/, */)),
  ]);
  const absent = new Set(missing.map(referenceKey));
  for (const named of [...references, ...referencesOfRules(rulebase?.rules ?? [])]) {
    if (absent.has(referenceKey(named)) && !allowed.has(named.name)) return `${named.name} is still asked for.`;
  }
  if (!rulebase) return undefined;
  counts.proved++;
  const proof = proofOf(given, compiled);
  return proof && !isRight(proof.verdict) ? proofText(proof, compiled.translation) : undefined;
}

it(`in random clusters (CNSERIES_SEED=${SEED}), those and no others are refused, and the rules are right`, () => {
  expectRight((input, seed) => fault(input, missingNames(seed)), Math.ceil(CASES / 5));
  console.log(`CNSERIES_SEED=${SEED}: ${JSON.stringify(counts)}`);
  expect(counts.refused).toBeGreaterThan(CASES / 20);
  expect(counts.proved / counts.all).toBeGreaterThan(0.9);
});

it('and in clusters that go on after it', () => {
  expectRight(
    (input, seed) => {
      const { translation } = compileCluster(input);
      const refused = new Set(translation.refusals.map(({ policy }) => `${policy.namespace}/${policy.name}`));
      const lastGood = translation.rulebase
        ? input.objects.filter((one) => one.kind === 'NetworkPolicy' && !refused.has(idOf(one)))
        : [];
      return fault({ ...input, objects: later(input.objects, seed), lastGood }, missingNames(seed));
    },
    Math.ceil(CASES / 5),
  );
  expect(counts.lost).toBeGreaterThan(0);
});
