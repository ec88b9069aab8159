import type { RawObject } from './types';

/**
 * The kind of an object that stands for many pods, as the watcher folds them: a Pod without what is each one's own, and
 * that as two lists. Declared here for those who write such objects and those who read them; each reads by itself.
 */
export const FOLDED_PODS = { apiVersion: 'cnseries.panw.com/v1', kind: 'FoldedPods' } as const;

/** Pods that are alike but for their names and addresses. Plain data. */
export interface FoldedPods extends RawObject {
  readonly apiVersion: typeof FOLDED_PODS.apiVersion;
  readonly kind: typeof FOLDED_PODS.kind;
  /** As of a Pod; `generateName` is what their names begin with. */
  readonly metadata: RawObject;
  readonly spec: RawObject;
  /** As of a Pod, without addresses. */
  readonly status: RawObject;
  /** Sorted; without their beginning. */
  readonly names: readonly string[];
  /** Of the pod at the same position, with commas between; '' for none. On the host network: its node's, too. */
  readonly addresses: readonly string[];
}
