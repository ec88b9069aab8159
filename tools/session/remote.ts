import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synchronousRequests, type HttpRequest } from '../cli/panorama/http';
import type { ApiRequest, ApiResponse, Panorama, PanoramaOptions } from '../lab/panorama';

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
  const http = synchronousRequests();
  const registered: { [address: string]: readonly string[] } = {};

  const ask = (request: HttpRequest): ApiResponse => {
    const answer = http.ask(request);
    if (answer.kind === 'failed') throw new Error(`The Panorama emulator does not answer: ${answer.message}`);
    return { status: answer.status, reason: answer.reason, headers: {}, body: answer.body };
  };
  const put = (path: string, value: unknown): void => {
    const headers = { 'content-type': 'application/json' };
    const { status, body } = ask({ method: 'PUT', url: url + path, headers, body: JSON.stringify(value) });
    if (status !== 200) throw new Error(`The Panorama emulator refuses ${path}: ${body}`);
  };

  return {
    url,
    handle: (request) => ask(httpRequest(url, request)),
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
      http.close();
      stop();
    },
  };
}

function httpRequest(url: string, { method, path, params }: ApiRequest): HttpRequest {
  const values = new URLSearchParams(params).toString();
  if (method === 'GET') return { method, url: `${url}${path}?${values}`, headers: {}, body: '' };
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  return { method, url: url + path, headers, body: values };
}
