import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { app, appIn, compileObjects, defaultDeny, policy, PROFILE, rules } from './support';

/** Layer S: what is let through to Service addresses, and what is not. */

const BOTH: ClusterProfile = { ...PROFILE, inspection: 'both-ends', serviceCIDRs: ['172.20.0.0/16'] };

function service(id: string, spec: object, labels: Readonly<Record<string, string>> = {}): RawObject {
  const [namespace, name] = id.split('/');
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace, name, labels }, spec };
}

/** A Service over the pods of one app, at 172.20.0.1. */
function over(name: string, ports: readonly object[] = [{ port: 80, targetPort: 8080 }], more: object = {}): RawObject {
  return service('a/s', { clusterIP: '172.20.0.1', selector: { app: name }, ports, ...more });
}

function pod(id: string, labels: object, ports: readonly object[] = [], address = ''): RawObject {
  const [namespace, name] = id.split('/');
  const podIPs = address === '' ? [] : [{ ip: address }];
  const spec = { containers: [{ name: 'main', ports }] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name, labels }, spec, status: { podIPs } };
}

/** The rules of the layer alone. */
function layer(objects: readonly RawObject[], profile: ClusterProfile = BOTH): string[] {
  return rules(objects, profile)
    .filter((rule) => rule.startsWith('S '))
    .map((rule) => rule.slice(2));
}

function ingress(name: string, entries: readonly object[], annotations?: Readonly<Record<string, string>>): RawObject {
  return policy(`a/in-${name}`, { ...app(name), ingress: entries }, annotations);
}

function egress(name: string, entries: readonly object[], annotations?: Readonly<Record<string, string>>): RawObject {
  return policy(`a/out-${name}`, { ...app(name), policyTypes: ['Egress'], egress: entries }, annotations);
}

const DENY_E = 'services-deny-egress: E > 172.20.0.0/16 * deny';
const DENY_1 = 'services-deny: any > 172.20.0.1 * deny';

describe('a Service with another target port', () => {
  const fromX = ingress('y', [{ from: [app('x')], ports: [{ port: 8080 }] }]);

  it('lets through, on its port, who may connect to the target port', () => {
    expect(layer([over('y'), fromX])).toEqual(['a.s-80: a[app=x] > 172.20.0.1 80// allow', DENY_1]);
  });

  it('lets through nobody where policies name its own port', () => {
    expect(layer([over('y'), ingress('y', [{ from: [app('x')], ports: [{ port: 80 }] }])])).toEqual([DENY_1]);
  });

  it('is one rule for all senders where egress allows what ingress does', () => {
    const objects = [over('y'), fromX, egress('x', [{ to: [app('y')], ports: [{ port: 8080 }] }])];
    expect(layer(objects)).toEqual(['a.s-80: a[app=x] > 172.20.0.1 80// allow', DENY_E, DENY_1]);
  });

  it('is two where it does not: isolated senders first, the others behind their deny', () => {
    const objects = [
      over('y'),
      ingress('y', [{ ports: [{ port: 8080 }] }]),
      egress('x', [{ to: [app('y')], ports: [{ port: 8080 }] }]),
      egress('z', []),
    ];
    expect(layer(objects)).toEqual([
      'a.s-80-isolated: a[app=x] > 172.20.0.1 80// allow',
      DENY_E,
      'a.s-80: any > 172.20.0.1 80// allow',
      DENY_1,
    ]);
  });

  it('has no layer where packets are seen behind the replacement, or no pod is isolated', () => {
    expect(layer([over('y'), fromX], PROFILE)).toEqual([]);
    expect(layer([over('y')])).toEqual([]);
  });
});

it('namespaces may be called as what every object has', () => {
  const world = (other: string): RawObject[] => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: other } },
    over('y'),
    ingress('y', [{ from: [{ namespaceSelector: {}, ...app('x') }], ports: [{ port: 8080 }] }]),
    egress('x', [{ to: [app('y')], ports: [{ port: 8080 }] }]),
  ];
  expect(layer(world('constructor'))).toEqual(
    layer(world('other')).map((rule) => rule.replace('other[', 'constructor[')),
  );
});

describe('all pods behind the address count', () => {
  it('those that a narrower policy isolates too', () => {
    const narrow = policy('a/narrow', {
      podSelector: { matchLabels: { tier: 'db' } },
      ingress: [{ from: [app('z')] }],
    });
    const wide = ingress('y', [{ from: [app('x')] }]);
    expect(layer([over('y'), wide])).toEqual(['a.s-80: a[app=x] > 172.20.0.1 80// allow', DENY_1]);
    // A pod of both is reached by x, one of the wide policy alone is what counts.
    expect(layer([over('y'), wide, narrow])).toEqual(['a.s-80: a[app=x] > 172.20.0.1 80// allow', DENY_1]);
    expect(layer([over('y'), narrow])).toEqual(['a.s-80: a[app=z] > 172.20.0.1 80// allow', DENY_1]);
  });

  it('several policies that each isolate some of them let through what all of them do', () => {
    const isolate = (tier: string, from: object): RawObject =>
      policy(`a/${tier}`, { podSelector: { matchLabels: { tier } }, ingress: [{ from: [from] }] });
    const both = { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'z'] }] } };
    expect(layer([over('y'), isolate('one', app('x')), isolate('two', both)])).toEqual([
      'a.s-80: a[app=x] > 172.20.0.1 80// allow',
      DENY_1,
    ]);
    expect(layer([over('y'), isolate('one', app('x')), isolate('two', app('z'))])).toEqual([DENY_1]);
  });

  it('entries that only together open all of them do', () => {
    const tiers = { matchExpressions: [{ key: 'tier', operator: 'In', values: ['one', 'two'] }] };
    const open = (tier: string): RawObject =>
      policy(`a/${tier}`, { podSelector: { matchLabels: { tier } }, ingress: [{ from: [app('x')] }] });
    const isolated = policy('a/isolated', { podSelector: tiers, ingress: [] });
    expect(layer([over('y'), isolated, open('one'), open('two')])).toEqual([
      'a.s-80: a[app=x] > 172.20.0.1 80// allow',
      DENY_1,
    ]);
    expect(layer([over('y'), isolated, open('one')])).toEqual([DENY_1]);
  });

  it('a sender that reaches some of them only is denied', () => {
    const some = { podSelector: { matchLabels: { app: 'y', tier: 'db' } } };
    expect(layer([over('y'), egress('x', [{ to: [some] }])])).toEqual([DENY_E]);
    expect(layer([over('y'), egress('x', [{ to: [app('y')] }])])).toEqual([
      'a.s-80-isolated: a[app=x] > 172.20.0.1 80// allow',
      DENY_E,
    ]);
  });

  it('with their addresses of the family of the packet', () => {
    const dual = { ...BOTH, podCIDRs: ['10.0.0.0/8', 'fd00::/64'], serviceCIDRs: ['172.20.0.0/16', 'fd96::/112'] };
    const both = over('y', undefined, { clusterIPs: ['172.20.0.1', 'fd96::1'] });
    const deny = 'services-deny-egress: E > 172.20.0.0/16,fd96::/112 * deny';
    expect(layer([both, egress('x', [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }])], dual)).toEqual([
      'a.s-80-isolated: a[app=x] > 172.20.0.1 80// allow',
      deny,
    ]);
    expect(layer([both, egress('x', [{ to: [app('y')] }])], dual)).toEqual([
      'a.s-80-isolated: a[app=x] > 172.20.0.1,fd96::1 80// allow',
      deny,
    ]);
  });
});

describe('ports', () => {
  it('that let the same senders through share a rule, others do not', () => {
    const ports = [
      { name: 'web', port: 80, targetPort: 8080 },
      { name: 'tls', port: 443, targetPort: 8443 },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ];
    const entries = [
      { from: [app('x')], ports: [{ port: 8080 }, { port: 8443 }] },
      { from: [app('z')], ports: [{ port: 53, protocol: 'UDP' }] },
    ];
    expect(layer([over('y', ports), ingress('y', entries)])).toEqual([
      'a.s-80_443: a[app=x] > 172.20.0.1 80,443// allow',
      'a.s-udp-53: a[app=z] > 172.20.0.1 /53/ allow',
      DENY_1,
    ]);
  });

  it('by name are looked up on each pod that there is', () => {
    const named = over('y', [{ port: 80, targetPort: 'http' }]);
    const http = (containerPort: number): object[] => [{ name: 'http', containerPort }];
    const from = ingress('y', [{ from: [app('x')], ports: [{ port: 80 }] }]);
    const one = pod('a/one', { app: 'y', tier: 'one' }, http(80));
    const two = pod('a/two', { app: 'y', tier: 'two' }, http(8080));
    const allowed = 'a.s-80: a[app=x] > 172.20.0.1 80// allow';
    expect(layer([named, from, one])).toEqual([allowed, DENY_1]);
    expect(layer([named, from, one, two])).toEqual([DENY_1]);
    expect(layer([named, from, one, pod('a/none', { app: 'y', tier: 'two' })])).toEqual([allowed, DENY_1]);
    // Nobody has the name.
    expect(layer([named, from])).toEqual([DENY_1]);
    // Each pod on its own number.
    const onTwo = policy('a/two', {
      podSelector: { matchLabels: { tier: 'two' } },
      ingress: [{ from: [app('x')], ports: [{ port: 8080 }] }],
    });
    expect(layer([named, from, one, two, onTwo])).toEqual([allowed, DENY_1]);
  });

  it('of Services that claim one address are decided by all that have them', () => {
    const other = service('a/t', { clusterIP: '172.20.0.1', selector: { app: 'z' }, ports: [{ port: 443 }] });
    const objects = [
      over('y'),
      other,
      ingress('y', [{ from: [app('x')] }]),
      ingress('z', [{ from: [app('w')], ports: [{ port: 443 }] }]),
    ];
    expect(layer(objects)).toEqual([
      'a.s-80: a[app=x] > 172.20.0.1 80// allow',
      'a.s-443: a[app=w] > 172.20.0.1 443// allow',
      DENY_1,
    ]);
  });
});

describe('Services without selector', () => {
  const slice = (addresses: readonly string[], port = 6443): RawObject => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { namespace: 'a', name: 's-1', labels: { 'kubernetes.io/service-name': 's' } },
    endpoints: addresses.map((address) => ({ addresses: [address] })),
    ports: [{ name: 'https', port }],
  });
  const listed = service('a/s', { clusterIP: '172.20.0.1', ports: [{ name: 'https', port: 443, targetPort: 1 }] });
  const to = (cidr: string, port = 6443): RawObject =>
    egress('x', [{ to: [{ ipBlock: { cidr } }], ports: [{ port }] }]);
  const allowed = 'a.s-443-isolated: a[app=x] > 172.20.0.1 443// allow';

  it('are reached by who reaches every endpoint on the listed port', () => {
    expect(layer([listed, slice(['192.0.2.1']), to('192.0.2.1/32')])).toEqual([allowed, DENY_E]);
    expect(layer([listed, slice(['192.0.2.1', '192.0.2.9']), to('192.0.2.1/32')])).toEqual([DENY_E]);
    expect(layer([listed, slice(['192.0.2.1']), to('192.0.2.1/32', 443)])).toEqual([DENY_E]);
  });

  it('are not what a block with their own address means', () => {
    expect(layer([listed, slice(['192.0.2.1']), to('172.20.0.1/32', 443)])).toEqual([DENY_E]);
  });

  it('are closed to isolated senders where nobody is behind them', () => {
    expect(layer([listed, egress('x', [{}])])).toEqual([DENY_E]);
  });

  it('find the pod that has a listed address', () => {
    const leader = pod('a/db-0', { app: 'y' }, [], '10.0.0.7');
    const objects = [listed, slice(['10.0.0.7']), leader];
    expect(layer([...objects, egress('x', [{ to: [app('y')] }])])).toEqual([allowed, DENY_E]);
    expect(layer([...objects, ingress('y', [{ from: [app('x')] }])])).toEqual([
      'a.s-443: a[app=x] > 172.20.0.1 443// allow',
      DENY_1,
    ]);
  });
});

describe('addresses', () => {
  it('headless Services and external names have none', () => {
    const none = [
      service('a/h', { clusterIP: 'None', selector: { app: 'y' }, ports: [{ port: 80 }] }),
      service('a/e', { type: 'ExternalName', externalName: 'db.example', clusterIP: '172.20.0.9' }),
    ];
    expect(layer([...none, ingress('y', [])])).toEqual([]);
  });

  it('outside of the known network are denied too, and alone where none is known', () => {
    const far = service('a/s', { clusterIP: '10.200.0.1', selector: { app: 'y' }, ports: [] });
    const isolated = egress('x', [{}]);
    expect(layer([far, isolated])).toEqual(['services-deny-egress: E > 10.200.0.1,172.20.0.0/16 * deny']);
    const unknown = { ...BOTH, serviceCIDRs: undefined };
    expect(layer([far, isolated], unknown)).toEqual(['services-deny-egress: E > 10.200.0.1 * deny']);
    const codes = (profile: ClusterProfile): string[] =>
      compileObjects([far, isolated], profile).warnings.map(({ code }) => code);
    expect(codes(unknown)).toEqual(['service-network-unknown']);
    expect(codes(BOTH)).toEqual([]);
  });

  it('of a network that holds pods or Nodes leave these out', () => {
    const node = {
      kind: 'Node',
      metadata: { name: 'n' },
      status: { addresses: [{ type: 'InternalIP', address: '172.20.0.0' }] },
    };
    expect(layer([node, egress('x', [{}])], { ...BOTH, serviceCIDRs: ['172.20.0.0/31', '10.0.0.0/9'] })).toEqual([
      'services-deny-egress: E > 172.20.0.1 * deny',
    ]);
  });

  it('that stand in a group of isolated pods by their tags stay open to others', () => {
    const tagged = service('a/s', { clusterIP: '172.20.0.1', selector: { app: 'y' } }, { app: 'z' });
    const open = 'services-open: any > 172.20.0.1 * allow';
    expect(layer([tagged, ingress('z', [])])).toEqual([open]);
    expect(layer([tagged, ingress('x', [])])).toEqual([]);
    expect(layer([service('a/s', { clusterIP: '172.20.0.1' }), defaultDeny('a')])).toEqual([DENY_E, open]);
  });
});

describe('attributes', () => {
  it('are those of both ends', () => {
    const objects = [
      over('y'),
      ingress('y', [{ from: [app('x')] }], { antivirus: 'strict' }),
      egress('x', [{ to: [app('y')] }], { appid: 'ssl' }),
    ];
    expect(layer(objects)).toEqual([
      'a.s-80-isolated: a[app=x] > 172.20.0.1 80// allow ssl strict',
      DENY_E,
      'a.s-80: a[app=x] > 172.20.0.1 80// allow strict',
      DENY_1,
    ]);
  });

  it('decide in their order', () => {
    const objects = [
      over('y'),
      policy('a/plain', { ...app('y'), ingress: [{ from: [app('x')] }] }),
      policy('a/cut', { ...app('y'), ingress: [{ from: [app('x')] }] }, { appid: 'ssl' }),
    ];
    expect(layer(objects)).toEqual([
      'a.s-80: a[app=x] > 172.20.0.1 80// allow ssl',
      'a.s-80: a[app=x] > 172.20.0.1 80// allow',
      DENY_1,
    ]);
  });

  it('of different pods are cut to what all of them take, with a warning', () => {
    const tier = (value: string, appid: string): RawObject =>
      policy(
        `a/${value}`,
        { podSelector: { matchLabels: { tier: value } }, ingress: [{ from: [app('x')] }] },
        { appid },
      );
    expect(layer([over('y'), tier('one', 'ssl,ssh'), tier('two', 'ssh,web-browsing')])).toEqual([
      'a.s-80: a[app=x] > 172.20.0.1 80// allow ssh',
      DENY_1,
    ]);
    expect(layer([over('y'), tier('one', 'ssl'), tier('two', 'ssh')])).toEqual([DENY_1]);
  });
});

describe('host-network pods', () => {
  const onHost = (id: string, labels: object, ...addresses: readonly string[]): RawObject => {
    const one = pod(id, labels);
    const status = { podIPs: addresses.map((ip) => ({ ip })) };
    return { ...one, spec: { ...(one.spec as RawObject), hostNetwork: true }, status };
  };
  const host = onHost('a/agent', { app: 'y' }, '192.0.2.5');
  const toBlock = egress('x', [{ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }]);
  const toPods = egress('x', [{ to: [app('y')] }]);
  const plain: ClusterProfile = { ...BOTH, tags: { ...BOTH.tags, hostNetwork: 'not-registered' } };
  const allowed = 'a.s-80-isolated: a[app=x] > 172.20.0.1 80// allow';

  it('are behind a Service by the addresses of their nodes', () => {
    expect(layer([over('y'), host, toBlock], plain)).toEqual([allowed, DENY_E]);
    expect(layer([over('y'), host, toPods], plain)).toEqual([DENY_E]);
    // Beside other pods, both.
    expect(layer([over('y'), host, pod('a/p', { app: 'y' }), toBlock], plain)).toEqual([DENY_E]);
    expect(layer([over('y'), host, ingress('y', [])], plain)).toEqual([]);
  });

  it('send as their nodes, whatever groups hold these', () => {
    const sender = onHost('a/agent', { app: 'x' }, '192.0.2.5');
    const block = { from: [{ ipBlock: { cidr: '192.0.2.4/30' } }], ports: [{ port: 8080 }] };
    const objects = [over('y'), sender, toPods, ingress('y', [block, { from: [app('x')], ports: [{ port: 80 }] }])];
    expect(layer(objects).slice(0, 2)).toEqual([
      'a.s-80-nodes: 192.0.2.5 > 172.20.0.1 80// allow',
      'services-deny-nodes: 192.0.2.5 > 172.20.0.1 * deny',
    ]);
    expect(layer([over('y'), sender, toPods])).toEqual([
      'services-open-nodes: 192.0.2.5 > 172.20.0.1 * allow',
      allowed,
      DENY_E,
    ]);
    expect(layer([over('y'), sender, toPods], plain)).toEqual([allowed, DENY_E]);
  });
});

it('stands before the Nodes, whose group may hold Service addresses by their tags', () => {
  const profile: ClusterProfile = { ...BOTH, nodes: { toPods: 'all', ports: [], addresses: ['192.0.2.1'] } };
  const found = rules([over('y'), ingress('y', [])], profile);
  expect(found.map((rule) => rule.split(' ')[0])).toEqual(['S', 'N', 'D']);
});

it('senders of other namespaces reach it by the same rules', () => {
  const listed = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b' } };
  expect(layer([listed, over('y'), ingress('y', [{ from: [appIn('b', 'x')] }])])).toEqual([
    'a.s-80: b[app=x] > 172.20.0.1 80// allow',
    DENY_1,
  ]);
});
