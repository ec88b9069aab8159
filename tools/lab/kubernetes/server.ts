import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { PROTOBUF } from './api/protobuf';
import { deliver, faultFinder, type Delivery, type FaultRule } from './faults';
import type { Kubernetes } from './kubernetes';
import type { ApiRequest, Watch } from './types';

/** Bytes of a body that are read at most (the API server takes 3 MiB). */
const BODY_LIMIT = 3 * 1024 * 1024;

/** Seconds between bookmarks on a watch that asked for them. */
const BOOKMARK_SECONDS = 60;

/** How the API is served. */
export interface ServeOptions {
  /** @default a free one */
  readonly port?: number;
  /** Key and certificate as PEM; with them the server speaks HTTPS. @default HTTP */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** @default none */
  readonly faults?: readonly FaultRule[];
}

/** A listening server. */
export interface LabServer {
  /** `http://127.0.0.1:PORT`, when it can be used. */
  readonly url: Promise<string>;
  /** Breaks all open watches, and says how many there were. */
  readonly closeWatches: () => number;
  readonly close: () => Promise<void>;
}

/** The HTTP shell around the synchronous core; watches stream. It listens on loopback only. */
export function serve(kubernetes: Kubernetes, options: ServeOptions = {}): LabServer {
  const watches = new Set<ServerResponse>();
  const find = faultFinder(options.faults ?? []);
  const listener: RequestListener = (message, response) => {
    readBody(message)
      .then((body) => {
        const request = toApiRequest(message, body);
        const fault = find(request);
        const watch = fault === undefined ? kubernetes.stream(request) : undefined;
        if (watch !== undefined) streamWatch(kubernetes, watch, response, watches);
        else if (fault !== undefined) send(deliver(fault, kubernetes.handle, request), response);
        else send({ kind: 'answer', response: kubernetes.handle(request), delayMilliseconds: 0 }, response);
      })
      .catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
  };
  const server: Server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  const scheme = options.tls === undefined ? 'http' : 'https';
  return {
    url: listen(server, options.port ?? 0).then((port) => `${scheme}://127.0.0.1:${port}`),
    closeWatches: () => {
      const open = [...watches];
      for (const response of open) response.destroy();
      return open.length;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

/** The body as text; one character for each byte if it is protobuf. */
async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new Error('The body is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString(message.headers['content-type']?.startsWith(PROTOBUF) ? 'latin1' : 'utf8');
}

function toApiRequest(message: IncomingMessage, body: string): ApiRequest {
  const headers = Object.entries(message.headers).map(([name, value]): [string, string | undefined] => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return { method: message.method ?? 'GET', path: message.url ?? '/', headers: Object.fromEntries(headers), body };
}

function send(delivery: Delivery, response: ServerResponse): void {
  switch (delivery.kind) {
    case 'broken':
      response.destroy();
      return;
    case 'truncated': {
      const { status, headers, body } = delivery.response;
      const bytes = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': bytes.length });
      response.write(bytes.subarray(0, delivery.bytes), () => {
        response.destroy();
      });
      return;
    }
    case 'answer': {
      const { status, headers, body } = delivery.response;
      setTimeout(() => {
        response.writeHead(status, headers);
        response.end(body);
      }, delivery.delayMilliseconds);
    }
  }
}

function streamWatch(
  kubernetes: Kubernetes,
  watch: Watch,
  response: ServerResponse,
  watches: Set<ServerResponse>,
): void {
  const write = (text: string): void => {
    if (text !== '') response.write(text);
    if (watch.isOver()) response.end();
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  write(watch.next());
  const unsubscribe = kubernetes.onChange(() => {
    write(watch.next());
  });
  const bookmarks = setInterval(() => {
    write(watch.bookmark());
  }, BOOKMARK_SECONDS * 1000);
  const end = setTimeout(() => {
    write(watch.bookmark());
    response.end();
  }, watch.timeoutSeconds * 1000);
  watches.add(response);
  response.once('close', () => {
    watches.delete(response);
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
}
