import { app, appIn, compileObjects, policy, PROFILE, rules } from './support';

/** `NotIn` and `DoesNotExist` of pods: rules in positive form behind guards for what their groups take in too much. */

const not = (key: string, ...values: readonly string[]) => ({ key, operator: 'NotIn', values });
const without = (key: string) => ({ key, operator: 'DoesNotExist' });
const pods = (...matchExpressions: readonly object[]) => ({ podSelector: { matchExpressions } });
const web = (ingress: readonly object[], annotations: Readonly<Record<string, string>> = {}) =>
  policy('a/p', { ...app('web'), ingress }, annotations);
const from = (...peers: readonly object[]) => ({ from: peers, ports: [{ port: 80 }] });

it('whom no policy allows is denied before the rule', () => {
  expect(rules([web([from(pods(not('app', 'db')))])])).toEqual([
    'C before a/p.in0, deny-ingress: a[app=db] > a[app=web] 80// deny',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('whom another entry allows in the same way needs no guard', () => {
  const both = web([from(pods(not('app', 'db'))), from(app('db'))]);
  expect(rules([both])).toEqual([
    'C a/p.in1: a[app=db] > a[app=web] 80// allow',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('whom another entry allows on some ports, or in another way, keeps just that', () => {
  const wider = { from: [app('db')], ports: [{ port: 80, endPort: 90 }] };
  const three = web([from(pods(not('app', 'db'))), { from: [app('db')], ports: [{ port: 100 }] }, wider], {
    'ingress.2.antivirus': 'strict',
  });
  expect(rules([three])).toEqual([
    'C a/p.in2: a[app=db] > a[app=web] 80-90// allow strict',
    'C a/p.in1: a[app=db] > a[app=web] 100// allow',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('an App-ID leaves the other applications to the guards behind it', () => {
  const apps = web([from(pods(not('app', 'db'))), from(app('db'))], { 'ingress.1.appid': 'ssl' });
  expect(rules([apps])).toEqual([
    'C a/p.in1: a[app=db] > a[app=web] 80// allow ssl',
    'C before a/p.in0, deny-ingress: a[app=db] > a[app=web] 80// deny',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('a policy of all but some pods lets these through before it denies', () => {
  expect(rules([policy('a/p', { ...pods(not('app', 'db')), policyTypes: ['Ingress'] })])).toEqual([
    'D before deny-ingress, open: any > a[app=db] * allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('what the group of isolated pods takes in is isolated where another policy says so', () => {
  const objects = [
    policy('a/p', { ...pods(not('app', 'db')), policyTypes: ['Ingress'] }),
    policy('a/q', { ...app('db'), policyTypes: ['Ingress'] }),
  ];
  expect(rules(objects)).toEqual(['D deny-ingress: any > I * deny']);
});

/** The first guard of a rule that lets peers in. */
const guardOf = (...peers: readonly object[]) =>
  rules([web([from(...peers)]), policy('a/q', { podSelector: { matchLabels: { tier: 'x' } }, policyTypes: [] })])
    .filter((text) => text.includes('before a/p.in0'))
    .map((text) => text.replace(/^.*: (.*) > .*$/, '$1'));

it.each<[string, readonly object[], readonly string[]]>([
  ['DoesNotExist takes out every value that is known', [pods(without('tier'))], ['a[tier=x]']],
  ['DoesNotExist of a key that nobody has takes out nobody', [pods(without('nobody'))], []],
  ['several negations of one selector are each taken out', [pods(not('a', 'b'), not('c', 'd'))], ['a[a=b] | a[c=d]']],
  ['alternatives take out what none of them means', [pods(not('a', 'b')), pods(not('c', 'd'))], ['a[a=b c=d]']],
  [
    'a label that is to be is to be there, too',
    [pods(not('a', 'b'), { key: 'c', operator: 'In', values: ['d'] })],
    ['a[a=b c=d]'],
  ],
  ['Exists leaves nothing to negate', [pods(not('tier', 'y'), { key: 'tier', operator: 'Exists' })], []],
  ['all pods leave nobody out', [pods(not('a', 'b')), { podSelector: {} }], []],
])('%s', (_what, peers, expected) => {
  expect(guardOf(...peers)).toEqual(expected);
});

it('guards are guarded in turn', () => {
  const deny = policy('a/e', { ...pods(not('app', 'db')), policyTypes: ['Egress'] });
  expect(rules([deny, web([from(pods(not('tier', 'x')))])])).toEqual([
    'B before before deny-both, a/p.in0, deny-ingress: a[app=db tier=x] > a[app=web] 80// deny',
    'B before deny-both, a/p.in0: a[app=db] > a[app=web] 80// allow',
    'B before deny-both, deny-ingress: a[app=db] > I * deny',
    'B deny-both: E > I * deny',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'D before deny-egress, open: a[app=db] > any * allow',
    'D deny-egress: E > any * deny',
    'D deny-ingress: any > I * deny',
  ]);
});

it('rules of other namespaces are no matter', () => {
  const other = policy('b/p', { ...app('web'), ingress: [from(appIn('a', 'db'))] });
  const texts = rules([web([from(pods(not('app', 'db')))]), other]);
  expect(texts.filter((text) => text.includes('before'))).toHaveLength(1);
});

it('too many cases are refused, and told to the policies that negate', () => {
  const keys = Array.from({ length: 16 }, (_none, index) => `key${index}`);
  const objects = keys.map((key) =>
    policy(`a/${key}`, { podSelector: {}, ingress: [from(pods(not(key, 'x')))] }, { appid: 'ssl' }),
  );
  const { inexpressible } = compileObjects(objects, PROFILE);
  expect(new Set(inexpressible.map(({ diagnostic }) => diagnostic.code))).toEqual(new Set(['negation-too-complex']));
  expect(inexpressible.map(({ causes }) => causes.length)).toEqual(inexpressible.map(() => 1));
});
