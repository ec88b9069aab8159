/** A change to files of a package whose path matches `file`. */
export interface Patch {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** Those that mend mistakes; the others fit a package to the server. */
export const REPAIRS: readonly Patch[];

/**
 * The source of the file at `path` with the patches for it.
 *
 * @throws Error if a patch does not fit exactly once.
 */
export function patched(path: string, source: string, patches?: readonly Patch[]): string;
