import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import { describeValue, isObject, shown } from '../kubernetes/read';
import { didYouMean, inWords } from '../text/words';
import type { Schema, SchemaType } from './schema';

/**
 * What is wrong with a document by its schema, in words for its author. An own small walker: the validator that ajv
 * generates for these schemas has 60 KB in every shipped script, ten times as much, and cannot say what was meant. The
 * tests hold the two against each other.
 */

/** `path` is written as in `clusters.prod.zones.from[0]`; `reason` is a sentence. */
export interface Violation {
  readonly path: string;
  readonly reason: string;
}

/** All violations of a value, in the order of its sorted keys; none where the schema accepts it. */
export function schemaViolations(schema: Schema, value: unknown, path: string): Violation[] {
  if (!hasType(schema, value)) return [{ path, reason: wrongType(schema, value) }];
  if (Array.isArray(value)) return listViolations(schema, value, path);
  if (isObject(value)) return objectViolations(schema, value, path);
  const reason = scalarViolation(schema, value);
  return reason === undefined ? [] : [{ path, reason }];
}

/**
 * The path of a member.
 *
 * @example memberPath('clusters', 'prod') //=> 'clusters.prod'
 * @example memberPath('clusters', 'a.b') //=> 'clusters["a.b"]'
 */
export function memberPath(path: string, key: string): string {
  if (/^[0-9A-Za-z_-]+$/.test(key)) return path === '' ? key : path + '.' + key;
  return path + '[' + canonicalJson(shown(key)) + ']';
}

/** The path of an element of a list: `podCIDRs[0]`. */
export function elementPath(path: string, index: number): string {
  return path + '[' + String(index) + ']';
}

function typesOf(schema: Schema): readonly SchemaType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

function hasType(schema: Schema, value: unknown): boolean {
  const types = typesOf(schema);
  return types.length === 0 || types.some((type) => isOfType(type, value));
}

function isOfType(type: SchemaType, value: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && isFinite(value) && Math.floor(value) === value;
  return type === 'number' ? typeof value === 'number' && isFinite(value) : typeof value === type;
}

const TYPE_WORDS: { readonly [type in SchemaType]: string } = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

function wrongType(schema: Schema, value: unknown): string {
  const found = describeValue(value);
  return 'Expected ' + expectation(schema) + '; found ' + found + '.' + typeHint(schema, value);
}

function typeHint(schema: Schema, value: unknown): string {
  if (value === null) return ' Leave out the key for its default.';
  const wantsText = typesOf(schema).indexOf('string') >= 0;
  return wantsText && (typeof value === 'number' || typeof value === 'boolean') ? ' Put it in quotes.' : '';
}

/** What the schema accepts, in words. */
function expectation(schema: Schema): string {
  if (schema.enum) return inWords(schema.enum, 'or');
  if (schema.expected !== undefined) return schema.expected;
  return typesOf(schema)
    .map((type) => TYPE_WORDS[type])
    .join(' or ');
}

function scalarViolation(schema: Schema, value: unknown): string | undefined {
  if (typeof value === 'string') return textViolation(schema, value);
  if (typeof value !== 'number') return undefined;
  const fits =
    !(schema.minimum !== undefined && value < schema.minimum) &&
    !(schema.maximum !== undefined && value > schema.maximum);
  return fits ? undefined : 'Expected ' + expectation(schema) + '; found ' + describeValue(value) + '.';
}

function textViolation(schema: Schema, value: string): string | undefined {
  const isListed = !schema.enum || schema.enum.indexOf(value) >= 0;
  const isShort = schema.maxLength === undefined || value.length <= schema.maxLength;
  if (isListed && isShort && (!schema.pattern || schema.pattern.test(value))) return undefined;
  const hint = schema.enum ? didYouMean(value, schema.enum) : '';
  return 'Expected ' + expectation(schema) + '; found ' + describeValue(value) + '.' + hint;
}

function listViolations(schema: Schema, list: readonly unknown[], path: string): Violation[] {
  if (schema.minItems !== undefined && list.length < schema.minItems) {
    return [{ path, reason: 'The list is empty; name at least one, or leave out the key.' }];
  }
  let violations: Violation[] = [];
  for (let i = 0; i < list.length; i++) {
    if (schema.items) violations = violations.concat(schemaViolations(schema.items, list[i], elementPath(path, i)));
  }
  return violations;
}

function objectViolations(schema: Schema, object: { readonly [key: string]: unknown }, path: string): Violation[] {
  const keys = sortedKeys(object);
  if (schema.minProperties !== undefined && keys.length < schema.minProperties) {
    return [{ path, reason: 'It is empty; it needs at least one member.' }];
  }
  let violations = missingKeys(schema, object, path);
  for (const key of keys) violations = violations.concat(memberViolations(schema, key, object[key], path));
  return violations;
}

function missingKeys(schema: Schema, object: { readonly [key: string]: unknown }, path: string): Violation[] {
  const violations: Violation[] = [];
  for (const key of schema.required || []) {
    if (!hasKey(object, key)) violations.push({ path: memberPath(path, key), reason: 'The key is required.' });
  }
  return violations;
}

/** Violations of one member of the object at `objectPath`: its key, and its value. */
export function memberViolations(schema: Schema, key: string, value: unknown, objectPath: string): Violation[] {
  const path = memberPath(objectPath, key);
  const known = schema.properties || {};
  if (hasKey(known, key)) return schemaViolations(known[key], value, path);
  const others = schema.additionalProperties;
  if (others === false) return [{ path, reason: unknownKey(key, sortedKeys(known)) }];
  const names = schema.propertyNames;
  const nameViolation = names && textViolation(names, key);
  const violations = nameViolation === undefined ? [] : [{ path, reason: nameViolation }];
  return others ? violations.concat(schemaViolations(others, value, path)) : violations;
}

/** Violations of the members of a document beside `key`. */
export function violationsBeside(
  schema: Schema,
  document: { readonly [key: string]: unknown },
  key: string,
): Violation[] {
  let violations: Violation[] = [];
  for (const other of sortedKeys(document)) {
    if (other !== key) violations = violations.concat(memberViolations(schema, other, document[other], ''));
  }
  return violations;
}

function unknownKey(key: string, known: readonly string[]): string {
  return 'There is no such key.' + (didYouMean(key, known) || ' Known are ' + known.join(', ') + '.');
}
