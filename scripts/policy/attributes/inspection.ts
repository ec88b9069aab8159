import { sortedKeys } from '../text/canonical';
import type { ProfileKind } from '../panos/entry';
import type { EntryInspection } from './types';

/** How the levels of one policy decide which profiles inspect (docs/attributes.md, "Scopes"). */

/** Single profiles by kind; the value `none` takes an inherited one away. */
export type Profiles = { readonly [kind in ProfileKind]?: string };

/** Which profiles inspect, from all levels together. */
export interface DecidedInspection {
  readonly inspection: EntryInspection | undefined;
  /** The profile group of a less specific level that single profiles replaced; undefined where there is none. */
  readonly replacedGroup: string | undefined;
}

/**
 * The most specific level that names profiles decides the kind. Single profiles add up, down to the next level that
 * names a group.
 *
 * @param levels the most specific first; undefined where a level names no profiles
 */
export function decideInspection(levels: readonly (EntryInspection | undefined)[]): DecidedInspection {
  let profiles: Profiles | undefined;
  for (const said of levels) {
    if (said === undefined) continue;
    if (said.type === 'profiles') {
      profiles = profiles ? overlaid(said.profiles, profiles) : said.profiles;
    } else {
      if (!profiles) return { inspection: said, replacedGroup: undefined };
      return { inspection: { type: 'profiles', profiles }, replacedGroup: said.group };
    }
  }
  return { inspection: profiles && { type: 'profiles', profiles }, replacedGroup: undefined };
}

/** `above` over `below`, kind by kind. */
export function overlaid(below: Profiles, above: Profiles): Profiles {
  const all: { [kind in ProfileKind]?: string } = {};
  for (const kind of kindsOf(below)) all[kind] = below[kind];
  for (const kind of kindsOf(above)) all[kind] = above[kind];
  return all;
}

/** The kinds that are named, sorted. */
export function kindsOf(profiles: Profiles): ProfileKind[] {
  return sortedKeys(profiles) as ProfileKind[];
}
