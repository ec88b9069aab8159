import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pythonEnvironment } from '../support/python';
import { startEmulator } from './emulator';

const CACHE = resolve(__dirname, '../../../.cache/checks');

/** A program that drives an emulator of its own, and the requirements file of the library that it uses. */
interface Client {
  readonly title: string;
  readonly program: string;
  readonly requirements: string;
  readonly environment: string;
}

const CLIENTS: readonly Client[] = [
  // pan-os-python 1.13.1 takes pan-python 0.17 alone; the current one, with multi-config, judges for itself.
  { title: 'pan-python 0.17.0', program: 'xmlapi.py', requirements: 'requirements.txt', environment: 'panorama' },
  {
    title: 'pan-python 0.26.0',
    program: 'xmlapi.py',
    requirements: 'requirements-current.txt',
    environment: 'panorama-current',
  },
  {
    title: 'pan-os-python 1.13.1',
    program: 'objectlibrary.py',
    requirements: 'requirements.txt',
    environment: 'panorama',
  },
];

/**
 * `npm run check:panorama`: the vendor's Python libraries drive the Panorama emulator as they would a real Panorama.
 * The exit status is 1 when anything is not what they expect; without Python the check is skipped by name.
 */
async function main(): Promise<void> {
  for (const client of CLIENTS) {
    const environment = pythonEnvironment({
      folder: join(CACHE, client.environment),
      requirements: join(__dirname, client.requirements),
      minimum: [3, 9],
    });
    if (environment.kind === 'skipped') {
      console.log(`skipped: check:panorama (${client.title}): ${environment.reason}`);
      continue;
    }
    console.log(`${client.title} against the Panorama emulator`);
    if ((await drive(join(environment.bin, 'python'), client.program)) !== 0) process.exitCode = 1;
  }
}

async function drive(python: string, program: string): Promise<number> {
  const emulator = await startEmulator();
  try {
    return await new Promise((resolveStatus, reject) => {
      const ports = [String(emulator.httpPort), String(emulator.httpsPort)];
      const child = spawn(python, ['-B', join(__dirname, program), ...ports], {
        stdio: ['ignore', 'inherit', 'inherit'],
        // A `.panrc` of the user would put another host's name and key under ours.
        env: { ...process.env, HOME: join(CACHE, 'home'), no_proxy: '127.0.0.1', PYTHONUNBUFFERED: '1' },
      });
      child.once('error', reject);
      child.once('exit', (status) => {
        resolveStatus(status ?? 1);
      });
    });
  } finally {
    emulator.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
