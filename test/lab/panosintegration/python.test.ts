import { dictToXml } from '../../../tools/lab/panosintegration/dicttoxml';
import { tableToMarkdown } from '../../../tools/lab/panosintegration/markdown';
import { argToBoolean, argToList, argToNumber } from '../../../tools/lab/panosintegration/python/convert';
import { setOf } from '../../../tools/lab/panosintegration/python/set';
import type { Value } from '../../../tools/lab/panosintegration';
import { dumps, repr, str } from '../../../tools/lab/panosintegration/python/text';

describe('repr', () => {
  it.each([
    [null, 'None'],
    [true, 'True'],
    [3, '3'],
    ['a', "'a'"],
    ["it's", '"it\'s"'],
    [`"it's"`, `'"it\\'s"'`],
    ['a\nb\\', "'a\\nb\\\\'"],
    [['a', null], "['a', None]"],
    [{ '@status': 'error', msg: { line: 'x' } }, "{'@status': 'error', 'msg': {'line': 'x'}}"],
  ])('%j is %s', (value, expected) => {
    expect(repr(value)).toBe(expected);
  });

  it('is what str gives for everything but texts', () => {
    expect([str('a'), str(['a']), str(undefined)]).toEqual(['a', "['a']", 'None']);
  });
});

it('dumps puts a space after commas and colons', () => {
  expect(dumps({ a: ['b', { c: null }] })).toBe('{"a": ["b", {"c": null}]}');
});

describe('[2] argToList', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['a, b ,c', ['a', 'b', 'c']],
    ['["a, b","c"]', ['a, b', 'c']],
    [
      ['a, b', 'c'],
      ['a, b', 'c'],
    ],
    [5, [5]],
  ])('%j becomes %j', (value, expected) => {
    expect(argToList(value)).toEqual(expected);
  });

  it('refuses a text in brackets that is no JSON', () => {
    expect(() => argToList('[a,b]')).toThrow('Expecting value');
  });
});

describe('[10.4] argToBoolean', () => {
  it.each([
    [true, true],
    ['Yes', true],
    ['TRUE', true],
    ['no', false],
  ])('%j is %s', (value, expected) => {
    expect(argToBoolean(value)).toBe(expected);
  });

  it('refuses what is no boolean', () => {
    expect(() => argToBoolean(undefined)).toThrow('Argument is neither a string nor a boolean');
    expect(() => argToBoolean('maybe')).toThrow('Argument does not contain a valid boolean-like value');
  });
});

it('argToNumber cuts off fractions and refuses words', () => {
  expect([argToNumber(''), argToNumber('10'), argToNumber('2.9')]).toEqual([undefined, 10, 2]);
  expect(() => argToNumber('x')).toThrow('"x" is not a valid number');
});

describe('setOf', () => {
  it('[4] loses the order of its members', () => {
    const members = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(setOf([...members, 'a'])).not.toEqual(members);
    expect(
      setOf([...members, 'a'])
        .map(str)
        .sort(),
    ).toEqual(members);
  });

  it('[10.1] cannot hold a member with marks', () => {
    expect(() => setOf(['a', { '#text': 'b' }])).toThrow("unhashable type: 'dict'");
  });
});

it('dictToXml escapes texts and repeats tags for lists', () => {
  expect(dictToXml({ tag: { member: ['a&b', '<'] } })).toBe('<tag><member>a&amp;b</member><member>&lt;</member></tag>');
  expect(dictToXml({ description: null })).toBe('<description />');
});

describe('tableToMarkdown', () => {
  it('leaves out empty columns where asked, and escapes bars and line breaks', () => {
    const rows: Value = [
      { Name: 'a|b', Tags: ['x', 'y'], Empty: [] },
      { Name: 'c\nd', Empty: null },
    ];
    expect(tableToMarkdown('T', rows, { headers: ['Name', 'Empty', 'Tags'], emptyColumns: 'remove' })).toBe(
      '### T\n|Name|Tags|\n|---|---|\n| a\\|b | x,<br>y |\n| c<br>d |  |\n',
    );
  });

  it('says so where there are no rows', () => {
    expect(tableToMarkdown('T', [])).toBe('### T\n**No entries.**\n');
  });

  it('makes one column of simple values', () => {
    expect(tableToMarkdown('T', ['a', 'b'], { headers: ['N'] })).toBe('### T\n|N|\n|---|\n| a |\n| b |\n');
  });
});
