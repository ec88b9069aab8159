import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { shownMarkdown } from '../support/markdown';
import { clusters, type Server } from './panorama';
import { apply, asAdmin, change, decide, goLive, plan, planEntry, started, type Started } from './steps';

/** A rejected plan holds the policies that it names, at their last approved versions, and nobody else. */

const CLUSTERS = clusters({ commit: { minIntervalMinutes: 0 } });

const BASKET = 'np.panw.com/appid: redis';
const BASKET_NEW = 'np.panw.com/appid: ssl';
/** What another team changes. */
const CATALOGUE = 'ports: [{ port: 9000 }]';
const CATALOGUE_NEW = 'ports: [{ port: 9000 }, { port: 9001 }]';

const NEW = `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: fresh, namespace: shop, uid: u1 }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress: [{ ports: [{ port: 7777 }] }]
`;

function rules(at: Server): string {
  return at.candidate(
    "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase",
  );
}

/** The rule of the basket, as Panorama holds it. */
function basketRule(at: Server): string {
  return /<entry name="shop\.shop\.basket\.in[^]*?<\/entry>/.exec(rules(at))?.[0] ?? '';
}

/** A live cluster, of which the basket and the catalogue changed since. */
function changed(): Started {
  const cluster = started({ clusters: CLUSTERS });
  goLive(cluster.at);
  change(cluster.world, BASKET, BASKET_NEW);
  change(cluster.world, CATALOGUE, CATALOGUE_NEW);
  return cluster;
}

function reject(at: Server, more: CommandArguments = {}): ReturnType<typeof decide> {
  return decide(at, { plan_hash: plan(at).Hash, decision: 'reject', reason: 'Redis speaks no SSL.', ...more });
}

/** The error that a decision ends with. */
function refusedDecision(at: Server, args: CommandArguments): string {
  const [entry] = runAutomation(approveManifest, runApprove, {
    ...at.host,
    args: { cluster: 'shop', approver: 'alice', ...args },
  });
  expect(entry.Type).toBe(4);
  return String(entry.Contents);
}

it('holds the named policy at its last approved version, and the change of the other team goes through', () => {
  const { at } = changed();
  const before = plan(at);
  const rejected = reject(at, { policies: 'shop/basket' });
  expect(rejected).toMatchObject({ Decision: 'reject-part', Policies: ['shop/basket'], By: 'alice' });
  const after = plan(at);
  expect(after.Hash).not.toBe(before.Hash);
  expect(after).toMatchObject({ Refused: false, Verdict: 'equal', Policies: [{ Name: 'basket', State: 'refused' }] });
  expect(after.Policies[0].Message).toMatch(
    /rejected this version.*Redis speaks no SSL\..*Its last approved version stays in force\.$/,
  );
  expect(after.VerdictText).toBe('equal, without shop/basket (policy-rejected): its last approved version holds');
  expect(goLive(at)).toMatchObject({ Outcome: 'applied', Hash: after.Hash });
  expect(rules(at)).toContain('shop.tcp-9000-9001');
  expect(basketRule(at)).toContain('<member>redis</member>');
  expect(plan(at)).toMatchObject({ State: 'unchanged', Policies: [{ Name: 'basket' }] });
});

it('holds all changed policies where none is named', () => {
  const { at } = changed();
  expect(reject(at)).toMatchObject({ Decision: 'reject', Policies: ['shop/basket', 'shop/catalogue'] });
  expect(plan(at)).toMatchObject({ State: 'unchanged', Errors: 2 });
});

it('releases nothing when the same text is applied again, under another UID and with labels of its own', () => {
  const { at, world } = changed();
  reject(at);
  change(world, 'name: basket\n  namespace: shop', 'name: basket\n  namespace: shop\n  uid: u2\n  labels: { mine: x }');
  expect(plan(at).Policies).toMatchObject([{ Name: 'basket', UID: 'u2' }, { Name: 'catalogue' }]);
  expect(goLive(at)).toMatchObject({ Outcome: 'unchanged' });
  expect(plan(at)).toMatchObject({ State: 'unchanged', Errors: 2 });
});

it('ends when spec or attributes change, and what is applied then is the approved version', () => {
  const { at, world } = changed();
  reject(at, { policies: 'shop/basket' });
  change(world, BASKET_NEW, 'np.panw.com/appid: postgres');
  expect(plan(at)).toMatchObject({ Errors: 0, Policies: [] });
  change(world, 'np.panw.com/appid: postgres', BASKET_NEW);
  expect(plan(at).Policies).toMatchObject([{ Name: 'basket', State: 'refused' }]);
  change(world, BASKET_NEW, 'np.panw.com/appid: web-browsing');
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  expect(at.lists.get('CNSeries State shop rejections')).toContain('"held":[]');
  expect(basketRule(at)).toContain('<member>web-browsing</member>');
});

it('is released by a person with the role, and the next plan takes the version in', () => {
  const { at } = changed();
  reject(at);
  expect(refusedDecision(at, { decision: 'release' })).toContain('Held are: shop/basket, shop/catalogue');
  expect(refusedDecision(at, { decision: 'release', policies: 'shop/web' })).toContain('Not held: shop/web.');
  at.lists.set('CNSeries Clusters', clusters({ approverRoles: ['Security Admin'], commit: { minIntervalMinutes: 0 } }));
  const args = { decision: 'release', policies: 'shop/basket' };
  expect(decide(at, { ...args, approver: 'bob' })).toMatchObject({ Decision: 'refused', Policies: [] });
  expect(plan(at).Errors).toBe(2);
  expect(decide(at, args)).toMatchObject({ Decision: 'release', Policies: ['shop/basket'], Hash: '' });
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  expect(basketRule(at)).toContain('<member>ssl</member>');
  expect(plan(at).Policies).toMatchObject([{ Name: 'catalogue' }]);
});

it.each(['leave-out', 'isolate'])('leaves a new policy out where `refused` is %s', (refused) => {
  const { at, world } = started({ clusters: clusters({ refused, commit: { minIntervalMinutes: 0 } }) });
  goLive(at);
  const before = rules(at);
  world.text += NEW;
  world.id = 'new';
  expect(reject(at, { reason: 'Who asked for 7777?' })).toMatchObject({ Policies: ['shop/fresh'] });
  const after = plan(at);
  expect(after).toMatchObject({ State: 'unchanged', Policies: [{ Name: 'fresh', State: 'refused' }] });
  expect(after.VerdictText).toContain('shop/fresh (policy-rejected): ');
  expect(rules(at)).toBe(before);
});

it('keeps a policy whose deletion was rejected, and says so', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  world.text += NEW;
  goLive(at);
  change(world, NEW, '');
  expect(reject(at, { reason: 'Not on a Friday.' })).toMatchObject({ Policies: ['shop/fresh'] });
  const entry = planEntry(at);
  expect(shownMarkdown(entry.HumanReadable)).toContain('rejected the deletion of this policy: Not on a Friday.');
  expect(plan(at)).toMatchObject({ State: 'unchanged', Errors: 1 });
  expect(plan(at).VerdictText).toContain('shop/fresh (policy-deletion-rejected): its last approved version holds');
  change(world, CATALOGUE, CATALOGUE_NEW);
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  expect(rules(at)).toContain('shop.tcp-7777');
  decide(at, { decision: 'release', policies: 'shop/fresh' });
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  expect(rules(at)).not.toContain('shop.tcp-7777');
});

it('what was applied and is not committed yet is what a rejected policy is held at', () => {
  const { at, world } = changed();
  expect(apply(at, plan(at).Hash)).toMatchObject({ Outcome: 'applied' });
  change(world, BASKET_NEW, 'np.panw.com/appid: postgres');
  reject(at);
  expect(plan(at)).toMatchObject({ State: 'unchanged', Policies: [{ Name: 'basket' }] });
  expect(basketRule(at)).toContain('>ssl</member>');
});

it('holds the plan alone where no policy is behind it', () => {
  const { at } = started({ clusters: CLUSTERS });
  goLive(at);
  const xpath =
    "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase/security/rules/entry[@name='shop._deny-both']";
  asAdmin(at, { type: 'config', action: 'delete', xpath });
  const { Hash } = plan(at);
  expect(reject(at)).toMatchObject({ Decision: 'reject', Policies: [] });
  expect(at.lists.get('CNSeries State shop rejections')).toBeUndefined();
  expect(plan(at).Hash).toBe(Hash);
});

it('a refused policy is not rejected with the changes of others', () => {
  const { at, world } = changed();
  change(world, BASKET_NEW, 'np.panw.com/appid: our-redis');
  expect(reject(at)).toMatchObject({ Policies: ['shop/catalogue'] });
  expect(refusedDecision(at, { plan_hash: plan(at).Hash, decision: 'reject', reason: 'x', policies: 'a/b' })).toContain(
    'The plan does not change the policy "a/b". It changes no policy.',
  );
});

it('nobody rejects what they have not seen', () => {
  const { at, world } = changed();
  const { Hash } = plan(at);
  change(world, BASKET_NEW, 'np.panw.com/appid: postgres');
  const args = { plan_hash: Hash, decision: 'reject', reason: 'x' };
  expect(refusedDecision(at, args)).toContain('changed since the plan was made');
  expect(plan(at).Errors).toBe(0);
  expect(refusedDecision(at, { decision: 'approve', plan_hash: plan(at).Hash, policies: 'a/b' })).toContain(
    'as a whole',
  );
});
