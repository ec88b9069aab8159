import { withRejections } from '../../scripts/case/rejections';
import type { HeldVersion } from '../../scripts/case/memory';
import { idText, policyIdOf } from '../../scripts/policy/kubernetes/identity';
import { versionHash } from '../../scripts/policy/kubernetes/versiontext';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { isRight } from '../../scripts/policy/prove/prove';
import { proofText } from './failure';
import { policy } from './handmade';
import { CASES, expectRight } from './judged';
import { type ClusterInput, compileCluster, proofOf } from './pipeline';

/** All that changed is rejected: the rules are what they were, and the proof says so of the changed cluster. */

const counts = { all: 0, changed: 0, deleted: 0 };

/** Another version of a policy, by a number: as it was, gone, closed for all, or logged in another way. */
function later(raw: RawObject, choice: number): RawObject | undefined {
  const metadata = raw.metadata as RawObject;
  switch (choice % 4) {
    case 0:
      return raw;
    case 1:
      return undefined;
    case 2:
      return { ...raw, spec: { podSelector: { matchLabels: { app: 'other' } }, policyTypes: ['Ingress', 'Egress'] } };
    default:
      return { ...raw, metadata: { ...metadata, annotations: { 'np.panw.com/log': 'start', note: 'x' } } };
  }
}

function heldVersion(now: RawObject | undefined, approved: RawObject | undefined): HeldVersion {
  const decision = { by: 'alice', reason: 'No.', time: '' };
  const version = now === undefined ? '' : versionHash(now);
  return { ...policyIdOf(now ?? approved ?? {}), ...decision, version, ...(approved && { approved }) };
}

function fault(input: ClusterInput, seed: number): string | undefined {
  const before = compileCluster(input);
  const { rulebase, refusals } = before.translation;
  const duplicates = before.diagnostics.some(({ code }) => code === 'policy-duplicate');
  if (rulebase === undefined || duplicates) return undefined;
  counts.all++;
  const refused = new Set(refusals.map((refusal) => idText(refusal.policy)));
  const isOpen = (raw: RawObject): boolean => raw.kind !== 'NetworkPolicy' || refused.has(idText(policyIdOf(raw)));
  const objects: RawObject[] = input.objects.filter(isOpen);
  const held: HeldVersion[] = [];
  const approved = input.objects.filter((raw) => !isOpen(raw));
  approved.forEach((raw, index) => {
    const now = later(raw, Math.abs(seed) + index);
    if (now !== undefined) objects.push(now);
    if (now !== undefined && versionHash(now) === versionHash(raw)) return;
    if (now === undefined) counts.deleted++;
    else counts.changed++;
    held.push(heldVersion(now, raw));
  });
  const fresh = policy('shop/fresh', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  objects.push(fresh);
  held.push(heldVersion(fresh, undefined));

  const cluster = withRejections(objects, held);
  const lastGood = [...cluster.approved, ...input.lastGood];
  const given = { ...input, objects: cluster.objects, lastGood, rejections: cluster.rejections };
  const after = compileCluster(given);
  if (cluster.rejections.length !== held.length) return 'Not all that is rejected is held.';
  if (JSON.stringify(after.translation.rulebase) !== JSON.stringify(rulebase)) return 'The rules are others.';
  const proof = proofOf({ ...given, objects }, after);
  if (proof && !isRight(proof.verdict)) return proofText(proof, after.translation);
  const named = new Set(proof?.exceptions.map((one) => idText(one.policy)));
  const unnamed = held.filter(
    (one) => !input.profile.excludedNamespaces.includes(one.namespace) && !named.has(idText(one)),
  );
  return unnamed.length === 0 ? undefined : `The verdict does not name ${unnamed.map(idText).join()}.`;
}

it('in random clusters', () => {
  expectRight(fault, Math.ceil(CASES / 10));
  expect(counts.changed).toBeGreaterThan(counts.all / 2);
  expect(counts.deleted).toBeGreaterThan(counts.all / 5);
});
