import { CommandError } from './exceptions';
import { str } from './text';
import { isTrue, type Value } from './value';

/**
 * `argToList`: a list as it is, a JSON array, or a comma-separated text whose parts are trimmed.
 *
 * @throws CommandError for a malformed JSON array, as in older base libraries; newer ones split it at its commas
 */
export function argToList(value: Value | undefined): Value[] {
  if (value === undefined || !isTrue(value)) return [];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return [value];
  if (!value.startsWith('[') || !value.endsWith(']')) return value.split(',').map((part) => part.trim());
  try {
    return JSON.parse(value) as Value[];
  } catch {
    throw new CommandError('Expecting value: line 1 column 2 (char 1)');
  }
}

/**
 * `argToBoolean`: a boolean, or yes, no, true or false in any case.
 *
 * @throws CommandError for anything else
 */
export function argToBoolean(value: Value | undefined): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') throw new CommandError('Argument is neither a string nor a boolean');
  const word = value.toLowerCase();
  if (word === 'true' || word === 'yes') return true;
  if (word === 'false' || word === 'no') return false;
  throw new CommandError('Argument does not contain a valid boolean-like value');
}

/**
 * `arg_to_number`: whole numbers, undefined for nothing.
 *
 * @throws CommandError for what is no number
 */
export function argToNumber(value: Value | undefined): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'number' ? value : Number(typeof value === 'string' ? value.trim() : NaN);
  if (!Number.isFinite(number)) throw new CommandError(`"${str(value)}" is not a valid number`);
  return Math.trunc(number);
}

/** `html.escape`, quotes included. */
export function htmlEscape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}
