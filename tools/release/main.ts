import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeRelease } from './release';

const ROOT = resolve(__dirname, '../..');

/**
 * `npm run release [-- --tag v1.0.0]`: writes the files of a release into dist/release. With the tag, version and date
 * must be those of a release; without it, it is a rehearsal. Nothing leaves this machine.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { tag: { type: 'string' } } });
  const folder = join(ROOT, 'dist/release');
  const { version, date, files } = await writeRelease(ROOT, folder, values.tag);
  console.log(`${version}, ${date ?? 'unreleased: a rehearsal'}, in dist/release:`);
  for (const name of [...files, 'SHA256SUMS', 'notes.md']) console.log(`  ${name}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
