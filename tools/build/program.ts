import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { patched } from './bundles/patches.cjs';

/**
 * Bundles the command-line program into one file for Node, which is all that `npx cnseries` needs.
 *
 * @returns the folders of the packages that are inside of it, below `root`, sorted
 */
export async function buildProgram(
  root: string,
  outfile = join(root, 'dist/cnseries.cjs'),
): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['tools/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfigRaw: {},
    define: { HTTP_WORKER: JSON.stringify(readFileSync(join(root, 'tools/cli/panorama/httpworker.cjs'), 'utf8')) },
    banner: { js: '#!/usr/bin/env node' },
    alias: { 'js-yaml': './tools/build/bundles/yamlreader.cjs' },
    plugins: [PATCHING],
    logLevel: 'warning',
    metafile: true,
  });
  chmodSync(outfile, 0o755);
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/** The program reads YAML with the parser that the pack has, with its patches. */
export const PATCHING: Plugin = {
  name: 'patching',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]js-yaml[\\/].*\.js$/ }, ({ path }) => ({
      contents: patched(path, readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
