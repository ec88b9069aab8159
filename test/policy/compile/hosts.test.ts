import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { app, appIn, compileObjects, defaultDeny, policy, PROFILE, ruleText, rules } from './support';

const REGISTERED: ClusterProfile = { ...PROFILE, podCIDRs: ['10.244.0.0/16'] };
const IGNORED: ClusterProfile = { ...REGISTERED, tags: { ...REGISTERED.tags, hostNetwork: 'not-registered' } };

const NODE: RawObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n1' },
  status: { addresses: [{ type: 'InternalIP', address: '192.0.2.1' }] },
};

/** A host-network pod `namespace/name` by the label `app`. */
function agent(id: string, label: string, ip = '192.0.2.1'): RawObject {
  const [namespace, name] = id.split('/');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name, labels: { app: label } },
    spec: { hostNetwork: true },
    status: { podIPs: [{ ip }] },
  };
}

/** The rules of layer H alone. */
function hosts(objects: readonly RawObject[], profile = REGISTERED): string[] {
  return rules([NODE, ...objects], profile).filter((rule) => rule.startsWith('H '));
}

const fromKubeSystem = { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'sys' } } }] };

describe('there is no rule for nodes', () => {
  const exporter = agent('a/exporter', 'exporter');

  it.each<[string, readonly RawObject[], ClusterProfile]>([
    ['without host-network pods', [defaultDeny('a')], REGISTERED],
    ['where the plugin does not register them', [exporter, defaultDeny('a')], IGNORED],
    ['where they are in no namespace that a policy names', [agent('b/x', 'x'), defaultDeny('a')], REGISTERED],
    ['where no selector has their labels', [exporter, policy('a/p', { ...app('web') })], REGISTERED],
    ['without policies', [exporter], REGISTERED],
    [
      'where only entries of the whole pod network reach them',
      [agent('sys/proxy', 'proxy'), policy('a/p', { ...app('web'), ingress: [{ from: [{ namespaceSelector: {} }] }] })],
      REGISTERED,
    ],
  ])('%s', (_what, objects, profile) => {
    expect(hosts(objects, profile)).toEqual([]);
  });
});

it('isolated receivers: what is left of nodes is let through', () => {
  expect(hosts([agent('a/exporter', 'exporter'), policy('a/p', { podSelector: {} })])).toEqual([
    'H hosts-to: any > 192.0.2.1 * allow',
  ]);
});

it('isolated senders: what entries allow from nodes, a deny, and the rest is let through', () => {
  const isolating = policy('a/p', { podSelector: {}, policyTypes: ['Egress'] });
  const web = policy('b/web', {
    ...app('web'),
    ingress: [{ ports: [{ port: 80 }] }, { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 81 }] }],
  });
  expect(hosts([agent('a/exporter', 'exporter'), isolating, web])).toEqual([
    'H b/web.in0: 192.0.2.1 > b[app=web] 80// allow',
    'H b/web.in1: 192.0.2.1 > b[app=web] 81// allow',
    'H hosts-deny-ingress: 192.0.2.1 > I * deny',
    'H hosts-from: 192.0.2.1 > any * allow',
  ]);
});

it('both: nodes are let through to each other first', () => {
  expect(hosts([agent('a/exporter', 'exporter'), defaultDeny('a')])).toEqual([
    'H hosts-both: 192.0.2.1 > 192.0.2.1 * allow',
    'H hosts-deny-ingress: 192.0.2.1 > I * deny',
    'H hosts-deny-egress: E > 192.0.2.1 * deny',
    'H hosts-from: 192.0.2.1 > any * allow',
    'H hosts-to: any > 192.0.2.1 * allow',
  ]);
});

it('pods of their namespace as peers: nodes get in by their addresses alone, and nothing else is decided', () => {
  const web = policy('a/web', { ...app('web'), ingress: [fromKubeSystem] });
  expect(hosts([agent('sys/proxy', 'proxy'), web])).toEqual(['H hosts-deny-ingress: 192.0.2.1 > I * deny']);
  const sender = policy('a/web', { ...app('web'), policyTypes: ['Egress'], egress: [{ to: fromKubeSystem.from }] });
  expect(hosts([agent('sys/proxy', 'proxy'), sender])).toEqual(['H hosts-deny-egress: E > 192.0.2.1 * deny']);
});

it('entries that are alike but for their pods share a rule', () => {
  const web = policy('a/web', { ...app('web'), ingress: [fromKubeSystem, { ports: [{ port: 80 }] }] });
  const api = policy('a/api', { ...app('api'), ingress: [{ ports: [{ port: 80 }] }] });
  const db = policy('b/db', { ...app('db'), ingress: [{ ports: [{ port: 81 }] }] });
  expect(hosts([agent('sys/proxy', 'proxy'), web, api, db])).toEqual([
    'H a/api.in0,a/web.in1: 192.0.2.1 > a[app=api] | a[app=web] 80// allow',
    'H b/db.in0: 192.0.2.1 > b[app=db] 81// allow',
    'H hosts-deny-ingress: 192.0.2.1 > I * deny',
  ]);
});

it('entries that contend keep their order, each by itself', () => {
  const entry = { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 80 }] };
  const wide = policy('a/wide', { podSelector: {}, ingress: [entry] }, { logprofile: 'x' });
  const web = policy('a/web', { ...app('web'), ingress: [entry, fromKubeSystem] }, { logprofile: 'y' });
  expect(hosts([agent('sys/proxy', 'proxy'), wide, web])).toEqual([
    'H a/web.in0: 192.0.2.1 > a[app=web] 80// allow y',
    'H a/wide.in0: 192.0.2.1 > a[] 80// allow x',
    'H hosts-deny-ingress: 192.0.2.1 > I * deny',
  ]);
});

it('entries that contend and say the same of nodes are one rule', () => {
  const ports = [{ port: 80 }];
  const alike = { ...app('web'), ingress: [{ ports }, { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports }] };
  const wide = policy('a/wide', { podSelector: {}, ingress: [{ ports }, fromKubeSystem] }, { logprofile: 'x' });
  expect(hosts([agent('sys/proxy', 'proxy'), wide, policy('a/web', alike)])).toEqual([
    'H a/web.in1,a/web.in0: 192.0.2.1 > a[app=web] 80// allow',
    'H a/wide.in0: 192.0.2.1 > a[] 80// allow x',
    'H hosts-deny-ingress: 192.0.2.1 > I * deny',
  ]);
});

it('several pods on one node may together have the labels of a selector', () => {
  const labelled = (name: string, labels: object): RawObject => ({
    ...agent(`sys/${name}`, ''),
    metadata: { namespace: 'sys', name, labels },
  });
  const from = [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'sys' } },
      podSelector: { matchLabels: { app: 'proxy', tier: 'node' } },
    },
  ];
  const web = policy('a/web', { ...app('web'), ingress: [{ from }] });
  expect(hosts([labelled('x', { app: 'proxy' }), labelled('y', { tier: 'node' }), web])).toHaveLength(1);
  expect(hosts([labelled('x', { app: 'proxy' }), labelled('y', { tier: 'x' }), web])).toEqual([]);
});

it('every address of a node counts, whoever tells of it', () => {
  const { nodes } = REGISTERED;
  const profile = { ...REGISTERED, nodes: { ...nodes, addresses: ['10.244.0.1'] } };
  const pods = ['3', '4', '5', '6'].map((last) => agent(`a/x${last}`, 'x', `192.0.2.${last}`));
  expect(hosts([...pods, policy('a/p', { podSelector: {} })], profile)).toEqual([
    'H hosts-to: any > 10.244.0.1,192.0.2.1,192.0.2.3,192.0.2.4/31,192.0.2.6 * allow',
  ]);
});

it('a workload without pods counts; without any known address it is a warning', () => {
  const daemonSet = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { namespace: 'a', name: 'exporter' },
    spec: { template: { metadata: { labels: { app: 'exporter' } }, spec: { hostNetwork: true } } },
  };
  const objects = [daemonSet, policy('a/p', { podSelector: {} }), policy('a/q', app('exporter'))];
  expect(hosts(objects)).toEqual(['H hosts-to: any > 192.0.2.1 * allow']);
  const { rules: made, warnings } = compileObjects(objects, REGISTERED);
  expect(made.map(ruleText)).toEqual(['D deny-ingress: any > I * deny']);
  expect(warnings.map(({ code, where }) => [code, where.policy?.name])).toEqual([
    ['hosts-unknown', undefined],
    ['host-network-subject', 'q'],
  ]);
});

it('a policy is not only for host-network pods where it selects another one, or whatever comes', () => {
  const web = { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'a', name: 'w', labels: { app: 'web' } } };
  const both = { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'web'] }] } };
  const objects = [
    NODE,
    agent('a/x', 'x'),
    web,
    policy('a/p', { podSelector: {} }),
    policy('a/q', app('nobody')),
    policy('a/r', both),
  ];
  expect(compileObjects(objects, REGISTERED).warnings).toEqual([]);
});

it('the rulebase depends on host-network pods, and on Nodes where it names them', () => {
  const from = { ...app('web'), ingress: [{ from: [appIn('sys', 'proxy')] }] };
  const depends = (objects: readonly RawObject[], profile: ClusterProfile): object =>
    compileObjects(objects, profile).dependsOn;
  expect(depends([policy('a/p', from)], REGISTERED)).toMatchObject({ hostNetwork: true, nodes: false });
  expect(depends([policy('a/p', from)], IGNORED)).toMatchObject({ hostNetwork: false, nodes: false });
  const objects = [NODE, agent('sys/p', 'proxy'), policy('a/p', from)];
  expect(depends(objects, REGISTERED)).toMatchObject({ hostNetwork: true, nodes: true });
  expect(depends(objects, IGNORED)).toMatchObject({ hostNetwork: false, nodes: false });
});
