import { at, Client, matching, pod, PODS, POLICIES, textAt, type WatchEvent } from './client';

const summary = ({ type, object }: WatchEvent): string => `${type} ${textAt(object, 'metadata', 'name')}`;
const from = (client: Client): string => `watch=true&resourceVersion=${client.kubernetes.resourceVersion()}`;

describe('watch', () => {
  it('tells what happened after a version, with type and kind', () => {
    const client = new Client();
    const query = from(client);
    client.policy('a');
    client.policy('b');
    client.patch('/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/a', 'application/merge-patch+json', {
      metadata: { annotations: { x: 'y' } },
    });
    client.send('DELETE', '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/b');
    const events = client.watch(`${POLICIES}?${query}`);
    expect(events.map(summary)).toEqual(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED b']);
    expect(events.map(({ object }) => object.kind)).toEqual(Array(4).fill('NetworkPolicy'));
    const versions = events.map(({ object }) => Number(at(object, 'metadata', 'resourceVersion')));
    expect([...versions].sort((left, right) => left - right)).toEqual(versions);
    expect(versions.at(-1)).toBe(client.kubernetes.resourceVersion());
  });

  it('starts with everything that is there when no version is given', () => {
    const client = new Client();
    client.policy('a');
    expect(client.watch(`${POLICIES}?watch=1`).map(summary)).toEqual(['ADDED a']);
    expect(client.watch(`${POLICIES}?watch=true&resourceVersion=0`).map(summary)).toEqual(['ADDED a']);
  });

  it('sees only its namespace', () => {
    const client = new Client();
    const query = from(client);
    client.policy('a', {}, 'kube-system');
    client.policy('b');
    const path = '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies';
    expect(client.watch(`${path}?${query}`).map(summary)).toEqual(['ADDED b']);
  });

  it('shows an object that enters or leaves the selector as added or deleted', () => {
    const client = new Client();
    client.kubernetes.apply([pod('p', { app: 'a' })]);
    const query = from(client);
    const label = (app: string): void => {
      client.patch('/api/v1/namespaces/default/pods/p', 'application/merge-patch+json', {
        metadata: { labels: { app } },
      });
    };
    label('b');
    label('a');
    const events = client.watch(`${PODS}?${query}&labelSelector=app%3Da`);
    expect(events.map(summary)).toEqual(['DELETED p', 'ADDED p']);
    expect(at(events[0]?.object, 'metadata', 'labels', 'app')).toBe('a');
  });

  it('ends with a bookmark for those who ask, which names no object', () => {
    const client = new Client();
    client.policy('a');
    const query = from(client);
    expect(client.watch(`${POLICIES}?${query}`)).toEqual([]);
    const [bookmark] = client.watch(`${POLICIES}?${query}&allowWatchBookmarks=true`);
    expect(bookmark?.type).toBe('BOOKMARK');
    expect(at(bookmark?.object, 'metadata')).toEqual({
      resourceVersion: String(client.kubernetes.resourceVersion()),
      creationTimestamp: null,
    });
  });

  it('says in an ERROR event, with HTTP 200, that a version is too old', () => {
    const client = new Client();
    client.policy('a');
    const query = from(client);
    client.policy('b');
    client.kubernetes.compact();
    const answer = client.get(`${POLICIES}?${query}&allowWatchBookmarks=true`);
    expect(answer.status).toBe(200);
    expect(client.watch(`${POLICIES}?${query}&allowWatchBookmarks=true`)).toEqual([
      {
        type: 'ERROR',
        object: {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: matching(/^too old resource version: \d+ \(\d+\)$/),
          reason: 'Expired',
          code: 410,
        },
      },
    ]);
  });

  it('goes on from the version of the compaction itself', () => {
    const client = new Client();
    client.policy('a');
    client.kubernetes.compact();
    const query = from(client);
    client.policy('b');
    expect(client.watch(`${POLICIES}?${query}`).map(summary)).toEqual(['ADDED b']);
  });

  it('refuses sendInitialEvents, as servers without WatchList do', () => {
    const answer = new Client().kubernetes.handle({
      method: 'GET',
      path: `${POLICIES}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`,
      headers: { authorization: 'Bearer admin-token' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(
      'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
    );
  });

  it('watches a single object under its own path', () => {
    const client = new Client();
    const query = from(client);
    client.policy('a');
    client.policy('b');
    const path = '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/b';
    expect(client.watch(`${path}?${query}`).map(summary)).toEqual(['ADDED b']);
  });

  it('shows a new pod twice: waiting without an address, then running with one', () => {
    const client = new Client();
    const query = from(client);
    client.kubernetes.apply([pod('p')]);
    const events = client.watch(`${PODS}?${query}`);
    expect(
      events.map(({ type, object }) => [type, at(object, 'status', 'phase'), at(object, 'status', 'podIP')]),
    ).toEqual([
      ['ADDED', 'Pending', undefined],
      ['MODIFIED', 'Running', '10.244.0.2'],
    ]);
  });
});
