import { wantedThroughout } from '../../../scripts/policy/compile/safe';
import { createRecordCombiner } from '../../../scripts/policy/compile/records';
import { boxOf } from '../../../scripts/policy/compile/whole';
import { app, appIn, compileObjects, entryText, policy } from './support';

/**
 * Whether the one egress entry of `a/x` may be a rule as it stands: every connection of its box is allowed with the
 * same attributes by the ingress side too.
 */
function isSafe(egress: object, ...receivers: ReturnType<typeof policy>[]): boolean {
  const sender = policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [egress] });
  const { model } = compileObjects([sender, ...receivers]);
  const entry = model.egress.entries.a.find((one) => entryText(one) === 'a/x.eg0');
  if (!entry) throw new Error('The sender has no entry.');
  return wantedThroughout(model, createRecordCombiner(model.defaults), boxOf(entry)) !== undefined;
}

const toY = { to: [app('y')], ports: [{ port: 80 }] };

function receiver(name: string, ingress: readonly object[], annotations = {}): ReturnType<typeof policy> {
  return policy(`a/${name}`, { ...app('y'), ingress }, annotations);
}

it.each([
  ['the receivers have no policy', [], true],
  ['the receivers allow the same', [receiver('r', [{ from: [app('x')], ports: [{ port: 80 }] }])], true],
  ['the receivers allow more', [receiver('r', [{}])], true],
  ['the receivers allow a part of the ports', [receiver('r', [{ ports: [{ port: 81 }] }])], false],
  ['the receivers allow other senders', [receiver('r', [{ from: [app('z')] }])], false],
  ['the receivers allow nobody', [receiver('r', [])], false],
  [
    'two entries of the receivers, none of which is enough',
    [receiver('r', [{ from: [app('z')] }, { ports: [{ port: 81 }] }])],
    false,
  ],
  [
    'some of the receivers are isolated by another policy that allows less',
    [receiver('r', [{}]), policy('a/tier', { podSelector: { matchLabels: { tier: 'db' } }, ingress: [] })],
    true,
  ],
  [
    'some of the receivers are isolated, and allow nothing',
    [policy('a/tier', { podSelector: { matchLabels: { tier: 'db' } }, ingress: [] })],
    false,
  ],
  ['the receivers inspect all of it', [receiver('r', [{}], { antivirus: 'strict' })], true],
  [
    'some of the receivers inspect it otherwise',
    [
      receiver('r', [{}]),
      policy('a/tier', { podSelector: { matchLabels: { tier: 'db' } }, ingress: [{}] }, { antivirus: 'strict' }),
    ],
    false,
  ],
])('an egress entry where %s', (_case, receivers, expected) => {
  expect(isSafe(toY, ...receivers)).toBe(expected);
});

it('an entry to several namespaces needs each of them', () => {
  const to = { to: [appIn('b', 'y'), appIn('c', 'y')], ports: [{ port: 80 }] };
  const allow = (namespace: string): ReturnType<typeof policy> =>
    policy(`${namespace}/r`, { ...app('y'), ingress: [{}] });
  expect(isSafe(to, allow('b'), allow('c'))).toBe(true);
  expect(isSafe(to, allow('b'), policy('c/r', { ...app('y'), ingress: [] }))).toBe(false);
});

it('an entry to anywhere needs every isolated pod of the cluster', () => {
  const anywhere = { ports: [{ port: 80 }] };
  expect(isSafe(anywhere)).toBe(true);
  expect(isSafe(anywhere, policy('b/r', { podSelector: {}, ingress: [{}] }))).toBe(true);
  expect(isSafe(anywhere, policy('b/r', { podSelector: {}, ingress: [] }))).toBe(false);
});

it('addresses outside the pod network meet no isolated pod', () => {
  const outside = { to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] };
  expect(isSafe(outside, policy('b/r', { podSelector: {}, ingress: [] }))).toBe(true);
  const across = { to: [{ ipBlock: { cidr: '8.0.0.0/6' } }] };
  expect(isSafe(across, policy('b/r', { podSelector: {}, ingress: [] }))).toBe(false);
});

it('application-default against ports is not safe', () => {
  const allowsAll = receiver('r', [{}], { service: 'application-default', appid: 'ssl' });
  expect(isSafe({ to: [app('y')] }, allowsAll)).toBe(true);
});
