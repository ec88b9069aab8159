/** How long a slice may go on; asked before each request but the first. */
export interface Slice {
  goesOn(): boolean;
}

/** For whoever has no time limit. */
export const UNSLICED: Slice = { goesOn: () => true };
