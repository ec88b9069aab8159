import { hasKey } from '../../text/canonical';
import type { Address, Block, Family } from '../read/addresses';

/** Finds for an address what is the same for all addresses that lie in the same blocks, without looking at each block. */
export interface PlaceIndex<Found> {
  /** @param make works it out for the first address that lies in these blocks and in no others */
  at(address: Address, make: () => Found): Found;
}

/** An index of the places that the blocks tell apart. */
export function createPlaceIndex<Found>(blocks: readonly Block[]): PlaceIndex<Found> {
  const known: { [place: string]: Found } = {};
  const ends = { IPv4: endsOf(blocks, 'IPv4'), IPv6: endsOf(blocks, 'IPv6') };
  return {
    at({ family, digits }, make) {
      const { firsts, lasts } = ends[family];
      // Between two addresses for which both counts are equal, no block begins or ends.
      const begun = countBelow(firsts, digits, true);
      const ended = countBelow(lasts, digits, false);
      const place = family + ' ' + String(begun) + ' ' + String(ended);
      if (!hasKey(known, place)) known[place] = make();
      return known[place];
    },
  };
}

/** Counts the blocks that hold an address, without looking at each. */
export function blockCounter(blocks: readonly Block[]): (address: Address) => number {
  const ends = { IPv4: endsOf(blocks, 'IPv4'), IPv6: endsOf(blocks, 'IPv6') };
  return ({ family, digits }) => {
    const { firsts, lasts } = ends[family];
    return countBelow(firsts, digits, true) - countBelow(lasts, digits, false);
  };
}

interface Ends {
  readonly firsts: readonly string[];
  readonly lasts: readonly string[];
}

function endsOf(blocks: readonly Block[], family: Family): Ends {
  const own = blocks.filter((block) => block.family === family);
  return { firsts: own.map(({ from }) => from).sort(), lasts: own.map(({ to }) => to).sort() };
}

/** How many of the sorted texts are below the text, or equal to it where those count. */
function countBelow(sorted: readonly string[], text: string, countsEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text || (countsEqual && sorted[middle] === text)) low = middle + 1;
    else high = middle;
  }
  return low;
}
