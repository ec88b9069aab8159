import { foreignEntries, liveRules } from '../../tools/demo/rulebase';
import { setAutomation } from '../../tools/demo/setting';
import { agree, apply, expectedRules, fetch, policy, ruleNames, settled, statesOf } from './support';

/** What happens to incidents on the way must not matter: the end state is always the cluster's. */

it('a lost incident: the next one carries out what it was about', () => {
  const path = settled();
  apply(path, [policy('lost', 7001)]);
  const [lost = ''] = fetch(path);
  path.server.command('!closeInvestigation', 'analyst', lost);
  path.server.run();
  apply(path, [policy('next', 7002)]);
  fetch(path);
  agree(path);
  expect(ruleNames(path)).toEqual(expectedRules([policy('lost', 7001), policy('next', 7002)]));
});

it('a doubled incident finds nothing to do, and closes itself', () => {
  const path = settled();
  apply(path, [policy('new', 7001)]);
  const [id = ''] = fetch(path);
  agree(path);
  const { name, type, rawJSON, fields } = path.server.incident(id);
  const twin = path.server.createIncident({ name, type, rawJSON, fields });
  path.server.start(twin, { Cluster: 'shop' });
  agree(path);
  expect(statesOf(path).at(-1)).toEqual([twin, 'closed', 'unchanged']);
  expect(ruleNames(path)).toEqual(expectedRules([policy('new', 7001)]));
});

it('an old incident that runs after a newer one leaves the newer state alone', () => {
  const path = settled();
  apply(path, [policy('a', 7001)]);
  const [old = ''] = fetch(path);
  const { name, type, rawJSON, fields } = path.server.incident(old);
  agree(path);
  apply(path, [policy('a', 7009)]);
  fetch(path);
  agree(path);
  const late = path.server.createIncident({ name, type, rawJSON, fields });
  path.server.start(late, { Cluster: 'shop' });
  agree(path);
  expect(ruleNames(path)).toEqual(expectedRules([policy('a', 7009)]));
});

it('two incidents at once: one is superseded or both end well, and the rules are right', () => {
  const path = settled();
  apply(path, [policy('a', 7001)]);
  fetch(path);
  for (let steps = 0; steps < 6; steps++) path.server.step();
  apply(path, [policy('b', 7002)]);
  fetch(path);
  agree(path);
  const states = statesOf(path);
  expect(states.map(([, status]) => status)).toEqual(['closed', 'closed', 'closed']);
  expect(states.at(-1)?.[2]).toBe('effective');
  expect(ruleNames(path)).toEqual(expectedRules([policy('a', 7001), policy('b', 7002)]));
});

it('an incident that waits for approval is superseded by the next change, linked, and its approval is gone', () => {
  const path = settled();
  setAutomation(path.server, 'automatic');
  const open = { ...policy('open', 7001), spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] } };
  const limited = {
    ...open,
    spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] },
  };
  apply(path, [limited]);
  const [first = ''] = fetch(path);
  expect(path.server.run().map(({ name }) => name)).toEqual(['Approve the Plan']);
  path.kubectl.deletePolicy('shop', 'open');
  const [second = ''] = fetch(path);
  agree(path);
  expect(path.server.incident(first)).toMatchObject({ status: 'closed', closeReason: 'Duplicate', linked: [second] });
  expect(path.server.incident(second).status).toBe('closed');
  expect(ruleNames(path)).toEqual(expectedRules([]));
});

it('a plan that is rejected for one policy is made again without it, and with the change of the other team', () => {
  const path = settled();
  setAutomation(path.server, 'automatic');
  const anywhere = { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] };
  const open = { ...policy('open', 7001), spec: anywhere };
  apply(path, [open, policy('other', 7002)]);
  const [id = ''] = fetch(path);
  expect(path.server.run().map(({ name }) => name)).toEqual(['Approve the Plan']);
  const answer = { '0': 'Reject', '1': 'Name the partner.', '2': 'shop/open' };
  path.server.answer(id, 'Approve the Plan', answer, 'alice');
  agree(path);
  expect(statesOf(path).at(-1)).toEqual([id, 'closed', 'effective']);
  expect(ruleNames(path)).toEqual(expectedRules([policy('other', 7002)]));
  const told = (name: string): readonly string[] =>
    path.kubectl.eventsOf('shop', name).map(({ reason, message }) => `${reason}: ${message}`);
  expect(told('open').join()).toContain(
    'Rejected: A security administrator rejected the firewall rules: Name the partner.',
  );
  expect(told('other').join()).not.toContain('Rejected');
  expect(told('other').join()).toContain('Effective');

  apply(path, [policy('next', 7003)]);
  fetch(path);
  expect(path.server.run()).toEqual([]);
  expect(ruleNames(path)).toEqual(expectedRules([policy('other', 7002), policy('next', 7003)]));

  path.server.command('!CNSeriesApprove cluster=shop decision=release policies=shop/open', 'alice', id);
  apply(path, [policy('last', 7004)]);
  fetch(path);
  agree(path);
  expect(ruleNames(path)).toEqual(
    expectedRules([open, policy('other', 7002), policy('next', 7003), policy('last', 7004)]),
  );
});

it('a change of Panorama by hand is put right with the next change, and the rules of others stay', () => {
  const path = settled();
  const foreign = foreignEntries(path.world);
  const xpath =
    "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']/pre-rulebase/security/rules/entry[@name='shop._deny-both']/action";
  const ask = (params: { readonly [name: string]: string }) =>
    path.world.panorama({ method: 'POST', path: '/api/', params: { key: 'key-admin', ...params } }).body;
  ask({ type: 'config', action: 'edit', xpath, element: '<action>allow</action>' });
  ask({ type: 'commit', cmd: '<commit></commit>' });
  for (let round = 0; round < 10; round++) ask({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  apply(path, [policy('new', 7001)]);
  fetch(path);
  agree(path);
  const deny = liveRules(path.world).rows.find((row) => row[1] === 'shop._deny-both');
  expect(deny?.[6]).toBe('deny');
  expect(foreignEntries(path.world)).toBe(foreign);
});
