import { join } from 'node:path';
import { display } from '../../demo/display';
import { kubectl } from '../../demo/kubectl';
import { play } from '../../demo/scenario';
import { CLUSTER } from '../../demo/setting';
import { localWorld } from '../../demo/world';
import { openXsoar } from '../../demo/xsoar';
import { loadManifests } from '../../lab/kubernetes';
import { CommandFailure, runScript, type HostFunction, type Json, type ScriptRun } from '../../lab/xsoar';
import type { Bundles } from './bundles';
import { plain, recordCalls, type Recording, type ServerFunctions } from './recording';

/** All runs of bundles in the demo, from the first policy to the rejected plan, in the order in which they ended. */
export function recordDemo(root: string, bundles: Bundles): Recording[] {
  const paths = new Map([...bundles].map(([bundle, code]) => [code.trim(), bundle]));
  const recordings: Recording[] = [];
  const world = localWorld({ cluster: CLUSTER, nodes: 'own' });
  const server = openXsoar(world, {
    runScript: (run) => {
      const bundle = paths.get(run.code.trim());
      return bundle === undefined ? runScript(run) : recordScript(run, bundle, recordings);
    },
  });
  play({
    world,
    kubectl: kubectl(world.http, world.kubernetes),
    server,
    display: display(() => undefined, 100),
    manifests: loadManifests(join(root, 'examples/shop')),
  });
  return recordings;
}

/** Runs a script in the lab's engine, and adds the recording of it, also when it throws. */
function recordScript(run: ScriptRun, bundle: string, recordings: Recording[]): Json | undefined {
  const { functions, calls } = recordCalls(serverFunctions(run));
  const clock = [run.now()];
  let readings = 0;
  const recordedRun: ScriptRun = {
    ...run,
    functions: hostFunctions(functions),
    now: () => {
      const time = run.now();
      clock[readings] = time;
      readings++;
      return time;
    },
  };
  const { command } = run.globals;
  const scenario = typeof command === 'string' ? `demo: ${command}` : 'demo';
  const head = {
    scenario,
    bundle,
    globals: plain(run.globals),
    functions: Object.keys(functions).sort(),
    clock,
    calls,
  };
  try {
    const result = runScript(recordedRun);
    recordings.push(result === undefined ? head : { ...head, result: plain(result) });
    return result;
  } catch (thrown) {
    if (thrown instanceof CommandFailure) recordings.push({ ...head, thrown: thrown.message });
    throw thrown;
  }
}

function serverFunctions(run: ScriptRun): ServerFunctions {
  return Object.fromEntries(
    Object.entries(run.functions).map(([name, answer]) => [
      name,
      (...given: readonly unknown[]) => answer(given as readonly Json[]),
    ]),
  );
}

function hostFunctions(functions: ServerFunctions): ScriptRun['functions'] {
  return Object.fromEntries(
    Object.entries(functions).map(([name, answer]): [string, HostFunction] => [
      name,
      (given) => answer(...given) as Json | undefined,
    ]),
  );
}
