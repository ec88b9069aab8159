import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { outputWidth } from '../cli/terminaltable';
import type { IntegrationVersion } from '../lab/panosintegration';
import { translated } from './cluster';
import { sessionInput } from './input';
import { playSession } from './play';
import { startPanorama } from './remote';
import { printedReport, type Report } from './report';
import { panoramaSetting } from './setting';

/**
 * `npm run session [-- shop|online-boutique|DIR] [--integration 1.14.22]`: a session of a cluster with a Panorama,
 * through the PAN-OS integration. The Panorama is the emulator, as a process of its own, over HTTP. Exit status: 0 if
 * all steps come out as they must, 1 if one does not, 2 if nothing can run.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { integration: { type: 'string', default: '2.5.1' } },
    allowPositionals: true,
  });
  const [name = 'shop'] = positionals;
  const version = versionOf(values.integration);
  const input = sessionInput(name);
  if (input === undefined) {
    console.log(`skipped: ${name}, because the corpus is not there`);
    return 0;
  }
  const { rulebase } = translated({ ...input, lastGood: [] }).translation;
  if (rulebase === undefined) throw new Error(`${input.title} has no rulebase; \`cnseries compile\` says why.`);
  const panorama = await startPanorama(panoramaSetting(input.profile.deviceGroup, [rulebase]));
  try {
    let steps = 0;
    const report = printedReport(console.log, outputWidth(process.stdout));
    console.log(
      `${pc.bold(input.title)} with a Panorama emulator at ${panorama.url}, through the PAN-OS integration ${version}`,
    );
    const counting: Report = {
      ...report,
      passed: (title, detail) => {
        steps++;
        report.passed(title, detail);
      },
    };
    const isGood = playSession(panorama, input, counting, version);
    console.log(isGood ? pc.green(`\nAll ${steps} steps came out as they must.`) : pc.red('\nThe session stops here.'));
    return isGood ? 0 : 1;
  } finally {
    panorama.close();
  }
}

function versionOf(text: string): IntegrationVersion {
  if (text === '2.5.1' || text === '1.14.22') return text;
  throw new Error(`There is no PAN-OS integration ${text} here; there are 2.5.1 and 1.14.22.`);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
