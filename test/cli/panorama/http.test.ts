import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildProgram } from '../../../tools/build/program';
import { synchronousHttp } from '../../../tools/cli/panorama/http';

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
  const http = synchronousHttp(url, 'secret');
  try {
    const bodies = [1, 2, 3].map((number) => http.post({ body: `${number}` }));
    expect(bodies.map((answer) => (answer.kind === 'answer' ? (JSON.parse(answer.body) as object) : answer))).toEqual(
      [1, 2, 3].map((number) => expect.objectContaining({ body: `body=${number}` }) as object),
    );
  } finally {
    http.close();
  }
});

it('an answer of any status is an answer', () => {
  const http = synchronousHttp(`${url}/refused`, 'secret');
  try {
    expect(http.post({})).toMatchObject({ status: 403, reason: 'Invalid Credential' });
  } finally {
    http.close();
  }
});

it('a broken connection, a redirect and a port where nobody listens are failures with a reason', () => {
  for (const place of [`${url}/broken`, `${url}/moved`, 'http://127.0.0.1:1/']) {
    const http = synchronousHttp(place, 'secret');
    try {
      expect(http.post({})).toEqual({ kind: 'failed', message: expect.stringMatching(/./) as string });
    } finally {
      http.close();
    }
  }
});

it('the program has the worker in its one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-program-'));
  try {
    const program = join(folder, 'cnseries.cjs');
    await buildProgram(resolve(__dirname, '../../..'), program);
    const examples = resolve(__dirname, '../../../examples');
    const cluster = ['-f', join(examples, 'shop'), '--profile', join(examples, 'profile.yaml'), '--cluster', 'shop'];
    const args = [program, 'plan', ...cluster, '--panorama', `${url}/`];
    const env = { ...process.env, PANORAMA_API_KEY: 'secret' };
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    expect(stdout + stderr).toContain('HTTP 200 OK');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
