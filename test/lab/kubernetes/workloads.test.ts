import type { JsonObject } from '../../../tools/lab/kubernetes/values/json';
import { at, Client, deployment, matching, pod, PODS, textAt } from './client';

const items = (client: Client, path: string): readonly JsonObject[] =>
  client.get(path).json.items as readonly JsonObject[];
const pods = (client: Client): readonly JsonObject[] => items(client, PODS);
const template = (labels: { readonly [key: string]: string }, spec: JsonObject = {}): JsonObject => ({
  metadata: { labels },
  spec: { containers: [{ name: 'main', image: 'x:1' }], ...spec },
});
const workload = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: template({ app: name }),
    ...spec,
  },
});

describe('Deployment', () => {
  it('makes a ReplicaSet with a hash, and pods that belong to it', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    const [set] = items(client, '/apis/apps/v1/replicasets');
    const hash = textAt(set, 'metadata', 'labels', 'pod-template-hash');
    expect(textAt(set, 'metadata', 'name')).toBe(`web-${hash}`);
    expect(at(set, 'spec', 'selector', 'matchLabels')).toEqual({ app: 'web', 'pod-template-hash': hash });
    expect(pods(client)).toHaveLength(2);
    for (const item of pods(client)) {
      expect(textAt(item, 'metadata', 'name')).toMatch(new RegExp(`^web-${hash}-[bcdfghjklmnpqrstvwxz2456789]{5}$`));
      expect(at(item, 'metadata', 'labels')).toEqual({ app: 'web', 'pod-template-hash': hash });
      expect(at(item, 'metadata', 'ownerReferences')).toEqual([
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `web-${hash}`,
          uid: at(set, 'metadata', 'uid'),
          controller: true,
          blockOwnerDeletion: true,
        },
      ]);
    }
    expect(at(client.get('/apis/apps/v1/namespaces/default/deployments/web').json, 'status')).toMatchObject({
      replicas: 2,
      readyReplicas: 2,
      updatedReplicas: 2,
    });
  });

  it('follows replicas', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    client.kubernetes.apply([deployment('web', { replicas: 3 })]);
    expect(pods(client)).toHaveLength(3);
    client.kubernetes.apply([deployment('web', { replicas: 1 })]);
    expect(pods(client)).toHaveLength(1);
  });

  it('replaces the pods when the template changes, and keeps the old ReplicaSet without pods', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    const before = client.names(PODS);
    client.kubernetes.apply([deployment('web', {}, { hostNetwork: true })]);
    const after = client.names(PODS);
    expect(after).toHaveLength(2);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect(
      items(client, '/apis/apps/v1/replicasets')
        .map((set) => at(set, 'spec', 'replicas'))
        .sort(),
    ).toEqual([0, 2]);
  });

  it('takes its pods with it, and makes a new one for one that is deleted', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    const [first = ''] = client.names(PODS);
    client.send('DELETE', `/api/v1/namespaces/default/pods/${first}`);
    expect(client.names(PODS)).toHaveLength(2);
    expect(client.names(PODS)).not.toContain(first);
    client.kubernetes.delete({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
    expect(pods(client)).toEqual([]);
    expect(client.names('/apis/apps/v1/replicasets')).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['no selector', { selector: undefined }, 'spec.selector: Required value'],
    [
      'a selector that does not take the template',
      { selector: { matchLabels: { app: 'other' } } },
      'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
    ],
    ['negative replicas', { replicas: -1 }, 'spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
    [
      'no containers',
      { template: { metadata: { labels: { app: 'web' } }, spec: {} } },
      'spec.template.spec.containers: Required value',
    ],
  ])('is refused with %s', (_title, spec, message) => {
    const { json, status } = new Client().post('/apis/apps/v1/namespaces/default/deployments', deployment('web', spec));
    expect(status).toBe(422);
    expect(json.message).toContain(message);
  });
});

describe('other workloads', () => {
  it('StatefulSet: pods with ordinals; another template replaces them under the same names', () => {
    const client = new Client();
    client.kubernetes.apply([workload('StatefulSet', 'db', { replicas: 2 })]);
    expect(client.names(PODS)).toEqual(['db-0', 'db-1']);
    const [first] = pods(client);
    expect(at(first, 'metadata', 'labels')).toEqual({
      app: 'db',
      'apps.kubernetes.io/pod-index': '0',
      'controller-revision-hash': matching(/^db-/),
      'statefulset.kubernetes.io/pod-name': 'db-0',
    });
    client.kubernetes.apply([
      workload('StatefulSet', 'db', { replicas: 1, template: template({ app: 'db', v: '2' }) }),
    ]);
    expect(client.names(PODS)).toEqual(['db-0']);
    expect(at(pods(client)[0], 'metadata', 'uid')).not.toBe(at(first, 'metadata', 'uid'));
  });

  it('DaemonSet: one pod on each node that it takes, also on nodes that come later', () => {
    const client = new Client();
    client.kubernetes.apply([
      workload('DaemonSet', 'agent', {}),
      workload('DaemonSet', 'one', {
        template: template({ app: 'one' }, { nodeSelector: { 'kubernetes.io/hostname': 'worker-2' } }),
      }),
    ]);
    const nodesOf = (name: string): readonly string[] =>
      pods(client)
        .filter((item) => textAt(item, 'metadata', 'labels', 'app') === name)
        .map((item) => textAt(item, 'spec', 'nodeName'))
        .sort();
    expect([nodesOf('agent'), nodesOf('one')]).toEqual([['worker-1', 'worker-2'], ['worker-2']]);
    client.kubernetes.apply([{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-3' } }]);
    expect(nodesOf('agent')).toEqual(['worker-1', 'worker-2', 'worker-3']);
    client.kubernetes.delete({ apiVersion: 'v1', kind: 'Node', name: 'worker-1' });
    expect(nodesOf('agent')).toEqual(['worker-2', 'worker-3']);
  });

  it('ReplicaSet alone, and Job and CronJob, which start nothing', () => {
    const client = new Client();
    client.kubernetes.apply([
      workload('ReplicaSet', 'rs', { replicas: 2 }),
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once' }, spec: { template: template({}) } },
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'nightly' },
        spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: template({}) } } },
      },
    ]);
    expect(client.names(PODS)).toHaveLength(2);
    expect(client.names('/apis/batch/v1/cronjobs')).toEqual(['nightly']);
  });
});

describe('pods', () => {
  it('get nodes in turn and addresses from their blocks', () => {
    const client = new Client();
    client.kubernetes.apply(['a', 'b', 'c'].map((name) => pod(name)));
    expect(pods(client).map((item) => [textAt(item, 'spec', 'nodeName'), textAt(item, 'status', 'podIP')])).toEqual([
      ['worker-1', '10.244.0.2'],
      ['worker-2', '10.244.1.2'],
      ['worker-1', '10.244.0.3'],
    ]);
  });

  it('have the addresses of their node on the host network', () => {
    const client = new Client({
      nodes: [{ name: 'n', addresses: ['192.0.2.7', '2001:db8::7'], podCIDRs: ['10.5.0.0/24'] }],
    });
    client.kubernetes.apply([
      {
        ...pod('a'),
        spec: { hostNetwork: true, containers: [{ name: 'm', image: 'x', ports: [{ containerPort: 80 }] }] },
      },
    ]);
    const [item] = pods(client);
    expect(at(item, 'status', 'podIPs')).toEqual([{ ip: '192.0.2.7' }, { ip: '2001:db8::7' }]);
    expect(at(item, 'spec', 'containers', 0, 'ports')).toEqual([{ hostPort: 80, protocol: 'TCP', containerPort: 80 }]);
  });

  it('have an address of each family on a dual-stack cluster', () => {
    const client = new Client({ podNetworks: ['10.244.0.0/16', 'fd00:10::/56'] });
    client.kubernetes.apply([pod('a')]);
    expect(at(pods(client)[0], 'status', 'podIPs')).toEqual([{ ip: '10.244.0.2' }, { ip: 'fd00:10::2' }]);
    expect(at(client.get('/api/v1/nodes/worker-2').json, 'spec', 'podCIDRs')).toEqual([
      '10.244.1.0/24',
      'fd00:10:0:1::/64',
    ]);
  });

  it('wait where there is no node, or no address left, and give addresses back', () => {
    const client = new Client({ nodes: [{ name: 'n', addresses: ['192.0.2.1'], podCIDRs: ['10.5.0.0/30'] }] });
    client.kubernetes.apply([pod('a'), pod('b')]);
    const states = (): readonly string[] =>
      pods(client).map((item) => `${textAt(item, 'status', 'phase')} ${textAt(item, 'status', 'podIP')}`);
    expect(states()).toEqual(['Running 10.5.0.2', 'Pending ']);
    client.send('DELETE', '/api/v1/namespaces/default/pods/a');
    client.kubernetes.apply([pod('c')]);
    expect(states()).toEqual(['Pending ', 'Running 10.5.0.2']);
    const empty = new Client({ nodes: [] });
    empty.kubernetes.apply([pod('a')]);
    expect(textAt(pods(empty)[0], 'status', 'phase')).toBe('Pending');
    empty.kubernetes.apply([
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'n' },
        status: { addresses: [{ type: 'InternalIP', address: '192.0.2.1' }] },
      },
    ]);
    expect(textAt(pods(empty)[0], 'status', 'podIP')).toBe('10.244.0.2');
  });

  it('say in an Event when a template makes no valid pod', () => {
    const client = new Client();
    client.kubernetes.apply([
      workload('StatefulSet', 'x'.repeat(252), {
        template: template({ app: 'x'.repeat(63) }),
        selector: { matchLabels: { app: 'x'.repeat(63) } },
      }),
    ]);
    const [event] = client.kubernetes.events();
    expect([event?.type, event?.reason, at(event, 'involvedObject', 'kind')]).toEqual([
      'Warning',
      'FailedCreate',
      'StatefulSet',
    ]);
  });
});
