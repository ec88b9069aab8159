import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { arrows, MAY_IMPORT, ROOMS } from '../../tools/lint/arrows.cjs';

/** A model of the repository with one file in each folder, so that arrows of folders to come are held too. */
const FILES = [
  'scripts/policy/text/canonical.ts',
  'scripts/policy/kubernetes/selector.ts',
  'scripts/policy/compile/boxes.ts',
  'scripts/policy/prove/read/ports.ts',
  'scripts/policy/prove/verdict/judge.ts',
  'scripts/panorama/api/port.ts',
  'scripts/panorama/apply/run.ts',
  'scripts/yaml/read.ts',
  'scripts/xsoar/entries.ts',
  'scripts/xsoar/manifest.ts',
  'scripts/automations/Plan.ts',
  'scripts/case/memory.ts',
  'scripts/watcher/watch/fetch.ts',
  'scripts/watcher/manifest.ts',
  'scripts/playbooks/main.ts',
  'scripts/content/fields.ts',
  'tools/build/pack.ts',
  'tools/bundles/built.ts',
  'tools/cli/main.ts',
  'tools/lab/clock.ts',
  'tools/demo/main.ts',
  'test/support/engine.ts',
];

let root: string;
let eslint: ESLint;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'cnseries-arrows-')));
  for (const file of FILES) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'export const manifest = 1;\n');
  }
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [tseslint.configs.base, ...arrows(root)],
  });
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result.messages.map((message) => message.message);
}

const FORBIDDEN: [string, string][] = [
  ['tools/bundles/old.ts', "import { manifest } from '../build/pack';"],
  ['tools/demo/scenario.ts', "import { manifest } from '../../scripts/automations/Plan';"],
  ['tools/lab/clock2.ts', "import { manifest } from '../demo/main';"],
  ['scripts/policy/translate.ts', "import { manifest } from '../panorama/api/port';"],
  ['scripts/policy/translate.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/policy/translate.ts', "import type { manifest } from '../xsoar/entries';"],
  ['scripts/policy/translate.ts', "export * from '../automations/Plan';"],
  ['scripts/policy/translate.ts', "import { manifest } from '../../tools/build/pack';"],
  ['scripts/policy/translate.ts', "import { manifest } from '../../test/support/engine';"],
  ['scripts/policy/translate.ts', "import { load } from 'js-yaml';"],
  ['scripts/policy/translate.ts', "import { readFileSync } from 'node:fs';"],
  ['scripts/policy/compile/layers.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/kubernetes/read.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/kubernetes/read.ts', "export { manifest } from '../prove/read/ports';"],
  ['scripts/policy/translate/pipeline.ts', "import { manifest } from '../prove/verdict/judge';"],
  ['scripts/policy/views/proof.ts', "import { manifest } from '../prove/verdict/judge';"],
  ['scripts/policy/text/words.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/diagnostics/table.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/tocome/more.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/compile/layers.ts', "import { manifest } from '../reach/reachability';"],
  ['scripts/policy/reach/reachability.ts', "import { manifest } from '../compile/layers';"],
  ['scripts/policy/text/words.ts', "import { readFileSync } from 'node:fs';"],
  ['scripts/policy/prove/prove.ts', "import { manifest } from '../kubernetes/selector';"],
  ['scripts/policy/prove/prove.ts', "import { manifest } from '../compile/boxes';"],
  ['scripts/policy/prove/prove.ts', "export { manifest } from '../compile/boxes';"],
  ['scripts/policy/prove/rules/rows.ts', "import { manifest } from '../../kubernetes/selector';"],
  ['scripts/policy/prove/rules/rows.ts', "import { manifest } from '../verdict/judge';"],
  ['scripts/panorama/api/jobs.ts', "import { manifest } from '../apply/run';"],
  ['scripts/panorama/run.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/xsoar/lists.ts', "import { manifest } from '../case/memory';"],
  ['scripts/case/store.ts', "import { manifest } from '../automations/Plan';"],
  ['scripts/watcher/commands.ts', "import { manifest } from '../case/memory';"],
  ['scripts/panorama/run.ts', "import { request } from 'node:http';"],
  ['scripts/yaml/parse.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/yaml/parse.ts', "import { parse } from 'yaml';"],
  ['scripts/xsoar/documents.ts', "import { load } from 'js-yaml';"],
  ['scripts/xsoar/lists.ts', "import { manifest } from '../automations/Plan';"],
  ['scripts/xsoar/lists.ts', "import { manifest } from '../watcher/watch/fetch';"],
  ['scripts/xsoar/lists.ts', "import { parse } from 'yaml';"],
  ['scripts/automations/Apply.ts', "import { manifest } from '../watcher/watch/fetch';"],
  ['scripts/automations/Apply.ts', "import { manifest } from '../playbooks/main';"],
  ['scripts/watcher/commands.ts', "import { manifest } from '../automations/Plan';"],
  ['scripts/policy/prove/read/ports.ts', "import { manifest } from '../verdict/judge';"],
  ['scripts/watcher/api/settings.ts', "import { manifest } from '../watch/fetch';"],
  ['scripts/content/layout.ts', "import { manifest } from '../playbooks/main';"],
  ['scripts/content/layout.ts', "import { parse } from 'yaml';"],
  ['scripts/playbooks/reconcile.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/playbooks/reconcile.ts', "import { manifest } from '../policy/text/canonical';"],
  ['scripts/playbooks/reconcile.ts', "import { manifest } from '../watcher/watch/fetch';"],
  ['scripts/playbooks/reconcile.ts', "import { run } from '../automations/Plan';"],
  ['tools/cli/compile.ts', "import { manifest } from '../lab/clock';"],
  ['tools/cli/compile.ts', "import { manifest } from '../build/pack';"],
  ['tools/build/main.ts', "import { manifest } from '../lab/clock';"],
  ['tools/build/main.ts', "import { manifest } from '../../test/support/engine';"],
  ['tools/lab/main.ts', "import { manifest } from '../../scripts/policy/text/canonical';"],
  ['tools/lab/main.ts', "import type { manifest } from '../../scripts/xsoar/manifest';"],
  ['tools/lab/main.ts', "import { manifest } from '../cli/main';"],
];

const ALLOWED: [string, string][] = [
  ['scripts/policy/views/proof.ts', "import type { manifest } from '../prove/verdict/judge';"],
  ['scripts/policy/translate.ts', "import { manifest } from './compile/boxes';"],
  ['scripts/policy/prove/prove.ts', "import { manifest } from './read/ports';"],
  ['scripts/policy/reach/reachability.ts', "import { manifest } from '../prove/read/ports';"],
  ['scripts/policy/prove/prove.ts', "import { manifest } from '../text/canonical';"],
  ['scripts/policy/prove/rules/rows.ts', "import { manifest } from '../../text/canonical';"],
  ['scripts/policy/prove/rules/rows.ts', "import { manifest } from '../read/ports';"],
  ['scripts/policy/prove/rules/rows.ts', "import type { manifest } from '../../kubernetes/selector';"],
  ['scripts/policy/prove/prove.ts', "import type { manifest } from '../kubernetes/selector';"],
  ['scripts/panorama/run.ts', "import { manifest } from '../policy/text/canonical';"],
  ['scripts/xsoar/panosport.ts', "import { manifest } from '../panorama/api/port';"],
  ['scripts/yaml/parse.ts', "import { load } from 'js-yaml';"],
  ['scripts/xsoar/documents.ts', "import { manifest } from '../yaml/read';"],
  ['scripts/automations/Apply.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/watcher/commands.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/case/store.ts', "import { manifest } from '../xsoar/entries';"],
  ['scripts/panorama/apply/steps.ts', "import { manifest } from '../api/port';"],
  ['scripts/content/layout.ts', "import { manifest } from './fields';"],
  ['scripts/playbooks/reconcile.ts', "import { manifest } from '../automations/Plan';"],
  ['scripts/playbooks/reconcile.ts', "import { manifest } from '../watcher/manifest';"],
  ['tools/cli/compile.ts', "import { manifest } from '../../scripts/policy/text/canonical';"],
  ['tools/build/main.ts', "import { manifest } from '../../scripts/automations/Plan';"],
  ['tools/lab/main.ts', "import { manifest } from './clock';"],
];

it.each(FORBIDDEN)('%s must not hold: %s', async (file, code) => {
  expect(await complaints(file, code)).toHaveLength(1);
});

it.each(ALLOWED)('%s may hold: %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});

it('every folder with an arrow is tried', () => {
  const tried = Object.keys(MAY_IMPORT).filter((folder) => FORBIDDEN.some(([file]) => file.startsWith(folder + '/')));
  expect(tried).toEqual(Object.keys(MAY_IMPORT));
});

it('every folder whose rooms have an order is tried', () => {
  const tried = Object.entries(ROOMS).filter(([folder, [first]]) =>
    FORBIDDEN.some(([file]) => file.startsWith(`${folder}/${first}/`)),
  );
  expect(tried).toEqual(Object.entries(ROOMS));
});
