'use strict';

/* The other side of `http.ts`, on a thread of its own: waits for a request, asks, and wakes the thread that waits. */

const http = require('node:http');
const https = require('node:https');
const { workerData } = require('node:worker_threads');

const { Atomics, Buffer } = globalThis;
const { port, signal, timeout } = workerData;

function ask(request) {
  return new Promise((resolve) => {
    const failed = (error) => resolve({ kind: 'failed', message: String(error.message || error.code || error) });
    const client = request.url.startsWith('https:') ? https : http;
    const options = {
      method: request.method,
      headers: request.headers,
      timeout: request.timeoutMilliseconds || timeout,
      rejectUnauthorized: !request.insecure,
    };
    const sent = client.request(request.url, options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', failed);
      response.on('aborted', () => failed(new Error('unexpected EOF')));
      response.on('end', () => {
        const headers = { ...response.headersDistinct };
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
});
