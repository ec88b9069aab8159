import { join } from 'node:path';
import { loadManifests, readManifests } from '../../../tools/lab/kubernetes';
import { at, Client, deployment, pod, POLICIES, POLICIES_IN, textAt } from './client';

const EXAMPLE = join(__dirname, '../../../examples/shop');

describe('apply', () => {
  it('creates, configures, and leaves alone', () => {
    const client = new Client();
    const outcomes = (): readonly string[] =>
      client.kubernetes.apply([deployment('web')]).map(({ outcome }) => outcome);
    expect([outcomes(), outcomes()]).toEqual([['created'], ['unchanged']]);
    expect(client.kubernetes.apply([deployment('web', { replicas: 1 })])[0]?.outcome).toBe('configured');
  });

  it('takes away what the last manifest had, and keeps what others added', () => {
    const client = new Client();
    const [first = {}] = readManifests(`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: { name: p, annotations: { np.panw.com/appid: dns } }
      spec: { podSelector: {}, egress: [{}], policyTypes: [Egress] }`);
    client.kubernetes.apply([first]);
    client.patch(`${POLICIES_IN('default')}/p`, 'application/merge-patch+json', {
      metadata: { annotations: { 'status.np.panw.com/state': 'live' } },
    });
    client.kubernetes.apply([{ ...first, metadata: { name: 'p' }, spec: { podSelector: {} } }]);
    const { json } = client.get(`${POLICIES_IN('default')}/p`);
    expect(Object.keys(at(json, 'metadata', 'annotations') ?? {})).toEqual([
      'kubectl.kubernetes.io/last-applied-configuration',
      'status.np.panw.com/state',
    ]);
    expect(json.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
  });

  it('takes Lists apart, puts Namespaces first, and names kinds that are not served', () => {
    const client = new Client();
    const results = client.kubernetes.apply([
      {
        apiVersion: 'v1',
        kind: 'List',
        items: [
          { ...pod('p'), metadata: { name: 'p', namespace: 'late' } },
          { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 't' } },
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'late' } },
        ],
      },
    ]);
    expect(results.map(({ object, outcome }) => `${object.kind} ${outcome}`)).toEqual([
      'Namespace created',
      'Pod created',
      'Thing unknown',
    ]);
  });

  it('warns of fields that are not known', () => {
    const [result] = new Client().kubernetes.apply([
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: { podselector: {} } },
    ]);
    expect(result?.warnings).toEqual(['unknown field "spec.podselector"']);
  });

  it('throws the refusal of the server', () => {
    const client = new Client();
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' } };
    expect(() => client.kubernetes.apply([{ ...policy, spec: { ingress: [{ from: [{}] }] } }])).toThrow(
      'NetworkPolicy.networking.k8s.io "p" is invalid: spec.ingress[0].from[0]: Required value: must specify a peer',
    );
    expect(() => client.kubernetes.apply([{ ...policy, metadata: { name: 'p', namespace: 'no' } }])).toThrow(
      'namespaces "no" not found',
    );
    expect(client.names(POLICIES)).toEqual([]);
  });

  it('keeps the pod network that a Node was given', () => {
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1' }, spec: { podCIDR: '10.9.0.0/24' } };
    expect(() => new Client().kubernetes.apply([node])).toThrow('node updates may not change podCIDR');
    const client = new Client({ nodes: [] });
    client.kubernetes.apply([node]);
    expect(at(client.get('/api/v1/nodes/worker-1').json, 'spec')).toEqual({
      podCIDR: '10.9.0.0/24',
      podCIDRs: ['10.9.0.0/24'],
    });
  });

  it('takes the example', () => {
    const client = new Client({ nodes: [] });
    const results = client.kubernetes.apply(loadManifests(EXAMPLE));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
    const pods = client.get('/api/v1/pods').json.items as readonly Parameters<typeof at>[0][];
    expect(pods.length).toBeGreaterThan(5);
    expect(pods.every((item) => /^10\.244\.[12]\./.test(textAt(item, 'status', 'podIP')))).toBe(true);
  });
});

describe('restore', () => {
  it('keeps status, addresses, UIDs and times of another cluster', () => {
    const client = new Client();
    client.kubernetes.restore([
      {
        ...pod('p'),
        metadata: { name: 'p', uid: 'their-uid', resourceVersion: '99999', creationTimestamp: '2020-01-01T00:00:00Z' },
        status: { phase: 'Running', podIP: '10.244.0.2', podIPs: [{ ip: '10.244.0.2' }] },
      },
    ]);
    client.kubernetes.apply([pod('q')]);
    const { json } = client.get('/api/v1/namespaces/default/pods/p');
    expect(json.metadata).toMatchObject({ uid: 'their-uid', creationTimestamp: '2020-01-01T00:00:00Z' });
    expect(Number(at(json, 'metadata', 'resourceVersion'))).toBeLessThanOrEqual(client.kubernetes.resourceVersion());
    expect(at(json, 'status', 'podIP')).toBe('10.244.0.2');
  });
});

describe('time and names', () => {
  it('are the same in every run', () => {
    const names = (seed?: number): readonly string[] => {
      const client = new Client(seed === undefined ? {} : { seed });
      client.kubernetes.apply([deployment('web')]);
      return client.names('/api/v1/pods');
    };
    expect(names()).toEqual(names());
    expect(names(2)).not.toEqual(names());
  });

  it('are set by the test', () => {
    const client = new Client();
    client.kubernetes.setTime('2026-02-01T10:00:00Z');
    client.kubernetes.advance(90);
    expect(at(client.policy('p').json, 'metadata', 'creationTimestamp')).toBe('2026-02-01T10:01:30Z');
  });
});
