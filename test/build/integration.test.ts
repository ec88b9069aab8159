import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Document, parse, Scalar } from 'yaml';
import { manifest } from '../../scripts/watcher/manifest';
import { readSettings } from '../../scripts/watcher/api/settings';
import { toPng } from '../../tools/build/pictures/png';
import { integrationImage } from '../../tools/build/content/integrationimage';

/**
 * The watcher integration in the pack against what the marketplace and its tools ask of one (demisto-sdk 1.39.7:
 * validation codes are named in the titles).
 */

const FOLDER = join(resolve(__dirname, '../..'), 'Packs/CNSeries/Integrations', manifest.folder);

function text(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

type Fields = Readonly<Record<string, unknown>>;

interface Yaml extends Fields {
  readonly configuration: readonly Fields[];
  readonly sectionorder: readonly string[];
  readonly script: {
    readonly commands: readonly (Fields & {
      readonly name: string;
      readonly arguments: readonly Fields[];
      readonly outputs: readonly Fields[];
    })[];
  };
}

const yaml = parse(text(`${manifest.folder}.yml`)) as Yaml;

function parameter(name: string): Fields {
  return yaml.configuration.find((candidate) => candidate.name === name) ?? {};
}

it('the folder holds what an integration consists of, and one script (BA108, BA109)', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([
    'KubernetesPolicyWatcher.js',
    'KubernetesPolicyWatcher.yml',
    'KubernetesPolicyWatcher_description.md',
    'KubernetesPolicyWatcher_image.png',
    'README.md',
    'command_examples.txt',
  ]);
});

it('the YAML has the keys of a JavaScript integration that fetches, and no others (ST110, BA101, BA103, BA106)', () => {
  expect(yaml).toEqual({
    category: 'Network Security',
    sectionorder: ['Connect', 'Collect'],
    commonfields: { id: 'Kubernetes Policy Watcher', version: -1 },
    configuration: expect.any(Array) as unknown,
    defaultclassifier: 'CN-Series - Classifier',
    defaultmapperin: 'CN-Series - Incoming Mapper',
    description: expect.stringMatching(/\.$/) as unknown,
    display: 'Kubernetes Policy Watcher',
    name: 'Kubernetes Policy Watcher',
    script: { commands: expect.any(Array) as unknown, isfetch: true, script: '-', type: 'javascript' },
    fromversion: '6.10.0',
    tests: ['No tests (auto formatted)'],
  });
});

it('every parameter stands in a section, has a title, and a fixed wording where there is one (ST111, IN100, IN118)', () => {
  for (const given of yaml.configuration) {
    expect(yaml.sectionorder).toContain(given.section);
    expect(String(given.display ?? given.displaypassword)).toMatch(/^[A-Z][^_]*$/);
    if (given.additionalinfo !== undefined) expect(given.additionalinfo).toMatch(/\.$/);
  }
  const fixed = { type: 8, required: false, section: 'Connect', advanced: true };
  expect(parameter('insecure')).toEqual({
    display: 'Trust any certificate (not secure)',
    name: 'insecure',
    ...fixed,
  });
  expect(parameter('proxy')).toEqual({ display: 'Use system proxy settings', name: 'proxy', ...fixed });
  expect(parameter('isFetch')).toMatchObject({ display: 'Fetch incidents', type: 8 });
  expect(parameter('incidentType')).toMatchObject({ display: 'Incident type', type: 13 });
  expect(parameter('credentials')).toMatchObject({ type: 9, hiddenusername: true });
  expect(parameter('url').defaultvalue).toMatch(/^https:/);
  for (const name of ['max_fetch', 'first_fetch']) expect(parameter(name).defaultvalue).toBeDefined();
});

it('the defaults of the parameters are what the code takes them to be', () => {
  const given = { cluster: 'shop', credentials: { password: 'x' }, url: 'https://kubernetes.test' };
  const defaults: Record<string, unknown> = {};
  for (const { name, defaultvalue } of yaml.configuration) defaults[String(name)] = defaultvalue;
  expect(readSettings({ ...defaults, ...given })).toEqual(readSettings(given));
});

it('each command is described, its lists are lists, and at most one argument has no name (IN134, IN151)', () => {
  for (const command of yaml.script.commands) {
    expect(command.name).toMatch(/^cnseries-[a-z]+-[a-z]+$/);
    expect(command.description).toMatch(/\.$/);
    expect(command.arguments.filter((argument) => argument.default).length).toBeLessThanOrEqual(1);
    for (const { description } of [...command.arguments, ...command.outputs]) expect(description).toMatch(/\.$/);
    for (const { contextPath } of command.outputs) expect(contextPath).toMatch(/^CNSeries(\.[A-Z][A-Za-z]*){2}$/);
  }
  const [, report] = yaml.script.commands;
  expect(report?.arguments.map(({ name, isArray }) => [name, isArray])).toContainEqual(['policies', true]);
});

it('the README lists every command with its arguments and outputs (RM102, RM110)', () => {
  const readme = text('README.md');
  for (const command of yaml.script.commands) {
    expect(readme).toContain(`\n### ${command.name}\n`);
    for (const { name } of command.arguments) expect(readme).toContain(`| ${String(name)} | `);
    for (const { contextPath } of command.outputs) expect(readme).toContain(`| ${String(contextPath)} | `);
    expect(text('command_examples.txt')).toContain(`!${command.name}`);
  }
});

it('README and description do not speak of internal commands (BA125, DS104)', () => {
  for (const file of ['README.md', 'KubernetesPolicyWatcher_description.md']) {
    expect(text(file)).not.toMatch(/test-module|test module|fetch-incidents|long-running-execution/);
  }
});

it('the description holds the whole role, as the example does', () => {
  const role = readFileSync(join(__dirname, '../../examples/watcher-rbac.yaml'), 'utf8').replace(/^(#.*\n)+/, '');
  expect(text('KubernetesPolicyWatcher_description.md')).toContain(role);
});

it('the picture is 120 x 50, at most 10 KB, has a transparent ground, and is the drawn one (IM101, IM111)', async () => {
  const picture = readFileSync(join(FOLDER, 'KubernetesPolicyWatcher_image.png'));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([120, 50]);
  // Colour type 6 has an alpha channel (PNG specification, IHDR).
  expect(picture[25]).toBe(6);
  expect(picture.length).toBeLessThanOrEqual(10 * 1024);
  expect(picture.equals(Buffer.from(await toPng(integrationImage())))).toBe(true);
});

it('the script survives packing, which folds it into YAML', () => {
  const code = text('KubernetesPolicyWatcher.js');
  const scalar = new Scalar(code);
  scalar.type = Scalar.BLOCK_FOLDED;
  const packed = new Document({ script: scalar }).toString({ lineWidth: 80 });
  expect((parse(packed) as { script: string }).script).toBe(code);
});
