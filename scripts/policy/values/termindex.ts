import { hasKey, sortedKeys } from '../text/canonical';
import type { Requirement } from './requirements';
import type { PodsTerm, Term } from './term';

/** Terms of one namespace by a label that they ask for: of thousands of policies in a namespace, few meet a pod. */
export interface TermIndex<T> {
  /** All that may meet the term, whatever its namespaces, in the order of the list. */
  meeting(term: Term): readonly T[];
}

/** Fewer than these are not worth looking up. */
const FEW = 16;

/**
 * Indexes a list by one label of each item, the first that its term asks for.
 *
 * @param termOf the pods that the item is about
 */
export function indexTerms<T>(items: readonly T[], termOf: (item: T) => PodsTerm): TermIndex<T> {
  let index: LabelIndex | undefined;
  return {
    meeting(term) {
      if (items.length < FEW || term.kind !== 'pods' || !term.requirements.some(isPositive)) return items;
      if (index === undefined) index = indexLabels(items.map(termOf));
      const found = positions(index, term);
      return found.length === items.length ? items : found.map((position) => items[position]);
    },
  };
}

interface LabelIndex {
  /** Those that ask for no label. */
  readonly open: readonly number[];
  readonly keys: readonly string[];
  /** By key, all that are indexed by it. */
  readonly all: { readonly [key: string]: readonly number[] };
  readonly byValue: { readonly [key: string]: { readonly [value: string]: readonly number[] } };
}

function isPositive(requirement: Requirement): boolean {
  return !requirement.negated;
}

function indexLabels(terms: readonly PodsTerm[]): LabelIndex {
  const open: number[] = [];
  const all: { [key: string]: number[] } = {};
  const byValue: { [key: string]: { [value: string]: number[] } } = {};
  terms.forEach(({ requirements }, position) => {
    const first = requirements.filter(isPositive)[0] as Requirement | undefined;
    if (first === undefined) {
      open.push(position);
      return;
    }
    const { key, values } = first;
    if (!hasKey(all, key)) {
      all[key] = [];
      byValue[key] = {};
    }
    all[key].push(position);
    for (const value of values) {
      if (!hasKey(byValue[key], value)) byValue[key][value] = [];
      byValue[key][value].push(position);
    }
  });
  return { open, keys: sortedKeys(all), all, byValue };
}

function positions({ open, keys, all, byValue }: LabelIndex, term: PodsTerm): readonly number[] {
  let found: readonly number[] = open;
  for (const key of keys) {
    const asked = term.requirements.filter((requirement) => requirement.key === key && isPositive(requirement));
    if (asked.length === 0) found = found.concat(all[key]);
    else {
      for (const value of asked[0].values) {
        if (hasKey(byValue[key], value)) found = found.concat(byValue[key][value]);
      }
    }
  }
  const sorted = found.slice().sort((a, b) => a - b);
  return sorted.filter((position, index) => index === 0 || position !== sorted[index - 1]);
}
