import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What came back over HTTP, or why nothing did. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly reason: string; readonly body: string }
  | { readonly kind: 'failed'; readonly message: string };

/** A request with everything that is sent. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  /** '' where there is none. */
  readonly body: string;
}

/** Sends requests, one after the other. `close` ends the worker. */
export interface SynchronousRequests {
  ask(request: HttpRequest): HttpAnswer;
  close(): void;
}

/** Sends forms to one URL. */
export interface SynchronousHttp {
  post(form: { readonly [name: string]: string }): HttpAnswer;
  close(): void;
}

const TIMEOUT_MILLISECONDS = 120_000;

/** The other side. It waits for a request, asks, and wakes the main thread. */
const WORKER = `
const { workerData } = require('node:worker_threads');
const { port, signal } = workerData;
async function ask({ method, url, headers, body }) {
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === '' ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(${TIMEOUT_MILLISECONDS}),
    });
    return { kind: 'answer', status: response.status, reason: response.statusText, body: await response.text() };
  } catch (error) {
    const cause = error.cause ?? error;
    return { kind: 'failed', message: String(cause.message || cause.code || cause) };
  }
}
port.on('message', (request) => {
  ask(request).then((answer) => {
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});`;

/** HTTP for code that is synchronous, as the one that runs inside the server is: a worker asks, this thread waits. */
export function synchronousRequests(): SynchronousRequests {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(WORKER, { eval: true, workerData: { port: port2, signal }, transferList: [port2] });
  return {
    ask: (request) => {
      Atomics.store(signal, 0, 0);
      port1.postMessage(request);
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

/** Forms for one URL. The key travels in a header, never in a URL. */
export function synchronousHttp(url: string, key: string): SynchronousHttp {
  const requests = synchronousRequests();
  const headers = { 'X-PAN-KEY': key, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  return {
    post: (form) => requests.ask({ method: 'POST', url, headers, body: new URLSearchParams(form).toString() }),
    close: () => {
      requests.close();
    },
  };
}
