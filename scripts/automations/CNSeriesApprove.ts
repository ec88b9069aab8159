import { whyNoApprover, writeApproval } from '../case/approval';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { clusterEntry } from '../case/clusterentry';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import { noteOnIncident } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import type { ContextData } from '../xsoar/outputs';
import { paragraph } from '../xsoar/markdown';
import { recall } from '../case/memory';
import { readKeptProfile } from '../xsoar/settings';
import { decidingUser } from '../xsoar/users';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesApprove',
  description: 'Approves or rejects the plan with the given hash, for a person who may do so.',
  details: [
    'The decision is bound to the hash: it says nothing about any other plan, and lapses when the rules, the managed block in Panorama, or the rules of others that matter to it change.',
    'The approver is whoever runs this. In a playbook, which runs as the server itself, it is the person who answered the task, given as `approver`; a person who runs this by hand can name nobody else.',
    'If the cluster profile names `approverRoles`, the approver must have one of them. `CNSeriesApply` checks it again.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    plan_hash: { kind: 'text', required: true, description: 'The hash of the plan, as CNSeriesPlan shows it.' },
    decision: {
      kind: 'choice',
      choices: ['approve', 'reject'],
      defaultValue: 'approve',
      description: 'The decision.',
    },
    reason: { kind: 'text', description: 'The reason. Needed to reject; the authors of the policies read it.' },
    approver: { kind: 'text', description: 'Who decided. For playbooks only.' },
  },
  outputs: {
    path: 'CNSeries.Approval',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Hash: { type: 'String', description: 'The hash of the plan.' },
      Decision: {
        type: 'String',
        choices: ['approve', 'reject', 'refused'],
        description: 'The decision, "approve" or "reject". "refused" if the person may not decide.',
      },
      By: { type: 'String', description: 'Who decided.' },
      Reason: { type: 'String', description: 'The reason that was given, or why the person may not decide.' },
    },
  },
} as const satisfies AutomationManifest;

type Arguments = ArgumentValues<typeof manifest>;

type ApprovalData = ContextData<typeof manifest.outputs>;

/**
 * Notes the decision on a plan, and on the incident. Somebody without the role is told so in a result: the plan waits
 * on.
 *
 * @throws a user error for a rejection without a reason, and for a hash that is not the last plan's
 */
export function run(given: Arguments, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const by = decidingUser(host, given.approver);
  const reason = given.reason === undefined ? '' : given.reason;
  if (given.decision === 'reject' && reason === '') {
    throw userError('Rejecting a plan needs a reason: the authors of the policies read it.');
  }
  const plan = recall(host, profile.cluster, 'plan');
  if (plan === undefined || plan.hash !== given.plan_hash) {
    throw userError(
      'The last plan of the cluster ' +
        profile.cluster +
        (plan === undefined ? ' is not known' : ' has the hash ' + plan.hash) +
        '. Run CNSeriesPlan, look at what it shows, and decide on that.',
    );
  }
  const head = { Cluster: profile.cluster, Hash: given.plan_hash, By: by };
  const refusal = whyNoApprover(host, profile, by);
  if (refusal !== undefined) return [entryOf({ ...head, Decision: 'refused', Reason: refusal })];
  const time = new Date().toISOString();
  writeApproval(host, profile.cluster, {
    hash: given.plan_hash,
    decision: given.decision,
    by,
    reason,
    time,
  });
  noteOnIncident(
    host,
    given.decision === 'approve' ? { cnseriesapprovedby: by } : { cnseriesrejectionreason: by + ': ' + reason },
  );
  return [entryOf({ ...head, Decision: given.decision, Reason: reason })];
}

const TITLES: { readonly [Decision in ApprovalData['Decision']]: string } = {
  approve: 'Approved',
  reject: 'Rejected',
  refused: 'Not allowed to decide',
};

function entryOf(data: ApprovalData): WarRoomEntry {
  const who = data.Decision === 'refused' ? '' : paragraph('By ' + data.By + ', for the plan ' + data.Hash + ' only.');
  return clusterEntry(manifest.outputs, TITLES[data.Decision], data, who + paragraph(data.Reason));
}
