import { resolve } from 'node:path';
import { packedPack } from '../../../tools/build/zip/packedpack';
import { readPack, zipOf } from '../../../tools/build/zip/zip';
import { loadPack, loadUpload } from '../../../tools/lab/xsoar';

/** The pack as a server gets it: from the zip, with the code inside of each item. */

const FOLDER = resolve(__dirname, '../../../Packs/CNSeries');
const PACKED = packedPack(readPack(FOLDER));
const PLAN = 'Scripts/script-CNSeriesPlan.yml';
const VERSION_LINE = /^\/\/ pack version: \d+\.\d+\.\d+\n/;

/** The upload with one file changed; undefined: without it. */
function changed(path: string, change: (text: string) => string | undefined): Uint8Array {
  const files = new Map(PACKED);
  const text = change(Buffer.from(PACKED.get(path) ?? []).toString('utf8'));
  files.delete(path);
  if (text !== undefined) files.set(path, Buffer.from(text));
  return zipOf(files);
}

it('holds what the folder holds, and each script says the version of its pack', () => {
  const uploaded = loadUpload(zipOf(PACKED));
  const codes = [...uploaded.scripts, ...uploaded.integrations].map(({ code }) => code);
  expect(codes.filter((code) => !VERSION_LINE.test(code))).toEqual([]);
  const bare = <T extends { readonly code: string }>(item: T): T => ({
    ...item,
    code: item.code.replace(VERSION_LINE, ''),
  });
  const folder = loadPack(FOLDER);
  expect({
    ...uploaded,
    scripts: uploaded.scripts.map(bare),
    integrations: uploaded.integrations.map(bare),
    layouts: Object.keys(uploaded.layouts),
  }).toEqual({ ...folder, layouts: Object.keys(folder.layouts) });
});

it.each<readonly [string, Uint8Array, string]>([
  ['a file of the repository', changed('Scripts/CNSeriesPlan.js', () => '1;'), 'means nothing in an upload'],
  [
    'an automation without code',
    changed(PLAN, (text) => text.replace(/^script: [^]*?\n(?=\w)/m, "script: '-'\n")),
    PLAN,
  ],
  [
    'an item that the metadata do not list',
    changed('Lists/list-More.json', () => '{"name":"More","type":"json","data":"{}"}'),
    'metadata.json.contentItems.list: 2 are listed, but the upload has 3',
  ],
  ['an item that is only listed', changed(PLAN, () => undefined), 'are listed, but the upload has'],
  ['no metadata', changed('metadata.json', () => undefined), 'The upload lacks metadata.json'],
])('%s is refused', (_what, zip, problem) => {
  expect(() => loadUpload(zip)).toThrow(problem);
});
