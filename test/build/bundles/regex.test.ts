import { unportable } from '../../../tools/build/bundles/regex';

it.each([
  ['a(?=b)', '', 'group (?='],
  ['a(?!b)', '', 'group (?!'],
  ['(?<=a)b', '', 'group (?<'],
  ['(?<name>a)', '', 'group (?<'],
  ['(a)\\1', '', 'backreference \\1'],
  ['[]', '', 'empty class []'],
  ['[^]', '', 'empty class [^]'],
  ['a{1001}', '', 'repeat {1001}'],
  ['a{2,1001}', '', 'repeat {2,1001}'],
  ['\\p{L}', '', 'escape \\p'],
  ['[\\p{L}]', '', 'escape \\p'],
  ['\\u{1F600}', '', 'surrogate or code point \\u{'],
  ['[\\ud800-\\udfff]', '', 'surrogate or code point \\ud8'],
  ['a', 'u', 'flag u'],
  ['a', 'gy', 'flag y'],
  ['a', 's', 'flag s'],
])('/%s/%s is refused for its %s', (pattern, flags, reason) => {
  expect(unportable(pattern, flags)).toContain(reason);
});

it.each([
  ['(?:a|b)+', 'gim'],
  ['[(?=]', ''],
  ['\\(?!', ''],
  ['[\\]\\1(?!]', ''],
  ['a{1000}', ''],
  ['{1001', ''],
  ['[^\\u0020-\\u007e]', ''],
  ['\\\\[1]', ''],
])('/%s/%s is the same in every engine', (pattern, flags) => {
  expect(unportable(pattern, flags)).toBeUndefined();
});
