import type { RawObject } from '../../../../scripts/policy/kubernetes/types';
import type { ClusterProfile } from '../../../../scripts/policy/profile/types';
import { policy, PROFILE, rules } from '../support';

/** Little clusters in the style `compact`. */

export const COMPACT: ClusterProfile = { ...PROFILE, style: 'compact' };

/** Namespaces that policies name without having any of their own. */
export const NAMESPACES: readonly RawObject[] = ['b', 'dns'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
}));

/** The allows of a cluster, in order. */
export function allows(objects: readonly RawObject[], profile: ClusterProfile = COMPACT): string[] {
  return rules([...NAMESPACES, ...objects], profile).filter((rule) => !rule.endsWith(' deny'));
}

type Annotations = Readonly<Record<string, string>>;

/** Whom the pods of an app let in, each on these TCP ports. */
export function letsIn(id: string, app: string, from: readonly object[], ports: readonly number[], more?: Annotations) {
  const selector = { matchLabels: { app } };
  return policy(id, { podSelector: selector, ingress: [{ from, ports: ports.map((port) => ({ port })) }] }, more);
}

/** Whom the pods of an app may call, on these TCP ports. */
export function mayCall(id: string, app: string, to: readonly object[], ports: readonly number[], more?: Annotations) {
  const selector = { matchLabels: { app } };
  const egress = [{ to, ports: ports.map((port) => ({ port })) }];
  return policy(id, { podSelector: selector, policyTypes: ['Egress'], egress }, more);
}
