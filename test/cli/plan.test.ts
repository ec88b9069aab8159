import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createPanorama, serve } from '../../tools/lab/panorama';
import { SHARED } from '../automations/panorama';
import { OPTIONS } from '../panorama/support';
import { builtProgram, ROOT, type Program, type Run } from '../support/program';

let program: Program;
let profile: string;

beforeAll(async () => {
  program = await builtProgram();
  profile = file(
    'profile.yaml',
    'clusters: { shop: { deviceGroup: shop-cluster, enforcement: enforce, inspection: server-only, approverRoles: [Security Admin] } }\n',
  );
});

afterAll(() => {
  program.remove();
});

function file(name: string, text: string): string {
  const path = join(program.folder, name);
  writeFileSync(path, text);
  return path;
}

function config(rules = ''): string {
  const group = (inner: string) =>
    `<devices><entry name="localhost.localdomain"><device-group>${inner}</device-group></entry></devices>`;
  return `<?xml version="1.0"?><config version="11.1.0"><shared>${SHARED}</shared>${group(
    `<entry name="kubernetes"/><entry name="shop-cluster"><pre-rulebase><security><rules>${rules}</rules></security></pre-rulebase></entry>`,
  )}<readonly>${group('<entry name="shop-cluster"><parent-dg>kubernetes</parent-dg></entry>')}</readonly></config>`;
}

interface Output {
  readonly blockers: readonly { readonly blocker: string }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly proof: { readonly verdict: string };
  readonly plan?: { readonly hash: string; readonly operations: readonly { readonly op: string }[] };
}

const ARGUMENTS = ['plan', '-f', 'examples/shop', '--profile'];

function plan(panorama: string, ...more: readonly string[]): Run {
  return program.run([...ARGUMENTS, profile, '--panorama', panorama, ...more]);
}

it('prints the tables of the war room for a configuration file', () => {
  const run = plan(file('config.xml', config()));
  expect(run.stderr).toMatch(/^A configuration file tells nothing of locks/);
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/^Plan [0-9a-f]{12}: 12 rules new; 23 objects new\.\n/);
  for (const text of ['Approval', 'New rules (12)', 'Proof', 'shop._deny-both']) expect(run.stdout).toContain(text);
  expect(run.stdout).toMatch(/Verdict +equal/);
});

it('a rule of somebody else with a name that is needed refuses the plan', () => {
  const run = plan(file('foreign.xml', config('<entry name="shop._deny-both"/>')), '-o', 'json');
  expect(run.status).toBe(1);
  const output = JSON.parse(run.stdout) as Output;
  expect(output.blockers.map(({ blocker }) => blocker)).toEqual(['refused']);
  expect(output.plan?.operations).toEqual([]);
});

it('a policy that names a profile group that the file does not hold is refused, and nobody else', () => {
  const run = plan(file('without.xml', config().replaceAll('pci-strict', 'other')), '-o', 'json');
  expect(run.status).toBe(1);
  const { blockers, problems, plan: made } = JSON.parse(run.stdout) as Output;
  expect({ blockers, problems }).toEqual({ blockers: [], problems: [] });
  expect(made?.operations.length).toBeGreaterThan(0);
  expect(run.stderr).toContain('the security profile group "pci-strict" does not exist in the running configuration');
});

it.each([
  ['no profile', ['plan', '-f', 'examples/shop', '--panorama', 'x.xml'], '--profile'],
  ['no Panorama', ['plan', '-f', 'examples/shop', '--profile', 'examples/profile.yaml'], '--panorama'],
])('%s: it cannot run', (_title, args, reason) => {
  const run = program.run(args);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(reason);
});

it.each([
  ['a file that is not there', () => 'nowhere.xml', 'no such file'],
  ['a file that is no XML', () => file('no.xml', '<config>'), 'not well-formed'],
  ['a file of something else', () => file('other.xml', '<a/>'), 'no Panorama configuration'],
  ['a URL without a key', () => 'http://127.0.0.1:1', 'PANORAMA_API_KEY'],
])('%s: it cannot run', (_title, place, reason) => {
  const run = plan(place());
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(reason);
});

describe('against a Panorama over HTTP', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const panorama = createPanorama({ ...OPTIONS, shared: SHARED, applications: ['dns-base'] });
    const served = serve(
      (request) => ({ kind: 'answer', response: panorama.handle(request), delayMilliseconds: 0 }),
      0,
    );
    server = served.server;
    url = `http://127.0.0.1:${await served.started}`;
  });

  afterAll(() => {
    server.close();
  });

  /** Not synchronously: the emulator answers in this process. */
  function planWith(key: string): Promise<Run> {
    const args = [program.path, ...ARGUMENTS, profile, '--panorama', url, '-o', 'json'];
    const env = { PATH: process.env.PATH, NO_COLOR: '1', PANORAMA_API_KEY: key };
    const child = spawn(process.execPath, args, { cwd: ROOT, env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    return new Promise((resolve) => {
      child.on('close', (status) => {
        resolve({ status, stdout, stderr });
      });
    });
  }

  it('plans, and is proven', async () => {
    const run = await planWith('key-svc');
    expect(run.stderr).toBe('');
    const output = JSON.parse(run.stdout) as Output;
    expect(output).toMatchObject({ blockers: [], problems: [], proof: { verdict: 'equal' } });
    expect(output.plan?.operations.length).toBeGreaterThan(20);
    expect(run.status).toBe(0);
  });

  it('a wrong key is a problem that says so, and does not show the key', async () => {
    const run = await planWith('key-wrong');
    expect(run.status).toBe(1);
    expect((JSON.parse(run.stdout) as Output).problems[0].message).toContain('Invalid Credential');
    expect(run.stdout + run.stderr).not.toContain('key-wrong');
  });
});
