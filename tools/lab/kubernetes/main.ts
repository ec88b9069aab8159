import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_USERS } from './api/auth';
import { selfSigned } from '../certificate';
import { createKubernetes } from './kubernetes';
import { loadManifests } from './manifests';
import { serve } from './server';
import type { KubernetesOptions } from './types';

/** History that is kept, as etcd's usual compaction does. */
const COMPACTION_MINUTES = 5;

const USAGE = `npm run lab:kubernetes -- [--port 8001] [--apply DIR|FILE ...] [--state FILE] [--tls CERTIFICATE]

--apply  manifests to apply at the start; if Nodes are among them, there are no others
--state  the options of createKubernetes as JSON
--tls    serve HTTPS, and write the certificate into this file (kubectl sends tokens over HTTPS only)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8001' },
      apply: { type: 'string', multiple: true, default: [] },
      state: { type: 'string' },
      tls: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const manifests = values.apply.flatMap(loadManifests);
  const state = values.state === undefined ? {} : (JSON.parse(readFileSync(values.state, 'utf8')) as KubernetesOptions);
  const bringsNodes = manifests.some(({ kind }) => kind === 'Node');
  const kubernetes = createKubernetes({ ...(bringsNodes ? { nodes: [] } : {}), now: Date.now, ...state });
  for (const { object, outcome, warnings } of kubernetes.apply(manifests)) {
    const { kind, namespace, name } = object;
    console.log(`${kind} ${namespace === undefined ? name : `${namespace}/${name}`} ${outcome}`);
    for (const warning of warnings) console.log(`Warning: ${warning}`);
  }
  const tls = values.tls === undefined ? undefined : selfSigned();
  if (values.tls !== undefined && tls !== undefined) writeFileSync(values.tls, tls.cert);
  const url = await serve(kubernetes, { port: Number(values.port), ...(tls === undefined ? {} : { tls }) }).url;
  console.log(`Kubernetes API stand-in: ${url}`);
  for (const { user, token } of state.users ?? DEFAULT_USERS) console.log(`  ${token}  ${user}`);
  compactRegularly(kubernetes);
}

function compactRegularly(kubernetes: ReturnType<typeof createKubernetes>): void {
  let last = kubernetes.resourceVersion();
  setInterval(
    () => {
      kubernetes.compact(last);
      last = kubernetes.resourceVersion();
    },
    COMPACTION_MINUTES * 60 * 1000,
  ).unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
