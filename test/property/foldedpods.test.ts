import { FOLDED_PODS } from '../../scripts/policy/kubernetes/foldedpods';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { prove } from '../../scripts/policy/prove/prove';
import { groupMembers } from '../../scripts/policy/prove/rules/groups';
import { reachability } from '../../scripts/policy/reach/reachability';
import { createPodFolding } from '../../scripts/watcher/snapshot/podfolding';
import { slimPod } from '../../scripts/watcher/snapshot/slim';
import { expectRight } from './judged';
import { metadataOf, namespaceOf } from './metadata';
import { type ClusterInput, compileCluster, proofInput } from './pipeline';
import { randomNumbers } from './shuffle';

/** Pods that the watcher folds mean what they mean one by one, to the compiler and to the proof. */

it('folded pods give the same classes, rules, verdicts, counter-examples and group members as single ones', () => {
  let folded = 0;
  expectRight((input, seed) => {
    const random = randomNumbers(seed);
    const single = { ...input, objects: withReplicas(input.objects, random) };
    const together = { ...input, objects: foldedObjects(single.objects) };
    folded += single.objects.length - together.objects.length;
    for (const of of [snapshotOf, judgedOf]) {
      const [one, other] = [single, together].map((cluster) => JSON.stringify(of(cluster), undefined, 1));
      if (one !== other) return `${of.name}: ${firstDifference(one, other)}`;
    }
    return undefined;
  }, CASES);
  expect(folded).toBeGreaterThan(CASES);
});

const CASES = 100;

/** Some pods run several times, at other addresses. */
function withReplicas(objects: readonly RawObject[], random: () => number): RawObject[] {
  const found: RawObject[] = [];
  const seen = new Set<string>();
  for (const object of objects) {
    if (object.kind !== 'Pod') {
      found.push(object);
      continue;
    }
    const count = 1 + Math.floor(random() * 4);
    const hasOwner = random() < 0.5;
    for (let index = 0; index < count; index++) {
      const name = `${metadataOf(object).name ?? ''}-${index}`;
      const id = `${namespaceOf(object)}/${name}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const own = object.metadata as RawObject;
      const metadata = {
        ...own,
        name,
        ...(own.ownerReferences === undefined && hasOwner && { ownerReferences: [OWNER] }),
      };
      found.push({ ...object, apiVersion: 'v1', metadata, status: movedStatus(object.status, index) });
    }
  }
  return found;
}

const OWNER = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'replicated-1', uid: 'u', controller: true };

/** The same status with other addresses: behind the last dot or colon, another number. */
function movedStatus(status: unknown, index: number): unknown {
  if (index === 0 || status === undefined) return status;
  const text = JSON.stringify(status);
  return JSON.parse(text.replace(/([.:])([0-9a-f]{1,2})(?=")/g, (_all, before: string) => `${before}${70 + index}`));
}

/** As the watcher gives them. */
function foldedObjects(objects: readonly RawObject[]): RawObject[] {
  const folding = createPodFolding();
  const rows = objects.filter(({ kind }) => kind === 'Pod').map((pod) => folding.rowOf(slimPod(pod)));
  return [...objects.filter(({ kind }) => kind !== 'Pod'), ...folding.folded(rows)];
}

/** Where two pods have one address, the order of the objects says whose it is. */
function snapshotOf({ objects, profile, lastGood }: ClusterInput): unknown {
  const { snapshot, diagnostics } = buildSnapshot(objects, profile.cluster, lastGood, profile.tags.cluster);
  const podClasses = snapshot.podClasses.map((one) => ({ ...one, podAddresses: [...one.podAddresses].sort() }));
  return { ...snapshot, podClasses, podAddresses: Object.keys(snapshot.podAddresses).sort(), diagnostics };
}

/** The rules, the proof of them and of all but one, and what the firewalls' groups hold. */
function judgedOf(input: ClusterInput): unknown {
  const compiled = compileCluster(input);
  const judged = proofInput(input, compiled);
  if (!judged) return compiled.diagnostics;
  const { rulebase } = judged;
  const damaged = { ...rulebase, rules: rulebase.rules.slice(1) };
  return {
    rulebase,
    proof: prove(judged),
    ofDamaged: prove({ ...judged, rulebase: damaged }),
    reach: reachability({ ...input, before: { rulebase: damaged, unreadable: [] }, after: rulebase, most: 10_000 }),
    members: groupMembers(input.objects, input.profile, rulebase),
  };
}

function firstDifference(one: string, other: string): string {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return `${lines.slice(Math.max(0, at - 5), at + 3).join('\n')}\n--- ${FOLDED_PODS.kind}\n${others.slice(Math.max(0, at - 5), at + 3).join('\n')}`;
}
