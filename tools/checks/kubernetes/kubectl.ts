import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN_TOKEN, policy, startCluster, WATCHER_TOKEN } from './cluster';
import { Judge, type Verdict } from './judge';
import { hasKubectl, runner, type Kubectl } from './kubectlprogram';

/** kubectl: get, apply, describe, delete, and what it says when something is refused. */
export async function judgeByKubectl(): Promise<Verdict> {
  const client = 'kubectl';
  if (!hasKubectl()) return { kind: 'skipped', client, reason: 'kubectl is not installed' };
  const judge = new Judge(client);
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-kubectl-'));
  try {
    const admin = runner(folder, cluster, ADMIN_TOKEN);
    await checkReads(judge, admin);
    await checkWrites(judge, admin);
    await checkRefusals(judge, admin, runner(folder, cluster, WATCHER_TOKEN), runner(folder, cluster, 'nobody'));
  } finally {
    await cluster.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return judge.verdict();
}

/** Runs a command and notes whether its output has all the parts. */
async function expectText(
  judge: Judge,
  kubectl: Kubectl,
  command: string,
  parts: readonly string[],
  input?: string,
): Promise<void> {
  const { status, text } = await kubectl(command, input);
  const holds = status === 0 && parts.every((part) => text.includes(part));
  judge.check(`kubectl ${command}`, holds, text);
}

/** Runs a command that must fail, and notes whether it says so. */
async function expectRefusal(
  judge: Judge,
  kubectl: Kubectl,
  command: string,
  part: string,
  input?: string,
): Promise<void> {
  const { status, text } = await kubectl(command, input);
  judge.check(`kubectl ${command} (refused)`, status !== 0 && text.includes(part), text);
}

async function checkReads(judge: Judge, kubectl: Kubectl): Promise<void> {
  await expectText(judge, kubectl, 'version', ['v1.33.0']);
  await expectText(judge, kubectl, 'get namespaces -o name', ['namespace/shop', 'namespace/kube-system']);
  await expectText(judge, kubectl, 'get networkpolicies -A', ['shop', 'metrics', 'web']);
  await expectText(judge, kubectl, 'get netpol web -o jsonpath={.spec.policyTypes}/{.metadata.generation}', [
    '["Ingress"]/1',
  ]);
  await expectText(judge, kubectl, 'get pods -l app=web --chunk-size=2 -o jsonpath={.items[*].status.phase}', [
    'Running Running Running Running Running',
  ]);
  await expectText(judge, kubectl, 'get deploy,rs,svc,endpointslices,nodes -o name', [
    'deployment.apps/web',
    'node/worker-1',
  ]);
  await expectText(judge, kubectl, 'describe networkpolicy web', [
    'PodSelector:     app=web',
    'To Port: 8080/TCP',
    'NamespaceSelector: team=shop',
    'Policy Types: Ingress',
  ]);
  await expectText(judge, kubectl, 'describe service web', ['Type:', 'ClusterIP', ':8080']);
}

async function checkWrites(judge: Judge, kubectl: Kubectl): Promise<void> {
  const apply = 'apply --validate=false -f -';
  await expectText(judge, kubectl, apply, ['networkpolicy.networking.k8s.io/made created'], policy('made', 1111));
  await expectText(judge, kubectl, apply, ['networkpolicy.networking.k8s.io/made configured'], policy('made', 2222));
  await expectText(judge, kubectl, 'get netpol made -o jsonpath={.spec.ingress[0].ports[0]}', [
    '{"port":2222,"protocol":"TCP"}',
  ]);
  const without = policy('made', 2222).replace(', annotations: { np.panw.com/appid: web-browsing }', '');
  await expectText(judge, kubectl, apply, ['configured'], without);
  const { text } = await kubectl('get netpol made -o jsonpath={.metadata.annotations}');
  judge.check(
    'apply takes away an annotation that the manifest no longer has',
    !text.includes('"np.panw.com/appid":'),
    text,
  );
  await expectText(
    judge,
    kubectl,
    'apply --server-side --validate=false -f -',
    ['serverside-applied'],
    policy('ours', 3333),
  );
  await expectText(judge, kubectl, 'label netpol made a=b', ['labeled']);
  await expectText(judge, kubectl, 'patch deployment web -p {"spec":{"replicas":2}}', ['patched']);
  await expectText(judge, kubectl, 'rollout status deployment web --timeout=20s', ['successfully rolled out']);
  await expectText(judge, kubectl, 'get pods -o name', ['pod/web-']);
  await expectText(judge, kubectl, 'delete networkpolicy made', ['deleted']);
  await expectText(judge, kubectl, 'create namespace other', ['namespace/other created']);
  await expectText(judge, kubectl, 'delete namespace other', ['deleted']);
}

async function checkRefusals(judge: Judge, admin: Kubectl, watcher: Kubectl, nobody: Kubectl): Promise<void> {
  await expectRefusal(judge, admin, 'get netpol made', 'networkpolicies.networking.k8s.io "made" not found');
  await expectRefusal(
    judge,
    admin,
    'apply --validate=false -f -',
    'The NetworkPolicy "bad" is invalid: spec.ingress[0].ports[0].port: Invalid value: 99999: must be between 1 and 65535',
    policy('bad', 99999),
  );
  await expectRefusal(
    judge,
    watcher,
    'get secrets',
    'Error from server (Forbidden): secrets is forbidden: User "system:serviceaccount:cnseries:watcher" cannot list resource "secrets" in API group "" in the namespace "shop"',
  );
  await expectText(judge, watcher, 'auth can-i list networkpolicies --all-namespaces', ['yes']);
  await expectRefusal(judge, watcher, 'auth can-i list secrets', 'no');
  await expectRefusal(judge, nobody, 'get pods', 'You must be logged in to the server');
}
