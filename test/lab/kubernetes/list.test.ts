import { at, Client, namesOf, pod, PODS, POLICIES, textAt } from './client';

function withPods(...names: readonly string[]): Client {
  const client = new Client();
  client.kubernetes.apply(names.map((name) => pod(name, { app: name.slice(0, 1) })));
  return client;
}

const tokenOf = (answer: { readonly json: Parameters<typeof at>[0] }): string =>
  textAt(answer.json, 'metadata', 'continue');

describe('list', () => {
  it('leaves apiVersion and kind out of items, as the API server does', () => {
    const { json } = withPods('a').get(PODS);
    expect([json.kind, json.apiVersion]).toEqual(['PodList', 'v1']);
    expect(Object.keys(at(json, 'items', 0) ?? {}).sort()).toEqual(['metadata', 'spec', 'status']);
  });

  it('sorts by namespace and name as etcd does its keys: a-b/ comes before a/', () => {
    const client = new Client();
    for (const name of ['a', 'a-b']) client.post('/api/v1/namespaces', { metadata: { name } });
    for (const namespace of ['a', 'a-b']) client.policy('p', {}, namespace);
    const items = client.get(POLICIES).json.items as readonly unknown[];
    expect(items.map((item) => at(item as never, 'metadata', 'namespace'))).toEqual(['a-b', 'a']);
  });

  it('gives pages of one version, whatever happens between them', () => {
    const client = withPods('a1', 'a2', 'a3', 'a4', 'a5');
    const first = client.get(`${PODS}?limit=2`);
    expect(namesOf(first.json)).toEqual(['a1', 'a2']);
    expect(at(first.json, 'metadata', 'remainingItemCount')).toBe(3);
    client.kubernetes.apply([pod('a35')]);
    client.send('DELETE', '/api/v1/namespaces/default/pods/a4');
    client.patch('/api/v1/namespaces/default/pods/a3', 'application/merge-patch+json', {
      metadata: { labels: { app: 'changed' } },
    });
    const second = client.get(`${PODS}?limit=2&continue=${tokenOf(first)}`);
    expect(namesOf(second.json)).toEqual(['a3', 'a4']);
    expect(at(second.json, 'items', 0, 'metadata', 'labels', 'app')).toBe('a');
    const third = client.get(`${PODS}?limit=2&continue=${tokenOf(second)}`);
    expect(namesOf(third.json)).toEqual(['a5']);
    expect(at(third.json, 'metadata', 'continue')).toBeUndefined();
    const versions = [first, second, third].map((page) => at(page.json, 'metadata', 'resourceVersion'));
    expect(new Set(versions).size).toBe(1);
    expect(client.names(PODS)).toEqual(['a1', 'a2', 'a3', 'a35', 'a5']);
  });

  it('answers an expired token with 410 Expired and a token for the rest at the newest version', () => {
    const client = withPods('a1', 'a2', 'a3');
    const token = tokenOf(client.get(`${PODS}?limit=1`));
    client.kubernetes.apply([pod('a25')]);
    client.kubernetes.compact();
    const gone = client.get(`${PODS}?limit=1&continue=${token}`);
    expect([gone.status, gone.json.reason, gone.json.code]).toEqual([410, 'Expired', 410]);
    expect(gone.json.message).toContain('The provided continue parameter is too old to display a consistent list');
    expect(client.names(`${PODS}?continue=${tokenOf(gone)}`)).toEqual(['a2', 'a25', 'a3']);
  });

  it('gives whole pages under a selector, and no count of what is left', () => {
    const client = withPods('a1', 'b1', 'a2', 'b2', 'a3');
    const first = client.get(`${PODS}?limit=2&labelSelector=app%3Da`);
    expect(namesOf(first.json)).toEqual(['a1', 'a2']);
    expect(at(first.json, 'metadata', 'remainingItemCount')).toBeUndefined();
    expect(client.names(`${PODS}?limit=2&labelSelector=app%3Da&continue=${tokenOf(first)}`)).toEqual(['a3']);
  });

  it.each([
    ['app=a', ['a1']],
    ['app==a', ['a1']],
    ['app!=a', ['b1', 'c1']],
    ['app in (a, b)', ['a1', 'b1']],
    ['app notin (a,b)', ['c1']],
    ['app', ['a1', 'b1', 'c1']],
    ['!app', []],
    ['app,app!=a', ['b1', 'c1']],
  ])('selects by labels: %s', (selector, names) => {
    expect(withPods('a1', 'b1', 'c1').names(`${PODS}?labelSelector=${encodeURIComponent(selector)}`)).toEqual(names);
  });

  it.each([
    ['metadata.name=a1', ['a1']],
    ['metadata.namespace=other', []],
    ['spec.nodeName=worker-1', ['a1', 'c1']],
    ['spec.nodeName!=worker-1', ['b1']],
    ['status.phase=Running,metadata.name!=a1', ['b1', 'c1']],
  ])('selects by fields: %s', (selector, names) => {
    expect(withPods('a1', 'b1', 'c1').names(`${PODS}?fieldSelector=${encodeURIComponent(selector)}`)).toEqual(names);
  });

  it('refuses fields by which nothing can be selected', () => {
    const { status, json } = new Client().get(`${PODS}?fieldSelector=spec.x%3D1`);
    expect(status).toBe(400);
    expect(json.message).toContain('field label not supported: spec.x');
  });

  describe('resourceVersion', () => {
    const versionOf = (client: Client): number => client.kubernetes.resourceVersion();

    it('0 takes any version and passes over the limit, as the watch cache does', () => {
      expect(withPods('a1', 'a2').names(`${PODS}?resourceVersion=0&limit=1`)).toEqual(['a1', 'a2']);
    });

    it('Exact, or a limit, reads the past; NotOlderThan reads the present', () => {
      const client = withPods('a1');
      const version = versionOf(client);
      client.kubernetes.apply([pod('a2')]);
      const names = (query: string): readonly string[] => client.names(`${PODS}?resourceVersion=${version}${query}`);
      expect(names('&resourceVersionMatch=Exact')).toEqual(['a1']);
      expect(names('&limit=10')).toEqual(['a1']);
      expect(names('&resourceVersionMatch=NotOlderThan&limit=10')).toEqual(['a1', 'a2']);
      expect(names('')).toEqual(['a1', 'a2']);
    });

    it('Exact at a compacted version is 410, a version to come is 504', () => {
      const client = withPods('a1');
      const version = versionOf(client);
      client.kubernetes.apply([pod('a2')]);
      client.kubernetes.compact();
      const past = client.get(`${PODS}?resourceVersion=${version}&resourceVersionMatch=Exact`);
      expect([past.status, past.json.message]).toEqual([410, 'The resourceVersion for the provided list is too old.']);
      const future = client.get(`${PODS}?resourceVersion=${version + 1000}`);
      expect([future.status, at(future.json, 'details', 'causes', 0, 'reason')]).toEqual([
        504,
        'ResourceVersionTooLarge',
      ]);
      expect(future.headers['retry-after']).toBe('1');
    });

    it.each([
      ['resourceVersionMatch=Exact', 422, 'resourceVersionMatch is forbidden unless resourceVersion is provided'],
      ['resourceVersion=0&resourceVersionMatch=Exact', 422, 'is forbidden for resourceVersion "0"'],
      ['resourceVersion=1&resourceVersionMatch=Newest', 422, 'supported values: "Exact", "NotOlderThan", ""'],
      ['resourceVersion=x', 400, 'invalid resource version'],
      ['continue=nonsense', 400, 'continue key is not valid'],
      ['sendInitialEvents=true', 422, 'sendInitialEvents is forbidden for list'],
    ])('refuses %s', (query, status, message) => {
      const answer = new Client().get(`${PODS}?${query}`);
      expect(answer.status).toBe(status);
      expect(answer.json.message).toContain(message);
    });
  });

  it('lists ten thousand pods and two thousand policies in pages of 500', () => {
    const client = new Client({ podNetworks: ['10.0.0.0/8'], nodes: [{ name: 'n', addresses: ['192.0.2.1'] }] });
    client.kubernetes.restore(
      Array.from({ length: 10000 }, (_, index) => ({
        ...pod(`p${index}`),
        status: { phase: 'Running', podIPs: [{ ip: '10.1.1.1' }] },
      })),
    );
    client.kubernetes.apply(
      Array.from({ length: 2000 }, (_, index) => ({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `np${index}` },
        spec: { podSelector: {} },
      })),
    );
    const count = (path: string): readonly [number, number] => {
      const names = new Set<string>();
      let pages = 0;
      for (let token = ''; pages === 0 || token !== ''; pages++) {
        const { json } = client.get(`${path}?limit=500${token === '' ? '' : `&continue=${token}`}`);
        for (const name of namesOf(json)) names.add(name);
        token = textAt(json, 'metadata', 'continue');
      }
      return [names.size, pages];
    };
    expect(count(PODS)).toEqual([10000, 20]);
    expect(count(POLICIES)).toEqual([2000, 4]);
  });
});
