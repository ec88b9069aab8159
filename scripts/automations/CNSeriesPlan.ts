import { preparePlan, type Preparation } from '../panorama/prepare';
import { hindranceText } from '../panorama/view';
import { describeProblem } from '../panorama/problems';
import { isError } from '../policy/diagnostics';
import { countOperations } from '../policy/plan/guardrails';
import { CLUSTER_ARGUMENTS, readCluster, type ClusterInput } from '../xsoar/clusterinput';
import { resultEntry, type WarRoomEntry } from '../xsoar/entries';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { heading, paragraph } from '../xsoar/markdown';
import { createPanosPort } from '../xsoar/panosport';
import { planMarkdown } from '../xsoar/planmarkdown';

export const manifest = {
  name: 'CNSeriesPlan',
  description:
    'Shows what applying the NetworkPolicies of a cluster would change in Panorama, and proves that the rules allow exactly what the policies allow.',
  details: [
    'Nothing is changed, neither in Kubernetes nor in Panorama. Panorama is read through the PAN-OS integration instance that the cluster profile names as `panoramaInstance`.',
    'Give all objects of the cluster: the rules of a policy that is not among them are planned to be deleted. Namespaces, Nodes, Pods and Services make rules and proof exact.',
    'To apply what is shown, hand its hash to `CNSeriesApply`. A plan that is refused, or without the proof verdict "equal", is not applied.',
  ],
  tags: ['CN-Series'],
  arguments: CLUSTER_ARGUMENTS,
  outputs: [
    { contextPath: 'CNSeries.Plan.Cluster', description: 'The cluster.', type: 'String' },
    { contextPath: 'CNSeries.Plan.DeviceGroup', description: 'The device group in Panorama.', type: 'String' },
    {
      contextPath: 'CNSeries.Plan.Hash',
      description: 'The hash of the plan, which an approval is bound to. Empty if no plan could be made.',
      type: 'String',
    },
    { contextPath: 'CNSeries.Plan.Rules', description: 'The number of compiled security rules.', type: 'Number' },
    { contextPath: 'CNSeries.Plan.Created', description: 'The number of entries to create.', type: 'Number' },
    { contextPath: 'CNSeries.Plan.Changed', description: 'The number of entries to change.', type: 'Number' },
    { contextPath: 'CNSeries.Plan.Deleted', description: 'The number of entries to delete.', type: 'Number' },
    { contextPath: 'CNSeries.Plan.Moved', description: 'The number of rules to move.', type: 'Number' },
    {
      contextPath: 'CNSeries.Plan.Verdict',
      description: 'The verdict of the proof, "equal", "different" or "refused". Empty if there is nothing to prove.',
      type: 'String',
    },
    {
      contextPath: 'CNSeries.Plan.Refused',
      description: 'Whether the plan is not to be applied.',
      type: 'Boolean',
    },
    {
      contextPath: 'CNSeries.Plan.Reasons',
      description: 'Why the plan is not to be applied, and what the preflight found.',
      type: 'String',
    },
    {
      contextPath: 'CNSeries.Plan.Approvals',
      description: 'Why a human must approve the plan. Empty if nobody needs to.',
      type: 'String',
    },
    { contextPath: 'CNSeries.Plan.Errors', description: 'The number of errors in the policies.', type: 'Number' },
    { contextPath: 'CNSeries.Plan.Warnings', description: 'The number of warnings.', type: 'Number' },
  ],
} as const satisfies AutomationManifest;

/** What stands in the context under `CNSeries.Plan`. */
interface PlanData {
  readonly Cluster: string;
  readonly DeviceGroup: string;
  readonly Hash: string;
  readonly Rules: number;
  readonly Created: number;
  readonly Changed: number;
  readonly Deleted: number;
  readonly Moved: number;
  readonly Verdict: string;
  readonly Refused: boolean;
  readonly Reasons: readonly string[];
  readonly Approvals: readonly string[];
  readonly Errors: number;
  readonly Warnings: number;
}

/** Plans; whatever keeps the plan from being applied is a result, not a failure. */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const cluster = readCluster(given, host);
  const prepared = preparePlan(createPanosPort(host, cluster.profile.panoramaInstance), cluster);
  const data = planData(cluster, prepared);
  const text = summary(data) + planMarkdown(cluster, prepared);
  return [resultEntry(text, 'CNSeries.Plan(val.Cluster == obj.Cluster)', data)];
}

function planData(cluster: ClusterInput, prepared: Preparation): PlanData {
  const plan = prepared.plan;
  const counts = countOperations(plan ? plan.operations : []);
  const errors = cluster.diagnostics.filter(isError).length;
  return {
    Cluster: cluster.profile.cluster,
    DeviceGroup: cluster.profile.deviceGroup,
    Hash: plan ? plan.hash : '',
    Rules: prepared.rulebase ? prepared.rulebase.rules.length : 0,
    Created: counts.created,
    Changed: counts.changed,
    Deleted: counts.deleted,
    Moved: counts.moved,
    Verdict: prepared.proof ? prepared.proof.verdict : '',
    Refused: prepared.hindrances.length > 0,
    Reasons: prepared.hindrances
      .map(hindranceText)
      .concat(prepared.problems.map((problem) => describeProblem(problem).message)),
    Approvals: plan ? plan.approvals : [],
    Errors: errors,
    Warnings: cluster.diagnostics.length - errors,
  };
}

function summary(data: PlanData): string {
  const counts = [
    [data.Created, 'created'],
    [data.Changed, 'changed'],
    [data.Moved, 'moved'],
    [data.Deleted, 'deleted'],
  ].filter((count) => count[0] !== 0);
  const changes = counts.length === 0 ? 'nothing to change' : counts.map((count) => count.join(' ')).join(', ');
  const hash = data.Hash === '' ? '' : paragraph('Plan ' + data.Hash + ': ' + changes + '.');
  return heading(2, titleOf(data) + ': ' + data.Cluster) + hash;
}

function titleOf(data: PlanData): string {
  if (data.Refused) return 'Not to be applied';
  return data.Approvals.length > 0 ? 'Needs approval' : 'May be applied';
}
