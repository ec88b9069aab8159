import type { HostResponse } from '../../scripts/watcher/api/host';
import { runIntegration } from '../../scripts/watcher/run';
import { FakeApi, hostFor, newInstance, status, type Instance } from './fakeapi';

let api: FakeApi;
let instance: Instance;

beforeEach(() => {
  api = new FakeApi();
  instance = newInstance();
});

function testModule(): unknown {
  return runIntegration(hostFor(instance, (request) => api.handle(request), 'test-module'));
}

describe('the test of the connection', () => {
  it('is ok where everything is allowed', () => {
    expect(testModule()).toBe('ok');
  });

  it('names all missing permissions at once', () => {
    api.denied = new Set([
      'list pods',
      'watch networkpolicies',
      'list networkpolicies',
      'create events',
      'get namespaces',
    ]);
    expect(testModule()).toBe(
      'The token lacks permissions. Add these rules to the ClusterRole of its service account:\n' +
        '- {apiGroups: ["networking.k8s.io"], resources: ["networkpolicies"], verbs: ["list", "watch"]}\n' +
        '- {apiGroups: [""], resources: ["pods"], verbs: ["list"]}\n' +
        '- {apiGroups: [""], resources: ["namespaces"], verbs: ["get"], resourceNames: ["kube-system"]}\n' +
        '- {apiGroups: [""], resources: ["events"], verbs: ["create"]}',
    );
  });

  it('tries to read where the token may not ask what it may do', () => {
    api.denied = new Set(['review', 'list nodes', 'watch services']);
    const text = String(testModule());
    expect(text).toContain('resources: ["nodes"], verbs: ["list"]}');
    expect(text).toContain('resources: ["services"], verbs: ["watch"]}');
    expect(text).not.toContain('pods');
  });

  it('names a wrong token', () => {
    instance.params.credentials = { password: 'wrong' };
    api.faults.push((line) =>
      line.includes('/version') ? { status: 200, headers: {}, body: '{"gitVersion":"v1"}' } : undefined,
    );
    expect(testModule()).toContain('does not accept the token (status 401)');
    api.faults = [];
    expect(testModule()).toContain('does not accept the token (status 401)');
  });

  it('names a server that is none', () => {
    api.faults.push(() => ({ status: 200, headers: {}, body: '<html>Log in</html>' }));
    expect(testModule()).toContain(
      'No Kubernetes API server answers at https://kubernetes.test (status 200 for /version)',
    );
  });

  it('names a certificate that is not trusted, at once', () => {
    api.faults.push(() => {
      throw new Error('x509: certificate signed by unknown authority');
    });
    expect(testModule()).toContain("Add the cluster's certificate authority to the trusted certificates");
    expect(instance.waits).toEqual([]);
  });

  it('tries a lost connection again, and then says where to look', () => {
    api.faults.push(() => {
      throw new Error('dial tcp: connection refused');
    });
    expect(testModule()).toBe(
      'The API server at https://kubernetes.test cannot be reached: dial tcp: connection refused. Check the URL, and that the XSOAR server or engine that runs this instance reaches it (firewall, proxy, DNS).',
    );
    expect(instance.waits).toEqual([1, 2, 5]);
  });
});

describe('a busy server', () => {
  /** Fails some requests first. */
  function failFirst(count: number, answer: HostResponse): void {
    let left = count;
    api.faults.push(() => (left-- > 0 ? answer : undefined));
  }

  it.each([
    [429, { 'retry-after': '3' }, [3, 3]],
    [503, {}, [1, 2]],
    [500, { 'retry-after': '3600' }, [10, 10]],
    [429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, [1, 2]],
  ])('with status %i is asked again', (code, headers, waits) => {
    failFirst(2, { status: code, headers, body: '' });
    expect(testModule()).toBe('ok');
    expect(instance.waits).toEqual(waits);
  });

  it('is asked four times and no more', () => {
    failFirst(100, status(503, 'etcd is away'));
    expect(() => runIntegration(hostFor(instance, (request) => api.handle(request), 'fetch-incidents'))).toThrow(
      'The API server refused to get namespaces in the namespace kube-system (status 503: etcd is away). Try again;',
    );
    expect(api.takeLines()).toHaveLength(4);
  });
});

describe('the token', () => {
  it('stands in the header and nowhere else, whatever comes back', () => {
    const token = 'secret-token-1234';
    instance.params.credentials = { password: token };
    api.faults.push((_line, request) => {
      expect(request.headers.Authorization).toBe(`Bearer ${token}`);
      expect(request.url + request.body).not.toContain(token);
      return status(403, `you said Bearer ${token}`);
    });
    const entry = runIntegration(hostFor(instance, (request) => api.handle(request), 'cnseries-get-snapshot'));
    expect(JSON.stringify(entry)).toContain('you said Bearer ***');
    api.faults = [
      () => {
        throw new Error(`cannot send Bearer ${token}`);
      },
    ];
    expect(testModule()).toContain('cannot send Bearer ***');
    expect(JSON.stringify([entry, instance.context, instance.lastRun])).not.toContain(token);
  });

  it.each([
    ['with blanks around it', { password: ' token-1\n' }],
    ['with the word Bearer', { password: 'Bearer token-1' }],
    ["from the server's store", { password: '', credentials: { password: 'token-1' } }],
  ])('may be given %s', (_title, credentials) => {
    instance.params.credentials = credentials;
    expect(testModule()).toBe('ok');
  });
});

describe('parameters', () => {
  it.each([
    ['https://kubernetes.test/', 'https://kubernetes.test/version'],
    ['kubernetes.test:6443', 'https://kubernetes.test:6443/version'],
    ['HTTPS://Kubernetes.Test', 'https://kubernetes.test/version'],
    ['https://[2001:db8::1]:6443', 'https://[2001:db8::1]:6443/version'],
    ['http://127.0.0.1:8001', 'http://127.0.0.1:8001/version'],
  ])('the URL %s is asked as %s', (url, asked) => {
    instance.params.url = url;
    testModule();
    expect(api.requests[0].url).toBe(asked);
  });

  it.each([
    ['https://rancher.test/k8s/clusters/c-1', 'is not an address of a server. Write scheme, host and port and no path'],
    ['https://admin:pw@kubernetes.test', 'holds credentials. Put the token into its own parameter'],
    ['https://kubernetes.test?x=1', 'is not an address of a server'],
    ['http://kubernetes.test', 'is not encrypted, and the token would travel in the clear. Write https'],
    ['ftp://kubernetes.test', 'is not an address of a server'],
    ['', 'is missing. Write the URL of the API server, for example https://kubernetes.example:6443.'],
  ])('the URL "%s" is refused', (url, reason) => {
    instance.params.url = url;
    expect(testModule()).toContain(`The parameter "url" ${reason}`);
    expect(api.requests).toEqual([]);
  });

  it.each([
    ['cluster', '', 'The parameter "cluster" is missing.'],
    ['page_size', '5', 'The parameter "page_size" is "5". Write a number from 10 to 5000.'],
    ['watch_seconds', 'many', 'The parameter "watch_seconds" is "many". Write a number from 1 to 50.'],
    ['pod_check_minutes', '0', 'The parameter "pod_check_minutes" is "0". Write a number from 1 to 1440.'],
    ['pod_cidrs', '10.0.0.0/16, 10.1.0.0', 'The parameter "pod_cidrs" holds "10.1.0.0": it has no prefix length'],
    [
      'first_fetch',
      '3 days',
      'The parameter "first_fetch" is "3 days". Choose one of: All policies, Only later changes.',
    ],
    ['credentials', {}, 'The token is missing.'],
    ['credentials', { password: 'a b' }, 'The token holds characters that no token has'],
  ])('%s = %j is refused', (name, value, message) => {
    instance.params[name] = value;
    expect(testModule()).toContain(message);
  });

  it('decide about certificates and the way', () => {
    testModule();
    expect(api.requests[0]).toMatchObject({ trust: 'verify', route: 'direct', timeoutMilliseconds: 60000 });
    Object.assign(instance.params, { insecure: true, proxy: 'true' });
    api.requests.length = 0;
    testModule();
    expect(api.requests[0]).toMatchObject({ trust: 'anyone', route: 'proxy' });
  });
});
