import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HttpFunction, HttpRequest, HttpResponse } from './server/http';

/** Real HTTP for scripts. `close` ends the worker that does it. */
export interface SynchronousHttp {
  readonly http: HttpFunction;
  readonly close: () => void;
}

type Answer = ({ readonly kind: 'answer' } & HttpResponse) | { readonly kind: 'failed'; readonly message: string };

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * HTTP for code that is synchronous: a worker asks, this thread waits. The server must not run on this thread.
 *
 * A request that hangs ends after its own timeout, or a minute.
 */
export function synchronousHttp(): SynchronousHttp {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData = { port: port2, signal, timeout: TIMEOUT_MILLISECONDS };
  const worker = new Worker(join(__dirname, 'httpworker.cjs'), { workerData, transferList: [port2] });
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
