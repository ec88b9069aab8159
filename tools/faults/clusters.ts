import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { isolatesIngress, isPolicy, withInstead, withOneMoreEntry } from '../session/cluster';
import { OWN_ADMIN, sessionInput } from '../session/input';

/** The clusters that the fault suite plays with. `small` is for schedules: three policies, translated in no time. */
export type ExampleName = 'shop' | 'online-boutique' | 'small';

/** A cluster, and how it looks after each change that the suite makes. */
export interface Example {
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly objects: readonly RawObject[];
  /** With one more entry in a policy. */
  readonly changed: readonly RawObject[];
  /** Without one of the policies. */
  readonly deleted: readonly RawObject[];
}

/**
 * undefined: the corpus, which holds it, is not there.
 *
 * @throws if the cluster has no policy to change
 */
export function exampleOf(name: ExampleName): Example | undefined {
  const input = name === 'small' ? SMALL : sessionInput(name);
  if (input === undefined) return undefined;
  const { profile, services, objects } = input;
  const policies = objects.filter(isPolicy);
  const target = policies.find(isolatesIngress);
  const last = policies.at(-1);
  if (target === undefined || last === undefined) throw new Error(`${name} has no policy to change.`);
  return {
    profile,
    services,
    objects,
    changed: withInstead(objects, target, withOneMoreEntry(target)),
    deleted: objects.filter((object) => object !== last),
  };
}

/** A policy of the small cluster that lets `front` in to the pods of `name` at a port. */
export function smallPolicy(name: string, port: number): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name, uid: `uid-${name}` },
    spec: {
      podSelector: { matchLabels: { app: name } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'front' } } }], ports: [{ protocol: 'TCP', port }] }],
    },
  };
}

/** The workloads of the small cluster. */
export const SMALL_OBJECTS: readonly RawObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: {} } },
  ...['front', 'api', 'cart', 'mail'].map((app, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'shop', name: `${app}-1`, labels: { app } },
    spec: { containers: [{ name: 'main', image: app }] },
    status: { phase: 'Running', podIP: `10.0.0.${index + 1}`, podIPs: [{ ip: `10.0.0.${index + 1}` }] },
  })),
];

const SMALL = {
  profile: {
    ...localProfile('small', 'small-cluster'),
    panoramaAdmin: OWN_ADMIN,
    enforcement: 'enforce',
    approverRoles: ['Security Admin'],
    podCIDRs: ['10.0.0.0/16'],
  } satisfies ClusterProfile,
  services: [],
  objects: [...SMALL_OBJECTS, smallPolicy('api', 8080), smallPolicy('cart', 7070), smallPolicy('mail', 5000)],
};
