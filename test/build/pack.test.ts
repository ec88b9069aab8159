import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Document, parse, Scalar } from 'yaml';
import { MANIFESTS } from '../../scripts/automations/manifests';
import { violations } from '../../tools/build/bundles/gates';
import examples from '../../tools/checks/pack/examples.json';

/**
 * The committed pack against what the marketplace and its tools ask of one (demisto-sdk 1.39.7: path checker, strict
 * schemas, validation codes, named in the titles).
 */

const ROOT = resolve(__dirname, '../..');
const PACK = join(ROOT, 'Packs/CNSeries');
const FILES = readdirSync(PACK, { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join(PACK, path)).isFile())
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

function text(path: string): string {
  return readFileSync(join(PACK, path), 'utf8');
}

const ALLOWED_FILES = [
  /^(pack_metadata\.json|README\.md|\.pack-ignore|\.secrets-ignore)$/,
  /^Scripts\/([A-Za-z0-9]+)\/(\1\.yml|\1\.js|README\.md)$/,
  /^Integrations\/([A-Za-z0-9]+)\/(\1\.yml|\1\.js|\1_description\.md|\1_image\.png|README\.md|command_examples\.txt)$/,
  /^Playbooks\/[A-Za-z0-9_-]+(\.yml|_README\.md)$/,
  /^doc_files\/[A-Za-z0-9_-]+\.png$/,
  /^IncidentTypes\/incidenttype-[A-Za-z0-9_-]+\.json$/,
  /^IncidentFields\/incidentfield-[A-Za-z0-9_-]+\.json$/,
  /^Layouts\/layoutscontainer-[A-Za-z0-9_-]+\.json$/,
  /^Classifiers\/classifier-(mapper-incoming-)?[A-Za-z0-9_-]+\.json$/,
  /^Lists\/list-[A-Za-z0-9_-]+\.json$/,
];

describe('layout', () => {
  it('only files that the path checker knows', () => {
    expect(FILES.filter((path) => !ALLOWED_FILES.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('the required files of a pack are there, and nothing is ignored (PA128, PA135)', () => {
    expect(FILES).toEqual(
      expect.arrayContaining(['.pack-ignore', '.secrets-ignore', 'README.md', 'pack_metadata.json']),
    );
    expect(text('.pack-ignore')).toBe('');
    expect(text('.secrets-ignore')).toBe('');
  });

  it('addresses are those of examples: any other is a secret to `demisto-sdk secrets`', () => {
    const byte = '(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)';
    const address = new RegExp(`\\b(?:${byte}\\.){3}${byte}\\b`, 'g');
    const known = new Set(Object.values(examples).flat());
    const secrets = FILES.filter((path) => !path.endsWith('.png')).flatMap((path) =>
      [...text(path).matchAll(address)].filter(([found]) => !known.has(found)).map(([found]) => `${path}: ${found}`),
    );
    expect(secrets).toEqual([]);
  });

  it('each automation has exactly its script, its YAML and its README', () => {
    const scripts = FILES.filter((path) => path.startsWith('Scripts/'));
    const expected = MANIFESTS.flatMap(({ name }) =>
      ['README.md', `${name}.js`, `${name}.yml`].map((file) => `Scripts/${name}/${file}`),
    );
    expect(scripts).toEqual(expected.sort());
  });
});

describe('pack_metadata.json', () => {
  const metadata = JSON.parse(text('pack_metadata.json')) as Record<string, unknown>;
  const required =
    'name description support currentVersion author url categories tags useCases keywords marketplaces'.split(' ');
  const optional = 'email created dependencies displayedImages githubUser itemPrefix'.split(' ');

  it('it has the required keys and no unknown ones (PA107, ST110)', () => {
    expect(Object.keys(metadata).sort()).toEqual([...required, ...optional].sort());
  });

  it('it is a first release for XSOAR alone, without release notes (PA130, RN108)', () => {
    expect(metadata).toMatchObject({ currentVersion: '1.0.0', marketplaces: ['xsoar'], support: 'community' });
    expect(FILES.some((path) => path.startsWith('ReleaseNotes/'))).toBe(false);
  });

  // From the approved lists of the marketplace.
  const approvedTags = ['Compliance', 'Network', 'Palo Alto Networks Products', 'Security', 'Use Case'];

  it('its lists hold approved words and no empty ones (PA103, PA111, PA119, PA120)', () => {
    expect(metadata).toMatchObject({ categories: ['Network Security'], useCases: ['Network Security'] });
    expect(approvedTags).toEqual(expect.arrayContaining(metadata.tags as string[]));
    for (const value of Object.values(metadata)) if (Array.isArray(value)) expect(value).not.toContain('');
  });

  it('it is tagged as a use case, since it has playbooks (PA123)', () => {
    expect(metadata.tags).toContain('Use Case');
    expect(FILES.some((path) => path.startsWith('Playbooks/'))).toBe(true);
  });

  it('its creation date is ISO 8601 (PA115)', () => {
    expect(metadata.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('its description is short, and the README says more (RM105, RM117)', () => {
    const description = String(metadata.description);
    expect(description.length).toBeLessThanOrEqual(150);
    expect(text('README.md').length).toBeGreaterThan(30);
    expect(text('README.md')).not.toContain(description);
  });
});

describe.each(MANIFESTS)('automation $name', ({ name, arguments: args }) => {
  const folder = `Scripts/${name}`;
  const code = text(`${folder}/${name}.js`);
  const yaml = parse(text(`${folder}/${name}.yml`)) as Record<string, unknown> & {
    readonly args: readonly Readonly<Record<string, unknown>>[];
    readonly outputs: readonly Readonly<Record<string, unknown>>[];
  };

  it('its YAML has the keys of a JavaScript automation and no others (ST110, SC106, BA101, BA103, BA106)', () => {
    expect(yaml).toEqual({
      commonfields: { id: name, version: -1 },
      name,
      script: '-',
      type: 'javascript',
      tags: ['CN-Series'],
      comment: expect.stringMatching(/\.$/) as unknown,
      enabled: true,
      args: expect.any(Array) as unknown,
      outputs: expect.any(Array) as unknown,
      scripttarget: 0,
      timeout: '0',
      runonce: false,
      runas: 'DBotWeakRole',
      dependson: {},
      fromversion: '6.10.0',
      tests: ['No tests (auto formatted)'],
    });
  });

  it('its arguments and outputs are described by a sentence each, with no nulls and no other keys (DS108)', () => {
    const keys = ['name', 'description', 'required', 'default', 'isArray', 'auto', 'predefined', 'defaultValue'];
    for (const argument of yaml.args) {
      expect(keys).toEqual(expect.arrayContaining(Object.keys(argument)));
      expect(argument.name).toMatch(/^[a-z][a-z_]*$/);
      expect(argument.description).toMatch(/\.$/);
    }
    for (const output of yaml.outputs) {
      expect(Object.keys(output)).toEqual(['contextPath', 'description', 'type']);
      expect(output.contextPath).toMatch(/^CNSeries(\.[A-Z][A-Za-z]*){1,5}$/);
      expect(output.description).toMatch(/\.$/);
    }
    expect(yaml.args.map((argument) => argument.name)).toEqual(Object.keys(args));
    expect(yaml.args.filter((argument) => argument.default).length).toBeLessThanOrEqual(1);
  });

  it('its name is one word without "incident", a digit in front or the kind of item (BA108, BA128, PA125)', () => {
    expect(name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    expect(name).not.toMatch(/incident|script|automation/i);
  });

  it('its README has the usual tables, and every argument and output', () => {
    const readme = text(`${folder}/README.md`);
    for (const part of ['## Script Data', '## Inputs', '## Outputs']) expect(readme).toContain(`\n${part}\n`);
    for (const argument of yaml.args) expect(readme).toContain(`| ${String(argument.name)} | `);
    for (const output of yaml.outputs) expect(readme).toContain(`| ${String(output.contextPath)} | `);
  });

  it('its script passes the gates of the build', () => {
    expect(violations(code)).toEqual([]);
  });

  it('its script survives packing, which folds it into YAML', () => {
    const scalar = new Scalar(code);
    scalar.type = Scalar.BLOCK_FOLDED;
    const packed = new Document({ script: scalar }).toString({ lineWidth: 80 });
    expect(packed).toContain('script: >');
    expect((parse(packed) as { script: string }).script).toBe(code);
  });

  it('packaging sees the commands that it runs', () => {
    const seen = [...code.matchAll(/execute_?command\(['"]([a-zA-Z-_]+)['"]/gi)].map((match) => match[1]);
    const calls = [...code.matchAll(/\bexecuteCommand\(/g)].length;
    expect(seen.length).toBeGreaterThan(0);
    // The one call without a literal name is the adapter's own.
    expect(calls - seen.length).toBe(1);
  });

  it('its script holds neither mail addresses nor public IPv4 addresses', () => {
    expect(code).not.toMatch(/[\w.]+@[\w-]+\.[a-z]{2,}/);
    const addresses = [...code.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)].map(([address]) => address);
    const ordinary =
      /^(0\.|10\.|127\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|192\.0\.2\.|192\.168\.|198\.51\.100\.|203\.0\.113\.|255\.)/;
    expect(addresses.filter((address) => !ordinary.test(address))).toEqual([]);
  });
});
