import type { ApplyJob, ApplyOutcome, ApplyProgress, ApplyStep, Slice } from '../panorama/apply/types';
import { blockersOf, planContext, proveRulebase, readPlan } from '../panorama/prepare/prepare';
import { problem } from '../panorama/api/problems';
import { isUndoable, resumedPlan, saveRun } from '../panorama/apply/resume';
import { continueApply, openApply, takeBack } from '../panorama/apply/run';
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
  underWayEntry,
  type ApplyHead,
} from '../case/applyentry';
import { approvalOf, type ApprovalAnswer } from '../case/approval';
import { KEPT_CLUSTER_ARGUMENTS, translateKeptCluster, type TranslatedCluster } from '../case/translatedcluster';
import type { WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import { incidentId, noteOnIncident } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { readClosings, rememberClosings, stillDecided } from '../case/closings';
import { holdText } from '../case/hold';
import { forget, recall, remember, rememberCluster, type PlanRecord, type RunRecord } from '../case/memory';
import { openPanorama } from '../xsoar/panorama';
import { failWithoutAnswer, messages, problemsMarkdown } from '../xsoar/problemtext';
import { compiledVersions, earlierVerdict } from '../case/planrecord';
import { SLICE_MILLISECONDS, sliceFrom } from '../xsoar/slice';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesApply',
  description:
    'Writes the rules of a cluster into the candidate configuration of Panorama, exactly as the plan with the given hash says.',
  details: [
    'The plan is made again. If its hash is not the given one, the policies or Panorama changed since (outcome "stale"), and nothing is written. Nothing is committed; what is outside the managed rules and objects stays as it is.',
    'A plan that needs approval is applied only if `CNSeriesApprove` holds one for this very hash, from somebody with one of the roles in `approverRoles` of the cluster profile. That is checked here, whoever runs this.',
    'The automation works for 45 seconds at most. If `CNSeries.Apply.Done` is false then, run it again with the same arguments until it is true. How far it got is kept in a list of the server.',
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
  const cluster = translateKeptCluster(given, host);
  const known = recall(host, cluster.profile.cluster, 'run');
  const head: ApplyHead = { cluster: cluster.profile.cluster, hash: given.plan_hash, approvedBy: '' };
  if (known !== undefined && known.hash === given.plan_hash) return [goOn(head, cluster, host, known, slice)];
  const busy = known === undefined ? undefined : busyReason(known, host);
  if (busy !== undefined) return [refusedEntry(head, 'refused', [busy], '')];
  return [begin(head, cluster, host, slice)];
}

/** A run that has said nothing for so long was left by a server that stopped. */
const ABANDONED_MILLISECONDS = 600000;

/** Two runs would take each other's half-done work for drift. */
function busyReason(known: RunRecord, host: Host): string | undefined {
  const silent = Date.now() - known.updated;
  const isSameIncident = host.incident !== undefined && host.incident.id === known.incident;
  if (isSameIncident || silent >= ABANDONED_MILLISECONDS) return undefined;
  const who = known.incident === '' ? 'A run by hand' : 'The run of incident ' + known.incident;
  return who + ' is under way for this cluster. Wait until it is over, or ten minutes if it was broken off.';
}

function begin(head: ApplyHead, cluster: TranslatedCluster, host: Host, slice: Slice): WarRoomEntry {
  const hold = holdText(host, cluster.profile.cluster);
  if (hold !== undefined) return refusedEntry(head, 'refused', [hold], '');
  const port = openPanorama(host, cluster.profile);
  const reading = readPlan(port, cluster);
  const rulebase = reading.rulebase;
  if (rulebase === undefined || reading.plan === undefined) {
    const problems = reading.problem === undefined ? [] : [reading.problem];
    failWithoutAnswer(problems);
    const reasons = blockersOf(cluster, undefined, problems, undefined).map(blockerText);
    return refusedEntry(head, 'refused', reasons, blockedMarkdown(cluster, problems));
  }
  if (reading.plan.hash !== head.hash) {
    const found = problem('stale-plan', { planned: head.hash, found: reading.plan.hash });
    return refusedEntry(head, 'stale', messages([found]), problemsMarkdown([found]));
  }
  const verdict = earlierVerdict(host, cluster, rulebase) || verdictOf(proveRulebase(cluster));
  const blockers = blockersOf(cluster, { verdict }, [], reading.plan).map(blockerText);
  const approval: ApprovalAnswer =
    reading.plan.approvals.length === 0
      ? { kind: 'approved', by: '' }
      : approvalOf(host, cluster.profile, reading.plan.hash);
  const unapproved = approval.kind === 'not-approved' ? [unapprovedText(reading.plan, approval.reason)] : [];
  const reasons = blockers.concat(unapproved);
  if (reasons.length > 0) return refusedEntry(head, 'refused', reasons, blockedMarkdown(cluster, []));
  const approved = { ...head, approvedBy: approval.kind === 'approved' ? approval.by : '' };
  const job = jobOf(cluster, rulebase, reading.plan);
  const opened = openApply(port, job);
  if (opened.done) {
    if (opened.outcome.kind === 'refused') failWithoutAnswer(opened.outcome.problems);
    return settled(approved, cluster, host, reading.plan, opened.outcome);
  }
  // What a run may leave behind is known before it writes anything.
  keep(host, cluster, reading.plan, opened.progress);
  return settle(approved, cluster, host, job, continueApply(port, job, opened.progress, slice));
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
function goOn(head: ApplyHead, cluster: TranslatedCluster, host: Host, known: RunRecord, slice: Slice): WarRoomEntry {
  const compiled = cluster.translation.rulebase;
  const rulebase = compiled && auditRulebase(compiled, cluster.profile);
  const port = openPanorama(host, cluster.profile);
  const isUndoing = known.saved.progress.failures.length > 0;
  const plan = isUndoing ? undefined : rulebase && resumedPlan(known.saved, rulebase, head.hash);
  if (rulebase === undefined || plan === undefined) {
    if (!isUndoable(known.saved, cluster.profile, head.hash)) return damagedEntry(head, cluster, host);
    const why = problem('stale-plan', { planned: head.hash, found: 'another one' });
    const { operations, progress } = known.saved;
    const step = takeBack(port, cluster.profile, operations, progress, why, slice);
    if (step.done) return settled(head, cluster, host, known.saved, step.outcome);
    keepSaved(host, cluster, head.hash, { ...known.saved, progress: step.progress });
    return underWayEntry(head, step.progress.writes);
  }
  const approval = approvalOf(host, cluster.profile, head.hash);
  const approved = { ...head, approvedBy: approval.kind === 'approved' ? approval.by : '' };
  const job = jobOf(cluster, rulebase, plan);
  return settle(approved, cluster, host, job, continueApply(port, job, known.saved.progress, slice));
}

/** Somebody edited what was kept: nothing of it is carried out, and nothing is undone by it. */
function damagedEntry(head: ApplyHead, cluster: TranslatedCluster, host: Host): WarRoomEntry {
  forget(host, cluster.profile.cluster, 'run');
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
  };
}

function keep(host: Host, cluster: TranslatedCluster, plan: Plan, progress: ApplyProgress): void {
  keepSaved(host, cluster, plan.hash, saveRun(plan, progress));
}

function keepSaved(host: Host, cluster: TranslatedCluster, hash: string, saved: RunRecord['saved']): void {
  remember(host, cluster.profile.cluster, 'run', {
    hash,
    incident: incidentId(host),
    updated: Date.now(),
    saved,
  });
}

function settle(head: ApplyHead, cluster: TranslatedCluster, host: Host, job: ApplyJob, step: ApplyStep): WarRoomEntry {
  if (step.done) return settled(head, cluster, host, job.plan, step.outcome);
  keep(host, cluster, job.plan, step.progress);
  return underWayEntry(head, step.progress.writes);
}

function settled(
  head: ApplyHead,
  cluster: TranslatedCluster,
  host: Host,
  plan: KnownPlan,
  outcome: ApplyOutcome,
): WarRoomEntry {
  const name = cluster.profile.cluster;
  forget(host, name, 'run');
  if (outcome.kind === 'applied' || outcome.kind === 'unchanged') {
    rememberCluster(host, name, cluster.clusterUID, plan);
    rememberClosings(host, name, stillDecided(readClosings(host, name), cluster.translation.refusals));
    remember(host, name, 'applied', {
      hash: head.hash,
      incident: incidentId(host),
      time: Date.now(),
      policies: compiledVersions(cluster),
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
