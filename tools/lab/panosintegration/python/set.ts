import { CommandError } from './exceptions';
import { str } from './text';
import type { Value } from './value';

/**
 * The members of `set(values)` in an order that is not the given one: a Python set of texts has another order in every
 * process. The order here is scrambled, but the same in every run.
 *
 * @throws CommandError with Python's text for lists and dictionaries, which have no hash
 */
export function setOf(values: readonly Value[]): Value[] {
  if (values.some((value) => typeof value === 'object' && value !== null)) {
    throw new CommandError(`unhashable type: '${values.some(Array.isArray) ? 'list' : 'dict'}'`);
  }
  return [...new Set(values)].sort((a, b) => scramble(str(a)) - scramble(str(b)) || (str(a) < str(b) ? -1 : 1));
}

/** FNV-1a. */
function scramble(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
