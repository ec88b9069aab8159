import type { Slice } from '../panorama/api/slice';

/** Milliseconds that a script may work before it hands over; the server stops scripts after some minutes. */
export const SLICE_MILLISECONDS = 45000;

/** A slice of a script's time. */
export interface ScriptSlice extends Slice {
  /** Whether less than half of it is over: what cannot be interrupted is begun then only. */
  isFresh(): boolean;
}

/** A slice that ends so many milliseconds after `start` (as `Date.now` gives it). */
export function sliceFrom(start: number, milliseconds: number): ScriptSlice {
  return {
    goesOn() {
      return Date.now() - start < milliseconds;
    },
    isFresh() {
      return Date.now() - start < milliseconds / 2;
    },
  };
}
