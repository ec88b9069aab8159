import type { RawObject, Policy } from '../../../scripts/policy/kubernetes/types';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import type { SecurityService } from '../../../scripts/policy/profile/types';
import { lines, places } from '../kubernetes/fixtures';

/** Two ingress entries (the second with ports) and one egress entry without ports. */
export const BOTH_DIRECTIONS: RawObject = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{}, { ports: [{ port: 80 }] }],
  egress: [{}],
};

/** The policy `shop/web` with annotations and labels given without their prefix. */
export function policyWith(
  annotations: Record<string, string>,
  labels: Record<string, string> = {},
  spec: RawObject = BOTH_DIRECTIONS,
): Policy {
  const { policy, diagnostics } = readPolicy({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name: 'web', annotations: prefixed(annotations), labels: prefixed(labels) },
    spec,
  });
  if (!policy) throw new Error(lines(diagnostics).join('\n'));
  return policy;
}

/** A security service for everyone. */
export function service(
  name: string,
  attributes: Record<string, string>,
  namespaces?: readonly string[],
): SecurityService {
  return { name, description: 'for tests', owner: 'security@example.com', namespaces, attributes };
}

function prefixed(keys: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [`np.panw.com/${key}`, value]));
}

export { lines, places };
