import { familyOfText } from '../cidrtext';
import { metadataField } from '../identity';
import { isObject, type Reader } from '../read';
import type { RawObject } from '../types';
import { hasKey, sortedUnique } from '../../text/canonical';
import { canonicalAddresses, readPod, type PodFacts } from './pods';

/** Pods that the watcher has folded (`FoldedPods`): what they have in common is read once. */

/** The facts of each of the pods; what is wrong with their labels is told of the first. */
export function readFoldedPods(reader: Reader, folded: RawObject): PodFacts[] {
  const start = metadataField(folded, 'generateName');
  const names = textsOf(folded.names).map((name) => (typeof start === 'string' ? start : '') + name);
  if (names.length === 0) return [];
  const addresses = textsOf(folded.addresses);
  const first = readPod(reader, { ...folded, kind: 'Pod', metadata: { ...metadataOf(folded), name: names[0] } });
  const known: { [text: string]: PodFacts['families'] } = {};
  return names.map((name, index) => {
    const own = canonicalAddresses(index < addresses.length ? addresses[index].split(',') : []);
    const families = sortedUnique(own.map(familyOfText)) as PodFacts['families'];
    // One list for all that have the same: lists take much memory in the engine of a server.
    const text = families.join(' ');
    if (!hasKey(known, text)) known[text] = families;
    return { ...first, name, addresses: own, families: known[text] };
  });
}

function metadataOf(object: RawObject): RawObject {
  return isObject(object.metadata) ? object.metadata : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
