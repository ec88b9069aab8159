import { CommandError } from '../python/exceptions';
import type { Value } from '../python/value';

const DEFAULT_SIZE = 50;

/**
 * `do_pagination`: a page where one is asked for, the first `limit` otherwise.
 *
 * @param number from 1
 * @throws CommandError for a page before the first
 */
export function page(
  entries: readonly Value[],
  number: number | undefined,
  size: number | undefined,
  limit: number | undefined,
): Value[] {
  if (number === undefined) return entries.slice(0, limit !== undefined && limit !== 0 ? limit : DEFAULT_SIZE);
  if (number <= 0) throw new CommandError(`page ${number} must be a positive number`);
  const length = size !== undefined && size !== 0 ? size : DEFAULT_SIZE;
  return entries.slice((number - 1) * length, length * number);
}
