import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Change } from '../../scripts/watcher/watch/changes';
import type { HostRequest, HostResponse } from '../../scripts/watcher/api/host';
import type { IncidentData } from '../../scripts/watcher/watch/incident';
import { runIntegration } from '../../scripts/watcher/run';
import type { TakenSnapshot } from '../../scripts/watcher/snapshot/snapshot';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import { createKubernetes, loadManifests, type Kubernetes, type Manifest, type Rule } from '../../tools/lab/kubernetes';
import { hostFor, newInstance, type Instance } from './fakeapi';

/** The watcher against the Kubernetes API stand-in, which knows nothing of it. */

const ROOT = resolve(__dirname, '../..');

/** What the manifest for users grants. */
const RULES = parseAllDocuments(readFileSync(join(ROOT, 'examples/watcher-rbac.yaml'), 'utf8'))
  .map((document) => document.toJS() as { readonly kind: string; readonly rules: readonly Rule[] })
  .filter(({ kind }) => kind === 'ClusterRole')
  .flatMap(({ rules }) => rules);

/** What every cluster grants to whoever has a token (the role system:basic-user). */
const BASIC: Rule = {
  apiGroups: ['authorization.k8s.io'],
  resources: ['selfsubjectaccessreviews'],
  verbs: ['create'],
};

let kubernetes: Kubernetes;
let instance: Instance;

function start(rules: readonly Rule[] = RULES): void {
  const users = [
    { token: 'admin-token', user: 'admin', rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
    { token: 'token-1', user: 'system:serviceaccount:cnseries:policy-watcher', rules: [...rules, BASIC] },
  ];
  // The nodes are those of the manifests.
  kubernetes = createKubernetes({ users, nodes: [] });
  instance = newInstance();
}

function send(request: HostRequest): HostResponse {
  const url = new URL(request.url);
  return kubernetes.handle({
    method: request.method,
    path: url.pathname + url.search,
    headers: request.headers,
    body: request.body,
  });
}

function run(command: string, args: { readonly [name: string]: unknown } = {}): unknown {
  return runIntegration(hostFor(instance, send, command, args));
}

function fetch(minutes = 1): IncidentData[] {
  instance.time += minutes * 60000;
  kubernetes.advance(minutes * 60);
  const raised = JSON.parse(String(run('fetch-incidents'))) as { readonly rawJSON: string }[];
  return raised.map(({ rawJSON }) => JSON.parse(rawJSON) as IncidentData);
}

function changes(raised: readonly IncidentData[]): string[] {
  return raised.flatMap((data) =>
    data.changes.map(({ action, kind, namespace, name }: Change) => `${action} ${kind} ${namespace}/${name}`),
  );
}

function take(args: { readonly [name: string]: unknown } = {}): TakenSnapshot {
  const entry = run('cnseries-get-snapshot', args) as WarRoomEntry;
  expect(entry).toMatchObject({ Type: 1 });
  return entry.Contents as TakenSnapshot;
}

const SHOP = loadManifests(join(ROOT, 'examples/shop'));

function policy(namespace: string, name: string, app = name): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace, name },
    spec: { podSelector: { matchLabels: { app } }, policyTypes: ['Ingress'] },
  };
}

function remove(name: string): void {
  kubernetes.delete({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'shop', name });
}

beforeEach(() => {
  start();
});

it('the permissions of the example are enough, and each of them is needed', () => {
  expect(run('test-module')).toBe('ok');
  RULES.forEach((rule) => {
    for (const verb of rule.verbs) {
      const others = RULES.filter((other) => other !== rule);
      start([...others, { ...rule, verbs: rule.verbs.filter((kept) => kept !== verb) }]);
      expect(run('test-module')).toContain(`resources: ["${rule.resources.join()}"], verbs: ["${verb}"]`);
    }
  });
});

it('reading is tried where the cluster does not say what a token may do', () => {
  const users = [
    { token: 'token-1', user: 'watcher', rules: RULES.filter(({ resources }) => resources[0] !== 'pods') },
  ];
  kubernetes = createKubernetes({ users });
  expect(run('test-module')).toContain('resources: ["pods"], verbs: ["list"]');
});

it('a wrong token is named', () => {
  instance.params.credentials = { password: 'other' };
  expect(run('test-module')).toContain('does not accept the token');
});

describe('with the example of a shop', () => {
  beforeEach(() => {
    kubernetes.apply(SHOP);
  });

  it('the first fetch finds every policy, and the next ones what changed', () => {
    const policies = kubernetes.objects('networking.k8s.io/v1', 'NetworkPolicy');
    const [first] = fetch();
    expect(first).toMatchObject({ reason: 'first', cluster: 'shop' });
    expect(first.changes).toHaveLength(policies.length);
    expect(fetch()).toEqual([]);
    kubernetes.apply([policy('shop', 'web', 'other')]);
    expect(changes(fetch())).toEqual(['modified NetworkPolicy shop/web']);
    remove('web');
    expect(changes(fetch())).toEqual(['deleted NetworkPolicy shop/web']);
    kubernetes.apply([policy('shop', 'web')]);
    expect(changes(fetch())).toEqual(['added NetworkPolicy shop/web']);
    expect(fetch(6)).toEqual([]);
  });

  it('fifty policies in a minute are one incident', () => {
    fetch();
    for (let i = 0; i < 50; i++) kubernetes.apply([policy('shop', `burst-${i}`)]);
    const raised = fetch();
    expect(raised).toHaveLength(1);
    expect(raised[0].changes).toHaveLength(50);
  });

  it('a deletion that nobody saw is found when the history is gone', () => {
    fetch();
    remove('web');
    kubernetes.apply([policy('shop', 'new')]);
    kubernetes.compact();
    const raised = fetch();
    expect(changes(raised)).toEqual(['added NetworkPolicy shop/new', 'deleted NetworkPolicy shop/web']);
    expect(raised[0].reason).toBe('relisted');
    expect(fetch()).toEqual([]);
  });

  it('a cluster that was set back to an older state is listed anew', () => {
    fetch();
    const before = kubernetes;
    kubernetes = createKubernetes({
      users: [{ token: 'token-1', user: 'watcher', rules: RULES }],
      nodes: [],
    });
    const identity = before.objects('v1', 'Namespace').filter(({ metadata }) => metadata.name === 'kube-system');
    kubernetes.restore(identity);
    kubernetes.apply([policy('default', 'only')]);
    expect(kubernetes.resourceVersion()).toBeLessThan(before.resourceVersion());
    expect(changes(fetch(6))).toContain('deleted NetworkPolicy shop/web');
    expect(fetch()).toEqual([]);
  });

  it('new namespaces, Services and nodes are changes, and so are pods that look different', () => {
    fetch();
    kubernetes.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'new' } },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { namespace: 'new', name: 'db' },
        spec: { selector: { app: 'db' }, ports: [{ port: 5432 }] },
      },
    ]);
    expect(changes(fetch())).toEqual(['added Namespace /new', 'added Service new/db']);
    kubernetes.apply([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { namespace: 'new', name: 'db' },
        spec: {
          replicas: 2,
          selector: { matchLabels: { app: 'db' } },
          template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'db:1' }] } },
        },
      },
    ]);
    expect(changes(fetch(6))).toEqual(['added Pods new/']);
  });

  it('the snapshot is what the compiler reads from the cluster itself', () => {
    const taken = take();
    const kinds = [
      ['networking.k8s.io/v1', 'NetworkPolicy'],
      ['networking.k8s.io/v1', 'ServiceCIDR'],
      ['discovery.k8s.io/v1', 'EndpointSlice'],
      ['v1', 'Namespace'],
      ['v1', 'Service'],
      ['v1', 'Node'],
      ['v1', 'Pod'],
    ] as const;
    const whole = kinds.flatMap(([apiVersion, kind]) =>
      kubernetes.objects(apiVersion, kind).map((object) => ({ ...object, apiVersion, kind })),
    );
    const expected = buildSnapshot(whole, 'shop');
    expect(expected.snapshot.podClasses.length).toBeGreaterThan(3);
    expect(buildSnapshot(taken.Objects, 'shop')).toEqual(expected);
    expect(take().SnapshotId).toBe(taken.SnapshotId);
    expect(take({ snapshot_id: taken.SnapshotId })).toEqual(taken);
  });

  it('a snapshot that is compacted away between pages is begun again', () => {
    instance.params.page_size = '10';
    for (let i = 0; i < 30; i++) kubernetes.apply([policy('shop', `more-${i}`)]);
    let compacted = false;
    const host = hostFor(
      instance,
      (request) => {
        if (request.url.includes('continue=') && !compacted) {
          compacted = true;
          kubernetes.apply([policy('shop', 'in-between')]);
          kubernetes.compact();
        }
        return send(request);
      },
      'cnseries-get-snapshot',
    );
    const taken = (runIntegration(host) as WarRoomEntry).Contents as TakenSnapshot;
    const names = taken.Objects.filter(({ kind }) => kind === 'NetworkPolicy').map(
      ({ metadata }) => (metadata as { readonly name: string }).name,
    );
    expect(compacted).toBe(true);
    expect(names).toContain('in-between');
    expect(new Set(names).size).toBe(kubernetes.objects('networking.k8s.io/v1', 'NetworkPolicy').length);
  });

  it('outcomes are Events that the API server takes, and counts', () => {
    const args = { policies: 'shop/web,shop/gone', type: 'Warning', reason: 'RulesRefused', message: 'Not exact.' };
    const outcome = run('cnseries-report-outcome', args) as WarRoomEntry;
    expect(outcome.EntryContext).toMatchObject({
      'CNSeries.Report(val.Cluster == obj.Cluster)': { Written: 1, Skipped: ['shop/gone: it is gone'] },
    });
    instance.time += 60000;
    run('cnseries-report-outcome', args);
    expect(kubernetes.events().filter(({ reason }) => reason === 'RulesRefused')).toMatchObject([
      {
        type: 'Warning',
        message: 'Not exact.',
        count: 2,
        lastTimestamp: '2026-01-05T08:01:00Z',
        involvedObject: { kind: 'NetworkPolicy', namespace: 'shop', name: 'web' },
      },
    ]);
    expect(fetch()).toHaveLength(1);
    run('cnseries-report-outcome', args);
    expect(fetch()).toEqual([]);
  });
});

it('an older cluster has no ServiceCIDRs', () => {
  kubernetes = createKubernetes({ users: [{ token: 'token-1', user: 'watcher', rules: RULES }], minorVersion: 30 });
  expect(Object.keys(take().Lists)).not.toContain('servicecidrs');
  expect(fetch()).toHaveLength(1);
});

describe('ten thousand pods', () => {
  const deployment = (index: number, replicas: number): Manifest => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: 'load', name: `app-${index}` },
    spec: {
      replicas,
      selector: { matchLabels: { app: `app-${index}` } },
      template: {
        metadata: { labels: { app: `app-${index}`, tier: index % 2 === 0 ? 'even' : 'odd' } },
        spec: { containers: [{ name: 'main', image: 'app:1', ports: [{ name: 'http', containerPort: 8080 }] }] },
      },
    },
  });

  it('are folded as they come in, remembered in few characters, and had whole in a snapshot', () => {
    const nodes = Array.from({ length: 100 }, (_, i) => ({ name: `n${i}`, addresses: [`192.168.60.${i + 1}`] }));
    kubernetes = createKubernetes({ users: [{ token: 'token-1', user: 'watcher', rules: RULES }], nodes });
    kubernetes.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'load' } }]);
    kubernetes.apply(Array.from({ length: 100 }, (_, i) => deployment(i, 100)));
    kubernetes.apply([policy('load', 'tiers')]);
    fetch();
    expect(instance.lastRun['digest.pods'].length).toBeLessThan(200);
    kubernetes.apply([deployment(0, 90)]);
    expect(fetch(6)).toEqual([]);
    kubernetes.apply([deployment(100, 1)]);
    expect(changes(fetch(6))).toEqual(['modified Pods load/']);
    const taken = take();
    const pods = taken.Objects.filter(({ kind }) => kind === 'FoldedPods');
    expect(pods.reduce((sum, { names }) => sum + (names as unknown[]).length, 0)).toBe(9991);
    expect(take({ snapshot_id: taken.SnapshotId }).SnapshotId).toBe(taken.SnapshotId);
    expect(Object.values(instance.context).join('').length).toBeLessThan(500_000);
  });
});
