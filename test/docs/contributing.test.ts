import { existsSync, readFileSync } from 'node:fs';
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
