/** Thrown where a document cannot be read; a plain Error with another name, since subclasses of it fail in ES5. */
export interface Unreadable extends Error {
  /** From 0, in the document. */
  readonly line: number;
  /** From 0; undefined: the line says enough. */
  readonly column: number | undefined;
}

const NAME = 'Unreadable';

/** What to throw where a document cannot be read. Lines and columns count from 0. */
export function unreadable(reason: string, line: number, column?: number): Unreadable {
  const error = new Error(reason) as Error & { line: number; column: number | undefined };
  error.name = NAME;
  error.line = line;
  error.column = column;
  return error;
}

/** False for a mistake of the program. */
export function isUnreadable(thrown: unknown): thrown is Unreadable {
  return thrown instanceof Error && thrown.name === NAME;
}

/** Why an object cannot be read: kubectl takes the last value of such a key, and other readers may take another one. */
export function twiceReason(key: string): string {
  return 'the key "' + key + '" stands twice in the same object';
}
