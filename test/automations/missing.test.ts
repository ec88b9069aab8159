import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as verifyManifest, run as runVerify } from '../../scripts/automations/CNSeriesVerify';
import { runAutomation } from '../../scripts/xsoar/automation';
import { shownMarkdown } from '../support/markdown';
import { clusters, type Server } from './panorama';
import { apply, asAdmin, change, dataOf, decide, goLive, only, plan, planEntry, started, type Data } from './steps';

/** A policy that names what Panorama does not have is refused, and stops nobody else. */

const CLUSTERS = clusters({ commit: { minIntervalMinutes: 0 } });
const BASKET = 'np.panw.com/appid: redis';
const STANDING = 'CNSeries State shop standing';

afterEach(() => {
  jest.restoreAllMocks();
});

/** One more port of the catalogue: what another team changes. */
const CATALOGUE = 'ports: [{ port: 9000 }]';
const CATALOGUE_NEW = 'ports: [{ port: 9000 }, { port: 9001 }]';

function rules(at: Server): string {
  return at.candidate(
    "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase",
  );
}

function createInPanorama(at: Server, xpath: string, element: string): void {
  asAdmin(at, { type: 'config', action: 'set', xpath, element });
  const job = /<job>(\d+)<\/job>/.exec(asAdmin(at, { type: 'commit', cmd: '<commit></commit>' }));
  for (let round = 0; round < 20; round++) {
    const cmd = `<show><jobs><id>${job?.[1] ?? ''}</id></jobs></show>`;
    if (asAdmin(at, { type: 'op', cmd }).includes('<status>FIN</status>')) return;
  }
  throw new Error('The commit does not end.');
}

/** The paths at which names were looked up so far, while the name `our-redis` is among them. */
function lookUpsOf(at: Server): () => readonly string[] {
  const paths: string[] = [];
  const execute = at.host.executeCommand;
  at.host.executeCommand = (name, args) => {
    const xpath = typeof args.xpath === 'string' ? args.xpath : '';
    if (args.action === 'show' && xpath.includes('our-redis')) paths.push(xpath);
    return execute(name, args);
  };
  return () => [...paths];
}

it('a new policy is left out, and the rules of the others are applied', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  change(world, BASKET, `${BASKET}\n    np.panw.com/profile-group: pci-strct`);
  const made = plan(at);
  expect(made).toMatchObject({ State: 'needs-approval', Reasons: [], Refused: false, Errors: 1 });
  expect(made.Policies).toMatchObject([{ Namespace: 'shop', Name: 'basket', State: 'refused' }]);
  expect(made.Policies[0].Message).toContain(
    'np.panw.com/profile-group: the security profile group "pci-strct" does not exist',
  );
  expect(made.VerdictText).toContain('shop/basket (attribute-missing)');
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  expect(rules(at)).toContain('shop.shop.catalogue');
  expect(rules(at)).not.toContain('pci-strct');
});

it('a live policy keeps its attributes, and its new spec goes through with the change of another team', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  goLive(at);
  change(world, BASKET, 'np.panw.com/appid: no-such-app');
  change(world, CATALOGUE, CATALOGUE_NEW);
  const made = plan(at);
  expect(made).toMatchObject({ Refused: false, Verdict: 'equal' });
  expect(made.Policies).toMatchObject([{ Name: 'basket', State: 'refused' }]);
  expect(made.VerdictText).toContain('its last good version holds');
  expect(goLive(at)).toMatchObject({ Outcome: 'applied', Hash: made.Hash });
  expect(rules(at)).toContain('<member>redis</member>');
  expect(rules(at)).toContain('shop.tcp-9000-9001');
});

it('a plan with a refused policy is not remembered: when Panorama gains the name, the policy is taken in', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  goLive(at);
  plan(at);
  expect(at.lists.get(STANDING)).toMatch(/references/);
  change(world, BASKET, 'np.panw.com/appid: our-redis');
  goLive(at);
  expect(plan(at)).toMatchObject({ State: 'unchanged', Policies: [{ Name: 'basket', State: 'refused' }] });
  createInPanorama(at, '/config/shared/application', '<entry name="our-redis"/>');
  expect(plan(at)).toMatchObject({ State: 'ready', Changed: expect.any(Number) as number, Policies: [] });
});

it('a plan that stands does so no longer when Panorama loses a name that no rule holds', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  createInPanorama(at, '/config/shared/profile-group', '<entry name="mine"/>');
  // The entry says something else itself: the group of the policy stands in no rule.
  change(
    world,
    BASKET,
    `${BASKET}\n    np.panw.com/profile-group: mine\n    np.panw.com/ingress.profile-group: pci-strict`,
  );
  goLive(at);
  expect(plan(at).State).toBe('unchanged');
  const before = at.lists.get(STANDING);
  expect(before).toContain('mine');
  asAdmin(at, { type: 'config', action: 'delete', xpath: "/config/shared/profile-group/entry[@name='mine']" });
  createInPanorama(at, '/config/shared/tag', '<entry name="x"/>');
  expect(plan(at)).toMatchObject({ State: 'unchanged', Warnings: 1, Policies: [] });
});

it('a live policy whose security service names what is missing waits for it, with all of the cluster', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  const services = (logprofile: string): void => {
    const service = { description: 'd', owner: 'sec@example.com', attributes: { logprofile } };
    at.lists.set('CNSeries Security Services', JSON.stringify({ services: { pci: service } }));
  };
  services('soc');
  change(world, BASKET, `${BASKET}\n    np.panw.com/security-service: pci`);
  expect(goLive(at)).toMatchObject({ Outcome: 'applied' });
  services('siem');
  const entry = planEntry(at);
  expect(dataOf(entry).Reasons.join(' ')).toMatch(/log forwarding profile "siem" does not exist.*shop\.shop\.basket/);
  expect(shownMarkdown(entry.HumanReadable)).toContain('The policy is live with the log forwarding profile "siem"');
});

it('a security service that rests on a missing name refuses those who name it, and tells its owner', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  const service = { description: 'd', owner: 'sec@example.com', attributes: { logprofile: 'siem' } };
  at.lists.set('CNSeries Security Services', JSON.stringify({ services: { pci: service } }));
  change(world, BASKET, `${BASKET}\n    np.panw.com/security-service: pci`);
  const made = plan(at);
  expect(made).toMatchObject({ Refused: false, Policies: [{ Name: 'basket' }] });
  expect(made.Policies[0].Message).toMatch(/security service "pci" names the log forwarding profile "siem".*sec@/);
});

it('what the cluster profile names stops the plan, and the message says where it is named', () => {
  const { at } = started({ clusters: clusters({ defaults: { logprofile: 'siem' } }) });
  const made = plan(at);
  expect(made).toMatchObject({ State: 'refused', Policies: [] });
  expect(made.Reasons.join(' ')).toMatch(/"siem".*named by defaults\.logprofile of the cluster profile, in the rules/);
});

it('a run in slices ends as it began, though Panorama gains the name meanwhile', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  change(world, BASKET, 'np.panw.com/appid: our-redis');
  const { Hash } = plan(at);
  decide(at, { plan_hash: Hash });
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
  const step = (): Data => {
    const args = { cluster: 'shop', plan_hash: Hash };
    return dataOf(only(runAutomation(applyManifest, runApply, { ...at.host, args })));
  };
  expect(step()).toMatchObject({ Done: false });
  createInPanorama(at, '/config/shared/application', '<entry name="our-redis"/>');
  let last = step();
  for (let slice = 0; slice < 50 && !last.Done; slice++) last = step();
  expect(last).toMatchObject({ Outcome: 'applied', Leftovers: [] });
  jest.restoreAllMocks();
  expect(plan(at).Policies).toEqual([]);
});

it('what was applied is verified as it was applied, whatever Panorama has got since', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  change(world, BASKET, 'np.panw.com/appid: our-redis');
  goLive(at);
  createInPanorama(at, '/config/shared/application', '<entry name="our-redis"/>');
  const args = { cluster: 'shop', patience: '0' };
  const verified = dataOf(only(runAutomation(verifyManifest, runVerify, { ...at.host, args })));
  expect(verified.Reasons.join(' ')).not.toContain('does not hold the rules');
});

it('names are looked up once: what applies the plan uses what the plan found, as long as nothing moved', () => {
  const { at, world } = started({ clusters: CLUSTERS });
  change(world, BASKET, 'np.panw.com/appid: our-redis');
  const asked = lookUpsOf(at);
  const { Hash } = plan(at);
  const planned = asked();
  expect(planned.filter((xpath) => xpath.includes('our-redis'))).toHaveLength(new Set(planned).size);
  expect(apply(at, Hash)).toMatchObject({ Outcome: 'applied' });
  expect(asked()).toEqual(planned);
});
