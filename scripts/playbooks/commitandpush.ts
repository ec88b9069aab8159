import { manifest as report } from '../automations/CNSeriesReport';
import { isOneOf, isTrue } from './conditions';
import { nextStep } from './nextstep';
import { playbook } from './playbook';
import { ask, automation, condition, manual, subplaybook, title } from './tasks';
import { context } from './values';

const CLUSTER = context('inputs.Cluster');
const POLICIES = context('inputs.Policies');
const PUSH_OUTCOME = { root: 'CNSeries.Push', accessor: 'Outcome' };

/**
 * From the candidate configuration to the firewalls: by itself where the switches are on, by a person's word where not.
 */
export const commitAndPush = playbook({
  name: 'CN-Series - Commit and Push',
  description:
    'Commits the rules of a cluster in Panorama, pushes them to the firewalls of its device group, and verifies there that they are effective. With auto-commit or auto-push off, a security admin decides first.',
  inputs: {
    Cluster: { description: 'The cluster, by its name in the list "CNSeries Clusters".', required: true },
    AutoCommit: {
      description: 'If "true", the rules are committed without asking. Default is "false".',
      value: 'false',
    },
    AutoPush: {
      description: 'If "true", committed rules are pushed to the firewalls without asking. Default is "false".',
      value: 'false',
    },
    SnapshotId: {
      description:
        'The ID of the snapshot that the rules were made from. Without it, the rules are verified against a new snapshot.',
    },
    Policies: {
      description:
        'The states of policies, as CNSeries.Plan.Policies holds them: authors of refused ones are not told that their change is live.',
    },
  },
  outputs: [
    {
      contextPath: 'CNSeries.Commit',
      description: 'The commit: Outcome (committed, nothing or failed), Job, Reasons.',
      type: 'Unknown',
    },
    {
      contextPath: 'CNSeries.Push',
      description: 'The push: Outcome (pushed, nothing or failed), Job, Reasons, Where, Devices.',
      type: 'Unknown',
    },
    {
      contextPath: 'CNSeries.Verify',
      description: 'The verification: Outcome (effective or not-effective), Where, Reasons.',
      type: 'Unknown',
    },
  ],
  start: ['Commit'],
  tasks: {
    Commit: title(['Is auto-commit on?']),
    'Is auto-commit on?': condition(
      'Checks whether the rules are to be committed without asking.',
      [{ label: 'yes', when: isOneOf({ root: 'inputs.AutoCommit' }, ['true']), next: ['Commit Until Done'] }],
      ['Report That the Rules Wait for the Commit'],
    ),
    'Report That the Rules Wait for the Commit': automation(
      report,
      { cluster: CLUSTER, stage: 'uncommitted', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that their rules wait for a security admin.',
        next: ['Commit the Rules'],
        onError: 'continue',
      },
    ),
    'Commit the Rules': ask(
      'Asks a security admin to check the rules in Panorama and to decide about the commit.',
      {
        subject: 'CN-Series: commit the rules of the cluster ${inputs.Cluster}',
        body: 'The candidate configuration of Panorama holds the rules of the cluster ${inputs.Cluster}, and auto-commit is off. Check them, then decide. If you commit in Panorama yourself, choose a commit that takes in the changes of the admin that this pack works with: "my changes only" does not include them.',
      },
      {
        'Commit now': ['Commit Until Done'],
        'Already committed in Panorama': ['Push'],
        'Leave uncommitted': ['Done'],
      },
    ),
    'Commit Until Done': subplaybook(
      nextStep,
      { Cluster: CLUSTER, Stage: 'commit' },
      {
        description: 'Commits the changes of this cluster, and looks at the job until it is done.',
        loop: { until: isTrue({ root: 'CNSeries.Commit', accessor: 'Done' }), max: 200, wait: 10 },
        next: ['Was the commit successful?'],
      },
    ),
    'Was the commit successful?': condition(
      'Checks the result of the commit; nothing to commit is a success.',
      [
        {
          label: 'yes',
          when: isOneOf({ root: 'CNSeries.Commit', accessor: 'Outcome' }, ['committed', 'nothing']),
          next: ['Report the Commit'],
        },
      ],
      ['Report That the Commit Failed'],
    ),
    'Report That the Commit Failed': automation(
      report,
      { cluster: CLUSTER, stage: 'commit-failed', policies: POLICIES, reason: context('CNSeries.Commit', 'Reasons') },
      {
        description: 'Tells the authors of the policies that the commit failed.',
        next: ['Resolve the Failed Commit'],
        onError: 'continue',
      },
    ),
    'Resolve the Failed Commit': manual(
      'The rules stand in the candidate configuration, but the commit failed, or nobody knows how it ended. Read the reasons in the entry of the step above: they name the job, which stands under "Tasks" in Panorama, where it can be looked at and cancelled. Put them right and commit in Panorama, unless the job has done it. Then complete this task: the playbook goes on with the push. To leave the rules uncommitted, close the incident.',
      ['Push'],
    ),
    'Report the Commit': automation(
      report,
      { cluster: CLUSTER, stage: 'committed', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that their rules are committed.',
        next: ['Push'],
        onError: 'continue',
      },
    ),
    Push: title(['Is auto-push on?']),
    'Is auto-push on?': condition(
      'Checks whether the rules are to be pushed without asking.',
      [{ label: 'yes', when: isOneOf({ root: 'inputs.AutoPush' }, ['true']), next: ['Push Until Done'] }],
      ['Report That the Rules Wait for the Push'],
    ),
    'Report That the Rules Wait for the Push': automation(
      report,
      { cluster: CLUSTER, stage: 'unpushed', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that their rules wait for a security admin.',
        next: ['Push the Rules'],
        onError: 'continue',
      },
    ),
    'Push the Rules': ask(
      'Asks a security admin to decide about the push to the firewalls.',
      {
        subject: 'CN-Series: push the rules of the cluster ${inputs.Cluster}',
        body: 'The rules of the cluster ${inputs.Cluster} are committed in Panorama, and auto-push is off. They go live when the device group is pushed to its firewalls.',
      },
      {
        'Push now': ['Push Until Done'],
        'Already pushed in Panorama': ['Verify'],
        'Leave unpushed': ['Done'],
      },
    ),
    'Push Until Done': subplaybook(
      nextStep,
      { Cluster: CLUSTER, Stage: 'push' },
      {
        description: 'Pushes the device group, and looks at the job until every firewall has answered.',
        loop: { until: isTrue({ root: 'CNSeries.Push', accessor: 'Done' }), max: 200, wait: 10 },
        next: ['Was the push successful?'],
      },
    ),
    'Was the push successful?': condition(
      'Checks the result of the push; nothing to push is a success.',
      [
        {
          label: 'yes',
          when: isOneOf(PUSH_OUTCOME, ['pushed', 'nothing']),
          next: ['Report the Push'],
        },
        {
          label: 'held',
          when: isOneOf(PUSH_OUTCOME, ['held']),
          next: ['Report That the Push Is Held'],
        },
      ],
      ['Report That the Push Failed'],
    ),
    'Report That the Push Is Held': automation(
      report,
      { cluster: CLUSTER, stage: 'unpushed', policies: POLICIES },
      {
        description: 'Tells the authors of the policies that their rules wait for a security admin.',
        next: ['Push Despite Changes of Others'],
        onError: 'continue',
      },
    ),
    'Push Despite Changes of Others': ask(
      'Asks a security admin whether committed changes of other people may go to the firewalls along with the rules.',
      {
        subject: 'CN-Series: the push for the cluster ${inputs.Cluster} is held',
        body: '${CNSeries.Push.ReasonsMarkdown}',
      },
      {
        'Push everything': ['Push Everything Until Done'],
        'Already pushed in Panorama': ['Verify'],
        'Leave unpushed': ['Done'],
      },
    ),
    'Push Everything Until Done': subplaybook(
      nextStep,
      { Cluster: CLUSTER, Stage: 'push', DespiteOthers: 'true' },
      {
        description: 'Pushes the device group with the changes of others, until every firewall has answered.',
        loop: {
          until: isTrue({ root: 'CNSeries.Push', accessor: 'Done' }),
          max: 200,
          wait: 10,
        },
        next: ['Was everything pushed?'],
      },
    ),
    'Was everything pushed?': condition(
      'Checks the result of the push.',
      [{ label: 'yes', when: isOneOf(PUSH_OUTCOME, ['pushed', 'nothing']), next: ['Report the Push'] }],
      ['Report That the Push Failed'],
    ),
    'Report That the Push Failed': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'push-failed',
        policies: POLICIES,
        reason: context('CNSeries.Push', 'Reasons'),
        where: context('CNSeries.Push', 'Where'),
      },
      {
        description: 'Tells the authors of the policies which firewalls have their rules, and which do not.',
        next: ['Resolve the Failed Push'],
        onError: 'continue',
      },
    ),
    'Resolve the Failed Push': manual(
      'The rules are committed, but not every firewall took them, or nobody knows. The entry of the step above lists each firewall with its messages, and the reasons: they name a job of Panorama that has not ended or is not known any more (look at "Tasks" in Panorama), or what it was busy with. Put it right and push in Panorama, to the device groups below the one of the cluster as well. Then complete this task: the playbook goes on with the verification, which asks each firewall. To leave the rules unpushed, close the incident.',
      ['Verify'],
    ),
    'Report the Push': automation(
      report,
      { cluster: CLUSTER, stage: 'pushed', policies: POLICIES, where: context('CNSeries.Push', 'Where') },
      {
        description: 'Tells the authors of the policies that the firewalls have their rules.',
        next: ['Verify'],
        onError: 'continue',
      },
    ),
    Verify: title(['Verify Until Done']),
    'Verify Until Done': subplaybook(
      nextStep,
      { Cluster: CLUSTER, Stage: 'verify', SnapshotId: context('inputs.SnapshotId') },
      {
        description: 'Compares what the groups on the firewalls hold with the cluster, until they agree or time is up.',
        loop: { until: isTrue({ root: 'CNSeries.Verify', accessor: 'Done' }), max: 60, wait: 10 },
        next: ['Are the rules effective?'],
      },
    ),
    'Are the rules effective?': condition(
      'Checks the result of the verification.',
      [
        {
          label: 'yes',
          when: isOneOf({ root: 'CNSeries.Verify', accessor: 'Outcome' }, ['effective']),
          next: ['Report That the Rules Are Effective'],
        },
      ],
      ['Report That the Rules Are Not Effective'],
    ),
    'Report That the Rules Are Effective': automation(
      report,
      { cluster: CLUSTER, stage: 'effective', policies: POLICIES, where: context('CNSeries.Verify', 'Where') },
      {
        description: 'Tells the authors of the policies that their rules are live.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    'Report That the Rules Are Not Effective': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'not-effective',
        policies: POLICIES,
        reason: context('CNSeries.Verify', 'Reasons'),
        where: context('CNSeries.Verify', 'Where'),
      },
      {
        description: 'Tells the authors of the policies where their rules are not in force, and why.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    Done: title([]),
  },
});
