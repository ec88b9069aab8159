import { resolve } from 'node:path';
import { isBundle, markBuilt, requireBundles } from '../bundles/built';
import { writeBundles } from './bundles/bundles';
import { differences, writeFiles } from './files';
import { generate } from './generate';
import { buildProgram } from './program';
import { writeZip } from './zip/zip';

const ROOT = resolve(__dirname, '../..');

/**
 * The steps of a build. `pack`: generate all of the pack. `bundles`: only its scripts, which are not committed. `cli`:
 * bundle the command-line program. `zip`: pack the pack for upload. `check`: fail where files are not what `pack` would
 * write.
 */
const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  async pack() {
    const files = await generate(ROOT);
    writeFiles(ROOT, files);
    markBuilt(ROOT);
    console.log(`Wrote ${files.size} generated files.`);
  },
  async bundles() {
    console.log(`Wrote the ${await writeBundles(ROOT)} scripts of the pack.`);
  },
  async cli() {
    await buildProgram(ROOT);
  },
  async zip() {
    requireBundles(ROOT);
    writeZip(ROOT);
    console.log('Wrote dist/CNSeries.zip.');
    return Promise.resolve();
  },
  async check() {
    requireBundles(ROOT);
    const files = await generate(ROOT);
    const found = differences(ROOT, files);
    if (found.length > 0) {
      const remedy = found.every((line) => isBundle(line.replace(/^\w+: +/, ''))) ? '' : ' and commit';
      throw new Error(
        `Generated files are not what their sources give. Run "npm run build"${remedy}.\n${found.join('\n')}`,
      );
    }
    console.log(`The ${files.size} generated files are what their sources give.`);
  },
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(STEPS, name));
  if (names.length === 0 || unknown.length > 0) {
    throw new Error(`Name the steps to run: ${Object.keys(STEPS).join(', ')}.`);
  }
  for (const name of names) await STEPS[name]();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
