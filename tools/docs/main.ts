import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildProgram } from '../build/program';
import { refreshed } from './examples';
import { PAGES } from './pages';
import { terminalPicture } from './terminalpicture';

/** Writes into the documentation what its examples print now. */

const ROOT = resolve(__dirname, '../..');

/** The first step of `npm run demo`, as a terminal shows it. */
function demoPicture(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/demo/main.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`The demo fails: ${stdout}${stderr}`);
  const lines = stdout.split('\n');
  const end = lines.findIndex((line) => line.includes('Security rules that are live'));
  return terminalPicture(lines.slice(0, end).join('\n'));
}

async function main(): Promise<void> {
  await buildProgram(ROOT);
  writeFileSync(join(ROOT, 'docs/images/demo.svg'), demoPicture());
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
