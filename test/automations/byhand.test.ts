import { runAutomation } from '../../scripts/xsoar/automation';
import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as takeBackManifest, run as runTakeBack } from '../../scripts/automations/CNSeriesTakeBack';
import { manifest as releaseManifest, run as runRelease } from '../../scripts/automations/CNSeriesRelease';
import {
  apply,
  asAdmin,
  change,
  decide,
  goLive,
  only,
  plan,
  planEntry,
  started,
  type Data,
  type Started,
} from './steps';
import { shownMarkdown } from '../support/markdown';
import { clusters } from './panorama';

/** What people rename and clone in Panorama, as the runs of a cluster meet it. */

const RULES =
  "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase/security/rules";
const RULE = 'shop.shop.basket.in-77qcgb';
const at = (name: string): string => `${RULES}/entry[@name='${name}']`;

/** Live, and known to be: the uuids of its rules are remembered. */
function live(): Started {
  const started_ = started({ clusters: clusters({ commit: { minIntervalMinutes: 0 } }) });
  goLive(started_.at);
  expect(plan(started_.at)).toMatchObject({ State: 'unchanged' });
  return started_;
}

/** Alice works in Panorama, and commits. */
function alice({ at: server }: Started, ...all: readonly object[]): void {
  for (const params of all) expect(asAdmin(server, { type: 'config', ...params })).toContain('success');
  expect(asAdmin(server, { type: 'commit', cmd: '<commit></commit>' })).toContain('success');
  server.panorama.advance(600);
}

const rename = { action: 'rename', xpath: at(RULE), newname: 'emergency' };
const describeIt = { action: 'set', xpath: at('emergency'), element: '<description>INC-7</description>' };
const disable = { action: 'set', xpath: at('emergency'), element: '<disabled>yes</disabled>' };

it('a renamed rule, described anew, is known by its uuid: asked about, renamed back, committed', () => {
  const world = live();
  alice(world, rename, describeIt);
  const entry = planEntry(world.at);
  expect(entry.Contents).toMatchObject({ State: 'needs-approval' });
  expect(entry.HumanReadable).toMatch(/The rule emergency is .*basket&#46;in-77qcgb, renamed by hand\./);
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  expect(world.at.candidate(RULES)).not.toContain('emergency');
  expect(plan(world.at)).toMatchObject({ State: 'unchanged' });
  change(world.world, 'port: 6379', 'port: 6380');
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
});

it('renamed, described anew and disabled, it stays closed while others go on, until somebody releases it', () => {
  const world = live();
  alice(world, rename, describeIt, disable);
  const closed = `equal, except what is closed by hand: ${RULE} (disabled, renamed to emergency)`;
  expect(plan(world.at)).toMatchObject({ State: 'unchanged', VerdictText: closed });
  change(world.world, 'port: 8080', 'port: 8081');
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  expect(world.at.candidate(at('emergency'))).toMatch(/<disabled[^>]*>yes</);
  expect(plan(world.at)).toMatchObject({ VerdictText: closed });
  const args = { cluster: 'shop', rules: 'emergency', approver: 'alice' };
  only(runAutomation(releaseManifest, runRelease, { ...world.at.host, args }));
  for (const round of [1, 2]) expect([round, plan(world.at).State]).toEqual([round, 'needs-approval']);
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  expect(plan(world.at)).toMatchObject({ State: 'unchanged', VerdictText: 'equal' });
  expect(world.at.candidate(RULES)).not.toContain('emergency');
});

it('a clone is not deleted by a plan that nobody approved', () => {
  const world = live();
  alice(world, { action: 'clone', xpath: RULES, from: at(RULE), newname: `${RULE}-1` });
  const { Hash, State } = plan(world.at);
  expect(State).toBe('needs-approval');
  decide(world.at, { plan_hash: Hash, decision: 'reject', reason: 'Mine.' });
  expect(world.at.candidate(RULES)).toContain(`${RULE}-1`);
  expect(apply(world.at, plan(world.at).Hash)).toMatchObject({ Outcome: 'applied' });
  expect(world.at.candidate(RULES)).not.toContain(`${RULE}-1`);
});

it('a clone that was described anew is asked about, too', () => {
  const world = live();
  const clone = at(`${RULE}-1`);
  alice(
    world,
    { action: 'clone', xpath: RULES, from: at(RULE), newname: `${RULE}-1` },
    { action: 'edit', xpath: `${clone}/description`, element: '<description>Mine.</description>' },
  );
  expect(plan(world.at)).toMatchObject({ State: 'needs-approval' });
});

it('an edited and a deleted rule are told from those whose policy changed, until they are put right', () => {
  const world = live();
  const edit = { action: 'edit', xpath: `${at(RULE)}/service`, element: '<service><member>any</member></service>' };
  alice(world, edit);
  for (const round of [1, 2]) {
    const text = shownMarkdown(planEntry(world.at).HumanReadable);
    expect([round, text]).toEqual([round, expect.stringContaining(`changed these rules by hand: ${RULE}`)]);
    expect(text).toMatch(/Since the last commit of this pack, others committed: job [0-9]+ by alice/);
  }
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  expect(plan(world.at)).toMatchObject({ State: 'unchanged' });
  change(world.world, 'port: 6379', 'port: 6380');
  expect(shownMarkdown(planEntry(world.at).HumanReadable)).not.toContain('by hand');
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  alice(world, { action: 'delete', xpath: at(RULE) });
  for (const round of [1, 2]) {
    const text = shownMarkdown(planEntry(world.at).HumanReadable);
    expect([round, text]).toEqual([round, expect.stringContaining(`deleted these rules by hand: ${RULE}`)]);
  }
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  expect(shownMarkdown(planEntry(world.at).HumanReadable)).not.toContain('by hand');
});

describe('a run that the lock is refused to', () => {
  const refused = (): Started => {
    const fault = { kind: 'device-error', code: 13, lines: ['no'] } as const;
    const faults = [{ type: 'op', content: '<config-lock><add>', from: 2, fault }] as const;
    const world = started({ clusters: clusters({ commit: { minIntervalMinutes: 0 } }), faults });
    goLive(world.at);
    plan(world.at);
    return world;
  };

  it('does not take a rule that a person made for its own', () => {
    const world = refused();
    alice(
      world,
      { action: 'clone', xpath: RULES, from: at(RULE), newname: 'shop.emergency' },
      { action: 'edit', xpath: `${at('shop.emergency')}/description`, element: '<description>Mine.</description>' },
    );
    expect(apply(world.at, plan(world.at).Hash)).toMatchObject({ Outcome: 'refused', Writes: 0 });
    change(world.world, 'port: 8080', 'port: 8081');
    expect(plan(world.at)).toMatchObject({ State: 'needs-approval' });
  });

  it('does not forget what a person deleted', () => {
    const world = refused();
    alice(world, { action: 'delete', xpath: at(RULE) });
    for (const outcome of ['refused', 'applied']) {
      const entry = planEntry(world.at);
      expect(shownMarkdown(entry.HumanReadable)).toContain('deleted these rules by hand');
      expect(apply(world.at, (entry.Contents as Data).Hash)).toMatchObject({ Outcome: outcome });
    }
  });
});

it('what a run wrote that is taken back is nobody’s work, though a plan saw it', () => {
  const world = live();
  change(world.world, 'ports: [{ port: 6379 }]', 'ports: [{ port: 6381 }]');
  const { Hash } = plan(world.at);
  decide(world.at, { plan_hash: Hash });
  const start = Date.now();
  let passed = 0;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => start + (passed += 46_000));
  const args = { cluster: 'shop', plan_hash: Hash };
  while (!world.at.candidate(at(RULE)).includes('tcp-6381')) {
    const step = only(runAutomation(applyManifest, runApply, { ...world.at.host, args })).Contents;
    expect(step).toMatchObject({ Done: false });
  }
  clock.mockImplementation(() => start + passed);
  plan(world.at);
  clock.mockImplementation(() => start + passed + 700_000);
  const taken = runAutomation(takeBackManifest, runTakeBack, { ...world.at.host, args: { cluster: 'shop' } });
  expect(only(taken).Contents).toMatchObject({ Outcome: 'undone' });
  expect(shownMarkdown(planEntry(world.at).HumanReadable)).not.toContain('by hand');
  jest.restoreAllMocks();
});

describe('a closed allow stays closed', () => {
  const disableRule = { action: 'set', xpath: at(RULE), element: '<disabled>yes</disabled>' };

  it('when somebody closes it again after it was released, before the next plan', () => {
    const world = live();
    alice(world, disableRule);
    plan(world.at);
    const args = { cluster: 'shop', rules: RULE, approver: 'alice' };
    only(runAutomation(releaseManifest, runRelease, { ...world.at.host, args }));
    expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
    expect(world.at.candidate(at(RULE))).not.toMatch(/<disabled[^>]*>yes</);
    alice(world, disableRule);
    change(world.world, 'port: 8080', 'port: 8081');
    expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
    expect(world.at.candidate(at(RULE))).toMatch(/<disabled[^>]*>yes</);
  });

  it('and no gain is told for one that was set to deny and has settings of its own', () => {
    const world = live();
    alice(
      world,
      { action: 'edit', xpath: `${at(RULE)}/action`, element: '<action>deny</action>' },
      { action: 'set', xpath: at(RULE), element: '<icmp-unreachable>yes</icmp-unreachable>' },
    );
    change(world.world, 'port: 8080', 'port: 8081');
    const text = shownMarkdown(planEntry(world.at).HumanReadable);
    expect(text).toContain('set to deny by hand');
    expect(text).not.toMatch(/shop\/basket.*redis/);
  });
});

it('a rule whose policy comes and goes is nobody’s work', () => {
  const world = live();
  const port = 'port: 6379';
  change(world.world, 'name: basket\n', 'name: cart\n');
  expect(shownMarkdown(planEntry(world.at).HumanReadable)).not.toContain('by hand');
  expect(goLive(world.at)).toMatchObject({ Outcome: 'applied' });
  change(world.world, 'name: cart\n', 'name: basket\n');
  change(world.world, port, 'port: 6380');
  expect(shownMarkdown(planEntry(world.at).HumanReadable)).not.toContain('by hand');
});

it.each([
  ['is lost', () => '{}'],
  ['was edited', () => 'anything at all\n%%%'],
])('what is remembered of uuids %s: rules are known by tags and what they say', (_what, edited) => {
  const world = live();
  world.at.lists.set('CNSeries State shop rules', edited());
  alice(world, rename);
  expect(planEntry(world.at).HumanReadable).toContain('renamed by hand.');
});
