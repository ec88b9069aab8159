import { hasKey, sortedKeys } from '../text/canonical';
import type { Policy, Selector, Snapshot } from '../kubernetes/types';
import type { NamespaceFinder } from './namespacefinder';

/** The values that labels have, or may get. */
export interface LabelValues {
  /** Those of a key in a namespace, sorted; `Exists` stands for all of them. */
  of(key: string, namespace: string): readonly string[];
}

/**
 * Collects the label values of the snapshot's pods and of all selectors on pods, in the namespaces where they are
 * meant. Values that only a policy or a Service names count too: pods with them may appear at any time.
 */
export function collectLabelValues(
  snapshot: Snapshot,
  policies: readonly Policy[],
  finder: NamespaceFinder,
): LabelValues {
  const found: { [key: string]: { [value: string]: (readonly string[])[] } } = {};
  const last: { [label: string]: readonly string[] } = {};

  function add(key: string, value: string, namespaces: readonly string[]): void {
    if (!hasKey(found, key)) found[key] = {};
    if (!hasKey(found[key], value)) found[key][value] = [];
    // Neighbours in the input mostly say the same.
    const label = key + '=' + value;
    if (hasKey(last, label) && last[label] === namespaces) return;
    last[label] = namespaces;
    found[key][value].push(namespaces);
  }
  function addSelector(selector: Selector, namespaces: readonly string[]): void {
    for (const term of selector) for (const value of term.values) add(term.key, value, namespaces);
  }

  const own: { [namespace: string]: readonly string[] } = {};
  function only(namespace: string): readonly string[] {
    if (!hasKey(own, namespace)) own[namespace] = [namespace];
    return own[namespace];
  }
  for (const pods of snapshot.podClasses) {
    for (const key of Object.keys(pods.labels)) add(key, pods.labels[key], only(pods.namespace));
  }
  for (const policy of policies) {
    addSelector(policy.subject, only(policy.id.namespace));
    for (const entry of policy.entries) {
      if (entry.peers.kind === 'anyone') continue;
      for (const peer of entry.peers.peers) {
        if (peer.kind !== 'pods' || peer.pods.length === 0) continue;
        const { namespaces } = peer;
        const where = namespaces.kind === 'own' ? only(policy.id.namespace) : finder.find(namespaces.selector);
        addSelector(peer.pods, where);
      }
    }
  }
  for (const { namespace, selector } of snapshot.services) {
    if (selector) for (const key of Object.keys(selector)) add(key, selector[key], only(namespace));
  }
  const byNamespace: { [key: string]: { readonly [namespace: string]: readonly string[] } } = {};
  return {
    of(key, namespace) {
      if (!hasKey(found, key)) return [];
      if (!hasKey(byNamespace, key)) byNamespace[key] = valuesByNamespace(found[key]);
      return hasKey(byNamespace[key], namespace) ? byNamespace[key][namespace] : [];
    },
  };
}

/** The values of one key in each namespace, sorted. */
function valuesByNamespace(places: { readonly [value: string]: readonly (readonly string[])[] }): {
  readonly [namespace: string]: readonly string[];
} {
  const values: { [namespace: string]: string[] } = {};
  for (const value of sortedKeys(places)) {
    for (const namespaces of places[value]) {
      for (const namespace of namespaces) {
        if (!hasKey(values, namespace)) values[namespace] = [];
        const own = values[namespace];
        if (own[own.length - 1] !== value) own.push(value);
      }
    }
  }
  return values;
}
