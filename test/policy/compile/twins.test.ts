import { app, appIn, compileObjects, policy, rules } from './support';

/** Policies that say the same: worked out once, and each has its rules. */

const WEB = app('web');
const from = (...peers: readonly object[]) => ({ from: peers, ports: [{ port: 80 }] });
const web = (name: string, ...peers: readonly object[]) => policy(`a/${name}`, { ...WEB, ingress: [from(...peers)] });
const client = (name: string) =>
  policy(`b/${name}`, {
    ...app('client'),
    policyTypes: ['Egress'],
    egress: [{ to: [appIn('a', 'web'), appIn('a', 'db')], ports: [{ port: 80, endPort: 85 }] }],
  });
const fromClient = appIn('b', 'client');

it('each has a rule of its own, side by side', () => {
  expect(rules([web('one', app('x')), web('two', app('x')), web('other', app('y'))])).toEqual([
    'C a/one.in0: a[app=x] > a[app=web] 80// allow',
    'C a/two.in0: a[app=x] > a[app=web] 80// allow',
    'C a/other.in0: a[app=y] > a[app=web] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('rules of pairs are joined at the end that has fewer of them, and each of these has one', () => {
  const served = (name: string, label: string) =>
    policy(`a/${name}`, { ...app(label), ingress: [{ from: [fromClient], ports: [{ port: 80, endPort: 90 }] }] });
  const isolated = policy('a/db', { ...app('db'), ingress: [] });
  const pairs = (...objects: Parameters<typeof rules>[0]) =>
    rules([isolated, served('w', 'web'), ...objects]).filter((text) => text.startsWith('A'));
  expect(pairs(client('one'))).toEqual(['A b/one.eg0+a/w.in0: b[app=client] > a[app=web] 80-85// allow']);
  expect(pairs(client('one'), client('two'))).toEqual(['A a/w.in0+1: b[app=client] > a[app=web] 80-85// allow']);
  expect(pairs(client('one'), client('two'), client('three'), served('v', 'web'))).toEqual([
    'A a/v.in0+1: b[app=client] > a[app=web] 80-85// allow',
    'A a/w.in0+1: b[app=client] > a[app=web] 80-85// allow',
  ]);
});

it('a rule that one of them has stays as it is when another one goes', () => {
  const both = rules([web('one', app('x')), web('two', app('x'))]);
  const alone = rules([web('two', app('x'))]);
  expect(both).toEqual(expect.arrayContaining(alone));
});

it('others with the same boxes and other attributes are not among them', () => {
  const strict = policy('a/two', { ...WEB, ingress: [from(app('x'))] }, { antivirus: 'strict' });
  expect(rules([web('one', app('x')), strict]).map((text) => text.split(':')[0])).toEqual([
    'C a/two.in0',
    'C a/one.in0',
    'D deny-ingress',
  ]);
});

it('what has no exact rule is told to each of them', () => {
  const all = { podSelector: {}, policyTypes: ['Egress'], egress: [{}] };
  const objects = ['one', 'two'].map((name) => policy(`b/${name}`, all, { service: 'application-default' }));
  const { inexpressible } = compileObjects([...objects, web('w', { namespaceSelector: {} })]);
  expect(inexpressible.map(({ causes }) => causes.map(({ policy: { name } }) => name))).toEqual([
    ['one', 'w'],
    ['two', 'w'],
  ]);
});

it('thousands of them take no longer than one', () => {
  const many = Array.from({ length: 2000 }, (_none, index) =>
    policy(`a/p${index}`, {
      podSelector: {},
      ingress: [from({ podSelector: {} })],
      egress: [{ to: [{ podSelector: {} }] }],
    }),
  );
  const compiled = compileObjects(many);
  expect(compiled.rules.length).toBeGreaterThan(2000);
  expect(compiled.model.space.intersections).toBeLessThan(100);
});
