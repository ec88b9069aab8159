import { argToBoolean } from '../../../tools/lab/panosintegration/python/convert';
import { repr, str } from '../../../tools/lab/panosintegration/python/text';

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
