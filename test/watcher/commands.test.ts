import { createHash } from 'node:crypto';
import type { TakenSnapshot } from '../../scripts/watcher/snapshot/snapshot';
import { runIntegration } from '../../scripts/watcher/run';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import { FakeApi, hostFor, json, newInstance, status, type ApiObject, type Instance } from './fakeapi';
import { shownMarkdown } from '../support/markdown';
import { node, pod, policy, service } from './objects';

let api: FakeApi;
let instance: Instance;

beforeEach(() => {
  api = new FakeApi();
  instance = newInstance();
});

function run(command: string, args: { readonly [name: string]: unknown } = {}): WarRoomEntry {
  return runIntegration(hostFor(instance, (request) => api.handle(request), command, args)) as WarRoomEntry;
}

/** How many pods a snapshot holds. */
function podsOf({ Objects }: TakenSnapshot): number {
  return Objects.reduce((sum, { names }) => sum + (Array.isArray(names) ? names.length : 0), 0);
}

/** The text of an entry of type error. */
function failure(command: string, args: { readonly [name: string]: unknown } = {}): string {
  const entry = run(command, args);
  expect(entry.Type).toBe(4);
  return String(entry.Contents);
}

const LAST = { manager: 'helm', operation: 'Apply', time: '2026-01-04T08:00:00Z' };

describe('cnseries-get-snapshot', () => {
  beforeEach(() => {
    api.put('namespaces', { metadata: { name: 'shop', labels: { team: 'shop' }, annotations: { other: 'x' } } });
    api.put('nodes', node('worker-1', '192.168.50.11', '10.244.0.0/24'));
    api.put('services', service('shop', 'web', '10.96.0.10'));
    api.put(
      'networkpolicies',
      policy('shop', 'web', 'gateway', { managedFields: [{}, { ...LAST, fieldsV1: {} }], annotations: { a: 'b' } }),
    );
    api.put('pods', pod('shop', 'web-1', { app: 'web' }, '10.244.0.5'));
    api.put('servicecidrs', { metadata: { name: 'kubernetes' }, spec: { cidrs: ['10.96.0.0/16'] } });
    api.put('endpointslices', {
      metadata: { namespace: 'shop', name: 'web-x', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.244.0.5'], conditions: { ready: true }, nodeName: 'worker-1' }],
      ports: [{ port: 8080, protocol: 'TCP', name: '' }],
    });
  });

  function take(args: { readonly [name: string]: unknown } = {}): TakenSnapshot {
    const entry = run('cnseries-get-snapshot', args);
    expect(entry.Type).toBe(1);
    return entry.Contents as TakenSnapshot;
  }

  it('gives counts to the context, and the objects with only what makes rules', () => {
    const entry = run('cnseries-get-snapshot');
    const { SnapshotId, Lists, Objects, ...rest } = entry.Contents as TakenSnapshot;
    const { Format, ...about } = rest;
    expect(Format).toBe(2);
    expect(about).toEqual({ Cluster: 'shop', ClusterUID: 'uid-1', TakenAt: '2026-01-05T08:00:00.000Z' });
    expect(entry.EntryContext).toEqual({
      'CNSeries.Snapshot(val.Cluster == obj.Cluster)': {
        ...about,
        SnapshotId,
        Policies: 1,
        Namespaces: 2,
        Pods: 1,
        Services: 1,
        Nodes: 1,
      },
    });
    expect(shownMarkdown(entry.HumanReadable)).toContain(
      `| ${SnapshotId.slice(0, 12)} | 2026-01-05T08:00:00.000Z | 1 | 2 | 1 | 1 | 1 |`,
    );
    const names = 'endpointslices namespaces networkpolicies nodes pods servicecidrs services';
    expect(Object.keys(Lists).sort().join(' ')).toBe(names);
    for (const list of Object.values(Lists)) expect(list).toEqual({ resourceVersion: '108', complete: true });
    expect(Objects).toEqual([
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { namespace: 'shop', name: 'web-x', uid: 'uid-8', labels: { 'kubernetes.io/service-name': 'web' } },
        addressType: 'IPv4',
        endpoints: [{ addresses: ['10.244.0.5'] }],
        ports: [{ port: 8080, protocol: 'TCP', name: '' }],
      },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system', uid: 'uid-1' } },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', uid: 'uid-2', labels: { team: 'shop' } } },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: {
          namespace: 'shop',
          name: 'web',
          uid: 'uid-5',
          resourceVersion: '105',
          managedFields: [LAST],
          annotations: { a: 'b' },
        },
        spec: policy('shop', 'web', 'gateway').spec,
      },
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'worker-1', uid: 'uid-3' },
        spec: { podCIDR: '10.244.0.0/24', podCIDRs: ['10.244.0.0/24'] },
        status: { addresses: [{ type: 'InternalIP', address: '192.168.50.11' }] },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { namespace: 'shop', name: 'web', uid: 'uid-4', labels: { app: 'web' } },
        spec: service('shop', 'web', '10.96.0.10').spec,
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'ServiceCIDR',
        metadata: { name: 'kubernetes', uid: 'uid-7' },
        spec: { cidrs: ['10.96.0.0/16'] },
      },
      {
        apiVersion: 'cnseries.panw.com/v1',
        kind: 'FoldedPods',
        metadata: {
          generateName: 'web-',
          namespace: 'shop',
          labels: { app: 'web' },
          annotations: { 'paloaltonetworks.com/firewall': 'pan-fw' },
        },
        spec: {
          containers: [
            {
              name: 'main',
              ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
              readinessProbe: { httpGet: { port: 'http' } },
            },
          ],
        },
        status: { phase: 'Running' },
        names: ['1'],
        addresses: ['10.244.0.5'],
      },
    ]);
  });

  it('folds the pods that differ in name and addresses alone, and no others', () => {
    const host = pod('shop', 'agent-x', { app: 'agent' }, '192.168.50.11');
    api.put('pods', pod('shop', 'web-3', { app: 'web' }, '10.244.0.7'));
    api.put('pods', pod('shop', 'web-2', { app: 'web' }, '10.244.0.6'));
    api.put('pods', pod('shop', 'web-4', { app: 'web', canary: 'yes' }, '10.244.0.8'));
    api.put('pods', { ...pod('shop', 'web-5', { app: 'web' }, ''), status: { phase: 'Pending' } });
    api.put('pods', {
      ...pod('shop', 'alone', { app: 'web' }, ''),
      status: { phase: 'Running', podIP: '10.244.0.9', podIPs: [{ ip: '10.244.0.9' }, { ip: 'fd00::9' }] },
    });
    api.put('pods', {
      ...host,
      spec: { hostNetwork: true, containers: [] },
      status: { phase: 'Running', hostIP: '192.168.50.11', hostIPs: [{ ip: '192.168.50.11' }, { ip: 'fd01::11' }] },
    });
    const folded = take().Objects.filter(({ kind }) => kind === 'FoldedPods');
    expect(
      folded.map(({ metadata, names, addresses }) => [
        (metadata as ApiObject['metadata']).generateName,
        names,
        addresses,
      ]),
    ).toEqual([
      ['agent-', ['x'], ['192.168.50.11,fd01::11']],
      ['', ['alone'], ['10.244.0.9,fd00::9']],
      ['web-', ['1', '2', '3'], ['10.244.0.5', '10.244.0.6', '10.244.0.7']],
      ['web-', ['4'], ['10.244.0.8']],
      ['web-', ['5'], ['']],
    ]);
    expect(run('cnseries-get-snapshot').EntryContext).toMatchObject({
      'CNSeries.Snapshot(val.Cluster == obj.Cluster)': { Pods: 7 },
    });
  });

  it('has an id that is the content and nothing else', () => {
    const first = take().SnapshotId;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    api.put(
      'networkpolicies',
      policy('shop', 'web', 'gateway', { annotations: { a: 'b', 'status.np.panw.com/x': 'y' } }),
    );
    api.put('nodes', node('worker-1', '192.168.50.11', '10.244.0.0/24'));
    expect(take().SnapshotId).toBe(first);
    api.put('pods', pod('shop', 'web-1', { app: 'web' }, '10.244.0.6'));
    const moved = take().SnapshotId;
    expect(moved).not.toBe(first);
    api.put('pods', pod('shop', 'web-1', { app: 'web' }, '10.244.0.5'));
    expect(take().SnapshotId).toBe(first);
  });

  it('can be had again by its id, without a request', () => {
    api.put('pods', pod('shop', 'web-2', { app: 'web' }, '10.244.0.7'));
    api.put('pods', { metadata: { namespace: 'shop', name: 'waiting' }, spec: { containers: [] }, status: {} });
    const first = take();
    api.takeLines();
    expect(take({ snapshot_id: first.SnapshotId })).toEqual(first);
    expect(api.takeLines()).toEqual([]);
  });

  it('that another version of the integration kept is refused', () => {
    const { SnapshotId } = take();
    const key = `snapshot.${SnapshotId}`;
    const { Format, ...older } = JSON.parse(instance.context[key]) as TakenSnapshot;
    expect(Format).toBe(2);
    instance.context = { ...instance.context, [key]: JSON.stringify({ ...older, Objects: { pods: [] } }) };
    expect(failure('cnseries-get-snapshot', { snapshot_id: SnapshotId })).toContain(
      `The snapshot ${SnapshotId} was kept by another version of this integration`,
    );
  });

  it('is kept until three others came, and then refused with what is there', () => {
    instance.context = { other: 'stays' };
    const ids = ['1', '2', '3', '4'].map((end) => {
      api.put('pods', pod('shop', 'web-1', { app: 'web' }, `10.244.0.${end}`));
      return take().SnapshotId;
    });
    const text = failure('cnseries-get-snapshot', { snapshot_id: ids[0] });
    expect(text).toContain(`There is no snapshot ${ids[0]} any more`);
    expect(text).toContain(`${ids[3]}, ${ids[2]}, ${ids[1]}`);
    for (const id of ids.slice(1)) expect(take({ snapshot_id: id }).SnapshotId).toBe(id);
    expect(instance.context.other).toBe('stays');
  });

  it('taken twice of the same state counts once', () => {
    const kept = take();
    instance.time += 1000;
    take();
    api.put('pods', pod('shop', 'web-1', { app: 'web' }, '10.244.0.9'));
    take();
    expect(take({ snapshot_id: kept.SnapshotId }).TakenAt).toBe('2026-01-05T08:00:01.000Z');
    expect((JSON.parse(instance.context.snapshots) as { ids: string[] }).ids).toHaveLength(2);
  });

  it('that is too large is not kept, and says so', () => {
    api.put('namespaces', { metadata: { name: 'big', labels: { big: 'x'.repeat(10_000_001) } } });
    const entry = run('cnseries-get-snapshot');
    expect(entry.HumanReadable).toContain('The snapshot is not kept: it has more than 10000000 characters.');
    expect(instance.context).toEqual({});
  });

  it.each(['networkpolicies', 'namespaces', 'pods', 'services', 'nodes', 'endpointslices', 'servicecidrs'])(
    'is refused without the permission to list %s, which is named',
    (resource) => {
      api.denied.add(`list ${resource}`);
      const text = failure('cnseries-get-snapshot');
      expect(text).toContain(`The API server refused to list ${resource}`);
      expect(text).toContain('of the whole cluster (status 403: ');
      expect(text).toContain(`resources: ["${resource}"], verbs: ["list"]}.`);
      expect(instance.context).toEqual({});
    },
  );

  it('does without ServiceCIDRs where the cluster has none', () => {
    api.faults.push((line) => (line.includes('/servicecidrs') ? status(404, 'not found') : undefined));
    expect(Object.keys(take().Lists)).not.toContain('servicecidrs');
    expect(api.takeLines().filter((line) => line.includes('servicecidrs'))).toHaveLength(2);
  });

  it('is refused where a required list is not served', () => {
    api.faults.push((line) => (line.includes('/networkpolicies') ? status(404, 'not found') : undefined));
    expect(failure('cnseries-get-snapshot')).toContain('Check that the URL is that of a Kubernetes API server');
  });

  describe('in pages', () => {
    beforeEach(() => {
      instance.params.page_size = '10';
      for (let i = 0; i < 25; i++) api.put('pods', pod('shop', `more-${i}`, { app: 'more' }, `10.244.1.${i}`));
    });

    const expired = status(410, 'The provided continue parameter is too old');

    it('reads all of them', () => {
      expect(podsOf(take())).toBe(26);
      expect(api.takeLines().filter((line) => line.includes('/pods'))).toEqual([
        'GET /api/v1/pods?limit=10',
        'GET /api/v1/pods?continue=page-0&limit=10',
        'GET /api/v1/pods?continue=page-1&limit=10',
      ]);
    });

    it('begins a list again once if the server forgets it', () => {
      let left = 1;
      api.faults.push((line) => (line.includes('continue=') && left-- > 0 ? expired : undefined));
      expect(podsOf(take())).toBe(26);
    });

    it('is refused if the server forgets it twice', () => {
      api.faults.push((line) => (line.includes('continue=') ? expired : undefined));
      const text = failure('cnseries-get-snapshot');
      expect(text).toContain(
        'The list of pods could not be read whole: the server forgot it between two pages, twice.',
      );
      expect(text).toContain('page_size');
    });

    it.each([
      ['are of different versions', json(200, { metadata: { resourceVersion: '9' }, items: [] })],
      ['hold no list', json(200, { metadata: { resourceVersion: '133' } })],
      ['have no version', json(200, { metadata: {}, items: [] })],
    ])('is refused if pages %s', (_title, page) => {
      api.faults.push((line) => (line.includes('continue=') ? page : undefined));
      expect(failure('cnseries-get-snapshot')).toContain('its pages do not fit together, twice.');
    });

    it('is refused if a page is refused, and if pages do not end', () => {
      api.faults.push((line) => (line.includes('continue=') ? status(403, 'no more') : undefined));
      expect(failure('cnseries-get-snapshot')).toContain('refused to list pods');
      const page = json(200, { metadata: { resourceVersion: '133', continue: 'page-0' }, items: [] });
      api.faults = [(line) => (line.includes('/pods') ? page : undefined)];
      expect(failure('cnseries-get-snapshot')).toContain('its pages do not fit together');
    });
  });
});

describe('cnseries-report-outcome', () => {
  const OUTCOME = { reason: 'RulesApplied', message: 'Two rules are in Panorama.' };

  beforeEach(() => {
    api.put('networkpolicies', policy('shop', 'web'));
    api.put('networkpolicies', policy('pay', 'pay'));
  });

  function events(): ApiObject[] {
    return api.all('events');
  }

  it('writes an Event on each policy', () => {
    const entry = run('cnseries-report-outcome', { policies: 'shop/web, pay/pay', ...OUTCOME });
    expect(entry.EntryContext).toEqual({
      'CNSeries.Report(val.Cluster == obj.Cluster)': {
        Cluster: 'shop',
        Reason: 'RulesApplied',
        Written: 2,
        Skipped: [],
      },
    });
    expect(events().map(({ involvedObject }) => involvedObject)).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        namespace: 'pay',
        name: 'pay',
        uid: 'uid-3',
        resourceVersion: '103',
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        namespace: 'shop',
        name: 'web',
        uid: 'uid-2',
        resourceVersion: '102',
      },
    ]);
    expect(events()[1]).toMatchObject({
      metadata: { namespace: 'shop', name: expect.stringMatching(/^web\.[0-9a-f]{16}$/) as string },
      type: 'Normal',
      reason: 'RulesApplied',
      message: 'Two rules are in Panorama.',
      source: { component: 'cnseries.panw.com/policy-watcher' },
      reportingComponent: 'cnseries.panw.com/policy-watcher',
      count: 1,
      firstTimestamp: '2026-01-05T08:00:00Z',
      lastTimestamp: '2026-01-05T08:00:00Z',
    });
  });

  it.each([
    ['objects', [{ namespace: 'shop', name: 'web' }]],
    ['JSON', '[{"namespace": "shop", "name": "web", "uid": "uid-2"}]'],
    ['one object', { namespace: 'shop', name: 'web' }],
    ['texts', ['shop/web', 'shop/web']],
    [
      'the changes of an incident, of which only policies count',
      [
        { kind: 'NetworkPolicy', namespace: 'shop', name: 'web', uid: 'uid-2' },
        { kind: 'Pods', namespace: 'shop', name: '' },
      ],
    ],
  ])('takes policies as %s', (_title, policies) => {
    run('cnseries-report-outcome', { policies, ...OUTCOME });
    expect(events()).toHaveLength(1);
  });

  it('counts the same outcome again, and writes another one', () => {
    run('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME });
    instance.time += 60000;
    run('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME });
    expect(events()).toHaveLength(1);
    expect(events()[0]).toMatchObject({
      count: 2,
      firstTimestamp: '2026-01-05T08:00:00Z',
      lastTimestamp: '2026-01-05T08:01:00Z',
    });
    run('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME, type: 'Warning' });
    expect(events()).toHaveLength(2);
  });

  it('writes a new Event where the token may only create them', () => {
    api.denied.add('patch events');
    run('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME });
    instance.time += 60000;
    expect(run('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME }).Type).toBe(1);
    expect(events()).toHaveLength(2);
  });

  it('skips policies that are gone or replaced, and names them', () => {
    const policies = [
      { namespace: 'shop', name: 'web', uid: 'uid-0' },
      { namespace: 'shop', name: 'db' },
      { namespace: 'gone', name: 'x' },
    ];
    const entry = run('cnseries-report-outcome', { policies, ...OUTCOME });
    expect(entry.EntryContext).toMatchObject({
      'CNSeries.Report(val.Cluster == obj.Cluster)': {
        Written: 0,
        Skipped: ['gone/x: it is gone', 'shop/db: it is gone', 'shop/web: replaced by a new policy of this name'],
      },
    });
    expect(entry.HumanReadable).toContain('0 policies have the Event. Skipped: gone/x: it is gone;');
  });

  it('that is forbidden in one namespace is written in the others, and the permission is named', () => {
    api.faults.push((line) =>
      line === 'POST /api/v1/namespaces/pay/events' ? status(403, 'events is forbidden') : undefined,
    );
    expect(failure('cnseries-report-outcome', { policies: 'shop/web, pay/pay', ...OUTCOME })).toBe(
      'Not all Events could be written. The API server refused to create events in the namespace pay (status 403: events is forbidden). ' +
        'Add to the ClusterRole of the token\'s service account: {apiGroups: [""], resources: ["events"], verbs: ["create"]}. ' +
        'Policies that got their Event: 1.',
    );
    expect(events()).toHaveLength(1);
  });

  it('without the permission to list policies names it', () => {
    api.denied.add('list networkpolicies');
    expect(failure('cnseries-report-outcome', { policies: 'shop/web', ...OUTCOME })).toContain(
      'refused to list networkpolicies (networking.k8s.io) in the namespace shop',
    );
  });

  it('cuts a long message, and a long name', () => {
    const name = `${'a'.repeat(199)}.${'b'.repeat(50)}`;
    api.put('networkpolicies', policy('shop', name));
    run('cnseries-report-outcome', { policies: `shop/${name}`, ...OUTCOME, message: 'x'.repeat(1025) });
    const [event] = events();
    expect(String(event.message)).toBe('x'.repeat(1021) + '...');
    expect(event.metadata.name).toMatch(/^a{199}\.[0-9a-f]{16}$/);
  });

  it('of more policies than one command can take says which are left', () => {
    const names = Array.from({ length: 205 }, (_, i) => `p${100 + i}`);
    for (const name of names) api.put('networkpolicies', policy('many', name));
    const entry = run('cnseries-report-outcome', { policies: names.map((name) => `many/${name}`), ...OUTCOME });
    expect(entry.EntryContext).toMatchObject({
      'CNSeries.Report(val.Cluster == obj.Cluster)': {
        Written: 200,
        Skipped: ['5 more policies, from many/p300 on: too many for one command'],
      },
    });
  });

  it.each([
    [
      'a reason of two words',
      { policies: 'shop/web', ...OUTCOME, reason: 'rules applied' },
      'The argument "reason" is',
    ],
    ['a policy without namespace', { policies: 'web', ...OUTCOME }, 'The argument "policies" holds web.'],
    ['a path in a name', { policies: ['shop/../x'], ...OUTCOME }, 'The argument "policies" holds shop/../x.'],
    ['broken JSON', { policies: '[{', ...OUTCOME }, 'looks like JSON'],
    ['no policies', { policies: '', ...OUTCOME }, 'The argument "policies" is missing.'],
    ['another type', { policies: 'shop/web', ...OUTCOME, type: 'Bad' }, 'it must be one of: Normal, Warning.'],
  ])('with %s is an error', (_title, args, message) => {
    expect(failure('cnseries-report-outcome', args)).toContain(message);
    expect(events()).toEqual([]);
  });
});

it('the id of a snapshot counts a spec that policies share once', () => {
  api.put('networkpolicies', policy('shop', 'web'));
  api.put('networkpolicies', { ...policy('pay', 'web'), metadata: { namespace: 'pay', name: 'web' } });
  const { SnapshotId } = run('cnseries-get-snapshot').Contents as TakenSnapshot;
  const spec =
    '{"ingress":[{"from":[{"podSelector":{"matchLabels":{"app":"web"}}}]}],"podSelector":{"matchLabels":{"app":"web"}},"policyTypes":["Ingress"]}';
  const lines = [
    'uid-1',
    '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"kube-system","uid":"uid-1"}}',
    '["NetworkPolicy","pay/web",{"annotations":{},"labels":{},"uid":"uid-3"},0]',
    '["NetworkPolicy","shop/web",{"annotations":{},"labels":{},"uid":"uid-2"},0]',
    '',
    spec,
  ];
  const text = lines.map((line) => `${line}\n`).join('');
  expect(SnapshotId).toBe(createHash('sha256').update(text).digest('hex'));
});

it('an unknown command is an error', () => {
  expect(() => run('cnseries-do-magic')).toThrow('The integration has no command "cnseries-do-magic".');
});

it('the id of a snapshot is SHA-256 as others compute it', () => {
  const { SnapshotId } = run('cnseries-get-snapshot').Contents as TakenSnapshot;
  const object = '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"kube-system","uid":"uid-1"}}';
  expect(SnapshotId).toBe(createHash('sha256').update(`uid-1\n${object}\n\n`).digest('hex'));
});
