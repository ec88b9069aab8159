import { type Row, type RowScheme, joinedRow } from './rows';

/** What connections meet: the rules and entries that both ends have, and those that are about everybody. */

/** What two rows have in common, without what every address meets. */
export function sharedBits(source: Row, destination: Row): Row {
  const shared: number[] = [];
  let i = 0;
  let j = 0;
  while (i < source.length && j < destination.length) {
    if (source[i] === destination[j]) shared.push(source[i]);
    if (source[i] <= destination[j]) i++;
    else j++;
  }
  return shared;
}

/** All that a connection meets, in ascending order. */
export function commonBits({ always }: RowScheme, source: Row, destination: Row): Row {
  const met: number[] = [];
  let i = 0;
  let j = 0;
  while (i < source.length || j < destination.length) {
    const ofSource = i < source.length ? source[i] : Infinity;
    const ofDestination = j < destination.length ? destination[j] : Infinity;
    if (ofSource < ofDestination) {
      if (always.destination[ofSource]) met.push(ofSource);
      i++;
    } else if (ofDestination < ofSource) {
      if (always.source[ofDestination]) met.push(ofDestination);
      j++;
    } else {
      met.push(ofSource);
      i++;
      j++;
    }
  }
  return joinedRow(always.both, met);
}

/**
 * All that a source meets with each of several destinations, in ascending order: what `commonBits` gives for each,
 * looked up by the bits of the source, of which most are in none of them.
 */
export function commonBitsOf({ always }: RowScheme, destinations: readonly Row[]): (source: Row) => Row[] {
  const withBit: { [bit: number]: number[] | undefined } = {};
  destinations.forEach((row, position) => {
    for (const bit of row) {
      const known = withBit[bit];
      if (known === undefined) withBit[bit] = [position];
      else known.push(position);
    }
  });
  const everywhere = destinations.map((_row, position) => position);
  const given = destinations.map((row) =>
    joinedRow(
      always.both,
      row.filter((bit) => always.source[bit] === true),
    ),
  );
  return function (source) {
    const found: number[][] = given.map(() => []);
    for (const bit of source) {
      const meeting = always.destination[bit] === true ? everywhere : withBit[bit];
      if (meeting !== undefined) for (const position of meeting) found[position].push(bit);
    }
    return found.map((bits, position) => joinedRow(given[position], bits));
  };
}
