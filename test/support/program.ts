import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildProgram } from '../../tools/build/program';

export const ROOT = resolve(__dirname, '../..');

/** The command-line program, built anew into a folder of its own, so that tests never see an old one. */
export interface Program {
  readonly path: string;
  /** A folder for the test's files; gone with the program. */
  readonly folder: string;
  run(args: readonly string[], options?: { readonly input?: string; readonly env?: NodeJS.ProcessEnv }): Run;
  remove(): void;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function builtProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-'));
  const path = join(folder, 'cnseries.cjs');
  await buildProgram(ROOT, path);
  return {
    path,
    folder,
    run(args, options = {}) {
      const env = { PATH: process.env.PATH, NO_COLOR: '1', ...options.env };
      const spawned = spawnSync(process.execPath, [path, ...args], {
        cwd: ROOT,
        env,
        input: options.input ?? '',
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      return { status: spawned.status, stdout: spawned.stdout, stderr: spawned.stderr };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
