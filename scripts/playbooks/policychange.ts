import { manifest as close } from '../automations/CNSeriesClose';
import { manifest as report } from '../automations/CNSeriesReport';
import { manifest as supersede } from '../automations/CNSeriesSupersede';
import { closeInvestigation, setIncident } from './commands';
import { commitAndPush } from './commitandpush';
import { anyOf, both, isEnabled, isFound, isLatestOneOf, isOneOf, isTrue } from './conditions';
import { planAndApply } from './planandapply';
import { playbook } from './playbook';
import { automation, command, condition, form, manual, subplaybook, title, type Next, type Task } from './tasks';
import { context, latest, latestList, orElse } from './values';

const CLUSTER = context('inputs.Cluster');
const STATE = { root: 'CNSeries.Plan', accessor: 'State' };
const OUTCOME = { root: 'CNSeries.Apply', accessor: 'Outcome' };
const NEWER = latest('CNSeries.Supersede', 'Newer');
const KEPT = latest('CNSeries.Supersede', 'Kept');
const DECISION = { root: 'CNSeries.Approval', accessor: 'Decision' };

const VERIFIED = { root: 'CNSeries.Verify', accessor: 'Outcome' };

/** Of the last plan: what was decided and applied is compared with it. */
const PLAN_HASH = latest('CNSeries.Plan', 'Hash');

/** What the last plan asks for. */
const COMMITTING = {
  Cluster: CLUSTER,
  AutoCommit: orElse('inputs.AutoCommit', latest('CNSeries.Plan', 'AutoCommit')),
  AutoPush: orElse('inputs.AutoPush', latest('CNSeries.Plan', 'AutoPush')),
  SnapshotId: latest('CNSeries.Plan', 'SnapshotId'),
  Policies: latestList('CNSeries.Plan', 'Policies'),
} as const;

/** Whether the last plan asks about live policies that lost their exact rules. */
function asksCondition<const Name extends string>(
  otherwise: Next<Name>,
): Task<Name | 'Decide About Policies Without Exact Rules'> {
  return condition<Name | 'Decide About Policies Without Exact Rules'>(
    'Checks whether a change of the cluster took exact rules from live policies: a person decides about those.',
    [
      {
        label: 'yes',
        when: isTrue({ root: 'CNSeries.Plan', accessor: 'Asks' }),
        next: ['Decide About Policies Without Exact Rules'],
      },
    ],
    otherwise,
  );
}

/** How often a plan is made, at most, before a person has to start over: each lapse of an approval costs a round. */
const ROUNDS = 5;

/** The playbook of the incident type: from the change of a policy to rules that are effective. */
export const policyChange = playbook({
  name: 'CN-Series - Policy Change',
  description:
    'Brings the PAN-OS rules of a Kubernetes cluster in step with its NetworkPolicies: plans, asks where the guard rails want it, applies, commits, pushes and verifies, and tells the authors of the policies at each stage. It always compares the whole cluster with Panorama, so that a lost, doubled or late incident does no harm.',
  inputs: {
    Cluster: {
      description: 'The cluster, by its name in the list "CNSeries Clusters".',
      required: true,
      value: context('incident', 'cnseriescluster'),
    },
    AutoCommit: {
      description:
        'If "true", the rules are committed without asking; if "false", a security admin decides. Default is what the profile of the cluster says.',
    },
    AutoPush: {
      description:
        'If "true", the rules are pushed without asking; if "false", a security admin decides. Default is what the profile of the cluster says.',
    },
  },
  outputs: [],
  start: ['Is the PAN-OS integration enabled?'],
  tasks: {
    'Is the PAN-OS integration enabled?': condition(
      'Checks whether an instance of the PAN-OS integration is enabled.',
      [
        {
          label: 'yes',
          when: isEnabled('Panorama'),
          next: ['Is the Kubernetes Policy Watcher integration enabled?'],
        },
      ],
      ['Enable the PAN-OS Integration'],
    ),
    'Enable the PAN-OS Integration': manual(
      'No instance of "Palo Alto Networks PAN-OS" is enabled. Install the pack "PAN-OS by Palo Alto Networks", add an instance that reaches Panorama, and name it as panoramaInstance in the profile of the cluster if there are several. Then complete this task.',
      ['Is the Kubernetes Policy Watcher integration enabled?'],
    ),
    'Is the Kubernetes Policy Watcher integration enabled?': condition(
      'Checks whether an instance of the Kubernetes Policy Watcher integration is enabled.',
      [{ label: 'yes', when: isEnabled('Kubernetes Policy Watcher'), next: ['Plan and Apply'] }],
      ['Enable the Kubernetes Policy Watcher Integration'],
    ),
    'Enable the Kubernetes Policy Watcher Integration': manual(
      'No instance of "Kubernetes Policy Watcher" is enabled, so that the cluster cannot be read. Enable the one that reads this cluster, then complete this task.',
      ['Plan and Apply'],
    ),
    'Plan and Apply': title(['Plan and Apply Until Settled']),
    'Plan and Apply Until Settled': subplaybook(
      planAndApply,
      { Cluster: CLUSTER },
      {
        description:
          'Plans, asks for approval where it is needed, and applies. A plan that went stale, or was rejected for some policies only, or whose hindrances a person removed, is made anew, five times at most.',
        loop: {
          until: anyOf([
            isOneOf(OUTCOME, ['applied', 'unchanged']),
            isOneOf(STATE, ['unchanged']),
            isOneOf(DECISION, ['reject']),
            isFound(NEWER),
          ]),
          max: ROUNDS,
          wait: 1,
        },
        next: ['How was it settled?'],
      },
    ),
    'How was it settled?': condition(
      'Checks how the last round ended.',
      [
        { label: 'superseded', when: isFound(NEWER), next: ['Leave the Change to the Newer Incident'] },
        {
          label: 'applied',
          when: isOneOf(OUTCOME, ['applied', 'unchanged']),
          next: ['Take Over From Older Incidents'],
        },
        { label: 'unchanged', when: isOneOf(STATE, ['unchanged']), next: ['Is something left to commit?'] },
        { label: 'rejected', when: isOneOf(DECISION, ['reject']), next: ['Close the Rejected Change'] },
      ],
      ['Report That the Change Is Not Settled'],
    ),
    'Take Over From Older Incidents': automation(
      supersede,
      { cluster: CLUSTER },
      {
        description:
          'Closes older incidents that were bringing their rules to the firewalls: the rules of this one take theirs in.',
        next: ['Commit and Push'],
        onError: 'continue',
      },
    ),
    'Leave the Change to the Newer Incident': command(
      closeInvestigation,
      {
        closeReason: 'Duplicate',
        closeNotes: 'Superseded by incident ${CNSeries.Supersede.Newer}, which carries out the whole cluster.',
      },
      { description: 'Closes the incident; the newer one looks at the whole cluster.', next: ['Done'] },
    ),
    'Is something left to commit?': condition(
      'Checks whether Panorama holds rules that an earlier incident of this cluster did not see through, and that no open one does.',
      [
        { label: 'in hand', when: isFound(KEPT), next: ['Is a policy undecided?'] },
        { label: 'yes', when: isTrue({ root: 'CNSeries.Plan', accessor: 'Unfinished' }), next: ['Commit and Push'] },
      ],
      ['Is a policy undecided?'],
    ),
    'Is a policy undecided?': asksCondition(['Close the Change That Needs Nothing']),
    'Close the Change That Needs Nothing': command(
      closeInvestigation,
      { closeReason: 'Resolved', closeNotes: 'Panorama holds the rules of the cluster ${inputs.Cluster} already.' },
      { description: 'Closes the incident: the change needs no other rules.', next: ['Done'] },
    ),
    'Close the Rejected Change': command(
      closeInvestigation,
      { closeReason: 'Resolved', closeNotes: 'The plan was rejected: ${CNSeries.Approval.Reason}' },
      { description: 'Closes the incident with the reason of the rejection. Nothing was written.', next: ['Done'] },
    ),
    'Report That the Change Is Not Settled': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'failed',
        reason: 'The change could not be brought to an end. The security team looks into it.',
      },
      {
        description: 'Tells the authors of the policies that the change is held up.',
        next: ['Bring the Change to an End'],
        onError: 'continue',
      },
    ),
    'Bring the Change to an End': manual(
      'Five rounds of planning did not settle the change: something keeps changing the policies or Panorama, or stands in the way still. The entries above tell each round. Run !CNSeriesPlan cluster="${inputs.Cluster}" to see where it stands, and when the way is clear, run this playbook again from the work plan.',
      ['Done'],
    ),
    'Commit and Push': title(['Commit, Push and Verify']),
    'Commit, Push and Verify': subplaybook(commitAndPush, COMMITTING, {
      description: 'Brings the rules from the candidate configuration to the firewalls, and verifies them there.',
      next: ['Are the rules effective?'],
    }),
    'Are the rules effective?': condition(
      'Checks whether the firewalls enforce the rules as the policies want it.',
      [
        {
          label: 'yes',
          when: isOneOf(VERIFIED, ['effective']),
          next: ['Does a policy wait for a decision?'],
        },
      ],
      ['Follow Up on Rules That Are Not Effective'],
    ),
    'Does a policy wait for a decision?': asksCondition(['Set the Lowest Severity']),
    'Decide About Policies Without Exact Rules': form(
      'Asks a person whether live policies that lost their exact rules are closed. Their rules stay as they are until then; all other changes of the cluster are in force.',
      {
        subject: 'CN-Series: policies of the cluster ${inputs.Cluster} lost their exact rules',
        body: 'A change of the cluster ${inputs.Cluster} took exact rules from live policies, and their rules are as they were. What took the rules away stands in the field "CN-Series Plan". What closing them means:\n\n${CNSeries.Plan.QuestionsMarkdown}',
      },
      {
        title: 'Policies Without Exact Rules',
        description: 'Closing a policy keeps its pods isolated and lets nothing more through that has no exact rule.',
        questions: [
          { kind: 'choice', text: 'What becomes of the policies?', options: ['Close', 'Leave'], required: true },
        ],
      },
      ['Record the Decision About the Policies'],
    ),
    'Record the Decision About the Policies': automation(
      close,
      {
        cluster: CLUSTER,
        policies: latestList('CNSeries.Plan', 'Asked'),
        decision: {
          root: 'Policies Without Exact Rules',
          accessor: 'Answers.0',
          transformers: [{ operator: 'LastArrayElement' }, { operator: 'toLowerCase' }],
        },
        approver: latest('Policies Without Exact Rules', 'Answers.name'),
      },
      {
        description: 'Records who decided what about the policies; only who has the role may decide.',
        next: ['Are the policies closed?'],
        onError: ['Close the Policies by Hand'],
      },
    ),
    'Are the policies closed?': condition(
      'Checks the recorded decision.',
      [
        {
          label: 'yes',
          when: isLatestOneOf('CNSeries.Close', 'Decision', ['close']),
          next: ['Plan and Apply the Closing'],
        },
        {
          label: 'left',
          when: isLatestOneOf('CNSeries.Close', 'Decision', ['leave']),
          next: ['Close the Change That Leaves Policies as They Are'],
        },
      ],
      ['Close the Policies by Hand'],
    ),
    'Close the Change That Leaves Policies as They Are': command(
      closeInvestigation,
      {
        closeReason: 'Resolved',
        closeNotes:
          'Somebody decided that these policies keep their rules as they are, no longer exact: ${CNSeries.Close.Policies}',
      },
      { description: 'Closes the incident: the policies are asked about no more.', next: ['Done'] },
    ),
    'Close the Policies by Hand': manual(
      'The decision does not count. "Record the Decision About the Policies" above says why: whoever answered may lack the role that the profile of the cluster asks for, or the policies have exact rules again. Who has the role runs !CNSeriesClose cluster="${inputs.Cluster}", then this playbook again from the work plan. Until then the rules stay as they are.',
      ['Done'],
    ),
    'Plan and Apply the Closing': subplaybook(
      planAndApply,
      { Cluster: CLUSTER },
      {
        description: 'Plans anew with the policies closed, asks for approval where it is needed, and applies.',
        loop: {
          until: anyOf([
            isLatestOneOf('CNSeries.Apply', 'Hash', [PLAN_HASH]),
            isLatestOneOf('CNSeries.Approval', 'Hash', [PLAN_HASH]),
            isLatestOneOf('CNSeries.Plan', 'State', ['unchanged']),
            isFound(NEWER),
          ]),
          max: ROUNDS,
          wait: 1,
        },
        next: ['How was the closing settled?'],
      },
    ),
    'How was the closing settled?': condition(
      'Checks how the last round ended. What the first plan came to is no matter here.',
      [
        { label: 'superseded', when: isFound(NEWER), next: ['Leave the Change to the Newer Incident'] },
        {
          label: 'applied',
          when: both(
            isLatestOneOf('CNSeries.Apply', 'Hash', [PLAN_HASH]),
            isLatestOneOf('CNSeries.Apply', 'Outcome', ['applied', 'unchanged']),
          ),
          next: ['Commit, Push and Verify the Closing'],
        },
      ],
      ['Bring the Closing to an End'],
    ),
    'Bring the Closing to an End': manual(
      'The policies are to be closed, and their rules are as they were: the plan with them closed was rejected, went stale or cannot be applied. The entries above tell why. Run !CNSeriesPlan cluster="${inputs.Cluster}" to see where it stands, and when the way is clear, run this playbook again from the work plan. To leave the policies as they are, run !CNSeriesClose cluster="${inputs.Cluster}" decision=leave with their names.',
      ['Done'],
    ),
    'Commit, Push and Verify the Closing': subplaybook(commitAndPush, COMMITTING, {
      description: 'Brings the closed rules to the firewalls, and verifies them there.',
      next: ['Is the closing effective?'],
    }),
    'Is the closing effective?': condition(
      'Checks whether the firewalls enforce the rules with the policies closed.',
      [
        {
          label: 'yes',
          when: isLatestOneOf('CNSeries.Verify', 'Outcome', ['effective']),
          next: ['Set the Lowest Severity'],
        },
      ],
      ['Follow Up on Rules That Are Not Effective'],
    ),
    'Set the Lowest Severity': command(
      setIncident,
      { severity: 'Informational' },
      { description: 'Marks a change that needed nobody any more.', next: ['Close the Change'], onError: 'continue' },
    ),
    'Close the Change': command(
      closeInvestigation,
      {
        closeReason: 'Resolved',
        closeNotes: 'The rules of the cluster ${inputs.Cluster} are effective on its firewalls.',
      },
      { description: 'Closes the incident.', next: ['Done'] },
    ),
    'Follow Up on Rules That Are Not Effective': manual(
      'The rules are in Panorama, but not effective on the firewalls: they were left uncommitted or unpushed, or groups on the firewalls lack addresses of pods. The last entry says which. Commit and push in Panorama when it is time; where groups are empty, check the Kubernetes plugin and the tag settings in the profile of the cluster. !CNSeriesVerify cluster="${inputs.Cluster}" looks again. Then close the incident; the next change of this cluster takes it in as well.',
      ['Done'],
    ),
    Done: title([]),
  },
});
