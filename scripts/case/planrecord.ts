import { rulebaseHash } from '../policy/plan/hash';
import { judgedVersions } from '../policy/translate/judgedversions';
import { canonicalJson } from '../policy/text/canonical';
import { idText } from '../policy/kubernetes/identity';
import type { RawObject } from '../policy/kubernetes/types';
import type { Rulebase } from '../policy/panos/entry';
import type { Plan } from '../policy/plan/types';
import type { Proof } from '../policy/prove/types';
import { isSameData } from '../policy/text/same';
import { sha256 } from '../policy/text/sha256';
import { isRight } from '../policy/prove/prove';
import type { Reachability } from '../policy/reach/types';
import { planHeadline, shortPlanHash } from '../policy/views/planheadline';
import { reachabilityCounts } from '../policy/views/reachability';
import { BUILD } from './build';
import type { TranslatedCluster } from './translatedcluster';
import type { Host } from '../xsoar/host';
import { recall, remember, type PlanRecord } from './memory';

/**
 * The proof runs once; later plans of the very same things, and what applies them, look here. What is remembered stands
 * in a list of the server: whoever can edit it can edit the cluster profile, too, and with that what is proved at all.
 */

/** A plan and its proof as they are remembered. Only a proof that went well is kept whole: others are made again, and say why. */
export function planRecord(
  cluster: TranslatedCluster,
  rulebase: Rulebase,
  plan: Plan,
  proof: Proof,
  reach: Reachability | undefined,
): PlanRecord {
  const record = {
    hash: plan.hash,
    proofKey: proofKey(cluster, rulebase),
    verdict: proof.verdict,
    summary: summaryOf(plan, reach),
    missing: cluster.missing,
    snapshotId: cluster.snapshotId,
    closed: closedNames(plan),
  };
  return isRight(proof.verdict) && record.proofKey !== '' ? { ...record, proof } : record;
}

function closedNames({ closures }: Plan): string[] {
  const names: string[] = [];
  for (const { rule, standsAs } of closures)
    names.push.apply(names, standsAs === undefined ? [rule] : [rule, standsAs]);
  return names;
}

function summaryOf(plan: Plan, reach: Reachability | undefined): string {
  const counts = reach === undefined ? '' : reachabilityCounts(reach);
  return 'plan ' + shortPlanHash(plan.hash) + ': ' + planHeadline(plan) + (counts === '' ? '' : '; ' + counts);
}

/** Keeps it, where it is not what is kept already. */
export function rememberPlanRecord(host: Host, cluster: string, record: PlanRecord): void {
  if (!isSameData(recallPlan(host, cluster), record)) remember(host, cluster, 'plan', record);
}

/** A damaged one is replaced. */
function recallPlan(host: Host, cluster: string): PlanRecord | undefined {
  try {
    return recall(host, cluster, 'plan');
  } catch {
    return undefined;
  }
}

/**
 * What an earlier run proved of the same rules from the same snapshot, settings and versions, with the same build of this
 * pack; undefined where there is none that went well.
 */
export function earlierProof(host: Host, cluster: TranslatedCluster, rulebase: Rulebase): Proof | undefined {
  const record = recallPlan(host, cluster.profile.cluster);
  if (record === undefined || !isProof(record.proof) || record.proof.verdict !== record.verdict) return undefined;
  const key = isRight(record.verdict) ? proofKey(cluster, rulebase) : '';
  return key !== '' && record.proofKey === key ? record.proof : undefined;
}

/** Not what somebody edited into something else. */
function isProof(proof: Partial<Proof> | undefined): proof is Proof {
  if (typeof proof !== 'object' || typeof proof.reason !== 'string' || !Array.isArray(proof.exceptions)) return false;
  return typeof proof.scope === 'object' && Array.isArray(proof.scope.notJudged);
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

/**
 * Of everything that the proof looks at, and of who looked. '' for objects that were handed over: nothing but reading
 * them again tells whether they are the same.
 *
 * @param rulebase as `enforcement` wants it; with the compiled denials, which an audit turns into allows, it says what
 * the compiled one is
 */
function proofKey(cluster: TranslatedCluster, rulebase: Rulebase): string {
  const compiled = cluster.translation.rulebase;
  if (cluster.snapshotId === '' || compiled === undefined) return '';
  const denials = compiled === rulebase ? [] : compiled.rules.filter(({ action }) => action !== 'allow');
  const versions = judgedVersions(cluster.translation.refusals, cluster.diagnostics);
  const { snapshotId, profile, services } = cluster;
  const parts = [BUILD, snapshotId, rulebaseHash(rulebase), denials, profile, services, versions];
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
