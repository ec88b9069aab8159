import { readPolicies } from '../../../scripts/policy/kubernetes/snapshotpolicies';
import type { PodClass, RawObject } from '../../../scripts/policy/kubernetes/types';
import { coverageOf, coverageText } from '../../../scripts/policy/views/coverage';

function pods(more: Partial<PodClass>): PodClass {
  return {
    namespace: 'shop',
    labels: { app: 'web' },
    namedPorts: [],
    probePorts: [],
    hostNetwork: false,
    firewallAnnotated: false,
    families: ['IPv4'],
    count: 1,
    samples: [],
    nodeAddresses: [],
    podAddresses: [],
    ...more,
  };
}

const POLICY = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { namespace: 'shop', name: 'web' },
  spec: { podSelector: { matchLabels: { app: 'web' } }, ingress: [] },
};

const snapshotOf = (raw: RawObject, podClasses: readonly PodClass[]) => ({
  policies: readPolicies([raw]).policies,
  podClasses,
});

it.each([
  ['annotated pods count on both sides', [pods({ count: 3, firewallAnnotated: true }), pods({ count: 2 })], 5, 3],
  ['pods that no policy selects do not count', [pods({ labels: { app: 'api' } })], 0, 0],
  ['pods of other namespaces do not count', [pods({ namespace: 'bank' })], 0, 0],
  ['a host-network pod is its node, which no policy isolates', [pods({ hostNetwork: true })], 0, 0],
])('%s', (_title, classes, isolated, annotated) => {
  expect(coverageOf(snapshotOf(POLICY, classes), [])).toEqual({ isolated, annotated });
});

it('policies of excluded namespaces, and those that cannot be read, isolate nothing', () => {
  expect(coverageOf(snapshotOf(POLICY, [pods({})]), ['shop'])).toEqual({ isolated: 0, annotated: 0 });
  expect(coverageOf(snapshotOf({ ...POLICY, spec: 'x' }, [pods({})]), [])).toEqual({ isolated: 0, annotated: 0 });
});

it('the sentence says so where nothing is isolated', () => {
  expect(coverageText({ isolated: 4, annotated: 1 })).toBe('1 of 4 isolated pods carry the firewall annotation.');
  expect(coverageText({ isolated: 0, annotated: 0 })).toBe('None of the pods in the input is isolated by a policy.');
});
