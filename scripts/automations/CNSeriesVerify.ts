import { readOwnChanges } from '../panorama/state/ownchanges';
import { readChanges } from '../panorama/state/pendingchanges';
import { readDevices, type Device } from '../panorama/api/devices';
import { isPushedSince } from '../panorama/api/jobs';
import type { PanoramaPort } from '../panorama/api/port';
import { readPlan } from '../panorama/prepare/prepare';
import type { Surroundings } from '../panorama/state/surroundings';
import { readAround } from '../case/around';
import { SLICE_MILLISECONDS, sliceFrom } from '../xsoar/slice';
import { createPanoramaReader } from '../panorama/api/reader';
import { describeProblem, type Problem } from '../panorama/api/problems';
import {
  isSettled,
  verifyGroups,
  type FirewallGroups,
  type GroupDifference,
  type Verification,
} from '../panorama/commit/verify';
import { auditRulebase } from '../policy/plan/audit';
import { groupMembers } from '../policy/prove/rules/groups';
import { listed } from '../policy/text/words';
import { tableOf, type Column } from '../policy/views/table';
import { KEPT_CLUSTER_ARGUMENTS, readKeptCluster, type TranslatedCluster } from '../case/translatedcluster';
import { liveWhere, type LiveFirewall, type LiveState } from '../case/livewhere';
import { translateAgain } from '../case/translateread';
import type { WarRoomEntry } from '../xsoar/entries';
import { userError } from '../xsoar/errors';
import type { Host } from '../xsoar/host';
import { incidentId } from '../case/incident';
import type { ArgumentValues, AutomationManifest } from '../xsoar/manifest';
import { contextEntry, type ContextData } from '../xsoar/outputs';
import { heading, markdownTable, paragraph } from '../xsoar/markdown';
import { rememberRules } from '../case/rulenotes';
import { forget, missingNames, readKnownCluster, recall, remember, rememberCommitted } from '../case/memory';
import { openPanorama } from '../xsoar/panorama';

/** As the server and the playbooks see the automation; `run` gets its types from here. */
export const manifest = {
  name: 'CNSeriesVerify',
  description:
    'Checks that the rules of a cluster are committed and on its firewalls, and that the dynamic address groups there hold the pods of the cluster: rules whose groups are empty match nothing.',
  details: [
    'Every connected firewall of the device group, and of those below it, is asked. The verdict is "effective" only if each of its groups holds exactly the addresses that the snapshot says.',
    'What a person committed, reverted or pushed in Panorama is not taken on trust: rules that are missing in the candidate configuration, not committed, or not pushed are not effective.',
    'A firewall that is not connected is no obstacle: `CNSeries.Verify.Where` names it. When it is back, another run says whether it has the rules.',
    'Groups fill some time after a push. Until `patience` seconds have passed, a difference is no verdict yet: run it again with the same arguments until `CNSeries.Verify.Done` is true.',
  ],
  tags: ['CN-Series'],
  arguments: {
    ...KEPT_CLUSTER_ARGUMENTS,
    patience: {
      kind: 'text',
      defaultValue: '120',
      description: 'The number of seconds to wait for groups to fill. Default is 120.',
    },
  },
  outputs: {
    path: 'CNSeries.Verify',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Done: { type: 'Boolean', description: 'Whether there is a verdict. If not, run again with the same arguments.' },
      Outcome: {
        type: 'String',
        choices: ['', 'effective', 'not-effective'],
        description: 'The verdict, "effective" or "not-effective". Empty until done.',
      },
      Groups: { type: 'Number', description: 'The number of groups compared.' },
      Devices: { type: 'Number', description: 'The number of firewalls asked.' },
      Where: { type: 'String', description: 'Which firewalls have the rules, and which do not.' },
      Reasons: { type: 'String', list: true, description: 'What differs, and where.' },
    },
  },
} as const satisfies AutomationManifest;

type VerifyData = ContextData<typeof manifest.outputs>;

/**
 * Asks the firewalls once.
 *
 * @throws a user error for a `patience` that is no number of seconds, and if the firewalls cannot be listed
 */
export function run(given: ArgumentValues<typeof manifest>, host: Host): readonly WarRoomEntry[] {
  const patience = Number(given.patience);
  if (!(patience >= 0))
    throw userError('The argument "patience" must be a number of seconds, not "' + given.patience + '".');
  const slice = sliceFrom(Date.now(), SLICE_MILLISECONDS);
  const reading = readKeptCluster(given, host);
  const name = reading.profile.cluster;
  // As it was planned and applied: what Panorama has got since is the next plan's matter.
  const absent = missingNames(readKnownCluster(host, name)).concat(missingNames(recall(host, name, 'plan')));
  const cluster = translateAgain(reading, host, absent);
  const expected = expectedGroups(cluster);
  const port = openPanorama(host, cluster.profile);
  const devices = readDevices(port, cluster.profile.deviceGroup);
  if (devices.kind === 'failed') throw failure(devices.problem);
  const incident = incidentId(host);
  const record = recall(host, name, 'verify');
  const before = record !== undefined && record.incident === incident ? record : { since: Date.now() };
  const found = verifyGroups(port, devices.devices, expected, slice, before.settled);
  const around = readAround(host, port, cluster.profile, slice);
  if (around.kind === 'failed') throw failure(around.problem);
  const unread = around.kind === 'paused';
  const held =
    around.kind === 'paused' ? { reasons: [around.told] } : missingRules(host, port, cluster, around.surroundings);
  const old = unpushed(host, port, name, devices.devices);
  const missing = held.reasons.concat(old.map((device) => device.name + NOT_PUSHED));
  const isEffective = found.verdict === 'effective' && missing.length === 0;
  const isWrong = !unread && !isOnlyUnasked(found);
  const isOver = isEffective || (isWrong && Date.now() - before.since >= patience * 1000);
  // What was right counts until everything was looked at once; then all of it is looked at again.
  const settled = unread || found.unasked.length > 0 ? found.devices.filter(isSettled) : [];
  if (isOver) forget(host, name, 'verify');
  else remember(host, name, 'verify', { incident, since: before.since, settled: settled.map(({ serial }) => serial) });
  if (isEffective) noteLive(host, name);
  const data: VerifyData = {
    Cluster: name,
    Done: isOver,
    Outcome: isEffective ? 'effective' : isOver ? 'not-effective' : '',
    Groups: Object.keys(expected).length,
    Devices: found.devices.length,
    Where: liveWhere(devices.devices.map((device) => liveFirewall(device, found, old, held))),
    Reasons: missing.concat(reasonsOf(found, devices.devices.length)),
  };
  return [contextEntry(manifest.outputs, markdownOf(data, found), data)];
}

/** Nothing is wrong so far, but there was no time to ask all firewalls. */
function isOnlyUnasked(found: Verification): boolean {
  return found.unasked.length > 0 && found.devices.every(isSettled);
}

function failure(found: Problem): Error {
  return userError(describeProblem(found).message);
}

const NOT_PUSHED = ': the running policy of its device group was not pushed to it';

/** What Panorama lacks of the rules. */
interface Held {
  readonly reasons: readonly string[];
  /** What firewalls have because of that, whatever was pushed. */
  readonly state?: LiveState;
}

function liveFirewall(device: Device, found: Verification, old: readonly Device[], held: Held): LiveFirewall {
  return { name: device.name, state: liveState(device, found, old, held) };
}

function liveState(device: Device, found: Verification, old: readonly Device[], held: Held): LiveState {
  if (!device.connected) return 'disconnected';
  if (held.reasons.length > 0) return held.state === undefined ? 'unknown' : held.state;
  if (old.indexOf(device) >= 0) return 'old';
  for (const asked of found.devices) {
    if (asked.serial !== device.serial || asked.kind === 'failed') continue;
    return isSettled(asked) ? 'live' : 'differing';
  }
  return 'unknown';
}

/** The running configuration holds the rules if the candidate does and nothing of ours is uncommitted. */
function missingRules(host: Host, port: PanoramaPort, cluster: TranslatedCluster, surroundings: Surroundings): Held {
  const reading = readPlan(port, cluster, { surroundings });
  if (reading.problem !== undefined) throw failure(reading.problem);
  const plan = reading.plan;
  if (reading.rulebase && reading.state) rememberRules(host, reading.rulebase, reading.state);
  const reasons: string[] = [];
  if (plan !== undefined && (plan.refused || plan.operations.length > 0)) {
    reasons.push(
      "Panorama's candidate configuration does not hold the rules of the cluster: they were reverted or changed, or a newer change is under way. CNSeriesPlan shows what is missing.",
    );
  }
  const reader = createPanoramaReader(port);
  const changes = readChanges(reader);
  const isOwn = readOwnChanges(port, reader, changes, cluster.profile, { added: true });
  const problem = reader.failure();
  if (problem !== undefined) throw failure(problem);
  if (!changes.some(isOwn)) return { reasons };
  reasons.push('Rules of the cluster are in the candidate configuration of Panorama, but not committed.');
  return { reasons, state: 'old' };
}

/**
 * Connected firewalls that may lack what was committed. Of those that the pack's own last push reached, the pack knows
 * better, as long as nobody pushed since: then others' commits do not matter.
 */
function unpushed(host: Host, port: PanoramaPort, cluster: string, devices: readonly Device[]): readonly Device[] {
  const behind = devices.filter((device) => device.connected && !device.inSync);
  const commit = recall(host, cluster, 'commit');
  const isPushed = commit !== undefined && !commit.unpushed && recall(host, cluster, 'applied') === undefined;
  if (behind.length === 0 || !isPushed || commit.reached === undefined || commit.pushed === undefined) return behind;
  const { reached } = commit;
  return isPushedSince(port, commit.pushed) ? behind : behind.filter(({ serial }) => reached.indexOf(serial) < 0);
}

/** The rules are live, whoever committed and pushed them. */
function noteLive(host: Host, cluster: string): void {
  rememberCommitted(host, cluster);
  const commit = recall(host, cluster, 'commit');
  if (commit !== undefined && commit.progress === undefined && commit.unpushed) {
    // Somebody else pushed: whom our own last push reached says nothing of that.
    remember(host, cluster, 'commit', { ...commit, unpushed: false, outOfSync: [], reached: [] });
  }
}

function expectedGroups(cluster: TranslatedCluster): ReturnType<typeof groupMembers> {
  const compiled = cluster.translation.rulebase;
  if (compiled === undefined) throw userError('The cluster has no rulebase; CNSeriesPlan says why.');
  return groupMembers(cluster.objects, cluster.profile, auditRulebase(compiled, cluster.profile));
}

/** A reason for each firewall; ten differences of each are enough to see what is wrong. */
function reasonsOf(found: Verification, all: number): string[] {
  if (all === 0) return ['Neither the device group nor one below it has firewalls: nothing is enforced.'];
  if (found.devices.length === 0) {
    return ['No firewall of the device group, or of one below it, is connected; nobody knows what is enforced.'];
  }
  const reasons: string[] = [];
  if (found.unasked.length > 0) reasons.push('Not asked yet, for lack of time: ' + listed(found.unasked) + '.');
  for (const device of found.devices) {
    if (device.kind === 'failed') reasons.push(device.name + ': ' + describeProblem(device.problem).message);
    else for (const one of device.differences.slice(0, 10)) reasons.push(device.name + ': ' + differenceText(one));
  }
  return reasons;
}

function differenceText(difference: GroupDifference): string {
  switch (difference.kind) {
    case 'absent':
      return difference.group + ' is not there';
    case 'empty':
      return difference.group + ' is empty';
    case 'differs': {
      const missing = difference.missing.length === 0 ? '' : ' lacks ' + difference.missing.slice(0, 5).join(', ');
      const more =
        difference.unexpected.length === 0 ? '' : ' also holds ' + difference.unexpected.slice(0, 5).join(', ');
      return difference.group + [missing, more].filter((part) => part !== '').join(' and');
    }
  }
}

interface Row {
  readonly device: FirewallGroups;
  readonly state: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'Firewall', cell: (row) => row.device.name },
  { heading: 'Groups', cell: (row) => row.state },
];

function markdownOf(data: VerifyData, found: Verification): string {
  const rows = found.devices.map((device) => ({ device, state: stateOf(device, data.Groups) }));
  const table = rows.length === 0 ? '' : markdownTable(tableOf('Firewalls', COLUMNS, rows));
  const isLate = found.unasked.length > 0;
  const why = isLate ? 'There are more firewalls to ask' : 'Groups may still fill';
  const waiting = data.Done ? '' : paragraph(why + ': run again with the same arguments.');
  const where = paragraph(data.Where);
  return (
    heading(2, titleOf(data) + ': ' + data.Cluster) + waiting + where + table + data.Reasons.map(paragraph).join('')
  );
}

function stateOf(device: FirewallGroups, groups: number): string {
  if (device.kind === 'failed') return 'not known';
  const wrong = device.differences.length;
  return wrong === 0
    ? 'all ' + String(groups) + ' as they should be'
    : String(wrong) + ' of ' + String(groups) + ' differ';
}

function titleOf(data: VerifyData): string {
  if (!data.Done) return 'Not effective yet';
  return data.Outcome === 'effective' ? 'Effective' : 'Not effective';
}
