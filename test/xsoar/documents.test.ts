import { describeDiagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { parseDocuments } from '../../scripts/xsoar/documents';

function problems(given: unknown): string[] {
  return parseDocuments(given).diagnostics.map((found) => {
    const { code, path, message } = describeDiagnostic(found);
    return `${code} ${path} ${message}`;
  });
}

it.each([
  ['JSON', '{"a": 1}', [{ a: 1 }]],
  ['a JSON array', '[{"a": 1}]', [[{ a: 1 }]]],
  ['YAML', 'a: 1\nb: [x, yes]', [{ a: 1, b: ['x', true] }]],
  ['JSON objects one after the other', '{"a": 1}\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
  ['flow-style YAML', '{a: 1, b: [x]}', [{ a: 1, b: ['x'] }]],
  ['several documents', 'a: 1\n---\nb: 2\n---\nc: 3\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['documents between markers with comments', '# x\n--- # y\na: 1\n...\n---\n# z\n', [{ a: 1 }]],
  ['lines that end in CR LF', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
  ['a marker inside a block of text', 'a: |\n  x\n  ---\n  y\n', [{ a: 'x\n---\ny\n' }]],
  ['a code fence around it', '```yaml\na: 1\n```', [{ a: 1 }]],
  ['a fence that never closes', '```\na: 1', [{ a: 1 }]],
  ['a date, which is a text', 'a: 2024-01-01', [{ a: '2024-01-01' }]],
  ['merge keys', 'x: &x {a: 1}\nz: {<<: *x, b: 2}', [{ x: { a: 1 }, z: { a: 1, b: 2 } }]],
  ['objects that are parsed already', { a: 1 }, [{ a: 1 }]],
  ['nothing', ' \n---\n# only a comment\n', []],
])('reads %s', (_title, given, expected) => {
  expect(parseDocuments(given)).toEqual({ documents: expected, diagnostics: [] });
});

it('a broken document is named by its number and the line of the whole text, and the others are read', () => {
  const { documents } = parseDocuments('a: 1\n---\nb: [\n---\nc: 3\n');
  expect(documents).toEqual([{ a: 1 }, { c: 3 }]);
  expect(problems('a: 1\n---\nb: [\n---\nc: 3\n')).toEqual([
    'object-unreadable document 2 The document cannot be read: unexpected end of the stream within a flow collection (line 4, column 1).',
  ]);
});

it('a key given twice is an error, also in JSON and in two spellings', () => {
  const twice = (line: number): string =>
    `object-unreadable  The document cannot be read: the key "a" stands twice in the same object (line ${line}).`;
  expect(problems('a: 1\na: 2')).toEqual([twice(2)]);
  expect(problems('a: 1\n"a": 2')).toEqual([twice(2)]);
  expect(problems('\n{"a": 1, "b": {"a": 2}, "\\u0061": 3}')).toEqual([twice(2)]);
});

it.each([
  [
    'a document on the line of its marker',
    '--- {a: 1}\n---\nb: 2',
    'only a comment may stand on the line of "---" (line 1).',
  ],
  ['a marker that goes on', '---a: 1\n---\nb: 2', 'only a comment may stand on the line of "---" (line 1).'],
  ['a directive', '%YAML 1.1\n---\nb: 2', 'directives end mark is expected (line 2, column 1).'],
])('%s is no document, as for kubectl; the next one is read', (_title, text, reason) => {
  expect(parseDocuments(text).documents).toEqual([{ b: 2 }]);
  expect(problems(text)).toEqual([`object-unreadable document 1 The document cannot be read: ${reason}`]);
});

it('what follows the end of a document is not read, and that is said', () => {
  expect(parseDocuments('a: 1\n...\nb: 2\n').documents).toEqual([{ a: 1 }]);
  expect(problems('a: 1\n...\nb: 2\n')[0]).toContain('kubectl does not read what follows "..."');
});

it('lines keep their numbers inside a code fence', () => {
  expect(problems('\n```yaml\na: 1\nb: [\n```\n')[0]).toContain('(line 5, column 1)');
});

it('broken JSON is reported with a place', () => {
  expect(problems('{"a": }}')).toEqual([
    expect.stringMatching(/^object-unreadable {2}The document cannot be read: .*\(line 1, column 8\)\.$/),
  ]);
});

it('aliases that unfold without end are refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++) {
    const alias = `*a${i - 1}`;
    lines.push(`a${i}: &a${i} [${Array<string>(9).fill(alias).join(', ')}]`);
  }
  expect(problems(lines.join('\n'))[0]).toContain('its aliases unfold to more values than kubectl reads');
});

it('deep nesting is refused', () => {
  expect(problems('a: ' + '['.repeat(5000))[0]).toContain('nesting exceeded');
});

it('a text beyond the limit is refused', () => {
  expect(problems('a'.repeat(2000001))).toEqual([
    'object-unreadable  The document cannot be read: it has more than 2000000 characters.',
  ]);
});
