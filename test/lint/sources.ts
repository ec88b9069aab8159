import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** The text of every TypeScript file of the project, by its path from the root. */
export const sources = (): ReadonlyMap<string, string> =>
  new Map(
    ['scripts', 'tools', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => posix.join(folder, ...name.split('\\')))
        .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const),
    ),
  );
