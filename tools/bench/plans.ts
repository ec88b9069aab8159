import { resolve } from 'node:path';
import { requireBundles } from '../bundles/built';
import { automationBundle, builtBundles, codeOf } from '../checks/engines/bundles';
import { jobOf } from '../checks/engines/job';
import { createLabServer, INSTANCE, LAB_CLUSTER } from '../checks/engines/labserver';
import { nodeEngine } from '../checks/engines/nodeengine';
import { recordRun } from '../checks/engines/noderun';
import { buildEngines, ENGINE, type Engine } from '../checks/engines/programs';
import type { Recording } from '../checks/engines/recording';
import { generateCluster, type BenchKind } from './cluster';

/** What `CNSeriesPlan` takes as a built script: a first plan, the one after the commit, and one without a change. */

const ROOT = resolve(__dirname, '../..');

/** Which plan of a cluster's life. */
const PLANS = ['first plan', 'after the commit', 'without a change'] as const;

/** One plan in one engine. */
export interface PlanRow {
  readonly plan: (typeof PLANS)[number];
  readonly policies: number;
  readonly engine: string;
  /** Processor time in milliseconds. */
  readonly milliseconds: number;
}

/** Clusters to measure, and whether the engines of a server run them, too. */
export interface PlanSize {
  readonly policies: number;
  readonly kind: BenchKind;
}

/**
 * Plans clusters of these sizes in Node's engine and, where asked for and to be had, in goja and Otto.
 *
 * @throws Error if the bundles are not built, a plan is not what it is measured as, or the script fails in an engine
 */
export function measurePlans(sizes: readonly PlanSize[], withServers: boolean): PlanRow[] {
  requireBundles(ROOT);
  const engines = [nodeEngine, ...(withServers ? serverEngines() : [])];
  const bundles = builtBundles(ROOT);
  return sizes.flatMap(({ policies, kind }) => {
    const recordings = recordPlans(generateCluster(policies, kind));
    return engines.flatMap((engine) =>
      PLANS.map((plan, index) => {
        const recording = recordings[index];
        const [run] = engine.run(jobOf(recording, codeOf(bundles, recording.bundle), ['json'])).runs;
        const failure = run.thrown ?? run.stopped;
        if (failure !== null) throw new Error(`${engine.name}, ${plan}: ${failure}`);
        return { plan, policies, engine: engine.name, milliseconds: run.runMs };
      }),
    );
  });
}

function serverEngines(): readonly Engine[] {
  const built = buildEngines();
  return built.kind === 'skipped' ? [] : built.engines.filter(({ name }) => name !== ENGINE.goja2023);
}

const CLUSTER = 'shop';

/** The plans, in a lab where the rules are applied and committed behind the first. */
function recordPlans(objects: readonly object[]): Recording[] {
  const bundles = builtBundles(ROOT);
  const { functions } = createLabServer({
    lists: { 'CNSeries Clusters': JSON.stringify({ clusters: { [CLUSTER]: LAB_CLUSTER } }) },
    snapshot: { SnapshotId: 's1', Cluster: CLUSTER, ClusterUID: 'u1', Lists: {}, Objects: objects },
  });
  const run = (name: string, args: object = {}): Recording => {
    const scene = { scenario: name, bundle: automationBundle(name), globals: { args: { cluster: CLUSTER, ...args } } };
    return recordRun(scene, codeOf(bundles, scene.bundle), functions);
  };
  const first = run('CNSeriesPlan');
  const { Hash } = dataOf(first, { State: 'needs-approval', Verdict: 'equal' });
  run('CNSeriesApprove', { plan_hash: Hash, approver: 'alice' });
  while (dataOf(run('CNSeriesApply', { plan_hash: Hash }), {}).Done !== true);
  commit(functions.executeCommand);
  const second = run('CNSeriesPlan');
  dataOf(second, { State: 'unchanged', Verdict: 'equal' });
  const third = run('CNSeriesPlan');
  dataOf(third, { State: 'unchanged', Verdict: 'equal', Hash: dataOf(second, {}).Hash });
  return [first, second, third];
}

/** Somebody commits in Panorama, and waits until that is done. */
function commit(executeCommand: (...given: readonly unknown[]) => unknown): void {
  const ask = (args: object): string => JSON.stringify(executeCommand('pan-os', { ...args, using: INSTANCE }));
  ask({ type: 'commit', cmd: '<commit></commit>' });
  while (ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' }).includes('"ACT"'));
}

/** The data of a run, which must hold what is expected. */
function dataOf({ result, thrown }: Recording, expected: object): { readonly [field: string]: unknown } {
  const [entry] = (result ?? []) as readonly { readonly Contents: { readonly [field: string]: unknown } }[];
  const data = thrown === undefined ? entry.Contents : {};
  for (const [field, value] of Object.entries(expected)) {
    if (data[field] !== value) throw new Error(`A plan has another ${field}: ${thrown ?? JSON.stringify(data)}`);
  }
  return data;
}
