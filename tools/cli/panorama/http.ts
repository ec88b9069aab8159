import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What came back over HTTP, or why nothing did. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly reason: string; readonly body: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Sends forms to one URL, one after the other. `close` ends the worker. */
export interface SynchronousHttp {
  post(form: { readonly [name: string]: string }): HttpAnswer;
  close(): void;
}

const TIMEOUT_MILLISECONDS = 120_000;

/** The text of `httpworker.cjs`, which the build puts into the program. */
declare const HTTP_WORKER: string | undefined;

function workerText(): string {
  return typeof HTTP_WORKER === 'string' ? HTTP_WORKER : readFileSync(join(__dirname, 'httpworker.cjs'), 'utf8');
}

/**
 * HTTP for code that is synchronous, as the one that runs inside the server is: a worker asks, this thread waits. The
 * key travels in a header, never in a URL.
 */
export function synchronousHttp(url: string, key: string): SynchronousHttp {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData = { port: port2, signal, timeout: TIMEOUT_MILLISECONDS };
  const worker = new Worker(workerText(), { eval: true, workerData, transferList: [port2] });
  const headers = { 'X-PAN-KEY': key, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  return {
    post: (form) => {
      Atomics.store(signal, 0, 0);
      port1.postMessage({ url, headers, body: new URLSearchParams(form).toString() });
      const waited = Atomics.wait(signal, 0, 0, TIMEOUT_MILLISECONDS * 1.5);
      const received: { readonly message: HttpAnswer } | undefined = receiveMessageOnPort(port1);
      return received?.message ?? { kind: 'failed', message: `no answer (${waited})` };
    },
    close: () => {
      port1.close();
      void worker.terminate();
    },
  };
}
