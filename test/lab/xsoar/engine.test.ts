import { runScript, type EngineKind, type ScriptRun } from '../../../tools/lab/xsoar/engine/run';
import { CommandFailure, RunnerError, type Json } from '../../../tools/lab/xsoar';

const run = (code: string, more: Partial<ScriptRun> = {}): Json | undefined =>
  runScript({
    name: 'Test',
    code,
    engine: 'es5',
    globals: { args: { a: 1 } },
    functions: { executeCommand: ([name, args]) => [{ name: name ?? null, args: args ?? null }] },
    now: () => Date.UTC(2026, 0, 5),
    timeoutMilliseconds: 2000,
    ...more,
  });

describe('the engine', () => {
  it('wraps the code into a function, behind the common code', () => {
    expect(run('return args.a')).toBe(1);
    expect(run('args.a')).toBeUndefined();
    expect(run('return [entryTypes.error, isError({Type: 4}), argToList("a,b"), "{0}!".format("x")]')).toEqual([
      4,
      true,
      ['a', 'b'],
      'x!',
    ]);
  });

  it.each([
    'process require module exports console globalThis setTimeout Promise Map Set Symbol Proxy Reflect Intl WebAssembly',
    'Uint8Array BigInt structuredClone Buffer',
  ])('has none of %s', (names) => {
    const code = names
      .split(' ')
      .map((name) => `typeof ${name}`)
      .join(',');
    expect(new Set(run(`return [${code}]`) as string[])).toEqual(new Set(['undefined']));
  });

  it('lacks the methods of later editions, but those that the common code adds', () => {
    expect(run('return [typeof "".includes, typeof [].find, typeof Object.assign, typeof "".startsWith]')).toEqual([
      'undefined',
      'undefined',
      'undefined',
      'function',
    ]);
  });

  it('has its own time', () => {
    expect(run('return [Date.now(), new Date().toISOString(), new Date(0) instanceof Date]')).toEqual([
      Date.UTC(2026, 0, 5),
      '2026-01-05T00:00:00.000Z',
      true,
    ]);
  });

  it('a top-level const that takes a name of the common code cannot be compiled', () => {
    expect(() => run('const formats = 1; return formats')).toThrow(RunnerError);
  });
});

describe('what crosses the border', () => {
  it.each([
    ['an undefined member', 'return {a: {b: undefined}}', 'result.a.b is undefined'],
    ['a date', 'return [new Date()]', 'result[0] is no plain object'],
    ['a function', 'return {f: function () {}}', 'result.f is a function'],
    ['an instance', 'function C() {} return new C()', 'result is no plain object'],
    ['NaN', 'return {n: 0 / 0}', 'result.n is NaN'],
    ['a circle', 'var a = {}; a.a = a; return a', 'result.a is a circle'],
    ['an argument', 'executeCommand("x", {a: undefined})', 'executeCommand[1].a is undefined'],
  ])('%s is a fault that no script can catch', (_, code, fault) => {
    expect(() => run(`try { ${code.startsWith('return') ? 'void 0' : code} } catch (e) {} ${code}`)).toThrow(
      new RunnerError(`Test hands over what is no plain data: ${fault}.`).message,
    );
  });

  it('data comes back as data of the engine', () => {
    expect(run('var e = executeCommand("x", {a: [1]}); return [e instanceof Array, e[0].args.a]')).toEqual([true, [1]]);
  });
});

describe('failures', () => {
  it.each([
    ['a text', 'throw "broken"', 'broken'],
    ['an error', 'throw new Error("broken")', 'Error: broken'],
    ['a mistake', 'return missing.x', 'ReferenceError: missing is not defined'],
    ['no end', 'for (;;) {}', 'Timeout: Test did not end in time'],
  ])('%s', (_, code, text) => {
    expect(() => run(code, { timeoutMilliseconds: 100 })).toThrow(new CommandFailure(text));
  });

  it('those of commands can be caught, those of the runner cannot', () => {
    const failing = {
      executeCommand: () => {
        throw new CommandFailure('no instance');
      },
    };
    expect(run('try { executeCommand("x") } catch (e) { return e.message }', { functions: failing })).toBe(
      'no instance',
    );
    const wrong = {
      executeCommand: () => {
        throw new RunnerError('no such command');
      },
    };
    expect(() => run('try { executeCommand("x") } catch (e) {} return 1', { functions: wrong })).toThrow(
      'no such command',
    );
  });
});

it.each<EngineKind>(['es5', 'otto'])('%s gives the same data', (engine) => {
  expect(run('return JSON.parse(JSON.stringify({b: 1, a: "<"}))', { engine })).toEqual({ a: '<', b: 1 });
});
