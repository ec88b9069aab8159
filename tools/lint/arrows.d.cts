import type { Linter } from 'eslint';

/** Each folder with an arrow, and what it may import. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>>;
export const ROOMS: Readonly<Record<string, readonly string[]>>;

/** ESLint configurations that hold the arrows for the repository (or a model of it) at `root`. */
export function arrows(root: string): Linter.Config[];
