import { posix } from 'node:path';
import { sources } from './sources';

/**
 * What a file exports, some other file imports: else it is dead, or nobody else's business. What only tests import must
 * be used in its own file, or it is test support. Types are open: whoever reads a signature may look for its types.
 */

/** What the entries that the build writes for its bundles import. */
const ENTRANCES = [
  /^scripts\/automations\/CNSeries\w+\.ts: run$/,
  /^scripts\/watcher\/run\.ts: runIntegration$/,
  /^scripts\/watcher\/api\/host\.ts: serverHost$/,
  /^scripts\/xsoar\/host\.ts: serverHost$/,
  /^scripts\/xsoar\/automation\.ts: runAutomation$/,
  /^tools\/cli\/codecache\.ts: loadCached$/,
];

/** Known, and not to grow. */
const KNOWN: readonly string[] = [
  'scripts/policy/kubernetes/entries.ts: entryKey',
  'scripts/policy/kubernetes/metadata.ts: readLabels',
  'scripts/policy/kubernetes/namespaces.ts: NAMESPACE_NAME_LABEL',
  'scripts/policy/kubernetes/ports.ts: readProtocol',
  'scripts/policy/panos/ends.ts: podsText',
  'scripts/policy/plan/simulate.ts: simulateOperation',
  'scripts/policy/prove/read/ports.ts: addPoint',
  'scripts/policy/prove/rules/filtertext.ts: MAX_FILTER',
  'scripts/policy/prove/verdict/ask.ts: connectionsBetween',
  'scripts/policy/prove/verdict/reasons.ts: describeEndpoint',
];

type Sources = ReadonlyMap<string, string>;

const exportsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(([, name]) => name);

/** `path: name` of all that files import or pass on; `path: *` for a module as a whole. */
function importsOf(files: Sources, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of from) {
    const statements = (files.get(path) ?? '').matchAll(
      /(?:^(?:import|export) (?:type )?(?:(\{[^}]*\})|(\* as \w+|\*)) from |import\()'(\.[^']*)'/gm,
    );
    for (const [, names, , target] of statements) {
      const stem = posix.join(posix.dirname(path), target);
      const file = [`${stem}.ts`, `${stem}/index.ts`].find((candidate) => files.has(candidate)) ?? stem;
      const each =
        names === undefined ? ['*'] : [...names.matchAll(/(?:type )?(\w+)(?: as \w+)?/g)].map(([, one]) => one);
      for (const name of each) found.add(`${file}: ${name}`);
    }
  }
  return found;
}

/** Exported values that no other file imports, and those that only tests do, and nothing in their own file. */
function idleExports(files: Sources): readonly string[] {
  const paths = [...files.keys()];
  const all = importsOf(files, paths);
  const product = importsOf(
    files,
    paths.filter((path) => !path.startsWith('test/')),
  );
  const isIn = (imports: ReadonlySet<string>, path: string, name: string): boolean =>
    imports.has(`${path}: ${name}`) || imports.has(`${path}: *`);
  return paths
    .filter((path) => !path.startsWith('test/'))
    .flatMap((path) => {
      const text = files.get(path) ?? '';
      return exportsOf(text)
        .filter((name) => {
          if (isIn(product, path, name)) return false;
          const uses = text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
          return !(isIn(all, path, name) && uses > 1);
        })
        .map((name) => `${path}: ${name}`);
    });
}

it('every exported value is imported, and not by tests alone', () => {
  const idle = idleExports(sources()).filter((one) => !ENTRANCES.some((pattern) => pattern.test(one)));
  expect(idle.sort()).toEqual(KNOWN);
});

it.each([
  ['imported by nobody', { 'scripts/a.ts': 'export const a = 1;\nexport const b = a;' }, ['a', 'b']],
  ['imported', { 'scripts/a.ts': 'export const a = 1;', 'tools/b.ts': "import { a } from '../scripts/a';" }, []],
  [
    'imported under another name',
    { 'scripts/a.ts': 'export const a = 1;', 'scripts/b.ts': "import { a as c } from './a';" },
    [],
  ],
  ['passed on', { 'scripts/a.ts': 'export function a() {}', 'scripts/b.ts': "export { a } from './a';" }, []],
  ['as a whole', { 'scripts/a.ts': 'export const a = 1;', 'scripts/b.ts': "import * as a from './a';" }, []],
  ['by a test alone', { 'scripts/a.ts': 'export class a {}', 'test/b.ts': "import { a } from '../scripts/a';" }, ['a']],
  [
    'by a test, and used at home',
    { 'scripts/a.ts': 'export const a = 1;\nconsole.log(a);', 'test/b.ts': "import { a } from '../scripts/a';" },
    [],
  ],
  ['a type', { 'scripts/a.ts': 'export interface A {}' }, []],
])('%s', (_what, files, idle) => {
  expect(idleExports(new Map(Object.entries(files)))).toEqual(idle.map((name) => `scripts/a.ts: ${name}`));
});
