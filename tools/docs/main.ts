import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildProgram } from '../build/program';
import { refreshed } from './examples';
import { PAGES } from './pages';

/** Writes into the documentation what its examples print now. */

const ROOT = resolve(__dirname, '../..');

async function main(): Promise<void> {
  await buildProgram(ROOT);
  for (const page of PAGES) {
    const path = join(ROOT, page);
    const before = readFileSync(path, 'utf8');
    const after = refreshed(before, join(ROOT, 'dist/cnseries.cjs'), ROOT);
    if (after !== before) writeFileSync(path, after);
    console.log(`${page}: ${after === before ? 'nothing to change' : 'refreshed'}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
