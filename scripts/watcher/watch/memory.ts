import { hasKey } from '../../policy/text/canonical';
import type { StringMap } from '../../policy/kubernetes/types';
import { sha256 } from '../../policy/text/sha256';
import { emptyDigest, readDigest, writeDigest, type Digest } from './digest';

/**
 * What one fetch leaves for the next ("last run"). Its values are texts (Cortex XSOAR documentation, "Fetching
 * Incidents") of bounded length.
 */
export interface Memory {
  /** Which cluster it is of; another one behind the same URL is begun anew. */
  readonly clusterUID: string;
  /** The name that incidents carry. */
  readonly cluster: string;
  /** When everything was last listed, in milliseconds since 1970. */
  readonly checkedAt: number;
  /** Fingerprint of the label keys and users of named ports that pods were folded by. */
  readonly podKeys: string;
  /** By resource: from where to watch on. */
  readonly versions: StringMap;
  /** By resource, and `pods` and `endpoints`. */
  readonly digests: { readonly [name: string]: Digest };
}

/** Changes with the form of what is remembered; an older form is begun anew. */
const FORM = '1';
const VERSION = 'version.';
const DIGEST = 'digest.';

/** As the texts that the server keeps. */
export function writeMemory(memory: Memory): StringMap {
  const texts: { [key: string]: string } = {
    form: FORM,
    clusterUID: memory.clusterUID,
    cluster: memory.cluster,
    checkedAt: String(memory.checkedAt),
    podKeys: memory.podKeys,
  };
  for (const name of Object.keys(memory.versions)) texts[VERSION + name] = memory.versions[name];
  for (const name of Object.keys(memory.digests)) texts[DIGEST + name] = writeDigest(memory.digests[name]);
  return texts;
}

/** From the texts that the server kept; undefined where there is nothing, or nothing that can be read. */
export function readMemory(texts: StringMap): Memory | undefined {
  const checkedAt = Number(texts.checkedAt);
  if (texts.form !== FORM || !texts.clusterUID || !texts.cluster || !isFinite(checkedAt)) return undefined;
  const versions: { [name: string]: string } = {};
  const digests: { [name: string]: Digest } = {};
  for (const key of Object.keys(texts)) {
    if (key.slice(0, VERSION.length) === VERSION) versions[key.slice(VERSION.length)] = texts[key];
    if (key.slice(0, DIGEST.length) !== DIGEST) continue;
    const digest = readDigest(texts[key]);
    if (!digest) return undefined;
    digests[key.slice(DIGEST.length)] = digest;
  }
  return {
    clusterUID: texts.clusterUID,
    cluster: texts.cluster,
    checkedAt,
    podKeys: texts.podKeys || '',
    versions,
    digests,
  };
}

/** The digest of a name; the empty one where there is none. */
export function digestOf(memory: Memory, name: string): Digest {
  return hasKey(memory.digests, name) ? memory.digests[name] : emptyDigest();
}

/** One hash of all that is remembered of the cluster's objects: the same objects, the same hash. */
export function memoryHash(memory: Memory): string {
  const names = Object.keys(memory.digests).sort();
  const texts = names.map((name) => name + '\n' + writeDigest(memory.digests[name]));
  return sha256(texts.join('\n\n'));
}
