import { join } from 'node:path';
import { oneLine, oneLineOf } from '../../../scripts/policy/text/printable';
import { byteLength } from '../../../scripts/policy/text/utf8';
import { escapeMarkdown } from '../../../scripts/xsoar/markdown';
import { bundleScript } from '../../../tools/build/bundles/bundle';
import { RESULT_NAME } from '../../../tools/build/bundles/gates';
import { runBundle, type EngineKind } from '../../support/engine';

const TEXTS: readonly (readonly [string, string, string])[] = [
  ['a text of ASCII', 'web-1: "a" <b>', 'web-1: "a" <b>'],
  ['line breaks of all kinds', 'a\nb\r\nc\rd\u0085e\u2028f\u2029g\u000bh\tj', 'a b c d e f g h j'],
  ['an escape sequence of terminals', 'a\u001b[2Kb', 'a\ufffd[2Kb'],
  ['text that runs backwards', 'a\u202eb\u2066c\u061cd', 'a\ufffdb\ufffdc\ufffdd'],
  ['invisible characters', 'a\u200bb\u00adc\u3164d\ufeffe', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['tags, in which texts are hidden', 'a\u{e0041}b', 'a\ufffd\ufffdb'],
  ['halves of pairs', '\ud800a\udc00', '\ufffda\ufffd'],
  ['other alphabets and emoji', 'Zürich 東京 \u{1f680}\ufe0f', 'Zürich 東京 \u{1f680}\ufe0f'],
];

it.each(TEXTS)('%s becomes one line without what nobody sees', (_title, text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

it.each([
  ['what is short enough stays', 'a\nb', 3, 'a b'],
  ['what is too long ends in dots', 'abcdef', 5, 'ab...'],
  ['no pair is cut in two', 'a\u{1f680}bcd', 5, 'a...'],
])('%s', (_title, text, most, expected) => {
  expect(oneLineOf(text, most, (one) => one.length)).toBe(expected);
});

it('the length may be counted in bytes', () => {
  const cut = oneLineOf('ü'.repeat(600), 1024, byteLength);
  expect(cut).toBe(`${'ü'.repeat(510)}...`);
});

const ENTRY = `
  import { oneLine } from './scripts/policy/text/printable';
  import { escapeMarkdown } from './scripts/xsoar/markdown';
  ${RESULT_NAME} = args.texts.map(function (text) { return [oneLine(text), escapeMarkdown(text)]; });
`;

it.each<EngineKind>(['es5', 'otto'])('texts come out the same in %s', async (kind) => {
  const bundle = await bundleScript(join(__dirname, '../../..'), ENTRY, 'this test');
  const texts = TEXTS.map(([, text]) => text);
  const expected = texts.map((text) => [oneLine(text), escapeMarkdown(text)]);
  expect(runBundle(bundle, { args: { texts } }, kind)).toEqual(expected);
});
