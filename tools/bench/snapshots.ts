import { resolve } from 'node:path';
import { requireBundles } from '../bundles/built';
import { automationBundle, builtBundles, codeOf, type Bundles } from '../checks/engines/bundles';
import { jobOf } from '../checks/engines/job';
import { createLabServer, LAB_CLUSTER } from '../checks/engines/labserver';
import { nodeEngine } from '../checks/engines/nodeengine';
import { recordRun } from '../checks/engines/noderun';
import { buildEngines, ENGINE, type Engine } from '../checks/engines/programs';
import type { Recording, ServerFunctions } from '../checks/engines/recording';
import { createKubernetes, type Manifest } from '../lab/kubernetes';
import { generateCluster } from './cluster';
import { withPods } from './pods';

/** What the watcher's snapshot and `CNSeriesPlan` behind it take as built scripts, where there are many pods. */

const ROOT = resolve(__dirname, '../..');

/** Pods for each policy. */
export const PODS_PER_POLICY = 10;

/** Snapshot and first plan of one cluster in one engine. */
export interface SnapshotRow {
  readonly policies: number;
  readonly engine: string;
  /** Processor time in milliseconds. */
  readonly snapshotMs: number;
  readonly planMs: number;
  /** The most of both that an engine's process held, the answers of the API server included; 0 for Node's. */
  readonly bytes: number;
  /** Of the snapshot as the watcher keeps it. */
  readonly characters: number;
}

/** A cluster to measure, and the engines that run it. */
export interface SnapshotSize {
  readonly policies: number;
  readonly engines: readonly string[];
}

/** What Otto can do within minutes, and what goja can. */
export const SNAPSHOT_SIZES: readonly SnapshotSize[] = [
  { policies: 1_000, engines: [nodeEngine.name, ENGINE.goja, ENGINE.otto] },
  { policies: 5_000, engines: [nodeEngine.name, ENGINE.goja] },
];

/**
 * Measures clusters of these sizes in Node's engine and, where asked for and to be had, in those of a server.
 *
 * @throws Error if the bundles are not built, the plan is not proved, or a script fails in an engine
 */
export function measureSnapshots(sizes: readonly SnapshotSize[], withServers: boolean): SnapshotRow[] {
  requireBundles(ROOT);
  const bundles = builtBundles(ROOT);
  const built = withServers ? buildEngines() : undefined;
  const engines = [nodeEngine, ...(built?.kind === 'ready' ? built.engines : [])];
  return sizes.flatMap(({ policies, engines: names }) => {
    const snapshot = recordSnapshot(bundles, policies);
    const contents = contentsOf(snapshot);
    const plan = recordPlan(bundles, contents);
    const { State, Verdict } = contentsOf(plan);
    if (Verdict !== 'equal')
      throw new Error(`The plan of ${policies} policies is ${String(State)}: ${String(Verdict)}`);
    return engines
      .filter(({ name }) => names.includes(name))
      .map((engine) => {
        const [first, second] = [snapshot, plan].map((recording) => play(engine, bundles, recording));
        return {
          policies,
          engine: engine.name,
          snapshotMs: first.milliseconds,
          planMs: second.milliseconds,
          bytes: Math.max(first.bytes, second.bytes),
          characters: JSON.stringify(contents).length,
        };
      });
  });
}

function play(
  engine: Engine,
  bundles: Bundles,
  recording: Recording,
): { readonly milliseconds: number; readonly bytes: number } {
  const { runs, systemBytes } = engine.run(jobOf(recording, codeOf(bundles, recording.bundle), ['json']));
  const [{ runMs, thrown, stopped }] = runs;
  const failure = thrown ?? stopped;
  if (failure !== null) throw new Error(`${engine.name}, ${recording.scenario}: ${failure}`);
  return { milliseconds: runMs, bytes: systemBytes };
}

const WATCHER = 'Packs/CNSeries/Integrations/KubernetesPolicyWatcher/KubernetesPolicyWatcher.js';
const CLUSTER = 'shop';

/** The watcher against the stand-in of the API server. */
function recordSnapshot(bundles: Bundles, policies: number): Recording {
  const users = [{ token: 'token', user: 'watcher', rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }];
  const kubernetes = createKubernetes({ users, nodes: [] });
  kubernetes.restore(JSON.parse(JSON.stringify(withPods(generateCluster(policies), PODS_PER_POLICY))) as Manifest[]);
  const functions: ServerFunctions = {
    http: (url, given) => {
      const { Method, Headers, Body } = given as HttpRequest;
      const { pathname, search } = new URL(String(url));
      const headers = Object.fromEntries(Object.entries(Headers).map(([name, [value]]) => [name, value]));
      const answer = kubernetes.handle({ method: Method, path: pathname + search, headers, body: Body });
      return { StatusCode: answer.status, Body: answer.body, Headers: {} };
    },
    getIntegrationContext: () => ({}),
    setIntegrationContext: () => undefined,
  };
  const params = { url: 'https://kubernetes.example', credentials: { password: 'token' }, cluster: CLUSTER };
  const globals = { args: {}, command: 'cnseries-get-snapshot', params };
  return recordRun({ scenario: 'snapshot', bundle: WATCHER, globals }, codeOf(bundles, WATCHER), functions);
}

interface HttpRequest {
  readonly Method: string;
  readonly Headers: { readonly [name: string]: readonly string[] };
  readonly Body?: string;
}

function recordPlan(bundles: Bundles, snapshot: object): Recording {
  const { functions } = createLabServer({
    lists: { 'CNSeries Clusters': JSON.stringify({ clusters: { [CLUSTER]: LAB_CLUSTER } }) },
    snapshot,
  });
  const bundle = automationBundle('CNSeriesPlan');
  return recordRun(
    { scenario: 'plan', bundle, globals: { args: { cluster: CLUSTER } } },
    codeOf(bundles, bundle),
    functions,
  );
}

/** What a run gave, which is one entry for a command and a list of one for an automation. */
function contentsOf({ result, thrown }: Recording): { readonly [field: string]: unknown } {
  if (thrown !== undefined) throw new Error(thrown);
  const [entry] = [result].flat() as readonly { readonly Contents: { readonly [field: string]: unknown } | string }[];
  if (typeof entry.Contents === 'string') throw new Error(entry.Contents);
  return entry.Contents;
}
