import { compareText, hasKey, sortedKeys } from '../../policy/text/canonical';
import { sha256 } from '../../policy/text/sha256';

/**
 * What a fetch remembers of the objects of one kind, to find changes later: the fingerprint of each. In a large
 * cluster, one of each namespace, or a single one, so that the size stays bounded whatever the cluster holds.
 */
export interface Digest {
  readonly level: DigestLevel;
  /** By `namespace/name`, by namespace, or by '', as the level says. Values hold neither blanks nor line breaks. */
  readonly entries: { readonly [key: string]: DigestEntry };
}

/** How fine a digest is, the finest level first. */
export type DigestLevel = 'objects' | 'namespaces' | 'cluster';

/** What is remembered of an object, or of several. */
export interface DigestEntry {
  readonly fingerprint: string;
  /** '' where it does not matter, and for more than one object. */
  readonly uid: string;
}

/** How two digests differ at a key. */
export interface Difference {
  readonly key: string;
  readonly action: 'added' | 'modified' | 'deleted';
  readonly uid: string;
}

const LEVELS: readonly DigestLevel[] = ['objects', 'namespaces', 'cluster'];

/** The digest of nothing. */
export function emptyDigest(): Digest {
  return { level: 'objects', entries: {} };
}

/** The digest at a coarser level; at its own or a finer one as it is. */
export function coarsened(digest: Digest, level: DigestLevel): Digest {
  if (LEVELS.indexOf(level) <= LEVELS.indexOf(digest.level)) return digest;
  const groups: { [key: string]: string[] } = {};
  for (const key of sortedKeys(digest.entries)) {
    const group = level === 'cluster' ? '' : namespaceOfKey(key);
    if (!hasKey(groups, group)) groups[group] = [];
    groups[group].push(key + ' ' + digest.entries[key].fingerprint);
  }
  const entries: { [key: string]: DigestEntry } = {};
  for (const group of Object.keys(groups)) {
    entries[group] = { fingerprint: sha256(groups[group].join('\n')).slice(0, 20), uid: '' };
  }
  return { level, entries };
}

/** The digest at the finest level whose text has at most `most` characters. */
export function bounded(digest: Digest, most: number): Digest {
  for (const level of LEVELS) {
    const coarse = coarsened(digest, level);
    if (writeDigest(coarse).length <= most) return coarse;
  }
  return coarsened(digest, 'cluster');
}

/** Compares at the coarser of the two levels. In order of the keys. */
export function compareDigests(before: Digest, after: Digest): { readonly level: DigestLevel; found: Difference[] } {
  const level = LEVELS[Math.max(LEVELS.indexOf(before.level), LEVELS.indexOf(after.level))];
  const old = coarsened(before, level).entries;
  const now = coarsened(after, level).entries;
  const found: Difference[] = [];
  for (const key of sortedKeys(now)) {
    if (!hasKey(old, key)) found.push({ key, action: 'added', uid: now[key].uid });
    else if (old[key].fingerprint !== now[key].fingerprint) {
      found.push({ key, action: 'modified', uid: now[key].uid });
    }
  }
  for (const key of sortedKeys(old)) {
    if (!hasKey(now, key)) found.push({ key, action: 'deleted', uid: old[key].uid });
  }
  found.sort((a, b) => compareText(a.key, b.key));
  return { level, found };
}

/**
 * The namespace in a key; '' for objects without. A key of a namespace is that of the level `namespaces` itself.
 *
 * @example namespaceOfKey('shop/web') //=> 'shop'
 */
export function namespaceOfKey(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? '' : key.slice(0, slash);
}

/**
 * As text: the level, then a line for each entry, in order.
 *
 * @example
 * writeDigest({ level: 'objects', entries: { 'shop/web': { fingerprint: 'f1', uid: 'u1' } } })
 * //=> 'objects\nshop/web f1 u1'
 */
export function writeDigest(digest: Digest): string {
  const lines: string[] = [digest.level];
  for (const key of sortedKeys(digest.entries)) {
    const entry = digest.entries[key];
    lines.push(key + ' ' + entry.fingerprint + (entry.uid === '' ? '' : ' ' + entry.uid));
  }
  return lines.join('\n');
}

/** From text; undefined where it is none of ours. */
export function readDigest(text: string): Digest | undefined {
  const lines = text.split('\n');
  const level = LEVELS.filter((known) => known === lines[0])[0];
  if (level === undefined) return undefined;
  const entries: { [key: string]: DigestEntry } = {};
  for (let i = 1; i < lines.length; i++) {
    const parts = lines[i].split(' ');
    if (parts.length < 2 || parts.length > 3) return undefined;
    entries[parts[0]] = { fingerprint: parts[1], uid: parts.length === 3 ? parts[2] : '' };
  }
  return { level, entries };
}
