import { REFUSED, VALUES } from '../../tools/checks/kubernetes/yamlscalars';
import { fc } from '../support/seed';

/** Random small files of YAML: mostly right, full of what readers take differently. */

type Text = fc.Arbitrary<string>;

/** In block and in flow style alike. */
const SCALARS = [
  ...VALUES.filter(([written, value]) => value !== REFUSED && !/[\n{}[\],#]/.test(written)).map(([written]) => written),
  '.inf',
  'plain text',
  '"quoted: text"',
  "'it''s'",
  'a#b',
  '"\\u00e9 \\x41 \\n"',
];

/** `r` stands at what is large, and may not stand yet where it is used. */
const ALIASES = ['*p', '*p', '*q', '*q', '*r'];

const scalar: Text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SCALARS) },
  // Where a rule ends is found by what is almost a number.
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789+-_.eExXbo'.split('')), minLength: 1, maxLength: 6 }),
  },
);

const KEYS = ['a', 'b', 'c', '"a"', 'yes', 'No', '010', '1.10', '"~"', '2024-01-01'];

const key: Text = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: fc.constantFrom('~', '<<', '1e6') },
);

/** A pair in flow style; merge keys with what they can merge. */
const pairOf = (value: Text): Text =>
  fc.oneof(
    { weight: 8, arbitrary: fc.tuple(key, value).map(([name, written]) => `${name}: ${written}`) },
    { weight: 1, arbitrary: fc.constantFrom('<<: *p', '<<: [*p, { a: 2, c: 3 }]', '<<: { b: 4 }', '<<: *q') },
  );

const properties: Text = fc.oneof(
  { weight: 40, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('&p ', '&q ') },
  { weight: 2, arbitrary: fc.constantFrom('!!str ', '!own ') },
  { weight: 1, arbitrary: fc.constantFrom('!!int ', '!!float ', '!!bool ') },
);

const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: fc.tuple(properties, scalar).map(([start, text]) => start + text) },
    { weight: 2, arbitrary: fc.constantFrom(...ALIASES) },
    { weight: 1, arbitrary: fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`) },
    {
      weight: 2,
      arbitrary: fc.array(pairOf(tie('flow')), { maxLength: 3 }).map((pairs) => `{ ${pairs.join(', ')} }`),
    },
  ),
}));

const TEXTS = ['|\n  one\n   two\n\n  three', '>-\n  one\n  two', '"one\n  two"', 'one\n  two'];

/** Lines of a block, without indentation. */
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 1, arbitrary: fc.tuple(key, flow).map(([name, value]) => `${name}: ${value}`) },
    {
      weight: 3,
      arbitrary: fc
        .uniqueArray(fc.tuple(key, tie('entry' as 'block')), { minLength: 1, maxLength: 4, selector: ([name]) => name })
        .map((pairs) => pairs.map(([name, value]) => `${name}:${value}`).join('\n')),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('entry' as 'block'), { minLength: 1, maxLength: 3 })
        .map((items) => items.map((value) => `-${value}`).join('\n')),
    },
  ),
  /** What stands behind `key:` and `-`. */
  entry: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: flow.map((value) => ` ${value}`) },
    { weight: 1, arbitrary: fc.constantFrom('', ' # nothing') },
    { weight: 1, arbitrary: fc.constantFrom(...TEXTS).map((text) => ` ${text}`) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('', ' &r', ' # more'), tie('block'))
        .map(([start, inner]) => `${start}\n${indented(inner)}`),
    },
  ),
}));

const indented = (lines: string): string => lines.replace(/^(?=.)/gm, '  ');

const MARKERS = ['---\n', '--- # next\n', '---\n\n---\n', '...\n---\n', '---\nnull\n---\n'];

/** Blanks stay: js-yaml does not miss the one behind `&anchor`. */
const withoutCharacter = (text: string, at: number): string =>
  text[at] === ' ' ? text : text.slice(0, at) + text.slice(at + 1);

const indentedLine = (text: string, line: number): string =>
  text
    .split('\n')
    .map((content, index) => (index === line ? ` ${content}` : content))
    .join('\n');

/** What somebody does to a file by mistake. */
const damage: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 12, arbitrary: fc.constant((text: string) => text) },
  { weight: 1, arbitrary: fc.constant((text: string) => text.replaceAll('\n', '\r\n')) },
  { weight: 1, arbitrary: fc.constant((text: string) => `\uFEFF${text}`) },
  { weight: 1, arbitrary: fc.constant((text: string) => text.replace(/\n {2}(?=[a-z]+:)/, '\n\t')) },
  { weight: 1, arbitrary: fc.nat(80).map((at) => (text: string) => withoutCharacter(text, at)) },
  { weight: 1, arbitrary: fc.nat(9).map((line) => (text: string) => indentedLine(text, line)) },
);

/** Gives aliases something to stand for. */
const HEAD = 'd: &p { a: 1, b: yes }\ne: &q [x]\n';

const document: Text = fc.oneof(
  { weight: 1, arbitrary: block },
  { weight: 5, arbitrary: block.map((lines) => `${HEAD}f:\n${indented(lines)}`) },
);

export const yamlText: Text = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...MARKERS), document), { minLength: 1, maxLength: 2 }), damage)
  .map(([parts, damaged]) =>
    damaged(`${parts.map(([marker, text], index) => (index === 0 ? '' : marker) + text).join('\n')}\n`),
  );
