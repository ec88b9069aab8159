import { resolve } from 'node:path';
import { differences, writeFiles } from './files';
import { generate } from './generate';
import { buildProgram } from './program';
import { writeZip } from './zip';

const ROOT = resolve(__dirname, '../..');

/**
 * The steps of a build. `pack`: generate what is committed. `cli`: bundle the command-line program. `zip`: pack the
 * committed pack for upload. `check`: fail where the committed files are not what `pack` would write.
 */
const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  async pack() {
    const files = await generate(ROOT);
    writeFiles(ROOT, files);
    console.log(`Wrote ${files.size} generated files.`);
  },
  async cli() {
    await buildProgram(ROOT);
  },
  async zip() {
    writeZip(ROOT);
    console.log('Wrote dist/CNSeries.zip.');
    return Promise.resolve();
  },
  async check() {
    const files = await generate(ROOT);
    const found = differences(ROOT, files);
    if (found.length > 0) {
      throw new Error(
        `Generated files are not what their sources give. Run "npm run build" and commit.\n${found.join('\n')}`,
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
