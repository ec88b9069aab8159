import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Panorama, PanoramaOptions } from '../lab/panorama';
import { panoramaAt } from '../lab/remotepanorama';
import { synchronousHttp } from '../lab/xsoar';

/** A Panorama to work with, in this process or in another one. */
export type LabPanorama = Pick<Panorama, 'handle' | 'setRegistered' | 'clearRegistered' | 'setDevice'>;

/** A Panorama in a process of its own; `close` ends that. */
export interface RemotePanorama extends LabPanorama {
  readonly url: string;
  close(): void;
}

const ROOT = resolve(__dirname, '../..');
const PROGRAM = 'tools/lab/panorama/main.ts';

/**
 * Starts the emulator as a process of its own, and speaks HTTP with it on loopback; each request waits for its answer.
 *
 * @throws if it does not start
 */
export async function startPanorama(options: PanoramaOptions): Promise<RemotePanorama> {
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-panorama-'));
  const state = join(folder, 'state.json');
  writeFileSync(state, JSON.stringify(options));
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, '--port', '0', '--state', state], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Also when something goes wrong in this process, the other one must not stay.
  process.once('exit', () => child.kill());
  try {
    return remotePanorama(await addressOf(child), () => child.kill());
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The address that it prints when it can be used. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const match = /http:\/\/127\.0\.0\.1:[0-9]+/.exec(said);
      if (match) found(match[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', failed);
    child.once('exit', () => {
      failed(new Error(`The Panorama emulator does not start: ${said.trim()}`));
    });
  });
}

function remotePanorama(url: string, stop: () => void): RemotePanorama {
  const { http, close } = synchronousHttp();
  const registered: { [address: string]: readonly string[] } = {};

  const put = (path: string, value: unknown): void => {
    const { status, body } = http({
      method: 'PUT',
      url: url + path,
      headers: { 'content-type': ['application/json'] },
      body: JSON.stringify(value),
      insecure: false,
      proxy: false,
      timeoutMilliseconds: 0,
    });
    if (status !== 200) throw new Error(`The Panorama emulator refuses ${path}: ${body}`);
  };

  return {
    url,
    handle: panoramaAt(url, http),
    setRegistered: (address, tags) => {
      registered[address] = tags;
      put('/lab/registered', registered);
    },
    clearRegistered: () => {
      for (const address of Object.keys(registered)) Reflect.deleteProperty(registered, address);
      put('/lab/registered', registered);
    },
    setDevice: (serial, change) => {
      put(`/lab/devices/${encodeURIComponent(serial)}`, change);
    },
    close: () => {
      close();
      stop();
    },
  };
}
