import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { buildProgram } from '../build/program';
import { smallNamespaces } from './crowds';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, '.cache/bench');

/** What one run of the command-line program took, from the start of Node to its end. */
export interface ProgramRow {
  readonly what: string;
  readonly runs: number;
  /** CPU, the median of the runs. */
  readonly milliseconds: number;
  /** Bytes of the process at the most, in any of the runs. */
  readonly bytes: number;
  /** The goals. */
  readonly most: { readonly milliseconds: number; readonly bytes: number };
}

/** What the probe says. */
interface Usage {
  readonly milliseconds: number;
  readonly bytes: number;
}

const MEGABYTE = 2 ** 20;
const NO_GOAL = { milliseconds: Infinity, bytes: Infinity };
const POLICIES_OF_A_NAMESPACE = 3;

/**
 * Builds the program, and measures how long it takes to start, and to compile what `kubectl get -o json` prints of big
 * clusters. The first run, which nothing is kept of, counts as the others do: with one run, it is the only one.
 *
 * @param sizes how many policies the big clusters have, and the goals for them
 */
export async function measureProgram(
  sizes: readonly { readonly policies: number; readonly runs: number; readonly most: ProgramRow['most'] }[],
): Promise<ProgramRow[]> {
  mkdirSync(FOLDER, { recursive: true });
  const program = join(FOLDER, 'cnseries.cjs');
  await buildProgram(ROOT, program);
  const one = written('one', listOf([ONE_POLICY]));
  const profile = written('profile', { clusters: { bench: { deviceGroup: 'k8s-bench', capacity: CAPACITY } } });
  const short = (what: string, args: readonly string[], milliseconds: number): ProgramRow =>
    measured(what, 7, args, { milliseconds, bytes: Infinity });
  return [
    short('Node alone', ['--eval', '0'], Infinity),
    short('compile, one policy', [program, 'compile', '-f', one], 120),
    short('prove, one policy', [program, 'prove', '-f', one], 150),
    ...sizes.map(({ policies, runs, most }) => {
      const list = written(`list-${policies}`, listOf(smallNamespaces(Math.ceil(policies / POLICIES_OF_A_NAMESPACE))));
      const what = `compile, a JSON List with ${policies.toLocaleString('en-US')} policies`;
      return measured(what, runs, [program, 'compile', '-o', 'json', '--profile', profile, '-f', list], most);
    }),
  ];
}

/** The big clusters of the bench: the larger one has the size of Antrea's large-scale test. */
export const LISTS = [
  { policies: 10_000, runs: 3, most: { milliseconds: 2_500, bytes: 350 * MEGABYTE } },
  { policies: 75_000, runs: 1, most: { milliseconds: 15_000, bytes: 1_800 * MEGABYTE } },
];

const ONE_POLICY: RawObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { namespace: 'shop', name: 'web' },
  spec: {
    podSelector: { matchLabels: { app: 'web' } },
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'front' } } }], ports: [{ port: 8080 }] }],
  },
};

/** No device takes so much; the rules are printed nevertheless. */
const CAPACITY = { rules: 1_000_000, groups: 1_000_000, members: 1_000_000 };

function listOf(items: readonly RawObject[]): object {
  return { apiVersion: 'v1', kind: 'List', items };
}

/** A file with the document, laid out as `kubectl` does. */
function written(name: string, document: object): string {
  const path = join(FOLDER, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(document, undefined, 4)}\n`);
  return path;
}

function measured(what: string, runs: number, args: readonly string[], most = NO_GOAL): ProgramRow {
  const usages = Array.from({ length: runs }, () => usageOf(args));
  const times = usages.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const bytes = Math.max(...usages.map((usage) => usage.bytes));
  return { what, runs, milliseconds: times[Math.floor(runs / 2)], bytes, most };
}

/** @throws Error where the program finds anything: the numbers of a cluster that is not clean would be worthless */
function usageOf(args: readonly string[]): Usage {
  const probe = join(__dirname, 'programprobe.cjs');
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', probe, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`cnseries ${args.slice(1).join(' ')} failed:\n${stderr}`);
  return JSON.parse(output[3] ?? '') as Usage;
}
