import { readDevices } from '../panorama/api/devices';
import type { PanoramaPort } from '../panorama/api/port';
import { preparePlan, type KnownBefore, type Preparation } from '../panorama/prepare/prepare';
import { blockerText } from '../panorama/prepare/view';
import { describeProblem } from '../panorama/api/problems';
import { readStateWithin } from '../panorama/state/readstate';
import type { Mark } from '../panorama/state/mark';
import type { Surroundings } from '../panorama/state/surroundings';
import { idText, metadataField, nameOf } from '../policy/kubernetes/identity';
import { buildSnapshot } from '../policy/kubernetes/snapshot';
import type { Snapshot } from '../policy/kubernetes/types';
import type { Rulebase } from '../policy/panos/entry';
import type { Question } from '../policy/translate/translation';
import { isError } from '../policy/diagnostics/diagnostic';
import { rulesMadeByHand } from '../policy/plan/byhand';
import { closuresOf } from '../policy/plan/closures';
import { countOperations } from '../policy/plan/guardrails';
import type { ClusterProfile } from '../policy/profile/types';
import type { Proof } from '../policy/prove/types';
import { approvalText } from '../policy/views/planapprovals';
import { planHeadline, shortPlanHash } from '../policy/views/planheadline';
import { reachabilityLines, reachabilityText } from '../policy/views/reachability';
import { verdictText } from '../policy/views/verdict';
import {
  CLUSTER_ARGUMENTS,
  isKept,
  isWatched,
  readCluster,
  type ClusterReading,
  type TranslatedCluster,
} from '../case/translatedcluster';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import { incidentChanges, noteOnIncident, type WatchedChange } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { contextEntry, type ContextData } from '../xsoar/outputs';
import { heading, paragraph } from '../xsoar/markdown';
import { READ, readAround } from '../case/around';
import { translateAgain, translateRead } from '../case/translateread';
import { isSame, readClosings, rememberClosings, stillDecided } from '../case/closings';
import { forgetLifted, holdText } from '../case/hold';
import { recall, rememberCommitted, rememberFoundCommitted, rememberLive } from '../case/memory';
import { problemsBeforeWriting, rememberPlace } from '../case/beforewriting';
import { rememberPrepared } from '../case/prepared';
import { openPanorama } from '../xsoar/panorama';
import { SLICE_MILLISECONDS, sliceFrom, type ScriptSlice } from '../xsoar/slice';
import { failWithoutAnswer } from '../xsoar/problemtext';
import { planMarkdown } from '../case/planmarkdown';
import { compiledVersions, earlierProof, planRecord, rememberPlanRecord } from '../case/planrecord';
import { unchangedRefusals } from '../case/rejections';
import { othersCommits } from '../panorama/commit/otherscommits';
import { rememberRules } from '../case/rulenotes';
import { recallStanding, rememberStanding, standingPlan } from '../case/standing';
import { POLICY_STATE_FIELDS, policyStates, type PolicyState } from '../case/policystates';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesPlan',
  description:
    'Shows what applying the NetworkPolicies of a cluster would change in Panorama, and proves that the rules allow exactly what the policies allow.',
  details: [
    'Nothing is changed, neither in Kubernetes nor in Panorama. The cluster is read through the watcher, Panorama through the PAN-OS integration; the cluster profile names both instances.',
    'Objects that are handed over instead of a snapshot must be all of the cluster: the rules of a policy that is not among them are planned to be deleted. Namespaces, Nodes, Pods and Services make rules and proof exact.',
    'To apply what is shown, hand its hash to `CNSeriesApply`, after `CNSeriesApprove` where it needs approval. A plan that is refused, or with the proof verdict "different" or "refused", is not applied.',
    'In an incident of this pack, the plan is also written to its fields.',
  ],
  tags: ['CN-Series'],
  arguments: CLUSTER_ARGUMENTS,
  outputs: {
    path: 'CNSeries.Plan',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      DeviceGroup: { type: 'String', inForms: true, description: 'The device group in Panorama.' },
      Hash: {
        type: 'String',
        description: 'The hash of the plan, which an approval is bound to. Empty if no plan could be made.',
      },
      ShortHash: { type: 'String', description: 'The first 12 characters of the hash, which people go by.' },
      Headline: {
        type: 'String',
        inForms: true,
        description: 'What the plan does, in a line: how many rules and objects are new, changed, moved, deleted.',
      },
      Reachability: {
        type: 'String',
        list: true,
        description: 'Who gains and loses which connections, and which are inspected otherwise: the first of each.',
      },
      ReachabilityText: { type: 'String', list: true, inForms: true, description: 'The same, the counts first.' },
      State: {
        type: 'String',
        choices: ['refused', 'unchanged', 'needs-approval', 'ready'],
        description:
          'What may be done with the plan, "refused", "unchanged" (Panorama holds the rules already), "needs-approval" or "ready".',
      },
      SnapshotId: {
        type: 'String',
        description: 'The ID of the snapshot that the plan was made from. Empty if objects were given.',
      },
      Rules: { type: 'Number', description: 'The number of compiled security rules.' },
      Created: { type: 'Number', description: 'The number of entries to create.' },
      Changed: { type: 'Number', description: 'The number of entries to change.' },
      Deleted: { type: 'Number', description: 'The number of entries to delete.' },
      Moved: { type: 'Number', description: 'The number of rules to move.' },
      Renamed: { type: 'Number', description: 'The number of rules that get another name and stay the same.' },
      Verdict: {
        type: 'String',
        description:
          'The verdict of the proof, "equal", "different", "refused" or "nothing" (no policies). Empty if there are no rules.',
      },
      VerdictText: {
        type: 'String',
        inForms: true,
        description:
          'The same in words, with every policy that the verdict leaves out, and what that means for its pods.',
      },
      Refused: { type: 'Boolean', description: 'Whether the plan is not to be applied.' },
      Reasons: {
        type: 'String',
        list: true,
        description: 'Why the plan is not to be applied, and what the preflight found.',
      },
      Approvals: {
        type: 'String',
        list: true,
        description: 'Why a human must approve the plan. Empty if nobody needs to.',
      },
      ApprovalReason: { type: 'String', inForms: true, description: 'The same in one text.' },
      Asks: {
        type: 'Boolean',
        description:
          'Whether live policies lost their exact rules by a change of the cluster, and nobody has decided about them yet (`CNSeriesClose`).',
      },
      Asked: { type: 'String', list: true, description: 'These policies, as namespace/name.' },
      Questions: {
        type: 'String',
        list: true,
        inForms: true,
        description: 'The same, each with what closing it means.',
      },
      Errors: { type: 'Number', description: 'The number of errors in the policies.' },
      Warnings: { type: 'Number', description: 'The number of warnings.' },
      Unfinished: {
        type: 'Boolean',
        description: 'Whether earlier runs of this cluster wrote rules that are not committed, or not pushed yet.',
      },
      AutoCommit: { type: 'Boolean', description: 'Whether the cluster profile asks to commit without a person.' },
      AutoPush: { type: 'Boolean', description: 'Whether the cluster profile asks to push without a person.' },
      Policies: {
        objects: POLICY_STATE_FIELDS,
      },
    },
  },
} as const satisfies AutomationManifest;

type PlanData = ContextData<typeof manifest.outputs>;

/**
 * Plans; whatever keeps the plan from being applied is a result, not a failure.
 *
 * @throws a user error where Panorama is too slow to be read in one slice
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const reading = readCluster(given, host);
  const port = openPanorama(host, reading.profile);
  const slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
  const around = readAround(host, port, reading.profile, slice);
  if (around.kind === 'paused') throw unread(around.told);
  if (around.kind === 'read' && around.isNew && !slice.isFresh()) throw unread(READ);
  if (around.kind === 'failed') return [planned(given, host, reading, port, slice, { state: around })];
  const record = isWatched(given) ? recallStanding(host, reading) : undefined;
  if (record === undefined) return [planned(given, host, reading, port, slice, around)];
  const { surroundings } = around;
  const state = readStateWithin(port, reading.profile, surroundings);
  const standing = standingPlan(host, port, reading, record, state, surroundings);
  if (standing === undefined) return [planned(given, host, reading, port, slice, { ...around, state })];
  rememberPlanRecord(host, reading.profile.cluster, standing.plan);
  const changes = incidentChanges(host);
  const data: PlanData = {
    ...(standing.data as PlanData),
    Unfinished: isUnpushed(host, port, reading.profile),
    Policies: policyStates([], changedPolicies(reading, changes), changes),
  };
  return [shown(host, data, standing.text)];
}

/** Of all policies, those that the incident is about. */
function changedPolicies(
  { objects, profile }: ClusterReading,
  changes: readonly WatchedChange[],
): Snapshot['policies'] {
  const changed = objects.filter((object) =>
    changes.some(
      ({ kind, name, namespace }) =>
        kind === object.kind && name === nameOf(object) && namespace === metadataField(object, 'namespace'),
    ),
  );
  return buildSnapshot(changed, profile.cluster).snapshot.policies;
}

/** The playbook reads before it plans; by hand it is the plan that is run again. */
function unread(told: string): Error {
  return userError(told + ' What was read is kept: run this again, and it goes on from there.');
}

/** Translates, proves and plans. */
function planned(
  given: ArgumentValues<typeof manifest>,
  host: Host,
  reading: ClusterReading,
  port: PanoramaPort,
  slice: ScriptSlice,
  before: Pick<KnownBefore, 'state' | 'surroundings'> & { readonly mark?: Mark },
): WarRoomEntry {
  const { cluster, surroundings } = translated(reading, host, port, slice, before.surroundings);
  const proofOf = (rulebase: Rulebase): Proof | undefined => earlierProof(host, cluster, rulebase);
  const hold = holdText(host, cluster.profile.cluster);
  const problems = problemsBeforeWriting(host, port, cluster.profile);
  const prepared = heldBack(preparePlan(port, cluster, { ...before, surroundings, problems, proofOf }), hold);
  failWithoutAnswer(prepared.problems);
  const record =
    prepared.rulebase && prepared.plan && prepared.proof
      ? {
          ...planRecord(cluster, prepared.rulebase, prepared.plan, prepared.proof, prepared.reach),
          kept: unchangedRefusals(host, cluster.profile.cluster, cluster.translation.refusals),
        }
      : undefined;
  const name = cluster.profile.cluster;
  if (record !== undefined) rememberPlanRecord(host, name, record);
  if (before.mark !== undefined && isKept(given)) rememberPrepared(host, name, prepared, before.mark);
  const decided = stillDecided(readClosings(host, name), cluster.translation.refusals);
  const questions = cluster.translation.questions.filter(
    ({ policy }) => !decided.left.some((one) => isSame(one, policy)),
  );
  if (isWatched(given)) rememberClosings(host, name, { ...decided, asked: questions.map(({ policy }) => policy) });
  const isInPlace = stateOf(prepared) === 'unchanged' && !prepared.uncommitted;
  const isUnfinished = prepared.uncommitted || isUnpushed(host, port, cluster.profile);
  if (isInPlace && isKept(given)) {
    // Somebody committed in Panorama what the last apply wrote, and perhaps pushed it, too.
    if (isUnfinished) rememberFoundCommitted(host, name);
    else rememberCommitted(host, name);
    if (isWatched(given)) rememberLive(host, name, compiledVersions(cluster));
    rememberPlace(host, cluster.profile);
  }
  const { refusals } = cluster.translation;
  const policies = policyStates(refusals, cluster.snapshot.policies, incidentChanges(host));
  if (isWatched(given) && prepared.rulebase && prepared.state) {
    const { rulebase, state } = prepared;
    forgetLifted(
      host,
      name,
      closuresOf(rulebase.rules, state, [], rulesMadeByHand(rulebase, state, cluster.ruleNotes)),
    );
    rememberRules(host, rulebase, state);
  }
  const made = planData(cluster, questions, prepared, policies, isUnfinished);
  const data = hold === undefined ? made : { ...made, Reasons: made.Reasons.concat([hold]) };
  const isPlain = refusals.length === 0 && data.Errors === 0;
  if (isInPlace && isPlain && isWatched(given) && record !== undefined) {
    const text = summary(data, hold) + planMarkdown(cluster, { ...prepared, isProofEarlier: true });
    const { references } = cluster.translation;
    rememberStanding(host, reading, { prepared, record, data, text, named: references });
  }
  const editors = editorsText(host, port, cluster.profile, prepared);
  return shown(host, data, summary(data, hold) + editors + planMarkdown(cluster, prepared));
}

/** Who may have edited rules by hand: Panorama keeps no editor of what is committed, but who committed. */
function editorsText(host: Host, port: PanoramaPort, profile: ClusterProfile, { plan }: Preparation): string {
  const commit = recall(host, profile.cluster, 'commit');
  const isEdited = plan !== undefined && plan.situations.some(({ kind }) => kind === 'hand-edits');
  if (!isEdited || commit === undefined || commit.job === undefined) return '';
  const others = othersCommits(port, commit.job, profile.panoramaAdmin);
  if (others.kind === 'failed' || others.commits.length === 0) return '';
  return paragraph('Since the last commit of this pack, others committed: ' + others.commits.join('; ') + '.');
}

/** A held cluster plans and tells, and does not apply; where nothing is to be applied, nothing is held back. */
function heldBack(prepared: Preparation, hold: string | undefined): Preparation {
  if (hold === undefined || prepared.plan === undefined || prepared.plan.operations.length === 0) return prepared;
  return { ...prepared, blockers: prepared.blockers.concat(['held']) };
}

/**
 * The cluster with what Panorama says of its names, and the surroundings with that.
 *
 * @throws a user error where the slice is too short for that: what was found is kept
 */
function translated(
  reading: ClusterReading,
  host: Host,
  port: PanoramaPort,
  slice: ScriptSlice,
  surroundings: Surroundings | undefined,
): { readonly cluster: TranslatedCluster; readonly surroundings: Surroundings | undefined } {
  const answer = surroundings && translateRead(reading, host, port, surroundings, slice);
  if (answer === undefined) return { cluster: translateAgain(reading, host, []), surroundings };
  if (answer.kind === 'paused') throw unread(answer.told);
  if (answer.kind === 'failed') {
    failWithoutAnswer([answer.problem]);
    // The preflight meets it again, and says so.
    return { cluster: translateAgain(reading, host, []), surroundings };
  }
  if (answer.isNew && !slice.isFresh()) throw unread(READ);
  return answer;
}

/** Writes it to the incident, too, where there is one. */
function shown(host: Host, data: PlanData, text: string): WarRoomEntry {
  const unsaid = noteOnIncident(host, {
    cnseriesplan: text,
    cnseriesplanhash: data.Hash,
    cnseriesverdict: data.VerdictText,
  });
  const told = unsaid === '' ? text : text + paragraph(unsaid);
  return contextEntry(manifest.outputs, told, data);
}

/**
 * Committed, or about to be, by this pack or by somebody in Panorama, and not pushed by either; or not to a firewall
 * that was not connected then and is now.
 */
function isUnpushed(host: Host, port: PanoramaPort, profile: ClusterProfile): boolean {
  const commit = recall(host, profile.cluster, 'commit');
  const isCommitting = commit !== undefined && (commit.unpushed || commit.progress !== undefined);
  const isOwed = isCommitting || recall(host, profile.cluster, 'applied') !== undefined;
  const lagging = commit === undefined ? [] : commit.lagging;
  if (!isOwed && lagging.length === 0) return false;
  const answer = readDevices(port, profile.deviceGroup);
  if (answer.kind === 'failed') return true;
  return answer.devices.some(
    ({ serial, connected, inSync }) => connected && !inSync && (isOwed || lagging.indexOf(serial) >= 0),
  );
}

/** A form and an incident field show no more; the tables have the others. */
const MOST_LINES = 5;

function planData(
  cluster: TranslatedCluster,
  questions: readonly Question[],
  prepared: Preparation,
  policies: readonly PolicyState[],
  isUnfinished: boolean,
): PlanData {
  const { plan, reach } = prepared;
  const lines = reach === undefined ? [] : reachabilityLines(reach, MOST_LINES);
  const counts = countOperations(plan ? plan.operations : []);
  const errors = cluster.diagnostics.filter(isError).length;
  return {
    Cluster: cluster.profile.cluster,
    DeviceGroup: cluster.profile.deviceGroup,
    Hash: plan ? plan.hash : '',
    ShortHash: plan ? shortPlanHash(plan.hash) : '',
    Headline: plan ? planHeadline(plan) : '',
    Reachability: lines,
    ReachabilityText: reach === undefined ? [] : [reachabilityText(reach)].concat(lines),
    State: stateOf(prepared),
    SnapshotId: cluster.snapshotId,
    Rules: prepared.rulebase ? prepared.rulebase.rules.length : 0,
    Created: counts.created,
    Changed: counts.changed,
    Deleted: counts.deleted,
    Moved: counts.moved,
    Renamed: counts.renamed,
    Verdict: prepared.proof ? prepared.proof.verdict : '',
    VerdictText: prepared.proof ? verdictText(prepared.proof, plan && plan.closures) : '',
    Refused: prepared.blockers.length > 0,
    Reasons: prepared.blockers
      .map(blockerText)
      .concat(prepared.problems.map((problem) => describeProblem(problem).message)),
    Approvals: plan ? plan.approvals.map(approvalText) : [],
    ApprovalReason: plan ? plan.approvals.map(approvalText).join(' ') : '',
    Asks: questions.length > 0,
    Asked: questions.map(({ policy }) => idText(policy)),
    Questions: questions.map(questionText),
    Errors: errors,
    Warnings: cluster.diagnostics.length - errors,
    Unfinished: isUnfinished,
    AutoCommit: cluster.profile.autoCommit,
    AutoPush: cluster.profile.autoPush,
    Policies: policies,
  };
}

/** `shop/db: spec.ingress[0] allows nothing; its pods stay isolated`: what closing it means. */
function questionText({ policy, closing }: Question): string {
  return idText(policy) + ': ' + closing;
}

function summary(data: PlanData, hold: string | undefined): string {
  const headline = data.Hash === '' ? '' : paragraph('Plan ' + data.ShortHash + ': ' + data.Headline + '.');
  const held = hold === undefined ? '' : paragraph(hold);
  return heading(2, TITLES[data.State] + ': ' + data.Cluster) + headline + held;
}

function stateOf(prepared: Preparation): PlanData['State'] {
  if (prepared.plan === undefined || prepared.blockers.length > 0) return 'refused';
  if (prepared.plan.approvals.length > 0) return 'needs-approval';
  return prepared.plan.operations.length === 0 ? 'unchanged' : 'ready';
}

const TITLES: { readonly [State in PlanData['State']]: string } = {
  refused: 'Not to be applied',
  unchanged: 'Nothing to change',
  'needs-approval': 'Needs approval',
  ready: 'May be applied',
};
