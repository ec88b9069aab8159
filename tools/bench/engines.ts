import { resolve } from 'node:path';
import { bundleScript } from '../build/bundles/bundle';
import { RESULT_NAME } from '../build/bundles/gates';
import { CLOCK } from '../checks/engines/noderun';
import { buildEngines, ENGINE } from '../checks/engines/programs';
import { scriptOf } from '../checks/engines/source';
import { generateCluster } from './cluster';
import { BENCH_PROFILE } from './compile';

const ROOT = resolve(__dirname, '../..');

/** Snapshot and translation of a cluster in the engine of a server. */
export interface EngineRow {
  readonly engine: string;
  readonly policies: number;
  /** Processor time in milliseconds. */
  readonly parseMs: number;
  readonly runMs: number;
  readonly bytes: number;
  readonly rules: number;
}

/** What the engines measured, or why this machine has none. */
export type EngineRows =
  | { readonly kind: 'measured'; readonly rows: readonly EngineRow[] }
  | { readonly kind: 'skipped'; readonly reason: string };

const ENGINES: readonly string[] = [ENGINE.goja, ENGINE.otto];

const ENTRY = `
  import { buildSnapshot } from './scripts/policy/kubernetes/snapshot';
  import { translate } from './scripts/policy/translate/translate';
  var snapshot = buildSnapshot(args.objects, args.profile.cluster).snapshot;
  var translation = translate({ snapshot: snapshot, profile: args.profile, services: [], lastGood: [] });
  ${RESULT_NAME} = translation.rulebase.rules.length;
`;

/**
 * Runs snapshot and translation of clusters of these sizes in goja and Otto, where they can be built.
 *
 * @throws Error if the script fails in one of them
 */
export async function measureEngines(sizes: readonly number[]): Promise<EngineRows> {
  const built = buildEngines();
  if (built.kind === 'skipped') return built;
  const source = scriptOf(await bundleScript(ROOT, ENTRY, 'tools/bench/engines.ts'), CLOCK);
  const rows = built.engines
    .filter(({ name }) => ENGINES.includes(name))
    .flatMap((engine) =>
      sizes.map((policies) => {
        const args = { objects: generateCluster(policies), profile: BENCH_PROFILE };
        const { runs, systemBytes } = engine.run({
          source,
          globals: { args },
          functions: [],
          answers: [],
          values: ['json'],
        });
        const [{ parseMs, runMs, result, thrown, stopped }] = runs;
        if (typeof result !== 'number') throw new Error(`${engine.name}: ${thrown ?? stopped ?? 'no result'}`);
        return { engine: engine.name, policies, parseMs, runMs, bytes: systemBytes, rules: result };
      }),
    );
  return { kind: 'measured', rows };
}
