import { hasKey, sortedUnique } from '../text/canonical';

/** A set of namespace names. Equal sets are the same object, so that comparing them costs nothing. */
export interface NamespaceSet {
  readonly id: number;
  /** The names in one text; unlike the id the same in every translation. */
  readonly text: string;
  /** Sorted. */
  readonly names: readonly string[];
  readonly lookup: { readonly [name: string]: true };
}

/** Makes namespace sets and remembers them; one for each translation. */
export interface NamespaceSets {
  of(names: readonly string[]): NamespaceSet;
  intersect(a: NamespaceSet, b: NamespaceSet): NamespaceSet;
  subtract(a: NamespaceSet, b: NamespaceSet): NamespaceSet;
}

/** Makes namespace sets of which equal ones are the same object, so that comparing them costs nothing. */
export function createNamespaceSets(): NamespaceSets {
  const known: { [key: string]: NamespaceSet } = {};
  let count = 0;

  function ofSorted(names: readonly string[]): NamespaceSet {
    const text = names.join('/');
    // An unreadable object may have an empty name.
    const key = String(names.length) + ' ' + text;
    if (!hasKey(known, key)) {
      const lookup: { [name: string]: true } = {};
      for (const name of names) lookup[name] = true;
      known[key] = { id: count++, text, names, lookup };
    }
    return known[key];
  }

  return {
    of(names) {
      return ofSorted(sortedUnique(names));
    },
    intersect(a, b) {
      if (a === b) return a;
      const small = a.names.length <= b.names.length ? a : b;
      const large = small === a ? b : a;
      const common = small.names.filter((name) => hasKey(large.lookup, name));
      return common.length === small.names.length ? small : ofSorted(common);
    },
    subtract(a, b) {
      if (a === b) return ofSorted([]);
      return ofSorted(a.names.filter((name) => !hasKey(b.lookup, name)));
    },
  };
}

/** Whether each namespace of `a` is in `b`. */
export function isNamespaceSubset(a: NamespaceSet, b: NamespaceSet): boolean {
  if (a === b) return true;
  if (a.names.length > b.names.length) return false;
  return a.names.every((name) => hasKey(b.lookup, name));
}
