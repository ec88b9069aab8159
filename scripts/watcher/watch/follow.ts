import { hasKey, sortedKeys } from '../../policy/text/canonical';
import { metadataField } from '../../policy/kubernetes/identity';
import type { RawObject } from '../../policy/kubernetes/types';
import type { Client } from '../api/client';
import type { Digest, DigestEntry } from './digest';
import {
  fingerprintOf,
  keyOf,
  namespaceContent,
  nodeContent,
  policyContent,
  serviceContent,
} from '../snapshot/fingerprints';
import { listAll, type Listing } from '../api/list';
import { NAMESPACES, NETWORK_POLICIES, NODES, SERVICES, type Resource } from '../api/resources';
import { withoutManagedFields } from '../snapshot/slim';
import { isNotNewer } from '../api/resourceversions';
import { watchChanges, type WatchEvent } from './watch';

/** Following the objects of one resource: by a watch, or by a list where the watch cannot say everything. */

/** A resource that is watched, and what of its objects matters. */
export interface Followed {
  readonly resource: Resource;
  readonly content: (object: RawObject) => unknown;
  /** A new object of the same name counts as another one. */
  readonly remembersUid: boolean;
  /** The most characters of what is remembered. */
  readonly most: number;
}

export const FOLLOWED: readonly Followed[] = [
  { resource: NETWORK_POLICIES, content: policyContent, remembersUid: true, most: 150000 },
  { resource: NAMESPACES, content: namespaceContent, remembersUid: false, most: 50000 },
  { resource: SERVICES, content: serviceContent, remembersUid: false, most: 50000 },
  { resource: NODES, content: nodeContent, remembersUid: false, most: 50000 },
];

/** What is known of an object that was seen in this fetch. */
export interface Seen {
  readonly uid: string;
  readonly resourceVersion: string;
}

/** One object that a watch told of. */
export interface Told {
  readonly key: string;
  readonly action: 'added' | 'modified' | 'deleted';
}

/** Where a resource stands after this fetch. `digest` is whole, not yet bounded, unless nothing changed. */
export interface Standing {
  readonly resourceVersion: string;
  readonly digest: Digest;
  /** `listed`: as asked; `relisted`: the server no longer had the changes. */
  readonly by: 'watched' | 'listed' | 'relisted';
  /** By key. */
  readonly seen: { readonly [key: string]: Seen };
  /** What a watch told, in order of the keys; where the digest is coarse, this says what changed. */
  readonly told: readonly Told[];
  /** The objects, where they were listed. */
  readonly objects: readonly RawObject[] | undefined;
}

/** Lists the resource whole. */
export function listStanding(client: Client, followed: Followed, by: 'listed' | 'relisted'): Standing {
  const listing: Listing<RawObject> = listAll(client, { resource: followed.resource }, withoutManagedFields);
  const entries: { [key: string]: DigestEntry } = {};
  const seen: { [key: string]: Seen } = {};
  for (const object of listing.items) {
    entries[keyOf(object)] = entryOf(followed, object);
    seen[keyOf(object)] = seenOf(object);
  }
  return {
    resourceVersion: listing.resourceVersion,
    digest: { level: 'objects', entries },
    by,
    seen,
    told: [],
    objects: listing.items,
  };
}

/**
 * Watches for changes since a resourceVersion, and lists instead where that version is gone, or where the digest is too
 * coarse to apply changes to.
 */
export function watchStanding(
  client: Client,
  followed: Followed,
  before: { readonly resourceVersion: string; readonly digest: Digest },
  seconds: number,
): Standing {
  const outcome = watchChanges(client, followed.resource, before.resourceVersion, seconds);
  if (outcome.kind === 'gone') return listStanding(client, followed, 'relisted');
  const applied = applyEvents(followed, before, outcome.events);
  if (applied.told.length > 0 && before.digest.level !== 'objects') {
    return { ...listStanding(client, followed, 'listed'), told: applied.told };
  }
  return {
    resourceVersion: outcome.resourceVersion,
    digest: before.digest.level === 'objects' ? { level: 'objects', entries: applied.entries } : before.digest,
    by: 'watched',
    seen: applied.seen,
    told: applied.told,
    objects: undefined,
  };
}

interface Applied {
  readonly entries: { readonly [key: string]: DigestEntry };
  readonly seen: { readonly [key: string]: Seen };
  readonly told: readonly Told[];
}

/** Applies events; those that came before, or belong to an object that has since been replaced, change nothing. */
function applyEvents(
  followed: Followed,
  before: { readonly resourceVersion: string; readonly digest: Digest },
  events: readonly WatchEvent[],
): Applied {
  const old = before.digest.entries;
  const latest: { [key: string]: WatchEvent } = {};
  const seen: { [key: string]: Seen } = {};
  for (const event of events) {
    const key = keyOf(event.object);
    const now = seenOf(event.object);
    const known = hasKey(seen, key) ? seen[key].resourceVersion : before.resourceVersion;
    if (isNotNewer(now.resourceVersion, known)) continue;
    if (event.type === 'DELETED' && isReplaced(hasKey(seen, key) ? seen[key] : knownIn(old, key), now)) continue;
    latest[key] = event;
    seen[key] = now;
  }
  return { entries: entriesAfter(followed, old, latest), seen, told: toldBy(latest) };
}

const ACTIONS = { ADDED: 'added', MODIFIED: 'modified', DELETED: 'deleted' } as const;

function toldBy(latest: { readonly [key: string]: WatchEvent }): Told[] {
  return sortedKeys(latest).map((key) => ({ key, action: ACTIONS[latest[key].type] }));
}

function entriesAfter(
  followed: Followed,
  old: Digest['entries'],
  latest: { readonly [key: string]: WatchEvent },
): Digest['entries'] {
  const entries: { [key: string]: DigestEntry } = {};
  for (const key of Object.keys(old)) if (!hasKey(latest, key)) entries[key] = old[key];
  for (const key of Object.keys(latest)) {
    if (latest[key].type !== 'DELETED') entries[key] = entryOf(followed, latest[key].object);
  }
  return entries;
}

function knownIn(entries: Digest['entries'], key: string): DigestEntry | undefined {
  return hasKey(entries, key) ? entries[key] : undefined;
}

/** Whether the object that was deleted is not the one that is known, but one before it. */
function isReplaced(known: { readonly uid: string } | undefined, deleted: Seen): boolean {
  return known !== undefined && known.uid !== '' && deleted.uid !== '' && known.uid !== deleted.uid;
}

function entryOf(followed: Followed, object: RawObject): DigestEntry {
  return {
    fingerprint: fingerprintOf(followed.content(object)),
    uid: followed.remembersUid ? seenOf(object).uid : '',
  };
}

function seenOf(object: RawObject): Seen {
  return { uid: metadataText(object, 'uid'), resourceVersion: metadataText(object, 'resourceVersion') };
}

function metadataText(object: RawObject, field: string): string {
  const value = metadataField(object, field);
  return typeof value === 'string' ? value : '';
}
