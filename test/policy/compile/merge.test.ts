import { app, appIn, defaultDeny, policy, rules } from './support';

const EGRESS = ['Egress'];

/** What of the rules allows between isolated pods. */
function allows(...objects: ReturnType<typeof policy>[]): string[] {
  return rules([...['a', 'b', 'c', 'd'].map(defaultDeny), ...objects]).filter((rule) => rule.startsWith('A'));
}

function caller(namespace: string, ports: readonly number[], annotations = {}): ReturnType<typeof policy> {
  const egress = [{ to: [appIn('d', 'api')], ports: ports.map((port) => ({ port })) }];
  return policy(`${namespace}/caller`, { ...app('x'), policyTypes: EGRESS, egress }, annotations);
}

function api(ports: readonly number[]): ReturnType<typeof policy> {
  const from = [{ namespaceSelector: {}, ...app('x') }];
  return policy('d/api', { ...app('api'), ingress: [{ from, ports: ports.map((port) => ({ port })) }] });
}

it('pairs of one receiver with the same ports and attributes are one rule', () => {
  expect(allows(caller('a', [1, 2]), caller('b', [1, 2]), caller('c', [1, 2]), api([2, 3]))).toEqual([
    'A d/api.in0+3: a,b,c[app=x] > d[app=api] 2// allow',
  ]);
});

it('pairs with other ports stay apart', () => {
  expect(allows(caller('a', [1, 2, 4]), caller('b', [2, 4]), caller('c', [3, 4]), api([2, 3]))).toEqual([
    'A c/caller.eg0+d/api.in0: c[app=x] > d[app=api] 3// allow',
    'A d/api.in0+2: a,b[app=x] > d[app=api] 2// allow',
  ]);
});

it('pairs with other attributes stay apart', () => {
  expect(
    allows(caller('a', [1, 2]), caller('b', [1, 2], { antivirus: 'strict' }), caller('c', [1, 2]), api([2, 3])),
  ).toEqual([
    'A b/caller.eg0+d/api.in0: b[app=x] > d[app=api] 2// allow strict',
    'A d/api.in0+2: a,c[app=x] > d[app=api] 2// allow',
  ]);
});
