import type { Slice } from '../panorama/apply/types';

/** Milliseconds that a script may work before it hands over; the server stops scripts after some minutes. */
export const SLICE_MILLISECONDS = 45000;

/** A slice that ends so many milliseconds after `start` (as `Date.now` gives it). */
export function sliceFrom(start: number, milliseconds: number): Slice {
  return {
    goesOn() {
      return Date.now() - start < milliseconds;
    },
  };
}
