import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MANIFESTS } from '../../scripts/automations/manifests';
import { loadUpload } from '../../tools/lab/xsoar';
import { licencesText } from '../../tools/release/licenses';
import { writeRelease, type Release } from '../../tools/release/release';

const ROOT = resolve(__dirname, '../..');

let folder: string;
let release: Release;
const made = (): string => join(folder, 'release');
const file = (ending: string): string =>
  join(made(), readdirSync(made()).find((name) => name.endsWith(ending)) ?? `no file *${ending}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cnseries-release-'));
  mkdirSync(made());
  writeFileSync(join(made(), 'of an earlier one.zip'), '');
  release = await writeRelease(ROOT, made());
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('it is the pack, the program, their sums and the notes, and nothing of an earlier one', () => {
  const { version } = release;
  expect(release.files).toEqual([`CNSeries-${version}.zip`, `cnseries-${version}.tgz`]);
  expect(readdirSync(made()).sort()).toEqual([...release.files, 'SHA256SUMS', 'notes.md'].sort());
});

it('the notes are what the changelog says about the version', () => {
  const notes = readFileSync(file('notes.md'), 'utf8');
  expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(notes.trim());
  expect(notes).toMatch(/^### /);
  expect(notes).not.toMatch(/^## /m);
});

it('the sums are those of the files', () => {
  const lines = readFileSync(file('SHA256SUMS'), 'utf8').trim().split('\n');
  expect(lines).toEqual(
    release.files.map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(made(), name)));
      return `${hash.digest('hex')}  ${name}`;
    }),
  );
});

it('a server takes the pack', () => {
  expect(loadUpload(readFileSync(file('.zip'))).scripts).toHaveLength(MANIFESTS.length);
});

it('made again, it is the same to the byte', async () => {
  const again = join(folder, 'again');
  await writeRelease(ROOT, again);
  for (const name of readdirSync(made())) {
    expect([name, readFileSync(join(again, name)).equals(readFileSync(join(made(), name)))]).toEqual([name, true]);
  }
});

it('the program installs without a registry, and compiles', () => {
  const prefix = join(folder, 'installed');
  const options = ['install', '--global', '--offline', '--no-audit', '--no-fund', '--prefix', prefix];
  execFileSync('npm', [...options, file('.tgz')], { cwd: folder, stdio: 'ignore' });
  const program = join(prefix, 'bin/cnseries');
  expect(existsSync(program)).toBe(true);
  const printed = execFileSync(program, ['compile', '-f', join(ROOT, 'examples/shop')], { encoding: 'utf8' });
  expect(printed).toContain('Security rules');
  const manifest = readFileSync(join(prefix, 'lib/node_modules/cnseries/package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ version: release.version, engines: { node: '>=20' } });
  const licences = readFileSync(join(prefix, 'lib/node_modules/cnseries/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['commander', 'yaml', 'saxes']) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

it('a package without a licence is not given away', () => {
  mkdirSync(join(folder, 'package'));
  writeFileSync(join(folder, 'package/package.json'), '{"name":"x","version":"1.0.0"}');
  expect(() => licencesText(folder, ['package'])).toThrow('x 1.0.0 has no licence');
});
