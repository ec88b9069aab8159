import { errorEntry, resultEntry } from '../../scripts/xsoar/entries';
import { errorMessage, userError } from '../../scripts/xsoar/errors';
import { onlyEntry, type Host, type HostEntry } from '../../scripts/xsoar/host';
import { readList } from '../../scripts/xsoar/lists';
import { readEntryText } from '../../scripts/xsoar/warroom';

/** A server that answers each command with fixed entries, and notes what it was asked. */
function hostWith(answers: Readonly<Record<string, readonly HostEntry[]>>): Host & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    args: {},
    incident: undefined,
    activeInstances: () => [],
    asked,
    executeCommand(name, args) {
      asked.push([name, args]);
      return answers[name] ?? [];
    },
  };
}

const NOT_FOUND = [{ Type: 4, Contents: 'Item not found (8)' }];

describe('readList', () => {
  it('gives the content', () => {
    const host = hostWith({ getList: [{ Type: 1, Contents: '{"clusters":{}}' }] });
    expect(readList(host, 'CNSeries Clusters')).toBe('{"clusters":{}}');
    expect(host.asked).toEqual([['getList', { listName: 'CNSeries Clusters' }]]);
  });

  it('gives the JSON of a list that the server parsed', () => {
    expect(readList(hostWith({ getList: [{ Type: 1, Contents: { clusters: {} } }] }), 'x')).toBe('{"clusters":{}}');
  });

  it('tells a missing list from one that cannot be read', () => {
    expect(readList(hostWith({ getList: NOT_FOUND }), 'x')).toBeUndefined();
    const forbidden = hostWith({ getList: [{ Type: 4, Contents: 'no permission' }] });
    expect(() => readList(forbidden, 'x')).toThrow('The list "x" cannot be read: no permission');
  });
});

describe('readEntryText', () => {
  it('gives what somebody pasted', () => {
    expect(readEntryText(hostWith({ getEntry: [{ Type: 1, Contents: 'kind: NetworkPolicy' }] }), '1@2')).toBe(
      'kind: NetworkPolicy',
    );
  });

  it('gives the JSON of an entry with data', () => {
    expect(readEntryText(hostWith({ getEntry: [{ Type: 1, Contents: { kind: 'List' } }] }), '1@2')).toBe(
      '{"kind":"List"}',
    );
  });

  it.each([3, 9])('reads the file of an entry of type %i', (type) => {
    const host = hostWith({
      getEntry: [{ Type: type, Contents: 'policy.yaml' }],
      ReadFile: [{ Type: 1, Contents: { FileData: 'kind: List' } }],
    });
    expect(readEntryText(host, '1@2')).toBe('kind: List');
    expect(host.asked).toContainEqual(['ReadFile', { entryID: '1@2', maxFileSize: '2000001' }]);
  });

  it('refuses a file that the reader would cut', () => {
    const host = hostWith({
      getEntry: [{ Type: 3, Contents: 'policy.yaml' }],
      ReadFile: [{ Type: 1, Contents: { FileData: 'x'.repeat(2000001) } }],
    });
    expect(() => readEntryText(host, '1@2')).toThrow('it has more than 2000000 bytes');
  });

  it('names an entry that is not there', () => {
    expect(() => readEntryText(hostWith({ getEntry: NOT_FOUND }), '1@2')).toThrow(
      'The entry 1@2 cannot be read: Item not found (8)',
    );
  });
});

it('an answer of several instances is refused', () => {
  const note = { Type: 1, Contents: '' };
  expect(() => onlyEntry([note, note], 'Reading')).toThrow('Reading: expected one answer, got 2.');
  expect(() => onlyEntry([], 'Reading')).toThrow('Reading: expected one answer, got 0.');
});

it('a result shows Markdown and merges data into the context', () => {
  expect(resultEntry('# Done', 'CNSeries.Validation(val.Policy == obj.Policy)', { Policy: 'a/b' })).toEqual({
    Type: 1,
    ContentsFormat: 'json',
    Contents: { Policy: 'a/b' },
    ReadableContentsFormat: 'markdown',
    HumanReadable: '# Done',
    EntryContext: { 'CNSeries.Validation(val.Policy == obj.Policy)': { Policy: 'a/b' } },
    IgnoreAutoExtract: true,
  });
});

it('a failure is an entry of type error', () => {
  expect(errorEntry('What is wrong.')).toEqual({ Type: 4, ContentsFormat: 'text', Contents: 'What is wrong.' });
});

it('errors for people keep their text, others say that they are not meant for them', () => {
  expect(errorMessage(userError('Name a cluster.'))).toBe('Name a cluster.');
  expect(errorMessage(new TypeError('x is undefined'))).toBe(
    'Internal error, please report it: TypeError: x is undefined',
  );
  expect(errorMessage('text')).toBe('Internal error, please report it: text');
});
