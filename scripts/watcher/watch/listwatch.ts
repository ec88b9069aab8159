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

/** The objects of one resource: by a watch, or by a list where the watch cannot say everything. */

/** A resource that is watched, and what of its objects matters. */
export interface WatchedResource {
  readonly resource: Resource;
  readonly content: (object: RawObject) => unknown;
  /** A new object of the same name counts as another one. */
  readonly remembersUid: boolean;
  /** The most characters of what is remembered. */
  readonly most: number;
}

/** The resources that every fetch looks at. Pods are looked at apart: they change all the time, and rarely matter. */
export const WATCHED_RESOURCES: readonly WatchedResource[] = [
  { resource: NETWORK_POLICIES, content: policyContent, remembersUid: true, most: 150000 },
  { resource: NAMESPACES, content: namespaceContent, remembersUid: false, most: 50000 },
  { resource: SERVICES, content: serviceContent, remembersUid: false, most: 50000 },
  { resource: NODES, content: nodeContent, remembersUid: false, most: 50000 },
];

/** The version of an object that a list or a watch of this fetch showed. */
export interface ObjectVersion {
  readonly uid: string;
  readonly resourceVersion: string;
}

/** One change that a watch reported. */
export interface WatchedChange {
  readonly key: string;
  readonly action: 'added' | 'modified' | 'deleted';
}

/**
 * What a list or a watch of one resource gave in this fetch. `digest` is whole, not yet bounded, unless nothing
 * changed.
 */
export interface FetchedResource {
  readonly resourceVersion: string;
  readonly digest: Digest;
  /** `listed`: as asked; `relisted`: the server no longer had the changes. */
  readonly by: 'watched' | 'listed' | 'relisted';
  /** By key. */
  readonly versions: { readonly [key: string]: ObjectVersion };
  /** What a watch reported, in order of the keys; where the digest is coarse, this says what changed. */
  readonly watched: readonly WatchedChange[];
  /** The objects, where they were listed. */
  readonly objects: readonly RawObject[] | undefined;
}

/** Lists the resource whole. */
export function listResource(client: Client, watched: WatchedResource, by: 'listed' | 'relisted'): FetchedResource {
  const listing: Listing<RawObject> = listAll(client, { resource: watched.resource }, withoutManagedFields);
  const entries: { [key: string]: DigestEntry } = {};
  const versions: { [key: string]: ObjectVersion } = {};
  for (const object of listing.items) {
    entries[keyOf(object)] = entryOf(watched, object);
    versions[keyOf(object)] = objectVersionOf(object);
  }
  return {
    resourceVersion: listing.resourceVersion,
    digest: { level: 'objects', entries },
    by,
    versions,
    watched: [],
    objects: listing.items,
  };
}

/**
 * Watches for changes since a resourceVersion, and lists instead where that version is gone, or where the digest is too
 * coarse to apply changes to.
 */
export function watchResource(
  client: Client,
  watched: WatchedResource,
  before: { readonly resourceVersion: string; readonly digest: Digest },
  seconds: number,
): FetchedResource {
  const outcome = watchChanges(client, watched.resource, before.resourceVersion, seconds);
  if (outcome.kind === 'gone') return listResource(client, watched, 'relisted');
  const applied = applyEvents(watched, before, outcome.events);
  if (applied.watched.length > 0 && before.digest.level !== 'objects') {
    return { ...listResource(client, watched, 'listed'), watched: applied.watched };
  }
  return {
    resourceVersion: outcome.resourceVersion,
    digest: before.digest.level === 'objects' ? { level: 'objects', entries: applied.entries } : before.digest,
    by: 'watched',
    versions: applied.versions,
    watched: applied.watched,
    objects: undefined,
  };
}

interface Applied {
  readonly entries: { readonly [key: string]: DigestEntry };
  readonly versions: { readonly [key: string]: ObjectVersion };
  readonly watched: readonly WatchedChange[];
}

/** Applies events; those that came before, or belong to an object that has since been replaced, change nothing. */
function applyEvents(
  watched: WatchedResource,
  before: { readonly resourceVersion: string; readonly digest: Digest },
  events: readonly WatchEvent[],
): Applied {
  const old = before.digest.entries;
  const latest: { [key: string]: WatchEvent } = {};
  const versions: { [key: string]: ObjectVersion } = {};
  for (const event of events) {
    const key = keyOf(event.object);
    const now = objectVersionOf(event.object);
    const known = hasKey(versions, key) ? versions[key].resourceVersion : before.resourceVersion;
    if (isNotNewer(now.resourceVersion, known)) continue;
    if (event.type === 'DELETED' && isReplaced(hasKey(versions, key) ? versions[key] : knownIn(old, key), now))
      continue;
    latest[key] = event;
    versions[key] = now;
  }
  return { entries: entriesAfter(watched, old, latest), versions, watched: watchedChanges(latest) };
}

const ACTIONS = { ADDED: 'added', MODIFIED: 'modified', DELETED: 'deleted' } as const;

function watchedChanges(latest: { readonly [key: string]: WatchEvent }): WatchedChange[] {
  return sortedKeys(latest).map((key) => ({ key, action: ACTIONS[latest[key].type] }));
}

function entriesAfter(
  watched: WatchedResource,
  old: Digest['entries'],
  latest: { readonly [key: string]: WatchEvent },
): Digest['entries'] {
  const entries: { [key: string]: DigestEntry } = {};
  for (const key of Object.keys(old)) if (!hasKey(latest, key)) entries[key] = old[key];
  for (const key of Object.keys(latest)) {
    if (latest[key].type !== 'DELETED') entries[key] = entryOf(watched, latest[key].object);
  }
  return entries;
}

function knownIn(entries: Digest['entries'], key: string): DigestEntry | undefined {
  return hasKey(entries, key) ? entries[key] : undefined;
}

/** Whether the object that was deleted is not the one that is known, but one before it. */
function isReplaced(known: { readonly uid: string } | undefined, deleted: ObjectVersion): boolean {
  return known !== undefined && known.uid !== '' && deleted.uid !== '' && known.uid !== deleted.uid;
}

function entryOf(watched: WatchedResource, object: RawObject): DigestEntry {
  return {
    fingerprint: fingerprintOf(watched.content(object)),
    uid: watched.remembersUid ? objectVersionOf(object).uid : '',
  };
}

function objectVersionOf(object: RawObject): ObjectVersion {
  return { uid: metadataText(object, 'uid'), resourceVersion: metadataText(object, 'resourceVersion') };
}

function metadataText(object: RawObject, field: string): string {
  const value = metadataField(object, field);
  return typeof value === 'string' ? value : '';
}
