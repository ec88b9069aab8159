import Ajv from 'ajv';
import { fc } from '../../support/seed';
import { memberPath, schemaViolations } from '../../../scripts/policy/profile/violations';
import { PROFILE_SCHEMA, SERVICES_SCHEMA, type Schema } from '../../../scripts/policy/profile/schema';
import { jsonSchemas } from '../../../tools/build/docs/schemas';
import { FULL_PROFILE, FULL_SERVICES } from './documents';

const SHOP: Schema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: /^[a-z]+$/, maxLength: 5, expected: 'a short name' },
    open: { type: 'boolean' },
    size: { type: 'integer', minimum: 1, maximum: 9, expected: 'a whole number from 1 to 9' },
    kind: { type: 'string', enum: ['market', 'kiosk'] },
    goods: { type: 'array', minItems: 1, items: { type: 'string' } },
    staff: {
      type: 'object',
      propertyNames: { pattern: /^[A-Z]/, expected: 'a first name' },
      additionalProperties: { type: 'number' },
    },
  },
};

it.each<[unknown, string[]]>([
  [{ name: 'shop', open: true, size: 9, kind: 'kiosk', goods: ['tea'], staff: { Ann: 0.5 } }, []],
  [undefined, [': Expected an object; found nothing.']],
  [null, [': Expected an object; found null. Leave out the key for its default.']],
  [[], [': Expected an object; found a list.']],
  ['name: shop', [': Expected an object; found the text "name: shop".']],
  [{}, ['name: The key is required.']],
  [{ name: 'Shop' }, ['name: Expected a short name; found the text "Shop".']],
  [{ name: 'shoppe' }, ['name: Expected a short name; found the text "shoppe".']],
  [{ name: 'shop\n' }, ['name: Expected a short name; found the text "shop\n".']],
  [{ name: 12 }, ['name: Expected a short name; found the number 12. Put it in quotes.']],
  [{ name: true }, ['name: Expected a short name; found true. Put it in quotes.']],
  [{ name: null }, ['name: Expected a short name; found null. Leave out the key for its default.']],
  [{ name: 'a', open: 'yes' }, ['open: Expected true or false; found the text "yes".']],
  [{ name: 'a', size: 0 }, ['size: Expected a whole number from 1 to 9; found the number 0.']],
  [{ name: 'a', size: 10 }, ['size: Expected a whole number from 1 to 9; found the number 10.']],
  [{ name: 'a', size: 1.5 }, ['size: Expected a whole number from 1 to 9; found the number 1.5.']],
  [{ name: 'a', size: NaN }, ['size: Expected a whole number from 1 to 9; found the number NaN.']],
  [{ name: 'a', kind: 'kiosc' }, ['kind: Expected market or kiosk; found the text "kiosc". Did you mean "kiosk"?']],
  [{ name: 'a', goods: [] }, ['goods: The list is empty; name at least one, or leave out the key.']],
  [{ name: 'a', goods: 'tea' }, ['goods: Expected a list; found the text "tea".']],
  [
    { name: 'a', goods: ['tea', 1, null] },
    [
      'goods[1]: Expected a text; found the number 1. Put it in quotes.',
      'goods[2]: Expected a text; found null. Leave out the key for its default.',
    ],
  ],
  [{ name: 'a', nam: 'b' }, ['nam: There is no such key. Did you mean "name"?']],
  [{ name: 'a', x: 1 }, ['x: There is no such key. Known are goods, kind, name, open, size, staff.']],
  [
    { name: 'a', staff: { ann: 'x' } },
    ['staff.ann: Expected a first name; found the text "ann".', 'staff.ann: Expected a number; found the text "x".'],
  ],
  [
    { name: 'a', constructor: 1 },
    ['constructor: There is no such key. Known are goods, kind, name, open, size, staff.'],
  ],
  [
    JSON.parse('{"name":"a","__proto__":{"open":1}}'),
    ['__proto__: There is no such key. Known are goods, kind, name, open, size, staff.'],
  ],
])('%j: %j', (value, expected) => {
  expect(schemaViolations(SHOP, value, '').map(({ path, reason }) => `${path}: ${reason}`)).toEqual(expected);
});

it.each([
  ['', 'clusters', 'clusters'],
  ['clusters', 'prod-1', 'clusters.prod-1'],
  ['clusters', 'a.b', 'clusters["a.b"]'],
  ['clusters', '', 'clusters[""]'],
  ['clusters', 'a"]<', 'clusters["a\\"]<"]'],
])('the path of %j in %j is %s', (path, key, expected) => {
  expect(memberPath(path, key)).toBe(expected);
});

describe('agrees with a JSON Schema validator', () => {
  const ajv = new Ajv({ allowUnionTypes: true });
  const cases = [
    { name: 'cluster-profile', schema: PROFILE_SCHEMA, good: FULL_PROFILE },
    { name: 'security-services', schema: SERVICES_SCHEMA, good: FULL_SERVICES },
  ] as const;

  it.each(cases)('on the full $name document', ({ name, schema, good }) => {
    const validate = ajv.compile(jsonSchemas()[name]);
    expect(schemaViolations(schema, good, '')).toEqual([]);
    expect([validate(good), validate.errors]).toEqual([true, null]);
  });

  it.each(cases)('on $name documents with one value replaced, removed or added anywhere', ({ name, schema, good }) => {
    const validate = ajv.compile(jsonSchemas()[name]);
    const counts = { good: 0, bad: 0 };
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        '',
        'any',
        'a b',
        'end',
        'x'.repeat(70),
        0,
        1,
        0.5,
        -1,
        70000,
        true,
        null,
        [],
        ['a'],
        {},
        [1],
      ),
      fc.string(),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('replace', 'remove', 'add'), value, (at, change, replacement) => {
        const document = changed(good, at, change, replacement);
        const verdict = validate(document);
        expect(schemaViolations(schema, document, '').length === 0).toBe(verdict);
        counts[verdict ? 'good' : 'bad']++;
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(counts.good).toBeGreaterThan(50);
    expect(counts.bad).toBeGreaterThan(500);
  });
});

/** A copy of `document` with a change at one of its places, chosen by number. */
function changed(document: unknown, at: number, change: 'replace' | 'remove' | 'add', value: unknown): unknown {
  const copy = structuredClone(document);
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const { holder, key } = places[at % places.length];
  if (change === 'replace') holder[key] = value;
  else if (Array.isArray(holder)) holder.push(value);
  else if (change === 'add') holder.added = value;
  else Reflect.deleteProperty(holder, key);
  return copy;
}
