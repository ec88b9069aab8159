import { CommandError } from './exceptions';
import { repr } from './text';
import { isDictionary, isTrue, type Value } from './value';

/*
 * Look-ups with Python's errors. Answers of unexpected shape are reported by the integration as the bare text of such
 * an error (`'entry'`), so the shape of the access decides what the user sees.
 */

const typeName = (value: Value): string => {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  return { string: 'str', number: 'int', boolean: 'bool', object: 'dict' }[
    typeof value as 'string' | 'number' | 'boolean' | 'object'
  ];
};

/**
 * `value[key]`.
 *
 * @throws CommandError with Python 3.11's text of the KeyError or TypeError
 */
export function item(value: Value, key: string): Value {
  if (isDictionary(value)) {
    if (!Object.hasOwn(value, key)) throw new CommandError(repr(key));
    return value[key];
  }
  if (typeof value === 'string') throw new CommandError("string indices must be integers, not 'str'");
  if (Array.isArray(value)) throw new CommandError('list indices must be integers or slices, not str');
  throw new CommandError(`'${typeName(value)}' object is not subscriptable`);
}

/** `value[key1][key2]…`. */
export const itemAt = (value: Value, ...keys: readonly string[]): Value => keys.reduce(item, value);

/**
 * `value.get(key, absent)`.
 *
 * @throws CommandError with Python's text of the AttributeError for anything but a dictionary
 */
export function get(value: Value, key: string, absent: Value = null): Value {
  if (!isDictionary(value)) throw new CommandError(`'${typeName(value)}' object has no attribute 'get'`);
  return Object.hasOwn(value, key) ? value[key] : absent;
}

/** `value.get(key1, {}).get(key2, {})…`, the last one with `absent`. */
export function getAt(value: Value, keys: readonly string[], absent: Value): Value {
  return keys.reduce((inner, key, index) => get(inner, key, index < keys.length - 1 ? {} : absent), value);
}

/**
 * `key in value`: a key of a dictionary, a part of a text, a member of a list.
 *
 * @throws CommandError with Python's text of the TypeError for anything else
 */
export function contains(value: Value, key: string): boolean {
  if (isDictionary(value)) return Object.hasOwn(value, key);
  if (typeof value === 'string' || Array.isArray(value)) return value.includes(key);
  throw new CommandError(`argument of type '${typeName(value)}' is not iterable`);
}

/**
 * `value.lower()`.
 *
 * @throws CommandError with Python's text of the AttributeError for anything but a text
 */
export function lower(value: Value): string {
  if (typeof value !== 'string') throw new CommandError(`'${typeName(value)}' object has no attribute 'lower'`);
  return value.toLowerCase();
}

/**
 * The right operand of `'text' + value`.
 *
 * @throws CommandError with Python's text of the TypeError for anything but a text
 */
export function concatenable(value: Value): string {
  if (typeof value !== 'string') throw new CommandError(`can only concatenate str (not "${typeName(value)}") to str`);
  return value;
}

/** `value or absent`. */
export const or = (value: Value, absent: Value): Value => (isTrue(value) ? value : absent);
