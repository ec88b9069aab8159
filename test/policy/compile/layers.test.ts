import { app, appIn, defaultDeny, policy, rules } from './support';

const ALL = ['Ingress', 'Egress'];
const DENY_ALL = ['D deny-egress: E > any * deny', 'D deny-ingress: any > I * deny'];
const DENY_BOTH = 'B deny-both: E > I * deny';

it('no policies, no rules', () => {
  expect(rules([])).toEqual([]);
});

it('a policy without entries only isolates', () => {
  expect(rules([policy('a/p', { podSelector: {} })])).toEqual(['D deny-ingress: any > I * deny']);
  expect(rules([policy('a/p', { podSelector: {}, policyTypes: ['Egress'] })])).toEqual([
    'D deny-egress: E > any * deny',
  ]);
});

it('an entry whose peers have no policies stands in layer C, by itself', () => {
  expect(rules([policy('a/p', { ...app('x'), ingress: [{ from: [app('y')], ports: [{ port: 80 }] }] })])).toEqual([
    'C a/p.in0: a[app=y] > a[app=x] 80// allow',
    'D deny-ingress: any > I * deny',
  ]);
});

it('what one side alone allows between isolated pods is not allowed', () => {
  const sender = policy('a/sender', { ...app('x'), policyTypes: ALL, egress: [{ to: [app('y')] }] });
  expect(rules([defaultDeny('a'), sender])).toEqual([DENY_BOTH, ...DENY_ALL]);
});

it('two entries that mean the same connections are one rule, the egress entry whole', () => {
  const objects = [
    defaultDeny('a'),
    policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [{ to: [app('y')], ports: [{ port: 80 }] }] }),
    policy('a/y', { ...app('y'), ingress: [{ from: [app('x')], ports: [{ port: 80 }] }] }),
  ];
  expect(rules(objects)).toEqual(['A a/x.eg0: a[app=x] > a[app=y] 80// allow', DENY_BOTH, ...DENY_ALL]);
});

it('entries that overlap meet in a pair, in what both allow', () => {
  const objects = [
    defaultDeny('a'),
    policy('a/x', {
      ...app('x'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: {} }], ports: [{ port: 80 }] }],
    }),
    policy('a/y', { ...app('y'), ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80, endPort: 90 }] }] }),
  ];
  expect(rules(objects)).toEqual(['A a/x.eg0+a/y.in0: a[app=x] > a[app=y] 80// allow', DENY_BOTH, ...DENY_ALL]);
});

it('an entry that reaches beyond isolated pods is cut for these, and stands whole behind the shield of layer B', () => {
  const objects = [
    policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }, { port: 81 }] }] }),
    policy('a/y', { ...app('y'), ingress: [{ from: [app('x')], ports: [{ port: 80 }] }] }),
  ];
  expect(rules(objects)).toEqual([
    'A a/y.in0: a[app=x] > a[app=y] 80// allow',
    DENY_BOTH,
    'C a/x.eg0: a[app=x] > any 80-81// allow',
    ...DENY_ALL,
  ]);
});

it('an entry that reaches beyond, but is allowed by the other side too, is one rule for both layers', () => {
  const objects = [
    policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }] }] }),
    policy('a/y', { ...app('y'), ingress: [{ from: [app('x')] }] }),
  ];
  const [first, ...others] = rules(objects);
  expect(first).toBe('A a/x.eg0: a[app=x] > any 80// allow');
  expect(others).toEqual([DENY_BOTH, ...DENY_ALL]);
});

it('whoever reaches many alike makes one rule, and those apart their own', () => {
  const namespaces = ['n1', 'n2', 'n3', 'n4'];
  const web = {
    ...app('web'),
    policyTypes: ALL,
    ingress: [{ from: [appIn('edge', 'gateway')], ports: [{ port: 80 }] }],
  };
  const objects = [
    policy('edge/gateway', {
      ...app('gateway'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {}, ...app('web') }], ports: [{ port: 80 }] }],
    }),
    ...namespaces.map((name) => policy(`${name}/web`, web, name === 'n3' ? { antivirus: 'strict' } : {})),
    defaultDeny('edge'),
  ];
  expect(rules(objects).filter((rule) => rule.startsWith('A'))).toEqual([
    'A edge/gateway.eg0+3: edge[app=gateway] > n1,n2,n4[app=web] 80// allow',
    'A n3/web.in0: edge[app=gateway] > n3[app=web] 80// allow strict',
  ]);
});

it('entries without ports keep what has no ports, ICMP and the like', () => {
  const objects = [
    defaultDeny('a'),
    policy('a/x', { ...app('x'), policyTypes: ['Egress'], egress: [{ to: [app('y')] }] }),
    policy('a/y', { ...app('y'), ingress: [{ from: [app('x')] }] }),
  ];
  expect(rules(objects)[0]).toBe('A a/x.eg0: a[app=x] > a[app=y] * allow');
});

it('an entry that stands twice in a policy is one, also in another order', () => {
  const entry = { from: [app('y'), app('z')], ports: [{ port: 80 }, { port: 90 }] };
  const turned = { from: [app('z'), app('y')], ports: [{ port: 90 }, { port: 80 }] };
  expect(rules([policy('a/p', { ...app('x'), ingress: [entry, turned] })])).toEqual([
    'C a/p.in0: a[app=y] | a[app=z] > a[app=x] 80,90// allow',
    'D deny-ingress: any > I * deny',
  ]);
});
