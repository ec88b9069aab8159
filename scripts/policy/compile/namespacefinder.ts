import { hasKey } from '../text/canonical';
import { matchesSelector, selectorText } from '../kubernetes/selector';
import type { Namespace, Selector } from '../kubernetes/types';

/** Finds the namespaces that a namespaceSelector selects without looking at all of them for each peer. */
export interface NamespaceFinder {
  /** Names, in the order of the namespaces given. */
  find(selector: Selector): readonly string[];
}

/** Knows the namespaces by each of their labels; a selector that asked before is answered from memory. */
export function createNamespaceFinder(namespaces: readonly Namespace[]): NamespaceFinder {
  const byLabel = indexLabels(namespaces);
  const known: { [selector: string]: readonly string[] } = {};

  /** All that may match: those with the label of the first term that asks for a single one. */
  function candidates(selector: Selector): readonly Namespace[] {
    for (const term of selector) {
      if (term.operator !== 'In' || term.values.length !== 1) continue;
      const label = labelText(term.key, term.values[0]);
      return hasKey(byLabel, label) ? byLabel[label] : [];
    }
    return namespaces;
  }

  return {
    find(selector) {
      const text = selectorText(selector);
      if (!hasKey(known, text)) {
        known[text] = candidates(selector)
          .filter((namespace) => matchesSelector(selector, namespace.labels))
          .map(nameOf);
      }
      return known[text];
    },
  };
}

function indexLabels(namespaces: readonly Namespace[]): { readonly [label: string]: readonly Namespace[] } {
  const byLabel: { [label: string]: Namespace[] } = {};
  for (const namespace of namespaces) {
    for (const key of Object.keys(namespace.labels)) {
      const label = labelText(key, namespace.labels[key]);
      if (!hasKey(byLabel, label)) byLabel[label] = [];
      byLabel[label].push(namespace);
    }
  }
  return byLabel;
}

function labelText(key: string, value: string): string {
  return key + '=' + value;
}

function nameOf(namespace: Namespace): string {
  return namespace.name;
}
