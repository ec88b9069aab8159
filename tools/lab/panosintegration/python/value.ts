/** What a Python variable of the integration can hold: JSON. */
export type Value = string | number | boolean | null | Value[] | Dictionary;

/** A Python dictionary; its keys keep the order in which they were added. */
export interface Dictionary {
  [key: string]: Value;
}

/** Whether a value is a dictionary (`isinstance(value, dict)`). */
export const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Python's truth: None, '', 0, False, empty lists and empty dictionaries are false. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.keys(value).length > 0 : Boolean(value);
}
