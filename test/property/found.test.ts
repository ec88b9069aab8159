import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { RuleEntry } from '../../scripts/policy/panos/entry';
import { clusterOf, endpointSlice, namespace, node, pod, policy, service } from './handmade';
import { type ClusterInput, compileCluster, proofOf } from './pipeline';

/** What random clusters found, each as small as it could be made. */

const web = { matchLabels: { app: 'web' } };
const toPods = (podSelector: RawObject): RawObject => ({ podSelector });
const shop = [namespace('shop'), pod('shop/web', { app: 'web' }, '10.244.0.10'), pod('shop/bare', {}, '10.244.0.11')];

interface Outcome {
  readonly verdict: string | undefined;
  /** Diagnostic codes. */
  readonly codes: readonly string[];
  readonly rules: readonly RuleEntry[];
  /** Match expressions of dynamic groups. */
  readonly filters: readonly string[];
}

function outcome(input: ClusterInput): Outcome {
  const compiled = compileCluster(input);
  const { rulebase } = compiled.translation;
  return {
    verdict: proofOf(input, compiled)?.verdict,
    codes: compiled.diagnostics.map(({ code }) => code),
    rules: rulebase?.rules ?? [],
    filters: (rulebase?.addressGroups ?? []).flatMap(({ match }) => (match.type === 'dynamic' ? [match.filter] : [])),
  };
}

describe('labels and tags', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['differ in the case of the key', { App: 'web' }, { app: 'web' }],
    ['have a dot in the value', { app: 'v1.2' }, { 'app.v1': '2' }],
    ['have a dot in the key', { 'app.v1': '2' }, { app: 'v1.2' }],
  ])('a pod whose labels make the tag of another label refuses the policy: they %s', (_how, labels, selected) => {
    const twin = pod('shop/twin', labels, '10.244.0.12');
    const isolating = policy('shop/p', { podSelector: { matchLabels: selected } });
    const { verdict, codes } = outcome(clusterOf([...shop, twin, isolating]));
    expect(codes).toEqual(['label-ambiguous']);
    expect(verdict).toBe('nothing');
  });

  it('a label of another namespace makes none of these tags', () => {
    const other = pod('pay/twin', { App: 'WEB' }, '10.244.1.12');
    const isolating = policy('shop/p', { podSelector: web });
    expect(outcome(clusterOf([...shop, other, isolating]))).toMatchObject({ verdict: 'equal', codes: [] });
  });

  it('a longer key that begins with another one makes no ambiguity', () => {
    const twin = pod('shop/twin', { 'app.kubernetes.io/name': 'web' }, '10.244.0.12');
    const isolating = policy('shop/p', { podSelector: web });
    const named = policy('shop/q', { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } });
    expect(outcome(clusterOf([...shop, twin, isolating, named]))).toMatchObject({ verdict: 'equal', codes: [] });
  });

  it('a value that only a policy without effect names is no value of a shorter key', () => {
    const key = 'app.kubernetes.io/part-of';
    const exists = policy('shop/exists', { podSelector: { matchExpressions: [{ key, operator: 'Exists' }] } });
    const named = policy('shop/named', {
      podSelector: web,
      egress: [
        { to: [{ namespaceSelector: { matchLabels: { no: 'such' } }, podSelector: { matchLabels: { [key]: 'x' } } }] },
      ],
    });
    const tags = { hostNetwork: 'registered', labelKey: 'underscore' };
    expect(outcome(clusterOf([...shop, exists, named], { tags })).verdict).toBe('equal');
  });

  it('Exists counts values that only a Service names', () => {
    const front = service('shop/api', { clusterIP: 'None', selector: { tier: 'api' } });
    const exists = policy('shop/p', { podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } });
    const found = outcome(clusterOf([...shop, front, exists], { inspection: 'both-ends' }));
    expect(found).toMatchObject({ verdict: 'equal', filters: ["'k8s.cl_c1.ns_shop.tier.api'"] });
  });
});

describe('the order of decision', () => {
  const from = (...peers: readonly RawObject[]): RawObject[] => [{ from: peers }];

  it('an entry that only takes profiles away counts as not inspected', () => {
    const taking = policy('shop/b', { podSelector: web, ingress: from({ podSelector: {} }) }, { antivirus: 'none' });
    const plain = policy('shop/a', { podSelector: web, ingress: from({ podSelector: {} }) }, { log: 'start' });
    const { verdict, rules } = outcome(clusterOf([...shop, taking, plain]));
    expect(verdict).toBe('equal');
    expect(rules[0].name).toMatch(/^c1\.shop\.a\./);
  });

  it('a block over the pod network is not inside the pods of all namespaces, since others may come', () => {
    const block = policy('shop/b', { podSelector: web, ingress: from({ ipBlock: { cidr: '10.244.0.0/16' } }) });
    const selector = { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] };
    const pods = policy(
      'shop/a',
      { podSelector: web, ingress: from({ namespaceSelector: selector }) },
      { log: 'both' },
    );
    expect(outcome(clusterOf([...shop, block, pods])).verdict).toBe('equal');
  });

  it('what a default of application-default does not take falls to an entry that names the port', () => {
    const everything = policy('shop/a', { podSelector: web, ingress: [{}] });
    const port = policy('shop/b', {
      podSelector: web,
      ingress: [{ from: [{ podSelector: web }], ports: [{ port: 53 }] }],
    });
    const defaults = { service: 'application-default' };
    expect(outcome(clusterOf([...shop, everything, port], { defaults })).verdict).toBe('equal');
  });
});

describe('names', () => {
  it('entries of one policy that differ in attributes alone have rules of different names', () => {
    const twice = policy('shop/p', { podSelector: web, ingress: [{}, {}] }, { 'ingress.0.wildfire': 'all' });
    const { verdict, rules } = outcome(clusterOf([...shop, twice]));
    expect(verdict).toBe('equal');
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});

describe('what a snapshot keeps', () => {
  it('label keys of a policy whose annotations cannot be read and whose last good attributes hold', () => {
    const probed = pod('shop/probed', { app: 'web' }, '10.244.0.12', {
      spec: { containers: [{ livenessProbe: { tcpSocket: { port: 8080 } } }] },
    });
    const stored = policy('shop/p', { podSelector: {} });
    const broken = { ...stored, metadata: { ...stored.metadata, annotations: 'none' }, spec: { podSelector: web } };
    const nodes = { toPods: 'probes', ports: [], addresses: [] };
    const input = { ...clusterOf([...shop, node('192.168.0.1'), probed, broken], { nodes }), lastGood: [stored] };
    const { verdict, rules } = outcome(input);
    expect(verdict).toBe('equal');
    expect(rules[0].service).toEqual(['c1.tcp-8080']);
  });

  it('namespaces that only a pod shows that has ended', () => {
    const ended = pod('batch/job', {}, '10.244.0.12', { status: { phase: 'Succeeded' } });
    const peer = { namespaceSelector: {}, podSelector: web };
    const input = clusterOf([...shop, ended, policy('shop/p', { podSelector: web, ingress: [{ from: [peer] }] })]);
    const { verdict, filters } = outcome(input);
    expect(verdict).toBe('equal');
    expect(filters).toContain("'k8s.cl_c1.ns_batch.app.web' or 'k8s.cl_c1.ns_shop.app.web'");
  });
});

describe('workloads', () => {
  const exists = policy('shop/p', { podSelector: { matchExpressions: [{ key: 'run', operator: 'Exists' }] } });
  const template = { metadata: { labels: { run: 'later' } } };
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-5d4f', controller: true };
  const made = pod('shop/made', { run: 'now' }, '10.244.0.12', { metadata: { ownerReferences: [owner] } });

  const evicted = { ...made, status: { phase: 'Failed' } };

  it.each<[string, RawObject[], string[]]>([
    ['stand for pods that are not listed', [workload('apps/v1', 'Deployment', 'web')], ['later']],
    ['of OpenShift do, too', [workload('apps.openshift.io/v1', 'DeploymentConfig', 'web')], ['later']],
    ['do not where one of their pods is listed', [workload('apps/v1', 'Deployment', 'web'), made], ['now']],
    ['do where those that are listed have ended', [workload('apps/v1', 'Deployment', 'web'), evicted], ['later']],
    ['do not when they have finished', [finished(workload('batch/v1', 'Job', 'web'))], []],
  ])('%s', (_how, objects, values) => {
    const { verdict, filters } = outcome(clusterOf([...shop, ...objects, exists]));
    expect(verdict).toBe('equal');
    expect(filters).toEqual(values.map((value) => `'k8s.cl_c1.ns_shop.run.${value}'`));
  });

  function workload(apiVersion: string, kind: string, name: string): RawObject {
    return { apiVersion, kind, metadata: { namespace: 'shop', name }, spec: { template } };
  }

  function finished(job: RawObject): RawObject {
    return { ...job, status: { conditions: [{ type: 'Complete', status: 'True' }] } };
  }
});

describe('named ports', () => {
  const serving = (name: string, labels: Record<string, string>, ip: string, port: number, more: RawObject = {}) =>
    pod(name, labels, ip, { spec: { containers: [{ ports: [{ name: 'http', containerPort: port }] }], ...more } });
  const ports = [{ port: 'http' }];
  const canary = [
    namespace('shop'),
    serving('shop/old', { app: 'web', track: 'stable' }, '10.244.0.10', 8080),
    serving('shop/new', { app: 'web', track: 'canary' }, '10.244.0.11', 8081),
  ];

  it('a label that no policy mentions tells pods apart, and another number edits a rule in place', () => {
    const isolating = policy('shop/p', { podSelector: web, ingress: [{ ports }] });
    const { verdict, codes, rules, filters } = outcome(clusterOf([...canary, isolating]));
    expect({ verdict, codes }).toEqual({ verdict: 'equal', codes: [] });
    expect(filters).toContain("'k8s.cl_c1.ns_shop.app.web' and 'k8s.cl_c1.ns_shop.track.canary'");
    const changed = [canary[0], canary[1], serving('shop/new', { app: 'web', track: 'canary' }, '10.244.0.11', 9090)];
    const names = outcome(clusterOf([...changed, isolating])).rules.map(({ name }) => name);
    expect(names.sort()).toEqual(rules.map(({ name }) => name).sort());
    expect(new Set(names).size).toBe(3);
  });

  it('host-network pods with such labels, which may share a node, are decided as their node', () => {
    const hosts = [
      pod('shop/h1', { app: 'web' }, '192.168.0.1', { spec: { hostNetwork: true } }),
      pod('shop/h2', { track: 'canary' }, '192.168.0.1', { spec: { hostNetwork: true } }),
    ];
    const all = policy('shop/all', { podSelector: { matchLabels: { app: 'web' } }, ingress: [{ ports }] });
    const { verdict, codes } = outcome(clusterOf([...canary, ...hosts, all]));
    expect({ verdict, codes: [...new Set(codes)] }).toEqual({ verdict: 'equal', codes: [] });
  });

  it('a block means pods that have the port, never a host-network pod, whose address is a node', () => {
    const host = serving('shop/host', { app: 'web' }, '192.168.0.1', 8080, { hostNetwork: true });
    const blocks = ['0.0.0.0/0', '192.168.0.0/16'].map((cidr) => ({ ipBlock: { cidr } }));
    const egress = policy('shop/p', { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: blocks, ports }] });
    const tags = { hostNetwork: 'not-registered', labelKey: 'identity' };
    const { verdict, codes, rules } = outcome(clusterOf([...canary, host, node('192.168.0.1'), egress], { tags }));
    expect({ verdict, codes }).toEqual({ verdict: 'equal', codes: [] });
    expect(rules.flatMap(({ destination }) => destination).join()).not.toContain('192.168');
  });

  it('a pod that a Service lists as its endpoint has its port names', () => {
    const listed = [
      service('shop/listed', { clusterIP: '10.96.0.11', ports: [{ name: 'p', port: 53 }] }),
      endpointSlice('shop/listed', '10.244.0.10', 8080),
    ];
    const both = policy('shop/p', {
      podSelector: web,
      ingress: [{ ports }],
      egress: [{ to: [web].map(toPods), ports }],
    });
    const { verdict, codes, rules } = outcome(clusterOf([...canary, ...listed, both], { inspection: 'both-ends' }));
    expect({ verdict, codes }).toEqual({ verdict: 'equal', codes: ['service-network-unknown'] });
    expect(rules.map(({ name }) => name).join()).toContain('_services-shop.listed');
  });

  it('the first port of a name counts, sidecars after containers', () => {
    const port = (number: number): RawObject => ({ ports: [{ name: 'http', containerPort: number }] });
    const spec = { containers: [port(9000), port(80)], initContainers: [{ ...port(70), restartPolicy: 'Always' }] };
    const isolating = policy('shop/p', { podSelector: {}, ingress: [{ ports }] });
    const { verdict, rules } = outcome(
      clusterOf([...shop, pod('shop/two', { app: 'two' }, '10.244.0.12', { spec }), isolating]),
    );
    expect(verdict).toBe('equal');
    expect(rules.map(({ service }) => service)).toEqual([['c1.tcp-9000'], ['any']]);
  });

  it('a number decides by name, not by what it means today, against a name', () => {
    const objects = [
      policy('shop/b', { podSelector: web, ingress: [{ ports }] }, { antivirus: 'x' }),
      policy(
        'shop/a',
        { podSelector: web, ingress: [{ ports: [{ port: 8080 }, { port: 8081 }] }] },
        { antivirus: 'y' },
      ),
      policy('shop/c', { podSelector: {}, ingress: [{ ports: [...ports, { port: 1 }] }] }, { antivirus: 'z' }),
    ];
    expect(outcome(clusterOf([...canary, ...objects])).verdict).toBe('equal');
  });
});

describe('Services over pods that policies tell apart by several labels', () => {
  it('the proof knows the pods to come that nobody reaches', () => {
    const front = service('shop/bank', { clusterIP: '10.96.0.10', selector: { part: 'bank' }, ports: [{ port: 53 }] });
    const objects = [
      policy('shop/a', {
        podSelector: {
          matchExpressions: [
            { key: 'app', operator: 'NotIn', values: ['web', 'web-1'] },
            { key: 'part', operator: 'In', values: ['bank', 'store', 'x'] },
          ],
        },
        ingress: [{ from: [{ podSelector: {} }] }],
      }),
      policy('shop/b', { podSelector: { matchLabels: { tier: 'nobody' } } }),
      policy('shop/c', { podSelector: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['x', 'y'] }] } }),
      policy('shop/d', { podSelector: { matchLabels: { app: 'api' } } }),
    ];
    const { verdict, rules } = outcome(clusterOf([...shop, front, ...objects], { inspection: 'both-ends' }));
    expect(verdict).toBe('equal');
    expect(rules.filter(({ name }) => name.includes('_services-shop.bank'))).toEqual([]);
  });
});

describe('negations and the empty value', () => {
  const unlike = policy('shop/p', { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } });

  it.each<[string, readonly RawObject[]]>([
    ['a pod has', [pod('shop/empty', { app: '' }, '10.244.0.12')]],
    ['a policy names', [policy('shop/q', { podSelector: { matchLabels: { app: '' } } })]],
  ])('who lacks a label is not told apart from who has the empty value, which %s', (_what, more) => {
    const { codes } = outcome(clusterOf([...shop, unlike, ...more]));
    expect(new Set(codes)).toEqual(new Set(['label-value-empty']));
  });
});

it('a Namespace without a name is no namespace that is left when all are taken away', () => {
  const nameless = { apiVersion: 'v1', kind: 'Namespace', metadata: { labels: {} } };
  const everywhere = { namespaceSelector: {}, podSelector: web };
  const unlike = { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } };
  const both = policy('shop/p', {
    podSelector: web,
    ingress: [{ from: [everywhere] }, { from: [unlike], ports: [{ port: 53 }] }],
  });
  expect(outcome(clusterOf([nameless, ...shop, both])).rules.length).toBeGreaterThan(2);
});

it('objects that are given twice with different content count as one, the same for compiler and proof', () => {
  const copies = [namespace('pay', { team: 'blue' }), namespace('pay', { team: 'red' })];
  const open = policy('shop/p', {
    podSelector: web,
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'blue' } } }] }],
  });
  for (const objects of [copies, [...copies].reverse()]) {
    const found = outcome(clusterOf([...shop, ...objects, pod('pay/api', {}, '10.244.1.12'), open]));
    expect(found).toMatchObject({ verdict: 'equal', codes: ['object-duplicate'] });
  }
});

describe('pods to come', () => {
  const BOTH = { inspection: 'both-ends' } as const;

  it('that only a block over a part of the pods lets send to all behind a Service may be left out of its rule', () => {
    const input = clusterOf(
      [
        ...shop,
        policy('shop/block', { podSelector: web, ingress: [{ from: [{ ipBlock: { cidr: '10.244.0.0/29' } }] }] }),
        policy('shop/pods', { podSelector: { matchLabels: { app: 'api' } }, ingress: [{ from: [toPods({})] }] }),
        service('shop/all', { clusterIP: '10.96.0.9', selector: { tier: 'x' }, ports: [{ port: 80 }] }),
      ],
      BOTH,
    );
    expect(outcome(input).verdict).toBe('equal');
  });

  it('have a named port of a pod in the families of that pod', () => {
    const http = { spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] } };
    const input = clusterOf(
      [
        ...shop,
        pod('shop/db', { app: 'db' }, '10.244.0.20', http),
        pod('shop/dual', {}, '10.244.0.21', { status: { podIPs: [{ ip: '10.244.0.21' }, { ip: 'fd00:244::21' }] } }),
        policy('shop/out', {
          podSelector: web,
          policyTypes: ['Egress'],
          egress: [{ to: [toPods({ matchLabels: { app: 'db' } })] }],
        }),
        service('shop/db', {
          clusterIPs: ['10.96.0.9', 'fd00:96::9'],
          selector: { app: 'db' },
          ports: [{ port: 80, targetPort: 'http' }],
        }),
      ],
      { ...BOTH, podCIDRs: ['10.244.0.0/16', 'fd00:244::/48'] },
    );
    expect(outcome(input).verdict).toBe('equal');
  });
});
