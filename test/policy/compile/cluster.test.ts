import { fc } from '../../support/seed';
import { createNamespaceFinder } from '../../../scripts/policy/compile/namespacefinder';
import { clusterSpace } from '../../../scripts/policy/compile/space';
import { matchesSelector } from '../../../scripts/policy/kubernetes/selector';
import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { addressMembers } from '../../../scripts/policy/values/addresstext';
import { PROFILE, app, compileObjects, policy, rules } from './support';

const PROBED: ClusterProfile = { ...PROFILE, nodes: { toPods: 'probes', ports: [], addresses: [] } };

function node(name: string, addresses: readonly string[], podCIDRs: readonly string[] = []): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    spec: { podCIDRs },
    status: { addresses: addresses.map((address) => ({ type: 'InternalIP', address })) },
  };
}

let count = 0;

function toBlocks(...blocks: readonly RawObject[]): RawObject {
  count++;
  const egress = [{ to: blocks.map((ipBlock) => ({ ipBlock })) }];
  return policy(`a/to-${count}`, { podSelector: {}, policyTypes: ['Egress'], egress });
}

function probedPod(id: string, name: string, port: number): RawObject {
  const [namespace] = id.split('/');
  const container = { name: 'c', image: 'c', livenessProbe: { tcpSocket: { port } } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name: id.split('/')[1], labels: { app: name } },
    spec: { containers: [container] },
  };
}

describe('layer N', () => {
  const objects = [
    node('n1', ['192.168.0.1']),
    node('n2', ['192.168.0.2', 'fd00::2']),
    probedPod('a/isolated', 'x', 8080),
    probedPod('a/open', 'y', 9090),
    policy('a/p', { ...app('x'), ingress: [] }),
  ];

  it('lets the Nodes reach isolated pods on their probe ports', () => {
    expect(rules(objects, PROBED)).toEqual([
      'N nodes: 192.168.0.1,192.168.0.2,fd00::2 > I 8080// allow',
      'D deny-ingress: any > I * deny',
    ]);
  });

  it.each([
    [
      { toPods: 'probes', ports: [10250], addresses: ['192.168.0.9'] },
      'N nodes: 192.168.0.1,192.168.0.2,192.168.0.9,fd00::2 > I 8080,10250// allow',
    ],
    [{ toPods: 'all', ports: [], addresses: [] }, 'N nodes: 192.168.0.1,192.168.0.2,fd00::2 > I * allow'],
    [{ toPods: 'off', ports: [], addresses: [] }, 'D deny-ingress: any > I * deny'],
  ] as const)('by the profile %j', (nodes, first) => {
    expect(rules(objects, { ...PROBED, nodes })[0]).toBe(first);
  });

  it('is not there without isolated pods that have probes', () => {
    expect(rules([node('n1', ['192.168.0.1']), policy('a/p', { ...app('x'), ingress: [] })], PROBED)).toHaveLength(1);
  });

  it('refuses the cluster where pods would lose their probes', () => {
    const { clusterDiagnostics } = compileObjects(objects.slice(2), PROBED);
    expect(clusterDiagnostics.map((found) => [found.code, found.params])).toEqual([
      ['nodes-unknown', { ports: '8080' }],
    ]);
  });
});

describe('the pod network', () => {
  function space(objects: readonly RawObject[], profile: Partial<ClusterProfile>): string[] {
    const { snapshot } = buildSnapshot(objects, 'c');
    const policies = snapshot.policies.flatMap(({ reading }) => reading.policy ?? []);
    const cluster = clusterSpace(snapshot, { ...PROFILE, ...profile }, policies);
    const known = cluster.space.podNetworkKnown ? 'known' : cluster.familiesAssumed ? 'assumed' : 'unknown';
    return [known, ...addressMembers(cluster.space.podAddresses)];
  }

  it('is what the Nodes have', () => {
    const nodes = [node('n1', [], ['10.1.0.0/24']), node('n2', [], ['10.1.1.0/24', 'fd00::/64'])];
    expect(space(nodes, { podCIDRs: undefined })).toEqual(['known', '10.1.0.0/23', 'fd00::/64']);
  });

  it('is what the profile says, whatever the Nodes have', () => {
    expect(space([node('n1', [], ['10.1.0.0/24'])], { podCIDRs: ['10.9.0.0/16'] })).toEqual(['known', '10.9.0.0/16']);
  });

  it('lacks the node-side addresses of the profile', () => {
    const nodes = { toPods: 'off', ports: [], addresses: ['10.9.0.1'] } as const;
    expect(space([], { podCIDRs: ['10.9.0.0/31'], nodes })).toEqual(['known', '10.9.0.0']);
  });

  const ANYWHERE = [
    '0.0.0.1-126.255.255.255',
    '128.0.0.0-169.253.255.255',
    '169.255.0.0-223.255.255.255',
    '240.0.0.0/4',
  ];

  it('unknown, and no pod shows where they are, it may be any address that a pod can have', () => {
    expect(space([], { podCIDRs: undefined })).toEqual(['assumed', ...ANYWHERE]);
  });

  it('unknown, it is what the blocks of policies do not tell apart from the addresses of pods', () => {
    const at = (ip: string): RawObject => ({ ...probedPod('a/b', 'x', 1), status: { podIPs: [{ ip }] } });
    const blocks = [
      toBlocks({ cidr: '10.0.0.0/8', except: ['10.9.0.0/16'] }),
      toBlocks({ cidr: '10.1.0.0/16' }, { cidr: 'fd00::/8' }),
    ];
    expect(space([at('192.0.2.1')], { podCIDRs: undefined })).toEqual(['unknown', ...ANYWHERE]);
    expect(space([at('10.1.2.3'), ...blocks], { podCIDRs: undefined })).toEqual(['unknown', '10.1.0.0/16']);
    expect(space([at('10.2.2.3'), ...blocks], { podCIDRs: undefined })).toEqual([
      'unknown',
      '10.0.0.0/16',
      '10.2.0.0/15',
      '10.4.0.0/14',
      '10.8.0.0/16',
      '10.10.0.0-10.255.255.255',
    ]);
    expect(space([at('fd00::7'), ...blocks], { podCIDRs: undefined })).toEqual(['unknown', 'fd00::/8']);
    const outside = space([at('10.9.2.3'), ...blocks], { podCIDRs: undefined });
    expect(outside).toContain('10.9.0.0/16');
    expect(outside.join()).not.toContain('10.1.');
  });
});

it('namespaces are found by every kind of selector as a look at all of them would', () => {
  const labels = fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), fc.constantFrom('x', 'y'), { maxKeys: 3 });
  const term = fc
    .tuple(
      fc.constantFrom('a', 'b', 'constructor'),
      fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
      fc.subarray(['x', 'y'], { minLength: 1 }),
    )
    .map(([key, operator, values]) => ({ key, operator, values: operator.endsWith('In') ? values : [] }) as const);
  fc.assert(
    fc.property(fc.array(labels, { maxLength: 6 }), fc.array(fc.array(term, { maxLength: 3 })), (all, selectors) => {
      const namespaces = all.map((one, index) => ({ name: `n${index}`, labels: one }));
      const finder = createNamespaceFinder(namespaces);
      for (const selector of selectors) {
        const expected = namespaces.filter((one) => matchesSelector(selector, one.labels)).map((one) => one.name);
        expect(finder.find(selector)).toEqual(expected);
      }
    }),
  );
});

it('what the rulebase depends on is said', () => {
  const exists = { podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } };
  const depends = (from: readonly object[], profile = PROFILE): object =>
    compileObjects([policy('a/p', { podSelector: {}, ingress: [{ from }] })], profile).dependsOn;
  const nothing = {
    namespaces: false,
    labelKeys: [],
    namedPorts: [],
    probePorts: false,
    nodes: false,
    hostNetwork: true,
    podNetwork: false,
    podAddresses: [],
    services: false,
    tagKeys: [],
  };
  const ofApp = { ...nothing, tagKeys: ['app'] };
  expect(depends([app('x')])).toEqual(ofApp);
  // A probe or a Node that appears later makes a rule then.
  expect(depends([app('x')], PROBED)).toEqual({ ...ofApp, probePorts: true, nodes: true });
  expect(depends([exists])).toEqual({ ...nothing, labelKeys: ['tier'], tagKeys: ['tier'] });
  expect(depends([{ namespaceSelector: {} }])).toEqual({
    ...nothing,
    namespaces: true,
    nodes: true,
    podNetwork: true,
  });
  expect(depends([{ namespaceSelector: {}, ...app('x') }])).toEqual({ ...ofApp, namespaces: true });
  expect(depends([{ ipBlock: { cidr: '8.0.0.0/8' } }])).toEqual({ ...nothing, nodes: true, podNetwork: true });
  // A Service that appears later has an address then.
  expect(depends([app('x')], { ...PROFILE, inspection: 'both-ends' })).toEqual({ ...ofApp, services: true });
});
