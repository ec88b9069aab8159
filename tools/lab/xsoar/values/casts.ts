import { CommandFailure } from '../errors';
import { isList, isObject, type Json } from '../json';

/** Casts of filters and transformers; "the task fails if casting fails" (administrator's guide, "Filter Operators"). */

/**
 * The value as a text; null is ''.
 *
 * @throws CommandFailure for lists and objects
 */
export function castText(operator: string, value: Json): string {
  if (value === null) return '';
  if (isObject(value) || isList(value)) throw impossible(operator, value, 'a text');
  return String(value);
}

/**
 * The value as a number; texts of numbers are taken.
 *
 * @throws CommandFailure for anything else, '' too
 */
export function castNumber(operator: string, value: Json): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw impossible(operator, value, 'a number');
  return number;
}

/**
 * Milliseconds since the epoch of a date that JavaScript can parse.
 *
 * @throws CommandFailure for anything else
 */
export function castDate(operator: string, value: Json): number {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw impossible(operator, value, 'a date');
  return time;
}

function impossible(operator: string, value: Json, wanted: string): CommandFailure {
  return new CommandFailure(`${operator}: ${JSON.stringify(value)} cannot be used as ${wanted}`);
}
