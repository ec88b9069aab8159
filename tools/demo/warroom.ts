import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { loadAll } from 'js-yaml';
import pc from 'picocolors';
import { requireBundles } from '../bundles/built';
import { outputWidth } from '../cli/terminaltable';
import { loadManifests } from '../lab/kubernetes';
import { ENTRY_TYPE, entryText, type Entry, type Server } from '../lab/xsoar';
import { kubectl } from './kubectl';
import { terminalMarkdown } from './markdown';
import { ADMIN, CLUSTER } from './setting';
import { localWorld } from './world';
import { openXsoar } from './xsoar';

const USAGE = `npm run warroom [-- [-f DIR|FILE ...] [--user NAME] ['!COMMAND' ...]]

Runs automations as an analyst does in the war room, on a cluster and a Panorama that exist only as long as this runs.
Without commands it asks for them. Values of the context can be used: '!CNSeriesApply cluster=shop plan_hash=\${CNSeries.Plan.Hash}'
-f      the manifests of the cluster, instead of examples/shop
--user  who types, alice (a security administrator) unless said otherwise`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string', short: 'f', multiple: true, default: ['examples/shop'] },
      user: { type: 'string', default: ADMIN },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  requireBundles(resolve(__dirname, '../..'));
  const server = openServer(values.file);
  if (positionals.length > 0) {
    const worked = positionals.map((line) => run(server, line, values.user));
    if (worked.includes(false)) process.exitCode = 1;
    return;
  }
  await converse(server, values.user);
}

function openServer(files: readonly string[]): Server {
  const manifests = files.flatMap((path) => loadManifests(path));
  const bringsNodes = manifests.some(({ kind }) => kind === 'Node');
  const world = localWorld({ cluster: CLUSTER, nodes: bringsNodes ? 'own' : 'of the lab' });
  for (const refusal of kubectl(world.http, world.kubernetes).apply(manifests)) {
    console.error(pc.yellow(`The API server refuses: ${refusal}`));
  }
  const services = 'examples/security-services.yaml';
  return openXsoar(
    world,
    existsSync(services) ? { services: JSON.stringify(loadAll(readFileSync(services, 'utf8'))[0]) } : {},
  );
}

/** Runs one command and prints its entries; false if one of them is an error. */
function run(server: Server, line: string, user: string): boolean {
  console.log(pc.magenta(`${user}  ${line}`));
  const entries = server.command(line.startsWith('!') ? line : `!${line}`, user);
  for (const entry of entries) console.log(`\n${text(entry)}`);
  return !entries.some(({ Type }) => Type === ENTRY_TYPE.error);
}

function text(entry: Entry): string {
  if (entry.Type === ENTRY_TYPE.error) return pc.red(entryText(entry));
  const isMarkdown = entry.ReadableContentsFormat === 'markdown' || entry.ContentsFormat === 'markdown';
  const shown = typeof entry.HumanReadable === 'string' ? entry.HumanReadable : entryText(entry);
  return isMarkdown ? terminalMarkdown(shown, outputWidth(process.stdout)) : shown;
}

/** Asks until the input ends, or somebody says "exit". */
async function converse(server: Server, user: string): Promise<void> {
  console.log(`Type a command such as !CNSeriesPlan cluster=${CLUSTER}, or "exit".`);
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  input.prompt();
  for await (const line of input) {
    if (line.trim() === 'exit') break;
    if (line.trim() !== '') attempt(server, line.trim(), user);
    input.prompt();
  }
  input.close();
}

/** A mistyped command ends nothing. */
function attempt(server: Server, line: string, user: string): void {
  try {
    run(server, line, user);
  } catch (error) {
    console.error(pc.red(error instanceof Error ? error.message : String(error)));
  }
}

main().catch((error: unknown) => {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});
