import { hasKey } from '../../policy/text/canonical';
import { compareDigests, namespaceOfKey, type Digest, type DigestLevel, type Difference } from './digest';
import type { Seen, Told } from './follow';

/** What changed in a cluster, as an incident lists it. */
export interface Change {
  readonly action: 'added' | 'modified' | 'deleted';
  readonly kind: ChangeKind;
  /** '' for objects without namespace, and where only the cluster as a whole is compared. */
  readonly namespace: string;
  /** '' where only whole namespaces are compared: large clusters, and pods. */
  readonly name: string;
  /** '' where it is not known. */
  readonly uid: string;
  /** '' where it is not known, as for objects that were found missing. */
  readonly resourceVersion: string;
}

/** `Pods`: the pods of a namespace, as classes. */
export type ChangeKind = 'NetworkPolicy' | 'Namespace' | 'Service' | 'Node' | 'Pods';

/** What a comparison knows besides the digests. */
export interface Sightings {
  readonly seen: { readonly [key: string]: Seen };
  readonly told: readonly Told[];
}

/** The changes between two digests of one kind. */
export function changesBetween(kind: ChangeKind, before: Digest, after: Digest, sightings: Sightings): Change[] {
  const compared = compareDigests(before, after);
  const changes: Change[] = [];
  for (const difference of compared.found) {
    if (compared.level === 'objects') changes.push(objectChange(kind, difference, sightings));
    else for (const change of groupChanges(kind, compared.level, difference, sightings)) changes.push(change);
  }
  return changes;
}

function objectChange(kind: ChangeKind, difference: Difference, sightings: Sightings): Change {
  const seen = seenAs(sightings, difference.key);
  return {
    action: difference.action,
    kind,
    namespace: namespaceOfKey(difference.key),
    name: difference.key.slice(difference.key.indexOf('/') + 1),
    uid: difference.uid || seen.uid,
    resourceVersion: seen.resourceVersion,
  };
}

/** Several objects in one: those that the watch named, or the group as a whole. */
function groupChanges(kind: ChangeKind, level: DigestLevel, difference: Difference, sightings: Sightings): Change[] {
  const named = sightings.told.filter((told) => level === 'cluster' || namespaceOfKey(told.key) === difference.key);
  if (named.length === 0) {
    const whole = { action: difference.action, kind, namespace: difference.key };
    return [{ ...whole, name: '', uid: '', resourceVersion: '' }];
  }
  return named.map((told) => objectChange(kind, { ...told, uid: '' }, sightings));
}

function seenAs(sightings: Sightings, key: string): Seen {
  return hasKey(sightings.seen, key) ? sightings.seen[key] : { uid: '', resourceVersion: '' };
}
