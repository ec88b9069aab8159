import { createFolding, foldPod, podClasses } from '../../../scripts/policy/kubernetes/pods/podclass';
import { mentionedLabelKeys } from '../../../scripts/policy/kubernetes/pods/podlabels';
import { hasEnded, readPod, readTemplate, type PodFacts } from '../../../scripts/policy/kubernetes/pods/pods';
import { portUsers, type PortUsers } from '../../../scripts/policy/kubernetes/pods/portusers';
import { createReader } from '../../../scripts/policy/kubernetes/read';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { lines, networkPolicy, readGood } from './fixtures';

const podWith = (spec: unknown, metadata: RawObject = {}, status: unknown = {}): RawObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'shop', name: 'web-0', ...metadata },
  spec,
  status,
});

function factsOf(pod: RawObject): PodFacts {
  const reader = createReader();
  const facts = readPod(reader, pod);
  expect(lines(reader.found)).toEqual([]);
  return facts;
}

describe('readPod', () => {
  it('reads what matters of a pod', () => {
    const pod = podWith(
      { hostNetwork: true, containers: [{ name: 'c' }] },
      { labels: { app: 'web' }, annotations: { 'paloaltonetworks.com/firewall': 'pan-fw' } },
      { podIP: '10.0.0.5', podIPs: [{ ip: '10.0.0.5' }, { ip: 'FD00::5' }] },
    );
    expect(factsOf(pod)).toEqual({
      namespace: 'shop',
      name: 'web-0',
      labels: { app: 'web' },
      namedPorts: [],
      probePorts: [],
      hostNetwork: true,
      hasOwnerTag: false,
      firewallAnnotated: true,
      addresses: ['10.0.0.5', 'fd00::5'],
      families: ['IPv4', 'IPv6'],
      count: 1,
    });
  });

  it('takes the single podIP where podIPs is missing, and no address where there is none', () => {
    expect(factsOf(podWith({}, {}, { podIP: '10.0.0.5' })).addresses).toEqual(['10.0.0.5']);
    expect(factsOf(podWith({}, {}, { podIP: '', podIPs: [] })).families).toEqual([]);
    expect(factsOf(podWith(null, {}, null)).addresses).toEqual([]);
  });

  it('takes the first named port of each name and protocol, init containers that restart always last', () => {
    const port = (name: string | undefined, containerPort: number, protocol?: string) => ({
      name,
      containerPort,
      protocol,
    });
    const spec = {
      containers: [
        { ports: [port('web', 8080), port(undefined, 9), port('', 10), port('dns', 53, 'UDP')] },
        { ports: [port('web', 8081, 'TCP'), port('admin', 70000), port('admin', 9090), port('admin', 80.5)] },
        {},
      ],
      initContainers: [
        { restartPolicy: 'Always', ports: [port('mesh', 15001), port('web', 1)] },
        { ports: [port('setup', 1)] },
      ],
    };
    expect(factsOf(podWith(spec)).namedPorts).toEqual([
      { name: 'admin', protocol: 'TCP', port: 9090 },
      { name: 'dns', protocol: 'UDP', port: 53 },
      { name: 'mesh', protocol: 'TCP', port: 15001 },
      { name: 'web', protocol: 'TCP', port: 8080 },
    ]);
  });

  it.each([
    ['httpGet', { readinessProbe: { httpGet: { port: 8080 } } }, [8080]],
    ['tcpSocket', { livenessProbe: { tcpSocket: { port: 5432 } } }, [5432]],
    ['grpc', { startupProbe: { grpc: { port: 50051 } } }, [50051]],
    ['exec', { livenessProbe: { exec: { command: ['true'] } } }, []],
    [
      'a named port',
      { ports: [{ name: 'web', containerPort: 81 }], livenessProbe: { httpGet: { port: 'web' } } },
      [81],
    ],
    ['a name that no port has', { livenessProbe: { httpGet: { port: 'web' } } }, []],
    ['a number in quotes', { livenessProbe: { httpGet: { port: '82' } } }, [82]],
    ['a host of its own', { livenessProbe: { httpGet: { port: 80, host: '127.0.0.1' } } }, []],
    ['an empty host', { livenessProbe: { tcpSocket: { port: 80, host: '' } } }, [80]],
    ['no host but for gRPC, which has none', { livenessProbe: { grpc: { port: 80, host: 'x' } } }, [80]],
    [
      'lifecycle hooks, by number and by name',
      {
        ports: [{ name: 'admin', containerPort: 9000 }],
        lifecycle: { postStart: { httpGet: { port: 80 } }, preStop: { httpGet: { port: 'admin' } } },
      },
      [80, 9000],
    ],
    ['a hook with a host of its own', { lifecycle: { preStop: { httpGet: { port: 80, host: '127.0.0.1' } } } }, []],
    [
      'hooks that connect to nothing',
      { lifecycle: { postStart: { exec: {} }, preStop: { tcpSocket: { port: 1 } } } },
      [],
    ],
    [
      'numbers that no port has',
      { livenessProbe: { httpGet: { port: 0 } }, startupProbe: { grpc: { port: 70000 } } },
      [],
    ],
    ['a broken number', { livenessProbe: { tcpSocket: { port: 80.5 } } }, []],
    ['a number in quotes out of range', { livenessProbe: { httpGet: { port: '70000' } } }, []],
    [
      'a name of a port out of range',
      { ports: [{ name: 'web', containerPort: 70000 }], livenessProbe: { httpGet: { port: 'web' } } },
      [],
    ],
    ['shapes that are none', { livenessProbe: [], readinessProbe: { httpGet: 'x' }, lifecycle: { preStop: 1 } }, []],
    [
      'several, sorted as numbers and once each',
      {
        livenessProbe: { httpGet: { port: 8080 } },
        readinessProbe: { httpGet: { port: 8080 } },
        startupProbe: { tcpSocket: { port: 90 } },
      },
      [90, 8080],
    ],
  ])('takes the probe port of %s', (_title, container, expected) => {
    expect(factsOf(podWith({ containers: [container] })).probePorts).toEqual(expected);
  });

  it('resolves a named probe port in its own container only', () => {
    const containers = [
      { livenessProbe: { httpGet: { port: 'web' } }, ports: [{ name: 'web', containerPort: 1 }] },
      { livenessProbe: { httpGet: { port: 'web' } }, ports: [{ name: 'web', containerPort: 2 }] },
      { livenessProbe: { httpGet: { port: 'web' } } },
    ];
    expect(factsOf(podWith({ containers })).probePorts).toEqual([1, 2]);
  });

  it.each([
    ['pan-fw', true],
    ['pan-fw-2', true],
    ['other', false],
    [true, false],
  ])('takes the firewall annotation %j as %s', (value, expected) => {
    const annotations = { 'paloaltonetworks.com/firewall': value };
    expect(factsOf(podWith({}, { annotations })).firewallAnnotated).toBe(expected);
  });

  it('reads a pod without the labels that are no texts, and says so', () => {
    const reader = createReader();
    expect(readPod(reader, podWith({}, { labels: { app: 1, tier: 'front' } })).labels).toEqual({ tier: 'front' });
    expect(lines(reader.found)).toEqual([
      'field-type Pod shop/web-0: metadata.labels[app]: Expected a text (put it in quotes), found the number 1.',
    ]);
  });

  it('leaves out named ports with numbers out of range', () => {
    const ports = [
      { name: 'far', containerPort: 70000 },
      { name: 'none', containerPort: 0 },
      { name: 'half', containerPort: 1.5 },
      { name: 'web', containerPort: 65535 },
    ];
    expect(factsOf(podWith({ containers: [{ ports }] })).namedPorts).toEqual([
      { name: 'web', protocol: 'TCP', port: 65535 },
    ]);
  });

  it('takes the addresses of the host for those of a host-network pod', () => {
    const status = { podIP: '192.0.2.1', hostIP: '192.0.2.1', hostIPs: [{ ip: '192.0.2.1' }, { ip: '2001:db8::1' }] };
    const addresses = (spec: object): readonly string[] => factsOf({ ...podWith(spec), status }).addresses;
    expect(addresses({ hostNetwork: true })).toEqual(['192.0.2.1', '2001:db8::1']);
    expect(addresses({})).toEqual(['192.0.2.1']);
    expect(addresses({ hostNetwork: 'true' })).toEqual(['192.0.2.1']);
  });

  it('names a workload by its kind, counts it as 0, and places its diagnostics in the template', () => {
    const workload = { kind: 'Deployment', metadata: { name: 'web' } };
    const reader = createReader();
    expect(readTemplate(reader, workload, { metadata: { labels: { a: 'b' } } })).toMatchObject({
      namespace: 'default',
      name: 'deployment/web',
      labels: { a: 'b' },
      count: 0,
      addresses: [],
    });
    readTemplate(reader, workload, { metadata: { labels: [] } });
    expect(lines(reader.found)).toEqual([
      'field-type Deployment web: spec.template.metadata.labels: Expected an object, found a list.',
    ]);
  });

  it.each([
    ['Running', false],
    ['Pending', false],
    ['Succeeded', true],
    ['Failed', true],
  ])('knows whether a pod in phase %s has ended: %s', (phase, expected) => {
    expect(hasEnded({ status: { phase } })).toBe(expected);
  });
});

describe('mentionedLabelKeys', () => {
  it('are those of pod selectors, pod peers and Service selectors, not those of namespace selectors', () => {
    const policy = readGood(
      networkPolicy({
        podSelector: { matchLabels: { subject: 'x' } },
        ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'peer', operator: 'DoesNotExist' }] } }] }, {}],
        egress: [
          { to: [{ namespaceSelector: { matchLabels: { team: 'x' } }, podSelector: { matchLabels: { both: 'x' } } }] },
          { to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
        ],
      }),
    );
    const services = [{ selector: { svc: 'x' } }, { selector: undefined }];
    expect(mentionedLabelKeys([policy], services)).toEqual(['both', 'peer', 'subject', 'svc']);
  });
});

describe('folding', () => {
  const pod = (name: string, changes: Partial<PodFacts> = {}): PodFacts => ({
    namespace: 'shop',
    name,
    labels: { app: 'web', 'pod-template-hash': name },
    namedPorts: [],
    probePorts: [],
    hostNetwork: false,
    hasOwnerTag: false,
    firewallAnnotated: false,
    addresses: [],
    families: [],
    count: 1,
    ...changes,
  });
  const fold = (
    pods: readonly PodFacts[],
    annotated: readonly string[] = [],
    users: PortUsers = { names: {}, selectors: [] },
  ) => {
    const folding = createFolding(['app', 'tier'], annotated, users);
    for (const each of pods) foldPod(folding, each);
    return podClasses(folding);
  };

  describe('where a policy names a port', () => {
    const web = readGood(
      networkPolicy({ podSelector: { matchLabels: { app: 'web' } }, ingress: [{ ports: [{ port: 'http' }] }] }),
    );
    const serving = (name: string, port: number | undefined, labels: Readonly<Record<string, string>> = {}): PodFacts =>
      pod(name, {
        labels: { app: 'web', 'apps.kubernetes.io/pod-index': name, ...labels },
        namedPorts: port === undefined ? [] : [{ name: 'http', protocol: 'TCP', port }],
      });
    const labelsOf = (...pods: readonly PodFacts[]) => fold(pods, [], portUsers([web])).map(({ labels }) => labels);

    it.each<[string, readonly PodFacts[], readonly object[]]>([
      [
        'pods alike that mean the same are one class, whatever labels they have',
        [serving('a', 80, { track: 'x' }), serving('b', 80, { track: 'y' })],
        [{ app: 'web' }],
      ],
      [
        'pods alike that mean something else keep their labels, but not those of single pods',
        [
          serving('a', 80, { track: 'x' }),
          serving('b', undefined, { track: 'y' }),
          serving('c', undefined, { track: 'y' }),
        ],
        [
          { app: 'web', track: 'x' },
          { app: 'web', track: 'y' },
        ],
      ],
      [
        'so does one that has the mentioned labels of the other and more',
        [serving('a', 80, { track: 'x' }), serving('b', 81, { tier: 'f', track: 'y' })],
        [
          { app: 'web', tier: 'f', track: 'y' },
          { app: 'web', track: 'x' },
        ],
      ],
      [
        'mentioned labels that tell them apart are enough',
        [serving('a', 80, { tier: 'f', track: 'x' }), serving('b', 81, { tier: 'b', track: 'y' })],
        [
          { app: 'web', tier: 'b' },
          { app: 'web', tier: 'f' },
        ],
      ],
      [
        'pods that the policy does not reach, and other names, do not count',
        [
          serving('a', 80, { track: 'x' }),
          serving('b', 81, { app: 'db', track: 'y' }),
          pod('c', {
            labels: { app: 'web', track: 'z' },
            namedPorts: [
              { name: 'http', protocol: 'UDP', port: 80 },
              { name: 'http', protocol: 'TCP', port: 80 },
            ],
          }),
        ],
        [{ app: 'db' }, { app: 'web' }, { app: 'web' }],
      ],
      [
        'host-network pods keep theirs too: their tags lie on a node',
        [
          serving('a', 80, { track: 'x' }),
          serving('b', 81, { track: 'y' }),
          pod('h', { hostNetwork: true, labels: { track: 'y' } }),
        ],
        [{ app: 'web', track: 'x' }, { app: 'web', track: 'y' }, { track: 'y' }],
      ],
    ])('%s', (_title, pods, expected) => {
      expect(labelsOf(...pods)).toEqual(expected);
      expect(labelsOf(...[...pods].reverse())).toEqual(expected);
    });

    it('users are the own pods for ingress, the peers for egress, and all pods where there are none or addresses', () => {
      const ports = [{ port: 'http' }, { port: 'dns', protocol: 'UDP' }];
      const to = (...peers: readonly object[]) =>
        readGood(
          networkPolicy({
            podSelector: { matchLabels: { app: 'x' } },
            policyTypes: ['Egress'],
            egress: [{ to: peers, ports }],
          }),
        );
      expect(portUsers([web])).toMatchObject({ names: { 'TCP/http': true }, selectors: [web.subject] });
      expect(portUsers([to({ podSelector: { matchLabels: { app: 'web' } } })])).toEqual({
        names: { 'TCP/http': true, 'UDP/dns': true },
        selectors: [web.subject],
      });
      expect(portUsers([to()]).selectors).toEqual([[]]);
      expect(portUsers([to({ ipBlock: { cidr: '10.0.0.0/8' } })]).selectors).toEqual([[]]);
      expect(
        portUsers([readGood(networkPolicy({ podSelector: {}, ingress: [{ ports: [{ port: 80 }] }, {}] }))]),
      ).toEqual({
        names: {},
        selectors: [],
      });
    });
  });

  it('counts pods alike in mentioned labels, joins their families and keeps the first three by name', () => {
    const pods = [
      pod('e'),
      pod('c', { families: ['IPv6'], addresses: ['fd00::1'] }),
      pod('a', { families: ['IPv4'], addresses: ['10.0.0.1'] }),
      pod('d'),
      pod('b'),
      pod('deployment/web', { count: 0 }),
    ];
    const expected = [
      {
        namespace: 'shop',
        labels: { app: 'web' },
        namedPorts: [],
        probePorts: [],
        hostNetwork: false,
        firewallAnnotated: false,
        families: ['IPv4', 'IPv6'],
        count: 5,
        samples: [
          { name: 'a', addresses: ['10.0.0.1'] },
          { name: 'b', addresses: [] },
          { name: 'c', addresses: ['fd00::1'] },
        ],
        nodeAddresses: [],
      },
    ];
    for (const found of [fold(pods), fold(pods.slice().reverse())]) {
      expect(found).toMatchObject(expected);
      expect(found.map(({ podAddresses }) => [...podAddresses].sort())).toEqual([['10.0.0.1', 'fd00::1']]);
    }
  });

  it('keeps all addresses of host-network pods', () => {
    const pods = ['a', 'b', 'c', 'd'].map((name, index) =>
      pod(name, { hostNetwork: true, addresses: [`10.0.0.${9 - index}`] }),
    );
    expect(fold(pods)).toMatchObject([{ nodeAddresses: ['10.0.0.6', '10.0.0.7', '10.0.0.8', '10.0.0.9'] }]);
  });

  it.each<[string, Partial<PodFacts>]>([
    ['namespace', { namespace: 'other' }],
    ['the value of a mentioned label', { labels: { app: 'api' } }],
    ['a further mentioned label', { labels: { app: 'web', tier: '' } }],
    ['no mentioned label', { labels: {} }],
    ['named ports', { namedPorts: [{ name: 'web', protocol: 'TCP', port: 80 }] }],
    ['probe ports', { probePorts: [80] }],
    ['host network', { hostNetwork: true }],
    ['the firewall annotation', { firewallAnnotated: true }],
  ])('keeps pods apart that differ in %s', (_title, changes) => {
    expect(fold([pod('a'), pod('b', changes)])).toHaveLength(2);
  });

  it('keeps pods apart whose named ports differ in protocol or number', () => {
    const ports = (protocol: 'TCP' | 'UDP', port: number) => ({ namedPorts: [{ name: 'x', protocol, port }] });
    expect(fold([pod('a', ports('TCP', 1)), pod('b', ports('UDP', 1)), pod('c', ports('TCP', 2))])).toHaveLength(3);
  });

  it('reads the firewall annotation of the namespace', () => {
    expect(fold([pod('a'), pod('b', { firewallAnnotated: true })], ['shop'])).toMatchObject([
      { firewallAnnotated: true, count: 2 },
    ]);
  });

  it('has an order that does not depend on the input', () => {
    const pods = ['b', 'a', 'c'].flatMap((namespace) =>
      ['z', 'y'].map((app) => pod('p', { namespace, labels: { app } })),
    );
    const names = fold(pods).map((each) => each.namespace + each.labels.app);
    expect(names).toEqual(['ay', 'az', 'by', 'bz', 'cy', 'cz']);
    expect(fold(pods.slice().reverse())).toEqual(fold(pods));
  });
});
