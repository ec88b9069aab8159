import { oneLine } from '../../scripts/policy/text/printable';
import { escapeMarkdown, heading, markdownTable, paragraph } from '../../scripts/xsoar/markdown';
import { hostileText } from '../property/hostiletexts';
import { CONSTRUCTS } from '../support/constructs';
import { render } from '../support/renderer';
import { fc } from '../support/seed';

const TABLE = ['table', 'tbody', 'td', 'th', 'thead', 'tr'];

it.each([
  ['ordinary words', 'Rule web-1 of shop/web, 1.5 of it.', 'Rule web-1 of shop/web, 1.5 of it.'],
  ['a sentence with a colon', 'Applied: shop', 'Applied: shop'],
  ['a name with dots', 'local.shop.api', 'local&#46;shop&#46;api'],
  ['a pipe', 'a|b', 'a&#124;b'],
  ['line breaks of all kinds', 'a\r\nb\nc\rd\u2028e', 'a b c d e'],
  ['an entity', '&lt;b&gt;', '&#38;lt;b&#38;gt&#59;'],
  ['a backslash before a pipe', 'a\\|b', 'a&#92;&#124;b'],
  ['blanks around it', ' a ', '&#32;a&#32;'],
  ['control characters', 'a\u0000\u001b[31mb', 'a\ufffd\ufffd&#91;31mb'],
  ['text that runs backwards', 'a\u202egnp', 'a\ufffdgnp'],
  ['text hidden in tags', 'a\u{e0041}b', 'a\ufffd\ufffdb'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['emoji and other alphabets', '\u{1f680} Zürich 東京', '\u{1f680} Zürich 東京'],
])('%s shows as it is', (_title, text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

describe.each(CONSTRUCTS)('%s', (_title, text) => {
  it('is seen by the model of the renderer', () => {
    const { elements, text: shown } = render(text);
    expect([elements, shown]).not.toEqual([['p'], text]);
  });

  it('is nothing but text once it is escaped, also behind other text', () => {
    for (const given of [text, `a ${text} b`, `a${text}`]) {
      expect(render(paragraph(given))).toEqual({ elements: ['p'], text: oneLine(given) });
      expect(render(heading(3, given))).toEqual({ elements: ['h3'], text: oneLine(given) });
      const table = { title: given, columns: [given, 'b'], rows: [[given, [given, given]]] };
      const line = oneLine(given);
      expect(render(markdownTable(table))).toEqual({
        elements: ['br', 'h3', ...TABLE],
        text: [line, line, 'b', line, line, line].join(' '),
      });
    }
  });
});

it('10,000 random texts show as they are', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = oneLine(text);
      expect(render(paragraph(text))).toEqual(
        line === '' ? { elements: [], text: '' } : { elements: ['p'], text: line },
      );
      const table = { title: 'a', columns: ['b', text], rows: [[text, 'c']] };
      expect(render(markdownTable(table))).toEqual({
        elements: ['h3', ...TABLE],
        text: ['a', 'b', line, line, 'c'].join(' '),
      });
    }),
    { numRuns: 10000 },
  );
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
      '| &#35; | Rule |',
      '| --- | --- |',
      '| 1 | a&#124;b &#124; x &#124; |',
      '| 2 | c<br>&#60;br&#62; |',
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
  expect(heading(2, 'a\n# b')).toBe('## a &#35; b\n\n');
  expect(paragraph('<b>')).toBe('&#60;b&#62;\n\n');
});
