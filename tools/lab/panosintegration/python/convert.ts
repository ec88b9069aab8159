import { CommandError } from './exceptions';
import type { Value } from './value';

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
