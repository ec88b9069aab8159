import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as readManifest, run as runRead } from '../../scripts/automations/CNSeriesRead';
import { manifest as reportManifest, run as runReport } from '../../scripts/automations/CNSeriesReport';
import { manifest as takeBackManifest, run as runTakeBack } from '../../scripts/automations/CNSeriesTakeBack';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments, Host } from '../../scripts/xsoar/host';
import { OPTIONS, GROUP } from '../panorama/support';
import { server, SHOP, snapshotOf, type Server } from './panorama';

/** A slow Panorama with many device groups, and runs that are cut off: before and after every request and list. */

const REQUEST_MILLISECONDS = 1600;
const CLUSTER = { cluster: 'shop' };
const RUN_LIST = 'CNSeries State shop run';
const TEN_MINUTES = 600_000;

type Data = Readonly<Record<string, unknown>> & { readonly Done?: boolean; readonly Hash: string };

/** A server whose clock only Panorama moves, and whose scripts can be stopped. */
interface World {
  readonly at: Server;
  /** What the incident says about a lock, by incident. */
  readonly notices: Map<string, string>;
  /** Requests to Panorama, and lists written. */
  readonly calls: string[];
  /** Milliseconds that the longest script took. */
  longest: number;
  now: number;
  text: string;
  /** Happens in Panorama as the lock is asked for. */
  beforeLock: (() => void) | undefined;
  /** The script stops before or after this call of it, counted from 1. */
  stop: { readonly at: number; readonly when: 'before' | 'after' } | undefined;
}

function world(childGroups: number, levels = 1): World {
  const notices = new Map<string, string>();
  const setIncident = (args: CommandArguments) => {
    if (typeof args.cnserieslock === 'string')
      notices.set(typeof args.id === 'string' ? args.id : incident, args.cnserieslock);
    return [{ Type: 1, Contents: 'done' }];
  };
  const made: World = {
    at: server({
      snapshot: () => snapshotOf(made.text === SHOP ? 's1' : 's2', made.text),
      commands: {
        setIncident,
        'cnseries-report-outcome': () => [{ Type: 1, Contents: { Written: 1, Skipped: [] } }],
      },
      panorama: { deviceGroups: deviceGroups(childGroups, levels) },
    }),
    notices,
    calls: [],
    longest: 0,
    now: 1_000_000,
    text: SHOP,
    beforeLock: undefined,
    stop: undefined,
  };
  jest.spyOn(Date, 'now').mockImplementation(() => made.now);
  return made;
}

/** The device group of the tests below so many levels, with so many device groups below it. */
function deviceGroups(children: number, levels: number): NonNullable<typeof OPTIONS.deviceGroups> {
  const [top, own, ...others] = OPTIONS.deviceGroups ?? [];
  const between = Array.from({ length: levels - 1 }, (_none, index) => ({
    name: `level-${index}`,
    parent: index === 0 ? top.name : `level-${index - 1}`,
  }));
  const parent = between.at(-1)?.name ?? top.name;
  const below = Array.from({ length: children }, (_none, index) => ({ name: `child-${index}`, parent: own.name }));
  return [top, ...between, { ...own, parent }, ...below, ...others];
}

class Stopped extends Error {}

/** The incident in which scripts run. */
let incident = '1';

function execute(of: World, run: (host: Omit<Host, 'args'>) => readonly WarRoomEntry[]): WarRoomEntry | undefined {
  const from = of.now;
  let calls = 0;
  let isStopped = false;
  const host: Omit<Host, 'args'> = {
    ...of.at.host,
    incident: { id: incident, type: 'CN-Series Policy Change', rawJSON: '' },
    executeCommand: (name, args) => {
      if (isStopped) throw new Stopped();
      const isCounted = name.startsWith('pan-os') || name === 'setList' || name === 'createList';
      if (isCounted) calls += 1;
      const isLast = isCounted && calls === of.stop?.at;
      if (isLast && of.stop?.when === 'before') {
        isStopped = true;
        throw new Stopped();
      }
      if (typeof args.cmd === 'string' && args.cmd.includes('<config-lock><add>')) of.beforeLock?.();
      if (name.startsWith('pan-os')) of.now += REQUEST_MILLISECONDS;
      if (isCounted) of.calls.push(name === 'pan-os' ? [args.type, args.action, args.cmd].join(' ') : name);
      const answer = of.at.host.executeCommand(name, args);
      if (isLast) {
        isStopped = true;
        throw new Stopped();
      }
      return answer;
    },
  };
  const entries = run(host);
  of.longest = Math.max(of.longest, of.now - from);
  return isStopped ? undefined : entries[0];
}

function dataOf(entry: WarRoomEntry | undefined): Data {
  expect(entry?.Type === 1 ? '' : entry?.Contents).toBe('');
  return entry?.Contents as Data;
}

const read = (of: World) => execute(of, (host) => runAutomation(readManifest, runRead, { args: CLUSTER, ...host }));
const plan = (of: World) => execute(of, (host) => runAutomation(planManifest, runPlan, { args: CLUSTER, ...host }));
const apply = (of: World, plan_hash: string) =>
  execute(of, (host) => runAutomation(applyManifest, runApply, { args: { ...CLUSTER, plan_hash }, ...host }));
const takeBack = (of: World) =>
  execute(of, (host) => runAutomation(takeBackManifest, runTakeBack, { args: CLUSTER, ...host }));

/** Runs a step until it is done. */
function all(step: () => WarRoomEntry | undefined): Data {
  for (let round = 0; round < 50; round++) {
    const data = dataOf(step());
    if (data.Done === true) return data;
  }
  throw new Error('It does not end.');
}

/** Reads, plans and approves as the playbook does; the hash of the plan. */
function approved(of: World): string {
  all(() => read(of));
  let entry = plan(of);
  // The playbook tries again.
  for (let retry = 0; retry < 2 && entry?.Type === 4; retry++) entry = plan(of);
  const { Hash } = dataOf(entry);
  const args = { ...CLUSTER, plan_hash: Hash, approver: 'alice' };
  runAutomation(approveManifest, runApprove, { args, ...of.at.host });
  return Hash;
}

/** What the playbook does with a change: a plan that went stale is made again. */
function carryOut(of: World): Data {
  for (let round = 0; round < 5; round++) {
    const hash = approved(of);
    const data = all(() => apply(of, hash));
    if (data.Outcome !== 'stale') return data;
  }
  throw new Error('It stays stale.');
}

function isLocked(of: World): boolean {
  const params = { key: 'key-alice', type: 'op', cmd: '<show><config-locks></config-locks></show>' };
  return of.at.panorama.handle({ method: 'POST', path: '/api/', params }).body.includes('svc-k8s');
}

/** The candidate without what only the device gives. */
function candidate(of: World): string {
  return of.at
    .candidate(GROUP)
    .replace(/ (uuid|admin|time|dirtyId)="[^"]*"/g, '')
    .replace(/<result[^>]*>/, '');
}

/** What belongs to others. */
const foreign = (of: World): string =>
  ['address', `address-group/entry[@name='web servers']`, `pre-rulebase/security/rules/entry[@name='corporate-dns']`]
    .map((path) => of.at.candidate(`${GROUP}/${path}`))
    .join('\n');

function isRemembered(of: World): boolean {
  return ![undefined, '{}'].includes(of.at.lists.get(RUN_LIST));
}

/** A lock that a run holds is known to the server and said in its incident. */
function expectSaid(of: World): void {
  if (!isLocked(of)) return;
  expect(isRemembered(of)).toBe(true);
  expect(of.notices.get('1')).toContain('may hold the configuration lock of the device group shop-cluster');
  expect(of.notices.get('1')).toContain('!CNSeriesTakeBack cluster="shop"');
}

function expectClean(of: World): void {
  expect([isLocked(of), isRemembered(of)]).toEqual([false, false]);
  expect([...of.notices.values()].filter((notice) => notice !== '')).toEqual([]);
}

beforeEach(() => {
  incident = '1';
});

afterEach(() => {
  jest.restoreAllMocks();
});

it('with 80 device groups below, 4 levels and 1.6 seconds a request no script runs longer than 45 seconds and one request', () => {
  const of = world(80, 4);
  const hash = approved(of);
  expect(all(() => apply(of, hash))).toMatchObject({ Outcome: 'applied', Leftovers: [] });
  expect(of.longest).toBeLessThanOrEqual(45_000 + REQUEST_MILLISECONDS);
  expectClean(of);
});

/** What an apply asks of Panorama between its lock and its first write. */
function askedUnderTheLock(of: World, hash: string): readonly string[] {
  of.calls.length = 0;
  all(() => apply(of, hash));
  const locked = of.calls.findIndex((call) => call.includes('<config-lock><add>'));
  const wrote = of.calls.findIndex((call) => call.startsWith('config set'));
  return of.calls
    .slice(locked + 1, wrote)
    .filter((call) => !call.endsWith('List'))
    .map((call) => call.trim());
}

const CHANGES = 'op  <show><config><list><changes></changes></list></config></show>';

it('where nothing has moved since the plan, two requests under the lock say so', () => {
  const of = world(80, 4);
  const hash = approved(of);
  expect(askedUnderTheLock(of, hash)).toEqual([CHANGES, 'op  <show><jobs><all></all></jobs></show>']);
});

it('else the device group and the uncommitted changes in it are read there, and nothing else', () => {
  const of = world(80, 4);
  const hash = approved(of);
  of.at.lists.delete('CNSeries State shop prepared');
  expect(askedUnderTheLock(of, hash)).toEqual([CHANGES, 'config get']);
});

it.each([
  ['our own administrator', 'key-svc', 'refused'],
  ['somebody else', 'key-alice', 'refused'],
])('what %s changes just before the lock is seen under it, and nothing is written', (_who, key, outcome) => {
  const of = world(0);
  const hash = approved(of);
  const element = '<entry name="late"><ip-netmask>192.0.2.9</ip-netmask></entry>';
  of.beforeLock = () => {
    const params = { key, type: 'config', action: 'set', xpath: `${GROUP}/address`, element };
    expect(of.at.panorama.handle({ method: 'POST', path: '/api/', params }).body).toContain('success');
  };
  const writes = of.at.writes();
  expect(all(() => apply(of, hash))).toMatchObject({ Outcome: outcome });
  expect(of.at.writes()).toBe(writes);
  expectClean(of);
});

it('a rule of ours that is changed just before the lock makes the plan stale', () => {
  const of = world(0);
  carryOut(of);
  of.text = SHOP.replace('port: 6379', 'port: 6380');
  const hash = approved(of);
  of.beforeLock = () => {
    const xpath = `${GROUP}/pre-rulebase/security/rules/entry[@name='shop._deny-both']`;
    const params = { key: 'key-svc', type: 'config', action: 'set', xpath, element: '<description>x</description>' };
    expect(of.at.panorama.handle({ method: 'POST', path: '/api/', params }).body).toContain('success');
    const comment = { key: 'key-svc', type: 'commit', cmd: '<commit></commit>' };
    of.at.panorama.handle({ method: 'POST', path: '/api/', params: comment });
    of.at.panorama.advance(60);
  };
  const writes = of.at.writes();
  expect(all(() => apply(of, hash))).toMatchObject({ Outcome: 'stale' });
  expect(of.at.writes()).toBe(writes);
  expectClean(of);
});

/** So many calls does an apply make that is not stopped. */
function callsOfApply(): number {
  const of = world(0);
  const hash = approved(of);
  of.calls.length = 0;
  all(() => apply(of, hash));
  return of.calls.length;
}

describe.each(['before', 'after'] as const)('cut off %s a call', (when) => {
  it('whichever it is: no lock is unsaid, the next incident takes it over, and nothing foreign is touched', () => {
    const calls = callsOfApply();
    expect(calls).toBeGreaterThan(20);
    const undisturbed = world(0);
    carryOut(undisturbed);
    const wanted = candidate(undisturbed);
    for (let stop = 1; stop <= calls; stop++) {
      incident = '1';
      const of = world(0);
      const others = foreign(of);
      const hash = approved(of);
      of.stop = { at: stop, when };
      expect([stop, apply(of, hash)]).toEqual([stop, undefined]);
      of.stop = undefined;
      expectSaid(of);
      of.now += TEN_MINUTES;
      incident = '2';
      expect([stop, carryOut(of)]).toMatchObject([stop, { Leftovers: [] }]);
      expect(candidate(of)).toBe(wanted);
      expect(foreign(of)).toBe(others);
      expectClean(of);
    }
  });

  it('whichever it is: a person takes it back, and everything is as it was', () => {
    const calls = callsOfApply();
    for (let stop = 1; stop <= calls; stop++) {
      incident = '1';
      const of = world(0);
      const before = candidate(of);
      const hash = approved(of);
      of.stop = { at: stop, when };
      apply(of, hash);
      of.stop = undefined;
      const wasWritten = candidate(of) !== before;
      const isLast = !isRemembered(of);
      const taken = all(() => takeBack(of));
      if (isLast) continue;
      expect([stop, taken]).toMatchObject([stop, { Leftovers: [] }]);
      // It was cut off behind its last check.
      if (wasWritten && taken.Outcome === 'nothing') continue;
      if (wasWritten) expect([stop, taken.Outcome]).toEqual([stop, 'undone']);
      expect(withoutContainers(candidate(of))).toBe(withoutContainers(before));
      expectClean(of);
    }
  });

  it('the same incident goes on where it stopped', () => {
    const calls = callsOfApply();
    for (let stop = 1; stop <= calls; stop += 5) {
      const of = world(0);
      const hash = approved(of);
      of.stop = { at: stop, when };
      apply(of, hash);
      of.stop = undefined;
      const last = all(() => apply(of, hash));
      // What was over before it could say so is not done twice.
      expect(['applied', 'stale']).toContain(last.Outcome);
      expect(carryOut(of).Leftovers).toEqual([]);
      expectClean(of);
    }
  });
});

/** Containers that are empty again, and tags, stay. */
function withoutContainers(xml: string): string {
  return xml.replace(/<tag>.*?<\/tag>|<(service|tag)\/>/g, '');
}

it('the authors of a change whose run was cut off are told of the lock', () => {
  const of = world(0);
  const hash = approved(of);
  const stop = callsUntilLocked(of, hash);
  of.stop = { at: stop, when: 'after' };
  const told: string[] = [];
  expect(isLocked(of)).toBe(true);
  of.stop = undefined;
  execute(of, (host) => {
    const change = { action: 'changed', kind: 'NetworkPolicy', namespace: 'shop', name: 'web', uid: '1' };
    const rawJSON = JSON.stringify({ changes: [change] });
    return runAutomation(reportManifest, runReport, {
      args: { ...CLUSTER, stage: 'failed', reason: 'A step could not be carried out (apply).' },
      ...host,
      incident: { id: '1', type: 'CN-Series Policy Change', rawJSON },
      executeCommand: (name, args) => {
        if (name === 'cnseries-report-outcome') told.push(String(args.message));
        return host.executeCommand(name, args);
      },
    });
  });
  expect(told).toEqual([expect.stringMatching(/A step could not.*may hold the configuration lock/) as unknown]);
});

/** Stops an apply behind the taking of the lock; the number of that call. */
function callsUntilLocked(of: World, hash: string): number {
  for (let stop = 1; stop < 100; stop++) {
    of.stop = { at: stop, when: 'after' };
    apply(of, hash);
    if (isLocked(of)) return stop;
  }
  throw new Error('The lock is never taken.');
}
