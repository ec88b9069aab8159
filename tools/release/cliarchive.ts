import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram, PARTS } from '../build/program';
import { licencesText } from './licenses';

/**
 * Writes `cnseries-VERSION.tgz` into `folder`: the command-line program, without dependencies. `npm install
 * --global FILE` takes it, with and without a registry.
 *
 * @returns the name of the file
 * @throws Error where the program says another version than package.json
 */
export async function writeCliArchive(root: string, folder: string): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'cnseries-cli-'));
  try {
    const program = join(stage, 'cnseries.cjs');
    const packages = await buildProgram(root, program);
    const manifest = manifestOf(root);
    const says = execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).trim();
    if (says !== manifest.version) throw new Error(`cnseries --version says ${says}, and not ${manifest.version}.`);
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    writeFileSync(join(stage, 'THIRD-PARTY-LICENSES.txt'), licencesText(root, packages));
    copyFileSync(join(root, 'LICENSE'), join(stage, 'LICENSE'));
    copyFileSync(join(root, 'docs/cli.md'), join(stage, 'README.md'));
    const options = ['--json', '--ignore-scripts', '--offline', '--pack-destination', folder];
    const said = execFileSync('npm', ['pack', ...options], { cwd: stage, encoding: 'utf8' });
    const [{ filename }] = JSON.parse(said) as readonly [{ readonly filename: string }];
    return filename;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What a user of the program needs of package.json. */
function manifestOf(root: string): { readonly version: string } & { readonly [key: string]: unknown } {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  } & { readonly [key: string]: unknown };
  // Without what V8 compiled of it here.
  const files = ['cnseries.cjs', `${PARTS}/*.cjs`, 'THIRD-PARTY-LICENSES.txt'];
  // The program needs less than its build: what esbuild was told to aim at (program.ts).
  const engines = { node: '>=20' };
  return { name, version, description, license, engines, bin: { cnseries: 'cnseries.cjs' }, files };
}
