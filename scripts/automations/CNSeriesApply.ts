import type { ApplyJob, ApplyStep, Slice } from '../panorama/applytypes';
import { preparePlan } from '../panorama/prepare';
import { describeProblem, problem, type Problem } from '../panorama/problems';
import { resumedPlan, saveRun, type SavedRun } from '../panorama/resume';
import { beginApply, continueApply } from '../panorama/run';
import { hindranceText, problemsTable } from '../panorama/view';
import { canonicalJson } from '../policy/canonical';
import type { Rulebase } from '../policy/panos/entry';
import { auditRulebase } from '../policy/plan/audit';
import { planRulebase } from '../policy/plan/plan';
import type { Plan } from '../policy/plan/types';
import { CLUSTER_ARGUMENTS, readCluster, type ClusterInput } from '../xsoar/clusterinput';
import { resultEntry, type WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { heading, markdownTable, paragraph } from '../xsoar/markdown';
import { createPanosPort } from '../xsoar/panosport';
import { planMarkdown } from '../xsoar/planmarkdown';
import { SLICE_MILLISECONDS, sliceFrom } from '../xsoar/slice';

export const manifest = {
  name: 'CNSeriesApply',
  description:
    'Writes the rules of a cluster into the candidate configuration of Panorama, exactly as the plan with the given hash says.',
  details: [
    'The plan is made and proven again. If its hash is not the given one, the policies or Panorama changed since, and nothing is written. Nothing is committed; what is outside the managed rules and objects stays as it is.',
    'A plan that needs approval is refused without `approved_by`. Whether that person may approve is not checked here.',
    'The automation works for 45 seconds at most. If `CNSeries.Apply.Done` is false then, run it again with the same arguments and `CNSeries.Apply.Progress` as `progress`, until it is true.',
  ],
  tags: ['CN-Series'],
  arguments: {
    ...CLUSTER_ARGUMENTS,
    plan_hash: {
      kind: 'text',
      required: true,
      description: 'The hash of the plan to apply, as CNSeriesPlan shows it.',
    },
    approved_by: { kind: 'text', description: 'Who approved the plan. Needed if the plan needs approval.' },
    progress: {
      kind: 'document',
      description: 'The progress of the run that is to go on, as CNSeries.Apply.Progress holds it.',
    },
  },
  outputs: [
    { contextPath: 'CNSeries.Apply.Cluster', description: 'The cluster.', type: 'String' },
    { contextPath: 'CNSeries.Apply.Hash', description: 'The hash of the plan.', type: 'String' },
    {
      contextPath: 'CNSeries.Apply.Done',
      description: 'Whether the run is over. If not, it goes on with "progress".',
      type: 'Boolean',
    },
    {
      contextPath: 'CNSeries.Apply.Outcome',
      description:
        'The outcome, "applied", "unchanged", "refused" (nothing was written) or "failed". Empty until done.',
      type: 'String',
    },
    { contextPath: 'CNSeries.Apply.Writes', description: 'The number of write requests sent.', type: 'Number' },
    { contextPath: 'CNSeries.Apply.Reasons', description: 'Why it was refused or failed.', type: 'String' },
    { contextPath: 'CNSeries.Apply.Leftovers', description: 'What could not be undone.', type: 'String' },
    { contextPath: 'CNSeries.Apply.Warnings', description: 'What could not be looked up.', type: 'String' },
    { contextPath: 'CNSeries.Apply.ApprovedBy', description: 'Who approved the plan.', type: 'String' },
    {
      contextPath: 'CNSeries.Apply.Progress',
      description: 'What the next run needs to go on, as JSON. Empty when done.',
      type: 'String',
    },
  ],
} as const satisfies AutomationManifest;

/** What stands in the context under `CNSeries.Apply`. */
interface ApplyData {
  readonly Cluster: string;
  readonly Hash: string;
  readonly Done: boolean;
  readonly Outcome: string;
  readonly Writes: number;
  readonly Reasons: readonly string[];
  readonly Leftovers: readonly string[];
  readonly Warnings: readonly string[];
  readonly ApprovedBy: string;
  readonly Progress: string;
}

type Arguments = ArgumentValues<typeof manifest>;

/** Why nothing was started, with what people need to see of it. */
interface Hindered {
  readonly kind: 'hindered';
  readonly reasons: readonly string[];
  readonly markdown: string;
}

type Begun = Hindered | { readonly kind: 'step'; readonly plan: Plan; readonly step: ApplyStep };

/** Applies one slice; a refusal and a failure of the run are results, not failures of the automation. */
export function run(given: Arguments, host: Host): readonly WarRoomEntry[] {
  const slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
  const cluster = readCluster(given, host);
  const begun = given.progress === undefined ? begin(given, cluster, host, slice) : goOn(given, cluster, host, slice);
  return [begun.kind === 'hindered' ? hinderedEntry(given, cluster, begun) : stepEntry(given, cluster, begun)];
}

function begin(given: Arguments, cluster: ClusterInput, host: Host, slice: Slice): Begun {
  const port = createPanosPort(host, cluster.profile.panoramaInstance);
  const prepared = preparePlan(port, cluster);
  const plan = prepared.plan;
  const reasons = prepared.hindrances
    .map(hindranceText)
    .concat(prepared.problems.map((found) => describeProblem(found).message));
  if (plan === undefined || prepared.rulebase === undefined || reasons.length > 0) {
    return { kind: 'hindered', reasons: reasons, markdown: planMarkdown(cluster, prepared) };
  }
  const refusal = approvalRefusal(given, plan);
  if (refusal !== undefined) {
    return { kind: 'hindered', reasons: [refusal], markdown: paragraph(refusal) + planMarkdown(cluster, prepared) };
  }
  return { kind: 'step', plan: plan, step: beginApply(port, jobOf(cluster, prepared.rulebase, plan), slice) };
}

/** An approval is bound to the plan's hash: another plan needs another one. */
function approvalRefusal(given: Arguments, plan: Plan): string | undefined {
  if (plan.hash !== given.plan_hash) {
    const stale = describeProblem(problem('stale-plan', { planned: given.plan_hash, found: plan.hash }));
    return 'The plan has changed since it was shown. ' + stale.message + ' ' + stale.remedy;
  }
  if (plan.approvals.length === 0 || given.approved_by !== undefined) return undefined;
  return (
    'The plan needs approval (' +
    plan.approvals.join(', ') +
    '). Look at it, and run again with the approver as "approved_by".'
  );
}

/** The first slice proved and checked; the rulebase must still be the one that it began to write. */
function goOn(given: Arguments, cluster: ClusterInput, host: Host, slice: Slice): Begun {
  const saved = readProgress(given.progress);
  const compiled = cluster.translation.rulebase;
  const rulebase = compiled && auditRulebase(compiled, cluster.profile);
  const plan = rulebase && resumedPlan(saved, rulebase, given.plan_hash);
  if (rulebase === undefined || plan === undefined) {
    throw userError(
      'The progress does not belong to the plan ' +
        given.plan_hash +
        ' of these objects. Go on with the arguments that the run began with. If those are lost, the device group ' +
        cluster.profile.deviceGroup +
        ' is half written and locked: make the plan again, and apply that one.',
    );
  }
  const port = createPanosPort(host, cluster.profile.panoramaInstance);
  return {
    kind: 'step',
    plan: plan,
    step: continueApply(port, jobOf(cluster, rulebase, plan), saved.progress, slice),
  };
}

function jobOf(cluster: ClusterInput, rulebase: Rulebase, plan: Plan): ApplyJob {
  return {
    profile: cluster.profile,
    rulebase: rulebase,
    plan: plan,
    planFor: (state) => planRulebase(rulebase, state, cluster.profile),
    ignoredAdmins: [],
  };
}

function readProgress(given: unknown): SavedRun {
  const value = (typeof given === 'string' ? parsed(given) : given) as Partial<SavedRun> | null | undefined;
  const isSaved =
    typeof value === 'object' &&
    value !== null &&
    Array.isArray(value.operations) &&
    typeof value.progress === 'object' &&
    !!value.stateHash;
  if (!isSaved) throw userError('The argument "progress" must be what CNSeries.Apply.Progress holds, unchanged.');
  return value as SavedRun;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hinderedEntry(given: Arguments, cluster: ClusterInput, hindered: Hindered): WarRoomEntry {
  const data: ApplyData = { ...emptyData(given, cluster), Done: true, Outcome: 'refused', Reasons: hindered.reasons };
  return entryOf(data, paragraph('Nothing was written.') + hindered.markdown);
}

function emptyData(given: Arguments, cluster: ClusterInput): ApplyData {
  return {
    Cluster: cluster.profile.cluster,
    Hash: given.plan_hash,
    Done: false,
    Outcome: '',
    Writes: 0,
    Reasons: [],
    Leftovers: [],
    Warnings: [],
    ApprovedBy: given.approved_by === undefined ? '' : given.approved_by,
    Progress: '',
  };
}

function stepEntry(
  given: Arguments,
  cluster: ClusterInput,
  begun: { readonly plan: Plan; readonly step: ApplyStep },
): WarRoomEntry {
  const data = emptyData(given, cluster);
  const step = begun.step;
  if (!step.done) {
    const progress = canonicalJson(saveRun(begun.plan, step.progress));
    const told = paragraph('The run is not over: run again with the same arguments and the progress from the context.');
    return entryOf({ ...data, Writes: step.progress.writes, Progress: progress }, told);
  }
  const outcome = step.outcome;
  const done: ApplyData = { ...data, Done: true, Outcome: outcome.kind };
  switch (outcome.kind) {
    case 'applied': {
      const told = paragraph('The candidate configuration holds the rules. They go live with a commit and a push.');
      const more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Warnings: outcome.warnings };
      return entryOf({ ...done, ...more }, told + listText(outcome.leftovers) + listText(outcome.warnings));
    }
    case 'unchanged':
      return entryOf(done, paragraph('The candidate configuration held the rules already; nothing was written.'));
    case 'refused': {
      const told = paragraph('Nothing was written.') + markdownTable(problemsTable('Problems', outcome.problems));
      return entryOf({ ...done, Reasons: messages(outcome.problems) }, told);
    }
    case 'failed': {
      const isUndone = outcome.leftovers.length === 0;
      const told = paragraph(isUndone ? 'Everything that was written was undone.' : 'Not everything could be undone:');
      const more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Reasons: messages(outcome.problems) };
      const problems = markdownTable(problemsTable('Problems', outcome.problems));
      return entryOf({ ...done, ...more }, told + listText(outcome.leftovers) + problems);
    }
  }
}

function messages(problems: readonly Problem[]): string[] {
  return problems.map((found) => describeProblem(found).message);
}

function listText(texts: readonly string[]): string {
  return texts.map(paragraph).join('');
}

function entryOf(data: ApplyData, markdown: string): WarRoomEntry {
  const title = heading(2, (data.Done ? TITLES[data.Outcome] : 'Under way') + ': ' + data.Cluster);
  return resultEntry(title + markdown, 'CNSeries.Apply(val.Cluster == obj.Cluster)', data);
}

const TITLES: { readonly [outcome: string]: string } = {
  applied: 'Applied',
  unchanged: 'Unchanged',
  refused: 'Refused',
  failed: 'Failed',
};
