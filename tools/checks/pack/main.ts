import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireBundles } from '../../bundles/built';
import { writeZip } from '../../build/zip/zip';
import { pythonEnvironment } from '../support/python';
import differences from './differences.json';
import ignoredCodes from './ignored-codes.json';
import { createSdk, type Outcome, type Sdk } from './sdk';
import { createWorkspace, type Workspace } from './workspace';
import { compareZips, judge, type NamedDifference } from './zipcompare';

const ROOT = resolve(__dirname, '../../..');
const NAME = 'CNSeries';
const PACK = join(ROOT, 'Packs', NAME);

/**
 * `npm run check:pack`: the vendor's `demisto-sdk` validates the pack with its full configuration, by path and by git,
 * and packages it; our own package must hold the same. The exit status is 1 when something is wrong; without Python or
 * git the check is skipped by name.
 */
function main(): void {
  requireBundles(ROOT);
  if (spawnSync('git', ['--version']).status !== 0) {
    console.log('skipped: check:pack: git is not installed');
    return;
  }
  const environment = pythonEnvironment({
    folder: join(ROOT, '.cache/checks/pack'),
    requirements: join(__dirname, 'requirements.txt'),
    minimum: [3, 10],
  });
  if (environment.kind === 'skipped') {
    console.log(`skipped: check:pack: ${environment.reason}`);
    return;
  }
  const workspace = createWorkspace(PACK, NAME);
  try {
    if (judgePack(environment.bin, workspace).includes(false)) process.exitCode = 1;
  } finally {
    workspace.remove();
  }
}

/** All steps, each reported; the copy of the pack in the workspace stays as it is whatever a build does meanwhile. */
function judgePack(bin: string, { root, scratch }: Pick<Workspace, 'root' | 'scratch'>): readonly boolean[] {
  const sdk = createSdk(bin, { root, scratch });
  const configuration = configurationOf(bin);
  const ours = join(scratch, `${NAME}.zip`);
  const prepared = join(scratch, 'prepared');
  const zipped = join(scratch, 'zipped');
  mkdirSync(prepared);
  writeZip(root, ours);
  const pack = ['-i', `Packs/${NAME}`];
  return [
    report('.pack-ignore is empty', emptyIgnores()),
    report('validate by path', validate(sdk, configuration, pack)),
    report('validate by git, every file added', validate(sdk, configuration, ['-g'])),
    // Its search for random texts fails on its own output where that holds angle brackets.
    report('secrets: none but the values of examples', sdk('secrets', '--post-commit', '--ignore-entropy')),
    report('prepare-content', sdk('prepare-content', ...pack, '-o', prepared)),
    report('zip-packs', sdk('zip-packs', ...pack, '-o', zipped)),
    report(
      'npm run pack makes what prepare-content makes',
      compare(ours, join(prepared, `${NAME}.zip`), differences['prepare-content']),
    ),
    report(
      'npm run pack makes what zip-packs makes',
      compare(ours, join(zipped, 'uploadable_packs', `${NAME}.zip`), differences['zip-packs']),
    ),
  ];
}

function report(title: string, { status, output }: Outcome): boolean {
  console.log(status === 0 ? `  ok     ${title}` : `  FAILED ${title}\n${output}`);
  return status === 0;
}

/** Codes are left out for the whole check and with a reason, never by the pack for itself. */
function emptyIgnores(): Outcome {
  const text = readFileSync(join(PACK, '.pack-ignore'), 'utf8').trim();
  return { status: text === '' ? 0 : 1, output: text };
}

/** The configuration with all codes, which the SDK brings along; it is what the vendor's own repository enforces. */
function configurationOf(bin: string): string {
  const find = "import importlib.util as u; print(u.find_spec('demisto_sdk').submodule_search_locations[0], end='')";
  const folder = execFileSync(join(bin, 'python'), ['-c', find], { encoding: 'utf8' });
  return join(folder, 'commands/validate/sdk_validation_config.toml');
}

function validate(sdk: Sdk, configuration: string, scope: readonly string[]): Outcome {
  const ignored = Object.keys(ignoredCodes).flatMap((code) => ['--ignore', code]);
  const outcome = sdk('validate', ...scope, '--config-path', configuration, ...ignored);
  // It ends with 0 as well where it found nothing to look at.
  if (outcome.status !== 0 || outcome.output.includes('All validations passed')) return outcome;
  return { status: 1, output: `${outcome.output}\nNothing was validated.` };
}

/** Compares our package with one of the SDK's; differences that must be are named in `differences.json`. */
function compare(ours: string, theirs: string, named: readonly NamedDifference[]): Outcome {
  if (!existsSync(theirs)) return { status: 1, output: 'The SDK wrote no package.' };
  const lines = judge(compareZips(readFileSync(ours), readFileSync(theirs)), named);
  return { status: lines.length, output: lines.join('\n') };
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
