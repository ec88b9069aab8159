import { build } from 'esbuild';
import { hashOfSources } from '../../bundles/built';
import { toES5 } from './es5';
import { violations, INTEGRATION_GLOBALS, RESULT_NAME } from './gates';

const ALIASES = { 'js-yaml': './tools/build/bundles/yamlreader.cjs', tslib: './node_modules/tslib/tslib.es6.js' };

/**
 * One ES5.1 script for the server from the automation `name`. What it returns at its top level is what the server
 * shows.
 *
 * @param root the repository
 * @throws Error with all violations if the script would not run on every server
 */
export async function bundleAutomation(root: string, name: string): Promise<string> {
  const code = await bundleScript(root, automationEntry(name), `scripts/automations/${name}.ts`);
  const bad = violations(code);
  if (bad.length > 0) throw new Error(`${name} cannot be shipped:\n  ${bad.join('\n  ')}`);
  return code;
}

/**
 * One ES5.1 script for the server from the watcher integration.
 *
 * @throws Error with all violations if the script would not run on every server
 */
export async function bundleIntegration(root: string, name: string): Promise<string> {
  const entry = [
    `import { runIntegration } from './scripts/watcher/run';`,
    `import { serverHost } from './scripts/watcher/api/host';`,
    `${RESULT_NAME} = runIntegration(serverHost());`,
  ].join('\n');
  const code = await bundleScript(root, entry, 'scripts/watcher/run.ts');
  const bad = violations(code, INTEGRATION_GLOBALS);
  if (bad.length > 0) throw new Error(`${name} cannot be shipped:\n  ${bad.join('\n  ')}`);
  return code;
}

/**
 * Bundles an entry point into one script that returns what the entry point assigns to `RESULT_NAME`. Nothing is
 * checked.
 *
 * @param entry ES5 with imports, resolved from `root`
 * @param source the file that a reader of the script should change instead
 */
export async function bundleScript(root: string, entry: string, source: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, sourcefile: 'entry.js', loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es5',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // Old engines miscount characters beyond ASCII.
    charset: 'ascii',
    legalComments: 'inline',
    // A minifier's `t(t=0)` fails in Otto, and people read the script.
    minify: false,
    // Without it, esbuild finds `strict` in tsconfig.json and writes "use strict", which the server's prelude breaks.
    tsconfigRaw: {},
    define: { CNSERIES_BUILD: JSON.stringify(hashOfSources(root)) },
    plugins: [toES5()],
    alias: ALIASES,
    banner: { js: `// Made by "npm run build" from ${source}; change that file instead.\nvar ${RESULT_NAME};` },
    footer: { js: `return ${RESULT_NAME};` },
    logLevel: 'silent',
  });
  // esbuild writes tabs in strings as they are; indentation is by spaces.
  return outputFiles[0].text.replaceAll('\t', '\\t');
}

function automationEntry(name: string): string {
  return [
    `import { manifest, run } from './scripts/automations/${name}';`,
    `import { runAutomation } from './scripts/xsoar/automation';`,
    `import { serverHost } from './scripts/xsoar/host';`,
    `${RESULT_NAME} = runAutomation(manifest, run, serverHost());`,
  ].join('\n');
}
