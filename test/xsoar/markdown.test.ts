import { escapeMarkdown, heading, markdownTable, paragraph } from '../../scripts/xsoar/markdown';

it.each([
  ['ordinary names', 'local.shop.api.in-abc', 'local.shop.api.in-abc'],
  ['a pipe', 'a|b', 'a&#124;b'],
  ['line breaks of all kinds', 'a\r\nb\nc\rd\u2028e', 'a b c d e'],
  ['backticks', '`a`', '\\`a\\`'],
  ['a code fence', '```\nx', '\\`\\`\\` x'],
  ['HTML', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an image that calls home', '![x](http://evil/p.png)', '\\!\\[x\\](http&#58;//evil/p.png)'],
  ['a link', '[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['a bare address', 'see https://evil.example', 'see https&#58;//evil.example'],
  ['emphasis', '**a** _b_ ~~c~~', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['a backslash before a pipe', 'a\\|b', 'a\\\\&#124;b'],
  ['a heading', '# a', '\\# a'],
  ['control characters', 'a\u0000\u001b[31mb', 'a\ufffd\ufffd\\[31mb'],
  ['text that runs backwards', 'a\u202egnp.exe', 'a\ufffdgnp.exe'],
])('%s shows as it is', (_title, text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

it('a table has one line for each row, whatever the cells hold', () => {
  const table = {
    title: 'Rules',
    columns: ['#', 'Rule'],
    rows: [
      ['1', 'a|b\n| x |'],
      ['2', ['c', '<br>']],
      ['3', []],
    ],
  };
  expect(markdownTable(table)).toBe(
    [
      '### Rules',
      '| \\# | Rule |',
      '| --- | --- |',
      '| 1 | a&#124;b &#124; x &#124; |',
      '| 2 | c<br>&lt;br&gt; |',
      '| 3 |  |',
      '',
      '',
    ].join('\n'),
  );
});

it('a long table says how much of it is missing', () => {
  const rows = Array.from({ length: 203 }, (_, index) => [String(index)]);
  const text = markdownTable({ title: 'Rules', columns: ['Rule'], rows });
  expect(text).toContain('| 199 |');
  expect(text).not.toContain('| 200 |');
  expect(text).toContain('3 more rows are not shown.');
});

it('a table without rows says so', () => {
  expect(markdownTable({ title: 'Rules', columns: ['Rule'], rows: [] })).toBe('### Rules\n\nNone.\n\n');
});

it('headings and paragraphs escape their text', () => {
  expect(heading(2, 'a\n# b')).toBe('## a \\# b\n\n');
  expect(paragraph('<b>')).toBe('&lt;b&gt;\n\n');
});
