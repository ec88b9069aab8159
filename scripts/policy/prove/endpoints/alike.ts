import type { Family } from '../read/addresses';
import { type PodFacts, isSameKind } from '../read/pods';
import type { Rows } from './rows';

/**
 * Whom of many equal pods to judge. What differs between pods that the watcher folded is name and address: where the
 * addresses meet the same, the first is judged for all of them, and a second for the connections between them.
 */

const JUDGED = 2;

/** Goes through pods by namespace and name, and says whether enough are taken already. */
export interface AlikePods {
  /** Whether the pod differs from the one before in more than name and address. */
  isOther(pod: PodFacts): boolean;
  /** Whether enough of the pods alike at such an address are taken. */
  hasEnoughAt(family: Family, rows: Rows): boolean;
  /** The same of pods of these families at addresses to come. */
  hasEnoughToCome(families: readonly Family[]): boolean;
}

/** Before the first pod. */
export function createAlikePods(): AlikePods {
  let last: PodFacts | undefined;
  let places: { readonly family: Family; readonly rows: Rows; count: number }[] = [];
  let toCome: { [families: string]: number | undefined } = {};
  return {
    isOther(pod) {
      const isOther = last === undefined || !isSameKind(pod, last);
      last = pod;
      if (isOther) {
        places = [];
        toCome = {};
      }
      return isOther;
    },
    hasEnoughAt(family, rows) {
      for (const place of places) {
        if (place.family !== family || place.rows !== rows) continue;
        place.count++;
        return place.count > JUDGED;
      }
      places.push({ family, rows, count: 1 });
      return false;
    },
    hasEnoughToCome(families) {
      const text = families.join(' ');
      const count = (toCome[text] || 0) + 1;
      toCome[text] = count;
      return count > JUDGED;
    },
  };
}
