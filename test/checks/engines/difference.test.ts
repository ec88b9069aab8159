import { firstDifference } from '../../../tools/checks/engines/difference';

it.each([
  ['texts', 'a', 'a'],
  ['lists', [1, [2, { a: null }]], [1, [2, { a: null }]]],
  ['objects in another order of keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
  ['texts of JSON with another order of keys and other escapes', '{"a":[1],"b":"<"}', '{"b":"\\u003c","a":[1]}'],
  ['zeros, which JSON does not tell apart', 0, -0],
  ['nothing and nothing', undefined, undefined],
])('%s are the same', (_what, expected, found) => {
  expect(firstDifference(expected, found, 'result')).toBeUndefined();
});

it.each([
  ['a number that became a text', { a: 1 }, { a: '1' }, 'result.a: "1" instead of 1'],
  ['a member that is missing', { a: 1, b: 2 }, { a: 1 }, 'result.b: missing instead of 2'],
  ['a member that is null instead of missing', {}, { using: null }, 'result.using: null instead of nothing'],
  ['a key that is no name', { 'a b': 1 }, { 'a b': 2 }, 'result["a b"]: 2 instead of 1'],
  ['a list that became an object', [], {}, 'result: {} instead of []'],
  ['a list with elements in another order', ['x', 'y'], ['y', 'x'], 'result[0]: "y" instead of "x"'],
  ['a list that is too short', [1, 2], [1], 'result: 1 elements instead of 2'],
  ['another value in a text of JSON', '{"a":1,"b":2}', '{"b":3,"a":1}', 'result (JSON).b: 3 instead of 2'],
  ['a text that is cut off', '{"a":1}', '{"a":1', 'result: "{\\"a\\":1" instead of "{\\"a\\":1}"'],
  ['nothing instead of an object', { a: 1 }, undefined, 'result: nothing instead of {"a":1}'],
  ['the first of two differences in the order of keys', { a: 1, b: 1 }, { b: 2, a: 2 }, 'result.a: 2 instead of 1'],
])('%s is a difference', (_what, expected, found, difference) => {
  expect(firstDifference(expected, found, 'result')).toBe(difference);
});

it('of long texts, only what stands around the first character that differs is shown', () => {
  const [expected, found] = [`${'a'.repeat(100)}b${'c'.repeat(100)}`, `${'a'.repeat(100)}d`];
  expect(firstDifference(expected, found, 'result')).toBe(
    `result: …"${'a'.repeat(20)}d" instead of …"${'a'.repeat(20)}b${'c'.repeat(39)}"… at character 100`,
  );
});

it('JSON in a text is compared as JSON: its keys have no order, its values have', () => {
  expect(firstDifference('{"a":1,"b":{"c":"[2,3]"}}', '{"b":{"c":"[2, 3]"},"a":1}', 'x')).toBeUndefined();
  expect(firstDifference('{"a":1}', '{"a":2}', 'x')).toBe('x (JSON).a: 2 instead of 1');
  expect(firstDifference('{"a":1}', '{"a":1', 'x')).toContain('instead of');
  expect(firstDifference('[a]', '[b]', 'x')).toBe('x: "[b]" instead of "[a]"');
});
