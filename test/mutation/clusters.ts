import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { clusterOf, namespace, node, pod, policy } from '../property/handmade';
import type { ClusterInput } from '../property/pipeline';
import type { ProfileDocument } from '../property/setting';

/** Small clusters made by hand, each for mistakes of one kind. */

export interface NamedCluster {
  readonly name: string;
  readonly input: ClusterInput;
}

export function made(
  name: string,
  objects: readonly RawObject[],
  settings: Partial<ProfileDocument> = {},
): NamedCluster {
  return { name, input: clusterOf(objects, settings) };
}

export function app(...values: readonly string[]): RawObject {
  return values.length === 1
    ? { matchLabels: { app: values[0] } }
    : { matchExpressions: [{ key: 'app', operator: 'In', values }] };
}

export const SHOP = [
  namespace('shop', { team: 'red', env: 'prod' }),
  pod('shop/web', { app: 'web', tier: 'front' }, '10.244.0.10'),
  pod('shop/api', { app: 'api', tier: 'back' }, '10.244.0.11'),
  pod('shop/db', { app: 'db', tier: 'back' }, '10.244.0.12'),
  pod('shop/bare', {}, '10.244.0.13'),
];

export const PAY = [
  namespace('pay', { team: 'blue', env: 'prod' }),
  pod('pay/web', { app: 'web' }, '10.244.1.10'),
  pod('pay/db', { app: 'db' }, '10.244.1.12'),
];

const NODES = [node('192.168.0.11'), node('192.168.0.12')];

/** A host-network pod on a node of that address. */
function agent(name: string, labels: Readonly<Record<string, string>>, ip: string): RawObject {
  return pod(name, labels, ip, { spec: { hostNetwork: true } });
}

const DENY_ALL = policy('shop/deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });

const LONG_VALUES = Array.from({ length: 60 }, (_, index) => `a-rather-long-name-of-some-service-${index}`);

/** Containers with named ports, as `http:80` or `dns:53:UDP`. */
function serving(...ports: readonly string[]): RawObject {
  const list = ports.map((text) => {
    const [name, port, protocol] = text.split(':');
    return { name, containerPort: Number(port), ...(protocol === undefined ? {} : { protocol }) };
  });
  return { containers: [{ name: 'main', ports: list }] };
}

const HTTP = [{ port: 'http' }];

const PORTS = [
  namespace('shop'),
  pod('shop/web', { app: 'web', tier: 'front' }, '10.244.0.10', { spec: serving('http:80') }),
  pod('shop/api', { app: 'api', tier: 'back', role: 'x' }, '10.244.0.11', {
    spec: {
      ...serving('http:8080'),
      initContainers: [
        { name: 'side', restartPolicy: 'Always', ports: [{ name: 'http', containerPort: 81 }] },
        { name: 'setup', ports: [{ name: 'admin', containerPort: 82 }] },
      ],
    },
  }),
  pod('shop/api-2', { app: 'api', tier: 'front', role: 'y' }, '10.244.0.12', { spec: serving('http:8080:UDP') }),
  pod('shop/db', { app: 'web', tier: 'back', role: 'x' }, '10.244.0.13'),
  namespace('ops'),
  pod('ops/web', { app: 'web' }, '10.244.1.10', { spec: serving('http:8081') }),
];

const NOT_REGISTERED = { tags: { hostNetwork: 'not-registered', labelKey: 'identity' } };

export const CLUSTERS: readonly NamedCluster[] = [
  made('two ends of one connection', [
    ...SHOP,
    ...PAY,
    DENY_ALL,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: {} }], ports: [{ port: 8080, endPort: 8090 }] }],
    }),
    policy('shop/api', {
      podSelector: app('api'),
      ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 8080 }, { protocol: 'UDP', port: 8081 }] }],
    }),
  ]),
  made('defaults of policyTypes', [
    ...SHOP,
    policy('shop/both', { podSelector: app('web'), egress: [{ to: [{ podSelector: app('api') }] }] }),
    policy('shop/ingress-only', { podSelector: app('db'), egress: [] }),
    policy('shop/out-of-place', { podSelector: app('api'), policyTypes: ['Ingress'], egress: [{}] }),
  ]),
  made('namespaces by their labels', [
    ...SHOP,
    ...PAY,
    namespace('ops', { team: 'red', env: 'dev' }),
    pod('ops/web', { app: 'web' }, '10.244.2.10'),
    namespace('lab', { team: 'green', env: 'dev' }),
    pod('lab/web', { app: 'web' }, '10.244.3.10'),
    namespace('bare'),
    policy('shop/api', {
      podSelector: app('api'),
      ingress: [
        { from: [{ namespaceSelector: { matchLabels: { team: 'red', env: 'dev' } } }], ports: [{ port: 1 }] },
        {
          from: [
            {
              namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['red'] }] },
              podSelector: app('web'),
            },
          ],
          ports: [{ port: 2 }],
        },
      ],
    }),
  ]),
  made('labels: lists, conditions, presence', [
    ...SHOP,
    policy('shop/api', {
      podSelector: app('api', 'db'),
      ingress: [
        { from: [{ podSelector: { ...app('web', 'db'), matchLabels: { tier: 'back' } } }], ports: [{ port: 1 }] },
        {
          from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } }],
          ports: [{ protocol: 'UDP', port: 53 }],
        },
      ],
    }),
  ]),
  made('more values than one expression takes', [
    ...SHOP,
    policy('shop/api', { podSelector: app('api'), ingress: [{ from: [{ podSelector: app(...LONG_VALUES) }] }] }),
  ]),
  made('blocks with exceptions and host bits', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [
        { to: [{ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.8/30'] } }] },
        { to: [{ ipBlock: { cidr: '172.16.5.9/12' } }], ports: [{ protocol: 'UDP' }] },
      ],
    }),
  ]),
  made(
    'all of one family, where pods have two',
    [
      namespace('shop'),
      pod('shop/web', { app: 'web' }, '10.244.0.10'),
      pod('shop/six', { app: 'web' }, 'fd00:244::10'),
      policy('shop/web', {
        podSelector: app('web'),
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 80 }] }],
        egress: [{ to: [{ ipBlock: { cidr: '::/0', except: ['2001:db8::/32'] } }], ports: [{ port: 443 }] }],
      }),
    ],
    { podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'] },
  ),
  made('ranges of ports side by side', [
    ...SHOP,
    policy('shop/api', {
      podSelector: app('api'),
      ingress: [
        {
          ports: [
            { port: 80, endPort: 89 },
            { port: 91, endPort: 99 },
            { protocol: 'UDP', port: 53 },
          ],
        },
      ],
    }),
  ]),
  made('attributes of several entries and of two sides', [
    ...SHOP,
    policy(
      'shop/a-wide',
      { podSelector: {}, policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }] }] },
      { antivirus: 'of-the-sender', appid: 'ssl,web-browsing' },
    ),
    policy(
      'shop/b-narrow',
      { podSelector: app('api'), ingress: [{ from: [{ podSelector: app('web') }], ports: [{ port: 443 }] }] },
      { antivirus: 'of-the-receiver', appid: 'ssl' },
    ),
    policy('shop/a-plain', { podSelector: {}, ingress: [{}] }),
    policy(
      'shop/b-inspected',
      { podSelector: app('db'), ingress: [{ ports: [{ port: 5432 }] }] },
      { 'vuln-protection': 'strict' },
    ),
  ]),
  made(
    'probes of the kubelet',
    [
      ...SHOP,
      node('192.168.0.11'),
      pod('shop/probed', { app: 'probed' }, '10.244.0.20', {
        spec: {
          containers: [
            { ports: [{ name: 'http', containerPort: 8080 }], livenessProbe: { httpGet: { port: 'http' } } },
          ],
        },
      }),
      pod('shop/ended', { app: 'probed' }, '10.244.0.22', {
        spec: { containers: [{ livenessProbe: { tcpSocket: { port: 7070 } } }] },
        status: { phase: 'Failed' },
      }),
      pod('shop/open', { app: 'open' }, '10.244.0.21', {
        spec: { containers: [{ livenessProbe: { tcpSocket: { port: 9090 } } }] },
      }),
      policy('shop/probed', { podSelector: app('probed', 'db') }),
    ],
    { nodes: { toPods: 'probes', ports: [], addresses: [] } },
  ),
  made(
    'a node-side address inside the pod network',
    [
      ...SHOP,
      node('192.168.0.11'),
      policy('shop/api', {
        podSelector: app('api'),
        ingress: [{ from: [{ namespaceSelector: {}, podSelector: {} }] }],
      }),
    ],
    { nodes: { toPods: 'off', ports: [], addresses: ['10.244.0.1'] } },
  ),
  made('a pod whose labels read like others', [
    ...SHOP,
    pod('shop/twin', { App: 'API' }, '10.244.0.30'),
    policy('shop/api', { podSelector: app('api') }),
  ]),
  made('labels that only policies name, and that read alike', [
    ...SHOP,
    policy('shop/lower', { podSelector: app('new'), ingress: [{ from: [{ podSelector: app('web') }] }] }),
    policy('shop/upper', { podSelector: app('NEW') }),
  ]),
  made('pods on their node, in an isolated namespace', [
    ...SHOP,
    ...NODES,
    agent('shop/agent', { app: 'agent' }, '192.168.0.11'),
    policy('shop/agents', { podSelector: app('agent') }),
  ]),
  made('pods on their node, isolated in both directions, with entries for nodes', [
    ...SHOP,
    ...NODES,
    agent('shop/agent', { app: 'agent' }, '192.168.0.11'),
    DENY_ALL,
    policy('shop/api', {
      podSelector: app('api'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { from: [{ ipBlock: { cidr: '192.168.0.12/32' } }], ports: [{ port: 80 }] },
        { from: [{ podSelector: {} }], ports: [{ port: 81 }] },
      ],
      egress: [
        { to: [{ ipBlock: { cidr: '192.168.0.0/28' } }], ports: [{ port: 6443 }] },
        { to: [{ podSelector: {} }], ports: [{ port: 82 }] },
      ],
    }),
  ]),
  made('pods on their node, as peers', [
    ...SHOP,
    ...NODES,
    namespace('sys'),
    agent('sys/proxy', { app: 'proxy' }, '192.168.0.11'),
    agent('sys/exporter', { tier: 'front' }, '192.168.0.11'),
    policy('shop/api', {
      podSelector: app('api'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'proxy', tier: 'front' } } }],
          ports: [{ port: 80 }],
        },
      ],
      egress: [{ to: [{ ipBlock: { cidr: '192.168.0.0/24' } }], ports: [{ port: 443 }] }],
    }),
  ]),
  made('a pod on a node that is not listed', [
    ...SHOP,
    agent('shop/agent', { app: 'agent' }, '192.168.0.11'),
    policy('shop/all', { podSelector: {}, policyTypes: ['Ingress'] }),
  ]),
  made('entries for nodes, a narrow one between two that ask for the same', [
    ...SHOP,
    ...NODES,
    agent('shop/agent', { app: 'agent' }, '192.168.0.11'),
    DENY_ALL,
    policy(
      'shop/a',
      { podSelector: app('api'), ingress: [{ from: [{ ipBlock: { cidr: '192.168.0.11/32' } }] }] },
      { log: 'both' },
    ),
    policy(
      'shop/b',
      { podSelector: app('api', 'db'), ingress: [{ from: [{ ipBlock: { cidr: '192.168.0.11/32' } }] }] },
      { log: 'start' },
    ),
    policy(
      'shop/c',
      { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '192.168.0.11/32' } }] }] },
      { log: 'both' },
    ),
  ]),
  made('a block that cuts the pod network', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '10.244.0.8/30' } }] }],
    }),
    policy('shop/back', {
      podSelector: { matchLabels: { tier: 'back' } },
      ingress: [{ from: [{ podSelector: app('web') }], ports: [{ port: 80 }] }],
    }),
  ]),
  made(
    'between pods of two families, all of one',
    [
      namespace('shop'),
      pod('shop/web', { app: 'web' }, '10.244.0.10'),
      pod('shop/api', { app: 'api' }, 'fd00:244::10'),
      policy('shop/web', {
        podSelector: app('web'),
        policyTypes: ['Egress'],
        egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }],
      }),
      policy('shop/api', {
        podSelector: app('api'),
        ingress: [{ from: [{ podSelector: app('web') }], ports: [{ port: 80 }] }],
      }),
    ],
    { podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'] },
  ),
  made('an entry with an empty list of peers', [
    ...SHOP,
    policy('shop/api', { podSelector: app('api'), ingress: [{ from: [], ports: [{ port: 80 }] }] }),
  ]),
  made('entries inside each other, by name the wide one first', [
    ...SHOP,
    policy('shop/a', { podSelector: app('api'), ingress: [{ from: [{ podSelector: {} }] }] }, { log: 'both' }),
    policy('shop/b', { podSelector: app('api'), ingress: [{ from: [{ podSelector: app('web') }] }] }, { log: 'start' }),
  ]),
  made('one sender, several receivers alike, each on one of two ports', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: app('api', 'db') }], ports: [{ port: 80 }, { port: 443 }] }],
    }),
    policy('shop/api', { podSelector: app('api'), ingress: [{ ports: [{ port: 80 }, { port: 8080 }] }] }),
    policy('shop/db', { podSelector: app('db'), ingress: [{ ports: [{ port: 80 }, { port: 8080 }] }] }),
    policy('shop/bare', { podSelector: app('bare'), policyTypes: ['Egress'] }),
  ]),
  made('both protocols at both ends, one of them in common', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: app('api') }], ports: [{ protocol: 'UDP', port: 53 }, { port: 80 }] }],
    }),
    policy('shop/api', {
      podSelector: app('api'),
      ingress: [{ from: [{ podSelector: app('web') }], ports: [{ protocol: 'UDP', port: 53 }, { port: 443 }] }],
    }),
  ]),
  made('a sender to several namespaces, a receiver in one of them', [
    ...SHOP,
    ...PAY,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ namespaceSelector: { matchLabels: { env: 'prod' } }, podSelector: app('db') }],
          ports: [{ port: 80 }, { port: 443 }],
        },
      ],
    }),
    policy('shop/db', { podSelector: app('db'), ingress: [{ ports: [{ port: 80 }, { port: 8080 }] }] }),
    policy('pay/db', { podSelector: app('db') }),
  ]),
  made('receivers of which one is isolated', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: {} }] }],
    }),
    policy('shop/api', {
      podSelector: app('api'),
      ingress: [{ from: [{ podSelector: app('web') }], ports: [{ port: 80 }] }],
    }),
  ]),
  made('receivers isolated together, of which one lets the sender in', [
    ...SHOP,
    policy('shop/web', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: { matchLabels: { tier: 'back' } } }] }],
    }),
    policy('shop/back', { podSelector: { matchLabels: { tier: 'back' } } }),
    policy('shop/api', { podSelector: app('api'), ingress: [{ from: [{ podSelector: app('web') }] }] }),
  ]),
  made('a narrow entry between two that ask for the same', [
    ...SHOP,
    policy('shop/web', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }] }] }),
    policy(
      'shop/api',
      { podSelector: app('api'), ingress: [{ from: [{ podSelector: app('web') }] }] },
      { log: 'start' },
    ),
    policy('shop/db', { podSelector: app('db'), ingress: [{ from: [{ podSelector: app('web') }] }] }, { log: 'both' }),
    policy(
      'shop/back',
      { podSelector: { matchLabels: { tier: 'back' } }, ingress: [{ from: [{ podSelector: app('web') }] }] },
      { log: 'start' },
    ),
  ]),
  made('named ports of the receiver', [
    ...PORTS,
    policy('shop/in', { podSelector: {}, ingress: [{ ports: [...HTTP, { port: 'admin' }, { port: 443 }] }] }),
  ]),
  made('named ports of the receiver, told apart by labels that nobody mentions', [
    ...PORTS,
    pod('shop/other', { app: 'api', role: 'x' }, '10.244.0.14'),
    policy('shop/in', { podSelector: app('api'), ingress: [{ ports: HTTP }] }),
  ]),
  made('named ports of pods that have no label in common', [
    namespace('shop'),
    pod('shop/a', { app: 'a' }, '10.244.0.10', { spec: serving('http:80') }),
    pod('shop/b', { tier: 'b' }, '10.244.0.11', { spec: serving('http:80') }),
    pod('shop/c', { zone: 'c' }, '10.244.0.12'),
    policy('shop/in', { podSelector: {}, ingress: [{ ports: HTTP }] }),
  ]),
  made('named ports of pods told apart by two labels', [
    namespace('shop'),
    pod('shop/u', { app: 'u', tier: 'f' }, '10.244.0.10', { spec: serving('http:80') }),
    pod('shop/v', { app: 'v', tier: 'f' }, '10.244.0.11', { spec: serving('http:80') }),
    pod('shop/w', { app: 'w', tier: 'b' }, '10.244.0.12', { spec: serving('http:80') }),
    pod('shop/x', { app: 'x', tier: 'f' }, '10.244.0.13'),
    pod('shop/y', { app: 'u', tier: 'b' }, '10.244.0.14'),
    pod('shop/z', { app: 'w', tier: 'f' }, '10.244.0.15'),
    policy('shop/in', { podSelector: {}, ingress: [{ ports: HTTP }] }),
  ]),
  made(
    'named ports of all receivers, host-network pods and nodes among them',
    [
      ...PORTS,
      node('192.168.0.1'),
      pod('shop/host', { app: 'host' }, '192.168.0.1', { spec: { ...serving('http:83'), hostNetwork: true } }),
      policy('shop/out', { podSelector: app('web'), policyTypes: ['Egress'], egress: [{ ports: HTTP }] }),
      policy('shop/in', { podSelector: app('host'), ingress: [{ ports: HTTP }] }),
    ],
    NOT_REGISTERED,
  ),
  made('named ports of addresses', [
    ...PORTS,
    policy('ops/out', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        { to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: HTTP },
        { to: [{ ipBlock: { cidr: '10.244.0.0/16' } }], ports: [{ port: 'admin' }] },
      ],
    }),
  ]),
  made('entries with names and numbers that contend', [
    ...PORTS,
    policy('shop/b', { podSelector: app('web'), ingress: [{ ports: HTTP }] }, { antivirus: 'strict' }),
    policy('shop/a', { podSelector: app('web'), ingress: [{ ports: [{ port: 80 }] }] }, { antivirus: 'other' }),
    policy('shop/c', { podSelector: {}, ingress: [{ ports: [{ port: 70, endPort: 90 }] }] }, { antivirus: 'third' }),
    policy('shop/a0', { podSelector: {}, ingress: [{ ports: HTTP }] }, { antivirus: 'fourth' }),
  ]),
  made('one sender, and receivers that contend with the same attributes and others', [
    ...SHOP,
    policy('shop/out', {
      podSelector: app('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: {} }], ports: [{ port: 80 }] }],
    }),
    ...Object.entries({ a: app('api'), b: app('db'), c: {} }).map(([name, podSelector]) =>
      policy(
        `shop/${name}`,
        { podSelector, ingress: [{ from: [{ podSelector: app('web') }], ports: [{ port: 80 }] }] },
        { antivirus: name === 'b' ? 'strict' : 'other' },
      ),
    ),
  ]),
];
