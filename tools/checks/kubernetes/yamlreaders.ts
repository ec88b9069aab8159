import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { documentsOf as DocumentsOf } from '../../../scripts/xsoar/documents';
import { PATCHING } from '../../build/program';
import { readDocuments } from '../../lab/kubernetes/values/documents';

/** The objects in a file; `refused`: something in it cannot be read. */
export type YamlReader = (text: string) => readonly unknown[] | 'refused';

const ROOT = resolve(__dirname, '../../..');

/**
 * The readers of this project by name: that of the command line and the pack, as it is shipped, and the stand-in's own.
 */
export async function yamlReaders(): Promise<Readonly<Record<string, YamlReader>>> {
  const documentsOf = await shippedReader();
  return {
    'command line and pack': (text) => {
      const { documents, diagnostics } = documentsOf(text);
      return diagnostics.length > 0 ? 'refused' : documents;
    },
    'stand-in': (text) => {
      try {
        return readDocuments(text);
      } catch {
        return 'refused';
      }
    },
  };
}

/** Bundled as the program is, with the same patches. */
async function shippedReader(): Promise<typeof DocumentsOf> {
  const outfile = join(ROOT, '.cache/checks/yamlreader.cjs');
  mkdirSync(join(outfile, '..'), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['scripts/xsoar/documents.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfigRaw: {},
    alias: { 'js-yaml': './tools/build/bundles/yamlreader.cjs' },
    plugins: [PATCHING],
  });
  return (createRequire(__filename)(outfile) as { documentsOf: typeof DocumentsOf }).documentsOf;
}
