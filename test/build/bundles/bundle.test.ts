import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleScript } from '../../../tools/build/bundles/bundle';
import { violations } from '../../../tools/build/bundles/gates';
import { patched } from '../../../tools/build/bundles/patches.cjs';
import { runBundle } from '../../support/engine';

const ROOT = resolve(__dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cnseries-bundle-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function bundle(source: string): Promise<string> {
  const file = join(folder, 'main.ts');
  // The cache of lowered files is by content, so one name serves all tests.
  writeFileSync(file, source);
  return bundleScript(ROOT, `import { main } from ${JSON.stringify(file)};\n__cnEntries = main(args);`, 'main.ts');
}

it('modern syntax over arrays and objects runs without modern JavaScript', async () => {
  const code = await bundle(`
    interface Row { readonly name: string; readonly ports?: readonly number[] }
    class Sum { total = 0; add(n: number): this { this.total += n; return this; } }
    export function main({ rows = [] }: { rows?: Row[] }): unknown {
      const sum = new Sum();
      const names: string[] = [];
      for (const { name, ports } of rows) {
        names.push(\`\${name}!\`);
        for (const port of ports ?? []) sum.add(port);
      }
      return { ...rows[0], names: [...names], total: sum.total };
    }`);
  expect(violations(code)).toEqual([]);
  const args = { rows: [{ name: 'a', ports: [1, 2] }, { name: 'b' }] };
  expect(runBundle(code, { args }, 'es5')).toEqual({ name: 'a', ports: [1, 2], names: ['a!', 'b!'], total: 3 });
});

it('comments that say why are shipped, comments for tools are not', async () => {
  const code = await bundle(`
    /** Adds one. */
    export function main(): number {
      // Counting starts at one… «
      const first = 1;
      // eslint-disable-next-line no-magic-numbers
      return first + 1; // not kept: it stands behind code
    }`);
  expect(code).toContain('/*! Adds one. */');
  expect(code).toContain('/*! Counting starts at one... ? */');
  expect(code).not.toContain('eslint');
});

it('examples stay with the sources', async () => {
  const code = await bundle(`
    /**
     * Adds one.
     *
     * @example main(1)
     * //=> 2
     * @throws never
     */
    export function main(): number { return 1; }`);
  expect(code).toMatch(/\/\*!\n\s+\* Adds one\.\n\s+\*\n\s+\* @throws never\n\s+\*\//);
  expect(code).not.toContain('//=>');
});

it('text that looks like a comment stays text', async () => {
  const code = await bundle(`export function main(): string[] { return ['// a', "/* b */", \`// \${1} /* c */\`]; }`);
  expect(runBundle(code, { args: {} }, 'es5')).toEqual(['// a', '/* b */', '// 1 /* c */']);
});

it('characters beyond ASCII are written as escapes', async () => {
  const code = await bundle(`export function main(): string { return '\u00eb\u2028\u{1f600}'; }`);
  expect(violations(code)).toEqual([]);
  expect(runBundle(code, { args: {} }, 'es5')).toBe('\u00eb\u2028\u{1f600}');
});

it('a browser API that the server lacks is found', async () => {
  const code = await bundle(`export function main(): unknown { return new Map([[1, 2]]); }`);
  expect(violations(code).join()).toContain('"Map" is neither declared');
});

it('the YAML reader runs in every engine', async () => {
  const code = await bundle(
    `import { parseDocuments } from ${JSON.stringify(join(ROOT, 'scripts/xsoar/documents'))};
     export function main(given: { text: string }): unknown { return parseDocuments(given.text).documents; }`,
  );
  expect(violations(code)).toEqual([]);
  const args = { text: 'a: [1, "\u00eb"]\n---\nb: &x {c: 0x10}\nd:\n  <<: *x\n  e: 2024-01-01\n' };
  const documents = [{ a: [1, '\u00eb'] }, { b: { c: 16 }, d: { c: 16, e: '2024-01-01' } }];
  expect(runBundle(code, { args }, 'node')).toEqual(documents);
  expect(runBundle(code, { args }, 'es5')).toEqual(documents);
  expect(runBundle(code, { args }, 'otto')).toEqual(documents);
});

it('a patch must fit exactly once', () => {
  const patch = { file: /loader\.js$/, from: 'old', to: 'new' };
  expect(patched('/a/loader.js', 'the old one', [patch])).toBe('the new one');
  expect(patched('/a/other.js', 'the old one', [patch])).toBe('the old one');
  expect(() => patched('/a/loader.js', 'another', [patch])).toThrow('fits 0 times');
  expect(() => patched('/a/loader.js', 'old and old', [patch])).toThrow('fits 2 times');
});
