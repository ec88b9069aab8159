import { keptPolicies } from '../policy/translate/keptpolicies';
import { rulebaseHash } from '../policy/plan/hash';
import { canonicalJson } from '../policy/text/canonical';
import { idText } from '../policy/kubernetes/identity';
import type { RawObject } from '../policy/kubernetes/types';
import type { Rulebase } from '../policy/panos/entry';
import type { Plan } from '../policy/plan/types';
import type { Proof } from '../policy/prove/types';
import { sha256 } from '../policy/text/sha256';
import type { TranslatedCluster } from './translatedcluster';
import type { Host } from '../xsoar/host';
import { recall, remember } from './memory';

/** The proof runs once, in the plan; what applies it later looks here whether it was about the very same thing. */

/** Remembers the plan and its proof. */
export function rememberPlan(
  host: Host,
  cluster: TranslatedCluster,
  rulebase: Rulebase,
  plan: Plan,
  proof: Proof,
): void {
  const record = { hash: plan.hash, proofKey: proofKey(cluster, rulebase), verdict: proof.verdict };
  remember(host, cluster.profile.cluster, 'plan', record);
}

/**
 * The verdict of an earlier proof of the same rules from the same snapshot and settings; undefined where there is none.
 */
export function earlierVerdict(
  host: Host,
  cluster: TranslatedCluster,
  rulebase: Rulebase,
): Proof['verdict'] | undefined {
  const key = proofKey(cluster, rulebase);
  const record = recall(host, cluster.profile.cluster, 'plan');
  return record !== undefined && key !== '' && record.proofKey === key ? record.verdict : undefined;
}

/** '' for objects that were handed over: nothing but reading them again tells whether they are the same. */
function proofKey(cluster: TranslatedCluster, rulebase: Rulebase): string {
  if (cluster.snapshotId === '') return '';
  const lastGood = cluster.lastGood.map((policy) => sha256(canonicalJson(policy)));
  const kept = keptPolicies(cluster.translation.refusals, cluster.diagnostics);
  const parts = [cluster.snapshotId, rulebaseHash(rulebase), cluster.profile, cluster.services, lastGood, kept];
  return sha256(canonicalJson(parts));
}

/**
 * The versions of the policies to come back to: those that the rulebase was compiled from; of a closed or held one the
 * whole version, and none of a policy that never was live.
 */
export function compiledVersions(cluster: TranslatedCluster): RawObject[] {
  const versions: RawObject[] = [];
  const refused: { [id: string]: true } = {};
  for (const refusal of cluster.translation.refusals) {
    refused[idText(refusal.policy)] = true;
    if (refusal.lastGood !== undefined) versions.push(refusal.lastGood);
  }
  for (const policy of cluster.snapshot.policies) if (!refused[idText(policy.id)]) versions.push(policy.raw);
  return versions;
}
