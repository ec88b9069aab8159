import type { Change } from '../../scripts/watcher/watch/changes';
import type { IncidentData } from '../../scripts/watcher/watch/incident';
import { runIntegration } from '../../scripts/watcher/run';
import { FakeApi, hostFor, newInstance, status, type Instance } from './fakeapi';
import { node, pod, policy, service } from './objects';

let api: FakeApi;
let instance: Instance;

beforeEach(() => {
  api = new FakeApi();
  instance = newInstance();
  api.put('namespaces', { metadata: { name: 'shop', labels: { team: 'shop' } } });
  api.put('nodes', node('worker-1', '192.168.50.11', '10.244.0.0/24'));
  api.put('services', service('shop', 'web', '10.96.0.10'));
  api.put('networkpolicies', policy('shop', 'web'));
  api.put('networkpolicies', policy('shop', 'db'));
  api.put('pods', pod('shop', 'web-1', { app: 'web' }, '10.244.0.5'));
});

interface Raised {
  readonly name: string;
  readonly occurred: string;
  readonly data: IncidentData;
}

/** One fetch, a minute after the last. */
function fetch(minutes = 1): Raised[] {
  instance.time += minutes * 60000;
  const result = runIntegration(hostFor(instance, (request) => api.handle(request), 'fetch-incidents')) as string;
  return (JSON.parse(result) as { name: string; occurred: string; rawJSON: string }[]).map((raised) => ({
    name: raised.name,
    occurred: raised.occurred,
    data: JSON.parse(raised.rawJSON) as IncidentData,
  }));
}

/** `added NetworkPolicy shop/web`, one for each change. */
function changesOf(raised: readonly Raised[]): string[] {
  return raised.flatMap(({ data }) => data.changes.map(changeText));
}

function changeText(change: Change): string {
  return `${change.action} ${change.kind} ${[change.namespace, change.name].filter((part) => part !== '').join('/')}`;
}

describe('the first fetch', () => {
  it('raises one incident, in which all policies are new', () => {
    const [raised, ...more] = fetch();
    expect(more).toEqual([]);
    expect(raised.name).toBe('CN-Series shop: 2 policies found');
    expect(raised.occurred).toBe('2026-01-05T08:01:00.000Z');
    const { summary, digest, ...data } = raised.data;
    expect(data).toEqual({
      cluster: 'shop',
      clusterUID: 'uid-1',
      reason: 'first',
      omittedChanges: 0,
      changes: [
        {
          action: 'added',
          kind: 'NetworkPolicy',
          namespace: 'shop',
          name: 'db',
          uid: 'uid-6',
          resourceVersion: '106',
        },
        {
          action: 'added',
          kind: 'NetworkPolicy',
          namespace: 'shop',
          name: 'web',
          uid: 'uid-5',
          resourceVersion: '105',
        },
      ],
    });
    expect(summary).toContain('| NetworkPolicy | shop | db | added |');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of a cluster without policies raises an incident, since rules may be left from before', () => {
    api.remove('networkpolicies', 'shop/web');
    api.remove('networkpolicies', 'shop/db');
    expect(fetch().map(({ name }) => name)).toEqual(['CN-Series shop: no policies found']);
  });

  it('only remembers where the instance says so', () => {
    instance = newInstance({ first_fetch: 'Only later changes' });
    expect(fetch()).toEqual([]);
    api.put('networkpolicies', policy('shop', 'cart'));
    expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/cart']);
  });

  it('remembers nothing if it fails, and is the first again', () => {
    api.denied.add('list pods');
    expect(() => fetch()).toThrow('refused to list pods');
    expect(instance.lastRun).toEqual({});
    api.denied.clear();
    expect(fetch()[0].data.reason).toBe('first');
  });

  it('remembers texts only', () => {
    fetch();
    for (const value of Object.values(instance.lastRun)) expect(typeof value).toBe('string');
  });
});

describe('a later fetch', () => {
  beforeEach(() => {
    fetch();
    api.takeLines();
  });

  it('raises nothing where nothing changed, and only watches', () => {
    expect(fetch()).toEqual([]);
    expect(api.takeLines()).toEqual([
      'GET /api/v1/namespaces/kube-system',
      'GET /apis/networking.k8s.io/v1/networkpolicies?allowWatchBookmarks=true&resourceVersion=107&timeoutSeconds=5&watch=true',
      'GET /api/v1/namespaces?allowWatchBookmarks=true&resourceVersion=107&timeoutSeconds=1&watch=true',
      'GET /api/v1/services?allowWatchBookmarks=true&resourceVersion=107&timeoutSeconds=1&watch=true',
      'GET /api/v1/nodes?allowWatchBookmarks=true&resourceVersion=107&timeoutSeconds=1&watch=true',
    ]);
  });

  it('raises one incident for all changes, policies first', () => {
    api.put('networkpolicies', policy('shop', 'web', 'gateway'));
    api.put('networkpolicies', policy('pay', 'pay'));
    api.remove('networkpolicies', 'shop/db');
    api.put('namespaces', { metadata: { name: 'shop', labels: { team: 'other' } } });
    api.put('nodes', node('worker-2', '192.168.50.12', '10.244.1.0/24'));
    api.remove('services', 'shop/web');
    const raised = fetch();
    expect(raised.map(({ name }) => name)).toEqual([
      'CN-Series shop: 3 policies, 1 namespace, 1 Service, 1 node changed',
    ]);
    expect(changesOf(raised)).toEqual([
      'added NetworkPolicy pay/pay',
      'deleted NetworkPolicy shop/db',
      'modified NetworkPolicy shop/web',
      'modified Namespace shop',
      'deleted Service shop/web',
      'added Node worker-2',
    ]);
    expect(raised[0].data.reason).toBe('changed');
    expect(raised[0].data.changes[1]).toMatchObject({ uid: 'uid-6', resourceVersion: '110' });
    expect(fetch()).toEqual([]);
  });

  it.each([
    ['status', { status: { conditions: [] } }, {}],
    ['managedFields', {}, { managedFields: [{ manager: 'x' }] }],
    ['a reserved key', {}, { annotations: { 'status.np.panw.com/state': 'live' } }],
    ['what kubectl remembers', {}, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } }],
    ['generation and times', {}, { generation: 2, creationTimestamp: '2026-01-01T00:00:00Z' }],
  ])('takes no notice of a policy with other %s', (_title, fields, metadata) => {
    api.put('networkpolicies', { ...policy('shop', 'web', 'web', metadata), ...fields });
    expect(fetch()).toEqual([]);
    expect(api.takeLines().some((line) => line.includes('/pods'))).toBe(false);
  });

  it.each([
    ['an annotation', { annotations: { 'np.panw.com/appid': 'ssl' } }],
    ['a label', { labels: { 'np.panw.com/appid': 'ssl' } }],
  ])('notices %s of a policy', (_title, metadata) => {
    api.put('networkpolicies', policy('shop', 'web', 'web', metadata));
    expect(changesOf(fetch())).toEqual(['modified NetworkPolicy shop/web']);
  });

  it('notices a policy that was replaced by an equal one', () => {
    api.remove('networkpolicies', 'shop/web');
    api.put('networkpolicies', policy('shop', 'web'));
    expect(changesOf(fetch())).toEqual(['modified NetworkPolicy shop/web']);
  });

  it('takes no notice of a policy that came and went in between', () => {
    api.put('networkpolicies', policy('shop', 'short'));
    api.remove('networkpolicies', 'shop/short');
    expect(fetch()).toEqual([]);
  });

  it('takes no notice of Nodes that report their health', () => {
    api.put('nodes', { ...node('worker-1', '192.168.50.11', '10.244.0.0/24'), more: 'heartbeat' });
    expect(fetch()).toEqual([]);
  });

  it('raises the same again if the server lost what it remembered', () => {
    const before = instance.lastRun;
    api.put('networkpolicies', policy('shop', 'cart'));
    expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/cart']);
    instance.lastRun = before;
    expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/cart']);
  });

  it('begins anew for another cluster behind the same URL, or another name', () => {
    instance.params.cluster = 'store';
    expect(fetch()[0].data).toMatchObject({ cluster: 'store', reason: 'first' });
    api.remove('namespaces', 'kube-system');
    api.put('namespaces', { metadata: { name: 'kube-system' } });
    expect(fetch()[0].data).toMatchObject({ clusterUID: 'uid-8', reason: 'first' });
  });

  it('begins anew where what it remembered cannot be read', () => {
    instance.lastRun = { ...instance.lastRun, 'digest.networkpolicies': 'x' };
    expect(fetch()[0].data.reason).toBe('first');
  });

  it('lists 500 changes, and counts the rest', () => {
    for (let i = 0; i < 510; i++) api.put('networkpolicies', policy('shop', `p${i}`));
    const [{ name, data }] = fetch();
    expect(name).toBe('CN-Series shop: 510 policies changed');
    expect(data.changes).toHaveLength(500);
    expect(data.omittedChanges).toBe(10);
    expect(data.summary).toContain('10 more changes are not listed.');
  });
});

describe('a watch that cannot go on', () => {
  beforeEach(() => {
    fetch();
    api.put('networkpolicies', policy('shop', 'cart'));
    api.remove('networkpolicies', 'shop/db');
  });

  const gone = status(410, 'too old resource version');
  const tooLarge = status(504, 'Too large resource version: 107, current: 5');

  it.each([
    ['an ERROR event', undefined],
    ['status 410', gone],
    ['the server that knows less than before', tooLarge],
  ])('by %s, is made up for by a list, deletions included', (_title, answer) => {
    if (answer) {
      api.faults.push((line) => (line.includes('networkpolicies') && line.includes('watch=') ? answer : undefined));
    } else {
      api.oldest = 1000;
    }
    const raised = fetch();
    expect(changesOf(raised)).toEqual(['added NetworkPolicy shop/cart', 'deleted NetworkPolicy shop/db']);
    expect(raised[0].data).toMatchObject({ reason: 'relisted', changes: [{}, { uid: 'uid-6', resourceVersion: '' }] });
  });

  it('raises nothing if the list shows nothing new', () => {
    fetch();
    api.oldest = 1000;
    expect(fetch()).toEqual([]);
  });

  it('fails with another error of the server, and keeps what it knew', () => {
    const known = instance.lastRun;
    const body = JSON.stringify({ type: 'ERROR', object: { code: 500, message: 'etcd is slow' } });
    api.faults.push((line) => (line.includes('watch=') ? { status: 200, headers: {}, body } : undefined));
    expect(() => fetch()).toThrow(
      'refused to watch networkpolicies (networking.k8s.io) of the whole cluster (status 500',
    );
    expect(instance.lastRun).toBe(known);
  });
});

describe('events of a watch', () => {
  beforeEach(() => {
    fetch();
  });

  /** Answers the watch of policies with these events once, then as it is. */
  function answerWith(events: readonly object[], end = '\n'): void {
    let done = false;
    const body = events.map((event) => JSON.stringify(event)).join('\n') + end;
    api.faults.push((line) => {
      if (done || !line.includes('networkpolicies?') || !line.includes('watch=')) return undefined;
      done = true;
      return { status: 200, headers: {}, body };
    });
  }

  function event(type: string, name: string, from: string, resourceVersion: string, uid: string): object {
    return { type, object: policy('shop', name, from, { resourceVersion, uid }) };
  }

  it('that come twice do no harm', () => {
    answerWith([
      event('MODIFIED', 'web', 'a', '108', 'uid-5'),
      event('MODIFIED', 'web', 'a', '108', 'uid-5'),
      event('ADDED', 'db', 'web', '106', 'uid-6'),
      event('MODIFIED', 'web', 'web', '105', 'uid-5'),
    ]);
    api.put('networkpolicies', policy('shop', 'web', 'a'));
    expect(changesOf(fetch())).toEqual(['modified NetworkPolicy shop/web']);
  });

  it('that come in the wrong order end in the newest state', () => {
    answerWith([event('DELETED', 'web', 'a', '109', 'uid-5'), event('MODIFIED', 'web', 'a', '108', 'uid-5')]);
    api.remove('networkpolicies', 'shop/web');
    expect(changesOf(fetch())).toEqual(['deleted NetworkPolicy shop/web']);
  });

  it('of the policy before it do not delete a policy of the same name', () => {
    answerWith([event('DELETED', 'web', 'web', 'not-a-number', 'uid-0')]);
    expect(fetch()).toEqual([]);
  });

  it('whose last line was cut off count up to there, and the rest comes again', () => {
    answerWith([event('MODIFIED', 'web', 'a', '108', 'uid-5')], '\n{"type":"ADDED","obj');
    api.put('networkpolicies', policy('shop', 'web', 'a'));
    expect(changesOf(fetch())).toEqual(['modified NetworkPolicy shop/web']);
    api.put('networkpolicies', policy('shop', 'cart'));
    expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/cart']);
  });

  it('that are none are an error', () => {
    api.faults.push((line) =>
      line.includes('watch=') ? { status: 200, headers: {}, body: '<html>\n</html>\n' } : undefined,
    );
    expect(() => fetch()).toThrow('answered with something else than events');
  });
});

describe('the regular check', () => {
  beforeEach(() => {
    fetch();
  });

  it('finds pods that look different to the policies', () => {
    api.put('pods', pod('shop', 'db-1', { app: 'db' }, '10.244.0.6'));
    expect(fetch()).toEqual([]);
    const raised = fetch(5);
    expect(changesOf(raised)).toEqual(['modified Pods shop']);
    expect(raised[0].name).toBe("CN-Series shop: 1 namespace's pods changed");
    expect(raised[0].data.summary).toContain('| Pods | shop | all | modified |');
  });

  it('takes no notice of more pods that look alike, of other labels, or of pods that have ended', () => {
    api.put('pods', pod('shop', 'web-2', { app: 'web', 'pod-template-hash': 'abc' }, '10.244.0.7'));
    api.put('pods', { ...pod('shop', 'job-1', { app: 'job' }, '10.244.0.8'), status: { phase: 'Succeeded' } });
    expect(fetch(5)).toEqual([]);
  });

  it('finds pods of a new namespace, and the last ones of an old', () => {
    api.put('pods', pod('pay', 'web-1', { app: 'web' }, '10.244.0.9'));
    api.remove('pods', 'shop/web-1');
    expect(changesOf(fetch(5))).toEqual(['added Pods pay', 'deleted Pods shop']);
  });

  it('finds what a watch missed', () => {
    api.faults.push((line) => (line.includes('watch=') ? { status: 200, headers: {}, body: '' } : undefined));
    api.put('networkpolicies', policy('shop', 'cart'));
    api.remove('services', 'shop/web');
    expect(fetch()).toEqual([]);
    expect(changesOf(fetch(5))).toEqual(['added NetworkPolicy shop/cart', 'deleted Service shop/web']);
  });

  it('finds endpoints that people wrote, and passes over those that follow from pods', () => {
    const slice = (managedBy: string, address: string, port = 80): object => ({
      addressType: 'IPv4',
      ports: [{ name: 'http', protocol: 'TCP', port }],
      endpoints: [{ addresses: [address] }],
      metadata: {
        namespace: 'shop',
        name: managedBy,
        labels: { 'kubernetes.io/service-name': 'legacy', 'endpointslice.kubernetes.io/managed-by': managedBy },
      },
    });
    api.put('endpointslices', slice('endpointslice-controller.k8s.io', '10.244.0.5') as never);
    expect(fetch(5)).toEqual([]);
    api.put('endpointslices', slice('people', '198.51.100.7') as never);
    expect(changesOf(fetch(5))).toEqual(['modified Service shop/legacy']);
    expect(fetch(5)).toEqual([]);
    api.put('endpointslices', slice('people', '198.51.100.7', 81) as never);
    expect(changesOf(fetch(5))).toEqual(['modified Service shop/legacy']);
  });

  it('comes at once when policies look at other labels, which is no change of the pods', () => {
    api.put('pods', pod('shop', 'web-1', { app: 'web', tier: 'front' }, '10.244.0.5'));
    api.put('networkpolicies', {
      metadata: { namespace: 'shop', name: 'tier' },
      spec: { podSelector: { matchLabels: { tier: 'front' } } },
    });
    expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/tier']);
    expect(fetch(5)).toEqual([]);
    api.put('pods', pod('shop', 'web-1', { app: 'web', tier: 'back' }, '10.244.0.5'));
    expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
  });

  describe('where blocks of policies hold addresses of pods', () => {
    function sending(cidr: string, ...except: readonly string[]): void {
      const to = [{ ipBlock: { cidr, except } }];
      const spec = { podSelector: {}, policyTypes: ['Egress'], egress: [{ to }] };
      api.put('networkpolicies', { metadata: { namespace: 'shop', name: 'out' }, spec });
      expect(changesOf(fetch())).toEqual(['added NetworkPolicy shop/out']);
      expect(fetch(5)).toEqual([]);
    }

    const another = (ip: string): void => {
      api.put('pods', pod('shop', 'web-2', { app: 'web' }, ip));
    };

    it('finds pods that look alike and come to the part that they hold, or leave it', () => {
      sending('10.244.0.0/28');
      another('10.244.0.7');
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
      another('10.244.0.8');
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
      another('10.244.0.77');
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
      another('10.244.0.78');
      expect(fetch(5)).toEqual([]);
    });

    it('judges by the pod networks of the instance, where they are given', () => {
      instance.params.pod_cidrs = '10.244.0.0/16, fd00:244::/48';
      sending('10.244.0.0/24');
      another('10.244.0.7');
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
    });

    it('takes no notice of pods that nobody isolates', () => {
      sending('10.244.0.0/28');
      api.put('pods', pod('shop', 'job-1', { app: 'job' }, '10.244.0.9'));
      fetch(5);
      api.put('pods', pod('shop', 'job-2', { app: 'job' }, '10.244.0.10'));
      expect(fetch(5)).toEqual([]);
    });

    it.each([
      ['selectors negate', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['x'] }] }, [{ port: 80 }]],
      ['the entry names a port', {}, [{ port: 'http' }]],
    ])('finds these, too, where %s', (_what, podSelector, ports) => {
      const egress = [{ to: [{ ipBlock: { cidr: '10.244.0.0/28' } }], ports }];
      api.put('pods', pod('shop', 'job-1', { app: 'job' }, '10.244.0.9'));
      api.put('networkpolicies', {
        metadata: { namespace: 'shop', name: 'out' },
        spec: { podSelector, policyTypes: ['Egress'], egress },
      });
      fetch(5);
      api.put('pods', pod('shop', 'job-2', { app: 'job' }, '10.244.0.10'));
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
    });

    it.each([
      ['all addresses', '0.0.0.0/0', []],
      ['all but what no pod has', '0.0.0.0/0', ['169.254.169.254/32']],
      ['the whole pod network', '10.0.0.0/8', ['10.96.0.0/12']],
      ['nothing of it', '192.168.0.0/16', []],
    ] as const)('takes no notice of them where they hold %s', (_what, cidr, except) => {
      sending(cidr, ...except);
      another('10.244.0.7');
      expect(fetch(5)).toEqual([]);
    });

    it('finds the first pod outside of them, where no Node has a range', () => {
      api.put('nodes', { ...node('worker-1', '192.168.50.11', ''), spec: {} });
      fetch(5);
      sending('10.0.0.0/8');
      another('10.9.9.9');
      expect(fetch(5)).toEqual([]);
      another('172.16.0.9');
      expect(changesOf(fetch(5))).toEqual(['modified Pods shop']);
    });
  });

  it('comes when the clock went back', () => {
    instance.time -= 10 * 60000;
    api.takeLines();
    fetch(0);
    expect(api.takeLines().some((line) => line.includes('/pods'))).toBe(true);
  });
});

describe('a large cluster', () => {
  it('is remembered by namespace, within bounds, and single changes are still named', () => {
    for (let i = 0; i < 3000; i++)
      api.put('networkpolicies', policy(`namespace-${i % 50}`, `some-longer-policy-name-${i}`));
    fetch();
    expect(Object.values(instance.lastRun).join('').length).toBeLessThan(400000);
    expect(instance.lastRun['digest.networkpolicies'].split('\n')[0]).toBe('namespaces');
    expect(fetch()).toEqual([]);
    api.put('networkpolicies', policy('namespace-7', 'some-longer-policy-name-7', 'other'));
    api.put('networkpolicies', policy('namespace-9', 'new'));
    api.remove('networkpolicies', 'namespace-9/some-longer-policy-name-9');
    expect(changesOf(fetch())).toEqual([
      'modified NetworkPolicy namespace-7/some-longer-policy-name-7',
      'added NetworkPolicy namespace-9/new',
      'deleted NetworkPolicy namespace-9/some-longer-policy-name-9',
    ]);
    expect(fetch()).toEqual([]);
    api.oldest = 100000;
    api.remove('networkpolicies', 'namespace-8/some-longer-policy-name-8');
    const raised = fetch();
    expect(changesOf(raised)).toEqual(['modified NetworkPolicy namespace-8']);
    expect(raised[0].data.reason).toBe('relisted');
  });
});
