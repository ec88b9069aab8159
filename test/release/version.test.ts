import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { versionOf } from '../../tools/release/version';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cnseries-version-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A repository that says these versions. */
function says(program: string, pack: string, changelog: string): void {
  const files = {
    'package.json': JSON.stringify({ version: program }),
    'Packs/CNSeries/pack_metadata.json': JSON.stringify({ currentVersion: pack }),
    'CHANGELOG.md': `# Changelog\n\n## ${changelog}\n\n- New.\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

it('where all agree, it is released under its tag', () => {
  says('1.2.0', '1.2.0', '1.2.0 - 2026-12-01');
  expect(versionOf(root, 'v1.2.0')).toEqual({ version: '1.2.0', date: '2026-12-01', text: '- New.\n' });
});

it('without a tag it is a rehearsal, which needs no date', () => {
  says('1.2.0', '1.2.0', '1.2.0 - unreleased');
  expect(versionOf(root)).toEqual({ version: '1.2.0', date: undefined, text: '- New.\n' });
  expect(() => versionOf(root, 'v1.2.0')).toThrow('1.2.0 has no date in CHANGELOG.md.');
});

it.each([
  ['1.2.0', '1.1.0', '1.2.0 - 2026-12-01', 'v1.2.0', 'package.json says 1.2.0, and pack_metadata.json 1.1.0.'],
  ['1.2.0', '1.2.0', '1.1.0 - 2026-12-01', 'v1.2.0', 'CHANGELOG.md has no section "## 1.2.0 - DATE".'],
  ['1.2.0', '1.2.0', '1.2.0 - 2026-12-01', 'v1.1.0', 'The tag v1.1.0 is not v1.2.0.'],
  ['1.2.0', '1.2.0', '1.2.0 - 2026-12-01', '1.2.0', 'The tag 1.2.0 is not v1.2.0.'],
])('program %s, pack %s, changelog %s, tag %s: %s', (program, pack, changelog, tag, problem) => {
  says(program, pack, changelog);
  expect(() => versionOf(root, tag)).toThrow(problem);
});
