import { canonicalJson, hasKey } from '../../policy/text/canonical';
import { copyWithout, isObject } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import { PODS } from '../api/resources';

/** Slim pods in two parts: what the pods of one workload have in common, and what is each one's own. */

/** A pod in its parts. */
export interface PodParts {
  /** The pod without what is its own. */
  readonly shared: RawObject;
  readonly name: unknown;
  readonly uid: unknown;
  /** undefined for a pod that has no node yet. */
  readonly nodeName: unknown;
  readonly status: unknown;
}

/** Takes a slim pod apart. */
export function podParts(pod: RawObject): PodParts {
  const metadata = isObject(pod.metadata) ? pod.metadata : {};
  const spec = isObject(pod.spec) ? pod.spec : {};
  return {
    shared: {
      apiVersion: pod.apiVersion,
      kind: pod.kind,
      metadata: copyWithout(metadata, { name: true, uid: true }),
      spec: copyWithout(spec, { nodeName: true }),
    },
    name: metadata.name,
    uid: metadata.uid,
    nodeName: spec.nodeName,
    status: pod.status,
  };
}

/** Objects in less space: shared parts of pods stand once. Plain data. */
export interface PackedObjects {
  readonly shared: readonly RawObject[];
  /** Number of the shared part, name, UID, status, and the node if there is one. */
  readonly pods: readonly (readonly unknown[])[];
  readonly others: readonly RawObject[];
}

/** Packs the objects of a snapshot; `unpackObjects` gives them back in another order. */
export function packObjects(objects: readonly RawObject[]): PackedObjects {
  const numbers: { [text: string]: number } = {};
  const shared: RawObject[] = [];
  const pods: (readonly unknown[])[] = [];
  const others: RawObject[] = [];
  for (const object of objects) {
    if (object.kind !== PODS.kind) {
      others.push(object);
      continue;
    }
    const parts = podParts(object);
    // Another order of keys only means that the same stands twice.
    const text = JSON.stringify(parts.shared);
    if (!hasKey(numbers, text)) {
      numbers[text] = shared.length;
      shared.push(parts.shared);
    }
    const packed = [numbers[text], parts.name, parts.uid, parts.status];
    pods.push(parts.nodeName === undefined ? packed : packed.concat([parts.nodeName]));
  }
  return { shared, pods, others };
}

/** The objects again. */
export function unpackObjects(packed: PackedObjects): RawObject[] {
  const pods = packed.pods.map((own) => {
    const shared = packed.shared[own[0] as number];
    const spec = shared.spec as RawObject;
    return {
      ...shared,
      metadata: { ...(shared.metadata as RawObject), name: own[1], uid: own[2] },
      spec: own.length === 4 ? spec : { ...spec, nodeName: own[4] },
      status: own[3],
    };
  });
  return packed.others.concat(pods);
}

/** What is a pod's own, as one text for a hash. */
export function ownText(parts: PodParts): string {
  return [parts.name, parts.uid, parts.nodeName].map(String).join(' ') + canonicalJson(parts.status);
}
