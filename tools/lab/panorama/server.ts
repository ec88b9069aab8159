import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Control } from './control';
import type { Delivery } from './faults';
import type { ApiRequest } from './types';

/** Bytes that are read of a body at most; the emulator itself refuses earlier (5 MB of values). */
const BODY_LIMIT = 32 * 1024 * 1024;

/**
 * The HTTP shell around the synchronous core: GET with a query, POST with a form, in any mix. It listens on loopback
 * only. `started` resolves with the port when the server can be used (port 0 takes a free one).
 *
 * @param control what answers below `/lab/`; nothing does without it
 */
export function serve(
  deliver: (request: ApiRequest) => Delivery,
  port: number,
  control: Control = () => undefined,
): { readonly server: Server; readonly started: Promise<number> } {
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => {
        const controlled = control({
          method: request.method ?? 'GET',
          path: new URL(request.url ?? '/', 'http://127.0.0.1').pathname,
          contentType: request.headers['content-type'] ?? '',
          body,
        });
        if (controlled === undefined) send(deliver(toApiRequest(request, body)), response);
        else response.writeHead(controlled.status, { 'content-type': 'text/plain' }).end(controlled.body);
      })
      .catch(() => {
        response.destroy();
      });
  });
  const started = new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
  return { server, started };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new Error('The body is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toApiRequest(request: IncomingMessage, body: string): ApiRequest {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = isForm ? new URLSearchParams(body) : new URLSearchParams();
  const header = request.headers['x-pan-key'];
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    params: { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(form) },
    keyHeader: typeof header === 'string' ? header : '',
  };
}

function send(delivery: Delivery, response: ServerResponse): void {
  if (delivery.kind === 'broken') {
    response.destroy();
    return;
  }
  const { status, reason, headers, body } = delivery.response;
  setTimeout(() => {
    response.writeHead(status, reason, headers);
    response.end(body);
  }, delivery.delayMilliseconds);
}
