import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the command-line program into one file for Node, which is all that `npx cnseries` needs. */
export async function buildProgram(root: string, outfile = join(root, 'dist/cnseries.cjs')): Promise<void> {
  await build({
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
    logLevel: 'warning',
  });
  chmodSync(outfile, 0o755);
}
