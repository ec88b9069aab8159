import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedCluster } from './cluster';

/** Seconds that one command may take. */
const LIMIT_SECONDS = 60;

/** A program that has ended. */
export interface Ended {
  readonly status: number;
  /** Standard output. */
  readonly output: string;
  /** Standard output and standard error. */
  readonly text: string;
}

/** Runs kubectl with arguments, and `input` as its standard input. */
export type Kubectl = (parameters: string, input?: string) => Promise<Ended>;

/** Whether there is a kubectl; where Debian's package may be installed without asking anybody, it is. */
export const hasKubectl = (): boolean => isInstalled() || install();

const isInstalled = (): boolean => spawnSync('kubectl', ['version', '--client']).status === 0;

function install(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const apt = (...parameters: readonly string[]): boolean =>
    spawnSync('apt-get', parameters, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const get = (): boolean => apt('install', '-y', '--no-install-recommends', 'kubernetes-client');
  return (get() || (apt('update') && get())) && isInstalled();
}

/** The kubectl of somebody with a token; `folder` takes its configuration. */
export function runner(folder: string, { url, certificate }: CheckedCluster, token: string): Kubectl {
  const config = join(folder, token);
  writeFileSync(
    config,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'stand-in',
          cluster: { server: url, 'certificate-authority-data': Buffer.from(certificate).toString('base64') },
        },
      ],
      users: [{ name: 'user', user: { token } }],
      contexts: [{ name: 'it', context: { cluster: 'stand-in', user: 'user', namespace: 'shop' } }],
      'current-context': 'it',
    }),
  );
  const env = { ...process.env, KUBECONFIG: config, HOME: folder, no_proxy: '127.0.0.1' };
  return (parameters, input = '') =>
    new Promise((resolve, reject) => {
      // The stand-in runs in this process, so the command must not block it.
      const child = spawn('kubectl', parameters.split(' '), { env, timeout: LIMIT_SECONDS * 1000 });
      let output = '';
      let text = '';
      child.stdout.on('data', (part: Buffer) => (output += part.toString()));
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
      child.once('error', reject);
      child.once('close', (status) => {
        resolve({ status: status ?? 1, output, text });
      });
      child.stdin.end(input);
    });
}
