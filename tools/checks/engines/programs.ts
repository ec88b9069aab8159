import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EngineReport, Job } from './job';

const ROOT = resolve(__dirname, '../../..');
const SOURCES = join(ROOT, 'tools/engines');

/** One JavaScript engine as a program that runs jobs. */
export interface Engine {
  readonly name: string;
  /**
   * Runs a job to its end.
   *
   * @throws when the program fails, or does not end in time
   */
  run(job: Job): EngineReport;
}

/** Which engines this machine has, or why it has none. */
export type Engines =
  | { readonly kind: 'ready'; readonly engines: readonly Engine[] }
  | { readonly kind: 'skipped'; readonly reason: string };

/** The engine programs, and the arguments that build each of them. */
const PROGRAMS = [
  { name: 'goja 2023-05', file: 'goja2023', arguments: ['-modfile=goja2023.mod', './goja'] },
  { name: 'goja 2026-09', file: 'goja', arguments: ['./goja'] },
  { name: 'Otto 0.5.1', file: 'otto', arguments: ['./otto'] },
] as const;

/** The names of the engines, as the tables show them; the versions are pinned in `tools/engines`. */
export const ENGINE = { goja2023: PROGRAMS[0].name, goja: PROGRAMS[1].name, otto: PROGRAMS[2].name };

/**
 * Builds the engine programs; Go's own cache makes the second time quick.
 *
 * @throws Error if Go is there and cannot build them: no network for the modules, or a module with another hash
 */
export function buildEngines(folder = join(ROOT, '.cache/engines')): Engines {
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.status !== 0) return { kind: 'skipped', reason: 'go is not installed' };
  mkdirSync(folder, { recursive: true });
  const engines = PROGRAMS.map((program) => {
    const path = join(folder, program.file);
    const build = ['build', '-mod=readonly', '-trimpath', '-o', path, ...program.arguments];
    const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
    const { status, stderr } = spawnSync('go', build, { cwd: SOURCES, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program.name} cannot be built:\n${stderr}`);
    return { name: program.name, run: (job: Job) => runJob(program.name, path, job) };
  });
  return { kind: 'ready', engines };
}

/** Longer than any bundle may take, however slow the engine. */
const TIMEOUT_MS = 20 * 60_000;

const MAX_OUTPUT = 512 * 1024 * 1024;

function runJob(name: string, path: string, job: Job): EngineReport {
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-engine-'));
  try {
    const file = join(folder, 'job.json');
    writeFileSync(file, JSON.stringify(job));
    const done = spawnSync(path, [file], { encoding: 'utf8', maxBuffer: MAX_OUTPUT, timeout: TIMEOUT_MS });
    if (done.error) throw new Error(`${name}: ${done.error.message}`);
    if (done.status !== 0) throw new Error(`${name} failed: ${done.stderr.slice(0, 500)}`);
    return JSON.parse(done.stdout) as EngineReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
