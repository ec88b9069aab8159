import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MANIFESTS } from '../../../scripts/automations/manifests';
import { generateBundles, writeBundles } from '../../../tools/build/bundles/bundles';
import { whyNotBuilt, isBundle } from '../../../tools/bundles/built';

/** One for each automation, and the watcher's. */
const BUNDLES = MANIFESTS.length + 1;

/** The scripts of the pack, which are built and not committed. */

const ROOT = resolve(__dirname, '../../..');

/** What a build of the scripts reads, and the YAML beside which they go. */
const READ = ['scripts', 'tools/build', 'package-lock.json', 'Packs', 'node_modules/js-yaml', 'node_modules/tslib'];

let folder: string;

/** A clone somewhere else, without its scripts. */
function cloned(name: string): string {
  const root = join(folder, name);
  for (const path of READ) {
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (source) => !isBundle(source.slice(ROOT.length + 1)),
    });
  }
  return root;
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cnseries-bundles-')));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('built twice, in other places, they are the same to the byte, and those of this repository', async () => {
  const first = await generateBundles(cloned('one'));
  const second = await generateBundles(cloned('a place/with more in its path'));
  expect([...first.keys()].filter((path) => !isBundle(path))).toEqual([]);
  expect(first.size).toBe(BUNDLES);
  expect([...second]).toEqual([...first]);
  for (const [path, code] of first)
    expect([path, readFileSync(join(ROOT, path), 'utf8') === code]).toEqual([path, true]);
});

it('a clone is told to build them, and again when its sources change', async () => {
  const root = cloned('new');
  const build = /: run "npm run build"\.$/;
  expect(whyNotBuilt(root)).toEqual({ kind: 'missing', text: expect.stringMatching(build) as string });
  expect(await writeBundles(root)).toBe(BUNDLES);
  expect(whyNotBuilt(root)).toBeUndefined();
  cpSync(join(root, 'scripts/policy/text/words.ts'), join(root, 'scripts/policy/text/words2.ts'));
  expect(whyNotBuilt(root)).toEqual({ kind: 'stale', text: expect.stringMatching(build) as string });
  rmSync(join(root, 'scripts/policy/text/words2.ts'));
  expect(whyNotBuilt(root)).toBeUndefined();
  rmSync(join(root, 'Packs/CNSeries/Scripts/CNSeriesPlan/CNSeriesPlan.js'));
  expect(whyNotBuilt(root)?.kind).toBe('missing');
});

it.each([
  ['Packs/CNSeries/Scripts/One/One.js', true],
  ['Packs/CNSeries/Integrations/One/One.js', true],
  ['Packs/CNSeries/Scripts/One/One.yml', false],
  ['Packs/CNSeries/Scripts/One/Two.js', false],
  ['Packs/CNSeries/Lists/One/One.js', false],
  ['scripts/One/One.js', false],
])('%s is a bundle: %s', (path, expected) => {
  expect(isBundle(path)).toBe(expected);
});
