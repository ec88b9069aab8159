import { whyNoApprover, writeApproval, type Approval } from '../case/approval';
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
import { rejectPlan } from '../case/rejectplan';
import { readHeld, rememberHeld } from '../case/rejections';
import { idText } from '../policy/kubernetes/identity';
import type { ClusterProfile } from '../policy/profile/types';
import { listed } from '../policy/text/words';
import { readKeptProfile } from '../xsoar/settings';
import { decidingUser } from '../xsoar/users';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesApprove',
  description:
    'Approves or rejects the plan with the given hash, or releases policies that were rejected, for a person who may do so.',
  details: [
    'The decision is bound to the hash: it says nothing about any other plan, and lapses when the rules, the managed block in Panorama, or the rules of others that matter to it change.',
    'A rejected plan holds the policies that it changed, or those that are named: the rules keep their last approved versions, a new policy is left out, and one that was deleted stays. The next plan goes without them. A policy is held until its spec or its attributes change, or until it is released; applying the same text again releases nothing.',
    '"release" lets the next plan take the named policies in as they stand in the cluster.',
    'The approver is whoever runs this. In a playbook, which runs as the server itself, it is the person who answered the task, given as `approver`; a person who runs this by hand can name nobody else.',
    'If the cluster profile names `approverRoles`, the approver must have one of them. `CNSeriesApply` checks it again.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    plan_hash: {
      kind: 'text',
      description: 'The hash of the plan, as CNSeriesPlan shows it. Needed to approve and to reject.',
    },
    decision: {
      kind: 'choice',
      choices: ['approve', 'reject', 'release'],
      defaultValue: 'approve',
      description: 'The decision.',
    },
    policies: {
      kind: 'list',
      description:
        'The policies to reject or to release, as namespace/name. Default, to reject, is all that the plan changes.',
    },
    reason: { kind: 'text', description: 'The reason. Needed to reject; the authors of the policies read it.' },
    approver: { kind: 'text', description: 'Who decided. For playbooks only.' },
  },
  outputs: {
    path: 'CNSeries.Approval',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Hash: { type: 'String', description: 'The hash of the plan. Empty for a release.' },
      Decision: {
        type: 'String',
        choices: ['approve', 'reject', 'reject-part', 'release', 'refused'],
        description:
          'The decision, "approve", "reject", "reject-part" (the plan has changes of other policies, too, which the next plan takes in) or "release". "refused" if the person may not decide.',
      },
      Policies: {
        type: 'String',
        list: true,
        description: 'The policies that are held from now on, or that are released, as namespace/name.',
      },
      By: { type: 'String', description: 'Who decided.' },
      Reason: { type: 'String', description: 'The reason that was given, or why the person may not decide.' },
    },
  },
} as const satisfies AutomationManifest;

type Arguments = ArgumentValues<typeof manifest>;

type ApprovalData = ContextData<typeof manifest.outputs>;

/**
 * Notes the decision on a plan, and on the incident, or releases policies. Somebody without the role is told so in a
 * result: the plan waits on.
 *
 * @throws a user error for a rejection without a reason, for a hash that is not the last plan's, for policies that the
 * plan does not change or that are not held, and where the cluster is no longer what a rejected plan was made from
 */
export function run(given: Arguments, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const by = decidingUser(host, given.approver);
  const reason = given.reason === undefined ? '' : given.reason;
  if (given.decision === 'release') return [release(given, host, profile, by, reason)];
  if (given.decision === 'reject' && reason === '') {
    throw userError('Rejecting a plan needs a reason: the authors of the policies read it.');
  }
  if (given.decision === 'approve' && given.policies.length > 0) {
    throw userError('A plan is approved as a whole: name policies only to reject or to release them.');
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
  const head = { Cluster: profile.cluster, Hash: plan.hash, Policies: [], By: by };
  const refusal = whyNoApprover(host, profile, by);
  if (refusal !== undefined) return [entryOf({ ...head, Decision: 'refused', Reason: refusal })];
  const time = new Date().toISOString();
  const decision: Approval = { hash: plan.hash, decision: given.decision, by, reason, time };
  const rejected = given.decision === 'reject' ? rejectPlan(host, profile, plan, decision, given.policies) : undefined;
  writeApproval(host, profile.cluster, decision);
  noteOnIncident(
    host,
    given.decision === 'approve' ? { cnseriesapprovedby: by } : { cnseriesrejectionreason: by + ': ' + reason },
  );
  if (rejected === undefined) return [entryOf({ ...head, Decision: 'approve', Reason: reason })];
  const { policies, isPart } = rejected;
  return [entryOf({ ...head, Policies: policies, Decision: isPart ? 'reject-part' : 'reject', Reason: reason })];
}

/** Lets the next plan take policies in as they stand in the cluster. */
function release(given: Arguments, host: Host, profile: ClusterProfile, by: string, reason: string): WarRoomEntry {
  const held = readHeld(host, profile.cluster);
  const names = held.map(idText);
  const unknown = given.policies.filter((name) => names.indexOf(name) < 0);
  if (given.policies.length === 0 || unknown.length > 0) {
    const what = unknown.length > 0 ? 'Not held: ' + listed(unknown) + '. ' : 'Name the policies to release. ';
    throw userError(what + (names.length === 0 ? 'No policy is held.' : 'Held are: ' + listed(names) + '.'));
  }
  const head = { Cluster: profile.cluster, Hash: '', Policies: given.policies, By: by };
  const refusal = whyNoApprover(host, profile, by);
  if (refusal !== undefined) return entryOf({ ...head, Policies: [], Decision: 'refused', Reason: refusal });
  const rest = held.filter((one) => given.policies.indexOf(idText(one)) < 0);
  rememberHeld(host, profile.cluster, rest);
  return entryOf({ ...head, Decision: 'release', Reason: reason });
}

const TITLES: { readonly [Decision in ApprovalData['Decision']]: string } = {
  approve: 'Approved',
  reject: 'Rejected',
  'reject-part': 'Rejected in part',
  release: 'Released',
  refused: 'Not allowed to decide',
};

function entryOf(data: ApprovalData): WarRoomEntry {
  return clusterEntry(manifest.outputs, TITLES[data.Decision], data, told(data) + paragraph(data.Reason));
}

function told({ Decision, By, Hash, Policies }: ApprovalData): string {
  const names = listed(Policies);
  switch (Decision) {
    case 'refused':
      return '';
    case 'approve':
      return paragraph('By ' + By + ', for the plan ' + Hash + ' only.');
    case 'release':
      return paragraph('By ' + By + ': ' + names + '. The next plan takes them in: run CNSeriesPlan.');
    case 'reject':
    case 'reject-part': {
      const who = paragraph('By ' + By + ', the plan ' + Hash + '.');
      if (Policies.length === 0) return who;
      const until = 'Held until their spec or attributes change, or until somebody releases them: ' + names + '.';
      return who + paragraph(until);
    }
  }
}
