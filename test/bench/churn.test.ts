import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { generateCluster } from '../../tools/bench/cluster';
import { BENCH_PROFILE, rulebaseOf, translateCluster } from '../../tools/bench/compile';

// A gateway and a monitoring system reach every namespace: their groups hold hundreds of alternatives, cut into
// several.
const OBJECTS = generateCluster(2000);
const BEFORE = rulebaseOfObjects(OBJECTS);

function rulebaseOfObjects(objects: readonly RawObject[]): Rulebase {
  return rulebaseOf(translateCluster(buildSnapshot(objects, BENCH_PROFILE.cluster).snapshot));
}

/** Entries that are not in both with the same content. */
function changedEntries(a: Rulebase, b: Rulebase): number {
  const texts = (rulebase: Rulebase): string[] =>
    [...rulebase.addressGroups, ...rulebase.services, ...rulebase.rules].map((entry) => JSON.stringify(entry));
  const [before, after] = [new Set(texts(a)), new Set(texts(b))];
  return [...before].filter((text) => !after.has(text)).length + [...after].filter((text) => !before.has(text)).length;
}

const isWebPolicy = (object: RawObject): boolean =>
  object.kind === 'NetworkPolicy' && (object.metadata as { name: string }).name === 'web';

it('one policy less changes a handful of entries, however many namespaces share its rules', () => {
  const policies = OBJECTS.filter(isWebPolicy).slice(0, 5);
  expect(policies).toHaveLength(5);

  for (const policy of policies) {
    const after = rulebaseOfObjects(OBJECTS.filter((object) => object !== policy));

    expect(changedEntries(BEFORE, after)).toBeGreaterThan(0);
    expect(changedEntries(BEFORE, after)).toBeLessThanOrEqual(10);
  }
});
