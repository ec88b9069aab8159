import type { JsonObject } from '../../../tools/lab/kubernetes/values/json';
import { at, Client, deployment, textAt } from './client';

const SERVICES = '/api/v1/namespaces/default/services';
const SLICES =
  '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3D';

const service = (name: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }], ...spec },
});
const slices = (client: Client, name: string): readonly JsonObject[] =>
  client.get(SLICES + name).json.items as readonly JsonObject[];
const addresses = (client: Client, name: string): readonly unknown[] =>
  slices(client, name).flatMap((slice) =>
    (slice.endpoints as readonly JsonObject[]).map((endpoint) => [
      at(endpoint, 'addresses', 0),
      at(endpoint, 'conditions', 'ready'),
    ]),
  );

describe('Service addresses', () => {
  it('come from the Service network, and are kept', () => {
    const client = new Client();
    client.kubernetes.apply([service('web')]);
    const { json } = client.get(`${SERVICES}/web`);
    expect(json.spec).toMatchObject({
      type: 'ClusterIP',
      clusterIP: '10.96.0.16',
      clusterIPs: ['10.96.0.16'],
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [{ port: 80, targetPort: 'http', protocol: 'TCP' }],
    });
    client.kubernetes.apply([service('web', { ports: [{ port: 81 }] })]);
    expect(at(client.get(`${SERVICES}/web`).json, 'spec', 'clusterIP')).toBe('10.96.0.16');
    expect(at(client.get(`${SERVICES}/kubernetes`).json, 'spec', 'clusterIP')).toBe('10.96.0.1');
  });

  it.each([
    ['10.96.0.1', 'provided IP is already allocated'],
    ['192.0.2.1', 'the provided IP is not in the valid range'],
    ['nonsense', 'must be a valid IP address'],
  ])('%s cannot be had: %s', (clusterIP, message) => {
    const { status, json } = new Client().post(SERVICES, service('web', { clusterIP }));
    expect(status).toBe(422);
    expect(json.message).toContain(message);
  });

  it('cannot change', () => {
    const client = new Client();
    client.kubernetes.apply([service('web')]);
    const { json } = client.patch(`${SERVICES}/web`, 'application/merge-patch+json', {
      spec: { clusterIP: '10.96.0.99' },
    });
    expect(json.message).toContain('may not change once set');
  });

  it('are None for headless Services, and nothing for ExternalName', () => {
    const client = new Client();
    client.kubernetes.apply([
      service('headless', { clusterIP: 'None' }),
      service('elsewhere', {
        type: 'ExternalName',
        externalName: 'example.com',
        selector: undefined,
        ports: undefined,
      }),
    ]);
    expect(at(client.get(`${SERVICES}/headless`).json, 'spec', 'clusterIPs')).toEqual(['None']);
    expect(at(client.get(`${SERVICES}/elsewhere`).json, 'spec', 'clusterIP')).toBeUndefined();
  });

  it('are of both families where the Service asks for it', () => {
    const client = new Client({
      serviceCIDRs: ['10.96.0.0/16', 'fd00:96::/112'],
      podNetworks: ['10.244.0.0/16', 'fd00:10::/56'],
    });
    client.kubernetes.apply([
      deployment('web', { replicas: 1 }),
      service('single'),
      service('both', { ipFamilyPolicy: 'PreferDualStack' }),
    ]);
    expect(at(client.get(`${SERVICES}/single`).json, 'spec', 'clusterIPs')).toEqual(['10.96.0.16']);
    expect(at(client.get(`${SERVICES}/both`).json, 'spec', 'clusterIPs')).toEqual(['10.96.0.17', 'fd00:96::10']);
    expect(
      slices(client, 'both')
        .map((slice) => slice.addressType)
        .sort(),
    ).toEqual(['IPv4', 'IPv6']);
    expect(addresses(client, 'both')).toHaveLength(2);
  });

  it('are given back when the Service goes', () => {
    const client = new Client();
    client.post(SERVICES, service('a', { clusterIP: '10.96.0.50' }));
    client.send('DELETE', `${SERVICES}/a`);
    expect(client.post(SERVICES, service('b', { clusterIP: '10.96.0.50' })).status).toBe(201);
  });

  it('have no node ports of their own; those that are asked for stay', () => {
    const client = new Client();
    const ports = [{ port: 80, nodePort: 30080 }];
    client.kubernetes.apply([service('open', { type: 'LoadBalancer' }), service('node', { type: 'NodePort', ports })]);
    const { json } = client.get(`${SERVICES}/open`);
    expect(at(json, 'spec', 'ports', 0, 'nodePort')).toBeUndefined();
    expect(json).toMatchObject({ spec: { externalTrafficPolicy: 'Cluster' }, status: { loadBalancer: {} } });
    expect(at(client.get(`${SERVICES}/node`).json, 'spec', 'ports', 0, 'nodePort')).toBe(30080);
  });

  it.each([
    ['no ports', { ports: undefined }, 'spec.ports: Required value'],
    ['two ports without names', { ports: [{ port: 1 }, { port: 2 }] }, 'spec.ports[0].name: Required value'],
    [
      'a port twice',
      {
        ports: [
          { name: 'a', port: 1 },
          { name: 'b', port: 1 },
        ],
      },
      'spec.ports[1]: Duplicate value',
    ],
    ['port 0', { ports: [{ port: 0 }] }, 'spec.ports[0].port: Invalid value: 0'],
    ['an unknown type', { type: 'Magic' }, 'spec.type: Unsupported value: "Magic"'],
  ])('are refused with %s', (_title, spec, message) => {
    const { status, json } = new Client().post(SERVICES, service('web', spec));
    expect(status).toBe(422);
    expect(json.message).toContain(message);
  });

  it('need a name that starts with a letter', () => {
    expect(new Client().post(SERVICES, service('1web')).json.message).toContain('a DNS-1035 label must consist of');
  });
});

describe('EndpointSlices', () => {
  it('follow the ready pods, with the numbers of named ports', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web'), service('web')]);
    const [slice] = slices(client, 'web');
    expect(slice).toMatchObject({
      addressType: 'IPv4',
      ports: [{ name: '', port: 8080, protocol: 'TCP' }],
      metadata: {
        generateName: 'web-',
        labels: {
          'kubernetes.io/service-name': 'web',
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        },
      },
    });
    expect(addresses(client, 'web')).toEqual([
      ['10.244.0.2', true],
      ['10.244.1.2', true],
    ]);
    const [name = ''] = client.names('/api/v1/pods');
    client.patch(`/api/v1/namespaces/default/pods/${name}/status`, 'application/strategic-merge-patch+json', {
      status: { conditions: [{ type: 'Ready', status: 'False' }] },
    });
    expect(addresses(client, 'web').filter((entry) => (entry as readonly unknown[])[1] === false)).toHaveLength(1);
    client.kubernetes.apply([deployment('web', { replicas: 1 })]);
    expect(addresses(client, 'web')).toHaveLength(1);
    client.send('DELETE', `${SERVICES}/web`);
    expect(slices(client, 'web')).toEqual([]);
  });

  it('split by port numbers when a name means another number on another pod', () => {
    const client = new Client();
    client.kubernetes.apply([
      service('web'),
      ...[8080, 9090].map((containerPort) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `p${containerPort}`, labels: { app: 'web' } },
        spec: { containers: [{ name: 'm', image: 'x', ports: [{ name: 'http', containerPort }] }] },
      })),
    ]);
    expect(
      slices(client, 'web')
        .map((slice) => at(slice, 'ports', 0, 'port'))
        .sort(),
    ).toEqual([8080, 9090]);
  });

  it('hold a hundred endpoints each, and none of finished pods', () => {
    const client = new Client();
    client.kubernetes.apply([service('web'), deployment('web', { replicas: 150 })]);
    expect(
      slices(client, 'web')
        .map((slice) => (slice.endpoints as readonly unknown[]).length)
        .sort(),
    ).toEqual([100, 50]);
    const [name = ''] = client.names('/api/v1/pods');
    client.patch(`/api/v1/namespaces/default/pods/${name}/status`, 'application/merge-patch+json', {
      status: { phase: 'Succeeded' },
    });
    expect(addresses(client, 'web')).toHaveLength(149);
  });

  it('are left to the user for a Service without selector', () => {
    const client = new Client();
    client.kubernetes.apply([service('web', { selector: undefined })]);
    expect(slices(client, 'web')).toEqual([]);
    expect(slices(client, 'kubernetes')).toMatchObject([{ endpoints: [{ addresses: ['192.168.50.10'] }] }]);
  });

  it('have the older Endpoints beside them', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web', { replicas: 1 }), service('web')]);
    const path = '/api/v1/namespaces/default/endpoints/web';
    expect(textAt(client.get(path).json, 'subsets', 0, 'addresses', 0, 'ip')).toBe('10.244.0.2');
    expect(at(client.get(path).json, 'subsets', 0, 'ports')).toEqual([{ protocol: 'TCP', port: 8080 }]);
    client.send('DELETE', `${SERVICES}/web`);
    expect(client.get(path).status).toBe(404);
  });
});
