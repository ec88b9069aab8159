import { judgeByGoClient } from './goclient';
import { judgeByKubectl } from './kubectl';
import type { Verdict } from './judge';
import { judgeByNodeClient } from './nodeclient';
import { judgeYamlByKubectl } from './yaml';

const JUDGES: readonly (readonly [string, () => Promise<Verdict>])[] = [
  ['@kubernetes/client-node', judgeByNodeClient],
  ['client-go', judgeByGoClient],
  ['kubectl', judgeByKubectl],
  ['kubectl on odd YAML', judgeYamlByKubectl],
];

/**
 * `npm run check:kubernetes`: real clients use the Kubernetes API stand-in as they would a cluster. The exit status is
 * 1 when something is not what they expect; a client that this machine does not have is skipped by name.
 */
async function main(): Promise<void> {
  const verdicts: Verdict[] = [];
  for (const [title, judge] of JUDGES) {
    console.log(`${title} against the Kubernetes API stand-in`);
    verdicts.push(await judge());
  }
  for (const verdict of verdicts) {
    const { kind, client } = verdict;
    console.log(kind === 'skipped' ? `skipped: ${client}: ${verdict.reason}` : `${kind}: ${client}`);
  }
  if (verdicts.some(({ kind }) => kind === 'FAILED')) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
