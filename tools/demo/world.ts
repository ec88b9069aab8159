import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createLab } from '../lab/lab';
import type { Handle } from '../lab/panorama';
import { panoramaAt } from '../lab/remotepanorama';
import { synchronousHttp, type HttpFunction } from '../lab/xsoar';

/**
 * A cluster and a Panorama as their users reach them, in this process or in another one; everything waits for answers.
 */
export interface World {
  /** HTTP to the Kubernetes API, as scripts on the server have it. */
  readonly http: HttpFunction;
  /** The URL of the API server. */
  readonly kubernetes: string;
  /** The XML API. */
  readonly panorama: Handle;
  readonly close: () => void;
}

/** What both begin with. */
export interface WorldOptions {
  readonly cluster: string;
  /** `own`: the manifests bring their Nodes. */
  readonly nodes: 'of the lab' | 'own';
}

/** Both in this process, for tests: no HTTP, no waiting. */
export function localWorld({ cluster, nodes }: WorldOptions): World {
  const lab = createLab({ cluster, kubernetes: nodes === 'own' ? { nodes: [] } : {} });
  return {
    kubernetes: 'http://127.0.0.1:1',
    http: ({ url, method, headers, body }) => {
      const { pathname, search } = new URL(url);
      const flat = Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(',')]));
      return lab.kubernetes.handle({ method, path: pathname + search, headers: flat, body });
    },
    panorama: lab.panorama.handle,
    close: () => undefined,
  };
}

const ROOT = resolve(__dirname, '../..');

/**
 * Both as servers in a process of their own, over HTTP on loopback. `close` ends it.
 *
 * @throws if it does not start
 */
export async function remoteWorld({ cluster, nodes }: WorldOptions): Promise<World> {
  const more = nodes === 'own' ? ['--no-nodes'] : [];
  const args = ['--import', 'tsx', 'tools/lab/main.ts', '--cluster', cluster, ...more];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const urls = await new Promise<readonly string[]>((found, failed) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const matches = said.match(/http:\/\/127\.0\.0\.1:[0-9]+(?=\n)/g) ?? [];
      if (matches.length === 2) found(matches);
    });
    child.once('error', failed);
    child.once('exit', () => {
      failed(new Error('The lab does not start.'));
    });
  });
  const { http, close } = synchronousHttp();
  return {
    http,
    kubernetes: urls[0],
    panorama: panoramaAt(urls[1], http),
    close: () => {
      close();
      child.stdin.end();
    },
  };
}
