import { hasKey } from '../../text/canonical';
import { type Filter, filterHolds, tagsOf, usesNot } from './filtertext';
import type { TagSet } from './tagmodel';

/** Match expressions by the tags in them, each with what holding it means. */
export interface FilterIndex<T> {
  readonly byTag: { readonly [tag: string]: readonly number[] };
  /** Those with a "not" may hold without any of their tags. */
  readonly others: readonly number[];
  readonly filters: readonly { readonly filter: Filter; readonly value: T }[];
}

/** Indexes filters in their order; `values` are in the same. */
export function indexFilters<T>(filters: readonly Filter[], values: readonly T[]): FilterIndex<T> {
  const byTag: { [tag: string]: number[] } = {};
  const others: number[] = [];
  filters.forEach((filter, position) => {
    if (usesNot(filter)) others.push(position);
    else {
      for (const tag of tagsOf(filter)) {
        if (!hasKey(byTag, tag)) byTag[tag] = [];
        byTag[tag].push(position);
      }
    }
  });
  return { byTag, others, filters: filters.map((filter, position) => ({ filter, value: values[position] })) };
}

/** What the filters mean that hold on the tags of one address. */
export function holdingFilters<T>({ byTag, others, filters }: FilterIndex<T>, tags: TagSet): T[] {
  const candidates: { [position: number]: true } = {};
  for (const position of others) candidates[position] = true;
  for (const tag of Object.keys(tags)) {
    for (const position of hasKey(byTag, tag) ? byTag[tag] : []) candidates[position] = true;
  }
  const found: T[] = [];
  for (const position of Object.keys(candidates).map(Number)) {
    if (filterHolds(filters[position].filter, tags)) found.push(filters[position].value);
  }
  return found;
}
