import { describeDiagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import { portSetKey } from '../../../scripts/policy/values/ports';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { PROFILE, app, compileObjects, policy, termText } from './support';

/** The sources of the first ingress entry of `a/p`. */
function sources(from: readonly object[], objects: readonly RawObject[] = [], profile = PROFILE): string[] {
  const { model } = compileObjects([...objects, policy('a/p', { podSelector: {}, ingress: [{ from }] })], profile);
  return model.ingress.entries.a[0].peers.map(termText);
}

function ports(list: readonly object[], profile = PROFILE): string {
  const { model } = compileObjects([policy('a/p', { podSelector: {}, ingress: [{ ports: list }] })], profile);
  return portSetKey(model.ingress.entries.a[0].ports);
}

function diagnosed(ingress: object, objects: readonly RawObject[] = []): string[] {
  const { inexpressible: problems, warnings } = compileObjects([
    ...objects,
    policy('a/p', { podSelector: {}, ingress: [ingress] }),
  ]);
  return [...problems.map((problem) => problem.diagnostic), ...warnings].map(
    (found) => `${found.code} ${describeDiagnostic(found).path}`,
  );
}

function namespace(name: string, labels: Readonly<Record<string, string>>): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function pod(id: string, labels: Readonly<Record<string, string>>): RawObject {
  const [space, name] = id.split('/');
  return { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: space, name, labels }, spec: { containers: [] } };
}

const NAMESPACES = [namespace('a', { team: 'x' }), namespace('b', { team: 'y' }), namespace('c', {})];

it.each([
  ['pods of the own namespace', [{ podSelector: { matchLabels: { app: 'x' } } }], ['a[app=x]']],
  ['all pods of the own namespace', [{ podSelector: {} }], ['a[]']],
  ['all pods of selected namespaces', [{ namespaceSelector: { matchLabels: { team: 'y' } } }], ['b[]']],
  [
    'namespaces by a negated label, those without it too',
    [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['x'] }] }, ...app('x') }],
    ['b,c[app=x]'],
  ],
  [
    'namespaces without a label',
    [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] }, ...app('x') }],
    ['c[app=x]'],
  ],
  ['all pods of all namespaces are the pod network', [{ namespaceSelector: {} }], ['10.0.0.0/8']],
  ['pods with a label of all namespaces are not', [{ namespaceSelector: {}, ...app('x') }], ['a,b,c[app=x]']],
  [
    'two peers of one kind join',
    [{ podSelector: {} }, { namespaceSelector: { matchLabels: { team: 'y' } } }],
    ['a,b[]'],
  ],
  ['a peer inside another one adds nothing', [{ podSelector: {} }, app('x')], ['a[]']],
  ['a block', [{ ipBlock: { cidr: '203.0.113.0/24' } }], ['203.0.113.0/24']],
  [
    'a block with an exception',
    [{ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.0/25'] } }],
    ['203.0.113.128/25'],
  ],
  ['two blocks that touch', [{ ipBlock: { cidr: '8.0.0.0/9' } }, { ipBlock: { cidr: '8.128.0.0/9' } }], ['8.0.0.0/8']],
  ['both families together are anybody', [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }], ['any']],
  ['one family is not anybody', [{ ipBlock: { cidr: '0.0.0.0/0' } }], ['0.0.0.0/0']],
  ['no peers are anybody', [], ['any']],
])('%s', (_what, from, expected) => {
  expect(sources(from, NAMESPACES)).toEqual(expected);
});

it('without a known pod network, all pods of all namespaces are the namespaces', () => {
  const unknown = { ...PROFILE, podCIDRs: undefined };
  expect(sources([{ namespaceSelector: {} }], NAMESPACES, unknown)).toEqual(['a,b,c[]']);
});

it('Exists is every value that pods have or policies name in the namespace', () => {
  const objects = [
    pod('a/1', { tier: 'front' }),
    pod('a/2', { tier: 'back' }),
    pod('b/1', { tier: 'elsewhere' }),
    policy('a/q', { podSelector: { matchLabels: { tier: 'named' } } }),
    policy('c/q', { podSelector: { matchLabels: { tier: 'unnamed' } } }),
  ];
  const exists = { podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } };
  expect(sources([exists], objects)).toEqual(['a[tier=back,front,named]']);
  const everywhere = { namespaceSelector: {}, ...exists };
  expect(sources([everywhere], objects).sort()).toEqual([
    'a[tier=back,front,named]',
    'b[tier=elsewhere]',
    'c[tier=unnamed]',
  ]);
});

it('requirements on one key meet, also Exists', () => {
  const selector = {
    matchLabels: { tier: 'x' },
    matchExpressions: [
      { key: 'tier', operator: 'In', values: ['x', 'y'] },
      { key: 'tier', operator: 'Exists' },
    ],
  };
  expect(sources([{ podSelector: selector }])).toEqual(['a[tier=x]']);
});

it.each([
  ['a port is TCP', [{ port: 80 }], '80//'],
  ['a range', [{ port: 8000, endPort: 8010 }], '8000-8010//'],
  ['a protocol alone is all its ports', [{ protocol: 'UDP' }], '/1-65535/'],
  ['several', [{ port: 81 }, { port: 80 }, { port: 53, protocol: 'UDP' }], '80-81/53/'],
  ['no ports are everything', [], '*'],
])('%s', (_what, list, key) => {
  expect(ports(list)).toBe(key);
});

it('SCTP needs the profile', () => {
  const list = [{ port: 132, protocol: 'SCTP' }];
  expect(ports(list, { ...PROFILE, sctp: 'service' })).toBe('//132');
  expect(diagnosed({ ports: list })).toEqual(['sctp-refused spec.ingress[0].ports[0]']);
});

it.each([
  [
    { from: [app('x'), { namespaceSelector: { matchLabels: { no: 'such' } } }] },
    ['entry-matches-nothing spec.ingress[0].from[1]'],
  ],
  [
    { from: [{ podSelector: { matchExpressions: [{ key: 'pod-template-hash', operator: 'Exists' }] } }] },
    ['key-volatile spec.ingress[0].from[0]', 'entry-matches-nothing spec.ingress[0].from[0]'],
  ],
])('%j is diagnosed: %j', (ingress, expected) => {
  expect(diagnosed(ingress)).toEqual(expected);
});
