import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import { packedPack, type PackFiles } from '../../../tools/build/zip/packedpack';
import { readPack, zipOf } from '../../../tools/build/zip/zip';

/** The uploadable pack against what `demisto-sdk prepare-content` 1.39.7 makes of the same folder. */

const PACK = readPack(resolve(__dirname, '../../../Packs/CNSeries'));
const PACKED = packedPack(PACK);

type Data = Readonly<Record<string, unknown>>;

function text(files: PackFiles, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString('utf8');
}

function yaml(path: string): Data {
  return parse(text(PACKED, path), { version: '1.1' }) as Data;
}

const METADATA = JSON.parse(text(PACKED, 'metadata.json')) as Data & {
  readonly contentItems: Readonly<Record<string, readonly Data[]>>;
};

/** Where the packaging puts a file of the folder; `undefined`: into another file, or nowhere. */
function expectedPath(path: string): string | undefined {
  const [folder, ...rest] = path.split('/');
  const name = rest.at(-1) ?? '';
  if (folder === 'Scripts') return name.endsWith('.yml') ? `Scripts/script-${name}` : undefined;
  if (folder === 'Integrations') return name.endsWith('.yml') ? `Integrations/integration-${name}` : undefined;
  if (folder === 'Playbooks') return name.endsWith('.yml') ? `Playbooks/playbook-${name}` : undefined;
  return folder.startsWith('.') ? undefined : path;
}

it('it has a file for each item, the pictures, and both kinds of metadata', () => {
  const expected = [...PACK.keys()].flatMap((path) => expectedPath(path) ?? []);
  expect([...PACKED.keys()].sort()).toEqual([...expected, 'metadata.json'].sort());
  expect([...PACKED.keys()]).toEqual(expect.arrayContaining(['README.md', 'pack_metadata.json']));
});

it('an automation carries its code, under the version of the pack', () => {
  const item = yaml('Scripts/script-CNSeriesPlan.yml');
  expect(item.script).toBe(`// pack version: 1.0.0\n${text(PACK, 'Scripts/CNSeriesPlan/CNSeriesPlan.js')}`);
  const source = parse(text(PACK, 'Scripts/CNSeriesPlan/CNSeriesPlan.yml')) as Data;
  expect({ ...item, script: '-' }).toEqual(source);
});

it('an integration carries code, picture and description, and says who supports it', () => {
  const folder = 'Integrations/KubernetesPolicyWatcher/KubernetesPolicyWatcher';
  const item = yaml('Integrations/integration-KubernetesPolicyWatcher.yml');
  const { script, image, detaileddescription, display } = item as Data & { readonly script: Data };
  expect(script.script).toBe(`// pack version: 1.0.0\n${text(PACK, `${folder}.js`)}`);
  expect(script.type).toBe('javascript');
  expect(Buffer.from(String(image).replace('data:image/png;base64,', ''), 'base64')).toEqual(
    Buffer.from(PACK.get(`${folder}_image.png`) ?? []),
  );
  expect(detaileddescription).toBe(text(PACK, `${folder}_description.md`));
  expect(display).toBe('Kubernetes Policy Watcher (Community Contribution)');
});

it('a layout has its versions under the names that servers read, too', () => {
  const path = 'Layouts/layoutscontainer-CN-Series_Policy_Change_Layout.json';
  expect(JSON.parse(text(PACKED, path))).toEqual({
    ...(JSON.parse(text(PACK, path)) as Data),
    fromServerVersion: '6.10.0',
    toServerVersion: '99.99.99',
  });
});

it('everything else is as it stands in the folder', () => {
  for (const path of PACKED.keys()) {
    if (/^(Scripts|Integrations|Layouts)\/|^metadata\.json$/.test(path)) continue;
    const source = path.replace('Playbooks/playbook-', 'Playbooks/');
    expect([path, Buffer.from(PACKED.get(path) ?? [])]).toEqual([path, Buffer.from(PACK.get(source) ?? [])]);
  }
});

it('its metadata lists every item with id, name and versions', () => {
  const folders: Readonly<Record<string, string>> = {
    automation: 'Scripts/',
    classifier: 'Classifiers/',
    incidentfield: 'IncidentFields/',
    incidenttype: 'IncidentTypes/',
    integration: 'Integrations/',
    layoutscontainer: 'Layouts/',
    list: 'Lists/',
    playbook: 'Playbooks/',
  };
  expect(Object.keys(METADATA.contentItems).sort()).toEqual(Object.keys(folders).sort());
  for (const [kind, items] of Object.entries(METADATA.contentItems)) {
    expect(items).toHaveLength([...PACKED.keys()].filter((path) => path.startsWith(folders[kind])).length);
    for (const item of items) {
      expect(item).toMatchObject({
        id: expect.stringMatching(/./) as unknown,
        name: expect.stringMatching(/./) as unknown,
        fromversion: '6.10.0',
        toversion: '',
        deprecated: false,
      });
    }
  }
});

it('its metadata says what the pack says, and what the marketplace shows', () => {
  expect(METADATA).toMatchObject({
    id: 'CNSeries',
    name: 'CN-Series',
    currentVersion: '1.0.0',
    support: 'community',
    contentDisplays: {
      automation: 'Automations',
      incidenttype: 'Incident Type',
      integration: 'Integration',
      playbook: 'Playbooks',
    },
  });
  expect(METADATA.contentItems.integration).toMatchObject([
    { id: 'Kubernetes Policy Watcher', isfetch: true, category: 'Network Security' },
  ]);
  expect(METADATA.contentItems.incidenttype).toMatchObject([{ playbook: 'CN-Series - Policy Change', hours: 0 }]);
});

it('the same pack gives the same bytes, in whatever order its files come', () => {
  const reversed = new Map([...PACKED].reverse());
  expect(Buffer.from(zipOf(reversed)).equals(Buffer.from(zipOf(PACKED)))).toBe(true);
});

it('what is zipped comes out again', () => {
  const files = new Map([
    ['b/c.txt', Buffer.from('c')],
    ['a.txt', Buffer.from('\u00e4')],
  ]);
  const unzipped = unzipSync(zipOf(files));
  expect(Object.entries(unzipped).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])).toEqual([
    ['a.txt', '\u00e4'],
    ['b/c.txt', 'c'],
  ]);
});

it('a pack whose integration lacks its picture is not packed', () => {
  const path = 'Integrations/KubernetesPolicyWatcher/KubernetesPolicyWatcher_image.png';
  expect(() => packedPack(new Map([...PACK].filter(([one]) => one !== path)))).toThrow(`The pack lacks ${path}.`);
});
