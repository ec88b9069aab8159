import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { hostPods, servicesOf, withNegations, withPortNames } from './additions';
import { plainCluster } from './application';

/** The clusters that are measured. */

/**
 * What a cluster has besides policies and workloads. `services`: three for five policies, every third with another
 * target port. `full`: these, named ports in every third policy and Service, and fifty host-network pods. `negated`:
 * these, and one policy in twenty with NotIn, of its own pods or of those of its peers.
 */
export type BenchKind = 'plain' | 'services' | 'full' | 'negated';

/** The objects of a cluster with exactly `policies` NetworkPolicies. */
export function generateCluster(policies: number, kind: BenchKind = 'plain'): RawObject[] {
  const objects = plainCluster(policies);
  switch (kind) {
    case 'plain':
      return objects;
    case 'services':
      return [...objects, ...servicesOf(objects)];
    case 'full':
      return [...[...objects, ...servicesOf(objects)].map(withPortNames), ...hostPods()];
    case 'negated':
      return withNegations(generateCluster(policies, 'full'));
  }
}
