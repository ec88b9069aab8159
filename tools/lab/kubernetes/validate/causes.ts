import type { Cause } from '../api/status';
import type { Json } from '../values/json';

/** A wrong value: `Invalid value: "x": why`. */
export const invalidValue = (field: string, value: Json | undefined, why: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${goText(value)}: ${why}`,
  field,
});

/** A value that must be there: `Required value: why`. */
export const required = (field: string, why = ''): Cause => ({
  reason: 'FieldValueRequired',
  message: why === '' ? 'Required value' : `Required value: ${why}`,
  field,
});

/** A value that must not be there: `Forbidden: why`. */
export const forbiddenField = (field: string, why: string): Cause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
});

/** A value outside a fixed set: `Unsupported value: "x": supported values: …`. */
export const notSupported = (field: string, value: Json | undefined, supported: readonly string[]): Cause => ({
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${goText(value)}: supported values: ${supported.map((text) => JSON.stringify(text)).join(', ')}`,
  field,
});

/** A value that occurs twice. */
export const duplicate = (field: string, value: Json | undefined): Cause => ({
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${goText(value)}`,
  field,
});

/** A value beyond its limit; the value itself is not repeated. */
export const tooLong = (field: string, limit: number): Cause => ({
  reason: 'FieldValueTooLong',
  message: `Too long: may not be more than ${limit} bytes`,
  field,
});

/** As Go prints it: texts in quotes. Objects stand as JSON here (the real server prints its own structures). */
const goText = (value: Json | undefined): string => JSON.stringify(value ?? null);
