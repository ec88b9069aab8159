import { readNamespaces } from '../../../scripts/policy/kubernetes/namespaces';
import { readNodes, readServiceCidrs } from '../../../scripts/policy/kubernetes/nodes';
import { createReader } from '../../../scripts/policy/kubernetes/read';
import { readServices } from '../../../scripts/policy/kubernetes/services';
import type { RawObject, Service } from '../../../scripts/policy/kubernetes/types';
import { lines } from './fixtures';

describe('readNamespaces', () => {
  const namespace = (name: string, labels: unknown) => ({ kind: 'Namespace', metadata: { name, labels } });

  it('joins objects and names, sorted, each with the label that the control plane sets', () => {
    const objects = [namespace('shop', { team: 'a', 'kubernetes.io/metadata.name': 'lie' }), namespace('empty', null)];
    expect(readNamespaces(createReader(), objects, ['zoo', 'shop', 'zoo'])).toEqual([
      { name: 'empty', labels: { 'kubernetes.io/metadata.name': 'empty' } },
      { name: 'shop', labels: { team: 'a', 'kubernetes.io/metadata.name': 'shop' } },
      { name: 'zoo', labels: { 'kubernetes.io/metadata.name': 'zoo' } },
    ]);
  });

  it('reports labels that cannot be read', () => {
    const reader = createReader();
    readNamespaces(reader, [namespace('shop', { a: 1 })], []);
    expect(lines(reader.found)).toEqual([
      'field-type Namespace shop: metadata.labels[a]: Expected a text (put it in quotes), found the number 1.',
    ]);
  });
});

describe('readServices', () => {
  const service = (spec: unknown, name = 'web'): RawObject => ({
    kind: 'Service',
    metadata: { namespace: 'shop', name },
    spec,
  });
  const read = (spec: unknown): Service =>
    readServices(createReader(), { services: [service(spec)], endpointSlices: [], endpoints: [] })[0];

  it('reads a Service with the addresses of its slices, ready or not', () => {
    const labels = (name: string) => ({ 'kubernetes.io/service-name': name });
    const objects = {
      services: [
        {
          ...service({
            clusterIP: '10.96.0.9',
            clusterIPs: ['10.96.0.9', 'FD00:0::9'],
            selector: { app: 'web' },
            ports: [
              { name: 'http', port: 80, targetPort: 'web' },
              { port: 53, protocol: 'UDP' },
              { port: 443, targetPort: 8443 },
            ],
          }),
          metadata: { namespace: 'shop', name: 'web', labels: { a: 'b' } },
        },
      ],
      endpointSlices: [
        {
          metadata: { namespace: 'shop', name: 'web-x', labels: labels('web') },
          endpoints: [{ addresses: ['10.0.0.2'], conditions: { ready: false } }, { addresses: ['10.0.0.1'] }, {}],
          ports: [
            { name: 'http', port: 8080 },
            { name: 'odd', port: 70000 },
          ],
        },
        {
          metadata: { namespace: 'other', name: 'y', labels: labels('web') },
          endpoints: [{ addresses: ['10.0.9.9'] }],
        },
        { metadata: { namespace: 'shop', name: 'z' }, endpoints: [{ addresses: ['10.0.9.8'] }] },
        {
          metadata: { namespace: 'shop', name: 'f', labels: labels('web') },
          endpoints: [{ addresses: ['a.example'] }],
        },
      ],
      endpoints: [
        {
          metadata: { namespace: 'shop', name: 'web' },
          subsets: [{ addresses: [{ ip: '10.0.0.1' }], notReadyAddresses: [{ ip: '10.0.0.3' }] }],
        },
      ],
    };
    expect(readServices(createReader(), objects)).toEqual([
      {
        namespace: 'shop',
        name: 'web',
        labels: { a: 'b' },
        type: 'ClusterIP',
        headless: false,
        clusterIPs: ['10.96.0.9', 'fd00::9'],
        selector: { app: 'web' },
        ports: [
          { name: 'http', protocol: 'TCP', port: 80, targetPort: 'web' },
          { name: '', protocol: 'UDP', port: 53, targetPort: 53 },
          { name: '', protocol: 'TCP', port: 443, targetPort: 8443 },
        ],
        endpoints: [
          { address: '10.0.0.1', ports: { http: 8080 }, pod: undefined },
          { address: '10.0.0.2', ports: { http: 8080 }, pod: undefined },
        ],
      },
    ]);
  });

  it('reads Endpoints, ready or not, of a Service without slices', () => {
    const endpoints = [
      {
        metadata: { namespace: 'shop', name: 'web' },
        subsets: [
          {
            addresses: [{ ip: '10.0.0.1' }],
            notReadyAddresses: [{ ip: '10.0.0.3' }, { ip: 'nonsense' }],
            ports: [{ port: 8080 }],
          },
        ],
      },
    ];
    const [found] = readServices(createReader(), { services: [service({})], endpointSlices: [], endpoints });
    expect(found.endpoints).toEqual([
      { address: '10.0.0.1', ports: { '': 8080 }, pod: undefined },
      { address: '10.0.0.3', ports: { '': 8080 }, pod: undefined },
    ]);
  });

  it('passes over ports that are none', () => {
    const ports = [
      { port: 0 },
      { port: 70000 },
      { port: 80, targetPort: 70000 },
      { targetPort: 80 },
      { port: 443, targetPort: 0 },
    ];
    expect(read({ ports }).ports).toEqual([{ name: '', protocol: 'TCP', port: 443, targetPort: 443 }]);
  });

  it.each([
    [{ clusterIP: 'None' }, { headless: true, clusterIPs: [] }],
    [{ clusterIPs: ['None'] }, { headless: true, clusterIPs: [] }],
    [{ clusterIP: '10.96.0.1' }, { headless: false, clusterIPs: ['10.96.0.1'] }],
    [{}, { headless: false, clusterIPs: [], type: 'ClusterIP', selector: undefined, ports: [] }],
    [{ selector: {} }, { selector: undefined }],
    [{ selector: null }, { selector: undefined }],
    [
      { type: 'ExternalName', clusterIP: '10.96.0.1', selector: { a: 'b' } },
      { type: 'ExternalName', clusterIPs: [], selector: undefined },
    ],
    [
      { type: 'LoadBalancer', selector: { a: 'b' } },
      { type: 'LoadBalancer', selector: { a: 'b' } },
    ],
    [{ type: 'NodePort' }, { type: 'NodePort' }],
    [{ ports: [{ port: 1, targetPort: 0 }] }, { ports: [{ name: '', protocol: 'TCP', port: 1, targetPort: 1 }] }],
    [{ ports: [{ port: 1, targetPort: '' }] }, { ports: [{ name: '', protocol: 'TCP', port: 1, targetPort: 1 }] }],
  ])('reads the spec %j', (spec, expected) => {
    expect(read(spec)).toMatchObject(expected);
  });

  it('sorts by namespace and name', () => {
    const services = [service({}, 'b'), service({}, 'a'), { kind: 'Service', metadata: { name: 'c' } }];
    const found = readServices(createReader(), { services, endpointSlices: [], endpoints: [] });
    expect(found.map((each) => `${each.namespace}/${each.name}`)).toEqual(['default/c', 'shop/a', 'shop/b']);
  });

  it('reports a selector that cannot be read', () => {
    const reader = createReader();
    readServices(reader, { services: [service({ selector: 'app=web' })], endpointSlices: [], endpoints: [] });
    expect(lines(reader.found)).toEqual([
      'field-type Service shop/web: spec.selector: Expected an object, found the text "app=web".',
    ]);
  });
});

describe('readNodes', () => {
  it('takes internal and external addresses and pod networks, canonical and sorted', () => {
    const nodes = [
      {
        kind: 'Node',
        metadata: { name: 'n2' },
        spec: { podCIDR: '10.0.1.0/24', podCIDRs: ['10.0.1.0/24', 'FD00:1::/64'] },
        status: {
          addresses: [
            { type: 'Hostname', address: 'n2' },
            { type: 'InternalIP', address: '192.168.0.2' },
            { type: 'ExternalIP', address: '2001:DB8::2' },
            { type: 'InternalDNS', address: '1.2.3.4' },
          ],
        },
      },
      { kind: 'Node', metadata: { name: 'n1' }, spec: { podCIDR: '10.0.0.0/24' } },
      { kind: 'Node', metadata: { name: 'n3' } },
    ];
    expect(readNodes(createReader(), nodes)).toEqual([
      { name: 'n1', addresses: [], podCIDRs: ['10.0.0.0/24'] },
      { name: 'n2', addresses: ['192.168.0.2', '2001:db8::2'], podCIDRs: ['10.0.1.0/24', 'fd00:1::/64'] },
      { name: 'n3', addresses: [], podCIDRs: [] },
    ]);
  });

  it('reports a pod network that is none', () => {
    const reader = createReader();
    readNodes(reader, [{ kind: 'Node', metadata: { name: 'n' }, spec: { podCIDRs: ['10.0.0.0', 7] } }]);
    expect(lines(reader.found)).toEqual([
      'cidr-invalid Node n: spec.podCIDRs: "10.0.0.0" is not a CIDR: it has no prefix length; the single address is 10.0.0.0/32.',
      'field-type Node n: spec.podCIDRs: Expected a text (put it in quotes), found the number 7.',
    ]);
  });
});

it('joins the ranges of all ServiceCIDR objects', () => {
  const cidrs = (name: string, ...ranges: string[]) => ({
    kind: 'ServiceCIDR',
    metadata: { name },
    spec: { cidrs: ranges },
  });
  const objects = [
    cidrs('a', '10.96.0.0/12', 'fd00::/108'),
    cidrs('b', '10.0.0.0/16', '10.96.0.0/12'),
    { kind: 'ServiceCIDR' },
  ];
  expect(readServiceCidrs(createReader(), objects)).toEqual(['10.0.0.0/16', '10.96.0.0/12', 'fd00::/108']);
});
