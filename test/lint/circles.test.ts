import { posix } from 'node:path';
import { preProcessFile } from 'typescript';
import { sources } from './sources';

/**
 * No file imports itself by way of others, not even for a type: who reads one of such a circle has to know all of it.
 * The rule `import-x/no-cycle` passes over imports of types, so this test walks them.
 */

/** Files by path, and the files that each of them imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

function importsOf(files: ReadonlyMap<string, string>): Imports {
  const resolved = (from: string, name: string): string | undefined => {
    const path = posix.join(posix.dirname(from), name);
    return [`${path}.ts`, `${path}/index.ts`].find((candidate) => files.has(candidate));
  };
  return new Map(
    [...files].map(([path, text]) => {
      const relative = preProcessFile(text).importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
      return [path, relative.flatMap(({ fileName }) => resolved(path, fileName) ?? [])];
    }),
  );
}

/** One circle for each import that closes one, as `a.ts -> b.ts -> a.ts`. */
function circlesOf(imports: Imports): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' -> ')];
    if (done.has(path)) return [];
    const found = (imports.get(path) ?? []).flatMap((next) => visit(next, [...way, path]));
    done.add(path);
    return found;
  };
  return [...imports.keys()].flatMap((path) => visit(path, []));
}

it('no file of the repository is in a circle of imports', () => {
  const imports = importsOf(sources());
  expect(imports.get('tools/lab/lab.ts')).toContain('tools/lab/kubernetes/index.ts');
  expect(circlesOf(imports)).toEqual([]);
});

it.each([
  ['of values', "import { b } from './b';", "export { a } from './a';", ['a.ts -> b.ts -> a.ts']],
  ['of types', "import type { B } from './b';", "import type { A } from './a';", ['a.ts -> b.ts -> a.ts']],
  ['through an index', "import { b } from './c';", "import { a } from './a';", ['a.ts -> c/index.ts -> b.ts -> a.ts']],
  ['of one file', "import { a } from './a';", '', ['a.ts -> a.ts']],
  ['no circle', "import { b } from './b';", "import { c } from './c/other';", []],
])('a circle is found: %s', (_what, a, b, expected) => {
  const files = new Map([
    ['a.ts', a],
    ['b.ts', b],
    ['c/index.ts', "export * from '../b';"],
    ['c/other.ts', "import { readFileSync } from 'node:fs';"],
  ]);
  expect(circlesOf(importsOf(files))).toEqual(expected);
});
