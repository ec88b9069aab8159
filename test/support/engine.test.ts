import { runBundle, type EngineKind } from './engine';

const ES2015 = [
  'typeof Map',
  'typeof Set',
  'typeof Promise',
  'typeof Symbol',
  'typeof Uint8Array',
  'typeof BigInt',
  'typeof globalThis',
  'typeof console',
  'typeof setTimeout',
  'typeof require',
  'typeof process',
  'typeof Object.assign',
  'typeof Object.entries',
  'typeof Array.from',
  'typeof [].find',
  'typeof [].includes',
  'typeof [].flat',
  'typeof "".includes',
  'typeof "".startsWith',
  'typeof "".repeat',
  'typeof "".padStart',
  'typeof Number.isInteger',
  'typeof Math.imul',
  'typeof JSON.rawJSON',
];

function evaluate(expression: string, kind: EngineKind, args: unknown = {}): unknown {
  return runBundle(`return ${expression};`, { args }, kind);
}

it.each(ES2015)('%s is undefined without modern JavaScript', (expression) => {
  expect(evaluate(expression, 'es5')).toBe('undefined');
});

it.each<EngineKind>(['node', 'es5', 'otto'])('a bundle reads arguments and runs commands in %s', (kind) => {
  const asked: unknown[] = [];
  const stub = {
    args: { policy: 'a' },
    executeCommand: (name: string, args: unknown) => {
      asked.push([name, args]);
      return [{ Type: 1, Contents: 'text' }];
    },
  };
  const code = 'return [args.policy, executeCommand("getList", { listName: args.policy })[0].Contents];';
  expect(runBundle(code, stub, kind)).toEqual(['a', 'text']);
  expect(asked).toEqual([['getList', { listName: 'a' }]]);
});

it('otto escapes and sorts what it writes', () => {
  expect(evaluate('JSON.stringify({ b: "<&>", a: 1 })', 'otto')).toBe('{"a":1,"b":"\\u003c\\u0026\\u003e"}');
});

it('otto gives keys of parsed text, and of arguments, in another order each time', () => {
  const object = '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}';
  const parsed = new Set(times(30, () => evaluate(`Object.keys(JSON.parse('${object}')).join("")`, 'otto')));
  const given = new Set(times(30, () => evaluate('Object.keys(args).join("")', 'otto', JSON.parse(object))));
  expect(parsed.size).toBeGreaterThan(1);
  expect(given.size).toBeGreaterThan(1);
});

it('otto sorts equal elements in another order each time', () => {
  const sort = '[10, 11, 12, 13, 14, 15, 16].sort(function () { return 0; }).join(" ")';
  expect(new Set(times(30, () => evaluate(sort, 'otto'))).size).toBeGreaterThan(1);
  expect(new Set(times(30, () => evaluate(sort, 'es5'))).size).toBe(1);
});

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
