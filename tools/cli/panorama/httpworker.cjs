'use strict';

/*
 * The other side of `http.ts`, on a thread of its own: it waits for a request, asks, and wakes the main thread. It is a
 * file without imports because the build puts its text into the program.
 */

const { workerData } = require('node:worker_threads');

const { Atomics, AbortSignal, fetch } = globalThis;
const { port, signal, timeout } = workerData;

async function ask({ url, headers, body }) {
  try {
    const limit = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: limit });
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
});
