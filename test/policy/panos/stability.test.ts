import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { translate } from '../../../scripts/policy/translate/translate';
import { app, appIn, defaultDeny, policy, PROFILE } from '../compile/support';

/** Names of rules and groups; whoever is renamed is deleted and made anew in Panorama, and loses its counters. */
function names(objects: readonly RawObject[]): { rules: string[]; groups: string[] } {
  const { snapshot } = buildSnapshot(objects, PROFILE.cluster);
  const { rulebase } = translate({ snapshot, profile: PROFILE, services: [], lastGood: [] });
  if (!rulebase) throw new Error('There is no rulebase.');
  return { rules: rulebase.rules.map((one) => one.name), groups: rulebase.addressGroups.map((one) => one.name) };
}

const GATEWAY = policy('edge/gateway', {
  ...app('gateway'),
  policyTypes: ['Egress'],
  egress: [{ to: [{ namespaceSelector: {}, ...app('web') }], ports: [{ port: 80 }] }],
});

function web(namespace: string, annotations = {}): RawObject {
  const ingress = [{ from: [appIn('edge', 'gateway')], ports: [{ port: 80 }] }];
  return policy(`${namespace}/web`, { ...app('web'), ingress }, annotations);
}

const CLUSTER = [GATEWAY, defaultDeny('edge'), web('n2'), web('n4'), web('n5', { antivirus: 'strict' })];

it('a namespace more, before or after the others, renames no rule', () => {
  const before = names(CLUSTER).rules;
  for (const added of ['a1', 'n3', 'z9']) {
    expect(names([...CLUSTER, web(added)]).rules).toEqual(before);
  }
});

it('an entry inserted before the others renames no rule', () => {
  const one = { from: [app('x')], ports: [{ port: 1 }] };
  const two = { from: [app('y')], ports: [{ port: 2 }] };
  const before = names([policy('a/p', { ...app('w'), ingress: [one] })]).rules;
  expect(names([policy('a/p', { ...app('w'), ingress: [two, one] })]).rules).toEqual(expect.arrayContaining(before));
});

it('a policy elsewhere renames nothing, though names collide', () => {
  // One entry with two sets of attributes: the names of its two rules differ by a hash alone.
  const twice = ['web', 'web.x'].flatMap((name) => [
    policy(
      `a/${name}`,
      { ...app('w'), ingress: [{ from: [app('x')] }, { from: [app('x')] }] },
      { 'ingress.1.antivirus': 'strict' },
    ),
  ]);
  const before = names(twice);
  const after = names([...twice, policy('0-first/p', { podSelector: {}, ingress: [{ from: [appIn('b', 'c')] }] })]);
  expect(after.rules).toEqual(expect.arrayContaining(before.rules));
  expect(after.groups).toEqual(expect.arrayContaining(before.groups));
});
