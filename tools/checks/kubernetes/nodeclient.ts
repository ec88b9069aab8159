import type * as ClientNode from '@kubernetes/client-node';
import type { ApiException, CoreV1Api, KubeConfig, NetworkingV1Api, V1NetworkPolicy } from '@kubernetes/client-node';
import { readManifests } from '../../lab/kubernetes';
import { ADMIN_TOKEN, forceRelist, policy, startCluster, WATCHER_TOKEN, type CheckedCluster } from './cluster';
import { eventually, Judge, type Verdict } from './judge';

type Library = typeof ClientNode;

/** `@kubernetes/client-node`: lists in pages, errors, and an informer through a forced 410. */
export async function judgeByNodeClient(): Promise<Verdict> {
  const judge = new Judge('@kubernetes/client-node');
  // The package has ES modules only.
  const library = await import('@kubernetes/client-node');
  const cluster = await startCluster();
  try {
    const config = configFor(library, cluster, ADMIN_TOKEN);
    const core = config.makeApiClient(library.CoreV1Api);
    const networking = config.makeApiClient(library.NetworkingV1Api);
    await checkLists(judge, core);
    await checkWrites(judge, networking);
    await checkErrors(judge, networking, configFor(library, cluster, WATCHER_TOKEN).makeApiClient(library.CoreV1Api));
    await checkInformer(judge, library, cluster, config, networking);
  } finally {
    await cluster.server.close();
  }
  return judge.verdict();
}

function configFor(library: Library, { url, certificate }: CheckedCluster, token: string): KubeConfig {
  const config = new library.KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'stand-in', server: url, caData: Buffer.from(certificate).toString('base64'), skipTLSVerify: false },
    { name: 'user', token },
  );
  return config;
}

async function checkLists(judge: Judge, core: CoreV1Api): Promise<void> {
  const names: string[] = [];
  const sizes: number[] = [];
  let next: string | undefined;
  do {
    const page = await core.listPodForAllNamespaces({ limit: 2, ...(next === undefined ? {} : { _continue: next }) });
    sizes.push(page.items.length);
    for (const pod of page.items) names.push(pod.metadata?.name ?? '');
    next = page.metadata?._continue === '' ? undefined : page.metadata?._continue;
  } while (next !== undefined);
  judge.check('lists five pods in pages of two', sizes.join() === '2,2,1' && new Set(names).size === 5, sizes);
  const selected = await core.listNamespacedPod({
    namespace: 'shop',
    fieldSelector: `metadata.name=${names[0] ?? ''}`,
  });
  const pod = selected.items[0];
  judge.check(
    'selects a pod by field, with an address and a node',
    selected.items.length === 1 && pod?.status?.podIP !== undefined && pod.spec?.nodeName !== undefined,
    selected,
  );
  judge.check('reads times as dates', pod?.metadata?.creationTimestamp instanceof Date, pod?.metadata);
}

async function checkWrites(judge: Judge, networking: NetworkingV1Api): Promise<void> {
  const [body] = readManifests(policy('made', 1111)) as unknown as V1NetworkPolicy[];
  if (body === undefined) throw new Error('There is no manifest.');
  const created = await networking.createNamespacedNetworkPolicy({ namespace: 'shop', body });
  const types = created.spec?.policyTypes?.join();
  judge.check(
    'creates a policy and sees its defaults',
    types === 'Ingress' && created.metadata?.generation === 1,
    created,
  );
  if (created.metadata !== undefined) created.metadata.labels = { by: 'node' };
  const replaced = await networking.replaceNamespacedNetworkPolicy({ namespace: 'shop', name: 'made', body: created });
  judge.check('replaces it', replaced.metadata?.labels?.by === 'node', replaced);
  const code = await codeOf(
    networking.replaceNamespacedNetworkPolicy({ namespace: 'shop', name: 'made', body: created }),
  );
  judge.check('gets 409 for an old version', code.startsWith('409 Conflict'), code);
  const deleted = await networking.deleteNamespacedNetworkPolicy({ namespace: 'shop', name: 'made' });
  judge.check('deletes it', deleted.status === 'Success', deleted);
}

async function checkErrors(judge: Judge, networking: NetworkingV1Api, watcher: CoreV1Api): Promise<void> {
  const missing = await codeOf(networking.readNamespacedNetworkPolicy({ namespace: 'shop', name: 'nothing' }));
  judge.check('gets 404', missing === '404 NotFound networkpolicies.networking.k8s.io "nothing" not found', missing);
  const refused = await codeOf(watcher.listSecretForAllNamespaces());
  judge.check(
    'gets 403 that names user, verb and resource',
    refused.startsWith(
      '403 Forbidden secrets is forbidden: User "system:serviceaccount:cnseries:watcher" cannot list resource "secrets"',
    ),
    refused,
  );
  const [body] = readManifests(policy('bad', 99999)) as unknown as V1NetworkPolicy[];
  if (body === undefined) throw new Error('There is no manifest.');
  const invalid = await codeOf(networking.createNamespacedNetworkPolicy({ namespace: 'shop', body }));
  judge.check(
    'gets 422 that names the field',
    invalid.startsWith('422 Invalid') && invalid.includes('spec.ingress[0].ports[0].port: Invalid value: 99999'),
    invalid,
  );
}

/** `CODE REASON MESSAGE` of the Status that a call fails with. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'no error';
  } catch (error) {
    const { body } = error as ApiException<unknown>;
    const status = (typeof body === 'string' ? JSON.parse(body) : body) as {
      code?: number;
      reason?: string;
      message?: string;
    };
    return `${status.code ?? ''} ${status.reason ?? ''} ${status.message ?? ''}`;
  }
}

async function checkInformer(
  judge: Judge,
  library: Library,
  cluster: CheckedCluster,
  config: KubeConfig,
  networking: NetworkingV1Api,
): Promise<void> {
  const seen: string[] = [];
  let lists = 0;
  const informer = library.makeInformer<V1NetworkPolicy>(config, '/apis/networking.k8s.io/v1/networkpolicies', () => {
    lists += 1;
    return networking.listNetworkPolicyForAllNamespaces();
  });
  for (const verb of ['add', 'update', 'delete'] as const) {
    informer.on(verb, (object) => seen.push(`${verb} ${object.metadata?.name ?? ''}`));
  }
  let isRunning = true;
  // A broken watch stops the informer; its documentation says to start it again.
  informer.on('error', () => {
    if (isRunning) setTimeout(() => void informer.start(), 100);
  });
  await informer.start();
  judge.check('informer: lists', seen.join() === 'add metrics,add web', seen);
  cluster.kubernetes.apply(readManifests(policy('later', 6060)));
  judge.check('informer: sees a policy as it is applied', await eventually(() => seen.includes('add later')), seen);
  cluster.kubernetes.apply(readManifests(policy('later', 6061)));
  judge.check('informer: sees the change', await eventually(() => seen.includes('update later')), seen);
  const before = lists;
  forceRelist(cluster);
  const relisted = await eventually(() => seen.includes('add while-away') && seen.includes('delete metrics'));
  judge.check('informer: lists again after 410 Gone, and sees what it missed', relisted && lists > before, {
    seen,
    lists,
  });
  cluster.kubernetes.apply(readManifests(policy('afterwards', 5050)));
  judge.check('informer: watches on', await eventually(() => seen.includes('add afterwards')), seen);
  isRunning = false;
  await informer.stop();
}
