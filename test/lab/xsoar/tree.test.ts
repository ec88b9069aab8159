import { difference, deletePath, mergeEntry, setPath } from '../../../tools/lab/xsoar/context/tree';
import type { Json, JsonObject } from '../../../tools/lab/xsoar';

describe('merging an EntryContext', () => {
  it.each<readonly [string, JsonObject, string, Json, JsonObject]>([
    ['a new key is set', {}, 'A.B', 1, { A: { B: 1 } }],
    ['a key that is there becomes a list', { A: 1 }, 'A', 2, { A: [1, 2] }],
    ['lists are joined', { A: [1] }, 'A', [2, 3], { A: [1, 2, 3] }],
    ['objects are not merged into each other', { A: { x: 1 } }, 'A', { y: 2 }, { A: [{ x: 1 }, { y: 2 }] }],
    [
      'a condition that meets updates, and keeps what is not said',
      { A: { K: 1, old: 1, v: 1 } },
      'A(val.K == obj.K)',
      { K: 1, v: 2 },
      { A: { K: 1, old: 1, v: 2 } },
    ],
    ['one that does not appends', { A: { K: 1 } }, 'A(val.K == obj.K)', { K: 2 }, { A: [{ K: 1 }, { K: 2 }] }],
    [
      'each new object by itself',
      { A: [{ K: 1 }, { K: 2 }] },
      'A(val.K == obj.K)',
      [{ K: 2, v: 1 }, { K: 3 }],
      { A: [{ K: 1 }, { K: 2, v: 1 }, { K: 3 }] },
    ],
    [
      'several keys in one condition',
      { A: { K: 1, L: 1 } },
      'A(val.K == obj.K && val.L == obj.L)',
      { K: 1, L: 2 },
      {
        A: [
          { K: 1, L: 1 },
          { K: 1, L: 2 },
        ],
      },
    ],
    ['one object stays an object', {}, 'A(val.K == obj.K)', { K: 1 }, { A: { K: 1 } }],
  ])('%s', (_, tree, key, value, expected) => {
    expect(mergeEntry(tree, key, value)).toEqual(expected);
  });

  it('a key below a list is not known', () => {
    expect(() => mergeEntry({ A: [1] }, 'A.B', 1)).toThrow('where a list stands');
  });
});

it('setting replaces, deleting removes, and the old tree stays', () => {
  const tree = { A: { B: [1], C: 2 } };
  expect(setPath(tree, ['A', 'B'], 'x')).toEqual({ A: { B: 'x', C: 2 } });
  expect(deletePath(tree, ['A', 'B'])).toEqual({ A: { C: 2 } });
  expect(deletePath(tree, ['A', 'X', 'Y'])).toEqual(tree);
  expect(tree).toEqual({ A: { B: [1], C: 2 } });
});

it('a difference names the deepest keys', () => {
  expect(difference({ A: { B: 1, C: [1] }, D: 1 }, { A: { B: 2, C: [1] }, E: {} })).toEqual([
    { path: 'A.B', before: 1, after: 2 },
    { path: 'D', before: 1, after: undefined },
    { path: 'E', before: undefined, after: {} },
  ]);
});
