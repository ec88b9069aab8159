import type { RawObject } from './types';

/**
 * The policy as isolation alone: its pods, and the directions that it restricts (Kubernetes, `policyTypes`: where they
 * are not given, ingress, and egress if it has egress entries), with nothing allowed. Annotations and labels, which say
 * how to inspect what is allowed, are left out.
 */
export function withoutEntries(raw: RawObject): RawObject {
  const { namespace, name, uid } = objectOf(raw.metadata);
  const spec = objectOf(raw.spec);
  const hasEgress = Array.isArray(spec.egress) && spec.egress.length > 0;
  const given =
    Array.isArray(spec.policyTypes) && spec.policyTypes.length > 0 ? (spec.policyTypes as unknown) : undefined;
  const policyTypes = given || (hasEgress ? ['Ingress', 'Egress'] : ['Ingress']);
  return { ...raw, metadata: { namespace, name, uid }, spec: { podSelector: spec.podSelector, policyTypes } };
}

function objectOf(value: unknown): RawObject {
  return typeof value === 'object' && value !== null ? (value as RawObject) : {};
}
