import { canonicalJson } from '../../../scripts/policy/text/canonical';
import { policyIdOf } from '../../../scripts/policy/kubernetes/identity';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { lines, networkPolicy } from './fixtures';

const object = (apiVersion: string, kind: string, metadata: RawObject, rest: RawObject = {}): RawObject => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const pod = (namespace: string, name: string, labels: unknown, rest: RawObject = {}) =>
  object('v1', 'Pod', { namespace, name, labels }, rest);

/** A small cluster with one object of every kind that a snapshot is made of. */
const CLUSTER: readonly RawObject[] = [
  networkPolicy({ podSelector: { matchLabels: { app: 'web' } } }),
  networkPolicy({}, { name: 'all', namespace: undefined }),
  object('v1', 'Namespace', {
    name: 'shop',
    labels: { team: 'a' },
    annotations: { 'paloaltonetworks.com/firewall': 'pan-fw' },
  }),
  pod('shop', 'web-1', { app: 'web', hash: '1' }, { status: { podIP: '10.0.0.1', phase: 'Running' } }),
  pod('shop', 'web-2', { app: 'web', hash: '2' }, { status: { podIP: '10.0.0.2', phase: 'Running' } }),
  pod('shop', 'job-1', { app: 'job' }, { status: { phase: 'Succeeded' } }),
  object(
    'apps/v1',
    'Deployment',
    { namespace: 'lab', name: 'x' },
    { spec: { template: { metadata: { labels: { app: 'x' } } } } },
  ),
  object(
    'v1',
    'Service',
    { namespace: 'shop', name: 'web' },
    { spec: { selector: { tier: 'x' }, clusterIP: '10.96.0.1' } },
  ),
  object(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    { namespace: 'shop', name: 'w', labels: { 'kubernetes.io/service-name': 'web' } },
    { endpoints: [{ addresses: ['10.0.0.1'] }] },
  ),
  object('v1', 'Endpoints', { namespace: 'shop', name: 'web' }, { subsets: [{ addresses: [{ ip: '10.0.0.2' }] }] }),
  object('v1', 'Node', { name: 'n1' }, { spec: { podCIDR: '10.0.0.0/24' } }),
  object('networking.k8s.io/v1', 'ServiceCIDR', { name: 'kubernetes' }, { spec: { cidrs: ['10.96.0.0/12'] } }),
  object('v1', 'ConfigMap', { namespace: 'shop', name: 'c' }),
  object('serving.knative.dev/v1', 'Service', { namespace: 'knative', name: 'not-a-service' }),
];

const policyNames = (objects: readonly RawObject[]) =>
  buildSnapshot(objects, 'c1').snapshot.policies.map(({ id }) => `${id.namespace}/${id.name}`);

/** Each policy beside what reading it gives. */
const read = (...raws: readonly RawObject[]) =>
  raws.map((raw) => ({ id: policyIdOf(raw), raw, reading: readPolicy(raw) }));

describe('buildSnapshot', () => {
  it('takes what it has a use for, and passes over the rest', () => {
    const whole = { resourceVersion: '', complete: true };
    const plain = { namedPorts: [], probePorts: [], hostNetwork: false };
    expect(buildSnapshot(CLUSTER, 'c1')).toEqual({
      diagnostics: [],
      snapshot: {
        cluster: 'c1',
        lists: {
          endpoints: whole,
          endpointslices: whole,
          namespaces: whole,
          networkpolicies: whole,
          nodes: whole,
          pods: whole,
          servicecidrs: whole,
          services: whole,
        },
        namespaces: [
          { name: 'default', labels: { 'kubernetes.io/metadata.name': 'default' } },
          { name: 'lab', labels: { 'kubernetes.io/metadata.name': 'lab' } },
          { name: 'shop', labels: { team: 'a', 'kubernetes.io/metadata.name': 'shop' } },
        ],
        policies: read(
          networkPolicy({}, { name: 'all', namespace: 'default' }),
          networkPolicy({ podSelector: { matchLabels: { app: 'web' } } }),
        ),
        podClasses: [
          {
            namespace: 'lab',
            labels: { app: 'x' },
            ...plain,
            firewallAnnotated: false,
            families: [],
            count: 0,
            samples: [{ name: 'deployment/x', addresses: [] }],
            nodeAddresses: [],
            podAddresses: [],
          },
          {
            namespace: 'shop',
            labels: { app: 'web' },
            ...plain,
            firewallAnnotated: true,
            families: ['IPv4'],
            count: 2,
            samples: [
              { name: 'web-1', addresses: ['10.0.0.1'] },
              { name: 'web-2', addresses: ['10.0.0.2'] },
            ],
            nodeAddresses: [],
            podAddresses: ['10.0.0.1', '10.0.0.2'],
          },
        ],
        podAddresses: { '10.0.0.1': 'shop/web-1', '10.0.0.2': 'shop/web-2' },
        services: [
          {
            namespace: 'shop',
            name: 'web',
            labels: {},
            type: 'ClusterIP',
            headless: false,
            clusterIPs: ['10.96.0.1'],
            selector: { tier: 'x' },
            ports: [],
            endpoints: ['10.0.0.1'].map((address) => ({ address, ports: {}, pod: undefined })),
          },
        ],
        nodes: [{ name: 'n1', addresses: [], podCIDRs: ['10.0.0.0/24'] }],
        serviceCIDRs: ['10.96.0.0/12'],
      },
    });
  });

  it('is the same for every order of the input', () => {
    const expected = canonicalJson(buildSnapshot(CLUSTER, 'c1'));
    for (let shift = 0; shift < CLUSTER.length; shift++) {
      const rotated = CLUSTER.slice(shift).concat(CLUSTER.slice(0, shift));
      expect(canonicalJson(buildSnapshot(rotated, 'c1'))).toBe(expected);
      expect(canonicalJson(buildSnapshot(rotated.slice().reverse(), 'c1'))).toBe(expected);
    }
  });

  it('counts an empty input as whole', () => {
    expect(buildSnapshot([], 'c1').snapshot).toEqual({
      cluster: 'c1',
      lists: { networkpolicies: { resourceVersion: '', complete: true } },
      namespaces: [],
      policies: [],
      podClasses: [],
      podAddresses: {},
      services: [],
      nodes: [],
      serviceCIDRs: [],
    });
  });

  it('keeps the labels that last good versions of policies mention', () => {
    const current = networkPolicy({ podSelector: { matchLabels: { app: 'not valid' } } });
    const lastGood = networkPolicy({ podSelector: { matchLabels: { tier: 'x' } } });
    const pods = [pod('shop', 'a', { app: 'web', tier: 'y' })];
    const labels = (good: readonly RawObject[]) =>
      buildSnapshot([current, ...pods], 'c1', good).snapshot.podClasses.map((each) => each.labels);
    expect(labels([])).toEqual([{}]);
    expect(labels([lastGood])).toEqual([{ tier: 'y' }]);
    // The spec is the same, but the policy as it is now cannot be read.
    const old = { ...lastGood, apiVersion: 'extensions/v1beta1' };
    expect(buildSnapshot([old, ...pods], 'c1', [lastGood]).snapshot.podClasses).toMatchObject([
      { labels: { tier: 'y' } },
    ]);
  });

  it('keeps invalid policies, whose diagnostics readPolicy tells', () => {
    const nameless = networkPolicy({}, { name: undefined });
    const reading = buildSnapshot([networkPolicy({ policyTypes: ['x'] }), nameless, nameless], 'c1');
    expect(reading.snapshot.policies).toHaveLength(3);
    expect(reading.diagnostics).toEqual([]);
  });

  it('takes a pod with unreadable labels without them and says which', () => {
    const reading = buildSnapshot([pod('shop', 'a', 'app=web'), pod('shop', 'b', {})], 'c1');
    expect(reading.snapshot.podClasses).toMatchObject([{ count: 2, labels: {} }]);
    expect(lines(reading.diagnostics)).toEqual([
      'field-type Pod shop/a: metadata.labels: Expected an object, found the text "app=web".',
    ]);
  });
});

describe('policies of a snapshot', () => {
  it('are sorted by namespace and name, and have a namespace', () => {
    const policies = [
      networkPolicy({}, { name: 'b' }),
      networkPolicy({}, { name: 'a' }),
      networkPolicy({}, { namespace: '', name: 'z' }),
    ];
    expect(policyNames(policies)).toEqual(['default/z', 'shop/a', 'shop/b']);
  });

  it('are without what kubectl, the control plane and this product write', () => {
    const noisy = {
      ...networkPolicy(
        { podSelector: {} },
        {
          uid: 'u',
          creationTimestamp: 't',
          generation: 2,
          managedFields: [{}],
          resourceVersion: '7',
          selfLink: '/x',
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
            'status.np.panw.com/state': 'live',
            'np.panw.com/appid': 'ssl',
          },
        },
      ),
      status: {},
    };
    expect(buildSnapshot([noisy], 'c1').snapshot.policies).toEqual(
      read(networkPolicy({ podSelector: {} }, { uid: 'u', annotations: { 'np.panw.com/appid': 'ssl' } })),
    );
    expect(noisy.status).toEqual({});
  });

  it('are there once where manifest and live object say the same, with the UID', () => {
    const manifest = networkPolicy({ ingress: [{ ports: [{ port: 80 }] }] });
    const live = networkPolicy(
      { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }] },
      { uid: 'u', resourceVersion: '1', labels: {} },
    );
    for (const objects of [
      [manifest, live, manifest],
      [live, manifest],
    ]) {
      const reading = buildSnapshot(objects, 'c1');
      expect(reading.diagnostics).toEqual([]);
      expect(reading.snapshot.policies).toMatchObject([{ id: { uid: 'u' }, raw: { metadata: { uid: 'u' } } }]);
    }
  });

  it.each([
    ['spec', networkPolicy({ policyTypes: ['Egress'] })],
    ['annotations', networkPolicy({}, { annotations: { 'np.panw.com/appid': 'ssl' } })],
    ['an unreadable part', networkPolicy({ policyTypes: ['x'] })],
  ])('are left out and reported where copies differ in %s', (_title, other) => {
    const reading = buildSnapshot([networkPolicy({}), other, networkPolicy({}, { name: 'good' })], 'c1');
    expect(reading.snapshot.policies).toEqual(read(networkPolicy({}, { name: 'good' })));
    expect(lines(reading.diagnostics)).toEqual([
      'policy-duplicate metadata.name: The input holds this policy more than once, with different content.',
    ]);
    expect(reading.diagnostics[0].where.policy).toEqual({ namespace: 'shop', name: 'web' });
  });

  it('may have an old or a missing apiVersion, which readPolicy refuses', () => {
    const old = { ...networkPolicy({}), apiVersion: 'extensions/v1beta1' };
    const none = { kind: 'NetworkPolicy', metadata: { name: 'none' } };
    expect(policyNames([old, none])).toEqual(['default/none', 'shop/web']);
  });

  it.each([
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy'],
    ['policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy'],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy'],
    ['crd.projectcalico.org/v1', 'GlobalNetworkPolicy'],
    ['crd.antrea.io/v1beta1', 'ClusterNetworkPolicy'],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
  ])('of the cluster-wide kind %s %s are refused', (apiVersion, kind) => {
    const reading = buildSnapshot([object(apiVersion, kind, { name: 'x' }), networkPolicy({})], 'c1');
    expect(lines(reading.diagnostics)).toEqual([
      `cluster-wide-policy ${kind} x: The cluster-wide kind ${kind} (${apiVersion.split('/')[0]}) is not supported.`,
    ]);
    expect(reading.snapshot.policies).toHaveLength(1);
  });

  it.each([
    ['projectcalico.org/v3', 'NetworkPolicy'],
    ['crd.projectcalico.org/v1', 'NetworkPolicy'],
    ['crd.antrea.io/v1beta1', 'NetworkPolicy'],
    ['cilium.io/v2', 'CiliumNetworkPolicy'],
    ['crd.nsx.vmware.com/v1alpha1', 'SecurityPolicy'],
    ['k8s.cni.cncf.io/v1beta1', 'MultiNetworkPolicy'],
  ])('of the namespaced kind %s %s are refused, and not called cluster-wide', (apiVersion, kind) => {
    const foreign = object(apiVersion, kind, { name: 'x', namespace: 'shop' });
    const reading = buildSnapshot([foreign, networkPolicy({})], 'c1');
    expect(lines(reading.diagnostics)).toEqual([
      `foreign-policy ${kind} shop/x: The kind ${kind} (${apiVersion.split('/')[0]}) is not supported.`,
    ]);
    expect(reading.snapshot.policies).toHaveLength(1);
  });
});

describe('other objects given twice', () => {
  const namespace = (labels: RawObject, more: RawObject = {}) =>
    object('v1', 'Namespace', { name: 'shop', labels, ...more });

  it('are used once where they say the same', () => {
    const objects = [
      namespace({ a: 'b' }, { uid: 'u', resourceVersion: '1' }),
      namespace({ a: 'b' }),
      pod('shop', 'p', { app: 'x' }, { status: { podIP: '10.0.0.1' } }),
      pod('shop', 'p', { app: 'x' }),
    ];
    const reading = buildSnapshot(objects, 'c1');
    expect(reading.diagnostics).toEqual([]);
    expect(reading.snapshot.podClasses).toMatchObject([{ count: 1 }]);
  });

  it('are reported where they contradict each other, and the same one is used in every order', () => {
    const objects = [namespace({ a: 'b' }), namespace({ a: 'c' })];
    const reading = buildSnapshot(objects, 'c1');
    expect(lines(reading.diagnostics)).toEqual([
      'object-duplicate Namespace shop: The input holds this object more than once, with different content.',
    ]);
    expect(buildSnapshot(objects.slice().reverse(), 'c1')).toEqual(reading);
  });

  it('are different objects where they have no name yet', () => {
    const job = object('batch/v1', 'Job', { generateName: 'x-' }, { spec: { template: { metadata: { labels: {} } } } });
    expect(buildSnapshot([job, job], 'c1').snapshot.podClasses).toMatchObject([{ samples: [{}, {}] }]);
  });
});
