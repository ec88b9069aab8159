import { outputPaths } from '../../scripts/xsoar/outputs';
import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as pushManifest, run as runPush } from '../../scripts/automations/CNSeriesPush';
import { manifest as verifyManifest, run as runVerify } from '../../scripts/automations/CNSeriesVerify';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import { clusters, PUSHED_DEVICES, server, SHOP, snapshotOf, type Server, type ServerOptions } from './panorama';
import { shownMarkdown } from '../support/markdown';

/** Plan, approve, apply, commit, push and verify as a playbook runs them, one after the other. */

type Data = Readonly<Record<string, unknown>> & { readonly Done: boolean; readonly Reasons: readonly string[] };

const CLUSTER = { cluster: 'shop' };

const STEPS = {
  plan: (at: Server, more: object = {}) =>
    runAutomation(planManifest, runPlan, { args: { ...CLUSTER, ...more }, ...at.host }),
  approve: (at: Server, more: object = {}) =>
    runAutomation(approveManifest, runApprove, { args: { ...CLUSTER, ...more }, ...at.host }),
  apply: (at: Server, more: object = {}) =>
    runAutomation(applyManifest, runApply, { args: { ...CLUSTER, ...more }, ...at.host }),
  commit: (at: Server, more: object = {}) =>
    runAutomation(commitManifest, runCommit, { args: { ...CLUSTER, ...more }, ...at.host }),
  push: (at: Server, more: object = {}) =>
    runAutomation(pushManifest, runPush, { args: { ...CLUSTER, ...more }, ...at.host }),
  verify: (at: Server, more: object = {}) =>
    runAutomation(verifyManifest, runVerify, { args: { ...CLUSTER, ...more }, ...at.host }),
};

function step(
  at: Server,
  name: keyof typeof STEPS,
  more: object = {},
): { readonly entry: WarRoomEntry; readonly data: Data } {
  const entries = STEPS[name](at, more);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.Type === 1 ? '' : entries[0]?.Contents).toBe('');
  return { entry: entries[0], data: entries[0]?.Contents as Data };
}

/** Runs a step until it is done. */
function all(at: Server, name: keyof typeof STEPS, more: object = {}): Data {
  for (let round = 0; round < 50; round++) {
    const { data } = step(at, name, more);
    if (data.Done) return data;
  }
  throw new Error(`${name} does not end.`);
}

/** A server whose candidate holds the rules of examples/shop. */
function applied(options: ServerOptions = {}): Server {
  const at = server({ snapshot: () => snapshotOf('s1'), ...options });
  const plan = step(at, 'plan').data;
  step(at, 'approve', { plan_hash: plan.Hash, approver: 'alice' });
  expect(all(at, 'apply', { plan_hash: plan.Hash })).toMatchObject({ Outcome: 'applied' });
  return at;
}

afterEach(() => {
  jest.restoreAllMocks();
});

it('commits and pushes; a second time there is nothing to do', () => {
  const at = applied();
  expect(step(at, 'plan').data).toMatchObject({ State: 'unchanged', Unfinished: true });
  const committed = all(at, 'commit');
  expect(committed).toMatchObject({
    Outcome: 'committed',
    Reasons: [],
    Job: expect.stringMatching(/^[0-9]+$/) as unknown,
  });
  expect(step(at, 'plan').data).toMatchObject({ State: 'unchanged', Unfinished: true });
  const pushed = all(at, 'push');
  expect(pushed).toMatchObject({ Outcome: 'pushed', Reasons: [] });
  const { body } = at.panorama.handle({
    ...{ method: 'POST', path: '/api/' },
    params: { key: 'key-alice', type: 'op', cmd: '<show><jobs><all></all></jobs></show>' },
  });
  const said = body.match(/<description>[^<]*<\/description>/g)?.filter((text) => text.includes('CN-Series'));
  expect(said).toHaveLength(2);
  for (const text of said ?? []) {
    expect(text).toMatch(
      /CN-Series shop: by hand; plan [0-9a-f]{12}: 12 rules new; 23 objects new; gains 0, loses [0-9]+, .*; approved by alice</,
    );
  }
  expect((pushed.Devices as { readonly State: string }[]).map(({ State }) => State)).toEqual(
    Array.from({ length: 4 }, () => 'succeeded'),
  );
  expect(step(at, 'plan').data).toMatchObject({ State: 'unchanged', Unfinished: false });
  at.lists.set('CNSeries Clusters', clusters({ commit: { minIntervalMinutes: 0 } }));
  expect(all(at, 'commit')).toMatchObject({ Outcome: 'nothing' });
});

it('the versions that went live become the last good ones, and stand in for a broken change', () => {
  const broken = SHOP.replace('np.panw.com/appid: redis', 'np.panw.com/appidd: redis');
  let text = SHOP;
  const at = applied({ snapshot: () => snapshotOf('s1', text) });
  text = broken;
  expect(step(at, 'plan').data.Deleted).toBeGreaterThan(0);
  all(at, 'commit');
  const plan = step(at, 'plan').data;
  expect(plan).toMatchObject({ State: 'unchanged', Verdict: 'equal' });
  expect((plan.Policies as { readonly Message: string }[])[0]?.Message).toMatch(
    /Its last good version stays in force\.$/,
  );
});

it('what somebody commits in Panorama becomes the last good versions with the next plan', () => {
  const at = applied();
  step(at, 'plan');
  expect(at.lists.get('CNSeries State shop last-good')).toBeUndefined();
  const ask = (params: { readonly [name: string]: string }) =>
    at.panorama.handle({ method: 'POST', path: '/api/', params: { key: 'key-alice', ...params } });
  ask({ type: 'commit', cmd: '<commit></commit>' });
  for (let round = 0; round < 20; round++) ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  expect(step(at, 'plan').data).toMatchObject({ State: 'unchanged', Unfinished: true });
  expect(at.lists.get('CNSeries State shop last-good')).toContain('"basket"');
  const group = '<device-group><entry name="shop-cluster"/></device-group>';
  ask({ type: 'commit', action: 'all', cmd: `<commit-all><shared-policy>${group}</shared-policy></commit-all>` });
  for (let round = 0; round < 20; round++) ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  expect(step(at, 'plan').data).toMatchObject({ State: 'unchanged', Unfinished: false });
});

it('two commits of a cluster keep their interval, and say how long to wait', () => {
  let text = SHOP;
  const at = applied({ snapshot: () => snapshotOf(text === SHOP ? 's1' : 's2', text) });
  all(at, 'commit');
  text = SHOP.replace('port: 6379', 'port: 6380');
  const { Hash } = step(at, 'plan').data;
  step(at, 'approve', { plan_hash: Hash, approver: 'alice' });
  all(at, 'apply', { plan_hash: Hash });
  const waiting = step(at, 'commit').data;
  expect(waiting).toMatchObject({ Done: false, Outcome: '' });
  expect(waiting.Reasons[0]).toMatch(/the next one may start in [0-9]+ s/);
  const later = Date.now() + 301_000;
  jest.spyOn(Date, 'now').mockImplementation(() => later);
  expect(all(at, 'commit')).toMatchObject({ Outcome: 'committed' });
});

it('without the name of the administrator nothing is committed, and the remedy is said', () => {
  const at = applied();
  at.lists.set('CNSeries Clusters', clusters({ panoramaAdmin: '' }));
  const { entry, data } = step(at, 'commit');
  expect(data).toMatchObject({ Done: true, Outcome: 'failed' });
  expect(shownMarkdown(entry.HumanReadable)).toContain('"panoramaAdmin"');
  expect(step(at, 'plan').data).toMatchObject({ Unfinished: true });
});

it('a firewall that fails is named with its reason, and does not hold the next push', () => {
  const devices = PUSHED_DEVICES.map((device, index) =>
    index === 2 ? { ...device, outcome: 'fails' as const, message: 'Certificate expired' } : device,
  );
  const at = applied({ panorama: { devices } });
  all(at, 'commit');
  const { Outcome, Reasons } = all(at, 'push');
  expect([Outcome, Reasons]).toEqual(['failed', [expect.stringContaining('fw-3 (003): Certificate expired')]]);
  at.panorama.setDevice('003', { outcome: 'succeeds' });
  expect(all(at, 'push')).toMatchObject({ Outcome: 'pushed' });
});

it('a commit that began while a push was under way goes on when the push is over', () => {
  const at = applied();
  all(at, 'commit');
  expect(step(at, 'push').data).toMatchObject({ Done: false });
  const list = 'CNSeries State shop commit';
  const { value } = JSON.parse(at.lists.get(list) ?? '') as { readonly value: object };
  const begun = { of: 'a mark', progress: { phase: 'committing', job: '99' } };
  at.lists.set(list, JSON.stringify({ value: { ...value, ...begun } }));
  expect(all(at, 'push')).toMatchObject({ Outcome: 'pushed' });
  expect(JSON.parse(at.lists.get(list) ?? '')).toMatchObject({ value: { ...begun, unpushed: false } });
});

it('firewalls that were out of sync before hold the push until somebody says so', () => {
  const at = applied();
  const xpath = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/address";
  const ask = (params: { readonly [name: string]: string }) =>
    at.panorama.handle({ method: 'POST', path: '/api/', params: { key: 'key-alice', ...params } });
  const element = '<entry name="web-2"><ip-netmask>192.0.2.2</ip-netmask></entry>';
  ask({ type: 'config', action: 'set', xpath, element });
  const cmd = '<commit><partial><admin><member>alice</member></admin></partial></commit>';
  ask({ type: 'commit', action: 'partial', cmd });
  for (let round = 0; round < 20; round++) ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  all(at, 'commit');
  const held = step(at, 'push').data;
  expect(held).toMatchObject({ Done: true, Outcome: 'held' });
  expect(held.Reasons[0]).toContain('fw-1, fw-2, fw-3, fw-4');
  expect(all(at, 'push', { despite_others: 'true' })).toMatchObject({ Outcome: 'pushed' });
});

it('what others commit between our commit and our push holds the push, and is named', () => {
  const at = applied();
  all(at, 'commit');
  const ask = (params: { readonly [name: string]: string }) =>
    at.panorama.handle({ method: 'POST', path: '/api/', params: { key: 'key-alice', ...params } });
  const xpath = '/config/shared/address';
  ask({ type: 'config', action: 'set', xpath, element: '<entry name="x"><ip-netmask>192.0.2.9</ip-netmask></entry>' });
  const who = '<admin><member>alice</member></admin>';
  ask({
    type: 'commit',
    action: 'partial',
    cmd: `<commit><description>nightly</description><partial>${who}</partial></commit>`,
  });
  for (let round = 0; round < 20; round++) ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  const held = step(at, 'push').data;
  expect(held).toMatchObject({ Done: true, Outcome: 'held' });
  expect(held.Reasons[0]).toMatch(
    /^Others committed in Panorama after our commit; .*: job [0-9]+ by alice: nightly\.$/,
  );
  expect(all(at, 'push', { despite_others: 'true' })).toMatchObject({ Outcome: 'pushed' });
});

it.each([
  [0, 'is writing the rules of this cluster. Wait until it is over.'],
  [3_600_000, 'was broken off while it wrote the rules of this cluster, and the device group is half written.'],
])('a run that is not over keeps commit and push from beginning: silent for %d ms', (silent, words) => {
  const at = applied();
  const run = { hash: 'h', incident: '41', updated: Date.now() - silent, deviceGroup: 'shop-cluster' };
  at.lists.set('CNSeries State shop run', JSON.stringify({ value: run }));
  for (const name of ['commit', 'push'] as const) {
    const { data } = step(at, name);
    expect(data).toMatchObject({ Done: true, Outcome: 'failed' });
    expect(data.Reasons[0]).toContain(`The run of incident 41 ${words}`);
  }
  at.lists.delete('CNSeries State shop run');
  expect(all(at, 'commit')).toMatchObject({ Outcome: 'committed' });
});

describe('verification', () => {
  const PODS = `
apiVersion: v1
kind: Pod
metadata: { name: basket-1, namespace: shop, labels: { app: basket } }
spec: { containers: [] }
status: { phase: Running, podIP: 10.244.1.7 }`;
  const TAGS = ['k8s.cl_shop.ns_shop', 'k8s.cl_shop.ns_shop.app.basket'];

  function pushed(): Server {
    const at = applied({ snapshot: () => snapshotOf('s1', `${SHOP}\n---${PODS}`) });
    all(at, 'commit');
    all(at, 'push');
    return at;
  }

  it('groups that lack a pod are not effective yet, and not effective when patience is over', () => {
    const at = pushed();
    expect(step(at, 'verify').data).toMatchObject({ Done: false, Outcome: '', Devices: 4 });
    const { entry, data } = step(at, 'verify', { patience: '0' });
    expect(data).toMatchObject({ Done: true, Outcome: 'not-effective' });
    expect(data.Reasons.join('\n')).toMatch(/^fw-1: shop\.shop\.app-basket-[a-z0-9]+ is empty$/m);
    expect(shownMarkdown(entry.HumanReadable)).toContain('## Not effective: shop');
  });

  it('firewalls for which no time is left are asked in the next slice, and only these', () => {
    const at = pushed();
    at.panorama.setRegistered('10.244.1.7', TAGS);
    let now = Date.now();
    let asked = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const executeCommand: Server['host']['executeCommand'] = (name, args) => {
      if (String(args.cmd).includes('<dynamic-address-group>')) {
        asked++;
        now += 30_000;
      }
      return at.host.executeCommand(name, args);
    };
    const slow = { ...at, host: { ...at.host, executeCommand } };
    const { data } = step(slow, 'verify', { patience: '0' });
    expect(data).toMatchObject({ Done: false, Outcome: '', Devices: 2 });
    expect(data.Reasons).toContain('Not asked yet, for lack of time: fw-3, fw-4.');
    expect(all(slow, 'verify', { patience: '0' })).toMatchObject({ Outcome: 'effective', Devices: 4, Reasons: [] });
    expect(asked).toBe(4);
  });

  it('groups that hold exactly the pods are effective', () => {
    const at = pushed();
    at.panorama.setRegistered('10.244.1.7', TAGS);
    const { entry, data } = step(at, 'verify');
    expect(data).toMatchObject({ Done: true, Outcome: 'effective', Reasons: [], Devices: 4 });
    expect(shownMarkdown(entry.HumanReadable)).toContain(`all ${String(data.Groups)} as they should be`);
  });

  it('a stranger in a group is not effective', () => {
    const at = pushed();
    at.panorama.setRegistered('10.244.1.7', TAGS);
    at.panorama.setRegistered('10.244.9.9', TAGS);
    const { data } = step(at, 'verify', { patience: '0' });
    expect(data).toMatchObject({ Outcome: 'not-effective' });
    expect(data.Reasons[0]).toContain('also holds 10.244.9.9');
  });
});

describe('approval', () => {
  function asked(options: ServerOptions = {}, more: object = {}) {
    const at = server({ snapshot: () => snapshotOf('s1'), ...options });
    const { Hash } = step(at, 'plan').data;
    return STEPS.approve(at, { plan_hash: Hash, ...more })[0];
  }

  it('whoever runs it is the approver', () => {
    expect(asked({ user: 'alice' })?.Contents).toMatchObject({ Decision: 'approve', By: 'alice' });
  });

  it.each([
    ['a person cannot decide as somebody else', { user: 'bob' }, { approver: 'alice' }, 'You are bob and cannot'],
    ['a playbook must say who decided', {}, {}, 'Nobody knows who decides'],
    ['a rejection needs a reason', { user: 'alice' }, { decision: 'reject' }, 'needs a reason'],
    [
      'another plan than the last one',
      { user: 'alice' },
      { plan_hash: 'f'.repeat(64) },
      'The last plan of the cluster',
    ],
  ] as const)('%s', (_title, options, more, reason) => {
    expect(asked(options, more)).toMatchObject({ Type: 4, Contents: expect.stringContaining(reason) as unknown });
  });

  it('a person without the role is refused, and nothing is kept', () => {
    const options = { user: 'bob', clusters: clusters({ approverRoles: ['Security Admin'] }) };
    expect(asked(options)?.Contents).toMatchObject({
      Decision: 'refused',
      Reason: 'bob has none of the roles that may approve for this cluster: Security Admin.',
    });
  });
});

it('every step writes what its outputs say, and nothing else', () => {
  const at = applied();
  const entries: readonly (readonly [string, readonly { readonly contextPath: string }[], Data])[] = [
    ['Commit', outputPaths(commitManifest.outputs), all(at, 'commit')],
    ['Push', outputPaths(pushManifest.outputs), all(at, 'push')],
    ['Verify', outputPaths(verifyManifest.outputs), step(at, 'verify').data],
  ];
  for (const [name, outputs, data] of entries) {
    const written = Object.entries(data).flatMap(([key, value]) =>
      Array.isArray(value) && typeof value[0] === 'object'
        ? Object.keys(value[0] as object).map((inner) => `CNSeries.${name}.${key}.${inner}`)
        : [`CNSeries.${name}.${key}`],
    );
    expect(written.sort()).toEqual(outputs.map(({ contextPath }) => contextPath).sort());
  }
});
