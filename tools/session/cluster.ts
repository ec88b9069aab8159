import type { PlanRequest } from '../../scripts/panorama/prepare/prepare';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { translate } from '../../scripts/policy/translate/translate';

/** What a translation starts from. */
export interface Cluster {
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly lastGood: readonly RawObject[];
}

/** The cluster translated, as `preparePlan` takes it. */
export function translated({ objects, profile, services, lastGood }: Cluster): PlanRequest {
  const { snapshot, diagnostics } = buildSnapshot(objects, profile.cluster, lastGood);
  const translation = translate({ snapshot, profile, services, lastGood });
  const found = [...diagnostics, ...translation.diagnostics];
  return { objects, profile, services, translation, diagnostics: found, known: undefined, lifted: [] };
}

/** Whether an object is a NetworkPolicy, of whatever API group. */
export function isPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy';
}

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly annotations?: { readonly [key: string]: string };
}

/**
 * Reads `metadata` of an object that a session made or the reader took; its texts are what the API server would have.
 */
export function metadataOf(object: RawObject): Metadata {
  return object.metadata ?? {};
}

/** `namespace/name`. */
export function policyLabel(object: RawObject): string {
  const { namespace = 'default', name = '' } = metadataOf(object);
  return `${namespace}/${name}`;
}

/** The objects with another version of one of them. */
export function withInstead(objects: readonly RawObject[], old: RawObject, changed: RawObject): readonly RawObject[] {
  return objects.map((object) => (object === old ? changed : object));
}

/** The policy with more annotations. */
export function annotated(policy: RawObject, annotations: { readonly [key: string]: string }): RawObject {
  const metadata = metadataOf(policy);
  return { ...policy, metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } } };
}

interface Spec {
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly unknown[];
}

/** Whether the policy isolates pods for ingress: it does unless its types say otherwise. */
export function isolatesIngress(policy: RawObject): boolean {
  const { policyTypes } = (policy.spec ?? {}) as Spec;
  return policyTypes === undefined || policyTypes.includes('Ingress');
}

/** The policy with one more ingress entry: from a documentation network, to a port that nobody uses. */
export function withOneMoreEntry(policy: RawObject): RawObject {
  const spec = (policy.spec ?? {}) as Spec;
  const entry = { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 4444 }] };
  return { ...policy, spec: { ...spec, ingress: [...(spec.ingress ?? []), entry] } };
}
