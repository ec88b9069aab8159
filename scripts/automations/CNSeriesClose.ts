import { whyNoApprover } from '../case/approval';
import { clusterEntry } from '../case/clusterentry';
import { isSame, readClosings, rememberClosings } from '../case/closings';
import type { ClosingsRecord, DecidedPolicy } from '../case/memory';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
import { idText } from '../policy/kubernetes/identity';
import type { PolicyId } from '../policy/kubernetes/types';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { paragraph } from '../xsoar/markdown';
import type { ContextData } from '../xsoar/outputs';
import { readKeptProfile } from '../xsoar/settings';
import { decidingUser } from '../xsoar/users';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesClose',
  description:
    'Decides about live policies that lost their exact rules by a change of the cluster: closes them, or leaves their rules as they are.',
  details: [
    'A closed policy keeps its pods isolated and its exact entries; its other entries allow nothing. `CNSeriesPlan` says for each policy that it asks about what closing it means. Nothing is written: the next plan takes the decision in.',
    'A decision ends by itself when the policy has exact rules again. "leave" takes an earlier decision back, and nobody is asked again.',
    'Who decides is whoever runs this. In a playbook, which runs as the server itself, it is the person who answered the task, given as `approver`. If the cluster profile names `approverRoles`, that person must have one of them.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    policies: {
      kind: 'list',
      description: 'The policies, as namespace/name. Default is all that the last plan asked about.',
    },
    decision: {
      kind: 'choice',
      choices: ['close', 'leave'],
      defaultValue: 'close',
      description: 'The decision.',
    },
    approver: { kind: 'text', description: 'Who decided. For playbooks only.' },
  },
  outputs: {
    path: 'CNSeries.Close',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Policies: { type: 'String', list: true, description: 'The policies that were decided about, as namespace/name.' },
      Decision: {
        type: 'String',
        choices: ['close', 'leave', 'refused'],
        description: 'The decision, "close" or "leave". "refused" if the person may not decide.',
      },
      By: { type: 'String', description: 'Who decided.' },
      Reason: { type: 'String', description: 'Why the person may not decide. Empty if they may.' },
    },
  },
} as const satisfies AutomationManifest;

type Arguments = ArgumentValues<typeof manifest>;

type CloseData = ContextData<typeof manifest.outputs>;

/**
 * Notes the decision. Somebody without the role is told so in a result: the policies wait on.
 *
 * @throws a user error for policies that nothing is asked about
 */
export function run(given: Arguments, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const by = decidingUser(host, given.approver);
  const known = readClosings(host, profile.cluster);
  const chosen = chosenOf(given, known);
  const head = { Cluster: profile.cluster, Policies: chosen.map(idText), By: by };
  const refusal = whyNoApprover(host, profile, by);
  if (refusal !== undefined) return [entryOf({ ...head, Decision: 'refused', Reason: refusal })];
  const time = new Date().toISOString();
  const decided = chosen.map(({ namespace, name, uid }): DecidedPolicy => ({ namespace, name, uid, by, time }));
  function isOther(one: PolicyId): boolean {
    return !chosen.some((other) => isSame(other, one));
  }
  const isLeft = given.decision === 'leave';
  rememberClosings(host, profile.cluster, {
    asked: known.asked,
    closed: known.closed.filter(isOther).concat(isLeft ? [] : decided),
    left: known.left.filter(isOther).concat(isLeft ? decided : []),
  });
  return [entryOf({ ...head, Decision: given.decision, Reason: '' })];
}

function chosenOf(given: Arguments, { asked, closed, left }: ClosingsRecord): readonly PolicyId[] {
  const known = asked.slice();
  for (const one of closed.concat(left)) if (!known.some((other) => isSame(other, one))) known.push(one);
  if (known.length === 0) {
    throw userError('No policy of this cluster waits for a decision. CNSeriesPlan says when one does.');
  }
  if (given.policies.length > 0) {
    return given.policies.map((text) => {
      const found = known.filter((policy) => idText(policy) === text);
      if (found.length > 0) return found[0];
      const waiting = known.map(idText).join(', ');
      throw userError('The policy "' + text + '" waits for no decision. These do: ' + waiting + '.');
    });
  }
  if (asked.length === 0) {
    throw userError('All is decided. Name the policies: ' + known.map(idText).join(', ') + '.');
  }
  return asked;
}

const TITLES: { readonly [Decision in CloseData['Decision']]: string } = {
  close: 'To be closed',
  leave: 'Left as they are',
  refused: 'Not allowed to decide',
};

function entryOf(data: CloseData): WarRoomEntry {
  const what = paragraph(data.Policies.join(', ') + ', by ' + data.By + '.');
  const next = data.Decision === 'close' ? paragraph('The next plan closes them: run CNSeriesPlan, and apply it.') : '';
  return clusterEntry(
    manifest.outputs,
    TITLES[data.Decision],
    data,
    what + next + (data.Reason === '' ? '' : paragraph(data.Reason)),
  );
}
