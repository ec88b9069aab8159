import { zipSync } from 'fflate';
import { compareZips, judge, type Difference } from '../../../tools/checks/pack/zipcompare';

const zip = (entries: { readonly [name: string]: string }): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))])));

const lines = (ours: Uint8Array, theirs: Uint8Array): readonly string[] =>
  compareZips(ours, theirs).map(({ entry, path, text }) => `${entry} ${path}: ${text}`);

describe('compareZips', () => {
  it('finds nothing where entries say the same in another order, layout and notation', () => {
    const ours = zip({ 'a.json': '{"x":1,"y":[2]}', 'b.yml': 'k: |-\n  one\n  two\n', 'c.png': 'picture' });
    const theirs = zip({
      'c.png': 'picture',
      'b.yml': 'k: "one\\ntwo"',
      'a.json': '{ "y": [2], "x": 1 }',
      'Scripts/': '',
    });
    expect(lines(ours, theirs)).toEqual([]);
  });

  it('names entries that only one of them has', () => {
    expect(lines(zip({ 'a.md': '', 'b.md': '' }), zip({ 'b.md': '', 'c.md': '' }))).toEqual([
      'a.md : only ours has it',
      'c.md : only the SDK has it',
    ]);
  });

  it('names every place where data differ, and says where bytes do', () => {
    const ours = zip({ 'a.yml': 'tasks: [{id: 1, name: one}]', 'b.md': 'x\n', 'c.json': '{"a":[1],"b":1}' });
    const theirs = zip({ 'a.yml': 'tasks: [{id: 1, name: two}]', 'b.md': 'x', 'c.json': '{"a":{"0":1}}' });
    expect(lines(ours, theirs)).toEqual([
      'a.yml /tasks/0/name: ours "one", the SDK\'s "two"',
      'b.md : the bytes differ',
      'c.json /a: ours [1], the SDK\'s {"0":1}',
      "c.json /b: ours 1, the SDK's nothing",
    ]);
  });

  it('tells a missing value from null, and 1 from "1"', () => {
    expect(lines(zip({ 'a.json': '{"x":null}' }), zip({ 'a.json': '{}' }))).toEqual([
      "a.json /x: ours null, the SDK's nothing",
    ]);
    expect(lines(zip({ 'a.yml': 'x: 1' }), zip({ 'a.yml': "x: '1'" }))).toEqual(['a.yml /x: ours 1, the SDK\'s "1"']);
  });

  it('takes lists of metadata.json in any order, by the name of what they hold, and others in their own', () => {
    const ours = '{"items":[{"name":"a","x":1},{"name":"b"}],"tags":["s","t"]}';
    const theirs = '{"tags":["t","s","u"],"items":[{"name":"b"},{"name":"a","x":2}]}';
    expect(lines(zip({ 'metadata.json': ours }), zip({ 'metadata.json': theirs }))).toEqual([
      "metadata.json /items/a/x: ours 1, the SDK's 2",
      'metadata.json /tags/u: ours nothing, the SDK\'s "u"',
    ]);
    expect(lines(zip({ 'a.json': '["s","t"]' }), zip({ 'a.json': '["t","s"]' }))).toHaveLength(2);
  });
});

describe('judge', () => {
  const at = (entry: string, path: string): Difference => ({ entry, path, text: 'differs' });

  it('takes differences that have a name, by their beginning where the name ends with a star', () => {
    const named = [
      { entry: 'metadata.json', path: '/updated', reason: 'date' },
      { entry: 'doc_files/*', path: '', reason: 'pictures' },
    ];
    expect(judge([at('metadata.json', '/updated'), at('doc_files/a.png', '')], named)).toEqual([]);
    expect(judge([at('metadata.json', '/updated2'), ...named.map(() => at('doc_files/a.png', ''))], named)).toEqual([
      'metadata.json /updated2: differs',
      'metadata.json /updated: named as a difference, and there is none',
    ]);
  });

  it('lets a difference be absent that is there only sometimes', () => {
    expect(judge([], [{ entry: 'metadata.json', path: '/tags/New', reason: 'new', sometimes: true }])).toEqual([]);
  });
});
