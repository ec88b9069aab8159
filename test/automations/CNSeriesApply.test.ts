import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesApply';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundle';
import { foreignRule } from '../../tools/lab/panorama';
import { GROUP } from '../panorama/support';
import { runBundle } from '../support/engine';
import { server, SHOP, type Server } from './panorama';

interface ApplyData {
  readonly [name: string]: unknown;
  readonly Reasons: readonly string[];
  readonly Progress: string;
  readonly Done: boolean;
}

const RULES = `${GROUP}/pre-rulebase/security/rules`;
const INPUT = { objects: SHOP, cluster: 'shop' };

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

function planHash(at: Server, objects: string = SHOP): string {
  const [entry] = runAutomation(planManifest, runPlan, { args: { ...INPUT, objects }, ...at.host });
  return (entry.Contents as { readonly Hash: string }).Hash;
}

function approved(at: Server): CommandArguments {
  return { plan_hash: planHash(at), approved_by: 'alice' };
}

afterEach(() => {
  jest.restoreAllMocks();
});

/** Each question for the time finds that a minute has passed: every slice ends after its first step. */
function inHurry(): void {
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
}

test('applies an approved plan, and finds nothing to do the second time', () => {
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
    Progress: '',
  });
  expect(first.HumanReadable).toContain('## Applied: shop');
  expect(at.candidate(RULES)).toContain('shop._deny-both');
  const writes = at.writes();
  expect(data(apply(at, { plan_hash: planHash(at) }))).toMatchObject({ Outcome: 'unchanged', Writes: 0 });
  expect(at.writes()).toBe(writes);
});

test('goes on slice by slice with its progress until it is done, with the same end', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  let step = data(apply(at, args));
  let slices = 1;
  for (; !step.Done && slices < 50; slices++) step = data(apply(at, { ...args, progress: step.Progress }));
  expect(slices).toBeGreaterThan(2);
  expect(step).toMatchObject({ Done: true, Outcome: 'applied', Leftovers: [], Progress: '' });
  jest.restoreAllMocks();
  const whole = server();
  apply(whole, approved(whole));
  const plain = (text: string) => text.replace(/ (uuid|time|dirtyId)="[^"]*"/g, '');
  expect(plain(at.candidate(GROUP))).toBe(plain(whole.candidate(GROUP)));
});

test('progress that was changed, or belongs to other policies, is refused', () => {
  const at = server();
  const args = approved(at);
  inHurry();
  const { Progress } = data(apply(at, args));
  const writes = at.writes();
  const other = SHOP.replace('port: 6379', 'port: 6380');
  expect(other).not.toBe(SHOP);
  const cases: readonly [CommandArguments, string][] = [
    [{ ...args, progress: Progress, objects: other }, 'does not belong to the plan'],
    [{ ...args, progress: Progress.replaceAll('shop._deny-both', 'shop._deny-egress') }, 'does not belong to the plan'],
    [{ ...args, progress: Progress, plan_hash: 'f'.repeat(64) }, 'does not belong to the plan'],
    [{ ...args, progress: '{"operations": 1}' }, 'must be what CNSeries.Apply.Progress holds'],
    [{ ...args, progress: 'null' }, 'must be what CNSeries.Apply.Progress holds'],
  ];
  for (const [changed, reason] of cases) {
    expect(apply(at, changed)).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
  }
  expect(at.writes()).toBe(writes);
});

test('a plan that needs approval is refused without an approver', () => {
  const at = server();
  const entry = apply(at, { plan_hash: planHash(at) });
  expect(data(entry)).toMatchObject({ Done: true, Outcome: 'refused', Writes: 0 });
  expect(data(entry).Reasons).toEqual([
    'The plan needs approval (external-address, first-enforce). Look at it, and run again with the approver as "approved_by".',
  ]);
  expect(entry.HumanReadable).toContain('### Approval');
  expect(at.writes()).toBe(0);
});

test('an approval lapses when the policies or Panorama have moved since, and the new plan is shown', () => {
  const at = server();
  const args = approved(at);
  const other = { ...args, objects: SHOP.replace('port: 6379', 'port: 6380') };
  const moved = apply(at, other);
  expect(data(moved)).toMatchObject({ Outcome: 'refused' });
  expect(data(moved).Reasons[0]).toMatch(/^The plan has changed since it was shown\./);
  expect(moved.HumanReadable).toContain('### Changes');
  expect(at.writes()).toBe(0);
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'applied' });
  // The same policies again, approved as before: now there is nothing left of that plan.
  expect(data(apply(at, args))).toMatchObject({ Outcome: 'refused' });
});

test('uncommitted changes of somebody else refuse the run, and nothing is written', () => {
  const at = server();
  const args = approved(at);
  const params = { key: 'key-alice', type: 'config', action: 'set', xpath: RULES, element: foreignRule('half done') };
  at.panorama.handle({ method: 'POST', path: '/api/', params });
  const entry = apply(at, args);
  expect(data(entry)).toMatchObject({ Outcome: 'refused', Writes: 0 });
  expect(data(entry).Reasons.join(' ')).toContain('alice has uncommitted changes');
  expect(at.writes()).toBe(0);
});

test('without the hash of a plan nothing starts', () => {
  expect(apply(server(), {})).toMatchObject({ Type: 4, Contents: expect.stringContaining('"plan_hash"') as unknown });
});

test('it writes what its outputs say, and nothing else', () => {
  const at = server();
  const written = Object.keys(data(apply(at, approved(at)))).map((key) => `CNSeries.Apply.${key}`);
  expect(written.sort()).toEqual(manifest.outputs.map(({ contextPath }) => contextPath).sort());
});

test.each(['node', 'es5', 'otto'] as const)('the built script gives what its source gives: %s', async (engine) => {
  const code = await bundleAutomation(resolve(__dirname, '../..'), manifest.name);
  const [here, there] = [server(), server()];
  const args = { ...INPUT, ...approved(here) };
  const stub = {
    args,
    executeCommand: (name: string, given: unknown) => there.host.executeCommand(name, given as never),
  };
  expect(runBundle(code, stub, engine)).toEqual([apply(here, args)]);
  expect(there.candidate(GROUP).length).toBeGreaterThan(1000);
});
