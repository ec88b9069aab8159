import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocuments } from '../../scripts/xsoar/documents';
import { readSources } from '../../tools/cli/documents';
import { readDocuments } from '../../tools/lab/kubernetes/values/documents';
import { fc } from '../support/seed';
import { yamlText } from './yamltexts';

const CASES = Number(process.env.CNSERIES_CASES ?? 1000);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cnseries-yaml-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function byCommandLine(text: string): readonly unknown[] | 'refused' {
  const file = join(folder, 'case.yaml');
  writeFileSync(file, text);
  const { documents, diagnostics } = readSources([file]);
  return diagnostics.length > 0 ? 'refused' : documents.map(({ value }) => value);
}

function byPack(text: string): readonly unknown[] | 'refused' {
  const { documents, diagnostics } = parseDocuments(text);
  return diagnostics.length > 0 ? 'refused' : documents;
}

/** Another parser, and the rules written down a second time. */
function byStandIn(text: string): readonly unknown[] | 'refused' {
  try {
    return readDocuments(text);
  } catch {
    return 'refused';
  }
}

it(`command line, pack and stand-in read ${CASES} random files alike`, () => {
  let read = 0;
  fc.assert(
    fc.property(yamlText, (text) => {
      const expected = byStandIn(text);
      if (expected !== 'refused') read += 1;
      expect(byPack(text)).toEqual(expected);
      expect(byCommandLine(text)).toEqual(expected);
    }),
    { numRuns: CASES },
  );
  // Files that nobody reads show little.
  expect(read / CASES).toBeGreaterThan(0.3);
});
