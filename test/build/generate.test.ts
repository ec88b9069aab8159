import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { MANIFESTS } from '../../scripts/automations/manifests';
import type { AutomationManifest } from '../../scripts/xsoar/manifest';
import { diagnosticsPage } from '../../tools/build/docs/diagnosticdocs';
import { differences, writeFiles } from '../../tools/build/files';
import { scriptReadme } from '../../tools/build/content/scriptreadme';
import { scriptYaml } from '../../tools/build/content/scriptyaml';

const ROOT = resolve(__dirname, '../..');

const MANIFEST: AutomationManifest = {
  name: 'CNSeriesTest',
  description: 'Tests.',
  details: ['More.'],
  tags: ['CN-Series'],
  arguments: {
    first: { kind: 'text', description: 'A text.', required: true, positional: true },
    second: { kind: 'list', description: 'A list: a | b.', defaultValue: 'x' },
    third: { kind: 'choice', description: 'A <choice>.', choices: ['no', 'yes'] },
  },
  outputs: { path: 'CNSeries.Test', key: 'Name', fields: { Name: { type: 'String', description: 'A name.' } } },
};

it('YAML of an automation keeps the order of the manifest and quotes what YAML would misread', () => {
  expect(scriptYaml(MANIFEST)).toBe(`commonfields:
  id: CNSeriesTest
  version: -1
name: CNSeriesTest
script: '-'
type: javascript
tags:
- CN-Series
comment: Tests.
enabled: true
args:
- name: first
  required: true
  default: true
  description: A text.
- name: second
  description: 'A list: a | b.'
  isArray: true
  defaultValue: x
- name: third
  description: A <choice>.
  auto: PREDEFINED
  predefined:
  - 'no'
  - 'yes'
outputs:
- contextPath: CNSeries.Test.Name
  description: A name.
  type: String
scripttarget: 0
timeout: '0'
runonce: false
runas: DBotWeakRole
dependson: {}
fromversion: 6.10.0
tests:
- No tests (auto formatted)
`);
});

it('a README shows arguments with defaults and choices, and nothing that opens a tag or a column', () => {
  const readme = scriptReadme(MANIFEST);
  expect(readme).toContain('| first | A text. | Required |');
  expect(readme).toContain('| second | A list: a &#124; b. Default is x. | Optional |');
  expect(readme).toContain('| third | A &lt;choice&gt;. Possible values are: no, yes. | Optional |');
  expect(readme).toContain('| CNSeries.Test.Name | A name. | String |');
});

it('words that older YAML takes for booleans stay texts for every reader', () => {
  const document = parse(scriptYaml(MANIFEST), { version: '1.1' }) as { args: { predefined?: unknown }[] };
  expect(document.args[2].predefined).toEqual(['no', 'yes']);
});

it('every automation has its file, and every file its automation', () => {
  const files = readdirSync(join(ROOT, 'scripts/automations')).filter((file) => file !== 'manifests.ts');
  expect(files.sort()).toEqual(MANIFESTS.map(({ name }) => `${name}.ts`).sort());
});

it('the page of diagnostics lists them by kind and code, with text safe for Markdown', () => {
  const row = {
    severity: 'error',
    kind: 'invalid',
    title: 'A title',
    text: 'A <b> of {x}.',
    remedy: 'Use `a_b`.',
  } as const;
  const page = diagnosticsPage({ zebra: row, apple: { ...row, kind: 'rejected' }, ant: row });
  expect(page.match(/^##+ .*$/gm)).toEqual([
    '## Invalid',
    '### ant',
    '### zebra',
    '## Rejected',
    '### apple',
    '## Inexpressible',
  ]);
  expect(page).toContain('**A title** (error)\n\nA \\<b> of {x}.\n\nUse `a_b`.');
});

describe('generated files', () => {
  const files = new Map([
    ['docs/a.md', 'a\n'],
    ['Packs/CNSeries/Scripts/One/One.js', '1\n'],
  ]);
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cnseries-generate-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('are the same after writing', () => {
    writeFiles(root, files);
    expect(differences(root, files)).toEqual([]);
  });

  it('are listed where they differ, are missing, or are too many', () => {
    writeFiles(root, files);
    writeFileSync(join(root, 'docs/a.md'), 'b\n');
    writeFileSync(join(root, 'docs/hand-written.md'), 'c\n');
    rmSync(join(root, 'Packs/CNSeries/Scripts/One/One.js'));
    mkdirSync(join(root, 'Packs/CNSeries/Scripts/Old'));
    writeFileSync(join(root, 'Packs/CNSeries/Scripts/Old/Old.js'), '0\n');
    expect(differences(root, files)).toEqual([
      'differs: docs/a.md',
      'extra:   Packs/CNSeries/Scripts/Old/Old.js',
      'missing: Packs/CNSeries/Scripts/One/One.js',
    ]);
  });

  it('pictures are written and compared byte by byte', () => {
    const path = 'Packs/CNSeries/doc_files/One.png';
    const withPicture = new Map<string, string | Uint8Array>([...files, [path, new Uint8Array([0x89, 0xff, 0])]]);
    writeFiles(root, withPicture);
    expect(differences(root, withPicture)).toEqual([]);
    writeFileSync(join(root, path), new Uint8Array([0x89, 0xfe, 0]));
    expect(differences(root, withPicture)).toEqual([`differs: ${path}`]);
    expect(differences(root, files)).toEqual([`extra:   ${path}`]);
  });

  it('replace what an automation of another name left behind', () => {
    mkdirSync(join(root, 'Packs/CNSeries/Scripts/Old'), { recursive: true });
    writeFileSync(join(root, 'Packs/CNSeries/Scripts/Old/Old.js'), '0\n');
    writeFiles(root, files);
    expect(existsSync(join(root, 'Packs/CNSeries/Scripts/Old/Old.js'))).toBe(false);
    expect(readFileSync(join(root, 'docs/a.md'), 'utf8')).toBe('a\n');
  });
});
