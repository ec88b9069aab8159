import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { loadAll } from 'js-yaml';
import { whyNotBuilt } from '../bundles/built';
import { outputWidth } from '../cli/terminaltable';
import { loadManifests } from '../lab/kubernetes';
import type { TraceEvent } from '../lab/xsoar';
import { display } from './display';
import { kubectl } from './kubectl';
import { WentWrong } from './react';
import { play } from './scenario';
import { CLUSTER } from './setting';
import { remoteWorld } from './world';
import { openXsoar } from './xsoar';

const USAGE = `npm run demo [-- [-f DIR|FILE ...] [--trace FILE]]

Starts a cluster and a Panorama on this machine, and plays what happens there from the first NetworkPolicy on.
-f       the manifests of the cluster, instead of examples/shop
--trace  writes what each task got, gave and changed into a file, one line of JSON for each event`;

const EXAMPLE = 'examples/shop';
const SERVICES = 'examples/security-services.yaml';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', short: 'f', multiple: true, default: [EXAMPLE] },
      trace: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const why = whyNotBuilt(resolve(__dirname, '../..'));
  if (why !== undefined) throw new WentWrong(why.text);
  const started = Date.now();
  const manifests = values.file.flatMap(manifestsIn);
  if (!manifests.some(({ kind }) => kind === 'NetworkPolicy')) {
    throw new WentWrong(`There is no NetworkPolicy in ${values.file.join(', ')}.`);
  }
  const bringsNodes = manifests.some(({ kind }) => kind === 'Node');
  const world = await remoteWorld({ cluster: CLUSTER, nodes: bringsNodes ? 'own' : 'of the lab' });
  try {
    const show = display((text) => process.stdout.write(text), outputWidth(process.stdout));
    const services = existsSync(SERVICES) ? JSON.stringify(loadAll(readFileSync(SERVICES, 'utf8'))[0]) : undefined;
    const trace = tracer(values.trace);
    const onEvent = (event: TraceEvent): void => {
      show.event(event);
      trace(event);
    };
    const server = openXsoar(world, { onEvent, ...(services === undefined ? {} : { services }) });
    play({ world, kubectl: kubectl(world.http, world.kubernetes), server, display: show, manifests });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(pc.green(`\nEverything went as it should: ${server.incidents().length} incidents in ${seconds} s.`));
  } finally {
    world.close();
  }
}

/** Writes events into a file that was emptied before; without a file, nothing. */
function tracer(file: string | undefined): (event: TraceEvent) => void {
  if (file === undefined) return () => undefined;
  writeFileSync(file, '');
  return (event) => {
    appendFileSync(file, `${JSON.stringify(event)}\n`);
  };
}

function manifestsIn(path: string): ReturnType<typeof loadManifests> {
  try {
    return loadManifests(path);
  } catch (error) {
    throw new WentWrong(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

main().catch((error: unknown) => {
  console.error(pc.red(error instanceof WentWrong ? `\nThis went wrong: ${error.message}` : String(error)));
  if (!(error instanceof WentWrong) && error instanceof Error) console.error(error.stack);
  process.exitCode = 1;
});
