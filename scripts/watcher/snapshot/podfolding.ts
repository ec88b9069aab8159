import { FOLDED_PODS, type FoldedPods } from '../../policy/kubernetes/foldedpods';
import { nameOf, namespaceOf } from '../../policy/kubernetes/identity';
import { copyWithout, isObject, objectsOf } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import { canonicalJson, hasKey, sortedKeys } from '../../policy/text/canonical';

/**
 * Pods are many, and those of one workload differ in name and addresses alone: they are folded while they are read, so
 * that neither this nor the automations ever hold all of them as objects.
 */

/** Folds pods one by one, and gives them together when all are there. */
export interface PodFolding {
  /** What is kept of a slim pod until then: a short text. */
  readonly rowOf: (pod: RawObject) => string;
  /** The pods of the rows, sorted by namespace and first name. */
  readonly folded: (rows: readonly string[]) => FoldedPods[];
}

/** A folding without pods. Rows of a list that was begun once again leave nothing behind. */
export function createPodFolding(): PodFolding {
  const numbers: { [text: string]: number } = {};
  const shared: RawObject[] = [];

  /** Otto reads keys in random order: texts that only differ in it have one number. */
  function numberOf(part: RawObject): number {
    const text = JSON.stringify(part);
    if (hasKey(numbers, text)) return numbers[text];
    const canonical = canonicalJson(part);
    if (!hasKey(numbers, canonical)) {
      numbers[canonical] = shared.length;
      shared.push(part);
    }
    numbers[text] = numbers[canonical];
    return numbers[text];
  }

  return {
    rowOf(pod) {
      const name = nameOf(pod);
      const start = name.lastIndexOf('-') + 1;
      const number = numberOf(sharedPart(pod, name.slice(0, start)));
      return [String(number), name.slice(start), addressesOf(pod).join(',')].join(' ');
    },
    folded(rows) {
      const byNumber: { [number: string]: string[] } = {};
      for (const row of rows) {
        const space = row.indexOf(' ');
        const number = row.slice(0, space);
        if (!hasKey(byNumber, number)) byNumber[number] = [];
        byNumber[number].push(row.slice(space + 1));
      }
      const found: { [key: string]: FoldedPods } = {};
      for (const number of Object.keys(byNumber)) {
        const folded = foldedPods(shared[Number(number)], byNumber[number].sort());
        found[namespaceOf(folded) + ' ' + String(folded.metadata.generateName) + folded.names[0]] = folded;
      }
      return sortedKeys(found).map((key) => found[key]);
    },
  };
}

/** The pod without what is its own. */
function sharedPart(pod: RawObject, generateName: string): RawObject {
  const metadata = isObject(pod.metadata) ? pod.metadata : {};
  const status = isObject(pod.status) ? pod.status : {};
  return {
    metadata: { ...copyWithout(metadata, { name: true }), generateName },
    spec: pod.spec,
    status: copyWithout(status, { podIP: true, podIPs: true, hostIP: true, hostIPs: true }),
  };
}

/** @param rows name and addresses of each, with a space between; sorted */
function foldedPods({ metadata, spec, status }: RawObject, rows: readonly string[]): FoldedPods {
  const names: string[] = [];
  const addresses: string[] = [];
  for (const row of rows) {
    const space = row.indexOf(' ');
    names.push(row.slice(0, space));
    addresses.push(row.slice(space + 1));
  }
  return {
    ...FOLDED_PODS,
    metadata: metadata as RawObject,
    spec: spec as RawObject,
    status: status as RawObject,
    names,
    addresses,
  };
}

/** What else stands there is no address, and no reader would take it for one. */
const ADDRESS = /^[0-9A-Fa-f:.]+$/;

/** Of a pod on the host network, those of its node, which are its own. */
function addressesOf(pod: RawObject): string[] {
  const status = isObject(pod.status) ? pod.status : {};
  const texts = objectsOf(status.podIPs).map(({ ip }) => ip);
  texts.push(status.podIP);
  if (isObject(pod.spec) && pod.spec.hostNetwork === true) {
    for (const { ip } of objectsOf(status.hostIPs)) texts.push(ip);
    texts.push(status.hostIP);
  }
  const addresses: string[] = [];
  for (const text of texts) {
    if (typeof text === 'string' && ADDRESS.test(text) && addresses.indexOf(text) < 0) addresses.push(text);
  }
  return addresses;
}
