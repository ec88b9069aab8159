import { canonicalJson, hasKey, sortedKeys, stableSort, compareText } from '../text/canonical';
import { metadataField, nameOf, namespaceOf, objectPath } from './identity';
import { isFirewallAnnotated } from './namespaces';
import { report, type Reader } from './read';
import type { RawObject } from './types';

/**
 * Each object once, although the input may hold it several times (a dump beside manifests). Objects without a name
 * (`generateName`) are all different. Where copies contradict each other, that is reported; the first in canonical
 * order is used.
 */
export function withoutDuplicates(reader: Reader, objects: readonly RawObject[]): RawObject[] {
  const groups: { [id: string]: RawObject[] } = {};
  const found: RawObject[] = [];
  for (const object of objects) {
    if (nameOf(object) === '') {
      found.push(object);
      continue;
    }
    const id = String(object.kind) + '/' + namespaceOf(object) + '/' + nameOf(object);
    if (!hasKey(groups, id)) groups[id] = [];
    groups[id].push(object);
  }
  for (const id of sortedKeys(groups)) {
    const group = groups[id];
    found.push(group.length === 1 ? group[0] : firstOf(reader, group));
  }
  return found;
}

function firstOf(reader: Reader, group: readonly RawObject[]): RawObject {
  const sorted = stableSort(group, (a, b) => compareText(canonicalJson(a), canonicalJson(b)));
  const first = contentOf(sorted[0]);
  const differs = sorted.some((object) => contentOf(object) !== first);
  if (differs) report(reader, 'object-duplicate', {}, objectPath(sorted[0], ''));
  return sorted[0];
}

/** What can matter of an object; status comes and goes. */
function contentOf(object: RawObject): string {
  return canonicalJson([
    metadataField(object, 'labels') || {},
    isFirewallAnnotated(object),
    object.spec,
    object.endpoints,
    object.subsets,
  ]);
}
