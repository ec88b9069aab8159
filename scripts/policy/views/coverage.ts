import { hasKey } from '../text/canonical';
import { matchesSelector } from '../kubernetes/selector';
import type { Policy, Snapshot, SnapshotPolicy } from '../kubernetes/types';

/** How many of the pods that policies isolate are inspected at all. */
export interface Coverage {
  /** Pods that some policy isolates in some direction. */
  readonly isolated: number;
  /** Those of them that carry the CN-Series annotation, themselves or by their namespace. */
  readonly annotated: number;
}

/**
 * Counts pods by their classes. A host-network pod is its node, which no policy isolates.
 *
 * @param snapshot a policy that cannot be read isolates nothing
 * @param excludedNamespaces of the cluster profile: their policies are not compiled
 */
export function coverageOf(
  snapshot: Pick<Snapshot, 'policies' | 'podClasses'>,
  excludedNamespaces: readonly string[],
): Coverage {
  const byNamespace = policiesByNamespace(snapshot.policies, excludedNamespaces);
  let isolated = 0;
  let annotated = 0;
  for (const podClass of snapshot.podClasses) {
    if (podClass.hostNetwork || !hasKey(byNamespace, podClass.namespace)) continue;
    const isIsolated = byNamespace[podClass.namespace].some((policy) =>
      matchesSelector(policy.subject, podClass.labels),
    );
    if (!isIsolated) continue;
    isolated += podClass.count;
    if (podClass.firewallAnnotated) annotated += podClass.count;
  }
  return { isolated, annotated };
}

/** One sentence; pods that no firewall sees are not protected, whatever the rules say. */
export function coverageText(coverage: Coverage): string {
  if (coverage.isolated === 0) return 'None of the pods in the input is isolated by a policy.';
  const counts = String(coverage.annotated) + ' of ' + String(coverage.isolated);
  return counts + ' isolated pods carry the firewall annotation.';
}

function policiesByNamespace(
  policies: readonly SnapshotPolicy[],
  excludedNamespaces: readonly string[],
): { readonly [namespace: string]: readonly Policy[] } {
  const found: { [namespace: string]: Policy[] } = {};
  for (const { reading } of policies) {
    const policy = reading.policy;
    if (policy === undefined || excludedNamespaces.indexOf(policy.id.namespace) >= 0) continue;
    if (!policy.isolates.ingress && !policy.isolates.egress) continue;
    if (!hasKey(found, policy.id.namespace)) found[policy.id.namespace] = [];
    found[policy.id.namespace].push(policy);
  }
  return found;
}
