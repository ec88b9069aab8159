import { bundleViolations, checkRecordings, runDifference, type CheckRow } from '../../../tools/checks/engines/check';
import type { EngineRun } from '../../../tools/checks/engines/job';
import { nodeEngine } from '../../../tools/checks/engines/nodeengine';
import { CLOCK, recordRun } from '../../../tools/checks/engines/noderun';
import type { Recording, ServerFunctions } from '../../../tools/checks/engines/recording';

const SERVER: ServerFunctions = {
  executeCommand: (name) => [{ Type: 1, Contents: `content of ${String(name)}` }],
  http: () => {
    throw new Error('connection refused');
  },
};

function record(code: string, args: object = {}): Recording {
  return recordRun({ scenario: 'test', bundle: 'bundle.js', globals: { args } }, code, SERVER);
}

/** Plays the recordings of one bundle with another one in its place. */
function check(code: string, recordings: readonly Recording[]): CheckRow[] {
  const told: CheckRow[] = [];
  const options = { values: ['json', 'json'], tell: (row: CheckRow) => told.push(row) } as const;
  const rows = checkRecordings(new Map([['bundle.js', code]]), recordings, [nodeEngine], options);
  expect(rows).toEqual(told);
  return rows;
}

const ASKS = 'return [args.list, executeCommand("getList", { listName: args.list })[0].Contents];';

it('a bundle that does what was recorded is equal', () => {
  const recording = record(ASKS, { list: 'a' });
  expect(recording.calls).toEqual([
    {
      function: 'executeCommand',
      arguments: ['getList', { listName: 'a' }],
      result: [{ Type: 1, Contents: 'content of getList' }],
    },
  ]);
  expect(recording.result).toEqual(['a', 'content of getList']);
  expect(check(ASKS, [recording])).toMatchObject([{ recordings: 1, calls: 1, engine: 'Node', difference: undefined }]);
});

it.each([
  [
    'asks for something else',
    ASKS.replace('"getList"', '"setList"'),
    'call 1.arguments[0]: "setList" instead of "getList"',
  ],
  ['does not ask', 'return 1;', 'call 1: nothing instead of executeCommand'],
  ['asks once more than was recorded', `executeCommand("x", {}); executeCommand("y", {}); ${ASKS}`, /^call 1\./],
  ['goes on asking', `${ASKS.replace('return', 'var first =')} http("a"); return first;`, /^call 2: \{/],
  ['gives another result', ASKS.replace('return [', 'return [1, '), 'result[0]: 1 instead of "a"'],
  ['gives nothing', ASKS.replace('return', 'var unused ='), 'result: null instead of ["a","content of getList"]'],
  ['throws', `${ASKS.replace('return', 'var unused =')} throw new Error("no");`, 'thrown: "Error: no" instead of null'],
])('a bundle that %s is different', (_what, code, difference) => {
  const [row] = check(code, [record(ASKS, { list: 'a' })]);
  expect(row.difference).toEqual(typeof difference === 'string' ? difference : expect.stringMatching(difference));
});

it('what a function throws reaches the bundle as an error, recorded and played alike', () => {
  const code = 'try { http("a"); } catch (thrown) { return String(thrown); }';
  const recording = record(code);
  expect(recording).toMatchObject({ result: 'Error: connection refused', calls: [{ thrown: 'connection refused' }] });
  expect(check(code, [recording])[0].difference).toBeUndefined();
});

it('the clock gives the recorded readings', () => {
  const code = 'return [Date.now(), new Date().getTime(), new Date(0).toISOString(), new Date(2026, 0, 1).getMonth()];';
  const clock = [CLOCK[0], CLOCK[0] + 60_000];
  const recording = recordRun({ scenario: 'test', bundle: 'bundle.js', globals: {}, clock }, code, {});
  expect(recording.result).toEqual([...clock, '1970-01-01T00:00:00.000Z', 0]);
  expect(check(code, [recording])[0].difference).toBeUndefined();
});

it('recordings of one bundle and scenario are one row, which names the first that differs', () => {
  const recordings = ['a', 'b'].map((list) => record(ASKS, { list }));
  const code = ASKS.replace('args.list,', 'args.list === "b" ? 1 : args.list,');
  expect(check(code, recordings)).toMatchObject([
    { recordings: 2, calls: 2, difference: 'recording 2, result[0]: 1 instead of "b"' },
  ]);
});

it('an engine that stops before the end is different, whatever it asked for', () => {
  const run: EngineRun = {
    calls: [],
    result: null,
    thrown: null,
    stopped: 'Line 3: Unexpected token',
    parseMs: 0,
    runMs: 0,
  };
  expect(runDifference(record('return 1;'), run)).toBe('stopped: Line 3: Unexpected token');
});

it.each([
  ['newer than ES5.1', 'var a = 1;\nlet b = 2;\n', /not ES5: .*\(2:4\)/],
  [
    'a regular expression outside RE2',
    'var __cnEntries;\n(function () {\n  __cnEntries = /a(?=b)/;\n})();\nreturn __cnEntries;\n',
    /^bundle.js: line 3: .*group/,
  ],
])('a bundle with what is %s is found with its line', (_what, code, violation) => {
  expect(bundleViolations(new Map([['bundle.js', code]]), 'bundle.js')).toEqual([expect.stringMatching(violation)]);
});
