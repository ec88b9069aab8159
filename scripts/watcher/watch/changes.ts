import { hasKey } from '../../policy/text/canonical';
import { compareDigests, namespaceOfKey, type Digest, type DigestLevel, type Difference } from './digest';
import type { ObjectVersion, WatchedChange } from './listwatch';

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

/** What lists and watches showed of single objects, besides the digests. */
export interface Observations {
  readonly versions: { readonly [key: string]: ObjectVersion };
  readonly watched: readonly WatchedChange[];
}

/** The changes between two digests of one kind. */
export function changesBetween(kind: ChangeKind, before: Digest, after: Digest, observations: Observations): Change[] {
  const compared = compareDigests(before, after);
  const changes: Change[] = [];
  for (const difference of compared.found) {
    if (compared.level === 'objects') changes.push(objectChange(kind, difference, observations));
    else for (const change of groupChanges(kind, compared.level, difference, observations)) changes.push(change);
  }
  return changes;
}

function objectChange(kind: ChangeKind, difference: Difference, observations: Observations): Change {
  const version = versionOf(observations, difference.key);
  return {
    action: difference.action,
    kind,
    namespace: namespaceOfKey(difference.key),
    name: difference.key.slice(difference.key.indexOf('/') + 1),
    uid: difference.uid || version.uid,
    resourceVersion: version.resourceVersion,
  };
}

/** Several objects in one: those that the watch named, or the group as a whole. */
function groupChanges(
  kind: ChangeKind,
  level: DigestLevel,
  difference: Difference,
  observations: Observations,
): Change[] {
  const named = observations.watched.filter(
    (change) => level === 'cluster' || namespaceOfKey(change.key) === difference.key,
  );
  if (named.length === 0) {
    const whole = { action: difference.action, kind, namespace: difference.key };
    return [{ ...whole, name: '', uid: '', resourceVersion: '' }];
  }
  return named.map((change) => objectChange(kind, { ...change, uid: '' }, observations));
}

function versionOf(observations: Observations, key: string): ObjectVersion {
  return hasKey(observations.versions, key) ? observations.versions[key] : { uid: '', resourceVersion: '' };
}
