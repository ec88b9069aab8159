import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecordings, recordCalls, writeRecordings, type Recording } from '../../../tools/checks/engines/recording';

const RECORDING: Recording = {
  scenario: 'one call',
  bundle: 'bundle.js',
  globals: { args: { a: 'é\u2028' } },
  functions: ['http'],
  clock: [0, 1],
  calls: [{ function: 'http', arguments: ['url', {}], result: { StatusCode: 200 } }],
  result: ['x'],
};

let file: string;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'cnseries-recording-')), 'recordings.jsonl');
});

afterEach(() => {
  rmSync(file, { force: true });
});

it('recordings come back from their file as they were', () => {
  writeRecordings(file, [RECORDING, { ...RECORDING, scenario: 'another' }]);
  expect(readRecordings(file)).toEqual([RECORDING, { ...RECORDING, scenario: 'another' }]);
});

it('a line that is no recording is named', () => {
  writeFileSync(file, `${JSON.stringify(RECORDING)}\n{"scenario":"x"}\n`);
  expect(() => readRecordings(file)).toThrow('recordings.jsonl, line 2 is no recording.');
});

it('calls are recorded as they were at that time, with what they gave or threw', () => {
  const answer = { count: 1 };
  const { functions, calls } = recordCalls({
    read: () => answer,
    write: () => undefined,
    fail: () => {
      throw new Error('no');
    },
  });
  const given = { list: ['a'] };
  expect(functions.read(given)).toEqual({ count: 1 });
  given.list.push('b');
  answer.count = 2;
  expect(functions.write()).toBeUndefined();
  expect(() => functions.fail(given)).toThrow('no');
  expect(calls).toEqual([
    { function: 'read', arguments: [{ list: ['a'] }], result: { count: 1 } },
    { function: 'write', arguments: [] },
    { function: 'fail', arguments: [{ list: ['a', 'b'] }], thrown: 'no' },
  ]);
});
