import { oneLine } from '../policy/text/printable';

/** Marks errors whose message is meant for the person in the war room. */
const USER_ERROR = 'CNSeriesError';

/**
 * An error to throw for whatever a person can put right: what is wrong, and what to do. It is a plain Error with
 * another name, since `instanceof` fails on subclasses in ES5.
 */
export function userError(message: string): Error {
  const error = new Error(message);
  error.name = USER_ERROR;
  return error;
}

/** The text to show for anything that was thrown, as one line of plain text. */
export function errorMessage(thrown: unknown): string {
  if (thrown instanceof Error && thrown.name === USER_ERROR) return oneLine(thrown.message);
  return oneLine('Internal error, please report it: ' + String(thrown));
}
