import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { patched } from '../../tools/build/bundles/patches.cjs';
import type { Compiler } from '../property/pipeline';
import type { Mutant } from './mutants';

const ROOT = resolve(__dirname, '..', '..');

/** What the tests use of the compiler; the proof is not among it and stays as it is. */
const ENTRY = [
  "export { collectObjects } from './scripts/policy/kubernetes/objects';",
  "export { buildSnapshot } from './scripts/policy/kubernetes/snapshot';",
  "export { translate } from './scripts/policy/translate/translate';",
].join('\n');

/**
 * Builds the compiler with a mistake in it.
 *
 * @throws Error where the text that the mistake replaces does not stand in its file exactly once
 */
export async function buildMutant(mutant: Mutant): Promise<Compiler> {
  const file = join(ROOT, 'scripts', 'policy', mutant.file);
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [replacing(file, mutant)],
  });
  return evaluate(outputFiles[0].text);
}

function replacing(file: string, { from, to }: Mutant): Plugin {
  return {
    name: 'mutant',
    setup(context) {
      context.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== file) return undefined;
        const patches = [{ file: /\.ts$/, from, to }];
        return { contents: patched(path, readFileSync(path, 'utf8'), patches), loader: 'ts' };
      });
    },
  };
}

function evaluate(code: string): Compiler {
  const run = runInThisContext(`(function (module) {${code}\n})`) as (module: { exports: unknown }) => void;
  const module: { exports: unknown } = { exports: {} };
  run(module);
  return module.exports as Compiler;
}
