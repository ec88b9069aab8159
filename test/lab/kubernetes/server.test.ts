import { get as httpsGet } from 'node:https';
import {
  createKubernetes,
  selfSigned,
  serve,
  withFaults,
  type FaultRule,
  type Kubernetes,
  type LabServer,
} from '../../../tools/lab/kubernetes';
import { eventsOf, namesOf, pod, PODS } from './client';

const HEADERS = { authorization: 'Bearer admin-token' };

/** Serves a cluster with one pod while `use` runs. */
async function serving(
  options: Parameters<typeof serve>[1],
  use: (url: string, kubernetes: Kubernetes, server: LabServer) => Promise<void>,
): Promise<void> {
  const kubernetes = createKubernetes();
  kubernetes.apply([pod('a')]);
  const server = serve(kubernetes, options);
  try {
    await use(await server.url, kubernetes, server);
  } finally {
    await server.close();
  }
}

describe('the HTTP shell', () => {
  it('answers on loopback', () =>
    serving({}, async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const response = await fetch(url + PODS, { headers: HEADERS });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
      expect(namesOf((await response.json()) as Parameters<typeof namesOf>[0])).toEqual(['a']);
      const created = await fetch(`${url}/api/v1/namespaces`, {
        method: 'POST',
        headers: { ...HEADERS, 'content-type': 'application/json' },
        body: '{"metadata":{"name":"ü"}}',
      });
      expect(created.status).toBe(422);
      expect(await created.text()).toContain('Invalid value: \\"ü\\"');
    }));

  it('streams a watch until its time is over, and closes with a bookmark', () =>
    serving({}, async (url, kubernetes) => {
      const version = kubernetes.resourceVersion();
      const query = `watch=true&resourceVersion=${version}&timeoutSeconds=1&allowWatchBookmarks=true`;
      const response = await fetch(`${url}${PODS}?${query}`, { headers: HEADERS });
      kubernetes.apply([pod('b')]);
      kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', name: 'a' });
      const events = eventsOf(await response.text()).map(({ type }) => type);
      expect(events).toEqual(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);
    }));

  it('ends a watch after an ERROR event', () =>
    serving({}, async (url, kubernetes) => {
      kubernetes.compact();
      const response = await fetch(`${url}${PODS}?watch=true&resourceVersion=1`, { headers: HEADERS });
      expect(eventsOf(await response.text()).map(({ type, object }) => [type, object.code])).toEqual([['ERROR', 410]]);
    }));

  it('breaks all watches when told to', () =>
    serving({}, async (url, _kubernetes, server) => {
      const response = await fetch(`${url}${PODS}?watch=true`, { headers: HEADERS });
      expect(server.closeWatches()).toBe(1);
      await expect(response.text()).rejects.toThrow();
      expect(server.closeWatches()).toBe(0);
    }));

  it('speaks TLS with a certificate that it made, and that a client can verify', () => {
    const tls = selfSigned();
    return serving({ tls }, async (url) => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        httpsGet(`${url}/version`, { ca: tls.cert, headers: HEADERS, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
      expect(status).toBe(200);
    });
  });

  it('reads what kubectl sends as protobuf to ask for access', () =>
    serving({}, async (url) => {
      const field = (number: number, content: Buffer): Buffer =>
        Buffer.concat([Buffer.from([(number << 3) | 2, content.length]), content]);
      const text = (number: number, value: string): Buffer => field(number, Buffer.from(value));
      const attributes = Buffer.concat([text(2, 'list'), text(5, 'pods'), text(7, 'x'.repeat(100))]);
      const review = field(2, field(1, attributes));
      const type = field(1, Buffer.concat([text(1, 'authorization.k8s.io/v1'), text(2, 'SelfSubjectAccessReview')]));
      const long = Buffer.concat([Buffer.from([0x12, review.length | 128, review.length >> 7]), review]);
      const response = await fetch(`${url}/apis/authorization.k8s.io/v1/selfsubjectaccessreviews`, {
        method: 'POST',
        headers: { ...HEADERS, 'content-type': 'application/vnd.kubernetes.protobuf' },
        body: Buffer.concat([Buffer.from('k8s\0'), type, review.length < 128 ? field(2, review) : long]),
      });
      expect(await response.json()).toMatchObject({
        spec: { resourceAttributes: { verb: 'list', resource: 'pods', name: 'x'.repeat(100) } },
        status: { allowed: true },
      });
    }));
});

describe('faults', () => {
  const list = { method: 'GET', path: `${PODS}?limit=1`, headers: HEADERS };
  const withRules = (...rules: readonly FaultRule[]): ReturnType<typeof withFaults> =>
    withFaults(createKubernetes().handle, rules);

  it('meet the requests that the rule says, as often as it says', () => {
    const send = withRules({
      fault: { kind: 'status', code: 500, reason: 'InternalError', message: 'etcd is gone' },
      path: 'limit=1',
      from: 2,
      times: 2,
    });
    const codes = Array.from({ length: 4 }, () => send(list)).map((delivery) =>
      delivery.kind === 'answer' ? delivery.response.status : 0,
    );
    expect(codes).toEqual([200, 500, 500, 200]);
    expect(send({ method: 'GET', path: '/version', headers: HEADERS })).toMatchObject({ response: { status: 200 } });
  });

  it('match the query wherever it stands', () => {
    const send = withRules({ fault: { kind: 'lost-request' }, path: 'limit=1' });
    expect(send({ ...list, path: PODS, query: { limit: '1' } })).toEqual({ kind: 'broken' });
  });

  it('lose a request before, or an answer after it was carried out', () => {
    const kubernetes = createKubernetes();
    const create = (name: string): Parameters<typeof kubernetes.handle>[0] => ({
      method: 'POST',
      path: '/api/v1/namespaces',
      headers: HEADERS,
      body: JSON.stringify({ metadata: { name } }),
    });
    const send = withFaults(kubernetes.handle, [
      { fault: { kind: 'lost-request' }, body: '"early"' },
      { fault: { kind: 'lost-answer' }, method: 'POST', body: '"late"' },
    ]);
    expect([send(create('early')), send(create('late'))]).toEqual([{ kind: 'broken' }, { kind: 'broken' }]);
    const names = kubernetes.objects('v1', 'Namespace').map(({ metadata }) => metadata.name);
    expect(names).toContain('late');
    expect(names).not.toContain('early');
  });

  it('say 429 with a time to wait', () => {
    expect(withRules({ fault: { kind: 'busy', seconds: 7 } })(list)).toMatchObject({
      response: {
        status: 429,
        headers: { 'retry-after': '7' },
        body: expect.stringContaining('TooManyRequests') as string,
      },
    });
  });

  it('cut a body off, and break the connection, over HTTP', () =>
    serving(
      {
        faults: [
          { fault: { kind: 'truncated', bytes: 20 }, path: 'pods' },
          { fault: { kind: 'lost-request' }, path: 'nodes' },
          { fault: { kind: 'html' }, path: 'services' },
          { fault: { kind: 'slow', milliseconds: 1 }, path: 'events' },
        ],
      },
      async (url) => {
        const send = (path: string): Promise<Response> => fetch(url + path, { headers: HEADERS });
        await expect(send('/api/v1/pods').then((response) => response.text())).rejects.toThrow();
        await expect(send('/api/v1/nodes')).rejects.toThrow();
        expect((await send('/api/v1/services')).headers.get('content-type')).toBe('text/html');
        expect((await send('/api/v1/events')).status).toBe(200);
        expect((await send('/api/v1/pods')).status).toBe(200);
      },
    ));
});
