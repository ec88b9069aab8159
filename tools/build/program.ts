import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

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
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
    metafile: true,
  });
  chmodSync(outfile, 0o755);
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}
