import { fc } from '../../support/seed';
import { SaxesParser } from 'saxes';
import {
  branch,
  entryNode,
  escapeXml,
  leaf,
  memberList,
  xmlText,
  type XmlNode,
} from '../../../scripts/policy/panos/xml';

it('nodes are written with their children below them', () => {
  const node = entryNode('web', [leaf('action', 'allow'), memberList('source', ['a', 'b']), branch('empty', [])]);
  expect(xmlText(node)).toBe(
    [
      '<entry name="web">',
      '  <action>allow</action>',
      '  <source>',
      '    <member>a</member>',
      '    <member>b</member>',
      '  </source>',
      '  <empty/>',
      '</entry>',
      '',
    ].join('\n'),
  );
});

it.each([
  ['&', '&amp;'],
  ['&amp;', '&amp;amp;'],
  ['<script>', '&lt;script&gt;'],
  [']]>', ']]&gt;'],
  [`it's "so"`, 'it&apos;s &quot;so&quot;'],
  ['a\u0000b\u001fc', 'a?b?c'],
  ['\ufffe\uffff', '??'],
  ['tab\tline\r\n', 'tab&#9;line&#13;&#10;'],
  ['a\ud83d b\ude00', 'a? b?'],
  ['\u{1f600}', '\u{1f600}'],
  ['größe 大', 'größe 大'],
])('%j is written as %j', (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});

/** Text as a parser of somebody else reads it back. */
function readBack(node: XmlNode): { name: string; text: string } {
  let name = '';
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    name = tag.attributes.name;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xmlText(node).trimEnd()).close();
  return { name, text };
}

/** Without what XML cannot hold, and line breaks, which parsers normalise. */
function isPlain(text: string): boolean {
  return Array.from(text).every((character) => character >= ' ' && character < '\ufffe');
}

it('whatever text goes in is well-formed, and comes out again', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter(isPlain);
  fc.assert(
    fc.property(text, text, (name, content) => {
      expect(readBack({ tag: 'entry', entryName: name, children: content })).toEqual({ name, text: content });
    }),
  );
});

it('hostile text stays text', () => {
  const hostile = `"/><entry name='x'>&evil;<![CDATA[ ]]> --><?php`;
  expect(readBack({ tag: 'entry', entryName: hostile, children: hostile })).toEqual({ name: hostile, text: hostile });
});
