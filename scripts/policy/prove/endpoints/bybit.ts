import type { EndpointClass } from './classes';
import type { Row } from './rows';

/** Positions of classes in ascending order, by what they meet at one end. */
export interface ByBit {
  readonly [bit: number]: readonly number[] | undefined;
}

/** Which of the classes at these positions have each bit in their row. */
export function positionsByBit(
  classes: readonly EndpointClass[],
  positions: readonly number[],
  rowOf: (one: EndpointClass) => Row,
): ByBit {
  const found: { [bit: number]: number[] | undefined } = {};
  for (const position of positions) {
    for (const bit of rowOf(classes[position])) {
      const known = found[bit];
      if (known === undefined) found[bit] = [position];
      else known.push(position);
    }
  }
  return found;
}
