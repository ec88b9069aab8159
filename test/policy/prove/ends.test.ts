import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import {
  group,
  inShort,
  namespace,
  node,
  pod,
  policy,
  port,
  profile,
  proofOf,
  rule,
  rulebase,
  service,
  serviceObject,
} from './support';

const groups = [
  group('web', "'k8s.cl_c1.ns_shop.app.web'"),
  group('api', "'k8s.cl_c1.ns_shop.app.api'"),
  group('nodes', '192.168.0.1,192.168.0.2'),
];
const services = [
  serviceObject('tcp-80', 'tcp', '80'),
  serviceObject('tcp-8080', 'tcp', '8080'),
  serviceObject('tcp-9000', 'tcp', '9000'),
  serviceObject('sctp-80', 'sctp', '80'),
];
const shop = [
  namespace('shop'),
  pod('shop/web', { app: 'web' }, ['10.1.0.10']),
  pod('shop/api', { app: 'api' }, ['10.1.0.11'], {
    containers: [
      {
        ports: [port('http', 8080), port('health', 9000)],
        livenessProbe: { httpGet: { port: 'health' } },
        readinessProbe: { exec: { command: ['true'] } },
      },
    ],
  }),
];

function closed(entries: RawObject[] = []): RawObject {
  return policy('shop/api', { podSelector: { matchLabels: { app: 'api' } }, ingress: entries });
}

function verdict(objects: RawObject[], rules: RuleEntry[], changes: Partial<ClusterProfile> = {}): string {
  return inShort(proofOf([...shop, ...objects], rulebase(rules, groups, services), { profile: profile(changes) }));
}

describe('nodes', () => {
  const nodes = [node('n1', '192.168.0.1', 'n1.example'), node('n2', '192.168.0.2')];
  const probes = (ports: number[] = [], addresses: string[] = []): Partial<ClusterProfile> => ({
    nodes: { toPods: 'probes', ports, addresses },
  });

  it('reach isolated pods on their probe ports', () => {
    const rules = [rule('allow nodes api tcp-9000'), rule('deny any api')];
    expect(verdict([...nodes, closed()], rules, probes())).toBe('equal');
    expect(verdict([...nodes, closed()], [rule('deny any api')], probes())).toBe(
      '192.168.0.1 -> shop/api tcp/9000 allow/deny',
    );
    expect(verdict([...nodes, closed()], rules)).toBe('192.168.0.1 -> shop/api tcp/9000 deny/allow');
  });

  it('and nobody else does', () => {
    const rules = [rule('allow 192.168.0.0/30 api tcp-9000'), rule('deny any api')];
    expect(verdict([...nodes, closed()], rules, probes())).toBe('192.168.0.0 -> shop/api tcp/9000 deny/allow');
  });

  it('reach the ports of the profile and come from its further addresses', () => {
    const rules = [rule('allow nodes,10.1.0.1 api tcp-9000,tcp-80'), rule('deny any api')];
    expect(verdict([...nodes, closed()], rules, probes([80], ['10.1.0.1']))).toBe('equal');
    expect(verdict([...nodes, closed()], rules, probes([80]))).toContain('shop/ -> shop/api');
  });

  it('reach everything where the profile says all', () => {
    const rules = [rule('allow nodes api any'), rule('deny any api')];
    expect(verdict([...nodes, closed()], rules, { nodes: { toPods: 'all', ports: [], addresses: [] } })).toBe('equal');
  });

  it('come without inspection, and log nothing or what the cluster logs by default', () => {
    const objects = [...nodes, closed()];
    const through = (more: Partial<RuleEntry>): string =>
      verdict(objects, [rule('allow nodes api tcp-9000', more), rule('deny any api')], probes());
    const different = '192.168.0.1 -> shop/api tcp/9000 allow/allow';
    expect(through({ logEnd: false })).toBe('equal');
    expect(through({ logSetting: 'fwd' })).toBe(different);
    expect(through({ logStart: true })).toBe(different);
    expect(through({ profileSetting: { type: 'group', group: 'strict' } })).toBe(different);
  });
});

describe('host-network pods', () => {
  const host = pod('shop/agent', { app: 'web' }, ['192.168.0.1'], { hostNetwork: true });
  const fromWeb = closed([{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }]);
  const rules = [rule('allow web api any'), rule('deny any api')];

  it('carry their tags onto the node where the plugin registers them', () => {
    expect(verdict([node('n1', '192.168.0.1'), host, fromWeb], rules)).toContain('192.168.0.1 -> shop/api');
    expect(verdict([node('n1', '192.168.0.1'), host, fromWeb], [rule('deny 192.168.0.1 api'), ...rules])).toBe('equal');
  });

  it('carry none where it does not', () => {
    const tags = { cluster: 'c1', labelKey: 'identity', hostNetwork: 'not-registered' } as const;
    expect(verdict([node('n1', '192.168.0.1'), host, fromWeb], rules, { tags })).toBe('equal');
  });

  it('of a workload may land on any node', () => {
    const agent = {
      kind: 'DaemonSet',
      metadata: { namespace: 'shop', name: 'agent' },
      spec: { template: { metadata: { labels: { app: 'web' } }, spec: { hostNetwork: true, containers: [] } } },
    };
    expect(verdict([node('n1', '192.168.0.1'), agent, fromWeb], rules)).toContain('192.168.0.1 -> shop/api');
  });
});

describe('addresses', () => {
  const block = (cidr: string, except: string[] = []): RawObject => closed([{ from: [{ ipBlock: { cidr, except } }] }]);

  it.each<[string, string, string[], string, string]>([
    ['exact', '203.0.113.0/24', [], '203.0.113.0/24', 'equal'],
    ['too long', '203.0.113.0/24', [], '203.0.113.0/23', '203.0.112.0 -> shop/api tcp/9000 deny/allow'],
    ['too short', '203.0.113.0/24', [], '203.0.113.0/25', '203.0.113.128 -> shop/api tcp/9000 allow/deny'],
    [
      'the exception forgotten',
      '203.0.113.0/24',
      ['203.0.113.8/30'],
      '203.0.113.0/24',
      '203.0.113.8 -> shop/api tcp/9000 deny/allow',
    ],
    [
      'cut around the exception',
      '203.0.113.0/24',
      ['203.0.113.8/30'],
      '203.0.113.0-203.0.113.7,203.0.113.12-203.0.113.255',
      'equal',
    ],
    [
      'an exception one too wide',
      '203.0.113.0/24',
      ['203.0.113.8/30'],
      '203.0.113.0-203.0.113.6,203.0.113.12-203.0.113.255',
      '203.0.113.7 -> shop/api tcp/9000 allow/deny',
    ],
    ['0.0.0.0/0 takes in pods', '0.0.0.0/0', [], '0.0.0.0/0', 'equal'],
    ['0.0.0.0/0 is any where there is no IPv6', '0.0.0.0/0', [], 'any', 'equal'],
    ['::/0 takes in IPv4', '::/0', [], '::/0', 'shop/web -> shop/api tcp/9000 deny/allow'],
  ])('%s', (_title, cidr, except, source, expected) => {
    expect(verdict([block(cidr, except)], [rule(`allow ${source} api`), rule('deny any api')])).toBe(expected);
  });

  it('tells families apart on dual-stack clusters', () => {
    const dual = [pod('shop/api6', { app: 'api' }, ['10.1.0.12', 'fd00::12'])];
    const changes = { podCIDRs: ['10.1.0.0/16', 'fd00::/64'] };
    const rules = (source: string): RuleEntry[] => [rule(`allow ${source} api`), rule('deny any api')];
    expect(verdict([...dual, block('0.0.0.0/0')], rules('0.0.0.0/0'), changes)).toBe('equal');
    expect(verdict([...dual, block('0.0.0.0/0')], rules('any'), changes)).toContain(' deny/allow');
    expect(verdict([...dual, block('::/0')], rules('::/0'), changes)).toContain(' deny/allow');
    const only6 = '::1:0:0-::fffe:ffff:ffff,::1:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';
    expect(verdict([...dual, block('::/0')], rules(only6), changes)).toBe('equal');
  });

  it('gives pods that do not exist yet addresses on both sides of a block in the pod network', () => {
    const inside = closed([{ from: [{ ipBlock: { cidr: '10.1.128.0/17' } }] }]);
    const rules = [rule('deny any api')];
    const found = proofOf([...shop, inside], rulebase(rules, groups, services));
    expect(found.counterExample?.source.kind).toBe('virtual');
    expect(found.counterExample?.source.address).toMatch(/^10\.1\.(128|255)\./);
    expect(verdict([inside], [rule('allow 10.1.128.0/17 api'), ...rules])).toBe('equal');
  });

  it('keeps pods out of blocks where the pod network is not known', () => {
    const files = [namespace('shop'), pod('shop/api', { app: 'api' })];
    const blocked = block('10.0.0.0/8');
    const proof = (source: string): string =>
      inShort(
        proofOf([...files, blocked], rulebase([rule(`allow ${source} api`), rule('deny any api')], groups), {
          profile: profile({ podCIDRs: undefined }),
        }),
      );
    expect(proof('10.0.0.0/8')).toBe('equal');
    expect(proof('10.0.0.0/9')).toContain(' -> shop/api icmp allow/deny');
  });

  it('sees a deny of everything between outside addresses', () => {
    expect(verdict([], [rule('deny 203.0.113.0/24 0.0.0.0/0')])).toContain('allow/deny');
  });
});

describe('workloads', () => {
  const web = {
    kind: 'Deployment',
    metadata: { namespace: 'shop', name: 'cart' },
    spec: {
      template: { metadata: { labels: { app: 'cart' } }, spec: { containers: [{ ports: [port('http', 8081)] }] } },
    },
  };

  it('stand for pods, each of which may reach the others', () => {
    const own = policy('shop/cart', { podSelector: { matchLabels: { app: 'cart' } } });
    const cart = group('cart', "'k8s.cl_c1.ns_shop.app.cart'");
    const proof = proofOf(
      [namespace('shop'), web, own],
      rulebase([rule('deny web,api cart')], [...groups, cart], services),
    );
    expect(inShort(proof)).toBe('shop/Deployment cart -> shop/Deployment cart icmp deny/allow');
  });

  it('have named ports', () => {
    const own = policy('shop/cart', {
      podSelector: { matchLabels: { app: 'cart' } },
      ingress: [{ ports: [{ port: 'http' }] }],
    });
    const cart = group('cart', "'k8s.cl_c1.ns_shop.app.cart'");
    const http = serviceObject('http', 'tcp', '8081');
    const rules = [rule('allow any cart http'), rule('deny any cart')];
    const proof = proofOf([namespace('shop'), web, own], rulebase(rules, [cart], [http]));
    expect(inShort(proof)).toBe('equal');
    expect(proof.scope.notJudged).toEqual([
      'the port "http" of pods that do not exist yet: it is looked up on each pod',
    ]);
    expect(inShort(proofOf([namespace('shop'), web, own], rulebase(rules.slice(1), [cart], [http])))).toBe(
      'shop/Deployment cart -> shop/Deployment cart tcp/8081 allow/deny',
    );
  });
});

describe('virtual pods', () => {
  const exists = closed([{ from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } }] }]);
  const tiers = [pod('shop/t1', { tier: 'one' }, ['10.1.0.21']), pod('shop/t2', { tier: 'two' }, ['10.1.0.22'])];

  it('leave out unmentioned values of enumerated keys, and say so', () => {
    const all = group('all', "'k8s.cl_c1.ns_shop.tier.one' or 'k8s.cl_c1.ns_shop.tier.two'");
    const rules = [rule('allow all api'), rule('deny any api')];
    const proof = proofOf([...shop, ...tiers, exists], rulebase(rules, [...groups, all]));
    expect(inShort(proof)).toBe('equal');
    expect(proof.scope.notJudged).toEqual([
      'pods with a value of the label "tier" that nobody mentions: the values are enumerated',
    ]);
  });

  it('show a value that the enumeration forgot', () => {
    const one = group('all', "'k8s.cl_c1.ns_shop.tier.one'");
    const rules = [rule('allow all api'), rule('deny any api')];
    expect(inShort(proofOf([...shop, ...tiers, exists], rulebase(rules, [...groups, one])))).toContain(
      'shop/t2 -> shop/api',
    );
  });

  it('have values that nobody mentions where NotIn needs them', () => {
    const notIn = closed([
      { from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['one'] }] } }] },
    ]);
    const two = group(
      'two',
      "'k8s.cl_c1.ns_shop.tier.two' or 'k8s.cl_c1.ns_shop.app.web' or 'k8s.cl_c1.ns_shop.app.api'",
    );
    const rules = [rule('allow two api'), rule('deny any api')];
    expect(inShort(proofOf([...shop, ...tiers, notIn], rulebase(rules, [...groups, two])))).toContain(
      'shop/ -> shop/api',
    );
  });

  it('fall back to one-label changes where there are too many combinations', () => {
    const keys = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
    const matchLabels = Object.fromEntries(keys.map((key) => [key, 'v']));
    const many = closed([{ from: [{ podSelector: { matchLabels } }] }]);
    const tag = (key: string): string => `'k8s.cl_c1.ns_shop.${key}.v'`;
    const prove = (used: string[]): string =>
      inShort(
        proofOf(
          [...shop, many],
          rulebase(
            [rule('allow six api'), rule('deny any api')],
            [...groups, group('six', used.map(tag).join(' and '))],
          ),
        ),
      );
    expect(prove(keys)).toBe('equal');
    expect(prove(keys.slice(1))).toBe('shop/ -> shop/api tcp/9000 deny/allow');
  });
});

describe('Services where inspection is both-ends', () => {
  const both = { inspection: 'both-ends', serviceCIDRs: ['10.96.0.0/16'] } as const;
  const api = service('shop/api', {
    clusterIP: '10.96.0.10',
    selector: { app: 'api' },
    ports: [{ port: 80, targetPort: 8080 }],
  });
  const fromWeb = closed([{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 8080 }] }]);
  const allow = rule('allow web api tcp-8080');
  const serve = rule('allow web 10.96.0.10 tcp-80');
  const close = rule('deny any 10.96.0.10');
  const rest = rule('deny any api');

  it('are allowed where the targets are', () => {
    expect(verdict([api, fromWeb], [serve, close, allow, rest], both)).toBe('equal');
  });

  it.each<[string, RuleEntry[], string]>([
    ['no rule for the address', [allow, rest], 'shop/api -> shop/api tcp/80 deny/allow'],
    [
      'everybody may',
      [rule('allow any 10.96.0.10 tcp-80'), close, allow, rest],
      'shop/api -> shop/api tcp/80 deny/allow',
    ],
    ['nobody may', [close, allow, rest], 'shop/web -> shop/api tcp/80 allow/deny'],
    [
      'the target port in place of the port',
      [rule('allow web 10.96.0.10 tcp-8080'), close, allow, rest],
      'shop/web -> shop/api tcp/80 allow/deny',
    ],
  ])('show it where %s', (_title, rules, expected) => {
    expect(verdict([api, fromWeb], rules, both)).toContain(expected);
  });

  it('are no destinations where inspection is server-only', () => {
    expect(verdict([api, fromWeb], [allow, rest], { ...both, inspection: 'server-only' })).toBe('equal');
  });

  it('need every pod of the selector', () => {
    const two = [pod('shop/api2', { app: 'api', tier: 'x' }, ['10.1.0.12'])];
    const onlyX = policy('shop/x', {
      podSelector: { matchLabels: { tier: 'x' } },
      ingress: [{ from: [{ podSelector: {} }] }],
    });
    const open = service('shop/open', {
      clusterIP: '10.96.0.11',
      selector: { app: 'api' },
      ports: [{ port: 80, targetPort: 8080 }],
    });
    const x = group('x', "'k8s.cl_c1.ns_shop.tier.x'");
    const own = group('own', "'k8s.cl_c1.ns_shop'");
    const check = (rules: RuleEntry[]): string =>
      inShort(
        proofOf([...shop, ...two, onlyX, open], rulebase(rules, [...groups, x, own], services), {
          profile: profile(both),
        }),
      );
    expect(
      check([
        rule('allow own 10.96.0.11 tcp-80'),
        rule('deny any 10.96.0.11'),
        rule('allow own x'),
        rule('deny any x'),
      ]),
    ).toBe('equal');
    expect(check([rule('allow own x'), rule('deny any x')])).toContain('deny/allow');
  });

  it('are never allowed without endpoints to isolated senders', () => {
    const nothing = service('shop/none', { clusterIP: '10.96.0.12', ports: [{ port: 80 }] });
    const out = policy('shop/web', {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{}],
    });
    expect(verdict([nothing, out], [rule('deny web 10.96.0.0/16'), rule('allow web any')], both)).toBe('equal');
    expect(verdict([nothing, out], [rule('allow web any')], both)).toContain('deny/allow');
    const allBut = [rule('deny web 10.96.0.0/29'), rule('deny web 10.96.0.16/28'), rule('allow web any')];
    expect(verdict([nothing, out], allBut, both)).toContain('deny/allow');
  });

  it('without selector are judged by who has the listed address today, not by who could', () => {
    const listed = service('shop/list', { clusterIP: '10.96.0.14', ports: [{ port: 80 }] });
    const slice = {
      kind: 'EndpointSlice',
      metadata: { namespace: 'shop', name: 'list-1', labels: { 'kubernetes.io/service-name': 'list' } },
      ports: [{ port: 80 }],
      endpoints: [{ addresses: ['203.0.113.0'] }],
    };
    const out = policy('shop/web', {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: { matchLabels: { app: 'api' } } }] }],
    });
    const block = policy('shop/api', {
      podSelector: { matchLabels: { app: 'api' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }],
    });
    const rules = [
      rule('allow api 10.96.0.14 tcp-80'),
      rule('deny api,web 10.96.0.0/16'),
      rule('allow web api'),
      rule('allow api 203.0.113.0/24'),
      rule('deny api,web any'),
    ];
    const unknown = { ...both, podCIDRs: undefined };
    expect(verdict([listed, slice, out, block], rules, unknown)).toBe('equal');
    expect(verdict([listed, slice, out, block], [rule('allow web 10.96.0.14 tcp-80'), ...rules], unknown)).toContain(
      'shop/web -> shop/list',
    );
  });

  it('without selector are judged by their listed endpoints', () => {
    const external = service('shop/db', { clusterIP: '10.96.0.13', ports: [{ port: 80 }] });
    const slice = {
      kind: 'EndpointSlice',
      metadata: { namespace: 'shop', name: 'db-1', labels: { 'kubernetes.io/service-name': 'db' } },
      ports: [{ port: 8080 }],
      endpoints: [{ addresses: ['203.0.113.9'] }],
    };
    const out = policy('shop/web', {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 8080 }] }],
    });
    const rules = [
      rule('allow web 10.96.0.13 tcp-80'),
      rule('allow web 203.0.113.0/24 tcp-8080'),
      rule('deny web any'),
    ];
    expect(verdict([external, slice, out], rules, both)).toBe('equal');
    expect(verdict([external, slice, out], rules.slice(1), both)).toBe('shop/web -> shop/db tcp/80 allow/deny');
  });
});

describe('SCTP', () => {
  it('is judged always', () => {
    const sctp = closed([{ ports: [{ protocol: 'SCTP', port: 80 }] }]);
    expect(verdict([sctp], [rule('allow any api sctp-80'), rule('deny any api')])).toBe('equal');
    expect(verdict([sctp], [rule('allow any api tcp-80'), rule('deny any api')])).toContain('tcp/80 deny/allow');
  });
});
