import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readManifests } from '../../lab/kubernetes';
import { ADMIN_TOKEN, forceRelist, policy, startCluster } from './cluster';
import { eventually, Judge, type Verdict } from './judge';

const SOURCES = join(__dirname, 'client-go');
const CACHE = resolve(__dirname, '../../../.cache/checks');

/** `client-go`: shared informers over NetworkPolicies, Pods and Namespaces, through a forced 410. */
export async function judgeByGoClient(): Promise<Verdict> {
  const client = 'client-go';
  if (spawnSync('go', ['version']).status !== 0) return { kind: 'skipped', client, reason: 'go is not installed' };
  const judge = new Judge(client);
  const program = build();
  await drive(judge, program, 'list and watch', {});
  await drive(judge, program, 'a client that asks for WatchList first', { KUBE_FEATURE_WatchListClient: 'true' });
  return judge.verdict();
}

/**
 * Builds the program; Go's own cache makes the second time quick.
 *
 * @throws when it cannot be built
 */
function build(): string {
  mkdirSync(CACHE, { recursive: true });
  const program = join(CACHE, 'client-go');
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
  const { status, stderr } = spawnSync('go', ['build', '-mod=readonly', '-trimpath', '-o', program, '.'], {
    cwd: SOURCES,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`client-go cannot be built:\n${stderr}`);
  return program;
}

/** The program as it runs: the lines that it printed, and a way to ask it. */
interface Running {
  readonly lines: readonly string[];
  readonly child: ChildProcessWithoutNullStreams;
}

async function drive(judge: Judge, program: string, title: string, env: NodeJS.ProcessEnv): Promise<void> {
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-client-go-'));
  const certificate = join(folder, 'ca.crt');
  writeFileSync(certificate, cluster.certificate);
  const running = start(program, [cluster.url, certificate, ADMIN_TOKEN], env);
  const { lines, child } = running;
  const check = async (what: string, ...expected: readonly string[]): Promise<void> => {
    const holds = await eventually(() => expected.every((line) => lines.includes(line)));
    judge.check(`${title}: ${what}`, holds, lines);
  };
  try {
    await check('informers synchronise', 'synced namespaces 5', 'synced networkpolicies 2', 'synced pods 5');
    cluster.kubernetes.apply(readManifests(policy('later', 6060)));
    await check('sees a policy as it is applied', 'add networkpolicies shop/later');
    cluster.kubernetes.apply(readManifests(policy('later', 6061)));
    await check('sees the change', 'update networkpolicies shop/later');
    forceRelist(cluster);
    await check(
      'gets 410, lists again, and sees what it missed',
      'list 2 networkpolicies',
      'add networkpolicies shop/while-away',
      'delete networkpolicies shop/metrics',
    );
    cluster.kubernetes.delete({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' });
    await check('sees everything go with its namespace', 'delete namespaces shop', 'delete networkpolicies shop/web');
    // The informers catch up each in its own time.
    const asking = setInterval(() => child.stdin.write('count\n'), 100);
    await check('holds what the server holds', 'count namespaces 4', 'count networkpolicies 0', 'count pods 0');
    clearInterval(asking);
  } finally {
    child.kill();
    await cluster.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(program: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(program, parameters, { env: { ...process.env, no_proxy: '127.0.0.1', ...env } });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => lines.push(line));
  return { lines, child };
}
