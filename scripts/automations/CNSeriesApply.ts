import type { ApplyJob, ApplyOutcome, ApplyProgress, ApplyStep } from '../panorama/apply/types';
import { blockersOf, planContext, proveRulebase, readPlan } from '../panorama/prepare/prepare';
import { problem, type Problem } from '../panorama/api/problems';
import { resumedPlan, saveRun } from '../panorama/apply/resume';
import { checkApply, continueApply, openApply } from '../panorama/apply/run';
import type { Mark } from '../panorama/state/mark';
import { blockerText } from '../panorama/prepare/view';
import type { Rulebase } from '../policy/panos/entry';
import { auditRulebase } from '../policy/plan/audit';
import { planRulebase } from '../policy/plan/plan';
import type { KnownPlan, Plan } from '../policy/plan/types';
import type { Verdict } from '../policy/prove/types';
import { approvalText } from '../policy/views/planapprovals';
import {
  APPLY_OUTPUTS,
  blockedMarkdown,
  outcomeEntry,
  refusedEntry,
  takenBackEntry,
  underWayEntry,
  type ApplyHead,
} from '../case/applyentry';
import { approvalOf, type ApprovalAnswer } from '../case/approval';
import {
  KEPT_CLUSTER_ARGUMENTS,
  readKeptCluster,
  type ClusterReading,
  type TranslatedCluster,
} from '../case/translatedcluster';
import { translateAgain, translateRead } from '../case/translateread';
import type { WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import { incidentId, noteOnIncident } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { readClosings, rememberClosings, stillDecided } from '../case/closings';
import { forgetLifted, holdText } from '../case/hold';
import { keptAround, READ, readAround } from '../case/around';
import { missingNames, recall, remember, rememberCluster, type PlanRecord, type RunRecord } from '../case/memory';
import { recallPrepared, type PreparedPlan } from '../case/prepared';
import { noteWriting } from '../case/rulenotes';
import { runName } from '../case/runnotice';
import { problemsBeforeWriting, rememberPlace } from '../case/beforewriting';
import { commitOfNeighbour, neighboursOf } from '../case/neighbours';
import { adoptRun, busyReason, endRun, keepRun, reachedBy, takeBackRun, watchRun } from '../case/takeback';
import { userError } from '../xsoar/errors';
import { readHeld, rememberHeld, stillHeld } from '../case/rejections';
import { openPanorama } from '../xsoar/panorama';
import { failWithoutAnswer, messages, problemsMarkdown } from '../xsoar/problemtext';
import { compiledVersions, earlierVerdict } from '../case/planrecord';
import { SLICE_MILLISECONDS, sliceFrom, type ScriptSlice } from '../xsoar/slice';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesApply',
  description:
    'Writes the rules of a cluster into the candidate configuration of Panorama, exactly as the plan with the given hash says.',
  details: [
    'The plan is made again. If its hash is not the given one, the policies or Panorama changed since (outcome "stale"), and nothing is written. Nothing is committed; what is outside the managed rules and objects stays as it is.',
    'A plan that needs approval is applied only if `CNSeriesApprove` holds one for this very hash, from somebody with one of the roles in `approverRoles` of the cluster profile. That is checked here, whoever runs this.',
    'The automation works for 45 seconds at most. If `CNSeries.Apply.Done` is false then, run it again with the same arguments until it is true. How far it got is kept in a list of the server.',
    'Before it locks the device group, it says so in the incident, with how to free the lock. A run that was cut off goes on where it stopped when its own incident runs this again; another one takes it back first, after ten minutes. `CNSeriesTakeBack` does the same by hand: at once in the incident of the run, elsewhere after ten minutes.',
    'If something fails on the way, or the policies change so that the plan is no longer wanted, what this run wrote is undone.',
    'Settings come from the lists "CNSeries Clusters" and "CNSeries Security Services", so that nobody gets round the guard rails in them.',
  ],
  tags: ['CN-Series'],
  arguments: {
    ...KEPT_CLUSTER_ARGUMENTS,
    plan_hash: {
      kind: 'text',
      required: true,
      description: 'The hash of the plan to apply, as CNSeriesPlan shows it.',
    },
  },
  outputs: APPLY_OUTPUTS,
} as const satisfies AutomationManifest;

type Arguments = ArgumentValues<typeof manifest>;

/** Applies one slice; a refusal and a failure of the run are results, not failures of the automation. */
export function run(given: Arguments, host: Host): readonly WarRoomEntry[] {
  const slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
  const reading = readKeptCluster(given, host);
  const known = recall(host, reading.profile.cluster, 'run');
  const head: ApplyHead = { cluster: reading.profile.cluster, hash: given.plan_hash, approvedBy: '' };
  if (known === undefined) return [begin(head, reading, host, slice)];
  if (known.hash === given.plan_hash) return [goOn(head, reading, host, known, slice)];
  const busy = busyReason(known, host);
  if (busy !== '') return [refusedEntry(head, 'refused', [busy], '')];
  const taken = takeBackRun(host, reading.profile, known, slice);
  if (taken.kind === 'paused') return [underWayEntry(head, taken.writes, runName(known) + ' is taken back.')];
  if (taken.kind === 'over') return [takenBackEntry(head, runName(known), taken.outcome)];
  return [begin(head, reading, host, slice)];
}

function begin(head: ApplyHead, read: ClusterReading, host: Host, slice: ScriptSlice): WarRoomEntry {
  const { profile } = read;
  const hold = holdText(host, profile.cluster);
  if (hold !== undefined) return refusedEntry(head, 'refused', [hold], '');
  const committing = commitOfNeighbour(host, neighboursOf(host, profile));
  if (committing !== undefined) return underWayEntry(head, 0, committing);
  const port = openPanorama(host, profile);
  const around = readAround(host, port, profile, slice);
  if (around.kind === 'paused') return underWayEntry(head, 0, around.told);
  if (around.kind === 'read' && around.isNew && !slice.isFresh()) return underWayEntry(head, 0, READ);
  if (around.kind === 'failed') return blockedEntry(head, translateAgain(read, host, []), around.problem);
  const translated = translateRead(read, host, port, around.surroundings, slice);
  if (translated.kind === 'paused') return underWayEntry(head, 0, translated.told);
  if (translated.kind === 'failed') return blockedEntry(head, translateAgain(read, host, []), translated.problem);
  if (translated.isNew && !slice.isFresh()) return underWayEntry(head, 0, READ);
  const { cluster, surroundings } = translated;
  const prepared = preparedPlan(cluster, host, head.hash, around.mark);
  const reading = prepared || readPlan(port, cluster, { surroundings });
  const rulebase = reading.rulebase;
  if (rulebase === undefined || reading.plan === undefined) return blockedEntry(head, cluster, reading.problem);
  if (reading.plan.hash !== head.hash) {
    const found = problem('stale-plan', { planned: head.hash, found: reading.plan.hash });
    return refusedEntry(head, 'stale', messages([found]), problemsMarkdown([found]));
  }
  const verdict = earlierVerdict(host, cluster, rulebase) || verdictOf(proveRulebase(cluster));
  const blockers = blockersOf(cluster, { verdict }, [], reading.plan).map(blockerText);
  const approval: ApprovalAnswer =
    reading.plan.approvals.length === 0 ? { kind: 'approved', by: '' } : approvalOf(host, profile, reading.plan.hash);
  const unapproved = approval.kind === 'not-approved' ? [unapprovedText(reading.plan, approval.reason)] : [];
  const reasons = blockers.concat(unapproved);
  if (reasons.length > 0) return refusedEntry(head, 'refused', reasons, blockedMarkdown(cluster, []));
  const problems = problemsBeforeWriting(host, port, profile);
  if (problems.length > 0) return refusedEntry(head, 'refused', messages(problems), problemsMarkdown(problems));
  const approved = { ...head, approvedBy: approval.kind === 'approved' ? approval.by : '' };
  const checked = checkApply(port, { ...jobOf(cluster, rulebase, reading.plan), surroundings });
  if (checked.kind === 'over') return ended(approved, cluster, host, reading.plan, checked.outcome);
  // What a run may leave behind, its lock too, is known before it takes that.
  keepRun(host, profile, head.hash, cluster.missing, undefined);
  // The other cluster may have begun since; now that this run is known, it waits for it.
  const begunSince = commitOfNeighbour(host, neighboursOf(host, profile));
  if (begunSince !== undefined) {
    endRun(host, profile.cluster, incidentId(host));
    return underWayEntry(head, 0, begunSince);
  }
  noteWriting(host, profile.cluster, reading.plan.operations);
  const opened = openApply(port, checked.job, checked.warnings, prepared);
  if (opened.done) return ended(approved, cluster, host, reading.plan, opened.outcome);
  keep(host, cluster, reading.plan, opened.progress);
  const watch = watchRun(host, profile.cluster, head.hash);
  return settle(approved, cluster, host, checked.job, continueApply(port, checked.job, opened.progress, slice, watch));
}

/** There is no plan that could be applied. */
function blockedEntry(head: ApplyHead, cluster: TranslatedCluster, found: Problem | undefined): WarRoomEntry {
  const problems = found === undefined ? [] : [found];
  failWithoutAnswer(problems);
  const reasons = blockersOf(cluster, undefined, problems, undefined).map(blockerText);
  return refusedEntry(head, 'refused', reasons, blockedMarkdown(cluster, problems));
}

/** The plan as it was made, where nothing has moved since. */
function preparedPlan(
  cluster: TranslatedCluster,
  host: Host,
  hash: string,
  mark: Mark,
): (PreparedPlan & { readonly rulebase: Rulebase; readonly problem: undefined }) | undefined {
  const compiled = cluster.translation.rulebase;
  const rulebase = compiled && auditRulebase(compiled, cluster.profile);
  const prepared = rulebase && recallPrepared(host, cluster.profile.cluster, rulebase, hash, mark);
  return rulebase && prepared && { ...prepared, rulebase, problem: undefined };
}

/** The end of a run that wrote nothing. */
function ended(
  head: ApplyHead,
  cluster: TranslatedCluster,
  host: Host,
  plan: Plan,
  outcome: ApplyOutcome,
): WarRoomEntry {
  // Where the lock got no answer, the run is remembered: the next attempt frees it first.
  if (outcome.kind === 'refused') failWithoutAnswer(outcome.problems);
  return settled(head, cluster, host, plan, outcome);
}

function verdictOf(proof: { readonly verdict: Verdict } | undefined): Verdict {
  return proof === undefined ? 'refused' : proof.verdict;
}

function unapprovedText(plan: Plan, reason: string): string {
  const why = plan.approvals.map(approvalText).join(' ');
  return 'The plan needs approval. ' + why + ' ' + reason + ' Look at it, then run CNSeriesApprove.';
}

/**
 * The first slice proved and checked. Where the rulebase is no longer the one that it began to write, what was written
 * is taken back: nobody may want the next plan, and until then the device group would stay half written and locked.
 */
function goOn(head: ApplyHead, read: ClusterReading, host: Host, known: RunRecord, slice: ScriptSlice): WarRoomEntry {
  const { profile } = read;
  const saved = known.saved;
  if (saved === undefined) {
    // Cut off while it took the lock: nothing was written.
    takeBackRun(host, profile, known, slice);
    return begin(head, read, host, slice);
  }
  const cluster = translateAgain(read, host, missingNames(known));
  adoptRun(host, profile, known);
  const compiled = cluster.translation.rulebase;
  const rulebase = compiled && auditRulebase(compiled, profile);
  const port = openPanorama(host, profile);
  const isUndoing = saved.progress.failures.length > 0;
  const plan = isUndoing ? undefined : rulebase && resumedPlan(saved, rulebase, head.hash);
  if (rulebase === undefined || plan === undefined) {
    const taken = takeBackRun(host, profile, { ...known, incident: incidentId(host) }, slice);
    if (taken.kind === 'paused') return underWayEntry(head, taken.writes, '');
    if (taken.kind === 'over') return settled(head, cluster, host, saved, taken.outcome);
    return taken.kind === 'damaged' ? damagedEntry(head, cluster) : begin(head, read, host, slice);
  }
  const around = keptAround(host, port, profile, slice);
  if (around.kind === 'paused') return underWayEntry(head, saved.progress.writes, around.told);
  if (around.kind === 'failed') throw userError(messages([around.problem]).join(' '));
  const approval = approvalOf(host, profile, head.hash);
  const approved = { ...head, approvedBy: approval.kind === 'approved' ? approval.by : '' };
  const job = { ...jobOf(cluster, rulebase, plan), surroundings: around.surroundings };
  const progress = reachedBy(host, profile.cluster, saved);
  const watch = watchRun(host, profile.cluster, head.hash);
  return settle(approved, cluster, host, job, continueApply(port, job, progress, slice, watch));
}

/** Somebody edited what was kept: nothing of it is carried out, and nothing is undone by it. */
function damagedEntry(head: ApplyHead, cluster: TranslatedCluster): WarRoomEntry {
  const reason =
    'What was remembered of the run is not what was written. The device group ' +
    cluster.profile.deviceGroup +
    ' is half written and locked: make the plan again and apply that one, which goes on from there.';
  return refusedEntry(head, 'stale', [reason], '');
}

function jobOf(cluster: TranslatedCluster, rulebase: Rulebase, plan: Plan): ApplyJob {
  return {
    profile: cluster.profile,
    rulebase,
    plan,
    planFor: (state) => planRulebase(rulebase, state, cluster.profile, planContext(cluster)),
    ignoredAdmins: [],
    names: cluster.names,
  };
}

function keep(host: Host, cluster: TranslatedCluster, plan: Plan, progress: ApplyProgress): void {
  keepRun(host, cluster.profile, plan.hash, cluster.missing, saveRun(plan, progress));
}

function settle(head: ApplyHead, cluster: TranslatedCluster, host: Host, job: ApplyJob, step: ApplyStep): WarRoomEntry {
  if (step.done) return settled(head, cluster, host, job.plan, step.outcome);
  keep(host, cluster, job.plan, step.progress);
  return underWayEntry(head, step.progress.writes, '');
}

function settled(
  head: ApplyHead,
  cluster: TranslatedCluster,
  host: Host,
  plan: KnownPlan,
  outcome: ApplyOutcome,
): WarRoomEntry {
  const name = cluster.profile.cluster;
  endRun(host, name, incidentId(host));
  if (outcome.kind === 'applied' || outcome.kind === 'unchanged') {
    rememberCluster(host, name, cluster.clusterUID, plan, cluster.missing);
    rememberClosings(host, name, stillDecided(readClosings(host, name), cluster.translation.refusals));
    rememberPlace(host, cluster.profile);
    // A release is for the plan that opens the rule: whoever closes it after that means it.
    forgetLifted(host, name, []);
    const policies = compiledVersions(cluster);
    rememberHeld(host, name, stillHeld(readHeld(host, name), policies));
    remember(host, name, 'applied', {
      hash: head.hash,
      incident: incidentId(host),
      time: Date.now(),
      policies,
      summary: summaryOf(head, recall(host, name, 'plan')),
    });
  }
  if (head.approvedBy !== '') noteOnIncident(host, { cnseriesapprovedby: head.approvedBy });
  return outcomeEntry(head, outcome);
}

/** For commits and pushes: what was applied, and who approved it. */
function summaryOf(head: ApplyHead, plan: PlanRecord | undefined): string {
  const what = plan !== undefined && plan.hash === head.hash && plan.summary !== undefined ? plan.summary : '';
  const by = head.approvedBy === '' ? '' : 'approved by ' + head.approvedBy;
  return [what, by].filter((text) => text !== '').join('; ');
}
