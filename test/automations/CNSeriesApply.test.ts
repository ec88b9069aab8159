import { outputPaths } from '../../scripts/xsoar/outputs';
import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundles/bundle';
import { foreignRule } from '../../tools/lab/panorama';
import { GROUP } from '../panorama/support';
import { runBundle } from '../support/engine';
import { asJson, clusters, server, SHOP, snapshotOf, UID, type Server } from './panorama';
import { shownMarkdown } from '../support/markdown';

interface ApplyData {
  readonly [name: string]: unknown;
  readonly Reasons: readonly string[];
  readonly Done: boolean;
}

const RULES = `${GROUP}/pre-rulebase/security/rules`;
const INPUT = { objects: asJson(), cluster: 'shop' };
const RUN_LIST = 'CNSeries State shop run';

function apply(at: Server, args: CommandArguments): WarRoomEntry {
  const entries = runAutomation(manifest, run, { args: { ...INPUT, ...args }, ...at.host });
  expect(entries).toHaveLength(1);
  return entries[0];
}

/** What the automation puts into the context. */
function data(entry: WarRoomEntry): ApplyData {
  expect(entry.Type === 1 ? '' : entry.Contents).toBe('');
  return entry.Contents as never;
}

function planHash(at: Server, args: CommandArguments = INPUT): string {
  const [entry] = runAutomation(planManifest, runPlan, { args, ...at.host });
  return (entry.Contents as { readonly Hash: string }).Hash;
}

function approve(at: Server, plan_hash: string, approver = 'alice'): WarRoomEntry {
  const [entry] = runAutomation(approveManifest, runApprove, {
    args: { cluster: 'shop', plan_hash, approver },
    ...at.host,
  });
  return entry;
}

/** Plans and approves; gives the argument that applies it. */
function approved(at: Server, args: CommandArguments = INPUT): CommandArguments {
  const plan_hash = planHash(at, args);
  approve(at, plan_hash);
  return { plan_hash };
}

afterEach(() => {
  jest.restoreAllMocks();
});

/** Each question for the time finds that a minute has passed: every slice ends after its first step. */
function inHurry(): void {
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
}

function applyAll(at: Server, args: CommandArguments): { readonly last: ApplyData; readonly slices: number } {
  let step = data(apply(at, args));
  let slices = 1;
  for (; !step.Done && slices < 50; slices++) step = data(apply(at, args));
  return { last: step, slices };
}

it('applies an approved plan, and finds nothing to do the second time', () => {
  const at = server();
  const first = apply(at, approved(at));
  expect(data(first)).toMatchObject({
    Cluster: 'shop',
    Done: true,
    Outcome: 'applied',
    Writes: at.writes(),
    Reasons: [],
    Leftovers: [],
    ApprovedBy: 'alice',
  });
  expect(shownMarkdown(first.HumanReadable)).toContain('## Applied: shop');
  expect(at.candidate(RULES)).toContain('shop._deny-both');
  const writes = at.writes();
  expect(data(apply(at, { plan_hash: planHash(at) }))).toMatchObject({ Outcome: 'unchanged', Writes: 0 });
  expect(at.writes()).toBe(writes);
});

it('goes on slice by slice until it is done, with the same end', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  const { last, slices } = applyAll(at, args);
  expect(slices).toBeGreaterThan(2);
  expect(last).toMatchObject({ Done: true, Outcome: 'applied', Leftovers: [], ApprovedBy: 'alice' });
  expect(at.lists.get(RUN_LIST)).toBe('{}');
  jest.restoreAllMocks();
  const whole = server();
  apply(whole, approved(whole));
  const plain = (text: string) => text.replace(/ (uuid|time|dirtyId)="[^"]*"/g, '');
  expect(plain(at.candidate(GROUP))).toBe(plain(whole.candidate(GROUP)));
});

it('how far it got is known to the server before the first write', () => {
  const at = server();
  const args = approved(at);
  const { executeCommand } = at.host;
  const order: string[] = [];
  const host = {
    ...at.host,
    executeCommand: (name: string, given: CommandArguments) => {
      if (given.listName === RUN_LIST && name !== 'getList') order.push('kept');
      if (given.type === 'config' && (given.action === 'set' || given.action === 'edit')) order.push('wrote');
      return executeCommand(name, given);
    },
  };
  runAutomation(manifest, run, { args: { ...INPUT, ...args }, ...host });
  expect(order).toContain('wrote');
  expect(order.indexOf('kept')).toBeLessThan(order.indexOf('wrote'));
});

it('a run whose server stopped between two slices goes on from what was kept', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  apply(at, args);
  const kept = at.lists.get(RUN_LIST);
  apply(at, args);
  // The server died before it could keep the second slice: the first one is repeated, which changes nothing.
  at.lists.set(RUN_LIST, kept ?? '');
  expect(applyAll(at, args).last).toMatchObject({ Outcome: 'applied' });
  expect(data(apply(at, { plan_hash: planHash(at) }))).toMatchObject({ Outcome: 'unchanged' });
});

function configLocks(at: Server): string {
  const params = { key: 'key-alice', type: 'op', cmd: '<show><config-locks></config-locks></show>' };
  return at.panorama.handle({ method: 'POST', path: '/api/', params }).body;
}

it('policies that change in the middle of a run make it stale: it is undone and unlocked, and the next plan is whole', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  apply(at, args);
  apply(at, args);
  expect(planHash(at)).not.toBe(args.plan_hash);
  expect(configLocks(at)).toContain('svc-k8s');
  const other = { ...INPUT, objects: asJson(SHOP.replace('port: 6379', 'port: 6380')) };
  const stale = applyAll(at, { ...args, objects: other.objects });
  expect(stale.last).toMatchObject({ Done: true, Outcome: 'stale', Leftovers: [] });
  expect(planHash(at)).toBe(args.plan_hash);
  expect(configLocks(at)).not.toContain('svc-k8s');
  const again = { ...approved(at, other), objects: other.objects };
  expect(applyAll(at, again).last).toMatchObject({ Outcome: 'applied' });
  expect(at.candidate(`${GROUP}/service`)).toContain('shop.tcp-6380');
  expect(at.candidate(`${GROUP}/service`)).not.toContain('"shop.tcp-6379"');
});

it('what was kept and then edited by hand is not carried out', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  apply(at, args);
  const kept = at.lists.get(RUN_LIST) ?? '';
  at.lists.set(RUN_LIST, kept.replaceAll('shop._deny-both', 'shop._deny-egress'));
  const writes = at.writes();
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'stale' });
  expect(at.writes()).toBe(writes);
});

it('two runs of one cluster keep out of each other, until one has been silent for ten minutes', () => {
  const first = { id: '1', type: 'CN-Series Policy Change', rawJSON: '' };
  const commands = { setIncident: () => [{ Type: 1, Contents: 'done' }] };
  const at = server({ incident: first, commands });
  const args = approved(at);
  let now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 50_000));
  apply(at, args);
  const second: Server = { ...at, host: { ...at.host, incident: { ...first, id: '2' } } };
  const other = { ...INPUT, objects: asJson(SHOP.replace('port: 6379', 'port: 6380')) };
  const fresh = approved(second, other);
  const busy = data(apply(second, { ...fresh, objects: other.objects }));
  expect(busy).toMatchObject({ Outcome: 'refused' });
  expect(busy.Reasons).toEqual([expect.stringContaining('The run of incident 1 is under way') as unknown]);
  now += 600_000;
  const taken = applyAll(second, { ...fresh, objects: other.objects }).last;
  expect(taken).toMatchObject({ Outcome: 'stale', Leftovers: [] });
  expect(taken.Reasons).toEqual([expect.stringContaining('The run of incident 1 was cut off.') as unknown]);
  expect(configLocks(at)).not.toContain('svc-k8s');
  expect(at.candidate(GROUP)).not.toContain('name="shop.');
  const again = { ...approved(second, other), objects: other.objects };
  expect(applyAll(second, again).last).toMatchObject({ Outcome: 'applied' });
});

it('a plan that needs approval is refused without one, and with one for another plan', () => {
  const at = server();
  const plan_hash = planHash(at);
  const entry = apply(at, { plan_hash });
  expect(data(entry)).toMatchObject({ Done: true, Outcome: 'refused', Writes: 0 });
  expect(data(entry).Reasons).toEqual([
    'The plan needs approval. Rules allow connections with external networks. Isolation is enforced for the first time: connections will be denied. Rules of others decide before the managed ones. Nobody has approved this plan. Look at it, then run CNSeriesApprove.',
  ]);
  const other = { ...INPUT, objects: asJson(SHOP.replace('port: 6379', 'port: 6380')) };
  approved(at, other);
  expect(data(apply(at, { plan_hash }))).toMatchObject({ Outcome: 'refused' });
  expect(at.writes()).toBe(0);
});

describe('while the profile names no role that may approve', () => {
  const NOBODY = clusters({ approverRoles: [] });

  it('nobody enforces isolation for the first time: the plan names the setting, and no approval counts', () => {
    const at = server({ clusters: NOBODY });
    const [plan] = runAutomation(planManifest, runPlan, { args: INPUT, ...at.host });
    expect(plan.Contents).toMatchObject({ State: 'refused', Refused: true });
    expect(shownMarkdown(plan.HumanReadable)).toContain('name at least one role in `approverRoles`');
    const entry = data(apply(at, approved(at)));
    expect(entry).toMatchObject({ Outcome: 'refused' });
    expect(entry.Reasons.join()).toContain('approverRoles');
    expect(at.writes()).toBe(0);
  });

  it('nor does an approval count from before the roles went', () => {
    const at = server();
    const args = approved(at);
    at.lists.set('CNSeries Clusters', NOBODY);
    expect(data(apply(at, args)).Reasons.join()).toContain('approverRoles');
    expect(at.writes()).toBe(0);
  });

  it('audit may begin, and everybody approves what changes in an enforced cluster', () => {
    const audited = server({ clusters: clusters({ approverRoles: [], enforcement: 'audit' }) });
    expect(applyAll(audited, approved(audited)).last).toMatchObject({ Outcome: 'applied' });
    const enforced = server();
    applyAll(enforced, approved(enforced));
    enforced.lists.set('CNSeries Clusters', clusters({ approverRoles: [], guardRails: { approveAlways: true } }));
    const more = { ...INPUT, objects: asJson(SHOP.replace('port: 6379', 'port: 6380')) };
    const args = { ...more, ...approved(enforced, more) };
    expect(applyAll(enforced, args).last).toMatchObject({ Outcome: 'applied' });
  });
});

it('an approver who lost the role since then no longer counts', () => {
  const at = server({ clusters: clusters({ approverRoles: ['Security Admin'] }) });
  const args = approved(at);
  at.lists.set('CNSeries Clusters', clusters({ approverRoles: ['Firewall Admin'] }));
  const entry = data(apply(at, args));
  expect(entry).toMatchObject({ Outcome: 'refused' });
  expect(entry.Reasons.join()).toContain(
    'alice has none of the roles that may approve for this cluster: Firewall Admin',
  );
  expect(at.writes()).toBe(0);
});

it('an approval lapses when the policies or Panorama have moved since', () => {
  const at = server();
  const args = approved(at);
  const other = { ...args, objects: asJson(SHOP.replace('port: 6379', 'port: 6380')) };
  const moved = apply(at, other);
  expect(data(moved)).toMatchObject({ Outcome: 'stale' });
  expect(data(moved).Reasons[0]).toMatch(/^Panorama or the policies changed since the plan was made/);
  expect(at.writes()).toBe(0);
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'applied' });
  // The same policies again, approved as before: now there is nothing left of that plan.
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'stale' });
});

it('the verdict of the plan counts for the same snapshot, and another snapshot is proven again', () => {
  let id = 's1';
  const at = server({ snapshot: () => snapshotOf(id) });
  const args = { ...approved(at, { cluster: 'shop' }), objects: undefined };
  const known = at.lists.get('CNSeries State shop plan') ?? '';
  at.lists.set('CNSeries State shop plan', known.replaceAll('"equal"', '"different"'));
  expect(data(apply(at, args)).Reasons).toEqual([expect.stringContaining('It is not proven') as unknown]);
  id = 's2';
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'applied' });
  expect(at.lists.get('CNSeries State shop identity')).toContain(`"uid":"${UID}"`);
});

it('uncommitted changes of somebody else refuse the run, and nothing is written', () => {
  const at = server();
  const args = approved(at);
  const element = '<entry name="half-done"><ip-netmask>192.0.2.9</ip-netmask></entry>';
  const params = { key: 'key-alice', type: 'config', action: 'set', xpath: `${GROUP}/address`, element };
  at.panorama.handle({ method: 'POST', path: '/api/', params });
  const entry = apply(at, args);
  expect(data(entry)).toMatchObject({ Outcome: 'refused', Writes: 0 });
  expect(data(entry).Reasons.join(' ')).toContain('alice has uncommitted changes');
  expect(at.writes()).toBe(0);
});

it('a rule that somebody puts above ours after the approval makes it lapse', () => {
  const at = server();
  const args = approved(at);
  const params = { key: 'key-alice', type: 'config', action: 'set', xpath: RULES, element: foreignRule('allow all') };
  at.panorama.handle({ method: 'POST', path: '/api/', params });
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'stale', Writes: 0 });
});

it('without the hash of a plan nothing starts', () => {
  expect(apply(server(), {})).toMatchObject({ Type: 4, Contents: expect.stringContaining('"plan_hash"') as unknown });
});

it('it writes what its outputs say, and nothing else', () => {
  const at = server();
  const written = Object.keys(data(apply(at, approved(at)))).map((key) => `CNSeries.Apply.${key}`);
  expect(written.sort()).toEqual(
    outputPaths(manifest.outputs)
      .map(({ contextPath }) => contextPath)
      .sort(),
  );
});

it.each(['node', 'es5', 'otto'] as const)('the built script gives what its source gives: %s', async (engine) => {
  const code = await bundleAutomation(resolve(__dirname, '../..'), manifest.name);
  const [here, there] = [server(), server()];
  const args = { ...INPUT, ...approved(here) };
  approved(there);
  const stub = {
    args,
    executeCommand: (name: string, given: unknown) => there.host.executeCommand(name, given as never),
  };
  expect(runBundle(code, stub, engine)).toEqual([apply(here, args)]);
  expect(there.candidate(GROUP).length).toBeGreaterThan(1000);
});
