import type { StringMap } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { sortedKeys } from '../../text/canonical';
import type { ByNamespace } from '../read/bynamespace';
import type { PodFacts, PodPort } from '../read/pods';
import type { PolicyFacts } from '../read/policies';
import { type Rows, type RowScheme, identityRows, matchersOf } from './rows';
import type { ServiceFacts } from '../read/servicefacts';
import { type TagSet, podTags, serviceTags } from '../rules/tagmodel';
import type { VirtualPod } from './virtualpods';

/** Who stands behind an address, apart from the address itself. */
export interface Identity {
  readonly kind: 'pod' | 'workload' | 'virtual' | 'node' | 'outside' | 'service';
  /** For people: a pod's or Service's name, a node's name; '' for outside addresses and those that no Service has. */
  readonly name: string;
  /** '' for nodes and outside addresses. */
  readonly namespace: string;
  readonly labels: StringMap;
  readonly namedPorts: readonly PodPort[];
  readonly kubeletPorts: readonly number[];
  /** What labels and tags contribute to the rows; the address contributes the rest. */
  readonly rows: Rows;
  /** Positions of the policies that isolate it in each direction. */
  readonly egressPolicies: readonly number[];
  readonly ingressPolicies: readonly number[];
  /** The Services that an address belongs to: more than one only where they claim the same. */
  readonly services: readonly ServiceFacts[];
  /** Whose labels are tags on the address: the pod, the Services, or registered host-network pods. */
  readonly bearers: readonly Bearer[];
}

/** Somebody whose labels become tags. */
export interface Bearer {
  readonly namespace: string;
  readonly labels: StringMap;
}

/** What identities are made from. */
export interface IdentityContext {
  readonly profile: ClusterProfile;
  readonly scheme: RowScheme;
  readonly policies: readonly PolicyFacts[];
  readonly servicesIn: ByNamespace<ServiceFacts>;
}

/** A pod, a workload's pods, or a virtual pod; not for host-network pods, which are their node. */
export function podIdentity(
  context: IdentityContext,
  pod: VirtualPod,
  kind: 'pod' | 'workload' | 'virtual',
  details: Pick<PodFacts, 'name' | 'namedPorts' | 'kubeletPorts'>,
): Identity {
  const matchers = matchersOf(context.scheme, pod.namespace, pod.labels);
  const egress: number[] = [];
  const ingress: number[] = [];
  for (const matcher of matchers) {
    for (const position of matcher.subjectOf) {
      if (context.policies[position].isolatesEgress) egress.push(position);
      if (context.policies[position].isolatesIngress) ingress.push(position);
    }
  }
  const tags = podTags(context.profile, pod.namespace, pod.labels, context.servicesIn);
  return {
    kind,
    name: details.name,
    namespace: pod.namespace,
    labels: pod.labels,
    namedPorts: details.namedPorts,
    kubeletPorts: details.kubeletPorts,
    rows: identityRows(context.scheme, matchers, tags),
    egressPolicies: egress,
    ingressPolicies: ingress,
    services: [],
    bearers: [pod],
  };
}

/**
 * A node or an outside address: selected by nothing; tags only from host-network pods, where the plugin registers them.
 *
 * @param pods the host-network pods that have the address
 */
export function addressIdentity(
  context: IdentityContext,
  kind: 'node' | 'outside',
  name: string,
  pods: readonly PodFacts[],
): Identity {
  const bearers = context.profile.tags.hostNetwork === 'registered' ? pods : [];
  return {
    kind,
    name,
    namespace: '',
    labels: {},
    namedPorts: [],
    kubeletPorts: [],
    rows: identityRows(context.scheme, [], mergedTags(context, bearers)),
    egressPolicies: [],
    ingressPolicies: [],
    services: [],
    bearers,
  };
}

/** A cluster address, as a destination, of one Service, or of those that claim the same address. */
export function serviceIdentity(context: IdentityContext, services: readonly ServiceFacts[]): Identity {
  const service = services[0];
  const tags: { [tag: string]: true } = {};
  for (const one of services) for (const tag of sortedKeys(serviceTags(context.profile, one))) tags[tag] = true;
  return {
    kind: 'service',
    name: service.name,
    namespace: service.namespace,
    labels: service.labels,
    namedPorts: [],
    kubeletPorts: [],
    rows: identityRows(context.scheme, [], tags),
    egressPolicies: [],
    ingressPolicies: [],
    services,
    bearers: services,
  };
}

/** An address that no Service has yet, so that nobody is behind it and no tag on it. */
export function unknownServiceIdentity(context: IdentityContext): Identity {
  return { ...addressIdentity(context, 'outside', '', []), kind: 'service' };
}

/** The tags of several host-network pods on one address; undefined for none. */
function mergedTags(context: IdentityContext, pods: readonly PodFacts[]): TagSet | undefined {
  if (pods.length === 0) return undefined;
  const merged: { [tag: string]: true } = {};
  for (const pod of pods) {
    const tags = podTags(context.profile, pod.namespace, pod.labels, context.servicesIn);
    for (const tag of sortedKeys(tags)) merged[tag] = true;
  }
  return merged;
}
