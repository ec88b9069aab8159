import type { RawObject } from '../../../../scripts/policy/kubernetes/types';
import { app, appIn, defaultDeny, policy, rules } from '../support';
import { allows, COMPACT, letsIn, mayCall, NAMESPACES } from './support';

/** Which rules stay as they are, because their place says something. */

const FROM_B = [appIn('b', 'x')];

it('entries that contend keep their order, and join nobody', () => {
  const objects = [
    letsIn('a/strict', 'web', FROM_B, [80], { antivirus: 'strict' }),
    letsIn('a/plain', 'web', FROM_B, [80, 81]),
    letsIn('a/other', 'api', FROM_B, [80, 81]),
    letsIn('a/third', 'db', FROM_B, [80, 81]),
  ];
  expect(allows(objects)).toEqual([
    'C a/strict.in0: b[app=x] > a[app=web] 80// allow strict',
    'C a/other.in0 & a/third.in0: b[app=x] > a[app=api] | a[app=db] 80-81// allow',
    'C a/plain.in0: b[app=x] > a[app=web] 80-81// allow',
  ]);
});

it('rules with negations have their guards, and stay by themselves', () => {
  const notOld = { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['old'] }] } };
  const objects = [letsIn('a/p', 'web', [notOld], [80]), letsIn('a/q', 'api', [notOld], [80])];
  expect(rules(objects, COMPACT).filter((rule) => rule.startsWith('C'))).toEqual([
    'C before a/p.in0, deny-ingress: a[app=old] > a[app=web] 80// deny',
    'C a/p.in0: a[] > a[app=web] 80// allow',
    'C before a/q.in0, deny-ingress: a[app=old] > a[app=api] 80// deny',
    'C a/q.in0: a[] > a[app=api] 80// allow',
  ]);
  expect(allows(objects, { ...COMPACT, filterNot: true })).toEqual([
    'C a/p.in0 & a/q.in0: a[app!=old] > a[app=api] | a[app=web] 80// allow',
  ]);
});

it('numbers of named ports join like others', () => {
  const pod = (name: string, version: string, port: number): RawObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'a', name, labels: { app: 'web', version } },
    spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: port }] }] },
    status: {},
  });
  const named = policy('a/p', { ...app('web'), ingress: [{ from: FROM_B, ports: [{ port: 'http' }] }] });
  const byNumber = letsIn('a/q', 'api', FROM_B, [8000]);
  expect(allows([pod('one', '1', 8000), pod('two', '2', 9000), named, byNumber])).toEqual([
    'C a/p.in0: b[app=x] > a[app=web version=2] 9000// allow',
    'C a/p.in0 & a/q.in0: b[app=x] > a[app=api] | a[app=web version=1] 8000// allow',
  ]);
});

describe('rules for Services', () => {
  const PROFILE = { ...COMPACT, inspection: 'both-ends' as const, serviceCIDRs: ['172.20.0.0/16'] };
  const service = (name: string, address: string): RawObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'a', name },
    spec: { clusterIP: address, selector: { app: name }, ports: [{ port: 80 }] },
  });
  const layer = (...objects: RawObject[]) =>
    rules([...NAMESPACES, ...objects], PROFILE).filter((rule) => rule.startsWith('S'));
  const two = [service('one', '172.20.0.1'), service('two', '172.20.0.5'), defaultDeny('a')];

  it('join where they let the same senders through', () => {
    const senders = ['one', 'two'].map((name) => letsIn(`a/${name}`, name, FROM_B, [80]));
    expect(layer(...two, ...senders)[1]).toBe('S a.one-80 & a.two-80: b[app=x] > 172.20.0.1,172.20.0.5 80// allow');
  });

  it('stay where several rules decide one port in order', () => {
    const senders = ['one', 'two'].flatMap((name) => [
      letsIn(`a/${name}`, name, FROM_B, [80], { antivirus: 'strict' }),
      letsIn(`a/all-${name}`, name, [{ namespaceSelector: {}, podSelector: {} }], [80]),
    ]);
    expect(layer(...two, ...senders).filter((rule) => rule.includes(' & '))).toEqual([]);
  });

  it('stay on their side of the denial of isolated senders', () => {
    const objects = [
      ...two,
      defaultDeny('c'),
      mayCall('c/p', 'x', [appIn('a', 'one'), appIn('a', 'two')], [80]),
      ...['one', 'two'].map((name) => letsIn(`a/${name}`, name, [...FROM_B, appIn('c', 'x'), appIn('c', 'y')], [80])),
    ];
    expect(layer(...objects)).toEqual([
      'S a.one-80-isolated & a.two-80-isolated: c[app=x] > 172.20.0.1,172.20.0.5 80// allow',
      'S services-deny-egress: E > 172.20.0.0/16 * deny',
      'S a.one-80 & a.two-80: b,c[app=x] | c[app=y] > 172.20.0.1,172.20.0.5 80// allow',
      'S services-deny: any > 172.20.0.1,172.20.0.5 * deny',
    ]);
  });
});
