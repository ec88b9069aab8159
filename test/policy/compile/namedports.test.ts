import { describeDiagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { PROFILE, app, appIn, compileObjects, policy, rules, termText } from './support';
import { portSetKey } from '../../../scripts/policy/values/ports';

type Labels = Readonly<Record<string, string>>;

/** `a/web`: a pod whose ports are `http:80`, `dns:53:UDP`. */
function pod(id: string, labels: Labels, ports: readonly string[] = [], spec: RawObject = {}): RawObject {
  const [space, name] = id.split('/');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: space, name, labels },
    spec: { containers: [{ name: 'main', ports: ports.map(containerPort) }], ...spec },
  };
}

function containerPort(text: string): RawObject {
  const [name, number, protocol] = text.split(':');
  return { name, containerPort: Number(number), ...(protocol === undefined ? {} : { protocol }) };
}

const HTTP = [{ port: 'http' }];
const ingress = (ports: readonly object[], labels?: Labels): RawObject =>
  policy('a/p', { podSelector: labels ? { matchLabels: labels } : {}, ingress: [{ ports }] });
const egress = (to: readonly object[] | undefined, ports: readonly object[]): RawObject =>
  policy('a/p', { podSelector: {}, policyTypes: ['Egress'], egress: [{ to, ports }] });

/** The boxes of `a/p` as `DESTINATIONS PORTS`, and what was found. */
function boxes(...objects: readonly RawObject[]): string[] {
  const { model, inexpressible, warnings } = compileObjects(objects);
  const entries = [...(model.ingress.entries.a ?? []), ...(model.egress.entries.a ?? [])];
  const texts = entries.map((entry) => {
    const ends = entry.direction === 'ingress' ? [entry.subject] : entry.peers;
    return `${ends.map(termText).join(' | ')} ${portSetKey(entry.ports)}`;
  });
  const found = [...inexpressible.map((one) => one.diagnostic), ...warnings].map(describeDiagnostic);
  return [...texts.sort(), ...found.map((one) => `${one.code} ${one.path}`)];
}

describe('a named port of ingress', () => {
  it.each<[string, readonly RawObject[], readonly string[]]>([
    [
      'is a plain number where all pods agree',
      [pod('a/x', { app: 'x' }, ['http:8080']), pod('a/y', { app: 'y' }, ['http:8080']), ingress(HTTP)],
      ['a[] 8080//'],
    ],
    [
      'joins the numbers beside it',
      [pod('a/x', {}, ['http:8080']), ingress([...HTTP, { port: 443 }, { port: 53, protocol: 'UDP' }])],
      ['a[] 443,8080/53/'],
    ],
    [
      'is only for the pods that have it',
      [pod('a/x', { app: 'x' }, ['http:80']), pod('a/y', { app: 'y' }), ingress([...HTTP, { port: 443 }])],
      ['a[] 443//', 'a[app=x] 80//'],
    ],
    [
      'is another number on other pods',
      [pod('a/x', { app: 'x' }, ['http:80']), pod('a/y', { app: 'y' }, ['http:8080']), ingress(HTTP)],
      ['a[app=x] 80//', 'a[app=y] 8080//'],
    ],
    [
      'is one box for values of one label with one number',
      [
        pod('a/v', { app: 'v' }, ['http:8080']),
        pod('a/w', { app: 'w' }, ['http:8080']),
        pod('a/x', { app: 'x' }, ['http:80']),
        ingress(HTTP),
      ],
      ['a[app=v,w] 8080//', 'a[app=x] 80//'],
    ],
    [
      'is told apart by a label that no policy mentions',
      [
        pod('a/x', { app: 'w', track: 'stable' }, ['http:80']),
        pod('a/y', { app: 'w', track: 'canary' }, ['http:81']),
        ingress(HTTP, { app: 'w' }),
      ],
      ['a[app=w track=canary] 81//', 'a[app=w track=stable] 80//'],
    ],
    [
      'is told apart by two labels where one is not enough',
      [
        pod('a/w', { app: 'w', tier: 'f' }, ['http:80']),
        pod('a/x', { app: 'w', tier: 'b' }),
        pod('a/y', { app: 'v', tier: 'f' }),
        ingress(HTTP),
      ],
      ['a[app=w tier=f] 80//'],
    ],
    [
      'is one box for several values of several labels, where all of them go together',
      [
        pod('a/u', { app: 'u', tier: 'f' }, ['http:80']),
        pod('a/v', { app: 'v', tier: 'f' }, ['http:80']),
        pod('a/w', { app: 'w', tier: 'b' }, ['http:80']),
        pod('a/x', { app: 'x', tier: 'f' }),
        pod('a/y', { app: 'u', tier: 'b' }),
        pod('a/z', { app: 'v', tier: 'b' }),
        pod('a/o', { app: 'w', tier: 'f' }),
        ingress(HTTP),
      ],
      ['a[app=u,v tier=f] 80//', 'a[app=w tier=b] 80//'],
    ],
    [
      'is told apart by the fewest labels, whatever others there are',
      [
        pod('a/w', { a: '1', b: '1', zone: 'q' }, ['http:80']),
        pod('a/x', { a: '1', b: '2', zone: 'r' }),
        pod('a/y', { a: '2', b: '1', zone: 'r' }),
        ingress(HTTP),
      ],
      ['a[zone=q] 80//'],
    ],
    [
      'is told apart by a lasting label rather than by one that changes by itself',
      [
        pod('a/w', { 'pod-template-hash': '1', rel: 'x', top: 'y' }, ['http:80']),
        pod('a/x', { 'pod-template-hash': '2', rel: 'z', top: 'y' }),
        pod('a/y', { 'pod-template-hash': '3', rel: 'x', top: 'z' }),
        ingress(HTTP),
      ],
      ['a[rel=x top=y] 80//'],
    ],
    [
      'is told apart by the hash of the template, with a warning, where nothing else does',
      [
        pod('a/w', { app: 'w', 'pod-template-hash': '1' }, ['http:80']),
        pod('a/x', { app: 'w', 'pod-template-hash': '2' }, ['http:81']),
        ingress(HTTP),
      ],
      ['a[pod-template-hash=1] 80//', 'a[pod-template-hash=2] 81//', 'key-volatile spec.ingress[0]'],
    ],
    [
      'counts two names of one number as one port',
      [pod('a/x', {}, ['http:80']), pod('a/y', {}, ['web:80']), ingress([...HTTP, { port: 'web' }])],
      ['a[] 80//'],
    ],
    [
      'adds nothing to a number that is allowed anyway',
      [pod('a/x', {}, ['http:80']), pod('a/y', {}), ingress([...HTTP, { port: 80 }])],
      ['a[] 80//'],
    ],
    ['has a protocol', [pod('a/x', {}, ['http:80:UDP']), ingress(HTTP)], ['entry-matches-nothing spec.ingress[0]']],
    [
      'means nothing where no pod has it, without a word where numbers remain',
      [pod('a/x', {}), ingress([...HTTP, { port: 81 }])],
      ['a[] 81//'],
    ],
    ['means nothing where there is no pod', [ingress(HTTP)], ['entry-matches-nothing spec.ingress[0]']],
    [
      'is not looked up on pods of other namespaces, nor on host-network pods',
      [pod('b/x', {}, ['http:80']), pod('a/y', {}, ['http:81'], { hostNetwork: true }), ingress(HTTP)],
      ['entry-matches-nothing spec.ingress[0]', 'hosts-unknown nodes'],
    ],
    [
      'is refused where a pod without it has every label of one with it',
      [pod('a/x', { app: 'x' }, ['http:80']), pod('a/y', { app: 'x', more: 'y' }), ingress(HTTP)],
      ['named-port spec.ingress[0].ports[0]'],
    ],
    [
      'is refused where only case tells pods apart, which tags do not see',
      [pod('a/x', { app: 'x' }, ['http:80']), pod('a/y', { app: 'X' }), ingress(HTTP)],
      ['named-port spec.ingress[0].ports[0]'],
    ],
    [
      'is refused where only an empty value tells pods apart, which has no tag',
      [pod('a/x', { app: '' }, ['http:80']), pod('a/y', {}), ingress(HTTP)],
      ['named-port spec.ingress[0].ports[0]'],
    ],
    [
      'is refused where only the labels of single pods tell them apart',
      [
        pod('a/x', { 'statefulset.kubernetes.io/pod-name': 'x' }, ['http:80']),
        pod('a/y', { 'statefulset.kubernetes.io/pod-name': 'y' }),
        ingress(HTTP),
      ],
      ['named-port spec.ingress[0].ports[0]'],
    ],
  ])('%s', (_what, objects, expected) => {
    expect(boxes(...objects)).toEqual(expected);
  });

  it('a refusal says which two pods, what the name means on each, and what to do', () => {
    const { inexpressible } = compileObjects([
      pod('a/x', { app: 'x' }, ['http:80']),
      pod('a/y', { app: 'x' }, ['http:81']),
      ingress(HTTP),
    ]);
    const { message, remedy } = describeDiagnostic(inexpressible[0].diagnostic);
    expect(message).toContain('"http" means TCP 80 on a/x and TCP 81 on a/y');
    expect(remedy).toContain('a label of their own');
  });

  it('four labels are looked for; where more are needed, all labels of the pod are named', () => {
    const keys = ['k1', 'k2', 'k3', 'k4', 'k5'];
    const same = Object.fromEntries([...keys, 'k6'].map((key) => [key, '1']));
    const others = keys.map((key) => pod(`a/${key}`, { ...same, [key]: '2' }));
    expect(boxes(pod('a/x', same, ['http:80']), ...others, ingress(HTTP))).toEqual([
      'a[k1=1 k2=1 k3=1 k4=1 k5=1 k6=1] 80//',
    ]);
  });
});

describe('a named port of egress', () => {
  const there = [
    pod('a/x', { app: 'x' }, ['http:80']),
    pod('b/y', { app: 'y' }, ['http:8080']),
    pod('b/z', { app: 'z' }),
    pod('c/x', { app: 'x' }),
  ];

  it.each<[string, readonly object[] | undefined, readonly string[]]>([
    ['is looked up on each peer', [app('x'), appIn('b', 'y')], ['a[app=x] 80//', 'b[app=y] 8080//']],
    ['is for no namespace without it', [{ namespaceSelector: {}, ...app('x') }], ['a[app=x] 80//']],
    ['to anyone means all pods that have it', undefined, ['a[] 80//', 'b[app=y] 8080//']],
    ['to all pods means all that have it', [{ namespaceSelector: {} }], ['a[] 80//', 'b[app=y] 8080//']],
    ['to a block around the pod network too', [{ ipBlock: { cidr: '0.0.0.0/0' } }], ['a[] 80//', 'b[app=y] 8080//']],
    [
      'to addresses that no pod has means nothing',
      [{ ipBlock: { cidr: '203.0.113.0/24' } }],
      ['entry-matches-nothing spec.egress[0]'],
    ],
    [
      'to a part of the pod network means the pods there',
      [{ ipBlock: { cidr: '10.1.0.0/16' } }],
      ['a[]@10.1.0.0/16 80//', 'b[app=y]@10.1.0.0/16 8080//'],
    ],
  ])('%s', (_what, to, expected) => {
    expect(boxes(...there, egress(to, HTTP))).toEqual(expected);
  });

  it('numbers beside it stay for all peers', () => {
    const ports = [...HTTP, { port: 443 }];
    expect(boxes(...there, egress([app('x'), appIn('b', 'z')], ports))).toEqual([
      'a[app=x] 80//',
      'a[app=x] | b[app=z] 443//',
    ]);
  });
});

it('SCTP needs the profile, by name too', () => {
  const objects = [pod('a/x', {}, ['s:132:SCTP']), ingress([{ port: 's', protocol: 'SCTP' }])];
  expect(boxes(...objects)).toEqual(['sctp-refused spec.ingress[0].ports[0]']);
  expect(rules(objects, { ...PROFILE, sctp: 'service' })[0]).toBe('C a/p.in0: any > a[] //132 allow');
});

it('which entry decides does not depend on what a name means today', () => {
  const objects = (...labels: readonly Labels[]): RawObject[] => [
    ...labels.map((one, index) => pod(`a/pod-${index}`, one, ['http:80'])),
    policy('a/a-number', { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }, { antivirus: 'x' }),
    policy('a/b-name', { podSelector: {}, ingress: [{ ports: HTTP }] }, { antivirus: 'y' }),
    policy('a/c-all', { podSelector: {}, ingress: [{ ports: [{}] }] }, { antivirus: 'z' }),
    policy('a/d-both', { podSelector: {}, ingress: [{ ports: [...HTTP, { port: 81 }] }] }, { antivirus: 'w' }),
  ];
  const order = (given: readonly RawObject[]): string[] =>
    compileObjects(given).model.ingress.entries.a.map((entry) => entry.policy.id.name);
  expect(order(objects({}))).toEqual(['a-number', 'b-name', 'd-both', 'c-all']);
  // Two boxes each: for pods with the port, and with the number beside it for all.
  expect(order([...objects({ app: 'x' }), pod('a/other', { app: 'y' })])).toEqual([
    'a-number',
    'b-name',
    'd-both',
    'd-both',
    'c-all',
  ]);
});

it('the rulebase depends on the names that entries in force use', () => {
  const names = (...objects: readonly RawObject[]): readonly string[] => compileObjects(objects).dependsOn.namedPorts;
  expect(
    names(ingress([{ port: 'web' }, ...HTTP, { port: 80 }]), policy('a/q', { podSelector: {}, ingress: [{}] })),
  ).toEqual(['http', 'web']);
  expect(names(policy('a/p', { podSelector: {}, policyTypes: ['Ingress'], egress: [{ ports: HTTP }] }))).toEqual([]);
});
