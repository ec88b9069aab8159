import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { SnapshotPolicy } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';

/** What the profile's `excludedNamespaces` take away from a translation. */

/** True for a policy of a namespace that the profile excludes: it is not compiled. */
export function isExcluded(policy: Pick<SnapshotPolicy, 'id'>, profile: ClusterProfile): boolean {
  return profile.excludedNamespaces.indexOf(policy.id.namespace) >= 0;
}

/** One warning for each policy that is not compiled for its namespace: nothing else would say so. */
export function excludedDiagnostics(policies: readonly SnapshotPolicy[], profile: ClusterProfile): Diagnostic[] {
  return policies
    .filter((policy) => isExcluded(policy, profile))
    .map(({ id }) =>
      diagnose(
        'namespace-excluded',
        { namespace: id.namespace },
        { policy: { namespace: id.namespace, name: id.name }, path: 'metadata.namespace' },
      ),
    );
}
