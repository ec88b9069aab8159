import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** Paths that the page tells people to make. */
const EXAMPLES = /DoThis|FILE|DIR|ReleaseNotes/;

it('every path in CONTRIBUTING is there', () => {
  const paths = [...PAGE.matchAll(/`((?:scripts|tools|test|docs|Packs)\/[^`\s]+)`/g)].map((match) => match[1]);
  const missing = paths.filter((path) => !EXAMPLES.test(path) && !existsSync(join(ROOT, path)));
  expect(paths.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

it("each step of a policy's way is one file, and says what happens there", () => {
  const [, way] = /### A policy's way\n([\s\S]*?)\n###/.exec(PAGE) ?? [];
  const rows = [...(way ?? '').matchAll(/^\| (\w+) +\| `(scripts\/[^`]+\.ts)` +\| (.+?) *\|$/gm)];
  expect(rows.length).toBeGreaterThan(15);
  expect(new Set(rows.map((row) => row[2])).size).toBe(rows.length);
});

it('comments cite pages that are in the repository', () => {
  const sources = ['scripts', 'tools'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && item.name.endsWith('.ts'))
      .map((item) => join(item.parentPath, item.name)),
  );
  const missing = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const cited = [...text.matchAll(/\bdocs\/[a-z-]+\.md\b/g)].map(([page]) => page);
    return [
      ...cited.filter((page) => !existsSync(join(ROOT, page))),
      ...(text.match(/\bDESIGN section|\bFACTS-/g) ?? []),
    ];
  });
  expect(missing).toEqual([]);
});
