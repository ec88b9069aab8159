import { manifest as apply } from '../automations/CNSeriesApply';
import { manifest as commit } from '../automations/CNSeriesCommit';
import { manifest as push } from '../automations/CNSeriesPush';
import { manifest as read } from '../automations/CNSeriesRead';
import { manifest as report } from '../automations/CNSeriesReport';
import { manifest as verify } from '../automations/CNSeriesVerify';
import { isOneOf } from './conditions';
import { playbook } from './playbook';
import { automation, condition, manual, title } from './tasks';
import { context } from './values';

const CLUSTER = context('inputs.Cluster');
const STAGE = { root: 'inputs.Stage' };

/** What a passing failure of the network or of Panorama needs; each step may be repeated. */
const RETRY = { count: 2, seconds: 30 };
const FAILED = ['Report That the Step Failed'] as const;

/** One step of a stage: the body of the loops that apply, commit, push and verify. */
export const nextStep = playbook({
  name: 'CN-Series - Next Step',
  description:
    'Carries out one step of reading, applying, committing, pushing or verifying the rules of a cluster. Other playbooks run it in a loop until the stage is done, so that no step holds a worker of the server for long.',
  inputs: {
    Cluster: { description: 'The cluster, by its name in the list "CNSeries Clusters".', required: true },
    Stage: { description: 'The stage that the step is part of: read, apply, commit, push or verify.', required: true },
    PlanHash: { description: 'The hash of the plan to apply. Needed to apply.' },
    SnapshotId: {
      description:
        'The ID of the snapshot that the plan was made from. Used to apply and to verify; without it, a new snapshot is taken.',
    },
    DespiteOthers: {
      description:
        'If "true", committed changes of other people may be pushed along. Used to push. Default is "false".',
      value: 'false',
    },
  },
  outputs: [
    { contextPath: 'CNSeries.Read', description: 'The state of reading.', type: 'Unknown' },
    { contextPath: 'CNSeries.Apply', description: 'The state of applying.', type: 'Unknown' },
    { contextPath: 'CNSeries.Commit', description: 'The state of the commit.', type: 'Unknown' },
    { contextPath: 'CNSeries.Push', description: 'The state of the push.', type: 'Unknown' },
    { contextPath: 'CNSeries.Verify', description: 'The state of the verification.', type: 'Unknown' },
  ],
  start: ['Which stage is it?'],
  tasks: {
    'Which stage is it?': condition(
      'Checks which stage the step is part of.',
      [
        { label: 'read', when: isOneOf(STAGE, ['read']), next: ['Read What Surrounds the Rules'] },
        { label: 'apply', when: isOneOf(STAGE, ['apply']), next: ['Apply the Next Slice'] },
        { label: 'commit', when: isOneOf(STAGE, ['commit']), next: ['Commit the Rules in Panorama'] },
        { label: 'push', when: isOneOf(STAGE, ['push']), next: ['Push the Rules to the Firewalls'] },
      ],
      ['Verify the Groups on the Firewalls'],
    ),
    'Read What Surrounds the Rules': automation(
      read,
      { cluster: CLUSTER },
      {
        description: 'Reads a part of what stands around the device group of the cluster in Panorama.',
        next: ['Done'],
        onError: 'continue',
      },
    ),
    'Apply the Next Slice': automation(
      apply,
      { cluster: CLUSTER, plan_hash: context('inputs.PlanHash'), snapshot_id: context('inputs.SnapshotId') },
      {
        description: 'Writes a part of the plan into the candidate configuration of Panorama.',
        next: ['Done'],
        onError: FAILED,
        retry: RETRY,
      },
    ),
    'Commit the Rules in Panorama': automation(
      commit,
      { cluster: CLUSTER },
      {
        description: 'Starts the commit, or looks how far it is.',
        next: ['Done'],
        onError: FAILED,
        retry: RETRY,
      },
    ),
    'Push the Rules to the Firewalls': automation(
      push,
      { cluster: CLUSTER, despite_others: context('inputs.DespiteOthers') },
      {
        description: 'Starts the push to the device group, or looks how far it is on each firewall.',
        next: ['Done'],
        onError: FAILED,
        retry: RETRY,
      },
    ),
    'Verify the Groups on the Firewalls': automation(
      verify,
      { cluster: CLUSTER, snapshot_id: context('inputs.SnapshotId') },
      {
        description: 'Compares the dynamic address groups that each firewall holds with the cluster.',
        next: ['Done'],
        onError: FAILED,
        retry: RETRY,
      },
    ),
    'Report That the Step Failed': automation(
      report,
      {
        cluster: CLUSTER,
        stage: 'interrupted',
        reason: 'A step could not be carried out (${inputs.Stage}). The security team looks into it.',
      },
      {
        description: 'Tells the authors of the policies that the change is held up.',
        next: ['Look Into the Error of the Step'],
        onError: 'continue',
      },
    ),
    'Look Into the Error of the Step': manual(
      'The last task of the stage "${inputs.Stage}" ended with an error, three times. Read the error above in the work plan: it names what is wrong, mostly the connection or the rights of the PAN-OS or the watcher instance. Put it right, then complete this task: the step is tried again where it stopped.',
      ['Done'],
    ),
    Done: title([]),
  },
});
