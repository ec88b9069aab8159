import { Reader } from '../../../tools/lab/xsoar/content/reader';
import { readValue } from '../../../tools/lab/xsoar/content/values';
import { compare } from '../../../tools/lab/xsoar/values/filters';
import { resolve } from '../../../tools/lab/xsoar/values/resolve';
import type { Scope } from '../../../tools/lab/xsoar/values/scope';
import { transform } from '../../../tools/lab/xsoar/values/transformers';
import type { Json, JsonObject } from '../../../tools/lab/xsoar';
import { complex, simple, where } from './support';

const SCOPE: Scope = {
  context: {
    A: 'a',
    L: ['x', 'y'],
    O: { k: 1 },
    Items: [
      { n: 'one', tags: ['t'] },
      { n: 'two', tags: ['u', 't'] },
    ],
  },
  inputs: { Name: 'shop', List: ['1', '2'] },
  incident: { cnseriescluster: 'shop', name: 'Test' },
  modules: [
    { name: 'p1', brand: 'Panorama', state: 'active' },
    { name: 'p2', brand: 'Panorama', state: 'disabled' },
  ],
  currentPlaybookID: '7',
  lastCompletedTaskEntries: ['3@1'],
  list: (name) => (name === 'CNSeries Clusters v1.0' ? 'data' : undefined),
};

const value = (given: object): Json => resolve(SCOPE, readValue(new Reader(given, 'value')));

describe('values', () => {
  it.each<readonly [string, object, Json]>([
    ['nothing', {}, null],
    ['a text', simple('plain'), 'plain'],
    ['exactly one path is the value itself', simple('${L}'), ['x', 'y']],
    ['a path in a text', simple('<${A}> ${incident.cnseriescluster}'), '<a> shop'],
    ['lists and objects in a text are JSON, nothing is nothing', simple('${L}${O}${Missing}.'), '["x","y"]{"k":1}.'],
    ['braces that belong to a mutator', simple('${A=f(val);function f(x) { return x + "!"; }}'), 'a!'],
    ['an input', simple('${inputs.Name}'), 'shop'],
    ['a list of the server, whose name holds blanks and dots', simple('${lists.CNSeries Clusters v1.0}'), 'data'],
    ['the id of the playbook', simple('subplaybook-${currentPlaybookID}'), 'subplaybook-7'],
    ['a root', complex('O.k'), 1],
    ['a root in ${}', complex('${inputs.Name}'), 'shop'],
    ['an accessor', complex('Items', { accessor: 'n' }), ['one', 'two']],
    [
      'items that a filter lets through',
      complex('Items', { filters: [[where('isEqualString', 'Items.n', 'two')]], accessor: 'n' }),
      'two',
    ],
    [
      'items by a list in them',
      complex('Items', { filters: [[where('containsGeneral', 'Items.tags', 't')]], accessor: 'n' }),
      ['one', 'two'],
    ],
    [
      'texts in a list under the path of the list',
      complex('inputs.List', { filters: [[where('isEqualString', 'inputs.List', '2')]] }),
      '2',
    ],
    [
      'instances of an integration that are active',
      complex('modules', {
        filters: [
          [where('isEqualString', 'modules.brand', 'Panorama')],
          [where('isEqualString', 'modules.state', 'active')],
        ],
        accessor: 'name',
      }),
      'p1',
    ],
    ['no item', complex('Items', { filters: [[where('isEqualString', 'Items.n', 'three')]] }), null],
    [
      'transformers one after the other',
      complex('L', {
        transformers: [{ operator: 'join', args: { separator: { value: simple('-') } } }, { operator: 'toUpperCase' }],
      }),
      'X-Y',
    ],
    [
      'an argument that is a path',
      complex('L', { transformers: [{ operator: 'append', args: { item: { value: simple('A'), iscontext: true } } }] }),
      ['x', 'y', 'a'],
    ],
  ])('%s', (_, given, expected) => {
    expect(value(given)).toEqual(expected);
  });

  it.each([
    ['an unknown key', { simpel: 'x' }, 'unknown key "simpel"'],
    ['a number for a text', { simple: 1 }, 'must be a text'],
    ['both forms at once', { simple: 'x', complex: { root: 'y' } }, 'exclude each other'],
  ])('%s is an error', (_, given, problem) => {
    expect(() => value(given)).toThrow(problem);
  });
});

describe('operators', () => {
  it.each<readonly [string, Json, Json, boolean]>([
    ['isEqualString', 'a', 'a', true],
    ['isEqualString', true, 'true', true],
    ['isEqualString', 3, '3', true],
    ['isEqualString', ['a', 'b'], 'b', true],
    ['isEqualString', null, 'a', false],
    ['isNotEqualString', ['a', 'b'], 'a', true],
    ['isNotEqualString', null, 'a', true],
    ['containsString', 'abc', 'b', true],
    ['startWith', 'abc', 'ab', true],
    ['endWith', 'abc', 'ab', false],
    ['match', 'v1.2', '^v\\d', true],
    ['stringHasLength', 'abc', '3', true],
    ['isTrue', true, null, true],
    ['isTrue', 'True', null, true],
    ['isTrue', null, null, false],
    ['isFalse', 'false', null, true],
    ['isEqualNumber', '2', 2, true],
    ['greaterThan', 10, '9', true],
    ['lessThanOrEqual', 9, 9, true],
    ['greaterThan', null, 1, false],
    ['isAfter', '2026-01-02', '2026-01-01T00:00:00Z', true],
    ['inList', 'b', 'a, b', true],
    ['notInList', 'c', ['a', 'b'], true],
    ['in', 'b', ['a', 'b'], true],
    ['notIn', 'b', 'abc', false],
    ['containsGeneral', ['a', 1], '1', true],
    ['containsGeneral', 'a', 'a', true],
    ['notContainsGeneral', ['a'], 'b', true],
    ['isExists', false, null, true],
    ['isExists', '', null, true],
    ['isNotExists', null, null, true],
    ['isEmpty', [], null, true],
    ['isEmpty', 0, null, false],
    ['isNotEmpty', '', null, false],
  ])('%s of %j and %j is %j', (operator, left, right, expected) => {
    expect(compare(operator, left, right, false)).toBe(expected);
  });

  it('case is ignored where a filter says so', () => {
    expect(compare('isEqualString', ['Yes'], 'yES', true)).toBe(true);
    expect(compare('isEqualString', 'Yes', 'yes', false)).toBe(false);
  });

  it('what cannot be cast fails, what is not known is an error', () => {
    expect(() => compare('isEqualString', 'a', { some: 'object' }, false)).toThrow('cannot be used as a text');
    expect(() => compare('greaterThan', 'x', 1, false)).toThrow('cannot be used as a number');
    expect(() => compare('isEqualStrung', 'a', 'a', false)).toThrow('"isEqualStrung" is not known');
  });
});

describe('transformers', () => {
  it.each<readonly [string, Json, JsonObject, Json]>([
    ['toUpperCase', ['a', 'b'], {}, ['A', 'B']],
    ['trim', ' a ', {}, 'a'],
    ['split', 'a,b', {}, ['a', 'b']],
    ['splitAndTrim', 'a; b', { delimiter: ';' }, ['a', 'b']],
    ['replace', 'a.a', { toReplace: 'a', replaceWith: 'b' }, 'b.b'],
    ['replaceMatch', 'a1b2', { regex: '\\d', replaceWith: '' }, 'ab'],
    ['concat', ['x'], { prefix: '<', suffix: '>' }, ['<x>']],
    ['substringFrom', 'a=b', { from: '=' }, 'b'],
    ['substringTo', 'a=b', { to: '=' }, 'a'],
    ['Stringify', { a: 1 }, {}, '{"a":1}'],
    ['getField', { a: { b: 1 } }, { field: 'a.b' }, 1],
    ['DT', { a: [1, 2] }, { dt: 'a.[0]' }, 1],
    ['uniq', ['a', 'b', 'a'], {}, ['a', 'b']],
    ['general.uniq', 'a', {}, ['a']],
    ['join', ['a', 'b'], { separator: '-' }, 'a-b'],
    ['count', ['a', 'b'], {}, 2],
    ['count', null, {}, 0],
    ['sort', ['b', 'a'], {}, ['a', 'b']],
    ['sort', ['b', 'a', 'c'], { descending: 'true' }, ['c', 'b', 'a']],
    ['append', 'a', { item: ['b'] }, ['a', 'b']],
    ['atIndex', ['a', 'b'], { index: '1' }, 'b'],
    ['slice', ['a', 'b', 'c'], { from: 1 }, ['b', 'c']],
    ['indexOf', ['a', 'b'], { item: 'b' }, 1],
    ['FirstArrayElement', ['a', 'b'], {}, 'a'],
    ['LastArrayElement', 'a', {}, 'a'],
    ['SetIfEmpty', null, { defaultValue: 'd' }, 'd'],
    ['SetIfEmpty', '', { defaultValue: 'd' }, ''],
    ['SetIfEmpty', '', { defaultValue: 'd', applyIfEmpty: 'true' }, 'd'],
    ['If-Then-Else', 'a', { equals: 'a', then: 'yes', else: 'no' }, 'yes'],
    ['toLowerCase', null, {}, null],
  ])('%s of %j with %j is %j', (operator, given, args, expected) => {
    expect(transform(operator, given, args)).toEqual(expected);
  });

  it('an object is no text, and unknown names are errors', () => {
    expect(() => transform('toUpperCase', { some: 'object' }, {})).toThrow('cannot be used as a text');
    expect(() => transform('toUppercase', 'a', {})).toThrow('"toUppercase" is not known');
    expect(() => transform('join', ['a'], { delimiter: ',' })).toThrow('has no argument delimiter');
  });
});
