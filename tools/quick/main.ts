import { execFileSync, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { quickSteps, type Step } from './steps';

const ROOT = resolve(__dirname, '../..');

/**
 * `npm run test:quick`: what one runs before a commit, in less than a minute. Types, lint and format of what changed,
 * the scripts of the pack built, and the tests that say most in little time. The exit status is 1 when something fails.
 */
async function main(): Promise<void> {
  const { rows, tests } = quickSteps(changedFiles());
  const good = await Promise.all(rows.map(runAll));
  if (good.includes(false) || !(await run(tests))) process.exitCode = 1;
}

/** One after the other; a failure ends the row. */
async function runAll(steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) if (!(await run(step))) return false;
  return true;
}

async function run({ title, program, args }: Step): Promise<boolean> {
  const started = Date.now();
  const status = await new Promise<number | null>((ended, failed) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', program), args, { cwd: ROOT, stdio: 'inherit' });
    child.once('error', failed);
    child.once('exit', ended);
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok     ' : 'FAILED '}${title}, ${seconds} s`);
  return status === 0;
}

/** What differs from the last commit, and what is new. */
function changedFiles(): readonly string[] {
  const git = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  return [
    ...git('diff', '--name-only', '-z', '--diff-filter=d', 'HEAD'),
    ...git('ls-files', '-z', '--others', '--exclude-standard'),
  ];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
