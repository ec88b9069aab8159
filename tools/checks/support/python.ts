import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder with the packages of one requirements file, or why this machine cannot have one. */
export type Environment =
  /** `bin` holds `python` and the programs that the packages install. */
  { readonly kind: 'ready'; readonly bin: string } | { readonly kind: 'skipped'; readonly reason: string };

/** Which packages are wanted, and where. */
export interface EnvironmentOptions {
  /** Where the environment lives; it is made anew whenever the requirements or the interpreter change. */
  readonly folder: string;
  /** A `requirements.txt` that pins every package with its hashes. */
  readonly requirements: string;
  /** The oldest interpreter that the packages support: `[3, 10]`. */
  readonly minimum: readonly [number, number];
}

/**
 * Installs pinned Python packages into a virtual environment of their own, once. A machine without Python, `venv` or
 * `pip` is skipped by name.
 *
 * @throws Error if the packages cannot be installed: no network, or a file with another hash
 */
export function pythonEnvironment({ folder, requirements, minimum }: EnvironmentOptions): Environment {
  const found = run('python3', ['-c', 'import sys; print(*sys.version_info[:3], sep=".")']);
  if (found.status !== 0) return { kind: 'skipped', reason: 'python3 is not installed' };
  const version = found.stdout.trim();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1])) {
    return { kind: 'skipped', reason: `python3 is ${version}, ${minimum.join('.')} is needed` };
  }
  const stampFile = join(folder, 'installed');
  const stamp = `${version} ${createHash('sha256').update(readFileSync(requirements)).digest('hex')}`;
  const ready: Environment = { kind: 'ready', bin: join(folder, 'bin') };
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return ready;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Debian installs an interpreter without `ensurepip`; the package `python3-venv` brings it.
  if (run('python3', ['-m', 'venv', folder]).status !== 0) {
    return { kind: 'skipped', reason: 'python3 has no venv with pip (on Debian: python3-venv)' };
  }
  install(folder, requirements);
  writeFileSync(stampFile, stamp);
  return ready;
}

function install(folder: string, requirements: string): void {
  console.log(`Installing the packages of ${requirements} ...`);
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '-r',
    requirements,
  ];
  const installed = run(join(folder, 'bin', 'python'), pip);
  if (installed.status !== 0)
    throw new Error(`The packages of ${requirements} were not installed.\n${installed.stderr}`);
}

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, parameters: readonly string[]): Ended {
  const ended = spawnSync(program, parameters, {
    encoding: 'utf8',
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status: ended.status ?? 1, stdout: ended.stdout ?? '', stderr: ended.stderr ?? '' };
}
