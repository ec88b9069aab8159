import type { Host } from '../../scripts/xsoar/host';
import { clearStored, isCompared, readStored, writeCompared, writeStored } from '../../scripts/case/store';

/** A server with lists that hold as much as a real one takes. */
function serverWithLists(): { readonly host: Host; readonly lists: Map<string, string>; readonly written: string[] } {
  const lists = new Map<string, string>();
  const written: string[] = [];
  const host: Host = {
    args: {},
    incident: undefined,
    activeInstances: () => [],
    executeCommand: (command, { listName, listData }) => {
      const name = String(listName);
      const content = lists.get(name);
      const missing = [{ Type: 4, Contents: 'Item not found (8)' }];
      if (command === 'getList') return content === undefined ? missing : [{ Type: 1, Contents: content }];
      if (command === 'setList' && content === undefined) return missing;
      if (String(listData).length > 209_715) return [{ Type: 4, Contents: 'The list is too long' }];
      lists.set(name, String(listData));
      written.push(name);
      return [{ Type: 1, Contents: 'Done' }];
    },
  };
  return { host, lists, written };
}

const LONG = { text: 'x'.repeat(450_000) };

it('a document comes back as it was written, and another cluster has its own', () => {
  const { host } = serverWithLists();
  expect(readStored(host, 'shop', 'run')).toBeUndefined();
  writeStored(host, 'shop', 'run', { hash: 'a', list: [1, '"'] });
  expect(readStored(host, 'shop', 'run')).toEqual({ hash: 'a', list: [1, '"'] });
  expect(readStored(host, 'test', 'run')).toBeUndefined();
});

it('what is too long for one list is kept in parts, each short enough', () => {
  const { host, lists } = serverWithLists();
  writeStored(host, 'shop', 'last-good', LONG);
  expect(readStored(host, 'shop', 'last-good')).toEqual(LONG);
  expect(Math.max(...[...lists.values()].map((content) => content.length))).toBeLessThanOrEqual(200_000);
});

it('a part never ends within a character: lists are kept as UTF-8', () => {
  const { host, lists } = serverWithLists();
  for (const shift of [0, 1]) {
    const long = { text: 'x'.repeat(shift) + '😀'.repeat(225_000) };
    writeStored(host, 'shop', 'last-good', long);
    for (const [name, content] of lists) lists.set(name, Buffer.from(content, 'utf8').toString('utf8'));
    expect(readStored(host, 'shop', 'last-good')).toEqual(long);
  }
});

it('a writer that is broken off leaves the old document', () => {
  const { host, lists, written } = serverWithLists();
  writeStored(host, 'shop', 'last-good', LONG);
  const other = { text: 'y'.repeat(450_000) };
  const before = new Map(lists);
  writeStored(host, 'shop', 'last-good', other);
  expect(readStored(host, 'shop', 'last-good')).toEqual(other);
  const pointer = 'CNSeries State shop last-good';
  expect(written.at(-1)).toBe(pointer);
  // As if the pointer had not been written any more:
  lists.set(pointer, before.get(pointer) ?? '');
  expect(readStored(host, 'shop', 'last-good')).toEqual(LONG);
});

it('a third document takes the place of the first, so lists do not pile up', () => {
  const { host, lists } = serverWithLists();
  for (const letter of ['a', 'b', 'c', 'd']) writeStored(host, 'shop', 'last-good', { text: letter.repeat(450_000) });
  expect(lists.size).toBe(7);
});

it('a part that somebody edited or deleted is an error that names the list', () => {
  const { host, lists } = serverWithLists();
  writeStored(host, 'shop', 'last-good', LONG);
  const part = [...lists.keys()].find((name) => name.endsWith(' a2')) ?? '';
  lists.set(part, 'edited');
  // Deleting the part would leave the pointer to it.
  expect(() => readStored(host, 'shop', 'last-good')).toThrow('The list "CNSeries State shop last-good"');
  lists.delete(part);
  expect(() => readStored(host, 'shop', 'last-good')).toThrow('then lose their rules');
  for (const broken of ['not JSON', '[]', '{"parts":[]}', '{"parts":[{"list":"gone","hash":"x"}]}']) {
    lists.set('CNSeries State shop run', broken);
    expect(() => readStored(host, 'shop', 'run')).toThrow('"CNSeries State shop run"');
    expect(() => readStored(host, 'shop', 'run')).toThrow('what the run wrote is then not undone');
    lists.set('CNSeries State shop push', broken);
    expect(() => readStored(host, 'shop', 'push')).toThrow('Delete it; the next run writes it anew.');
  }
});

it('a list that cannot be written is an error with the reason of the server', () => {
  const { host } = serverWithLists();
  const denied: Host = { ...host, executeCommand: () => [{ Type: 4, Contents: 'forbidden' }] };
  expect(() => {
    writeStored(denied, 'shop', 'run', {});
  }).toThrow('forbidden');
});

it('forgetting writes only where there is something', () => {
  const { host, written } = serverWithLists();
  clearStored(host, 'shop', 'run');
  expect(written).toEqual([]);
  writeStored(host, 'shop', 'run', { hash: 'a' });
  clearStored(host, 'shop', 'run');
  expect(readStored(host, 'shop', 'run')).toBeUndefined();
  const count = written.length;
  clearStored(host, 'shop', 'run');
  expect(written).toHaveLength(count);
});

it('a text that is kept to be compared with is told from every other one', () => {
  const { host, lists } = serverWithLists();
  const text = 'x'.repeat(199_990) + '😀'.repeat(120_000);
  expect(writeCompared(host, 'shop', 'standing', 'm', text)).toBe(true);
  for (const [name, content] of lists) lists.set(name, Buffer.from(content, 'utf8').toString('utf8'));
  expect(Math.max(...[...lists.values()].map((content) => content.length))).toBeLessThanOrEqual(200_000);
  expect(isCompared(host, 'shop', 'standing', 'm', text)).toBe(true);
  for (const other of [`${text}y`, text.slice(0, -2), text.slice(0, 199_980), `y${text.slice(1)}`, '']) {
    expect(isCompared(host, 'shop', 'standing', 'm', other)).toBe(false);
  }
  expect(isCompared(host, 'shop', 'standing', 'n', text)).toBe(false);
  expect(isCompared(host, 'test', 'standing', 'm', text)).toBe(false);
});

it('what would take too many lists is not kept', () => {
  const { host, written } = serverWithLists();
  expect(writeCompared(host, 'shop', 'standing', 'm', 'x'.repeat(5_000_000))).toBe(false);
  expect(written).toEqual([]);
});
