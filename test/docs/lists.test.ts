import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const STORE = readFileSync(join(ROOT, 'scripts/case/store.ts'), 'utf8');
const PAGE = readFileSync(join(ROOT, 'docs/installing.md'), 'utf8');

it('administrators find each list of the server, and which of them must be put back', () => {
  const [, union = ''] = /export type StoredKind =([^;]+);/.exec(STORE) ?? [];
  const kinds = [...union.matchAll(/'([^']+)'/g)].map((match) => match[1]);
  const [, losses = ''] = /const LOSSES: [^=]+= \{([\s\S]+?)\n\};/.exec(STORE) ?? [];
  const kept = [...losses.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map((match) => match[1]);
  const rows = [...PAGE.matchAll(/^\| (`(?:CNSeries State CLUSTER|…) [^|]+`) +\|.*\| (\S[^|]*?) +\|$/gm)];
  const told = rows.flatMap(([, cell = '', damage = '']) =>
    [...cell.matchAll(/(?:CLUSTER|…) ([a-z-]+)`/g)].map((match) => ({ kind: match[1], damage })),
  );
  expect(told.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  expect(
    told
      .filter(({ damage }) => damage.startsWith('put it back'))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(kept.sort());
});
