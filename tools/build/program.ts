import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { patched } from './bundles/patches.cjs';

/** The folder beside the program, in which its parts lie. */
export const PARTS = 'cnseries';

/**
 * Bundles the command-line program for Node, without dependencies: a file that starts it, and its parts in a folder
 * beside. Each `import()` in the sources is a part, so that a run reads and compiles no more than it needs. What two
 * parts share is in both.
 *
 * @returns the folders of the packages that are inside of it, below `root`, sorted
 */
export async function buildProgram(
  root: string,
  outfile = join(root, 'dist/cnseries.cjs'),
): Promise<readonly string[]> {
  const parts = join(dirname(outfile), PARTS);
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  const inputs = new Set<string>();
  const built = new Map<string, Promise<string>>();

  /** Writes a part; its content is in its name, so that nothing compiled of another one is taken for it (codecache.ts). */
  async function writePart(source: string): Promise<string> {
    const content = await bundled(source);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const name = `${basename(source, extname(source))}-${hash}.cjs`;
    writeFileSync(join(parts, name), content);
    return name;
  }

  function partName(source: string): Promise<string> {
    const name = built.get(source) ?? writePart(source);
    built.set(source, name);
    return name;
  }

  async function bundled(source: string): Promise<Uint8Array> {
    const { metafile, outputFiles } = await build({
      ...COMMON,
      absWorkingDir: root,
      entryPoints: [source],
      plugins: [PATCHING, partsOf(root, source === START ? PARTS : '.', partName)],
      define: { HTTP_WORKER: JSON.stringify(readFileSync(join(root, 'tools/cli/panorama/httpworker.cjs'), 'utf8')) },
    });
    for (const input of Object.keys(metafile.inputs)) inputs.add(input);
    return outputFiles[0].contents;
  }

  writeFileSync(outfile, Buffer.concat([Buffer.from('#!/usr/bin/env node\n'), await bundled(START)]));
  chmodSync(outfile, 0o755);
  const folders = [...inputs].flatMap((path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

const START = 'tools/cli/start.ts';

const COMMON = {
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  tsconfigRaw: {},
  alias: { 'js-yaml': './tools/build/bundles/yamlreader.cjs' },
  logLevel: 'warning',
} as const;

/** Lets `import()` load a part. */
function partsOf(root: string, folder: string, partName: (source: string) => Promise<string>): Plugin {
  const loader = join(root, 'tools/cli/codecache.ts');
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'found') return undefined;
        const found = await build.resolve(path, { kind, resolveDir, pluginData: 'found' });
        // Relative, since the path stands in the output.
        return { path: relative(root, found.path), namespace: 'part' };
      });
      build.onLoad({ filter: /.*/, namespace: 'part' }, async ({ path }) => {
        const file = JSON.stringify(join(folder, await partName(path)));
        const contents = `
          import { join } from 'node:path';
          import { loadCached } from ${JSON.stringify(loader)};
          module.exports = loadCached(join(__dirname, ${file}));`;
        return { contents, loader: 'js', resolveDir: root };
      });
    },
  };
}

/** The program reads YAML with the parser that the pack has, with its patches; commander has one, too. */
export const PATCHING: Plugin = {
  name: 'patching',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/](js-yaml|commander)[\\/].*\.js$/ }, ({ path }) => ({
      contents: patched(path, readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
