import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as pushManifest, run as runPush } from '../../scripts/automations/CNSeriesPush';
import type { PolicyState } from '../../scripts/case/policystates';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments, Host } from '../../scripts/xsoar/host';
import { server, SHOP, snapshotOf, type Server, type ServerOptions } from './panorama';

/** The automations of one cluster, run as a playbook runs them. */

/** What an automation puts into the context. */
export type Data = Readonly<Record<string, unknown>> & {
  readonly Done: boolean;
  readonly Hash: string;
  readonly Reasons: readonly string[];
  readonly Policies: readonly PolicyState[];
};

/** The cluster as the watcher shows it, which a test may change. */
export interface World {
  id: string;
  text: string;
}

/** A server, and the cluster that its watcher sees. */
export interface Started {
  readonly at: Server;
  readonly world: World;
}

/** A server that nothing was applied with yet. */
export function started(options: ServerOptions = {}): Started {
  const world: World = { id: 's1', text: SHOP };
  return { at: server({ snapshot: () => snapshotOf(world.id, world.text), ...options }), world };
}

/** Replaces a part of the cluster, which must be there. */
export function change(world: World, from: string, to: string): void {
  if (!world.text.includes(from)) throw new Error(`The cluster does not hold ${from}.`);
  world.text = world.text.replace(from, () => to);
  world.id += '+';
}

/** The only entry, which must be no error. */
export function only(entries: readonly WarRoomEntry[]): WarRoomEntry {
  expect(entries).toHaveLength(1);
  expect(entries[0].Type === 1 ? '' : entries[0].Contents).toBe('');
  return entries[0];
}

export function dataOf(entry: WarRoomEntry): Data {
  return entry.Contents as Data;
}

export function planEntry(at: Server, incident?: Host['incident']): WarRoomEntry {
  const executeCommand: Host['executeCommand'] = (name, args) =>
    name === 'setIncident' ? [] : at.host.executeCommand(name, args);
  return only(
    runAutomation(planManifest, runPlan, { ...at.host, args: { cluster: 'shop' }, incident, executeCommand }),
  );
}

export function plan(at: Server, incident?: Host['incident']): Data {
  return dataOf(planEntry(at, incident));
}

function untilDone(work: () => readonly WarRoomEntry[]): Data {
  for (let round = 0; round < 50; round++) {
    const data = dataOf(only(work()));
    if (data.Done) return data;
  }
  throw new Error('It does not end.');
}

export function decide(at: Server, args: CommandArguments): Data {
  const all = { cluster: 'shop', approver: 'alice', ...args };
  return dataOf(only(runAutomation(approveManifest, runApprove, { ...at.host, args: all })));
}

/** Applies the plan, approved by Alice. */
export function apply(at: Server, hash: string): Data {
  decide(at, { plan_hash: hash });
  const args = { cluster: 'shop', plan_hash: hash };
  return untilDone(() => runAutomation(applyManifest, runApply, { ...at.host, args }));
}

/** Plans, applies, commits and pushes; what was applied. */
export function goLive(at: Server): Data {
  const { Hash } = plan(at);
  const args = { cluster: 'shop' };
  const applied = apply(at, Hash);
  untilDone(() => runAutomation(commitManifest, runCommit, { ...at.host, args }));
  untilDone(() => runAutomation(pushManifest, runPush, { ...at.host, args }));
  return applied;
}

/** Changes Panorama as Alice, by XML API. */
export function asAdmin(at: Server, params: object): string {
  const all = { key: 'key-alice', ...params };
  return at.panorama.handle({ method: 'POST', path: '/api/', params: all }).body;
}
