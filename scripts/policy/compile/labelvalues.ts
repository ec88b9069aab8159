import { hasKey, sortedUnique } from '../text/canonical';
import type { Policy, Selector, Snapshot } from '../kubernetes/types';

/** The values of each label key that pods have, or that policies and Services name; `Exists` stands for all of them. */
export interface LabelValues {
  readonly [key: string]: readonly string[];
}

/**
 * Collects the label values of the snapshot's pods and of all selectors on pods. Values that only a policy or a Service
 * names count too: pods with them may appear at any time.
 */
export function collectLabelValues(snapshot: Snapshot, policies: readonly Policy[]): LabelValues {
  const found: { [key: string]: { [value: string]: true } } = {};

  function add(key: string, value: string): void {
    if (!hasKey(found, key)) found[key] = {};
    found[key][value] = true;
  }
  function addSelector(selector: Selector): void {
    for (const term of selector) for (const value of term.values) add(term.key, value);
  }

  for (const pods of snapshot.podClasses) for (const key of Object.keys(pods.labels)) add(key, pods.labels[key]);
  for (const policy of policies) {
    addSelector(policy.subject);
    for (const entry of policy.entries) {
      if (entry.peers.kind === 'anyone') continue;
      for (const peer of entry.peers.peers) if (peer.kind === 'pods') addSelector(peer.pods);
    }
  }
  for (const service of snapshot.services) {
    if (service.selector) for (const key of Object.keys(service.selector)) add(key, service.selector[key]);
  }

  const values: { [key: string]: string[] } = {};
  for (const key of Object.keys(found)) values[key] = sortedUnique(Object.keys(found[key]));
  return values;
}
