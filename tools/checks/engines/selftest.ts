import { violations } from '../../build/bundles/gates';
import { firstDifference } from './difference';
import type { EngineRun, Job } from './job';
import { CLOCK } from './noderun';
import { ENGINE, type Engine } from './programs';
import { scriptOf } from './source';

/**
 * Whether the engine programs do what the check takes for granted, by small scripts with a known end; one line for each
 * that ends in another way.
 */
export function selfTest(engines: readonly Engine[]): string[] {
  return [
    ...engines.flatMap((engine) => CASES.flatMap((one) => caseDifferences(engine, one))),
    ...PLANTED.flatMap((planted) => plantedDifferences(engines, planted)),
  ];
}

interface Case {
  readonly what: string;
  readonly code: string;
  readonly job?: Partial<Job>;
  /** What the run must give, of the members that are named. */
  readonly end: Partial<EngineRun>;
}

const CROSSING: Case = {
  what: 'values go in and out',
  code: `
    var entries = executeCommand('getList', { listName: args.list[0] }), caught;
    try { http('url', undefined, true); } catch (thrown) { caught = String(thrown); }
    return { contents: entries[0].Contents, count: entries.length, isArray: Array.isArray(entries), caught: caught };`,
  job: {
    globals: { args: { list: ['\u00e9\ud83d\ude00', 2] } },
    functions: ['executeCommand', 'http'],
    answers: [{ result: [{ Type: 1, Contents: { b: 'x', a: null } }] }, { thrown: 'refused' }],
  },
  end: {
    calls: [
      { function: 'executeCommand', arguments: ['getList', { listName: '\u00e9\ud83d\ude00' }] },
      { function: 'http', arguments: ['url', null, true] },
    ],
    result: { contents: { b: 'x', a: null }, count: 1, isArray: true, caught: 'Error: refused' },
    thrown: null,
    stopped: null,
  },
};

const CASES: readonly Case[] = [
  CROSSING,
  { ...CROSSING, what: "values go in as Go's own", job: { ...CROSSING.job, values: ['go'] } },
  { what: 'nothing is returned', code: 'var a = 1;', end: { result: null, thrown: null, stopped: null } },
  { what: 'an error is thrown', code: 'throw new Error("no");', end: { thrown: 'Error: no' } },
  { what: 'a text is thrown', code: 'throw "no";', end: { thrown: 'no' } },
  { what: 'the clock is the recorded one', code: 'return Date.now();', end: { result: CLOCK[0] } },
  {
    what: 'a script that asks without end is ended',
    code: 'while (true) f();',
    job: { functions: ['f'] },
    end: { thrown: 'Error: The recording has no more calls.' },
  },
];

function run(engine: Engine, code: string, more: Partial<Job> = {}): EngineRun {
  const job: Job = {
    source: scriptOf(code, CLOCK),
    globals: {},
    functions: [],
    answers: [],
    values: ['json'],
    ...more,
  };
  return engine.run(job).runs[0];
}

function caseDifferences(engine: Engine, { what, code, job, end }: Case): string[] {
  const outcome = run(engine, code, job);
  const found = Object.fromEntries(Object.keys(end).map((key) => [key, outcome[key as keyof EngineRun]]));
  const difference = firstDifference(end, found, 'the run');
  return difference === undefined ? [] : [`self-test: ${engine.name}, ${what}: ${difference}`];
}

/** Bundles that must not pass: the build's gate names the line, and Otto cannot load them at all. */
interface Planted {
  readonly what: string;
  readonly code: string;
  readonly gate: RegExp;
}

const PLANTED: readonly Planted[] = [
  { what: 'syntax newer than ES5.1', code: 'var a = 1;\nlet b = a;\nreturn b;\n', gate: /not ES5.*\(2:4\)/ },
  {
    what: 'a regular expression outside RE2',
    code: 'var a = 1;\nreturn /x(?=y)/.test(a);\n',
    gate: /^line 2: regular expr/,
  },
];

function plantedDifferences(engines: readonly Engine[], { what, code, gate }: Planted): string[] {
  const lines = violations(code).some((violation) => gate.test(violation))
    ? []
    : [`self-test: the gate misses ${what}`];
  const otto = engines.find(({ name }) => name === ENGINE.otto);
  if (otto === undefined) return lines;
  const { stopped } = run(otto, code);
  if (stopped === null) return [...lines, `self-test: Otto runs ${what}`];
  return /Line 2\b/.test(stopped) ? lines : [...lines, `self-test: Otto does not say in which line it finds ${what}`];
}
