import fc from 'fast-check';
import { documentsOf } from '../../scripts/xsoar/documents';
import { wholeJson } from '../../tools/cli/json';
import { YAML_CASES } from '../../tools/checks/kubernetes/yamlcases';

/** The fast way to read JSON must give what the reader of YAML and JSON gives, or nothing. */

/** Whether the fast way took the text. */
function tookAlike(text: string): boolean {
  const read = wholeJson(text);
  if (read === undefined) return false;
  expect(documentsOf(text)).toEqual({ documents: [read.value], diagnostics: [] });
  return true;
}

it.each([
  '{}',
  '[]',
  ' \r\n\t{"a": {"a": [{"a": 1}, {"a": 2}]}}\n\n',
  '{"a": "x:y", "b:": "\\": \\\\", "\\\\": ":"}',
  '{"": 1, "__proto__": {"constructor": {}}, "toString": 2}',
  '{"2": 1, "1": 2, "a": 12345678901234567890, "b": 1e400, "c": -0}',
  '{"ä": "\u{1f600}", "\\ud800": "\\u0000"}',
])('%s is read', (text) => {
  expect(tookAlike(text)).toBe(true);
});

it.each([
  '{"a": 1, "a": 2}',
  '{"a": 1, "\\u0061": 1}',
  '[{"b": {"a": "\\\\", "a": ":"}}]',
  '{"__proto__": 1, "__proto__": 1}',
  '{"a": 1, "a": {"b": 1}}',
  '{"a": {"b": 1, "c": 2}, "a": "::"}',
  '{"a": 1}{"b": 2}',
  '{"a": 1}\n---\nb: 2\n',
  '{a: 1}',
  '{"a": 1,}',
  '\ufeff{"a": 1}',
  '"a"',
  '1',
  '',
])('%s is left to the other reader', (text) => {
  expect(tookAlike(text)).toBe(false);
});

it('what kubectl reads is read alike', () => {
  for (const { text } of YAML_CASES) tookAlike(text);
});

it('objects may lie as deep as they like', () => {
  const depth = 100_000;
  expect(wholeJson('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))).toBeDefined();
  expect(wholeJson('[{"b":1},'.repeat(depth) + '{"b":1,"b":1}' + ']'.repeat(depth))).toBeUndefined();
});

const KEYS = fc.constantFrom('a', 'b', '\\', '"', ':', '__proto__', '1', 'ä', '{', '');
const SCALARS = fc.oneof(KEYS, fc.integer(), fc.constantFrom(true, null));

/** JSON texts in which keys may stand twice. */
const { texts } = fc.letrec<{ texts: string; pairs: string }>((tie) => ({
  pairs: fc.tuple(KEYS, tie('texts')).map(([key, text]) => `${JSON.stringify(key)}: ${text}`),
  texts: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    SCALARS.map((value) => JSON.stringify(value)),
    fc.array(tie('pairs'), { maxLength: 5 }).map((pairs) => `{${pairs.join(', ')}}`),
    fc.array(tie('texts'), { maxLength: 4 }).map((items) => `[${items.join(',\n')}]`),
  ),
}));

it('any JSON is read where no key stands twice, and nowhere else', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const isUnique = documentsOf(text).diagnostics.length === 0;
      expect(tookAlike(text)).toBe(isUnique && /^[{[]/.test(text));
    }),
    { numRuns: 500 },
  );
});
