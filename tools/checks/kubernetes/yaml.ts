import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readDocuments } from '../../lab/kubernetes/values/documents';
import { ADMIN_TOKEN, startCluster } from './cluster';
import { Judge, type Verdict } from './judge';
import { hasKubectl, runner, type Kubectl } from './kubectlprogram';
import { YAML_CASES, type YamlCase } from './yamlcases';
import { yamlReaders, type YamlReader } from './yamlreaders';

/** How many kubectl run at once. */
const WORKERS = 4;

/** kubectl on odd YAML: what the table says is what it reads, and the readers of this project read the same. */
export async function judgeYamlByKubectl(): Promise<Verdict> {
  const client = 'kubectl on odd YAML';
  if (!hasKubectl()) return { kind: 'skipped', client, reason: 'kubectl is not installed' };
  const judge = new Judge(client);
  const readers = await yamlReaders();
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-yaml-'));
  try {
    const kubectl = runner(folder, cluster, ADMIN_TOKEN);
    const waiting = YAML_CASES.entries();
    const worker = async (): Promise<void> => {
      for (const [, given] of waiting) judgeCase(judge, given, await readByKubectl(kubectl, given), readers);
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  } finally {
    await cluster.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return judge.verdict();
}

function judgeCase(
  judge: Judge,
  given: YamlCase,
  byKubectl: readonly unknown[] | 'refused',
  readers: Readonly<Record<string, YamlReader>>,
): void {
  const title = JSON.stringify(given.title);
  const isAsSaid = given.stricter?.includes('random') === true || isDeepStrictEqual(byKubectl, given.objects);
  judge.check(`${title}: kubectl reads what the table says`, isAsSaid, byKubectl);
  for (const [name, read] of Object.entries(readers)) {
    const own = read(given.text);
    const isSame = isDeepStrictEqual(own, byKubectl);
    if (given.stricter === undefined) judge.check(`${title}: ${name} reads the same`, isSame, { own, byKubectl });
    // The stand-in need not be as strict.
    else if (!isSame) judge.check(`${title}: ${name} refuses it (kubectl: ${given.stricter})`, own === 'refused', own);
  }
}

async function readByKubectl(kubectl: Kubectl, { text }: YamlCase): Promise<readonly unknown[] | 'refused'> {
  const { status, output } = await kubectl('create --dry-run=client --validate=false -o json -f -', text);
  return status === 0 ? readDocuments(output).map(withoutNamespace) : 'refused';
}

/** kubectl adds the namespace of its context. */
function withoutNamespace(object: unknown): unknown {
  const { metadata, ...rest } = object as { metadata: object };
  return { ...rest, metadata: Object.fromEntries(Object.entries(metadata).filter(([field]) => field !== 'namespace')) };
}
