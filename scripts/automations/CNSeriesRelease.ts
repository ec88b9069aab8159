import { whyNoApprover } from '../case/approval';
import { clusterEntry } from '../case/clusterentry';
import { holdText, readHold, rememberHold } from '../case/hold';
import { recall } from '../case/memory';
import { CLUSTER_ARGUMENT } from '../case/translatedcluster';
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
  name: 'CNSeriesRelease',
  description: 'Releases a cluster that is held, or rules that somebody closed by hand in Panorama.',
  details: [
    'Without `rules`, the hold of `CNSeriesHold` ends, and the next plan may be applied.',
    'With `rules`, these rules, which somebody disabled or set to deny in Panorama, are put back to what the policies say by the next plan that is applied. Without that decision they stay closed, whatever the policies say. A rule that is closed again later stays closed again.',
    'Who decides is whoever runs this. In a playbook, which runs as the server itself, it is the person who answered the task, given as `approver`. If the cluster profile names `approverRoles`, that person must have one of them.',
  ],
  tags: ['CN-Series'],
  arguments: {
    cluster: { ...CLUSTER_ARGUMENT, positional: true },
    rules: {
      kind: 'list',
      description: 'The rules to open again, by their names in Panorama, as a plan shows them.',
    },
    approver: { kind: 'text', description: 'Who decided. For playbooks only.' },
  },
  outputs: {
    path: 'CNSeries.Release',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Rules: { type: 'String', list: true, description: 'The rules that may open again. Empty if the hold ended.' },
      Decision: {
        type: 'String',
        choices: ['released', 'refused'],
        description: 'The decision, "released". "refused" if the person may not decide.',
      },
      By: { type: 'String', description: 'Who decided.' },
      Reason: { type: 'String', description: 'Why the person may not decide. Empty if they may.' },
    },
  },
} as const satisfies AutomationManifest;

type ReleaseData = ContextData<typeof manifest.outputs>;

/**
 * Ends the hold, or notes the rules. Somebody without the role is told so in a result.
 *
 * @throws a user error where nothing is held, and for rules that the last plan did not find closed
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const profile = readKeptProfile(host, given.cluster);
  const { cluster } = profile;
  const by = decidingUser(host, given.approver);
  const rules = given.rules;
  if (rules.length === 0 && holdText(host, cluster) === undefined) {
    throw userError(
      'The cluster ' + cluster + ' is not held. To open rules that were closed by hand, name them in "rules".',
    );
  }
  refuseUnknown(host, cluster, rules);
  const head = { Cluster: cluster, Rules: rules, By: by };
  const refusal = whyNoApprover(host, profile, by);
  if (refusal !== undefined) return [entryOf({ ...head, Decision: 'refused', Reason: refusal })];
  const record = readHold(host, cluster);
  if (rules.length === 0) rememberHold(host, cluster, { lifted: record.lifted });
  else {
    const time = new Date().toISOString();
    const others = record.lifted.filter(({ rule }) => rules.indexOf(rule) < 0);
    rememberHold(host, cluster, { ...record, lifted: others.concat(rules.map((rule) => ({ rule, by, time }))) });
  }
  return [entryOf({ ...head, Decision: 'released', Reason: '' })];
}

/** A name that is mistyped would release nothing, and nobody would notice. */
function refuseUnknown(host: Host, cluster: string, rules: readonly string[]): void {
  const plan = recall(host, cluster, 'plan');
  const closed = plan && plan.closed && plan.closed.concat(readHold(host, cluster).lifted.map(({ rule }) => rule));
  const unknown = rules.filter((rule) => closed !== undefined && closed.indexOf(rule) < 0);
  if (closed === undefined || unknown.length === 0) return;
  throw userError(
    'The last plan did not find closed by hand: ' +
      unknown.join(', ') +
      '. ' +
      (closed.length === 0 ? 'It found no such rule.' : 'It found: ' + closed.join(', ') + '.') +
      ' Run CNSeriesPlan, which finds what is closed.',
  );
}

function entryOf(data: ReleaseData): WarRoomEntry {
  const title = data.Decision === 'released' ? 'Released' : 'Not allowed to decide';
  const what = data.Rules.length === 0 ? 'The hold of the cluster' : data.Rules.join(', ');
  const next = data.Decision === 'released' ? ' Make a new plan: run CNSeriesPlan, and apply it.' : ' ' + data.Reason;
  return clusterEntry(manifest.outputs, title, data, paragraph(what + ', by ' + data.By + '.' + next));
}
