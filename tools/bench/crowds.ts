import type { RawObject } from '../../scripts/policy/kubernetes/types';

/** Clusters that are extreme in one thing, beside the realistic ones of `cluster.ts`. */

/** Policies that all select every pod of one namespace, in both directions, and say the same. */
export function samePods(policies: number): RawObject[] {
  const anyone = { podSelector: {} };
  return inOneNamespace(policies, () => ({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [anyone], ports: [{ port: 80 }] }],
    egress: [{ to: [anyone], ports: [{ port: 80 }] }],
  }));
}

/** One namespace in which each pod has a policy of its own, and calls the next one. */
export function onePolicyEach(policies: number): RawObject[] {
  const labelled = (index: number): RawObject => ({ matchLabels: { app: `app-${(index + policies) % policies}` } });
  return inOneNamespace(policies, (index) => ({
    podSelector: labelled(index),
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: labelled(index - 1) }], ports: [{ port: 80 }] }],
    egress: [{ to: [{ podSelector: labelled(index + 1) }], ports: [{ port: 80 }] }],
  }));
}

function inOneNamespace(policies: number, specOf: (index: number) => RawObject): RawObject[] {
  return [
    namespace('crowd'),
    ...Array.from({ length: policies }, (_none, index) => policy('crowd', `policy-${index}`, specOf(index))),
  ];
}

/**
 * Namespaces of four pods in two groups, each open to itself alone, and closed otherwise: the shape of the large-scale
 * test of Antrea's controller (`TestInitXLargeScaleWithSmallNamespaces`, with 25,000 of them).
 */
export function smallNamespaces(namespaces: number): RawObject[] {
  return Array.from({ length: namespaces }, (_none, index) => index).flatMap((index) => {
    const name = `small-${index}`;
    const groups = [1, 2].map((group) => ({ [`app-${group}`]: `scale-${group}` }));
    return [
      namespace(name),
      policy(name, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
      ...groups.map((matchLabels, group) =>
        policy(name, `group-${group}`, {
          podSelector: { matchLabels },
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [{ podSelector: { matchLabels } }] }],
        }),
      ),
      ...[...groups, ...groups].map((labels, pod) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { namespace: name, name: `pod-${pod}`, labels },
        spec: { containers: [{ name: 'main', image: 'main' }] },
        status: { phase: 'Running', podIPs: [{ ip: address(4 * index + pod) }] },
      })),
    ];
  });
}

function address(number: number): string {
  return `10.${64 + Math.floor(number / 65536)}.${Math.floor(number / 256) % 256}.${number % 256}`;
}

function namespace(name: string): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { app: name } } };
}

function policy(namespaceName: string, name: string, spec: RawObject): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: namespaceName, name, uid: `${namespaceName}/${name}` },
    spec,
  };
}
