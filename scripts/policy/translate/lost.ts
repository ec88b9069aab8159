import { indexReferences, isIndexed, sortedReferences, type ReferenceIndex } from '../attributes/references';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import type { Candidate } from './candidate';

/** One warning for each name that Panorama lost and that a live version still asks for: no other version may. */
export function lostNames(
  candidates: readonly Candidate[],
  missing: ReferenceIndex,
  { deviceGroup }: ClusterProfile,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { version } of candidates) {
    if (version === undefined || version.references.length === 0) continue;
    const { namespace, name: policy } = version.policy.id;
    const where = { policy: { namespace, name: policy }, path: 'metadata.annotations' };
    for (const reference of sortedReferences(indexReferences(version.references))) {
      if (!isIndexed(missing, reference)) continue;
      const { kind, name } = reference;
      found.push(diagnose('attribute-lost', { kind, name, deviceGroup }, where));
    }
  }
  return found;
}
