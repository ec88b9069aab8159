import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { connectionsBetween } from '../../../scripts/policy/prove/verdict/ask';
import { buildModel } from '../../../scripts/policy/prove/verdict/model';
import type { Port } from '../../../scripts/policy/prove/read/ports';
import { judgePolicies } from '../../../scripts/policy/prove/verdict/reasons';
import { namespace, node, pod, policy, port, profile, rulebase } from './support';

const objects: RawObject[] = [
  namespace('a', { team: 'one' }),
  namespace('b', { team: 'two', stage: 'prod' }),
  pod('a/web', { app: 'web' }, ['10.1.0.1', 'fd00::1'], {
    containers: [{ ports: [port('http', 8080), port('http', 8053, 'UDP')] }],
  }),
  pod('a/api', { app: 'api', tier: 'back' }, ['10.1.0.2', 'fd00::2'], {
    containers: [{ ports: [port('http', 9090)] }],
  }),
  pod('b/job', {}, ['10.1.1.1', 'fd00::101']),
  pod('a/host', { app: 'web' }, ['192.168.0.1'], { hostNetwork: true }),
  node('n1', '192.168.0.1'),
  // A namespace that only a pod names.
  pod('c/lone', { app: 'web' }, ['10.1.2.1']),
];

const TCP80: Port = { protocol: 'TCP', port: 80 };
const ICMP: Port = { protocol: 'none' };

/** The verdicts between two ends, one for each family, as `allow` or `deny`. */
function between(policies: RawObject[], source: string, destination: string, where: Port = TCP80): string {
  const problems: string[] = [];
  const model = buildModel(
    {
      objects: [...objects, ...policies],
      profile: profile({ podCIDRs: ['10.1.0.0/16', 'fd00::/64'] }),
      services: [],
      rulebase: rulebase([]),
      leftOut: [],
    },
    problems,
  );
  const verdicts = connectionsBetween(model, source, destination, where).map(
    (connection) => judgePolicies(model, connection).verdict,
  );
  return [...problems, ...new Set(verdicts)].join('|');
}

/** `allow` when everything from a/web to the pods of namespace `a` is allowed by one policy on a/api. */
function ingress(spec: RawObject, source = 'a/web', where: Port = TCP80): string {
  return between([policy('a/p', { podSelector: { matchLabels: { app: 'api' } }, ...spec })], source, 'a/api', where);
}

function egress(spec: RawObject, destination = 'a/api', where: Port = TCP80): string {
  return between(
    [policy('a/p', { podSelector: { matchLabels: { app: 'web' } }, ...spec })],
    'a/web',
    destination,
    where,
  );
}

describe('policyTypes', () => {
  it.each<[string, RawObject, string, string]>([
    ['absent: ingress always', {}, 'deny', 'allow'],
    ['absent, egress: []: ingress only', { egress: [] }, 'deny', 'allow'],
    [
      'absent with egress entries: both',
      { egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }] },
      'deny',
      'deny',
    ],
    ['empty: as absent', { policyTypes: [] }, 'deny', 'allow'],
    ['Egress only, with ingress entries', { policyTypes: ['Egress'], ingress: [{}] }, 'allow', 'deny'],
    ['Ingress only, with egress entries', { policyTypes: ['Ingress'], egress: [{}] }, 'deny', 'allow'],
    ['both, empty entries', { policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] }, 'allow', 'allow'],
  ])('%s', (_title, spec, into, outOf) => {
    const one = [policy('a/p', { podSelector: { matchLabels: { app: 'api' } }, ...spec })];
    expect([between(one, 'b/job', 'a/api'), between(one, 'a/api', 'b/job')]).toEqual([into, outOf]);
  });
});

describe('peers', () => {
  const from = (...peers: RawObject[]): RawObject => ({ ingress: [{ from: peers }] });

  it.each<[string, RawObject, string, string]>([
    ['from: [] means everyone', from(), 'b/job', 'allow'],
    ['an empty podSelector means the own namespace', from({ podSelector: {} }), 'a/web', 'allow'],
    ['an empty podSelector means no other namespace', from({ podSelector: {} }), 'b/job', 'deny'],
    ['podSelector: null is absent', from({ podSelector: null, namespaceSelector: {} }), 'b/job', 'allow'],
    ['an empty namespaceSelector means all namespaces', from({ namespaceSelector: {} }), 'c/lone', 'allow'],
    ['an empty namespaceSelector means pods only', from({ namespaceSelector: {} }), '203.0.113.1', 'deny'],
    [
      'both selectors in one peer: and',
      from({ namespaceSelector: { matchLabels: { team: 'two' } }, podSelector: { matchLabels: { app: 'web' } } }),
      'a/web',
      'deny',
    ],
    [
      'two peers: or',
      from({ namespaceSelector: { matchLabels: { team: 'two' } } }, { podSelector: { matchLabels: { app: 'web' } } }),
      'a/web',
      'allow',
    ],
    [
      'metadata.name is on every namespace',
      from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'c' } } }),
      'c/lone',
      'allow',
    ],
    [
      'namespaces: NotIn takes those without the key',
      from({ namespaceSelector: { matchExpressions: [{ key: 'stage', operator: 'NotIn', values: ['prod'] }] } }),
      'a/web',
      'allow',
    ],
    [
      'namespaces: NotIn',
      from({ namespaceSelector: { matchExpressions: [{ key: 'stage', operator: 'NotIn', values: ['prod'] }] } }),
      'b/job',
      'deny',
    ],
    [
      'namespaces: Exists',
      from({ namespaceSelector: { matchExpressions: [{ key: 'stage', operator: 'Exists' }] } }),
      'b/job',
      'allow',
    ],
    [
      'namespaces: DoesNotExist',
      from({ namespaceSelector: { matchExpressions: [{ key: 'stage', operator: 'DoesNotExist' }] } }),
      'b/job',
      'deny',
    ],
    [
      'pods: In',
      from({ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'web'] }] } }),
      'a/web',
      'allow',
    ],
    [
      'pods: NotIn takes pods without the key',
      from({
        namespaceSelector: {},
        podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
      }),
      'b/job',
      'allow',
    ],
    [
      'pods: NotIn',
      from({ podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] } }),
      'a/web',
      'deny',
    ],
    [
      'pods: Exists',
      from({ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
      'b/job',
      'deny',
    ],
    [
      'pods: DoesNotExist',
      from({ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } }),
      'b/job',
      'allow',
    ],
    ['host-network pods are selected by nothing', from({ podSelector: {} }), '192.168.0.1', 'deny'],
    ['a node is an ordinary address', from({ ipBlock: { cidr: '192.168.0.0/24' } }), '192.168.0.1', 'allow'],
    [
      'an ipBlock takes pods with such an address',
      from({ ipBlock: { cidr: '10.1.1.0/24' } }, { ipBlock: { cidr: 'fd00::/64' } }),
      'b/job',
      'allow',
    ],
    [
      'an exception of an ipBlock',
      from({ ipBlock: { cidr: '203.0.0.0/16', except: ['203.0.113.0/24'] } }),
      '203.0.113.7',
      'deny',
    ],
    [
      'beside the exception',
      from({ ipBlock: { cidr: '203.0.0.0/16', except: ['203.0.113.0/24'] } }),
      '203.0.112.7',
      'allow',
    ],
    [
      'IPv6 blocks',
      from({ ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }),
      '2001:db8:2::1',
      'allow',
    ],
    [
      'IPv6 exceptions',
      from({ ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }),
      '2001:db8:1::1',
      'deny',
    ],
    ['0.0.0.0/0 does not take IPv6', from({ ipBlock: { cidr: '0.0.0.0/0' } }), '2001:db8::1', 'deny'],
    ['::/0 does not take IPv4', from({ ipBlock: { cidr: '::/0' } }), '203.0.113.7', 'deny'],
    ['one family of a dual-stack pod', from({ ipBlock: { cidr: '0.0.0.0/0' } }), 'b/job', 'allow|deny'],
  ])('%s', (_title, spec, source, expected) => {
    expect(ingress(spec, source)).toBe(expected);
  });

  it('does not judge a peer that names nothing', () => {
    expect(ingress({ ingress: [{ from: [{}] }] })).toContain('names neither pods nor addresses');
  });

  it('puts a policy without a namespace into default', () => {
    const nowhere = { ...policy('default/p', { podSelector: {} }), metadata: { name: 'p' } };
    const one = [nowhere, pod('default/x', {}, ['10.1.3.1'])];
    expect(between(one, 'a/web', 'default/x')).toBe('deny');
  });

  it('isolates no host-network pod', () => {
    expect(
      between([policy('a/p', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })], 'b/job', '192.168.0.1'),
    ).toBe('allow');
  });
});

describe('both ends', () => {
  it('need to agree', () => {
    const out = policy('a/out', {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{ ports: [{ port: 80 }] }],
    });
    const into = policy('a/in', { podSelector: { matchLabels: { app: 'api' } }, ingress: [{ ports: [{ port: 81 }] }] });
    expect(between([out], 'a/web', 'a/api')).toBe('allow');
    expect(between([out, into], 'a/web', 'a/api')).toBe('deny');
  });

  it('add up over policies', () => {
    const closed = policy('a/closed', { podSelector: {} });
    const open = policy('a/open', { podSelector: { matchLabels: { app: 'api' } }, ingress: [{}] });
    expect(between([closed, open], 'b/job', 'a/api')).toBe('allow');
    expect(between([closed, open], 'b/job', 'a/web')).toBe('deny');
  });
});

describe('ports', () => {
  const tcp = (number: number): Port => ({ protocol: 'TCP', port: number });

  it.each<[string, RawObject[], Port, string]>([
    ['ports: [] is anything', [], ICMP, 'allow'],
    ['ports: [] is SCTP too', [], { protocol: 'SCTP', port: 1 }, 'allow'],
    ['TCP is the default', [{ port: 80 }], TCP80, 'allow'],
    ['TCP is not UDP', [{ port: 80 }], { protocol: 'UDP', port: 80 }, 'deny'],
    ['a protocol alone is all of its ports', [{ protocol: 'UDP' }], { protocol: 'UDP', port: 65535 }, 'allow'],
    ['a protocol alone is no ICMP', [{ protocol: 'TCP' }], ICMP, 'deny'],
    ['an empty element is all of TCP', [{}], tcp(65535), 'allow'],
    ['endPort is included', [{ port: 80, endPort: 90 }], tcp(90), 'allow'],
    ['after endPort', [{ port: 80, endPort: 90 }], tcp(91), 'deny'],
    ['before port', [{ port: 80, endPort: 90 }], tcp(79), 'deny'],
    ['SCTP', [{ protocol: 'SCTP', port: 80 }], { protocol: 'SCTP', port: 80 }, 'allow'],
    ['a named port is looked up on the receiver', [{ port: 'http' }], tcp(9090), 'allow'],
    ["a named port is not the sender's", [{ port: 'http' }], tcp(8080), 'deny'],
    ['a named port has a protocol', [{ port: 'http', protocol: 'UDP' }], { protocol: 'UDP', port: 8053 }, 'deny'],
    ['an unknown name is no port', [{ port: 'nothing' }], TCP80, 'deny'],
  ])('%s', (_title, ports, where, expected) => {
    expect(ingress({ ingress: [{ ports }] }, 'a/web', where)).toBe(expected);
    expect(egress({ policyTypes: ['Egress'], egress: [{ ports }] }, 'a/api', where)).toBe(expected);
  });

  it('looks a named port of egress up on each destination, never on outside addresses', () => {
    const spec = { policyTypes: ['Egress'], egress: [{ ports: [{ port: 'http' }] }] };
    expect(egress(spec, 'a/api', tcp(9090))).toBe('allow');
    expect(egress(spec, 'b/job', tcp(9090))).toBe('deny');
    expect(egress(spec, '203.0.113.1', tcp(9090))).toBe('deny');
    expect(egress(spec, '192.168.0.1', tcp(8080))).toBe('deny');
  });
});
