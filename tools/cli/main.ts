import { Command, Option } from 'commander';
import { version } from '../../package.json';
import type { CompileOptions } from './compile';
import { FORMATS } from './formats';
import type { PlanOptions } from './plan';
import type { ProveOptions } from './prove';

/**
 * The command-line program. Exit status: 0 clean, 1 diagnostics (errors), 2 could not run. What a command needs is
 * loaded when it runs.
 */

const COULD_NOT_RUN = 2;

function clusterCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('-f, --file <path...>', 'Kubernetes objects: files, directories, or - for standard input')
    .option('--profile <file>', 'cluster profile (YAML or JSON)')
    .option('--cluster <name>', 'the cluster of the profile, where it has several')
    .option('--services <file>', 'published security services (YAML or JSON)')
    .option('--last-good <file>', 'last good versions of policies, which stand in for ones that are refused')
    .option('--close <policy...>', 'close live policies (namespace/name) that lost their exact rules')
    .option('--diagnostics <file>', 'write the findings to a file, as JSON');
}

async function finishWith(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = COULD_NOT_RUN;
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const compile = clusterCommand('compile', 'print the PAN-OS rulebase that the policies become')
  .addOption(new Option('-o, --output <format>', 'output format').choices(FORMATS).default('table'))
  .action((options: CompileOptions) => finishWith(async () => (await import('./compile')).runCompile(options)));

const prove = clusterCommand('prove', 'compile, and show by a second, independent evaluation that the rules are exact')
  .addOption(new Option('-o, --output <format>', 'output format').choices(['text', 'json']).default('text'))
  .option('--rulebase <file>', 'prove this rulebase (JSON of `compile -o json`) instead of the compiled one')
  .action((options: ProveOptions) => finishWith(async () => (await import('./prove')).runProve(options)));

const plan = clusterCommand('plan', 'show what applying the policies would change in a Panorama; writes nothing')
  .requiredOption('--panorama <place>', 'URL of a Panorama (API key: PANORAMA_API_KEY), or a file: its configuration')
  .addOption(new Option('-o, --output <format>', 'output format').choices(['table', 'json']).default('table'))
  .action((options: PlanOptions) => finishWith(async () => (await import('./plan')).runPlan(options)));

const program = new Command('cnseries')
  .description('Kubernetes NetworkPolicies as PAN-OS security policy')
  .version(version)
  .addCommand(compile)
  .addCommand(prove)
  .addCommand(plan)
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : COULD_NOT_RUN);
  });
for (const command of program.commands) {
  command.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : COULD_NOT_RUN);
  });
}
void program.parseAsync();
