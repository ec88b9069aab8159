import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocuments } from '../../scripts/xsoar/documents';
import { bundleScript } from '../../tools/build/bundles/bundle';
import { YAML_CASES, type YamlCase } from '../../tools/checks/kubernetes/yamlcases';
import { readSources } from '../../tools/cli/documents';
import { readManifests } from '../../tools/lab/kubernetes';
import { runBundle } from '../support/engine';

/** The table that `npm run check:kubernetes` holds against kubectl, read by each reader of this project. */

const ROOT = resolve(__dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cnseries-yaml-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the command line and the pack must read. */
const own = ({ objects, stricter }: YamlCase): YamlCase['objects'] => (stricter === undefined ? objects : 'refused');

const ROWS = YAML_CASES.map((given) => [given.title, given] as const);

it.each(ROWS)('the command line reads %j as kubectl does', (_title, given) => {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, given.text);
  const { documents, diagnostics } = readSources([file]);
  expect(diagnostics.length > 0 ? 'refused' : documents.map(({ value }) => value)).toEqual(own(given));
  for (const { code, where, params } of diagnostics) {
    expect({ code, file: where.file }).toEqual({ code: 'object-unreadable', file });
    expect(params.reason).toMatch(/\(line \d+(, column \d+)?\)$/);
  }
});

it.each(ROWS)('the war room reads %j as kubectl does', (_title, given) => {
  const { documents, diagnostics } = parseDocuments(given.text);
  expect(diagnostics.length > 0 ? 'refused' : documents).toEqual(own(given));
});

it.each(ROWS)('the stand-in reads %j as kubectl does', (_title, given) => {
  const read = (): readonly unknown[] => readManifests(given.text);
  // It need not be as strict.
  if (own(given) !== 'refused') expect(read()).toEqual(given.objects);
  else if (given.objects === 'refused') expect(read).toThrow();
});

it.each(['es5', 'otto'] as const)('the reader of the pack reads all of it alike in the engine %s', async (engine) => {
  const entry = `import { parseDocuments } from './scripts/xsoar/documents';
    __cnEntries = args.texts.map(function (text) { return parseDocuments(text); });`;
  const code = await bundleScript(ROOT, entry, 'cases');
  const texts = YAML_CASES.map(({ text }) => text);
  const expected: unknown = JSON.parse(JSON.stringify(texts.map(parseDocuments)));
  expect(runBundle(code, { args: { texts } }, engine)).toEqual(expected);
});
