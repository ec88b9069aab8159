import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HttpFunction, HttpRequest, HttpResponse } from './server/http';

/** Real HTTP for scripts. `close` ends the worker that does it. */
export interface SynchronousHttp {
  readonly http: HttpFunction;
  readonly close: () => void;
}

type Answer = ({ readonly kind: 'answer' } & HttpResponse) | { readonly kind: 'failed'; readonly message: string };

const TIMEOUT_MILLISECONDS = 60_000;

/** The other side. It waits for a request, asks, and wakes the thread that waits. */
const WORKER = `
const { workerData } = require('node:worker_threads');
const http = require('node:http'), https = require('node:https');
const { port, signal } = workerData;
function ask(request) {
  return new Promise((resolve) => {
    const failed = (error) => resolve({ kind: 'failed', message: String(error.message || error.code || error) });
    const client = request.url.startsWith('https:') ? https : http;
    const options = {
      method: request.method,
      headers: request.headers,
      timeout: request.timeoutMilliseconds || ${TIMEOUT_MILLISECONDS},
      rejectUnauthorized: !request.insecure,
    };
    const sent = client.request(request.url, options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', failed);
      response.on('aborted', () => failed(new Error('unexpected EOF')));
      response.on('end', () => {
        const headers = {};
        for (const [name, value] of Object.entries(response.headersDistinct)) headers[name] = value;
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ kind: 'answer', status: response.statusCode, reason: response.statusMessage, headers, body });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('context deadline exceeded')));
    sent.on('error', failed);
    sent.end(request.body);
  });
}
port.on('message', (request) => {
  ask(request).then((answer) => {
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});`;

/**
 * HTTP for code that is synchronous: a worker asks, this thread waits. The server must not run on this thread.
 *
 * A request that hangs ends after its own timeout, or a minute.
 */
export function synchronousHttp(): SynchronousHttp {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(WORKER, { eval: true, workerData: { port: port2, signal }, transferList: [port2] });
  worker.unref();
  return {
    http: (request: HttpRequest): HttpResponse => {
      Atomics.store(signal, 0, 0);
      port1.postMessage(request);
      const limit = (request.timeoutMilliseconds || TIMEOUT_MILLISECONDS) + 5000;
      Atomics.wait(signal, 0, 0, limit);
      const received: { readonly message: Answer } | undefined = receiveMessageOnPort(port1);
      const answer = received?.message ?? { kind: 'failed', message: 'no answer' };
      if (answer.kind === 'failed') throw new Error(answer.message);
      return answer;
    },
    close: () => {
      port1.close();
      void worker.terminate();
    },
  };
}
