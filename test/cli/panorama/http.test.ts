import { spawn, type ChildProcess } from 'node:child_process';
import { synchronousHttp, synchronousRequests } from '../../../tools/cli/panorama/http';

/** A server in another process, since this one waits while it asks: it tells what it got. */
const SERVER = `
const server = require('node:http').createServer((request, response) => {
  let body = '';
  request.on('data', (data) => (body += data));
  request.on('end', () => {
    if (request.url === '/moved') return response.writeHead(302, { location: '/' }).end();
    if (request.url === '/broken') return response.destroy();
    response.statusCode = request.url === '/refused' ? 403 : 200;
    response.statusMessage = request.url === '/refused' ? 'Invalid Credential' : 'OK';
    const { 'x-pan-key': key, 'content-type': type } = request.headers;
    response.end(JSON.stringify({ method: request.method, url: request.url, key, type, body }));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

let child: ChildProcess;
let url: string;

beforeAll(async () => {
  child = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((found) => {
    child.stdout?.once('data', (data: Buffer) => {
      found(`http://127.0.0.1:${data.toString().trim()}`);
    });
  });
});

afterAll(() => {
  child.kill();
});

it('a form arrives with its texts as they are, the key in a header and not in the URL', () => {
  const http = synchronousHttp(`${url}/api/`, 'secret');
  try {
    const answer = http.post({ type: 'op', cmd: "<show a='1'/> & ü" });
    expect(answer).toMatchObject({ kind: 'answer', status: 200, reason: 'OK' });
    const got = JSON.parse(answer.kind === 'answer' ? answer.body : '') as { readonly [name: string]: string };
    expect(got).toMatchObject({ method: 'POST', url: '/api/', key: 'secret' });
    expect(got.type).toContain('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(got.body))).toEqual({ type: 'op', cmd: "<show a='1'/> & ü" });
  } finally {
    http.close();
  }
});

it('several requests in a row get each its own answer', () => {
  const http = synchronousRequests();
  try {
    const bodies = [1, 2, 3].map((number) => http.ask({ method: 'PUT', url, headers: {}, body: `body ${number}` }));
    expect(bodies.map((answer) => (answer.kind === 'answer' ? (JSON.parse(answer.body) as object) : answer))).toEqual(
      [1, 2, 3].map((number) => expect.objectContaining({ method: 'PUT', body: `body ${number}` }) as object),
    );
    expect(http.ask({ method: 'GET', url: `${url}/refused`, headers: {}, body: '' })).toMatchObject({
      status: 403,
      reason: 'Invalid Credential',
    });
  } finally {
    http.close();
  }
});

it('a broken connection, a redirect and a port where nobody listens are failures with a reason', () => {
  const http = synchronousRequests();
  try {
    for (const place of [`${url}/broken`, `${url}/moved`, 'http://127.0.0.1:1/']) {
      const answer = http.ask({ method: 'GET', url: place, headers: {}, body: '' });
      expect(answer).toEqual({ kind: 'failed', message: expect.stringMatching(/./) as string });
    }
  } finally {
    http.close();
  }
});
