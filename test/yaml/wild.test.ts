import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesValidatePolicy';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { DiagnosticData } from '../../scripts/xsoar/diagnostics';
import { translateCluster } from '../../tools/cli/cluster';
import { readManifests } from '../../tools/lab/kubernetes';

/** YAML as it is found in the wild (shared/wild): what is said about it, by command line and war room alike. */

const WILD = resolve(__dirname, '../../../shared/wild');

const EXPECTED: readonly (readonly [name: string, codes: readonly string[]])[] = [
  ['22-yaml-yes-in-label', ['field-type']],
  ['24-duplicate-keys', ['object-unreadable', 'object-unreadable']],
  ['25-anchors-and-merge', []],
  ['26-bom-and-crlf', []],
  ['27-tab-indent', ['object-unreadable']],
  ['28-typed-list', []],
  ['29-helm-output', ['label-invalid', 'name-invalid']],
  ['33-many-aliases', []],
  ['63-empty-lists', []],
  ['68-kind-lower-case-silently-skipped', ['object-unreadable']],
  ['70-typed-label-numbers', [...Array<string>(6).fill('field-type'), ...Array<string>(1).fill('port-invalid')]],
  ['71-generate-name-and-status', ['field-missing']],
];

if (!existsSync(WILD)) console.log('shared/wild not found: YAML from the wild is not read');

const CASES = EXPECTED.filter(([name]) => existsSync(join(WILD, name)));

const inputOf = (name: string): string => {
  const file = readdirSync(join(WILD, name)).find((found) => found.startsWith('input.')) ?? '';
  return join(WILD, name, file);
};

function saidByWarRoom(text: string): readonly string[] {
  const host = { incident: undefined, activeInstances: () => [], executeCommand: noList };
  const [entry] = runAutomation(manifest, run, { args: { policy: text }, ...host });
  return (entry.Contents as { readonly Findings: readonly DiagnosticData[] }).Findings.map(({ Code }) => Code);
}

const noList = (): { Type: number; Contents: string }[] => [{ Type: 4, Contents: 'Item not found (8)' }];

/** Warnings about what a policy means have nothing to do with how it is read. */
const ABOUT_READING = /^(field|object|label|name|port)-/;

const aboutReading = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => ABOUT_READING.test(code)).sort();

(CASES.length > 0 ? describe : describe.skip)('YAML from the wild', () => {
  it.each(CASES.length > 0 ? CASES : EXPECTED)('%s', (name, expected) => {
    const file = inputOf(name);
    const { diagnostics } = translateCluster({ file: [file] });
    expect(aboutReading(diagnostics.map(({ code }) => code))).toEqual([...expected].sort());
    for (const { code, where } of diagnostics) if (code === 'object-unreadable') expect(where.file).toBe(file);
    expect(aboutReading(saidByWarRoom(readFileSync(file, 'utf8')))).toEqual([...expected].sort());
  });

  it('1,200 policies that share an anchor are all read', () => {
    const [list] = readManifests(readFileSync(inputOf('33-many-aliases'), 'utf8'));
    expect((list as { items?: readonly unknown[] }).items).toHaveLength(1200);
  });
});
