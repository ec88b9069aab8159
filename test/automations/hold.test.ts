import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as holdManifest, run as runHold } from '../../scripts/automations/CNSeriesHold';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as releaseManifest, run as runRelease } from '../../scripts/automations/CNSeriesRelease';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { clusters, server, SHOP, snapshotOf, type Server, type ServerOptions } from './panorama';

/** What people decide about a cluster as a whole: nothing is applied for a while, and what they closed stays closed. */

type Data = Readonly<Record<string, unknown>>;

const STEPS = {
  plan: (at: Server, args: CommandArguments) => runAutomation(planManifest, runPlan, { args, ...at.host }),
  approve: (at: Server, args: CommandArguments) => runAutomation(approveManifest, runApprove, { args, ...at.host }),
  apply: (at: Server, args: CommandArguments) => runAutomation(applyManifest, runApply, { args, ...at.host }),
  hold: (at: Server, args: CommandArguments) => runAutomation(holdManifest, runHold, { args, ...at.host }),
  release: (at: Server, args: CommandArguments) => runAutomation(releaseManifest, runRelease, { args, ...at.host }),
};

function entryOf(at: Server, name: keyof typeof STEPS, more: object = {}): WarRoomEntry {
  return STEPS[name](at, { cluster: 'shop', ...more })[0];
}

function step(at: Server, name: keyof typeof STEPS, more: object = {}): Data {
  const entry = entryOf(at, name, more);
  expect(entry.Type === 1 ? '' : entry.Contents).toBe('');
  return entry.Contents as Data;
}

function applyAll(at: Server): Data {
  const plan = step(at, 'plan');
  if (plan.State === 'needs-approval') step(at, 'approve', { plan_hash: plan.Hash, approver: 'alice' });
  for (;;) {
    const data = step(at, 'apply', { plan_hash: plan.Hash });
    if (data.Done === true) return data;
  }
}

function applied(options: ServerOptions = {}): Server {
  const at = server({ snapshot: () => snapshotOf('s1'), ...options });
  expect(applyAll(at)).toMatchObject({ Outcome: 'applied' });
  return at;
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a held cluster', () => {
  const CHANGED = SHOP.replace('port: 6379', 'port: 6380');

  function held(more: object = {}): Server {
    let text = SHOP;
    const at = applied({
      snapshot: () => snapshotOf(text === SHOP ? 's1' : 's2', text),
      clusters: clusters({ approverRoles: ['Security Admin'] }),
    });
    text = CHANGED;
    step(at, 'hold', { reason: 'Audit week', approver: 'bob', ...more });
    return at;
  }

  it('plans and tells, and does not apply, until somebody with the role releases it', () => {
    const at = held();
    const plan = entryOf(at, 'plan');
    expect(plan.Contents).toMatchObject({ State: 'refused', Refused: true });
    expect(plan.HumanReadable).toContain('is held by bob since');
    expect(plan.HumanReadable).toContain('### Changed rules');
    const { Hash, Reasons } = plan.Contents as { readonly Hash: string; readonly Reasons: readonly string[] };
    expect(Reasons.join(' ')).toMatch(/held by bob since .*, until somebody releases it: Audit week\./);
    expect(step(at, 'apply', { plan_hash: Hash })).toMatchObject({ Done: true, Outcome: 'refused' });
    expect(step(at, 'release', { approver: 'bob' })).toMatchObject({ Decision: 'refused' });
    expect(step(at, 'release', { approver: 'alice' })).toMatchObject({ Decision: 'released', Rules: [] });
    expect(applyAll(at)).toMatchObject({ Outcome: 'applied' });
    expect(entryOf(at, 'release', { approver: 'alice' }).Contents).toContain('is not held');
  });

  it('ends by itself when its time is over', () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const at = held({ until });
    expect(step(at, 'plan')).toMatchObject({ State: 'refused' });
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(until));
    expect(step(at, 'plan')).toMatchObject({ Refused: false });
  });

  it.each(['tomorrow', '2020-01-01T00:00:00Z', '2099-01-01', '2099-01-01T00:00:00'])('until %s is refused', (until) => {
    const at = applied();
    expect(entryOf(at, 'hold', { reason: 'x', approver: 'bob', until }).Contents).toContain('still to come');
    expect(step(at, 'plan')).toMatchObject({ State: 'unchanged' });
  });

  it('says nothing of it where nothing is to be applied but the hold itself', () => {
    const at = applied();
    step(at, 'hold', { reason: 'Audit week', approver: 'bob' });
    const entry = entryOf(at, 'plan');
    expect(entry.Contents).toMatchObject({ State: 'unchanged' });
    expect(entry.HumanReadable).toContain('is held by bob');
  });
});

describe('an allow that somebody closed in Panorama', () => {
  const RULE = 'shop.shop.basket.in-77qcgb';
  const XPATH =
    "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']" +
    `/pre-rulebase/security/rules/entry[@name='${RULE}']`;

  function closed(): Server {
    const at = applied();
    const params = { key: 'key-svc', type: 'config', action: 'set', xpath: XPATH, element: '<action>deny</action>' };
    expect(at.panorama.handle({ method: 'POST', path: '/api/', params }).body).toContain('success');
    return at;
  }

  it('stays closed, and every plan says so', () => {
    const at = closed();
    for (const round of [1, 2]) {
      const entry = entryOf(at, 'plan');
      expect([round, (entry.Contents as Data).State]).toEqual([round, 'unchanged']);
      expect((entry.Contents as Data).VerdictText).toBe(`equal, except what is closed by hand: ${RULE} (set to deny)`);
      expect(entry.HumanReadable).toContain('was set to deny by hand: what it allows is closed.');
    }
  });

  it('opens again when somebody lifts it, and the next closure counts again', () => {
    const at = closed();
    const early = entryOf(at, 'release', { rules: RULE, approver: 'alice' });
    expect(early.Contents).toContain('Run CNSeriesPlan, which finds what is closed.');
    expect(step(at, 'plan')).toMatchObject({ State: 'unchanged' });
    expect(entryOf(at, 'release', { rules: 'NOPE', approver: 'alice' }).Contents).toContain(`It found: ${RULE}.`);
    expect(step(at, 'release', { rules: RULE, approver: 'alice' })).toMatchObject({ Rules: [RULE] });
    expect(step(at, 'plan')).toMatchObject({ Changed: 1, Verdict: 'equal', VerdictText: 'equal' });
    expect(applyAll(at)).toMatchObject({ Outcome: 'applied' });
    expect(at.candidate(XPATH)).toMatch(/<action [^>]*>allow</);
    expect(step(at, 'plan')).toMatchObject({ State: 'unchanged' });
    const params = { key: 'key-svc', type: 'config', action: 'set', xpath: XPATH, element: '<disabled>yes</disabled>' };
    expect(String(at.lists.get('CNSeries State shop hold'))).not.toContain(RULE);
    at.panorama.handle({ method: 'POST', path: '/api/', params });
    expect(step(at, 'plan')).toMatchObject({
      State: 'unchanged',
      VerdictText: `equal, except what is closed by hand: ${RULE} (disabled)`,
    });
  });
});
