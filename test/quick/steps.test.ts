import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { quickSteps, TESTS, TOO_LONG } from '../../tools/quick/steps';

const titles = (changed: readonly string[]) => quickSteps(changed).rows.map((row) => row.map(({ title }) => title));

it('without changes there is nothing to lint', () => {
  expect(titles([])).toEqual([['types', 'types of scripts/'], ['the scripts of the pack']]);
});

it('code is linted, everything is looked at for its format', () => {
  const { rows } = quickSteps(['tools/a.ts', 'docs/b.md']);
  expect(rows[1].slice(1)).toEqual([
    { title: 'lint', program: 'eslint', args: ['--no-warn-ignored', 'tools/a.ts'] },
    { title: 'format', program: 'prettier', args: ['--check', '--ignore-unknown', 'tools/a.ts', 'docs/b.md'] },
  ]);
  expect(titles(['docs/b.md'])[1]).toEqual(['the scripts of the pack', 'format']);
});

it('the tests that it names are there', () => {
  const root = resolve(__dirname, '../..');
  const missing = [...TESTS, ...TOO_LONG].filter(
    (path) => !existsSync(`${root}/test/${path}`) && !existsSync(`${root}/test/${path}.test.ts`),
  );
  expect(missing).toEqual([]);
});
