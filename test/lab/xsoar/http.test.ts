import { Worker } from 'node:worker_threads';
import { synchronousHttp, type HttpRequest, createServer } from '../../../tools/lab/xsoar';
import { pack, script } from './support';

const REQUEST: HttpRequest = {
  url: '',
  method: 'GET',
  headers: {},
  body: '',
  insecure: false,
  proxy: false,
  timeoutMilliseconds: 0,
};

/** A real server; scripts block this thread, so that it must run on another. */
const SERVER = `
const { parentPort } = require('node:worker_threads');
const server = require('node:http').createServer((request, response) => {
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => {
    response.writeHead(request.url === '/gone' ? 410 : 200, { 'Content-Type': 'text/plain', 'x-two': ['a', 'b'] });
    response.end(request.method + ' ' + request.headers.authorization + ' ' + body);
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

describe('HTTP for scripts', () => {
  let worker: Worker;
  let url: string;
  const { http, close } = synchronousHttp();

  beforeAll(async () => {
    worker = new Worker(SERVER, { eval: true });
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    url = `http://127.0.0.1:${port}`;
  });

  afterAll(async () => {
    close();
    await worker.terminate();
  });

  it('asks and waits', () => {
    const answer = http({
      ...REQUEST,
      url: `${url}/x`,
      method: 'POST',
      headers: { Authorization: ['Bearer t'] },
      body: 'hello',
    });
    expect(answer).toMatchObject({ status: 200, body: 'POST Bearer t hello' });
  });

  it('an answer of any status is an answer to a script, with lists of headers', () => {
    const code =
      'var r = http(args.url, {Method: "GET", Headers: {Authorization: ["Bearer t"]}}, false, false); return [r.StatusCode, r.Status, r.Headers["X-Two"].join(), r.Headers["Content-Type"][0], r.Body].join("|")';
    const server = createServer({ packs: [pack({ scripts: [script('Ask', code, 'url')] })], http });
    expect(server.command(`!Ask url=${url}/gone`, 'alice')[0].Contents).toBe(
      '410|410 Gone|a,b|text/plain|GET Bearer t ',
    );
  });

  it('no answer is an exception', () => {
    const code = 'try { http(args.url, {Method: "GET"}, false, false) } catch (e) { return e.message }';
    const server = createServer({ packs: [pack({ scripts: [script('Ask', code, 'url')] })], http });
    expect(server.command('!Ask url=http://127.0.0.1:1/', 'alice')[0].Contents).toContain('ECONNREFUSED');
  });

  it('a server without a network says so', () => {
    const server = createServer({ packs: [pack({ scripts: [script('Ask', 'return http("http://x", {})')] })] });
    expect(() => server.command('!Ask', 'alice')).toThrow('has no network here');
  });
});
