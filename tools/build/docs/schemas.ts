import { PROFILE_DEFAULTS } from '../../../scripts/policy/profile/defaults';
import { PROFILE_SCHEMA, SERVICES_SCHEMA, type Schema } from '../../../scripts/policy/profile/schema';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A JSON Schema as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schemas of the settings documents, for editors and CI: path in the repository to text. The same sources give
 * the same bytes.
 */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(jsonSchemas()).map(([name, schema]) => [
      `docs/${name}.schema.json`,
      JSON.stringify(schema, undefined, 2) + '\n',
    ]),
  );
}

/** The schemas by the names of their files. */
export function jsonSchemas(): Readonly<Record<'cluster-profile' | 'security-services', JsonSchema>> {
  return {
    'cluster-profile': { $schema: DRAFT, ...jsonSchema(PROFILE_SCHEMA, { clusters: { '*': PROFILE_DEFAULTS } }) },
    'security-services': { $schema: DRAFT, ...jsonSchema(SERVICES_SCHEMA, undefined) },
  };
}

/** @param defaults the default of this place and of all below it; `*` stands for every further key */
function jsonSchema(schema: Schema, defaults: unknown): JsonSchema {
  const { expected, pattern, items, properties, propertyNames, additionalProperties, ...rest } = schema;
  const description = [rest.description, expected && `Expected: ${expected}.`].filter(Boolean).join(' ');
  return {
    ...rest,
    ...(description !== '' && { description }),
    ...(pattern && { pattern: pattern.source }),
    ...(isDefault(defaults) && { default: defaults }),
    ...(items && { items: jsonSchema(items, undefined) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, member]) => [key, jsonSchema(member, memberOf(defaults, key))]),
      ),
    }),
    ...(propertyNames && { propertyNames: jsonSchema(propertyNames, undefined) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: additionalProperties && jsonSchema(additionalProperties, memberOf(defaults, '*')),
    }),
  };
}

function memberOf(defaults: unknown, key: string): unknown {
  return typeof defaults === 'object' && defaults !== null ? (defaults as Record<string, unknown>)[key] : undefined;
}

/** Objects have defaults member by member, and a text without default is simply not there. */
function isDefault(value: unknown): boolean {
  return value !== undefined && value !== '' && (typeof value !== 'object' || Array.isArray(value));
}
