import { at, Client, deployment, matching, pod, POLICIES_IN } from './client';

const PATH = `${POLICIES_IN('default')}/p`;
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';
const DEPLOYMENT = '/apis/apps/v1/namespaces/default/deployments/web';

describe('create', () => {
  it('sets what the server sets', () => {
    const { status, json } = new Client().policy('p');
    expect(status).toBe(201);
    expect(json.metadata).toEqual({
      name: 'p',
      namespace: 'default',
      uid: matching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      resourceVersion: matching(/^\d+$/),
      generation: 1,
      creationTimestamp: '2026-01-05T08:00:00Z',
    });
  });

  it('makes names from generateName', () => {
    const { json } = new Client().post('/api/v1/namespaces/default/configmaps', { metadata: { generateName: 'c-' } });
    expect(at(json, 'metadata', 'name')).toMatch(/^c-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  it('refuses a name that is taken', () => {
    const client = new Client();
    client.policy('p');
    const { status, json } = client.policy('p');
    expect(status).toBe(409);
    expect(json).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'networkpolicies.networking.k8s.io "p" already exists',
      reason: 'AlreadyExists',
      details: { name: 'p', group: 'networking.k8s.io', kind: 'networkpolicies' },
      code: 409,
    });
  });

  it('refuses a namespace that is not there', () => {
    const { status, json } = new Client().policy('p', {}, 'nowhere');
    expect([status, json.message]).toEqual([404, 'namespaces "nowhere" not found']);
  });

  it('refuses a body that is for another place, or no JSON', () => {
    const client = new Client();
    const post = (body: string): number =>
      client.kubernetes.handle({
        method: 'POST',
        path: POLICIES_IN('default'),
        headers: { Authorization: 'Bearer admin-token' },
        body,
      }).status;
    expect(post('{"metadata":{"name":"p","namespace":"other"}}')).toBe(400);
    expect(post('{"kind":"Pod","metadata":{"name":"p"}}')).toBe(400);
    expect(post('{"apiVersion":"extensions/v1beta1","metadata":{"name":"p"}}')).toBe(400);
    expect(post('{')).toBe(400);
    expect(post('[]')).toBe(400);
  });

  it('only tries with dryRun=All', () => {
    const client = new Client();
    const before = client.kubernetes.resourceVersion();
    expect(client.post(`${POLICIES_IN('default')}?dryRun=All`, { metadata: { name: 'p' }, spec: {} }).status).toBe(201);
    expect(client.get(PATH).status).toBe(404);
    expect(client.kubernetes.resourceVersion()).toBe(before);
  });

  it('names namespaces in a label of theirs', () => {
    const { json } = new Client().get('/api/v1/namespaces/kube-system');
    expect(at(json, 'metadata', 'labels')).toEqual({ 'kubernetes.io/metadata.name': 'kube-system' });
    expect(json.status).toEqual({ phase: 'Active' });
  });
});

describe('update', () => {
  const put = (client: Client, spec: Parameters<Client['policy']>[1], more = {}): ReturnType<Client['send']> =>
    client.send('PUT', PATH, { metadata: { name: 'p', ...more }, spec: { podSelector: {}, ...spec } });

  it('counts generations by changes of the spec, versions by any change', () => {
    const client = new Client();
    const first = client.policy('p').json;
    const labelled = put(client, {}, { labels: { a: 'b' } }).json;
    expect(at(labelled, 'metadata', 'generation')).toBe(1);
    const changed = put(client, { policyTypes: ['Egress'] }, { labels: { a: 'b' } }).json;
    expect(at(changed, 'metadata', 'generation')).toBe(2);
    expect(at(changed, 'metadata', 'uid')).toBe(at(first, 'metadata', 'uid'));
    expect(Number(at(changed, 'metadata', 'resourceVersion'))).toBe(
      Number(at(first, 'metadata', 'resourceVersion')) + 2,
    );
  });

  it('writes nothing when nothing changes', () => {
    const client = new Client();
    client.policy('p');
    const version = client.kubernetes.resourceVersion();
    expect(put(client, {}).status).toBe(200);
    expect(client.kubernetes.resourceVersion()).toBe(version);
  });

  it('refuses an old version and another UID', () => {
    const client = new Client();
    const { json } = client.policy('p');
    put(client, { policyTypes: ['Egress'] });
    const old = put(client, {}, { resourceVersion: at(json, 'metadata', 'resourceVersion') });
    expect([old.status, old.json.reason]).toEqual([409, 'Conflict']);
    expect(old.json.message).toBe(
      'Operation cannot be fulfilled on networkpolicies.networking.k8s.io "p": the object has been modified; please apply your changes to the latest version and try again',
    );
    expect(put(client, {}, { uid: 'x' }).json.message).toContain('Precondition failed: UID in precondition: x');
  });

  it('takes the status from the subresource only', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web', { replicas: 1 })]);
    const before = client.get(DEPLOYMENT).json;
    client.send('PUT', DEPLOYMENT, { ...before, status: { readyReplicas: 99 } });
    expect(at(client.get(DEPLOYMENT).json, 'status', 'readyReplicas')).toBe(1);
    const [podName] = client.names('/api/v1/pods');
    const path = `/api/v1/namespaces/default/pods/${podName ?? ''}/status`;
    client.patch(path, MERGE, { status: { phase: 'Failed' } });
    expect(at(client.get(path).json, 'status', 'phase')).toBe('Failed');
  });

  it('refuses a name that is not the one of the path, and an object that is not there', () => {
    const client = new Client();
    expect(put(client, {}).status).toBe(404);
    client.policy('p');
    expect(put(client, {}, { name: 'q' }).json.message).toBe(
      'the name of the object (q) does not match the name on the URL (p)',
    );
  });

  it.each([
    [
      'the selector of a Deployment',
      { selector: { matchLabels: { app: 'web', v: '2' } }, template: { metadata: { labels: { app: 'web', v: '2' } } } },
      'field is immutable',
    ],
  ])('keeps %s', (_title, spec, message) => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    const { status, json } = client.patch(DEPLOYMENT, MERGE, { spec });
    expect(status).toBe(422);
    expect(json.message).toContain(message);
  });

  it('keeps the spec of a running pod', () => {
    const client = new Client();
    client.kubernetes.apply([pod('p')]);
    const path = '/api/v1/namespaces/default/pods/p';
    expect(client.patch(path, STRATEGIC, { spec: { hostNetwork: true } }).status).toBe(422);
    const image = { spec: { containers: [{ name: 'main', image: 'x:2' }] } };
    expect(client.patch(path, STRATEGIC, image).status).toBe(200);
  });
});

describe('patch', () => {
  it('merges maps, removes null, replaces lists (RFC 7396)', () => {
    const client = new Client();
    client.post(POLICIES_IN('default'), {
      metadata: { name: 'p', labels: { a: '1', b: '2' } },
      spec: { podSelector: { matchLabels: { x: 'y' } }, ingress: [{ ports: [{ port: 1 }] }, {}] },
    });
    const { json } = client.patch(PATH, MERGE, {
      metadata: { labels: { a: null, c: '3' } },
      spec: { ingress: [{ ports: [{ port: 2 }] }] },
    });
    expect(at(json, 'metadata', 'labels')).toEqual({ b: '2', c: '3' });
    expect(json.spec).toEqual({
      podSelector: { matchLabels: { x: 'y' } },
      ingress: [{ ports: [{ port: 2, protocol: 'TCP' }] }],
      policyTypes: ['Ingress'],
    });
  });

  it('merges containers by name and their ports by number (strategic merge)', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    const containers = (body: object): unknown =>
      at(
        client.patch(DEPLOYMENT, STRATEGIC, { spec: { template: { spec: body as never } } }).json,
        'spec',
        'template',
        'spec',
        'containers',
      );
    const added = containers({
      containers: [
        { name: 'main', ports: [{ containerPort: 8080, name: 'web' }, { containerPort: 9090 }] },
        { name: 'side', image: 'side:1' },
      ],
      $setElementOrder: undefined,
      '$setElementOrder/containers': [{ name: 'side' }, { name: 'main' }],
    });
    expect(added).toMatchObject([
      { name: 'side', image: 'side:1' },
      {
        name: 'main',
        image: 'web:1',
        ports: [
          { containerPort: 8080, name: 'web', protocol: 'TCP' },
          { containerPort: 9090, protocol: 'TCP' },
        ],
      },
    ]);
    const removed = containers({ containers: [{ name: 'side', $patch: 'delete' }] });
    expect(removed).toMatchObject([{ name: 'main' }]);
    const replaced = containers({ containers: [{ $patch: 'replace' }, { name: 'only', image: 'o:1' }] });
    expect(replaced).toMatchObject([{ name: 'only', image: 'o:1' }]);
  });

  it('replaces the lists of a NetworkPolicy whole (strategic merge)', () => {
    const client = new Client();
    client.policy('p', { ingress: [{ ports: [{ port: 1 }] }], egress: [{}] });
    const { json } = client.patch(PATH, STRATEGIC, {
      spec: { ingress: [{}], $retainKeys: ['podSelector', 'ingress'] },
    });
    expect(json.spec).toEqual({ podSelector: {}, ingress: [{}], policyTypes: ['Ingress'] });
  });

  it('applies on the server: creates, then takes away what the manager no longer says', () => {
    const client = new Client();
    const apply = (spec: object, manager = 'm'): ReturnType<Client['send']> =>
      client.patch(`${PATH}?fieldManager=${manager}`, APPLY, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'p' },
        spec: spec as never,
      });
    expect(apply({ podSelector: { matchLabels: { a: '1' } }, ingress: [{}] }).status).toBe(201);
    client.patch(PATH, MERGE, { metadata: { annotations: { by: 'hand' } } });
    const { status, json } = apply({ podSelector: { matchLabels: { b: '1' } } });
    expect(status).toBe(200);
    expect(json.spec).toEqual({ podSelector: { matchLabels: { b: '1' } }, policyTypes: ['Ingress'] });
    expect(at(json, 'metadata', 'annotations')).toEqual({ by: 'hand' });
    expect(client.patch(PATH, APPLY, {}).status).toBe(400);
  });

  it('refuses other media types', () => {
    const client = new Client();
    client.policy('p');
    expect(client.patch(PATH, 'application/json-patch+json', {}).status).toBe(415);
  });
});

describe('delete', () => {
  it('answers with a Status that names what is gone', () => {
    const client = new Client();
    const { json } = client.policy('p');
    expect(client.send('DELETE', PATH).json).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { name: 'p', group: 'networking.k8s.io', kind: 'networkpolicies', uid: at(json, 'metadata', 'uid') },
    });
    expect(client.send('DELETE', PATH).json.message).toBe('networkpolicies.networking.k8s.io "p" not found');
  });

  it('respects preconditions', () => {
    const client = new Client();
    client.policy('p');
    expect(client.send('DELETE', PATH, { preconditions: { uid: 'x' } }).status).toBe(409);
    expect(client.send('DELETE', PATH, { preconditions: { resourceVersion: '1' } }).status).toBe(409);
    expect(client.get(PATH).status).toBe(200);
  });

  it('takes a collection by selector', () => {
    const client = new Client();
    client.kubernetes.apply([pod('a', { app: 'x' }), pod('b', { app: 'y' })]);
    client.send('DELETE', '/api/v1/namespaces/default/pods?labelSelector=app%3Dx');
    expect(client.names('/api/v1/pods')).toEqual(['b']);
  });

  it('takes everything in a namespace with it', () => {
    const client = new Client();
    client.post('/api/v1/namespaces', { metadata: { name: 'shop' } });
    client.kubernetes.apply([{ ...deployment('web'), metadata: { name: 'web', namespace: 'shop' } }]);
    client.policy('p', {}, 'shop');
    client.send('DELETE', '/api/v1/namespaces/shop');
    expect(client.get('/api/v1/namespaces/shop').status).toBe(404);
    const rest = ['/api/v1/pods', '/apis/apps/v1/replicasets', '/apis/networking.k8s.io/v1/networkpolicies'];
    expect(rest.flatMap((path) => client.names(path))).toEqual([]);
  });

  it('leaves dependents alone with propagationPolicy=Orphan', () => {
    const client = new Client();
    client.kubernetes.apply([deployment('web')]);
    client.send('DELETE', `${DEPLOYMENT}?propagationPolicy=Orphan`);
    expect(client.names('/apis/apps/v1/deployments')).toEqual([]);
    expect(client.names('/api/v1/pods')).toHaveLength(2);
    expect(at(client.get('/apis/apps/v1/replicasets').json, 'items', 0, 'metadata', 'ownerReferences')).toBeUndefined();
  });
});

describe('paths', () => {
  it.each([
    ['/apis/networking.k8s.io/v1/nothing', 404],
    ['/apis/nothing.k8s.io/v1/things', 404],
    ['/api/v1/namespaces/default/nodes', 404],
    ['/nothing', 404],
    ['/openapi/v2', 404],
  ])('%s is not served', (path, status) => {
    expect(new Client().get(path).status).toBe(status);
  });

  it('refuses methods that a path does not have', () => {
    const client = new Client();
    expect(client.send('POST', PATH, {}).status).toBe(405);
    expect(client.send('PUT', POLICIES_IN('default'), {}).status).toBe(405);
    expect(client.send('HEAD', PATH).status).toBe(405);
    expect(client.post('/apis/networking.k8s.io/v1/networkpolicies', { metadata: { name: 'p' } }).status).toBe(405);
  });

  it('tells by discovery what is served', () => {
    const client = new Client();
    expect(at(client.get('/version').json, 'gitVersion')).toBe('v1.33.0');
    expect(at(client.get('/api').json, 'versions')).toEqual(['v1']);
    const groups = client.get('/apis').json.groups as readonly unknown[];
    expect(groups.map((group) => at(group as never, 'name'))).toContain('networking.k8s.io');
    const resources = client.get('/apis/networking.k8s.io/v1').json.resources as readonly unknown[];
    expect(resources).toContainEqual({
      name: 'networkpolicies',
      singularName: 'networkpolicy',
      namespaced: true,
      kind: 'NetworkPolicy',
      verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
      shortNames: ['netpol'],
    });
  });

  it('does not serve ServiceCIDRs before 1.33', () => {
    const path = '/apis/networking.k8s.io/v1/servicecidrs';
    expect(at(new Client().get(path).json, 'items', 0, 'spec', 'cidrs')).toEqual(['10.96.0.0/16']);
    expect(new Client({ minorVersion: 32 }).get(path).status).toBe(404);
  });

  it('serves JSON alone', () => {
    const client = new Client();
    const accept = (value: string): number => client.send('GET', '/api/v1/pods', undefined, { accept: value }).status;
    expect(accept('application/json;as=Table;v=v1;g=meta.k8s.io,application/json')).toBe(200);
    expect(accept('application/vnd.kubernetes.protobuf')).toBe(406);
    expect(
      client.send('POST', PATH.slice(0, -2), {}, { 'content-type': 'application/vnd.kubernetes.protobuf' }).status,
    ).toBe(415);
  });
});
