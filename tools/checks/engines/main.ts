import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireBundles } from '../../bundles/built';
import { bundleViolations, checkRecordings } from './check';
import { builtBundles } from './bundles';
import { recordDemo } from './demo';
import { nodeEngine } from './nodeengine';
import { buildEngines } from './programs';
import { readRecordings, writeRecordings } from './recording';
import { recordScenarios, WITHOUT_ARGUMENTS } from './scenarios';
import { rowText, HEAD, summaryText } from './report';
import { selfTest } from './selftest';

/**
 * Plays recordings of the built bundles in goja and Otto. Without arguments the scenarios are recorded first; arguments
 * are files of recordings to play instead.
 */

const ROOT = resolve(__dirname, '../../..');

/** Three runs, since key order is random in Otto; in the last, values are the maps of the server's own language. */
const VALUES = ['json', 'json', 'go'] as const;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      // Only engines and scenarios whose names have this text.
      engine: { type: 'string', default: '' },
      scenario: { type: 'string', default: '' },
      // A file for the recordings that are made.
      save: { type: 'string' },
    },
  });
  requireBundles(ROOT);
  const engines = buildEngines();
  if (engines.kind === 'skipped') {
    console.log(`check:engines: skipped, ${engines.reason}`);
    return;
  }
  const bundles = builtBundles(ROOT);
  const bad = [...bundles.keys()].flatMap((bundle) => bundleViolations(bundles, bundle));
  const found = [...selfTest(engines.engines), ...bad];
  for (const failure of found) console.log(failure);
  const good = new Map([...bundles].filter(([bundle]) => bundleViolations(bundles, bundle).length === 0));
  const recordings =
    positionals.length > 0
      ? positionals.flatMap(readRecordings)
      : [...recordScenarios(ROOT, good), ...recordDemo(ROOT, good)];
  if (values.save !== undefined) writeRecordings(values.save, recordings);
  console.log(HEAD);
  const rows = checkRecordings(
    bundles,
    recordings.filter(({ scenario }) => scenario.includes(values.scenario)),
    [nodeEngine, ...engines.engines].filter(({ name }) => name.includes(values.engine)),
    {
      values: VALUES,
      tell: (row) => {
        console.log(rowText(row));
      },
    },
  );
  const onlyLoaded = [...good.keys()].filter((bundle) =>
    recordings.every((recording) => recording.bundle !== bundle || recording.scenario === WITHOUT_ARGUMENTS),
  );
  for (const bundle of onlyLoaded) console.log(`Only loaded, since no other scenario runs it: ${bundle}`);
  console.log(summaryText(rows, found.length));
  if (found.length > 0 || rows.length === 0 || rows.some((row) => row.difference !== undefined)) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
