import { xmlToDict } from '../../../tools/lab/panosintegration/xmltodict';

describe('xmlToDict', () => {
  it.each([
    ['an empty element becomes null', '<a/>', { a: null }],
    ['white space alone is empty', '<a> \n </a>', { a: null }],
    ['text becomes a trimmed string', '<a> x </a>', { a: 'x' }],
    ['attributes become @name', '<a b="1" c="2"/>', { a: { '@b': '1', '@c': '2' } }],
    ['text beside attributes becomes #text', '<a b="1">x</a>', { a: { '@b': '1', '#text': 'x' } }],
    ['a single child becomes an object', '<a><b>x</b></a>', { a: { b: 'x' } }],
    ['several children of one name become a list', '<a><b>x</b><b/><b>z</b></a>', { a: { b: ['x', null, 'z'] } }],
    ['children of one name meet from afar', '<a><b>1</b><c>2</c><b>3</b></a>', { a: { b: ['1', '3'], c: '2' } }],
    ['an empty child that comes first starts a list', '<a><b/><b>z</b></a>', { a: { b: [null, 'z'] } }],
    ['text before children becomes #text', '<a>x<b/></a>', { a: { b: null, '#text': 'x' } }],
    [
      'text behind a child becomes its #tail',
      '<a><b>x</b>y<c/></a>',
      { a: { b: { '#tail': 'y', '#text': 'x' }, c: null } },
    ],
    ['character data is text', '<a><![CDATA[ x & y ]]></a>', { a: 'x & y' }],
    ['comments and declarations are passed over', '<?xml version="1.0"?><a>x<!-- c -->y</a>', { a: 'xy' }],
    ['entities are resolved', '<a b="&quot;">&lt;&amp;&#65;</a>', { a: { '@b': '"', '#text': '<&A' } }],
    ['namespaces are dropped', '<p:a xmlns:p="urn:x"><p:b>1</p:b></p:a>', { a: { b: '1' } }],
  ])('%s', (_title, xml, expected) => {
    expect(xmlToDict(xml)).toEqual(expected);
  });

  it.each([
    ['', 'no element found: line 1, column 0'],
    ['<a>', /^no element found/],
    ['<a></b>', /^mismatched tag/],
    ['hello', /^syntax error/],
    ['<a b=1/>', /^not well-formed/],
    ['<a>&nbsp;</a>', /^undefined entity/],
    ['<a/><b/>', /./],
  ])('refuses %j in the words of a Python parser', (xml, message) => {
    expect(() => xmlToDict(xml)).toThrow(message);
  });
});
