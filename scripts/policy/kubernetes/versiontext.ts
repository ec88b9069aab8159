import { PREFIX } from '../attributes/keys';
import { canonicalJson, shortHash, sortedKeys } from '../text/canonical';
import { metadataField } from './identity';
import { readPolicy } from './policy';
import { isObject } from './read';
import type { RawObject } from './types';

/**
 * A short hash of what an author says in a policy: its spec, as it is read, and its attributes. Equal for versions that
 * differ in nothing else: another UID, a label of the author's own, a default that is written out.
 */
export function versionHash(raw: RawObject): string {
  const { policy } = readPolicy(raw);
  const spec = policy ? [policy.subject, policy.isolates, policy.entries] : raw.spec === undefined ? '' : raw.spec;
  return shortHash(canonicalJson([spec, attributesIn(raw, 'annotations'), attributesIn(raw, 'labels')]));
}

function attributesIn(raw: RawObject, field: 'annotations' | 'labels'): [string, unknown][] {
  const texts = metadataField(raw, field);
  if (!isObject(texts)) return [];
  return sortedKeys(texts)
    .filter((key) => key.slice(0, PREFIX.length).toLowerCase() === PREFIX)
    .map((key) => [key, texts[key]]);
}
