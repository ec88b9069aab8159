import { xmlToJson } from '../../../tools/cli/panorama/xmljson';

it.each<[string, string, unknown]>([
  ['an empty element is null', '<a/>', { a: null }],
  ['white space alone is nothing', '<a>\n  <b> </b>\n</a>', { a: { b: null } }],
  ['text is a string without the blanks around it', '<a> x y </a>', { a: 'x y' }],
  ['attributes have an @', '<a b="1" c=""/>', { a: { '@b': '1', '@c': '' } }],
  ['text beside attributes is #text', '<a b="1">x</a>', { a: { '@b': '1', '#text': 'x' } }],
  ['one child is its value', '<a><b>x</b></a>', { a: { b: 'x' } }],
  [
    'several of one tag are a list, in order',
    '<a><b>x</b><c/><b/><b k="v"/></a>',
    { a: { b: ['x', null, { '@k': 'v' }], c: null } },
  ],
  ['entities and CDATA are what they stand for', '<a>&lt;&amp;<![CDATA[<b>]]>&#x41;</a>', { a: '<&<b>A' }],
  ['numbers stay texts', '<a>007</a>', { a: '007' }],
  [
    'names of Object’s own members are ordinary names',
    '<a><constructor>x</constructor><toString>y</toString></a>',
    { a: { constructor: 'x', toString: 'y' } },
  ],
  ['a declaration and comments are passed over', '<?xml version="1.0"?><!-- c --><a>x<!-- d --></a>', { a: 'x' }],
])('%s', (_what, xml, expected) => {
  expect(xmlToJson(xml)).toEqual(expected);
});

it.each([
  ['an element that is not closed', '<a><b></a>'],
  ['nothing at all', ''],
  ['two roots', '<a/><b/>'],
  ['an unknown entity', '<a>&nope;</a>'],
  ['a page that is not XML', '<!DOCTYPE html><html><body><br></body></html>'],
])('%s is refused', (_what, xml) => {
  expect(() => xmlToJson(xml)).toThrow('it is not well-formed XML (');
});
