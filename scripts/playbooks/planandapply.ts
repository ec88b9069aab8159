import { manifest as approve } from '../automations/CNSeriesApprove';
import { manifest as plan } from '../automations/CNSeriesPlan';
import { manifest as report } from '../automations/CNSeriesReport';
import { manifest as supersede } from '../automations/CNSeriesSupersede';
import { applyRulebase } from './applyrulebase';
import { isFound, isOneOf, isTrue } from './conditions';
import { dropLock, freeLock, lockGuard, takeLock } from './lock';
import { nextStep } from './nextstep';
import { playbook } from './playbook';
import { automation, condition, form, manual, subplaybook, title } from './tasks';
import { context, latest, latestList, type Lookup } from './values';

const CLUSTER = context('inputs.Cluster');
const STATE = { root: 'CNSeries.Plan', accessor: 'State' };
const DECISION = { root: 'CNSeries.Approval', accessor: 'Decision' };
const OUTCOME = { root: 'CNSeries.Apply', accessor: 'Outcome' };

/** The last answer: another round may have asked before. */
function answer(name: string): Lookup {
  return latest('Plan Approval', 'Answers.' + name);
}

/** Which policies are refused, and why: their authors are told so at each stage, and not that their change is live. */
const POLICIES = context('CNSeries.Plan', 'Policies');

/**
 * One round: a fresh plan, the approval of exactly this plan where it needs one, and its application. The caller runs
 * rounds until one of them ends the change; a plan that went stale, or that a person cleared the way for, is made anew.
 */
export const planAndApply = playbook({
  name: 'CN-Series - Plan and Apply',
  description:
    'Plans the rules of a cluster, asks for approval where the guard rails of its profile want one, and applies the plan. If the managed block in Panorama or the rules of others that matter to it change in the meantime, the approval lapses: the caller runs this playbook again, which shows the new plan. Older incidents of the cluster are closed, since the plan takes in their changes.',
  inputs: { Cluster: { description: 'The cluster, by its name in the list "CNSeries Clusters".', required: true } },
  outputs: [
    {
      contextPath: 'CNSeries.Supersede',
      description: 'The older incidents that were closed, and the newer one that takes in this change.',
      type: 'Unknown',
    },
    {
      contextPath: 'CNSeries.Plan',
      description:
        'The plan: State (refused, unchanged, needs-approval or ready), Hash, SnapshotId, counts, Asks, Questions, AutoCommit, AutoPush.',
      type: 'Unknown',
    },
    { contextPath: 'CNSeries.Approval', description: 'The decision on the plan, by whom and why.', type: 'Unknown' },
    {
      contextPath: 'CNSeries.Apply',
      description: 'How applying ended: Outcome (applied, unchanged, refused, stale or failed), Reasons, Leftovers.',
      type: 'Unknown',
    },
  ],
  start: ['Plan'],
  tasks: {
    Plan: title(['Is the Cortex Lock integration enabled?']),
    'Is the Cortex Lock integration enabled?': lockGuard(
      ['Keep Other Runs of the Cluster Waiting'],
      ['Close Older Incidents of the Cluster'],
    ),
    'Keep Other Runs of the Cluster Waiting': takeLock(
      ['Close Older Incidents of the Cluster'],
      ['Take Over from a Run That Broke Off'],
    ),
    'Take Over from a Run That Broke Off': freeLock(['Done']),
    // Under the lock, so that no incident is closed while it holds it.
    'Close Older Incidents of the Cluster': automation(
      supersede,
      { cluster: CLUSTER },
      {
        description:
          'Closes older open incidents of the same cluster: this one looks at the whole cluster, and takes in their changes.',
        next: ['Is there a newer incident?'],
        onError: 'continue',
      },
    ),
    'Is there a newer incident?': condition(
      'Checks whether a newer open incident of the same cluster takes in this change.',
      [
        {
          label: 'yes',
          when: isFound(latest('CNSeries.Supersede', 'Newer')),
          next: ['Let Other Runs of the Cluster Go On', 'Done'],
        },
      ],
      ['Read Panorama'],
    ),
    'Read Panorama': subplaybook(
      nextStep,
      { Cluster: CLUSTER, Stage: 'read' },
      {
        description:
          'Reads the rules of ancestors and of device groups below in slices of at most 45 seconds: a slow Panorama with many device groups takes minutes. A failure is told by the plan.',
        loop: { until: isTrue({ root: 'CNSeries.Read', accessor: 'Done' }), max: 50, wait: 1 },
        next: ['Make the Plan'],
      },
    ),
    'Make the Plan': automation(
      plan,
      { cluster: CLUSTER },
      {
        description:
          'Takes a snapshot of the cluster, compiles its policies, proves the rules and compares them with Panorama.',
        next: ['Let Other Runs of the Cluster Go On', 'What is the state of the plan?'],
        onError: ['Let Other Runs of the Cluster Go On', 'Report That There Is No Plan'],
        retry: { count: 2, seconds: 30 },
      },
    ),
    'Let Other Runs of the Cluster Go On': dropLock(),
    'Report That There Is No Plan': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'failed',
        reason: 'The policies could not be planned. The security team looks into it.',
      },
      {
        description: 'Tells the authors of the policies that the change is held up.',
        next: ['Resolve Why There Is No Plan'],
        onError: 'continue',
      },
    ),
    'Resolve Why There Is No Plan': manual(
      'Read the error of "Make the Plan" above: a profile of the cluster is missing or wrong, the watcher may not read what it needs, or Panorama does not answer. Put it right, then complete this task: the change is planned again. To give the change up, close the incident.',
      ['Done'],
    ),
    'What is the state of the plan?': condition(
      'Checks whether there is something to apply, and whether a person must approve it first.',
      [
        { label: 'ready', when: isOneOf(STATE, ['ready']), next: ['Apply'] },
        { label: 'needs approval', when: isOneOf(STATE, ['needs-approval']), next: ['Approve'] },
        { label: 'unchanged', when: isOneOf(STATE, ['unchanged']), next: ['Report That Nothing Changes'] },
      ],
      ['Report That the Plan Is Refused'],
    ),
    'Report That Nothing Changes': automation(
      report,
      { cluster: CLUSTER, stage: 'unchanged', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that Panorama holds their rules already.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    'Report That the Plan Is Refused': automation(
      report,
      { cluster: CLUSTER, stage: 'refused', policies: POLICIES, reason: context('CNSeries.Plan', 'Reasons') },
      {
        description: 'Tells the authors of the policies why their change is not applied.',
        next: ['Resolve What Stands in the Way'],
        onError: 'continue',
      },
    ),
    'Resolve What Stands in the Way': manual(
      'The plan must not be applied, and nothing was written. The plan above, and the field "CN-Series Plan", say why and what to do about each reason: correct the policy, the cluster profile or what Panorama lacks, or wait for a lock to be released; a live policy that lost its exact rules is closed by !CNSeriesClose cluster="${inputs.Cluster}". Then complete this task: the change is planned again. To give the change up, close the incident.',
      ['Done'],
    ),
    Approve: title(['Report That the Plan Waits']),
    'Report That the Plan Waits': automation(
      report,
      { cluster: CLUSTER, stage: 'waiting', policies: POLICIES, reason: context('CNSeries.Plan', 'ApprovalReason') },
      {
        description: 'Tells the authors of the policies that their change waits for approval, and why.',
        next: ['Approve the Plan'],
        onError: 'continue',
      },
    ),
    'Approve the Plan': form(
      'Asks a person to look at the plan and to approve or reject it. The answer holds for this plan only: if policies or Panorama change before it is applied, a new plan is shown.',
      {
        subject: 'CN-Series: plan for the cluster ${inputs.Cluster}',
        body: 'Plan ${CNSeries.Plan.ShortHash} for the cluster ${inputs.Cluster} (device group ${CNSeries.Plan.DeviceGroupMarkdown}): ${CNSeries.Plan.HeadlineMarkdown}.\n\n${CNSeries.Plan.ReachabilityTextMarkdown}\n\nProof: ${CNSeries.Plan.VerdictTextMarkdown}.\n\nApproval is needed: ${CNSeries.Plan.ApprovalReasonMarkdown}',
      },
      {
        title: 'Plan Approval',
        description:
          'The rules of the plan with all their fields, who gains and loses which connections, and the proof stand in the incident, in the field "CN-Series Plan".',
        questions: [
          {
            kind: 'choice',
            text: 'May the plan ${CNSeries.Plan.ShortHash} (${CNSeries.Plan.HeadlineMarkdown}) be applied to Panorama?',
            options: ['Approve', 'Reject'],
            required: true,
          },
          {
            kind: 'text',
            text: 'Reason (needed to reject; it goes back to the authors of the policies)',
            required: false,
          },
          {
            kind: 'text',
            text: 'Policies to reject, as namespace/name, separated by commas (empty: all that the plan changes)',
            required: false,
          },
        ],
      },
      ['Record the Decision'],
    ),
    'Record the Decision': automation(
      approve,
      {
        cluster: CLUSTER,
        plan_hash: context('CNSeries.Plan', 'Hash'),
        decision: {
          root: 'Plan Approval',
          accessor: 'Answers.0',
          transformers: [{ operator: 'LastArrayElement' }, { operator: 'toLowerCase' }],
        },
        reason: answer('1'),
        policies: answer('2'),
        approver: answer('name'),
      },
      {
        description: 'Records who decided what about exactly this plan; only who has the role may approve.',
        next: ['Was the plan approved?'],
        onError: ['Have the Plan Decided Again'],
      },
    ),
    'Have the Plan Decided Again': manual(
      'The decision does not count. "Record the Decision" above says why: whoever answered may lack the role that the profile of the cluster asks for, a rejection lacks its reason or names a policy that the plan does not change, or the cluster changed meanwhile. Complete this task: the plan is made anew and asked about again.',
      ['Done'],
    ),
    'Was the plan approved?': condition(
      'Checks the recorded decision.',
      [
        {
          label: 'yes',
          when: isOneOf(DECISION, ['approve']),
          next: ['Apply'],
        },
        { label: 'rejected', when: isOneOf(DECISION, ['reject', 'reject-part']), next: ['Report the Rejection'] },
      ],
      ['Have the Plan Decided Again'],
    ),
    'Report the Rejection': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'rejected',
        policies: POLICIES,
        rejected: latestList('CNSeries.Approval', 'Policies'),
        reason: latest('CNSeries.Approval', 'Reason'),
      },
      {
        description:
          'Tells the authors of the policies that their change was rejected, and why; where only some were, the caller plans the others again.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    Apply: title(['Apply the Rulebase']),
    'Apply the Rulebase': subplaybook(
      applyRulebase,
      {
        Cluster: CLUSTER,
        PlanHash: context('CNSeries.Plan', 'Hash'),
        SnapshotId: context('CNSeries.Plan', 'SnapshotId'),
      },
      {
        description: 'Writes the plan into the candidate configuration of Panorama, if it still is the same plan.',
        next: ['Was the rulebase applied?'],
      },
    ),
    'Was the rulebase applied?': condition(
      'Checks how applying ended. Where the plan went stale, the caller makes a new one.',
      [
        { label: 'yes', when: isOneOf(OUTCOME, ['applied', 'unchanged']), next: ['Report That the Rules Are Applied'] },
        { label: 'refused', when: isOneOf(OUTCOME, ['refused']), next: ['Report That Applying Was Refused'] },
        { label: 'failed', when: isOneOf(OUTCOME, ['failed']), next: ['Report That Applying Failed'] },
        { label: 'stale', when: isOneOf(OUTCOME, ['stale']), next: ['Report That the Plan Is Made Again'] },
      ],
      ['Done'],
    ),
    'Report That the Rules Are Applied': automation(
      report,
      { cluster: CLUSTER, stage: 'applied', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that their rules stand in the candidate configuration.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    'Report That Applying Was Refused': automation(
      report,
      { cluster: CLUSTER, stage: 'refused', policies: POLICIES, reason: context('CNSeries.Apply', 'Reasons') },
      {
        description: 'Tells the authors of the policies why their change is not applied.',
        next: ['Resolve What Stands in the Way'],
        onError: 'continue',
      },
    ),
    'Report That Applying Failed': automation(
      report,
      { cluster: CLUSTER, stage: 'failed', policies: POLICIES, reason: context('CNSeries.Apply', 'Reasons') },
      {
        description: 'Tells the authors of the policies that applying their change failed.',
        next: ['Repair What Made Applying Fail'],
        onError: 'continue',
      },
    ),
    'Report That the Plan Is Made Again': automation(
      report,
      { cluster: CLUSTER, stage: 'stale', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that something changed meanwhile, and that a new plan follows.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    'Repair What Made Applying Fail': manual(
      'Applying the plan failed, and what it had written was undone; what could not be undone is listed as leftovers in the entry of the step above. Read the reasons there, put them right in Panorama, and remove the leftovers if there are any. Then complete this task: the change is planned again. To give the change up, close the incident.',
      ['Done'],
    ),
    Done: title([]),
  },
});
