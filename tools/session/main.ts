import pc from 'picocolors';
import { outputWidth } from '../cli/terminaltable';
import { translated } from './cluster';
import { sessionInput } from './input';
import { playSession } from './play';
import { startPanorama } from './remote';
import { printedReport } from './report';
import { panoramaSetting } from './setting';

/**
 * `npm run session [-- shop|online-boutique|DIR]`: a session of a cluster with a Panorama, through the PAN-OS integration.
 * The Panorama is the emulator, as a process of its own, over HTTP. Exit status: 0 if all steps come out as they must, 1 if
 * one does not, 2 if nothing can run.
 */
async function main(name: string): Promise<number> {
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
      `${pc.bold(input.title)} with a Panorama emulator at ${panorama.url}, through the PAN-OS integration 2.5.1`,
    );
    const isGood = playSession(panorama, input, {
      ...report,
      passed: (title, detail) => {
        steps++;
        report.passed(title, detail);
      },
    });
    console.log(isGood ? pc.green(`\nAll ${steps} steps came out as they must.`) : pc.red('\nThe session stops here.'));
    return isGood ? 0 : 1;
  } finally {
    panorama.close();
  }
}

main(process.argv[2] ?? 'shop').then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
