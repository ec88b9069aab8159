import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments, Host } from '../../scripts/xsoar/host';
import { GROUP, OPTIONS } from '../panorama/support';
import { shownMarkdown } from '../support/markdown';
import { asJson, clusters, server, type Server, type ServerOptions } from './panorama';

/** What else the API administrator does or did in Panorama: for other clusters, elsewhere, or not at all. */

type Data = Readonly<Record<string, unknown>> & { readonly Hash: string; readonly Reasons: readonly string[] };

const OTHER_GROUP = GROUP.replace('shop-cluster', 'other');

/** The settings of `shop`, and of `test` like it but for what is given. */
function twoClusters(test: object): string {
  const { shop } = (JSON.parse(clusters()) as { clusters: { shop: object } }).clusters;
  return JSON.stringify({ clusters: { shop, test: { ...shop, ...test } } });
}

function two(test: object, options: ServerOptions = {}): Server {
  return server({ clusters: twoClusters(test), ...options });
}

const STEPS = {
  plan: (at: Server, args: CommandArguments) => runAutomation(planManifest, runPlan, { args, ...at.host }),
  approve: (at: Server, args: CommandArguments) => runAutomation(approveManifest, runApprove, { args, ...at.host }),
  apply: (at: Server, args: CommandArguments) => runAutomation(applyManifest, runApply, { args, ...at.host }),
  commit: (at: Server, args: CommandArguments) => runAutomation(commitManifest, runCommit, { args, ...at.host }),
};

function entry(at: Server, name: keyof typeof STEPS, args: CommandArguments): WarRoomEntry {
  const objects = name === 'plan' || name === 'apply' ? { objects: asJson() } : {};
  const [only] = STEPS[name](at, { ...objects, ...args });
  expect(only.Type === 1 ? '' : only.Contents).toBe('');
  return only;
}

function step(at: Server, name: keyof typeof STEPS, args: CommandArguments): Data {
  return entry(at, name, args).Contents as Data;
}

function approved(at: Server, cluster: string): CommandArguments {
  const { Hash } = step(at, 'plan', { cluster });
  step(at, 'approve', { cluster, plan_hash: Hash, approver: 'alice' });
  return { cluster, plan_hash: Hash };
}

function locks(at: Server): string {
  const params = { key: 'key-alice', type: 'op', cmd: '<show><config-locks></config-locks></show>' };
  return at.panorama.handle({ method: 'POST', path: '/api/', params }).body;
}

/** Applies in slices that end after their first step each, until the run has its lock. */
function beginApply(at: Server, args: CommandArguments, cluster = 'shop'): void {
  const start = Date.now();
  let passed = 0;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => start + (passed += 46_000));
  while (!locks(at).includes(`cluster ${cluster}`)) expect(step(at, 'apply', args)).toMatchObject({ Done: false });
  clock.mockImplementation(() => start + passed);
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('two clusters with one administrator', () => {
  it('in one device group are refused before anything is written, by plan and apply', () => {
    const at = server();
    const args = approved(at, 'shop');
    at.lists.set('CNSeries Clusters', twoClusters({}));
    const found =
      'The clusters shop, test write to the device group shop-cluster as the same API administrator svc-k8s';
    const plan = entry(at, 'plan', { cluster: 'shop' });
    expect(plan.Contents).toMatchObject({ Refused: true });
    expect(shownMarkdown(plan.HumanReadable)).toContain('an API administrator of its own');
    const applied = step(at, 'apply', args);
    expect(applied).toMatchObject({ Outcome: 'refused' });
    expect(applied.Reasons.join()).toContain(found);
    expect(at.writes()).toBe(0);
  });

  it.each([
    ['of its own administrator and instance', { panoramaAdmin: 'svc-test', panoramaInstance: 'panorama-test' }, false],
    ['of its own administrator, with the same instance', { panoramaAdmin: 'svc-test' }, true],
    ['of another instance, which may be of another Panorama', { panoramaInstance: 'panorama-2' }, false],
    ['of another device group', { deviceGroup: 'other' }, false],
  ])('is told by what they share: a cluster %s', (_what, test, isRefused) => {
    const plan = step(two(test), 'plan', { cluster: 'shop' });
    expect(plan.Reasons.join().includes('same API administrator')).toBe(isRefused);
  });

  it('in two device groups wait for each other, and neither loses its lock or commits what the other left', () => {
    const at = two({ deviceGroup: 'other' });
    const shop = approved(at, 'shop');
    beginApply(at, shop);
    const waiting = step(at, 'commit', { cluster: 'test' });
    expect(waiting).toMatchObject({ Done: false });
    expect(waiting.Reasons.join()).toContain('A run of the cluster shop writes as the same API administrator');
    expect(locks(at)).toContain('cluster shop');
    while (step(at, 'apply', shop).Done !== true);
    const test = approved(at, 'test');
    expect(step(at, 'commit', { cluster: 'shop' })).toMatchObject({ Done: false, Outcome: '' });
    expect(entry(at, 'apply', test).HumanReadable).toContain('commits as the same API administrator');
    expect(locks(at)).not.toContain('cluster test');
    while (step(at, 'commit', { cluster: 'shop' }).Done !== true);
    while (step(at, 'apply', test).Done !== true);
    const running = (xpath: string) =>
      at.panorama.handle({
        method: 'POST',
        path: '/api/',
        params: { key: 'key-alice', type: 'config', action: 'show', xpath },
      }).body;
    expect(running(GROUP)).toContain('name="shop.');
    expect(running(OTHER_GROUP)).not.toContain('name="test.');
    expect(at.candidate(OTHER_GROUP)).toContain('name="test.');
  });

  it('and a run that begins while the other asks for its commit keeps its lock', () => {
    const at = two({ deviceGroup: 'other' });
    const shop = approved(at, 'shop');
    while (step(at, 'apply', shop).Done !== true);
    const test = approved(at, 'test');
    let isBegun = false;
    const executeCommand: Host['executeCommand'] = (name, args) => {
      const answer = at.host.executeCommand(name, args);
      if (!isBegun && JSON.stringify(args).includes('pending-changes')) {
        isBegun = true;
        beginApply(at, test, 'test');
      }
      return answer;
    };
    const hooked = { ...at, host: { ...at.host, executeCommand } };
    expect(step(hooked, 'commit', { cluster: 'shop' })).toMatchObject({ Done: false });
    for (let round = 0; round < 5; round++) {
      const waiting = step(at, 'commit', { cluster: 'shop' });
      expect(waiting.Reasons.join()).toContain('A run of the cluster test writes as the same API administrator');
    }
    expect(locks(at)).toContain('cluster test');
    while (step(at, 'apply', test).Done !== true);
    let last = step(at, 'commit', { cluster: 'shop' });
    while (last.Done !== true) last = step(at, 'commit', { cluster: 'shop' });
    expect(last).toMatchObject({ Outcome: 'committed' });
  });

  it('and a damaged list of one stops not the other', () => {
    const at = two({ deviceGroup: 'other' });
    const shop = approved(at, 'shop');
    for (const kind of ['commit', 'run']) at.lists.set(`CNSeries State test ${kind}`, '{"value":{}}');
    let last = step(at, 'apply', shop);
    while (last.Done !== true) last = step(at, 'apply', shop);
    expect(last).toMatchObject({ Outcome: 'applied' });
    expect(step(at, 'commit', { cluster: 'shop' }).Reasons.join()).not.toContain('damaged');
  });

  it('do not wait for what was broken off', () => {
    const at = two({ deviceGroup: 'other' });
    beginApply(at, approved(at, 'shop'));
    const later = Date.now() + 600_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect(step(at, 'commit', { cluster: 'test' }).Reasons.join()).not.toContain('A run of the cluster');
  });

  it('on two servers are kept apart by the name in the lock', () => {
    const at = server();
    const args = approved(at, 'shop');
    const comment = '<comment>CN-Series for Cortex XSOAR, cluster far</comment>';
    const cmd = `<request><config-lock><add>${comment}</add></config-lock></request>`;
    const params = { key: 'key-svc', type: 'op', cmd, vsys: 'shop-cluster' };
    at.panorama.handle({ method: 'POST', path: '/api/', params });
    const applied = step(at, 'apply', args);
    expect(applied).toMatchObject({ Outcome: 'refused' });
    expect(applied.Reasons.join()).toContain('A run of the cluster far holds the configuration lock');
    expect(step(at, 'commit', { cluster: 'shop' }).Reasons.join()).toMatch(/cluster far holds|^$/);
    expect(at.writes()).toBe(0);
    expect(locks(at)).toContain('cluster far');
  });
});

describe('a profile that names another place', () => {
  it.each([
    ['device group', { deviceGroup: 'other' }, 'in the pre-rulebase of the device group shop-cluster'],
    ['rulebase', { rulebase: 'post' }, 'in the pre-rulebase of the device group shop-cluster'],
  ])('is refused while the old block stands: another %s', (_what, more, place) => {
    const at = server();
    while (step(at, 'apply', approved(at, 'shop')).Done !== true);
    const before = at.writes();
    at.lists.set('CNSeries Clusters', clusters(more));
    const plan = step(at, 'plan', { cluster: 'shop' });
    expect(plan).toMatchObject({ Refused: true });
    expect(plan.Reasons.join()).toContain(place);
    const applied = step(at, 'apply', approved(at, 'shop'));
    expect(applied).toMatchObject({ Outcome: 'refused' });
    expect(at.writes()).toBe(before);
    at.lists.set('CNSeries Clusters', clusters());
    expect(step(at, 'plan', { cluster: 'shop' })).toMatchObject({ State: 'unchanged' });
  });

  it('goes through when the old block is gone', () => {
    const at = server();
    while (step(at, 'apply', approved(at, 'shop')).Done !== true);
    at.panorama.handle({
      method: 'POST',
      path: '/api/',
      params: { key: 'key-alice', type: 'config', action: 'delete', xpath: `${GROUP}/pre-rulebase` },
    });
    at.lists.set('CNSeries Clusters', clusters({ deviceGroup: 'other' }));
    const other = approved(at, 'shop');
    let last = step(at, 'apply', other);
    while (last.Done !== true) last = step(at, 'apply', other);
    expect(last).toMatchObject({ Outcome: 'applied' });
    expect(at.candidate(OTHER_GROUP)).toContain('name="shop.');
  });
});

describe('an API administrator without rights', () => {
  const withRole = (more: object): ServerOptions['panorama'] => ({
    admins: (OPTIONS.admins ?? []).map((admin) => (admin.name === 'svc-k8s' ? { ...admin, ...more } : admin)),
  });

  it('to write is told by the first plan, and nothing is locked', () => {
    const at = server({ panorama: withRole({ role: 'superreader' }) });
    const plan = entry(at, 'plan', { cluster: 'shop' });
    expect(plan.Contents).toMatchObject({ Refused: true });
    expect(shownMarkdown(plan.HumanReadable)).toContain('svc-k8s may not change the configuration of Panorama');
    expect(step(at, 'apply', approved(at, 'shop'))).toMatchObject({ Outcome: 'refused' });
    expect(locks(at)).not.toContain('svc-k8s');
  });

  it('to commit is told where the profile commits by itself, and else when somebody commits', () => {
    const panorama = withRole({ role: 'api', types: ['config', 'op'] });
    const automatic = server({ panorama, clusters: clusters({ autoCommit: true }) });
    expect(step(automatic, 'plan', { cluster: 'shop' }).Reasons.join()).toContain('does not let it commit');
    const at = server({ panorama });
    while (step(at, 'apply', approved(at, 'shop')).Done !== true);
    let last = step(at, 'commit', { cluster: 'shop' });
    while (last.Done !== true) last = step(at, 'commit', { cluster: 'shop' });
    expect(last).toMatchObject({ Outcome: 'failed' });
    expect(last.Reasons.join()).toContain('Panorama does not allow the API administrator to commit');
  });
});
