import type { EngineReport, EngineRun, Job } from './job';
import { runInNode } from './noderun';
import type { Engine } from './programs';
import type { RecordedCall } from './recording';

/**
 * Node's own engine, played like the others: it shows a recording that is out of date, and what the others cost beside
 * it.
 */
export const nodeEngine: Engine = {
  name: 'Node',
  run(job: Job): EngineReport {
    const runs = job.values.map(() => runOnce(job));
    // This process does much more than run the job.
    return { runs, systemBytes: 0 };
  },
};

function runOnce(job: Job): EngineRun {
  const calls: Pick<RecordedCall, 'function' | 'arguments'>[] = [];
  const functions = job.functions.map((name) => [
    name,
    (...given: readonly unknown[]): unknown => {
      calls.push({ function: name, arguments: given });
      const answer = job.answers[calls.length - 1] ?? { thrown: 'The recording has no more calls.' };
      if (answer.thrown !== undefined) throw new Error(answer.thrown);
      return answer.result;
    },
  ]);
  const before = process.cpuUsage();
  const outcome = runInNode(job.source, job.globals, Object.fromEntries(functions) as never);
  const used = process.cpuUsage(before);
  return {
    calls,
    result: outcome.result ?? null,
    thrown: outcome.thrown ?? null,
    stopped: null,
    parseMs: 0,
    runMs: (used.user + used.system) / 1000,
  };
}
